/** Everything that can go wrong, by name (RFC 9457). The words are the same for everybody: a problem never repeats what was sent. */

export const PROBLEMS = {
  malformed: [400, 'What was sent is not of the form that this address takes.'],
  'sign-in-refused': [401, 'What was typed does not fit.'],
  'signed-out': [401, 'Please sign in again.'],
  proof: [403, 'The proof of work is missing, too old or wrong. Ask for a new challenge.'],
  'wrong-erase': [403, 'This does not erase that question.'],
  'claim-refused': [403, 'This link was used already, or its time is over.'],
  'not-allowed': [403, 'Only a keeper of the box may do this.'],
  'foreign-origin': [403, 'This page may not use the desk’s addresses.'],
  'not-found': [404, 'There is nothing at this address.'],
  'no-such-box': [404, 'There is no open box at this address.'],
  'no-such-question': [404, 'This question is not in the box, or no longer.'],
  'method-not-allowed': [405, 'This address takes another method.'],
  'other-body': [409, 'Another question was sent under this locator.'],
  'box-exists': [409, 'A box with this id stands already.'],
  claimed: [409, 'Somebody else is at this question.'],
  'seq-taken': [409, 'Another answer has this number. Take the next one.'],
  gap: [409, 'The answer before this one is missing.'],
  older: [409, 'A newer one is here already.'],
  'version-taken': [409, 'A roster with this version is here already.'],
  'name-taken': [409, 'Somebody here has this name already. Choose one that is told apart.'],
  'sheet-not-proven': [409, 'The recovery sheet has to be proven before the box opens.'],
  erased: [410, 'This question was erased.'],
  'too-large': [413, 'That is more than this address takes.'],
  'not-json': [415, 'This address takes application/json in UTF-8.'],
  'epoch-expired': [422, 'The key that this was sealed to is no longer in use. Fetch the box again.'],
  'foreign-page': [422, 'This page is on none of the origins that the box names.'],
  'page-away': [422, 'This page could not be fetched.'],
  refused: [422, 'A signature, a chain or a member does not fit this box.'],
  'too-many': [429, 'That was a little fast. Please try again soon.'],
  busy: [503, 'The server cannot do this just now. Please try again soon.'],
  'box-full': [503, 'The box is full for now. Please try again later.'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemName = keyof typeof PROBLEMS;

export const statusOf = (name: ProblemName): number => PROBLEMS[name][0];

/** A refusal that a route gives in place of its answer. */
export class Refusal<Name extends ProblemName = ProblemName> {
  constructor(
    readonly name: Name,
    /** Seconds, for those that ask to wait. */
    readonly retryAfter?: number,
  ) {}
}

export const refusal = <Name extends ProblemName>(name: Name, retryAfter?: number): Refusal<Name> =>
  new Refusal(name, retryAfter);

/** The body of a problem. */
export const problemOf = (name: ProblemName) => ({
  type: `urn:kith:problem:${name}`,
  title: PROBLEMS[name][1],
  status: PROBLEMS[name][0],
});

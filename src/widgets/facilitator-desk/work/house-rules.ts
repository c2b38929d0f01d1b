/** What a house writes down for its own people: whom to ring, what to do when a question worries them. Sealed for the team; the server reads none of it. */

export interface HouseRules {
  /** What the clinic wants done when a question worries somebody, one step a line. */
  readonly steps: string;
  /** Who decides: the safeguarding lead. */
  readonly leadName: string;
  readonly leadPhone: string;
  /** Whom a facilitator rings for their own sake. */
  readonly ownSupport: string;
  /** The clinic's number in the snippet and in answers. */
  readonly phone: string;
  /** ISO 3166-1 alpha-2: which help lines stand in the box and in answers; '' for none. */
  readonly country: string;
  /** Where questions about medicine go: a name, and an address or number. */
  readonly clinicianName: string;
  readonly clinicianUrl: string;
  /** The page that carries the box. */
  readonly page: string;
  /** Where that page loads the widget's script from; '' for the box's own server. */
  readonly script: string;
}

const NAMES = [
  'steps',
  'leadName',
  'leadPhone',
  'ownSupport',
  'phone',
  'country',
  'clinicianName',
  'clinicianUrl',
  'page',
  'script',
] as const satisfies readonly (keyof HouseRules)[];

export const EMPTY_RULES: HouseRules = {
  steps: '',
  leadName: '',
  leadPhone: '',
  ownSupport: '',
  phone: '',
  country: '',
  clinicianName: '',
  clinicianUrl: '',
  page: '',
  script: '',
};

/** Code points of one field. All of them together fit the note that holds them. */
const MOST = 2_000;

const short = (value: unknown): string =>
  typeof value === 'string' ? [...value.normalize('NFC')].slice(0, MOST).join('') : '';

/** A later version may have written more, an older one less. */
export function readRules(content: Readonly<Record<string, unknown>>): HouseRules {
  return Object.fromEntries(NAMES.map((name) => [name, short(content[name])])) as unknown as HouseRules;
}

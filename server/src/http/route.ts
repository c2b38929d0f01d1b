/** What a route is: a line of a table from which the server and its OpenAPI document are both made, so that they cannot differ. */
import type { GenericSchema, InferOutput } from 'valibot';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import type { Session } from '../store.js';
import type { ProblemName, Refusal } from './problems.js';

/** Who asks: everybody's page, a facilitator's desk, or whoever runs the server. */
export type Side = 'public' | 'staff' | 'service';

export interface Asked<Body, In extends boolean> {
  /** Of the path; sixteen zeros where it has none. */
  readonly boxId: Bytes;
  readonly body: Body;
  readonly session: In extends true ? Session : undefined;
  readonly header: (name: string) => string | undefined;
}

/** An answer that needs more than a body: it is sent as it is, with the headers that its side has. */
export interface Bare {
  readonly status: 200 | 304;
  readonly bytes: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{boxId}` where a box is named. */
  readonly path: string;
  readonly side: Side;
  readonly summary: string;
  /** Needs the token of a live session of this box. */
  readonly signedIn: boolean;
  readonly body: GenericSchema | undefined;
  readonly status: 200 | 201 | 204;
  readonly answer: GenericSchema | undefined;
  /** Answers 304 to what a client has already. */
  readonly conditional: boolean;
  /** Every problem that it may give, those of its kind included. */
  readonly problems: readonly ProblemName[];
  readonly handle: (asked: Asked<unknown, boolean>) => Promise<unknown>;
}

/** What any route of its kind may give: a database may be away, a body may be anything. */
type Kind = 'busy' | 'malformed';

interface Described<
  Body extends GenericSchema | undefined,
  Answer extends GenericSchema | undefined,
  Name extends ProblemName,
  In extends boolean,
> {
  readonly method: Route['method'];
  readonly path: string;
  readonly side: Side;
  readonly summary: string;
  readonly signedIn?: In;
  readonly body?: Body;
  readonly status?: Route['status'];
  readonly answer?: Answer;
  readonly conditional?: boolean;
  readonly problems: readonly Name[];
  readonly handle: (
    asked: Asked<Body extends GenericSchema ? InferOutput<Body> : undefined, In>,
  ) => Promise<
    (Answer extends GenericSchema ? Readonly<InferOutput<Answer>> : undefined) | Refusal<Name | Kind> | Bare
  >;
}

/** One line of the table. The types hold the handler to the answer and the problems that the line names. */
export function route<
  Body extends GenericSchema | undefined = undefined,
  Answer extends GenericSchema | undefined = undefined,
  Name extends ProblemName = never,
  In extends boolean = false,
>(described: Described<Body, Answer, Name, In>): Route {
  const { body, answer, signedIn = false, conditional = false, problems, side } = described;
  // What keeps nothing and asks no database is never busy.
  const ofItsKind: ProblemName[] = side === 'service' ? [] : ['busy'];
  if (body) ofItsKind.push('malformed', 'too-large', 'not-json');
  if (side === 'staff') ofItsKind.push('foreign-origin');
  if (signedIn) ofItsKind.push('signed-out');
  return {
    method: described.method,
    path: described.path,
    side,
    summary: described.summary,
    signedIn,
    body,
    status: described.status ?? (answer ? 200 : 204),
    answer,
    conditional,
    problems: [...new Set<ProblemName>([...problems, ...ofItsKind])],
    // The table is run by one function, which has checked the body by the very schema that the handler's type comes from.
    handle: described.handle as unknown as Route['handle'],
  };
}

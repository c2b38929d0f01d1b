/** The small interfaces through which widgets reach a backend, one per capability. */
import type { Directory } from '../domain/directory.js';
import type { LocalDate } from '../domain/meeting.js';
import type { Pack } from '../domain/quiz.js';
import type { KeptSecrets } from '../domain/sealing/code.js';
import type { Bytes } from '../domain/sealing/encoding.js';
import type { SealedQuestion } from '../domain/sealing/question-header.js';
import type { Problem } from './problem.js';

/** What the page tells about a source that the source does not tell itself. */
export interface ReadContext {
  /** IANA zone for feeds that name none (`source-time-zone`). */
  readonly timeZone?: string;
  /** Today in that zone, or in the visitor's. */
  readonly today: LocalDate;
  /** Address the text came from, to resolve relative links against. */
  readonly address?: string;
  /** Call between slices of long work: resolves at once, or lets the page breathe first. Throws when the load was aborted. */
  pause(): Promise<void>;
}

/** One thing about a source that its webmaster should know. */
export interface Remark {
  /** 1-based row or record as the webmaster counts them (a sheet's header is row 1); absent: the whole source. */
  readonly row?: number;
  /** Plain English: what is wrong and the mend, without the row. */
  readonly reason: string;
}

/** What came out of reading one source. */
export interface Reading {
  readonly directory: Directory;
  /** Records that became a meeting or a group. */
  readonly kept: number;
  /** Records left out, each with its reason. */
  readonly leftOut: readonly Remark[];
  /** Kept, but something in it could not be read. */
  readonly remarks: readonly Remark[];
}

/** A source's text, and its JSON where it is JSON (parsed once, for sniffing and for reading). */
export interface SourceText {
  readonly text: string;
  readonly json?: unknown;
}

/** Reads one format. Throws a `Problem` when nothing can be made of the text; never for a single bad record. */
export interface DirectoryAdapter {
  /** Name for the `format` attribute. */
  readonly format: string;
  read(source: SourceText, context: ReadContext): Promise<Reading>;
}

/** One format of a listing: how to know it, and what reads it. `addFormat` takes one. */
export interface Format {
  /** Name for the `format` attribute: lower case, digits and dashes. */
  readonly format: string;
  /**
   * The address to ask instead of the one that a webmaster copied, such as a sheet's CSV for a link to the sheet; absent or
   * undefined: the address as it is.
   */
  address?(url: string): string | undefined;
  /** Whether a text is of this format, by its content alone; the first format that says yes reads it. */
  recognises(source: SourceText): boolean;
  /** Brings what reads it: a dynamic import keeps it out of pages that read something else. */
  load(): Promise<DirectoryAdapter>;
}

export interface LoadRequest {
  /** One or more addresses, absolute or relative to the page. */
  readonly addresses: readonly string[];
  /** Forces a format. */
  readonly format?: string;
  /** IANA zone for feeds that name none. */
  readonly timeZone?: string;
  readonly today: LocalDate;
}

/** What became of one address. */
export interface SourceReport {
  readonly address: string;
  readonly format?: string;
  readonly reading?: Reading;
  readonly problem?: Problem;
}

/** A directory with the story of its sources. */
export interface Loaded {
  readonly directory: Directory;
  readonly sources: readonly SourceReport[];
  /** What the webmaster should know of how the sources went together, plain English. */
  readonly hints?: readonly string[];
}

/** A quiz pack with what its webmaster should know. */
export interface PackLoaded {
  readonly pack: Pack;
  /** English: what is wrong and the mend, by the address that it is about. */
  readonly told: readonly { readonly address: string; readonly lines: readonly string[] }[];
}

/** Why a send waits: the device has no network, the server cannot be reached, it has a fault or too much to do, or was asked too often. */
export type WaitReason = 'offline' | 'unreachable' | 'busy' | 'too-many';

export interface SendOptions {
  /** Aborts it. What was sent by then may be kept: the same bytes may be sent again. */
  readonly signal: AbortSignal;
  /** Is told before each wait how long it will be. */
  waiting?(seconds: number, why: WaitReason): void;
  /** Is told when the device begins to work out a proof. */
  proving?(): void;
}

/** What became of a question. */
export type Delivery =
  /** On the server's disk; `expiresDay` in days since 1970-01-01. */
  | { readonly outcome: 'kept'; readonly expiresDay: number }
  /**
   * Another question stands under this code · it was erased already · the key is no longer in use · the box has no room · the server
   * will not have it, whenever it is sent · `signal` was aborted.
   */
  | {
      readonly outcome: 'other-body' | 'erased' | 'epoch-expired' | 'box-full' | 'refused' | 'stopped';
    };

/** What became of an erasure; gone from backups within `backupDays`. */
export type Erasure =
  | { readonly outcome: 'erased'; readonly backupDays: number }
  | { readonly outcome: 'wrong-erase' | 'refused' };

/** A box as it is published, not yet verified. */
export interface PublishedBox {
  readonly manifest: unknown;
  /** Null when nothing has been published. */
  readonly catalogue: unknown;
}

/**
 * A question box somewhere. Every call but `send` rejects with the signal's reason when aborted, all of them with a `Problem` when nothing
 * can be made of what the server says; nothing that comes from it has been verified.
 */
export interface Inbox {
  /** Brings what sends, so that no key that is pressed asks the network for anything. */
  prepare?(): Promise<unknown>;
  box(signal: AbortSignal): Promise<PublishedBox>;
  /** Sends until there is an answer that waiting would not change: always the same bytes, so that nothing is doubled. */
  send(question: SealedQuestion, options: SendOptions): Promise<Delivery>;
  /** The rows as they came, for `openAnswers`. */
  answers(locator: Bytes, boxId: Bytes, signal: AbortSignal): Promise<unknown>;
  erase(secrets: Pick<KeptSecrets, 'locator' | 'erase'>, boxId: Bytes, signal: AbortSignal): Promise<Erasure>;
}

/**
 * Seals a question and sees it safely into the box: the code is made first, the sealed bytes stay in memory, and every further try sends the
 * same ones, so that a question is never lost and never doubled.
 */
import type { Inbox, WaitReason } from '../../backend/ports.js';
import { Problem } from '../../backend/problem.js';
import {
  type Code,
  type CodeSecrets,
  declineCode,
  deriveCode,
  type Manifest,
  makeCode,
  readDraft,
  type SealedQuestion,
  SealingError,
  type SealingReason,
  sealQuestion,
  type Verified,
} from '../../domain/sealing/visitor.js';
import type { Draft } from './write.view.js';

/** How far it has come. */
export type Step = 'locking' | 'proving' | 'sending' | WaitReason;

/** How it ended. Everything but `kept` leaves the words where they were. */
export type End =
  | { readonly end: 'kept'; readonly code: Code | undefined; readonly expiresDay: number }
  | {
      readonly end: 'stopped' | 'epoch-expired' | 'box-full' | 'gone' | 'refused' | 'missing' | 'left';
    }
  | { readonly end: 'unfit'; readonly reason: SealingReason };

interface Sealed {
  readonly words: string;
  readonly code: Code | undefined;
  readonly question: SealedQuestion;
}

export interface Ways {
  readonly inbox: Inbox;
  readonly manifest: Verified<Manifest>;
  /** The device's day in UTC, days since 1970-01-01. */
  readonly today: number;
  /** Language of the page. */
  readonly lang: string;
}

export class Sending {
  step: Step = 'locking';
  /** The code of what is on its way, to keep in case the page closes. */
  code: Code | undefined;
  #sealed: Sealed | undefined;
  #abort: AbortController | undefined;

  /** @param changed Is called when `step` or `code` is another. */
  constructor(private readonly changed: () => void) {}

  /** Gives up on a try; what was sealed stays, so that the same words sent again count once. */
  stop(): void {
    this.#abort?.abort();
  }

  /** Forgets everything, also what was sealed. */
  wipe(): void {
    this.stop();
    this.#abort = undefined;
    this.#sealed = undefined;
    this.code = undefined;
  }

  #become(step: Step): void {
    this.step = step;
    this.changed();
  }

  /** The sealed bytes of these words: those of an earlier try, unless something in them is another. */
  async #seal(draft: Draft, { manifest, today, lang }: Ways): Promise<Sealed> {
    const written = readDraft({ text: draft.text, topic: draft.topic, lang, mayPublish: draft.mayPublish });
    // Another box, or another key of this one, needs other bytes.
    const words = JSON.stringify([written, draft.noCode, String(manifest.boxId), String(manifest.pk)]);
    if (this.#sealed?.words === words) return this.#sealed;
    const code = draft.noCode ? undefined : makeCode();
    const secrets: CodeSecrets = code ? await deriveCode(code, manifest.boxId) : declineCode();
    return { words, code, question: await sealQuestion(written, secrets, manifest, today) };
  }

  async send(draft: Draft, ways: Ways): Promise<End> {
    this.stop();
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    this.#become('locking');
    let sealed: Sealed;
    try {
      sealed = await this.#seal(draft, ways);
    } catch (error) {
      if (this.#abort !== abort) return { end: 'left' };
      // The device itself may fail, short of memory: the words are given back whatever happened.
      return error instanceof SealingError ? { end: 'unfit', reason: error.reason } : { end: 'refused' };
    }
    if (signal.aborted) return { end: this.#abort === abort ? 'stopped' : 'left' };
    this.#sealed = sealed;
    this.code = sealed.code;
    this.#become('sending');
    const delivery = await ways.inbox
      .send(sealed.question, {
        signal,
        proving: () => this.#become('proving'),
        waiting: (_seconds, why) => this.#become(why),
      })
      .catch((error: unknown) => ({
        // A send never gives up on the network: what could not be reached is the part that sends.
        outcome:
          error instanceof Problem && error.kind === 'unreachable'
            ? ('missing' as const)
            : ('refused' as const),
      }));
    if (this.#abort !== abort) return { end: 'left' };
    switch (delivery.outcome) {
      case 'kept':
        this.wipe();
        return { end: 'kept', code: sealed.code, expiresDay: delivery.expiresDay };
      case 'epoch-expired':
        this.wipe();
        return { end: 'epoch-expired' };
      case 'erased':
      case 'other-body':
        this.wipe();
        return { end: 'gone' };
      case 'stopped':
        return { end: 'stopped' };
      default:
        return { end: delivery.outcome };
    }
  }
}

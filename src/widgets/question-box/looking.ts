/** Looks for the answers with a code, and takes a question back. What was opened stays in memory until it is hidden, and nowhere else. */
import type { Inbox } from '../../backend/ports.js';
import { Problem } from '../../backend/problem.js';
import {
  type Answer,
  type Bytes,
  deriveCode,
  type KeptSecrets,
  openAnswers,
  readCode,
  SealingError,
  type SealingReason,
} from '../../domain/sealing/visitor.js';

export type LookPhase =
  | { readonly at: 'enter'; readonly wrong?: SealingReason | 'offline' | 'failed' | 'forged' }
  | { readonly at: 'looking' | 'erasing' }
  | {
      readonly at: 'found';
      readonly answers: readonly Answer[];
      readonly secrets: KeptSecrets;
      /** Asked whether to take it back, and what became of it. */
      readonly ask?: boolean;
      readonly failed?: boolean;
    }
  | { readonly at: 'erased'; readonly backupDays: number };

export class Looking {
  phase: LookPhase = { at: 'enter' };
  /** What stands in the field. */
  typed = '';
  #abort: AbortController | undefined;

  /** @param changed Is called when `phase` is another. */
  constructor(private readonly changed: () => void) {}

  become(phase: LookPhase): void {
    this.phase = phase;
    this.changed();
  }

  /** Nothing of it stays. */
  wipe(): void {
    this.#abort?.abort();
    this.typed = '';
    this.become({ at: 'enter' });
  }

  #begin(): AbortSignal {
    this.#abort?.abort();
    this.#abort = new AbortController();
    return this.#abort.signal;
  }

  async look(inbox: Inbox, boxId: Bytes): Promise<void> {
    const signal = this.#begin();
    try {
      const code = readCode(this.typed);
      this.become({ at: 'looking' });
      const secrets = await deriveCode(code, boxId);
      const rows = await inbox.answers(secrets.locator, boxId, signal);
      const answers = await openAnswers(rows, secrets, boxId);
      if (signal.aborted) return;
      this.typed = '';
      this.become({ at: 'found', answers, secrets });
    } catch (error) {
      if (!signal.aborted) this.become({ at: 'enter', wrong: reasonOf(error) });
    }
  }

  async erase(inbox: Inbox, boxId: Bytes): Promise<void> {
    const { phase } = this;
    if (phase.at !== 'found') return;
    const signal = this.#begin();
    this.become({ at: 'erasing' });
    const erasure = await inbox.erase(phase.secrets, boxId, signal).catch(() => undefined);
    if (signal.aborted) return;
    this.become(
      erasure?.outcome === 'erased'
        ? { at: 'erased', backupDays: erasure.backupDays }
        : { ...phase, ask: false, failed: true },
    );
  }
}

/** What a visitor is told: of the code, of the network, or that somebody meddled with an answer. */
function reasonOf(error: unknown): SealingReason | 'offline' | 'failed' | 'forged' {
  if (error instanceof SealingError) return error.reason.startsWith('code-') ? error.reason : 'forged';
  return error instanceof Problem && error.kind === 'offline' ? 'offline' : 'failed';
}

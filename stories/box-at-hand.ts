/**
 * A question box in the page itself, for stories and tests: real keys, real seals, and a server that keeps its rules and nothing else. What
 * the widget does with it is what it does with a Kith server.
 */
import type { Delivery, Inbox } from '../src/backend/ports.js';
import { dummyAnswer, MOST_ANSWERS, type SealedAnswer } from '../src/domain/sealing/answer.js';
import { bodyHash } from '../src/domain/sealing/body-hash.js';
import type { CatalogueEntry } from '../src/domain/sealing/catalogue.js';
import { type Bytes, sameBytes, toBase64url } from '../src/domain/sealing/encoding.js';
import { mayErase } from '../src/domain/sealing/erase.js';
import type { ReadingHours } from '../src/domain/sealing/manifest.js';
import { pinOf } from '../src/domain/sealing/public-key.js';
import type { SealedQuestion } from '../src/domain/sealing/question-header.js';
import type { SignedDocument } from '../src/domain/sealing/signed-document.js';
import { makeKeyPair } from '../src/domain/sealing/staff/key-pair.js';
import { type OpenedQuestion, openQuestion } from '../src/domain/sealing/staff/open-question.js';
import { sealAnswer } from '../src/domain/sealing/staff/seal-answer.js';
import { signDocument } from '../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../src/domain/sealing/web-crypto.js';

/** What a story or test says of the box; the rest is as usual. */
export interface Wishes {
  /** Milliseconds since the epoch; the manifest is in force around it. */
  readonly now: number;
  readonly topics?: readonly string[];
  readonly hours?: ReadingHours;
  readonly entries?: readonly CatalogueEntry[];
  /** Parts of the manifest that a test wants otherwise. */
  readonly manifest?: object;
  /** Replaces what the server does. */
  readonly server?: Partial<Inbox>;
}

interface Row {
  readonly question: SealedQuestion;
  readonly hash: Bytes;
  readonly answers: SealedAnswer[];
}

const DAY_MS = 86_400_000;

const TUESDAYS: ReadingHours = {
  timeZone: 'Europe/London',
  times: [{ start: '2026-11-03T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 120 }],
};

export interface BoxAtHand {
  readonly boxId: string;
  readonly keyId: string;
  readonly inbox: Inbox;
  /** What the server stores, by locator. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Every question, opened as the people who answer open it. */
  opened(): Promise<readonly OpenedQuestion[]>;
  /** Answers the only question, or the last one. */
  answer(...texts: readonly string[]): Promise<void>;
  /** A static file of published answers. */
  readonly file: { readonly manifest: SignedDocument; readonly catalogue: SignedDocument | null };
}

export async function boxAtHand({
  now,
  topics = ['Family', 'Medicine', 'Work'],
  hours = TUESDAYS,
  entries = [],
  manifest: parts = {},
  server = {},
}: Wishes): Promise<BoxAtHand> {
  const today = Math.floor(now / DAY_MS);
  const [identity, epoch, publishing] = await Promise.all([
    makeKeyPair('ECDSA'),
    makeKeyPair('ECDH'),
    makeKeyPair('ECDSA'),
  ]);
  const id = randomBytes(16);
  const content = {
    v: 1,
    boxId: id,
    epoch: 1,
    suite: 1,
    pk: epoch.pk,
    notBefore: today - 10,
    notAfter: today + 80,
    spk: publishing.pk,
    hours,
    topics,
    language: 'en',
    retentionDays: 90,
    ...parts,
  };
  const manifest = await signDocument('kith-box/1/manifest', content, identity);
  const catalogue =
    entries.length > 0
      ? await signDocument('kith-box/1/catalogue', { boxId: id, number: 1, day: today, entries }, publishing)
      : null;
  const rows = new Map<string, Row>();
  const erased = new Set<string>();

  const keep = async (question: SealedQuestion): Promise<Delivery> => {
    const name = toBase64url(question.locator);
    const hash = await bodyHash(question);
    const kept = rows.get(name);
    if (kept)
      return sameBytes(kept.hash, hash)
        ? { outcome: 'kept', expiresDay: today + 90 }
        : { outcome: 'other-body' };
    if (erased.has(name)) return { outcome: 'erased' };
    rows.set(name, { question, hash, answers: [] });
    return { outcome: 'kept', expiresDay: today + 90 };
  };

  const inbox: Inbox = {
    box: async () => ({ manifest, catalogue }),
    send: (question) => keep(question),
    answers: async (locator) => {
      const answers = rows.get(toBase64url(locator))?.answers ?? [];
      return (answers.length > 0 ? answers : [dummyAnswer()]).map(({ seq, iv, ct }) => ({
        seq,
        iv: toBase64url(iv),
        ct: toBase64url(ct),
      }));
    },
    erase: async ({ locator, erase }) => {
      const name = toBase64url(locator);
      const row = rows.get(name);
      if (row && !(await mayErase(erase, row.question.eraseHash))) return { outcome: 'wrong-erase' };
      rows.delete(name);
      erased.add(name);
      return { outcome: 'erased', backupDays: 30 };
    },
    ...server,
  };

  return {
    boxId: toBase64url(id),
    keyId: await pinOf(identity.pk),
    inbox,
    rows,
    file: { manifest, catalogue },
    opened: () => Promise.all([...rows.values()].map(({ question }) => openQuestion(question, epoch))),
    answer: async (...texts) => {
      const row = [...rows.values()].at(-1);
      if (!row) throw new Error('There is no question to answer.');
      const { kAns } = await openQuestion(row.question, epoch);
      if (!kAns) throw new Error('This question wants no answer.');
      for (const text of texts.slice(0, MOST_ANSWERS)) {
        const { locator } = row.question;
        row.answers.push(
          await sealAnswer({ seq: row.answers.length + 1, text, day: today }, { boxId: id, locator, kAns }),
        );
      }
    },
  };
}

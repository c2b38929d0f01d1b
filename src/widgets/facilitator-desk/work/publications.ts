/**
 * From an answer to a published one: a draft that the team seals for itself, and at the end a signed list without a trace of which question an
 * entry came from.
 */
import { type Bytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { sealTeamNote } from '../../../domain/sealing/staff/team-note.js';
import { randomBytes } from '../../../domain/sealing/web-crypto.js';
import type { OpenedBox } from './opened-box.js';

/** What visitors will read, rewritten in general words. */
export interface PublicationWords {
  /** '' when it has none. */
  readonly topic: string;
  /** Language tag, or ''. */
  readonly lang: string;
  readonly question: string;
  readonly answer: string;
}

/** Seals a draft under its id. What stood under it before is replaced. */
async function keep(box: OpenedBox, about: Bytes, content: PublicationWords & { readonly day: number }) {
  const { boxId, writer } = box;
  const { pk } = await box.currentKey();
  const note = await sealTeamNote('publication', content, { boxId, about, writer, epochPk: pk });
  await box.api.keepPublication(toBase64url(about), note);
}

/**
 * Puts an answer by for "Publish this week". Nothing in the draft names the question.
 * @throws SealingError `too-long`; StaffRefusal `box-full`.
 */
export async function beginPublication(box: OpenedBox, words: PublicationWords): Promise<void> {
  const { topic, lang, question, answer } = words;
  await keep(box, randomBytes(16), { day: box.server.today, topic, lang, question, answer });
}

/** A question, sealed on the device to the box's key: what it says, in which language and on what, is for the facilitators alone. */
import type { CodeSecrets } from './code.js';
import type { Bytes } from './encoding.js';
import { toBase64url, utf8 } from './encoding.js';
import { readBoolean, readLanguage } from './fields.js';
import { sealTo } from './hpke.js';
import { MOST_OF_QUESTION, MOST_OF_TOPIC } from './limits.js';
import type { Manifest } from './manifest.js';
import { checkDates } from './manifest.js';
import { pad } from './padding.js';
import { readText, tidyText } from './plain-text.js';
import { keyIdOf } from './public-key.js';
import type { SealedQuestion } from './question-header.js';
import { QUESTION_INFO, QUESTION_SIZE, questionAad } from './question-header.js';
import type { Verified } from './signed-document.js';
import { SUITE, VERSION } from './version.js';

/** What a visitor wrote and chose. */
export interface QuestionDraft {
  readonly text: string;
  /** '' when none was chosen. */
  readonly topic: string;
  /** Language tag of the page, or ''. */
  readonly lang: string;
  /** May be published in general words. */
  readonly mayPublish: boolean;
}

/** A draft that may be sealed, its text tidied; refuses like `readText`. */
export const readDraft = ({ text, topic, lang, mayPublish }: QuestionDraft): QuestionDraft => ({
  text: readText(tidyText(text, 'text'), 'text', { most: MOST_OF_QUESTION, lines: true, needed: true }),
  topic: readText(tidyText(topic, 'topic'), 'topic', { most: MOST_OF_TOPIC }),
  lang: readLanguage(lang, 'lang'),
  mayPublish: readBoolean(mayPublish, 'mayPublish'),
});

/** Seals to a key that somebody vouches for: a manifest for a visitor (`sealQuestion`), the desk itself for the test of a sheet. */
export async function sealDraft(
  draft: QuestionDraft,
  { locator, eraseHash, kAns }: CodeSecrets,
  { boxId, pk }: { readonly boxId: Bytes; readonly pk: Bytes },
): Promise<SealedQuestion> {
  const { text, lang, topic, mayPublish } = readDraft(draft);
  const key = kAns ? toBase64url(kAns) : null;
  const plain = JSON.stringify({ v: VERSION, text, kAns: key, lang, topic, mayPublish });
  const header = { v: VERSION, suite: SUITE, boxId, keyId: await keyIdOf(pk), locator, eraseHash } as const;
  const sealed = await sealTo(pk, pad(utf8(plain), QUESTION_SIZE), QUESTION_INFO, questionAad(header));
  return { ...header, ...sealed };
}

/**
 * Seals a question. The bytes are different at every call: keep them and send the same ones again.
 *
 * @param today The device's day in UTC, days since 1970-01-01.
 * @throws SealingError `empty`, `too-long`, `control-character`, `ill-formed-text`, `malformed`, `not-yet`, `expired` or `insecure-context`.
 */
export async function sealQuestion(
  draft: QuestionDraft,
  secrets: CodeSecrets,
  manifest: Verified<Manifest>,
  today: number,
): Promise<SealedQuestion> {
  checkDates(manifest, today);
  return sealDraft(draft, secrets, manifest);
}

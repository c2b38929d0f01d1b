/** Text with the searched words marked. Always text, whatever a feed put into it. */
import { html } from 'lit';
import { matches } from '../domain/fold.js';
import { type Mark, plainly } from './plainly.js';

/** Marks the words in every text it is given. */
export const markWith =
  (words: readonly string[]): Mark =>
  (text) =>
    words.length === 0 || !text
      ? plainly(text)
      : html`<bdi>${matches(text, words).map(({ text: piece, hit }) => (hit ? html`<mark>${piece}</mark>` : piece))}</bdi>`;

/** Whether a text holds one of the searched words. */
export const isMarked = (text: string, words: readonly string[]): boolean =>
  matches(text, words).some(({ hit }) => hit);

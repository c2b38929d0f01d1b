/** What a stranger wrote, as text and nothing else: no link of it works, and what a screen would hide has its number in sight. */
import { html, type TemplateResult } from 'lit';
import { visibleText } from '../../domain/desk/visible-text.js';
import type { Speech } from './desk-screen.js';

/** The same for paper and the clipboard: hidden characters by their number, in square brackets. */
export const visibleWords = (text: string): string =>
  visibleText(text)
    .map((segment) => (segment.kind === 'text' ? segment.text : `[${segment.name}]`))
    .join('');

/** Its first lines in one line. */
export function firstLines(text: string, most = 160): string {
  const letters = [...visibleWords(text).replace(/\s+/g, ' ').trim()];
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()} …` : letters.join('');
}

export const strangersText = ({ words, locale }: Speech, text: string, look = ''): TemplateResult => html`<div
  class="words-of ${look}"
  dir="auto"
  translate="no"
>${visibleText(text).map((segment) =>
  segment.kind === 'text'
    ? segment.text
    : html`<bdi class="hidden-mark" role="img" aria-label=${locale.say(words.eveningMark, { name: segment.name })}
        >${segment.name}</bdi
      >`,
)}</div>`;

/** How what people wrote, and the days on which they did, are shown: as text, in its own direction, and never as a link. */
import { html, type TemplateResult } from 'lit';

/** A UTC day as a date. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Paragraphs as they were written. */
export const paragraphs = (text: string): TemplateResult[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="written" dir="auto">${part}</p>`);

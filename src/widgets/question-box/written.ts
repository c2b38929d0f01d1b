/** How what people wrote, and the days on which they did, are shown, and copied: as text, in its own direction, and never as a link. */
import { html, type TemplateResult } from 'lit';

/** A UTC day as a date. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Paragraphs as they were written. */
export const paragraphs = (text: string): TemplateResult[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="written" dir="auto">${part}</p>`);

/** Whether it was copied: a page may forbid it, and one without https has no clipboard at all. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Gives a widget's root what a later part needs to look right, once. */
import type { CSSResult } from 'lit';

/** @param under Below what is there, so that what a widget says of the same things goes on holding. */
export function adoptStyles(root: ShadowRoot | null, { styleSheet }: CSSResult, under = false): void {
  const sheets = root?.adoptedStyleSheets;
  if (styleSheet && !sheets?.includes(styleSheet)) sheets?.[under ? 'unshift' : 'push'](styleSheet);
}

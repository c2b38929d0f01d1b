/** The rooms of the question box that hold neither a form nor answers: the ways between them, and what stands where something is missing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemKind } from '../../backend/problem.js';
import type { SealingReason } from '../../domain/sealing/sealing-error.js';
import type { Locale } from '../../i18n/locale.js';
import type { Reading } from './before.view.js';

/** Where in the box a visitor is. */
export type Room = 'ask' | 'look' | 'read';

/** @param looks Whether answers can be looked for here. */
export const navView = (
  { strings }: Locale,
  here: Room,
  looks: boolean,
  go: (room: Room) => void,
): TemplateResult => {
  const way = (room: Room, words: string) =>
    html`<button
      type="button"
      part="button"
      aria-current=${room === here ? 'page' : nothing}
      @click=${() => go(room)}
    >${words}</button>`;
  return html`<nav class="nav" part="nav" aria-label=${strings.boxNav}>
    ${way('ask', strings.boxAsk)} ${looks ? way('look', strings.boxLook) : nothing} ${way('read', strings.boxRead)}
  </nav>`;
};

/** What the webmaster is told of a refusal by the keys. */
export function mendOf(reason: SealingReason): string {
  switch (reason) {
    case 'wrong-pin':
      return 'the server shows a key that key-id does not name. Copy the snippet from the desk again; if nobody changed the key, ask whoever runs the server before you do';
    case 'wrong-box':
      return 'the server answers for another box than box-id names; copy the snippet from the desk again';
    case 'rolled-back':
      return 'the server shows an older state of the box than min-epoch allows; ask whoever runs it';
    case 'insecure-context':
      return 'questions can only be sent from a page with https';
    default:
      return `what the server shows cannot be trusted (${reason}), so no question is sent; ask whoever runs it`;
  }
}

function failedWords(
  locale: Locale,
  reason: ProblemKind | SealingReason,
  today: string,
): readonly [string, string] {
  const { strings } = locale;
  switch (reason) {
    case 'offline':
      return [strings.boxFailedTitle, strings.boxFailedOffline];
    case 'unreachable':
    case 'timeout':
    case 'server-error':
    case 'not-found':
    case 'refused':
    case 'too-large':
    case 'unsupported':
    case 'mixed':
      return [strings.boxFailedTitle, strings.boxFailed];
    case 'not-yet':
    case 'expired':
      return [strings.boxFailedTitle, locale.say(strings.boxDate, { date: locale.date(today) })];
    case 'insecure-context':
      return [strings.boxUnsafeTitle, strings.boxInsecure];
    default:
      return [strings.boxUnsafeTitle, strings.boxUnsafe];
  }
}

/** Nothing can be sent: why, another try, and the page's own children. */
export function failedView(
  locale: Locale,
  reason: ProblemKind | SealingReason,
  today: string,
  retry: () => void,
): TemplateResult {
  const [title, words] = failedWords(locale, reason, today);
  return html`<div class="state failed" part="failed">
    <h3 class="heading" tabindex="-1">${title}</h3>
    <p class="quiet">${words}</p>
    <div class="bar">
      <button type="button" class="button primary" part="button button-primary" @click=${retry}>${locale.strings.tryAgain}</button>
    </div>
    <slot></slot>
  </div>`;
}

export const partFailedView = ({ strings }: Locale, retry: () => void): TemplateResult => html`<div
  class="state failed"
  part="failed"
>
  <h3 class="heading" tabindex="-1">${strings.boxFailedTitle}</h3>
  <p class="quiet">${strings.boxPartFailed}</p>
  <div class="bar">
    <button type="button" class="button primary" part="button button-primary" @click=${retry}>${strings.tryAgain}</button>
  </div>
</div>`;

/** The date stands above, where reading times always stand. */
export const awayView = ({ strings }: Locale): TemplateResult => html`<div class="state empty" part="empty">
  <p>${strings.boxAwayHint}</p>
  <slot></slot>
</div>`;

/** The way to the page on which the server itself takes questions. */
export const elsewhereView = (locale: Locale, url: string, { next }: Reading): TemplateResult =>
  next?.kind === 'away'
    ? awayView(locale)
    : html`<div class="elsewhere">
        <a class="button primary" part="button button-primary" href=${url} target="_blank" rel="noopener noreferrer">${locale.strings.boxOwnPage}</a>
        <p class="small quiet">${locale.strings.boxOwnPageHint}</p>
      </div>`;

export function nothingToRead(
  { strings }: Locale,
  published: 'none' | 'bad' | 'failed',
  retry: () => void,
): TemplateResult {
  const words = { none: strings.boxReadNone, bad: strings.boxReadBad, failed: strings.boxReadFailed };
  return html`<div class="state ${published === 'none' ? 'empty' : 'failed'}" part=${published === 'none' ? 'empty' : 'failed'}>
    <p class="heading" tabindex="-1">${words[published]}</p>
    ${
      published === 'failed'
        ? html`<div class="bar"><button type="button" class="button" part="button" @click=${retry}>${strings.tryAgain}</button></div>`
        : nothing
    }
  </div>`;
}

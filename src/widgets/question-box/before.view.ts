/** What stands before the first key: who reads and when, who could see it, and whom to call now. It stands whatever the backend does. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Help } from '../../domain/help-line.js';
import type { NextReading } from '../../domain/reading-hours.js';
import { localTime } from '../../domain/recurrence/zone.js';
import type { Locale } from '../../i18n/locale.js';
import { helpNow } from '../../parts/help-line.js';

/** When questions are read, as far as it is known. */
export interface Reading {
  /** By the signed hours; absent while there are none. */
  readonly next: NextReading | undefined;
  /** In the clinic's own words. */
  readonly own: string;
  /** Whether it is going to be known in a moment. */
  readonly pending: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The visitor's IANA zone. */
  readonly zone: string;
}

/** One sentence. */
export function readingInWords(locale: Locale, { next, own, now, zone, pending }: Reading): string {
  const { strings } = locale;
  if (pending) return '';
  if (next?.kind === 'now') return strings.boxReadNow;
  if (next?.kind === 'away') return locale.say(strings.boxAway, { date: locale.date(next.until) });
  if (next?.kind === 'next') {
    const wall = localTime(next.start, zone);
    const date = wall.slice(0, 10);
    const time = wall.slice(11, 16);
    const thisYear = localTime(now, zone).slice(0, 4);
    return locale.say(strings.boxReadNext, {
      when: locale.say(strings.boxWhen, { day: locale.day(date, thisYear), time: locale.time(time) }),
    });
  }
  return own ? locale.say(strings.boxReadUsually, { when: locale.apart(own) }) : strings.boxReadUnknown;
}

/** No watch, whom to call, when somebody reads. */
export const beforeView = (locale: Locale, help: Help, reading: Reading): TemplateResult => html`<div
  class="before"
  part="notice"
>
  <p>${locale.strings.boxNotEmergency} ${readingInWords(locale, reading)}</p>
  ${helpNow(locale, help)}
</div>`;

/**
 * The short form of what the design promises and what it cannot.
 * @param elsewhere The words are typed on a page that the server brings.
 */
export function whoView({ strings }: Locale, elsewhere: boolean): TemplateResult {
  return html`<details class="who" part="who">
    <summary>${strings.boxWho}</summary>
    <ul>
      <li>${strings.boxWhoReaders}</li>
      <li>${strings.boxWhoServer}</li>
      ${elsewhere ? html`<li>${strings.boxWhoOwnPage}</li>` : nothing}
      <li>${strings.boxWhoPage}</li>
      <li>${strings.boxWhoText}</li>
      <li>${strings.boxWhoNetwork}</li>
      <li>${strings.boxWhoCode}</li>
      <li>${strings.boxWhoWait}</li>
    </ul>
  </details>`;
}

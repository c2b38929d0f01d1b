/** The calendar as it is printed: a month on one page, or a list to pin to the wall, in words that stay true. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../domain/meeting.js';
import { type Month, monthOf } from '../../domain/month.js';
import { parseLocalDate, WEEKDAYS, weekdayOf } from '../../domain/recurrence/plain-day.js';
import { byDay, isOn, type Session } from '../../domain/sessions.js';
import { hoursInWords, stateInWords, stateWord } from '../../parts/session-in-words.js';
import { attendanceInWords, venueLines } from '../../parts/where-in-words.js';
import type { CalendarContext } from './meeting-calendar.view.js';
import type { CalendarView } from './shown-days.js';

export interface Paper {
  readonly as: CalendarView;
  readonly month: Month;
  readonly weeks: readonly (readonly LocalDate[])[];
  readonly sessions: readonly Session[];
}

/** Sessions on paper; more would be a book. */
const MOST_PRINTED = 500;
/** A month stays on one page. */
const MOST_PER_DAY = 10;

/** When it was printed, and where the newest dates are: what hangs on a wall grows old. */
function newest({ locale, today }: CalendarContext): TemplateResult {
  const { strings } = locale;
  const address = location.href.replace(/[?#].*$/, '');
  return html`<p>${locale.say(strings.printedOn, { date: locale.date(today) })} ${locale.say(strings.newestAt, { address })}</p>`;
}

function where({ locale }: CalendarContext, { occurrence: { meeting, change } }: Session): string {
  const venue = change?.venue ?? meeting.venue;
  const lines = venue && meeting.attendance !== 'online' ? venueLines(venue) : [];
  return locale.enumerate([attendanceInWords(locale, meeting.attendance), ...lines]);
}

/** A month as a table, all weeks on one page. */
export function monthSheet(context: CalendarContext, { month, weeks, sessions }: Paper): TemplateResult {
  const { locale } = context;
  const first = weeks[0] ?? [];
  const days = byDay(sessions);
  const rest = (date: LocalDate) => (days.get(date)?.length ?? 0) - MOST_PER_DAY;
  const day = (date: LocalDate) =>
    monthOf(date) === month
      ? html`<td><b>${locale.number(Number(date.slice(8)))}</b>${(days.get(date) ?? [])
          .slice(0, MOST_PER_DAY)
          .map((session) => {
            const state = stateWord(locale, session);
            return html`<p><span class=${isOn(session) ? nothing : 'sheet-off'}>${locale.time(session.time)} <bdi>${
              session.group.name
            }</bdi></span>${state ? html` <b>${state}</b>` : nothing}</p>`;
          })}${rest(date) > 0 ? html`<p>${locale.say(locale.strings.moreMeetings, { n: rest(date) })}</p>` : nothing}</td>`
      : html`<td></td>`;
  return html`<h2>${locale.strings.calendarTitle}: ${locale.month(`${month}-01`)}</h2>
    <table class="sheet-month">
      <thead><tr>${first.map((date) => {
        const weekday = WEEKDAYS[weekdayOf(parseLocalDate(date) ?? 0)] ?? 'MO';
        return html`<th scope="col">${locale.weekday(weekday)}</th>`;
      })}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map(day)}</tr>`)}</tbody>
    </table>
    ${newest(context)}`;
}

/** A list by day, each session with its place and how to join. */
export function agendaSheet(context: CalendarContext, { sessions }: Paper): TemplateResult {
  const { locale, now, viewerZone, today } = context;
  return html`<h2>${locale.strings.calendarTitle}</h2>
    ${newest(context)}
    ${[...byDay(sessions.slice(0, MOST_PRINTED))].map(
      ([date, ofDay]) =>
        html`<section class="sheet-day"><h3>${locale.day(date, today.slice(0, 4))}</h3><ul>${ofDay.map(
          (session) => {
            const state = stateInWords(locale, session, now, viewerZone, true);
            return html`<li><span class=${isOn(session) ? nothing : 'sheet-off'}>${hoursInWords(locale, session, viewerZone)}</span><div><b><bdi>${
              session.group.name
            }</bdi></b>${state ? html`<p><b>${state}</b></p>` : nothing}<p><bdi>${where(context, session)}</bdi></p></div></li>`;
          },
        )}</ul></section>`,
    )}`;
}

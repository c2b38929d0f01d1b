/** The month as a grid of days: one tab stop, arrow keys from day to day (WAI-ARIA Authoring Practices, grid). */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../../domain/meeting.js';
import { addDays, addMonths, type Month, monthOf, weekStart } from '../../domain/month.js';
import { WEEKDAYS } from '../../domain/recurrence/plain-day.js';
import { isOn, keyOf, type Session } from '../../domain/sessions.js';
import type { Locale } from '../../i18n/locale.js';
import { stateWord } from '../../parts/session-in-words.js';

/** Sessions told in a day's square; the rest is counted. */
const MOST_LINES = 3;
const MOST_DOTS = 3;
/** Sessions told in a day's name. */
const MOST_NAMED = 4;

export interface GridModel {
  readonly month: Month;
  readonly weeks: readonly (readonly LocalDate[])[];
  /** Sessions by the day under which they stand. */
  readonly byDay: ReadonlyMap<LocalDate, readonly Session[]>;
  readonly today: LocalDate;
  /** The day whose sessions are listed beside. */
  readonly chosen: LocalDate | undefined;
  /** The day that takes the focus. */
  readonly cell: LocalDate;
  /** 0 for Monday to 6 for Sunday. */
  readonly firstDay: number;
  /** Little room: dots in the place of names. */
  readonly narrow: boolean;
}

export interface GridActions {
  choose(date: LocalDate): void;
  /** Moves the focus to a day, of another month too. */
  move(date: LocalDate): void;
  /** @param date Of the square in which it stands. */
  open(session: Session, date: LocalDate): void;
}

/** Where a key leads from a day; `undefined` for other keys. */
export function dayByKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  date: LocalDate,
  rtl: boolean,
  firstDay: number,
): LocalDate | undefined {
  const ahead = rtl ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return addDays(date, ahead);
    case 'ArrowLeft':
      return addDays(date, -ahead);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'Home':
      return weekStart(date, firstDay);
    case 'End':
      return addDays(weekStart(date, firstDay), 6);
    case 'PageDown':
      return addMonths(date, shiftKey ? 12 : 1);
    case 'PageUp':
      return addMonths(date, shiftKey ? -12 : -1);
    default:
      return undefined;
  }
}

/** A session in few words: "18:30 Walk and talk, cancelled". */
const briefly = (locale: Locale, session: Session): string => {
  const state = stateWord(locale, session);
  const what = `${locale.time(session.time)} ${locale.apart(session.group.name)}`;
  return state ? locale.enumerate([what, state]) : what;
};

/** "Tuesday 24 November, today: 18:30 Walk and talk, cancelled; 2 more" */
function dayLabel(locale: Locale, date: LocalDate, sessions: readonly Session[], today: LocalDate): string {
  const { strings } = locale;
  const day = locale.enumerate([
    locale.day(date, today.slice(0, 4)),
    ...(date === today ? [strings.today] : []),
    locale.say(strings.meetings, { n: sessions.filter(isOn).length }),
  ]);
  const named = sessions.slice(0, MOST_NAMED).map((session) => briefly(locale, session));
  const rest = sessions.length - named.length;
  if (rest > 0) named.push(locale.say(strings.moreMeetings, { n: rest }));
  return named.length > 0 ? `${day}. ${named.join('. ')}` : day;
}

/** The state stands beside the hour, where no long name can push it out of sight. */
function line(locale: Locale, session: Session): TemplateResult {
  const state = stateWord(locale, session);
  const kind = isOn(session) ? 'line' : 'line off';
  // Texts are set as properties: a month has hundreds of them, and each binding between tags would leave a node of its own.
  return html`<span class=${kind} part="session" data-session=${keyOf(session)}><b .textContent=${locale.time(
    session.time,
  )}></b> ${state ? html`<em .textContent=${state}></em> ` : nothing}<bdi .textContent=${session.group.name}></bdi></span>`;
}

function inside(locale: Locale, sessions: readonly Session[], narrow: boolean): unknown {
  if (narrow) {
    if (sessions.length === 0) return nothing;
    return html`<span class="dots">${sessions
      .slice(0, MOST_DOTS)
      .map((session) =>
        isOn(session) && session.occurrence.status === 'scheduled'
          ? html`<i></i>`
          : html`<i class=${isOn(session) ? 'other' : 'off'}></i>`,
      )}</span>`;
  }
  // One more than fits is shown in the place of "1 more".
  const most = sessions.length <= MOST_LINES + 1 ? sessions.length : MOST_LINES;
  const rest = sessions.length - most;
  return html`${sessions.slice(0, most).map((session) => line(locale, session))}${
    rest > 0
      ? html`<span class="rest">${locale.say(locale.strings.moreMeetings, { n: rest })}</span>`
      : nothing
  }`;
}

function square(locale: Locale, model: GridModel, date: LocalDate): TemplateResult {
  const { month, byDay, today, chosen, cell, narrow } = model;
  // What is over helps nobody: the month before leaves its days blank, the one after does not.
  if (monthOf(date) < month) return html`<td></td>`;
  const sessions = byDay.get(date) ?? [];
  const kinds = ['day'];
  if (date === today) kinds.push('today');
  if (date === chosen) kinds.push('chosen');
  if (date < today) kinds.push('over');
  if (monthOf(date) > month) kinds.push('beyond');
  // A day's name is text, in an order to be heard; what the eye sees says the same and would be noise after it.
  return html`<td
    class=${kinds.join(' ')}
    part=${kinds.join(' ')}
    data-date=${date}
    tabindex=${date === cell ? 0 : -1}
    aria-selected=${date === chosen ? 'true' : 'false'}
    aria-current=${date === today ? 'date' : nothing}
  ><span class="unseen" .textContent=${dayLabel(locale, date, sessions, today)}></span><div aria-hidden="true"
    ><span class="number" .textContent=${locale.number(Number(date.slice(8)))}></span>${inside(locale, sessions, narrow)}</div
  ></td>`;
}

function head(locale: Locale, { firstDay, narrow }: GridModel): TemplateResult[] {
  return WEEKDAYS.map((_, index) => {
    const weekday = WEEKDAYS[(index + firstDay) % 7] ?? 'MO';
    return html`<th scope="col"><span aria-hidden="true">${locale.shortWeekday(weekday, narrow)}</span><span class="unseen">${locale.weekday(weekday)}</span></th>`;
  });
}

/** @param labelledBy Id of the heading that names the month. */
export function monthGrid(
  locale: Locale,
  model: GridModel,
  labelledBy: string,
  actions: GridActions,
): TemplateResult {
  const { weeks, cell, firstDay, narrow } = model;
  const named = ({ target }: Event, data: 'date' | 'session'): string | undefined =>
    target instanceof Element ? target.closest<HTMLElement>(`[data-${data}]`)?.dataset[data] : undefined;
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A tap may have brought the focus to another day than Tab would.
    const from = named(event, 'date') ?? cell;
    const to = dayByKey(event, from, locale.strings.dir === 'rtl', firstDay);
    const choose = event.key === 'Enter' || event.key === ' ';
    if (!to && !choose) return;
    event.preventDefault();
    if (to) actions.move(to);
    else actions.choose(from);
  };
  const click = (event: Event) => {
    const date = named(event, 'date');
    if (!date) return;
    const key = named(event, 'session');
    const session = key && model.byDay.get(date)?.find((one) => keyOf(one) === key);
    if (session) actions.open(session, date);
    else actions.choose(date);
  };
  return html`<table
    class=${narrow ? 'grid narrow' : 'grid'} part="grid" role="grid"
    aria-labelledby=${labelledBy} aria-describedby="grid-hint"
    @keydown=${press} @click=${click}
  ><thead><tr>${head(locale, model)}</tr></thead><tbody>${weeks.map(
    (week) => html`<tr>${week.map((date) => square(locale, model, date))}</tr>`,
  )}</tbody></table><p hidden id="grid-hint">${locale.strings.gridHint}</p>`;
}

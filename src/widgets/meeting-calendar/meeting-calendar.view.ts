/** How the calendar's days and sessions look: pure functions from sessions to templates. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { webUrl } from '../../domain/links.js';
import type { LocalDate } from '../../domain/meeting.js';
import { addMonths, type Month } from '../../domain/month.js';
import { isOn, isOnNow, keyOf, type Session } from '../../domain/sessions.js';
import type { Locale } from '../../i18n/locale.js';
import { hoursInWords, stateInWords, stateWord } from '../../parts/session-in-words.js';
import { dayInWords, todayAt, whenInWords } from '../../parts/when-in-words.js';
import { attendanceInWords } from '../../parts/where-in-words.js';
import { icons } from '../../ui/icons.js';
import type { CalendarView } from './shown-days.js';

/** A row tells so many topics and ways of access; an opened session tells all. */
const MOST_TOPICS = 2;
const MOST_ACCESS = 2;

/** What all views share. */
export interface CalendarContext {
  readonly locale: Locale;
  readonly now: number;
  readonly viewerZone: string;
  /** Where the visitor is. */
  readonly today: LocalDate;
  /** What stands above all, with the way to join it. */
  readonly lead: Session | undefined;
  /** @param from Which of the places that show it. */
  open(session: Session, from: string): void;
}

function whereInWords(locale: Locale, session: Session): string {
  const { change, meeting } = session.occurrence;
  const venue = change?.venue ?? meeting.venue;
  const town = meeting.attendance === 'online' ? undefined : (venue?.locality ?? venue?.name);
  return locale.enumerate([attendanceInWords(locale, meeting.attendance), ...(town ? [town] : [])]);
}

/** Everything that a screen reader needs of one session, beginning with what the eye sees. */
function fullName(context: CalendarContext, session: Session): string {
  const { locale, now, viewerZone, today } = context;
  const state = stateWord(locale, session);
  const { zones } = whenInWords(locale, session.occurrence, now, viewerZone);
  return locale.enumerate([
    locale.apart(session.group.name),
    locale.day(session.date, today.slice(0, 4)),
    hoursInWords(locale, session, viewerZone),
    ...(zones && !session.away ? [zones] : []),
    attendanceInWords(locale, session.occurrence.meeting.attendance),
    ...(state ? [state] : []),
  ]);
}

/** The name of a session as a button that opens it. */
function opener(context: CalendarContext, session: Session, from: string): TemplateResult {
  return html`<button
    type="button" class="button link name" part="name" aria-label=${fullName(context, session)}
    data-from=${from} data-session=${keyOf(session)} @click=${() => context.open(session, from)}
  ><bdi>${session.group.name}</bdi></button>`;
}

/** Where one joins from home while it is on. */
function joinNow({ locale, now }: CalendarContext, session: Session, primary: boolean): unknown {
  const { meeting, change } = session.occurrence;
  const url = webUrl(change?.joinUrl ?? meeting.joinUrl ?? '');
  if (!url || meeting.attendance === 'in-person' || !isOnNow(session, now)) return nothing;
  return html`<p class="join"><a
    class=${primary ? 'button primary' : 'button small'} part=${primary ? 'button button-primary' : 'button'}
    href=${url} target="_blank" rel="noopener noreferrer"
  >${locale.strings.joinNow}<span class="unseen">: <bdi>${session.group.name}</bdi></span></a> <span class="quiet small">${locale.say(locale.strings.joinNote, { host: new URL(url).hostname })}</span></p>`;
}

/** Part names that say how a session differs. */
const kinds = ({ occurrence: { status }, away }: Session): string[] =>
  away ? ['moved', 'away'] : status === 'scheduled' ? [] : [status];

function rowView(context: CalendarContext, session: Session): TemplateResult {
  const { locale, now, viewerZone } = context;
  const { group, occurrence, away } = session;
  const { soon, zones } = isOn(session) ? whenInWords(locale, occurrence, now, viewerZone) : {};
  const state = stateInWords(locale, session, now, viewerZone);
  const facts = locale.dotted([
    whereInWords(locale, session),
    ...group.topics.slice(0, MOST_TOPICS),
    ...occurrence.meeting.access.slice(0, MOST_ACCESS),
  ]);
  const off = !isOn(session);
  return html`<li class=${off ? 'row off' : 'row'} part=${['result session', ...kinds(session)].join(' ')}
    ><div class="time"
      >${soon ? html`<p class="live">${soon}</p>` : nothing}<p class="hours" part="when">${hoursInWords(locale, session, viewerZone)}</p
      >${zones ? html`<p class="quiet small">${zones}</p>` : nothing}</div
    ><div class="what"
      ><h5>${opener(context, session, 'list')}</h5
      >${state ? html`<p class="differs">${state}</p>` : nothing}${
        away ? nothing : html`<p class="facts" part="where">${facts}</p>`
      }${session.occurrence === context.lead?.occurrence ? nothing : joinNow(context, session, false)}</div
  ></li>`;
}

/**
 * One day with its sessions. Its heading takes the focus when the day is chosen; the space in it stands with a word, since
 * Chromium leaves one that stands alone out of the heading's name.
 */
function dayView(
  context: CalendarContext,
  date: LocalDate,
  sessions: readonly Session[],
  none: unknown,
): TemplateResult {
  const { locale, today } = context;
  const words = dayInWords(locale, date, today);
  const named = words === locale.day(date, today.slice(0, 4));
  return html`<section class="of-day" data-day=${date}
    ><h4 class="day-heading" part="day-heading" tabindex="-1">${words}${
      named ? nothing : html`<span class="quiet">${` ${locale.day(date, today.slice(0, 4))}`}</span>`
    }</h4
    >${
      sessions.length > 0
        ? html`<ul part="results">${repeat(sessions, keyOf, (session) => rowView(context, session))}</ul>`
        : none
    }</section>`;
}

/** Days with the sessions that stand under them. One template for one day and for many: a row that stays keeps the focus. */
export function daysView(
  context: CalendarContext,
  days: ReadonlyMap<LocalDate, readonly Session[]>,
  none: unknown,
  more: unknown,
): TemplateResult {
  return html`${repeat(
    days,
    ([date]) => date,
    ([date, ofDay]) => dayView(context, date, ofDay, none),
  )}${more}`;
}

/** "Tonight, 18:30: Walk and Talk. Cancelled." Whoever is about to leave home must see it first. */
function offToday(context: CalendarContext, session: Session): TemplateResult {
  const { locale, now, viewerZone, today } = context;
  const start = locale.enumerate([
    dayInWords(locale, session.date, today, session.time),
    locale.time(session.time),
  ]);
  return html`<p class="differs notice">${start}: ${opener(context, session, 'off')}<br />${stateInWords(locale, session, now, viewerZone)}</p>`;
}

/**
 * What is on now, else what comes next: the one big thing.
 * @param off What falls out today, or was moved away from it.
 */
export function leadView(
  context: CalendarContext,
  session: Session | undefined,
  off: readonly Session[],
): TemplateResult {
  return html`${off.map((one) => offToday(context, one))}${nextView(context, session)}`;
}

function nextView(context: CalendarContext, session: Session | undefined): TemplateResult {
  const { locale, now, viewerZone } = context;
  const { strings } = locale;
  if (!session) return html`<p class="lead quiet">${strings.noneAhead}</p>`;
  // Where it is another day than here, "tomorrow" would stand over a list that calls the same day "today".
  const elsewhere = todayAt(session.occurrence.meeting, now, viewerZone) !== context.today;
  const { day, soon, zones } = whenInWords(locale, session.occurrence, now, viewerZone, elsewhere);
  const state = stateInWords(locale, session, now, viewerZone);
  return html`<div class="lead" part="next-meeting">
    ${soon ? html`<p class="live">${soon}</p>` : html`<p class="quiet small">${strings.nextMeeting}</p>`}
    <p class="when" part="when">${day}</p>
    ${zones ? html`<p class="quiet">${zones}</p>` : nothing}
    <p>${opener(context, session, 'lead')} <span class="facts">${whereInWords(locale, session)}</span></p>
    ${state ? html`<p class="differs">${state}</p>` : nothing}
    ${joinNow(context, session, true)}
  </div>`;
}

/**
 * How many changes come soon, and on demand which.
 * @param looksAfter Whether it may be said that there is none.
 */
export function changesView(
  context: CalendarContext,
  changes: readonly Session[],
  looksAfter: boolean,
): unknown {
  const { locale, now, viewerZone, today } = context;
  const { strings } = locale;
  if (changes.length === 0)
    return looksAfter ? html`<p class="changes quiet small">${strings.noChanges}</p>` : nothing;
  return html`<details class="changes" part="changes">
    <summary>${icons.change}<span>${locale.say(strings.changesAhead, { n: changes.length })}</span></summary>
    <ul>${changes.map(
      (session) => html`<li>
        <p>${locale.enumerate([dayInWords(locale, session.date, today), locale.time(session.time)])}: ${opener(context, session, 'changes')}</p>
        <p class="differs small">${stateInWords(locale, session, now, viewerZone)}</p>
      </li>`,
    )}</ul>
  </details>`;
}

export interface MonthBarActions {
  turn(months: number): void;
  toToday(): void;
  showAs(view: CalendarView): void;
}

/**
 * The name of the month between the ways to its neighbours.
 * @param isNarrow Whether there is room for one view alone.
 * @param isAway Whether there is a way back to today.
 */
export function monthBar(
  locale: Locale,
  month: Month,
  shown: CalendarView,
  isNarrow: boolean,
  isAway: boolean,
  { turn, toToday, showAs }: MonthBarActions,
): TemplateResult {
  const { strings } = locale;
  const first = `${month}-01`;
  const name = (months: number) => locale.monthName(addMonths(first, months), isNarrow || shown === 'agenda');
  const choice = (as: CalendarView, label: string) => html`<button
    type="button" class=${shown === as ? 'button small kept' : 'button small'} part="button"
    aria-pressed=${shown === as ? 'true' : 'false'} @click=${() => showAs(as)}
  >${label}</button>`;
  return html`<div class="months">
    <button type="button" class="button small" part="button previous" @click=${() => turn(-1)}>
      ${icons.back}<span>${name(-1)}<span class="unseen">: ${strings.previousMonth}</span></span>
    </button>
    <h3 class="month" id="month" part="month-name" tabindex="-1">${locale.month(first)}</h3>
    <button type="button" class="button small" part="button next" @click=${() => turn(1)}>
      <span>${name(1)}<span class="unseen">: ${strings.nextMonth}</span></span>${icons.onward}
    </button>
    ${
      isAway || !isNarrow
        ? html`<div class="bar ways">${
            isAway
              ? html`<button type="button" class="button small plain" part="button" @click=${toToday}>${strings.toToday}</button>`
              : nothing
          }${
            !isNarrow
              ? html`<div class="bar" role="group" aria-label=${strings.showAs}>${choice('month', strings.asMonth)}${choice('agenda', strings.asList)}</div>`
              : nothing
          }</div>`
        : nothing
    }
  </div>`;
}

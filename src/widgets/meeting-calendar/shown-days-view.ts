/** The days of a calendar on the screen: the month as a grid, and beside or under it the sessions of one day, or of many. */
import { html, nothing, type TemplateResult } from 'lit';
import { displayed } from '../../domain/agenda.js';
import type { LocalDate } from '../../domain/meeting.js';
import { addDays, monthOf, weeksOf } from '../../domain/month.js';
import { byDay, type Session } from '../../domain/sessions.js';
import { type CalendarContext, daysView, type MonthBarActions, monthBar } from './meeting-calendar.view.js';
import { type GridActions, monthGrid } from './month-grid.js';
import { AGENDA_DAYS, MORE_ROWS, type ShownDays } from './shown-days.js';

export interface DaysActions extends MonthBarActions, GridActions {
  /** Lists more sessions. */
  more(): void;
  /** From the sessions of a day back to the grid, by Escape. */
  escape(event: KeyboardEvent): void;
}

/** The way from days without a meeting to the next one. */
function elsewhere(
  { locale, lead, today, viewerZone }: CalendarContext,
  day: LocalDate,
  { choose }: DaysActions,
): unknown {
  if (!lead || lead.date === day) return nothing;
  const { strings } = locale;
  const when = locale.say(strings.dayFrom, {
    day: locale.day(lead.date, today.slice(0, 4)),
    from: locale.time(displayed(lead.occurrence, viewerZone).time),
  });
  return html`<p>${locale.say(strings.nextUp, { next: when })}
    <button type="button" class="button link" part="button" @click=${() => choose(lead.date)}>${strings.toNext}</button></p>`;
}

function listView(
  context: CalendarContext,
  days: ShownDays,
  day: LocalDate,
  sessions: readonly Session[],
  actions: DaysActions,
): TemplateResult {
  const { locale } = context;
  const { strings } = locale;
  const agenda = days.view === 'agenda';
  if (sessions.length === 0) {
    const none = agenda ? strings.weeksWithout : strings.dayWithout;
    return daysView(
      context,
      new Map([[day, []]]),
      html`<p class="quiet">${none}</p>${elsewhere(context, day, actions)}`,
      nothing,
    );
  }
  const shown = sessions.slice(0, days.rows);
  const rest = sessions.length - shown.length;
  const way = (more: string, label: string, go: () => void) =>
    html`<p><button type="button" class=${more} part="button" @click=${go}>${label}</button></p>`;
  const on =
    rest > 0
      ? way('button more', locale.say(strings.showMeetings, { n: Math.min(rest, MORE_ROWS) }), actions.more)
      : agenda
        ? way('button', strings.onwards, () => actions.choose(addDays(day, AGENDA_DAYS)))
        : nothing;
  return daysView(context, byDay(shown), nothing, on);
}

/**
 * @param firstDay Of the week, 0 for Monday to 6 for Sunday.
 * @param isNarrow Whether there is room for one view alone.
 */
export function shownDaysView(
  context: CalendarContext,
  days: ShownDays,
  firstDay: number,
  isNarrow: boolean,
  actions: DaysActions,
): TemplateResult {
  const { locale, today } = context;
  const { month, view, day: chosen } = days;
  const agenda = view === 'agenda';
  const weeks = weeksOf(month, firstDay);
  const sessions = days.between(`${month}-01`, weeks.at(-1)?.at(-1) ?? `${month}-01`);
  const sessionsByDay = byDay(sessions);
  const day = chosen ?? (agenda ? days.begin : days.busyDay(sessions));
  const isAway = chosen !== undefined || month !== monthOf(today);
  const cell = days.cell ?? day;
  const model = {
    month,
    weeks,
    byDay: sessionsByDay,
    today,
    chosen,
    cell,
    firstDay,
    narrow: isNarrow || agenda,
  };
  return html`<div class=${agenda ? 'calendar agenda' : 'calendar'}>
    <div>${monthBar(locale, month, view, isNarrow, isAway, actions)}${monthGrid(locale, model, 'month', actions)}</div>
    <div class="days" @keydown=${actions.escape}>${listView(
      context,
      days,
      day,
      agenda ? days.from(day) : (sessionsByDay.get(day) ?? []),
      actions,
    )}</div>
  </div>`;
}

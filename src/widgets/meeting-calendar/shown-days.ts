/** Which days a calendar shows, and what stands under them: what a visitor chose, else from today on, in the way that fits. */
import type { LocalDate } from '../../domain/meeting.js';
import { addDays, asLocalDate, lastOf, type Month, monthOf } from '../../domain/month.js';
import { localTime } from '../../domain/recurrence/zone.js';
import { changesAhead, isOn, isOnNow, isOver, type Programme, type Session } from '../../domain/sessions.js';
import { todayAt } from '../../parts/when-in-words.js';
import type { Further } from './further.js';

export type CalendarView = 'agenda' | 'month';

/** Sessions listed at first, and added on demand. */
const FIRST_ROWS = { agenda: 6, month: 4 } as const;
export const MORE_ROWS = 16;
/** A list reaches so far from the day on which it begins. */
export const AGENDA_DAYS = 35;
/** Evenings that fall out today stand over everything else. */
const MOST_OFF = 3;

/** What the days depend on, as it is at the moment. */
export interface Given {
  readonly now: number;
  readonly viewerZone: string;
  /** The day to begin with, as the webmaster wrote it; else today. */
  readonly date: string;
  /** What is shown while a visitor has chosen nothing. */
  readonly view: CalendarView;
  /** Narrows sessions down, once it is there. */
  readonly narrowing: Pick<Further, 'narrow' | 'touched'> | undefined;
}

export class ShownDays {
  /** What a visitor chose. */
  chosenView: CalendarView | undefined;
  day: LocalDate | undefined;
  #month: Month | undefined;
  /** The day of the grid that takes the focus. */
  cell: LocalDate | undefined;
  /** Sessions that a visitor asked for beyond the first ones. */
  moreRows = 0;
  programme: Programme | undefined;
  /** What was asked of the programme since it or a choice changed: one drawing asks for the same days several times. */
  readonly #answers = new Map<string, readonly Session[]>();

  constructor(private readonly given: () => Given) {}

  take(programme: Programme | undefined): void {
    this.programme = programme;
    this.refit();
  }

  /** Other sessions may fit what is chosen now. */
  refit(): void {
    this.#answers.clear();
  }

  /** Shows other days; none named, those to begin with. */
  show(month: Month | undefined, day: LocalDate | undefined): void {
    this.#month = month;
    this.day = day;
    this.cell = day;
    this.moreRows = 0;
  }

  get view(): CalendarView {
    return this.chosenView ?? this.given().view;
  }

  get rows(): number {
    return FIRST_ROWS[this.view] + this.moreRows;
  }

  /** Where the visitor is. */
  get today(): LocalDate {
    const { now, viewerZone } = this.given();
    return localTime(now, viewerZone).slice(0, 10);
  }

  /** The day to begin with. */
  get #start(): LocalDate {
    return asLocalDate(this.given().date) ?? this.today;
  }

  get month(): Month {
    return this.#month ?? monthOf(this.#start);
  }

  /** The first day of the shown month that matters. */
  get begin(): LocalDate {
    const month = this.#month;
    if (month === undefined) return this.#start;
    return [this.today, this.#start].find((day) => monthOf(day) === month) ?? `${month}-01`;
  }

  /** The sessions under some days that fit what is chosen. */
  between(first: LocalDate, last: LocalDate): readonly Session[] {
    const days = `${first}/${last}`;
    let sessions = this.#answers.get(days);
    if (!sessions) {
      const all = this.programme?.between(first, last) ?? [];
      sessions = this.given().narrowing?.narrow(all) ?? all;
      this.#answers.set(days, sessions);
    }
    return sessions;
  }

  get ofMonth(): readonly Session[] {
    return this.between(`${this.month}-01`, lastOf(this.month));
  }

  /** All sessions of the days that are shown, whatever is chosen. */
  get all(): readonly Session[] {
    const { month, programme } = this;
    if (this.view === 'month') return programme?.between(`${month}-01`, lastOf(month)) ?? [];
    const from = this.day ?? this.begin;
    return programme?.between(from, addDays(from, AGENDA_DAYS - 1)) ?? [];
  }

  /** From this day on began what is on at the beginning of a day. */
  #before(day: LocalDate): LocalDate {
    return addDays(day, -(this.programme?.reach ?? 1));
  }

  /** From now on, as far as changes are told. */
  get #ahead(): readonly Session[] {
    return this.between(this.#before(this.today), addDays(this.today, AGENDA_DAYS));
  }

  get changes(): readonly Session[] {
    const { now, viewerZone } = this.given();
    return changesAhead(this.#ahead, now, viewerZone);
  }

  /** What is on now, else what comes next. */
  get lead(): Session | undefined {
    const { now, narrowing } = this.given();
    const ahead = this.#ahead.filter((session) => isOn(session) && !isOver(session, now));
    const onNow = ahead.find((session) => isOnNow(session, now));
    const [next] = ahead.sort((a, b) => a.occurrence.start - b.occurrence.start);
    // Of what is narrowed down no more is known than what the days around hold.
    return onNow ?? next ?? (narrowing?.touched ? undefined : this.programme?.next(now));
  }

  /** What falls out today, or was moved away from it. */
  get off(): readonly Session[] {
    const { now, viewerZone } = this.given();
    // Today is today where the door is: the device may be set to a place where it is tomorrow.
    const isToday = ({ date, occurrence }: Session) => date === todayAt(occurrence.meeting, now, viewerZone);
    return this.#ahead
      .filter((session) => isToday(session) && !isOn(session) && (session.away || !isOver(session, now)))
      .slice(0, MOST_OFF);
  }

  /** The first day of the month on which something is still to come; else the first that matters. */
  busyDay(sessions: readonly Session[]): LocalDate {
    const { begin, today } = this;
    const { now } = this.given();
    const busy = sessions.find(
      (session) => session.date >= begin && (session.date !== today || !isOver(session, now)),
    );
    return busy?.date ?? begin;
  }

  /** Everything from a day on, as far as a list reaches; of today what is not over, and what will not be. */
  from(day: LocalDate): readonly Session[] {
    const { now } = this.given();
    const isToday = day === this.today;
    const first = isToday ? this.#before(day) : day;
    return this.between(first, addDays(day, AGENDA_DAYS - 1)).filter((session) => {
      if (session.date > day) return true;
      if (!isToday) return session.date === day;
      return isOnNow(session, now) || (session.date === day && (!isOver(session, now) || session.away));
    });
  }
}

/** `<kith-meeting-calendar>`: what is really on tonight, and on any other day. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Loaded } from '../../backend/ports.js';
import { displayed, sessionsAhead } from '../../domain/agenda.js';
import type { LocalDate } from '../../domain/meeting.js';
import {
  addDays,
  addMonths,
  asLocalDate,
  daysBetween,
  lastOf,
  type Month,
  monthOf,
  weeksOf,
} from '../../domain/month.js';
import { parseLocalDate, WEEKDAYS } from '../../domain/recurrence/plain-day.js';
import { localTime } from '../../domain/recurrence/zone.js';
import {
  byDay,
  changesAhead,
  type Excerpt,
  excerptOf,
  isOn,
  isOnNow,
  isOver,
  keyOf,
  Programme,
  type Session,
  sessionNamed,
} from '../../domain/sessions.js';
import { enCalendar } from '../../i18n/en-calendar.js';
import { enList } from '../../i18n/en-list.js';
import type { Locale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/strings.js';
import { groupDetail } from '../../parts/group-detail.js';
import { listing } from '../../parts/listing-styles.js';
import { ListingWidget } from '../../parts/listing-widget.js';
import { plainly } from '../../parts/plainly.js';
import { emptyListView, loadingView } from '../../parts/states.js';
import { todayAt } from '../../parts/when-in-words.js';
import { oneOf, trimmed, trimmedOr, wholeNumber } from '../../ui/attributes.js';
import { buttons } from '../../ui/buttons.js';
import { icons } from '../../ui/icons.js';
import type { WidgetState } from '../../ui/kith-element.js';
import { LaterPart } from '../../ui/later-part.js';
import { property } from '../../ui/property.js';
import { theme } from '../../ui/theme.js';
import type { UrlEntries } from '../../ui/url-state.js';
import { WidthController } from '../../ui/width-controller.js';
import type { Further, Paper } from './further.js';
import type { FurtherHost } from './further-host.js';
import { styles } from './meeting-calendar.styles.js';
import * as view from './meeting-calendar.view.js';
import { monthGrid } from './month-grid.js';
import { nameOf, OpenedSession, type SessionName } from './opened-session.js';
import type { Named, PageAddress } from './page-address.js';

type AddressParts = [typeof import('./page-address.js'), typeof import('../../ui/url-state.js')];

export type CalendarView = 'agenda' | 'month';

const VIEWS = ['', 'agenda', 'month'] as const;
const ATTENDANCE = ['', 'in-person', 'online'] as const;
/** Narrower than so many letters' widths there is no room for names in seven columns. */
const NARROW_EMS = 44;
/** Sessions listed at first, and added on demand. */
const FIRST_ROWS = { agenda: 6, month: 4 } as const;
const MORE_ROWS = 16;
/** Evenings that fall out today stand over everything else. */
const MOST_OFF = 3;
/** A list reaches so far from the day on which it begins. */
const AGENDA_DAYS = 35;
/** From this age on dates of a listing may be out of date. */
const STALE_DAYS = 30;

/**
 * Shows when groups really meet: the right day, the right hour, cancelled and moved evenings said in words. Reads the listing at
 * `src` in any known format; what a visitor chooses stays in memory on the device.
 *
 * @summary A calendar of peer-support meetings.
 * @tagname kith-meeting-calendar
 *
 * @slot empty - Other ways to get support, when there is no meeting.
 *
 * @fires {SessionOpenedEvent} kith-session-opened - A visitor opened a session: `groupId`, `date`.
 * @fires {SessionClosedEvent} kith-session-closed - A visitor went back: `groupId`, `date`.
 *
 * @csspart next-meeting - What is on now, or comes next.
 * @csspart changes - What is cancelled, moved or different soon.
 * @csspart month-name - The name of the month.
 * @csspart previous - The button to the month before.
 * @csspart next - The button to the next month.
 * @csspart grid - The month.
 * @csspart day - A day of the month.
 * @csspart today - The same, today.
 * @csspart chosen - The same, while its sessions are listed.
 * @csspart over - The same, before today.
 * @csspart beyond - The same, of the next month.
 * @csspart day-heading - The heading over the sessions of one day.
 * @csspart results - The sessions of one day.
 * @csspart result - One session in a list.
 * @csspart session - One session, in a list or in a day of the month.
 * @csspart cancelled - The same, cancelled.
 * @csspart moved - The same, moved.
 * @csspart changed - The same, with something different.
 * @csspart away - The same, on the day from which it was moved.
 * @csspart when - Day and time.
 * @csspart name - A group's name.
 * @csspart where - How and where it meets.
 * @csspart filters - The open filters.
 * @csspart field - A fieldset of the filters.
 * @csspart label - Its legend.
 * @csspart chip - A choice that is on.
 * @csspart detail - An opened session.
 * @csspart diary - The ways to put a session into a diary.
 * @csspart input - A text field among them.
 * @csspart hint - What to know about a way.
 *
 * @cssstate ready - Meetings are shown.
 * @cssstate empty - The listing has no group, or no date ahead.
 */
export class MeetingCalendar extends ListingWidget {
  static override readonly styles = [theme, buttons, listing, styles];

  /** `month` or `agenda`; else what fits the calendar's own width. Where there is room a visitor can change it. */
  @property({ converter: trimmed }) view = '';

  /** Day to begin with, `YYYY-MM-DD`; else today. */
  @property({ converter: trimmed }) date = '';

  /** First day of the week, an English name such as `Monday`, or `MO`; else that of the language and country. */
  @property({ converter: trimmed, attribute: 'first-day' }) firstDay = '';

  /** Shows one group alone: its id in the listing, or its name. */
  @property({ converter: trimmed }) group = '';

  /** Shows groups of one topic alone, as the listing names it. */
  @property({ converter: trimmed }) topic = '';

  /** Shows only what one can attend `in-person`, or `online`. */
  @property({ converter: trimmed }) attendance = '';

  /**
   * Keeps the shown days, filters and the opened session in the fragment of the page's address, for links, reloading and coming
   * back. The value is this calendar's name there, `kith-calendar` where it has none: several calendars need several names.
   */
  @property({ converter: trimmedOr('kith-calendar'), attribute: 'url-state' }) urlState = '';

  protected override brought: Partial<Strings> = { ...enList, ...enCalendar };

  #programme: Programme | undefined;
  /** What a visitor chose; nothing chosen is today, in the way that fits. */
  #chosenView: CalendarView | undefined;
  /** What a visitor asked to print; else what is shown. */
  #printAs: CalendarView | undefined;
  #month: Month | undefined;
  #day: LocalDate | undefined;
  /** The day of the grid that takes the focus. */
  #cell: LocalDate | undefined;
  /** Sessions that a visitor asked for beyond the first ones. */
  #moreRows = 0;
  #missing = false;
  /** What was asked of the programme since it or a choice changed: one drawing asks for the same days several times. */
  readonly #answers = new Map<string, readonly Session[]>();
  /** Choices that the address names, until the part that can choose is there. */
  #wanted: UrlEntries = [];
  #address: PageAddress | undefined;
  readonly #width = new WidthController(this, '.kith', NARROW_EMS);
  readonly #opened = new OpenedSession(this, (selector) => this.focusOn(selector));
  readonly #later = new LaterPart(
    this,
    () => import('./further.js'),
    (part) => this.#makeFurther(part),
    () => this.requestUpdate(),
    'the part that filters and prints could not be loaded; the calendar is there.',
  );
  readonly #home = new LaterPart(
    this,
    () => import('../../parts/take-home.js'),
    ({ TakeHome, phrases, dress }) => {
      this.brought = { ...this.brought, ...phrases };
      this.refreshLocale();
      dress(this.shadowRoot);
      return new TakeHome(this);
    },
    () => this.requestUpdate(),
    'the part that takes a date home could not be loaded; the calendar is there.',
  );

  /** Resolves when filtering and printing work too, or when it is known that they can't be loaded. Never rejects. */
  get filterable(): Promise<void> {
    return this.ready
      .then(() => this.#later.loading)
      .then(() => this.updateComplete)
      .then(() => undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#checkAttributes(changed);
    if (changed.has('date')) this.#show(undefined, undefined);
    const excerpt = ['group', 'topic', 'attendance'] as const;
    if (this.loaded && excerpt.some((name) => changed.has(name)) && !this.#sourceChanged(changed)) {
      this.#take(new Programme(this.#excerptOf(this.loaded), this.viewerZone));
    }
    super.willUpdate(changed);
  }

  #sourceChanged(changed: PropertyValues<this>): boolean {
    return changed.has('src') || changed.has('directory');
  }

  #checkAttributes(changed: PropertyValues<this>): void {
    const { view: shown, date, firstDay, attendance } = this;
    if (changed.has('view') && oneOf(VIEWS, shown) === undefined)
      this.hint('view', `"${shown}" is no view; write month or agenda, or leave it out`);
    if (changed.has('date') && date && parseLocalDate(date) === undefined)
      this.hint('date', `"${date}" is no day; write one such as 2026-03-24`);
    if (changed.has('firstDay') && firstDay && this.#weekStart === undefined)
      this.hint('first-day', `"${firstDay}" is no weekday; write one such as Monday`);
    if (changed.has('attendance') && oneOf(ATTENDANCE, attendance) === undefined)
      this.hint('attendance', `"${attendance}" is no way to attend; write in-person or online`);
  }

  /** The list stands: now the part that narrows it may come. */
  protected override updated(): void {
    if (this.locale && this.#programme?.groups.length && !this.#later.loading) this.#later.load();
    if (this.#programme) this.#address?.write(this.#entries);
  }

  protected override update(changed: PropertyValues<this>): void {
    const before = this.shadowRoot?.activeElement;
    super.update(changed);
    if (before && !this.shadowRoot?.activeElement) this.#refocus(before);
  }

  /** What had the focus is gone, such as a session that is over: it goes to the same session elsewhere, or to a heading. */
  #refocus(gone: Element): void {
    const { session = '' } = gone instanceof HTMLElement ? gone.dataset : {};
    const places = [
      `.name[data-session="${CSS.escape(session)}"]`,
      '.heading, .day-heading',
      '.month, .state h3',
    ];
    const found = places.map((place) => this.renderRoot.querySelector<HTMLElement>(place)).find(Boolean);
    found?.focus({ preventScroll: true });
  }

  protected override passed(): void {
    const programme = this.#programme;
    // The device has travelled.
    if (programme && programme.viewerZone !== this.viewerZone)
      this.#take(new Programme(programme.groups, this.viewerZone));
  }

  // Loading

  #excerptOf({ directory }: Loaded): Programme['groups'] {
    const attendance = oneOf(ATTENDANCE, this.attendance) || undefined;
    const excerpt: Excerpt = {
      ...(this.group ? { group: this.group } : {}),
      ...(this.topic ? { topic: this.topic } : {}),
      ...(attendance ? { attendance } : {}),
    };
    const groups = excerptOf(directory.groups, excerpt);
    const { group, topic } = this;
    if (directory.groups.length > 0) {
      const isKnown = (part: Excerpt) => excerptOf(directory.groups, part).length > 0;
      const noGroup = group && !isKnown({ group });
      const noTopic = topic && !isKnown({ topic });
      if (noGroup) this.hint('group', `"${group}" is no id and no name of a group in the list`);
      if (noTopic) this.hint('topic', `no group of the list has the topic "${topic}"`);
      // Each is right for itself.
      if (groups.length === 0 && !noGroup && !noTopic) {
        const asked = { group, topic, attendance };
        const named = Object.entries(asked).flatMap(([name, value]) => (value ? `${name}="${value}"` : []));
        this.hint(attendance ? 'attendance' : 'topic', `nothing in the list fits ${named.join(' and ')}`);
      }
    }
    return groups;
  }

  protected override forget(): void {
    this.#programme = undefined;
    this.#later.forget();
  }

  protected override async prepare(
    loaded: Loaded,
    pause: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<() => void> {
    const programme = new Programme(this.#excerptOf(loaded), this.viewerZone);
    await programme.prepare(this.#shownMonth, pause);
    const parts = this.urlState
      ? await Promise.all([import('./page-address.js'), import('../../ui/url-state.js')]).catch(() =>
          this.#addressHint('the part for it could not be loaded'),
        )
      : undefined;
    signal.throwIfAborted();
    return () => {
      this.#take(programme);
      const named = this.#readAddress(parts);
      if (named) this.#obey(named);
    };
  }

  #take(programme: Programme): void {
    this.#programme = programme;
    this.#answers.clear();
    this.#later.made?.accept(programme.groups);
    const open = this.#opened.session;
    if (!open) return;
    const again = this.#find(nameOf(open));
    if (again) this.#opened.session = again;
    else {
      this.#missing = true;
      const focused = this.shadowRoot?.activeElement;
      this.#opened.show(undefined);
      if (focused) this.focusOn('.day-heading, .grid [tabindex="0"]');
    }
  }

  protected override sayResult(): void {
    if (!this.#opened.session) this.#sayMonth();
  }

  #sayMonth(): void {
    const { locale } = this;
    if (!locale || !this.#programme) return;
    const first = `${this.#shownMonth}-01`;
    const n = this.#between(first, lastOf(this.#shownMonth)).filter(isOn).length;
    this.announcer.say(locale.say(locale.strings.meetingsIn, { month: locale.month(first), n }));
  }

  /** The session of that name, where it is now. */
  #find({ groupId, recurrenceId, meeting }: SessionName): Session | undefined {
    const group = this.#programme?.groups.find(({ id }) => id === groupId);
    return group && sessionNamed(group, recurrenceId, this.viewerZone, meeting);
  }

  // The page's address

  readonly #addressHint = (mend: string): undefined => void this.hint('url-state', mend);

  /** What the page's address names, when it is looked at for the first time. */
  #readAddress(parts: AddressParts | undefined): Named | undefined {
    const { urlState } = this;
    if (urlState === (this.#address?.name ?? '')) return undefined;
    this.#address?.leave();
    this.#address = undefined;
    if (!parts) return undefined;
    const [{ PageAddress }, { UrlState }] = parts;
    const obey = (named: Named) => {
      this.#obey(named);
      this.focusOn('.heading, .day-heading, .month');
    };
    this.#address = new PageAddress(UrlState, this, urlState, obey, this.#addressHint);
    return this.#address.read();
  }

  /** Shows what the page's address names. */
  #obey({ choices, day, view: shown, session }: Named): void {
    if (this.#later.made) this.#later.made.choose(choices);
    else this.#wanted = choices;
    this.#answers.clear();
    this.#chosenView = shown;
    this.#show(day && monthOf(day), day);
    const found = session && this.#find(session);
    this.#missing = session !== undefined && !found;
    const open = this.#opened.session;
    if (found && open && keyOf(found) === keyOf(open)) return;
    if (found || open) this.#opened.show(found);
  }

  get #entries(): UrlEntries {
    const name = this.#opened.session && nameOf(this.#opened.session);
    return [
      ...(this.#chosenView ? [['view', this.#chosenView] as const] : []),
      ...(this.#day ? [['day', this.#day] as const] : []),
      ...(this.#later.made?.entries ?? this.#wanted),
      ...(name ? [['session', name.recurrenceId] as const, ['group', name.groupId] as const] : []),
      ...(name?.meeting ? [['meeting', String(name.meeting)] as const] : []),
    ];
  }

  // What is shown

  protected override get widgetState(): WidgetState {
    if (this.hasFailed) return 'failed';
    if (!this.#programme) return 'loading';
    return this.#lead ? 'ready' : 'empty';
  }

  get #today(): LocalDate {
    return localTime(this.now, this.viewerZone).slice(0, 10);
  }

  /** 0 for Monday to 6 for Sunday; `undefined` where the attribute names none. */
  get #weekStart(): number | undefined {
    const index = WEEKDAYS.map(String).indexOf(this.firstDay.slice(0, 2).toUpperCase());
    return index < 0 ? undefined : index;
  }

  get #view(): CalendarView {
    return (
      this.#chosenView ?? (oneOf(VIEWS, this.view) || undefined) ?? (this.#width.narrow ? 'agenda' : 'month')
    );
  }

  get #rows(): number {
    return FIRST_ROWS[this.#view] + this.#moreRows;
  }

  /** The day to begin with. */
  get #start(): LocalDate {
    return asLocalDate(this.date) ?? this.#today;
  }

  get #shownMonth(): Month {
    return this.#month ?? monthOf(this.#start);
  }

  /** The first day of the shown month that matters. */
  get #anchor(): LocalDate {
    const month = this.#month;
    if (month === undefined) return this.#start;
    return [this.#today, this.#start].find((day) => monthOf(day) === month) ?? `${month}-01`;
  }

  /** The sessions under some days that fit what is chosen. */
  #between(first: LocalDate, last: LocalDate): readonly Session[] {
    const days = `${first}/${last}`;
    let sessions = this.#answers.get(days);
    if (!sessions) {
      const all = this.#programme?.between(first, last) ?? [];
      sessions = this.#later.made?.narrow(all) ?? all;
      this.#answers.set(days, sessions);
    }
    return sessions;
  }

  /** All sessions of the days that are shown, whatever is chosen. */
  get #span(): readonly Session[] {
    const first = `${this.#shownMonth}-01`;
    if (this.#view === 'month') return this.#programme?.between(first, lastOf(this.#shownMonth)) ?? [];
    const from = this.#day ?? this.#anchor;
    return this.#programme?.between(from, addDays(from, AGENDA_DAYS - 1)) ?? [];
  }

  /** What is on now began so many days ago at most. */
  get #reach(): number {
    return this.#programme?.reach ?? 1;
  }

  /** From now on, as far as changes are told. */
  get #ahead(): readonly Session[] {
    return this.#between(addDays(this.#today, -this.#reach), addDays(this.#today, AGENDA_DAYS));
  }

  /** What is on now, else what comes next. */
  get #lead(): Session | undefined {
    const programme = this.#programme;
    const ahead = this.#ahead.filter((session) => isOn(session) && !isOver(session, this.now));
    const onNow = ahead.find((session) => isOnNow(session, this.now));
    const [next] = ahead.sort((a, b) => a.occurrence.start - b.occurrence.start);
    if (onNow ?? next) return onNow ?? next;
    // Of what is narrowed down no more is known than what the days around hold.
    if (!programme || this.#later.made?.touched) return undefined;
    return programme.next(this.now);
  }

  // What a visitor does

  /** Shows other days. */
  #show(month: Month | undefined, day: LocalDate | undefined): void {
    this.#month = month;
    this.#day = day;
    this.#cell = day;
    this.#moreRows = 0;
    this.requestUpdate();
  }

  #turn(months: number): void {
    this.#show(monthOf(addMonths(`${this.#shownMonth}-01`, months)), undefined);
    this.#sayMonth();
  }

  readonly #toToday = (): void => {
    this.#show(monthOf(this.#today), undefined);
    this.#sayMonth();
    this.focusOn('.month');
  };

  readonly #choose = (date: LocalDate): void => {
    this.#show(monthOf(date), date);
    this.focusOn('.day-heading');
  };

  readonly #move = (date: LocalDate): void => {
    const other = monthOf(date) !== this.#shownMonth;
    if (other) {
      this.#show(monthOf(date), undefined);
      this.#sayMonth();
    }
    this.#cell = date;
    this.requestUpdate();
    this.focusOn(`[data-date="${date}"]`);
  };

  #open(session: Session, opener: string): void {
    this.#missing = false;
    if (!this.#home.loading || this.#home.failed) this.#home.load();
    // What stands under the day that it left is opened where it is now.
    this.#opened.open(session.away ? (this.#find(nameOf(session)) ?? session) : session, opener);
  }

  readonly #openFrom = (session: Session, from: string): void =>
    this.#open(session, `[data-from="${from}"][data-session="${CSS.escape(keyOf(session))}"]`);

  /** Escape leads from a day back to the grid. */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.focusOn('.grid [tabindex="0"]');
  };

  /** Where browsers do not tell of a wish to close. In a field or a list of choices Escape means something else. */
  readonly #escapeSession = (event: KeyboardEvent): void => {
    const inField = event.target instanceof Element && event.target.matches('input, select');
    if (event.key === 'Escape' && !event.defaultPrevented && !inField) void this.#opened.close();
  };

  #makeFurther({ Further, phrases, dress }: typeof import('./further.js')): Further | undefined {
    this.brought = { ...this.brought, ...phrases };
    this.refreshLocale();
    const programme = this.#programme;
    if (!programme) return undefined;
    dress(this.shadowRoot);
    const made = new Further(this.#lend(), programme.groups, this.#wanted);
    this.#answers.clear();
    this.#wanted = [];
    return made;
  }

  #lend(): FurtherHost {
    const calendar = this;
    return {
      get context() {
        return calendar.locale && calendar.#context(calendar.locale);
      },
      changed: () => {
        this.#moreRows = 0;
        this.#answers.clear();
        this.requestUpdate();
        this.#sayMonth();
      },
      requestUpdate: () => this.requestUpdate(),
      focusOn: (selector) => this.focusOn(selector),
    };
  }

  // Showing

  #context(locale: Locale): view.CalendarContext {
    return {
      locale,
      now: this.now,
      viewerZone: this.viewerZone,
      today: this.#today,
      lead: this.#lead,
      open: this.#openFrom,
    };
  }

  protected override renderIn(locale: Locale): TemplateResult {
    const { strings } = locale;
    const { session } = this.#opened;
    const quiet = this.isNight && !(this.#lead && isOnNow(this.#lead, this.now));
    const top = session
      ? html`<h2 class="unseen">${strings.calendarTitle}</h2><button type="button" class="button plain" part="button" @click=${this.#opened.close}>
          ${icons.back}${strings.backToCalendar}
        </button>`
      : html`<slot name="title"><h2 part="title">${strings.calendarTitle}</h2></slot>`;
    const further = this.#later.made;
    const first = quiet && !session && this.widgetState === 'ready' && !further?.touched;
    return html`${this.frame(
      locale,
      first
        ? { top, night: this.#leadView(locale), body: this.#body(locale, true) }
        : { top, body: this.#body(locale, false) },
      quiet,
    )}
    ${
      this.printing && further && !session
        ? html`<div class="paper">${further.paper(this.#onPaper(locale))}${this.help(locale, quiet, true)}</div>`
        : nothing
    }`;
  }

  #onPaper(locale: Locale): Paper {
    const first = `${this.#shownMonth}-01`;
    const as = this.#printAs ?? this.#view;
    const isMonth = as === 'month';
    const from = isMonth ? first : this.#anchor;
    return {
      as,
      month: this.#shownMonth,
      weeks: weeksOf(this.#shownMonth, this.#weekStart ?? locale.firstDay),
      sessions: this.#between(from, isMonth ? lastOf(this.#shownMonth) : addDays(from, AGENDA_DAYS - 1)),
    };
  }

  /** @param leadShown Whether what comes next stands above already. */
  #body(locale: Locale, leadShown: boolean): unknown {
    if (this.widgetState === 'failed') return this.failure(locale, '.month, .heading, .state h3');
    const programme = this.#programme;
    if (!programme) return loadingView(locale, this.source.slow, locale.strings.loading);
    if (programme.groups.length === 0) return emptyListView(locale);
    const { session } = this.#opened;
    if (session) return this.#sessionView(locale, session);
    const context = this.#context(locale);
    const further = this.#later.made;
    return html`${this.#missing ? html`<p class="notice">${locale.strings.sessionGone}</p>` : nothing}
      ${this.notices(locale)}
      ${this.#age(locale, true)}
      ${leadShown ? nothing : this.#leadView(locale)}
      ${view.changesView(context, changesAhead(this.#ahead, this.now, this.viewerZone), this.#looksAfter)}
      ${further?.bar(locale, this.#span) ?? this.#barComes(locale)}
      ${this.#calendar(locale, context)}
      ${further?.foot(locale, (as) => this.#print(as)) ?? nothing}
      ${this.#age(locale, false)}
      ${this.widgetState === 'empty' ? html`<slot name="empty"></slot>` : nothing}`;
  }

  /** Where the filters will stand, or why they do not. */
  #barComes({ strings }: Locale): TemplateResult {
    return this.#later.failed
      ? html`<p class="quiet small">${strings.filtersFailed}
        <button type="button" class="button link" part="button" @click=${this.#later.load}>${strings.tryAgain}</button></p>`
      : html`<div class="later" aria-hidden="true"></div>`;
  }

  #leadView(locale: Locale): unknown {
    const lead = this.#lead;
    if (!lead && this.#later.made?.touched) return nothing;
    // Today is today where the door is: the device may be set to a place where it is tomorrow.
    const off = this.#ahead.filter(
      (session) =>
        session.date === todayAt(session.occurrence.meeting, this.now, this.viewerZone) &&
        !isOn(session) &&
        (session.away || !isOver(session, this.now)),
    );
    return view.leadView(this.#context(locale), lead, off.slice(0, MOST_OFF));
  }

  #print(as: CalendarView): void {
    this.#printAs = as;
    // Some browsers come back from `print` before anything is printed.
    window.addEventListener('afterprint', () => (this.#printAs = undefined), { once: true });
    window.print();
  }

  /** How many days ago the dates were updated, where the listing says it. */
  get #days(): number | undefined {
    const checked = this.loaded?.directory.lastChecked;
    if (!checked || parseLocalDate(checked) === undefined) return undefined;
    const days = daysBetween(checked, this.#today);
    return days < 0 ? undefined : days;
  }

  get #isOld(): boolean {
    return (this.#days ?? 0) > (wholeNumber(this.staleAfter, 1) ?? STALE_DAYS);
  }

  /** Whether somebody would have told of a change: not where dates are old, or where there is none. */
  get #looksAfter(): boolean {
    return !this.#isOld && this.#lead !== undefined;
  }

  /** How old the dates are, quietly; above everything once that is long. */
  #age(locale: Locale, old: boolean): unknown {
    const days = this.#days;
    const isOld = this.#isOld;
    if (days === undefined || isOld !== old) return nothing;
    const { strings } = locale;
    const said = locale.say(isOld ? strings.outOfDate : strings.updatedAgo, { ago: locale.daysAgo(days) });
    return html`<p class=${isOld ? 'differs notice' : 'quiet small age'}>${said}</p>`;
  }

  #calendar(locale: Locale, context: view.CalendarContext): TemplateResult {
    const agenda = this.#view === 'agenda';
    const month = this.#shownMonth;
    const firstDay = this.#weekStart ?? locale.firstDay;
    const weeks = weeksOf(month, firstDay);
    const last = weeks.at(-1)?.at(-1) ?? `${month}-01`;
    const sessions = this.#between(`${month}-01`, last);
    const days = byDay(sessions);
    const day = this.#day ?? (agenda ? this.#anchor : this.#firstBusyDay(sessions));
    const narrow = this.#width.narrow || agenda;
    const grid = monthGrid(
      locale,
      {
        month,
        weeks,
        byDay: days,
        today: this.#today,
        chosen: this.#day,
        cell: this.#cell ?? day,
        firstDay,
        narrow,
      },
      'month',
      {
        choose: this.#choose,
        move: this.#move,
        open: (key, date) => {
          const session = days.get(date)?.find((one) => keyOf(one) === key);
          if (!session) return;
          this.#cell = date;
          this.#open(session, `[data-date="${date}"]`);
        },
      },
    );
    return html`<div class=${agenda ? 'calendar agenda' : 'calendar'}>
      <div>
        ${view.monthBar(locale, month, this.#width.narrow || agenda, {
          turn: (months) => this.#turn(months),
          toToday: this.#day || month !== monthOf(this.#today) ? this.#toToday : undefined,
          ...(this.#width.narrow ? {} : { shown: this.#view, showAs: this.#showAs }),
        })}
        ${grid}
      </div>
      <div class="days" @keydown=${this.#escape}>${agenda ? this.#agenda(locale, context, day) : this.#ofDay(locale, context, day, days.get(day) ?? [])}</div>
    </div>`;
  }

  readonly #showAs = (as: CalendarView): void => {
    this.#chosenView = as;
    this.requestUpdate();
  };

  /** The first day of the month on which something is still to come; else the first that matters. */
  #firstBusyDay(sessions: readonly Session[]): LocalDate {
    const anchor = this.#anchor;
    const today = this.#today;
    const busy = sessions.find(
      (session) => session.date >= anchor && (session.date !== today || !isOver(session, this.now)),
    );
    return busy?.date ?? anchor;
  }

  /** The sessions of the chosen day, under the month. */
  #ofDay(
    locale: Locale,
    context: view.CalendarContext,
    day: LocalDate,
    sessions: readonly Session[],
  ): TemplateResult {
    const shown = sessions.slice(0, this.#rows);
    const none = html`<p class="quiet">${locale.strings.dayWithout}</p>${this.#elsewhere(locale, day)}`;
    return view.daysView(
      context,
      new Map([[day, shown]]),
      none,
      this.#more(locale, sessions.length - shown.length),
    );
  }

  /** Everything from a day on, as far as a list reaches. */
  #agenda(locale: Locale, context: view.CalendarContext, day: LocalDate): TemplateResult {
    const from = day === this.#today ? addDays(day, -this.#reach) : day;
    const all = this.#between(from, addDays(day, AGENDA_DAYS - 1)).filter(
      (session) =>
        session.date > day ||
        (day === this.#today
          ? isOnNow(session, this.now) || this.#staysToday(session)
          : session.date === day),
    );
    const shown = all.slice(0, this.#rows);
    const { strings } = locale;
    const onwards = html`<p><button type="button" class="button" part="button" @click=${() => this.#choose(addDays(day, AGENDA_DAYS))}>
      ${strings.onwards}
    </button></p>`;
    if (all.length === 0) {
      const none = html`<p class="quiet">${strings.weeksWithout}</p>${this.#elsewhere(locale, day)}`;
      return view.daysView(context, new Map([[day, []]]), none, nothing);
    }
    const more = all.length > shown.length ? this.#more(locale, all.length - shown.length) : onwards;
    return view.daysView(context, byDay(shown), nothing, more);
  }

  /** Today's list holds what is not over, and what will not be. */
  #staysToday(session: Session): boolean {
    return session.date === this.#today && (!isOver(session, this.now) || session.away === true);
  }

  /** The way from days without a meeting to the next one. */
  #elsewhere(locale: Locale, day: LocalDate): unknown {
    const lead = this.#lead;
    if (!lead || lead.date === day) return nothing;
    const { strings } = locale;
    const when = locale.say(strings.dayFrom, {
      day: locale.day(lead.date, this.#today.slice(0, 4)),
      from: locale.time(displayed(lead.occurrence, this.viewerZone).time),
    });
    return html`<p>${locale.say(strings.nextUp, { next: when })}
      <button type="button" class="button link" part="button" @click=${() => this.#choose(lead.date)}>${strings.toNext}</button></p>`;
  }

  #more(locale: Locale, rest: number): unknown {
    if (rest <= 0) return nothing;
    const more = () => {
      const before = this.#rows;
      this.#moreRows += MORE_ROWS;
      this.requestUpdate();
      // The first row that was not there before takes the focus.
      void this.updateComplete.then(() =>
        this.renderRoot.querySelectorAll<HTMLElement>('.days .name')[before]?.focus(),
      );
    };
    return html`<p><button type="button" class="button more" part="button" @click=${more}>
      ${locale.say(locale.strings.showMeetings, { n: Math.min(rest, MORE_ROWS) })}
    </button></p>`;
  }

  #sessionView(locale: Locale, session: Session): TemplateResult {
    const { occurrence } = session;
    // Of an excerpt the group as a whole.
    const group = this.groupOf(session.group.id) ?? session.group;
    const { directory, sources } = this.loaded ?? {};
    const stale = this.staleOf(locale, group);
    const home = this.#home.made;
    const detail = groupDetail(
      locale,
      {
        group,
        lead: occurrence,
        occurrences: sessionsAhead(group, this.now, this.viewerZone),
        ...(directory?.organisation ? { organisation: directory.organisation } : {}),
        now: this.now,
        viewerZone: this.viewerZone,
        mark: plainly,
        ...(stale && group.lastChecked ? { stale } : {}),
        takeHome: this.#home.failed
          ? html`<p class="quiet small">${locale.strings.diaryFailed}
            <button type="button" class="button link" part="button" @click=${this.#home.load}>${locale.strings.tryAgain}</button></p>`
          : (home?.view(locale, {
              group,
              occurrence,
              now: this.now,
              viewerZone: this.viewerZone,
              feeds: (sources ?? []).flatMap(({ address, format }) => (format === 'ics' ? [address] : [])),
              say: (text: string) => this.announcer.say(text),
            }) ?? nothing),
      },
      {},
    );
    return html`<div @keydown=${this.#escapeSession}>${detail}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-meeting-calendar': MeetingCalendar;
  }
}

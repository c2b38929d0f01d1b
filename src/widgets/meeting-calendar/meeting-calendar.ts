/** `<kith-meeting-calendar>`: what is really on tonight, and on any other day. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Loaded } from '../../backend/ports.js';
import { sessionsAhead } from '../../domain/agenda.js';
import type { LocalDate } from '../../domain/meeting.js';
import {
  addDays,
  addMonths,
  asLocalDate,
  daysBetween,
  type Month,
  monthOf,
  weeksOf,
} from '../../domain/month.js';
import { isOn, isOnNow, keyOf, Programme, type Session, sessionNamed } from '../../domain/sessions.js';
import { enCalendar } from '../../i18n/en-calendar.js';
import { enList } from '../../i18n/en-list.js';
import type { Locale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/strings.js';
import { groupDetail } from '../../parts/group-detail.js';
import { listing } from '../../parts/listing-styles.js';
import { ListingWidget } from '../../parts/listing-widget.js';
import { plainly } from '../../parts/plainly.js';
import { emptyListView, loadingView } from '../../parts/states.js';
import { trimmed, trimmedOr, wholeNumber } from '../../ui/attributes.js';
import { buttons } from '../../ui/buttons.js';
import { icons } from '../../ui/icons.js';
import type { WidgetState } from '../../ui/kith-element.js';
import { LaterPart } from '../../ui/later-part.js';
import { property } from '../../ui/property.js';
import { theme } from '../../ui/theme.js';
import type { UrlEntries } from '../../ui/url-state.js';
import { WidthController } from '../../ui/width-controller.js';
import { checkAttributes, excerptBy, viewNamed, weekdayNamed } from './attributes.js';
import type { Further, Paper } from './further.js';
import type { FurtherHost } from './further-host.js';
import { styles } from './meeting-calendar.styles.js';
import * as view from './meeting-calendar.view.js';
import { nameOf, OpenedSession, type SessionName } from './opened-session.js';
import type { Named, PageAddress } from './page-address.js';
import { AGENDA_DAYS, type CalendarView, MORE_ROWS, ShownDays } from './shown-days.js';
import { type DaysActions, shownDaysView } from './shown-days-view.js';

type AddressParts = [typeof import('./page-address.js'), typeof import('../../ui/url-state.js')];

/** Narrower than so many letters' widths there is no room for names in seven columns. */
const NARROW_EMS = 44;
/** From this age on dates of a listing may be out of date. */
const STALE_DAYS = 30;
/** A copy that was not renewed for longer misses what was called off since. */
const COPY_DAYS = 2;

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

  readonly #days = new ShownDays(() => ({
    now: this.now,
    viewerZone: this.viewerZone,
    date: this.date,
    view: viewNamed(this.view) ?? (this.#width.narrow ? 'agenda' : 'month'),
    narrowing: this.#later.made,
  }));
  /** What a visitor asked to print; else what is shown. */
  #printAs: CalendarView | undefined;
  /** A visitor looks for a session that is not there: the address names it, or it went while it was open. */
  #missing = false;
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
    checkAttributes(this, changed, this.#tell);
    if (changed.has('date')) this.#show(undefined, undefined);
    const excerpt = ['group', 'topic', 'attendance'] as const;
    if (this.loaded && excerpt.some((name) => changed.has(name)) && !this.#sourceChanged(changed)) {
      this.#take(this.#programmeOf(this.loaded));
    }
    super.willUpdate(changed);
  }

  #sourceChanged(changed: PropertyValues<this>): boolean {
    return changed.has('src') || changed.has('directory');
  }

  /** The list stands: now the part that narrows it may come. */
  protected override updated(): void {
    if (this.locale && this.#programme?.groups.length && !this.#later.loading) this.#later.load();
    if (this.#programme) this.#address?.write(this.#named);
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

  readonly #tell = (attribute: string, mend: string): void => this.hint(attribute, mend);

  #programmeOf({ directory }: Loaded): Programme {
    return new Programme(excerptBy(this, directory.groups, this.#tell), this.viewerZone);
  }

  protected override forget(): void {
    this.#days.take(undefined);
    this.#later.forget();
  }

  protected override async prepare(
    loaded: Loaded,
    pause: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<() => void> {
    const programme = this.#programmeOf(loaded);
    await programme.prepare(this.#days.month, pause);
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
    this.#days.take(programme);
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
    const n = this.#days.ofMonth.filter(isOn).length;
    this.announcer.say(
      locale.say(locale.strings.meetingsIn, { month: locale.month(`${this.#days.month}-01`), n }),
    );
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
    this.#days.refit();
    this.#days.chosenView = shown;
    this.#show(day && monthOf(day), day);
    const found = session && this.#find(session);
    this.#missing = session !== undefined && !found;
    const open = this.#opened.session;
    if (found && open && keyOf(found) === keyOf(open)) return;
    if (found || open) this.#opened.show(found);
  }

  /** What the page's address should name. */
  get #named(): Named {
    const { chosenView: view, day } = this.#days;
    const { session } = this.#opened;
    const choices = this.#later.made?.entries ?? this.#wanted;
    return { choices, day, view, session: session && nameOf(session) };
  }

  // What is shown

  protected override get widgetState(): WidgetState {
    if (this.hasFailed) return 'failed';
    if (!this.#programme) return 'loading';
    return this.#days.lead ? 'ready' : 'empty';
  }

  get #programme(): Programme | undefined {
    return this.#days.programme;
  }

  #firstDay(locale: Locale): number {
    return weekdayNamed(this.firstDay) ?? locale.firstDay;
  }

  // What a visitor does

  /** Shows other days. */
  #show(month: Month | undefined, day: LocalDate | undefined): void {
    this.#days.show(month, day);
    this.requestUpdate();
  }

  #showMonth(day: LocalDate): void {
    this.#show(monthOf(day), undefined);
    this.#sayMonth();
  }

  readonly #actions: DaysActions = {
    turn: (months) => this.#showMonth(addMonths(`${this.#days.month}-01`, months)),
    toToday: () => {
      this.#showMonth(this.#days.today);
      this.focusOn('.month');
    },
    showAs: (as) => {
      this.#days.chosenView = as;
      this.requestUpdate();
    },
    choose: (date) => {
      this.#show(monthOf(date), date);
      this.focusOn('.day-heading');
    },
    move: (date) => {
      if (monthOf(date) !== this.#days.month) this.#showMonth(date);
      this.#days.cell = date;
      this.requestUpdate();
      this.focusOn(`[data-date="${date}"]`);
    },
    open: (session, date) => {
      this.#days.cell = date;
      this.#open(session, `[data-date="${date}"]`);
    },
    more: () => {
      const before = this.#days.rows;
      this.#days.moreRows += MORE_ROWS;
      this.requestUpdate();
      // The first row that was not there before takes the focus.
      void this.updateComplete.then(() =>
        this.renderRoot.querySelectorAll<HTMLElement>('.days .name')[before]?.focus(),
      );
    },
    escape: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      this.focusOn('.grid [tabindex="0"]');
    },
  };

  #open(session: Session, opener: string): void {
    this.#missing = false;
    if (!this.#home.loading || this.#home.failed) this.#home.load();
    // What stands under the day that it left is opened where it is now.
    this.#opened.open(session.away ? (this.#find(nameOf(session)) ?? session) : session, opener);
  }

  readonly #openFrom = (session: Session, from: string): void =>
    this.#open(session, `[data-from="${from}"][data-session="${CSS.escape(keyOf(session))}"]`);

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
    this.#days.refit();
    this.#wanted = [];
    return made;
  }

  #lend(): FurtherHost {
    return {
      changed: () => {
        this.#days.moreRows = 0;
        this.#days.refit();
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
      today: this.#days.today,
      lead: this.#days.lead,
      open: this.#openFrom,
    };
  }

  protected override renderIn(locale: Locale): TemplateResult {
    const { strings } = locale;
    const { session } = this.#opened;
    const { lead } = this.#days;
    const quiet = this.isNight && !(lead && isOnNow(lead, this.now));
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
        ? html`<div class="paper">${further.paper(this.#context(locale), this.#onPaper(locale))}${this.help(locale, quiet, true)}</div>`
        : nothing
    }`;
  }

  #onPaper(locale: Locale): Paper {
    const { begin, month, view: shown } = this.#days;
    const as = this.#printAs ?? shown;
    return {
      as,
      month,
      weeks: weeksOf(month, this.#firstDay(locale)),
      sessions:
        as === 'month' ? this.#days.ofMonth : this.#days.between(begin, addDays(begin, AGENDA_DAYS - 1)),
    };
  }

  /** @param leadShown Whether what comes next stands above already. */
  #body(locale: Locale, leadShown: boolean): unknown {
    if (this.widgetState === 'failed') return this.failure(locale, '.month, .heading, .state h3');
    const programme = this.#programme;
    if (!programme) return loadingView(locale, this.source.slow, locale.strings.loading);
    if (programme.groups.length === 0) return this.#nothing(locale);
    const { session } = this.#opened;
    if (session) return this.#sessionView(locale, session);
    const context = this.#context(locale);
    const further = this.#later.made;
    return html`${this.#missing ? html`<p class="notice">${locale.strings.sessionGone}</p>` : nothing}
      ${this.notices(locale)}
      ${this.#ageView(locale, true)}
      ${leadShown ? nothing : this.#leadView(locale)}
      ${view.changesView(context, this.#days.changes, this.#looksAfter)}
      ${further?.bar(locale, this.#days.all) ?? this.#barComes(locale)}
      ${shownDaysView(context, this.#days, this.#firstDay(locale), this.#width.narrow, this.#actions)}
      ${further?.foot(locale, (as) => this.#print(as)) ?? nothing}
      ${this.#ageView(locale, false)}
      ${this.widgetState === 'empty' ? html`<slot name="empty"></slot>` : nothing}`;
  }

  /** Where the filters will stand, or why they do not. */
  #barComes({ strings }: Locale): TemplateResult {
    return this.#later.failed
      ? html`<p class="quiet small">${strings.filtersFailed}
        <button type="button" class="button link" part="button" @click=${this.#later.load}>${strings.tryAgain}</button></p>`
      : html`<div class="later" aria-hidden="true"></div>`;
  }

  /** A list without a group; or one of which the attributes leave none: then the page's own children may help. */
  #nothing(locale: Locale): TemplateResult {
    if (this.loaded?.directory.groups.length === 0) return emptyListView(locale);
    return html`<div class="state empty" part="empty">
      <h3 tabindex="-1">${locale.strings.noneAhead}</h3>
      <slot name="empty"></slot><slot></slot>
    </div>`;
  }

  #leadView(locale: Locale): unknown {
    const { lead, off } = this.#days;
    if (!lead && this.#later.made?.touched) return nothing;
    return view.leadView(this.#context(locale), lead, off);
  }

  #print(as: CalendarView): void {
    this.#printAs = as;
    // Some browsers come back from `print` before anything is printed.
    window.addEventListener('afterprint', () => (this.#printAs = undefined), { once: true });
    window.print();
  }

  /** How many days ago the dates were copied, or checked, where the listing says it; what is too long ago goes before what is not. */
  get #age(): { readonly days: number; readonly isOld: boolean } | undefined {
    const { copiedOn, lastChecked } = this.loaded?.directory ?? {};
    const ageOf = (day: LocalDate | undefined, most: number) => {
      const days = day && asLocalDate(day) ? daysBetween(day, this.#days.today) : -1;
      return days < 0 ? [] : [{ days, isOld: days > most }];
    };
    const ages = [
      ...ageOf(copiedOn, COPY_DAYS),
      ...ageOf(lastChecked, wholeNumber(this.staleAfter, 1) ?? STALE_DAYS),
    ];
    return ages.find(({ isOld }) => isOld) ?? ages[0];
  }

  /** Whether somebody would have told of a change: not where dates are old, or where there is none. */
  get #looksAfter(): boolean {
    return !this.#age?.isOld && this.#days.lead !== undefined;
  }

  /** How old the dates are, quietly; above everything once that is long. */
  #ageView(locale: Locale, old: boolean): unknown {
    const age = this.#age;
    if (age?.isOld !== old) return nothing;
    const { days, isOld } = age;
    const { strings } = locale;
    const said = locale.say(isOld ? strings.outOfDate : strings.updatedAgo, { ago: locale.daysAgo(days) });
    return html`<p class=${isOld ? 'differs notice' : 'quiet small age'}>${said}</p>`;
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

/** `<kith-group-finder>`: finds a peer-support group in the listing that a clinic already keeps. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Loaded } from '../../backend/ports.js';
import { helpLines } from '../../content/help-lines.js';
import { sessionsAhead } from '../../domain/agenda.js';
import { completed, type Directory } from '../../domain/directory.js';
import type { Group } from '../../domain/group.js';
import { countryOf, type Help, helpFor } from '../../domain/help-line.js';
import { webUrl } from '../../domain/links.js';
import { isTimeZone, localTime } from '../../domain/recurrence/zone.js';
import { Timetable } from '../../domain/timetable.js';
import type { Locale } from '../../i18n/locale.js';
import { groupDetail } from '../../parts/group-detail.js';
import { helpLine } from '../../parts/help-line.js';
import { plainly } from '../../parts/plainly.js';
import { NEUTRAL_PAGE, QuickExit } from '../../parts/quick-exit.js';
import { emptyListView, failedView, loadingView } from '../../parts/states.js';
import { Announcer } from '../../ui/announcer.js';
import { kilometres, trimmed, trimmedOr, wholeNumber } from '../../ui/attributes.js';
import { buttons } from '../../ui/buttons.js';
import { ClockController } from '../../ui/clock-controller.js';
import { icons } from '../../ui/icons.js';
import { KithElement, type WidgetState } from '../../ui/kith-element.js';
import { property, state } from '../../ui/property.js';
import { SourceController } from '../../ui/source-controller.js';
import { theme } from '../../ui/theme.js';
import type { UrlEntries } from '../../ui/url-state.js';
import { saysWhenChecked, staleInWords } from './freshness.js';
import { styles } from './group-finder.styles.js';
import * as view from './group-finder.view.js';
import { LaterPart } from './later-part.js';
import type { Narrowing } from './narrowing.js';
import type { NarrowingHost } from './narrowing-host.js';
import { OpenPage } from './open-page.js';
import type { Named, PageAddress } from './page-address.js';
import { Webmaster } from './webmaster.js';

/** Rows shown until the later part is there. */
const FIRST_ROWS = 20;
/** When it can't be loaded there is no "more" either. */
const ROWS_WITHOUT_SEARCH = 200;
const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** At night, when nothing is on, the help lines come first. */
const NIGHT = { from: 22, to: 6 };

/**
 * Finds a peer-support group that fits. Reads the listing at `src` in any known format; everything a
 * visitor types, chooses or keeps stays in memory on the device.
 *
 * @summary A finder for peer-support groups.
 * @tagname kith-group-finder
 *
 * @slot - Shown until the element works, and when the list can't be loaded: a help line, a phone number, a link to the list.
 * @slot title - Replaces the heading.
 * @slot help - The clinic's own help lines, before ours.
 * @slot empty - Other ways to get support, when no group fits.
 * @slot footer - After the list.
 *
 * @fires {ReadyEvent} kith-ready - The list is loaded: `groups`, `kept`, `leftOut`.
 * @fires {ProblemEvent} kith-problem - A source could not be used, or rows were left out: `address`, `kind`, `hint`, `leftOut`.
 * @fires {GroupOpenedEvent} kith-group-opened - A visitor opened a group: `groupId`.
 * @fires {GroupClosedEvent} kith-group-closed - A visitor went back: `groupId`.
 * @fires {QuickExitEvent} kith-quick-exit - A visitor leaves the page at once: `url`. Prevent it to lead elsewhere yourself.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart field - A field with its label, a fieldset.
 * @csspart label - A label or legend.
 * @csspart input - A text field.
 * @csspart button - Every button.
 * @csspart button-primary - The one button that leads on.
 * @csspart quick-exit - The way out.
 * @csspart steps - The first steps.
 * @csspart filters - The open filters.
 * @csspart chip - A choice that is on, or a suggestion.
 * @csspart results - A list of groups.
 * @csspart result - One group in a list.
 * @csspart when - Day and time.
 * @csspart name - A group's name.
 * @csspart where - How and where it meets.
 * @csspart keep - The button that keeps a group.
 * @csspart kept - The same button while its group is kept.
 * @csspart shortlist - The kept groups.
 * @csspart detail - An opened group.
 * @csspart loading - The state while the list loads.
 * @csspart empty - The state when nothing fits.
 * @csspart failed - The state when the list can't be loaded.
 * @csspart help-line - Someone to talk to.
 * @csspart debug - The webmaster's panel.
 *
 * @cssproperty --kith-surface - Background of the widget.
 * @cssproperty --kith-surface-raised - Background of what stands out from it: open filters.
 * @cssproperty --kith-text - Text.
 * @cssproperty --kith-text-quiet - Text that steps back.
 * @cssproperty --kith-line - Hairlines between rows.
 * @cssproperty --kith-edge - Borders of fields and buttons.
 * @cssproperty --kith-accent - Links, the main button, icons of the first steps.
 * @cssproperty --kith-on-accent - Text on the accent.
 * @cssproperty --kith-accent-soft - Background of chips, of a pressed button and under the pointer.
 * @cssproperty --kith-focus - The ring around what has the focus.
 * @cssproperty --kith-focus-edge - A line along both sides of that ring, for a ring that is too bright for the page.
 * @cssproperty --kith-matches - Background of found words.
 * @cssproperty --kith-differs - Text that says what is different: cancelled, moved, ring before you go.
 * @cssproperty --kith-notice - Background of a notice in an opened group or above the list.
 * @cssproperty --kith-help - Background of the help line.
 * @cssproperty --kith-on-help - Heading and links on the help line.
 * @cssproperty --kith-font-family - Font; else the page's.
 * @cssproperty --kith-font-family-heading - Font of headings; else the same.
 * @cssproperty --kith-font-size - Size of running text.
 * @cssproperty --kith-line-height - Line height of running text.
 * @cssproperty --kith-font-weight-strong - Weight of headings and dates.
 * @cssproperty --kith-space - The step that all distances are made of.
 * @cssproperty --kith-padding - Space around everything.
 * @cssproperty --kith-radius - Corners of areas.
 * @cssproperty --kith-radius-control - Corners of fields and buttons.
 * @cssproperty --kith-line-width - Width of hairlines; borders of fields and buttons follow.
 * @cssproperty --kith-focus-width - Width of the focus ring.
 * @cssproperty --kith-focus-offset - Distance of the focus ring.
 * @cssproperty --kith-target-size - Least height of what is tapped.
 * @cssproperty --kith-max-width - Greatest width of the widget.
 *
 * @cssstate loading - The list is on its way.
 * @cssstate ready - Groups are listed.
 * @cssstate empty - No group fits, or the list has none.
 * @cssstate failed - The list can't be loaded.
 */
export class GroupFinder extends KithElement {
  static override readonly styles = [theme, buttons, styles];

  /** One or more addresses of the listing, parted by white space. */
  @property({ converter: trimmed }) src = '';

  /** Forces a format instead of knowing it by its content. */
  @property({ converter: trimmed }) format = '';

  /** IANA zone of a listing that names none, such as `Europe/London`. */
  @property({ converter: trimmed, attribute: 'source-time-zone' }) sourceTimeZone = '';

  /** IANA zone in which online times are shown; else the visitor's own. */
  @property({ converter: trimmed, attribute: 'time-zone' }) timeZone = '';

  /** Country of the help lines, ISO 3166-1 (`GB`); else the listing's when all of it is in one. */
  @property({ converter: trimmed }) country = '';

  /** A town or postcode of the listing to begin with. */
  @property({ converter: trimmed }) near = '';

  /** How far "near" reaches, such as `10 km` or `5 miles`; else nearest first without end. */
  @property({ converter: trimmed }) radius = '';

  /** After so many days without a check an entry says "ring before you go". */
  @property({ converter: trimmed, attribute: 'stale-after' }) staleAfter = '';

  /** Where the quick exit leads. */
  @property({ converter: trimmed, attribute: 'exit-url' }) exitUrl = '';

  /** A page with the same groups, offered when the list can't be loaded. */
  @property({ converter: trimmed, attribute: 'page-url' }) pageUrl = '';

  /**
   * Keeps filters and the opened group in the fragment of the page's address, for links, reloading and coming back; never a typed
   * word or a place. The value is this finder's name there, `kith` where it has none: several finders need several names.
   */
  @property({ converter: trimmedOr('kith'), attribute: 'url-state' }) urlState = '';

  /** Shows the webmaster's panel, as `?kith-debug` in the page's address does. */
  @property({ type: Boolean }) debug = false;

  /** A directory at hand instead of `src`. */
  @property({ attribute: false }) directory: Directory | undefined;

  /** The clock, milliseconds since the epoch; for tests and demonstrations. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @state() private kept: ReadonlySet<string> = new Set();
  @state() private printing = false;

  #now = 0;
  /** Asked for once a minute: each asking costs a millisecond. */
  #deviceZone = deviceZone();
  #timetable: Timetable | undefined;
  #loaded: Loaded | undefined;
  #saysWhenChecked = false;
  #pause: () => Promise<void> = () => Promise.resolve();
  /** Choices that the address names, until the part that can choose is there. */
  #wanted: UrlEntries = [];
  readonly #announcer = new Announcer(this);
  readonly #exit = new QuickExit(this, () => this.#exitTo ?? NEUTRAL_PAGE);
  readonly #webmaster = new Webmaster(this, () => this.hints);
  readonly #source = new SourceController(
    this,
    (loaded, pause, signal) => this.#accept(loaded, pause, signal),
    (problem) => this.#webmaster.refuse(problem),
  );
  readonly #page = new OpenPage(this, (selector) => this.#focus(selector));
  #address: PageAddress | undefined;
  readonly #later = new LaterPart(
    this,
    (part) => this.#makeNarrowing(part),
    () => {
      const focus = this.#focusInList;
      this.requestUpdate();
      if (focus) this.#focus(focus);
    },
  );

  constructor() {
    super();
    new ClockController(
      this,
      () => this.clock(),
      (now) => {
        this.#now = now;
        this.#deviceZone = deviceZone();
        const changed = this.#timetable?.refresh(now) ?? false;
        if (this.#narrowing) this.#narrowing.tick(changed);
        this.requestUpdate();
        if (changed) this.#holdFocus();
      },
    );
  }

  /** Resolves when the listing is shown, or when it is known that it can't be. Never rejects. */
  get ready(): Promise<void> {
    return this.#settled();
  }

  /** Moved in the page or given another address, a finder loads anew: the last load counts. */
  async #settled(): Promise<void> {
    let loading: Promise<void> | undefined;
    while (loading !== this.#source.loading) {
      await this.updateComplete;
      loading = this.#source.loading;
      await loading;
    }
    await this.worded;
    await this.updateComplete;
  }

  /** Resolves when searching and filtering work too, or when it is known that they can't be loaded. Never rejects. */
  get searchable(): Promise<void> {
    return this.ready
      .then(() => this.#later.loading)
      .then(() => this.updateComplete)
      .then(() => undefined);
  }

  /** Loads the listing again. What a visitor has typed, chosen and kept stays. */
  async reload(): Promise<void> {
    this.#load();
    await this.ready;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#printOn);
    window.addEventListener('afterprint', this.#printOff);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#printOn);
    window.removeEventListener('afterprint', this.#printOff);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('clock') || !this.#now) this.#now = this.clock();
    if (changed.has('radius') && this.radius && kilometres(this.radius) === undefined) {
      this.hint('radius', `"${this.radius}" is no distance; write "10 km" or "5 miles"`);
    }
    if (changed.has('staleAfter') && this.staleAfter && wholeNumber(this.staleAfter, 1) === undefined) {
      this.hint('stale-after', `"${this.staleAfter}" is no number of days; write a whole number such as 90`);
    }
    if (changed.has('exitUrl') && this.exitUrl && !this.#exitTo) {
      this.hint('exit-url', `"${this.exitUrl}" is no web address; write one such as https://www.example.org`);
    }
    if (changed.has('timeZone')) this.#checkZone('time-zone', this.timeZone);
    if (changed.has('sourceTimeZone')) this.#checkZone('source-time-zone', this.sourceTimeZone);
    const sources = ['src', 'format', 'directory', 'sourceTimeZone', 'timeZone'] as const;
    if (sources.some((name) => changed.has(name))) this.#load();
    if (changed.has('country')) this.refreshLocale();
    if (changed.has('near') && this.near) this.#narrowing?.startNear(this.near);
    this.showState(this.#state);
  }

  /** The list stands: now the part that searches it may come. */
  protected override updated(): void {
    if (this.locale && this.#timetable?.groups.length && !this.#later.loading) this.#later.load();
    if (this.#timetable) this.#address?.write(this.#narrowing?.entries ?? this.#wanted, this.#page.groupId);
  }

  /** A web address, or a path on the page's own site. */
  get #exitTo(): string | undefined {
    const own = /^[./]/.test(this.exitUrl) && URL.canParse(this.exitUrl, document.baseURI);
    return webUrl(own ? new URL(this.exitUrl, document.baseURI).href : this.exitUrl);
  }

  #checkZone(attribute: string, zone: string): void {
    if (zone && !isTimeZone(zone))
      this.hint(attribute, `"${zone}" is no time zone; write one such as Europe/London`);
  }

  get #narrowing(): Narrowing | undefined {
    return this.#later.narrowing;
  }

  get #state(): WidgetState {
    if (this.#source.status === 'failed' || (this.#source.status === 'idle' && !this.#timetable))
      return 'failed';
    if (!this.#timetable) return 'loading';
    const total = this.#narrowing?.result.total ?? this.#timetable.groups.length;
    return total > 0 ? 'ready' : 'empty';
  }

  protected override get region(): string | undefined {
    return this.#help.country;
  }

  get #help(): Help {
    return helpFor(countryOf(this.country || undefined, this.#loaded?.directory).country, helpLines);
  }

  /** The visitor's zone, or the one that the page insists on. */
  get #viewerZone(): string {
    return isTimeZone(this.timeZone) ? this.timeZone : this.#deviceZone;
  }

  // Loading

  #load(): void {
    const addresses = this.src.split(/\s+/).filter(Boolean);
    if (!this.directory && addresses.length === 0) {
      this.hint('src', 'is missing; write the address of your list, such as src="/groups.csv"');
      this.#source.clear();
      this.#timetable = undefined;
      this.#loaded = undefined;
      this.#later.forget();
      void this.#webmaster.showPanel([], 0);
      return;
    }
    const zone = isTimeZone(this.sourceTimeZone) ? this.sourceTimeZone : '';
    this.#source.load(
      {
        addresses,
        ...(this.format ? { format: this.format } : {}),
        ...(zone ? { timeZone: zone } : {}),
        today: localTime(this.clock(), zone || this.#viewerZone).slice(0, 10),
      },
      this.directory ? { directory: completed(this.directory), sources: [] } : undefined,
    );
  }

  async #accept(loaded: Loaded, pause: () => Promise<void>, signal: AbortSignal): Promise<void> {
    const { directory, sources, hints = [] } = loaded;
    this.#now = this.clock();
    const timetable = await Timetable.create(directory.groups, this.#now, this.#viewerZone, pause);
    const part = this.urlState
      ? await import('./page-address.js').catch(() =>
          this.#addressHint('the part for it could not be loaded'),
        )
      : undefined;
    // Another load may have begun meanwhile: then the address is that one's to read.
    signal.throwIfAborted();
    const wanted = this.#readAddress(part);
    this.#timetable = timetable;
    this.#loaded = loaded;
    this.#saysWhenChecked = saysWhenChecked(directory);
    this.#pause = pause;
    if (!this.#groupOf(this.#page.groupId)) this.#page.lose();
    this.refreshLocale();
    if (this.#narrowing && this.locale) this.#narrowing.accept(timetable, directory, this.locale, pause);
    if (wanted) this.#obey(wanted);
    const { hint } = countryOf(this.country || undefined, directory);
    if (hint) this.hint('country', hint);
    for (const told of hints) this.hint('src', told);
    this.#webmaster.report(sources, directory.groups.length);
    if (!this.#waits) this.#sayFound(this.#narrowing?.result.total ?? directory.groups.length);
  }

  readonly #addressHint = (mend: string): undefined => void this.hint('url-state', mend);

  /** What the page's address names, when it is looked at for the first time. */
  #readAddress(part: typeof import('./page-address.js') | undefined): Named | undefined {
    const { urlState } = this;
    if (urlState === (this.#address?.name ?? '')) return undefined;
    this.#address?.leave();
    this.#address = undefined;
    if (!part) return undefined;
    const obey = (named: Named) => {
      this.#obey(named);
      this.#focus('.counted, .section, .empty h3, .heading');
    };
    this.#address = new part.PageAddress(this, this.#page, urlState, obey, this.#addressHint);
    return this.#address.read();
  }

  #groupOf(groupId: string | undefined): Group | undefined {
    return this.#loaded?.directory.groups.find(({ id }) => id === groupId);
  }

  /** Shows what the page's address names. */
  #obey({ choices, groupId }: Named): void {
    if (this.#narrowing) this.#narrowing.choose(choices);
    else this.#wanted = choices;
    this.#address?.open(groupId, this.#groupOf(groupId) !== undefined);
  }

  /** The address asks for choices that cannot be made yet: showing everything first would be a jump. */
  get #waits(): boolean {
    return this.#wanted.length > 0 && !this.#narrowing && !this.#later.failed;
  }

  #makeNarrowing({ Narrowing, phrases, dress }: typeof import('./narrowing.js')): Narrowing | undefined {
    this.brought = phrases;
    this.refreshLocale();
    const { locale } = this;
    const directory = this.#loaded?.directory;
    if (!locale || !this.#timetable || !directory) return undefined;
    dress(this.shadowRoot);
    const { near } = this;
    const made = new Narrowing(
      this.#lend(),
      this.#timetable,
      directory,
      locale,
      near,
      this.#wanted,
      this.#pause,
    );
    this.#wanted = [];
    return made;
  }

  /** What has the focus in the list, as a selector: the list is drawn anew when it can be searched. */
  get #focusInList(): string | undefined {
    const active = this.shadowRoot?.activeElement;
    const name = active?.closest('.row')?.querySelector<HTMLElement>('[data-group]');
    if (!name) return active?.closest('.counted, .later') ? '.counted, .section' : undefined;
    const row = `[data-group="${CSS.escape(name.dataset['group'] ?? '')}"]`;
    return active === name ? row : `.row:has(${row}) .keep`;
  }

  #lend(): NarrowingHost {
    const finder = this;
    return {
      get now() {
        return finder.#now;
      },
      get viewerZone() {
        return finder.#viewerZone;
      },
      get locale() {
        return finder.locale;
      },
      get kept() {
        return finder.kept;
      },
      get radiusKm() {
        return kilometres(finder.radius);
      },
      rowContext: (locale) => this.#rowContext(locale),
      requestUpdate: () => this.requestUpdate(),
      sayFound: (total) => this.#sayFound(total),
      say: (text) => this.#announcer.say(text),
      focusOn: (selector) => this.#focus(selector),
      showKept: () => this.#page.showKept(),
      forgetKept: () => {
        this.kept = new Set();
      },
      hint: (attribute, mend) => this.hint(attribute, mend),
    };
  }

  #sayFound(total: number): void {
    const { locale } = this;
    if (locale)
      this.#announcer.say(
        total > 0 ? locale.say(locale.strings.found, { n: total }) : locale.strings.foundNone,
      );
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** A row that moves or goes as its evening ends lets the focus fall; the page stays where it is. */
  #holdFocus(): void {
    const held = this.#focusInList;
    if (!held) return;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    void this.updateComplete.then(() => {
      if (!this.shadowRoot?.activeElement)
        (find(held) ?? find('.counted, .section'))?.focus({ preventScroll: true });
    });
  }

  readonly #keep = (groupId: string): void => {
    const next = new Set(this.kept);
    if (!next.delete(groupId)) next.add(groupId);
    this.kept = next;
    // In the short list the row goes away under the finger.
    if (this.#page.is('kept')) this.#focus('.shortlist .heading');
  };

  readonly #printOn = (): void => {
    this.printing = true;
    this.performUpdate();
  };

  readonly #printOff = (): void => {
    this.printing = false;
  };

  // Showing

  /** "Ring before you go", when an entry was not checked for long. */
  #stale(locale: Locale, group: Group): string | undefined {
    const directory = this.#loaded?.directory;
    return directory && staleInWords(locale, group, directory, this.#now, this.staleAfter);
  }

  #rowContext(locale: Locale): view.RowContext {
    return {
      locale,
      now: this.#now,
      viewerZone: this.#viewerZone,
      ...(this.#narrowing?.marking ?? {
        mark: plainly,
        why: () => nothing,
        each: (rows, draw) => rows.map(draw),
      }),
      kept: this.kept,
      // Said of every row it would soon be read of none.
      stale: ({ group }) => (this.#saysWhenChecked ? this.#stale(locale, group) : undefined),
      open: ({ group }) => this.#page.open(group.id),
      keep: ({ group }) => this.#keep(group.id),
    };
  }

  protected override view(locale: Locale): TemplateResult {
    const { strings } = locale;
    const night = this.#isQuietNight;
    const help = helpLine(locale, this.#help, this.#now, night);
    const helpFirst = night && this.#page.is('list') && !this.#narrowing?.touched;
    return html`<div class="screen">
      <div class="reach">${this.#exit.render(locale)}</div>
      <div class="top">${
        this.#page.is('list')
          ? html`<slot name="title"><h2 part="title">${strings.findTitle}</h2></slot>`
          : html`<h2 class="unseen">${strings.findTitle}</h2><button type="button" class="button plain" part="button" @click=${this.#page.back}>
            ${icons.back}${this.#backLabel(locale)}
          </button>`
      }</div>
      ${this.#announcer.render()}
      ${helpFirst ? html`<div class="night">${this.#quiet(locale)}${help}</div>` : nothing}
      ${this.#body(locale, helpFirst)}
      ${helpFirst ? nothing : help}
      <slot name="footer"></slot>
      ${this.#webmaster.panel?.() ?? nothing}
    </div>
    ${
      this.printing && this.#narrowing && this.#page.groupId === undefined
        ? html`<div class="paper">${this.#narrowing.paper(locale, this.#page.is('kept'))}${helpLine(locale, this.#help, this.#now, night, true)}</div>`
        : nothing
    }`;
  }

  get #isQuietNight(): boolean {
    const hour = Number(localTime(this.#now, this.#viewerZone).slice(11, 13));
    return (hour >= NIGHT.from || hour < NIGHT.to) && this.#timetable?.onNow(this.#now).length === 0;
  }

  /** "Nothing is meeting now", with what is next. */
  #quiet(locale: Locale): TemplateResult | typeof nothing {
    const timetable = this.#timetable;
    if (!timetable || timetable.onNow(this.#now).length > 0) return nothing;
    return view.quietNow(locale, timetable.next(this.#now), this.#now, this.#viewerZone);
  }

  #backLabel(locale: Locale): string {
    return this.#page.groupId !== undefined && this.#page.listing === 'kept'
      ? locale.say(locale.strings.keptCount, { n: this.kept.size })
      : locale.say(locale.strings.backToList, {
          n: this.#narrowing?.result.total ?? this.#timetable?.groups.length ?? 0,
        });
  }

  /** @param quietSaid Whether "nothing is meeting now" stands above already. */
  #body(locale: Locale, quietSaid: boolean): unknown {
    const { problem, slow } = this.#source;
    if (this.#state === 'failed') {
      return failedView(
        locale,
        problem?.kind ?? 'unsupported',
        this.pageUrl || undefined,
        () => void this.reload().then(() => this.#focus('.counted, .heading, .state h3')),
      );
    }
    const timetable = this.#timetable;
    if (!timetable || (this.#waits && this.#page.is('list'))) return loadingView(locale, slow);
    if (timetable.groups.length === 0) return emptyListView(locale);
    const { groupId } = this.#page;
    if (groupId !== undefined) return this.#groupView(locale, groupId);
    const narrowing = this.#narrowing;
    if (this.#page.is('kept') && narrowing) return narrowing.keptView(locale);
    const partly = this.#loaded?.sources.some((source) => source.problem) ?? false;
    const missing = this.#page.missing && !narrowing?.touched;
    return html`${missing ? html`<p class="notice">${locale.strings.groupGone}</p>` : nothing}
      ${partly ? html`<p class="differs notice">${locale.strings.partlyLoaded}</p>` : nothing}
      ${problem ? html`<p class="differs notice">${locale.strings.notRenewed}</p>` : nothing}
      ${narrowing ? narrowing.list(locale, quietSaid ? nothing : this.#quiet(locale)) : this.#plainList(locale, timetable)}`;
  }

  /** The list alone, until it can be searched. */
  #plainList(locale: Locale, timetable: Timetable): TemplateResult {
    const { failed, load } = this.#later;
    const rows = timetable.rows(failed ? ROWS_WITHOUT_SEARCH : FIRST_ROWS);
    return html`${view.laterView(locale, failed, load)}
      <h3 class="counted" tabindex="-1">${locale.say(locale.strings.countSoonest, { n: timetable.groups.length })}</h3>
      ${view.rowsView(this.#rowContext(locale), rows)}`;
  }

  #groupView(locale: Locale, groupId: string): TemplateResult | typeof nothing {
    const directory = this.#loaded?.directory;
    const group = this.#groupOf(groupId);
    if (!group) return nothing;
    const stale = this.#stale(locale, group);
    return groupDetail(
      locale,
      {
        group,
        occurrences: sessionsAhead(group, this.#now, this.#viewerZone),
        ...(directory?.organisation ? { organisation: directory.organisation } : {}),
        now: this.#now,
        viewerZone: this.#viewerZone,
        mark: this.#narrowing?.marking.mark ?? plainly,
        ...(stale ? { stale } : {}),
        kept: this.kept.has(groupId),
      },
      { keep: () => this.#keep(groupId) },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-group-finder': GroupFinder;
  }
}

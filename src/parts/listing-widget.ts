/**
 * What every widget that shows a listing is: it loads `src` in any known format, keeps what is good, shows help lines and the way
 * out in every state, and follows the clock. What the listing becomes on the screen is each widget's own.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Loaded } from '../backend/ports.js';
import { helpLines } from '../content/help-lines.js';
import { completed, type Directory } from '../domain/directory.js';
import type { Group } from '../domain/group.js';
import { countryOf } from '../domain/help-country.js';
import { isOpen } from '../domain/help-hours.js';
import { type Help, type HelpLine, helpFor } from '../domain/help-line.js';
import { isTimeZone, localTime } from '../domain/recurrence/zone.js';
import { enList } from '../i18n/en-list.js';
import type { Locale } from '../i18n/locale.js';
import type { Strings } from '../i18n/strings.js';
import { Announcer } from '../ui/announcer.js';
import { trimmed, wholeNumber } from '../ui/attributes.js';
import { ClockController } from '../ui/clock-controller.js';
import { KithElement, type WidgetState } from '../ui/kith-element.js';
import { property, state } from '../ui/property.js';
import { SourceController } from '../ui/source-controller.js';
import { staleInWords } from './freshness.js';
import { helpLine } from './help-line.js';
import { exitAddress, NEUTRAL_PAGE, QuickExit } from './quick-exit.js';
import { failedView } from './states.js';
import { Webmaster } from './webmaster.js';

const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** At night, when nothing is on, the help lines come first. */
const NIGHT = { from: 22, to: 6 };

/** What stands between the way out and the footer. */
export interface Frame {
  /** The heading, or the way back. */
  readonly top: unknown;
  readonly body: unknown;
  /** Help lines first, under this; absent: after the body. */
  readonly night?: unknown;
}

/**
 * @slot - Shown until the element works, and when the list can't be loaded: a help line, a phone number, a link to the list.
 * @slot title - Replaces the heading.
 * @slot help - The clinic's own help lines, before ours.
 * @slot footer - After the list.
 *
 * @fires {ReadyEvent} kith-ready - The list is loaded: `groups`, `kept`, `leftOut`.
 * @fires {ProblemEvent} kith-problem - A source could not be used, or rows were left out: `address`, `kind`, `hint`, `leftOut`.
 * @fires {QuickExitEvent} kith-quick-exit - A visitor leaves the page at once: `url`. Prevent it to lead elsewhere yourself.
 *
 * @csspart title - The heading.
 * @csspart button - Every button.
 * @csspart button-primary - The one button that leads on.
 * @csspart quick-exit - The way out.
 * @csspart loading - The state while the list loads.
 * @csspart empty - The state when nothing fits.
 * @csspart failed - The state when the list can't be loaded.
 * @csspart help-line - Someone to talk to.
 * @csspart debug - The webmaster's panel.
 *
 * @cssproperty --kith-matches - Background of found words.
 *
 * @cssstate loading - The list is on its way.
 * @cssstate failed - The list can't be loaded.
 */
export abstract class ListingWidget extends KithElement {
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

  /** After so many days without a check an entry says "ring before you go". */
  @property({ converter: trimmed, attribute: 'stale-after' }) staleAfter = '';

  /** Where the quick exit leads. */
  @property({ converter: trimmed, attribute: 'exit-url' }) exitUrl = '';

  /** A page with the same groups, offered when the list can't be loaded. */
  @property({ converter: trimmed, attribute: 'page-url' }) pageUrl = '';

  /** Shows the webmaster's panel, as `?kith-debug` in the page's address does. */
  @property({ type: Boolean }) debug = false;

  /** A directory at hand instead of `src`. */
  @property({ attribute: false }) directory: Directory | undefined;

  /** The clock, milliseconds since the epoch; for tests and demonstrations. */
  @property({ attribute: false }) clock: () => number = Date.now;

  protected override brought: Partial<Strings> = enList;

  @state() protected printing = false;

  protected now = 0;
  protected loaded: Loaded | undefined;
  /** Asked for once a minute: each asking costs a millisecond. */
  #deviceZone = deviceZone();
  protected readonly announcer = new Announcer(this);
  readonly #exit = new QuickExit(this, () => exitAddress(this.exitUrl) ?? NEUTRAL_PAGE);
  readonly #webmaster = new Webmaster(this, () => this.hints);
  protected readonly source = new SourceController(
    this,
    (loaded, pause, signal) => this.#accept(loaded, pause, signal),
    (problem) => this.#webmaster.refuse(problem),
  );

  constructor() {
    super();
    new ClockController(
      this,
      () => this.clock(),
      (now) => {
        this.now = now;
        this.#deviceZone = deviceZone();
        this.requestUpdate();
        this.passed();
      },
    );
  }

  /**
   * Works out what is to be shown of a new listing. Another load may begin meanwhile: only what it returns may change what is
   * shown, and it is called in the same turn.
   */
  protected abstract prepare(
    loaded: Loaded,
    pause: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<() => void>;

  /** There is no listing any more. */
  protected abstract forget(): void;

  /** Says the result to a screen reader. */
  protected abstract sayResult(): void;

  /** A minute has passed, or the device woke up. */
  protected abstract passed(): void;

  protected abstract get widgetState(): WidgetState;

  /** Resolves when the listing is shown, or when it is known that it can't be. Never rejects. */
  get ready(): Promise<void> {
    return this.#settled();
  }

  /** Moved in the page or given another address, a widget loads anew: the last load counts. */
  async #settled(): Promise<void> {
    let loading: Promise<void> | undefined;
    while (loading !== this.source.loading) {
      await this.updateComplete;
      loading = this.source.loading;
      await loading;
    }
    await this.worded;
    await this.updateComplete;
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
    if (changed.has('clock') || !this.now) this.now = this.clock();
    if (changed.has('staleAfter') && this.staleAfter && wholeNumber(this.staleAfter, 1) === undefined) {
      this.hint('stale-after', `"${this.staleAfter}" is no number of days; write a whole number such as 90`);
    }
    if (changed.has('exitUrl') && this.exitUrl && !exitAddress(this.exitUrl)) {
      this.hint('exit-url', `"${this.exitUrl}" is no web address; write one such as https://www.example.org`);
    }
    if (changed.has('timeZone')) this.#checkZone('time-zone', this.timeZone);
    if (changed.has('sourceTimeZone')) this.#checkZone('source-time-zone', this.sourceTimeZone);
    const sources = ['src', 'format', 'directory', 'sourceTimeZone', 'timeZone'] as const;
    if (sources.some((name) => changed.has(name))) this.#load();
    if (changed.has('country')) this.refreshLocale();
    this.showState(this.widgetState);
  }

  #checkZone(attribute: string, zone: string): void {
    if (zone && !isTimeZone(zone))
      this.hint(attribute, `"${zone}" is no time zone; write one such as Europe/London`);
  }

  /** Nothing is there to be shown, and nothing is coming. */
  protected get hasFailed(): boolean {
    return this.source.status === 'failed' || (this.source.status === 'idle' && !this.loaded);
  }

  protected override get dateRegion(): string | undefined {
    return this.#help.country;
  }

  get #help(): Help {
    return helpFor(countryOf(this.country || undefined, this.loaded?.directory).country, helpLines);
  }

  /** The visitor's zone, or the one that the page insists on. */
  protected get viewerZone(): string {
    return isTimeZone(this.timeZone) ? this.timeZone : this.#deviceZone;
  }

  #load(): void {
    const addresses = this.src.split(/\s+/).filter(Boolean);
    if (!this.directory && addresses.length === 0) {
      this.hint('src', 'is missing; write the address of your list, such as src="/groups.csv"');
      this.source.clear();
      this.loaded = undefined;
      this.forget();
      void this.#webmaster.showPanel([], 0);
      return;
    }
    const zone = isTimeZone(this.sourceTimeZone) ? this.sourceTimeZone : '';
    this.source.load(
      {
        addresses,
        ...(this.format ? { format: this.format } : {}),
        ...(zone ? { timeZone: zone } : {}),
        today: localTime(this.clock(), zone || this.viewerZone).slice(0, 10),
      },
      this.directory ? { directory: completed(this.directory), sources: [] } : undefined,
    );
  }

  async #accept(loaded: Loaded, pause: () => Promise<void>, signal: AbortSignal): Promise<void> {
    this.now = this.clock();
    const show = await this.prepare(loaded, pause, signal);
    signal.throwIfAborted();
    const { directory, sources, hints = [] } = loaded;
    this.loaded = loaded;
    this.refreshLocale();
    show();
    const { hint } = countryOf(this.country || undefined, directory);
    if (hint) this.hint('country', hint);
    for (const told of hints) this.hint('src', told);
    this.#webmaster.report(sources, directory.groups.length);
    this.sayResult();
  }

  protected groupOf(groupId: string | undefined): Group | undefined {
    return this.loaded?.directory.groups.find(({ id }) => id === groupId);
  }

  /** Focuses what a selector finds, after the next update. */
  protected focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  readonly #printOn = (): void => {
    this.printing = true;
    this.performUpdate();
  };

  readonly #printOff = (): void => {
    this.printing = false;
  };

  // Showing

  /** "Ring before you go", when an entry was not checked for long. */
  protected staleOf(locale: Locale, group: Group): string | undefined {
    const directory = this.loaded?.directory;
    return directory && staleInWords(locale, group, directory, this.now, this.staleAfter);
  }

  /** Late evening and night, where the visitor is. */
  protected get isNight(): boolean {
    const hour = Number(localTime(this.now, this.viewerZone).slice(11, 13));
    return hour >= NIGHT.from || hour < NIGHT.to;
  }

  /** @param open At night, when nothing else is: the lines that are open now stand in sight. */
  protected help(locale: Locale, open = false, onPaper = false): TemplateResult {
    const answers = open ? (line: HelpLine) => isOpen(line, this.now) : undefined;
    return helpLine(locale, this.#help, answers, onPaper);
  }

  /** @param again Where the focus goes when it worked, or did not. */
  protected failure(locale: Locale, again: string): TemplateResult {
    return failedView(
      locale,
      this.source.problem?.kind ?? 'unsupported',
      this.pageUrl || undefined,
      () => void this.reload().then(() => this.focusOn(again)),
    );
  }

  /** A part of the listing is missing, or it could not be brought up to date. */
  protected notices({ strings }: Locale): unknown {
    const partly = this.loaded?.sources.some((source) => source.problem) ?? false;
    return html`${partly ? html`<p class="differs notice">${strings.partlyLoaded}</p>` : nothing}${
      this.source.problem ? html`<p class="differs notice">${strings.notRenewed}</p>` : nothing
    }`;
  }

  protected frame(locale: Locale, { top, body, night }: Frame, open = false): TemplateResult {
    const help = this.help(locale, open);
    return html`<div class="screen">
      <div class="reach">${this.#exit.render(locale)}</div>
      <div class="top">${top}</div>
      ${this.announcer.render()}
      ${night === undefined ? nothing : html`<div class="night">${night}${help}</div>`}
      ${body}
      ${night === undefined ? help : nothing}
      <slot name="footer"></slot>
      ${this.#webmaster.panel?.() ?? nothing}
    </div>`;
  }
}

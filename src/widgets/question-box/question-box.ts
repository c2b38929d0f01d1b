/** `<kith-question-box>`: ask without a name, come back with a code for the answer, read what others asked. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Inbox } from '../../backend/ports.js';
import type { Problem } from '../../backend/problem.js';
import { helpLines } from '../../content/help-lines.js';
import { awayAt } from '../../domain/away.js';
import { countryGiven, type Help, helpFor } from '../../domain/help-line.js';
import { isTimeZone } from '../../domain/recurrence/zone.js';
import type { CatalogueEntry } from '../../domain/sealing/catalogue.js';
import { MOST_OF_QUESTION } from '../../domain/sealing/limits.js';
import { checkDates, type ManifestExpected, readBoxId } from '../../domain/sealing/manifest.js';
import { readPins } from '../../domain/sealing/public-key.js';
import { SealingError, type SealingReason } from '../../domain/sealing/sealing-error.js';
import { allowedUrl } from '../../domain/web-url.js';
import { enBox } from '../../i18n/en-box.js';
import type { Locale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/strings.js';
import { helpLine } from '../../parts/help-line.js';
import { exitAddress, NEUTRAL_PAGE, QuickExit, QuickExitEvent } from '../../parts/quick-exit.js';
import { loadingView } from '../../parts/states.js';
import { Announcer } from '../../ui/announcer.js';
import { oneOf, trimmed, wholeNumber } from '../../ui/attributes.js';
import { buttons } from '../../ui/buttons.js';
import { ClockController } from '../../ui/clock-controller.js';
import { frame } from '../../ui/frame.js';
import { type BoxLoaded, InboxController } from '../../ui/inbox-controller.js';
import { KithElement, type WidgetState } from '../../ui/kith-element.js';
import { LaterPart } from '../../ui/later-part.js';
import { property, state } from '../../ui/property.js';
import { theme } from '../../ui/theme.js';
import { beforeView, type Reading, whoView } from './before.view.js';
import type { OpenBox } from './exchange.js';
import { QuestionBoxProblemEvent, QuestionBoxReadyEvent, QuestionSentEvent } from './question-box.events.js';
import { styles } from './question-box.styles.js';
import * as view from './question-box.view.js';
import { type Draft, EMPTY, writeView } from './write.view.js';
import { dateOf } from './written.js';

const MODES = ['inline', 'link'] as const;
const DAY_MS = 86_400_000;

const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Takes questions from people who give no name. They are sealed on the visitor's device for the people who answer; the server
 * keeps what it cannot read. A code leads back to the answer. Answered questions can be read by everybody where they were published.
 *
 * @summary An anonymous box for questions, with published answers.
 * @tagname kith-question-box
 *
 * @slot - Shown until the element works, and when no question can be sent: a help line, a phone number, another way to ask.
 * @slot title - Replaces the heading.
 * @slot help - The clinic's own help lines, before ours.
 * @slot clinician - Replaces the line that leads to a nurse or doctor.
 * @slot footer - After everything.
 *
 * @fires {QuestionBoxReadyEvent} kith-box-ready - Questions can be written, or answers read: `asks`, `answers`.
 * @fires {QuestionBoxProblemEvent} kith-box-problem - The server cannot be reached, or what it says does not fit what the page pins: `address`, `kind`, `hint`.
 * @fires {QuestionSentEvent} kith-question-sent - A question was acknowledged. It carries nothing.
 * @fires {QuickExitEvent} kith-quick-exit - A visitor leaves the page at once: `url`. Prevent it to lead elsewhere yourself.
 *
 * @csspart title - The heading.
 * @csspart intro - The words under it.
 * @csspart notice - What stands before the first key: nobody watches, whom to call, when somebody reads.
 * @csspart who - "Who could see this?"
 * @csspart nav - The ways: ask, look for an answer, read answers.
 * @csspart question - The form in which a question is written.
 * @csspart label - The label of a field.
 * @csspart hint - A word that helps on, or what became of something.
 * @csspart input - A field.
 * @csspart choice - A box to tick.
 * @csspart clinician - The line that leads to a nurse or doctor.
 * @csspart similar - Published answers that may already fit.
 * @csspart sending - While a question is on its way.
 * @csspart receipt - After it was sent.
 * @csspart code - The code.
 * @csspart look - The form in which a code is typed.
 * @csspart answers - What a code led to.
 * @csspart answer - One private answer.
 * @csspart published - The published answers.
 * @csspart result - One of them.
 * @csspart name - Its question.
 * @csspart button - Every button.
 * @csspart button-primary - The one button that leads on.
 * @csspart quick-exit - The way out.
 * @csspart loading - The state while the box is asked for.
 * @csspart empty - The state when the box is closed for a while, or holds no answers to read.
 * @csspart failed - The state when no question can be sent.
 * @csspart help-line - Someone to talk to.
 *
 * @cssstate loading - The box is being asked for.
 * @cssstate ready - Questions can be written, or answers read.
 * @cssstate empty - The box is closed for a while, or there are no answers to read.
 * @cssstate failed - No question can be sent.
 */
export class QuestionBox extends KithElement {
  static override readonly styles = [theme, buttons, frame, styles];

  /** Base address of the Kith server that keeps the questions; without it the page only shows `answers`. */
  @property({ converter: trimmed }) backend = '';

  /** Id of the box, as the desk prints it. */
  @property({ converter: trimmed, attribute: 'box-id' }) boxId = '';

  /** Fingerprint of the box's identity key, as the desk prints it; two of them, parted by white space, while it changes. */
  @property({ converter: trimmed, attribute: 'key-id' }) keyId = '';

  /** Least epoch that is believed, as the desk prints it: an older state of the box is refused. */
  @property({ converter: trimmed, attribute: 'min-epoch' }) minEpoch = '';

  /** Address of a file of published answers, signed by the desk; it needs no server. */
  @property({ converter: trimmed }) answers = '';

  /** `inline`: questions are written here. `link`: on a page of the server's own, in a new tab. */
  @property({ converter: trimmed }) mode = 'inline';

  /** When questions are read, in your own words, for as long as the server does not say: "Tuesday evenings". */
  @property({ converter: trimmed }) hours = '';

  /** Where a nurse or doctor is asked instead: a web address, `tel:` or `mailto:`. */
  @property({ converter: trimmed, attribute: 'clinician-url' }) clinicianUrl = '';

  /** What that link says: "Ask our nurse line". */
  @property({ converter: trimmed, attribute: 'clinician-name' }) clinicianName = '';

  /** Country of the help lines, ISO 3166-1 (`GB`). */
  @property({ converter: trimmed }) country = '';

  /** IANA zone in which times are shown; else the visitor's own. */
  @property({ converter: trimmed, attribute: 'time-zone' }) timeZone = '';

  /** Where the quick exit leads. */
  @property({ converter: trimmed, attribute: 'exit-url' }) exitUrl = '';

  /** A backend at hand instead of `backend`. */
  @property({ attribute: false }) inbox: Inbox | undefined;

  /** The clock, milliseconds since the epoch; for tests and demonstrations. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @state() private room: view.Room | undefined;
  @state() private draft: Draft = EMPTY;
  /** Why the words were not sent, or what became of them. */
  @state() private said = '';

  protected override brought: Partial<Strings> = enBox;

  #loaded: BoxLoaded | undefined;
  /** A visitor waits for the part that sends. */
  #owed = '';
  readonly #announcer = new Announcer(this);
  readonly #exit = new QuickExit(this, () => exitAddress(this.exitUrl) ?? NEUTRAL_PAGE);
  readonly #box = new InboxController(
    this,
    (loaded) => this.#accept(loaded),
    (problem) => this.#refuse(problem),
  );
  readonly #later = new LaterPart(
    this,
    () => import('./exchange.js'),
    (part) => {
      part.dress(this.shadowRoot);
      this.brought = { ...this.brought, ...part.phrases };
      this.refreshLocale();
      const exchange = new part.Exchange(this, {
        say: (text) => this.#announcer.say(text),
        focus: (selector) => this.#focus(selector),
        sent: () => this.#sent(),
        unsent: (said) => this.#unsent(said),
        outdated: () => this.#outdated(),
      });
      exchange.know((text) => this.#further.made?.published.similar(text) ?? []);
      return exchange;
    },
    () => {
      this.#lookThrough();
      this.requestUpdate();
    },
    'the part that locks and sends questions could not be loaded; visitors keep their words and can try again.',
  );
  readonly #further = new LaterPart(
    this,
    () => import('./further.js'),
    ({ PublishedAnswers, nextReading }) => {
      const published = new PublishedAnswers(
        this,
        (text) => this.#announcer.say(text),
        (id) => {
          // Nobody who writes, or has a code before them, is taken away from it.
          if (this.draft.text || this.#later.made?.isBusy) return;
          this.room = 'read';
          this.#focus(`#entry-${id} summary`);
        },
      );
      published.take(this.#entries);
      return { published, nextReading };
    },
    () => {
      this.#lookThrough();
      this.requestUpdate();
    },
    'the part that shows published answers and reading times could not be loaded; questions can be sent all the same.',
  );

  constructor() {
    super();
    new ClockController(
      this,
      () => this.clock(),
      () => this.requestUpdate(),
    );
  }

  /** Resolves when questions can be written or answers read, or when it is known that they cannot. Never rejects. */
  get ready(): Promise<void> {
    return this.#settled();
  }

  async #settled(): Promise<void> {
    let loading: Promise<void> | undefined;
    while (loading !== this.#box.loading) {
      await this.worded;
      await this.updateComplete;
      loading = this.#box.loading;
      await loading;
    }
    // Where nothing can be asked, the answers are what the page is for.
    if (!this.#asksAtAll) await this.#further.loading;
    await this.updateComplete;
  }

  /** Asks for the box again. What a visitor has written stays. */
  async reload(): Promise<void> {
    this.#load();
    await this.ready;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#wipe);
    // Before the page's own listeners: whatever it does instead, words do not stay.
    window.addEventListener(QuickExitEvent.type, this.#wipe, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#wipe);
    window.removeEventListener(QuickExitEvent.type, this.#wipe, true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#check(changed);
    const asked = ['backend', 'boxId', 'keyId', 'minEpoch', 'answers', 'inbox'] as const;
    if (asked.some((name) => changed.has(name))) this.#load();
    this.showState(this.#state);
  }

  /** Tells the webmaster what no attribute should say, with the mend. */
  #check(changed: PropertyValues<this>): void {
    if (changed.has('exitUrl') && this.exitUrl && !exitAddress(this.exitUrl))
      this.hint('exit-url', `"${this.exitUrl}" is no web address; write one such as https://www.example.org`);
    if (changed.has('mode') && oneOf(MODES, this.mode) === undefined)
      this.hint('mode', `"${this.mode}" is no mode; write inline or link`);
    if (changed.has('mode') && this.mode === 'link' && !this.backend)
      this.hint('mode', 'a link needs the server’s address in backend');
    if (changed.has('clinicianUrl') && this.clinicianUrl && !allowedUrl(this.clinicianUrl))
      this.hint('clinician-url', `"${this.clinicianUrl}" is no address; write https://…, tel:… or mailto:…`);
    if (changed.has('timeZone') && this.timeZone && !isTimeZone(this.timeZone))
      this.hint('time-zone', `"${this.timeZone}" is no zone; write one such as Europe/London`);
    if (changed.has('minEpoch') && this.minEpoch && wholeNumber(this.minEpoch, 1) === undefined)
      this.hint('min-epoch', `"${this.minEpoch}" is no number; copy it from the desk`);
    if (!changed.has('country')) return;
    const { hint } = countryGiven(this.country);
    if (hint) this.hint('country', hint);
    this.refreshLocale();
  }

  protected override get dateRegion(): string | undefined {
    return this.#help.country;
  }

  get #help(): Help {
    return helpFor(countryGiven(this.country).country, helpLines);
  }

  get #zone(): string {
    return isTimeZone(this.timeZone) ? this.timeZone : deviceZone();
  }

  // Loading

  /** What the page pins; `undefined` with a hint when it is not readable. */
  #expected(): ManifestExpected | undefined {
    try {
      return {
        boxId: readBoxId(this.boxId),
        pins: readPins(this.keyId),
        minEpoch: wholeNumber(this.minEpoch, 1) ?? 1,
      };
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      const attribute = error.field === 'boxId' ? 'box-id' : 'key-id';
      this.hint(attribute, 'it is not as the desk prints it; copy the whole snippet again');
      return undefined;
    }
  }

  /** The server's address as others are told from it. */
  #base(): string {
    if (!this.backend) return '';
    const url = URL.canParse(this.backend, document.baseURI)
      ? new URL(this.backend, document.baseURI)
      : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) {
      this.hint('backend', `"${this.backend}" is no web address; write one such as https://ask.example.org/`);
      return '';
    }
    // "ask.example.org" would be a page beside this one.
    if (!/^(?:https?:|[./])/i.test(this.backend))
      this.hint(
        'backend',
        `"${this.backend}" is taken for a path on this site; write https://${this.backend}/`,
      );
    url.hash = '';
    url.search = '';
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    return url.href;
  }

  #load(): void {
    const backend = this.#base();
    const { answers, boxId: box, inbox } = this;
    this.#loaded = undefined;
    if (!backend && !answers && !inbox) {
      if (!this.backend)
        this.hint(
          'backend',
          'it is missing; copy the snippet that the desk prints, or name a file in answers',
        );
      this.#box.clear();
      return;
    }
    const expected = this.#expected();
    if (expected) this.#box.load({ backend, answers, box, inbox, expected });
    else this.#box.clear();
  }

  #accept(loaded: BoxLoaded): void {
    this.#loaded = loaded;
    const { inbox, manifest, published } = loaded;
    this.#further.made?.published.take(this.#entries);
    if (!this.#further.loading || this.#further.failed) this.#further.load();
    if (typeof manifest === 'string') this.#tell(this.backend, manifest, view.mendOf(manifest));
    if (published === 'bad')
      this.#tell(
        this.answers || this.backend,
        'bad-signature',
        'the published answers do not fit what the page pins, so none is shown; publish them again from the desk, or copy the snippet again',
      );
    const asks = inbox !== undefined && this.#refusal === undefined;
    // Before the first key, so that from then on nothing has to be asked of the network.
    if (asks && this.#mode === 'inline') {
      if (!this.#later.loading || this.#later.failed) this.#later.load();
      void inbox.prepare?.().catch(() => undefined);
    }
    if (published === 'failed' && inbox === undefined) return;
    void this.updateComplete.then(() =>
      this.dispatchEvent(new QuestionBoxReadyEvent(asks, this.#entries.length)),
    );
  }

  #refuse({ kind, hint }: Problem): void {
    this.#tell(this.backend || this.answers, kind, hint);
  }

  #tell(address: string, kind: QuestionBoxProblemEvent['kind'], hint: string): void {
    console.warn(
      `<${this.localName} ${address && address === this.answers ? 'answers' : 'backend'}>: ${hint}`,
    );
    this.dispatchEvent(new QuestionBoxProblemEvent(address, kind, hint));
  }

  // What stands

  get #mode(): (typeof MODES)[number] {
    // A page of the server's own needs a server.
    return this.#base() ? (oneOf(MODES, this.mode) ?? 'inline') : 'inline';
  }

  /** Whether questions are meant to be sent from this page at all. */
  get #asksAtAll(): boolean {
    return Boolean(this.backend || this.inbox);
  }

  /** Why nothing may be sealed with what the server showed; by the device's clock too. */
  get #refusal(): SealingReason | undefined {
    const manifest = this.#loaded?.manifest;
    if (typeof manifest === 'string') return manifest;
    if (!manifest) return undefined;
    try {
      checkDates(manifest, Math.floor(this.clock() / DAY_MS));
      return undefined;
    } catch (error) {
      if (error instanceof SealingError) return error.reason;
      throw error;
    }
  }

  get #open(): OpenBox | undefined {
    const { inbox, manifest } = this.#loaded ?? {};
    return inbox && manifest && typeof manifest !== 'string' ? { inbox, manifest } : undefined;
  }

  get #reading(): Reading {
    const now = this.clock();
    const hours = this.#open?.manifest.hours;
    const until = hours && awayAt(hours, now);
    const next = until
      ? ({ kind: 'away', until } as const)
      : hours && this.#further.made?.nextReading(hours, now);
    const pending = hours !== undefined && next === undefined && !this.#further.failed;
    return { next, own: this.hours, now, zone: this.#zone, pending };
  }

  get #entries(): readonly CatalogueEntry[] {
    const published = this.#loaded?.published;
    return published === undefined || typeof published === 'string' ? [] : published.entries;
  }

  get #state(): WidgetState {
    const { status } = this.#box;
    if (status === 'loading' && !this.#loaded) return 'loading';
    if (status === 'failed' || status === 'idle') return 'failed';
    if (!this.#asksAtAll) {
      const published = this.#loaded?.published;
      if (published === 'bad') return 'failed';
      return this.#entries.length > 0 ? 'ready' : 'empty';
    }
    if (this.#refusal) return 'failed';
    return this.#reading.next?.kind === 'away' ? 'empty' : 'ready';
  }

  /** Where the visitor is: what they chose, else asking, where that is possible at all. */
  get #here(): view.Room {
    return this.room ?? (this.#asksAtAll ? 'ask' : 'read');
  }

  // A visitor's way

  /** Nothing that was typed, made or read stays, when the page is left by whatever way. */
  readonly #wipe = (): void => {
    this.#owed = '';
    this.draft = EMPTY;
    this.said = '';
    this.#later.made?.wipe();
    this.#further.made?.published.wipe();
    // What somebody opened tells of them too.
    for (const opened of this.renderRoot.querySelectorAll('details')) opened.open = false;
    // The page may be kept as it is now, for the Back key.
    if (this.isConnected) this.performUpdate();
  };

  readonly #go = (room: view.Room): void => {
    this.room = room;
    this.said = '';
    // Whoever goes elsewhere is not pulled back by what comes to an end meanwhile.
    this.#owed = '';
  };

  readonly #change = (draft: Partial<Draft>): void => {
    this.draft = { ...this.draft, ...draft };
    if (draft.text === undefined) return;
    this.said = '';
    this.#lookThrough();
  };

  /** Also when a part arrives after the words were typed. */
  #lookThrough(): void {
    if (this.locale) this.#later.made?.typed(this.draft.text, this.locale);
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#sendNow();
  };

  async #sendNow(): Promise<void> {
    const { locale } = this;
    if (!locale) return;
    if (this.#later.failed || !this.#later.loading) this.#later.load();
    await this.#later.loading;
    const exchange = this.#later.made;
    const open = this.#open;
    if (!exchange || !open) {
      this.#unsent(locale.strings.boxPartFailed);
      return;
    }
    this.said = '';
    // Its phrases may have come a moment ago.
    await this.updateComplete;
    await exchange.send(this.draft, open, this.locale ?? locale, () => this.#reading);
  }

  #sent(): void {
    this.draft = EMPTY;
    this.said = '';
    this.dispatchEvent(new QuestionSentEvent());
  }

  /** What was agreed to under the old key is asked again. */
  #outdated(): void {
    this.draft = { ...this.draft, mayPublish: false };
    void this.reload();
  }

  #unsent(said: string): void {
    this.said = said;
    this.#announcer.say(said);
    this.#focus('#text');
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => {
      const found = this.renderRoot.querySelector<HTMLElement>(selector);
      this.#owed = found ? '' : selector;
      found?.focus();
    });
  }

  protected override updated(): void {
    if (this.#owed) this.#focus(this.#owed);
  }

  // Showing

  protected override renderIn(locale: Locale): TemplateResult {
    const { strings } = locale;
    const reading = this.#reading;
    const asks = this.#asksAtAll;
    const here = this.#here;
    // A code that somebody has to see to stands alone.
    const alone = here === 'ask' && this.#later.made?.isBusy;
    return html`<div class="screen">
      <div class="reach">${this.#exit.render(locale)}</div>
      <div class="top"><slot name="title"><h2 part="title">${strings.boxTitle}</h2></slot></div>
      ${this.#announcer.render()}
      ${
        asks && !alone
          ? html`<p class="intro" part="intro">${strings.boxIntro}</p>
              ${view.navView(locale, here, this.#mode === 'inline', this.#go)}`
          : nothing
      }
      ${
        here === 'ask' && !alone
          ? html`${beforeView(locale, this.#help, reading)} ${whoView(locale, this.#mode === 'link')}`
          : nothing
      }
      ${here === 'read' ? this.#renderRead(locale) : this.#renderPrivate(locale, here, reading)}
      ${helpLine(locale, this.#help)}
      <slot name="footer"></slot>
    </div>`;
  }

  #renderRead(locale: Locale): unknown {
    const published = this.#loaded?.published;
    if (!this.#loaded && this.#box.status === 'loading')
      return loadingView(locale, this.#box.slow, locale.strings.boxLoading);
    if (published === undefined || typeof published === 'string')
      return view.nothingToRead(locale, published ?? 'failed', () => this.#again('.read, .state .heading'));
    const { made, failed, load } = this.#further;
    if (made) return made.published.render(locale);
    return failed ? view.partFailedView(locale, load) : loadingView(locale, false, locale.strings.boxLoading);
  }

  #again(selector: string): void {
    void this.reload().then(() => this.#focus(selector));
  }

  /** The server's own page, which has nobody else to tell it the country of the help lines. */
  get #elsewhere(): string {
    const url = new URL(`ask/${encodeURIComponent(this.boxId)}`, this.#base());
    const { country } = this.#help;
    if (country) url.searchParams.set('country', country);
    return url.href;
  }

  /** Asking and looking need the box itself. */
  #renderPrivate(locale: Locale, here: view.Room, reading: Reading): unknown {
    const { strings } = locale;
    const exchange = this.#later.made;
    const open = this.#open;
    const under = here === 'ask' ? exchange?.renderAsk(locale) : undefined;
    // Somebody's code or words on their way stand, whatever becomes of the box meanwhile.
    if (under) return under;
    if (this.#box.status === 'loading' && !this.#loaded)
      return loadingView(locale, this.#box.slow, strings.boxLoading);
    const refusal = this.#refusal;
    if (!open || refusal)
      return view.failedView(
        locale,
        // Nothing was asked for: what the page pins cannot be read, and trying again would not mend it.
        refusal ?? this.#box.problem?.kind ?? 'malformed',
        dateOf(Math.floor(this.clock() / DAY_MS)),
        () => this.#again('#text, .state .heading'),
      );
    if (this.#mode === 'link') {
      return view.elsewhereView(locale, this.#elsewhere, reading);
    }
    if (here === 'look') {
      return exchange
        ? exchange.renderLook(locale, open, reading)
        : this.#later.failed
          ? view.partFailedView(locale, this.#later.load)
          : loadingView(locale, false, strings.boxLoading);
    }
    if (reading.next?.kind === 'away') return view.awayView(locale);
    return writeView(
      locale,
      {
        draft: this.draft,
        most: MOST_OF_QUESTION,
        topics: open.manifest.topics,
        language: open.manifest.language,
        clinician:
          this.clinicianUrl && allowedUrl(this.clinicianUrl)
            ? { url: this.clinicianUrl, name: this.clinicianName }
            : undefined,
        said: this.said,
        beside: exchange?.beside(locale),
      },
      { change: this.#change, send: this.#send },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-question-box': QuestionBox;
  }
}

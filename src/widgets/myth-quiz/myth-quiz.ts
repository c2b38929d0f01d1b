/** `<kith-myth-quiz>`: statements about mental health, what research says to them, and what a visitor can do next. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PackLoaded } from '../../backend/ports.js';
import { helpLines } from '../../content/help-lines.js';
import { loadPack } from '../../content/quiz/packs.js';
import type { Directory } from '../../domain/directory.js';
import { countryGiven, type Help, helpFor } from '../../domain/help-line.js';
import {
  answer,
  currentItem,
  currentItems,
  factsMet,
  factToShare,
  type Item,
  isPastReview,
  itemsOf,
  type Kept,
  keep,
  next,
  openerFor,
  type Pack,
  progress,
  reviewOf,
  type Session,
  skip,
  start,
  stop,
} from '../../domain/quiz.js';
import { shuffle } from '../../domain/quiz-order.js';
import { itemsHere } from '../../domain/quiz-region.js';
import { enQuiz } from '../../i18n/en-quiz.js';
import type { Locale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/strings.js';
import { helpLine } from '../../parts/help-line.js';
import { exitAddress, NEUTRAL_PAGE, QuickExit } from '../../parts/quick-exit.js';
import { loadingView } from '../../parts/states.js';
import { Announcer } from '../../ui/announcer.js';
import { trimmed } from '../../ui/attributes.js';
import { buttons } from '../../ui/buttons.js';
import type { DeviceMemory } from '../../ui/device-memory.js';
import { frame } from '../../ui/frame.js';
import { KithElement, type WidgetState } from '../../ui/kith-element.js';
import { PackController } from '../../ui/pack-controller.js';
import { property, state } from '../../ui/property.js';
import { theme } from '../../ui/theme.js';
import type { Tell } from './ending.js';
import { factList, factText } from './fact.view.js';
import { LastPage } from './last-page.js';
import { MythQuizEndedEvent, MythQuizProblemEvent, MythQuizReadyEvent } from './myth-quiz.events.js';
import { styles } from './myth-quiz.styles.js';
import * as view from './myth-quiz.view.js';

/** Of our own packs, the set that exists in every language and takes a few minutes. */
const OWN_SET = 'short';

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** What stands on a device may be anything. */
const isKept = (value: unknown): value is Kept => {
  const { order, done, met } = (value ?? {}) as { readonly [key in keyof Kept]: unknown };
  const areIds = (ids: unknown): ids is string[] =>
    Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  return areIds(order) && areIds(met) && Number.isInteger(done) && Number(done) <= order.length;
};

/**
 * Shows statements about mental health one by one, each with what research says and where that comes from, and ends with
 * something to do. Nobody can fail: there is no score, and answers are forgotten as soon as the fact has been read.
 *
 * @summary A quiz on common beliefs about mental health, with sources.
 * @tagname kith-myth-quiz
 *
 * @slot - Shown until the element works, and when the questions can't be loaded: a help line, a phone number, facts as plain text.
 * @slot title - Replaces the heading, which is the pack's title.
 * @slot help - The clinic's own help lines, before ours.
 * @slot story - On the last page: somebody's own story, such as a video with captions and a transcript.
 * @slot next - On the last page, where there are no groups to show: the clinic's own next step, such as a link.
 * @slot footer - After everything.
 *
 * @fires {MythQuizReadyEvent} kith-quiz-ready - The first question can be read: `packId`, `version`, `items`.
 * @fires {MythQuizProblemEvent} kith-quiz-problem - A pack, an overlay or the list of groups could not be used, or parts of it were left out: `address`, `kind`, `hint`.
 * @fires {MythQuizEndedEvent} kith-quiz-ended - A visitor came to the last page, by the last question or by stopping. It carries nothing.
 * @fires {QuickExitEvent} kith-quick-exit - A visitor leaves the page at once: `url`. Prevent it to lead elsewhere yourself.
 *
 * @csspart title - The heading.
 * @csspart intro - The words before the first question.
 * @csspart progress - "3 of 8".
 * @csspart question - A question with its answers.
 * @csspart statement - The statement, or what is asked.
 * @csspart field - The fieldset around statement and answers.
 * @csspart label - The legend of the fieldset.
 * @csspart choice - One answer, with its radio button.
 * @csspart input - A radio button.
 * @csspart hint - A word that helps on: choose first, copied.
 * @csspart feedback - What research says.
 * @csspart fact - The fact: heading of the feedback.
 * @csspart source - Where a fact comes from.
 * @csspart share - The button that shares a fact.
 * @csspart button - Every button.
 * @csspart button-primary - The one button that leads on.
 * @csspart quick-exit - The way out.
 * @csspart end - The last page.
 * @csspart facts - The facts that were met.
 * @csspart story - The place for somebody's own story.
 * @csspart helps - What helps people get something out of a group.
 * @csspart next - The one next step.
 * @csspart result - A group that meets soon.
 * @csspart when - Its day and time.
 * @csspart name - Its name.
 * @csspart where - How and where it meets.
 * @csspart review - Small print: who has reviewed the pack.
 * @csspart remembers - What the page keeps on the device, with "Forget me".
 * @csspart loading - The state while the questions load.
 * @csspart empty - The state when there is nothing to ask.
 * @csspart reviewing - The same, while the facts are being reviewed.
 * @csspart failed - The state when the questions can't be loaded.
 * @csspart help-line - Someone to talk to.
 *
 * @cssstate loading - The questions are on their way.
 * @cssstate ready - There is a question, a fact or the last page.
 * @cssstate empty - There is nothing to ask, or the facts are being reviewed.
 * @cssstate failed - The questions can't be loaded.
 */
export class MythQuiz extends KithElement {
  static override readonly styles = [theme, buttons, frame, styles];

  /** Address of a pack of your own; else ours, in the page's language. */
  @property({ converter: trimmed }) pack = '';

  /** Which set of the pack, such as `short`; else all of a pack of your own, and the short set of ours (`all` asks for all of it). */
  @property({ converter: trimmed }) set = '';

  /** Addresses of overlays, parted by white space: what they replace, hide or make local lies over the pack. */
  @property({ converter: trimmed }) overlay = '';

  /** Country or part of one, ISO 3166 (`GB-SCT`), for which facts should hold; else `country`. */
  @property({ converter: trimmed }) region = '';

  /** Country of the help lines, ISO 3166-1 (`GB`). */
  @property({ converter: trimmed }) country = '';

  /** The same letters give the same order of questions; else they come by chance. */
  @property({ converter: trimmed }) seed = '';

  /**
   * Keeps on the visitor's device which facts were met, under the name `kith-myth-quiz` and the pack's id, so that a visitor can go
   * on later. Never what was answered, and nothing is sent. "Forget me" takes it away. On a shared device others can see it.
   */
  @property({ type: Boolean }) resume = false;

  /** One or more addresses of a listing of groups, parted by white space: the last page shows which meet next. */
  @property({ converter: trimmed }) src = '';

  /** Forces a format of the listing instead of knowing it by its content. */
  @property({ converter: trimmed }) format = '';

  /** IANA zone of a listing that names none, such as `Europe/London`. */
  @property({ converter: trimmed, attribute: 'source-time-zone' }) sourceTimeZone = '';

  /** IANA zone in which online times are shown; else the visitor's own. */
  @property({ converter: trimmed, attribute: 'time-zone' }) timeZone = '';

  /** A page with all groups, offered under those that meet next. */
  @property({ converter: trimmed, attribute: 'page-url' }) pageUrl = '';

  /** Where the quick exit leads. */
  @property({ converter: trimmed, attribute: 'exit-url' }) exitUrl = '';

  /** A pack at hand instead of `pack`. */
  @property({ attribute: false }) content: Pack | undefined;

  /** A directory at hand instead of `src`. */
  @property({ attribute: false }) directory: Directory | undefined;

  /** The clock, milliseconds since the epoch; for tests and demonstrations. */
  @property({ attribute: false }) clock: () => number = Date.now;

  @state() private session: Session | undefined;
  /** Whether to say that an answer has to be chosen first. */
  @state() private choose = false;
  /** What became of sharing. */
  @state() private shared = '';
  @state() private printing = false;

  protected override brought: Partial<Strings> = enQuiz;

  #pack: Pack | undefined;
  /** Nothing to ask, since all of it is past its day of review. */
  #reviewing = false;
  #memory: DeviceMemory | undefined;
  /** What should have the focus as soon as it is there. */
  #owed = '';
  readonly #announcer = new Announcer(this);
  readonly #exit = new QuickExit(this, () => exitAddress(this.exitUrl) ?? NEUTRAL_PAGE);
  readonly #packs = new PackController(
    this,
    (loaded, signal) => this.#accept(loaded, signal),
    ({ kind, hint }) => this.#tell('pack', this.pack, kind, hint),
  );
  readonly #last = new LastPage(
    this,
    (phrases) => {
      this.brought = { ...this.brought, ...phrases };
      this.refreshLocale();
      if (this.#owed) this.#focus(this.#owed);
    },
    (...told) => this.#tell(...told),
  );

  /** Resolves when the first question can be read, or when it is known that there is none. Never rejects. */
  get ready(): Promise<void> {
    return this.#settled();
  }

  async #settled(): Promise<void> {
    let loading: Promise<void> | undefined;
    while (loading !== this.#packs.loading) {
      await this.worded;
      await this.updateComplete;
      loading = this.#packs.loading;
      await loading;
    }
    await this.updateComplete;
  }

  /** Loads the questions again. A visitor's way through them stays. */
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
    if (changed.has('exitUrl') && this.exitUrl && !exitAddress(this.exitUrl)) {
      this.hint('exit-url', `"${this.exitUrl}" is no web address; write one such as https://www.example.org`);
    }
    if (changed.has('country')) {
      const { hint } = countryGiven(this.country);
      if (hint) this.hint('country', hint);
      this.refreshLocale();
    }
    if (this.#asksAnew(changed)) this.#load();
    else if (
      this.#pack &&
      (['set', 'seed', 'region', 'country', 'clock'] as const).some((name) => changed.has(name))
    )
      this.#begin(this.#pack);
    const listing = ['src', 'format', 'directory', 'sourceTimeZone', 'timeZone'] as const;
    if (this.session?.phase === 'end' && listing.some((name) => changed.has(name))) this.#last.reach();
    this.showState(this.#state);
  }

  /** Another pack is wanted: our own one only when its language is known. */
  #asksAnew(changed: PropertyValues<this>): boolean {
    const named = (['pack', 'content', 'overlay', 'resume'] as const).some((name) => changed.has(name));
    if (this.pack || this.content) return named;
    return (
      this.locale !== undefined && (named || this.#packs.status === 'idle' || this.#spoken !== this.#language)
    );
  }

  /** Language of the pack that was asked for last. */
  #spoken = '';

  get #language(): string {
    return this.locale?.strings.lang ?? '';
  }

  protected override get dateRegion(): string | undefined {
    return this.#help.country;
  }

  get #help(): Help {
    return helpFor(countryGiven(this.country).country, helpLines);
  }

  get #state(): WidgetState {
    if (this.#packs.status === 'failed') return 'failed';
    if (!this.session) return 'loading';
    return this.session.items.length > 0 ? 'ready' : 'empty';
  }

  // Loading

  #load(): void {
    const { content } = this;
    const language = this.#language;
    this.#spoken = language;
    this.#packs.load({
      address: content ? '' : this.pack,
      overlays: words(this.overlay),
      region: this.#region,
      own: async () => content ?? loadPack(language),
      ownName: content ? '' : language,
    });
  }

  get #region(): string | undefined {
    return this.region || this.#help.country;
  }

  async #accept({ pack, told }: PackLoaded, signal: AbortSignal): Promise<void> {
    for (const { address, lines } of told) this.#tell('pack', address, undefined, lines.join('\n'));
    await this.#openMemory(pack);
    signal.throwIfAborted();
    this.#begin(pack);
    const count = this.session?.items.length ?? 0;
    void this.updateComplete.then(() =>
      this.dispatchEvent(new MythQuizReadyEvent(pack.id, pack.version, count)),
    );
  }

  /** Only on a page that asks for it is there anything that could write on the device. */
  async #openMemory({ id }: Pack): Promise<void> {
    this.#memory = undefined;
    if (!this.resume) return;
    const part = await import('../../ui/device-memory.js').catch(() => undefined);
    if (part) this.#memory = new part.DeviceMemory(`kith-myth-quiz:${id}`);
    else this.hint('resume', 'the part for it could not be loaded; nothing is kept');
  }

  /** Puts the questions in order; a visitor who was on the way already goes on. */
  #begin(pack: Pack, fresh = false): void {
    const now = new Date(this.clock()).toISOString().slice(0, 10);
    const own = !this.pack && !this.content;
    const set = this.set || (own ? OWN_SET : '');
    if (this.set && this.set !== 'all' && !Object.hasOwn(pack.sets, this.set)) {
      this.hint(
        'set',
        `the pack has no set "${this.set}"; there are ${Object.keys(pack.sets).join(', ') || 'none'}`,
      );
    }
    const wanted = itemsHere(itemsOf(pack, set), this.#region);
    const items = currentItems(pack, wanted, now);
    const recalled = this.#memory?.recall();
    const { session } = this;
    const underWay = session && (session.at > 0 || session.met.length > 0) ? keep(session) : undefined;
    const kept = fresh ? undefined : (underWay ?? (isKept(recalled) ? recalled : undefined));
    this.#pack = pack;
    this.#reviewing = wanted.length > 0 && items.length === 0;
    if (isPastReview(pack.review, now) || items.length < wanted.length) {
      this.hint(
        'pack',
        `facts of "${pack.id}" are past their day of review, and are not shown until reviewDue is a later day`,
      );
    }
    this.choose = false;
    this.shared = '';
    this.session = start(shuffle(items, this.seed || String(Math.random())), kept);
    if (this.session.phase !== 'end' || items.length === 0) return;
    this.#last.bring();
    this.#last.reach();
  }

  readonly #tell: Tell = (attribute, address, kind, hint) => {
    console.warn(`<${this.localName} ${attribute}>: ${hint}`);
    this.dispatchEvent(new MythQuizProblemEvent(address, kind, hint));
  };

  // A visitor's way

  /** @param focus What is read next. */
  #go(session: Session, focus: string): void {
    const ends = session.phase === 'end' && this.session?.phase !== 'end';
    this.session = session;
    this.choose = false;
    this.shared = '';
    this.#memory?.keep(keep(session));
    // The last page is asked for when somebody has begun, so that nobody waits for it.
    this.#last.bring();
    this.#focus(focus);
    if (!ends) return;
    this.#last.reach();
    this.dispatchEvent(new MythQuizEndedEvent());
  }

  readonly #answer = (event: SubmitEvent): void => {
    event.preventDefault();
    const { session, locale } = this;
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form).get('answer');
    if (!session || !locale) return;
    if (typeof given !== 'string') {
      this.choose = true;
      this.#announcer.say(locale.strings.quizChoose);
      form.querySelector('input')?.focus();
      return;
    }
    this.#go(answer(session, given), '.fact');
  };

  readonly #skip = (): void => {
    this.renderRoot.querySelector('form')?.reset();
    if (this.session) this.#go(skip(this.session), '.progress, .end .heading');
  };

  readonly #next = (): void => {
    if (this.session) this.#go(next(this.session), '.progress, .end .heading');
  };

  readonly #stop = (): void => {
    if (this.session) this.#go(stop(this.session), '.end .heading');
  };

  /** To the questions that are left, or from the beginning. */
  readonly #goOn = (): void => {
    const { session } = this;
    if (session) this.#go(start(session.items, keep(session)), '.progress');
  };

  readonly #again = (): void => {
    if (!this.#pack) return;
    this.#begin(this.#pack, true);
    this.#focus('.progress');
  };

  readonly #forget = (): void => {
    this.#memory?.forget();
    this.#memory = undefined;
    this.#again();
    if (this.locale) this.#announcer.say(this.locale.strings.quizForgotten);
  };

  async #share(locale: Locale, item: Item): Promise<void> {
    const fact = factToShare(item);
    if (!fact) return;
    const { strings } = locale;
    const text = factText(locale, fact);
    try {
      if (navigator.share) {
        await navigator.share({ text });
        return;
      }
      await navigator.clipboard.writeText(text);
      this.shared = strings.quizCopied;
    } catch (error) {
      // Whoever closes the sheet has changed their mind.
      if (error instanceof Error && error.name === 'AbortError') return;
      this.shared = strings.quizCopyFailed;
    }
    this.#announcer.say(this.shared);
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => {
      const found = this.renderRoot.querySelector<HTMLElement>(selector);
      this.#owed = found ? '' : selector;
      found?.focus();
    });
  }

  readonly #printOn = (): void => {
    this.printing = true;
    this.performUpdate();
  };

  readonly #printOff = (): void => {
    this.printing = false;
  };

  // Showing

  protected override renderIn(locale: Locale): TemplateResult {
    const { session } = this;
    const pack = this.#pack;
    const shown = this.#state === 'ready' && session && pack;
    const item = shown && currentItem(session);
    const first = shown && session.phase === 'question' && session.at === 0;
    const title = html`<slot name="title"><h2 part="title" lang=${pack?.language ?? nothing}>${pack?.title ?? locale.strings.quizAsk}</h2></slot>`;
    return html`<div class="screen">
      <div class="reach">${this.#exit.render(locale)}</div>
      <div class=${first || !shown ? 'top' : 'top unseen'}>${title}</div>
      ${this.#announcer.render()}
      ${first && pack.intro ? html`<p class="intro" part="intro" lang=${pack.language} dir=${pack.direction}>${pack.intro}</p>` : nothing}
      ${this.#body(locale)}
      ${helpLine(locale, this.#help, undefined, item ? item.sensitive : false)}
      ${shown ? view.smallPrint(locale, pack, reviewOf(pack, item || undefined)) : nothing}
      ${this.#memory && shown ? view.forgetView(locale, this.#forget) : nothing}
      <slot name="footer"></slot>
    </div>
    ${this.printing && shown && session.phase !== 'end' ? this.#paper(locale, pack, session) : nothing}`;
  }

  #body(locale: Locale): unknown {
    const { problem, slow } = this.#packs;
    const { session } = this;
    const pack = this.#pack;
    if (this.#state === 'failed') {
      return view.failedView(
        locale,
        problem?.kind ?? 'unreachable',
        () => void this.reload().then(() => this.#focus('.progress, .state .heading')),
      );
    }
    if (!session || !pack) return loadingView(locale, slow, locale.strings.quizLoading);
    if (session.items.length === 0) return view.emptyView(locale, this.#reviewing);
    const item = currentItem(session);
    if (!item) {
      return this.#last.render(locale, {
        pack,
        facts: factsMet(session),
        left: session.at < session.items.length,
        goOn: this.#goOn,
        again: this.#again,
      });
    }
    const { number, of: total } = progress(session);
    const place = { locale, pack, item, number, total };
    if (session.answer !== undefined) {
      return view.feedbackView(place, openerFor(item, session.answer), this.shared, {
        next: this.#next,
        stop: this.#stop,
        ...(factToShare(item) ? { share: () => void this.#share(locale, item) } : {}),
      });
    }
    return view.questionView(place, this.choose, {
      answer: this.#answer,
      skip: this.#skip,
      stop: this.#stop,
    });
  }

  /** On paper a statement would stand without its fact: so facts alone stand there. */
  #paper(locale: Locale, pack: Pack, session: Session): TemplateResult {
    return html`<div class="paper">
      <h2>${pack.title}</h2>
      <p>${locale.strings.quizOnPaper}</p>
      ${factList(locale, factsMet(session), pack)}
      ${helpLine(locale, this.#help, undefined, true)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-myth-quiz': MythQuiz;
  }
}

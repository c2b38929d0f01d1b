/** `<kith-facilitator-desk>`: five minutes on a Tuesday night. Opens the question box, answers, publishes, keeps the team; locks itself. */
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { StaffApi, type StaffAsk, staffAskAt } from '../../backend/staff-api.js';
import { type DeskLink, readDeskLink } from '../../domain/desk/desk-link.js';
import { fromBase64url, toBase64url } from '../../domain/sealing/encoding.js';
import { readBoxId } from '../../domain/sealing/manifest.js';
import { readPins } from '../../domain/sealing/public-key.js';
import { SealingError } from '../../domain/sealing/sealing-error.js';
import type { DeskStrings } from '../../i18n/desk/desk-strings.js';
import { deskWords } from '../../i18n/desk/desk-words.js';
import type { Locale } from '../../i18n/locale.js';
import { loadingView } from '../../parts/states.js';
import { Announcer } from '../../ui/announcer.js';
import { trimmed } from '../../ui/attributes.js';
import { buttons } from '../../ui/buttons.js';
import { checks } from '../../ui/checks.js';
import { frame } from '../../ui/frame.js';
import { KithElement, type WidgetState } from '../../ui/kith-element.js';
import { property, state } from '../../ui/property.js';
import { theme } from '../../ui/theme.js';
import { EnrolmentScreen } from './coming-in/enrolment.js';
import { FirstEveningScreen } from './coming-in/first-evening.js';
import { SheetScreen } from './coming-in/sheet-screen.js';
import { SignInScreen } from './coming-in/sign-in.js';
import { startStyles } from './coming-in/start.styles.js';
import { deskView, noBoxView } from './desk.view.js';
import type { Desk, DeskFrame, Room, Screen } from './desk-screen.js';
import { EveningScreen } from './evening/evening.js';
import { eveningStyles } from './evening/evening.styles.js';
import { DeskLockedEvent, DeskUnlockedEvent } from './facilitator-desk.events.js';
import { styles } from './facilitator-desk.styles.js';
import { endsSession, failureInWords } from './failure-in-words.js';
import { houseStyles } from './house/house.styles.js';
import { ProofScreen } from './house/proof.js';
import { SettingsScreen } from './house/settings.js';
import { LockController } from './lock-controller.js';
import { PeopleScreen } from './people/people.js';
import { peopleStyles } from './people/people.styles.js';
import { PublishScreen } from './publish/publish.js';
import type { BoxAt, OpenedBox } from './work/opened-box.js';

const SCREENS: Readonly<Record<Room, new (desk: Desk) => Screen>> = {
  evening: EveningScreen,
  publish: PublishScreen,
  people: PeopleScreen,
  settings: SettingsScreen,
  proof: ProofScreen,
};

/**
 * The desk of the people who answer. Everything is unlocked on this device and nowhere else: the server keeps what it cannot read, and
 * the desk believes it only as far as signatures carry. It is an app of its own page, served by kith-server or opened from a file, and
 * never a part of the clinic's site.
 *
 * @summary The desk at which facilitators answer, publish and keep their team.
 * @tagname kith-facilitator-desk
 *
 * @fires {DeskUnlockedEvent} kith-desk-unlocked - Somebody signed in. It carries nothing.
 * @fires {DeskLockedEvent} kith-desk-locked - The keys are gone from memory: `reason`.
 *
 * @csspart desk - Everything.
 * @csspart title - The heading.
 * @csspart controls - The rooms.
 * @csspart body - The screen.
 * @csspart sign-in - The locked desk.
 * @csspart field - A field with its label and hint.
 * @csspart label - A label.
 * @csspart input - A field, a list or a box to tick.
 * @csspart choice - A box to tick with its label.
 * @csspart hint - A hint under a label.
 * @csspart notice - What is to be known, or what has to be mended.
 * @csspart button - A button.
 * @csspart button-primary - The main button of a screen.
 * @csspart paper - What is printed.
 *
 * @cssstate loading - The desk’s words are on their way.
 * @cssstate ready - Somebody can sign in, or is at work.
 * @cssstate empty - The desk knows of no box.
 */
export class FacilitatorDesk extends KithElement {
  static override styles = [
    theme,
    buttons,
    checks,
    frame,
    styles,
    startStyles,
    eveningStyles,
    peopleStyles,
    houseStyles,
  ];

  /** Base address of the Kith server. The link in the address bar goes before it. */
  @property({ converter: trimmed }) server = '/';
  /** The box, where the link in the address bar names none. */
  @property({ converter: trimmed, attribute: 'box-id' }) boxId = '';
  /** The box's key id, where the link in the address bar names none. Given by the server, it is no proof against that server. */
  @property({ converter: trimmed, attribute: 'key-id' }) keyId = '';
  /** A server at hand in place of an address: for tests and stories. */
  @property({ attribute: false }) staff: StaffAsk | undefined;
  /** Milliseconds since the epoch: for tests. */
  @property({ attribute: false }) clock: () => number = () => Date.now();

  @state() private words: DeskStrings | undefined;
  @state() private box: OpenedBox | undefined;
  @state() private room: Room = 'evening';
  @state() private screen: Screen | undefined;
  @state() private busyWith = 0;
  @state() private said = '';
  @state() private link: DeskLink = { kind: 'none' };

  readonly #announcer = new Announcer(this);
  readonly #lock = new LockController(
    this,
    () => this.clock(),
    () => void this.#lockFor('idle'),
  );
  #wording: Promise<void> = Promise.resolve();
  #owed = '';
  /** Whose words these are. */
  #spoken = '';

  /** Resolves when the desk can be used. Never rejects. */
  get ready(): Promise<void> {
    return this.#settled();
  }

  async #settled(): Promise<void> {
    await this.worded;
    await this.updateComplete;
    await this.#wording;
    await this.updateComplete;
  }

  /** Whether somebody is signed in. */
  get isUnlocked(): boolean {
    return this.box !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#readLink);
    window.addEventListener('pagehide', this.#leave);
    this.#readLink();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#readLink);
    window.removeEventListener('pagehide', this.#leave);
    if (this.box) void this.#lockFor('left');
    else void this.screen?.leave();
  }

  /** Days and hours as the box's own country writes them: the page's language says little of it. */
  protected override get dateRegion(): string | undefined {
    return this.box?.rules.country || undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { locale } = this;
    if (locale && locale.strings.lang !== this.#spoken) {
      this.#spoken = locale.strings.lang;
      this.#wording = deskWords(this.#spoken).then((words) => {
        this.words = words;
      });
    }
    if ((['server', 'boxId', 'keyId', 'staff'] as const).some((name) => changed.has(name)) && !this.box)
      this.#start();
    else if (this.words && !this.screen) this.#start();
    this.showState(this.#state);
  }

  get #state(): WidgetState {
    if (!this.words) return 'loading';
    return this.screen ? 'ready' : 'empty';
  }

  // Where the desk is

  readonly #readLink = (): void => {
    const link = readDeskLink(location.hash);
    if (link.kind === 'none' && this.link.kind !== 'none') return;
    // A secret that was read has no business in the history.
    if (link.kind === 'claim' || link.kind === 'invitation')
      history.replaceState(history.state, '', location.pathname + location.search);
    this.link = link;
    if (this.box) void this.#lockFor('asked');
    else this.#start();
  };

  get #serverUrl(): URL | undefined {
    const named = ('server' in this.link && this.link.server) || this.server;
    if (!URL.canParse(named, document.baseURI)) return undefined;
    const url = new URL(named, document.baseURI);
    url.search = url.hash = '';
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    return /^https?:$/.test(url.protocol) ? url : undefined;
  }

  get #ask(): StaffAsk | undefined {
    const url = this.#serverUrl;
    return this.staff ?? (url && staffAskAt(url));
  }

  /** The box and what pins it: out of the link, else out of the attributes. */
  get #named(): { readonly boxId: string; readonly pins: readonly string[] } | undefined {
    const { link } = this;
    if (link.kind !== 'none' && link.kind !== 'claim') return { boxId: link.boxId, pins: readPins(link.pin) };
    if (!this.boxId) return undefined;
    try {
      readBoxId(this.boxId);
      return { boxId: this.boxId, pins: this.keyId ? readPins(this.keyId) : [] };
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      this.hint(
        error.field === 'boxId' ? 'box-id' : 'key-id',
        'it is not as the desk prints it; copy it again',
      );
      return undefined;
    }
  }

  /** A link that was used up is the everyday one from here on. */
  #settle({ boxId, pins }: Pick<BoxAt, 'boxId' | 'pins'>): void {
    const server = 'server' in this.link ? this.link.server : undefined;
    if (this.link.kind === 'none' || pins.length === 0) return;
    this.link = {
      kind: 'open',
      boxId: toBase64url(boxId),
      pin: pins.join(' '),
      ...(server !== undefined && { server }),
    };
  }

  get #at(): BoxAt | undefined {
    const named = this.#named;
    const ask = this.#ask;
    if (!named || !ask) return undefined;
    return { api: new StaffApi(ask, named.boxId), boxId: readBoxId(named.boxId), pins: named.pins };
  }

  // Screens

  /** What is shown before anybody is signed in. */
  #start(): void {
    const { locale, words, link } = this;
    if (!locale || !words) return;
    const desk = this.#frame;
    const unlocked = (box: OpenedBox) => this.#unlocked(box);
    const cameIn = () => {
      if (at) this.#settle(at);
      this.#signIn();
    };
    const ask = this.#ask;
    const at = this.#at;
    if (link.kind === 'claim' && ask) {
      this.#show(
        new FirstEveningScreen(desk, {
          ask,
          secret: fromBase64url(link.claim, 'claim'),
          unlocked,
          desk: (box) => this.#desk(box),
        }),
      );
    } else if (link.kind === 'invitation' && at) {
      const secret = fromBase64url(link.invitation, 'invitation', 16);
      this.#show(new EnrolmentScreen(desk, { at, secret, enrolled: cameIn }));
    } else if (link.kind === 'sheet' && at) {
      this.#show(new SheetScreen(desk, { at, recovered: cameIn }));
    } else if (at) this.#signIn();
    else this.screen = undefined;
  }

  #signIn(): void {
    const at = this.#at;
    if (!at) return;
    this.#show(
      new SignInScreen(this.#frame, {
        at: () => this.#at ?? at,
        unlocked: (box) => this.#unlocked(box),
        server: 'server' in this.link && this.link.server ? new URL(this.link.server).host : '',
        lost: () => this.#show(new SheetScreen(this.#frame, { at, recovered: () => this.#signIn() })),
      }),
    );
  }

  #show(screen: Screen): void {
    const before = this.screen;
    this.screen = screen;
    this.said = '';
    if (before) void before.leave();
    void screen.enter();
  }

  #unlocked(box: OpenedBox): void {
    this.box = box;
    this.refreshLocale();
    this.#settle(box);
    this.#lock.start();
    this.dispatchEvent(new DeskUnlockedEvent());
    this.#go('evening');
  }

  readonly #go = (room: Room): void => {
    const { box } = this;
    const ask = this.#ask;
    if (!box) return;
    this.room = room;
    // The first evening goes on where it was left.
    if (room === 'evening' && !box.manifest && box.isKeeper && ask) {
      this.#show(
        new FirstEveningScreen(this.#frame, {
          ask,
          box,
          unlocked: (opened) => this.#unlocked(opened),
          desk: (opened) => this.#desk(opened),
        }),
      );
    } else this.#show(new SCREENS[room](this.#desk(box)));
  };

  async #lockFor(reason: DeskLockedEvent['reason']): Promise<void> {
    const { box, screen, words } = this;
    if (!box) return;
    this.#lock.stop();
    // A draft is on its way before the token goes; the keys do not wait for it.
    const kept = screen?.leave();
    this.box = undefined;
    this.screen = undefined;
    this.room = 'evening';
    if (words)
      this.said = { asked: words.lockedByYou, idle: words.lockedIdle, ended: words.lockedEnded, left: '' }[
        reason
      ];
    const said = this.said;
    this.#announcer.say(said);
    this.dispatchEvent(new DeskLockedEvent(reason));
    if (reason !== 'left') {
      this.#start();
      this.said = said;
    }
    await Promise.race([
      Promise.resolve(kept).catch(() => undefined),
      new Promise((done) => setTimeout(done, 4_000)),
    ]);
    await box.api.signOut();
  }

  readonly #leave = (): void => {
    if (this.box) void this.#lockFor('left');
    else void this.screen?.leave();
    if (this.isConnected) this.performUpdate();
  };

  // What screens may ask of the desk

  get #frame(): DeskFrame {
    const host = this;
    return {
      get locale(): Locale {
        return host.locale as Locale;
      },
      get words(): DeskStrings {
        return host.words as DeskStrings;
      },
      now: () => host.clock(),
      update: () => host.requestUpdate(),
      say: (text) => host.#announcer.say(text),
      focus: (selector) => host.#focus(selector),
      get busy() {
        return host.busyWith > 0;
      },
      attempt: (deed) => host.#attempt(deed),
      tell: (text) => {
        host.said = text;
        if (text) host.#announcer.say(text);
      },
      print: () => window.print(),
    };
  }

  #desk(box: OpenedBox): Desk {
    const deskUrl = location.origin === 'null' ? location.href : location.origin + location.pathname;
    return Object.defineProperties({} as Desk, {
      ...Object.getOwnPropertyDescriptors(this.#frame),
      ...Object.getOwnPropertyDescriptors({
        box,
        serverUrl: this.#serverUrl?.href ?? '',
        deskUrl: deskUrl.replace(/#.*$/, ''),
        go: this.#go,
        lock: () => void this.#lockFor('asked'),
      }),
    });
  }

  async #attempt(deed: () => Promise<void>): Promise<boolean> {
    const { locale, words, box } = this;
    if (!locale || !words) return false;
    this.said = '';
    this.busyWith += 1;
    try {
      await deed();
      return true;
    } catch (error) {
      // The lock stops what was under way: nobody is there who asked for it.
      if (box && this.box !== box) return false;
      if (endsSession(error)) await this.#lockFor('ended');
      else {
        const { said, hint } = failureInWords(error, words, locale);
        this.said = said;
        this.#announcer.say(said);
        if (hint !== undefined) console.warn(`<${this.localName}>:`, hint);
      }
      return false;
    } finally {
      this.busyWith -= 1;
    }
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
    const { words, box, screen } = this;
    if (!words) return loadingView(locale, false, '');
    const speech = { locale, words };
    const example = `${this.#serverUrl?.href ?? 'https://ask.example.org/'}desk#box=…&pin=…`;
    return deskView(
      speech,
      {
        unlocked: box && { name: box.me.name, room: box.manifest && this.room },
        busy: this.busyWith > 0,
        said: this.said,
        warned: box && box.pins.length === 0 ? words.trustServer : '',
        screen: [screen ? screen.render() : noBoxView(speech, example), this.#announcer.render() ?? nothing],
      },
      { go: this.#go, lock: () => void this.#lockFor('asked') },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-facilitator-desk': FacilitatorDesk;
  }
}

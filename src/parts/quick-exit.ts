/** The way out: a button that stays in reach, and three presses of Shift, to a page that tells nothing. */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { webUrl } from '../domain/web-url.js';
import type { Locale } from '../i18n/locale.js';
import { icons } from '../ui/icons.js';

/** Everyone looks up the weather; the address tells nothing and works in every country. */
export const NEUTRAL_PAGE = 'https://www.google.com/search?q=weather';

/** Where a page's `exit-url` leads: a web address, or a path on the page's own site; `undefined` for anything else. */
export function exitAddress(given: string): string | undefined {
  const own = /^[./]/.test(given) && URL.canParse(given, document.baseURI);
  return webUrl(own ? new URL(given, document.baseURI).href : given);
}

/** Three presses have to come within this time. */
const WITHIN_MS = 3_000;

/** Asks to leave the page at once; a page that wants its own way out prevents it. */
export class QuickExitEvent extends Event {
  static readonly type = 'kith-quick-exit';

  /** @param url Where it is going to lead. */
  constructor(readonly url: string) {
    super(QuickExitEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

type Host = ReactiveControllerHost & HTMLElement;

/** Every widget of the page that has a way out: leaving hides all of them. */
const hosts = new Set<Host>();
/** Presses that a widget has left on: the others let them pass, so that a page leaves once. */
const answered = new WeakSet<KeyboardEvent>();

export class QuickExit implements ReactiveController {
  #presses: number[] = [];

  /** @param url Where to go. */
  constructor(
    private readonly host: Host,
    private readonly url: () => string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
    document.addEventListener('keydown', this.#count);
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
    document.removeEventListener('keydown', this.#count);
    this.#presses = [];
  }

  /** Shift alone, three times; any other key in between starts again. */
  readonly #count = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift') {
      this.#presses = [];
      return;
    }
    if (event.repeat) return;
    this.#presses = [...this.#presses, event.timeStamp].filter((time) => event.timeStamp - time < WITHIN_MS);
    if (this.#presses.length < 3) return;
    this.#presses = [];
    if (answered.has(event)) return;
    answered.add(event);
    this.leave();
  };

  /** Hides the widgets and replaces the page, so that Back does not return to it. */
  readonly leave = (): void => {
    const url = this.url();
    if (!this.host.dispatchEvent(new QuickExitEvent(url))) return;
    for (const host of hosts) host.hidden = true;
    location.replace(url);
  };

  render(locale: Locale): TemplateResult {
    return html`<button
      type="button"
      class="button exit"
      part="button quick-exit"
      title=${locale.strings.exitHint}
      @click=${this.leave}
    >${icons.leave}<span>${locale.strings.exit}</span></button>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kith-quick-exit': QuickExitEvent;
  }
}

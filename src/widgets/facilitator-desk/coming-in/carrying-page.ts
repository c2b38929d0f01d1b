/** The page that carries the box: where it is, what is pasted into it, and whether it stands there as it should. */
import { StaffRefusal } from '../../../backend/staff-api.js';
import { checkSnippet, type SnippetState, snippet } from '../../../domain/desk/snippet.js';
import { toBase64url } from '../../../domain/sealing/encoding.js';
import type { DeskStrings } from '../../../i18n/desk/desk-strings.js';
import type { Desk } from '../desk-screen.js';

/** Where kith-server keeps the widgets' own script, under its address. */
const SERVED_SCRIPT = 'kith/loader.js';

export interface PageFields {
  readonly page: string;
  /** Whether the clinic's own copy of the script is loaded. */
  readonly ownScript: boolean;
  readonly script: string;
}

export interface PageSlips {
  readonly page?: string;
  readonly script?: string;
}

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** An address that a page or a script may have: https, or this very machine. */
function addressOf(typed: string): URL | undefined {
  const text = typed.trim();
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.test(url.hostname));
  return isSafe && !url.username && !url.password ? url : undefined;
}

const RESULTS: Readonly<Record<SnippetState, keyof DeskStrings>> = {
  good: 'checkGood',
  missing: 'checkMissing',
  'other-box': 'checkOtherBox',
  'other-pin': 'checkOtherPin',
  'old-pin': 'checkOldPin',
  'other-server': 'checkOtherServer',
  twice: 'checkTwice',
};

/** What came of a look at the page. */
export interface PageResult {
  readonly isGood: boolean;
  readonly said: string;
}

export class CarryingPage {
  fields: PageFields;

  /**
   * @param pins Of the identity key that signs now; while it changes the old one and then the new one.
   * @param formerPins Of identity keys before those.
   */
  constructor(
    private readonly desk: Desk,
    private readonly pins: readonly string[],
    private readonly formerPins: readonly string[] = [],
  ) {
    const { box } = desk;
    const [origin] = box.server.origins.box;
    const { page, script } = box.rules;
    this.fields = {
      page: page || (origin ? `${origin}/` : ''),
      ownScript: script !== '',
      script,
    };
  }

  slips(): PageSlips {
    const { words } = this.desk;
    const { page, ownScript, script } = this.fields;
    return {
      ...(!addressOf(page) && { page: words.startPageUrlBad }),
      ...(ownScript && !addressOf(script) && { script: words.startScriptUrlBad }),
    };
  }

  get page(): string {
    return addressOf(this.fields.page)?.href ?? '';
  }

  /** Of the clinic's own copy; '' for the server's. */
  get script(): string {
    const { ownScript, script } = this.fields;
    return (ownScript && addressOf(script)?.href) || '';
  }

  /** Lets the page's origin send to the box. Those that were named before stay. */
  async allow(): Promise<void> {
    const { api, server } = this.desk.box;
    const { origin } = new URL(this.page);
    if ([...server.origins.box, ...server.origins.server].includes(origin)) return;
    await api.putOrigins([...server.origins.box, origin]);
    await this.desk.box.refresh();
  }

  snippet(helped: { readonly country: string; readonly phone: string }): string {
    const { box, serverUrl } = this.desk;
    return snippet({
      serverUrl,
      scriptUrl: this.script || new URL(SERVED_SCRIPT, serverUrl).href,
      boxId: toBase64url(box.boxId),
      pins: this.pins,
      minEpoch: 1,
      ...(helped.country && { country: helped.country }),
      ...(helped.phone && { phone: helped.phone }),
    });
  }

  #result(found: string | readonly string[]): PageResult {
    const { box, serverUrl, words } = this.desk;
    const { state } = checkSnippet(found, {
      serverUrl,
      boxId: toBase64url(box.boxId),
      pins: this.pins,
      formerPins: this.formerPins,
      pageUrl: this.page,
    });
    return { isGood: state === 'good', said: words[RESULTS[state]] as string };
  }

  /** What stands in a source that somebody pasted. */
  lookAt(source: string): PageResult {
    return this.#result(source);
  }

  /** Lets the server look at the page. */
  async look(): Promise<PageResult> {
    const { box, locale, words } = this.desk;
    try {
      const { status, tags } = await box.api.checkPage(this.page);
      if (status >= 200 && status < 300) return this.#result(tags);
      return { isGood: false, said: locale.say(words.checkStatus, { status: String(status) }) };
    } catch (error) {
      if (!(error instanceof StaffRefusal)) throw error;
      const said = { 'page-away': words.checkAway, 'foreign-page': words.checkForeign }[error.reason];
      if (said === undefined) throw error;
      return { isGood: false, said };
    }
  }
}

/**
 * What of a widget stands in the page's address, where the page asks for it. It stands in the fragment, which browsers send to no
 * server, and replaces what stood there, so that the Back key still leads to the page before.
 *
 * Several widgets share the fragment, each in a section of its own, and the page's own part stays: `#contact.kith__day__TU`.
 * Only letters, digits, `-`, `_` and `.` are written, because many pages use their fragment as a selector.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type UrlEntries = readonly (readonly [key: string, value: string])[];

const BETWEEN_SECTIONS = '.';
const BETWEEN_PARTS = '__';
const NAME = /^[a-z][a-z\d-]*$/i;
/** An address longer than this is not kept up any more: browsers and mail programs cut them. */
const LONGEST = 1500;

/** Percent-encoded with `_` for `%`; what encodeURIComponent leaves as it is, save letters, digits and dashes, as well. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, ''))
    .replace(/[^\w%-]|_/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '_');

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/_([\dA-F]{2})/gi, '%$1'));
  } catch {
    return '';
  }
}

const sections = (): string[] => location.hash.slice(1).split(BETWEEN_SECTIONS).filter(Boolean);

/** Who writes under which name. */
const owners = new Map<string, UrlState>();

export class UrlState implements ReactiveController {
  #written = '';

  /**
   * @param name Of the widget's section; another widget of the page that has it first keeps it.
   * @param obey Takes what the address says when a link of the page or the Back key has changed it.
   * @param hint Tells the webmaster why the address is left alone.
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    readonly name: string,
    private readonly obey: (entries: UrlEntries) => void,
    hint: (mend: string) => void,
  ) {
    if (!NAME.test(name)) {
      hint(`"${name}" is no name; write a word of letters, digits and dashes, or no value at all`);
      return;
    }
    this.#written = this.#section ?? '';
    host.addController(this);
    if (!this.isOwner)
      hint(`another widget of this page is called "${name}" there; give each a name of its own`);
  }

  hostConnected(): void {
    if (!owners.has(this.name)) owners.set(this.name, this);
    for (const kind of ['popstate', 'hashchange']) window.addEventListener(kind, this.#look);
  }

  hostDisconnected(): void {
    if (this.isOwner) owners.delete(this.name);
    for (const kind of ['popstate', 'hashchange']) window.removeEventListener(kind, this.#look);
  }

  /** Ends it; what stands in the address stays. */
  leave(): void {
    this.hostDisconnected();
    this.host.removeController(this);
  }

  /** False where another widget of the page has the same name. */
  get isOwner(): boolean {
    return owners.get(this.name) === this;
  }

  get #section(): string | undefined {
    return sections().find((one) => one.startsWith(`${this.name}${BETWEEN_PARTS}`));
  }

  /** What the address says of the widget now. */
  read(): UrlEntries {
    if (!this.isOwner) return [];
    const [, ...parts] = (this.#section ?? '').split(BETWEEN_PARTS).map(decode);
    const entries: [string, string][] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) entries.push([parts[at] ?? '', parts[at + 1] ?? '']);
    return entries;
  }

  /** Puts into the address what it should say of the widget. */
  write(entries: UrlEntries): void {
    const section = entries.length > 0 ? [this.name, ...entries.flat().map(encode)].join(BETWEEN_PARTS) : '';
    if (section !== this.#written && section.length <= LONGEST) this.#put(section);
  }

  #put(section: string): void {
    if (!this.isOwner) return;
    this.#written = section;
    const own = this.#section;
    const address = new URL(location.href);
    const rest = sections().filter((one) => one !== own);
    address.hash = [...rest, section].filter(Boolean).join(BETWEEN_SECTIONS);
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // A sandboxed page, or Safari after a hundred changes in half a minute: the widget works without.
    }
  }

  readonly #look = (): void => {
    if (!this.isOwner) return;
    const section = this.#section;
    if (section === this.#written) return;
    if (section === undefined && location.href.includes('#')) {
      // A link to another part of the page, or to its top: what was chosen stays, in the new address too.
      this.#put(this.#written);
    } else if (section !== undefined || this.#written) {
      this.#written = section ?? '';
      this.obey(this.read());
    }
  };
}

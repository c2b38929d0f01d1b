/** Keeps the page's address and a finder in step, where the page asks for it; what keeps it comes as a part of its own. */
import type { LitElement } from 'lit';
import type { UrlEntries, UrlState } from '../../ui/url-state.js';

/** The opened group in the page's address. */
const GROUP = 'group';

/** What an address names. */
export interface Named {
  /** Filters and "soon". */
  readonly choices: UrlEntries;
  readonly groupId: string | undefined;
}

export class PageAddress {
  #state: UrlState | undefined;

  /**
   * @param obey Takes what the address names when a link of the page or the Back key has changed it.
   * @param hint Tells the webmaster why the address is left alone.
   */
  constructor(
    private readonly host: LitElement,
    private readonly obey: (named: Named) => void,
    private readonly hint: (mend: string) => void,
  ) {}

  /**
   * What the address names, when it is looked at for the first time.
   * @param name Of the finder's section; '' leaves the address alone.
   * @param pause Of the load that asks; throws when another load has begun meanwhile, whose address it is then.
   */
  async read(name: string, pause: () => Promise<void>): Promise<Named | undefined> {
    if (name === (this.#state?.name ?? '')) return undefined;
    this.#state?.leave();
    this.#state = undefined;
    if (!name) return undefined;
    let part: typeof import('../../ui/url-state.js');
    try {
      part = await import('../../ui/url-state.js');
    } catch {
      this.hint('the part for it could not be loaded');
      return undefined;
    }
    await pause();
    const named = (entries: UrlEntries): Named => ({
      choices: entries.filter(([key]) => key !== GROUP),
      groupId: entries.find(([key]) => key === GROUP)?.[1],
    });
    this.#state = new part.UrlState(this.host, name, (entries) => this.obey(named(entries)), this.hint);
    const entries = this.#state.read();
    return entries.length > 0 ? named(entries) : undefined;
  }

  /** Puts into the address what it should name now. */
  write(choices: UrlEntries, groupId: string | undefined): void {
    this.#state?.write(groupId === undefined ? choices : [...choices, [GROUP, groupId]]);
  }
}

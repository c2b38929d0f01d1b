/** What a finder's section of the page's address means: choices and the opened group. Loaded where a page asks for it. */
import type { LitElement } from 'lit';
import type { UrlEntries, UrlState } from '../../ui/url-state.js';
import { GroupClosedEvent, GroupOpenedEvent } from './group-finder.events.js';
import type { OpenPage } from './open-page.js';

/** The opened group in the page's address. */
const GROUP = 'group';

/** What an address names. */
export interface Named {
  /** Filters and "soon". */
  readonly choices: UrlEntries;
  readonly groupId: string | undefined;
}

const named = (entries: UrlEntries): Named => ({
  choices: entries.filter(([key]) => key !== GROUP),
  groupId: entries.find(([key]) => key === GROUP)?.[1],
});

export class PageAddress {
  readonly #state: UrlState;

  /**
   * @param State Loaded beside this module: one for all widgets of the page, whatever they are, since it knows whose name is whose.
   * @param name Of the finder's section.
   * @param obey Takes what the address names when a link of the page or the Back key has changed it.
   * @param hint Tells the webmaster why the address is left alone.
   */
  constructor(
    State: typeof UrlState,
    private readonly host: LitElement,
    private readonly page: OpenPage,
    readonly name: string,
    obey: (named: Named) => void,
    hint: (mend: string) => void,
  ) {
    this.#state = new State(host, name, (entries) => obey(named(entries)), hint);
  }

  /** What the address names now; nothing where it has no section for the finder. */
  read(): Named | undefined {
    const entries = this.#state.read();
    return entries.length > 0 ? named(entries) : undefined;
  }

  /** Opens the group that the address names, or leaves the one that it does not. @param listed Whether the list has it. */
  open(groupId: string | undefined, listed: boolean): void {
    const { host, page } = this;
    const before = page.groupId;
    page.missing = groupId !== undefined && !listed;
    if (groupId === before) return;
    page.go(listed ? groupId : undefined);
    if (before !== undefined) host.dispatchEvent(new GroupClosedEvent(before));
    if (page.groupId !== undefined) host.dispatchEvent(new GroupOpenedEvent(page.groupId));
  }

  /** Puts into the address what it should name. */
  write(choices: UrlEntries, groupId: string | undefined): void {
    this.#state.write(groupId === undefined ? choices : [...choices, [GROUP, groupId]]);
  }

  /** Ends it; what stands in the address stays. */
  leave(): void {
    this.#state.leave();
  }
}

/** Which page of the finder is open: the list, the short list or one group; and the way there and back. */
import type { LitElement, ReactiveController } from 'lit';
import { onCloseRequest } from '../../ui/close-request.js';
import { ScrollPlace } from '../../ui/scroll-place.js';
import { GroupClosedEvent, GroupOpenedEvent } from './group-finder.events.js';

type Listing = 'list' | 'kept';

export class OpenPage implements ReactiveController {
  /** The list or the short list: what is shown, or where an opened group was opened from. */
  listing: Listing = 'list';
  /** The opened group. */
  groupId: string | undefined;
  /** A visitor looks for a group that is not in the list: the address names it, or it went while it was open. */
  missing = false;
  #endWatch: (() => void) | undefined;
  readonly #scrollPlace = new ScrollPlace();

  /** @param focus Focuses what a selector finds, after the next update. */
  constructor(
    private readonly host: LitElement,
    private readonly focus: (selector: string) => void,
  ) {
    host.addController(this);
  }

  /** While a group is open, the phone's Back key and Esc close it. */
  readonly hostUpdated = (): void => {
    if (this.host.isConnected && this.groupId !== undefined) {
      this.#endWatch ??= onCloseRequest(() => {
        this.#endWatch = undefined;
        void this.back();
      });
    } else {
      this.#endWatch?.();
      this.#endWatch = undefined;
    }
  };
  readonly hostConnected = this.hostUpdated;
  readonly hostDisconnected = this.hostUpdated;

  /** Whether a page is shown that is no group. */
  is(listing: Listing): boolean {
    return this.groupId === undefined && this.listing === listing;
  }

  /** Shows a group, or a page that is none; the focus is another's to move. */
  go(groupId: string | undefined, listing = this.listing): void {
    this.groupId = groupId;
    this.listing = listing;
    this.host.requestUpdate();
  }

  showKept(): void {
    this.go(undefined, 'kept');
    this.focus('.heading');
  }

  readonly open = (groupId: string): void => {
    const button = this.#opener(groupId);
    if (button) this.#scrollPlace.remember(button);
    this.missing = false;
    this.go(groupId);
    this.focus('.heading');
    this.host.dispatchEvent(new GroupOpenedEvent(groupId));
  };

  readonly back = async (): Promise<void> => {
    const { groupId } = this;
    this.go(undefined, groupId === undefined ? 'list' : this.listing);
    await this.host.updateComplete;
    const button = groupId === undefined ? null : this.#opener(groupId);
    if (button) this.#scrollPlace.restore(button);
    else this.focus('.counted, input, .shortlist .heading');
    if (groupId !== undefined) this.host.dispatchEvent(new GroupClosedEvent(groupId));
  };

  /** The opened group is listed no more. */
  lose(): void {
    const { groupId, host } = this;
    if (groupId === undefined) return;
    const focused = host.shadowRoot?.activeElement;
    this.missing = true;
    this.go(undefined);
    if (focused) this.focus('.counted, .section, .heading');
    host.dispatchEvent(new GroupClosedEvent(groupId));
  }

  #opener(groupId: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(`[data-group="${CSS.escape(groupId)}"]`);
  }
}

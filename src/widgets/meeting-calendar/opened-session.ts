/** Which session of a calendar is open, and the way back to where it was opened. */
import type { LitElement, ReactiveController } from 'lit';
import type { LocalDateTime } from '../../domain/meeting.js';
import type { Session } from '../../domain/sessions.js';
import { onCloseRequest } from '../../ui/close-request.js';
import { ScrollPlace } from '../../ui/scroll-place.js';
import { SessionClosedEvent, SessionOpenedEvent } from './meeting-calendar.events.js';

/** What names a session among all of a listing: it keeps this name when it is moved. */
export interface SessionName {
  readonly groupId: string;
  readonly recurrenceId: LocalDateTime;
  /** Which meeting of the group: two may begin at one time, one of them online. */
  readonly meeting: number;
}

export const nameOf = ({ group, occurrence: { meeting, recurrenceId } }: Session): SessionName => ({
  groupId: group.id,
  recurrenceId,
  meeting: group.meetings.indexOf(meeting),
});

export class OpenedSession implements ReactiveController {
  session: Session | undefined;
  #opener = '';
  #endWatch: (() => void) | undefined;
  readonly #scrollPlace = new ScrollPlace();

  /** @param focus Focuses what a selector finds, after the next update. */
  constructor(
    private readonly host: LitElement,
    private readonly focus: (selector: string) => void,
  ) {
    host.addController(this);
  }

  /** While a session is open, the phone's Back key and Esc close it. */
  readonly hostUpdated = (): void => {
    if (this.host.isConnected && this.session) {
      this.#endWatch ??= onCloseRequest(() => {
        this.#endWatch = undefined;
        void this.close();
      });
    } else {
      this.#endWatch?.();
      this.#endWatch = undefined;
    }
  };
  readonly hostConnected = this.hostUpdated;
  readonly hostDisconnected = this.hostUpdated;

  /** @param opener Selects what the visitor tapped: there the focus goes back to. */
  open(session: Session, opener: string): void {
    const button = this.host.renderRoot.querySelector(opener);
    if (button) this.#scrollPlace.remember(button);
    this.#opener = opener;
    this.show(session);
    this.focus('.heading');
  }

  /** Shows a session, another one or none, and tells the page; the focus is another's to move. */
  show(session: Session | undefined): void {
    const before = this.session;
    this.session = session;
    this.host.requestUpdate();
    if (before) this.host.dispatchEvent(new SessionClosedEvent(before.group.id, before.date));
    if (session) this.host.dispatchEvent(new SessionOpenedEvent(session.group.id, session.date));
  }

  readonly close = async (): Promise<void> => {
    this.show(undefined);
    await this.host.updateComplete;
    const button = this.#opener ? this.host.renderRoot.querySelector<HTMLElement>(this.#opener) : null;
    // What folds is folded again when it comes back, and nothing inside could have the focus.
    button?.closest('details')?.setAttribute('open', '');
    if (button) this.#scrollPlace.restore(button);
    else this.focus('.day-heading, .grid [tabindex="0"]');
  };
}

/** Whether a widget has little room: asked of its own width, never of the page's, and in its letters rather than in pixels. */
import type { ReactiveController, ReactiveElement } from 'lit';

/** So much narrower it must become to be narrow again: a scroll bar that comes with more room would take it away for ever. */
const SLACK_EMS = 1.5;

export class WidthController implements ReactiveController {
  /** True until the width is known: a phone comes first. */
  narrow = true;
  // A frame later, since what changes then may change the size that is being told.
  readonly #watch = new ResizeObserver(() => requestAnimationFrame(() => this.#look()));
  #watched: Element | undefined;

  /**
   * @param selector What to look at inside the widget.
   * @param ems Narrower than this is narrow.
   */
  constructor(
    private readonly host: ReactiveElement,
    private readonly selector: string,
    private readonly ems: number,
  ) {
    host.addController(this);
  }

  readonly hostUpdated = (): void => {
    const found = this.host.renderRoot.querySelector(this.selector) ?? undefined;
    if (found === this.#watched) return;
    this.#watch.disconnect();
    this.#watched = found;
    if (!found) return;
    this.#watch.observe(found);
    this.#look();
  };
  /** Moved in the page it may have other room, and nothing else need change. */
  readonly hostConnected = this.hostUpdated;

  hostDisconnected(): void {
    this.#watch.disconnect();
    this.#watched = undefined;
  }

  #look(): void {
    if (!this.#watched) return;
    const { fontSize, paddingInlineStart, paddingInlineEnd } = getComputedStyle(this.#watched);
    const [em = 0, start = 0, end = 0] = [fontSize, paddingInlineStart, paddingInlineEnd].map(
      Number.parseFloat,
    );
    // As it is laid out: a page that opens with an animation may scale it.
    const width = this.#watched.clientWidth - start - end;
    // Hidden it has no width: what it was will do.
    if (!(width > 0)) return;
    const narrow = width < (this.ems - (this.narrow ? 0 : SLACK_EMS)) * em;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.host.requestUpdate();
  }
}

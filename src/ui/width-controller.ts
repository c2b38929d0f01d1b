/** Whether a widget has little room: asked of its own width, never of the page's, and in the page's letters rather than in pixels. */
import type { ReactiveController, ReactiveElement } from 'lit';

/** Text that is smaller than this does not make a widget roomier. */
const LEAST_EM = 16;

export class WidthController implements ReactiveController {
  /** True until the width is known: a phone comes first. */
  narrow = true;
  readonly #watch = new ResizeObserver(() => this.#look());
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

  hostUpdated(): void {
    const found = this.host.renderRoot.querySelector(this.selector) ?? undefined;
    if (found === this.#watched) return;
    this.#watch.disconnect();
    this.#watched = found;
    if (!found) return;
    this.#watch.observe(found);
    this.#look();
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
    this.#watched = undefined;
  }

  #look(): void {
    const width = this.#watched?.getBoundingClientRect().width ?? 0;
    // Hidden it has no width: what it was will do.
    if (width === 0) return;
    const em = Math.max(Number.parseFloat(getComputedStyle(this.host).fontSize), LEAST_EM);
    const narrow = width < this.ems * em;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.host.requestUpdate();
  }
}

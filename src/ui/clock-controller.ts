/** Keeps "now" fresh while a widget is seen: once a minute, and when a sleeping tab wakes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;

/** A device that slept with the page in view tells only that its window has the focus again. */
const waking = (): readonly (readonly [EventTarget, string])[] => [
  [document, 'visibilitychange'],
  [window, 'pageshow'],
  [window, 'focus'],
];

export class ClockController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param read The clock, milliseconds since the epoch.
   * @param tick Called at each new minute and on waking.
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly read: () => number,
    private readonly tick: (now: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const [target, type] of waking()) target.addEventListener(type, this.#wake);
    this.#schedule();
  }

  hostDisconnected(): void {
    for (const [target, type] of waking()) target.removeEventListener(type, this.#wake);
    clearTimeout(this.#timer);
  }

  readonly #wake = (): void => {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.tick(this.read());
    this.#schedule();
  };

  #schedule(): void {
    this.#timer = setTimeout(this.#wake, MINUTE - (this.read() % MINUTE));
  }
}

/** Locks a desk that was left open: after ten minutes without a key, a touch or a click, and at once when a sleeping device wakes after that. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The server forgets a session after fifteen idle minutes; the desk is sooner. */
export const IDLE_MS = 10 * 60_000;

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

export class LockController implements ReactiveController {
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param clock Milliseconds since the epoch.
   * @param lock Called once when it is time.
   */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly clock: () => number,
    private readonly lock: () => void,
  ) {
    host.addController(this);
  }

  /** Begins to count. */
  start(): void {
    this.#since = this.clock();
    for (const sign of SIGNS) this.host.addEventListener(sign, this.#seen, { passive: true });
    document.addEventListener('visibilitychange', this.#check);
    window.addEventListener('pageshow', this.#check);
    window.addEventListener('focus', this.#check);
    this.#check();
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const sign of SIGNS) this.host.removeEventListener(sign, this.#seen);
    document.removeEventListener('visibilitychange', this.#check);
    window.removeEventListener('pageshow', this.#check);
    window.removeEventListener('focus', this.#check);
  }

  hostDisconnected(): void {
    this.stop();
  }

  readonly #seen = (): void => {
    // The first touch after a long sleep is no sign of whoever signed in.
    if (this.clock() - this.#since >= IDLE_MS) this.#check();
    else this.#since = this.clock();
  };

  readonly #check = (): void => {
    clearTimeout(this.#timer);
    const left = IDLE_MS - (this.clock() - this.#since);
    if (left <= 0) {
      this.stop();
      this.lock();
      return;
    }
    this.#timer = setTimeout(this.#check, left);
  };
}

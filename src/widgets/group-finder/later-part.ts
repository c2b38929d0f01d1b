/** Brings the part of the finder that searches, once the list stands. Without it the list is still a list. */
import type { LitElement } from 'lit';
import type { Narrowing } from './narrowing.js';

type Part = typeof import('./narrowing.js');

export class LaterPart {
  narrowing: Narrowing | undefined;
  failed = false;
  /** Settles when the part is there or could not be loaded; absent until it is asked for. */
  loading: Promise<void> | undefined;

  /**
   * @param make Makes use of the part; nothing where the list went away meanwhile.
   * @param changed Is called before what it changes is shown.
   */
  constructor(
    private readonly host: LitElement,
    private readonly make: (part: Part) => Narrowing | undefined,
    private readonly changed: () => void,
  ) {}

  #become(narrowing: Narrowing | undefined, failed: boolean): void {
    this.narrowing = narrowing;
    this.failed = failed;
    this.changed();
  }

  /** Asks for it, also a second time. */
  readonly load = (): void => {
    if (this.failed) this.#become(undefined, false);
    this.loading = import('./narrowing.js')
      .then((part) => this.#become(this.make(part), false))
      .catch((reason: unknown) => {
        this.#become(undefined, true);
        console.warn(
          `<${this.host.localName}>: the part that searches could not be loaded; the list is there, and visitors can try again.`,
          reason,
        );
      });
  };

  /** The list went away. */
  forget(): void {
    this.loading = undefined;
    this.#become(undefined, false);
  }
}

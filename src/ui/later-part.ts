/** Brings a part of a widget once the rest stands. Without it the rest is still there. */
import type { LitElement } from 'lit';

export class LaterPart<Module, Made> {
  made: Made | undefined;
  failed = false;
  /** Settles when the part is there or could not be loaded; absent until it is asked for. */
  loading: Promise<void> | undefined;

  /**
   * @param bring A dynamic import.
   * @param make Makes use of the part; nothing where what it is for went away meanwhile.
   * @param changed Is called before what it changes is shown.
   * @param without What a page still does when the part could not be loaded, plain English.
   */
  constructor(
    private readonly host: LitElement,
    private readonly bring: () => Promise<Module>,
    private readonly make: (part: Module) => Made | undefined,
    private readonly changed: () => void,
    private readonly without: string,
  ) {}

  #become(made: Made | undefined, failed: boolean): void {
    this.made = made;
    this.failed = failed;
    this.changed();
  }

  /** Asks for it, also a second time. */
  readonly load = (): void => {
    if (this.failed) this.#become(undefined, false);
    // What it was asked for may go away meanwhile, and come back: then another asking counts.
    const isWanted = () => this.loading === loading;
    const loading = this.bring()
      .then((part) => {
        if (isWanted()) this.#become(this.make(part), false);
      })
      .catch((reason: unknown) => {
        if (!isWanted()) return;
        this.#become(undefined, true);
        console.warn(`<${this.host.localName}>: ${this.without}`, reason);
      });
    this.loading = loading;
  };

  /** What it is for went away. */
  forget(): void {
    this.loading = undefined;
    this.#become(undefined, false);
  }
}

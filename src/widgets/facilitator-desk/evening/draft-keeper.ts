/** Keeps what is being typed: two seconds after the last key, and every five while the keys go on, so that a dropped tab costs a few words. */

/** Does something after a while. @returns What calls it off. */
export type Later = (act: () => void, milliseconds: number) => () => void;

export const later: Later = (act, milliseconds) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/** After the last key. */
export const REST_MS = 2_000;
/** While keys go on. */
export const MOST_MS = 5_000;
/** After a failure. */
const AGAIN_MS = 15_000;

const nothing = (): void => undefined;

export class DraftKeeper {
  #typed: string;
  #kept: string;
  #callOffRest = nothing;
  #callOffMost = nothing;
  #isCounting = false;
  #saving: Promise<void> | undefined;
  #failed = false;

  /**
   * @param text As it is kept already.
   * @param save Rejects where it could not be kept.
   * @param told Hears of the first failure in a row, and of what was kept.
   */
  constructor(
    text: string,
    private readonly save: (text: string) => Promise<void>,
    private readonly told: (failure: unknown) => void,
    private readonly after: Later = later,
  ) {
    this.#typed = this.#kept = text;
  }

  /** Whether there are words that are kept nowhere but here. */
  get isBehind(): boolean {
    return this.#typed !== this.#kept;
  }

  type(text: string): void {
    this.#typed = text;
    this.#callOffRest();
    this.#callOffRest = this.after(() => void this.flush(), REST_MS);
    if (this.#isCounting) return;
    this.#isCounting = true;
    this.#callOffMost = this.after(() => void this.flush(), MOST_MS);
  }

  /** Stops counting; what was not kept stays so. */
  stop(): void {
    this.#callOffRest();
    this.#callOffMost();
    this.#isCounting = false;
  }

  /** Keeps now what is not kept yet. Never rejects. @returns Whether all of it is kept. */
  async flush(): Promise<boolean> {
    await this.pause();
    if (this.isBehind) {
      this.#saving = this.#save(this.#typed);
      await this.#saving;
    }
    return !this.isBehind;
  }

  /** Begins nothing more, and waits for what is under way. */
  async pause(): Promise<void> {
    this.stop();
    while (this.#saving) await this.#saving;
  }

  /** Takes this as what is kept: it was kept or sent by another way. */
  settle(text: string): void {
    this.stop();
    this.#typed = this.#kept = text;
  }

  async #save(text: string): Promise<void> {
    try {
      await this.save(text);
      this.#kept = text;
      this.#failed = false;
      this.told(undefined);
    } catch (failure) {
      if (!this.#failed) this.told(failure);
      this.#failed = true;
      this.#callOffRest();
      this.#callOffRest = this.after(() => void this.flush(), AGAIN_MS);
    } finally {
      this.#saving = undefined;
    }
  }
}

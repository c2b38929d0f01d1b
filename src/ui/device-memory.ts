/**
 * The only place that writes on a visitor's device, and only for a widget whose page asked for it by an attribute. Everything
 * it does may fail, since browsers and people switch such memory off; then it is as if nothing had been kept.
 */

/** Memory of one name. */
export class DeviceMemory {
  constructor(private readonly name: string) {}

  /** What was kept, as it was; `undefined` for nothing. Anyone may have changed it: look before using it. */
  recall(): unknown {
    try {
      return JSON.parse(localStorage.getItem(this.name) ?? '') as unknown;
    } catch {
      return undefined;
    }
  }

  keep(value: object): void {
    try {
      localStorage.setItem(this.name, JSON.stringify(value));
    } catch {
      // Full, or switched off.
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.name);
    } catch {
      // Nothing was kept.
    }
  }
}

/** What the finder lends to the part that comes later: facts to read, and the few things that only an element can do. */
import type { Locale } from '../../i18n/locale.js';
import type { RowContext } from './group-finder.view.js';

export interface NarrowingHost {
  readonly now: number;
  readonly viewerZone: string;
  readonly locale: Locale | undefined;
  readonly kept: ReadonlySet<string>;
  /** Kilometres of the attribute `radius`. */
  readonly radiusKm: number | undefined;
  rowContext(locale: Locale): RowContext;
  requestUpdate(): void;
  /** Says the number of groups once. */
  sayFound(total: number): void;
  say(text: string): void;
  /** Focuses an element after the next update. */
  focusOn(selector: string): void;
  showKept(): void;
  forgetKept(): void;
  hint(attribute: string, mend: string): void;
}

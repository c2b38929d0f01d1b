/** What the calendar lends to the part that comes later. */

export interface FurtherHost {
  /** Other sessions are shown now: they are said once. */
  changed(): void;
  requestUpdate(): void;
  /** Focuses an element after the next update. */
  focusOn(selector: string): void;
}

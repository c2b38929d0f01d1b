/** What the calendar lends to the part that comes later. */
import type { CalendarContext } from './meeting-calendar.view.js';

export interface FurtherHost {
  readonly context: CalendarContext | undefined;
  /** Other sessions are shown now: they are said once. */
  changed(): void;
  requestUpdate(): void;
  /** Focuses an element after the next update. */
  focusOn(selector: string): void;
}

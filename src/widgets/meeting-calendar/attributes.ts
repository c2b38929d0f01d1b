/** What a webmaster may write into the calendar's own attributes, and what they are told of what cannot be meant. */
import type { Group } from '../../domain/group.js';
import { parseLocalDate, WEEKDAYS } from '../../domain/recurrence/plain-day.js';
import { type Excerpt, excerptOf } from '../../domain/sessions.js';
import { oneOf } from '../../ui/attributes.js';
import type { CalendarView } from './shown-days.js';

const VIEWS = ['', 'agenda', 'month'] as const;
const ATTENDANCE = ['', 'in-person', 'online'] as const;

type Tell = (attribute: string, mend: string) => void;

/** The view that an attribute forces. */
export const viewNamed = (view: string): CalendarView | undefined => oneOf(VIEWS, view) || undefined;

/** 0 for Monday to 6 for Sunday; `undefined` for what names no weekday. */
export function weekdayNamed(name: string): number | undefined {
  const index = WEEKDAYS.map(String).indexOf(name.slice(0, 2).toUpperCase());
  return index < 0 ? undefined : index;
}

export interface Attributes {
  readonly view: string;
  readonly date: string;
  readonly firstDay: string;
  readonly attendance: string;
}

/** @param changed Those of which something is to be told. */
export function checkAttributes(
  { view, date, firstDay, attendance }: Attributes,
  changed: { has(name: keyof Attributes): boolean },
  tell: Tell,
): void {
  if (changed.has('view') && oneOf(VIEWS, view) === undefined)
    tell('view', `"${view}" is no view; write month or agenda, or leave it out`);
  if (changed.has('date') && date && parseLocalDate(date) === undefined)
    tell('date', `"${date}" is no day; write one such as 2026-03-24`);
  if (changed.has('firstDay') && firstDay && weekdayNamed(firstDay) === undefined)
    tell('first-day', `"${firstDay}" is no weekday; write one such as Monday`);
  if (changed.has('attendance') && oneOf(ATTENDANCE, attendance) === undefined)
    tell('attendance', `"${attendance}" is no way to attend; write in-person or online`);
}

/** The groups that three attributes leave of a list. */
export function excerptBy(
  { group, topic, attendance: written }: { readonly [name in keyof Required<Excerpt>]: string },
  groups: readonly Group[],
  tell: Tell,
): readonly Group[] {
  const attendance = oneOf(ATTENDANCE, written) || undefined;
  const found = excerptOf(groups, { group, topic, ...(attendance ? { attendance } : {}) });
  if (groups.length === 0 || found.length > 0) return found;
  const isKnown = (part: Excerpt) => excerptOf(groups, part).length > 0;
  const noGroup = group && !isKnown({ group });
  const noTopic = topic && !isKnown({ topic });
  if (noGroup) tell('group', `"${group}" is no id and no name of a group in the list`);
  if (noTopic) tell('topic', `no group of the list has the topic "${topic}"`);
  // Each is right for itself.
  if (!noGroup && !noTopic) {
    const asked = Object.entries({ group, topic, attendance });
    const named = asked.flatMap(([name, value]) => (value ? `${name}="${value}"` : []));
    tell(attendance ? 'attendance' : 'topic', `nothing in the list fits ${named.join(' and ')}`);
  }
  return found;
}

/** A calendar on a page with a fixed clock, in a place as wide as the test says, and a visitor's hands: what they tap and read. */
import '../../../src/define/meeting-calendar.js';
import type { Directory } from '../../../src/domain/directory.js';
import type { Group } from '../../../src/domain/group.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { allByRole, byRole, nameOf, textOf } from '../../by-role.js';
import { aGroup, LONDON, NOW, weekly } from '../../domain/small-groups.js';

/** A phone, and a page with room for seven columns of names. */
export const PHONE = '390px';
export const WIDE = '1000px';

export interface Setting {
  readonly src?: string;
  readonly groups?: readonly Group[];
  readonly directory?: Directory;
  /** The clock; Saturday 21 November 2026, 12:00 in London, where nothing is said. */
  readonly now?: number | (() => number);
  /** '' leaves the attribute out. */
  readonly zone?: string;
  /** '' leaves the attribute out. */
  readonly country?: string;
  /** How wide its place is. */
  readonly width?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The element's own children. */
  readonly children?: string;
  readonly into?: Element;
}

const placed: Element[] = [];

/** An element of the page that goes away with the test. */
export function aBox(tag = 'div', width = WIDE): HTMLElement {
  const box = document.createElement(tag);
  box.style.inlineSize = width;
  document.body.append(box);
  placed.push(box);
  return box;
}

afterEach(() => {
  for (const box of placed.splice(0)) box.remove();
});

/** Makes a calendar that does not yet stand in the page. */
export function makeCalendar(setting: Setting = {}): MeetingCalendar {
  const calendar = document.createElement('kith-meeting-calendar') as MeetingCalendar;
  const { src, groups, directory, now = NOW, zone = LONDON, country = 'GB', children } = setting;
  if (src) calendar.setAttribute('src', src);
  if (zone) calendar.setAttribute('time-zone', zone);
  if (country) calendar.setAttribute('country', country);
  for (const [name, value] of Object.entries(setting.attributes ?? {})) calendar.setAttribute(name, value);
  if (directory) calendar.directory = directory;
  else if (groups) calendar.directory = { groups, lastChecked: '2026-11-14' };
  calendar.clock = typeof now === 'function' ? now : () => now;
  if (children) calendar.innerHTML = children;
  return calendar;
}

/** Puts a calendar into the page. */
export function placeCalendar(setting: Setting = {}): MeetingCalendar {
  const calendar = makeCalendar(setting);
  (setting.into ?? aBox('div', setting.width)).append(calendar);
  return calendar;
}

/** A calendar that shows its sessions and can be narrowed and printed. */
export async function aCalendar(setting: Setting = {}): Promise<MeetingCalendar> {
  const calendar = placeCalendar(setting);
  await calendar.filterable;
  await settled(calendar);
  return calendar;
}

/** A session of each kind in the week from Saturday 21 November 2026. */
export const aWeek = (): readonly Group[] => [
  aGroup({
    id: 'calm',
    name: 'Calm',
    topics: ['Anxiety'],
    languages: ['en'],
    meetings: [
      weekly('MO', '18:30', {
        venue: { name: 'Mill Street Library', locality: 'Leeds', country: 'GB' },
        changes: [{ recurrenceId: '2026-11-23', status: 'cancelled', note: 'The heating is broken' }],
      }),
    ],
  }),
  aGroup({
    id: 'bold',
    name: 'Bold',
    topics: ['Grief'],
    languages: ['es'],
    meetings: [weekly('TU', '19:00', { attendance: 'online', joinUrl: 'https://meet.example.org/bold' })],
  }),
  aGroup({
    id: 'steps',
    name: 'Steps',
    topics: ['Anxiety'],
    meetings: [
      weekly('WE', '10:00', {
        changes: [
          {
            recurrenceId: '2026-11-25T10:00',
            status: 'moved',
            start: '2026-11-26T11:00',
            note: 'One day later',
          },
        ],
      }),
    ],
  }),
  aGroup({
    id: 'garden',
    name: 'Garden',
    topics: ['Grief'],
    meetings: [
      weekly('TH', '15:00', {
        changes: [
          {
            recurrenceId: '2026-11-26T15:00',
            status: 'changed',
            venue: { name: 'The Old Mill' },
            note: 'Bring boots',
          },
        ],
      }),
    ],
  }),
  aGroup({ id: 'quiet', name: 'Quiet', meetings: [weekly('FR', '20:00', { exceptDates: ['2026-11-27'] })] }),
  aGroup({ id: 'open', name: 'Open House', meetings: [weekly('SA', '11:45')] }),
];

/** Enough turns for what takes the focus after an update, or looks at its width. */
export async function settled(calendar: MeetingCalendar): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await calendar.updateComplete;
}

/** Until sizes have been looked at anew: a frame for the layout, one for who watches it, one for what comes of it. */
export async function laidOut(calendar: MeetingCalendar): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  await settled(calendar);
}

/** Gives the calendar's place another width. */
export async function widen(calendar: MeetingCalendar, width: string): Promise<void> {
  (calendar.parentElement as HTMLElement).style.inlineSize = width;
  await laidOut(calendar);
}

/** Older browsers put a comma between weekday and date. */
const plain = (words: string): string => words.replace(/(\p{L}day),(?= \d)/gu, '$1');

/** All that the widget says. */
export const said = (calendar: MeetingCalendar): string => plain(textOf(calendar.shadowRoot!));

/** Says whatever stands in a part of the widget. */
export const partOf = (calendar: MeetingCalendar, part: string): HTMLElement | null =>
  calendar.shadowRoot!.querySelector<HTMLElement>(`[part~=${part}]`);

/** The name of the month that is shown. */
export const monthOf = (calendar: MeetingCalendar): string => textOf(partOf(calendar, 'month-name')!);

/** A day of the grid. */
export function cellOf(calendar: MeetingCalendar, date: string): HTMLElement {
  const cell = calendar.shadowRoot!.querySelector<HTMLElement>(`[part~=grid] [data-date="${date}"]`);
  if (!cell) throw new Error(`no day ${date} in ${monthOf(calendar)}`);
  return cell;
}

/** What a screen reader says of a day of the grid. */
export const cellName = (calendar: MeetingCalendar, date: string): string => nameOf(cellOf(calendar, date));

/** What the eye sees of it. */
export const seenOn = (calendar: MeetingCalendar, date: string): string =>
  [...cellOf(calendar, date).querySelectorAll('[aria-hidden] > *')].map(textOf).join(' ').trim();

/** The day of the grid that Tab reaches. */
export function tabStop(calendar: MeetingCalendar): string {
  const stops = calendar.shadowRoot!.querySelectorAll<HTMLElement>('[part~=grid] [tabindex="0"]');
  return [...stops].map(({ dataset }) => dataset['date']).join();
}

/** The days in the list, as headings say them. */
export const headings = (calendar: MeetingCalendar): string[] =>
  [...calendar.shadowRoot!.querySelectorAll('[part~=day-heading]')].map((one) => plain(textOf(one)));

/** The sessions in the list: what each row says. */
export const rows = (calendar: MeetingCalendar): string[] =>
  [...calendar.shadowRoot!.querySelectorAll('[part~=result]')].map(textOf);

/** The groups of the sessions in the list, in order. */
export const names = (calendar: MeetingCalendar): string[] =>
  [...calendar.shadowRoot!.querySelectorAll('[part~=result] [part~=name]')].map(textOf);

/** A session of the list. */
export function rowOf(calendar: MeetingCalendar, words: string | RegExp): HTMLElement {
  const found = [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('[part~=result]')].find((row) =>
    typeof words === 'string' ? textOf(row).includes(words) : words.test(textOf(row)),
  );
  if (!found) throw new Error(`no row with ${words} among: ${rows(calendar).join(' | ')}`);
  return found;
}

/** The button of a row that opens it. */
export const openerIn = (row: Element): HTMLElement => row.querySelector<HTMLElement>('[part~=name]')!;

export async function tapOn(calendar: MeetingCalendar, element: HTMLElement): Promise<void> {
  element.click();
  await settled(calendar);
}

export const tap = (calendar: MeetingCalendar, name: string | RegExp): Promise<void> =>
  tapOn(calendar, byRole(calendar, 'button', name));

export const openFilters = (calendar: MeetingCalendar): Promise<void> => tap(calendar, /^Filters/);

/** Ticks a checkbox of the open filters. */
export const tick = (calendar: MeetingCalendar, label: RegExp): Promise<void> =>
  tapOn(calendar, byRole(calendar, 'checkbox', label));

/** What has the focus inside the widget. */
export const focused = (calendar: MeetingCalendar): HTMLElement | null =>
  calendar.shadowRoot!.activeElement as HTMLElement | null;

/** What the live region says now. */
export const status = (calendar: MeetingCalendar): string =>
  allByRole(calendar, 'status').map(textOf).join('|');

/** A finder on a page with a fixed clock, and a visitor's hands: what they type, tap and read. */
import '../../../src/define/group-finder.js';
import type { Directory } from '../../../src/domain/directory.js';
import type { Group } from '../../../src/domain/group.js';
import { en } from '../../../src/i18n/en.js';
import type { GroupFinder } from '../../../src/widgets/group-finder/group-finder.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { LONDON, NOW } from '../../domain/small-groups.js';

export interface Setting {
  readonly src?: string;
  readonly groups?: readonly Group[];
  readonly directory?: Directory;
  /** The clock; Saturday 21 November 2026, 12:00 in London, where nothing is said. */
  readonly now?: number | (() => number);
  readonly zone?: string;
  /** '' leaves the attribute out. */
  readonly country?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The element's own children. */
  readonly children?: string;
  readonly into?: Element;
}

const placed: Element[] = [];

/** An element of the page that goes away with the test. */
export function aBox(tag = 'div'): HTMLElement {
  const box = document.createElement(tag);
  document.body.append(box);
  placed.push(box);
  return box;
}

afterEach(() => {
  for (const box of placed.splice(0)) box.remove();
});

/** Makes a finder that does not yet stand in the page. */
export function makeFinder(setting: Setting = {}): GroupFinder {
  const finder = document.createElement('kith-group-finder') as GroupFinder;
  const { src, groups, directory, now = NOW, zone = LONDON, country = 'GB', children } = setting;
  if (src) finder.setAttribute('src', src);
  finder.setAttribute('time-zone', zone);
  if (country) finder.setAttribute('country', country);
  for (const [name, value] of Object.entries(setting.attributes ?? {})) finder.setAttribute(name, value);
  if (directory) finder.directory = directory;
  else if (groups) finder.directory = { groups, lastChecked: '2026-11-14' };
  finder.clock = typeof now === 'function' ? now : () => now;
  if (children) finder.innerHTML = children;
  return finder;
}

/** Puts a finder into the page. */
export function placeFinder(setting: Setting = {}): GroupFinder {
  const finder = makeFinder(setting);
  (setting.into ?? aBox()).append(finder);
  return finder;
}

/** A finder that shows its list and can be searched. */
export async function aFinder(setting: Setting = {}): Promise<GroupFinder> {
  const finder = placeFinder(setting);
  await finder.searchable;
  return finder;
}

/** All that the widget says. */
export const said = (finder: GroupFinder): string => textOf(finder.shadowRoot!);

/** One group of the list: its row. */
export function rowOf(finder: GroupFinder, name: string | RegExp): HTMLElement {
  const opener = allByRole(finder, 'button', name).find((button) => button.part.contains('name'));
  const row = opener?.closest<HTMLElement>('li');
  if (!row) throw new Error(`no row for ${name} among: ${names(finder).join(', ')}`);
  return row;
}

/** The names of the listed groups, in order. */
export const names = (finder: GroupFinder): string[] =>
  allByRole(finder, 'button')
    .filter((button) => button.part.contains('name'))
    .map(textOf);

export async function tap(finder: GroupFinder, name: string | RegExp): Promise<void> {
  byRole(finder, 'button', name).click();
  await finder.updateComplete;
  // What takes the focus after an update does so once that is done.
  await finder.updateComplete;
}

async function typeInto(finder: GroupFinder, label: string, text: string): Promise<void> {
  const field = byRole(finder, 'searchbox', label) as HTMLInputElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await finder.updateComplete;
}

export const search = (finder: GroupFinder, words: string) => typeInto(finder, en.searchLabel, words);
export const typePlace = (finder: GroupFinder, place: string) => typeInto(finder, en.nearLabel, place);

export const openFilters = (finder: GroupFinder) => tap(finder, /^Filters/);

/** Ticks a checkbox of the open filters. */
export async function tick(finder: GroupFinder, label: RegExp): Promise<void> {
  byRole(finder, 'checkbox', label).click();
  await finder.updateComplete;
}

/** What has the focus inside the widget. */
export const focused = (finder: GroupFinder): Element | null => finder.shadowRoot!.activeElement;

/** A minute passes, or a tab wakes: what the widget's own timer and the browser would tell it. */
export async function wake(finder: GroupFinder): Promise<void> {
  document.dispatchEvent(new Event('visibilitychange'));
  await finder.updateComplete;
}

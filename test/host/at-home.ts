/** What a widget must be on any page: there, legible, as wide as its place, and usable by keyboard. */
import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import type { GroupFinder, MeetingCalendar } from '../../src/index.js';
import { press } from '../keys.js';
import { waitUntil } from '../wait-until.js';
import type { Widget } from './a-host-page.js';

const SMALLEST = 14;

/** What a page hands down to everything in it, and what it must be inside a widget. */
const OWN_TEXT: Readonly<Record<string, string>> = {
  'letter-spacing': 'normal',
  'word-spacing': '0px',
  'text-transform': 'none',
  'text-indent': '0px',
  'white-space': 'normal',
  'font-style': 'normal',
  'text-shadow': 'none',
  cursor: 'auto',
};

const inside = (widget: Widget, selector: string): HTMLElement[] => [
  ...widget.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

const first = (widget: Widget, selector: string): HTMLElement => {
  const [found] = inside(widget, selector);
  if (!found) throw new Error(`The widget shows no ${selector}.`);
  return found;
};

const view = (element: Element): Window => element.ownerDocument.defaultView!;
const pixels = (element: Element, property: string): number =>
  Number.parseFloat(view(element).getComputedStyle(element).getPropertyValue(property)) || 0;

/** The room that a box leaves for what stands in it. */
function roomIn(box: HTMLElement): number {
  const edges = ['padding-left', 'padding-right', 'border-left-width', 'border-right-width'];
  return edges.reduce((room, edge) => room - pixels(box, edge), box.getBoundingClientRect().width);
}

function expectPainted(element: HTMLElement, what: string): void {
  const { width, height } = element.getBoundingClientRect();
  expect(element.textContent?.trim(), what).to.not.equal('');
  expect(width, `width of ${what}`).to.be.above(20);
  expect(height, `height of ${what}`).to.be.above(10);
  expect(element.checkVisibility({ visibilityProperty: true, opacityProperty: true }), what).to.equal(true);
}

/** @param place The box that the widget should fill. */
export function expectAtHome(widget: Widget, place: HTMLElement): void {
  const rows = inside(widget, '.row');
  const days = inside(widget, '[part~=grid] [part~=day]');
  expect(rows.length + days.length).to.be.above(1);
  expect(rows.length).to.be.above(0);
  for (const row of rows) {
    expectPainted(row.querySelector<HTMLElement>('.name')!, 'a name');
    expectPainted(row.querySelector<HTMLElement>('[part~=when]')!, 'a day');
  }
  expect(
    rows.some((row) => /\p{Nd}:\p{Nd}{2}/u.test(row.querySelector('[part~=when]')?.textContent ?? '')),
  ).to.equal(true);

  // The days of a month fill their place, each as wide as the others.
  for (const day of days) {
    const room = roomIn(first(widget, '[part~=grid]').parentElement!);
    expect(day.getBoundingClientRect().width, 'width of a day').to.be.closeTo(room / 7, 2);
  }

  const base = first(widget, '[part~=base]');
  expect(pixels(base, 'font-size')).to.be.at.least(16);
  const style = view(base).getComputedStyle(base);
  for (const [property, own] of Object.entries(OWN_TEXT))
    expect(style.getPropertyValue(property), property).to.equal(own);
  expect(style.textAlign).to.match(/^(?:start|left|right)$/);
  for (const element of inside(widget, '.kith *')) {
    const speaks = [...element.childNodes].some(({ nodeType, data }: ChildNode & { data?: string }) =>
      Boolean(nodeType === Node.TEXT_NODE && data?.trim()),
    );
    if (speaks) expect(pixels(element, 'font-size'), element.className).to.be.at.least(SMALLEST);
  }

  const width = base.getBoundingClientRect().width;
  const most = pixels(base, 'max-width');
  expect(width).to.be.closeTo(Math.min(roomIn(place), most), 1);
  const page = widget.ownerDocument.documentElement;
  expect(page.scrollWidth, 'nothing hangs over the edge').to.be.at.most(page.clientWidth);

  const name = first(widget, '.row .name');
  name.scrollIntoView({ block: 'center' });
  const { left, top, height } = name.getBoundingClientRect();
  const hit = widget.shadowRoot!.elementFromPoint(left + 8, top + height / 2);
  expect(hit?.closest('.name'), 'nothing lies over the list').to.equal(name);
}

/** Searches, filters, keeps, opens a group by keyboard and comes back. */
export async function visit(finder: GroupFinder): Promise<void> {
  const field = first(finder, 'input') as HTMLInputElement;
  field.focus();
  field.value = 'zebra quilt';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await finder.updateComplete;
  field.value = '';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await finder.updateComplete;

  first(finder, '.filter').click();
  await finder.updateComplete;
  first(finder, '[part~=filters] input').click();
  await finder.updateComplete;
  first(finder, '.filter').click();
  await finder.updateComplete;
  first(finder, '.row .keep').click();
  await finder.updateComplete;

  const name = first(finder, '.row .name');
  const called = name.textContent?.trim() ?? '';
  view(finder).focus();
  name.focus();
  await press('Enter');
  await waitUntil(() => inside(finder, '[part~=detail]').length > 0, 'a group is opened by keyboard');
  expect(first(finder, '[part~=detail] .heading').textContent).to.contain(called);
  first(finder, '.top button').click();
  await finder.updateComplete;
  expect(inside(finder, '.row').length).to.be.above(0);
}

/** Turns to another month and back, filters, walks over days by keyboard, opens a session and comes back. */
export async function visitCalendar(calendar: MeetingCalendar): Promise<void> {
  const tap = async (selector: string): Promise<void> => {
    first(calendar, selector).click();
    await calendar.updateComplete;
  };
  const month = first(calendar, '[part~=month-name]').textContent;
  await tap('[part~=next]');
  expect(first(calendar, '[part~=month-name]').textContent).to.not.equal(month);
  await tap('[part~=previous]');
  expect(first(calendar, '[part~=month-name]').textContent).to.equal(month);

  await tap('.filter');
  await tap('[part~=filters] input');
  await tap('[part~=filters] input');
  await tap('.filter');

  view(calendar).focus();
  const [cell] = inside(calendar, '[part~=grid] [tabindex="0"]');
  cell!.focus();
  await press('ArrowDown');
  await waitUntil(() => calendar.shadowRoot?.activeElement !== cell, 'the next week has the focus');
  const { date } = (calendar.shadowRoot!.activeElement as HTMLElement).dataset;
  await press('Enter');
  await waitUntil(
    () => calendar.shadowRoot?.activeElement?.closest(`[data-day="${date}"]`),
    'the focus is on the day that was chosen',
  );
  await press('Escape');
  await waitUntil(
    () => (calendar.shadowRoot?.activeElement as HTMLElement | null)?.dataset['date'] === date,
    'Escape leads back to the month',
  );

  first(calendar, '.row .name').focus();
  await press('Enter');
  await waitUntil(() => inside(calendar, '[part~=detail]').length > 0, 'a session is opened by keyboard');
  await tap('.top button');
  expect(inside(calendar, '.row').length).to.be.above(0);
}

/** The page's own words inside the element are there to read, and nothing of ours is. */
export function expectOwnWords(finder: GroupFinder): void {
  expect(finder.shadowRoot).to.equal(null);
  for (const child of finder.querySelectorAll<HTMLElement>(':scope > p'))
    expectPainted(child, 'a line of the page');
  expect(finder.querySelector<HTMLAnchorElement>('a[href^="tel:"]')!.checkVisibility()).to.equal(true);
  expect(finder.innerText).to.not.contain(en.findTitle);
}

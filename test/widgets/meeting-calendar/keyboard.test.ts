import { expect } from '@open-wc/testing';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { byRole, nameOf, roleOf, textOf } from '../../by-role.js';
import { aGroup, NOW, weekly } from '../../domain/small-groups.js';
import { press, pressTimes } from '../../keys.js';
import {
  aBox,
  aCalendar,
  aWeek,
  cellOf,
  focused,
  headings,
  laidOut,
  monthOf,
  names,
  openerIn,
  PHONE,
  partOf,
  rowOf,
  said,
  settled,
  tabStop,
  tap,
  tapOn,
  WIDE,
} from './a-calendar.js';

/** Role and name of what has the focus. */
const here = (calendar: MeetingCalendar): string => {
  const element = focused(calendar);
  return element ? `${roleOf(element)} ${nameOf(element)}` : (document.activeElement?.localName ?? '');
};

const day = (calendar: MeetingCalendar): string => focused(calendar)?.dataset['date'] ?? here(calendar);

async function key(calendar: MeetingCalendar, keys: string): Promise<void> {
  await press(keys);
  await settled(calendar);
}

/** A calendar with the focus in the day that Tab reaches. */
async function inGrid(setting: Parameters<typeof aCalendar>[0] = {}): Promise<MeetingCalendar> {
  const calendar = await aCalendar({ groups: aWeek(), ...setting });
  calendar.shadowRoot!.querySelector<HTMLElement>('[part~=grid] [tabindex="0"]')!.focus();
  return calendar;
}

/** Everything from before the calendar to behind it, by Tab. */
async function walk(calendar: MeetingCalendar, after: Element): Promise<string[]> {
  const walked: string[] = [];
  for (let n = 0; n < 60; n++) {
    await press('Tab');
    if (document.activeElement === after) return walked;
    walked.push(here(calendar));
  }
  throw new Error(`no way out by Tab: ${walked.join(', ')}`);
}

async function between(setting: Parameters<typeof aCalendar>[0] = {}) {
  const box = aBox('div', setting.width ?? WIDE);
  box.innerHTML = '<button>before</button><div></div><button>after</button>';
  const [before, after] = box.querySelectorAll('button') as unknown as [HTMLElement, HTMLElement];
  const calendar = await aCalendar({ groups: aWeek(), ...setting, into: box.querySelector('div')! });
  await laidOut(calendar);
  before.focus();
  return { calendar, before, after };
}

describe('the days of a month by keyboard', () => {
  it('are one stop for Tab: the day whose sessions stand below', async () => {
    const calendar = await inGrid();
    expect(tabStop(calendar)).to.equal('2026-11-21');
    await key(calendar, 'ArrowRight');
    expect(tabStop(calendar)).to.equal('2026-11-22');
    await press('Tab');
    expect(focused(calendar)?.closest('[part~=grid]')).to.equal(null);
    await press('Shift+Tab');
    expect(day(calendar)).to.equal('2026-11-22');
  });

  const steps: readonly [string, string][] = [
    ['ArrowRight', '2026-11-22'],
    ['ArrowLeft', '2026-11-20'],
    ['ArrowDown', '2026-11-28'],
    ['ArrowUp', '2026-11-14'],
    ['Home', '2026-11-16'],
    ['End', '2026-11-22'],
    ['PageDown', '2026-12-21'],
    ['PageUp', '2026-10-21'],
    ['Shift+PageDown', '2027-11-21'],
    ['Shift+PageUp', '2025-11-21'],
  ];
  for (const [keys, to] of steps)
    it(`are walked by ${keys}`, async () => {
      const calendar = await inGrid();
      await key(calendar, keys);
      expect(day(calendar)).to.equal(to);
      expect(tabStop(calendar)).to.equal(to);
    });

  it('are mirrored in Arabic: the arrow to the left goes to the next day', async () => {
    const box = aBox();
    box.lang = 'ar';
    const calendar = await inGrid({ into: box });
    expect(said(calendar)).to.contain(ar.calendarTitle);
    await key(calendar, 'ArrowLeft');
    expect(day(calendar)).to.equal('2026-11-22');
    const next = focused(calendar)!.getBoundingClientRect();
    await pressTimes('ArrowRight', 1);
    await settled(calendar);
    expect(day(calendar)).to.equal('2026-11-21');
    expect(focused(calendar)!.getBoundingClientRect().left).to.not.equal(next.left);
  });

  it('begin the week where the page does, for Home and End', async () => {
    const calendar = await inGrid({ attributes: { 'first-day': 'Sunday' } });
    await key(calendar, 'Home');
    expect(day(calendar)).to.equal('2026-11-15');
    await key(calendar, 'End');
    expect(day(calendar)).to.equal('2026-11-21');
  });

  it('lead over the edge of the month, both ways', async () => {
    const calendar = await inGrid();
    await key(calendar, 'ArrowDown');
    await key(calendar, 'ArrowDown');
    expect(day(calendar)).to.equal('2026-12-05');
    expect(monthOf(calendar)).to.equal('December 2026');
    await key(calendar, 'ArrowUp');
    expect(day(calendar)).to.equal('2026-11-28');
    expect(monthOf(calendar)).to.equal('November 2026');
    await key(calendar, 'PageUp');
    await key(calendar, 'PageUp');
    await key(calendar, 'Home');
    expect(day(calendar)).to.equal('2026-09-28');
    await key(calendar, 'Home');
    await key(calendar, 'ArrowLeft');
    expect(day(calendar)).to.equal('2026-09-27');
  });

  it('end with a month that is shorter', async () => {
    const calendar = await inGrid({ attributes: { date: '2027-01-31' } });
    calendar.shadowRoot!.querySelector<HTMLElement>('[data-date="2027-01-31"]')!.focus();
    await key(calendar, 'PageDown');
    expect(day(calendar)).to.equal('2027-02-28');
  });

  for (const keys of ['Enter', 'Space'])
    it(`are opened by ${keys}, and left again by Escape`, async () => {
      const calendar = await inGrid();
      for (const step of ['ArrowDown', 'ArrowLeft', 'ArrowLeft']) await key(calendar, step);
      const top = window.scrollY;
      await key(calendar, keys);
      expect(here(calendar)).to.match(/^heading Thursday,? 26 November$/);
      expect(names(calendar)).to.deep.equal(['Steps', 'Garden']);
      expect(cellOf(calendar, '2026-11-26').getAttribute('aria-selected')).to.equal('true');
      if (keys === 'Space') expect(Math.abs(window.scrollY - top)).to.be.below(window.innerHeight);
      await press('Tab');
      expect(textOf(focused(calendar)!)).to.equal('Steps');
      await key(calendar, 'Escape');
      expect(day(calendar)).to.equal('2026-11-26');
    });

  it('are opened in the list of a phone alike', async () => {
    const calendar = await inGrid({ width: PHONE });
    await key(calendar, 'PageDown');
    await key(calendar, 'Enter');
    expect(headings(calendar)[0]).to.match(/^Monday,? 21 December$/);
    expect(here(calendar)).to.match(/^heading Monday,? 21 December$/);
  });

  it('leave other keys, and those with Ctrl or Alt, to the browser', async () => {
    const calendar = await inGrid();
    const cell = focused(calendar)!;
    for (const init of [
      { key: 'a' },
      { key: 'Tab' },
      { key: 'ArrowLeft', altKey: true },
      { key: 'Home', ctrlKey: true },
      { key: 'ArrowRight', metaKey: true },
    ]) {
      const event = new KeyboardEvent('keydown', {
        ...init,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      cell.dispatchEvent(event);
      expect(event.defaultPrevented, init.key).to.equal(false);
    }
    const ours = new KeyboardEvent('keydown', {
      key: 'ArrowDown',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    cell.dispatchEvent(ours);
    expect(ours.defaultPrevented).to.equal(true);
  });

  it('go on from the day that was tapped', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    // A tap gives the focus to what can have it before it does anything else.
    cellOf(calendar, '2026-11-10').focus();
    await key(calendar, 'ArrowRight');
    expect(day(calendar)).to.equal('2026-11-11');
  });

  it('go on from the day from which a session was opened', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    const line = cellOf(calendar, '2026-11-24').querySelector<HTMLElement>('[part~=session]')!;
    await tapOn(calendar, line);
    expect(here(calendar)).to.equal('heading Bold');
    await tap(calendar, en.backToCalendar);
    expect(day(calendar)).to.equal('2026-11-24');
    expect(tabStop(calendar)).to.equal('2026-11-24');
    await key(calendar, 'ArrowLeft');
    expect(day(calendar)).to.equal('2026-11-23');
  });

  it('show where the focus is', async () => {
    const calendar = await inGrid();
    await key(calendar, 'ArrowRight');
    const { outlineStyle, outlineWidth } = getComputedStyle(focused(calendar)!);
    expect(outlineStyle).to.not.equal('none');
    expect(Number.parseFloat(outlineWidth)).to.be.at.least(2);
  });
});

describe('the calendar by keyboard alone', () => {
  it('is walked through in the order in which it is read, and left again', async () => {
    const { calendar, before, after } = await between({ now: NOW - 60 * 60_000 });
    const walked = await walk(calendar, after);
    expect(walked.slice(0, 8)).to.deep.equal([
      `button ${en.exit}`,
      nameWith(walked[1], /^button Open House, Saturday,? 21 November/),
      'summary 4 changes in the next 14 days',
      'button Filters',
      'button October: Previous month',
      'button December: Next month',
      `button ${en.asMonth}`,
      `button ${en.asList}`,
    ]);
    expect(walked[8]).to.match(/^gridcell Saturday,? 21 November, Today/);
    expect(walked[9]).to.match(/^button Open House/);
    for (let n = 0; n <= walked.length; n++) await press('Shift+Tab');
    expect(document.activeElement).to.equal(before);
  });

  /** The name where it fits, so that a comparison shows it. */
  function nameWith(name: string | undefined, wanted: RegExp): string {
    expect(name).to.match(wanted);
    return name ?? '';
  }

  const fifty = () =>
    Array.from({ length: 50 }, (_, n) =>
      aGroup({
        name: `Circle ${n}`,
        topics: [`Topic ${n % 9}`],
        meetings: [
          weekly((['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const)[n % 7]!, `${10 + (n % 10)}:00`, {
            attendance: n % 3 === 0 ? 'online' : 'in-person',
            ...(n % 3 === 0 ? { joinUrl: `https://meet.example.org/${n}` } : {}),
            ...(n === 3 ? { changes: [{ recurrenceId: '2026-11-26', status: 'cancelled' as const }] } : {}),
          }),
        ],
      }),
    );

  for (const [width, what] of [
    [PHONE, 'on a phone'],
    [WIDE, 'in a wide place'],
  ] as const)
    it(`has fewer than 20 stops for 50 groups ${what}`, async () => {
      const { calendar, after } = await between({ groups: fifty(), width });
      const walked = await walk(calendar, after);
      for (const part of [/^link Join now/, /^summary 1 change/, /^button Show \d+ more/])
        expect(
          walked.some((stop) => part.test(stop)),
          `${part} is among them`,
        ).to.equal(true);
      expect(walked.length, walked.join('\n')).to.be.below(20);
    });

  it('opens a session, comes back to its row, and goes on there', async () => {
    const { calendar } = await between({ width: PHONE });
    openerIn(rowOf(calendar, 'Bold')).focus();
    await key(calendar, 'Enter');
    expect(here(calendar)).to.equal('heading Bold');
    await press('Shift+Tab');
    expect(here(calendar)).to.equal(`button ${en.backToCalendar}`);
    await key(calendar, 'Enter');
    expect(here(calendar)).to.match(/^button Bold/);
    await press('Tab');
    expect(here(calendar)).to.match(/^button Steps/);
  });

  it('unfolds the changes and opens one', async () => {
    const { calendar } = await between();
    byRole(calendar, 'summary', /change/).focus();
    await press('Enter');
    await press('Tab');
    expect(here(calendar)).to.match(/^button Calm/);
    await key(calendar, 'Space');
    expect(here(calendar)).to.equal('heading Calm');
  });

  it('turns the month and keeps the focus on the way on', async () => {
    const { calendar } = await between();
    const next = partOf(calendar, 'next')!;
    next.focus();
    await key(calendar, 'Enter');
    await key(calendar, 'Enter');
    expect(monthOf(calendar)).to.equal('January 2027');
    expect(focused(calendar)).to.equal(next);
  });

  it('moves the focus nowhere by itself while it loads', async () => {
    const { calendar, before } = await between();
    expect(document.activeElement).to.equal(before);
    await calendar.reload();
    expect(document.activeElement).to.equal(before);
  });
});

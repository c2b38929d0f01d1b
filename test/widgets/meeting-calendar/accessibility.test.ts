import { expect } from '@open-wc/testing';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { expectNoBarriers } from '../../axe.js';
import { allByRole, byRole, nameOf, outline } from '../../by-role.js';
import { aGroup, HOUR, NOW, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { never, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aCalendar,
  aWeek,
  cellOf,
  laidOut,
  openerIn,
  openFilters,
  PHONE,
  partOf,
  placeCalendar,
  rowOf,
  type Setting,
  said,
  tap,
  tapOn,
  tick,
  WIDE,
  widen,
} from './a-calendar.js';

const KITH = '/fixtures/kith-directory.json';

/** A page as pages are: with one main part and a heading. */
function aPage(width = WIDE): HTMLElement {
  const main = aBox('main', width);
  main.innerHTML = '<h1>Our clinic</h1><div></div>';
  return main.lastElementChild as HTMLElement;
}

const on = (width: string, setting: Setting = {}): Promise<MeetingCalendar> =>
  aCalendar({ src: KITH, into: aPage(width), ...setting });

const STATES: Readonly<Record<string, () => Promise<MeetingCalendar>>> = {
  loading: async () => {
    stubFetch(never);
    const calendar = placeCalendar({ src: '/slow.json', into: aPage() });
    await calendar.updateComplete;
    return calendar;
  },
  'the list of a phone': () => on(PHONE),
  'the month': () => on(WIDE),
  'the list in a wide place': () => on(WIDE, { attributes: { view: 'agenda' } }),
  'something on now': () =>
    aCalendar({
      groups: [
        ...aWeek(),
        aGroup({
          name: 'Chat',
          meetings: [
            weekly('SA', '11:30', { attendance: 'online', joinUrl: 'https://meet.example.org/chat' }),
          ],
        }),
      ],
      into: aPage(PHONE),
    }),
  'cancelled, moved, changed, unfolded': async () => {
    const calendar = await aCalendar({ groups: aWeek(), into: aPage() });
    byRole(calendar, 'summary', /change/).click();
    await tapOn(calendar, cellOf(calendar, '2026-11-26'));
    return calendar;
  },
  'cancelled today': () => aCalendar({ groups: aWeek(), now: NOW + 48 * HOUR, into: aPage(PHONE) }),
  'open filters': async () => {
    const calendar = await on(WIDE);
    await openFilters(calendar);
    await tick(calendar, /^Anxiety/);
    return calendar;
  },
  'none fits': async () => {
    const calendar = await aCalendar({ groups: aWeek(), into: aPage(PHONE) });
    await openFilters(calendar);
    await tick(calendar, /^Anxiety/);
    await tick(calendar, /^Online/);
    return calendar;
  },
  'a day without a meeting': async () => {
    const calendar = await aCalendar({ groups: aWeek(), into: aPage() });
    await tapOn(calendar, cellOf(calendar, '2026-11-22'));
    return calendar;
  },
  'no date ahead': () => aCalendar({ groups: [aGroup({ name: 'Ask' })], into: aPage() }),
  'no group': () => aCalendar({ groups: [], into: aPage() }),
  old: () => aCalendar({ directory: { groups: aWeek(), lastChecked: '2026-01-02' }, into: aPage() }),
  failed: async () => {
    expectConsole(/status 404/);
    stubFetch(() => new Response('', { status: 404 }));
    const calendar = placeCalendar({ src: '/none.json', into: aPage(), children: '<p>Ring us</p>' });
    await calendar.ready;
    return calendar;
  },
  'an opened session': async () => {
    const calendar = await on(PHONE);
    await tapOn(calendar, openerIn(calendar.shadowRoot!.querySelector('[part~=result]')!));
    return calendar;
  },
  'at night': () => on(PHONE, { now: NOW + 14 * HOUR }),
  'in Arabic': async () => {
    const page = aPage();
    page.lang = 'ar';
    const calendar = await aCalendar({ src: KITH, into: page });
    await waitUntil(() => said(calendar).includes(ar.calendarTitle), 'it speaks Arabic');
    return calendar;
  },
};

describe('the calendar has no barrier that axe knows', () => {
  for (const [state, make] of Object.entries(STATES)) {
    it(`in the state: ${state}`, async () => {
      await expectNoBarriers(await make());
    });

    it(`in the dark, in the state: ${state}`, async () => {
      document.documentElement.style.colorScheme = 'dark';
      document.body.style.background = '#14191b';
      try {
        const calendar = await make();
        calendar.theme = 'dark';
        await calendar.updateComplete;
        await expectNoBarriers(calendar);
      } finally {
        document.documentElement.removeAttribute('style');
        document.body.removeAttribute('style');
      }
    });
  }
});

describe('what a screen reader walks through in a calendar', () => {
  /** Without the help line, which every state has alike, and without the order of words in dates. */
  const walk = (calendar: MeetingCalendar): string[] => {
    const lines = outline(calendar).map((line) => line.replace(/(\w+day),? (?=\d)/g, '$1 '));
    const help = lines.findIndex((line) => line.includes(en.helpTitle));
    expect(help, 'the help line').to.be.above(0);
    return lines.slice(0, help).filter((line) => line !== 'list' && line !== 'status');
  };

  const top = ['button "Leave this page"', 'heading 2 "When groups meet"'];
  const foot = ['button "Print this month"', 'button "Print a list"'];

  it('is, on a phone: what is next, the changes, filters, the month, then days with their sessions', async () => {
    const calendar = await aCalendar({ groups: aWeek().slice(0, 2), width: PHONE });
    const lines = walk(calendar);
    expect(lines.slice(0, 14)).to.deep.equal([
      ...top,
      'button "Bold, Tuesday 24 November, 19:00 to 20:00, Online"',
      'summary "1 change in the next 14 days"',
      'button "Filters" collapsed',
      'button "Oct: Previous month"',
      'heading 3 "November 2026"',
      'button "Dec: Next month"',
      'grid',
      'heading 4 "Monday 23 November"',
      'heading 5 "Calm"',
      'button "Calm, Monday 23 November, 18:30 to 19:30, In person, Cancelled"',
      'heading 4 "Tomorrow Tuesday 24 November"'.replace('Tomorrow ', ''),
      'heading 5 "Bold"',
    ]);
    expect(lines.slice(-2)).to.deep.equal(foot);
  });

  it('is, in a month: the same, with the choice of views, and one day below', async () => {
    const calendar = await aCalendar({ groups: aWeek().slice(1, 2) });
    expect(walk(calendar)).to.deep.equal([
      ...top,
      'button "Bold, Tuesday 24 November, 19:00 to 20:00, Online"',
      'button "October: Previous month"',
      'heading 3 "November 2026"',
      'button "December: Next month"',
      'group "Show as"',
      'button "Month"',
      'button "List"',
      'grid',
      'heading 4 "Tuesday 24 November"',
      'heading 5 "Bold"',
      'button "Bold, Tuesday 24 November, 19:00 to 20:00, Online"',
      ...foot,
    ]);
  });

  it('is, of the grid: its name, seven named columns, a name for each day, and how to go about', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    const grid = partOf(calendar, 'grid')!;
    const named = (attribute: string) => calendar.shadowRoot!.getElementById(grid.getAttribute(attribute)!)!;
    expect(nameOf(named('aria-labelledby'))).to.equal('November 2026');
    expect(named('aria-describedby').textContent).to.equal(en.gridHint);
    expect(allByRole(calendar, 'columnheader').map(nameOf)).to.deep.equal([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ]);
    const days = allByRole(calendar, 'gridcell').filter(
      (cell) => cell.tabIndex >= -1 && cell.dataset['date'],
    );
    // Thirty of November and the six of December that fill its last week.
    expect(days).to.have.lengthOf(36);
    for (const day of days)
      expect(nameOf(day)).to.match(/\w+day,? \d+ (?:November|December).*, \d+ meetings?/);
    expect(days.filter((day) => day.tabIndex === 0)).to.have.lengthOf(1);
    for (const day of days) expect(day.getAttribute('aria-selected')).to.match(/^(?:true|false)$/);
  });

  it('is, with open filters: named groups of checkboxes with counts, then what leads on', async () => {
    const calendar = await aCalendar({ groups: aWeek().slice(0, 2) });
    await openFilters(calendar);
    const lines = walk(calendar);
    const from = lines.indexOf('button "Filters" expanded');
    expect(lines.slice(from, lines.indexOf('button "October: Previous month"'))).to.deep.equal([
      'button "Filters" expanded',
      'group "In person or online"',
      'checkbox "In person 4"',
      'checkbox "Online 4"',
      'group "Topic"',
      'checkbox "Anxiety 4"',
      'checkbox "Grief 4"',
      'group "Language"',
      'checkbox "English 4"',
      'checkbox "Spanish 4"',
      'button "Show 8 meetings"',
      'button "Clear all"',
    ]);
  });

  it('is, when it failed: what happened and another try', async () => {
    expect(walk(await STATES['failed']!())).to.deep.equal([
      ...top,
      'heading 3 "We could not load the groups."',
      'button "Try again"',
    ]);
  });

  it('is, in an opened session: the way back, the name, and one heading for each part', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    const lines = walk(calendar);
    expect(lines.slice(0, 5)).to.deep.equal([
      ...top,
      `button "${en.backToCalendar}"`,
      'article',
      'heading 3 "Bold"',
    ]);
    expect(lines).to.include('heading 4 "Next dates"');
  });

  it('is, while it loads, that it does', async () => {
    const calendar = await STATES['loading']!();
    expect(walk(calendar)).to.deep.equal(top);
    expect(calendar.shadowRoot!.querySelector('[aria-busy=true]')!.textContent).to.contain(en.loading);
  });

  for (const state of ['the list of a phone', 'the month', 'at night', 'an opened session'])
    it(`skips no level of headings: ${state}`, async () => {
      const levels = allByRole(await STATES[state]!(), 'heading').map(({ tagName }) => Number(tagName[1]));
      levels.reduce((before, level) => {
        expect(level).to.be.at.most(before + 1);
        return level;
      }, 1);
    });
});

describe('the calendar in a narrow place', () => {
  /** What reaches beyond the element on the side to which a page would have to scroll. */
  const tooWide = (calendar: MeetingCalendar): string[] => {
    const { left, right } = calendar.getBoundingClientRect();
    const toTheLeft = calendar.shadowRoot!.querySelector('[dir=rtl]') !== null;
    return [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('*')]
      .filter((one) => {
        if (one.closest('.unseen') || !one.checkVisibility()) return false;
        // The space at which a line breaks hangs over the edge of an inline box in Firefox; nothing scrolls for it.
        if (getComputedStyle(one).display === 'inline') return false;
        const box = one.getBoundingClientRect();
        return box.width > 0 && (toTheLeft ? box.left < left - 1 : box.right > right + 1);
      })
      .map((one) => `${one.localName}.${one.className} ${one.textContent?.trim().slice(0, 40)}`);
  };

  for (const [how, style] of [
    ['320 pixels wide', 'inline-size: 320px'],
    ['320 pixels wide with text at 200 %', 'inline-size: 320px; font-size: 32px'],
    ['640 pixels wide with text at 200 %', 'inline-size: 640px; font-size: 32px'],
    ['256 pixels wide', 'inline-size: 256px'],
    ['just wide enough for names', 'inline-size: 710px'],
  ] as const)
    for (const state of [
      'the list of a phone',
      'something on now',
      'cancelled, moved, changed, unfolded',
      'open filters',
      'none fits',
      'an opened session',
      'in Arabic',
    ])
      it(`needs no scrolling sideways ${how}: ${state}`, async () => {
        const calendar = await STATES[state]!();
        calendar.parentElement!.style.cssText = style;
        await laidOut(calendar);
        expect(tooWide(calendar)).to.deep.equal([]);
        expect(calendar.scrollWidth).to.be.at.most(calendar.clientWidth + 1);
      });
});

describe('what one taps in a calendar', () => {
  const small = (calendar: MeetingCalendar, selector: string, least: number): string[] =>
    [...calendar.shadowRoot!.querySelectorAll<HTMLElement>(selector)]
      .filter((one) => one.checkVisibility() && !one.closest('[aria-hidden=true]'))
      .flatMap((one) => {
        const { height } = one.getBoundingClientRect();
        return height < least - 0.5 ? [`${height} ${one.textContent?.trim()}`] : [];
      });

  for (const width of ['320px', PHONE, WIDE])
    it(`is at least 44 pixels high: buttons, summaries, links, days (${width})`, async () => {
      const calendar = await aCalendar({
        groups: [
          ...aWeek(),
          aGroup({
            name: 'Chat',
            topics: ['Anxiety'],
            meetings: [
              weekly('SA', '11:30', { attendance: 'online', joinUrl: 'https://meet.example.org/chat' }),
            ],
          }),
        ],
        width,
        now: NOW + 5 * 60_000,
      });
      byRole(calendar, 'summary', /change/).click();
      await openFilters(calendar);
      await tick(calendar, /^Anxiety/);
      await tap(calendar, /: Next month$/);
      await tap(calendar, en.toToday);
      expect(small(calendar, 'button, summary, a[href], [data-date], label.check', 44)).to.deep.equal([]);
    });

  it('stands apart, day by day: no day is narrower than 40 pixels on the narrowest phone', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: '320px' });
    for (const cell of calendar.shadowRoot!.querySelectorAll('[data-date]'))
      expect(cell.getBoundingClientRect().width).to.be.at.least(40);
    await widen(calendar, PHONE);
    for (const cell of calendar.shadowRoot!.querySelectorAll('[data-date]'))
      expect(cell.getBoundingClientRect().width).to.be.at.least(44);
  });
});

import { expect } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { en } from '../../src/i18n/en.js';
import type { MeetingCalendar } from '../../src/widgets/meeting-calendar/meeting-calendar.js';
import { colourOf, luminance } from '../../stories/themes/contrast.js';
import { byRole, textOf } from '../by-role.js';
import { aGroup, weekly } from '../domain/small-groups.js';
import {
  aCalendar,
  aWeek,
  cellOf,
  focused,
  openerIn,
  openFilters,
  PHONE,
  partOf,
  rowOf,
  settled,
  tapOn,
} from '../widgets/meeting-calendar/a-calendar.js';
import { emulate } from './emulate.js';

const FORCED = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' };

/** A4 in CSS pixels, less the half inch that browsers leave free on each side. */
const SHEET = { width: 794 - 2 * 48, height: 1123 - 2 * 48 };

const edged = (element: Element): void => {
  const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
  expect(borderTopStyle, element.className).to.equal('solid');
  expect(Number.parseFloat(borderTopWidth)).to.be.at.least(1);
  expect(colourOf(borderTopColor)[3]).to.equal(1);
};

describe('the calendar in forced colours', () => {
  for (const width of [PHONE, '1000px'])
    it(`draws buttons, the changes and the help line with an edge (${width})`, async () => {
      await emulate('', FORCED);
      const calendar = await aCalendar({ groups: aWeek(), width });
      await openFilters(calendar);
      for (const element of [
        byRole(calendar, 'button', en.exit),
        byRole(calendar, 'button', /^Filters/),
        partOf(calendar, 'previous')!,
        partOf(calendar, 'next')!,
        byRole(calendar, 'summary', /change/),
        partOf(calendar, 'help-line')!,
      ])
        edged(element);
    });

  it('tells today and the chosen day from others by more than colour', async () => {
    await emulate('', FORCED);
    const calendar = await aCalendar({ groups: aWeek() });
    await tapOn(calendar, cellOf(calendar, '2026-11-24'));
    focused(calendar)?.blur();
    const number = (date: string) =>
      getComputedStyle(cellOf(calendar, date).querySelector('.number')!).outlineStyle;
    expect(number('2026-11-21')).to.not.equal(number('2026-11-22'));
    expect(getComputedStyle(cellOf(calendar, '2026-11-24')).outlineStyle).to.not.equal(
      getComputedStyle(cellOf(calendar, '2026-11-25')).outlineStyle,
    );
  });

  it('tells the dot of what is off from that of what is on', async () => {
    await emulate('', FORCED);
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    const dot = (date: string) => getComputedStyle(cellOf(calendar, date).querySelector('i')!);
    expect(dot('2026-11-23').backgroundColor).to.not.equal(dot('2026-11-24').backgroundColor);
    expect(dot('2026-11-24').backgroundColor).to.not.equal(
      getComputedStyle(partOf(calendar, 'base')!).backgroundColor,
    );
  });

  it('draws a ring around the day that has the focus', async () => {
    await emulate('', FORCED);
    const calendar = await aCalendar({ groups: aWeek() });
    cellOf(calendar, '2026-11-21').focus();
    await sendKeys({ press: 'ArrowRight' });
    await settled(calendar);
    const { outlineStyle, outlineColor } = getComputedStyle(focused(calendar)!);
    expect(outlineStyle).to.not.equal('none');
    expect(colourOf(outlineColor)[3]).to.be.at.least(0.5);
  });
});

describe('the calendar on paper', () => {
  /** As it is printed: the calendar fills the page. */
  async function print(calendar: MeetingCalendar): Promise<HTMLElement> {
    (calendar.parentElement as HTMLElement).style.inlineSize = `${SHEET.width}px`;
    window.dispatchEvent(new Event('beforeprint'));
    await emulate('print');
    return calendar.shadowRoot!.querySelector<HTMLElement>('.paper')!;
  }

  const done = async (calendar: MeetingCalendar): Promise<void> => {
    window.dispatchEvent(new Event('afterprint'));
    await emulate('');
    await settled(calendar);
  };

  for (const view of ['month', 'agenda'] as const)
    it(`shows the sheet in place of the screen: ${view}`, async () => {
      const calendar = await aCalendar({ groups: aWeek(), attributes: { view } });
      const paper = await print(calendar);
      expect(paper.checkVisibility()).to.equal(true);
      for (const control of calendar.shadowRoot!.querySelectorAll('button, input, [part~=grid]'))
        expect(control.checkVisibility(), control.textContent ?? '').to.equal(false);
      expect(textOf(paper)).to.contain('Printed on').and.to.contain('116 123');
      await done(calendar);
      expect(partOf(calendar, 'grid')!.checkVisibility()).to.equal(true);
    });

  it('is light, also on a dark page, and tells what is off by words and by a line', async () => {
    const calendar = await aCalendar({ groups: aWeek(), attributes: { theme: 'dark', view: 'month' } });
    const paper = await print(calendar);
    expect(luminance(colourOf(getComputedStyle(paper).color))).to.be.below(0.2);
    const off = paper.querySelector('.sheet-off')!;
    expect(getComputedStyle(off).textDecorationLine).to.equal('line-through');
    expect(textOf(off.parentElement!)).to.contain('Cancelled');
    await done(calendar);
  });

  it('names dates in full: nothing says today or tomorrow', async () => {
    const calendar = await aCalendar({ groups: aWeek(), attributes: { view: 'agenda' } });
    const paper = await print(calendar);
    const days = [...paper.querySelectorAll('.sheet-day')].map(textOf).join(' ');
    expect(days)
      .to.match(/Saturday,? 21 November/)
      .and.not.to.match(/Today|Tonight|Tomorrow/);
    await done(calendar);
  });

  // Six weeks in November and in August 2026, four in February 2027, with three meetings on each day.
  for (const [date, weeks] of [
    ['2026-11-21', 6],
    ['2026-08-21', 6],
    ['2027-02-21', 4],
  ] as const)
    it(`has a busy month of up to ${weeks} weeks on one sheet of A4: ${date.slice(0, 7)}`, async () => {
      const groups = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).flatMap((day, n) =>
        ['10:00', '14:00', '18:30'].map((time, place) =>
          aGroup({
            name: `Walk and talk ${n}${place}`,
            meetings: [
              weekly(day, time, {
                start: `2026-06-0${n + 1}T${time}`,
                changes:
                  n === 2 && place === 0
                    ? [{ recurrenceId: `${date.slice(0, 8)}03T${time}`, status: 'cancelled' as const }]
                    : [],
              }),
            ],
          }),
        ),
      );
      const calendar = await aCalendar({ groups, attributes: { view: 'month', date } });
      const paper = await print(calendar);
      const { height, width } = paper.getBoundingClientRect();
      expect(paper.querySelectorAll('.sheet-month tbody tr').length).to.be.at.most(weeks);
      expect(width).to.be.at.most(SHEET.width + 1);
      expect(height).to.be.at.most(SHEET.height);
      await done(calendar);
    });

  it('holds the words of an opened session', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Calm')));
    window.dispatchEvent(new Event('beforeprint'));
    await emulate('print');
    expect(partOf(calendar, 'detail')!.checkVisibility()).to.equal(true);
    expect(textOf(partOf(calendar, 'detail')!)).to.contain('no meeting');
    await done(calendar);
  });

  for (const [button, view] of [
    [en.printMonth, 'month'],
    [en.printList, 'agenda'],
  ] as const)
    it(`is what its button says, whatever the screen shows: ${button}`, async () => {
      const calendar = await aCalendar({
        groups: aWeek(),
        attributes: { view: view === 'month' ? 'agenda' : 'month' },
      });
      const real = window.print;
      let month: Element | null | undefined;
      let days = 0;
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        month = calendar.shadowRoot!.querySelector('.sheet-month');
        days = calendar.shadowRoot!.querySelectorAll('.sheet-day').length;
        window.dispatchEvent(new Event('afterprint'));
      };
      try {
        byRole(calendar, 'button', button).click();
        await settled(calendar);
      } finally {
        window.print = real;
      }
      expect(Boolean(month)).to.equal(view === 'month');
      expect(days > 0).to.equal(view === 'agenda');
      expect(calendar.shadowRoot!.querySelector('.paper')).to.equal(null);
    });
});

describe('the calendar and what a visitor’s system wishes', () => {
  for (const width of [PHONE, '1000px'])
    it(`moves nothing when less motion is wished (${width})`, async () => {
      await emulate('', { 'prefers-reduced-motion': 'reduce' });
      const calendar = await aCalendar({ groups: aWeek(), width });
      for (const element of calendar.shadowRoot!.querySelectorAll('*')) {
        const { transitionDuration, animationName } = getComputedStyle(element);
        expect(transitionDuration.split(',').every((time) => Number.parseFloat(time) === 0)).to.equal(true);
        expect(animationName).to.equal('none');
      }
    });

  it('stays light on a light page when the system is dark', async () => {
    await emulate('', { 'prefers-color-scheme': 'dark' });
    const calendar = await aCalendar({ groups: aWeek() });
    expect(getComputedStyle(partOf(calendar, 'base')!).backgroundColor).to.equal('rgb(255, 255, 255)');
  });
});

describe('a wish to close an opened session: the phone’s Back key, or Esc', () => {
  it('leads back to its row, and enters nothing in the history', async () => {
    const entries = history.length;
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    const closed = new Promise((resolve) =>
      calendar.addEventListener('kith-session-closed', resolve, { once: true }),
    );
    await sendKeys({ press: 'Escape' });
    await closed;
    await settled(calendar);
    expect(textOf(focused(calendar)!)).to.equal('Bold');
    expect(history.length).to.equal(entries);
  });
});

describe('the browser’s own accessibility tree of a calendar', () => {
  interface Node {
    readonly role: string;
    readonly name?: string;
    readonly children?: readonly Node[];
  }
  const flat = (node: Node): string[] => [
    `${node.role} ${node.name ?? ''}`.replace(/[\u2066-\u2069]/g, '').trim(),
    ...(node.children ?? []).flatMap(flat),
  ];

  it('has the grid, its days and every control with their names', async () => {
    await aCalendar({ groups: aWeek() });
    const tree = flat((await a11ySnapshot({})) as unknown as Node);
    for (const line of [
      /^button Leave this page$/,
      /^heading When groups meet$/,
      /^heading Today Saturday,? 21 November$/,
      /^gridcell Monday,? 23 November, 0 meetings\. 18:30 Calm, Cancelled$/,
      /^gridcell Saturday,? 21 November, Today, 1 meeting\. 11:45 Open House$/,
      /^button Open House, Saturday,? 21 November, 11:45 to 12:45, In person$/,
      /^heading Need someone to talk to now\?$/,
    ])
      expect(
        tree.some((one) => line.test(one)),
        `${line} in ${tree.join('\n')}`,
      ).to.equal(true);
    expect(tree.filter((line) => /^(?:button|link|checkbox)$/.test(line))).to.deep.equal([]);
  });

  it('tells the sessions of a day where dots stand for them', async () => {
    await aCalendar({ groups: aWeek(), width: PHONE });
    const tree = flat((await a11ySnapshot({})) as unknown as Node);
    expect(
      tree.some((line) => /^gridcell Monday,? 23 November, 0 meetings\. 18:30 Calm, Cancelled$/.test(line)),
    ).to.equal(true);
  });
});

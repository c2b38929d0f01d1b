import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, aMeeting, HOUR, NOW, weekly } from '../../domain/small-groups.js';
import { consoleLines, expectConsole } from '../../expect-console.js';
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
  rows,
  said,
  seenOn,
  tabStop,
  tap,
  WIDE,
  widen,
} from './a-calendar.js';

/** Whether names stand in the days of the month, or dots. */
const namesInGrid = (calendar: MeetingCalendar): boolean =>
  partOf(calendar, 'grid')!.querySelector('[part~=session]') !== null;

/** A list that goes on from day to day, or one day under the month. */
const isAgenda = (calendar: MeetingCalendar): boolean => headings(calendar).length > 1;

const pressed = (calendar: MeetingCalendar): string[] =>
  [...calendar.shadowRoot!.querySelectorAll('[aria-pressed=true]')].map(textOf);

const columns = (calendar: MeetingCalendar): string[] =>
  [...calendar.shadowRoot!.querySelectorAll('[part~=grid] th .unseen')].map(textOf);

describe('the view of a calendar', () => {
  it('is, in a narrow place, a list of days under a month of dots', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    expect(isAgenda(calendar)).to.equal(true);
    expect(namesInGrid(calendar)).to.equal(false);
    expect(cellOf(calendar, '2026-11-26').querySelectorAll('i')).to.have.lengthOf(2);
    expect(cellOf(calendar, '2026-11-22').querySelectorAll('i')).to.have.lengthOf(0);
    expect(queryByRole(calendar, 'button', en.asList)).to.equal(undefined);
  });

  it('is, in a wide place, a month with names in its days, and one day under it', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    expect(isAgenda(calendar)).to.equal(false);
    expect(namesInGrid(calendar)).to.equal(true);
    expect(seenOn(calendar, '2026-11-24')).to.equal('24 19:00 Bold');
    expect(headings(calendar)).to.deep.equal(['Today Saturday 21 November']);
    expect(pressed(calendar)).to.deep.equal([en.asMonth]);
  });

  it('takes as narrow what is narrow in the page’s own letters', async () => {
    const box = aBox('div', '800px');
    box.style.fontSize = '32px';
    const calendar = await aCalendar({ groups: aWeek(), into: box });
    expect(isAgenda(calendar)).to.equal(true);
  });

  it('is what the page says, in a narrow and in a wide place', async () => {
    const month = await aCalendar({ groups: aWeek(), width: PHONE, attributes: { view: 'month' } });
    expect(isAgenda(month)).to.equal(false);
    expect(namesInGrid(month)).to.equal(false);
    const agenda = await aCalendar({ groups: aWeek(), attributes: { view: 'agenda' } });
    expect(isAgenda(agenda)).to.equal(true);
    expect(pressed(agenda)).to.deep.equal([en.asList]);
    agenda.view = 'month';
    await agenda.updateComplete;
    expect(isAgenda(agenda)).to.equal(false);
  });

  it('can be changed where there is room for both, and keeps the focus where it was tapped', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    byRole(calendar, 'button', en.asList).focus();
    await tap(calendar, en.asList);
    expect(isAgenda(calendar)).to.equal(true);
    expect(pressed(calendar)).to.deep.equal([en.asList]);
    expect(textOf(focused(calendar)!)).to.equal(en.asList);
    await tap(calendar, en.asMonth);
    expect(isAgenda(calendar)).to.equal(false);
  });

  it('stays what a visitor chose while the width changes to and fro', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await tap(calendar, en.asList);
    await widen(calendar, PHONE);
    await widen(calendar, WIDE);
    expect(pressed(calendar)).to.deep.equal([en.asList]);
  });

  it('follows the width, and keeps the focus and the shown days', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await tap(calendar, /^December/);
    cellOf(calendar, '2026-12-09').click();
    await laidOut(calendar);
    openerIn(rowOf(calendar, 'Steps')).focus();
    await widen(calendar, PHONE);
    expect(isAgenda(calendar)).to.equal(true);
    expect(monthOf(calendar)).to.equal('December 2026');
    expect(headings(calendar)[0]).to.equal('Wednesday 9 December');
    expect(textOf(focused(calendar)!)).to.equal('Steps');
    cellOf(calendar, '2026-12-09').focus();
    await widen(calendar, WIDE);
    expect(isAgenda(calendar)).to.equal(false);
    expect(headings(calendar)).to.deep.equal(['Wednesday 9 December']);
    expect(focused(calendar)?.dataset['date']).to.equal('2026-12-09');
  });

  it('follows the width when it was moved to another place of the page', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    aBox('div', PHONE).append(calendar);
    await laidOut(calendar);
    expect(isAgenda(calendar)).to.equal(true);
    await widen(calendar, WIDE);
    expect(isAgenda(calendar)).to.equal(false);
  });
});

describe('the days of a calendar', () => {
  it('begin with today', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    expect(monthOf(calendar)).to.equal('November 2026');
    expect(headings(calendar).slice(0, 3)).to.deep.equal([
      'Today Saturday 21 November',
      'Monday 23 November',
      'Tuesday 24 November',
    ]);
    expect(cellOf(calendar, '2026-11-21').getAttribute('aria-current')).to.equal('date');
    expect(calendar.shadowRoot!.querySelectorAll('[aria-current]')).to.have.lengthOf(1);
  });

  it('begin with the day that the page names, also when it names another one later', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE, attributes: { date: '2026-12-07' } });
    expect(monthOf(calendar)).to.equal('December 2026');
    expect(headings(calendar)[0]).to.equal('Monday 7 December');
    calendar.date = '2027-01-05';
    await calendar.updateComplete;
    expect(monthOf(calendar)).to.equal('January 2027');
    expect(headings(calendar)[0]).to.match(/^Tuesday,? 5 January 2027$/);
  });

  it('show six sessions first, then more, and the focus goes to the first that was not there', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    expect(rows(calendar)).to.have.lengthOf(6);
    await tap(calendar, /^Show 16 more meetings/);
    expect(rows(calendar)).to.have.lengthOf(22);
    expect(focused(calendar)).to.equal(
      openerIn([...calendar.shadowRoot!.querySelectorAll('[part~=result]')][6]!),
    );
  });

  it('go on after five weeks, to the day after the last', async () => {
    const calendar = await aCalendar({ groups: aWeek().slice(0, 1), width: PHONE });
    expect(names(calendar)).to.have.lengthOf(5);
    await tap(calendar, en.onwards);
    expect(headings(calendar)[0]).to.equal('Monday 28 December');
    expect(focused(calendar)?.part.contains('day-heading')).to.equal(true);
  });

  it('can be turned by the month, and brought back to today', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    expect(queryByRole(calendar, 'button', en.toToday)).to.equal(undefined);
    await tap(calendar, /^December/);
    await tap(calendar, /^January/);
    expect(monthOf(calendar)).to.equal('January 2027');
    await tap(calendar, /^December/);
    await tap(calendar, en.toToday);
    expect(monthOf(calendar)).to.equal('November 2026');
    expect(focused(calendar)?.part.contains('month-name')).to.equal(true);
    expect(queryByRole(calendar, 'button', en.toToday)).to.equal(undefined);
  });

  it('of the month before stand blank, those of the month after with what is on', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    expect(calendar.shadowRoot!.querySelector('[data-date="2026-10-31"]')).to.equal(null);
    expect(seenOn(calendar, '2026-12-01')).to.contain('Bold');
    expect(seenOn(calendar, '2026-12-01')).to.match(/^1 /);
  });

  it('that are full say how many more there are, and list them all when opened', async () => {
    const groups = Array.from({ length: 7 }, (_, n) =>
      aGroup({ name: `Circle ${n}`, meetings: [weekly('TU', `1${n}:00`)] }),
    );
    const calendar = await aCalendar({ groups });
    const cell = cellOf(calendar, '2026-11-24');
    expect(seenOn(calendar, '2026-11-24')).to.match(
      /^24 10:00 Circle 0 11:00 Circle 1 12:00 Circle 2 4 more$/,
    );
    cell.click();
    await laidOut(calendar);
    expect(names(calendar)).to.have.lengthOf(4);
    await tap(calendar, 'Show 3 more meetings');
    expect(names(calendar)).to.have.lengthOf(7);
    expect(cell.getAttribute('aria-selected')).to.equal('true');
  });

  it('without a meeting say so, and lead to the next one', async () => {
    const calendar = await aCalendar({ groups: aWeek().slice(1, 2) });
    cellOf(calendar, '2026-11-22').click();
    await laidOut(calendar);
    expect(said(calendar)).to.contain(en.dayWithout).and.to.contain('Next: Tuesday 24 November, 19:00');
    await tap(calendar, en.toNext);
    expect(headings(calendar)).to.deep.equal(['Tuesday 24 November']);
    expect(names(calendar)).to.deep.equal(['Bold']);
  });

  it('of five weeks without a meeting say so, and lead to the next one however far', async () => {
    const far = aGroup({
      name: 'Far',
      meetings: [aMeeting({ start: '2027-06-01T10:00', timeZone: 'Europe/London' })],
    });
    const calendar = await aCalendar({ groups: [far], width: PHONE });
    expect(said(calendar)).to.contain(en.weeksWithout);
    await tap(calendar, en.toNext);
    expect(monthOf(calendar)).to.equal('June 2027');
    expect(names(calendar)).to.deep.equal(['Far']);
  });

  it('that begin after the last of all dates do not hang the page', async () => {
    const calendar = await aCalendar({ groups: aWeek(), attributes: { date: '9999-12-31' } });
    expect(monthOf(calendar)).to.equal('December 9999');
    await tap(calendar, /^(?:December|January)[^:]*: Next/);
    expect(said(calendar)).to.contain('9999');
  });
});

describe('an excerpt of a listing', () => {
  const hybrid = aGroup({ name: 'Both', meetings: [weekly('SU', '18:30', { attendance: 'hybrid' })] });

  it('is one group, by its id or by its name', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE, attributes: { group: 'bold' } });
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold']));
    calendar.group = 'OPEN house';
    await calendar.updateComplete;
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Open House']));
    calendar.group = '';
    await calendar.updateComplete;
    await tap(calendar, /^Show \d+ more/);
    expect(new Set(names(calendar)).size).to.equal(6);
  });

  it('is one topic, in any case', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE, attributes: { topic: 'anxiety' } });
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Calm', 'Steps']));
  });

  for (const [attendance, fitting] of [
    ['online', ['Bold', 'Both']],
    ['in-person', ['Both', 'Calm', 'Garden', 'Open House', 'Quiet', 'Steps']],
  ] as const)
    it(`is what one can attend ${attendance}, with what is both`, async () => {
      const calendar = await aCalendar({
        groups: [...aWeek(), hybrid],
        width: PHONE,
        attributes: { attendance },
      });
      await tap(calendar, /^Show \d+ more/);
      expect([...new Set(names(calendar))].sort()).to.deep.equal(fitting);
    });

  it('says its changes alone', async () => {
    const calendar = await aCalendar({ groups: aWeek(), attributes: { group: 'calm' } });
    expect(said(calendar)).to.contain('1 change in the next 14 days');
  });
});

describe('the week of a calendar', () => {
  it('begins as the country and language have it', async () => {
    const british = await aCalendar({ groups: aWeek() });
    expect(columns(british)[0]).to.equal('Monday');
    const box = aBox();
    box.lang = 'en-US';
    const american = await aCalendar({ groups: aWeek(), country: 'US', into: box });
    expect(columns(american)[0]).to.equal('Sunday');
  });

  for (const day of ['Sunday', 'su', 'SUNDAY'])
    it(`begins with the day that the page names: ${day}`, async () => {
      const calendar = await aCalendar({ groups: aWeek(), attributes: { 'first-day': day } });
      expect(columns(calendar)).to.deep.equal([
        'Sunday',
        'Monday',
        'Tuesday',
        'Wednesday',
        'Thursday',
        'Friday',
        'Saturday',
      ]);
      const first = calendar.shadowRoot!.querySelector('[part~=grid] tbody tr');
      // November 2026 begins on a Sunday.
      expect((first!.firstElementChild as HTMLElement).dataset['date']).to.equal('2026-11-01');
    });
});

describe('the zones of a calendar', () => {
  const floating = aGroup({
    name: 'Float',
    meetings: [aMeeting({ start: '2026-11-24T19:00', durationMinutes: 60, attendance: 'online' })],
  });

  it('of the page is the one in which online times stand', async () => {
    const calendar = await aCalendar({
      groups: aWeek(),
      zone: 'Asia/Kathmandu',
      attributes: { group: 'bold' },
    });
    expect(seenOn(calendar, '2026-11-25')).to.match(/^25 0?0:45 Bold$/);
    expect(seenOn(calendar, '2026-11-24')).to.equal('24');
    calendar.timeZone = 'Europe/London';
    await calendar.filterable;
    expect(seenOn(calendar, '2026-11-24')).to.equal('24 19:00 Bold');
  });

  it('says which day is today', async () => {
    const calendar = await aCalendar({ groups: aWeek(), zone: 'Asia/Kathmandu', now: NOW + 8 * HOUR });
    expect(calendar.shadowRoot!.querySelector<HTMLElement>('[aria-current]')?.dataset['date']).to.equal(
      '2026-11-22',
    );
  });

  it('is nobody’s where the list names none: such times are never converted', async () => {
    const calendar = await aCalendar({ groups: [floating], zone: 'Asia/Kathmandu' });
    expect(seenOn(calendar, '2026-11-24')).to.equal('24 19:00 Float');
  });

  it('of a list that names none is what the page says', async () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//t//t//EN',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTAMP:20261101T000000Z',
      'DTSTART:20261124T190000',
      'DTEND:20261124T200000',
      'SUMMARY:Room',
      'LOCATION:https://meet.example.org/room',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const { stubFetch } = await import('../../stub-fetch.js');
    stubFetch(() => new Response(ics));
    const calendar = await aCalendar({
      src: '/room.ics',
      zone: 'Asia/Kathmandu',
      attributes: { 'source-time-zone': 'Europe/London' },
    });
    expect(said(calendar)).to.contain('19:00 in London');
  });
});

describe('an attribute that makes no sense', () => {
  const cases: readonly [string, string, string][] = [
    [
      'view',
      'weekly',
      '<kith-meeting-calendar view>: "weekly" is no view; write month or agenda, or leave it out.',
    ],
    [
      'date',
      '31.12.2026',
      '<kith-meeting-calendar date>: "31.12.2026" is no day; write one such as 2026-03-24.',
    ],
    ['date', '2026-02-30', '"2026-02-30" is no day'],
    [
      'first-day',
      'Lundi',
      '<kith-meeting-calendar first-day>: "Lundi" is no weekday; write one such as Monday.',
    ],
    [
      'attendance',
      'zoom',
      '<kith-meeting-calendar attendance>: "zoom" is no way to attend; write in-person or online.',
    ],
    ['time-zone', 'London', '<kith-meeting-calendar time-zone>: "London" is no time zone'],
    ['source-time-zone', 'GMT+25', '<kith-meeting-calendar source-time-zone>: "GMT+25" is no time zone'],
    ['stale-after', 'soon', '<kith-meeting-calendar stale-after>: "soon" is no number of days'],
    [
      'exit-url',
      'javascript:alert(1)',
      '<kith-meeting-calendar exit-url>: "javascript:alert(1)" is no web address',
    ],
    ['theme', 'pink', '<kith-meeting-calendar theme>: "pink" is no theme'],
    ['url-state', 'my calendar', '<kith-meeting-calendar url-state>: "my calendar" is no name'],
  ];

  for (const [attribute, value, hint] of cases)
    it(`is told once, and the calendar is as without it: ${attribute}="${value}"`, async () => {
      expectConsole(hint);
      const calendar = await aCalendar({ groups: aWeek(), attributes: { [attribute]: value } });
      expect(monthOf(calendar)).to.equal('November 2026');
      expect(tabStop(calendar)).to.equal('2026-11-21');
      expect(columns(calendar)[0]).to.equal('Monday');
      expect(names(calendar)).to.deep.equal(['Open House']);
      await calendar.reload();
      calendar.requestUpdate();
      await calendar.updateComplete;
      expect(consoleLines()).to.have.lengthOf(1);
    });

  for (const [attribute, value, hint] of [
    ['group', 'Gone', '<kith-meeting-calendar group>: "Gone" is no id and no name of a group in the list.'],
    ['topic', 'Chess', '<kith-meeting-calendar topic>: no group of the list has the topic "Chess".'],
  ] as const)
    it(`is told once, and a visitor sees that there is nothing, with help: ${attribute}="${value}"`, async () => {
      expectConsole(hint);
      const calendar = await aCalendar({ groups: aWeek(), attributes: { [attribute]: value } });
      expect(byRole(calendar, 'heading', en.noneAhead)).to.exist;
      expect(byRole(calendar, 'link', /^116 123$/)).to.exist;
      await calendar.reload();
      expect(consoleLines()).to.have.lengthOf(1);
    });

  it('may be in capitals and with space around it', async () => {
    const calendar = await aCalendar({
      groups: aWeek(),
      attributes: { view: ' Agenda ', date: ' 2026-12-07 ' },
    });
    expect(isAgenda(calendar)).to.equal(true);
    expect(monthOf(calendar)).to.equal('December 2026');
  });
});

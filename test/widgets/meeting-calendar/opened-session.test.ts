import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, at, weekly } from '../../domain/small-groups.js';
import { press } from '../../keys.js';
import {
  aBox,
  aCalendar,
  aWeek,
  cellOf,
  focused,
  headings,
  makeCalendar,
  monthOf,
  names,
  openerIn,
  openFilters,
  PHONE,
  partOf,
  rowOf,
  said,
  settled,
  tap,
  tapOn,
  tick,
} from './a-calendar.js';

const detail = (calendar: MeetingCalendar): string => textOf(partOf(calendar, 'detail')!);

describe('an opened session', () => {
  it('leads with its own day and hour, not with the group’s next ones', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await tapOn(calendar, cellOf(calendar, '2026-12-05'));
    await tapOn(calendar, openerIn(rowOf(calendar, 'Open House')));
    expect(textOf(partOf(calendar, 'detail')!.querySelector('[part~=when]')!)).to.match(
      /^Saturday,? 5 December, 11:45 to 12:45$/,
    );
    expect(detail(calendar)).to.contain(en.nextDates);
  });

  it('tells the group’s address, access and contact, as an opened group of a finder does', async () => {
    const groups = [
      aGroup({
        name: 'Walk',
        summary: 'We walk.',
        joining: 'book',
        contact: { phone: '0113 496 0100' },
        meetings: [
          weekly('SU', '10:00', {
            venue: at(53.8, -1.5, { name: 'Park', locality: 'Leeds' }),
            access: ['Step-free'],
          }),
        ],
      }),
    ];
    const calendar = await aCalendar({ groups, width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Walk')));
    for (const words of ['We walk.', 'Park', 'Leeds', 'Step-free', '0113 496 0100', en.book])
      expect(detail(calendar)).to.contain(words);
  });

  it('is opened where it is now, also from the day that it left', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await tapOn(calendar, cellOf(calendar, '2026-11-25').querySelector<HTMLElement>('[part~=session]')!);
    expect(detail(calendar)).to.match(/Thursday,? 26 November, 11:00 to 12:00/);
  });

  /** Where a visitor may open a session. */
  const places: readonly [string, string, (calendar: MeetingCalendar) => HTMLElement][] = [
    ['its row', 'Bold', (one) => openerIn(rowOf(one, 'Bold'))],
    ['what comes next', 'Open House', (one) => openerIn(partOf(one, 'next-meeting')!)],
    [
      'the changes',
      'Calm',
      (one) => {
        byRole(one, 'summary', /change/).click();
        return openerIn(partOf(one, 'changes')!);
      },
    ],
  ];
  for (const [what, name, find] of places)
    for (const width of [PHONE, '1000px'])
      it(`takes the focus to its heading, and gives it back to ${what} (${width})`, async () => {
        const calendar = await aCalendar({ groups: aWeek(), width });
        if (what === 'its row' && width !== PHONE) await tapOn(calendar, cellOf(calendar, '2026-11-24'));
        const from = find(calendar);
        const place = from.dataset['from'];
        await tapOn(calendar, from);
        expect(textOf(focused(calendar)!)).to.equal(name);
        expect(focused(calendar)!.tagName).to.equal('H3');
        await tap(calendar, en.backToCalendar);
        expect(textOf(focused(calendar)!)).to.equal(name);
        expect(focused(calendar)!.dataset['from']).to.equal(place);
        expect(focused(calendar)!.checkVisibility()).to.equal(true);
      });

  it('gives the focus back to the day of the month in which it was tapped', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await tapOn(calendar, cellOf(calendar, '2026-11-24').querySelector<HTMLElement>('[part~=session]')!);
    await tap(calendar, en.backToCalendar);
    expect(focused(calendar)?.dataset['date']).to.equal('2026-11-24');
  });

  it('is closed by Escape, wherever the focus is in it', async () => {
    for (const where of ['.heading', 'a[href]', '[part~=button]']) {
      const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
      await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
      partOf(calendar, 'detail')!.querySelector<HTMLElement>(where)?.focus();
      await press('Escape');
      await settled(calendar);
      expect(partOf(calendar, 'detail'), where).to.equal(null);
      expect(textOf(focused(calendar)!)).to.equal('Bold');
      calendar.remove();
    }
  });

  it('keeps month, day, filters and the view for the way back', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    await tap(calendar, /^Show \d+ meeting/);
    await tap(calendar, /^December/);
    await tapOn(calendar, cellOf(calendar, '2026-12-08'));
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    await tap(calendar, en.backToCalendar);
    expect(monthOf(calendar)).to.equal('December 2026');
    expect(headings(calendar)[0]).to.match(/^Tuesday,? 8 December$/);
    expect(byRole(calendar, 'button', 'Remove: Grief')).to.exist;
  });

  it('keeps the rows that were added, so that its own is there to come back to', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tap(calendar, /^Show \d+ more/);
    const last = names(calendar).length - 1;
    const rowAt = () => [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('[part~=result]')][last]!;
    await tapOn(calendar, openerIn(rowAt()));
    await tap(calendar, en.backToCalendar);
    expect(focused(calendar)).to.equal(openerIn(rowAt()));
  });

  it('keeps its row at the same height of the screen', async () => {
    const box = aBox('div', PHONE);
    const before = document.createElement('div');
    before.style.blockSize = '2000px';
    box.append(before);
    const calendar = await aCalendar({ groups: aWeek(), into: box });
    const opener = () => openerIn(rowOf(calendar, 'Bold'));
    opener().scrollIntoView({ block: 'center' });
    const { top } = opener().getBoundingClientRect();
    await tapOn(calendar, opener());
    window.scrollTo(0, 0);
    await tap(calendar, en.backToCalendar);
    expect(opener().getBoundingClientRect().top).to.be.closeTo(top, 2);
    window.scrollTo(0, 0);
  });

  it('stays while the list is loaded anew, and says what has changed meanwhile', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    const [, bold] = aWeek();
    const changed = {
      ...bold!,
      meetings: [
        {
          ...bold!.meetings[0]!,
          changes: [{ recurrenceId: '2026-11-24', status: 'cancelled' as const, note: 'Flu' }],
        },
      ],
    };
    calendar.directory = { groups: [changed] };
    await calendar.ready;
    expect(detail(calendar)).to.match(/Tuesday,? 24 November: no meeting\. Flu/);
  });

  it('gives way to the calendar, with a word, when it is in the list no more', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    calendar.directory = { groups: aWeek().slice(2) };
    await calendar.ready;
    await settled(calendar);
    expect(partOf(calendar, 'detail')).to.equal(null);
    expect(said(calendar)).to.contain(en.sessionGone);
    expect(focused(calendar), 'the focus is inside').to.exist;
    await tapOn(calendar, openerIn(rowOf(calendar, 'Steps')));
    await tap(calendar, en.backToCalendar);
    expect(said(calendar)).to.not.contain(en.sessionGone);
  });

  it('of a group with two meetings at one time is the one that was tapped', async () => {
    const group = aGroup({
      name: 'Twice',
      meetings: [
        weekly('TU', '19:00', { venue: { name: 'Library' } }),
        weekly('TU', '19:00', { attendance: 'online', joinUrl: 'https://meet.example.org/twice' }),
      ],
    });
    const calendar = await aCalendar({ groups: [group], width: PHONE });
    const rows = () => [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('[part~=result]')];
    expect(new Set(rows().map((row) => openerIn(row).dataset['session'])).size).to.equal(rows().length);
    for (const [index, heading] of [
      [0, en.inPerson],
      [1, en.online],
    ] as const) {
      const row = rows()[index]!;
      expect(textOf(row)).to.contain(heading);
      const opener = openerIn(row);
      await tapOn(calendar, opener);
      calendar.directory = { groups: [group] };
      await calendar.ready;
      await tap(calendar, en.backToCalendar);
      expect(focused(calendar)).to.equal(openerIn(rows()[index]!));
    }
  });

  it('tells the page which one it is, and when it is closed', async () => {
    const told: string[] = [];
    const box = aBox('div', PHONE);
    for (const type of ['kith-session-opened', 'kith-session-closed'] as const)
      box.addEventListener(type, ({ type: name, groupId, date, bubbles, composed, cancelable }) => {
        told.push(`${name} ${groupId} ${date}`);
        expect({ bubbles, composed, cancelable }).to.deep.equal({
          bubbles: true,
          composed: true,
          cancelable: false,
        });
      });
    const calendar = makeCalendar({ groups: aWeek() });
    box.append(calendar);
    await calendar.filterable;
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    await tap(calendar, en.backToCalendar);
    expect(told).to.deep.equal([
      'kith-session-opened bold 2026-11-24',
      'kith-session-closed bold 2026-11-24',
    ]);
  });

  it('hides nothing of the help lines and the way out', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    expect(byRole(calendar, 'link', /^116 123$/)).to.exist;
    expect(byRole(calendar, 'button', en.exit)).to.exist;
    expect(queryByRole(calendar, 'button', /^Filters/)).to.equal(undefined);
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { byRole, nameOf, queryByRole, textOf } from '../../by-role.js';
import { aGroup, aMeeting, DAY, HOUR, LONDON, NOW, weekly } from '../../domain/small-groups.js';
import {
  aCalendar,
  aWeek,
  cellName,
  cellOf,
  headings,
  openerIn,
  openFilters,
  PHONE,
  partOf,
  rowOf,
  said,
  tap,
  tapOn,
  tick,
} from './a-calendar.js';

/** How a session is told everywhere: the day under which it stands, a short word, and all of it. */
interface Told {
  readonly what: string;
  readonly date: string;
  readonly group: string;
  readonly word: string;
  readonly whole: string | RegExp;
  readonly part: string;
}

const ALL: readonly Told[] = [
  {
    what: 'a cancelled evening',
    date: '2026-11-23',
    group: 'Calm',
    word: 'Cancelled',
    whole: 'Cancelled. The heating is broken',
    part: 'cancelled',
  },
  {
    what: 'the day from which an evening was moved',
    date: '2026-11-25',
    group: 'Steps',
    word: 'Moved',
    whole: /Moved to Thursday,? 26 November, 11:00\. One day later/,
    part: 'away',
  },
  {
    what: 'the day to which an evening was moved',
    date: '2026-11-26',
    group: 'Steps',
    word: 'Moved',
    whole: /Moved here from Wednesday,? 25 November, 10:00\. One day later/,
    part: 'moved',
  },
  {
    what: 'an evening that is different',
    date: '2026-11-26',
    group: 'Garden',
    word: 'Changed',
    whole: 'Something is different this time: The Old Mill. Bring boots',
    part: 'changed',
  },
  {
    what: 'an evening that falls out by the rule',
    date: '2026-11-27',
    group: 'Quiet',
    word: 'No meeting',
    whole: 'No meeting',
    part: 'cancelled',
  },
];

/** The words under the heading of a day, in the list. */
const dayOf = (calendar: MeetingCalendar, date: string): HTMLElement =>
  calendar.shadowRoot!.querySelector<HTMLElement>(`[data-day="${date}"]`)!;

const rowUnder = (calendar: MeetingCalendar, { date, group }: Told): HTMLElement =>
  [...dayOf(calendar, date).querySelectorAll<HTMLElement>('[part~=result]')].find(
    (row) => textOf(openerIn(row)) === group,
  )!;

function expectWords(words: string, { whole }: Told): void {
  if (typeof whole === 'string') expect(words).to.contain(whole);
  else expect(words).to.match(whole);
}

for (const told of ALL) {
  const { what, date, group, word, part } = told;
  describe(what, () => {
    it('is told in words in its day of the month', async () => {
      const calendar = await aCalendar({ groups: aWeek() });
      const line = [...cellOf(calendar, date).querySelectorAll<HTMLElement>('[part~=session]')].find((one) =>
        textOf(one).includes(group),
      );
      expect(textOf(line!)).to.match(RegExp(`^\\d\\d:\\d\\d ${word} ${group}$`));
      expect(line!.checkVisibility()).to.equal(true);
    });

    for (const width of [undefined, PHONE])
      it(`is told in the name of its day, ${width ? 'where there is room for dots alone' : 'where there is room for names'}`, async () => {
        const calendar = await aCalendar({ groups: aWeek(), ...(width ? { width } : {}) });
        expect(cellName(calendar, date)).to.match(RegExp(`\\d\\d:\\d\\d ${group}, ${word}`));
      });

    it('is told in full in the list, and in short in the name of its button', async () => {
      const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
      await tap(calendar, /^Show \d+ more/);
      const row = rowUnder(calendar, told);
      expectWords(textOf(row), told);
      expect(row.part.contains(part)).to.equal(true);
      expect(nameOf(openerIn(row))).to.match(RegExp(`^${group}, .*, ${word}$`));
    });

    it('is told in full under the month when its day is opened', async () => {
      const calendar = await aCalendar({ groups: aWeek() });
      await tapOn(calendar, cellOf(calendar, date));
      expectWords(textOf(rowUnder(calendar, told)), told);
    });

    it('is told when it is opened', async () => {
      const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
      await tap(calendar, /^Show \d+ more/);
      await tapOn(calendar, openerIn(rowUnder(calendar, told)));
      const detail = textOf(byRole(calendar, 'article'));
      expect(detail).to.match(
        {
          Cancelled: /Monday,? 23 November: no meeting\. The heating is broken/,
          Moved: /Moved\. First planned: Wednesday,? 25 November\. One day later/,
          Changed: /Something is different this time: The Old Mill\. Bring boots/,
          'No meeting': /Friday,? 27 November: no meeting/,
        }[word]!,
      );
      // What was moved is opened where it is now.
      if (word === 'Moved')
        expect(textOf(partOf(calendar, 'detail')!)).to.match(/Thursday,? 26 November, 11:00/);
    });

    for (const view of ['month', 'agenda'] as const)
      it(`is told on paper: ${view}`, async () => {
        const calendar = await aCalendar({ groups: aWeek(), attributes: { view } });
        window.dispatchEvent(new Event('beforeprint'));
        const paper = textOf(calendar.shadowRoot!.querySelector('.paper')!);
        window.dispatchEvent(new Event('afterprint'));
        if (view === 'month') expect(paper).to.match(RegExp(`\\d\\d:\\d\\d ${group} ${word}`));
        else expectWords(paper, told);
      });
  });
}

describe('what falls out today', () => {
  const today = (time: string, name = 'Tonight') =>
    aGroup({
      name,
      meetings: [
        weekly('SA', time, { changes: [{ recurrenceId: '2026-11-21', status: 'cancelled', note: 'Flu' }] }),
      ],
    });

  const notices = (calendar: MeetingCalendar): string[] =>
    [...calendar.shadowRoot!.querySelectorAll('p.notice')].map(textOf);

  it('stands above everything else', async () => {
    const calendar = await aCalendar({ groups: [...aWeek(), today('19:00')] });
    expect(notices(calendar)).to.deep.equal(['Tonight, 19:00: Tonight Cancelled. Flu']);
    expect(said(calendar).indexOf('Cancelled. Flu')).to.be.below(said(calendar).indexOf('On now'));
  });

  it('is told while it would have been on, and no more when that is over', async () => {
    for (const [now, count] of [
      [NOW + 7.5 * HOUR, 1],
      [NOW + 8 * HOUR, 0],
    ] as const) {
      const calendar = await aCalendar({ groups: [...aWeek(), today('19:00')], now });
      expect(notices(calendar)).to.have.lengthOf(count);
    }
  });

  it('is told when it was moved to another day', async () => {
    const moved = aGroup({
      name: 'Walk',
      meetings: [
        weekly('SA', '10:00', {
          changes: [{ recurrenceId: '2026-11-21T10:00', status: 'moved', start: '2026-11-22T10:00' }],
        }),
      ],
    });
    const calendar = await aCalendar({ groups: [moved] });
    expect(notices(calendar).join()).to.match(/^Today, 10:00: Walk Moved to tomorrow, 10:00$/);
  });

  it('opens what it tells of, and takes the focus back', async () => {
    const calendar = await aCalendar({ groups: [...aWeek(), today('19:00')] });
    const notice = calendar.shadowRoot!.querySelector('p.notice')!;
    await tapOn(calendar, openerIn(notice));
    expect(byRole(calendar, 'heading', 'Tonight')).to.exist;
    await tap(calendar, en.backToCalendar);
    expect(calendar.shadowRoot!.activeElement?.closest('p.notice')).to.exist;
  });

  it('is told for three at most: the rest is in the list', async () => {
    const groups = [1, 2, 3, 4].map((n) => today(`1${n + 3}:00`, `Off ${n}`));
    const calendar = await aCalendar({ groups });
    expect(notices(calendar)).to.have.lengthOf(3);
    expect(said(calendar)).to.contain('4 changes in the next 14 days');
  });
});

describe('the changes of the next 14 days', () => {
  const summary = (calendar: MeetingCalendar): string => textOf(byRole(calendar, 'summary', /change/));

  it('are counted, each once, on one line, and told when it is opened', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    expect(summary(calendar)).to.equal('4 changes in the next 14 days');
    byRole(calendar, 'summary', /change/).click();
    const items = [...partOf(calendar, 'changes')!.querySelectorAll('li')].map(textOf);
    expect(items).to.have.lengthOf(4);
    for (const [index, told] of [ALL[0], ALL[2], ALL[3], ALL[4]].entries()) {
      expect(items[index]).to.contain(told!.group);
      expectWords(items[index]!, told!);
    }
  });

  it('are told in an open line by day and hour', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    const [first] = partOf(calendar, 'changes')!.querySelectorAll('li');
    expect(textOf(first!)).to.match(/^Monday,? 23 November, 18:30: Calm/);
  });

  it('reach fourteen days ahead, and no further', async () => {
    const off = (days: number): string => new Date(NOW + days * DAY).toISOString().slice(0, 10);
    const daily = (days: number) =>
      aGroup({
        meetings: [
          aMeeting({
            start: '2026-11-01T11:00',
            durationMinutes: 60,
            timeZone: LONDON,
            rule: { frequency: 'DAILY' },
            changes: [{ recurrenceId: off(days), status: 'cancelled' }],
          }),
        ],
      });
    expect(summary(await aCalendar({ groups: [daily(14)] }))).to.equal('1 change in the next 14 days');
    const later = await aCalendar({ groups: [daily(15)] });
    expect(queryByRole(later, 'summary', /change/)).to.equal(undefined);
    expect(said(later)).to.contain(en.noChanges);
  });

  it('count what was moved away from these days, far beyond them', async () => {
    const far = aGroup({
      name: 'Far',
      meetings: [
        weekly('TU', '10:00', {
          changes: [{ recurrenceId: '2026-11-24T10:00', status: 'moved', start: '2027-01-14T10:00' }],
        }),
      ],
    });
    const calendar = await aCalendar({ groups: [far] });
    expect(summary(calendar)).to.equal('1 change in the next 14 days');
    expect(textOf(partOf(calendar, 'changes')!)).to.match(/Moved to Thursday,? 14 January 2027, 10:00/);
  });

  it('count what was moved over the edge of a month once', async () => {
    const group = aGroup({
      name: 'Edge',
      meetings: [
        weekly('MO', '10:00', {
          changes: [{ recurrenceId: '2026-11-30T10:00', status: 'moved', start: '2026-12-01T10:00' }],
        }),
      ],
    });
    const calendar = await aCalendar({ groups: [group] });
    expect(summary(calendar)).to.equal('1 change in the next 14 days');
  });

  it('say so when there is none that we know of', async () => {
    const calendar = await aCalendar({ groups: [aGroup({ meetings: [weekly('MO', '10:00')] })] });
    expect(said(calendar)).to.contain(en.noChanges);
  });

  it('follow the filters', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    expect(summary(calendar)).to.equal('1 change in the next 14 days');
  });

  it('lead to a session and back', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    byRole(calendar, 'summary', /change/).click();
    await tapOn(calendar, openerIn([...partOf(calendar, 'changes')!.querySelectorAll('li')][1]!));
    expect(byRole(calendar, 'heading', 'Steps')).to.exist;
    await tap(calendar, en.backToCalendar);
    const back = calendar.shadowRoot!.activeElement!;
    expect(textOf(back)).to.equal('Steps');
    expect(back.closest('[part~=changes]')).to.exist;
    expect(back.closest('details')!.open).to.equal(true);
  });
});

describe('an evening that was moved within its day, or to another room', () => {
  it('stands once in its day, with the hour from which it came', async () => {
    const group = aGroup({
      name: 'Later',
      meetings: [
        weekly('TU', '10:00', {
          changes: [{ recurrenceId: '2026-11-24T10:00', status: 'moved', start: '2026-11-24T16:00' }],
        }),
      ],
    });
    const calendar = await aCalendar({ groups: [group], width: PHONE });
    expect(headings(calendar)[0]).to.match(/^Tuesday,? 24 November$/);
    expect(dayOf(calendar, '2026-11-24').querySelectorAll('li')).to.have.lengthOf(1);
    expect(textOf(rowOf(calendar, 'Later'))).to.match(/^16:00 to 17:00 Later Moved here from .*10:00/);
  });

  it('has not come from anywhere when only the room is another', async () => {
    const group = aGroup({
      name: 'Room',
      meetings: [
        weekly('TU', '10:00', {
          changes: [
            {
              recurrenceId: '2026-11-24T10:00',
              status: 'moved',
              start: '2026-11-24T10:00',
              venue: { name: 'The Barn' },
            },
          ],
        }),
      ],
    });
    const calendar = await aCalendar({ groups: [group], width: PHONE });
    expect(textOf(rowOf(calendar, 'Room')))
      .to.contain('Moved. The Barn')
      .and.not.to.contain('Moved here from');
  });
});

describe('what is always said of a session', () => {
  it('is group, day, hours, how one attends: in the name of its button', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    const names = ['Open House', 'Bold'].map((name) => nameOf(openerIn(rowOf(calendar, name))));
    expect(names[0]).to.match(/^Open House, Saturday,? 21 November, 11:45 to 12:45, In person$/);
    expect(names[1]).to.match(/^Bold, Tuesday,? 24 November, 19:00 to 20:00, Online$/);
  });

  it('has both zones in it where they differ', async () => {
    const calendar = await aCalendar({ groups: aWeek(), zone: 'Asia/Kathmandu', width: PHONE });
    expect(nameOf(openerIn(rowOf(calendar, 'Bold')))).to.match(
      /^Bold, Wednesday,? 25 November, 0?0:45 to 0?1:45, 19:00 in London, 0?0:45 your time, Online$/,
    );
    expect(nameOf(openerIn(rowOf(calendar, 'Garden')))).to.not.contain('your time');
  });

  it('is, of a day: date, whether it is today, how many meetings, and each of them', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    expect(cellName(calendar, '2026-11-21')).to.match(
      /^Saturday,? 21 November, Today, 1 meeting\. 11:45 Open House$/,
    );
    expect(cellName(calendar, '2026-11-22')).to.match(/^Sunday,? 22 November, 0 meetings$/);
    expect(cellName(calendar, '2026-11-26')).to.match(
      /26 November, 2 meetings\. 11:00 Steps, Moved\. 15:00 Garden, Changed$/,
    );
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { byRole, nameOf, queryByRole, textOf } from '../../by-role.js';
import { aGroup, DAY, HOUR, MINUTE, NOW, weekly } from '../../domain/small-groups.js';
import { holdTimers } from '../../ui/a-host.js';
import {
  aCalendar,
  cellOf,
  focused,
  headings,
  monthOf,
  names,
  openerIn,
  PHONE,
  partOf,
  rowOf,
  type Setting,
  said,
  seenOn,
  settled,
  status,
  tap,
  tapOn,
} from './a-calendar.js';

/** Saturday 21 November 2026 at that time in London. */
const saturday = (hour: number, minute = 0): number => NOW + (hour - 12) * HOUR + minute * MINUTE;

const lead = (calendar: MeetingCalendar): string => textOf(partOf(calendar, 'next-meeting')!);

describe('when a session is, in words', () => {
  const online = aGroup({
    name: 'Screens',
    meetings: [weekly('SA', '18:30', { attendance: 'online', joinUrl: 'https://meet.example.org/s' })],
  });
  const room = aGroup({ name: 'Room', meetings: [weekly('SA', '18:30')] });

  it('is in both zones where an online group’s differs from the visitor’s', async () => {
    const calendar = await aCalendar({ groups: [online], zone: 'America/New_York' });
    expect(lead(calendar)).to.match(/Today, 13:30 to 14:30 18:30 in London, 13:30 your time/);
    expect(textOf(rowOf(calendar, 'Screens'))).to.contain('18:30 in London, 13:30 your time');
  });

  it('is in one zone where they are the same, by name or by the clock', async () => {
    for (const zone of ['Europe/London', 'Europe/Lisbon']) {
      const calendar = await aCalendar({ groups: [online], zone });
      expect(lead(calendar)).to.contain('Tonight, 18:30 to 19:30');
      expect(said(calendar)).to.not.contain('your time');
    }
  });

  it('is in the place’s own zone where people come together', async () => {
    const calendar = await aCalendar({ groups: [room], zone: 'America/New_York' });
    expect(seenOn(calendar, '2026-11-21')).to.equal('21 18:30 Room');
    expect(said(calendar)).to.not.contain('your time');
  });

  it('is the visitor’s own zone where the page names none', async () => {
    const real = Intl.DateTimeFormat.prototype.resolvedOptions;
    Intl.DateTimeFormat.prototype.resolvedOptions = function resolved(this: Intl.DateTimeFormat) {
      return { ...Reflect.apply(real, this, []), timeZone: 'Asia/Kathmandu' };
    };
    try {
      const calendar = await aCalendar({ groups: [online], zone: '' });
      expect(seenOn(calendar, '2026-11-22')).to.match(/^22 0?0:15 Screens$/);
    } finally {
      Intl.DateTimeFormat.prototype.resolvedOptions = real;
    }
  });

  it('says how it goes on across midnight, under the day on which it begins', async () => {
    const group = aGroup({ name: 'Late', meetings: [weekly('SA', '23:00', { durationMinutes: 150 })] });
    const calendar = await aCalendar({ groups: [group], width: PHONE });
    expect(headings(calendar)[0]).to.contain('21 November');
    expect(textOf(rowOf(calendar, 'Late'))).to.match(/^23:00 to 0?1:30 Late/);
    expect(cellOf(calendar, '2026-11-22').querySelectorAll('i')).to.have.lengthOf(0);
  });

  it('says the last day of what takes longer than one', async () => {
    const group = aGroup({
      name: 'Retreat',
      meetings: [weekly('SA', '15:00', { durationMinutes: 26 * 60 })],
    });
    const calendar = await aCalendar({ groups: [group], width: PHONE });
    expect(textOf(rowOf(calendar, 'Retreat'))).to.match(/^15:00 to Sunday,? 22 November, 17:00/);
  });

  it('has no end where the list names none', async () => {
    const { durationMinutes: _, ...meeting } = weekly('SA', '18:30');
    const calendar = await aCalendar({
      groups: [aGroup({ name: 'Open end', meetings: [meeting] })],
      width: PHONE,
    });
    expect(textOf(rowOf(calendar, 'Open end'))).to.match(/^18:30 Open end/);
  });
});

describe('what comes next', () => {
  const groups = () => [
    aGroup({
      name: 'Evening',
      meetings: [weekly('SA', '20:00', { attendance: 'online', joinUrl: 'https://meet.example.org/e' })],
    }),
    aGroup({ name: 'Sunday', meetings: [weekly('SU', '10:00')] }),
  ];
  const at = (now: number) => aCalendar({ groups: groups(), now });

  it('is named as next, hours ahead', async () => {
    const calendar = await at(saturday(12));
    expect(lead(calendar)).to.equal(`${en.nextMeeting} Tonight, 20:00 to 21:00 Evening Online`);
    expect(queryByRole(calendar, 'link', /^Join now/)).to.equal(undefined);
  });

  it('starts in so many minutes, from an hour ahead', async () => {
    expect(lead(await at(saturday(18, 59)))).to.contain(en.nextMeeting);
    expect(lead(await at(saturday(19)))).to.match(/^Starts in 60 minutes/);
    expect(lead(await at(saturday(19, 59)))).to.match(/^Starts in 1 minute /);
  });

  it('is on now, with the way to join it and where that leads', async () => {
    const calendar = await at(saturday(20));
    expect(lead(calendar)).to.match(/^On now, until 21:00/);
    const join = byRole(calendar, 'link', /^Join now: Evening$/) as HTMLAnchorElement;
    expect(join.href).to.equal('https://meet.example.org/e');
    expect(join.rel).to.contain('noreferrer');
    expect(lead(calendar)).to.contain('opens meet.example.org');
  });

  it('passes over what is cancelled', async () => {
    const [evening, sunday] = groups();
    const off = {
      ...evening!,
      meetings: [
        { ...evening!.meetings[0]!, changes: [{ recurrenceId: '2026-11-21', status: 'cancelled' as const }] },
      ],
    };
    const calendar = await aCalendar({ groups: [off, sunday!], now: saturday(12) });
    expect(lead(calendar)).to.match(/^Next meeting Tomorrow, 10:00/);
  });

  it('is said to be unknown where no date is', async () => {
    const calendar = await aCalendar({ groups: [aGroup({ name: 'Ask' })] });
    expect(said(calendar)).to.contain(en.noneAhead);
  });

  it('stands first at night with the help lines, unless something is on', async () => {
    const calendar = await at(saturday(23));
    const words = said(calendar);
    expect(words.indexOf('116 123')).to.be.below(words.indexOf('November 2026'));
    expect(words.indexOf('Tomorrow, 10:00')).to.be.below(words.indexOf('116 123'));
    const late = aGroup({ name: 'Night owls', meetings: [weekly('SA', '22:30', { durationMinutes: 90 })] });
    const on = said(await aCalendar({ groups: [late], now: saturday(23) }));
    expect(on.indexOf('116 123')).to.be.above(on.indexOf('November 2026'));
  });
});

describe('a calendar that stays open', () => {
  let timers: ReturnType<typeof holdTimers> | undefined;

  afterEach(() => {
    timers?.end();
    timers = undefined;
  });

  /** A calendar at a time that the test sets on, and timers that run when the test says so. */
  async function openAt(start: number, setting: Setting) {
    let now = start;
    const calendar = await aCalendar({ ...setting, now: () => now });
    // The widget asks for its next minute from now on, so the held timers have it.
    const held = holdTimers();
    timers = held;
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(calendar);
    return {
      calendar,
      timers: held,
      /** The minute turns. */
      async minuteAt(time: number) {
        now = time;
        held.run();
        await settled(calendar);
      },
      /** Time passes without anything running. */
      sleepUntil(time: number) {
        now = time;
      },
      async notice(target: EventTarget, event: Event) {
        target.dispatchEvent(event);
        await settled(calendar);
      },
    };
  }

  const groups = () => [
    aGroup({
      name: 'Noon',
      meetings: [weekly('SA', '11:45', { attendance: 'online', joinUrl: 'https://meet.example.org/noon' })],
    }),
    aGroup({ name: 'Late', meetings: [weekly('SA', '20:00')] }),
    aGroup({ name: 'Night', meetings: [weekly('SA', '23:30')] }),
    aGroup({ name: 'Morning', meetings: [weekly('SU', '10:00')] }),
  ];

  it('counts the minutes down, and says when it is on and when it is over', async () => {
    const { calendar, minuteAt } = await openAt(saturday(19, 30), { groups: groups(), width: PHONE });
    expect(textOf(rowOf(calendar, 'Late'))).to.contain('Starts in 30 minutes');
    await minuteAt(saturday(19, 31));
    expect(textOf(rowOf(calendar, 'Late'))).to.contain('Starts in 29 minutes');
    await minuteAt(saturday(20));
    expect(textOf(rowOf(calendar, 'Late'))).to.contain('On now, until 21:00');
    expect(lead(calendar)).to.contain('On now, until 21:00');
    await minuteAt(saturday(21));
    expect(names(calendar)[0]).to.equal('Night');
    expect(lead(calendar)).to.contain('Night');
  });

  it('turns today at midnight: in the month, in the list, in words', async () => {
    const { calendar, minuteAt } = await openAt(saturday(23, 59), { groups: groups(), width: PHONE });
    const today = () => calendar.shadowRoot!.querySelector<HTMLElement>('[aria-current]')?.dataset['date'];
    expect(today()).to.equal('2026-11-21');
    expect(headings(calendar).slice(0, 2)).to.deep.equal([
      headings(calendar)[0]?.replace(/^\S+/, 'Today'),
      headings(calendar)[1]?.replace(/^\S+/, 'Tomorrow'),
    ]);
    await minuteAt(saturday(24));
    expect(today()).to.equal('2026-11-22');
    // What began last night is on still, under its own day.
    expect(headings(calendar)[0]).to.match(/^Saturday,? 21 November$/);
    expect(headings(calendar)[1]).to.match(/^Today Sunday,? 22 November$/);
    expect(textOf(rowOf(calendar, 'Night'))).to.contain('On now');
    await minuteAt(saturday(24, 30));
    expect(headings(calendar)[0]).to.match(/^Today Sunday,? 22 November$/);
    expect(calendar.shadowRoot!.querySelectorAll('[part~=over]')).to.have.lengthOf(21);
  });

  it('turns the month with the day, unless a visitor has chosen another', async () => {
    const end = saturday(12) + 9 * DAY;
    const { calendar, minuteAt } = await openAt(end, { groups: groups() });
    expect(monthOf(calendar)).to.equal('November 2026');
    await minuteAt(end + 12 * HOUR);
    expect(monthOf(calendar)).to.equal('December 2026');
    await tap(calendar, /^January/);
    await minuteAt(end + 32 * DAY);
    expect(monthOf(calendar)).to.equal('January 2027');
  });

  it('keeps a chosen day through midnight', async () => {
    const { calendar, minuteAt } = await openAt(saturday(23, 59), { groups: groups() });
    await tapOn(calendar, cellOf(calendar, '2026-11-28'));
    await minuteAt(saturday(24));
    expect(headings(calendar)[0]).to.match(/^Saturday,? 28 November$/);
  });

  it('tells of an evening cancelled tomorrow as today’s once it is today', async () => {
    const off = aGroup({
      name: 'Off',
      meetings: [weekly('SU', '10:00', { changes: [{ recurrenceId: '2026-11-22', status: 'cancelled' }] })],
    });
    const { calendar, minuteAt } = await openAt(saturday(23, 59), { groups: [off] });
    expect(calendar.shadowRoot!.querySelector('p.notice')).to.equal(null);
    await minuteAt(saturday(24));
    expect(textOf(calendar.shadowRoot!.querySelector('p.notice')!)).to.equal('Today, 10:00: Off Cancelled');
  });

  describe('never leaves the focus nowhere', () => {
    const focusAfter = async (
      find: (calendar: MeetingCalendar) => HTMLElement,
      start: number,
      end: number,
      setting: Setting = {},
    ): Promise<HTMLElement> => {
      const { calendar, minuteAt } = await openAt(start, { groups: groups(), width: PHONE, ...setting });
      find(calendar).focus();
      expect(focused(calendar), 'it has the focus').to.exist;
      await minuteAt(end);
      expect(focused(calendar), 'the focus is inside').to.exist;
      return focused(calendar)!;
    };

    it('when its session is over: it goes to the heading over what is left', async () => {
      const now = await focusAfter((one) => openerIn(rowOf(one, 'Noon')), saturday(12), saturday(12, 45));
      expect(now.part.contains('day-heading')).to.equal(true);
      expect(textOf(now)).to.contain('Today');
    });

    it('when another session is over: it stays', async () => {
      const now = await focusAfter((one) => openerIn(rowOf(one, 'Late')), saturday(12), saturday(12, 45));
      expect(textOf(now)).to.equal('Late');
    });

    it('when the last session of its day is over', async () => {
      const now = await focusAfter(
        (one) => openerIn(rowOf(one, 'Night')),
        saturday(23, 45),
        saturday(24, 30),
      );
      expect(now.part.contains('day-heading')).to.equal(true);
    });

    it('when one can join no more', async () => {
      const now = await focusAfter((one) => byRole(one, 'link', /^Join now/), saturday(12), saturday(12, 45));
      expect(now.part.contains('day-heading')).to.equal(true);
    });

    it('when the night comes and the next meeting goes up to the help lines', async () => {
      const now = await focusAfter(
        (one) => openerIn(partOf(one, 'next-meeting')!),
        saturday(21, 59),
        saturday(22),
      );
      expect(textOf(now)).to.equal('Night');
      expect(now.closest('[part~=next-meeting]')).to.exist;
    });

    it('when the last change is over', async () => {
      const off = aGroup({
        name: 'Off',
        meetings: [weekly('SA', '12:30', { changes: [{ recurrenceId: '2026-11-21', status: 'cancelled' }] })],
      });
      const now = await focusAfter(
        (one) => byRole(one, 'summary', /change/),
        saturday(12),
        saturday(13, 30),
        { groups: [...groups(), off] },
      );
      expect(now.part.contains('day-heading')).to.equal(true);
    });

    it('in a day of the month that is not today any more', async () => {
      const now = await focusAfter((one) => cellOf(one, '2026-11-21'), saturday(23, 59), saturday(24), {
        width: '1000px',
      });
      expect(now.dataset['date']).to.equal('2026-11-21');
    });
  });

  it('says nothing aloud when minutes, sessions and days go by', async () => {
    const { calendar, minuteAt, timers: held } = await openAt(saturday(11, 30), { groups: groups() });
    held.run();
    await settled(calendar);
    const before = status(calendar);
    const heard: string[] = [];
    const region = calendar.shadowRoot!.querySelector('[role=status]')!;
    const watch = new MutationObserver(() => heard.push(textOf(region)));
    watch.observe(region, { childList: true, characterData: true, subtree: true });
    for (const time of [saturday(11, 31), saturday(11, 45), saturday(12, 45), saturday(24), saturday(34)]) {
      await minuteAt(time);
      held.run();
      await settled(calendar);
    }
    watch.disconnect();
    expect(heard).to.deep.equal([]);
    expect(status(calendar)).to.equal(before);
  });

  it('keeps an opened session open, with words that stay true', async () => {
    const { calendar, minuteAt } = await openAt(saturday(12), { groups: groups(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Noon')));
    expect(said(calendar)).to.contain('On now, until 12:45');
    await minuteAt(saturday(12, 45));
    expect(byRole(calendar, 'heading', 'Noon')).to.exist;
    expect(said(calendar)).to.not.contain('On now');
    await tap(calendar, en.backToCalendar);
    expect(focused(calendar)).to.exist;
    expect(names(calendar)[0]).to.equal('Late');
  });

  describe('in a tab that sleeps', () => {
    const wakings: readonly [string, () => [EventTarget, Event]][] = [
      ['is looked at', () => [document, new Event('visibilitychange')]],
      ['has the focus', () => [window, new Event('focus')]],
      [
        'comes out of the browser’s cache',
        () => [window, new PageTransitionEvent('pageshow', { persisted: true })],
      ],
    ];
    for (const [what, waking] of wakings)
      it(`is right at once when it ${what}, and keeps the minutes from there`, async () => {
        const open = await openAt(saturday(12), { groups: groups(), width: PHONE });
        const { calendar, sleepUntil, notice, minuteAt } = open;
        sleepUntil(saturday(32));
        expect(textOf(rowOf(calendar, 'Noon'))).to.contain('On now');
        await notice(...waking());
        expect(headings(calendar)[0]).to.match(/^Today Sunday,? 22 November$/);
        expect(names(calendar)[0]).to.equal('Morning');
        expect(open.timers.due().filter((ms) => ms === MINUTE)).to.have.lengthOf(1);
        await minuteAt(saturday(33, 45));
        expect(textOf(rowOf(calendar, 'Morning'))).to.contain('Starts in 15 minutes');
      });

    it('is right when the device’s clock is set back', async () => {
      const { calendar, minuteAt } = await openAt(saturday(84), { groups: groups(), width: PHONE });
      expect(names(calendar)[0]).to.equal('Noon');
      await minuteAt(saturday(12));
      expect(textOf(rowOf(calendar, 'Noon'))).to.contain('On now, until 12:45');
    });

    it('shows other hours when the device wakes in another zone', async () => {
      let zone = 'Europe/London';
      const real = Intl.DateTimeFormat.prototype.resolvedOptions;
      Intl.DateTimeFormat.prototype.resolvedOptions = function resolved(this: Intl.DateTimeFormat) {
        return { ...Reflect.apply(real, this, []), timeZone: zone };
      };
      try {
        const { calendar, minuteAt } = await openAt(saturday(13), { groups: groups(), zone: '' });
        expect(seenOn(calendar, '2026-11-28')).to.match(/^28 11:45 Noon/);
        zone = 'Pacific/Auckland';
        await minuteAt(saturday(14));
        expect(seenOn(calendar, '2026-11-29')).to.match(/^29 0?0:45 Noon/);
        expect(seenOn(calendar, '2026-11-28')).to.not.contain('Noon');
      } finally {
        Intl.DateTimeFormat.prototype.resolvedOptions = real;
      }
    });
  });

  it('names a session’s day and hours anew in its button', async () => {
    const { calendar, minuteAt } = await openAt(saturday(12), { groups: groups(), width: PHONE });
    await minuteAt(saturday(36));
    expect(nameOf(openerIn(rowOf(calendar, 'Noon')))).to.match(
      /^Noon, Saturday,? 28 November, 11:45 to 12:45, Online$/,
    );
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { allByRole, byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, HOUR, LONDON, MINUTE, NOW, weekly } from '../../domain/small-groups.js';
import { holdTimers } from '../../ui/a-host.js';
import { aFinder, focused, names, openFilters, rowOf, said, search, tap, tick } from './a-finder.js';

/** Saturday 21 November 2026 at that time in London. */
const saturday = (hour: number, minute = 0): number => NOW + (hour - 12) * HOUR + minute * MINUTE;

/** Clocks go forward from 1:00 to 2:00 on Sunday 28 March 2027, and back from 2:00 to 1:00 on Sunday 31 October 2027. */
const FORWARD = Date.UTC(2027, 2, 28, 1);
const BACK = Date.UTC(2027, 9, 31, 1);

/** A finder at a time that the test sets on, and timers that run when the test says so. */
async function aFinderAt(start: number, groups: Parameters<typeof aFinder>[0] & object) {
  let now = start;
  const finder = await aFinder({ ...groups, now: () => now });
  // The widget asks for its next minute from now on, so the held timers have it.
  const timers = holdTimers();
  const settle = () => finder.updateComplete;
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  return {
    finder,
    timers,
    /** The minute turns. */
    async minuteAt(time: number) {
      now = time;
      timers.run();
      await settle();
    },
    /** Time passes without anything running. */
    sleepUntil(time: number) {
      now = time;
    },
    async notice(target: EventTarget, event: Event) {
      target.dispatchEvent(event);
      await settle();
    },
  };
}

describe('a finder that stays open', () => {
  let held: ReturnType<typeof holdTimers> | undefined;

  async function openAt(start: number, groups: Parameters<typeof aFinder>[0] & object) {
    const open = await aFinderAt(start, groups);
    held = open.timers;
    return open;
  }

  afterEach(() => {
    held?.end();
    held = undefined;
  });

  describe('through midnight', () => {
    const groups = () => [
      aGroup({ name: 'Night', meetings: [weekly('SA', '23:30')] }),
      aGroup({ name: 'Morning', meetings: [weekly('SU', '10:00')] }),
      aGroup({ name: 'Evening', meetings: [weekly('SU', '19:00')] }),
      aGroup({ name: 'Monday', meetings: [weekly('MO', '18:30')] }),
    ];
    const when = (finder: HTMLElement, name: string) =>
      textOf(rowOf(finder as Parameters<typeof rowOf>[0], name).querySelector('[part=when]')!);

    it('says today, tonight and tomorrow as they have become', async () => {
      const { finder, minuteAt } = await openAt(saturday(23, 59), { groups: groups() });
      const all = ['Night', 'Morning', 'Evening', 'Monday'];
      const said = () => all.map((name) => when(finder, name).replace(/\W.*/s, ''));
      expect(said()).to.deep.equal(['Tonight', 'Tomorrow', 'Tomorrow', 'Monday']);
      await minuteAt(saturday(24, 0));
      // What began last night is on still, and no longer "tonight".
      expect(said()).to.deep.equal(['Saturday', 'Today', 'Tonight', 'Tomorrow']);
      expect(textOf(rowOf(finder, 'Night'))).to.contain('On now, until');
      await minuteAt(saturday(24, 30));
      expect(names(finder)).to.deep.equal(['Morning', 'Evening', 'Monday', 'Night']);
      expect(when(finder, 'Night')).to.match(/Saturday,? 28 November/);
    });

    it('keeps to the chosen day, also when its evening is over and the next one is a week away', async () => {
      const { finder, minuteAt } = await openAt(saturday(23, 59), { groups: groups() });
      await openFilters(finder);
      await tick(finder, /^Saturday/);
      expect(names(finder)).to.deep.equal(['Night']);
      await minuteAt(saturday(24, 30));
      expect(names(finder)).to.deep.equal(['Night']);
      expect(when(finder, 'Night')).to.match(/Saturday,? 28 November/);
    });

    it('counts the seven days of "this week" anew', async () => {
      const once = aGroup({
        name: 'Next Sunday',
        meetings: [
          {
            start: '2026-11-29T00:15',
            durationMinutes: 60,
            timeZone: LONDON,
            attendance: 'in-person',
            access: [],
          },
        ],
      });
      const { finder, minuteAt } = await openAt(saturday(23, 59), { groups: [...groups(), once] });
      await tap(finder, new RegExp(`^${en.stepWeek}`));
      expect(names(finder)).to.not.include('Next Sunday');
      await minuteAt(saturday(24, 16));
      expect(names(finder)).to.include('Next Sunday');
    });

    it('lets the help lines come first at night and go back below the list in the morning', async () => {
      const { finder, minuteAt } = await openAt(saturday(21, 59), { groups: groups().slice(1) });
      const helpAt = () => said(finder).search(RegExp(`${en.helpOpenNow}|${en.helpTitle.replace('?', '')}`));
      const listAt = () => said(finder).indexOf('Morning');
      expect(helpAt()).to.be.above(listAt());
      await minuteAt(saturday(22, 0));
      expect(helpAt()).to.be.within(0, listAt());
      await minuteAt(saturday(30, 0));
      expect(helpAt()).to.be.above(listAt());
    });
  });

  describe('when the clocks change', () => {
    const rowText = (finder: Parameters<typeof rowOf>[0], name: string) => textOf(rowOf(finder, name));

    for (const [what, change, length] of [
      ['forward', FORWARD, '3:30'],
      ['back', BACK, '1:30'],
    ] as const) {
      it(`counts real minutes and ends in time, going ${what}`, async () => {
        // Half an hour before the change, for an hour and a half.
        const groups = [
          aGroup({
            name: 'Through',
            meetings: [
              weekly('SU', what === 'forward' ? '00:30' : '01:30', {
                start: what === 'forward' ? '2027-03-21T00:30' : '2027-10-24T01:30',
                durationMinutes: what === 'forward' ? 120 : 60,
              }),
            ],
          }),
          aGroup({ name: 'Ten', meetings: [weekly('SU', '10:00')] }),
        ];
        const { finder, minuteAt } = await openAt(change - 40 * MINUTE, { groups });
        expect(rowText(finder, 'Through')).to.contain('Starts in 10 minutes');
        expect(rowText(finder, 'Ten')).to.contain('Today, 10:00');
        await minuteAt(change + 15 * MINUTE);
        expect(rowText(finder, 'Through')).to.match(RegExp(`On now, until 0?${length}`));
        const end = change - 30 * MINUTE + (what === 'forward' ? 120 : 60) * MINUTE;
        await minuteAt(end - MINUTE);
        expect(rowText(finder, 'Through')).to.contain('On now');
        await minuteAt(end);
        expect(rowText(finder, 'Through')).to.not.contain('On now');
        // Ten o'clock is an hour nearer, or further, than it was the day before.
        const ten = change + (what === 'forward' ? 8 : 9) * HOUR;
        await minuteAt(ten);
        expect(rowText(finder, 'Ten')).to.contain('On now, until 11:00');
      });
    }

    it('turns the day at local midnight of either time', async () => {
      const groups = [aGroup({ name: 'Monday', meetings: [weekly('MO', '10:00')] })];
      const { finder, minuteAt } = await openAt(FORWARD + 21 * HOUR + 59 * MINUTE, { groups });
      expect(rowText(finder, 'Monday')).to.contain('Tomorrow, 10:00');
      await minuteAt(FORWARD + 22 * HOUR);
      expect(rowText(finder, 'Monday')).to.contain('Today, 10:00');
    });
  });

  describe('with a session that ends meanwhile', () => {
    const groups = () => [
      aGroup({ name: 'Noon', meetings: [weekly('SA', '11:45')] }),
      aGroup({ name: 'Late', meetings: [weekly('SA', '20:00')] }),
    ];

    it('moves on in the opened group, in its dates and its line alike', async () => {
      const { finder, minuteAt } = await openAt(NOW, { groups: groups() });
      await tap(finder, 'Noon');
      const list = () => allByRole(finder, 'listitem').map(textOf).join('\n');
      expect(said(finder)).to.contain('On now, until 12:45');
      expect(list()).to.match(/Today|21 November/);
      await minuteAt(saturday(12, 45));
      expect(said(finder)).to.not.contain('On now');
      expect(list()).to.not.match(/Today|21 November/);
      expect(said(finder)).to.match(/28 November/);
      expect(byRole(finder, 'heading', 'Noon')).to.exist;
    });

    it('moves on among the kept groups', async () => {
      const { finder, minuteAt } = await openAt(NOW, { groups: groups() });
      await tap(finder, 'Keep: Noon');
      await tap(finder, '1 kept');
      expect(textOf(rowOf(finder, 'Noon'))).to.contain('On now, until 12:45');
      await minuteAt(saturday(12, 45));
      expect(textOf(rowOf(finder, 'Noon'))).to.match(/28 November/);
    });

    it('says that nothing is on any more, and what is next', async () => {
      const { finder, minuteAt } = await openAt(NOW, { groups: groups() });
      expect(said(finder)).to.not.contain(en.nothingNow);
      await minuteAt(saturday(12, 45));
      expect(said(finder)).to.contain(en.nothingNow).and.to.contain('Next: Tonight, 20:00');
    });

    it('keeps the focus on the group, wherever its row goes, and says nothing aloud', async () => {
      const { finder, minuteAt } = await openAt(NOW, { groups: groups() });
      const status = () => allByRole(finder, 'status').map(textOf).join('|');
      const before = status();
      const noon = byRole(finder, 'button', 'Noon');
      noon.focus();
      await minuteAt(saturday(12, 45));
      expect(names(finder)).to.deep.equal(['Late', 'Noon']);
      expect(textOf(focused(finder) ?? document.createElement('p'))).to.equal('Noon');
      expect(status()).to.equal(before);
    });

    it('gives the focus to the heading over the list when the group’s row is no longer shown', async () => {
      const others = Array.from({ length: 30 }, (_, n) =>
        aGroup({ name: `Other ${n}`, meetings: [weekly('SU', '10:00')] }),
      );
      const { finder, minuteAt } = await openAt(NOW, { groups: [...groups(), ...others] });
      byRole(finder, 'button', 'Keep: Noon').focus();
      await minuteAt(saturday(12, 45));
      expect(names(finder)).to.not.include('Noon');
      expect(focused(finder)?.classList.contains('counted')).to.equal(true);
    });
  });

  describe('in a tab that sleeps', () => {
    const groups = () => [
      aGroup({ name: 'Noon', topics: ['Calm'], meetings: [weekly('SA', '11:45')] }),
      aGroup({ name: 'Tomorrow', topics: ['Calm'], meetings: [weekly('SU', '18:30')] }),
    ];
    const wakings: readonly [string, () => [EventTarget, Event]][] = [
      ['is looked at', () => [document, new Event('visibilitychange')]],
      ['has the focus', () => [window, new Event('focus')]],
      [
        'comes out of the browser’s cache',
        () => [window, new PageTransitionEvent('pageshow', { persisted: true })],
      ],
    ];

    for (const [what, waking] of wakings) {
      it(`is right at once when it ${what}, without waiting for the minute`, async () => {
        const { finder, sleepUntil, notice, timers, minuteAt } = await openAt(NOW, { groups: groups() });
        await search(finder, 'calm');
        window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        sleepUntil(saturday(32, 0));
        expect(textOf(rowOf(finder, 'Noon'))).to.contain('On now');
        await notice(...waking());
        expect(names(finder)).to.deep.equal(['Tomorrow', 'Noon']);
        expect(textOf(rowOf(finder, 'Tomorrow'))).to.contain('Tonight, 18:30');
        expect((byRole(finder, 'searchbox', en.searchLabel) as HTMLInputElement).value).to.equal('calm');
        // And the minutes go on from there, with one timer.
        expect(timers.due().filter((ms) => ms === MINUTE)).to.have.lengthOf(1);
        await minuteAt(saturday(42, 0));
        expect(textOf(rowOf(finder, 'Tomorrow'))).to.contain('Starts in 30 minutes');
      });
    }

    it('is right when only its timer comes, hours late', async () => {
      const { finder, minuteAt } = await openAt(NOW, { groups: groups() });
      await minuteAt(NOW + 72 * HOUR);
      expect(textOf(rowOf(finder, 'Noon'))).to.match(/28 November/);
      expect(textOf(rowOf(finder, 'Tomorrow'))).to.match(/29 November/);
      expect(queryByRole(finder, 'heading', en.emptyTitle)).to.equal(undefined);
    });

    it('is right when the device’s clock is set back', async () => {
      const { finder, minuteAt } = await openAt(NOW + 72 * HOUR, { groups: groups() });
      expect(names(finder)).to.deep.equal(['Noon', 'Tomorrow']);
      await minuteAt(NOW);
      expect(textOf(rowOf(finder, 'Noon'))).to.contain('On now, until 12:45');
    });
  });
});

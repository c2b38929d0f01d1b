import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { press } from '../../keys.js';
import { stubFetch } from '../../stub-fetch.js';
import { holdTimers } from '../../ui/a-host.js';
import {
  aCalendar,
  aWeek,
  cellOf,
  openerIn,
  openFilters,
  PHONE,
  placeCalendar,
  rowOf,
  type Setting,
  settled,
  tap,
  tapOn,
  tick,
  widen,
} from './a-calendar.js';

describe('what the calendar says aloud', () => {
  let timers: ReturnType<typeof holdTimers> | undefined;

  afterEach(() => {
    timers?.end();
    timers = undefined;
  });

  /** A calendar that has said what it says first, and a log of what it says from then on. */
  async function listenTo(setting: Setting = {}) {
    const calendar = await aCalendar({ groups: aWeek(), ...setting });
    const region = calendar.shadowRoot!.querySelector('[role=status]')!;
    // What it says at first comes half a second later by the real clock: asked for again, by the held one.
    const first = calendar.shadowRoot!.querySelector('[role=status]')!.textContent;
    if (!first)
      await new Promise<void>((resolve) => new MutationObserver(() => resolve()).observe(region, LOG));
    const held = holdTimers();
    timers = held;
    const heard: string[] = [];
    new MutationObserver(() => heard.push(textOf(region))).observe(region, LOG);
    return {
      calendar,
      first: textOf(region),
      /** Whatever is on its way to be said. */
      async said(): Promise<string[]> {
        await settled(calendar);
        held.run();
        await settled(calendar);
        return heard.splice(0);
      },
    };
  }

  const LOG = { childList: true, characterData: true, subtree: true };

  it('is, at first, the month and how many meetings are in it, cancelled ones left out', async () => {
    const { first, calendar } = await listenTo();
    expect(first).to.equal('November 2026: 23 meetings');
    expect(allByRole(calendar, 'status')).to.have.lengthOf(1);
  });

  it('is the month when another one is shown, once', async () => {
    const { calendar, said } = await listenTo();
    await tap(calendar, /^December/);
    expect(await said()).to.deep.equal(['December 2026: 27 meetings']);
    await tap(calendar, /^November/);
    expect(await said()).to.deep.equal(['November 2026: 23 meetings']);
  });

  it('is the last of several months that go by', async () => {
    const { calendar, said } = await listenTo();
    for (let n = 0; n < 3; n++) await tapOn(calendar, byRole(calendar, 'button', /: Next month$/));
    const heard = await said();
    expect(heard).to.have.lengthOf(1);
    expect(heard[0]).to.match(/^February 2027: \d+ meetings$/);
  });

  it('is the month when the arrows lead over its edge, and nothing while they stay in it', async () => {
    const { calendar, said } = await listenTo();
    cellOf(calendar, '2026-11-29').focus();
    await press('ArrowRight');
    expect(await said()).to.deep.equal([]);
    await press('ArrowRight');
    expect(await said()).to.deep.equal(['December 2026: 27 meetings']);
    await press('ArrowRight');
    expect(await said()).to.deep.equal([]);
  });

  it('is what is left when it is narrowed down, once', async () => {
    const { calendar, said } = await listenTo();
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    expect(await said()).to.deep.equal(['November 2026: 8 meetings']);
    await tick(calendar, /^Online/);
    expect(await said()).to.deep.equal(['November 2026: 4 meetings']);
    await tap(calendar, en.clearAll);
    expect(await said()).to.deep.equal(['November 2026: 23 meetings']);
  });

  it('is nothing when a day or a session is opened: the focus goes there', async () => {
    const { calendar, said } = await listenTo();
    await tapOn(calendar, cellOf(calendar, '2026-11-24'));
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    await tap(calendar, en.backToCalendar);
    expect(await said()).to.deep.equal([]);
  });

  it('is nothing when the width changes, the view does, or the same list comes again', async () => {
    const { calendar, said } = await listenTo();
    await widen(calendar, PHONE);
    calendar.view = 'month';
    expect(await said()).to.deep.equal([]);
    calendar.directory = { groups: aWeek() };
    await calendar.updateComplete;
    expect(await said()).to.deep.equal([]);
  });

  it('is nothing before the list is there', async () => {
    stubFetch(() => new Promise(() => {}));
    const calendar: MeetingCalendar = placeCalendar({ src: '/slow.json' });
    await calendar.updateComplete;
    expect(textOf(byRole(calendar, 'status'))).to.equal('');
  });
});

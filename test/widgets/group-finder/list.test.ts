import { expect } from '@open-wc/testing';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, aMeeting, at, DAY, HOUR, MINUTE, NOW, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { aFinder, names, openFilters, rowOf, said, tap, wake } from './a-finder.js';

const KITH = '/fixtures/kith-directory.json';

/** Saturday 21 November 2026 at that time in London. */
const saturday = (hour: number, minute = 0): number => NOW + (hour - 12) * HOUR + minute * MINUTE;

describe('the list of groups', () => {
  it('shows a Kith directory, soonest first, each with its next real date in words', async () => {
    const finder = await aFinder({ src: KITH });
    expect(names(finder)[0]).to.equal('Entre amigos');
    expect(textOf(rowOf(finder, 'Entre amigos'))).to.match(/Tomorrow, 18:00 to \d\d:\d\d/);
    expect(textOf(rowOf(finder, "Men's Walk and Talk"))).to.match(/Saturday,? 28 November, 10:00 to/);
    expect(said(finder)).to.match(/\d\d groups, soonest first/);
  });

  it('shows a spreadsheet saved as CSV', async () => {
    expectConsole('1 of 13 records');
    const finder = await aFinder({ src: '/fixtures/groups.csv' });
    expect(textOf(rowOf(finder, 'Night Owls Online'))).to.match(/Tomorrow, 23:00 to 00?:30/);
    expect(textOf(rowOf(finder, 'Tuesday Low Mood Group'))).to.match(/Tuesday,? 24 November, 18:30 to 20:00/);
    expect(textOf(rowOf(finder, 'After the Ward'))).to.contain('by arrangement');
  });

  it('shows a Meeting Guide feed of another country at the time of its own place', async () => {
    expectConsole('6 of 25 records');
    const finder = await aFinder({ src: '/fixtures/meeting-guide.json', country: '' });
    expect(said(finder)).to.match(/\d+ groups, soonest first/);
    expect(textOf(rowOf(finder, 'Morning Light'))).to.match(/Today, 8:30.AM to 9:30.AM/);
    expect(textOf(rowOf(finder, 'Mediodía'))).to.match(/Thursday, November 26, 12:30.PM/);
  });

  it('reads several listings as one and keeps what it can when one of them fails', async () => {
    expectConsole(/none\.json/);
    expectConsole('1 of 13 records');
    const finder = await aFinder({ src: `${KITH} /fixtures/groups.csv\n/fixtures/none.json` });
    const all = said(finder);
    expect(all).to.contain('Entre amigos');
    expect(all).to.contain('Night Owls Online');
    expect(all).to.contain('Some of the list could not be loaded.');
  });

  it('takes a directory at hand instead of an address', async () => {
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm', meetings: [weekly('SA', '18:30')] })] });
    expect(textOf(rowOf(finder, 'Calm'))).to.contain('Tonight, 18:30 to 19:30');
    expect(byRole(finder, 'heading', '1 group')).to.exist;
  });

  it('says that a session is on now and until when', async () => {
    const finder = await aFinder({ src: KITH, now: saturday(10, 5) });
    expect(names(finder)[0]).to.equal("Men's Walk and Talk");
    expect(textOf(rowOf(finder, "Men's Walk and Talk"))).to.match(/On now, until \d\d:\d\d/);
  });

  it('says when a session is about to start', async () => {
    const finder = await aFinder({ src: KITH, now: saturday(9, 40) });
    expect(textOf(rowOf(finder, "Men's Walk and Talk"))).to.contain('Starts in 20 minutes');
  });

  it('says that a session without an end has started, and counts no minutes down', async () => {
    const open = weekly('SA', '11:45');
    const { durationMinutes: _, ...endless } = open;
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm', meetings: [endless] })] });
    expect(textOf(rowOf(finder, 'Calm'))).to.contain('Started at 11:45');
  });

  it('says a cancelled session in words and shows the next one that takes place', async () => {
    const row = textOf(rowOf(await aFinder({ src: KITH }), 'Worry Less Together'));
    expect(row).to.match(/Tuesday,? 1 December, 18:30 to 20:00/);
    expect(row).to.match(/Tuesday,? 24 November: no meeting/);
    expect(row).to.contain('The library is closed for a staff day.');
  });

  it('says a moved session in words, with the day on which it was planned', async () => {
    const finder = await aFinder({ src: KITH, now: NOW + 19 * DAY });
    const row = textOf(rowOf(finder, 'Low Mood Circle'));
    expect(row).to.match(/Wednesday,? 16 December, 19:00 to 20:30/);
    expect(row).to.match(/Moved\. First planned: Tuesday,? 15 December/);
  });

  it('says another place for one session', async () => {
    const finder = await aFinder({ src: KITH, now: NOW + 12 * DAY });
    expect(textOf(rowOf(finder, 'Worry Less Together'))).to.contain('Something is different this time');
  });

  it('tells an online session in the visitor’s zone and in the group’s own', async () => {
    const finder = await aFinder({ src: KITH, zone: 'America/New_York' });
    const row = textOf(rowOf(finder, 'Entre amigos'));
    expect(row).to.match(/Tomorrow, 13:00 to/);
    expect(row).to.contain('18:00 in London, 13:00 your time');
  });

  it('keeps a session in a room at the time of that room, wherever the visitor is', async () => {
    const finder = await aFinder({ src: KITH, zone: 'America/New_York' });
    const row = textOf(rowOf(finder, "Men's Walk and Talk"));
    expect(row).to.match(/Saturday,? 28 November, 10:00 to/);
    expect(row).to.not.contain('your time');
  });

  it('says the year when a date is not of this one', async () => {
    const yearly = weekly('SA', '10:00', {
      start: '2026-02-07T10:00',
      rule: { frequency: 'YEARLY' },
    });
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm', meetings: [yearly] })] });
    expect(textOf(rowOf(finder, 'Calm'))).to.match(/Sunday,? 7 February,? 2027/);
  });

  it('lets people ask for the date where the listing tells none', async () => {
    const finder = await aFinder({
      groups: [
        aGroup({ name: 'Calm' }),
        aGroup({ name: 'Bold', meetings: [aMeeting({ text: 'Most Fridays' })] }),
        aGroup({
          name: 'Days',
          meetings: [aMeeting({ rule: { frequency: 'WEEKLY', byDay: [{ weekday: 'MO' }] } })],
        }),
        aGroup({ name: 'Day', meetings: [aMeeting({ text: '2026-12-01' })] }),
        aGroup({
          name: 'Over',
          meetings: [aMeeting({ start: '2020-01-06T18:30', rule: { frequency: 'WEEKLY', count: 3 } })],
        }),
      ],
    });
    expect(textOf(rowOf(finder, 'Days'))).to.contain('Every Monday');
    expect(textOf(rowOf(finder, 'Day'))).to.contain('1 December 2026');
    expect(textOf(rowOf(finder, 'Over'))).to.contain('Ask for the next date');
    expect(textOf(rowOf(finder, 'Calm'))).to.contain('Ask for the next date');
    expect(textOf(rowOf(finder, 'Bold'))).to.contain('Most Fridays');
  });

  it('asks people to ring before they go when an entry was not checked for long', async () => {
    const groups = [
      aGroup({ name: 'Old', lastChecked: '2026-06-02', contact: { phone: '0113 496 0100' } }),
      aGroup({ name: 'Fresh', lastChecked: '2026-11-02', contact: { phone: '0113 496 0101' } }),
      aGroup({ name: 'No number', lastChecked: '2026-06-02' }),
    ];
    const finder = await aFinder({ groups });
    expect(textOf(rowOf(finder, 'Old'))).to.contain('Last checked in June 2026. Ring before you go.');
    expect(textOf(rowOf(finder, 'Fresh'))).to.not.contain('Ring before you go');
    finder.setAttribute('stale-after', '7');
    await finder.updateComplete;
    expect(textOf(rowOf(finder, 'Fresh'))).to.contain('Ring before you go');
    expect(textOf(rowOf(finder, 'No number'))).to.match(/Last checked in June 2026\.(?! Ring)/);
  });

  it('says so when nobody knows when an entry was checked', async () => {
    const groups = [aGroup({ name: 'Calm' }), aGroup({ name: 'Bold', lastChecked: '2026-11-20' })];
    const finder = await aFinder({ directory: { groups } });
    expect(textOf(rowOf(finder, 'Calm'))).to.contain('We don’t know when this was last checked');
  });

  it('says it only in the opened group where the list tells it of none, since nobody reads what stands in every row', async () => {
    const finder = await aFinder({ directory: { groups: [aGroup({ name: 'Calm' }), aGroup()] } });
    expect(said(finder)).to.not.contain('We don’t know when');
    await tap(finder, 'Calm');
    expect(said(finder)).to.contain('We don’t know when this was last checked.');
  });

  it('shows twenty groups first, then twenty more with the focus on the first new one', async () => {
    const groups = Array.from({ length: 45 }, (_, n) =>
      aGroup({ name: `Circle ${String(n).padStart(2, '0')}` }),
    );
    const finder = await aFinder({ groups });
    expect(names(finder)).to.have.lengthOf(20);
    await tap(finder, 'Show 20 more');
    expect(names(finder)).to.have.lengthOf(40);
    expect(textOf(finder.shadowRoot!.activeElement!)).to.equal('Circle 20');
    await tap(finder, 'Show 5 more');
    expect(names(finder)).to.have.lengthOf(45);
    expect(queryByRole(finder, 'button', /^Show/)).to.equal(undefined);
  });

  it('hints at attributes that say nothing it can read, once each', async () => {
    for (const name of ['radius', 'stale-after', 'time-zone', 'source-time-zone', 'theme'])
      expectConsole(`<kith-group-finder ${name}>`);
    const finder = await aFinder({
      groups: [aGroup()],
      zone: 'Mars/Olympus',
      attributes: { radius: 'far', 'stale-after': 'soon', 'source-time-zone': 'Nowhere', theme: 'pink' },
    });
    expect(names(finder)).to.have.lengthOf(1);
  });
});

describe('the list while time passes', () => {
  /** Two groups: one on now until 12:45, one tonight. */
  const evening = () => [
    aGroup({ name: 'Noon', meetings: [weekly('SA', '11:45')] }),
    aGroup({ name: 'Late', meetings: [weekly('SA', '23:30', { venue: at(53.8, -1.5, { country: 'GB' }) })] }),
  ];

  it('moves a session that has ended to its next date', async () => {
    let now = NOW;
    const finder = await aFinder({ groups: evening(), now: () => now });
    expect(names(finder)).to.deep.equal(['Noon', 'Late']);
    expect(textOf(rowOf(finder, 'Noon'))).to.contain('On now, until 12:45');
    now = saturday(12, 45);
    await wake(finder);
    expect(names(finder)).to.deep.equal(['Late', 'Noon']);
    expect(textOf(rowOf(finder, 'Noon'))).to.match(/Saturday,? 28 November, 11:45/);
  });

  it('counts down to a start', async () => {
    let now = saturday(22, 45);
    const finder = await aFinder({ groups: evening(), now: () => now });
    expect(textOf(rowOf(finder, 'Late'))).to.contain('Starts in 45 minutes');
    now = saturday(23, 29);
    await wake(finder);
    expect(textOf(rowOf(finder, 'Late'))).to.contain('Starts in 1 minute');
    now = saturday(23, 30);
    await wake(finder);
    expect(textOf(rowOf(finder, 'Late'))).to.contain('On now, until');
  });

  it('says another day when the day turns', async () => {
    let now = saturday(23, 50);
    const group = aGroup({ name: 'Calm', meetings: [weekly('SU', '10:00')] });
    const finder = await aFinder({ groups: [group], now: () => now });
    expect(textOf(rowOf(finder, 'Calm'))).to.contain('Tomorrow, 10:00');
    now = saturday(24, 1);
    await wake(finder);
    expect(textOf(rowOf(finder, 'Calm'))).to.contain('Today, 10:00');
  });

  it('is right at once when a page comes back out of the browser’s cache', async () => {
    let now = NOW;
    const finder = await aFinder({ groups: evening(), now: () => now });
    now = NOW + 3 * DAY;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await finder.updateComplete;
    expect(textOf(rowOf(finder, 'Noon'))).to.match(/Saturday,? 28 November/);
  });

  it('keeps open filters and a typed word while the minutes pass', async () => {
    let now = NOW;
    const finder = await aFinder({ groups: [...evening(), aGroup({ name: 'Other' })], now: () => now });
    await openFilters(finder);
    now += MINUTE;
    await wake(finder);
    expect(byRole(finder, 'button', /^Filters/).getAttribute('aria-expanded')).to.equal('true');
  });

  it('tells at night, when nothing is on, who can be rung now, and what is next', async () => {
    const finder = await aFinder({ src: KITH, now: saturday(26, 0) });
    const text = said(finder);
    expect(text).to.contain('Nothing is meeting now.');
    expect(text).to.match(/Next: Tonight, 18:00/);
    expect(text.indexOf('Nothing is meeting now.')).to.be.below(text.indexOf('Entre amigos'));
    expect(text.indexOf('Open now')).to.be.within(0, text.indexOf('Entre amigos'));
  });

  it('tells by day, when nothing is on, what is next, and leaves the help lines below the list', async () => {
    const text = said(await aFinder({ src: KITH }));
    expect(text).to.contain('Nothing is meeting now.');
    expect(text.indexOf('Need someone to talk to now?')).to.be.above(text.indexOf('Entre amigos'));
  });
});

import { expect } from '@open-wc/testing';
import type { Directory } from '../../../src/domain/directory.js';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, DAY, NOW, weekly } from '../../domain/small-groups.js';
import { consoleLines, expectConsole } from '../../expect-console.js';
import { held, never, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
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
  openFilters,
  PHONE,
  partOf,
  placeCalendar,
  said,
  seenOn,
  settled,
  tap,
  tapOn,
  tick,
} from './a-calendar.js';

const CHILDREN = '<p class="own">Ring us: 0113 496 0100</p><p slot="empty" class="other">Come by.</p>';

/** A listing of groups that meet every Tuesday. */
const listing = (...of: string[]): Response =>
  Response.json({
    timeZone: 'Europe/London',
    groups: of.map((name) => ({
      name,
      topics: [name],
      meetings: [{ start: '2026-11-03T19:00', duration: 60, rrule: 'FREQ=WEEKLY' }],
    })),
  });

const shown = (calendar: Element, what: string): boolean => calendar.querySelector(what)!.checkVisibility();

/** Whether CSS sees the element in a state; undefined where a browser has no such states. */
function inState(calendar: Element, name: string): boolean | undefined {
  try {
    return calendar.matches(`:state(${name})`);
  } catch {
    return undefined;
  }
}

function expectState(calendar: Element, current: string): void {
  for (const name of ['loading', 'ready', 'empty', 'failed']) {
    const seen = inState(calendar, name);
    if (seen !== undefined) expect(seen, name).to.equal(name === current);
  }
}

/** What never goes away. */
function expectHelpAndExit(calendar: MeetingCalendar): void {
  expect(byRole(calendar, 'heading', en.helpTitle)).to.exist;
  expect(byRole(calendar, 'link', /^116 123$/)).to.exist;
  expect(byRole(calendar, 'button', en.exit)).to.exist;
}

describe('while a calendar is loading', () => {
  it('it says so, with the help line and the way out', async () => {
    stubFetch(never);
    const calendar = placeCalendar({ src: '/slow.json', children: CHILDREN });
    await calendar.updateComplete;
    expect(said(calendar)).to.contain(en.loading);
    expect(calendar.shadowRoot!.querySelector('[aria-busy=true]')).to.exist;
    expect(partOf(calendar, 'grid')).to.equal(null);
    expect(shown(calendar, '.own')).to.equal(false);
    expectHelpAndExit(calendar);
    expectState(calendar, 'loading');
  });

  it('it becomes ready when the answer comes, and its promises hold', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const calendar = placeCalendar({ src: '/groups.json', children: CHILDREN });
    let done = '';
    void calendar.ready.then(() => {
      done += 'ready ';
    });
    void calendar.filterable.then(() => {
      done += 'filterable ';
    });
    await calendar.updateComplete;
    expect(done).to.equal('');
    give(listing('Calm', 'Bold'));
    await calendar.filterable;
    expect(done).to.equal('ready filterable ');
    expect(partOf(calendar, 'grid')).to.exist;
    expect(byRole(calendar, 'button', /^Filters/)).to.exist;
    expectState(calendar, 'ready');
    expectHelpAndExit(calendar);
    expect(shown(calendar, '.own')).to.equal(false);
  });
});

describe('a calendar with nothing to show', () => {
  it('says that the list has no group, with other ways', async () => {
    stubFetch(() => Response.json({ groups: [] }));
    const calendar = await aCalendar({ src: '/groups.json', children: CHILDREN });
    expect(byRole(calendar, 'heading', en.emptyList)).to.exist;
    expect(shown(calendar, '.other')).to.equal(true);
    expectState(calendar, 'empty');
    expectHelpAndExit(calendar);
  });

  it('says that no date is known, keeps its months, and shows other ways', async () => {
    const calendar = await aCalendar({ groups: [aGroup({ name: 'Ask' })], children: CHILDREN });
    expect(said(calendar)).to.contain(en.noneAhead);
    expect(partOf(calendar, 'grid')).to.exist;
    expect(shown(calendar, '.other')).to.equal(true);
    expectState(calendar, 'empty');
    await tap(calendar, /: Previous month$/);
    expect(monthOf(calendar)).to.equal('October 2026');
    expectHelpAndExit(calendar);
  });

  it('shows what is over in the months before', async () => {
    const over = aGroup({
      name: 'Over',
      meetings: [
        weekly('TU', '10:00', {
          start: '2026-10-06T10:00',
          rule: { frequency: 'WEEKLY', until: '2026-10-20T10:00' },
        }),
      ],
    });
    const calendar = await aCalendar({ groups: [over] });
    expectState(calendar, 'empty');
    await tap(calendar, /: Previous month$/);
    expect(seenOn(calendar, '2026-10-13')).to.contain('Over');
  });

  it('is ready where something comes, however far ahead', async () => {
    const far = aGroup({ meetings: [weekly('TU', '10:00', { start: '2027-10-05T10:00' })] });
    expectState(await aCalendar({ groups: [far] }), 'ready');
  });
});

describe('a calendar that cannot be loaded', () => {
  const cases: readonly [string, () => Response | Promise<Response>, string, RegExp][] = [
    ['there is nothing at the address', () => new Response('', { status: 404 }), en.failedList, /status 404/],
    ['the server has a fault', () => new Response('', { status: 500 }), en.failedUnreachable, /status 500/],
    [
      'a web page comes instead',
      () => new Response('<!doctype html><p>Sign in'),
      en.failedList,
      /web page instead of a list/,
    ],
    [
      'the server cannot be reached',
      () => Promise.reject(new TypeError('x')),
      en.failedUnreachable,
      /could not be reached/,
    ],
    ['every record is unusable', () => Response.json({ groups: [1, 2] }), en.failedList, /src/],
  ];

  for (const [what, answer, sentence, hint] of cases)
    it(`says it kindly and keeps help, way out and the page’s own children when ${what}`, async () => {
      expectConsole(hint);
      stubFetch(answer);
      const calendar = placeCalendar({ src: '/groups.json', children: CHILDREN });
      await calendar.ready;
      await calendar.filterable;
      expect(byRole(calendar, 'heading', en.failedTitle)).to.exist;
      expect(said(calendar)).to.contain(sentence);
      expect(shown(calendar, '.own')).to.equal(true);
      expect(partOf(calendar, 'grid')).to.equal(null);
      expectState(calendar, 'failed');
      expectHelpAndExit(calendar);
    });

  it('says that the device is offline only when it is', async () => {
    expectConsole('the device is offline');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    stubFetch(() => Promise.reject(new TypeError('x')));
    try {
      const calendar = placeCalendar({ src: '/groups.json' });
      await calendar.ready;
      expect(said(calendar)).to.contain(en.failedOffline);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('says that its address is missing, and takes one later', async () => {
    expectConsole('<kith-meeting-calendar src>: is missing');
    const calendar = placeCalendar({ children: CHILDREN });
    await calendar.ready;
    expect(shown(calendar, '.own')).to.equal(true);
    stubFetch(() => listing('Calm'));
    calendar.src = '/groups.json';
    await calendar.ready;
    expectState(calendar, 'ready');
  });

  it('can be tried again, and leads to the calendar when it comes', async () => {
    expectConsole(/status 500/);
    let times = 0;
    stubFetch(() => (times++ === 0 ? new Response('', { status: 500 }) : listing('Calm')));
    const calendar = placeCalendar({ src: '/groups.json' });
    await calendar.ready;
    byRole(calendar, 'button', en.tryAgain).focus();
    await tap(calendar, en.tryAgain);
    await calendar.filterable;
    await waitUntil(() => focused(calendar), 'the focus leads to the calendar');
    expect(focused(calendar)?.part.contains('month-name')).to.equal(true);
    expectState(calendar, 'ready');
  });

  it('gives the focus to the bad news when another try fails, too', async () => {
    expectConsole(/status 500/);
    stubFetch(() => new Response('', { status: 500 }));
    const calendar = placeCalendar({ src: '/groups.json' });
    await calendar.ready;
    byRole(calendar, 'button', en.tryAgain).focus();
    await tap(calendar, en.tryAgain);
    await calendar.ready;
    await waitUntil(() => focused(calendar)?.tagName === 'H3', 'the focus leads to the heading');
  });

  it('offers the page’s own list where it names one', async () => {
    expectConsole(/status 404/);
    stubFetch(() => new Response('', { status: 404 }));
    const calendar = placeCalendar({ src: '/groups.json', attributes: { 'page-url': '/our-groups' } });
    await calendar.ready;
    expect(byRole(calendar, 'link', en.ownPage).getAttribute('href')).to.equal('/our-groups');
  });
});

describe('a calendar of which a part is missing or old', () => {
  it('says that some of the list could not be loaded', async () => {
    expectConsole(/status 404/);
    stubFetch((url) => (url.pathname === '/two.json' ? new Response('', { status: 404 }) : listing('Calm')));
    const calendar = await aCalendar({ src: '/one.json /two.json', width: PHONE });
    expect(said(calendar)).to.contain(en.partlyLoaded);
    expect(names(calendar)).to.include('Calm');
    expectState(calendar, 'ready');
  });

  it('stays when it cannot be brought up to date, and says so until it can', async () => {
    stubFetch(() => listing('Calm'));
    const calendar = await aCalendar({ src: '/groups.json', width: PHONE });
    expectConsole('status 503');
    stubFetch(() => new Response('', { status: 503 }));
    await calendar.reload();
    expect(names(calendar)).to.include('Calm');
    expect(said(calendar)).to.contain(en.notRenewed);
    stubFetch(() => listing('Calm', 'Bold'));
    await calendar.reload();
    expect(names(calendar)).to.include('Bold');
    expect(said(calendar)).to.not.contain(en.notRenewed);
  });

  it('goes when another list takes its place and cannot be loaded', async () => {
    stubFetch(() => listing('Calm'));
    const calendar = await aCalendar({ src: '/groups.json' });
    expectConsole('status 404');
    stubFetch(() => new Response('', { status: 404 }));
    calendar.src = '/other.json';
    await calendar.ready;
    expect(partOf(calendar, 'grid')).to.equal(null);
    expect(byRole(calendar, 'button', en.tryAgain)).to.exist;
  });

  const checked = (daysAgo: number): Directory => ({
    groups: aWeek(),
    lastChecked: new Date(NOW - daysAgo * DAY).toISOString().slice(0, 10),
  });
  const notice = (calendar: MeetingCalendar): string =>
    [...calendar.shadowRoot!.querySelectorAll('p.notice')].map(textOf).join();

  const copied = (daysAgo: number): Directory => ({
    ...checked(1),
    copiedOn: new Date(NOW - daysAgo * DAY).toISOString().slice(0, 10),
  });

  it('says above everything that a copy was not renewed for more than two days', async () => {
    const fresh = await aCalendar({ directory: copied(2) });
    expect(notice(fresh)).to.equal('');
    expect(said(fresh)).to.contain('Dates updated 2 days ago.');
    const old = await aCalendar({ directory: copied(3) });
    expect(notice(old)).to.equal('These dates were last updated 3 days ago. Please check before you go.');
    expect(said(old)).not.to.contain(en.noChanges);
  });

  it('shows the page’s own children where its attributes leave no group', async () => {
    expectConsole('no group of the list has the topic');
    const calendar = await aCalendar({ directory: { groups: aWeek() }, attributes: { topic: 'moon' } });
    expect(said(calendar)).not.to.contain(en.emptyList);
    expect(said(calendar)).to.contain(en.noneAhead);
    expect(calendar.shadowRoot!.querySelector('slot:not([name])')).to.exist;
  });

  it('says quietly, below, when its dates were updated', async () => {
    const calendar = await aCalendar({ directory: checked(3) });
    expect(said(calendar)).to.contain('Dates updated 3 days ago.');
    expect(said(calendar).indexOf('Dates updated')).to.be.above(said(calendar).indexOf('November 2026'));
    expect(notice(calendar)).to.equal('');
  });

  for (const [after, days, isOld] of [
    ['', 30, false],
    ['', 31, true],
    ['7', 7, false],
    ['7', 8, true],
  ] as const)
    it(`says ${isOld ? 'above everything that they are old' : 'nothing more'} after ${days} days with stale-after="${after}"`, async () => {
      const calendar = await aCalendar({
        directory: checked(days),
        attributes: after ? { 'stale-after': after } : {},
      });
      expect(notice(calendar)).to.match(
        isOld ? /^These dates were last updated .* ago\. Please check before you go\.$/ : /^$/,
      );
      expect(said(calendar).includes('Dates updated')).to.equal(!isOld);
      if (isOld)
        expect(said(calendar).indexOf('Please check before you go')).to.be.below(
          said(calendar).indexOf('Open House'),
        );
    });

  it('says nothing of its age where the list does not, or says a day to come', async () => {
    for (const directory of [{ groups: aWeek() }, checked(-2)])
      expect(said(await aCalendar({ directory }))).to.not.match(/updated/);
  });
});

describe('loading a calendar again', () => {
  it('keeps the calendar in sight until the new one is there', async () => {
    stubFetch(() => listing('Calm'));
    const calendar = await aCalendar({ src: '/groups.json', width: PHONE });
    const { answer, give } = held();
    stubFetch(answer);
    const reloaded = calendar.reload();
    await calendar.updateComplete;
    expect(names(calendar)).to.include('Calm');
    give(listing('Calm', 'Bold'));
    await reloaded;
    expect(names(calendar)).to.include('Bold');
  });

  it('keeps month, day, view, filters and the focus', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await tap(calendar, en.asList);
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    await tapOn(calendar, cellOf(calendar, '2026-11-24'));
    cellOf(calendar, '2026-11-24').focus();
    await calendar.reload();
    expect(headings(calendar)[0]).to.match(/^Tuesday,? 24 November$/);
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold', 'Garden']));
    expect(focused(calendar)?.dataset['date']).to.equal('2026-11-24');
    expect(byRole(calendar, 'checkbox', /^Grief/)).to.exist;
  });

  it('keeps what was chosen through a list that fails and another try', async () => {
    expectConsole(/status 500/);
    let broken = false;
    stubFetch(() => (broken ? new Response('', { status: 500 }) : listing('Calm', 'Bold')));
    const calendar = await aCalendar({ src: '/groups.json', width: PHONE });
    await tap(calendar, /: Next month$/);
    broken = true;
    calendar.src = '/moved.json';
    await calendar.ready;
    expectHelpAndExit(calendar);
    broken = false;
    await tap(calendar, en.tryAgain);
    await calendar.filterable;
    await settled(calendar);
    expect(monthOf(calendar)).to.equal('December 2026');
  });

  it('tells when it is ready, once for each load, with what was kept and left out', async () => {
    expectConsole('1 of 3 records');
    stubFetch(() => Response.json({ groups: [{ name: 'Calm' }, 5, { name: 'Bold' }] }));
    const calendar = makeCalendar({ src: '/groups.json' });
    const told: Event[] = [];
    calendar.addEventListener('kith-ready', (event) => told.push(event));
    aBox().append(calendar);
    await calendar.filterable;
    await calendar.reload();
    expect(told).to.have.lengthOf(2);
    for (const event of told) expect(event).to.include({ groups: 2, kept: 2, leftOut: 1 });
  });

  it('tells the page in an event what to mend', async () => {
    expectConsole(/status 404/);
    stubFetch(() => new Response('', { status: 404 }));
    const calendar = makeCalendar({ src: '/groups.json' });
    const told: Event[] = [];
    calendar.addEventListener('kith-problem', (event) => told.push(event));
    aBox().append(calendar);
    await calendar.ready;
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.include({ kind: 'not-found' });
    expect(consoleLines()).to.have.lengthOf(1);
  });
});

describe('what the page puts into a calendar', () => {
  it('stands in its slots: title, help, footer', async () => {
    const calendar = await aCalendar({
      groups: aWeek(),
      children: '<h2 slot="title">Our evenings</h2><p slot="help">Ring us</p><p slot="footer">Thanks</p>',
    });
    for (const child of calendar.children) expect(child.checkVisibility(), child.slot).to.equal(true);
    expect(queryByRole(calendar, 'heading', en.calendarTitle)).to.equal(undefined);
  });

  it('is gone with the element when the page says `hidden`', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    calendar.hidden = true;
    expect(getComputedStyle(calendar).display).to.equal('none');
  });

  it('may be strings of its own, one by one', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    calendar.strings = { calendarTitle: 'Our evenings', cancelled: 'Off' };
    await calendar.updateComplete;
    expect(byRole(calendar, 'heading', 'Our evenings')).to.exist;
    expect(seenOn(calendar, '2026-11-23')).to.contain('Off Calm');
    expect(byRole(calendar, 'button', 'Filters')).to.exist;
  });
});

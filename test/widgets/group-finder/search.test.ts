import { expect } from '@open-wc/testing';
import { FAMILY } from '../../../src/domain/group.js';
import { en } from '../../../src/i18n/en.js';
import { allByRole, byRole, nameOf, queryByRole, textOf } from '../../by-role.js';
import { aGroup, at, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { waitUntil } from '../../wait-until.js';
import {
  aFinder,
  focused,
  names,
  openFilters,
  rowOf,
  said,
  search,
  tap,
  tick,
  typePlace,
} from './a-finder.js';

const LEEDS = { venue: at(53.7986, -1.5262, { locality: 'Leeds', postalCode: 'LS9 4ZZ', name: 'Library' }) };
const BRADFORD = { venue: at(53.7969, -1.7512, { locality: 'Bradford', postalCode: 'BD1 4ZZ' }) };
const ONLINE = { attendance: 'online' as const };

/** Five groups that differ in everything that one can choose. */
const five = () => [
  aGroup({
    id: 'worry',
    name: 'Worry Less',
    topics: ['Anxiety'],
    audience: ['Adults'],
    languages: ['en'],
    leadership: 'peers',
    joining: 'drop-in',
    meetings: [weekly('TU', '18:30', { ...LEEDS, access: ['Step-free', 'Hearing loop'] })],
  }),
  aGroup({
    id: 'mood',
    name: 'Low Mood Circle',
    summary: 'For people who feel low. Some call it melancholy.',
    topics: ['Depression'],
    audience: ['Adults'],
    languages: ['en'],
    leadership: 'both',
    joining: 'book',
    meetings: [weekly('WE', '10:00', { ...BRADFORD, access: ['Step-free'] })],
  }),
  aGroup({
    id: 'owls',
    name: 'Night Owls',
    topics: ['Insomnia', 'Anxiety'],
    languages: ['en'],
    meetings: [weekly('SA', '13:30', ONLINE)],
  }),
  aGroup({
    id: 'amigos',
    name: 'Entre amigos',
    topics: ['Migración'],
    languages: ['es'],
    meetings: [weekly('SU', '18:00', ONLINE)],
  }),
  aGroup({
    id: 'carers',
    name: 'Carers Evening',
    topics: ['Caring'],
    audience: [FAMILY],
    languages: ['en'],
    meetings: [weekly('TH', '19:00', { ...LEEDS, access: ['Hearing loop'] })],
  }),
];

describe('searching', () => {
  it('finds groups while a visitor types, and marks the words', async () => {
    const finder = await aFinder({ groups: five() });
    await search(finder, 'anx');
    expect(names(finder)).to.deep.equal(['Night Owls', 'Worry Less']);
    const marks = [...rowOf(finder, 'Worry Less').querySelectorAll('mark')].map(textOf);
    expect(marks.length).to.be.at.least(1);
    for (const mark of marks) expect(mark.toLowerCase()).to.match(/^anx/);
    await search(finder, '');
    expect(names(finder)).to.have.lengthOf(5);
    expect(finder.shadowRoot!.querySelector('mark')).to.equal(null);
  });

  it('forgives one typing error in a long word', async () => {
    const finder = await aFinder({ groups: five() });
    await search(finder, 'depresion');
    expect(names(finder)).to.deep.equal(['Low Mood Circle']);
  });

  it('takes no notice of case and accents', async () => {
    const finder = await aFinder({ groups: five() });
    await search(finder, 'MIGRACION');
    expect(names(finder)).to.deep.equal(['Entre amigos']);
  });

  it('shows the sentence that fits when the row itself does not say the word', async () => {
    const finder = await aFinder({ groups: five() });
    await search(finder, 'melancholy');
    const row = rowOf(finder, 'Low Mood Circle');
    expect(textOf(row)).to.contain('melancholy');
    expect([...row.querySelectorAll('mark')].map(textOf)).to.include('melancholy');
  });

  it('finds a group by a language that people speak there', async () => {
    const finder = await aFinder({ groups: five() });
    await search(finder, 'Spanish');
    expect(names(finder)).to.deep.equal(['Entre amigos']);
  });

  it('keeps the field and its focus while the list changes', async () => {
    const finder = await aFinder({ groups: five() });
    const field = byRole(finder, 'searchbox', en.searchLabel);
    await search(finder, 'anx');
    expect(byRole(finder, 'searchbox', en.searchLabel)).to.equal(field);
    expect(focused(finder)).to.equal(field);
  });

  it('does not send the form when Enter is pressed', async () => {
    const finder = await aFinder({ groups: five() });
    const address = location.href;
    finder.shadowRoot?.querySelector('form')?.requestSubmit();
    expect(location.href).to.equal(address);
  });
});

describe('filters', () => {
  it('open and close with one button, which says so', async () => {
    const finder = await aFinder({ groups: five() });
    const button = byRole(finder, 'button', /^Filters/);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    await openFilters(finder);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(finder.shadowRoot!.getElementById(button.getAttribute('aria-controls')!)).to.exist;
    await tap(finder, /^Filters/);
    expect(queryByRole(finder, 'checkbox')).to.equal(undefined);
  });

  it('stand in groups with a name, each choice with the number of groups that it brings', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    const legends = allByRole(finder, 'group').map(nameOf);
    for (const legend of [en.facetDay, en.facetTopic, en.facetAttendance, en.facetAccess, en.facetLanguage])
      expect(legends).to.include(legend);
    const topics = byRole(finder, 'group', en.facetTopic);
    expect(allByRole(topics, 'checkbox').map(nameOf)).to.include.members(['Anxiety 2', 'Depression 1']);
    const days = byRole(finder, 'group', en.facetDay);
    expect(allByRole(days, 'checkbox').map((day) => nameOf(day).split(' ')[0])).to.deep.equal(
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].filter(
        (day) => allByRole(days, 'checkbox', new RegExp(`^${day}`)).length > 0,
      ),
    );
  });

  it('bring as many groups as the number beside a choice says', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    for (const label of allByRole(finder, 'checkbox').map(nameOf)) {
      const count = Number(/(\d+)$/.exec(label)?.[1]);
      const choice = new RegExp(`^${label.replace(/\d+$/, '').trim()} \\d+$`);
      await tick(finder, choice);
      expect(names(finder), label).to.have.lengthOf(count);
      await tick(finder, choice);
    }
  });

  it('narrow the list at once, and count anew', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    await tick(finder, /^Online/);
    expect(names(finder)).to.deep.equal(['Night Owls', 'Entre amigos']);
    expect(nameOf(byRole(finder, 'checkbox', /^Anxiety/))).to.equal('Anxiety 1');
    expect(byRole(finder, 'button', 'Show 2 groups')).to.exist;
  });

  it('widen within one question: any of several choices will do', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    await tick(finder, /^Tuesday/);
    await tick(finder, /^Wednesday/);
    expect(names(finder)).to.have.members(['Worry Less', 'Low Mood Circle']);
  });

  it('ask for all of several kinds of access', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    await tick(finder, /^Step-free/);
    await tick(finder, /^Hearing loop/);
    expect(names(finder)).to.deep.equal(['Worry Less']);
  });

  it('stand as chips that take a choice back, and the focus stays among them', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    await tick(finder, /^Anxiety/);
    await tick(finder, /^Online/);
    expect(names(finder)).to.deep.equal(['Night Owls']);
    await tap(finder, 'Show 1 group');
    expect(focused(finder)).to.equal(byRole(finder, 'button', /^Filters, 2 chosen/));
    await tap(finder, 'Remove: Anxiety');
    expect(names(finder)).to.deep.equal(['Night Owls', 'Entre amigos']);
    expect(focused(finder)).to.not.equal(null);
    await tap(finder, 'Remove: Online');
    expect(names(finder)).to.have.lengthOf(5);
  });

  it('are cleared all at once, with words and place', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    await tick(finder, /^Anxiety/);
    await tick(finder, /^Online/);
    await tap(finder, 'Show 1 group');
    await search(finder, 'owl');
    await tap(finder, en.clearAll);
    expect(names(finder)).to.have.lengthOf(5);
    expect((byRole(finder, 'searchbox', en.searchLabel) as HTMLInputElement).value).to.equal('');
    expect(focused(finder)).to.equal(byRole(finder, 'searchbox', en.searchLabel));
  });

  it('show the first choices of a long question and the rest on demand', async () => {
    const groups = Array.from({ length: 30 }, (_, n) =>
      aGroup({ topics: [`Topic ${String.fromCharCode(65 + (n % 15))}`] }),
    );
    const finder = await aFinder({ groups });
    await openFilters(finder);
    expect(allByRole(finder, 'checkbox', /^Topic/)).to.have.lengthOf(8);
    await tap(finder, '7 more: Topic');
    expect(allByRole(finder, 'checkbox', /^Topic/)).to.have.lengthOf(15);
    expect(focused(finder)).to.equal(allByRole(finder, 'checkbox', /^Topic/)[8]);
  });
});

describe('near', () => {
  it('suggests the places of the list while a visitor types one', async () => {
    const finder = await aFinder({ groups: five() });
    await typePlace(finder, 'lee');
    const suggestions = byRole(finder, 'list', en.placeSuggestions);
    expect(allByRole(suggestions, 'button').map(textOf)).to.include('Leeds');
  });

  it('puts what is near first, with distances, and online groups under a heading of their own', async () => {
    const finder = await aFinder({ groups: five() });
    await typePlace(finder, 'Bradford');
    await tap(finder, 'Bradford');
    expect(byRole(finder, 'heading', 'Near Bradford')).to.exist;
    expect(names(finder).slice(0, 3)).to.deep.equal(['Low Mood Circle', 'Worry Less', 'Carers Evening']);
    expect(textOf(rowOf(finder, 'Worry Less'))).to.match(/9\.\d miles away/);
    const all = said(finder);
    expect(all.indexOf(en.onlineHeading)).to.be.within(
      all.indexOf('Carers Evening'),
      all.indexOf('Night Owls'),
    );
    expect(focused(finder)).to.equal(byRole(finder, 'searchbox', en.nearLabel));
  });

  it('takes the first suggestion when Enter is pressed', async () => {
    const finder = await aFinder({ groups: five() });
    await typePlace(finder, 'BD1');
    finder.shadowRoot?.querySelector('form')?.requestSubmit();
    await finder.updateComplete;
    expect(byRole(finder, 'heading', /^Near BD1/)).to.exist;
  });

  it('says when no group of the list meets in a place', async () => {
    const finder = await aFinder({ groups: five() });
    await typePlace(finder, 'Plymouth');
    expect(said(finder)).to.contain('No group in this list meets in “Plymouth”.');
  });

  it('begins near the place that the page names, within its radius', async () => {
    const finder = await aFinder({ groups: five(), attributes: { near: 'Leeds', radius: '5 km' } });
    expect(byRole(finder, 'heading', 'Near Leeds')).to.exist;
    expect(names(finder)).to.not.include('Low Mood Circle');
    expect(names(finder)).to.include('Night Owls');
  });

  it('hints at a place that the list does not know', async () => {
    expectConsole('<kith-group-finder near>: no group of the list meets in "Atlantis"');
    expect(names(await aFinder({ groups: five(), attributes: { near: 'Atlantis' } }))).to.have.lengthOf(5);
  });

  for (const [near, online] of [
    [30, 50],
    [25, 12],
    [15, 50],
    [45, 0],
    [20, 11],
  ] as const) {
    it(`brings as many rows as "Show more" says, up to the last: ${near} near, ${online} online`, async () => {
      const groups = [
        ...Array.from({ length: near }, () => aGroup({ meetings: [weekly('TU', '18:30', LEEDS)] })),
        ...Array.from({ length: online }, () => aGroup({ meetings: [weekly('WE', '18:30', ONLINE)] })),
      ];
      const finder = await aFinder({ groups, attributes: { near: 'Leeds' } });
      const more = () => queryByRole(finder, 'button', /^Show \d+ more/);
      for (let button = more(); button; button = more()) {
        const before = names(finder);
        const said = Number(/\d+/.exec(textOf(button))?.[0]);
        await tap(finder, textOf(button));
        expect(names(finder)).to.have.lengthOf(before.length + said);
        const first = names(finder).find((name) => !before.includes(name));
        expect(textOf(focused(finder) as Element)).to.equal(first);
      }
      expect(names(finder)).to.have.lengthOf(near + online);
    });
  }

  it('offers no field for places where the list names none', async () => {
    const finder = await aFinder({ groups: [aGroup({ meetings: [weekly('MO', '10:00', ONLINE)] })] });
    expect(queryByRole(finder, 'searchbox', en.nearLabel)).to.equal(undefined);
  });
});

describe('near me', () => {
  const here = Object.getOwnPropertyDescriptor(navigator, 'geolocation');
  let asked: PositionOptions[] = [];

  function stubPlace(answer: (found: PositionCallback, failed: PositionErrorCallback) => void): void {
    asked = [];
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: {
        getCurrentPosition(found: PositionCallback, failed: PositionErrorCallback, options: PositionOptions) {
          asked.push(options);
          answer(found, failed);
        },
      },
    });
  }

  afterEach(() => {
    if (here) Object.defineProperty(navigator, 'geolocation', here);
    else Reflect.deleteProperty(navigator, 'geolocation');
  });

  it('asks the device on a tap only, roughly, and puts what is near first', async () => {
    stubPlace((found) =>
      found({ coords: { latitude: 53.79691234, longitude: -1.75121234 } } as GeolocationPosition),
    );
    const finder = await aFinder({ groups: five() });
    expect(asked).to.deep.equal([]);
    await tap(finder, new RegExp(`^${en.stepNearMe}`));
    expect(asked.map(({ enableHighAccuracy }) => enableHighAccuracy)).to.deep.equal([false]);
    expect(byRole(finder, 'heading', 'Near you')).to.exist;
    expect(names(finder)[0]).to.equal('Low Mood Circle');
  });

  it('measures from a rounded place', async () => {
    const distances = new Set<string>();
    for (const latitude of [53.7961, 53.8039]) {
      stubPlace((found) => found({ coords: { latitude, longitude: -1.5262 } } as GeolocationPosition));
      const finder = await aFinder({ groups: five() });
      await tap(finder, new RegExp(`^${en.stepNearMe}`));
      distances.add(textOf(rowOf(finder, 'Worry Less')));
    }
    expect(distances.size).to.equal(1);
  });

  it('says it kindly when the device refuses, and leads to the field', async () => {
    stubPlace((_found, failed) => failed({ code: 1 } as GeolocationPositionError));
    const finder = await aFinder({ groups: five() });
    await tap(finder, new RegExp(`^${en.stepNearMe}`));
    expect(said(finder)).to.contain(en.locationRefused);
    expect(focused(finder)).to.equal(byRole(finder, 'searchbox', en.nearLabel));
    expect(names(finder)).to.have.lengthOf(5);
  });

  it('says that it is looking, and does not wait with the list', async () => {
    stubPlace(() => {});
    const finder = await aFinder({ groups: five() });
    await tap(finder, new RegExp(`^${en.stepNearMe}`));
    expect(said(finder)).to.contain(en.locating);
    expect(names(finder)).to.have.lengthOf(5);
  });
});

describe('first steps', () => {
  it('lead to what is starting soon online', async () => {
    const finder = await aFinder({ groups: five() });
    const step = byRole(finder, 'button', /^Starting soon, online/);
    expect(textOf(step)).to.match(/next:? Today, 13:30/i);
    await tap(finder, /^Starting soon, online/);
    expect(names(finder)).to.deep.equal(['Night Owls']);
    expect(byRole(finder, 'button', 'Remove: Starting soon')).to.exist;
    expect(focused(finder)?.tagName).to.match(/^H\d$/);
  });

  it('lead to this week', async () => {
    const finder = await aFinder({
      groups: [
        ...five(),
        aGroup({ name: 'Far', meetings: [weekly('MO', '10:00', { start: '2027-01-04T10:00' })] }),
      ],
    });
    await tap(finder, /^Any day this week/);
    expect(names(finder)).to.have.lengthOf(5);
    expect(byRole(finder, 'button', 'Remove: This week')).to.exist;
  });

  it('have a door for family and friends', async () => {
    const finder = await aFinder({ groups: five() });
    await tap(finder, /^I am looking for someone else/);
    expect(names(finder)).to.deep.equal(['Carers Evening']);
    expect(byRole(finder, 'button', `Remove: ${en.family}`)).to.exist;
  });

  it('go away once something is searched, and come back afterwards', async () => {
    const finder = await aFinder({ groups: five() });
    await search(finder, 'a');
    expect(queryByRole(finder, 'button', /^Any day this week/)).to.equal(undefined);
    await search(finder, '');
    expect(byRole(finder, 'button', /^Any day this week/)).to.exist;
  });

  it('do not stand there where the list has nothing for them', async () => {
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm' }), aGroup({ name: 'Bold' })] });
    for (const step of [/^Starting soon/, /^Near me/, /^Any day/, /^I am looking/])
      expect(queryByRole(finder, 'button', step)).to.equal(undefined);
  });
});

describe('when nothing fits', () => {
  it('says so, offers ways out with what they bring, the most helpful first', async () => {
    const finder = await aFinder({ groups: five() });
    await openFilters(finder);
    await tick(finder, /^Online/);
    await tap(finder, 'Show 2 groups');
    await search(finder, 'bradford');
    expect(byRole(finder, 'heading', en.emptyTitle)).to.exist;
    const ways = allByRole(finder, 'button', /^Leave out/).map(nameOf);
    expect(ways).to.deep.equal(['Leave out “your words” (2)', 'Leave out “Online” (1)']);
    expect(said(finder)).to.contain('Without “your words” there are 2 groups.');
    await tap(finder, 'Leave out “Online” (1)');
    expect(names(finder)).to.deep.equal(['Low Mood Circle']);
    expect(focused(finder)?.tagName).to.match(/^H\d$/);
  });

  it('shows all groups again on demand', async () => {
    const finder = await aFinder({ groups: five() });
    await search(finder, 'zzzzzz');
    await tap(finder, en.showAll);
    expect(names(finder)).to.have.lengthOf(5);
  });

  it('shows the clinic’s own other ways', async () => {
    const finder = await aFinder({
      groups: five(),
      children: '<p slot="empty">Our nurse: 0113 496 0100</p>',
    });
    const own = finder.querySelector('p')!;
    expect(own.assignedSlot).to.equal(null);
    await search(finder, 'zzzzzz');
    expect(own.assignedSlot).to.not.equal(null);
  });
});

describe('the live region', () => {
  it('says a result once, after the typing has come to rest', async () => {
    const finder = await aFinder({ groups: five() });
    const region = byRole(finder, 'status');
    await waitUntil(() => textOf(region) === '5 groups', 'the list is announced');
    const told: string[] = [];
    const watch = new MutationObserver(() => told.push(textOf(region)));
    watch.observe(region, { childList: true, characterData: true, subtree: true });
    for (const words of ['a', 'an', 'anx', 'anxi']) await search(finder, words);
    await waitUntil(() => told.length > 0, 'the result is announced');
    expect(told).to.deep.equal(['2 groups']);
    await search(finder, 'zzzzzz');
    await waitUntil(() => told.length > 1, 'that nothing fits is announced');
    watch.disconnect();
    expect(told).to.deep.equal(['2 groups', en.foundNone]);
  });

  it('is the only one', async () => {
    const finder = await aFinder({ groups: five() });
    await typePlace(finder, 'Plymouth');
    expect(finder.shadowRoot!.querySelectorAll('[role=status], [role=alert], [aria-live]')).to.have.lengthOf(
      1,
    );
  });
});

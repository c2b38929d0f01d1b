import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { PARTS_OF_DAY, partOfDay } from '../../src/domain/agenda.js';
import type { FacetKey, Filters } from '../../src/domain/facets.js';
import type { Group } from '../../src/domain/group.js';
import { SESSION_FACETS, SessionFacets } from '../../src/domain/session-facets.js';
import { isOn, Programme, type Session } from '../../src/domain/sessions.js';
import { aGroup, aMeeting, LONDON, weekly } from './small-groups.js';

const FIRST = '2026-11-23';
const LAST = '2026-11-29';
const week = (groups: readonly Group[]) => new Programme(groups, LONDON).between(FIRST, LAST);

function choices(groups: readonly Group[], filters: Filters = {}) {
  const { facets } = new SessionFacets(groups).narrow(week(groups), filters);
  return (key: FacetKey): readonly string[] | undefined =>
    facets
      .find((facet) => facet.key === key)
      ?.choices.map(({ value, count, chosen }) => `${value} ${count}${chosen ? ' chosen' : ''}`);
}
const names = (groups: readonly Group[], filters: Filters): readonly string[] =>
  new SessionFacets(groups)
    .narrow(week(groups), filters)
    .sessions.map(({ group, date }) => `${group.name} ${date.slice(8)}`);

const groups = [
  aGroup({
    name: 'Calm',
    topics: ['Grief', 'Anxiety'],
    languages: ['en'],
    meetings: [weekly('TU', '10:00'), weekly('TH', '18:30', { attendance: 'online' })],
  }),
  aGroup({ name: 'Bold', topics: ['anxiety'], languages: ['es'], meetings: [weekly('TU', '18:30')] }),
];

describe('what a calendar can be narrowed by', () => {
  it('counts sessions, not groups', () => {
    const of = choices(groups);
    expect(of('topic')).to.deep.equal(['Anxiety 3', 'Grief 2']);
    expect(of('attendance')).to.deep.equal(['in-person 2', 'online 1']);
    expect(of('time')).to.deep.equal(['morning 1', 'evening 2']);
    expect(of('language')).to.deep.equal(['en 2', 'es 1']);
    expect(of('joining')).to.equal(undefined);
  });

  it('keeps what fits, of one session as of a group', () => {
    expect(names(groups, { topic: ['GRIEF'], time: ['evening'] })).to.deep.equal(['Calm 26']);
    expect(names(groups, { attendance: ['in-person'] })).to.deep.equal(['Calm 24', 'Bold 24']);
    expect(names(groups, { time: ['morning', 'evening'] })).to.deep.equal(['Calm 24', 'Bold 24', 'Calm 26']);
    expect(names(groups, { language: ['fr'] })).to.deep.equal([]);
  });

  it('counts for each choice what would come with it', () => {
    const of = choices(groups, { time: ['evening'], topic: ['Grief'] });
    expect(of('topic')).to.deep.equal(['Anxiety 2', 'Grief 1 chosen']);
    expect(of('time')).to.deep.equal(['morning 1', 'evening 1 chosen']);
    expect(of('attendance')).to.deep.equal(['in-person 0', 'online 1']);
  });

  it('keeps a choice that the listing does not know any more', () => {
    expect(choices(groups, { topic: ['Gone'] })('topic')).to.deep.equal([
      'Anxiety 3',
      'Grief 2',
      'Gone 0 chosen',
    ]);
  });

  it('shows cancelled sessions, but does not count them', () => {
    const some = [
      aGroup({
        name: 'Calm',
        topics: ['Grief'],
        meetings: [weekly('TU', '10:00', { exceptDates: ['2026-11-24'] }), weekly('WE', '10:00')],
      }),
      aGroup({
        name: 'Bold',
        topics: ['Anxiety'],
        meetings: [
          weekly('FR', '10:00', {
            changes: [{ recurrenceId: '2026-11-27', status: 'moved', start: '2026-11-28T10:00' }],
          }),
        ],
      }),
    ];
    expect(choices(some)('topic')).to.deep.equal(['Anxiety 1', 'Grief 1']);
    expect(names(some, { topic: ['Grief'] })).to.deep.equal(['Calm 24', 'Calm 25']);
    expect(names(some, { topic: ['Anxiety'] })).to.deep.equal(['Bold 27', 'Bold 28']);
  });

  it('offers nothing that only groups without a date have', () => {
    const some = [...groups, aGroup({ topics: ['Told in words'], meetings: [aMeeting({ text: 'Ask us' })] })];
    expect(choices(some)('topic')).to.deep.equal(['Anxiety 3', 'Grief 2']);
  });

  it('offers nothing where all are alike', () => {
    const alike = [1, 2].map(() =>
      aGroup({ topics: ['Grief'], languages: ['en'], meetings: [weekly('TU', '18:30')] }),
    );
    expect(new SessionFacets(alike).narrow(week(alike), {}).facets).to.deep.equal([]);
  });

  it('tells groups apart that came with the same id', () => {
    const twins = [
      aGroup({ id: 'same', name: 'One', topics: ['Grief'], meetings: [weekly('TU', '10:00')] }),
      aGroup({ id: 'same', name: 'Two', topics: ['Anxiety'], meetings: [weekly('WE', '10:00')] }),
    ];
    expect(names(twins, { topic: ['Grief'] })).to.deep.equal(['One 24']);
  });
});

const aWord = fc.constantFrom('Grief', 'grief', 'Café', 'cafe', 'Anxiety', 'Été');
const aGroupOf = fc.record({
  topics: fc.array(aWord, { maxLength: 3 }),
  languages: fc.array(fc.constantFrom('en', 'es'), { maxLength: 2 }),
  audience: fc.array(fc.constantFrom('family', 'Women'), { maxLength: 2 }),
  joining: fc.constantFrom(undefined, 'drop-in' as const, 'book' as const),
  meetings: fc.array(
    fc.record({
      day: fc.constantFrom('MO' as const, 'WE' as const),
      time: fc.constantFrom('04:59', '05:00', '12:00', '18:30', '21:00'),
      attendance: fc.constantFrom('in-person' as const, 'online' as const, 'hybrid' as const),
      off: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
const someGroups = fc.array(aGroupOf, { maxLength: 6 }).map((all) =>
  all.map(({ joining, meetings, ...rest }) =>
    aGroup({
      ...rest,
      ...(joining ? { joining } : {}),
      meetings: meetings.map(({ day, time, attendance, off }) =>
        weekly(day, time, { attendance, exceptDates: off ? [FIRST] : [] }),
      ),
    }),
  ),
);
const values: Record<(typeof SESSION_FACETS)[number], fc.Arbitrary<string>> = {
  topic: aWord,
  language: fc.constantFrom('en', 'es', 'fr'),
  audience: fc.constantFrom('family', 'Women'),
  joining: fc.constantFrom('drop-in', 'book'),
  attendance: fc.constantFrom('in-person', 'online'),
  time: fc.constantFrom(...PARTS_OF_DAY),
};
const someFilters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(
    SESSION_FACETS.map((key) => [key, fc.uniqueArray(values[key], { maxLength: 2 })] as const),
  ),
  { requiredKeys: [] },
);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What of a session stands for a facet, by hand. */
const BY_HAND: Readonly<Record<string, (session: Session) => readonly string[]>> = {
  topic: ({ group }) => group.topics,
  language: ({ group }) => group.languages,
  audience: ({ group }) => group.audience,
  joining: ({ group }) => (group.joining ? [group.joining] : []),
  attendance: ({ occurrence: { meeting } }) =>
    meeting.attendance === 'hybrid' ? ['in-person', 'online'] : [meeting.attendance],
  time: ({ time }) => [PARTS_OF_DAY[partOfDay(time)]!],
};
const of = (session: Session, key: string): readonly string[] => BY_HAND[key]!(session).map(plain);
const fits = (session: Session, filters: Filters): boolean =>
  Object.entries(filters).every(
    ([key, asked]) => asked.length === 0 || asked.some((value) => of(session, key).includes(plain(value))),
  );

describe('any narrowing', () => {
  it('leaves and counts what one finds by looking at each session', () => {
    fc.assert(
      fc.property(someGroups, someFilters, (some, filters) => {
        const sessions = week(some);
        const { sessions: left, facets } = new SessionFacets(some).narrow(sessions, filters);
        expect(left).to.deep.equal(sessions.filter((session) => fits(session, filters)));
        for (const { key, choices: offered } of facets) {
          for (const { value, count } of offered) {
            const expected = sessions.filter((one) => isOn(one) && fits(one, { ...filters, [key]: [value] }));
            expect(count, `${key}: ${value}`).to.equal(expected.length);
          }
          // What somebody could choose is offered.
          const known = new Set(offered.map((choice) => plain(choice.value)));
          for (const session of sessions)
            for (const value of of(session, key)) expect(known).to.include(value);
        }
      }),
      { numRuns: 100 },
    );
  });
});

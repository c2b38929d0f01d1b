import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { FACET_KEYS, type Filters } from '../../src/domain/facets.js';
import { SESSION_FACETS } from '../../src/domain/session-facets.js';
import { filterEntries, filtersFrom, flipped, MOST_VALUES } from '../../src/parts/filter-entries.js';
import { aGroup, weekly } from '../domain/small-groups.js';

const groups = [
  aGroup({
    topics: ['Grief', 'Été'],
    audience: ['Women'],
    meetings: [weekly('TU', '18:30', { access: ['Step-free'] })],
  }),
  aGroup({ topics: ['Anxiety'] }),
];

describe('filters in the page’s address', () => {
  it('are one entry for each choice', () => {
    expect(filterEntries({ topic: ['Grief', 'Été'], day: ['TU'], time: [] })).to.deep.equal([
      ['day', 'TU'],
      ['topic', 'Grief'],
      ['topic', 'Été'],
    ]);
  });

  it('come back as the listing spells them, in any case and without accents too', () => {
    const entries = [
      ['topic', 'ETE'],
      ['topic', 'été'],
      ['audience', 'women'],
      ['access', 'STEP-FREE'],
      ['language', 'pt-BR'],
      ['time', 'evening'],
    ] as const;
    expect(filtersFrom(entries, groups)).to.deep.equal({
      topic: ['Été'],
      audience: ['Women'],
      access: ['Step-free'],
      language: ['pt-BR'],
      time: ['evening'],
    });
  });

  it('hold no word of a stranger', () => {
    const entries = [
      ['topic', 'Call 0900 123'],
      ['topic', '__proto__'],
      ['constructor', 'Grief'],
      ['day', 'monday'],
      ['time', 'evening '],
      ['attendance', 'hybrid'],
      ['language', 'english please'],
      ['joining', 'drop-in!'],
      ['q', 'depression'],
    ] as const;
    expect(filtersFrom(entries, groups)).to.deep.equal({});
  });

  it('cost no more than anyone ticks', () => {
    const entries = [
      ...Array.from({ length: MOST_VALUES }, () => ['topic', 'nothing'] as const),
      ['topic', 'Grief'] as const,
    ];
    expect(filtersFrom(entries, groups)).to.deep.equal({});
  });

  it('are those alone that the widget has', () => {
    const entries = [
      ['leadership', 'peers'],
      ['access', 'Step-free'],
      ['day', 'TU'],
      ['topic', 'Grief'],
    ] as const;
    expect(filtersFrom(entries, groups, SESSION_FACETS)).to.deep.equal({ topic: ['Grief'] });
  });

  it('name each choice once', () => {
    const entries = [
      ['language', 'en'],
      ['language', 'EN'],
    ] as const;
    expect(filtersFrom(entries, groups)).to.deep.equal({ language: ['en'] });
  });

  it('come back as they were, whatever a visitor can choose', () => {
    const values: Readonly<Record<string, readonly string[]>> = {
      topic: ['Grief', 'Été', 'Anxiety'],
      audience: ['Women'],
      access: ['Step-free'],
      day: ['MO', 'SU'],
      time: ['morning', 'night'],
      attendance: ['in-person', 'online'],
      language: ['en', 'ar'],
      joining: ['book'],
      leadership: ['peers', 'professionals'],
    };
    const filters: fc.Arbitrary<Filters> = fc.record(
      Object.fromEntries(FACET_KEYS.map((key) => [key, fc.subarray([...values[key]!], { minLength: 1 })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (chosen) => {
        expect(filtersFrom(filterEntries(chosen), groups)).to.deep.equal({ ...chosen });
      }),
    );
  });
});

describe('a choice', () => {
  it('is made and undone, by any spelling, and no other one moves', () => {
    const once = flipped({ day: ['TU'] }, 'topic', 'Été');
    expect(once).to.deep.equal({ day: ['TU'], topic: ['Été'] });
    expect(flipped(once, 'topic', 'Grief')).to.deep.equal({ day: ['TU'], topic: ['Été', 'Grief'] });
    expect(flipped(once, 'topic', 'ete')).to.deep.equal({ day: ['TU'], topic: [] });
  });
});

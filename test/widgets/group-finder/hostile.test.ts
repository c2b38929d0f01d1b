import { expect } from '@open-wc/testing';
import type { Group } from '../../../src/domain/group.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { aGroup, at, weekly } from '../../domain/small-groups.js';
import { allowConsole, expectConsole } from '../../expect-console.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import { aFinder, names, openFilters, said, search, tap } from './a-finder.js';

const EVIL = '<img src=x onerror="window.kithWasHere = 1"><script>window.kithWasHere = 1</script><b>bold</b>';

/** Elements that only markup of a feed could have made. */
const injected = (finder: Element): Element[] => [
  ...finder.shadowRoot!.querySelectorAll('img, script, iframe, object'),
];

/** Elements and texts: Lit's own marks are comments, which cost next to nothing and are shown to nobody. */
function countNodes(root: Node): number {
  let count = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) count++;
  return count;
}

describe('a hostile listing', () => {
  it('keeps markup as text in every field, in the list, in filters, in an opened group and on paper', async () => {
    allowConsole('<kith-group-finder');
    stubFetch(() =>
      Response.json({
        organisation: { name: EVIL, phone: EVIL, email: EVIL, url: EVIL, reportUrl: EVIL },
        groups: [
          { id: 'other', name: 'Other' },
          {
            id: EVIL,
            name: `First ${EVIL}`,
            summary: EVIL,
            notes: EVIL,
            topics: [EVIL],
            audience: [EVIL],
            languages: ['en', EVIL],
            leader: EVIL,
            training: EVIL,
            joining: 'book',
            joiningNote: EVIL,
            cost: EVIL,
            confidentiality: EVIL,
            contact: { name: EVIL, phone: EVIL, email: EVIL, url: EVIL },
            url: EVIL,
            firstVisit: { talking: EVIL, door: EVIL },
            quote: { text: EVIL, by: EVIL, consented: true },
            venue: { name: EVIL, address: EVIL, locality: EVIL, directions: EVIL, access: [EVIL] },
            meetings: [
              {
                start: '2026-11-23T18:30',
                duration: 60,
                rrule: 'FREQ=WEEKLY',
                note: EVIL,
                joinUrl: EVIL,
                joinNote: EVIL,
              },
              { text: EVIL },
            ],
          },
        ],
      }),
    );
    const finder = await aFinder({ src: '/evil.json' });
    expect(injected(finder)).to.deep.equal([]);
    expect(said(finder)).to.contain('<b>bold</b>');
    await search(finder, 'bold');
    expect(injected(finder)).to.deep.equal([]);
    await search(finder, '');
    await openFilters(finder);
    expect(injected(finder)).to.deep.equal([]);
    window.dispatchEvent(new Event('beforeprint'));
    expect(injected(finder)).to.deep.equal([]);
    window.dispatchEvent(new Event('afterprint'));
    await tap(finder, /^First/);
    expect(injected(finder)).to.deep.equal([]);
    expect(textOf(byRole(finder, 'article'))).to.contain('<b>bold</b>');
    for (const link of allByRole(finder, 'link') as HTMLAnchorElement[])
      expect(link.protocol).to.match(/^(?:https?|mailto|tel|sms):$/);
    expect('kithWasHere' in window).to.equal(false);
  });

  it('keeps markup in the words of a visitor as text, too', async () => {
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm' })] });
    await search(finder, EVIL);
    expect(injected(finder)).to.deep.equal([]);
  });

  const odd: readonly [string, unknown][] = [
    [
      'nulls and things that are no records',
      { groups: [null, 7, 'text', [], { name: 'Good' }, { name: null }] },
    ],
    [
      'fields of the wrong kind',
      { groups: [{ name: 'Good', topics: 'Anxiety', meetings: 'daily', venue: 3, contact: [] }] },
    ],
    [
      'unknown codes',
      { groups: [{ name: 'Good', joining: 'magic', leadership: 'robots', languages: ['xx-klingon'] }] },
    ],
    [
      'dates that are none',
      {
        groups: [
          {
            name: 'Good',
            meetings: [{ start: 'soon' }, { start: '2026-02-31T25:61' }, { rrule: 'FREQ=SOMETIMES' }],
          },
        ],
      },
    ],
    [
      'Meeting Guide days as strings and far beyond',
      [
        { name: 'Good', slug: 'a', day: '2', time: '18:30', formatted_address: '1 High St, Leeds, UK' },
        { name: 'Good', slug: 'b', day: 42, time: '99:99', types: ['ZZZ', null, 4] },
        { name: 'Good', slug: 'c', day: null, time: null },
      ],
    ],
    [
      'Meeting Guide rows of one group on several days, next to each other',
      [
        {
          name: 'Good',
          slug: 'a',
          day: [1, 2, '3'],
          time: '18:30',
          formatted_address: '1 High St, Leeds, UK',
        },
        { name: 'Good', slug: 'a', day: 4, time: '18:30', formatted_address: '1 High St, Leeds, UK' },
      ],
    ],
    [
      'names of a prototype',
      { groups: [{ name: 'Good', id: '__proto__', topics: ['__proto__', 'constructor'] }] },
    ],
    ['half a pair of surrogates', { groups: [{ name: 'Good \ud800', topics: ['\udfff'] }] }],
  ];

  for (const [what, listing] of odd) {
    it(`is shown as far as it goes: ${what}`, async () => {
      allowConsole('<kith-group-finder');
      stubFetch(() => Response.json(listing));
      const finder = await aFinder({ src: '/odd.json' });
      expect(names(finder).length).to.be.at.least(1);
      expect(names(finder)[0]).to.match(/^Good/);
      await openFilters(finder).catch(() => undefined);
      await tap(finder, /^Good/);
      expect(byRole(finder, 'heading', /^Good/)).to.exist;
    });
  }

  it('cuts a name of a megabyte, and stays searchable', async () => {
    allowConsole('<kith-group-finder');
    stubFetch(() => Response.json({ groups: [{ name: 'long '.repeat(200_000) }, { name: 'Calm' }] }));
    const finder = await aFinder({ src: '/long.json' });
    expect(said(finder).length).to.be.below(20_000);
    await search(finder, 'calm');
    expect(names(finder)).to.deep.equal(['Calm']);
  });

  it('tells the webmaster which rows were left out, and the visitor nothing of it', async () => {
    expectConsole('2 of 3 records');
    stubFetch(() => Response.json({ groups: [{ name: 'Calm' }, 5, { name: '' }] }));
    const finder = await aFinder({ src: '/some.json' });
    expect(names(finder)).to.deep.equal(['Calm']);
    expect(said(finder)).to.not.contain('left out');
  });

  it('shows the webmaster’s panel on demand', async () => {
    expectConsole('1 of 2 records');
    stubFetch(() => Response.json({ groups: [{ name: 'Calm' }, 5] }));
    const finder = await aFinder({ src: '/some.json', attributes: { debug: '' } });
    await waitUntil(() => said(finder).includes('For the webmaster'), 'the panel has come');
    expect(said(finder)).to.contain('kith-json: 1 records kept, 1 left out.');
  });
});

describe('a large listing', () => {
  const large = (): Group[] =>
    Array.from({ length: 6841 }, (_, n) =>
      aGroup({
        name: `Circle ${n}`,
        topics: [`Topic ${n % 300}`],
        audience: [`People ${n % 120}`],
        languages: [['en', 'es', 'fr', 'de', 'ur', 'pa'][n % 6]!],
        meetings: [
          weekly(
            (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const)[n % 7]!,
            `${String(n % 24).padStart(2, '0')}:00`,
            {
              attendance: n % 5 === 0 ? 'online' : 'in-person',
              venue: at(50 + (n % 80) / 20, -2 + (n % 30) / 20, {
                locality: `Town ${n % 200}`,
                country: 'GB',
              }),
              access: [`Access ${n % 60}`],
            },
          ),
        ],
      }),
    );

  it('is shown with fewer than 1,500 nodes, with all filters open as well', async () => {
    const finder = await aFinder({ groups: large() });
    expect(said(finder)).to.match(/6,841 groups/);
    expect(countNodes(finder.shadowRoot!)).to.be.below(1500);
    await openFilters(finder);
    expect(finder.shadowRoot!.querySelectorAll('*').length).to.be.below(1500);
    for (const more of allByRole(finder, 'button', /more:/)) {
      more.click();
      await finder.updateComplete;
    }
    expect(finder.shadowRoot!.querySelectorAll('*').length).to.be.below(1500);
  });
});

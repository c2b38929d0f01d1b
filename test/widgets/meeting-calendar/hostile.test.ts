import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { allowConsole } from '../../expect-console.js';
import { stubFetch } from '../../stub-fetch.js';
import {
  aCalendar,
  cellOf,
  names,
  openerIn,
  openFilters,
  partOf,
  rowOf,
  said,
  tap,
  tapOn,
  widen,
} from './a-calendar.js';

const EVIL = '<img src=x onerror="window.kithWasHere = 1"><script>window.kithWasHere = 1</script><b>bold</b>';

/** Elements that only markup of a feed could have made. */
const injected = (calendar: Element): Element[] => [
  ...calendar.shadowRoot!.querySelectorAll('img, script, iframe, object, td b > *'),
];

/** What reaches beyond the element. */
const tooWide = (calendar: MeetingCalendar): string[] => {
  const { right } = calendar.getBoundingClientRect();
  return [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('*')]
    .filter((one) => {
      if (one.closest('.unseen') || !one.checkVisibility() || getComputedStyle(one).display === 'inline')
        return false;
      const box = one.getBoundingClientRect();
      return box.width > 0 && box.right > right + 1;
    })
    .map((one) => `${one.localName}.${one.className} ${one.textContent?.trim().slice(0, 40)}`);
};

describe('a hostile listing in the calendar', () => {
  it('keeps markup as text in every field, in the month, the list, filters, an opened session and on paper', async () => {
    allowConsole('<kith-meeting-calendar');
    stubFetch(() =>
      Response.json({
        organisation: { name: EVIL, phone: EVIL, email: EVIL, url: EVIL, reportUrl: EVIL },
        timeZone: 'Europe/London',
        groups: [
          { id: 'other', name: 'Other', topics: ['Else'] },
          {
            id: EVIL,
            name: `First ${EVIL}`,
            summary: EVIL,
            notes: EVIL,
            topics: [EVIL],
            audience: [EVIL],
            languages: ['en', EVIL],
            leader: EVIL,
            joiningNote: EVIL,
            cost: EVIL,
            contact: { name: EVIL, phone: EVIL, email: EVIL, url: EVIL },
            url: EVIL,
            venue: { name: EVIL, address: EVIL, locality: EVIL, directions: EVIL, access: [EVIL] },
            meetings: [
              {
                start: '2026-11-03T18:30',
                duration: 60,
                rrule: 'FREQ=WEEKLY',
                note: EVIL,
                joinUrl: EVIL,
                changes: [
                  { recurrenceId: '2026-11-24', status: 'cancelled', note: EVIL },
                  {
                    recurrenceId: '2026-12-01T18:30',
                    status: 'moved',
                    start: '2026-12-02T18:30',
                    venue: { name: EVIL },
                  },
                  { recurrenceId: '2026-12-08', status: 'changed', note: EVIL, joinUrl: EVIL },
                ],
              },
            ],
          },
        ],
      }),
    );
    for (const view of ['month', 'agenda']) {
      const calendar = await aCalendar({ src: `/evil.json?${view}`, attributes: { view } });
      expect(said(calendar)).to.contain('<b>bold</b>');
      await openFilters(calendar);
      byRole(calendar, 'summary', /change/).click();
      window.dispatchEvent(new Event('beforeprint'));
      expect(textOf(calendar.shadowRoot!.querySelector('.paper')!)).to.contain('<b>bold</b>');
      expect(injected(calendar)).to.deep.equal([]);
      window.dispatchEvent(new Event('afterprint'));
      await tapOn(calendar, openerIn(partOf(calendar, 'changes')!));
      expect(injected(calendar)).to.deep.equal([]);
      expect(textOf(byRole(calendar, 'article'))).to.contain('<b>bold</b>');
      for (const link of allByRole(calendar, 'link') as HTMLAnchorElement[])
        expect(link.protocol).to.match(/^(?:https?|mailto|tel|sms):$/);
    }
    expect('kithWasHere' in window).to.equal(false);
  });

  it('offers no way to join that is no web address', async () => {
    const groups = ['javascript:alert(1)', 'data:text/html,x', 'not one'].map((joinUrl) =>
      aGroup({ meetings: [weekly('SA', '11:45', { attendance: 'online', joinUrl })] }),
    );
    const calendar = await aCalendar({ groups });
    expect(allByRole(calendar, 'link', /^Join now/)).to.deep.equal([]);
  });

  it('lets no name turn the words around it: hours, states and what follows keep their direction', async () => {
    const groups = [
      aGroup({
        name: '\u202eevil\u202d\u2067',
        meetings: [weekly('TU', '18:30', { changes: [{ recurrenceId: '2026-11-24', status: 'cancelled' }] })],
      }),
    ];
    const calendar = await aCalendar({ groups });
    for (const bdi of [
      cellOf(calendar, '2026-11-24').querySelector('bdi'),
      partOf(calendar, 'changes')!.querySelector('bdi'),
    ])
      expect(bdi?.textContent).to.contain('evil');
    await widen(calendar, '390px');
    const label = cellOf(calendar, '2026-11-24').querySelector('.unseen')!.textContent!;
    // Set apart: whatever was opened inside is closed before the hour goes on.
    expect(label).to.match(/\u2068[^\u2069]*evil[^\u2069]*\u2069/);
    expect(label).to.match(/Cancelled$/);
  });

  it('holds names of any length at 320 pixels, and in the narrow columns of a month', async () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänsselbsthilfegruppe'.repeat(3);
    const groups = [
      aGroup({
        name: long,
        topics: [long],
        meetings: [
          weekly('TU', '18:30', {
            venue: { name: long, locality: long },
            access: [long],
            changes: [{ recurrenceId: '2026-11-24', status: 'moved', start: '2026-11-25T18:30', note: long }],
          }),
          weekly('SA', '11:45', {
            attendance: 'online',
            joinUrl: `https://${'long-'.repeat(10)}.example.org/`,
          }),
        ],
      }),
      aGroup({ name: 'Other', topics: ['Else'], meetings: [weekly('TU', '18:30')] }),
    ];
    const calendar = await aCalendar({ groups, width: '320px' });
    byRole(calendar, 'summary', /change/).click();
    await openFilters(calendar);
    for (const width of ['320px', '256px', '720px', '1000px']) {
      await widen(calendar, width);
      expect(tooWide(calendar), width).to.deep.equal([]);
      expect(calendar.scrollWidth).to.be.at.most(calendar.clientWidth + 1);
    }
    await widen(calendar, '320px');
    await tapOn(calendar, openerIn(rowOf(calendar, long)));
    expect(tooWide(calendar)).to.deep.equal([]);
  });

  it('cuts a name of a megabyte, and stays usable', async () => {
    allowConsole('<kith-meeting-calendar');
    stubFetch(() =>
      Response.json({
        timeZone: 'Europe/London',
        groups: [
          {
            name: 'long '.repeat(200_000),
            meetings: [{ start: '2026-11-24T10:00', rrule: 'FREQ=DAILY;COUNT=40' }],
          },
          { name: 'Calm', meetings: [{ start: '2026-11-24T12:00' }] },
        ],
      }),
    );
    const calendar = await aCalendar({ src: '/long.json' });
    expect(said(calendar).length).to.be.below(60_000);
    await tap(calendar, en.asList);
    expect(names(calendar)).to.include('Calm');
  });

  const odd: readonly [string, unknown][] = [
    ['nulls and things that are no records', [null, 7, 'text', [], { name: 'Good' }]],
    ['dates that are none', [{ name: 'Good', meetings: [{ start: 'soon' }, { start: '2026-02-31T25:61' }] }]],
    [
      'changes of evenings that there are not',
      [
        {
          name: 'Good',
          meetings: [
            {
              start: '2026-11-24T10:00',
              changes: [
                { recurrenceId: '2026-11-25', status: 'cancelled' },
                { recurrenceId: '2026-11-24T10:00', status: 'moved', start: 'never' },
                { recurrenceId: 'x', status: 'gone' },
              ],
            },
          ],
        },
      ],
    ],
    [
      'an evening moved to the end of time',
      [
        {
          name: 'Good',
          meetings: [
            {
              start: '2026-11-24T10:00',
              changes: [{ recurrenceId: '2026-11-24T10:00', status: 'moved', start: '9999-12-31T23:00' }],
            },
          ],
        },
      ],
    ],
    [
      'rules without end',
      [
        {
          name: 'Good',
          meetings: [{ start: '0001-01-01T00:00', rrule: 'FREQ=DAILY', duration: 100_000_000 }],
        },
      ],
    ],
    [
      'names of a prototype',
      [
        {
          name: 'Good',
          id: '__proto__',
          topics: ['__proto__', 'constructor'],
          meetings: [{ start: '2026-11-24T10:00' }],
        },
      ],
    ],
    ['half a pair of surrogates', [{ name: 'Good \ud800', meetings: [{ start: '2026-11-24T10:00' }] }]],
    [
      'a zone that is none',
      [{ name: 'Good', meetings: [{ start: '2026-11-24T10:00', timeZone: 'Mars/Olympus' }] }],
    ],
  ];
  for (const [what, groups] of odd)
    for (const view of ['month', 'agenda'])
      it(`is shown as far as it goes, as ${view}: ${what}`, async () => {
        allowConsole('<kith-meeting-calendar');
        stubFetch(() => Response.json({ groups }));
        const calendar = await aCalendar({ src: '/odd.json', attributes: { view } });
        expect(partOf(calendar, 'grid')).to.exist;
        await tap(calendar, /: Next month$/);
        await tap(calendar, /: Previous month$/);
        for (const opener of [
          ...calendar.shadowRoot!.querySelectorAll<HTMLElement>('.days [part~=name]'),
        ].slice(0, 1)) {
          await tapOn(calendar, opener);
          expect(byRole(calendar, 'heading', /^Good/)).to.exist;
        }
      });
});

describe('a calendar of many groups', () => {
  const many = () =>
    Array.from({ length: 1000 }, (_, n) =>
      aGroup({
        name: `Circle ${n}`,
        topics: [`Topic ${n % 300}`],
        meetings: [
          weekly(
            (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const)[n % 7]!,
            `${String(n % 24).padStart(2, '0')}:00`,
          ),
        ],
      }),
    );

  for (const view of ['month', 'agenda'])
    it(`has fewer than 1,500 elements: ${view}`, async () => {
      const calendar = await aCalendar({ groups: many(), attributes: { view } });
      await openFilters(calendar);
      expect(calendar.shadowRoot!.querySelectorAll('*').length).to.be.below(1500);
    });
});

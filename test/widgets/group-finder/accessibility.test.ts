import { expect } from '@open-wc/testing';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import type { GroupFinder } from '../../../src/widgets/group-finder/group-finder.js';
import { expectNoBarriers } from '../../axe.js';
import { allByRole, byRole, outline } from '../../by-role.js';
import { aGroup, at, HOUR, NOW, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { never, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, aFinder, openFilters, placeFinder, said, search, tap, tick, typePlace } from './a-finder.js';

const KITH = '/fixtures/kith-directory.json';

/** A page as pages are: with one main part and a heading. */
function aPage(): HTMLElement {
  const main = aBox('main');
  main.innerHTML = '<h1>Our clinic</h1><div></div>';
  return main.lastElementChild as HTMLElement;
}

const STATES: Readonly<Record<string, () => Promise<GroupFinder>>> = {
  loading: async () => {
    stubFetch(never);
    const finder = placeFinder({ src: '/slow.json', into: aPage() });
    await finder.updateComplete;
    return finder;
  },
  'the list': () => aFinder({ src: KITH, into: aPage() }),
  'something on now': () => aFinder({ src: KITH, now: NOW - 2 * HOUR, into: aPage() }),
  'open filters': async () => {
    const finder = await aFinder({ src: KITH, into: aPage() });
    await openFilters(finder);
    await tick(finder, /^Anxiety/);
    return finder;
  },
  'marked words': async () => {
    const finder = await aFinder({ src: KITH, into: aPage() });
    await search(finder, 'worries');
    return finder;
  },
  'a place with suggestions': async () => {
    const finder = await aFinder({ src: KITH, into: aPage() });
    await typePlace(finder, 'Leed');
    return finder;
  },
  'near a place': () => aFinder({ src: KITH, into: aPage(), attributes: { near: 'Leeds' } }),
  'nothing fits': async () => {
    const finder = await aFinder({ src: KITH, into: aPage() });
    await search(finder, 'zzzzzz');
    return finder;
  },
  failed: async () => {
    expectConsole(/status 404/);
    stubFetch(() => new Response('', { status: 404 }));
    const finder = placeFinder({ src: '/none.json', into: aPage(), children: '<p>Ring us</p>' });
    await finder.ready;
    return finder;
  },
  'an opened group': async () => {
    const finder = await aFinder({ src: KITH, into: aPage() });
    await tap(finder, 'Worry Less Together');
    byRole(finder, 'summary').click();
    return finder;
  },
  'the short list': async () => {
    const finder = await aFinder({ src: KITH, into: aPage() });
    await tap(finder, 'Keep: Two Poles');
    await tap(finder, '1 kept');
    return finder;
  },
  'at night': () => aFinder({ src: KITH, now: NOW + 14 * HOUR, into: aPage() }),
  'with the help opened': async () => {
    const finder = await aFinder({ src: KITH, into: aPage() });
    byRole(finder, 'summary', en.helpMore).click();
    return finder;
  },
  'in Arabic': async () => {
    const page = aPage();
    page.lang = 'ar';
    const finder = await aFinder({ src: KITH, into: page });
    await waitUntil(() => said(finder).includes(ar.findTitle), 'it speaks Arabic');
    return finder;
  },
};

describe('the finder has no barrier that axe knows', () => {
  for (const [state, make] of Object.entries(STATES)) {
    it(`in the state: ${state}`, async () => {
      await expectNoBarriers(await make());
    });

    it(`in the dark, in the state: ${state}`, async () => {
      document.documentElement.style.colorScheme = 'dark';
      document.body.style.background = '#14191b';
      try {
        const finder = await make();
        finder.theme = 'dark';
        await finder.updateComplete;
        await expectNoBarriers(finder);
      } finally {
        document.documentElement.removeAttribute('style');
        document.body.removeAttribute('style');
      }
    });
  }
});

describe('what a screen reader walks through', () => {
  const two = () => [
    aGroup({
      name: 'Calm',
      topics: ['Anxiety'],
      meetings: [weekly('MO', '10:00', { venue: at(53.8, -1.5, { locality: 'Leeds' }) })],
    }),
    aGroup({ name: 'Bold', topics: ['Grief'], meetings: [weekly('TU', '10:00', { attendance: 'online' })] }),
  ];

  /** Without the help line, which every state has alike. */
  const walk = (finder: GroupFinder): string[] => {
    const lines = outline(finder);
    const help = lines.findIndex((line) => line.includes(en.helpTitle));
    expect(help, 'the help line').to.be.above(0);
    return lines.slice(0, help).filter((line) => line !== 'list' && line !== 'status');
  };

  it('is, in the list: the way out, the title, the fields, the steps, the filters, the groups', async () => {
    expect(walk(await aFinder({ groups: two() }))).to.deep.equal([
      'button "Leave this page"',
      'heading 2 "Find a group"',
      'searchbox "Topic, place or name"',
      'searchbox "Near a town or postcode"',
      `button "Near me ${en.stepNearMeHint}"`,
      'button "Any day this week 2"',
      'button "Filters" collapsed',
      'heading 3 "2 groups, soonest first"',
      'heading 4 "Calm"',
      'button "Calm"',
      'button "Keep: Calm"',
      'heading 4 "Bold"',
      'button "Bold"',
      'button "Keep: Bold"',
    ]);
  });

  it('is, with open filters: named groups of checkboxes with counts, then what leads on', async () => {
    const finder = await aFinder({ groups: two() });
    await openFilters(finder);
    const lines = walk(finder);
    const from = lines.indexOf('button "Filters" expanded');
    expect(lines.slice(from, lines.indexOf('heading 3 "2 groups, soonest first"'))).to.deep.equal([
      'button "Filters" expanded',
      'group "Day"',
      'checkbox "Monday 1"',
      'checkbox "Tuesday 1"',
      'group "In person or online"',
      'checkbox "In person 1"',
      'checkbox "Online 1"',
      'group "Topic"',
      'checkbox "Anxiety 1"',
      'checkbox "Grief 1"',
      'button "Show 2 groups"',
      'button "Clear all"',
    ]);
  });

  it('is, when nothing fits: the fields, that nothing fits, and the ways out', async () => {
    const finder = await aFinder({ groups: two() });
    await search(finder, 'zzzzzz');
    expect(walk(finder)).to.deep.equal([
      'button "Leave this page"',
      'heading 2 "Find a group"',
      'searchbox "Topic, place or name"',
      'searchbox "Near a town or postcode"',
      'button "Filters" collapsed',
      'heading 3 "No group fits all of this."',
      'button "Leave out “your words” (2)"',
      'button "Show all groups"',
    ]);
  });

  it('is, when the list failed: what happened and another try', async () => {
    expectConsole(/status 404/);
    stubFetch(() => new Response('', { status: 404 }));
    const finder = placeFinder({ src: '/none.json' });
    await finder.ready;
    expect(walk(finder)).to.deep.equal([
      'button "Leave this page"',
      'heading 2 "Find a group"',
      'heading 3 "We could not load the groups."',
      'button "Try again"',
    ]);
  });

  it('is, in an opened group: the way back, the name, keeping it, and one heading for each part', async () => {
    const finder = await aFinder({ groups: two() });
    await tap(finder, 'Calm');
    const lines = walk(finder);
    expect(lines.slice(0, 6)).to.deep.equal([
      'button "Leave this page"',
      'heading 2 "Find a group"',
      'button "2 groups"',
      'article',
      'heading 3 "Calm"',
      'button "Keep"',
    ]);
    expect(lines).to.include('heading 3 "Questions you could ask"');
  });

  it('says, while it is loading, that it is', async () => {
    stubFetch(never);
    const finder = placeFinder({ src: '/slow.json' });
    await finder.updateComplete;
    expect(walk(finder)).to.deep.equal(['button "Leave this page"', 'heading 2 "Find a group"']);
    expect(finder.shadowRoot!.querySelector('[aria-busy=true]')!.textContent).to.contain(en.loading);
  });

  it('skips no level of headings', async () => {
    const finder = await aFinder({ src: KITH });
    const levels = allByRole(finder, 'heading').map(({ tagName }) => Number(tagName[1]));
    levels.reduce((before, level) => {
      expect(level).to.be.at.most(before + 1);
      return level;
    }, 1);
  });
});

describe('the finder in a narrow place', () => {
  /** What reaches beyond the element on the side to which a page would have to scroll. */
  const tooWide = (finder: GroupFinder): string[] => {
    const { left, right } = finder.getBoundingClientRect();
    const toTheLeft = finder.shadowRoot!.querySelector('[dir=rtl]') !== null;
    return [...finder.shadowRoot!.querySelectorAll<HTMLElement>('*')]
      .filter((one) => {
        if (one.closest('.unseen') || !one.checkVisibility()) return false;
        // The space at which a line breaks hangs over the edge of an inline box in Firefox; nothing scrolls for it.
        if (getComputedStyle(one).display === 'inline') return false;
        const box = one.getBoundingClientRect();
        return box.width > 0 && (toTheLeft ? box.left < left - 1 : box.right > right + 1);
      })
      .map((one) => `${one.localName}.${one.className} ${one.textContent?.trim().slice(0, 40)}`);
  };

  for (const [how, style] of [
    ['320 pixels wide', 'inline-size: 320px'],
    ['320 pixels wide with text at 200 %', 'inline-size: 320px; font-size: 32px'],
    ['640 pixels wide with text at 200 %', 'inline-size: 640px; font-size: 32px'],
    ['256 pixels wide', 'inline-size: 256px'],
  ] as const) {
    for (const state of [
      'the list',
      'open filters',
      'an opened group',
      'nothing fits',
      'the short list',
      'near a place',
      'in Arabic',
    ]) {
      it(`needs no scrolling sideways ${how}: ${state}`, async () => {
        const finder = await STATES[state]!();
        finder.parentElement!.style.cssText = style;
        await new Promise(requestAnimationFrame);
        expect(tooWide(finder)).to.deep.equal([]);
        expect(finder.scrollWidth).to.be.at.most(finder.clientWidth + 1);
      });
    }
  }

  it('keeps everything that one taps at 24 pixels and more, and buttons at 44', async () => {
    const finder = await aFinder({ src: KITH });
    await openFilters(finder);
    for (const control of finder.shadowRoot!.querySelectorAll('button, label.check, summary, a[href]')) {
      if (!control.checkVisibility() || control.closest('[aria-hidden=true]') || control.matches('.unseen'))
        continue;
      expect(control.getBoundingClientRect().height, control.textContent ?? '').to.be.at.least(24);
    }
    for (const button of [/^Leave/, /^Filters/, /^Show \d+/, /^Keep/])
      expect(byRole(finder, 'button', button).getBoundingClientRect().height).to.be.at.least(43.5);
  });
});

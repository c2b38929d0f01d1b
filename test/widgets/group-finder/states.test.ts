import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { GroupFinder } from '../../../src/widgets/group-finder/group-finder.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { held, never, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aFinder,
  focused,
  makeFinder,
  names,
  openFilters,
  placeFinder,
  said,
  search,
  tap,
  tick,
} from './a-finder.js';

const CHILDREN = '<p class="own">Ring us: 0113 496 0100</p>';

const listing = (...of: string[]): Response =>
  Response.json({ groups: of.map((name) => ({ name, topics: ['Anxiety'] })) });

const ownShown = (finder: Element): boolean => finder.querySelector('.own')!.checkVisibility();

/** Whether CSS sees the element in a state; undefined where a browser has no such states. */
function inState(finder: Element, name: string): boolean | undefined {
  try {
    return finder.matches(`:state(${name})`);
  } catch {
    return undefined;
  }
}

function expectState(finder: Element, current: string): void {
  for (const name of ['loading', 'ready', 'empty', 'failed']) {
    const seen = inState(finder, name);
    if (seen !== undefined) expect(seen, name).to.equal(name === current);
  }
}

/** What never goes away. */
function expectHelpAndExit(finder: Parameters<typeof said>[0]): void {
  expect(byRole(finder, 'heading', en.helpTitle)).to.exist;
  expect(byRole(finder, 'link', /^116 123$/)).to.exist;
  expect(byRole(finder, 'button', en.exit)).to.exist;
}

describe('while the list is loading', () => {
  it('says so, with the help line and the way out', async () => {
    stubFetch(never);
    const finder = placeFinder({ src: '/slow.json', children: CHILDREN });
    await finder.updateComplete;
    expect(said(finder)).to.contain(en.loading);
    expect(finder.shadowRoot!.querySelector('[aria-busy=true]')).to.exist;
    expectHelpAndExit(finder);
    expectState(finder, 'loading');
  });

  it('says after a while that it takes long', async () => {
    stubFetch(never);
    const real = window.setTimeout;
    const late: (() => void)[] = [];
    window.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) =>
      ms === 6000 ? late.push(run) : real(run, ms, ...rest)) as typeof setTimeout;
    try {
      const finder = placeFinder({ src: '/slow.json' });
      await finder.updateComplete;
      for (const run of late) run();
      await finder.updateComplete;
      expect(late).to.have.lengthOf(1);
      expect(said(finder)).to.contain(en.loadingLong);
    } finally {
      window.setTimeout = real;
    }
  });

  it('shows the page’s own children until the element is known', () => {
    const box = aBox();
    box.innerHTML = `<kith-not-yet-known>${CHILDREN}</kith-not-yet-known>`;
    expect(ownShown(box.firstElementChild!)).to.equal(true);
  });

  it('becomes ready when the answer comes', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const finder = placeFinder({ src: '/groups.json', children: CHILDREN });
    await finder.updateComplete;
    expect(names(finder)).to.deep.equal([]);
    give(listing('Calm'));
    await finder.ready;
    expect(names(finder)).to.deep.equal(['Calm']);
    expectState(finder, 'ready');
    expectHelpAndExit(finder);
    expect(ownShown(finder)).to.equal(false);
  });
});

describe('an empty list', () => {
  it('says that there are no groups right now', async () => {
    stubFetch(() => listing());
    const finder = placeFinder({ src: '/groups.json' });
    await finder.ready;
    expect(byRole(finder, 'heading', en.emptyList)).to.exist;
    expectState(finder, 'empty');
    expectHelpAndExit(finder);
  });

  it('is told apart from a list in which nothing fits, by CSS alike', async () => {
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm' })] });
    expectState(finder, 'ready');
    await search(finder, 'zzzzzz');
    expectState(finder, 'empty');
    expectHelpAndExit(finder);
  });
});

describe('a list that cannot be loaded', () => {
  const cases: readonly [string, () => Response | Promise<Response>, string, RegExp][] = [
    ['there is nothing at the address', () => new Response('', { status: 404 }), en.failedList, /status 404/],
    ['it is not public', () => new Response('', { status: 403 }), en.failedList, /not public/],
    ['the server has a fault', () => new Response('', { status: 500 }), en.failedUnreachable, /status 500/],
    [
      'a web page comes instead',
      () => new Response('<!doctype html><p>Sign in'),
      en.failedList,
      /web page instead of a list/,
    ],
    ['its JSON is broken', () => new Response('{"groups": [{"name": "Ca'), en.failedList, /not whole/],
    ['it is of no known format', () => new Response('hello'), en.failedList, /no format that we know/],
    ['nothing is in it', () => new Response(''), en.failedList, /is empty/],
    [
      'the server cannot be reached',
      () => Promise.reject(new TypeError('x')),
      en.failedUnreachable,
      /could not be reached/,
    ],
    ['every record is unusable', () => Response.json({ groups: [1, 2] }), en.failedList, /src/],
  ];

  for (const [what, answer, sentence, hint] of cases) {
    it(`says it kindly and keeps help, way out and the page’s own children when ${what}`, async () => {
      expectConsole(hint);
      stubFetch(answer);
      const finder = placeFinder({ src: '/groups.json', children: CHILDREN });
      await finder.ready;
      expect(byRole(finder, 'heading', en.failedTitle)).to.exist;
      expect(said(finder)).to.contain(sentence);
      expect(byRole(finder, 'button', en.tryAgain)).to.exist;
      expect(ownShown(finder)).to.equal(true);
      expectState(finder, 'failed');
      expectHelpAndExit(finder);
    });
  }

  it('says that the device is offline only when it is', async () => {
    expectConsole('the device is offline');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    stubFetch(() => Promise.reject(new TypeError('x')));
    try {
      const finder = placeFinder({ src: '/groups.json' });
      await finder.ready;
      expect(said(finder)).to.contain(en.failedOffline);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('loads by itself when the device is online again, and keeps its hands off any other failure', async () => {
    expectConsole('the device is offline');
    expectConsole(/status 404/);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    stubFetch(() => Promise.reject(new TypeError('x')));
    const finder = placeFinder({ src: '/groups.json' });
    await finder.ready;
    Reflect.deleteProperty(navigator, 'onLine');
    stubFetch(() => listing('Calm'));
    window.dispatchEvent(new Event('online'));
    await finder.ready;
    expect(names(finder)).to.deep.equal(['Calm']);
    stubFetch(() => new Response('', { status: 404 }));
    await finder.reload();
    const asked = stubFetch(() => listing('Calm'));
    window.dispatchEvent(new Event('online'));
    await finder.ready;
    expect(asked.urls).to.deep.equal([]);
  });

  it('takes an address that the page sets later', async () => {
    expectConsole('<kith-group-finder src>: is missing');
    stubFetch(() => listing('Calm'));
    const finder = placeFinder();
    await finder.ready;
    finder.src = '/groups.json';
    await finder.ready;
    expect(names(finder)).to.deep.equal(['Calm']);
    expectState(finder, 'ready');
  });

  it('says that the list did not answer in time', async () => {
    expectConsole(/did not answer within/);
    const real = AbortSignal.timeout;
    const late = new AbortController();
    AbortSignal.timeout = () => late.signal;
    stubFetch(never);
    try {
      const finder = placeFinder({ src: '/groups.json' });
      await finder.updateComplete;
      late.abort(new DOMException('late', 'TimeoutError'));
      await finder.ready;
      expect(said(finder)).to.contain(en.failedTimeout);
    } finally {
      AbortSignal.timeout = real;
    }
  });

  it('says that the address is missing, and still helps', async () => {
    expectConsole('<kith-group-finder src>: is missing');
    const finder = placeFinder({ children: CHILDREN });
    await finder.ready;
    expect(byRole(finder, 'heading', en.failedTitle)).to.exist;
    expect(ownShown(finder)).to.equal(true);
    expectHelpAndExit(finder);
  });

  it('tells the page in an event what to mend', async () => {
    expectConsole(/status 404/);
    stubFetch(() => new Response('', { status: 404 }));
    const finder = makeFinder({ src: '/groups.json' });
    const told: Event[] = [];
    finder.addEventListener('kith-problem', (event) => told.push(event));
    aBox().append(finder);
    await finder.ready;
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.include({ address: '/groups.json', kind: 'not-found' });
  });

  it('offers the page’s own list', async () => {
    expectConsole(/status 404/);
    stubFetch(() => new Response('', { status: 404 }));
    const finder = placeFinder({ src: '/groups.json', attributes: { 'page-url': '/our-groups' } });
    await finder.ready;
    expect(byRole(finder, 'link', en.ownPage).getAttribute('href')).to.equal('/our-groups');
  });

  it('can be tried again, and leads to the list when it comes', async () => {
    expectConsole(/status 500/);
    let times = 0;
    stubFetch(() => (times++ === 0 ? new Response('', { status: 500 }) : listing('Calm')));
    const finder = placeFinder({ src: '/groups.json' });
    await finder.ready;
    await tap(finder, en.tryAgain);
    await finder.ready;
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['Calm']);
    await waitUntil(() => focused(finder), 'the focus leads to the list');
    expect(focused(finder)?.tagName).to.match(/^H\d$/);
  });

  it('keeps what a visitor had typed and chosen through a list that fails and another try', async () => {
    expectConsole(/status 500/);
    let broken = false;
    stubFetch(() => (broken ? new Response('', { status: 500 }) : listing('Calm', 'Bold')));
    const finder = await aFinder({ src: '/groups.json' });
    await search(finder, 'calm');
    await tap(finder, 'Keep: Calm');
    broken = true;
    finder.src = '/moved.json';
    await finder.ready;
    expect(byRole(finder, 'heading', en.failedTitle)).to.exist;
    expectHelpAndExit(finder);
    broken = false;
    await tap(finder, en.tryAgain);
    await finder.searchable;
    await waitUntil(() => names(finder).length > 0, 'the list is back');
    expect((byRole(finder, 'searchbox', en.searchLabel) as HTMLInputElement).value).to.equal('calm');
    expect(names(finder)).to.deep.equal(['Calm']);
    expect(byRole(finder, 'button', 'Kept: Calm')).to.exist;
  });
});

describe('loading again', () => {
  it('keeps the list in sight until the new one is there', async () => {
    stubFetch(() => listing('Calm'));
    const finder = await aFinder({ src: '/groups.json' });
    const { answer, give } = held();
    stubFetch(answer);
    const reloaded = finder.reload();
    await finder.updateComplete;
    expect(names(finder)).to.deep.equal(['Calm']);
    give(listing('Calm', 'Bold'));
    await reloaded;
    expect(names(finder)).to.have.members(['Calm', 'Bold']);
  });

  it('keeps open filters and choices', async () => {
    const groups = [
      aGroup({ name: 'Calm', meetings: [weekly('MO', '10:00')] }),
      aGroup({ name: 'Bold', meetings: [weekly('TU', '10:00')] }),
    ];
    const finder = await aFinder({ groups });
    await openFilters(finder);
    await tick(finder, /^Monday/);
    await finder.reload();
    expect(names(finder)).to.deep.equal(['Calm']);
    expect((byRole(finder, 'checkbox', /^Monday/) as HTMLInputElement).checked).to.equal(true);
  });
});

describe('the part that searches', () => {
  /** A host page that cannot have it: built files of dist/ are served from a path of its own, where that one fails. */
  async function hostWithout(
    part: string,
  ): Promise<{ finder: GroupFinder; hints: string[]; mend(): Promise<unknown> }> {
    const base = `/built/${part}-${Date.now().toString(36)}/`;
    await fetch(`${base}fail?times=1000&of=${part}`);
    const frame = document.createElement('iframe');
    frame.src = '/test/pages/blank.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    aBox().append(frame);
    await loaded;
    const host = frame.contentWindow as Window & { console: Console };
    const hints: string[] = [];
    host.console.warn = (...words: unknown[]) => void hints.push(words.join(' '));
    const finder = host.document.createElement('kith-group-finder') as GroupFinder;
    finder.setAttribute('src', '/fixtures/kith-directory.json');
    host.document.body.append(finder);
    const script = host.document.createElement('script');
    script.type = 'module';
    script.src = `${base}loader.js`;
    host.document.head.append(script);
    return { finder, hints, mend: () => fetch(`${base}fail?times=0`) };
  }

  it('says that it is missing, keeps list, help and way out, and can be tried again', async () => {
    const { finder, hints, mend } = await hostWithout('narrowing');
    const words = (): string => (finder.shadowRoot ? textOf(finder.shadowRoot) : '');
    const has = (text: string, why: string) => waitUntil(() => words().includes(text), why);
    await has(en.searchFailed, 'it says that searching is missing');
    for (const kept of ['Entre amigos', '116 123', en.exit]) expect(words()).to.contain(kept);
    expect(hints.join()).to.contain('the part that searches could not be loaded');
    await mend();
    byRole(finder, 'button', en.tryAgain).click();
    await has(en.searchLabel, 'searching has come');
    expect(words()).to.not.contain(en.searchFailed);
  });
});

describe('when searching comes', () => {
  for (const button of ['Calm', 'Keep: Calm']) {
    it(`leaves the focus on "${button}" of the list that stood there before`, async () => {
      const finder = placeFinder({ groups: [aGroup({ name: 'Bold' }), aGroup({ name: 'Calm' })] });
      // As soon as the list stands: a part that was loaded before comes within the same turn.
      const early = await new Promise<boolean>((resolve) => {
        const watch = new MutationObserver(() => {
          const row = queryByRole(finder, 'button', button);
          if (!row) return;
          watch.disconnect();
          row.focus();
          resolve(queryByRole(finder, 'searchbox') !== undefined);
        });
        watch.observe(finder.shadowRoot!, { childList: true, subtree: true });
      });
      expect(early, 'the list stands before it can be searched').to.equal(false);
      await finder.searchable;
      await finder.updateComplete;
      expect(byRole(finder, 'searchbox')).to.exist;
      expect(focused(finder) === byRole(finder, 'button', button)).to.equal(true);
    });
  }
});

describe('attributes of every element', () => {
  it('`hidden` of the page wins', async () => {
    const finder = await aFinder({ groups: [aGroup()] });
    finder.hidden = true;
    expect(getComputedStyle(finder).display).to.equal('none');
    expect(queryByRole(finder, 'heading')).to.equal(undefined);
  });
});

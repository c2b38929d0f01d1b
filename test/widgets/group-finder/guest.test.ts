import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { byRole } from '../../by-role.js';
import { stubFetch } from '../../stub-fetch.js';
import { aBox, aFinder, openFilters, search, tap, tick, typePlace } from './a-finder.js';

const KITH = '/fixtures/kith-directory.json';
const SECRET = 'zebra quilt';

/** Everything about a page that a guest must leave as it is. */
function pageNow() {
  const root = document.documentElement;
  return {
    globals: Object.keys(window).sort(),
    title: document.title,
    address: location.href,
    history: history.length,
    historyState: JSON.stringify(history.state),
    root: [...root.attributes].map(({ name, value }) => `${name}=${value}`),
    body: [...document.body.attributes].map(({ name, value }) => `${name}=${value}`),
    head: document.head.innerHTML,
    headings: [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.textContent),
    children: [...document.body.children].map(({ localName }) => localName),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    cookies: document.cookie,
    scroll: window.scrollY,
  };
}

/** A visit that does everything there is to do. */
async function visit(finder: Awaited<ReturnType<typeof aFinder>>): Promise<void> {
  await search(finder, SECRET);
  await typePlace(finder, SECRET);
  await tap(finder, en.showAll);
  await openFilters(finder);
  await tick(finder, /^Anxiety/);
  await tap(finder, /^Show \d+ group/);
  await tap(finder, 'Keep: Worry Less Together');
  await tap(finder, 'Worry Less Together');
  await tap(finder, /^\d+ groups?$/);
  await tap(finder, '1 kept');
  await tap(finder, /^\d+ groups?$/);
}

describe('the page around a finder', () => {
  it('stays as it was: title, headings, head, body, globals, storage, cookies, history, styles', async () => {
    const box = aBox();
    const before = pageNow();
    const finder = await aFinder({ src: KITH, into: box });
    await visit(finder);
    expect(pageNow()).to.deep.equal(before);
    finder.remove();
    expect(pageNow()).to.deep.equal(before);
  });

  it('is asked for the feed alone: everything else comes from where the widget’s own script does', async () => {
    const asked = stubFetch((_url, init) => {
      expect(init.referrerPolicy).to.equal('no-referrer');
      expect(init.credentials ?? 'same-origin').to.equal('same-origin');
      expect(init.body ?? null).to.equal(null);
      return Response.json({
        groups: [{ id: 'worry', name: 'Worry Less Together', topics: ['Anxiety'] }, { name: 'Calm' }],
      });
    });
    const before = performance.getEntriesByType('resource').length;
    const finder = await aFinder({ src: '/list.json' });
    await search(finder, SECRET);
    await search(finder, '');
    await tap(finder, 'Worry Less Together');
    expect(asked.urls).to.deep.equal([new URL('/list.json', document.baseURI).href]);
    for (const { name } of performance.getEntriesByType('resource').slice(before)) {
      const { origin, pathname, search: question } = new URL(name);
      expect(origin).to.equal(location.origin);
      expect(pathname, name).to.match(/^\/(?:src|node_modules|__wds-outside-root__|__web-dev-server)/);
      expect(question).to.not.match(/zebra|quilt/);
    }
  });

  it('hears nothing of what a visitor types or chooses', async () => {
    const heard: Event[] = [];
    const hear = (event: Event): void => void heard.push(event);
    const types = ['kith-ready', 'kith-problem', 'kith-group-opened', 'kith-group-closed', 'kith-quick-exit'];
    const { dispatchEvent } = HTMLElement.prototype;
    const sent = new Set<string>();
    HTMLElement.prototype.dispatchEvent = function send(event) {
      if (this.localName === 'kith-group-finder') sent.add(event.type);
      return dispatchEvent.call(this, event);
    };
    for (const type of types) document.addEventListener(type, hear);
    try {
      await visit(await aFinder({ src: KITH }));
    } finally {
      HTMLElement.prototype.dispatchEvent = dispatchEvent;
      for (const type of types) document.removeEventListener(type, hear);
    }
    for (const type of sent) expect(types).to.include(type);
    for (const event of heard) {
      const fields: Record<string, unknown> = {};
      for (const name of Object.keys(event)) fields[name] = Reflect.get(event, name);
      expect(JSON.stringify(fields)).to.not.match(/zebra|quilt|Anxiety/);
    }
  });

  it('keeps what is typed out of events that leave the element', async () => {
    const finder = await aFinder({ src: KITH });
    const targets: (EventTarget | null)[] = [];
    const hear = (event: Event): void => void targets.push(event.target);
    document.addEventListener('input', hear);
    document.addEventListener('change', hear);
    await search(finder, SECRET);
    document.removeEventListener('input', hear);
    document.removeEventListener('change', hear);
    for (const target of targets) expect(target).to.equal(finder);
    expect(finder.outerHTML).to.not.contain('zebra');
    expect(finder.innerText ?? '').to.not.contain('zebra');
  });

  it('keeps its fields from being remembered by the browser', async () => {
    const finder = await aFinder({ src: KITH });
    for (const label of [en.searchLabel, en.nearLabel]) {
      const field = byRole(finder, 'searchbox', label) as HTMLInputElement;
      expect(field.autocomplete || field.form?.autocomplete).to.equal('off');
    }
  });

  it('cannot restyle the inside by rules of its own for bare tags', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { color: rgb(1, 2, 3) !important; letter-spacing: 9px } h2 { font-size: 90px }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const finder = await aFinder({ src: KITH });
      const heading = byRole(finder, 'heading', en.findTitle);
      expect(getComputedStyle(heading).color).to.not.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(heading).letterSpacing).to.not.equal('9px');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });
});

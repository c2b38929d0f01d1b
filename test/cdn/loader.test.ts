import { expect, waitUntil } from '@open-wc/testing';
import { allowConsole, watchConsole } from '../expect-console.js';

/** Built files are served under a path of their own per test, so that no module is in the browser's map already. */
let number = 0;
let frame: HTMLIFrameElement;
let base: string;

/** The parts of a host page's window that the tests look at. */
type Host = Window & { console: Console; customElements: CustomElementRegistry };

const host = (): Host => frame.contentWindow as unknown as Host;
const page = (): Document => host().document;

function addScript(address: string, module = true): void {
  const script = page().createElement('script');
  if (module) script.type = 'module';
  script.src = address;
  page().head.append(script);
}

function addWidget(): HTMLElement {
  const widget = page().createElement('kith-group-finder');
  widget.setAttribute('src', '/fixtures/none.csv');
  widget.textContent = 'Ring us on 01632 960 001.';
  page().body.append(widget);
  return widget;
}

const control = async (path: string): Promise<unknown> =>
  (await fetch(base + path)).json().catch(() => undefined);
const requests = async (): Promise<string[]> => (await control('log')) as string[];
const defined = (): boolean => Boolean(host().customElements.get('kith-group-finder'));

describe('the loader', () => {
  beforeEach(async () => {
    number += 1;
    base = `/built/${Date.now().toString(36)}-${number}/`;
    frame = document.createElement('iframe');
    frame.src = '/test/pages/blank.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    watchConsole(host());
    // The listing of these tests does not exist: what a widget says to that is not the loader's matter.
    allowConsole('/fixtures/none.csv');
  });

  afterEach(() => frame.remove());

  it('loads a widget that stands in the page, wherever it is served and whatever it is called', async () => {
    addWidget();
    addScript(`${base}renamed.js?ver=6.7`);
    await waitUntil(defined, 'the widget is defined', { timeout: 10_000 });
    const asked = await requests();
    expect(asked[0]).to.equal('renamed.js?ver=6.7');
    expect(asked.slice(1).every((name) => name.startsWith('chunks/'))).to.equal(true);
  });

  it('asks for nothing but itself on a page without widgets', async () => {
    const script = page().createElement('script');
    script.type = 'module';
    script.src = `${base}loader.js`;
    const loaded = new Promise((resolve) => script.addEventListener('load', resolve, { once: true }));
    page().head.append(script);
    await loaded;
    page().body.append(page().createElement('kith-unknown'), page().createElement('other-element'));
    expect(await requests()).to.deep.equal(['loader.js']);
    expect(defined()).to.equal(false);
  });

  it('loads a widget that the page adds later, also deep inside what it adds', async () => {
    addScript(`${base}loader.js`);
    await waitUntil(async () => (await requests()).length === 1, 'the loader has been asked for');
    const section = page().createElement('section');
    section.innerHTML = '<p>Groups: <kith-group-finder src="/fixtures/none.csv"></kith-group-finder></p>';
    page().body.append(section);
    await waitUntil(defined, 'the widget is defined', { timeout: 10_000 });
  });

  it('asks for each file once, however many widgets there are and however often the script is included', async () => {
    for (let n = 0; n < 5; n += 1) addWidget();
    addScript(`${base}loader.js`);
    addScript(`${base}loader.js`);
    await waitUntil(defined, 'the widget is defined', { timeout: 10_000 });
    const asked = await requests();
    expect(new Set(asked).size).to.equal(asked.length);
  });

  it('leaves the page its own words when a part cannot be had, and tries again with the next widget', async () => {
    allowConsole(/could not be loaded/);
    allowConsole('503');
    await control('fail?times=1000');
    const first = addWidget();
    addScript(`${base}loader.js`);
    await waitUntil(async () => (await requests()).length > 1, 'a part has been asked for');
    await new Promise((resolve) => host().requestAnimationFrame(resolve));
    expect(defined()).to.equal(false);
    expect(first.shadowRoot).to.equal(null);
    expect(first.textContent).to.equal('Ring us on 01632 960 001.');
    await control('fail?times=0');
    await waitUntil(
      () => {
        addWidget();
        return defined();
      },
      'the widget is defined at last',
      { timeout: 10_000 },
    );
    expect(host().customElements.get('kith-group-finder')).to.be.a('function');
  });

  it('tries again when the device is back online', async () => {
    allowConsole(/could not be loaded/);
    allowConsole('503');
    await control('fail?times=1000');
    addWidget();
    addScript(`${base}loader.js`);
    await waitUntil(async () => (await requests()).length > 1, 'a part has been asked for');
    await control('fail?times=0');
    await waitUntil(
      () => {
        host().dispatchEvent(new Event('online'));
        return defined();
      },
      'the widget is defined at last',
      { timeout: 10_000 },
    );
    expect(defined()).to.equal(true);
  });

  it('leaves nothing of itself in the page', async () => {
    const names = (): string[] => Object.getOwnPropertyNames(host());
    const before = new Set(names());
    addWidget();
    addScript(`${base}loader.js`);
    await waitUntil(defined, 'the widget is defined', { timeout: 10_000 });
    expect(names().filter((name) => !before.has(name) && !/^(lit|reactive)/.test(name))).to.deep.equal([]);
  });
});

describe('the single script', () => {
  for (const module of [false, true]) {
    it(`defines every widget as a ${module ? 'module' : 'classic script'}, in one request`, async () => {
      base = `/built/single-${Date.now().toString(36)}-${module}/`;
      frame = document.createElement('iframe');
      frame.src = '/test/pages/blank.html';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      watchConsole(host());
      allowConsole('/fixtures/none.csv');
      addWidget();
      addScript(`${base}single.js`, module);
      await waitUntil(defined, 'the widget is defined', { timeout: 10_000 });
      expect(await requests()).to.deep.equal(['single.js']);
      frame.remove();
    });
  }
});

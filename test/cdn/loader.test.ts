import { expect } from '@open-wc/testing';
import { waitUntil } from '../wait-until.js';

/** Built files are served under a path of their own per test, so that no module is in the browser's map already. */
let number = 0;
let frame: HTMLIFrameElement;
let base: string;
/** What the scripts said to the webmaster in the host page. */
let hints: string[];

/** The parts of a host page's window that the tests look at. */
type Host = Window & { console: Console; customElements: CustomElementRegistry };

const host = (): Host => frame.contentWindow as unknown as Host;
const page = (): Document => host().document;

/** Opens an empty page of somebody else. */
async function openPage(): Promise<void> {
  frame = document.createElement('iframe');
  frame.src = '/test/pages/blank.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  hints = [];
  host().console.warn = (...words: unknown[]) => void hints.push(words.join(' '));
}

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
    await openPage();
  });

  afterEach(() => frame.remove());

  it('lets widgets of different kind know of each other where they would share a name', async () => {
    for (const tag of ['kith-group-finder', 'kith-meeting-calendar']) {
      const widget = page().createElement(tag);
      for (const [name, value] of [
        ['src', '/fixtures/kith-directory.json'],
        ['url-state', 'groups'],
        ['country', 'GB'],
      ] as const)
        widget.setAttribute(name, value);
      page().body.append(widget);
    }
    addScript(`${base}loader.js`);
    const told = () =>
      hints.filter((hint) => hint.includes('another widget of this page is called "groups"'));
    await waitUntil(() => told().length > 0, 'one of the two is told');
    expect(told()).to.have.lengthOf(1);
  });

  it('loads a widget that stands in the page, wherever it is served and whatever it is called', async () => {
    addWidget();
    addScript(`${base}renamed.js?ver=6.7`);
    await waitUntil(defined, 'the widget is defined');
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
    await waitUntil(defined, 'the widget is defined');
  });

  describe('with a widget inside a component of the page', () => {
    /** A widget in a shadow root within a shadow root. */
    function insideTwo(mode: ShadowRootMode = 'open'): HTMLElement {
      const [outer, inner] = [page().createElement('div'), page().createElement('div')];
      inner.attachShadow({ mode }).innerHTML =
        '<section><kith-group-finder src="/fixtures/none.csv"></kith-group-finder></section>';
      outer.attachShadow({ mode: 'open' }).append(inner);
      return outer;
    }
    const waitUntilDefined = () => waitUntil(defined, 'the widget is defined');
    const waitUntilLoaded = () =>
      waitUntil(async () => (await requests()).length === 1, 'the loader has been asked for');

    it('loads it where it stands already', async () => {
      page().body.append(insideTwo());
      addScript(`${base}loader.js`);
      await waitUntilDefined();
    });

    it('loads it when the component comes later', async () => {
      addScript(`${base}loader.js`);
      await waitUntilLoaded();
      const section = page().createElement('section');
      section.append(insideTwo());
      page().body.append(section);
      await waitUntilDefined();
    });

    it('loads it when the component draws it later', async () => {
      const box = page().createElement('div');
      const root = box.attachShadow({ mode: 'open' });
      page().body.append(box);
      addScript(`${base}loader.js`);
      await waitUntilLoaded();
      root.append(insideTwo());
      await waitUntilDefined();
    });

    it('loads it when the component is defined later', async () => {
      page().body.append(page().createElement('their-card'), page().createElement('never-known'));
      addScript(`${base}loader.js`);
      await waitUntilLoaded();
      const { HTMLElement: Base } = host() as unknown as { HTMLElement: typeof HTMLElement };
      class TheirCard extends Base {
        connectedCallback(): void {
          this.attachShadow({ mode: 'open' }).append(insideTwo());
        }
      }
      host().customElements.define('their-card', TheirCard);
      await waitUntilDefined();
    });

    it('cannot look into a closed root; there the widget waits for another one in the page', async () => {
      page().body.append(insideTwo('closed'));
      addScript(`${base}loader.js`);
      await waitUntilLoaded();
      expect(defined()).to.equal(false);
      addWidget();
      await waitUntilDefined();
    });
  });

  it('is not led astray by elements that are called like something of JavaScript', async () => {
    const errors: string[] = [];
    host().addEventListener('error', ({ message }) => void errors.push(message));
    for (const name of ['constructor', '__proto__', 'font-face', 'x-y'])
      page().body.append(page().createElement(name));
    addScript(`${base}loader.js`);
    addWidget();
    await waitUntil(defined, 'the widget is defined');
    page().body.append(page().createElement('constructor'));
    addWidget();
    await fetch(`${base}log`);
    expect(errors).to.deep.equal([]);
  });

  it('asks for each file once, however many widgets there are and however often the script is included', async () => {
    for (let n = 0; n < 5; n += 1) addWidget();
    addScript(`${base}loader.js`);
    addScript(`${base}loader.js`);
    await waitUntil(defined, 'the widget is defined');
    const asked = await requests();
    expect(new Set(asked).size).to.equal(asked.length);
  });

  for (const part of ['', 'shared', 'group-finder']) {
    const what = part === '' ? 'nothing' : `all but its file "${part}"`;

    it(`leaves the page its own words when ${what} can be had, and tries again with the next widget`, async () => {
      await control(`fail?times=1000&of=${part}`);
      const first = addWidget();
      addScript(`${base}loader.js`);
      await waitUntil(
        () => hints.some((hint) => hint.includes('could not be loaded')),
        'the webmaster is told',
      );
      expect(defined()).to.equal(false);
      expect(first.shadowRoot).to.equal(null);
      expect(first.textContent).to.equal('Ring us on 01632 960 001.');
      await control('fail?times=0');
      addWidget();
      await waitUntil(defined, 'the widget is defined at last');
      expect(first.shadowRoot).to.not.equal(null);
      expect(hints.filter((hint) => /twice/.test(hint))).to.deep.equal([]);
    });
  }

  it('tries again when the device is back online', async () => {
    await control('fail?times=1000');
    addWidget();
    addScript(`${base}loader.js`);
    await waitUntil(
      () => hints.some((hint) => hint.includes('could not be loaded')),
      'the webmaster is told',
    );
    await control('fail?times=0');
    host().dispatchEvent(new Event('online'));
    await waitUntil(defined, 'the widget is defined at last');
  });

  it('tries as often as it takes', async () => {
    await control('fail?times=1000');
    addWidget();
    addScript(`${base}loader.js`);
    for (let tries = 1; tries <= 4; tries += 1) {
      await waitUntil(
        () => hints.filter((hint) => hint.includes('could not be loaded')).length === tries,
        `try ${tries} failed`,
      );
      host().dispatchEvent(new Event('online'));
    }
    await control('fail?times=0');
    await waitUntil(
      () => hints.filter((hint) => hint.includes('could not be loaded')).length >= 5 || defined(),
      'the fifth try ended',
    );
    host().dispatchEvent(new Event('online'));
    await waitUntil(defined, 'the widget is defined at last');
  });

  it('leaves nothing of itself in the page', async () => {
    const names = (): string[] => Object.getOwnPropertyNames(host());
    const before = new Set(names());
    addWidget();
    addScript(`${base}loader.js`);
    await waitUntil(defined, 'the widget is defined');
    expect(names().filter((name) => !before.has(name))).to.deep.equal([]);
  });
});

describe('the single script', () => {
  for (const module of [false, true]) {
    it(`defines every widget as a ${module ? 'module' : 'classic script'}, in one request`, async () => {
      base = `/built/single-${Date.now().toString(36)}-${module}/`;
      await openPage();
      addWidget();
      addScript(`${base}single.js`, module);
      await waitUntil(defined, 'the widget is defined');
      expect(await requests()).to.deep.equal(['single.js']);
      frame.remove();
    });
  }

  it('says where a rare format is read, and loads nothing more for it', async () => {
    base = `/built/single-${Date.now().toString(36)}-rare/`;
    await openPage();
    const widget = addWidget();
    widget.setAttribute('src', '/fixtures/bmlt.json');
    addScript(`${base}single.js`, false);
    await waitUntil(() => hints.some((hint) => hint.includes('Use loader.js in its place')), 'it is told');
    expect(hints.join('\n')).to.contain('does not read the format bmlt');
    expect(await requests()).to.deep.equal(['single.js']);
    frame.remove();
  });
});

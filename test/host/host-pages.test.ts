import { expect } from '@open-wc/testing';
import { expectConsole } from '../expect-console.js';
import { waitUntil } from '../wait-until.js';
import { openHostPage, type Setting, type Tag, type Widget } from './a-host-page.js';
import { expectAtHome, visit, visitCalendar } from './at-home.js';
import { changes, hostSnapshot } from './host-snapshot.js';

/** A visitor's own doing. */
const MOVED_ON = ['scroll', 'focus'];

interface Page extends Setting {
  readonly name: string;
  /** What shows a widget that the page keeps folded away. */
  readonly reveal?: (page: Document) => void;
  readonly console?: RegExp;
}

/** The box that a widget should fill: the one that it stands in, save where it shares that with others. */
const boxOf = (widget: Widget): HTMLElement =>
  widget.parentElement!.matches('.row') ? widget : widget.parentElement!;

const PAGES: readonly Page[] = [
  { name: 'strict-policy' },
  {
    name: 'own-lit',
    settled: (page) => page.querySelector('#own b') !== null,
  },
  { name: 'small-root' },
  { name: 'reset-theme' },
  { name: 'empty-hidden' },
  { name: 'dark' },
  { name: 'dark-undeclared' },
  { name: 'right-to-left' },
  { name: 'flex-row' },
  { name: 'float' },
  { name: 'hidden-tab', reveal: (page) => page.querySelector<HTMLElement>('#tab-groups')!.click() },
  {
    name: 'accordion',
    reveal: (page) => {
      page.querySelector('summary')!.click();
      page.querySelector<HTMLElement>('.opener')!.click();
    },
  },
  { name: 'form' },
  { name: 'wordpress' },
  {
    name: 'two-versions',
    console: /on this page twice: version 0\.\d\.\d stays, version 0\.\d\.\d is not used/,
  },
  { name: 'thirty' },
];

/** On these pages nothing depends on which widget it is. */
const FOR_ANY = ['thirty', 'two-versions', 'own-lit'];

const CASES: readonly { readonly tag: Tag; readonly page: Page }[] = [
  ...PAGES.map((page) => ({ tag: 'kith-group-finder', page }) as const),
  ...PAGES.filter(({ name }) => !FOR_ANY.includes(name)).map(
    (page) => ({ tag: 'kith-meeting-calendar', page }) as const,
  ),
];

const drawn = (window: Window): Promise<void> =>
  new Promise((resolve) => window.requestAnimationFrame(() => resolve()));

const visited = (widget: Widget): Promise<void> =>
  'searchable' in widget ? visit(widget) : visitCalendar(widget);

const listsAskedFor = (window: Window): PerformanceEntryList =>
  window.performance
    .getEntriesByType('resource')
    .filter(({ name: address }) => address.includes('/fixtures/'));

describe('on the page', () => {
  for (const { tag, page: entry } of CASES) {
    const { name, reveal, ...setting } = entry;
    it(`"${name}" a ${tag} is at home, and the page stays as it was`, async () => {
      if (setting.console) expectConsole(setting.console);
      const page = await openHostPage(name, setting, tag);
      await page.start();
      if (setting.console) await waitUntil(() => page.defined.length > 0);
      const loaded = hostSnapshot(page.window);
      expect(changes(page.before, loaded)).to.deep.equal([]);

      reveal?.(page.document);
      // What fits its width is known a frame later.
      await drawn(page.window);
      await drawn(page.window);
      const before = reveal ? hostSnapshot(page.window) : loaded;
      for (const widget of page.widgets()) expectAtHome(widget, boxOf(widget));
      await visited(page.widget());
      expect(changes(before, hostSnapshot(page.window), MOVED_ON)).to.deep.equal([]);
      expect([page.violations, page.errors]).to.deep.equal([[], []]);
      expect(page.defined).to.deep.equal([tag]);
      const requests = await page.requests();
      expect(new Set(requests).size, 'no file is asked for twice').to.equal(requests.length);
      expect(listsAskedFor(page.window), 'one request for a list that many show').to.have.lengthOf(1);
    });
  }

  it('"both" finder and calendar share what they are made of, and the page stays as it was', async () => {
    const page = await openHostPage('both', {}, 'kith-meeting-calendar');
    await page.start();
    const finder = page.document.querySelector('kith-group-finder')!;
    await finder.searchable;
    expect(changes(page.before, hostSnapshot(page.window))).to.deep.equal([]);
    await visit(finder);
    await visitCalendar(page.widget());
    expectAtHome(finder, finder.parentElement!);
    expectAtHome(page.widget(), page.widget().parentElement!);
    expect([page.violations, page.errors]).to.deep.equal([[], []]);
    const requests = await page.requests();
    expect(new Set(requests).size, 'no file is asked for twice').to.equal(requests.length);
    // One request where both ask at the same time; whoever comes later asks the browser's cache.
    expect(listsAskedFor(page.window).length).to.be.within(1, 2);
  });

  for (const name of ['flex-row', 'float', 'reset-theme', 'wordpress', 'form']) {
    for (const tag of ['kith-group-finder', 'kith-meeting-calendar'] as const) {
      it(`"${name}" a ${tag} has its place on a narrow phone too`, async () => {
        const page = await openHostPage(name, { width: 340 }, tag);
        await page.start();
        await drawn(page.window);
        for (const widget of page.widgets()) {
          expectAtHome(widget, boxOf(widget));
          expect(widget.getBoundingClientRect().width).to.be.above(180);
        }
      });
    }
  }
});

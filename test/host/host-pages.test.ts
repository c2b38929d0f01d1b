import { expect, waitUntil } from '@open-wc/testing';
import type { GroupFinder } from '../../src/index.js';
import { expectConsole } from '../expect-console.js';
import { type HostPage, openHostPage, type Setting } from './a-host-page.js';
import { expectAtHome, visit } from './at-home.js';
import { changes, hostSnapshot } from './host-snapshot.js';

/** A visitor's own doing. */
const MOVED_ON = ['scroll', 'focus'];

interface Page extends Setting {
  readonly name: string;
  /** What shows a finder that the page keeps folded away. */
  readonly reveal?: (page: Document) => void;
  readonly console?: RegExp;
}

/** The box that a finder should fill: the one that it stands in, save where it shares that with others. */
const boxOf = (finder: GroupFinder): HTMLElement =>
  finder.parentElement!.matches('.row') ? finder : finder.parentElement!;

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

const drawn = (page: HostPage): Promise<void> =>
  new Promise((resolve) => page.window.requestAnimationFrame(() => resolve()));

describe('on the page', () => {
  for (const { name, reveal, ...setting } of PAGES) {
    it(`"${name}" a finder is at home, and the page stays as it was`, async () => {
      if (setting.console) expectConsole(setting.console);
      const page = await openHostPage(name, setting);
      await page.start();
      if (setting.console) await waitUntil(() => page.defined.length > 0);
      const loaded = hostSnapshot(page.window);
      expect(changes(page.before, loaded)).to.deep.equal([]);

      reveal?.(page.document);
      await drawn(page);
      const before = reveal ? hostSnapshot(page.window) : loaded;
      for (const finder of page.finders()) expectAtHome(finder, boxOf(finder));
      await visit(page.finder());
      expect(changes(before, hostSnapshot(page.window), MOVED_ON)).to.deep.equal([]);
      expect([page.violations, page.errors]).to.deep.equal([[], []]);
      expect(page.defined).to.deep.equal(['kith-group-finder']);
      const requests = await page.requests();
      expect(new Set(requests).size, 'no file is asked for twice').to.equal(requests.length);
      const lists = page.window.performance
        .getEntriesByType('resource')
        .filter(({ name: address }) => address.includes('/fixtures/'));
      expect(lists, 'one request for a list that many show').to.have.lengthOf(1);
    });
  }

  for (const name of ['flex-row', 'float', 'reset-theme', 'wordpress', 'form']) {
    it(`"${name}" a finder has its place on a narrow phone too`, async () => {
      const page = await openHostPage(name, { width: 340 });
      await page.start();
      for (const finder of page.finders()) {
        expectAtHome(finder, boxOf(finder));
        expect(finder.getBoundingClientRect().width).to.be.above(180);
      }
    });
  }
});

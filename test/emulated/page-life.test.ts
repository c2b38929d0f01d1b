import { expect } from '@open-wc/testing';
import { aGroup, weekly } from '../domain/small-groups.js';
import { stubFetch } from '../stub-fetch.js';
import { waitUntil } from '../wait-until.js';
import { makeFinder, openFilters, search, tap } from '../widgets/group-finder/a-finder.js';
import { countMemory, type Memory, thereAndBack } from './emulate.js';

describe('a page that is left and found again', () => {
  it('comes out of the browser’s cache, and its finder says what is true then', async () => {
    const title = await thereAndBack('/test/pages/there-and-back.html', '/test/pages/blank.html');
    expect(title).to.match(
      /^back, searching "o": Saturday,? 28 November, 11:45.*; Sunday,? 29 November, 10:00/,
    );
  });
});

describe('the Back key, where the address says what is shown', () => {
  it('comes back to the opened group, then to the choice before it, then to the whole list', async () => {
    const title = await thereAndBack('/test/pages/address-there-and-back.html', '/test/pages/blank.html');
    expect(title).to.equal('back: opened sleep, grief, grief and sleep');
  });
});

describe('a hundred finders that came and went', () => {
  /** One finder that is used and taken away. */
  async function comeAndGo(n: number): Promise<WeakRef<Element>> {
    const box = document.createElement('div');
    document.body.append(box);
    const groups = Array.from({ length: 25 }, (_, n) =>
      aGroup({ topics: [n % 2 ? 'Sleep' : 'Grief'], meetings: [weekly('MO', '18:30')] }),
    );
    const finder = makeFinder(n % 2 ? { groups } : { src: '/groups.json' });
    box.append(finder);
    if (n % 3) {
      await finder.searchable;
      await search(finder, 'group');
      await openFilters(finder);
      await tap(finder, /^Group/);
    }
    box.remove();
    return new WeakRef(finder);
  }

  it('leave nothing in memory: no node, no listener, no timer that holds one', async () => {
    stubFetch(() =>
      Response.json({ groups: [{ name: 'Group one', topics: ['Sleep'] }, { name: 'Group two' }] }),
    );
    const comeAndGoTimes = async (times: number): Promise<Memory> => {
      const gone: WeakRef<Element>[] = [];
      for (let n = 0; n < times; n++) gone.push(await comeAndGo(n));
      let memory: Memory | undefined;
      await waitUntil(
        async () => {
          memory = await countMemory();
          return gone.every((finder) => !finder.deref());
        },
        'every finder is gone from memory',
        { timeout: 10_000 },
      );
      return memory as Memory;
    };
    const before = await comeAndGoTimes(6);
    const after = await comeAndGoTimes(100);
    expect(after.listeners).to.be.at.most(before.listeners);
    // One finder has hundreds of nodes.
    expect(after.nodes).to.be.at.most(before.nodes + 20);
    expect(after.documents).to.equal(before.documents);
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { byRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { held, stubFetch } from '../../stub-fetch.js';
import { aBox, aFinder, makeFinder, names, placeFinder, rowOf, search } from './a-finder.js';

const listing = (...of: string[]): Response => Response.json({ groups: of.map((name) => ({ name })) });

/** Listeners that are there now: added less removed, by what they listen to. */
function countListeners(target: EventTarget): { left: () => Record<string, number>; end: () => void } {
  const { addEventListener, removeEventListener } = target;
  const seen = new Map<string, Set<unknown>>();
  target.addEventListener = function add(
    this: EventTarget,
    type: string,
    listener: unknown,
    ...rest: unknown[]
  ) {
    seen.set(type, (seen.get(type) ?? new Set()).add(listener));
    return Reflect.apply(addEventListener, target, [type, listener, ...rest]);
  } as EventTarget['addEventListener'];
  target.removeEventListener = function remove(type: string, listener: unknown, ...rest: unknown[]) {
    seen.get(type)?.delete(listener);
    return Reflect.apply(removeEventListener, target, [type, listener, ...rest]);
  } as EventTarget['removeEventListener'];
  return {
    left: () => Object.fromEntries([...seen].flatMap(([type, { size }]) => (size > 0 ? [[type, size]] : []))),
    end: () => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    },
  };
}

describe('a finder in a page that changes', () => {
  it('goes on loading when it is moved', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const finder = placeFinder({ src: '/groups.json' });
    await finder.updateComplete;
    aBox().append(finder);
    give(listing('Calm'));
    await finder.ready;
    expect(names(finder)).to.deep.equal(['Calm']);
  });

  it('shows the last of two addresses, even when the first answers later', async () => {
    const first = held();
    const second = held();
    const asked = stubFetch((url, init) => (url.pathname === '/one.json' ? first : second).answer(url, init));
    const finder = placeFinder({ src: '/one.json' });
    await finder.updateComplete;
    finder.src = '/two.json';
    await finder.updateComplete;
    second.give(listing('Two'));
    await finder.ready;
    first.give(listing('One'));
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['Two']);
    expect(asked.inits[0]?.signal?.aborted).to.equal(true);
  });

  it('gives up a request when it leaves the page, and takes it up when it comes back', async () => {
    const one = held();
    const two = held();
    let times = 0;
    const asked = stubFetch((url, init) => (times++ === 0 ? one : two).answer(url, init));
    const box = aBox();
    const finder = placeFinder({ src: '/groups.json', into: box });
    await finder.updateComplete;
    finder.remove();
    expect(asked.inits[0]?.signal?.aborted).to.equal(true);
    box.append(finder);
    two.give(listing('Calm'));
    await finder.ready;
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['Calm']);
    expect(asked.urls).to.have.lengthOf(2);
  });

  it('keeps list and words when it is taken out and put back', async () => {
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm' }), aGroup({ name: 'Bold' })] });
    await search(finder, 'calm');
    finder.remove();
    aBox().append(finder);
    await finder.ready;
    expect(names(finder)).to.deep.equal(['Calm']);
    expect((byRole(finder, 'searchbox', en.searchLabel) as HTMLInputElement).value).to.equal('calm');
  });

  it('asks once for an address that two finders share', async () => {
    const { answer, give } = held();
    const asked = stubFetch(answer);
    const finders = [placeFinder({ src: '/groups.json' }), placeFinder({ src: '/groups.json' })];
    for (const finder of finders) await finder.updateComplete;
    give(listing('Calm'));
    for (const finder of finders) await finder.searchable;
    expect(asked.urls).to.have.lengthOf(1);
    for (const finder of finders) expect(names(finder)).to.deep.equal(['Calm']);
  });

  it('does not take the list from one finder when the other that shares it goes away', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const [goes, stays] = [placeFinder({ src: '/groups.json' }), placeFinder({ src: '/groups.json' })];
    await stays.updateComplete;
    goes.remove();
    give(listing('Calm'));
    await stays.ready;
    expect(names(stays)).to.deep.equal(['Calm']);
  });

  it('loads anew when the visitor’s zone is said to be another', async () => {
    const finder = await aFinder({
      groups: [aGroup({ name: 'Calm', meetings: [weekly('MO', '18:30', { attendance: 'online' })] })],
    });
    finder.timeZone = 'Asia/Kathmandu';
    await finder.ready;
    expect(textOf(rowOf(finder, 'Calm'))).to.match(/Tuesday,? 24 November, 00?:15/);
    expect(textOf(rowOf(finder, 'Calm'))).to.contain('18:30 in London');
  });

  it('leaves no listener behind after a hundred times in and out of a page', async () => {
    const watched = [countListeners(document), countListeners(window)];
    const groups = [aGroup({ name: 'Calm' })];
    try {
      for (let n = 0; n < 100; n++) {
        const finder = makeFinder({ groups });
        const box = aBox();
        box.append(finder);
        if (n % 10 === 0) await finder.searchable;
        finder.remove();
        if (n % 3 === 0) {
          box.append(finder);
          finder.remove();
        }
      }
      expect(watched.map(({ left }) => left())).to.deep.equal([{}, {}]);
    } finally {
      for (const { end } of watched) end();
    }
  });

  it('tells when it is ready, once for each load, with what was kept and left out', async () => {
    stubFetch(() => Response.json({ groups: [{ name: 'Calm' }, { name: 'Bold' }] }));
    const finder = makeFinder({ src: '/groups.json' });
    const told: Event[] = [];
    finder.addEventListener('kith-ready', (event) => told.push(event));
    aBox().append(finder);
    await finder.searchable;
    await finder.reload();
    expect(told).to.have.lengthOf(2);
    for (const event of told) expect(event).to.include({ groups: 2, kept: 2, leftOut: 0 });
  });
});

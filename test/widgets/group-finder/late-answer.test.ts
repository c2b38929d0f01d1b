import { expect } from '@open-wc/testing';
import { es } from '../../../src/i18n/es.js';
import type { GroupFinder } from '../../../src/widgets/group-finder/group-finder.js';
import { textOf } from '../../by-role.js';
import { aGroup } from '../../domain/small-groups.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, aFinder, makeFinder, names } from './a-finder.js';

const listing = (...of: string[]): Response => Response.json({ groups: of.map((name) => ({ name })) });

/** A network that answers each request when the test likes, in any order, and takes no notice of being told to stop. */
function deafNetwork() {
  const gives: ((answer: Response) => void)[] = [];
  const asked = stubFetch(
    () =>
      new Promise((resolve) => {
        gives.push(resolve);
      }),
  );
  return {
    asked,
    /** Answers the request of that number, and lets whoever waits for it take the answer in. */
    async give(number: number, answer: Response) {
      await waitUntil(() => gives.length > number, `request ${number} is made`);
      gives[number]?.(answer);
      const after = new Promise((resolve) => requestAnimationFrame(resolve));
      await after;
    },
  };
}

function watched(setting: Parameters<typeof makeFinder>[0]) {
  const finder = makeFinder(setting);
  const told: string[] = [];
  for (const type of ['kith-ready', 'kith-problem']) finder.addEventListener(type, () => told.push(type));
  return { finder, told };
}

async function place(finder: GroupFinder, box = aBox()): Promise<void> {
  box.append(finder);
  await finder.updateComplete;
}

describe('an answer that comes late', () => {
  it('is passed over when the address has changed twice meanwhile', async () => {
    const { give, asked } = deafNetwork();
    const { finder, told } = watched({ src: '/one.json' });
    await place(finder);
    for (const src of ['/two.json', '/three.json']) {
      finder.src = src;
      await finder.updateComplete;
    }
    await give(2, listing('Three'));
    await finder.searchable;
    await give(0, listing('One'));
    await give(1, listing('Two'));
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['Three']);
    expect(told).to.deep.equal(['kith-ready']);
    expect(asked.inits.map(({ signal }) => signal?.aborted)).to.deep.equal([true, true, false]);
  });

  it('of the first address is passed over when the page goes back to it before it is there', async () => {
    const { give } = deafNetwork();
    const { finder, told } = watched({ src: '/one.json' });
    await place(finder);
    finder.src = '/two.json';
    await finder.updateComplete;
    finder.src = '/one.json';
    await finder.updateComplete;
    await give(1, listing('Two'));
    await give(0, listing('One, long ago'));
    await give(2, listing('One'));
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['One']);
    expect(told).to.deep.equal(['kith-ready']);
  });

  it('neither shows nor tells anything once the finder has left the page', async () => {
    const { give, asked } = deafNetwork();
    const { finder, told } = watched({ src: '/groups.json' });
    await place(finder);
    finder.remove();
    await give(0, listing('Calm'));
    await finder.ready;
    expect(names(finder)).to.deep.equal([]);
    expect(told).to.deep.equal([]);
    expect(asked.urls).to.have.lengthOf(1);
    await place(finder);
    await give(1, listing('Calm again'));
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['Calm again']);
    expect(told).to.deep.equal(['kith-ready']);
  });

  it('gives way to the one that reload() has asked for', async () => {
    const { give } = deafNetwork();
    const { finder, told } = watched({ src: '/groups.json' });
    await place(finder);
    const again = finder.reload();
    await give(1, listing('New'));
    await give(0, listing('Old'));
    await again;
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['New']);
    expect(told).to.deep.equal(['kith-ready']);
  });

  it('that is a failure is nobody’s problem any more', async () => {
    const { give } = deafNetwork();
    const { finder, told } = watched({ src: '/groups.json' });
    await place(finder);
    const again = finder.reload();
    await give(1, listing('New'));
    await again;
    await give(0, new Response('', { status: 500 }));
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['New']);
    expect(told).to.deep.equal(['kith-ready']);
  });

  it('does not replace a directory that the page has given meanwhile', async () => {
    const { give } = deafNetwork();
    const { finder } = watched({ src: '/groups.json' });
    await place(finder);
    finder.directory = { groups: [aGroup({ name: 'At hand' })] };
    await finder.updateComplete;
    await give(0, listing('Late'));
    await finder.searchable;
    expect(names(finder)).to.deep.equal(['At hand']);
  });

  it('is told in the language that the page has changed to', async () => {
    const { give } = deafNetwork();
    const box = aBox();
    box.lang = 'en';
    const { finder } = watched({ src: '/groups.json' });
    await place(finder, box);
    box.lang = 'es';
    await give(0, listing('Calma', 'Paz'));
    await finder.searchable;
    await waitUntil(() => textOf(finder.shadowRoot!).includes(es.searchLabel), 'it speaks Spanish');
    expect(names(finder)).to.deep.equal(['Calma', 'Paz']);
  });

  it('is told in the language of the place that the finder was moved to', async () => {
    const { give } = deafNetwork();
    const { finder, told } = watched({ src: '/groups.json' });
    await place(finder);
    const box = aBox();
    box.lang = 'es';
    box.append(finder);
    await give(1, listing('Calma'));
    await give(0, listing('Calm'));
    await finder.searchable;
    await waitUntil(() => textOf(finder.shadowRoot!).includes(es.searchLabel), 'it speaks Spanish');
    expect(names(finder)).to.deep.equal(['Calma']);
    expect(told).to.deep.equal(['kith-ready']);
  });
});

describe('a list that is there', () => {
  it('stays, with its state, while a finder is moved about a hundred times', async () => {
    const asked = stubFetch(() => listing('Calm', 'Bold'));
    const finder = await aFinder({ src: '/groups.json' });
    const boxes = [aBox(), aBox('section')];
    for (let n = 0; n < 100; n++) boxes[n % 2]?.append(finder);
    await finder.searchable;
    expect(names(finder)).to.have.members(['Calm', 'Bold']);
    expect(asked.urls).to.have.lengthOf(1);
  });
});

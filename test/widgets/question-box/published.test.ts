import { expect } from '@open-wc/testing';
import type { CatalogueEntry } from '../../../src/domain/sealing/catalogue.js';
import { en } from '../../../src/i18n/en.js';
import { boxAtHand } from '../../../stories/box-at-hand.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { DAY, NOW } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aPlace,
  choose,
  click,
  everything,
  fill,
  find,
  has,
  makeBox,
  type OnPage,
  root,
  said,
  says,
  shown,
} from './a-box.js';

const anEntry = (id: string, parts: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  day: 20_770,
  topic: 'Work',
  lang: 'en',
  question: `What about ${id}?`,
  answer: `We found ${id} hard.`,
  ...parts,
});

const many = (n: number): CatalogueEntry[] =>
  Array.from({ length: n }, (_, at) => anEntry(`entry-${at}`, { day: 20_000 + at }));

async function reading(entries: readonly CatalogueEntry[]): Promise<OnPage> {
  const made = await aBox({ entries });
  await click(made.box, en.boxRead);
  await shown(made.box, '#words');
  return made;
}

const questions = (box: OnPage['box']): string[] =>
  allByRole(find(box, '.entries'), 'summary').map((summary) => textOf(summary));

describe('reading published answers', () => {
  it('shows the newest first, each under its question, as experience', async () => {
    const { box } = await reading([
      anEntry('old', { day: 20_700 }),
      anEntry('new', { day: 20_775 }),
      anEntry('middle'),
    ]);
    expect(questions(box)).to.deep.equal(['What about new?', 'What about middle?', 'What about old?']);
    expect(said(box)).to.contain(en.boxExperience);
    byRole(find(box, '.entries'), 'summary', 'What about new?').click();
    await says(box, 'We found new hard.');
  });

  it('searches and narrows by topic, and says how many are left', async () => {
    const { box } = await reading([
      anEntry('sleep', { topic: 'Family' }),
      anEntry('bosses'),
      anEntry('colleagues'),
    ]);
    await fill(box, '#words', 'sleep');
    expect(questions(box)).to.deep.equal(['What about sleep?']);
    expect(said(box)).to.contain('1 answer');
    await fill(box, '#words', 'zebra');
    expect(said(box)).to.contain(en.boxFoundNone);
    await fill(box, '#words', '');
    await choose(box, '#topics', 'Work');
    expect(questions(box)).to.have.members(['What about bosses?', 'What about colleagues?']);
  });

  it('shows twenty at a time', async () => {
    const { box } = await reading(many(45));
    expect(questions(box)).to.have.lengthOf(20);
    await click(box, 'Show 20 more');
    await click(box, 'Show 5 more');
    expect(questions(box)).to.have.lengthOf(45);
  });

  it('opens the one that the page’s address names, and leaves the address alone', async () => {
    const before = location.href;
    history.replaceState(null, '', '#kith-answer-entry-3');
    try {
      const { box } = await aBox({ entries: many(30) });
      await shown(box, '#entry-entry-3[open]');
      expect(said(box)).to.contain('We found entry-3 hard.');
      await waitUntil(() => root(box).activeElement?.closest('#entry-entry-3'));
      expect(location.hash).to.equal('#kith-answer-entry-3');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('copies a link to an answer, and leaves the address alone', async () => {
    const taken: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => taken.push(text) },
    });
    const { href } = location;
    try {
      const { box } = await reading([anEntry('sleep')]);
      byRole(find(box, '.entries'), 'summary').click();
      await click(box, en.boxLink);
      await says(box, en.boxLinkCopied);
      expect(taken.map((link) => new URL(link).hash)).to.deep.equal(['#kith-answer-sleep']);
      expect(location.href).to.equal(href);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('shows what was published as text alone: no markup, no link, no foreign direction beyond its line', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><a href="https://example.org">Click</a>';
    const { box } = await reading([
      anEntry('one', {
        question: `${hostile} \u202eQuestion`,
        answer: `${hostile}\n\nhttps://example.org/x \u2066 tel:116123`,
      }),
      anEntry('two', { topic: '<b>Topic</b>' }),
    ]);
    const entries = find(box, '.entries');
    for (const summary of allByRole(entries, 'summary')) summary.click();
    expect(entries.querySelectorAll('a, img, script, b').length).to.equal(0);
    expect(entries.textContent).to.contain(hostile);
    expect('hacked' in window).to.equal(false);
    for (const line of entries.querySelectorAll<HTMLElement>('summary > span, .written')) {
      expect(line.dir).to.equal('auto');
      expect(getComputedStyle(line).unicodeBidi).to.match(/isolate|plaintext/);
    }
  });

  it('says that there are none', async () => {
    const { box } = await aBox();
    await click(box, en.boxRead);
    await says(box, en.boxReadNone);
  });
});

describe('a server that meddles with published answers', () => {
  const MEDDLING: readonly [string, (mine: Awaited<ReturnType<typeof boxAtHand>>) => Promise<unknown>][] = [
    [
      'signed by somebody else',
      async () => (await boxAtHand({ now: NOW, entries: [anEntry('forged')] })).file.catalogue,
    ],
    [
      'altered by a letter',
      async ({ file }) => {
        const payload = String(file.catalogue?.payload);
        return { ...file.catalogue, payload: `${payload.slice(0, -4)}AAAA` };
      },
    ],
    ['of another kind', async ({ file }) => file.manifest],
    ['that are no document', async () => ({ entries: [anEntry('forged')] })],
    ['that are text', async () => '<p>forged</p>'],
  ];
  for (const [title, meddle] of MEDDLING) {
    it(`shows no answers ${title}, and still takes questions`, async () => {
      expectConsole(/published answers do not fit/);
      const hand = await boxAtHand({ now: NOW, entries: [anEntry('sleep')] });
      const catalogue = await meddle(hand);
      const { box } = await makeBox({ hand });
      box.inbox = { ...hand.inbox, box: async () => ({ manifest: hand.file.manifest, catalogue }) };
      aPlace().append(box);
      await box.ready;
      expect(has(box, 'form.write')).to.equal(true);
      await click(box, en.boxRead);
      await says(box, en.boxReadBad);
      expect(everything(box)).to.not.contain('forged');
      expect(everything(box)).to.not.contain('What about sleep');
    });
  }
});

describe('answers from a file, without a server', () => {
  async function fromFile(answer: () => Response, keyId?: string): Promise<OnPage> {
    const hand = await boxAtHand({ now: NOW, entries: [anEntry('sleep')] });
    const { box } = await makeBox({
      hand,
      attributes: { answers: '/answers.json', ...(keyId ? { 'key-id': keyId } : {}) },
    });
    box.inbox = undefined;
    stubFetch(() => (answer ? answer() : Response.json(hand.file)));
    aPlace().append(box);
    await box.ready;
    return { box, hand };
  }

  it('shows them, also long after the key is out of use, and offers no form', async () => {
    const hand = await boxAtHand({ now: NOW, entries: [anEntry('sleep')] });
    const { box } = await makeBox({ hand, now: NOW + 500 * DAY, attributes: { answers: '/answers.json' } });
    box.inbox = undefined;
    stubFetch(() => Response.json(hand.file));
    aPlace().append(box);
    await box.ready;
    await shown(box, '.entries');
    expect(questions(box)).to.deep.equal(['What about sleep?']);
    expect(has(box, 'textarea')).to.equal(false);
    expect(box.matches(':state(ready)')).to.equal(true);
  });

  it('shows none that another key has signed', async () => {
    expectConsole(/published answers do not fit/);
    const hand = await boxAtHand({ now: NOW, entries: [anEntry('sleep')] });
    const { box } = await fromFile(() => Response.json(hand.file));
    await says(box, en.boxReadBad);
    expect(everything(box)).to.not.contain('What about sleep');
  });

  for (const [title, answer] of [
    ['is not there', () => new Response('', { status: 404 })],
    ['is a page', () => new Response('<!doctype html>')],
    ['is something else', () => Response.json({ groups: [] })],
  ] as const) {
    it(`says so when the file ${title}`, async () => {
      expectConsole(/<kith-question-box answers>/);
      const { box } = await fromFile(answer);
      await says(box, en.boxReadFailed);
      expect(byRole(box, 'link', '116 123').checkVisibility()).to.equal(true);
    });
  }

  it('does not depend on the server that takes questions', async () => {
    expectConsole(/could not be reached/);
    const hand = await boxAtHand({ now: NOW, entries: [anEntry('sleep')] });
    const { box } = await makeBox({ hand, attributes: { answers: '/answers.json', backend: '/box/' } });
    box.inbox = undefined;
    stubFetch((url) => {
      if (url.pathname === '/answers.json') return Response.json(hand.file);
      throw new TypeError('Failed to fetch');
    });
    aPlace().append(box);
    await box.ready;
    expect(said(box)).to.contain(en.boxFailed);
    await click(box, en.boxRead);
    await shown(box, '.entries');
    expect(questions(box)).to.deep.equal(['What about sleep?']);
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { QuickExitEvent } from '../../../src/parts/quick-exit.js';
import { byRole } from '../../by-role.js';
import { consoleLines } from '../../expect-console.js';
import { press } from '../../keys.js';
import { stubFetch } from '../../stub-fetch.js';
import {
  aBox,
  aPlace,
  choose,
  click,
  comeBack,
  everything,
  fill,
  find,
  has,
  keep,
  leave,
  look,
  makeBox,
  type OnPage,
  said,
  says,
  send,
  shown,
  tick,
  write,
  written,
} from './a-box.js';
import '../../../src/define/group-finder.js';
import { waitUntil } from '../../wait-until.js';

const SECRET = 'quetzalcoatl';
const QUESTION = `What does ${SECRET} mean to my mother?`;
const ANSWER = 'It means axolotl to us.';
const ENTRIES = [
  {
    id: 'a',
    day: 20_770,
    topic: 'Work',
    lang: 'en',
    question: 'Do I tell my boss?',
    answer: 'Only you know.',
  },
  { id: 'b', day: 20_771, topic: 'Family', lang: 'en', question: 'And my mother?', answer: 'Perhaps.' },
];

/** What a page keeps beyond its own life. */
async function kept(): Promise<Record<string, unknown>> {
  return {
    cookie: document.cookie,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    databases: indexedDB.databases ? (await indexedDB.databases()).map(({ name }) => name) : [],
    caches: 'caches' in window ? await caches.keys() : [],
    history: history.length,
    state: JSON.stringify(history.state),
    address: location.href,
    title: document.title,
    name: window.name,
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  };
}

/**
 * Nothing of what was typed, made or read is in the box. A group of a code is looked for as it is written: in small letters, now and then,
 * it is a piece of a word that the page says anyway.
 */
function expectNothingOf(box: OnPage['box'], ...codes: readonly string[]): void {
  const all = everything(box);
  const small = all.toLowerCase();
  for (const secret of [SECRET, 'axolotl', ...codes.flatMap((code) => [code, code.replaceAll(' ', '')])])
    expect(small.includes(secret.toLowerCase()), secret).to.equal(false);
  for (const group of codes.flatMap((code) => code.split(' ')))
    expect(all.includes(group), group).to.equal(false);
}

/** Keeps the page where it is when a way out is taken. */
function staying(): { readonly left: () => number; end(): void } {
  let left = 0;
  const stay = (event: Event) => {
    left++;
    event.preventDefault();
  };
  document.addEventListener(QuickExitEvent.type, stay);
  return { left: () => left, end: () => document.removeEventListener(QuickExitEvent.type, stay) };
}

describe('the traces of a visit', () => {
  it('are none in the browser’s stores, history, address and title, from the first word to the erasure', async () => {
    const before = await kept();
    const events: Event[] = [];
    const types = ['kith-box-ready', 'kith-box-problem', 'kith-question-sent', 'kith-quick-exit'];
    for (const type of types) document.addEventListener(type, (event) => events.push(event), { once: true });
    const { box, hand } = await aBox({ entries: ENTRIES });
    await write(box, QUESTION);
    await choose(box, '#topic', 'Family');
    const code = await send(box, QUESTION);
    await keep(box);
    await hand.answer(ANSWER);
    await look(box, code);
    expect(said(box)).to.contain(ANSWER);
    await click(box, en.boxErase);
    await click(box, en.boxEraseYes);
    await shown(box, '.erased');
    expect(await kept()).to.deep.equal(before);

    const told = events.map((event) => JSON.stringify(Object.entries(event))).join();
    expect(events.length).to.be.above(1);
    for (const secret of [SECRET, 'axolotl', ...code.split(' ')]) {
      expect(told.includes(secret)).to.equal(false);
      expect(consoleLines().some(({ text }) => text.includes(secret))).to.equal(false);
    }
  });

  it('are none beside the next question, where the one before was sent faster than it was looked through', async () => {
    const { box, hand } = await aBox();
    const { setTimeout: start, clearTimeout: stop } = window;
    const resting = new Map<number, () => void>();
    window.setTimeout = ((run: () => void, ms?: number) => {
      const id = start(ms === 400 ? () => {} : run, ms);
      if (ms === 400) resting.set(id, run);
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      resting.delete(Number(id));
      stop(id);
    };
    try {
      await write(box, 'Ring me on 07700 900123');
      await waitUntil(() => resting.size === 1);
      await tick(box, 'no-code');
      await click(box, en.boxSend);
      await shown(box, '.done');
      expect(hand.rows.size).to.equal(1);
      for (const run of resting.values()) run();
    } finally {
      Object.assign(window, { setTimeout: start, clearTimeout: stop });
    }
    await click(box, en.boxAnother);
    await shown(box, '#text');
    expect(everything(box).includes('900123')).to.equal(false);
  });

  it('are none in events and console when everything goes wrong either', async () => {
    const { box } = await aBox({
      server: {
        send: () => Promise.reject(new Error('odd')),
        answers: () => Promise.reject(new Error('odd')),
      },
    });
    await write(box, QUESTION);
    await click(box, en.boxSend);
    await says(box, en.boxSendRefused);
    await look(box, '7'.repeat(25));
    expect(consoleLines()).to.have.lengthOf(0);
  });

  it('are not offered to the browser, to correctors or to translators: every field says so', async () => {
    const { box } = await aBox({ entries: ENTRIES });
    const attributes = (selector: string) =>
      Object.fromEntries([...find(box, selector).attributes].map(({ name, value }) => [name, value]));
    const quiet = {
      autocomplete: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      writingsuggestions: 'false',
      translate: 'no',
    };
    expect(attributes('#text')).to.include({ ...quiet, 'data-gramm': 'false' });
    expect(attributes('form.write')).to.include({ autocomplete: 'off' });
    expect(attributes('#topic')).to.include({ autocomplete: 'off' });
    await click(box, en.boxLook);
    await shown(box, '#code');
    expect(attributes('#code')).to.include(quiet);
    expect(attributes('form.look')).to.include({ autocomplete: 'off' });
    await click(box, en.boxRead);
    await shown(box, '#words');
    expect(attributes('#words')).to.include({ autocomplete: 'off', spellcheck: 'false' });
    // A field without a name is nothing that a browser fills in again.
    for (const selector of ['#words']) expect(find(box, selector).hasAttribute('name')).to.equal(false);
  });

  it('are no form that a browser would send or save', async () => {
    const { box } = await aBox();
    for (const form of box.shadowRoot?.querySelectorAll('form') ?? []) {
      expect(form.hasAttribute('action')).to.equal(false);
      expect(form.method).to.equal('get');
    }
    expect(find(box, '#text').hasAttribute('name')).to.equal(false);
  });
});

/** Every way in which a page is left. */
const WAYS: readonly [string, (box: OnPage['box']) => Promise<void>][] = [
  [
    'by the way out',
    async (box) => {
      byRole(box, 'button', en.exit).click();
    },
  ],
  [
    'by three presses of Shift',
    async () => {
      for (let n = 0; n < 3; n++) await press('Shift');
    },
  ],
  [
    'by the way out of another widget',
    async () => {
      const finder = document.createElement('kith-group-finder');
      finder.country = 'GB';
      finder.directory = { groups: [] };
      aPlace().append(finder);
      await finder.ready;
      byRole(finder, 'button', en.exit).click();
    },
  ],
  ['in any way, and may be kept for Back', async () => leave(true)],
  ['in any way, for good', async () => leave(false)],
];

for (const [title, go] of WAYS) {
  describe(`a page that is left ${title}`, () => {
    let exit: ReturnType<typeof staying>;
    beforeEach(() => {
      exit = staying();
    });
    afterEach(() => exit.end());

    /** Leaves, and checks before the box has had the time to draw anew: the page may be frozen at once. */
    async function gone(box: OnPage['box'], ...secrets: readonly string[]): Promise<void> {
      await go(box);
      expectNothingOf(box, ...secrets);
      await box.updateComplete;
      expectNothingOf(box, ...secrets);
      comeBack();
      await box.updateComplete;
      await box.updateComplete;
      expectNothingOf(box, ...secrets);
    }

    it('keeps nothing of what is being written', async () => {
      const { box } = await aBox({ entries: ENTRIES });
      await write(box, `${QUESTION} My name is Axolotl.`);
      await choose(box, '#topic', 'Family');
      await tick(box, 'publish');
      await says(box, en.boxDetails);
      await gone(box);
      expect(written(box)).to.equal('');
      expect(find<HTMLSelectElement>(box, '#topic').value).to.equal('');
      expect(find<HTMLInputElement>(box, '[name=publish]').checked).to.equal(false);
    });

    it('keeps nothing of what is on its way', async () => {
      const { box } = await aBox({ server: { send: () => new Promise(() => {}) } });
      await write(box, QUESTION);
      await click(box, en.boxSend);
      await says(box, en.boxSending);
      await gone(box);
      expect(has(box, '#text')).to.equal(true);
      await write(box, '');
      await click(box, en.boxSend);
      await says(box, en.boxEmpty);
    });

    it('keeps no code', async () => {
      const { box } = await aBox();
      const code = await send(box, QUESTION);
      await gone(box, code);
    });

    it('keeps nothing of a code that is being typed', async () => {
      const { box } = await aBox();
      await click(box, en.boxLook);
      await shown(box, '#code');
      await fill(box, '#code', SECRET);
      await gone(box);
      await fill(box, '#code', SECRET);
      await click(box, en.boxShow);
      await shown(box, '#wrong p');
      await gone(box);
    });

    it('keeps no answer', async () => {
      const { box, hand } = await aBox();
      const code = await send(box, QUESTION);
      await keep(box);
      await hand.answer(ANSWER);
      await look(box, code);
      expect(said(box)).to.contain(ANSWER);
      await click(box, en.boxErase);
      await gone(box, code);
    });

    it('keeps nothing of what somebody searched for', async () => {
      const { box } = await aBox({ entries: ENTRIES });
      await click(box, en.boxRead);
      await shown(box, '#words');
      await fill(box, '#words', SECRET);
      await choose(box, '#topics', 'Family');
      await gone(box);
      expect(find<HTMLSelectElement>(box, '#topics').value).to.equal('');
    });
  });
}

describe('a page that is left while something is on its way', () => {
  it('shows no answer that comes afterwards', async () => {
    const { box, hand } = await aBox();
    const code = await send(box, QUESTION);
    await keep(box);
    await hand.answer(ANSWER);
    await click(box, en.boxLook);
    await shown(box, '#code');
    await fill(box, '#code', code);
    await click(box, en.boxShow);
    leave();
    // Long enough for what was on its way: a second look-up takes the same way and is through.
    await look(box, code);
    await click(box, en.boxHide);
    expectNothingOf(box, code);
  });

  it('shows no receipt that comes afterwards', async () => {
    let end: (() => void) | undefined;
    const { box } = await aBox({
      server: {
        send: () =>
          new Promise((resolve) => {
            end = () => resolve({ outcome: 'kept', expiresDay: 20_868 });
          }),
      },
    });
    await write(box, QUESTION);
    await click(box, en.boxSend);
    await waitUntil(() => end, 'the question is on its way');
    leave();
    end?.();
    await box.updateComplete;
    await write(box, '');
    await click(box, en.boxSend);
    await says(box, en.boxEmpty);
    expect(has(box, '.receipt')).to.equal(false);
  });

  it('asks for nothing more over the network', async () => {
    const { hand } = await makeBox();
    const asked = stubFetch((url) => {
      if (url.pathname.endsWith(hand.boxId)) return Response.json(hand.file);
      throw new TypeError('Failed to fetch');
    });
    const { box } = await makeBox({ hand, attributes: { backend: '/box/' } });
    box.inbox = undefined;
    aPlace().append(box);
    await box.ready;
    await write(box, QUESTION);
    await click(box, en.boxSend);
    await says(box, en.boxWaitUnreachable);
    leave();
    const { length } = asked.urls;
    window.dispatchEvent(new Event('online'));
    await write(box, '');
    await click(box, en.boxSend);
    await says(box, en.boxEmpty);
    expect(asked.urls).to.have.lengthOf(length);
  });
});

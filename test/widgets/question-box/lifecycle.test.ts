import { expect } from '@open-wc/testing';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import { es } from '../../../src/i18n/es.js';
import type { QuestionBoxReadyEvent } from '../../../src/widgets/question-box/question-box.events.js';
import { boxAtHand } from '../../../stories/box-at-hand.js';
import { byRole } from '../../by-role.js';
import { DAY, NOW } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { held, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aPlace,
  click,
  codeOf,
  find,
  has,
  keep,
  look,
  makeBox,
  placeBox,
  root,
  said,
  says,
  send,
  shown,
  WORDS,
  write,
  written,
} from './a-box.js';

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

/** A box that asks a server by address. */
async function overTheNetwork() {
  const { box, hand } = await makeBox({ attributes: { backend: '/box/' } });
  box.inbox = undefined;
  return { box, hand };
}

describe('a question box in a page that changes', () => {
  it('goes on loading when it is moved', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const { box, hand } = await overTheNetwork();
    aPlace().append(box);
    await box.updateComplete;
    aPlace().append(box);
    give(Response.json(hand.file));
    await box.ready;
    expect(has(box, 'form.write')).to.equal(true);
  });

  it('gives up a request when it leaves the page, and takes it up when it comes back', async () => {
    const one = held();
    const two = held();
    let times = 0;
    const asked = stubFetch((url, init) => (times++ === 0 ? one : two).answer(url, init));
    const { box, hand } = await overTheNetwork();
    const place = aPlace();
    place.append(box);
    await says(box, en.boxLoading);
    box.remove();
    expect(asked.inits[0]?.signal?.aborted).to.equal(true);
    place.append(box);
    two.give(Response.json(hand.file));
    await box.ready;
    expect(has(box, 'form.write')).to.equal(true);
  });

  it('keeps the words when it is taken out and put back', async () => {
    const { box } = await aBox();
    await write(box, WORDS);
    box.remove();
    aPlace().append(box);
    await box.ready;
    expect(written(box)).to.equal(WORDS);
    await send(box);
  });

  it('keeps the code when it is moved', async () => {
    const { box } = await aBox();
    const code = await send(box);
    aPlace().append(box);
    await box.ready;
    expect(codeOf(box)).to.equal(code);
  });

  it('keeps the words when any attribute is another', async () => {
    const { box, hand } = await aBox();
    await write(box, WORDS);
    const changes: Readonly<Record<string, string>> = {
      'min-epoch': '1',
      'key-id': `${hand.keyId} ${'A'.repeat(43)}`,
      country: 'US',
      'time-zone': 'America/New_York',
      theme: 'dark',
      lang: 'es',
      hours: 'los martes',
      'exit-url': 'https://www.example.org/',
    };
    for (const [name, value] of Object.entries(changes)) {
      box.setAttribute(name, value);
      await box.ready;
      await shown(box, '#text');
      expect(written(box), name).to.equal(WORDS);
    }
  });

  it('keeps the words while the server cannot be reached, and shows them when it can', async () => {
    let up = true;
    const { box, hand } = await overTheNetwork();
    stubFetch(() => {
      if (!up) throw new TypeError('Failed to fetch');
      return Response.json(hand.file);
    });
    expectConsole(/could not be reached/);
    aPlace().append(box);
    await box.ready;
    await write(box, WORDS);
    up = false;
    await box.reload();
    up = true;
    await box.reload();
    expect(written(box)).to.equal(WORDS);
  });

  it('shows what the last of two keys allows, also when the first answers later', async () => {
    const first = held();
    const second = held();
    let times = 0;
    stubFetch((url, init) => (times++ === 0 ? first : second).answer(url, init));
    const one = await overTheNetwork();
    const two = await boxAtHand({ now: NOW, topics: ['Second'] });
    aPlace().append(one.box);
    await says(one.box, en.boxLoading);
    one.box.boxId = two.boxId;
    one.box.keyId = two.keyId;
    await one.box.updateComplete;
    second.give(Response.json(two.file));
    await one.box.ready;
    first.give(Response.json(one.hand.file));
    await one.box.updateComplete;
    expect(said(one.box)).to.contain('Second');
  });

  it('leaves no listener behind after fifty times in and out of a page', async () => {
    const { hand } = await makeBox();
    const watched = [countListeners(document), countListeners(window)];
    try {
      for (let n = 0; n < 50; n++) {
        const { box } = await makeBox({ hand });
        const place = aPlace();
        place.append(box);
        if (n % 10 === 0) await box.ready;
        if (n % 20 === 0) {
          await write(box, WORDS);
          await says(box, 'Questions are next read');
        }
        box.remove();
        if (n % 3 === 0) {
          place.append(box);
          box.remove();
        }
      }
      expect(watched.map(({ left }) => left())).to.deep.equal([{}, {}]);
    } finally {
      for (const { end } of watched) end();
    }
  });

  it('stands beside another box, each with its own words, codes and answers', async () => {
    const one = await aBox();
    const two = await aBox();
    await write(one.box, 'One');
    await write(two.box, 'Two');
    await send(two.box, 'Two');
    expect(written(one.box)).to.equal('One');
    const code = await send(one.box, 'One');
    expect([one.hand.rows.size, two.hand.rows.size]).to.deep.equal([1, 1]);
    await keep(two.box);
    await two.hand.answer('To two');
    // The code of one box opens nothing in the other.
    await look(two.box, code);
    expect(said(two.box)).to.contain(en.boxNoAnswer);
  });

  it('tells once for each load that it is ready, and whether it takes questions', async () => {
    const { box } = await makeBox({
      entries: [{ id: 'a', day: 20_770, topic: '', lang: '', question: 'A?', answer: 'B.' }],
    });
    const told: QuestionBoxReadyEvent[] = [];
    box.addEventListener('kith-box-ready', (event) => told.push(event));
    aPlace().append(box);
    await box.ready;
    await box.reload();
    expect(told.map(({ asks, answers }) => [asks, answers])).to.deep.equal([
      [true, 1],
      [true, 1],
    ]);
  });

  it('closes when the device’s date leaves what the key allows, and keeps the words', async () => {
    let now = NOW;
    const { box } = await makeBox();
    box.clock = () => now;
    aPlace().append(box);
    await box.ready;
    await write(box, WORDS);
    now = NOW + 83 * DAY;
    window.dispatchEvent(new Event('focus'));
    await says(box, 'Please check the date on this device');
    expect(has(box, 'form.write')).to.equal(false);
    now = NOW;
    window.dispatchEvent(new Event('focus'));
    await shown(box, '#text');
    expect(written(box)).to.equal(WORDS);
  });
});

describe('a page without a secure connection', () => {
  it('shows everything but the form, and says why', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle');
    expectConsole(/page with https/);
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, get: () => undefined });
    const hand = await (async () => {
      if (subtle) Object.defineProperty(Crypto.prototype, 'subtle', subtle);
      const made = await boxAtHand({ now: NOW });
      Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, get: () => undefined });
      return made;
    })();
    try {
      const { box } = await placeBox({ hand, children: '<p id="own">Ring us</p>' });
      await box.ready;
      expect(said(box)).to.contain(en.boxInsecure);
      expect(said(box)).to.contain(en.boxNotEmergency);
      expect(has(box, 'form.write')).to.equal(false);
      expect(box.querySelector('#own')?.checkVisibility()).to.equal(true);
      await click(box, en.boxRead);
      expect(has(box, '.read, .state')).to.equal(true);
    } finally {
      if (subtle) Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });
});

describe('the ways that a page chooses', () => {
  it('leads to the server’s own page, in a new tab and without a trace of this one, and takes no words here', async () => {
    const { box, hand } = await aBox({
      attributes: { backend: 'https://ask.example.org/kith', mode: 'link', country: '' },
    });
    const link = byRole(box, 'link', en.boxOwnPage) as HTMLAnchorElement;
    expect(link.href).to.equal(`https://ask.example.org/kith/ask/${hand.boxId}`);
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.equal('noopener noreferrer');
    expect(has(box, 'textarea, input')).to.equal(false);
    // Nobody else could tell the server's page whose help lines to show.
    box.setAttribute('country', 'GB');
    await box.updateComplete;
    expect(link.href).to.equal(`https://ask.example.org/kith/ask/${hand.boxId}?country=GB`);
    byRole(box, 'summary', en.boxWho).click();
    await waitUntil(() => said(box).includes(en.boxWhoOwnPage));
  });

  it('takes questions here where the link would lead nowhere', async () => {
    expectConsole(/backend>: "https:\/\/" is no web address/);
    const { box } = await aBox({ attributes: { backend: 'https://', mode: 'link' } });
    expect(has(box, 'form.write')).to.equal(true);
  });

  for (const [attribute, value, hint] of [
    ['mode', 'popup', /mode>: "popup" is no mode/],
    ['exit-url', 'javascript:alert(1)', /exit-url>: /],
    ['clinician-url', 'javascript:alert(1)', /clinician-url>: /],
    ['time-zone', 'Mars/Base', /time-zone>: /],
    ['min-epoch', 'two', /min-epoch>: /],
    ['country', 'ZZZ', /country>: /],
  ] as const) {
    it(`tells the webmaster what no ${attribute} should say, and works on`, async () => {
      expectConsole(hint);
      const { box } = await aBox({ attributes: { [attribute]: value } });
      expect(has(box, 'form.write')).to.equal(true);
      expect(root(box).querySelector('a[href^="javascript"]') === null).to.equal(true);
    });
  }

  it('tells the webmaster that the snippet is missing', async () => {
    expectConsole(/backend>: it is missing/);
    const { box } = await makeBox();
    box.inbox = undefined;
    aPlace().append(box);
    await box.ready;
    expect(has(box, 'form.write')).to.equal(false);
  });
});

for (const [lang, strings, dir] of [
  ['es', es, 'ltr'],
  ['ar', ar, 'rtl'],
] as const) {
  describe(`the question box in ${lang}`, () => {
    it('asks, keeps the code and shows the answer, in that language throughout', async () => {
      const { box, hand } = await aBox({ attributes: { lang } });
      await shown(box, '#text');
      const base = find(box, '.kith');
      expect([base.lang, base.dir]).to.deep.equal([lang, dir]);
      expect(said(box)).to.contain(strings.boxNotEmergency);
      await write(box, WORDS);
      await click(box, strings.boxSend);
      await shown(box, '.receipt');
      const code = codeOf(box);
      expect(find(box, '.code').dir).to.equal('ltr');
      expect(said(box)).to.contain(strings.boxCodeHint);
      await click(box, strings.boxWrote);
      await shown(box, '.done');
      await hand.answer('Because.');
      await look(box, code, strings);
      expect(said(box)).to.contain('Because.');
      expect(said(box)).to.contain(strings.boxExperience);
      // No phrase of ours is left in English.
      for (const words of [en.boxHide, en.boxErase, en.boxExperience, en.boxNotEmergency, en.boxAsk])
        expect(said(box).includes(words), words).to.equal(false);
      expect((await hand.opened()).map((question) => question.lang.slice(0, 2))).to.deep.equal([lang]);
    });
  });
}

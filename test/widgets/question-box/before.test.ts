import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { QuestionBoxProblemEvent } from '../../../src/widgets/question-box/question-box.events.js';
import { byRole, queryByRole } from '../../by-role.js';
import { DAY, HOUR, MINUTE, NOW } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { held, never, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, aPlace, click, has, makeBox, type OnPage, placeBox, said, says } from './a-box.js';

/** What stands whatever becomes of the box. */
function expectTheFirstWords(box: OnPage['box']): void {
  expect(said(box)).to.contain(en.boxNotEmergency);
  expect(byRole(box, 'link', '116 123').getAttribute('href')).to.equal('tel:116123');
  expect(byRole(box, 'summary', en.boxWho).checkVisibility()).to.equal(true);
}

/** Tuesday 24 November 2026, 19:00 in London. */
const TUESDAY = Date.UTC(2026, 10, 24, 19);

describe('what stands before the first key', () => {
  it('says that nobody watches, whom to call, who could see it and when somebody reads, before the form', async () => {
    const { box } = await aBox();
    await says(box, 'Questions are next read');
    expectTheFirstWords(box);
    expect(said(box)).to.match(/Questions are next read: Tuesday,? 24 November,? 19:00\./);
    const [notice, form] = ['.before', 'form.write'].map((name) => box.shadowRoot?.querySelector(name));
    const position = notice && form ? notice.compareDocumentPosition(form) : 0;
    expect(position & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('opens the short form of what is promised', async () => {
    const { box } = await aBox();
    expect(byRole(box, 'summary', en.boxWho).closest('details')?.open).to.equal(false);
    byRole(box, 'summary', en.boxWho).click();
    await waitUntil(() => said(box).includes(en.boxWhoWait));
    for (const line of [en.boxWhoReaders, en.boxWhoServer, en.boxWhoPage, en.boxWhoText, en.boxWhoCode])
      expect(said(box)).to.contain(line);
    expect(said(box)).to.not.contain(en.boxWhoOwnPage);
  });

  for (const [title, now, words] of [
    ['a minute before', TUESDAY - MINUTE, /next read: (?:today|Tuesday,? 24 November),? 19:00/],
    ['as they begin', TUESDAY, /Questions are being read now/],
    ['a minute before they end', TUESDAY + 2 * HOUR - MINUTE, /Questions are being read now/],
    ['as they end', TUESDAY + 2 * HOUR, /next read: Tuesday,? 1 December,? 19:00/],
  ] as const) {
    it(`reads the signed hours ${title}`, async () => {
      const { box } = await aBox({ now });
      await waitUntil(() => words.test(said(box)), said(box));
      expect(said(box)).to.match(words);
    });
  }

  it('is right over midnight in the visitor’s zone, whatever the box’s', async () => {
    const hours = {
      timeZone: 'America/New_York',
      times: [{ start: '2026-11-03T20:30', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 60 }],
    };
    const { box } = await aBox({ hours });
    await says(box, 'Questions are next read');
    expect(said(box)).to.match(/next read: Wednesday,? 25 November,? 0?1:30/);
  });

  it('says another time when the clock goes on', async () => {
    let now = TUESDAY - MINUTE;
    const { box } = await makeBox({ now });
    box.clock = () => now;
    aPlace().append(box);
    await says(box, 'Questions are next read');
    now = TUESDAY;
    window.dispatchEvent(new Event('focus'));
    await says(box, en.boxReadNow);
  });

  it('falls back to the clinic’s own words where the hours cannot be read', async () => {
    const hours = { timeZone: 'Europe/London', times: [{ start: '2026-11-03T19:00', rule: 'FREQ=NEVER' }] };
    const { box } = await aBox({ hours, attributes: { hours: 'Tuesday evenings' } });
    await says(box, 'Questions are read: Tuesday evenings.');
    const { box: without } = await aBox({ hours: { timeZone: 'Europe/London', times: [] } });
    await says(without, en.boxReadUnknown);
  });

  describe('while nobody is there', () => {
    const hours = { timeZone: 'Europe/London', times: [], awayUntil: '2027-01-04' };

    it('closes the box kindly: the day, whom to call, no form, and the page’s own words', async () => {
      const { box } = await aBox({ hours, children: '<p id="own">Ring 0113 496 0100</p>' });
      expect(said(box)).to.match(/Nobody reads questions before (?:Monday,? )?4 January 2027/);
      expectTheFirstWords(box);
      expect(has(box, 'form.write')).to.equal(false);
      expect(box.querySelector('#own')?.checkVisibility()).to.equal(true);
      expect(box.matches(':state(empty)')).to.equal(true);
    });

    it('still lets people look for their answer', async () => {
      const { box } = await aBox({ hours });
      await click(box, en.boxLook);
      await waitUntil(() => has(box, '#code'));
      expect(said(box)).to.contain(en.boxCodeFieldHint);
    });

    it('opens by itself when the day has come, and not before', async () => {
      let now = Date.UTC(2027, 0, 4) - MINUTE;
      const { box } = await makeBox({ hours, now });
      box.clock = () => now;
      aPlace().append(box);
      await box.ready;
      expect(has(box, 'form.write')).to.equal(false);
      now += MINUTE;
      window.dispatchEvent(new Event('focus'));
      await waitUntil(() => has(box, 'form.write'));
    });
  });
});

describe('a box whose server does not help', () => {
  const OWN = '<p id="own">Ring <a href="tel:+441134960100">0113 496 0100</a></p>';
  const PIN = 'A'.repeat(43);
  const BOX = 'AAAAAAAAAAAAAAAAAAAAAA';

  async function facing(answer: () => Response | Promise<Response>, hint: RegExp): Promise<OnPage['box']> {
    expectConsole(hint);
    stubFetch(answer);
    const box = document.createElement('kith-question-box');
    box.clock = () => NOW;
    for (const [name, value] of Object.entries({
      backend: '/box/',
      'box-id': BOX,
      'key-id': PIN,
      country: 'GB',
      hours: 'Tuesday evenings',
    }))
      box.setAttribute(name, value);
    box.innerHTML = OWN;
    aPlace().append(box);
    await box.ready;
    return box;
  }

  function expectARefusal(box: OnPage['box'], words: string): void {
    expectTheFirstWords(box);
    expect(said(box)).to.contain('Questions are read: Tuesday evenings.');
    expectNothingIsTaken(box, words);
  }

  function expectNothingIsTaken(box: OnPage['box'], words: string): void {
    expect(said(box)).to.contain(words);
    expect(has(box, 'form.write')).to.equal(false);
    expect(queryByRole(box, 'button', en.boxSend) === undefined).to.equal(true);
    expect(box.querySelector('#own')?.checkVisibility()).to.equal(true);
    expect(box.matches(':state(failed)')).to.equal(true);
  }

  const down = (): Response => {
    throw new TypeError('Failed to fetch');
  };
  const LIES: readonly [string, () => Response, string][] = [
    ['is down', down, en.boxFailed],
    ['has a fault', () => new Response('oh', { status: 503 }), en.boxFailed],
    ['knows no such box', () => Response.json({}, { status: 404 }), en.boxFailed],
    [
      'answers with a page',
      () => new Response('<!doctype html><h1>Hello', { headers: { 'content-type': 'text/html' } }),
      en.boxUnsafe,
    ],
    ['answers with nothing', () => new Response(''), en.boxUnsafe],
    ['answers with a list', () => Response.json([1, 2, 3]), en.boxUnsafe],
    ['answers with wrong types', () => Response.json({ manifest: 7, catalogue: 'x' }), en.boxUnsafe],
    [
      'answers with a manifest of wrong types',
      () => Response.json({ manifest: { payload: 1, idPk: [], sig: null } }),
      en.boxUnsafe,
    ],
    ['answers without end', () => new Response('x'.repeat(10_500_000)), en.boxFailed],
  ];
  for (const [title, answer, words] of LIES) {
    it(`refuses kindly when it ${title}`, async () => {
      const box = await facing(answer, /^<kith-question-box backend>: /);
      expectARefusal(box, words);
      await click(box, en.boxRead);
      expect(said(box)).to.contain(en.helpTitle);
      await click(box, en.boxLook);
      expectNothingIsTaken(box, words);
      expect(said(box)).to.contain(en.helpTitle);
    });
  }

  it('says that it is the device that is offline', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      const box = await facing(down, /backend/);
      expectARefusal(box, en.boxFailedOffline);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('stands with all it can say while a slow server thinks', async () => {
    stubFetch(never);
    const box = document.createElement('kith-question-box');
    box.clock = () => NOW;
    for (const [name, value] of Object.entries({
      backend: '/box/',
      'box-id': BOX,
      'key-id': PIN,
      country: 'GB',
    }))
      box.setAttribute(name, value);
    aPlace().append(box);
    await says(box, en.boxLoading);
    expectTheFirstWords(box);
    expect(has(box, 'form.write')).to.equal(false);
  });

  it('is another try away from working', async () => {
    const { hand } = await makeBox();
    const { manifest, catalogue } = hand.file;
    let up = false;
    const answer = () => (up ? Response.json({ manifest, catalogue }) : down());
    expectConsole(/backend/);
    stubFetch(answer);
    const { box } = await makeBox({ hand, attributes: { backend: '/box/' } });
    box.inbox = undefined;
    aPlace().append(box);
    await box.ready;
    expect(said(box)).to.contain(en.boxFailed);
    up = true;
    await click(box, en.tryAgain);
    await waitUntil(() => has(box, 'form.write'));
    await waitUntil(() => box.shadowRoot?.activeElement?.id === 'text', 'the focus is where one writes');
  });

  it('says to the webmaster alone what the matter is', async () => {
    const told: QuestionBoxProblemEvent[] = [];
    const hear = (event: Event) => told.push(event as QuestionBoxProblemEvent);
    document.addEventListener('kith-box-problem', hear);
    try {
      await facing(down, /backend/);
    } finally {
      document.removeEventListener('kith-box-problem', hear);
    }
    expect(told.map(({ kind, address }) => `${kind} ${address}`)).to.deep.equal(['unreachable /box/']);
  });

  it('shows the form when a slow answer comes at last', async () => {
    const { hand } = await makeBox();
    const { answer, give } = held();
    stubFetch(answer);
    const { box } = await makeBox({ hand, attributes: { backend: '/box/' } });
    box.inbox = undefined;
    aPlace().append(box);
    await says(box, en.boxLoading);
    give(Response.json(hand.file));
    await box.ready;
    expect(has(box, 'form.write')).to.equal(true);
  });
});

describe('a server that shows what the page does not pin', () => {
  const REFUSED: readonly [string, () => Promise<OnPage>, RegExp, string][] = [
    [
      'another key',
      () => aBox({ attributes: { 'key-id': 'A'.repeat(43) } }),
      /key-id does not name/,
      en.boxUnsafe,
    ],
    [
      'another box',
      () => aBox({ manifest: { boxId: new Uint8Array(16) } }),
      /another box than box-id/,
      en.boxUnsafe,
    ],
    [
      'an older epoch than the page knows',
      () => aBox({ attributes: { 'min-epoch': '2' } }),
      /older state of the box/,
      en.boxUnsafe,
    ],
    ['an unknown version', () => aBox({ manifest: { v: 2 } }), /unknown-version/, en.boxUnsafe],
    ['an unknown suite', () => aBox({ manifest: { suite: 9 } }), /unknown-suite/, en.boxUnsafe],
  ];
  for (const [title, make, hint, words] of REFUSED) {
    it(`sends nothing to ${title}`, async () => {
      expectConsole(hint);
      const { box } = await make();
      expectTheFirstWords(box);
      expect(said(box)).to.contain(en.boxUnsafeTitle);
      expect(said(box)).to.contain(words);
      expect(has(box, 'form.write')).to.equal(false);
    });
  }

  it('takes either of two pins while a key changes', async () => {
    const { hand } = await makeBox();
    const { box } = await aBox({ hand, attributes: { 'key-id': `${'A'.repeat(43)} ${hand.keyId}` } });
    expect(has(box, 'form.write')).to.equal(true);
  });

  it('asks to check the date when the device is years off', async () => {
    const { hand } = await makeBox();
    for (const now of [NOW - 700 * DAY, NOW + 700 * DAY]) {
      const { box } = await aBox({ hand, now });
      expectTheFirstWords(box);
      expect(said(box)).to.match(/Please check the date on this device: it says .*20(?:24|28)/);
      expect(has(box, 'form.write')).to.equal(false);
    }
  });

  it('forgives a device that is two days off', async () => {
    const { hand } = await makeBox();
    for (const now of [NOW - 12 * DAY, NOW + 82 * DAY]) {
      const { box } = await aBox({ hand, now });
      expect(has(box, 'form.write')).to.equal(true);
    }
  });

  it('does not take a snippet of which a part is missing', async () => {
    expectConsole(/<kith-question-box key-id>: it is not as the desk prints it/);
    const { box } = await placeBox({
      attributes: { 'key-id': 'short' },
      children: '<p id="own">Ring us</p>',
    });
    await box.ready;
    expectTheFirstWords(box);
    expect(has(box, 'form.write')).to.equal(false);
    expect(box.querySelector('#own')?.checkVisibility()).to.equal(true);
  });
});

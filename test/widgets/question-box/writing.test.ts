import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { allByRole, byRole } from '../../by-role.js';
import { type } from '../../keys.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aPlace,
  choose,
  click,
  find,
  has,
  makeBox,
  said,
  says,
  shown,
  write,
  written,
} from './a-box.js';

const ENTRIES = [
  {
    id: 'tired',
    day: 20_770,
    topic: 'Medicine',
    lang: 'en',
    question: 'Can the medicine make me tired all day?',
    answer: 'It did for some of us in the first weeks.\n\nAsk when to take it.',
  },
  {
    id: 'work',
    day: 20_771,
    topic: 'Work',
    lang: 'en',
    question: 'Do I tell my boss?',
    answer: 'Only you know.',
  },
];

describe('writing a question', () => {
  it('asks the network for nothing from the first key to the last, also while hints and answers come up', async () => {
    const hand = (await makeBox({ entries: ENTRIES })).hand;
    const asked = stubFetch(() => Response.json(hand.file));
    const { box } = await makeBox({ hand, attributes: { backend: '/box/' } });
    box.inbox = undefined;
    aPlace().append(box);
    await box.ready;
    // All that the box will ever bring comes by itself, before anybody writes.
    await click(box, en.boxLook);
    await shown(box, '#code');
    await click(box, en.boxAsk);
    const bringing = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/inbox-delivery'));
    await waitUntil(bringing, 'what sends came before the first key');
    await import('../../../src/backend/inbox-delivery.js');
    await says(box, 'Questions are next read');
    expect(asked.urls).to.have.lengthOf(1);

    const before = performance.getEntriesByType('resource').map(({ name }) => name);
    const beacon = navigator.sendBeacon;
    const { open } = XMLHttpRequest.prototype;
    const others: string[] = [];
    navigator.sendBeacon = (url) => others.push(String(url)) > 0;
    XMLHttpRequest.prototype.open = (...args: unknown[]) => {
      others.push(String(args[1]));
    };
    try {
      find(box, '#text').focus();
      await type('medicine');
      await write(box, 'Does the medicine make me tired? Ring me on 0113 496 0100, my name is Ann.');
      await says(box, en.boxDetails);
      await says(box, en.boxSimilar);
      byRole(box, 'summary', /Can the medicine/).click();
      await choose(box, '#topic', 'Medicine');
      await click(box, en.boxRead);
      await shown(box, '#words');
      await click(box, en.boxAsk);
      await write(box, 'x'.repeat(2000));
      await says(box, '100 characters too many');
    } finally {
      navigator.sendBeacon = beacon;
      XMLHttpRequest.prototype.open = open;
    }
    const after = performance.getEntriesByType('resource').map(({ name }) => name);
    // The runner's own channel is no part of the page.
    const ours = after.slice(before.length).filter((name) => !/__web-|wds|\/command|puppeteer/.test(name));
    expect(ours).to.deep.equal([]);
    expect(others).to.deep.equal([]);
    expect(asked.urls).to.have.lengthOf(1);
  });

  it('counts only near the end, in code points, and then says what is too many', async () => {
    const { box } = await aBox();
    await write(box, 'a'.repeat(1699));
    expect(has(box, '.count')).to.equal(false);
    await write(box, 'a'.repeat(1700));
    expect(said(box)).to.contain('200 characters left');
    await write(box, '🦊'.repeat(1899));
    expect(said(box)).to.contain('1 character left');
    await write(box, '🦊'.repeat(1900));
    expect(said(box)).to.contain('0 characters left');
    await write(box, '🦊'.repeat(1901));
    expect(said(box)).to.contain('1 character too many');
    expect(written(box)).to.equal('🦊'.repeat(1901));
  });

  it('points out what could show who somebody is, and changes not a letter', async () => {
    const text =
      'My name is Ann Lee, born 3 May 1990. Mail ann@example.org or ring 0113 496 0100,\nsee https://example.org/ann, @annlee.';
    const { box } = await aBox();
    await write(box, text);
    await says(box, en.boxDetails);
    for (const line of [
      'Name: Ann Lee',
      'Date of birth: 3 May 1990',
      'E-mail address: ann@example.org',
      'Phone number: 0113 496 0100',
      'Link: https://example.org/ann',
      'User name: @annlee',
    ])
      expect(said(box)).to.contain(line);
    expect(written(box)).to.equal(text);
    expect(allByRole(find(box, '.details'), 'link')).to.have.lengthOf(0);
    await write(box, 'Nothing of that kind.');
    await waitUntil(() => !has(box, '.details'), 'what is gone is pointed out no more');
  });

  it('sends what was pointed out as it was written', async () => {
    const text = '  My name is Ann,\n\n\tring 0113 496 0100.  ';
    const { box, hand } = await aBox();
    await write(box, text);
    await says(box, en.boxDetails);
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    const [question] = await hand.opened();
    expect(question?.text).to.contain('My name is Ann,\n\n\tring 0113 496 0100.');
  });

  it('shows published answers that may already fit, without taking the words away', async () => {
    const { box } = await aBox({ entries: ENTRIES });
    await write(box, 'the medicine makes me so tired, is that usual?');
    await says(box, en.boxSimilar);
    const summary = byRole(find(box, '.similar'), 'summary', /Can the medicine/);
    summary.click();
    await says(box, 'It did for some of us in the first weeks.');
    expect(written(box)).to.equal('the medicine makes me so tired, is that usual?');
    await write(box, 'zebra');
    await waitUntil(() => !has(box, '.similar'), 'answers that do not fit go again');
  });

  it('sends the topic and the leave to publish that were chosen, and neither by itself', async () => {
    const { box, hand } = await aBox();
    await write(box, 'One');
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    await click(box, en.boxWrote);
    await click(box, en.boxAnother);
    await shown(box, '#text');
    await write(box, 'Two');
    await choose(box, '#topic', 'Work');
    find(box, '[name=publish]').click();
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    const told = (await hand.opened()).map(({ text, topic, mayPublish }) => ({ text, topic, mayPublish }));
    expect(told).to.deep.equal([
      { text: 'One', topic: '', mayPublish: false },
      { text: 'Two', topic: 'Work', mayPublish: true },
    ]);
  });

  it('keeps the words, the topic and the ticks while somebody reads answers or looks for their own', async () => {
    const { box } = await aBox({ entries: ENTRIES });
    await write(box, 'half a ques');
    await choose(box, '#topic', 'Family');
    find(box, '[name=publish]').click();
    await click(box, en.boxRead);
    await shown(box, '#words');
    await click(box, en.boxLook);
    await shown(box, '#code');
    await click(box, en.boxAsk);
    expect(written(box)).to.equal('half a ques');
    expect(find<HTMLSelectElement>(box, '#topic').value).to.equal('Family');
    expect(find<HTMLInputElement>(box, '[name=publish]').checked).to.equal(true);
  });

  it('leads to a nurse or doctor by the way that the clinic names', async () => {
    const attributes = { 'clinician-url': 'tel:+441134960101', 'clinician-name': 'Ask our nurse line' };
    const { box } = await aBox({ attributes });
    expect(byRole(box, 'link', 'Ask our nurse line').getAttribute('href')).to.equal('tel:+441134960101');
    expect(said(box)).to.contain(en.boxClinician);
    const { box: without } = await aBox();
    expect(said(without)).to.not.contain(en.boxClinician);
  });
});

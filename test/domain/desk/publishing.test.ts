import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { PublicationDraft } from '../../../src/domain/desk/publishing.js';
import {
  draftPublication,
  publicationFrom,
  readyToPublish,
  shuffled,
  withPublished,
} from '../../../src/domain/desk/publishing.js';
import { verifyCatalogue } from '../../../src/domain/sealing/catalogue.js';
import { u32 } from '../../../src/domain/sealing/encoding.js';
import { SealingError } from '../../../src/domain/sealing/sealing-error.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { aBox, expectRefusal, TODAY } from '../sealing/a-box.js';

const draft = (id: string, day = TODAY): PublicationDraft => ({
  id,
  day,
  topic: 'Family',
  lang: 'en-GB',
  question: 'How does one tell a sister?',
  answer: 'Some of us began with a letter.',
});
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

/** Four bytes at a time, in this order. */
const numbers = (...list: readonly number[]) => {
  const left = [...list];
  return () => u32(left.shift() ?? 0);
};

describe('publishing', () => {
  it('brings entries into an order of chance, every one once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (list) => {
        const before = [...list];
        const mixed = shuffled(list, randomBytes);
        expect([...mixed].sort()).to.deep.equal([...list].sort());
        expect(list, 'the list itself stays').to.deep.equal(before);
      }),
    );
  });

  it('takes every order as likely', () => {
    const orders = new Map<string, number>();
    for (let one = 0; one < 3; one++)
      for (let other = 0; other < 2; other++) {
        const order = shuffled(['a', 'b', 'c'], numbers(one, other)).join('');
        orders.set(order, (orders.get(order) ?? 0) + 1);
      }
    expect([...orders.values()]).to.deep.equal([1, 1, 1, 1, 1, 1]);
    // 2³² is no multiple of three: what would favour the first is drawn again.
    expect(shuffled(['a', 'b', 'c'], numbers(2 ** 32 - 1, 1, 0)).join('')).to.equal('bac');
  });

  it('waits until there are three, or the oldest has waited for two weeks', () => {
    expect(readyToPublish([], TODAY)).to.deep.equal({ ready: [], waiting: [], mayGuess: false, daysLeft: 0 });
    const three = [draft('a'), draft('b'), draft('c')];
    expect(readyToPublish(three, TODAY)).to.deep.equal({
      ready: three,
      waiting: [],
      mayGuess: false,
      daysLeft: 0,
    });
    const two = [draft('a', TODAY - 13), draft('b')];
    expect(readyToPublish(two, TODAY)).to.deep.equal({
      ready: [],
      waiting: two,
      mayGuess: true,
      daysLeft: 1,
    });
    expect(readyToPublish(two, TODAY + 1)).to.deep.equal({
      ready: two,
      waiting: [],
      mayGuess: false,
      daysLeft: 0,
    });
    const fromTomorrow = readyToPublish([draft('a', TODAY + 3)], TODAY);
    expect([fromTomorrow.mayGuess, fromTomorrow.daysLeft]).to.deep.equal([true, 14]);
  });

  it('gives every entry the day of publication, behind those that stand, and no order to tell from', () => {
    const drafts = [draft('a', TODAY - 20), draft('b', TODAY - 3), draft('c', TODAY - 1)];
    const standing = [draft('z', TODAY - 50)];
    const entries = withPublished(standing, drafts, TODAY, numbers(2, 0));
    expect(ids(entries)).to.deep.equal(['z', 'c', 'a', 'b']);
    expect(entries.map(({ day }) => day)).to.deep.equal([TODAY - 50, TODAY, TODAY, TODAY]);
  });

  it('makes drafts that a signed catalogue takes, with names of chance', async () => {
    const box = await aBox();
    const said = { topic: ' Family'.trim(), lang: 'en', question: 'Cafe\u0301?\r\nWhy?', answer: 'Because.' };
    const drafts = [1, 2, 3].map(() => draftPublication(said, TODAY, randomBytes));
    expect(new Set(ids(drafts)).size).to.equal(3);
    expect(drafts[0]?.question).to.equal('Caf\u00e9?\nWhy?');
    expect(drafts[0]?.id).to.match(/^[0-9a-z]{16}$/);
    const content = {
      boxId: box.boxId,
      number: 1,
      day: TODAY,
      entries: withPublished([], drafts, TODAY, randomBytes),
    };
    const signed = await signDocument('kith-box/1/catalogue', content, box.publishing);
    expect((await verifyCatalogue(signed, box.manifest)).entries).to.have.length(3);
    await expectRefusal(() => draftPublication({ ...said, question: ' ' }, TODAY, randomBytes), 'empty');
    await expectRefusal(
      () => draftPublication({ ...said, answer: 'x'.repeat(3501) }, TODAY, randomBytes),
      'too-long',
    );
  });

  it('takes nothing along that a colleague’s desk wrote besides, and refuses nonsense by a word', () => {
    const { id, day, topic, lang, question, answer } = draft('a');
    const given = { id, day, topic, lang, question, answer, locator: 'x', author: 'ben' };
    expect(publicationFrom(given)).to.deep.equal(draft('a'));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(draft('a'))), fc.jsonValue(), (name, value) => {
        try {
          expect(Object.keys(publicationFrom({ ...given, [name]: value }))).to.have.members(
            Object.keys(draft('a')),
          );
        } catch (error) {
          if (!(error instanceof SealingError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
    for (const value of [null, [], 'x', {}]) expect(() => publicationFrom(value)).to.throw(SealingError);
  });
});

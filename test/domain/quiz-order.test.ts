import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Item, isChoice } from '../../src/domain/quiz.js';
import { shuffle } from '../../src/domain/quiz-order.js';
import { choice, statement } from './quiz-packs-for-tests.js';

const items = (trues: number, falses: number, choices = 0): Item[] => [
  ...Array.from({ length: trues }, (_, n) => statement(`t${n}`, true)),
  ...Array.from({ length: falses }, (_, n) => statement(`f${n}`, false)),
  ...Array.from({ length: choices }, (_, n) => choice(`c${n}`)),
];
const order = (list: readonly Item[]) => list.map(({ id }) => id);

/** How many statements stand in the longest row of true ones, or of false ones. */
function longestRun(list: readonly Item[]): number {
  let longest = 0;
  let run = 0;
  let last: boolean | undefined;
  for (const item of list) {
    const kind = isChoice(item) ? undefined : item.isTrue;
    run = kind !== undefined && kind === last ? run + 1 : 1;
    last = kind;
    if (kind !== undefined) longest = Math.max(longest, run);
  }
  return longest;
}

describe('The order of a quiz', () => {
  it('is the same for the same seed, and another for another', () => {
    const list = items(6, 6, 2);
    expect(order(shuffle(list, 'Monday'))).to.deep.equal(order(shuffle(list, 'Monday')));
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => order(shuffle(list, `${seed}`)).join()));
    expect(orders.size).to.be.above(45);
  });

  it('keeps every item once, and leaves the list that it was given as it was', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(5), fc.string(), (trues, falses, choices, seed) => {
        const list = items(trues, falses, choices);
        const before = order(list);
        expect(order(shuffle(list, seed)).sort()).to.deep.equal([...before].sort());
        expect(order(list)).to.deep.equal(before);
      }),
    );
  });

  it('has no run of true or of false longer than two, or than their numbers make needful', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(4), fc.string(), (trues, falses, choices, seed) => {
        const needful = Math.ceil(Math.max(trues, falses) / (Math.min(trues, falses) + 1));
        expect(longestRun(shuffle(items(trues, falses, choices), seed))).to.be.at.most(Math.max(2, needful));
      }),
      { numRuns: 500 },
    );
  });

  it('lets each statement come first at times, so that no place tells the answer', () => {
    const list = items(3, 3, 1);
    const first = new Set(Array.from({ length: 300 }, (_, seed) => shuffle(list, `visit ${seed}`)[0]!.id));
    expect([...first].sort()).to.deep.equal(order(list).sort());
  });

  it('starts with a true one about as often as with a false one', () => {
    const list = items(5, 5);
    const trues = Array.from({ length: 1000 }, (_, seed) => shuffle(list, `${seed}`)[0]!).filter(
      (item) => !isChoice(item) && item.isTrue,
    );
    expect(trues.length).to.be.within(400, 600);
  });
});

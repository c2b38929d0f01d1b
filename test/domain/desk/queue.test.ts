import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { QueueRow } from '../../../src/domain/desk/queue.js';
import { claimant, sortQueue, waitingDays } from '../../../src/domain/desk/queue.js';

const TODAY = 20_778;
const NOW = TODAY * 86_400 + 72_000;

const row = (name: string, parts: Partial<QueueRow> = {}) => ({
  name,
  day: TODAY,
  state: 'new' as const,
  claimBy: null,
  claimUntil: null,
  draft: null,
  ...parts,
});
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe('the evening’s queue', () => {
  it('has what waits, the oldest first, and what came on one day in its order', () => {
    const rows = [row('a'), row('b', { day: TODAY - 3 }), row('c'), row('d', { day: TODAY - 1 })];
    expect(names(sortQueue(rows, 'amina', NOW).free)).to.deep.equal(['b', 'd', 'a', 'c']);
    expect(names(rows), 'the rows themselves stay').to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('leaves out what is answered or closed', () => {
    const rows = [row('a', { state: 'answered' }), row('b', { state: 'closed' })];
    const { mine, free, others, late } = sortQueue(rows, 'amina', NOW);
    expect([mine, free, others, late]).to.deep.equal([[], [], [], []]);
  });

  it('shows who is at a question, until their claim has run out', () => {
    const claim = (by: string, seconds: number) => ({ claimBy: by, claimUntil: NOW + seconds });
    const rows = [
      row('theirs', claim('ben', 1)),
      row('over', claim('ben', 0)),
      row('mine', claim('amina', 60)),
      row('mine, over', claim('amina', -60)),
    ];
    const { mine, free, others } = sortQueue(rows, 'amina', NOW);
    expect(names(mine)).to.deep.equal(['mine']);
    expect(names(free)).to.deep.equal(['over', 'mine, over']);
    expect(others.map(({ name, by }) => [name, by])).to.deep.equal([['theirs', 'ben']]);
    expect(claimant(row('x'), NOW)).to.equal(undefined);
  });

  it('keeps for me what I began, even when the claim has run out, and not what a colleague is at', () => {
    const rows = [
      row('begun', { draft: 'sealed' }),
      row('begun by ben', { draft: 'sealed' }),
      row('ben is at it', { draft: 'sealed', claimBy: 'ben', claimUntil: NOW + 60 }),
      row('unread', { draft: 'sealed' }),
    ];
    const writers = new Map([
      ['begun', 'amina'],
      ['begun by ben', 'ben'],
      ['ben is at it', 'amina'],
    ]);
    const { mine, free, others } = sortQueue(rows, 'amina', NOW, ({ name }) => writers.get(name));
    expect(names(mine)).to.deep.equal(['begun']);
    expect(names(free)).to.deep.equal(['begun by ben', 'unread']);
    expect(names(others)).to.deep.equal(['ben is at it']);
  });

  it('warns of what has waited for two weeks', () => {
    const rows = [
      row('13', { day: TODAY - 13 }),
      row('14', { day: TODAY - 14 }),
      row('30', { day: TODAY - 30 }),
    ];
    expect(names(sortQueue(rows, 'amina', NOW).late)).to.deep.equal(['30', '14']);
    expect(waitingDays(row('tomorrow', { day: TODAY + 1 }), NOW)).to.equal(0);
  });

  it('has every question that waits once', () => {
    const anyRow = fc.record({
      name: fc.uuid(),
      day: fc.integer({ min: TODAY - 40, max: TODAY + 1 }),
      state: fc.constantFrom('new' as const, 'answered' as const, 'closed' as const),
      claimBy: fc.constantFrom(null, 'amina', 'ben'),
      claimUntil: fc.constantFrom(null, NOW - 1, NOW + 1),
      draft: fc.constantFrom(null, 'sealed'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { selector: ({ name }) => name }), (rows) => {
        const { mine, free, others } = sortQueue(rows, 'amina', NOW, () => 'amina');
        const all = names([...mine, ...free, ...others]).sort();
        expect(all).to.deep.equal(names(rows.filter(({ state }) => state === 'new')).sort());
        for (const part of [mine, free, others])
          expect(part.every(({ day }, at) => day >= (part[at - 1]?.day ?? 0))).to.equal(true);
      }),
    );
  });
});

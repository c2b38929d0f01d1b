import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figureOf, lineOf, ratio, summed, verdict } from '../../bench/comparison.mjs';
import { lines, titleOf } from '../../bench/quiz-figures.mjs';
import { asMarkdown, QUESTIONS } from '../../bench/quiz-questions.mjs';
import { report } from '../../bench/quiz-report.mjs';

describe('the questions of the quiz bench', () => {
  it('are eight, some true and some not, each with what research says', () => {
    assert.equal(QUESTIONS.length, 8);
    assert.deepEqual(new Set(QUESTIONS.map(({ isTrue }) => isTrue)), new Set([true, false]));
    for (const { statement, fact, explanation } of QUESTIONS)
      assert.ok(statement && fact && explanation, statement);
  });

  it('show what comes after an answer nowhere before it', () => {
    for (const { statement, explanation } of QUESTIONS)
      assert.ok(!statement.includes(explanation), statement);
  });

  it('have in Markdown one right answer each, as the pack has it', () => {
    const text = asMarkdown([
      { statement: 'Tea is wet.', isTrue: true, fact: 'It is.', explanation: 'Water.' },
      { statement: 'Ice is warm.', isTrue: false, fact: 'It is not.', explanation: 'Cold.' },
    ]);
    assert.equal(
      text,
      '### Tea is wet.\n\n1. [x] True\n    > It is. Water.\n1. [ ] Not true\n    > It is. Water.\n\n' +
        '### Ice is warm.\n\n1. [ ] True\n    > It is not. Cold.\n1. [x] Not true\n    > It is not. Cold.',
    );
  });
});

describe('the arithmetic that benches beside several peers share', () => {
  it('says nothing of who is ahead where ours is more than the least that theirs can be', () => {
    assert.equal(ratio({ value: 100 }, { value: 80, atLeast: true }), undefined);
    assert.deepEqual(ratio({ value: 100 }, { value: 120, atLeast: true }), { value: 1.2, atLeast: true });
  });

  it('has no peer in a line that has no figure', () => {
    const figures = { kith: { value: 2 }, fast: { value: 1 }, slow: { value: 5 } };
    const subjects = ['kith', 'fast', 'slow', 'mute'].map((id) => ({ id }));
    const line = lineOf(subjects, { key: 'some' }, (id) => figures[id]);
    assert.deepEqual(verdict(line), { behind: ['fast'], level: [], ahead: ['slow'] });
  });

  it('tells of a subject that gave up how long it was waited for, where it was', () => {
    const lost = summed([{ first: 3 }, { gaveUp: 9 }]);
    assert.deepEqual(figureOf(lost, 'first'), { value: 9, atLeast: true });
    assert.equal(figureOf(lost, 'feedback', false), undefined);
  });
});

const one = (value) => ({ median: value, least: value, most: value });
const least = (value) => ({ median: value, atLeast: true });
const run = {
  date: '2026-01-02',
  source: 'abc1234',
  machine: { browser: 'Chromium 1.2', node: 'v20.0.0', cores: 2, load: { least: 0.5, most: 1.25 } },
  runs: 7,
  width: 360,
  patience: 20_000,
  questions: 8,
  subjects: [
    { id: 'kith', name: 'Kith', versions: { 'kith-widgets': '1.2.3' }, note: 'as it is' },
    { id: 'peer', name: 'Somequiz', versions: { somequiz: '4.5.6' }, note: 'as it is' },
    { id: 'player', name: 'A player', versions: { player: '7.8.9' }, note: 'alone' },
  ],
  absent: { 'somebody-else': 'not in the npm registry' },
  traffic: {
    kith: { bytes: 300, withoutQuestions: 200, allBytes: 310, requests: 5 },
    peer: { bytes: 600, withoutQuestions: 600, allBytes: 600, requests: 1, missing: ['/lost.css'] },
    player: {
      bytes: least(900),
      withoutQuestions: least(900),
      allBytes: least(250),
      requests: least(7),
    },
  },
  conditions: [
    {
      cpu: 4,
      figures: { kith: { first: one(1000), feedback: one(20) }, peer: { first: one(999) } },
    },
  ],
  still: {
    kith: {
      elements: one(70),
      nodes: one(90),
      tabStops: { median: 3 },
      answers: true,
      stops: ['True', 'Answer', ''],
    },
    peer: {
      elements: one(70),
      nodes: one(180),
      tabStops: { median: 1 },
      answers: false,
      stops: ['Next'],
    },
  },
};

describe('the report of the quiz bench', () => {
  const text = report(run);
  const row = (start) => text.split('\n').find((line) => line.startsWith(`| ${start}`));

  it('says of every row whether Kith is ahead, level or behind', () => {
    assert.equal(
      row('bytes, gzip, asked'),
      '| bytes, gzip, asked for until the first question stands | 300 | 600 (2.00) | > 900 (> 3.00) | ahead of all |',
    );
    assert.equal(row('elements'), '| elements | 70 | 70 (1.00) | – | level with Somequiz |');
    assert.equal(row('requests').split(' | ').at(-1), '**behind Somequiz** |');
  });

  it('never rounds a loss up to a draw', () => {
    assert.ok(row('page opened').includes('| 1,000 | 999 (**0.99**) | – | **behind Somequiz** |'));
  });

  it('claims nothing over a player of which only the least is known', () => {
    assert.equal(
      row('bytes, gzip, in all'),
      '| bytes, gzip, in all | 310 | 600 (1.94) | > 250 | ahead of all |',
    );
    const all = lines(run).find(({ key }) => key === 'allBytes');
    assert.deepEqual(verdict(all).ahead, ['peer']);
  });

  it('has a row where only Kith gives feedback, and compares it with nobody', () => {
    assert.equal(row('answer pressed'), '| answer pressed → feedback painted, ms, ×4 | 20 | – | – | – |');
  });

  it('lists where Kith is behind, the farthest first', () => {
    assert.deepEqual(text.match(/^- .*: 0\.\d+ .*$/gm), [
      '- requests until the first question stands: 0.20 (Kith 5, Somequiz 1).',
      '- tab stops: 0.33 (Kith 3, Somequiz 1).',
      '- page opened → first question painted, ms, ×4: 0.99 (Kith 1,000, Somequiz 999).',
    ]);
  });

  it('says what Tab stops at, and whose answers it does not reach', () => {
    assert.ok(text.includes('- Kith: True · Answer · (no words).'));
    assert.ok(text.includes('Tab reaches no answer of Somequiz'));
  });

  it('names versions, machine, date, source, what was absent and what was asked for in vain', () => {
    for (const part of ['kith-widgets 1.2.3', 'somequiz 4.5.6', 'Chromium 1.2', '2026-01-02', 'abc1234'])
      assert.ok(text.includes(part), part);
    assert.ok(text.includes('somebody-else (not in the npm registry)'));
    assert.ok(text.includes('Somequiz asked for /lost.css'));
  });

  it('counts a peer that showed no question as at least so much slower, and tells nothing else of it', () => {
    const [{ cpu, figures }] = run.conditions;
    const { kith } = run.still;
    const conditions = [{ cpu, figures: { ...figures, peer: { runs: 7, gaveUp: 20_000 } } }];
    const lost = report({
      ...run,
      conditions,
      still: { kith },
      traffic: { ...run.traffic, peer: undefined },
    });
    assert.ok(lost.includes('| 1,000 | > 20,000 (> 20) | – | ahead of all |'));
    assert.ok(lost.includes('feedback painted, ms, ×4 | 20 | – | – | – |'));
    assert.ok(lost.includes('| elements | 70 | – | – | – |'));
  });

  it('has no figure that is no number', () => assert.ok(!/NaN|undefined|Infinity/.test(text)));

  it('names a measure with the speed at which it was taken', () => {
    assert.equal(titleOf({ key: 'elements' }), 'elements');
    assert.equal(titleOf({ key: 'first', cpu: 4 }), 'page opened → first question painted, ms, ×4');
  });
});

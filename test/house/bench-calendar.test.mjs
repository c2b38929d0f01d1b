import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { lines, summed } from '../../bench/calendar-figures.mjs';
import { report } from '../../bench/calendar-report.mjs';
import {
  calendarGroups,
  directory,
  expanded,
  icalendar,
  PLANTED,
  SEEN,
  ZONE,
} from '../../bench/calendar-rules.mjs';
import { isPlainSeen, saidOfCancelled, saidOfClocks, saidOfMoved } from '../../bench/calendar-seen.mjs';
import { figureOf, ratio, verdict } from '../../bench/comparison.mjs';

/** The starts that ical.js finds in the file, as wall clocks, without those that are cancelled. */
function startsIn(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.register(ZONE, new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')));
  const components = calendar.getAllSubcomponents('vevent');
  const isChange = (one) => one.hasProperty('recurrence-id');
  const found = [];
  for (const master of components.filter((one) => !isChange(one))) {
    const uid = master.getFirstPropertyValue('uid');
    const exceptions = components.filter((one) => isChange(one) && one.getFirstPropertyValue('uid') === uid);
    const event = new ICAL.Event(master, { exceptions });
    const steps = event.iterator();
    for (let next = steps.next(); next; next = steps.next()) {
      const { startDate, item } = event.getOccurrenceDetails(next);
      const day = Date.UTC(next.year, next.month - 1, next.day);
      if (day >= SEEN.to) break;
      if (day < SEEN.from || item.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
      found.push(`${uid} ${startDate.toString().slice(0, 16)}`);
    }
  }
  ICAL.TimezoneService.reset();
  return found.sort();
}

describe('the made-up groups of the calendar bench', () => {
  it('are the same every time, and fewer are the first of more', () => {
    assert.deepEqual(calendarGroups(200), calendarGroups(200));
    assert.deepEqual(calendarGroups(200).slice(0, 50), calendarGroups(50));
  });

  it('have here and there a session that is left out, cancelled or moved', () => {
    const list = calendarGroups(400);
    for (const [what, least] of [
      ['exceptDates', 0.1],
      ['cancelled', 0.05],
      ['moved', 0.05],
    ])
      assert.ok(list.filter((group) => group[what].length > 0).length / list.length > least, what);
  });

  for (const [name, groups] of [
    ['made-up', calendarGroups(120)],
    ['planted', PLANTED],
  ])
    it(`take place on the same days as rules and worked out, ${name}`, () => {
      const worked = expanded(groups).map(({ number, start }) => `${number}@groups.example ${start}`);
      const said = startsIn(icalendar(groups));
      if (name === 'made-up') assert.deepEqual(said, worked.sort());
      // Of the planted ones only the sessions of the month that is looked at are worked out.
      else for (const one of worked) assert.ok(said.includes(one), one);
    });

  it('say as a directory what is cancelled and what is moved', () => {
    const { groups } = directory(PLANTED, (rule) => ({ rule }));
    assert.deepEqual(groups[0].meetings[0].changes, [
      { recurrenceId: '2026-03-17T18:30', status: 'cancelled' },
    ]);
    assert.deepEqual(groups[1].meetings[0].changes, [
      { recurrenceId: '2026-03-19T18:00', status: 'moved', start: '2026-03-20T19:15' },
    ]);
    assert.deepEqual(groups[3].meetings[0].rule, { rule: 'FREQ=MONTHLY;BYDAY=2WE' });
  });
});

const said = (number, around, struck = false) => ({ number, around, struck });

describe('what a calendar is found to say', () => {
  it('of a cancelled session: words, a line through it, nothing, or that it takes place', () => {
    assert.equal(saidOfCancelled([said(901, '18:30 Lantern Circle 901 Cancelled')]), 'said in words');
    assert.equal(saidOfCancelled([said(901, '6:30p Lantern Circle 901', true)]), 'struck through');
    assert.equal(saidOfCancelled([said(901, '6:30p Lantern Circle 901')]), 'looks live');
    assert.equal(saidOfCancelled([said(904, '17:30 Garden Path 904 cancelled')]), 'gone');
  });

  it('of a cancelled session that looks live in one place and not in the other', () => {
    const places = [said(901, 'Cancelled: Lantern Circle 901'), said(901, '6.30pm Lantern Circle 901')];
    assert.equal(saidOfCancelled(places), 'looks live');
  });

  it('of a moved session: the new hour, the old one, both, and whether words tell of it', () => {
    const stale = said(902, '6p Harbour Table 902');
    const fresh = said(902, '20 7:15p Harbour Table 902');
    assert.equal(saidOfMoved([fresh]), 'at its new time');
    assert.equal(saidOfMoved([stale]), 'at the old time');
    assert.equal(saidOfMoved([stale, fresh]), 'at both times');
    assert.equal(
      saidOfMoved([said(902, 'moved to Friday, Harbour Table 902'), fresh]),
      'at its new time, said in words',
    );
    assert.equal(saidOfMoved([]), 'gone');
  });

  it('of the hour on both sides of the day when the clocks change', () => {
    const right = said(903, '19:45 Quiet Voices 903');
    assert.equal(saidOfClocks([right, right, right, right]), 'right');
    assert.equal(saidOfClocks([right, right, right, said(903, '20:45 Quiet Voices 903')]), 'wrong in 1 of 4');
    assert.equal(saidOfClocks([right]), 'not seen');
  });

  it('nothing of anything where not even a plain session is there with its hour', () => {
    assert.equal(isPlainSeen([said(904, '5:30 PM Garden Path 904')]), true);
    assert.equal(isPlainSeen([said(904, '15:30 Garden Path 904')]), false);
    assert.equal(isPlainSeen([said(904, 'Garden Path 904')]), false);
  });
});

describe('the arithmetic of the calendar bench', () => {
  it('sums runs up, and tells nothing but the giving up where one gave up', () => {
    assert.deepEqual(summed([{ first: 3 }, { first: 1 }, { first: 2, next: undefined }]), {
      runs: 3,
      first: { median: 2, least: 1, most: 3 },
    });
    assert.deepEqual(summed([{ first: 3 }, { gaveUp: 9 }]), { runs: 2, gaveUp: 9 });
    assert.equal(summed([]), undefined);
  });

  it('keeps the load of a calendar whose next month never came', () => {
    const { first, next } = summed([{ first: 3, nextGaveUp: 9 }]);
    assert.equal(first.median, 3);
    assert.deepEqual(next, { median: 9, atLeast: true });
  });

  it('has for a calendar that gave up how long it was waited for', () => {
    assert.deepEqual(figureOf({ gaveUp: 60_000 }, 'first'), { value: 60_000, atLeast: true });
    assert.equal(figureOf({ gaveUp: 60_000 }, 'next', false), undefined);
    assert.equal(figureOf({}, 'first'), undefined);
  });

  it('divides the peer’s figure by ours, and not where we have none', () => {
    assert.deepEqual(ratio({ value: 10 }, { value: 25 }), { value: 2.5 });
    assert.deepEqual(ratio({ value: 10 }, { value: 500, atLeast: true }), { value: 50, atLeast: true });
    assert.deepEqual(ratio({ value: 500, atLeast: true }, { value: 10 }), { value: 0.02, atMost: true });
    assert.equal(ratio({ value: 500, atLeast: true }, { value: 500, atLeast: true }), undefined);
    assert.equal(ratio(undefined, { value: 1 }), undefined);
    assert.equal(ratio({ value: 10 }, undefined), undefined);
  });
});

const one = (value) => ({ median: value, least: value, most: value });
const runWith = (kith, peer) => ({
  date: '2026-01-02',
  source: 'abc1234',
  machine: { browser: 'Chromium 1.2', node: 'v20.0.0', cores: 2, load: { least: 0.5, most: 1.25 } },
  runs: 5,
  patience: 60_000,
  widths: [360, 1280],
  months: { name: 'March 2026', next: 'April 2026' },
  subjects: [
    { id: 'kith', name: 'Kith', versions: { 'kith-widgets': '1.2.3' }, note: 'as it is' },
    { id: 'peer', name: 'Somecal', versions: { somecal: '4.5.6' }, note: 'as it is' },
  ],
  feeds: [{ id: 'kith-feed', name: 'Kith', versions: {}, note: 'with a file' }],
  absent: { 'somebody-else': 'not in the npm registry' },
  conditions: [{ size: 200, width: 360, cpu: 4, figures: { kith, peer } }],
  still: [
    {
      size: 200,
      width: 360,
      figures: {
        kith: { nodes: one(10), elements: one(10), tabStops: { median: 12 }, names: one(8) },
        peer: { nodes: one(10), elements: one(30), tabStops: { median: 500, atLeast: true }, names: one(9) },
      },
    },
  ],
  bytes: {
    kith: { bytes: 100, allBytes: 120 },
    'kith-feed': { bytes: 110, allBytes: 130 },
    peer: { bytes: 50, allBytes: 120, missing: ['/lost.css'] },
    'peer-feed': { bytes: 220, allBytes: 260 },
  },
  bytesSize: 50,
  planted: {
    kith: { cancelled: 'said in words', moved: 'at its new time', clocks: 'right' },
    peer: { cancelled: 'looks live', moved: 'gone', clocks: 'right' },
  },
});

describe('the report of the calendar bench', () => {
  const run = runWith(
    { first: one(100), all: one(200), opened: one(300), next: one(40) },
    { first: one(250), all: one(250), opened: one(240), next: one(40) },
  );
  const text = report(run);
  const row = (start) => text.split('\n').find((line) => line.startsWith(`| ${start}`));

  it('says of every row whether Kith is ahead, level or behind', () => {
    assert.ok(text.includes('| 200 rules, phone 360 px, ×4 | 100 | 250 (2.50) | ahead of all |'));
    assert.ok(text.includes('| 200 rules, phone 360 px, ×4 | 300 | 240 (**0.80**) | **behind Somecal** |'));
    assert.ok(text.includes('| 200 rules, phone 360 px, ×4 | 40 | 40 (1.00) | level with Somecal |'));
    assert.ok(text.includes('| 200 rules, phone 360 px | 12 | > 500 (> 42) | ahead of all |'));
    assert.equal(row('rules in hand'), '| rules in hand | 100 | 50 (**0.50**) | **behind Somecal** |');
    assert.equal(row('an iCalendar file'), '| an iCalendar file | 110 | 220 (2.00) | ahead of all |');
  });

  it('lists where Kith is behind, the farthest first', () => {
    assert.deepEqual(text.match(/^- (?!Kith|Somecal).*: 0\.\d+ .*$/gm), [
      '- script and style, gzip, until the first frame with a session’s text, rules in hand: 0.50 (Kith 100, Somecal 50).',
      '- page opened → first frame with a session’s text, 200 rules, phone 360 px, ×4: 0.80 (Kith 300, Somecal 240).',
    ]);
    assert.ok(text.includes('ahead in 6, level in 3 and behind in 2'));
  });

  it('says what each tells of a cancelled session, and where that could not be told', () => {
    assert.equal(row('Somecal |'), '| Somecal | looks live | gone | right |');
    assert.ok(text.includes('| Kith, with a file | not to be told |'));
  });

  it('names versions, machine, date, source, what was absent and what was asked for in vain', () => {
    for (const part of ['kith-widgets 1.2.3', 'somecal 4.5.6', 'Chromium 1.2', '2026-01-02', 'abc1234'])
      assert.ok(text.includes(part), part);
    assert.ok(text.includes('somebody-else (not in the npm registry)'));
    assert.ok(text.includes('Somecal asked for /lost.css'));
  });

  it('counts a peer that gave up as at least so much slower', () => {
    const lost = runWith(
      { first: one(100), all: one(100), opened: one(100), next: one(9) },
      { gaveUp: 60_000 },
    );
    assert.ok(report(lost).includes('| 100 | > 60,000 (> 600) | ahead of all |'));
    assert.ok(report(lost).includes('| 9 | – | – |'));
  });

  it('claims nothing where Kith itself gave up', () => {
    const lost = runWith(
      { gaveUp: 60_000 },
      { first: one(100), all: one(100), opened: one(100), next: one(9) },
    );
    const first = lines(lost).find(({ key }) => key === 'first');
    assert.equal(verdict(first).ahead.length, 0);
    assert.ok(report(lost).includes('> 60,000 | 100 (**< 0.00**) | **behind Somecal** |'));
  });

  it('never rounds a loss up to a draw, and has no row that nobody has a figure in', () => {
    const close = runWith(
      { first: one(1000), all: one(1000), opened: one(1000) },
      { first: one(999), all: one(999), opened: one(999) },
    );
    assert.ok(report(close).includes('| 1,000 | 999 (**0.99**) | **behind Somecal** |'));
    assert.ok(!/\| – \| – \| – \|/.test(report(close)));
  });

  it('has no figure that is no number', () => assert.ok(!/NaN|undefined|Infinity/.test(text)));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bmlt, FIRST, groups, meetingGuide, SECOND, TOWNS, wordsOf } from '../../bench/feeds.mjs';
import {
  aims,
  counterpartOf,
  inSequence,
  labelOf,
  losses,
  median,
  ratio,
  summed,
} from '../../bench/figures.mjs';
import { agreement } from '../../bench/recurrence-report.mjs';
import { rules, WINDOWS } from '../../bench/recurrence-rules.mjs';
import { report } from '../../bench/report.mjs';
import { startSite } from '../../bench/site.mjs';

const one = (value) => ({ median: value, least: value, most: value });

describe('the made-up listings of the bench', () => {
  it('are the same groups every time', () => {
    assert.deepEqual(groups(300), groups(300));
    assert.notDeepEqual(groups(300), groups(301).slice(0, 300));
  });

  it('are the same groups in every format', () => {
    const list = groups(200);
    const guide = meetingGuide(list);
    const { meetings } = bmlt(list, 'http://server.example');
    for (const [index, { name, day, time }] of guide.entries()) {
      const other = meetings[index];
      assert.equal(other.meeting_name, name);
      assert.equal(Number(other.weekday_tinyint) - 1, day);
      assert.equal(other.start_time, `${time}:00`);
    }
  });

  it('give every value of a BMLT record as text, as its servers do', () => {
    for (const record of bmlt(groups(50), 'http://server.example').meetings)
      for (const [name, value] of Object.entries(record)) assert.equal(typeof value, 'string', name);
  });

  it('give every group a name of its own that ends with its number and is made of the known words', () => {
    const list = groups(500);
    const shape = new RegExp(
      `^(?:${FIRST.join('|')}) (?:${SECOND.join('|')})(?: of (?:${TOWNS.map(([town]) => town).join('|')}))? (\\d+)$`,
    );
    assert.equal(new Set(list.map(({ name }) => name)).size, list.length);
    for (const { name, number } of list) assert.equal(Number(shape.exec(name)?.[1]), number);
  });

  it('have no weekday among the words of their names, which would pass for a day', () => {
    for (const word of [...FIRST, ...SECOND])
      assert.ok(!/^(?:sun|mon|tue|wed|thu|fri|sat)\w*day$/i.test(word), word);
  });

  it('have words to look for that some groups have and most have not', () => {
    const list = groups(200);
    for (const word of wordsOf(list)) {
      const having = list.filter(({ name }) => name.toLowerCase().includes(word)).length;
      assert.ok(having > 0 && having < list.length / 2, word);
    }
  });
});

describe('the made-up rules of the recurrence bench', () => {
  const frequencyOf = ({ rule }) => rule.split(';')[0];

  for (const mix of ['everyday', 'harder']) {
    it(`are the same ${mix} rules every time, and fewer are the first of more`, () => {
      assert.deepEqual(rules(400, mix), rules(400, mix));
      assert.deepEqual(rules(400, mix).slice(0, 100), rules(100, mix));
    });

    it(`begin before the year that is asked about, ${mix}`, () => {
      for (const { start } of rules(400, mix)) assert.ok(Date.parse(`${start}Z`) < WINDOWS.year.from, start);
    });
  }

  it('repeat as support groups meet', () => {
    const list = rules(2000);
    const share = (wanted) => list.filter(wanted).length / list.length;
    const near = (value, aim) => assert.ok(Math.abs(value - aim) < 0.04, `${value} is far from ${aim}`);
    near(
      share(({ shape }) => shape.startsWith('weekly') || shape === 'fortnightly'),
      0.8,
    );
    near(
      share(({ shape }) => shape === 'monthly on a weekday'),
      0.15,
    );
    for (const part of ['COUNT=', 'UNTIL=']) assert.ok(share(({ rule }) => rule.includes(part)) > 0.05, part);
    assert.ok(share(({ exceptDates }) => exceptDates.length > 0) > 0.05);
    assert.equal(new Set(list.map(frequencyOf)).size, 4);
  });

  it('begin and leave out on a weekday of their own', () => {
    const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
    for (const { start, rule, exceptDates } of rules(500)) {
      const days = /BYDAY=([^;]+)/.exec(rule)?.[1];
      if (!days) continue;
      for (const one of [start, ...exceptDates])
        assert.ok(days.includes(names[new Date(`${one}Z`).getUTCDay()]), `${one} in ${rule}`);
    }
  });
});

describe('the agreement of two engines', () => {
  const list = [1, 2, 3].map((number) => ({ shape: 'weekly', rule: `R${number}`, start: 'S' }));

  it('counts the rules with the very same instants, among those that were reached', () => {
    assert.deepEqual(agreement(list, [[1, 2], [3], []], [[1, 2], [3]]), { agreed: 2, otherwise: {} });
  });

  it('keeps the first difference of a shape and counts the rest', () => {
    const { agreed, otherwise } = agreement(list, [[1, 2], [3], []], [[1, 4], new Error('no'), []]);
    assert.equal(agreed, 1);
    assert.deepEqual(otherwise.weekly, { rules: 2, rule: 'R1', start: 'S', lacks: 2, adds: 4 });
  });
});

describe('the made-up BMLT server of the bench', () => {
  const withSite = async (use) => {
    const site = await startSite([{ id: 'page', folders: {}, page: () => '<p>Here</p>' }]);
    try {
      site.list(groups(30));
      await use(site);
    } finally {
      site.stop();
    }
  };
  const text = async (site, address) => (await fetch(site.origin + address)).text();
  const search = '?switcher=GetSearchResults&get_used_formats';

  it('answers a search as JSON, and in the call that a script asks for', () =>
    withSite(async (site) => {
      const json = JSON.parse(await text(site, `/main_server/client_interface/json/${search}`));
      assert.equal(json.meetings.length, 30);
      const called = [];
      const script = await text(site, `/main_server/client_interface/jsonp/${search}&callback=taken_1`);
      new Function('taken_1', script)((given) => called.push(given));
      assert.deepEqual(called, [json]);
    }));

  it('gives no more than a page where one is asked for', () =>
    withSite(async (site) => {
      const { meetings } = JSON.parse(
        await text(site, `/main_server/client_interface/json/${search}&page_size=7`),
      );
      assert.equal(meetings.length, 7);
    }));

  it('gives no file from outside a subject’s folders', () =>
    withSite(async (site) => {
      for (const name of ['/page/../package.json', '/other/loader.js', '/main_server/client_interface/json/'])
        assert.equal((await fetch(site.origin + name)).status, 404, name);
    }));
});

describe('the arithmetic of the bench', () => {
  it('takes the middle, and the mean of two middles', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 2, 9]), 3);
    assert.equal(median([]), undefined);
    assert.equal(median([Number.NaN, 2, undefined]), 2);
  });

  it('sums runs up with the least and the most, without what a run has not', () => {
    const { firstRow, eager, input } = summed([
      { firstRow: 30, eager: 5 },
      { firstRow: 10 },
      { firstRow: 20 },
    ]);
    assert.deepEqual(firstRow, { median: 20, least: 10, most: 30 });
    assert.deepEqual(eager, one(5));
    assert.equal(input, undefined);
  });

  it('tells nothing but the giving up where one run gave up', () => {
    assert.deepEqual(summed([{ firstRow: 30 }, { gaveUp: 90_000 }]), { gaveUp: 90_000 });
  });

  it('divides the peer’s figure by ours', () => {
    assert.deepEqual(ratio('firstRow', { firstRow: one(100) }, { firstRow: one(250) }), {
      value: 2.5,
      atLeast: false,
    });
    assert.equal(ratio('firstRow', { firstRow: one(100) }, {}), undefined);
    assert.equal(ratio('firstRow', undefined, { firstRow: one(1) }), undefined);
  });

  it('says "at least" where a task was too short to be told or a peer gave up', () => {
    const task = (value) => ({ longestTask: one(value) });
    assert.deepEqual(ratio('longestTask', task(0), task(200)), { value: 4, atLeast: true });
    assert.deepEqual(ratio('longestTask', task(100), task(0)), { value: 0.5, atLeast: false });
    assert.equal(ratio('longestTask', task(0), task(0)).bothShort, true);
    assert.deepEqual(ratio('firstRow', { firstRow: one(900) }, { gaveUp: 90_000 }), {
      value: 100,
      atLeast: true,
    });
  });

  it('tells what had to wait for what from the times of the requests', () => {
    assert.equal(inSequence([]), 0);
    const first = { from: 0, until: 10 };
    const beside = { from: 5, until: 30 };
    const second = { from: 10, until: 20 };
    const third = { from: 21, until: 25 };
    assert.equal(inSequence([third, beside, second, first]), 3);
    assert.equal(inSequence([first, beside]), 1);
  });
});

const guide = { id: 'kith', name: 'Kith', version: '1.2.3', format: 'Meeting Guide' };
const other = { ...guide, id: 'kith-bmlt', format: 'BMLT' };
const crouton = {
  id: 'crouton',
  name: 'croutonjs',
  version: '4.5.6',
  format: 'BMLT',
  incomparable: ['input', 'slowestInput'],
};

/** A run with made-up measurements. */
const runWith = (conditions, subjects = [guide, crouton]) => ({
  date: '2026-01-02',
  source: 'abc1234',
  machine: { browser: 'Chromium 1.2', node: 'v20.0.0', cores: 2, load: { least: 0.5, most: 1.25 } },
  runs: 3,
  subjects,
  absent: { 'somebody-else': 'not in the npm registry' },
  conditions: conditions.map((condition) => ({
    network: 'none',
    feeds: { BMLT: { plain: 2000, gzip: 500 } },
    ...condition,
  })),
  traffic: {
    kith: { requests: 5, missing: [], sequence: 4, beforeFeed: 2, bytes: 100, allBytes: 200, feedBytes: 50 },
    crouton: {
      requests: 7,
      missing: ['/lost.css'],
      sequence: 3,
      beforeFeed: 1,
      bytes: 650,
      allBytes: 900,
      feedBytes: 60,
    },
  },
  trafficSize: 200,
});
const met = (run, start) => aims(run).find(({ aim }) => aim.startsWith(start));
const firstRows = (ours, theirs) => ({ kith: { firstRow: one(ours) }, crouton: { firstRow: one(theirs) } });

describe('the aims of the bench', () => {
  it('are met at a tenth of croutonjs’s first row, and not above', () => {
    const at = (ours) => met(runWith([{ size: 2000, cpu: 4, figures: firstRows(ours, 5000) }]), 'first row');
    assert.equal(at(500).met, true);
    assert.equal(at(501).met, false);
  });

  it('are met where croutonjs never showed a row', () => {
    const run = runWith([
      { size: 2000, cpu: 4, figures: { kith: { firstRow: one(900) }, crouton: { gaveUp: 90_000 } } },
    ]);
    assert.equal(met(run, 'first row').met, true);
  });

  it('are not met by a Kith that gave up', () => {
    const run = runWith([
      { size: 200, cpu: 4, network: 'phone', figures: { kith: { gaveUp: 90_000 }, crouton: {} } },
    ]);
    assert.equal(met(run, 'first group usable on a phone’s network, 200').met, false);
  });

  it('count the slow network and the quick one apart', () => {
    const run = runWith([
      { size: 200, cpu: 4, figures: firstRows(700, 2000) },
      { size: 200, cpu: 4, network: 'phone', figures: firstRows(3001, 9000) },
    ]);
    const found = met(run, 'first group usable on a phone’s network, 200');
    assert.equal(found.value, 3001);
    assert.equal(found.met, false);
  });

  it('limit tasks to 50 ms at full speed and 200 ms at a quarter of it', () => {
    const task = (cpu, value) =>
      runWith([{ size: 2000, cpu, figures: { kith: { longestTask: one(value) } } }]);
    assert.equal(met(task(1, 50), 'longest task, 2000 groups, ×1').met, true);
    assert.equal(met(task(1, 51), 'longest task, 2000 groups, ×1').met, false);
    assert.equal(met(task(4, 200), 'longest task, 2000 groups, ×4').met, true);
    assert.equal(met(task(4, 201), 'longest task, 2000 groups, ×4').met, false);
  });

  it('want an input done within a frame, and on the screen with the next', () => {
    const typed = (value) => runWith([{ size: 6841, cpu: 1, figures: { kith: { input: one(value) } } }]);
    assert.equal(met(typed(33), 'input').met, true);
    assert.equal(met(typed(34), 'input').met, false);
  });

  it('are neither met nor missed where nothing was measured', () => {
    for (const { aim, value, met: said } of aims({ ...runWith([]), traffic: {} })) {
      assert.equal(value, undefined, aim);
      assert.equal(said, undefined, aim);
    }
  });
});

describe('the comparison with a peer', () => {
  it('takes the Kith that read the same format, where there is one', () => {
    assert.equal(counterpartOf(crouton, [guide, other, crouton]), other);
    assert.equal(counterpartOf(crouton, [guide, crouton]), guide);
    assert.equal(labelOf(other, [guide, other]), 'Kith (BMLT)');
    assert.equal(labelOf(guide, [guide, crouton]), 'Kith');
  });

  it('lists every loss, the farthest first, and nothing that says another thing of a peer', () => {
    const figures = {
      kith: { firstRow: one(200), heap: one(5), input: one(20), nodes: one(10) },
      crouton: { firstRow: one(150), heap: one(1), input: one(2), nodes: one(10) },
    };
    const found = losses(runWith([{ size: 200, cpu: 1, figures }]));
    assert.deepEqual(
      found.map(({ key, value }) => [key, value]),
      [
        ['heap', 0.2],
        ['firstRow', 0.75],
      ],
    );
  });
});

describe('the report of the bench', () => {
  const figures = {
    kith: { firstRow: { median: 600, least: 500, most: 700 }, longestTask: one(0) },
    crouton: { firstRow: one(500), longestTask: one(300) },
  };
  const text = report(runWith([{ size: 2000, cpu: 4, figures }]));

  it('names versions, machine, date and source', () => {
    for (const said of [
      'Kith 1.2.3',
      'croutonjs 4.5.6',
      'Chromium 1.2',
      'v20.0.0',
      '2 cores',
      '2026-01-02',
      'abc1234',
    ])
      assert.ok(text.includes(said), said);
  });

  it('says what is not met and what was not measured', () => {
    assert.match(
      text,
      /first row, 2000 groups, ×4, Kith: a tenth of croutonjs’s \| 0\.1 of it \| 1\.2 of it \| \*\*not met\*\*/,
    );
    assert.match(text, /longest task, 2000 groups, ×4, Kith \| 200 ms \| < 50 ms \| met/);
    assert.match(text, /longest task, 2000 groups, ×1, Kith \| 50 ms \| not measured \| –/);
  });

  it('says where Kith is behind, in bold among the ratios and in a list', () => {
    assert.ok(text.includes('**0.83**'));
    assert.ok(
      text.includes(
        '- first row with name, day and time painted, 2,000, ×4: 0.83 (Kith 600, croutonjs 500).',
      ),
    );
    assert.ok(text.includes('until the first row: Kith 4, croutonjs 3.'));
  });

  it('says what was absent and what a subject asked for in vain', () => {
    assert.ok(text.includes('somebody-else (not in the npm registry)'));
    assert.ok(text.includes('croutonjs asked for /lost.css'));
  });

  it('has no figure that is no number', () => assert.ok(!/NaN|undefined|Infinity/.test(text)));
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  allComplaints,
  callsComplaints,
  complaint,
  importsOf,
  modulesOfSrc,
  serverComplaint,
  serverComplaints,
} from '../../tools/layers.mjs';

const says = (module, from, more = {}) =>
  complaint(module, { from, typeOnly: false, dynamic: false, ...more });

/** How one module names another. */
const from = (module, target) => {
  const found = path.posix.relative(path.posix.dirname(module), `${target}.js`);
  return found.startsWith('.') ? found : `./${found}`;
};

describe('the layers of src', () => {
  it('hold for every import there is', () => {
    const modules = modulesOfSrc();
    assert.ok(modules.length > 20, 'the sources were read');
    assert.deepEqual(allComplaints(modules), []);
  });

  it('give the server its one entry to the sealing, and its own dependencies', () => {
    assert.ok(modulesOfSrc('server/src').length > 20, 'the sources were read');
    assert.deepEqual(serverComplaints(), []);
    const serverSays = (module, from) => serverComplaint(module, { from });
    assert.equal(serverSays('http/app', '../../../src/domain/sealing/server.js'), undefined);
    assert.equal(
      serverSays('database/operations/box', '../../../../src/domain/sealing/server.js'),
      undefined,
    );
    assert.equal(serverSays('http/app', '../store.js'), undefined);
    for (const from of ['node:http', 'hono', '@hono/node-server', '@hono/node-server/conninfo'])
      assert.equal(serverSays('http/app', from), undefined, from);
    for (const from of [
      '../../../src/domain/sealing/manifest.js',
      '../../../src/domain/sealing/staff/open-question.js',
      '../../../src/i18n/en.js',
      '../../../dist/index.js',
      '../store',
      'express',
      '@hono/zod-validator',
      'hpke',
      'lit',
    ])
      assert.ok(serverSays('http/app', from), from);
  });

  it('keep the domain to itself', () => {
    assert.equal(says('domain/finder', './group.js'), undefined);
    assert.equal(says('domain/recurrence/rule', '../meeting.js'), undefined);
    for (const from of ['lit', '../backend/http.js', '../ui/theme.js', 'node:fs'])
      assert.ok(says('domain/finder', from), from);
  });

  it('let the sealing alone import HPKE, and nothing of the page import the staff’s part', () => {
    assert.equal(says('domain/sealing/hpke', 'hpke'), undefined);
    assert.ok(says('domain/finder', 'hpke'));
    assert.ok(says('domain/sealing/hpke', '@hpke/core'));
    assert.ok(says('widgets/question-box/question-box', 'hpke'));
    for (const module of [
      'domain/sealing/staff/roster',
      'domain/sealing/server',
      'domain/desk/publishing',
      'widgets/facilitator-desk/facilitator-desk',
      'widgets/facilitator-desk/screens/evening',
      'backend/staff-api',
    ])
      for (const target of ['domain/sealing/staff/roster', 'domain/desk/queue'])
        assert.equal(says(module, from(module, target)), undefined, module);
    assert.equal(says('widgets/facilitator-desk/work/sheet', '../../../backend/staff-api.js'), undefined);
    for (const module of [
      'widgets/question-box/question-box',
      'widgets/facilitator-desk-preview/preview',
      'widgets/myth-quiz/facilitator-desk/myth-quiz',
      'domain/sealing/visitor',
      'domain/sealing/answer',
      'domain/sealing/server-side',
      'domain/finder',
      'backend/inbox',
      'ui/theme',
      'parts/filters',
      'content/help-lines',
      'index',
      'cli/run',
    ])
      for (const target of ['domain/sealing/staff/roster', 'domain/desk/queue', 'backend/staff-api'])
        for (const more of [{}, { dynamic: true }, { typeOnly: true }])
          assert.match(says(module, from(module, target), more) ?? '', /never comes to a visitor/, module);
    const takers = modulesOfSrc().filter(({ source }) =>
      importsOf(source).some(({ from }) => from.endsWith('/sealing/server.js') || from === './server.js'),
    );
    assert.deepEqual(takers, [], 'the server’s entry is for the server');
  });

  it('give content the types of the domain alone', () => {
    assert.equal(says('content/help-lines', '../domain/help-line.js', { typeOnly: true }), undefined);
    assert.ok(says('content/help-lines', '../domain/help-line.js'));
  });

  it('keep adapters apart from each other, and their own rooms together', () => {
    assert.equal(says('backend/adapters/csv', '../../domain/fold.js'), undefined);
    assert.equal(says('backend/adapters/csv', '../problem.js'), undefined);
    assert.equal(says('backend/adapters/meeting-guide', './meeting-guide-types.js'), undefined);
    assert.equal(says('backend/adapters/csv', '../csv-columns.js'), undefined);
    assert.ok(says('backend/adapters/csv', './kith-json.js'));
    assert.ok(says('backend/adapters/csv', '../catalogue.js'));
    assert.ok(says('backend/http', './adapters/csv.js'));
    assert.equal(says('backend/catalogue', './adapters/csv.js', { dynamic: true }), undefined);
  });

  it('keep widgets apart from each other and from adapters', () => {
    assert.equal(says('widgets/group-finder/group-finder', './group-finder.view.js'), undefined);
    assert.equal(says('widgets/group-finder/group-finder', '../../parts/filters.js'), undefined);
    assert.ok(says('widgets/group-finder/group-finder', '../myth-quiz/myth-quiz.js'));
    assert.ok(says('widgets/group-finder/group-finder', '../../backend/adapters/csv.js'));
    assert.ok(says('widgets/group-finder/group-finder', '../../backend/http.js'));
  });

  it('let a definition import its own widget only', () => {
    assert.equal(says('define/group-finder', '../widgets/group-finder/group-finder.js'), undefined);
    assert.ok(says('define/group-finder', '../widgets/myth-quiz/myth-quiz.js'));
    assert.ok(says('define/group-finder', '../parts/filters.js'));
  });

  it('let the loader ask for definitions only when they are needed', () => {
    assert.equal(says('cdn/manifest', '../define/group-finder.js', { dynamic: true }), undefined);
    assert.ok(says('cdn/manifest', '../define/group-finder.js'));
    assert.equal(says('cdn/single', '../define/group-finder.js'), undefined);
  });

  it('keep the parts of the page out of index', () => {
    assert.ok(says('index', './define/group-finder.js'));
    assert.ok(says('index', './cdn/loader.js'));
  });

  it('want endings on relative imports', () => {
    assert.match(says('domain/finder', './group'), /end in "\.js"/);
  });
});

describe('reading imports', () => {
  it('finds every way of writing one, and none in comments', () => {
    const source = `
      import './a.js';
      import b from "./b.js";
      import type { C } from './c.js';
      import { type D, type E } from './d.js';
      import {
        f,
        type G,
      } from './f.js';
      export { h } from './h.js';
      export * from './i.js';
      const j = await import('./j.js');
      // import './never.js';
      /* import './never-either.js'; */
    `;
    const found = importsOf(source);
    assert.deepEqual(
      found.map(({ from }) => from),
      ['./a.js', './b.js', './c.js', './d.js', './f.js', './h.js', './i.js', './j.js'],
    );
    assert.deepEqual(
      found.filter(({ typeOnly }) => typeOnly).map(({ from }) => from),
      ['./c.js', './d.js'],
    );
    assert.deepEqual(
      found.filter(({ dynamic }) => dynamic).map(({ from }) => from),
      ['./j.js'],
    );
  });
});

describe('what the sources must not call', () => {
  const broken = {
    'a second way to the network': ['ui/x', 'const text = await fetch(address);'],
    storage: ['widgets/x/x', "localStorage.setItem('a', 'b');"],
    cookies: ['ui/x', "document.cookie = 'seen=1';"],
    reports: ['ui/x', "navigator.sendBeacon('/x');"],
    globals: ['ui/x', 'globalThis.kith = {};'],
    'HTML from strings': ['parts/x', 'element.innerHTML = name;'],
    'code from strings': ['ui/x', "new Function('return 1')"],
    'the clock in the domain': ['domain/x', 'const now = Date.now();'],
    'today in the domain': ['domain/x', 'const now = new Date();'],
  };
  for (const [what, [module, source]] of Object.entries(broken)) {
    it(`finds ${what}`, () => assert.equal(callsComplaints(module, source).length, 1));
  }

  it('lets words in comments and strings be words', () => {
    assert.deepEqual(
      callsComplaints('ui/x', "// no localStorage here\nconst hint = 'document.cookie is not read';"),
      [],
    );
    assert.deepEqual(callsComplaints('domain/x', 'const day = new Date(milliseconds);'), []);
  });
});

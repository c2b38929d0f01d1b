import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/install.mjs';

const dist = (file) => import(pathToFileURL(path.join(root, 'dist', file)).href);
const { run } = await dist('cli/run.js');
const { kithJson } = await dist('backend/adapters/kith-json.js');
const { writeKithJson } = await dist('backend/write-kith-json.js');
const { context, sourceOf } = await dist('contracts/adapter-contract.js');

/** Saturday 21 November 2026, 12:00 UTC. */
const NOW = Date.UTC(2026, 10, 21, 12);
const fixture = (name) => path.join(root, 'fixtures', name);
const KITH = fixture('kith-directory.json');

let folder;
let server;
let site;
const answers = new Map();

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-'));
  server = createServer((request, response) => {
    const [status, body] = answers.get(request.url) ?? [404, ''];
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command; what it said and its exit code. */
async function said(...words) {
  let out = '';
  let err = '';
  const code = await run(words, {
    now: NOW,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

const file = (name, text) => {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
};

describe('the command line', () => {
  it('is a program that says what it can do, and its version', () => {
    const program = path.join(root, 'dist/cli/kith-widgets.js');
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    const help = execFileSync(process.execPath, [program, '--help'], { encoding: 'utf8' });
    for (const word of ['check-feed', 'snapshot', 'print-groups', 'bmlt'])
      assert.ok(help.includes(word), word);
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(execFileSync(process.execPath, [program, '-v'], { encoding: 'utf8' }), `${version}\n`);
    assert.equal(spawnSync(process.execPath, [program, 'check-feed', '/no/such/file']).status, 1);
  });

  it('says what is wrong with a command, and does nothing', async () => {
    const wrong = [
      [[], /command is missing/],
      [['fetch', KITH], /"fetch" is no command/],
      [['check-feed'], /at least one address/],
      [['check-feed', KITH, '--into', 'x'], /no option --into/],
      [['check-feed', KITH, '--loud'], /loud/],
      [['snapshot', KITH], /needs -o/],
      [['check-feed', KITH, '--source-time-zone', 'Leeds'], /"Leeds" is no time zone/],
      [['check-feed', KITH, '--format', 'xml'], /"xml" is none of/],
      [['print-groups', KITH, '-o', 'a', '--into', 'b'], /not both/],
    ];
    for (const [words, sentence] of wrong) {
      const { code, out, err } = await said(...words);
      assert.equal(code, 2, words.join(' '));
      assert.equal(out, '');
      assert.match(err, sentence);
    }
  });
});

describe('check-feed', () => {
  it('is content with a good list', async () => {
    const { code, out } = await said('check-feed', KITH);
    assert.equal(code, 0);
    assert.match(out, /kith-json: 15 records kept, 0 left out/);
    assert.match(out, /Help lines: GB/);
    assert.match(out, /^Good\.$/m);
  });

  it('tells each record that is left out with its row and reason, and is not content', async () => {
    const sheet = file('sheet.csv', 'group name,day,time\nCalm,Tuesday,18:30\nBold,someday,never\n');
    const { code, out } = await said('check-feed', sheet);
    assert.equal(code, 1);
    assert.match(out, /csv: 1 records kept, 1 left out/);
    assert.match(out, /row 3: 'someday'/);
    assert.match(out, /To mend: 1 records left out\./);
  });

  it('takes remarks for mistakes when it is told to be strict', async () => {
    const remarked = file(
      'remarked.json',
      '{"groups":[{"name":"Calm","colour":"blue","meetings":[{"start":"2026-12-01T18:30","timeZone":"Europe/London"}]}]}',
    );
    assert.equal((await said('check-feed', remarked)).code, 0);
    const { code, out } = await said('check-feed', remarked, '--strict');
    assert.equal(code, 1);
    assert.match(out, /colour is no field/);
  });

  it('says why a source cannot be used, and reads the others', async () => {
    answers.set('/down', [503, '']);
    const { code, out } = await said(
      'check-feed',
      `${site}/down`,
      `${site}/gone`,
      path.join(folder, 'none.csv'),
      KITH,
    );
    assert.equal(code, 1);
    assert.match(out, /\/down\n {2}cannot be used \(server-error\)/);
    assert.match(out, /\/gone\n {2}cannot be used \(not-found\)/);
    assert.match(out, /none\.csv is no file/);
    assert.match(out, /15 groups in all/);
    assert.match(out, /3 of 4 sources/);
  });

  it('tells of dates that belong to no group of the list', async () => {
    const dates = {
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'Summer fair',
      startDate: '2026-12-03T10:00',
    };
    const { out } = await said('check-feed', KITH, file('events.json', JSON.stringify(dates)));
    assert.match(out, /no group of the list is called "Summer fair"/);
  });
});

describe('a file on the command line', () => {
  it('may be what spreadsheet programs call Unicode text', async () => {
    const sheet = file('unicode.txt', '\ufeffgroup name\tday\ttime\nCafé\tTuesday\t18:30\n');
    writeFileSync(sheet, readFileSync(sheet, 'utf8'), 'utf16le');
    const { code, out } = await said('check-feed', sheet);
    assert.equal(code, 0, out);
    assert.match(out, /csv: 1 records kept/);
  });

  it('may be as large as a page would read, and no larger', async () => {
    const row = `Calm,Tuesday,18:30,${'x'.repeat(1000)}\n`;
    const { code, out } = await said(
      'check-feed',
      file('large.csv', `group name,day,time,summary\n${row.repeat(10_500)}`),
    );
    assert.equal(code, 1);
    assert.match(out, /large\.csv holds more than 10 MB\. Split it/);
  });

  it('is never written over by the command that reads it', async () => {
    const sheet = file('mine.csv', 'group name,day,time\nCalm,Tuesday,18:30\n');
    for (const words of [
      ['snapshot', sheet, '-o', path.join(folder, '.', 'mine.csv')],
      ['print-groups', sheet, '-o', sheet],
    ]) {
      const { code, err } = await said(...words);
      assert.equal(code, 2);
      assert.match(err, /mine\.csv is a source/);
    }
    assert.match(readFileSync(sheet, 'utf8'), /^group name/);
  });

  it('that is replaced keeps who may read it, and a link stays a link', async () => {
    const to = file('shared.json', 'old');
    chmodSync(to, 0o664);
    const link = path.join(folder, 'link.json');
    symlinkSync(to, link);
    assert.equal((await said('snapshot', KITH, '-o', link)).code, 0);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.match(readFileSync(to, 'utf8'), /^\{/);
    assert.equal(statSync(to).mode & 0o777, 0o664);
  });
});

describe('snapshot', () => {
  it('names itself as browsers do, since Outlook lets nobody else read a published calendar', async () => {
    let name = '';
    const outlook = createServer((request, response) => {
      name = request.headers['user-agent'];
      const known = /^Mozilla\/5\.0 \(.*\) Chrome\/\d+/.test(name);
      response.writeHead(known ? 200 : 500, { 'content-type': 'text/calendar' });
      response.end(known ? readFileSync(fixture('calendar.ics')) : '');
    });
    await new Promise((resolve) => outlook.listen(0, '127.0.0.1', resolve));
    const to = path.join(folder, 'dates.json');
    const program = path.join(root, 'dist/cli/kith-widgets.js');
    const address = `http://127.0.0.1:${outlook.address().port}/owa/calendar/x/calendar.ics`;
    const child = spawn(process.execPath, [program, 'snapshot', address, '-o', to], { stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    outlook.close();
    assert.equal(code, 0);
    assert.match(name, /kith-widgets/);
    assert.match(readFileSync(to, 'utf8'), /Low mood Tuesday/);
  });

  it('keeps the place of a group that has no date', async () => {
    const sheet = file(
      'undated.csv',
      'group name,in person or online,venue,town\nCalm,in person,Mill House,Leeds\n',
    );
    const to = path.join(folder, 'undated.json');
    assert.equal((await said('snapshot', sheet, '-o', to)).code, 0);
    assert.match(JSON.parse(readFileSync(to, 'utf8')).copiedOn, /^\d{4}-\d{2}-\d{2}$/, 'the day of the copy');
    const { directory, remarks } = await kithJson.read(sourceOf(readFileSync(to, 'utf8')), context());
    assert.deepEqual(remarks, []);
    assert.equal(directory.groups[0].meetings[0].venue.name, 'Mill House');
  });

  it('tells what was left out, and of dates that joined no group', async () => {
    const sheet = file('half.csv', 'group name,day,time\nCalm,Tuesday,18:30\nBold,someday,never\n');
    const fair = file(
      'fair.json',
      '{"@context":"https://schema.org","@type":"Event","name":"Summer fair","startDate":"2026-12-03T10:00"}',
    );
    for (const command of ['snapshot', 'print-groups']) {
      const { code, err } = await said(command, sheet, fair, '-o', path.join(folder, `${command}.out`));
      assert.equal(code, 0);
      assert.match(err, /1 records left out, see check-feed/);
      assert.match(err, /no group of the list is called "Summer fair"/);
    }
  });

  it('merges its sources into one file that a page can read', async () => {
    answers.set('/groups.csv', [200, 'group name,day,time\nCalm,Tuesday,18:30\n']);
    const to = path.join(folder, 'groups.json');
    const { code, err } = await said(
      'snapshot',
      KITH,
      `${site}/groups.csv`,
      '-o',
      to,
      '--source-time-zone',
      'Europe/London',
    );
    assert.equal(code, 0);
    assert.match(err, /16 groups written/);
    const reading = await kithJson.read(sourceOf(readFileSync(to, 'utf8')), context());
    assert.equal(reading.directory.groups.length, 16);
    assert.deepEqual(reading.leftOut, []);
    assert.deepEqual(reading.remarks, []);
    assert.equal(reading.directory.groups[15].meetings[0].timeZone, 'Europe/London');
  });

  it('leaves the old file whole when a source fails, is empty, or the folder cannot be written', async () => {
    answers.set('/down', [500, '']);
    answers.set('/empty', [200, '{"groups":[]}']);
    const to = file('old.json', 'old');
    for (const source of ['/down', '/empty']) {
      const { code, err } = await said('snapshot', KITH, `${site}${source}`, '-o', to);
      if (source === '/down') assert.equal(code, 1);
      else assert.equal(code, 0);
      if (code) assert.match(err, /status 500/);
      if (code) assert.equal(readFileSync(to, 'utf8'), 'old');
    }
    const { code, err } = await said('snapshot', `${site}/empty`, '-o', to);
    assert.equal(code, 1);
    assert.match(err, /no group/);
    assert.equal((await said('snapshot', KITH, '-o', path.join(folder, 'none/groups.json'))).code, 1);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('writes everything that a directory holds', async () => {
    const whole = await kithJson.read(sourceOf(readFileSync(KITH, 'utf8')), context({ today: '2026-11-21' }));
    const again = await kithJson.read(
      sourceOf(writeKithJson(whole.directory)),
      context({ today: '2026-11-21' }),
    );
    assert.deepEqual(again.remarks, []);
    assert.deepEqual(again.directory, whole.directory);
  });
});

describe('print-groups', () => {
  const hostile = file.bind(null, 'hostile.json');
  const listing = (fields) =>
    JSON.stringify({
      groups: [
        {
          name: 'Calm',
          meetings: [
            { start: '2026-11-24T18:30', duration: 90, timeZone: 'Europe/London', rrule: 'FREQ=WEEKLY' },
          ],
          ...fields,
        },
      ],
    });

  it('says name, day, time and place in words, with the help line of the country', async () => {
    const { code, out } = await said('print-groups', KITH, '--source-time-zone', 'Europe/London');
    assert.equal(code, 0);
    assert.match(out, /Need someone to talk to now\?/);
    assert.match(out, /href="tel:116123"/);
    assert.match(out, /Every Tuesday/);
    assert.match(out, /<time datetime="2026-11-\d\dT\d\d:\d\d:00\+00:00">/);
    assert.equal(out.match(/<h3/g).length, 15);
  });

  it('speaks the page’s language', async () => {
    const { out } = await said('print-groups', KITH, '--lang', 'ar', '--country', 'GB');
    assert.match(out, /<ul lang="ar[^"]*" dir="rtl">/);
    // Digits in groups change places among Arabic words.
    assert.match(out, /<a href="tel:116123" dir="ltr">116 123<\/a>/);
    assert.match(out, /<a href="tel:01134960121" dir="ltr">0113 496 0121<\/a>/);
    // What stands beside the list does not inherit the list's language.
    for (const opening of out.match(/^<p\b[^>]*>/gm)) assert.match(opening, /lang="ar[^"]*" dir="rtl"/);
  });

  it('keeps words of a list words: no tag, no script, no link but web, mail and telephone', async () => {
    const evil = '</script><img src=x onerror=alert(1)> "\'&';
    const { out } = await said(
      'print-groups',
      hostile(
        listing({
          name: evil,
          summary: evil,
          url: 'javascript:alert(1)',
          topics: [evil],
          contact: { phone: evil, email: evil },
        }),
      ),
    );
    assert.ok(!out.includes('<img'));
    assert.equal(out.match(/<\/script>/g).length, 1);
    assert.ok(!out.includes('javascript:'));
  });

  it('tells search engines the coming date and how it repeats', async () => {
    const { out } = await said('print-groups', hostile(listing({ url: 'https://example.org/calm' })));
    const data = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(out)[1]);
    assert.equal(data['@context'], 'https://schema.org');
    const [event] = data['@graph'];
    assert.equal(event.startDate, '2026-11-24T18:30:00+00:00');
    assert.equal(event.endDate, '2026-11-24T20:00:00+00:00');
    assert.equal(event.eventSchedule.repeatFrequency, 'P1W');
    assert.equal(event.eventSchedule.scheduleTimezone, 'Europe/London');
  });

  it('leaves a page alone whose letters it cannot read', async () => {
    const page = path.join(folder, 'latin.html');
    const bytes = Buffer.from('<p>Caf\u00e9</p><!-- kith-groups --><!-- /kith-groups -->', 'latin1');
    writeFileSync(page, bytes);
    const { code, err } = await said('print-groups', KITH, '--into', page);
    assert.equal(code, 1);
    assert.match(err, /save it as UTF-8/);
    assert.deepEqual(readFileSync(page), bytes);
  });

  it('tells search engines no repeat that schema.org has no words for, but the coming date', async () => {
    for (const rrule of [
      'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1',
      'FREQ=YEARLY;BYWEEKNO=48;BYDAY=TU',
      'FREQ=YEARLY;BYYEARDAY=328',
      'FREQ=WEEKLY;BYHOUR=10,18',
      'FREQ=WEEKLY;BYMINUTE=0,30',
      'FREQ=WEEKLY;BYSECOND=0,30',
    ]) {
      const meetings = [{ start: '2026-11-24T18:30', duration: 90, timeZone: 'Europe/London', rrule }];
      const { out } = await said('print-groups', hostile(listing({ meetings })));
      const [script] = /(?<=<script type="application\/ld\+json">).*(?=<\/script>)/.exec(out);
      const [event] = JSON.parse(script)['@graph'];
      assert.ok(event.startDate, rrule);
      assert.equal(event.eventSchedule, undefined, rrule);
    }
  });

  it('replaces its own place in a page and nothing else, as often as it is run', async () => {
    const page = file(
      'page.html',
      '<p>Before $& $1</p><!-- kith-groups -->old<!-- /kith-groups --><p>After</p>',
    );
    for (let times = 0; times < 2; times++) {
      assert.equal((await said('print-groups', KITH, '--into', page)).code, 0);
      const text = readFileSync(page, 'utf8');
      assert.ok(text.startsWith('<p>Before $& $1</p><!-- kith-groups -->\n<!-- Written by'));
      assert.ok(text.endsWith('<!-- /kith-groups --><p>After</p>'));
      assert.ok(!text.includes('old<'));
      assert.equal(text.match(/Written by/g).length, 1);
    }
    const other = file('other.html', '<p>No place</p>');
    const { code, err } = await said('print-groups', KITH, '--into', other);
    assert.equal(code, 1);
    assert.match(err, /has no place for it/);
    assert.equal(readFileSync(other, 'utf8'), '<p>No place</p>');
  });
});

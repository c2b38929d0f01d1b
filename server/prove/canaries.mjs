/**
 * Sends words that nobody else would write, through every door that a visitor has, and looks for them in everything that is kept or said. First
 * the same search has to find what was sent in clear on purpose through the same columns: a search that finds nothing proves nothing.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchFrom } from '../test/set-up/fetch-from.mjs';
import { clientOf, expectStatus } from '../test/set-up/http-client.mjs';
import { startPostgres } from '../test/set-up/postgres.mjs';
import { runCommand, startServer, temporaryFolder } from '../test/set-up/process.mjs';
import { sealing } from '../test/set-up/sealing.mjs';
import { claimSecretIn, makeBox, today } from '../test/set-up/staff-client.mjs';
import { letterOf, quickSecrets, visit } from '../test/set-up/visitor-client.mjs';
import { columnsOf, filesOf, search } from './search.mjs';
import { postgresTables, sqliteTables } from './stored.mjs';

const { toBase64url } = sealing;

/** Lower-case letters alone, so that no form escapes or folds them. */
const word = (name) =>
  `${name}${Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;

/** An address of this machine that no test uses by chance. */
const ADDRESS = '127.83.112.59';

/** Text in clear where something sealed belongs. What follows it is zeros, which PostgreSQL packs, or chance, which it cannot. */
function inClear(text, size, packed) {
  const bytes = packed ? Buffer.alloc(size) : randomBytes(size);
  bytes.write(text);
  return new Uint8Array(bytes);
}

/** A server in its place that writes down who asks, as many do. */
export const BROKEN = {
  script: path.join(path.dirname(fileURLToPath(import.meta.url)), 'broken.mjs'),
  env: { PROVE_BREAK: 'talks' },
};

/**
 * @param {{ database: 'sqlite' | 'postgres', script?: string, env?: Record<string, string> }} options `script` and `env` put a server in its place
 *   that says too much.
 * @returns {Promise<{ found: string[], controls: Map<string, string[]>, erasedLeft: string[], erasedSeen: string[], places: number, bytes: number }>}
 *   `controls`: where each control was found.
 */
export async function runCanaries({ database, script, env = {} }) {
  // Its own, so that nobody else's rows are searched.
  const postgres = database === 'postgres' ? await startPostgres({ own: true }) : undefined;
  const url = await postgres?.freshDatabase();
  const folder = temporaryFolder();
  const backups = temporaryFolder();
  const settings = { ...(url ? { DATABASE_URL: url } : {}), ...env };
  const file = path.join(folder, 'kith.sqlite');
  let server = await startServer({ folder, env: settings, ...(script ? { script } : {}) });
  const output = [];

  // ---- What a visitor is and writes ----
  const said = {
    text: word('question'),
    topic: word('topic'),
    lang: word('l').slice(0, 12),
    answer: word('answer'),
    agent: word('agent'),
    referrer: word('referrer'),
    cookie: word('cookie'),
    forwarded: word('forwarded'),
    path: word('path'),
    query: word('query'),
    malformed: word('malformed'),
  };
  const headers = {
    'user-agent': `Mozilla/5.0 ${said.agent}`,
    referer: `https://clinic.example/${said.referrer}`,
    cookie: `id=${said.cookie}`,
    'x-forwarded-for': said.forwarded,
    'x-real-ip': said.forwarded,
    forwarded: `for=${said.forwarded}`,
  };
  const printed = await server.firstLink();
  const desk = await makeBox({ base: server.base, link: printed });
  const from = { base: server.base, fetch: fetchFrom(ADDRESS), headers };
  const page = await visit({ ...from, boxId: desk.boxId, pins: [desk.pin] });
  const anybody = clientOf(server.base, from);

  const letter = await page.write(said.text, { topic: said.topic, lang: said.lang });
  const code = letter.code.replaceAll('-', '');
  await expectStatus(page.send(letter), 200);
  await expectStatus(page.send(letter), 200);

  // Doors that are closed get to see the same.
  const wrong = {
    question: { ...letter.wire, text: said.malformed },
    proof: said.malformed,
    note: said.malformed,
  };
  await anybody('POST', `${page.path}/questions`, wrong);
  await anybody('POST', `${page.path}/questions?q=${said.query}`, { ...wrong, question: said.malformed });
  await anybody('POST', `${page.path}/lookups`, { locator: said.malformed });
  await anybody('POST', `${page.path}/staff/salts`, { name: said.malformed.repeat(30) });
  await anybody('GET', `/${said.path}?q=${said.query}`);
  await anybody('GET', `/ask/${desk.id}?q=${said.query}`);
  await anybody('PUT', `${page.path}/questions`, { note: said.malformed });
  await page.lookUp(letter.secrets);

  // ---- What staff does with it ----
  const [row] = await desk.all();
  await desk.claim(row.question.locator);
  await desk.answer(row, said.answer);
  const answers = await page.lookUp(letter.secrets);
  if (answers[0]?.text !== said.answer) throw new Error('The answer did not arrive.');

  // ---- A question that is erased ----
  const gone = await page.write(word('erased'), { secrets: await quickSecrets() });
  await expectStatus(page.send(gone), 200);
  const goneBytes = new Map([
    ['the sealed bytes of an erased question', gone.question.ct.slice(4000, 4032)],
    ['the end of an erased question', gone.question.ct.slice(-32)],
  ]);
  const erasedSeen = search(goneBytes, filesOf(folder, 'data/'));
  await expectStatus(page.erase(gone.secrets), 200);
  const erasedLeft = database === 'sqlite' ? search(goneBytes, filesOf(folder, 'data/')) : [];

  // ---- Controls: what a page or a desk would send that does not seal ----
  const controls = new Map();
  for (const packed of [true, false]) {
    const how = packed ? 'packed' : 'unpacked';
    const names = ['question', 'answer', 'draft'].map((what) => [`${what}, ${how}`, word('control')]);
    const [question, answer, draft] = names.map(([, text]) => text);
    for (const [name, text] of names) controls.set(name, text);
    const secrets = await quickSecrets();
    const clear = await letterOf(
      {
        ...letter.question,
        locator: secrets.locator,
        eraseHash: secrets.eraseHash,
        ct: inClear(question, 8208, packed),
      },
      secrets,
    );
    await expectStatus(page.send(clear), 200);
    const locator = clear.wire.locator;
    await expectStatus(
      desk.staff('POST', 'answers', {
        locator,
        answer: {
          seq: 1,
          iv: toBase64url(randomBytes(12)),
          ct: toBase64url(inClear(answer, 16_400, packed)),
        },
      }),
      200,
    );
    await desk.draft(locator, toBase64url(inClear(draft, 16_473, packed)));
  }

  // ---- Everything that is kept or said ----
  const places = new Map();
  const add = (more) => {
    for (const [where, bytes] of more) places.set(where, bytes);
  };
  add(filesOf(folder, 'while it runs: '));
  output.push(server.out(), server.err());
  await server.kill();
  add(filesOf(folder, 'killed: '));
  add(columnsOf(url ? await postgresTables(url) : sqliteTables(file)));
  const backup = await runCommand(['backup', path.join(backups, 'backup')], {
    KITH_DATA: folder,
    ...settings,
  });
  if (backup.status !== 0) throw new Error(`backup: ${backup.err}`);
  server = await startServer({ folder, env: settings, ...(script ? { script } : {}) });
  const { status } = await server.stop();
  if (status !== 0) throw new Error(`The server ended with ${status}.`);
  output.push(backup.out, backup.err, server.out(), server.err());
  add(filesOf(folder, 'stopped: '));
  add(filesOf(backups, 'backup: '));
  if (postgres) {
    // The dump is packed; so is what it prints as text, but not to us.
    const packed = path.join(backups, 'backup');
    const restore = path.join(postgres.programs, 'pg_restore');
    const { stdout } = spawnSync(restore, ['-f', '-', packed], { maxBuffer: 1e9 });
    places.set('backup: unpacked', stdout);
    await postgres.checkpoint();
    add(filesOf(postgres.folder, 'postgres: '));
    output.push(postgres.log());
  }
  const spoken = new Map([['output', Buffer.from(output.join('\n'))]]);
  add(spoken);

  const secrets = new Map([
    ...Object.entries(said),
    ['code', code],
    ['code, shown', letter.code],
    ['code, half of it', code.slice(0, 12)],
    ['key of the answers', letter.secrets.kAns],
    ['what erases', letter.secrets.erase],
    ['address', ADDRESS],
    ['passphrase', desk.member.passphrase],
    ['words of the passphrase', desk.member.passphrase.split(' ').slice(0, 3).join(' ')],
    ['token', desk.token],
    ['token, bytes', sealing.fromBase64url(desk.token, 'token', 32)],
  ]);
  // Known to the database on purpose, or printed on purpose; each has no business in the other.
  const locators = new Map([
    ['locator', letter.secrets.locator],
    ['locator of an erased question', gone.secrets.locator],
  ]);
  const link = new Map([['the first link', claimSecretIn(printed)]]);
  const kept = new Map([...places].filter(([where]) => where !== 'output'));

  const found = [...search(secrets, places), ...search(locators, spoken), ...search(link, kept)];
  const controlled = new Map(
    [...controls].map(([name, text]) => [name, search(new Map([[name, text]]), places)]),
  );
  await postgres?.stop();
  const bytes = [...places.values()].reduce((sum, { length }) => sum + length, 0);
  return { found, controls: controlled, erasedSeen, erasedLeft, places: places.size, bytes, day: today() };
}

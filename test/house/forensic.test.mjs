/**
 * What a visit leaves on the device: somebody asks, gets an answer, takes the question back and leaves in every way there is, in a browser
 * with a profile of its own; then the whole profile is searched for the words, the code and the answer, as UTF-8, UTF-16 and base64.
 *
 * What no page has a say in, and no test of a profile can find: memory that the system writes to its swap or hibernation file, a crash
 * report that holds a part of memory, what keyboards, screen readers, screen recorders, "recall" functions and extensions keep of what is
 * typed or shown, the system's clipboard and its history (the widget says so where a code is copied), a spooled print job, a page that
 * somebody saves or photographs, and blocks of a disk that a file system has freed but not overwritten. Browsers may cache the page and
 * the scripts, and their history names the page: that somebody was there can be seen, but not what they wrote.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { ensureBrowser } from '../../tools/browsers.mjs';
import { root } from '../../tools/install.mjs';

const FLAGS = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** A box in the page itself, as a page holds one; a facilitator is at hand. */
const ENTRY = `
import '${root}/src/define/question-box.ts';
import { boxAtHand } from '${root}/stories/box-at-hand.ts';
const hand = await boxAtHand({ now: Date.now() });
const box = document.createElement('kith-question-box');
box.setAttribute('box-id', hand.boxId);
box.setAttribute('key-id', hand.keyId);
box.setAttribute('country', 'GB');
box.setAttribute('exit-url', '/away');
let asked = 0;
// What a server would be asked for: posts, so that a browser might keep them as it keeps others.
const over = (name) => async (...given) => {
  asked++;
  await fetch('/box/' + name, { method: 'POST', body: '{}' });
  return hand.inbox[name](...given);
};
box.inbox = { ...hand.inbox, send: over('send'), answers: over('answers'), erase: over('erase') };
globalThis.kithAnswer = (text) => hand.answer(text);
globalThis.kithQuestions = () => hand.rows.size;
document.body.append(box);
await box.ready;
document.title = 'Ask';
`;

/** The scripts of the page, by name. */
async function bundled() {
  const id = '\0entry';
  const [{ output }] = [
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'kith-entry',
          enforce: 'pre',
          resolveId: (asked) => (asked.endsWith('kith-entry') ? id : undefined),
          load: (asked) => (asked === id ? ENTRY : undefined),
        },
      ],
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        lib: { entry: 'kith-entry', formats: ['es'], fileName: () => 'entry.js' },
      },
    }),
  ].flat();
  return new Map(output.map(({ fileName, code }) => [`/${fileName}`, code]));
}

const page = (script) =>
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>…</title><body><h1>Our clinic</h1>${script}`;

async function startSite() {
  const scripts = await bundled();
  const asked = [];
  const closed = { of: '' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.push(pathname);
    const type = scripts.has(pathname) ? 'text/javascript' : 'text/html; charset=utf-8';
    const failing = closed.of !== '' && pathname.includes(closed.of);
    response.writeHead(failing ? 503 : 200, { 'content-type': type });
    if (failing) response.end();
    else if (scripts.has(pathname)) response.end(scripts.get(pathname));
    else if (pathname === '/ask') response.end(page('<script type="module" src="/entry.js"></script>'));
    else response.end(page(''));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://localhost:${server.address().port}`,
    asked,
    closed,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** How bytes of a text stand in a file, whatever wrote it. */
function spellings(text) {
  const plain = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const wrapped = plain.flatMap((bytes) =>
    // What stands before it shifts base64 by 0, 1 or 2 bytes; its ends depend on its neighbours.
    [0, 1, 2].map((before) =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(before), bytes])
          .toString('base64')
          .replace(/=+$/, '')
          .slice(before ? 4 : 0, -1),
      ),
    ),
  );
  // Browsers keep some texts with two bytes to a letter.
  const wide = wrapped.map((bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'));
  return [...plain, ...wrapped, ...wide];
}

/** The files of a folder that hold one of the texts: "file: text". */
function traces(folder, texts) {
  const found = [];
  const wanted = texts.flatMap((text) => spellings(text).map((bytes) => ({ text, bytes })));
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    let bytes;
    try {
      if (!statSync(file).isFile()) continue;
      bytes = readFileSync(file);
    } catch {
      // Sockets and locks of the browser.
      continue;
    }
    for (const { text, bytes: needle } of wanted)
      if (name.includes(text) || bytes.includes(needle)) found.push(`${name}: ${text}`);
  }
  return [...new Set(found)];
}

/** A word that stands nowhere else. */
const aWord = () => `zq${randomBytes(8).toString('hex')}`;

/** Every way to write a code; a part of it is enough. */
function partsOf(code) {
  const groups = code.trim().split(/[\s-]+/);
  const pairs = groups.slice(1).map((group, at) => [groups[at], group]);
  const all = pairs.flatMap((pair) => ['', ' ', '-'].map((by) => pair.join(by)));
  return [...all, ...all.map((part) => part.toLowerCase())];
}

describe('a browser’s profile after a visit to the question box', () => {
  let site;
  const profiles = [];
  const executablePath = ensureBrowser('chromium');

  before(async () => {
    site = await startSite();
  });
  after(() => {
    site?.stop();
    for (const folder of profiles) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open() {
    const profile = mkdtempSync(path.join(tmpdir(), 'kith-profile-'));
    profiles.push(profile);
    const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
    return { profile, context, tab: context.pages()[0] ?? (await context.newPage()) };
  }

  async function visit(tab) {
    await tab.goto(`${site.address}/ask`);
    await tab.waitForFunction(() => document.title === 'Ask');
    await tab.getByLabel('Your question').waitFor();
  }

  const press = (tab, name) => tab.getByRole('button', { name, exact: true }).click();

  async function write(tab, words) {
    await tab.getByLabel('Your question').click();
    await tab.keyboard.type(words);
  }

  /** Asks, and goes on from the receipt. Returns the code. */
  async function ask(tab, words) {
    await write(tab, words);
    await press(tab, 'Send');
    const code = await tab.locator('[part~=code]').innerText();
    assert.match(code.replace(/\s/g, ''), /^[0-9A-Z]{25}$/);
    return code;
  }

  async function look(tab, code) {
    await press(tab, 'Your answer');
    await tab.getByLabel('Your code').click();
    await tab.keyboard.type(code.replace(/\s+/g, '-'));
    await press(tab, 'Show my answer');
  }

  it('holds what a page puts there, so that this search can find it', async () => {
    const { profile, context, tab } = await open();
    const [stored, addressed, titled, held, session] = [aWord(), aWord(), aWord(), aWord(), aWord()];
    await tab.goto(`${site.address}/plain`);
    await tab.evaluate(
      async ([local, address, title, database, session]) => {
        localStorage.setItem('draft', `My question: ${local}`);
        sessionStorage.setItem('draft', btoa(`Q: ${session}`));
        history.pushState(null, '', `#${address}`);
        document.title = title;
        await new Promise((resolve, reject) => {
          const opening = indexedDB.open('drafts', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('all').put(database, 1);
          opening.onsuccess = resolve;
          opening.onerror = reject;
        });
      },
      [stored, addressed, titled, held, session],
    );
    await tab.goto(`${site.address}/away`);
    await context.close();
    for (const word of [stored, addressed, titled, held, session])
      assert.ok(traces(profile, [word]).length > 0, `${word} is found in the profile`);
    // The search sees every spelling.
    for (const bytes of spellings(stored)) assert.ok(bytes.length > 15);
  });

  it('holds no word, no code and no answer after asking, reading, taking back and the quick exit', async () => {
    const { profile, context, tab } = await open();
    const [question, answer, second, typed] = [aWord(), aWord(), aWord(), aWord()];
    await visit(tab);
    const code = await ask(tab, `What of ${question} and 0113 496 0100?`);
    await press(tab, 'I wrote it down');
    await tab.evaluate((text) => globalThis.kithAnswer(text), `We found ${answer} hard.`);
    await look(tab, code);
    await tab.getByText(answer).waitFor();
    await press(tab, 'Take my question back');
    await press(tab, 'Yes, take it back');
    await tab.getByRole('heading', { name: 'Taken back' }).waitFor();
    assert.equal(await tab.evaluate(() => globalThis.kithQuestions()), 0);

    // Words that were never sent, and the way out.
    await press(tab, 'Ask');
    await tab.getByRole('button', { name: 'Ask something else' }).click();
    await write(tab, `A word that is not sent: ${second}`);
    await tab.getByRole('button', { name: /Leave this page/ }).click();
    await tab.waitForURL(/\/away$/);
    await tab.goBack().catch(() => undefined);

    // Words in a tab that is left by an address, come back to and closed.
    await visit(tab);
    await write(tab, typed);
    await tab.goto(`${site.address}/away`);
    await tab.goBack();
    await tab.getByLabel('Your question').waitFor();
    assert.equal(await tab.getByLabel('Your question').inputValue(), '');
    await write(tab, typed);
    await tab.close();
    await context.close();
    assert.deepEqual(traces(profile, [question, answer, second, typed, ...partsOf(code)]), []);
  });

  it('holds none of it either when the browser is killed with the words, the code or the answer on the screen', async () => {
    const { profile, context, tab } = await open();
    const [question, answer, draft] = [aWord(), aWord(), aWord()];
    await visit(tab);
    const code = await ask(tab, question);
    const receipt = await context.newPage();
    await visit(receipt);
    const shown = await ask(receipt, question);
    await press(tab, 'I wrote it down');
    await tab.evaluate((text) => globalThis.kithAnswer(text), answer);
    await look(tab, code);
    await tab.getByText(answer).waitFor();
    const writing = await context.newPage();
    await visit(writing);
    await write(writing, draft);
    const pid = Number(/\d+$/.exec(readlinkSync(path.join(profile, 'SingletonLock')))?.[0]);
    assert.ok(pid > 1, 'the browser that this test started is known by its number');
    const closed = once(context, 'close');
    process.kill(pid, 'SIGKILL');
    await closed;
    assert.deepEqual(traces(profile, [question, answer, draft, ...partsOf(code), ...partsOf(shown)]), []);
  });

  it('has asked the site for nothing from the first key until Send', async () => {
    const { context, tab } = await open();
    await visit(tab);
    await tab.waitForLoadState('networkidle');
    const before = site.asked.length;
    await write(tab, 'Does the medicine make me tired? Ring 0113 496 0100, my name is Ann Lee.');
    await tab.getByText('Could this show who somebody is?').first().waitFor();
    await press(tab, 'Answered');
    await press(tab, 'Ask');
    assert.deepEqual(site.asked.slice(before), []);
    await press(tab, 'Send');
    await tab.locator('[part~=code]').waitFor();
    assert.deepEqual(site.asked.slice(before), ['/box/send']);
    await context.close();
  });

  it('sends after all when the part that sends was missing at first, and loses no word meanwhile', async () => {
    const { context, tab } = await open();
    site.closed.of = 'exchange';
    try {
      await visit(tab);
      await write(tab, 'Why?');
      await press(tab, 'Send');
      await tab.getByText('A part of this page did not load').first().waitFor();
      assert.equal(await tab.getByLabel('Your question').inputValue(), 'Why?');
      site.closed.of = '';
      await press(tab, 'Send');
      await tab.locator('[part~=code]').waitFor();
      assert.equal(await tab.evaluate(() => globalThis.kithQuestions()), 1);
    } finally {
      site.closed.of = '';
      await context.close();
    }
  });
});

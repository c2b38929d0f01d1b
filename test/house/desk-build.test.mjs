import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { ensureBrowser } from '../../tools/browsers.mjs';
import { deskPage } from '../../tools/desk-page.mjs';
import { root } from '../../tools/install.mjs';

const FLAGS = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const desk = read('dist/desk/desk.js');
const page = read('dist/desk/kith-desk.html');
const sha256 = (text, encoding) => createHash('sha256').update(text).digest(encoding);
const between = (text, start, end) => text.split(start)[1]?.split(end)[0] ?? '';

describe('the facilitators’ desk, built', () => {
  it('is one script and one page, with hashes to compare them by', () => {
    assert.deepEqual(readdirSync(path.join(root, 'dist/desk')).sort(), [
      'SHA256SUMS',
      'desk.js',
      'kith-desk.html',
    ]);
    assert.equal(
      read('dist/desk/SHA256SUMS'),
      `${sha256(desk, 'hex')}  desk.js\n${sha256(page, 'hex')}  kith-desk.html\n`,
    );
  });

  it('asks for no other file, and needs no eval, no worker and no loose policy', () => {
    assert.doesNotMatch(desk, /(?:^|[;}\n])\s*import\b|\bfrom\s*["']\.|\bimport\s*\(|\bimport\.meta\b/);
    // Lit's one assignment goes through its policy.
    for (const word of [
      'eval(',
      'new Function',
      '__vitePreload',
      'modulepreload',
      'new Worker',
      'innerHTML=',
    ])
      assert.ok(desk.split(word).length - 1 <= (word === 'innerHTML=' ? 1 : 0), word);
    assert.doesNotMatch(desk, /litHtmlVersions|litElementVersions|reactiveElementVersions/);
  });

  it('has no word in what a clinic’s page loads', async () => {
    for (const name of readdirSync(path.join(root, 'dist/cdn'), { recursive: true }).map(String))
      if (name.endsWith('.js')) assert.ok(!read(`dist/cdn/${name}`).includes('facilitator-desk'), name);
    const output = await build({ root, mode: 'loader', logLevel: 'error', build: { write: false } });
    const modules = [output]
      .flat()
      .flatMap((one) => one.output.flatMap((file) => Object.keys(file.modules ?? {})));
    assert.ok(modules.length > 100, 'the modules were listed');
    const foreign = modules.filter((id) =>
      /\/(?:facilitator-desk|sealing\/staff|i18n\/desk)\/|staff-api/.test(id),
    );
    assert.deepEqual(foreign, []);
  });

  it('lets the page run its own script and style by their hashes, and no other', () => {
    const policy = between(page, 'content="', '"');
    const script = between(page, '<script type="module">', '</script>');
    const style = between(page, '<style>', '</style>');
    assert.ok(script.length > 100_000, 'the script stands in the page');
    assert.ok(policy.includes(`script-src 'sha256-${sha256(script, 'base64')}';`));
    assert.ok(policy.includes(`style-src 'sha256-${sha256(style, 'base64')}';`));
    assert.match(policy, /^default-src 'none';.*require-trusted-types-for 'script'/);
    assert.match(policy, /connect-src https: http:\/\/localhost:\* http:\/\/127\.0\.0\.1:\*;/);
    assert.match(page, /<meta name="referrer" content="no-referrer">/);
    assert.doesNotMatch(page.replace(script, ''), /\ssrc=|\shref=|url\(/);
  });

  it('keeps a script whole that speaks of tags', () => {
    const code = 'const one = "</script><!-- <script>"; document.title = one;';
    const made = between(deskPage(code), '<script type="module">', '</script>');
    assert.ok(made.includes('"\\x3c/script>\\x3c!-- \\x3cscript>"'));
  });
});

describe('the facilitators’ desk, opened as a file', () => {
  let browser;
  let elsewhere;
  const asked = [];

  before(async () => {
    browser = await chromium.launch({ executablePath: await ensureBrowser('chromium'), args: FLAGS });
    elsewhere = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.origin}`);
      const allowed = {
        'access-control-allow-origin': request.headers.origin ?? '',
        'access-control-allow-headers': 'content-type, authorization',
        'content-type': request.url === '/kith-desk.html' ? 'text/html' : 'application/problem+json',
      };
      if (request.url === '/kith-desk.html') response.writeHead(200, allowed).end(page);
      else if (request.method === 'OPTIONS') response.writeHead(204, allowed).end();
      else response.writeHead(404, allowed).end('{"type":"urn:kith:problem:no-such-box"}');
    });
    await new Promise((done) => elsewhere.listen(0, '127.0.0.1', done));
  });

  after(async () => {
    await browser?.close();
    elsewhere?.close();
  });

  const places = [
    ['a disk', () => pathToFileURL(path.join(root, 'dist/desk/kith-desk.html')).href],
    ['another origin', () => `http://127.0.0.1:${elsewhere.address().port}/kith-desk.html`],
  ];
  for (const [from, addressOf] of places) {
    it(`works from ${from}: it asks for the name, and reaches the server that its link names`, async () => {
      const context = await browser.newContext({ locale: 'en-GB' });
      const tab = await context.newPage();
      const trouble = [];
      tab.on('pageerror', (error) => trouble.push(String(error)));
      tab.on('console', (line) => {
        if (line.type() === 'error') trouble.push(line.text());
      });
      const boxId = Buffer.alloc(16, 7).toString('base64url');
      const pin = Buffer.alloc(32, 7).toString('base64url');
      const server = encodeURIComponent(`http://localhost:${elsewhere.address().port}/`);
      await tab.goto(`${addressOf()}#box=${boxId}&pin=${pin}&server=${server}`);
      await tab.locator('#name').fill('Ruth');
      assert.deepEqual(trouble, []);
      asked.length = 0;
      await tab.locator('#words').fill('abacus abdomen abdominal abide abiding ability ablaze');
      await tab.locator('button[type=submit]').click();
      await tab.locator('.said-above').waitFor();
      assert.ok(
        asked.some((line) => line.startsWith(`POST /v1/boxes/${boxId}/staff/salts`)),
        asked.join(),
      );
      // Nothing but the server's own refusal stands in the console.
      assert.deepEqual(
        trouble.filter((line) => !/status of 404/.test(line)),
        [],
      );
      await context.close();
    });
  }
});

/**
 * The whole way in a real browser: the widget as sites get it, on a page of another origin with a strict policy, the server as operators run
 * it, a desk without a screen. The server dies while a question is on its way; it is kept once all the same.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../../tools/browsers.mjs';
import { root } from '../../../tools/install.mjs';
import { freePort, startPostgres } from '../set-up/postgres.mjs';
import { startServer, temporaryFolder } from '../set-up/process.mjs';
import { makeBox } from '../set-up/staff-client.mjs';

const QUESTION = 'Is it all right to only listen on my first evening?';
const ANSWER = 'Yes. I listened for three weeks.\n\nYou could say so at the door.';
const PUBLISHED = {
  id: 'to-listen',
  topic: 'First days',
  lang: 'en',
  question: 'May I just listen on my first evening?',
  answer: 'You may. Most of us did.',
};

/** A site that lets its own scripts run, and asks nobody but the box's server. */
async function siteFor(policy) {
  const site = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy() });
      response.end(
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Ask</title><script type="module" src="/kith/loader.js"></script><main></main>',
      );
      return;
    }
    const file = path.join(root, 'dist/cdn', pathname.replace('/kith/', ''));
    try {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  return { origin: `http://127.0.0.1:${site.address().port}`, close: () => site.close() };
}

for (const kind of ['sqlite', 'postgres'])
  describe(`from a question to its answer in a browser (${kind})`, () => {
    let [postgres, site, server, desk, browser, page, restart] = [];
    const complaints = [];
    const requests = [];

    before(async () => {
      const port = await freePort();
      const folder = temporaryFolder();
      postgres = kind === 'postgres' ? await startPostgres() : undefined;
      const database = postgres ? { DATABASE_URL: await postgres.freshDatabase() } : {};
      site = await siteFor(
        () =>
          `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' http://127.0.0.1:${port}; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`,
      );
      restart = () => startServer({ port, folder, env: { KITH_ORIGINS: site.origin, ...database } });
      server = await restart();
      desk = await makeBox({ base: server.base, link: await server.firstLink() });
      await desk.publish([PUBLISHED]);
      browser = await chromium.launch({
        executablePath: ensureBrowser('chromium'),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      page = await browser.newPage({ viewport: { width: 360, height: 780 } });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (line) => complaints.push(line.text()));
      page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
      await page.goto(site.origin);
      await page.evaluate(
        async ([backend, box, pin]) => {
          const element = document.createElement('kith-question-box');
          for (const [name, value] of Object.entries({
            backend,
            'box-id': box,
            'key-id': pin,
            country: 'GB',
          }))
            element.setAttribute(name, value);
          document.querySelector('main').append(element);
          await customElements.whenDefined('kith-question-box');
          await element.ready;
        },
        [server.base, desk.id, desk.pin],
      );
      await page.waitForLoadState('networkidle');
    });

    after(async () => {
      await browser?.close();
      site?.close();
      await server?.kill();
      await postgres?.stop();
    });

    const button = (name) => page.getByRole('button', { name, exact: true });
    let code;

    it('shows what was published, and asks nothing of anybody while somebody writes', async () => {
      assert.deepEqual(complaints, []);
      const before = requests.length;
      await page.getByLabel('Your question').fill(QUESTION);
      await page.getByText(PUBLISHED.question).waitFor();
      assert.deepEqual(requests.slice(before), []);
    });

    it('keeps a question once, though the server dies while it is sent', async () => {
      await server.kill();
      await button('Send').click();
      await page.getByText('Not sent yet').waitFor();
      code = (await page.locator('.code').innerText()).replace(/\s/g, '');
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{25}$/);
      server = await restart();
      await page.getByText('Your question is in the box').waitFor({ timeout: 90_000 });
      assert.equal((await page.locator('.code').innerText()).replace(/\s/g, ''), code);
      await button('I wrote it down').click();
      await desk.signIn();
      const waiting = await desk.all('new');
      assert.equal(waiting.length, 1);
      assert.deepEqual(await desk.open(waiting[0]).then(({ text, mayPublish }) => [text, mayPublish]), [
        QUESTION,
        false,
      ]);
      // Chromium says in the console that a request failed; nothing else is said, and no word of the question.
      for (const line of complaints) assert.match(line, /^Failed to load resource/);
    });

    it('shows nothing before it is answered, then the answer, and nothing after it was taken back', async () => {
      const look = async () => {
        await button('Your answer').click();
        await page.getByLabel('Your code').fill(code.toLowerCase());
        await button('Show my answer').click();
      };
      await look();
      await page.getByText('No answer yet').waitFor();
      await button('Hide this').click();
      const [row] = await desk.all('new');
      await desk.answer(row, ANSWER);
      await look();
      await page.getByText('You could say so at the door.').waitFor();
      await button('Take my question back').click();
      await button('Yes, take it back').click();
      await page.getByText('Taken back').waitFor();
      assert.deepEqual([await desk.all('new'), await desk.all('answered')], [[], []]);
      await button('Hide this').click();
      await look();
      await page.getByText('No answer yet').waitFor();
      const said = [server.out(), server.err()].join('\n');
      for (const secret of [QUESTION, ANSWER, code, site.origin]) assert.ok(!said.includes(secret), secret);
    });
  });

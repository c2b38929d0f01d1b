/**
 * A first evening and the evening after it, in a real browser and from the server's first link alone: the box is claimed, the sheet proven in a
 * tab of its own, the snippet pasted into a page of another origin and found there, a question asked on that page, answered and published at the
 * desk, and both read by the visitor. Nothing here knows a key.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../../tools/browsers.mjs';
import { freePort, startPostgres } from '../set-up/postgres.mjs';
import { startServer, temporaryFolder } from '../set-up/process.mjs';

const QUESTION = 'Is it all right to only listen on my first evening?';
const ANSWER = 'Yes. I listened for three weeks.';
const FOR_ALL = { question: 'May I just listen at first?', answer: 'You may. Most of us did.' };

/** A clinic's page into which its webmaster pastes what the desk prints. */
async function clinicPage() {
  let pasted = '';
  const site = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    if (request.url !== '/ask') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(
      `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Ask</title><main>${pasted}</main>`,
    );
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const origin = `http://127.0.0.1:${site.address().port}`;
  return {
    origin,
    address: `${origin}/ask`,
    paste: (snippet) => {
      pasted = snippet;
    },
    close: () => site.close(),
  };
}

for (const kind of ['sqlite', 'postgres'])
  describe(`a first evening at the desk, and the next one (${kind})`, () => {
    let [postgres, site, server, browser, page, visitor] = [];
    const complaints = [];
    let seven = '';
    let sheet = '';
    let code = '';
    let bookmark = '';

    const watch = async () => {
      const context = await browser.newContext({ viewport: { width: 820, height: 1100 }, locale: 'en-GB' });
      context.on('page', (one) => {
        one.on('pageerror', (error) => complaints.push(String(error)));
        one.on('console', (line) => complaints.push(line.text()));
      });
      context.setDefaultTimeout(20_000);
      return context.newPage();
    };

    before(async () => {
      const port = await freePort();
      postgres = kind === 'postgres' ? await startPostgres() : undefined;
      const database = postgres ? { DATABASE_URL: await postgres.freshDatabase() } : {};
      site = await clinicPage();
      server = await startServer({ port, folder: temporaryFolder(), env: { ...database } });
      browser = await chromium.launch({
        executablePath: ensureBrowser('chromium'),
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      page = await watch();
      visitor = await watch();
    });

    after(async () => {
      await browser?.close();
      site?.close();
      await server?.kill();
      await postgres?.stop();
    });

    const button = (name, on = page) => on.getByRole('button', { name, exact: true });
    const heading = (name, on = page) => on.getByRole('heading', { name }).waitFor();
    const spoken = async (on = page) =>
      (await on.locator('.spoken li').allInnerTexts()).map((word) => word.trim());

    it('claims the box, and tries the words and the sheet from paper', async () => {
      const [link] = /http\S+#claim=\S+/.exec(await server.firstLink()) ?? [];
      await page.goto(link);
      await page.getByLabel('What is your name?').fill('Ruth');
      await button('Go on').click();
      await heading('Your seven words');
      seven = (await spoken()).join(' ');
      assert.equal(seven.split(' ').length, 7);
      await button('I have written them down').click();
      await page.getByLabel('Your seven words').fill(seven);
      await button('Go on').click();
      await heading('The recovery sheet');
      assert.ok(!page.url().includes('claim'), 'the secret is out of the address');
      sheet = (await page.locator('.paper .code-groups').innerText()).replace(/[^0-9A-Z]/g, '');
      await button('I have it on paper').click();
      await heading('Try the sheet once');
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: 'Open a new tab to try the sheet' }).click(),
      ]);
      await tab.getByLabel('The code').fill(sheet.toLowerCase());
      await button('Go on', tab).click();
      await heading('Your sheet works', tab);
      await tab.close();
      await button('I have done it').click();
    });

    it('opens the box, and finds it on the page that it was pasted into', async () => {
      await heading('When do you read?');
      await page.getByLabel('Tuesday').check();
      await page.getByLabel('From', { exact: true }).fill('19:00');
      await button('Go on').click();
      await page.getByLabel('Address of the page').fill(site.address);
      await button('Show what to paste').click();
      const snippet = await page.getByLabel('Lines for the page').innerText();
      await button('Go on').click();
      await button('Open the box').click();
      await heading('Does the page carry the box?');
      await button('Look at the page').click();
      await page.getByText('The box is not in the page yet.').waitFor();
      site.paste(snippet);
      await button('Look at the page').click();
      await page.getByText('All is right. The page carries your box.').waitFor();
      await button('Go on').click();
      bookmark = (await page.getByLabel('Link to your desk').innerText()).trim();
      await button('To the questions').click();
      await page.getByText('Nobody is waiting for an answer.').waitFor();
    });

    it('takes a question from that page', async () => {
      await visitor.goto(site.address);
      await visitor.getByLabel('Your question').fill(QUESTION);
      await visitor.getByLabel('The answer may help others too').check();
      await button('Send', visitor).click();
      await visitor.getByText('Your question is in the box').waitFor({ timeout: 60_000 });
      code = (await visitor.locator('.code').innerText()).replace(/\s/g, '');
      await button('I wrote it down', visitor).click();
    });

    it('signs in with the bookmark and the words, answers, and puts the answer by for everybody', async () => {
      await button('Lock').click();
      await page.goto('about:blank');
      await page.goto(bookmark);
      await page.getByLabel('Your name').fill('ruth');
      await page.getByLabel('Your seven words').fill(seven.toUpperCase());
      await button('Sign in').click();
      await page.getByText(QUESTION).first().click();
      await page.getByLabel('Your answer').fill(ANSWER);
      await button('Send answer').click();
      await heading('Your answer is sent');
      await button('Rewrite for everybody').click();
      await page.getByLabel('The question, in your words').fill(FOR_ALL.question);
      await page.getByLabel('The answer, for everybody').fill(FOR_ALL.answer);
      await button('Put it by for publishing').click();
    });

    it('publishes it, after saying that people may guess whose it was', async () => {
      await button('Publish').click();
      await page.getByText(FOR_ALL.question).first().waitFor();
      await button('Publish now all the same').click();
      await heading('People may guess whose it was');
      await button('Publish them now').click();
      await page.getByText('1 answer is published.').first().waitFor();
    });

    it('gives the visitor the answer, and everybody what was published', async () => {
      await button('Your answer', visitor).click();
      await visitor.getByLabel('Your code').fill(code);
      await button('Show my answer', visitor).click();
      await visitor.getByText(ANSWER).waitFor();
      await button('Hide this', visitor).click();
      // Somebody else, whose browser has not kept what was published a minute ago.
      const reader = await watch();
      await reader.goto(site.address);
      await button('Answered', reader).click();
      await reader.getByText(FOR_ALL.question).click();
      await reader.getByText(FOR_ALL.answer).waitFor();
    });

    it('left nothing of it all in what the server said, and nothing unforeseen in a console', () => {
      const said = [server.out(), server.err()].join('\n');
      for (const secret of [QUESTION, ANSWER, FOR_ALL.answer, code, seven, sheet, 'Ruth', site.origin])
        assert.ok(!said.includes(secret), secret);
      assert.deepEqual(complaints, []);
    });
  });

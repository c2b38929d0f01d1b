/** Opens what a project has built in Chromium, from a server on loopback, beside a small list of groups. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../tools/browsers.mjs';
import { root } from '../../tools/install.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.csv': 'text/csv' };
const LISTS = path.join(root, 'fixtures');

/** Serves a folder; what `change` gives for a path stands in for the file. */
async function serve(folder, change) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = name === '/' ? '/index.html' : name;
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    // Browsers ask for it by themselves.
    if (file === '/favicon.ico') return void response.writeHead(204).end();
    try {
      const from = file === '/groups-template.csv' ? LISTS : folder;
      response.end(change(file, readFileSync(path.join(from, path.normalize(file)))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, server };
}

export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chromium'),
    args: ['--disable-gpu', '--disable-quic', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    close: () => browser.close(),
    /** Opens a folder's index.html and calls `look` with the page and with what its console said. */
    async visit(folder, look, change = (_file, content) => content) {
      const { address, server } = await serve(folder, change);
      const page = await browser.newPage();
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      try {
        await page.goto(address);
        return await look(page, said);
      } finally {
        await page.close();
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** Names of the groups that a finder on the page shows, once it shows them. */
export async function groupsOn(page) {
  const names = page.locator('kith-group-finder [part~=result] [part~=name]');
  await names.first().waitFor({ timeout: 20_000 });
  return names.allInnerTexts();
}

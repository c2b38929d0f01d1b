/** The lines with hashes that the build writes: with them Chromium runs the files as they are built, and no other. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../tools/install.mjs';
import { hashes, integrityText, loaderLines, policyWord, singleLine } from '../../tools/integrity.mjs';
import { groupsOn, openBrowser } from './page.mjs';

const GROUPS = ['Family and Friends Online', 'Tuesday Low Mood Group', 'Walk and Talk'];
const all = hashes();

let browser;
let site;

/** A page of two lines, as integrity.txt gives them. */
function writePage(lines) {
  writeFileSync(
    path.join(site, 'index.html'),
    `<!doctype html><html lang="en-GB"><title>Groups</title>${lines}
    <kith-group-finder src="/groups-template.csv" country="GB" source-time-zone="Europe/London">
      <p>Ring us.</p>
    </kith-group-finder></html>`,
  );
}

/** Adds a line to one file on its way, as whoever got hold of the server could. */
const tamper = (pattern) => (file, content) =>
  pattern.test(file) ? `${content}\ndocument.documentElement.dataset.owned = 'yes';` : content;

const owned = (page) => page.evaluate(() => document.documentElement.dataset.owned ?? 'no');

before(async () => {
  site = mkdtempSync(path.join(os.tmpdir(), 'kith-integrity-'));
  mkdirSync(path.join(site, 'kith'));
  cpSync(path.join(root, 'dist/cdn'), path.join(site, 'kith'), { recursive: true });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  rmSync(site, { recursive: true, force: true });
});

describe('the lines with hashes', () => {
  it('name every file of the folder, as integrity.json does', () => {
    assert.deepEqual(JSON.parse(readFileSync(path.join(root, 'dist/cdn/integrity.json'), 'utf8')), all);
    const lines = loaderLines('/kith/', all);
    for (const name of Object.keys(all)) {
      if (name !== 'single.js') assert.ok(lines.includes(`"/kith/${name}": "${all[name]}"`), name);
    }
  });

  it('stand in integrity.txt, for a copy and for this very version on a CDN', () => {
    const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const text = readFileSync(path.join(root, 'dist/integrity.txt'), 'utf8');
    assert.equal(text, integrityText(packageJson, all));
    assert.ok(text.includes(`${packageJson.name}@${packageJson.version}/dist/cdn/loader.js`));
    assert.ok(text.includes(singleLine('/kith/', all)));
  });

  it('let the loader and all that it asks for run as built', async () => {
    writePage(loaderLines('/kith/', all));
    await browser.visit(site, async (page, said) => {
      assert.deepEqual((await groupsOn(page)).sort(), GROUPS);
      assert.deepEqual(said, []);
    });
  });

  it('tell the word by which a Content-Security-Policy allows the import map', async () => {
    const policy = `default-src 'none'; style-src 'self'; connect-src 'self'; script-src 'self'`;
    const meta = (more) => `<meta http-equiv="content-security-policy" content="${policy} ${more}">`;
    writePage(meta(policyWord('/kith/', all)) + loaderLines('/kith/', all));
    await browser.visit(site, async (page, said) => {
      assert.deepEqual((await groupsOn(page)).sort(), GROUPS);
      assert.deepEqual(said, []);
    });
    writePage(meta('') + loaderLines('/kith/', all));
    await browser.visit(site, async (page, said) => {
      await groupsOn(page);
      assert.match(said.join(), /Content Security Policy/);
    });
  });

  it('let the single script run as built', async () => {
    writePage(singleLine('/kith/', all));
    await browser.visit(site, async (page, said) => {
      assert.deepEqual((await groupsOn(page)).sort(), GROUPS);
      assert.deepEqual(said, []);
    });
  });

  for (const [what, pattern, lines] of [
    ['a loader', /loader\.js$/, loaderLines],
    ['a single script', /single\.js$/, singleLine],
    ['a shared file', /chunks\/shared/, loaderLines],
    ['a widget', /chunks\/group-finder/, loaderLines],
  ]) {
    it(`keep out ${what} that was tampered with, also when it is tried again; the page's own words stay`, async () => {
      writePage(lines('/kith/', all));
      const refused = (text) => /integrity/i.test(text);
      const look = async (page, said) => {
        await page.waitForFunction(() => document.readyState === 'complete');
        while (!said.some(refused)) await page.waitForEvent('console');
        await page.evaluate(() => {
          // The loader tries again when the network comes back, and when another element comes.
          dispatchEvent(new Event('online'));
          document.body.append(document.createElement('kith-group-finder'));
        });
        // A second request would have been on its way before this one.
        await page.evaluate(async () => (await fetch('/index.html')).text());
        assert.equal(await owned(page), 'no');
        assert.equal(await page.evaluate(() => Boolean(customElements.get('kith-group-finder'))), false);
        assert.ok(await page.getByText('Ring us.').isVisible());
      };
      await browser.visit(site, look, tamper(pattern));
    });
  }

  it('keep out a later part that was tampered with; the list stays', async () => {
    writePage(loaderLines('/kith/', all));
    const look = async (page, said) => {
      await groupsOn(page);
      const again = page.locator('kith-group-finder .later button');
      await again.waitFor();
      await again.click();
      await again.waitFor();
      assert.ok(said.filter((text) => /integrity/i.test(text)).length > 0);
      assert.equal(await owned(page), 'no');
      assert.deepEqual((await groupsOn(page)).sort(), GROUPS);
    };
    await browser.visit(site, look, tamper(/chunks\/narrowing/));
  });
});

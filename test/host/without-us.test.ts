import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import type { GroupFinder } from '../../src/index.js';
import { byRole, queryByRole } from '../by-role.js';
import { expectConsole } from '../expect-console.js';
import { waitUntil } from '../wait-until.js';
import { type HostPage, openHostPage, pageUrl } from './a-host-page.js';
import { expectOwnWords } from './at-home.js';
import { changes, hostSnapshot } from './host-snapshot.js';

const rows = (finder: GroupFinder): number => finder.shadowRoot!.querySelectorAll('.row').length;

function expectUntouched(page: HostPage): void {
  expectOwnWords(page.widget());
  expect(changes(page.before, hostSnapshot(page.window))).to.deep.equal([]);
  expect([page.errors, page.defined]).to.deep.equal([[], []]);
}

describe('where the script does not come, the page keeps its own words', () => {
  it('when a policy forbids it', async () => {
    const page = await openHostPage('script-blocked');
    await page.release();
    expectUntouched(page);
    expect(await page.requests()).to.deep.equal([]);
  });

  it('when it is not there', async () => {
    const page = await openHostPage('script-missing');
    await waitUntil(() => page.document.readyState === 'complete', 'the page is done');
    expectUntouched(page);
  });

  it('when script is off, with the help line in sight', async () => {
    const page = await openHostPage('no-script', { sandbox: 'allow-same-origin' });
    await page.release();
    await waitUntil(() => page.document.readyState === 'complete', 'the page is done');
    expectUntouched(page);
    const call = page.document.querySelector<HTMLElement>('a[href="tel:116123"]')!;
    expect(call.getBoundingClientRect().height).to.be.above(10);
    expect(page.widget().querySelector<HTMLElement>('[slot=help]')!.checkVisibility()).to.equal(true);
  });

  it('when one of its first files is kept from it', async () => {
    expectConsole(/<kith-group-finder> could not be loaded, so its own content stays/);
    const page = await openHostPage('chunk-blocked');
    await page.fail('shared', 1000);
    await page.release();
    await waitUntil(async () => (await page.requests()).length > 1, 'the files are asked for');
    await waitUntil(() => page.document.readyState === 'complete', 'the page is done');
    expectUntouched(page);
  });

  it('when the browser is older than those that we promise, and asks for nothing more than the loader', async () => {
    const page = await openHostPage('below-floor');
    await page.release();
    await waitUntil(() => page.document.readyState === 'complete', 'the page is done');
    expectUntouched(page);
    expect(await page.requests()).to.deep.equal(['loader.js']);
    const single = page.document.createElement('script');
    single.src = '/dist/cdn/single.js';
    const come = new Promise((resolve) => single.addEventListener('load', resolve, { once: true }));
    page.document.body.append(single);
    await come;
    single.remove();
    expectUntouched(page);
  });

  it('when its policy allows one Lit, and the page’s own was first', async function refused() {
    if (!('trustedTypes' in window)) this.skip();
    expectConsole(/<kith-group-finder> could not be loaded, so its own content stays/);
    const drawn = (document: Document): boolean => document.querySelector('#own b') !== null;
    const page = await openHostPage('own-lit-refused', { settled: drawn });
    await page.release();
    await waitUntil(() => page.violations.length > 0, 'the policy is broken');
    await waitUntil(() => page.document.readyState === 'complete', 'the page is done');
    expectUntouched(page);
    for (const violation of page.violations) expect(violation).to.match(/^trusted-types/);
  });
});

describe('where the script comes late or in part', () => {
  it('searching can be tried again when its file was kept away, and the list stands all the while', async () => {
    expectConsole(/the part that searches could not be loaded/);
    const page = await openHostPage('chunk-blocked');
    await page.fail('narrowing', 1);
    await page.start();
    const finder = page.widget();
    expect(rows(finder)).to.be.above(1);
    expect(queryByRole(finder, 'searchbox', en.searchLabel)).to.equal(undefined);
    byRole(finder, 'button', en.tryAgain).click();
    await finder.updateComplete;
    await finder.searchable;
    expect(byRole(finder, 'searchbox', en.searchLabel)).to.exist;
    expect(changes(page.before, hostSnapshot(page.window))).to.deep.equal([]);
  });

  it('an element keeps the properties and children that it had before it was defined', async () => {
    const page = await openHostPage('late-upgrade');
    const finder = page.widget();
    expectOwnWords(finder);
    page.document.querySelector<HTMLElement>('#load')!.click();
    await page.start();
    expect(rows(finder)).to.equal(2);
    expect(byRole(finder, 'button', 'Tea and Talk')).to.exist;
    expect(finder.querySelector('h2')!.checkVisibility()).to.equal(true);
    expect(finder.querySelector('p')!.checkVisibility()).to.equal(false);
    expect(finder.shadowRoot!.querySelector('[part~=base]')!.getAttribute('data-theme')).to.equal('light');
  });
});

describe('a policy of a host page', () => {
  for (const name of ['strict-policy', 'both', 'own-lit', 'own-lit-refused', 'script-blocked']) {
    it(`says in "${name}" the same to a server as to a browser that only has the file`, async () => {
      const text = await (await fetch(pageUrl(name))).text();
      const header = /<!-- header: Content-Security-Policy: (.*?) -->/.exec(text)?.[1];
      const meta = /<meta http-equiv="Content-Security-Policy" content="(.*?)">/.exec(text)?.[1];
      expect(header).to.contain('script-src');
      expect(meta).to.equal(header);
    });
  }
});

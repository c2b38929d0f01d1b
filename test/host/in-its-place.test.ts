import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import type { GroupFinder } from '../../src/index.js';
import { expectNoBarriers } from '../axe.js';
import { byRole } from '../by-role.js';
import { press } from '../keys.js';
import { waitUntil } from '../wait-until.js';
import { type HostPage, openHostPage } from './a-host-page.js';
import { changes, hostSnapshot } from './host-snapshot.js';

const base = (finder: GroupFinder): HTMLElement =>
  finder.shadowRoot!.querySelector<HTMLElement>('[part~=base]')!;
const rows = (finder: GroupFinder): number => finder.shadowRoot!.querySelectorAll('.row').length;

const lightness = (colour: string): number =>
  Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number)) / 255;

async function started(name: string): Promise<HostPage> {
  const page = await openHostPage(name);
  await page.start();
  return page;
}

describe('a finder takes after its page', () => {
  for (const name of ['dark', 'dark-undeclared']) {
    it(`is dark on the page "${name}"`, async () => {
      const { window, widget } = await started(name);
      const { colorScheme, color, backgroundColor } = window.getComputedStyle(base(widget()));
      expect(colorScheme).to.contain('dark');
      expect(lightness(backgroundColor)).to.be.below(0.2);
      expect(lightness(color)).to.be.above(0.8);
    });
  }

  it('reads from right to left, in Arabic, on an Arabic page', async () => {
    const page = await started('right-to-left');
    const { document } = page;
    const finder = page.widget();
    expect(base(finder).dir).to.equal('rtl');
    const title = byRole(finder, 'heading', ar.findTitle);
    const exit = byRole(finder, 'button', ar.exit);
    expect(title.getBoundingClientRect().right).to.be.above(exit.getBoundingClientRect().right);
    expect(document.documentElement.dir).to.equal('rtl');
  });

  it('is not ready before the words of its language are there', async () => {
    const page = await openHostPage('right-to-left');
    const finder = page.widget();
    const loaded = new Promise((resolve) => finder.addEventListener('kith-ready', resolve, { once: true }));
    await page.release('chunks/ar-');
    await loaded;
    let ready = false;
    const told = finder.ready.then(() => {
      ready = true;
    });
    await waitUntil(async () => (await page.requests()).some((name) => name.includes('/ar-')));
    expect(ready).to.equal(false);
    expect(finder.querySelector('p')!.checkVisibility(), 'the page’s own words stay').to.equal(true);
    await page.release();
    await told;
    expect(rows(finder)).to.be.above(1);
    expect(byRole(finder, 'heading', ar.findTitle)).to.exist;
  });

  it('keeps the page’s font, and keeps its title clear of the way out in a wide one', async () => {
    const page = await openHostPage('form', { width: 340 });
    await page.start();
    expect(page.window.getComputedStyle(base(page.widget())).fontFamily).to.contain('Courier');
    const title = byRole(page.widget(), 'heading', en.findTitle).getBoundingClientRect();
    const exit = byRole(page.widget(), 'button', en.exit).getBoundingClientRect();
    const apart = title.right <= exit.left || title.top >= exit.bottom;
    expect(apart, `${title.right} before ${exit.left}`).to.equal(true);
  });
});

const FOR_AXE = ['small-root', 'reset-theme', 'dark', 'right-to-left', 'flex-row'].flatMap((name) =>
  (['kith-group-finder', 'kith-meeting-calendar'] as const).map((tag) => ({ name, tag })),
);

describe('axe finds no barrier', () => {
  for (const { name, tag } of FOR_AXE) {
    it(`in a ${tag} on the page "${name}"`, async () => {
      const page = await openHostPage(name, {}, tag);
      await page.start();
      const script = page.document.createElement('script');
      script.src = '/node_modules/axe-core/axe.min.js';
      const come = new Promise((resolve) => script.addEventListener('load', resolve, { once: true }));
      page.document.head.append(script);
      await come;
      for (const widget of page.widgets()) await expectNoBarriers(widget);
    });
  }
});

describe('a finder in a form', () => {
  it('neither sends it nor puts anything into it', async () => {
    const page = await started('form');
    const form = page.document.querySelector('form')!;
    const finder = page.widget();
    const before = [...new page.window.FormData(form).keys()];
    expect(before).to.deep.equal(['name', 'message']);
    const field = byRole(finder, 'searchbox', en.searchLabel) as HTMLInputElement;
    page.window.focus();
    field.focus();
    await press('l');
    await waitUntil(() => field.value === 'l', 'the letter is typed');
    await press('Enter');
    byRole(finder, 'searchbox', en.nearLabel).focus();
    await press('Enter');
    byRole(finder, 'button', /^Filters/).click();
    await finder.updateComplete;
    expect(page.document.querySelector('#sent')?.textContent).to.equal('Nothing was sent.');
    expect([...new page.window.FormData(form).keys()]).to.deep.equal(before);
    expect([...form.elements].some((element) => element.localName.startsWith('kith-'))).to.equal(false);

    (form.elements.namedItem('name') as HTMLElement).focus();
    await press('Enter');
    await waitUntil(
      () => page.document.querySelector('#sent')?.textContent?.includes('was sent.'),
      'the page’s own form still works',
    );
  });
});

describe('finders that a script makes', () => {
  it('are added, moved and removed while they load, and what is left works', async () => {
    const page = await openHostPage('moving');
    const tap = (id: string): void => page.document.querySelector<HTMLElement>(`#${id}`)!.click();
    tap('add');
    tap('add');
    tap('move');
    await page.release();
    await waitUntil(() => page.defined.length > 0, 'the script is here');
    // Their list is on its way.
    tap('add');
    tap('add');
    tap('move');
    tap('move');
    tap('remove');
    const away = page.document.querySelector<GroupFinder>('#first kith-group-finder')!;
    away.remove();
    await page.start();
    expect(page.widgets()).to.have.lengthOf(2);
    for (const finder of page.widgets()) expect(rows(finder)).to.be.above(1);
    page.document.querySelector('#first')!.append(away);
    await away.searchable;
    expect(rows(away)).to.be.above(1);
    tap('move');
    await away.searchable;
    expect(away.parentElement?.id).to.equal('second');
    expect(rows(away)).to.be.above(1);
    tap('remove');
    tap('remove');
    tap('remove');
    expect(changes(page.before, hostSnapshot(page.window))).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  });
});

describe('two lines pasted into WordPress', () => {
  it('work after its editor has put paragraphs around them, and the lines inside stay in the page', async () => {
    const page = await openHostPage('wordpress');
    const [first, second] = page.widgets();
    expect(first!.matches('p > kith-group-finder:empty'), 'the editor has closed the element').to.equal(true);
    expect(second!.innerText).to.contain('0113 496 0100');
    await page.start();
    expect(rows(first!)).to.be.above(1);
    expect(rows(second!)).to.be.above(1);
    const help = page.document.querySelector<HTMLElement>('.entry-content > p > a[href="tel:116123"]');
    expect(help?.checkVisibility()).to.equal(true);
    expect((await page.requests())[0]).to.equal('loader.js?ver=6.5');
  });
});

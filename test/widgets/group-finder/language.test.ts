import { expect } from '@open-wc/testing';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import { es } from '../../../src/i18n/es.js';
import { byRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { consoleLines, expectConsole } from '../../expect-console.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, aFinder, placeFinder, rowOf, said } from './a-finder.js';

const groups = () => [
  aGroup({ name: 'Calm Circle', topics: ['Anxiety'], meetings: [weekly('MO', '18:30')] }),
  aGroup({ name: 'Bold', meetings: [weekly('TU', '18:30')] }),
];

async function inLanguage(lang: string) {
  const box = aBox();
  box.lang = lang;
  return aFinder({ groups: groups(), into: box });
}

const has = (finder: HTMLElement, words: string): Promise<void> =>
  waitUntil(() => textOf(finder.shadowRoot!).includes(words), `it says "${words}"`);

const base = (finder: HTMLElement): HTMLElement =>
  finder.shadowRoot!.querySelector<HTMLElement>('[part~=base]')!;

describe('the language of the finder', () => {
  it('is that of the nearest lang', async () => {
    const finder = await inLanguage('es-MX');
    await has(finder, es.findTitle);
    expect(base(finder).lang).to.equal('es');
    expect(textOf(rowOf(finder, 'Calm Circle'))).to.contain('lunes');
  });

  it('is found through the shadow roots of the page', async () => {
    const host = aBox();
    host.lang = 'es';
    const root = host.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    root.append(inner);
    const finder = await aFinder({ groups: groups(), into: inner });
    await has(finder, es.findTitle);
  });

  for (const lang of ['pl', 'cy-GB', 'no language'])
    it(`is English where the page’s own is not spoken, and the webmaster is told once: ${lang}`, async () => {
      expectConsole(
        `<kith-group-finder lang>: the page is in "${lang}", which is not spoken here, so visitors read English; there are ar, en, es, and other words go into the property strings.`,
      );
      const finder = await inLanguage(lang);
      expect(said(finder)).to.contain(en.findTitle);
      expect(base(finder).lang).to.equal('en');
      expect(base(finder).dir).to.equal('ltr');
      await finder.reload();
      expect(consoleLines()).to.have.lengthOf(1);
    });

  it('is nobody’s concern where the page gives its own words, or names no language', async () => {
    const box = aBox();
    box.lang = 'pl';
    const finder = placeFinder({ groups: groups(), into: box });
    finder.strings = { lang: 'pl', findTitle: 'Znajdź grupę' };
    await finder.searchable;
    expect(base(finder).lang).to.equal('pl');
    expect(textOf(rowOf(finder, 'Calm Circle'))).to.contain('poniedziałek');
    await inLanguage('');
    await inLanguage('en_GB');
  });

  it('follows the page when it changes its language, and keeps what was typed', async () => {
    const box = aBox();
    box.lang = 'en';
    const finder = await aFinder({ groups: groups(), into: box });
    const field = byRole(finder, 'searchbox', en.searchLabel) as HTMLInputElement;
    field.value = 'calm';
    field.dispatchEvent(new InputEvent('input'));
    box.lang = 'es';
    await has(finder, es.findTitle);
    expect((byRole(finder, 'searchbox', es.searchLabel) as HTMLInputElement).value).to.equal('calm');
    box.lang = 'en';
    await has(finder, en.findTitle);
  });

  it('takes the last of two changes, whichever comes first', async () => {
    const box = aBox();
    box.lang = 'en';
    const finder = await aFinder({ groups: groups(), into: box });
    box.lang = 'ar';
    await Promise.resolve();
    box.lang = 'es';
    await has(finder, es.findTitle);
    await finder.updateComplete;
    expect(base(finder).lang).to.equal('es');
  });

  it('lets a page say single phrases in its own words', async () => {
    const finder = await aFinder({ groups: groups() });
    finder.strings = { findTitle: 'Groups near the clinic' };
    await finder.updateComplete;
    expect(byRole(finder, 'heading', 'Groups near the clinic')).to.exist;
    expect(said(finder)).to.contain(en.filters);
    finder.strings = undefined;
    await finder.updateComplete;
    expect(byRole(finder, 'heading', en.findTitle)).to.exist;
  });

  it('runs from right to left in Arabic, with names and numbers set apart', async () => {
    const finder = await inLanguage('ar');
    await has(finder, ar.findTitle);
    expect(base(finder).dir).to.equal('rtl');
    expect(getComputedStyle(base(finder)).direction).to.equal('rtl');
    expect(rowOf(finder, 'Calm Circle').querySelector('bdi')).to.exist;
    const call = [...finder.shadowRoot!.querySelectorAll('a')].find((link) => link.href === 'tel:116123')!;
    expect(getComputedStyle(call).direction).to.equal('ltr');
    // Values inside a phrase stand between isolates, so that they keep their own direction.
    const when = rowOf(finder, 'Calm Circle').querySelector('[part~=when]')!.textContent ?? '';
    expect(when).to.match(/[\u2067\u2068][^\u2069]+\u2069/);
  });

  it('never shows another language first: until its words are there the page’s own children stay', async () => {
    const box = aBox();
    box.lang = 'ar';
    const finder = placeFinder({ groups: groups(), into: box, children: '<p>اتصلوا بنا</p>' });
    const seen = new Set<string>();
    const watch = new MutationObserver(() => seen.add(textOf(finder.shadowRoot!)));
    watch.observe(finder.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await finder.searchable;
    await has(finder, ar.findTitle);
    watch.disconnect();
    for (const text of seen) expect(text).to.not.match(/[a-z]{4,} (?:a|the|of) /i);
    expect([...seen].some((text) => text.includes(en.loading) || text.includes(en.findTitle))).to.equal(
      false,
    );
  });

  it('takes miles or kilometres and the way of writing dates from the country, not from the page’s language', async () => {
    const box = aBox();
    box.lang = 'en-US';
    const finder = await aFinder({ groups: groups(), into: box, country: 'GB' });
    expect(textOf(rowOf(finder, 'Calm Circle'))).to.match(/Monday,? 23 November, 18:30/);
  });
});

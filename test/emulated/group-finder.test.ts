import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import { en } from '../../src/i18n/en.js';
import { byRole } from '../by-role.js';
import { aGroup, weekly } from '../domain/small-groups.js';
import { aFinder, openFilters, said, search, tap } from '../widgets/group-finder/a-finder.js';
import { emulate } from './emulate.js';

const KITH = '/fixtures/kith-directory.json';
const FORCED = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' };

describe('the finder in forced colours', () => {
  it('draws its buttons, fields and the help line with an edge', async () => {
    await emulate('', FORCED);
    const finder = await aFinder({ src: KITH });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    await openFilters(finder);
    const bordered = [
      byRole(finder, 'button', en.exit),
      byRole(finder, 'button', /^Filters/),
      byRole(finder, 'searchbox', en.searchLabel),
      finder.shadowRoot!.querySelector('[part~=help-line]')!,
    ];
    for (const element of bordered) {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
      expect(borderTopStyle).to.equal('solid');
      expect(Number.parseFloat(borderTopWidth)).to.be.at.least(1);
      expect(borderTopColor).to.not.match(/, 0\)$/);
    }
  });

  it('tells a kept group from another by more than colour', async () => {
    await emulate('', FORCED);
    const finder = await aFinder({ groups: [aGroup({ name: 'Calm' }), aGroup({ name: 'Bold' })] });
    await tap(finder, 'Keep: Calm');
    const kept = getComputedStyle(byRole(finder, 'button', 'Kept: Calm'));
    const other = getComputedStyle(byRole(finder, 'button', 'Keep: Bold'));
    expect(kept.outlineStyle).to.not.equal(other.outlineStyle);
  });

  it('marks found words', async () => {
    await emulate('', FORCED);
    const finder = await aFinder({ src: KITH });
    await search(finder, 'anxiety');
    const mark = finder.shadowRoot!.querySelector('mark')!;
    expect(getComputedStyle(mark).backgroundColor).to.not.equal(
      getComputedStyle(mark.parentElement!).backgroundColor,
    );
  });

  it('draws a ring around what has the focus', async () => {
    await emulate('', FORCED);
    const finder = await aFinder({ src: KITH });
    byRole(finder, 'searchbox', en.searchLabel).focus();
    expect(getComputedStyle(byRole(finder, 'searchbox', en.searchLabel)).outlineStyle).to.not.equal('none');
  });
});

describe('the finder on paper', () => {
  it('shows the list for paper in place of the screen', async () => {
    const finder = await aFinder({ src: KITH });
    window.dispatchEvent(new Event('beforeprint'));
    await emulate('print');
    const paper = finder.shadowRoot!.querySelector<HTMLElement>('.paper')!;
    expect(paper.checkVisibility()).to.equal(true);
    expect(byRole(finder, 'heading', en.findTitle).closest('.paper')).to.equal(paper);
    for (const control of finder.shadowRoot!.querySelectorAll('button, input'))
      expect(control.checkVisibility(), control.textContent ?? '').to.equal(false);
    window.dispatchEvent(new Event('afterprint'));
    await emulate('');
    await finder.updateComplete;
    expect(byRole(finder, 'searchbox', en.searchLabel)).to.exist;
  });

  it('is light, also on a dark page', async () => {
    const finder = await aFinder({ src: KITH, attributes: { theme: 'dark' } });
    window.dispatchEvent(new Event('beforeprint'));
    await emulate('print');
    const paper = finder.shadowRoot!.querySelector<HTMLElement>('.paper')!;
    const [red = 255] = (/\d+/.exec(getComputedStyle(paper).color) ?? ['255']).map(Number);
    expect(red).to.be.below(100);
    window.dispatchEvent(new Event('afterprint'));
  });
});

describe('the finder and what a visitor’s system wishes', () => {
  it('moves nothing when less motion is wished', async () => {
    await emulate('', { 'prefers-reduced-motion': 'reduce' });
    const finder = await aFinder({ src: KITH });
    for (const element of finder.shadowRoot!.querySelectorAll('*')) {
      const { transitionDuration, animationName } = getComputedStyle(element);
      expect(transitionDuration.split(',').every((time) => Number.parseFloat(time) === 0)).to.equal(true);
      expect(animationName).to.equal('none');
    }
  });

  it('stays light on a light page when the system is dark', async () => {
    await emulate('', { 'prefers-color-scheme': 'dark' });
    const finder = await aFinder({ src: KITH });
    const base = finder.shadowRoot!.querySelector('[part~=base]')!;
    expect(getComputedStyle(base).backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('follows a page that follows the system', async () => {
    await emulate('', { 'prefers-color-scheme': 'dark' });
    document.documentElement.style.colorScheme = 'light dark';
    const finder = await aFinder({ src: KITH });
    const base = finder.shadowRoot!.querySelector('[part~=base]')!;
    expect(getComputedStyle(base).backgroundColor).to.not.equal('rgb(255, 255, 255)');
    document.documentElement.removeAttribute('style');
  });
});

describe('the browser’s own accessibility tree', () => {
  interface Node {
    readonly role: string;
    readonly name?: string;
    readonly children?: readonly Node[];
  }
  const flat = (node: Node): string[] => [
    `${node.role} ${node.name ?? ''}`.trim(),
    ...(node.children ?? []).flatMap(flat),
  ];

  it('has every control with its name', async () => {
    const finder = await aFinder({
      groups: [aGroup({ name: 'Calm', meetings: [weekly('MO', '10:00')] }), aGroup({ name: 'Bold' })],
    });
    const tree = flat((await a11ySnapshot({})) as unknown as Node);
    for (const line of [
      'button Leave this page',
      'heading Find a group',
      'searchbox Topic, place or name',
      'button Filters',
      'button Calm',
      'heading Need someone to talk to now?',
    ])
      expect(tree).to.include(line);
    expect(tree.filter((line) => /^button Keep\s?: ?Calm$/.test(line))).to.have.lengthOf(1);
    expect(tree.filter((line) => /^(?:button|link|searchbox|checkbox)$/.test(line))).to.deep.equal([]);
    expect(said(finder)).to.contain('Calm');
  });
});

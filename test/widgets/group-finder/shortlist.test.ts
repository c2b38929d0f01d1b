import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { waitUntil } from '../../wait-until.js';
import { aFinder, focused, names, placeFinder, said, search, tap } from './a-finder.js';

const three = () => [
  aGroup({
    id: 'calm',
    name: 'Calm',
    meetings: [weekly('MO', '10:00', { venue: { name: 'Library', address: '1 Mill Street, Leeds' } })],
    contact: { phone: '0113 496 0121' },
  }),
  aGroup({ id: 'bold', name: 'Bold', meetings: [weekly('TU', '10:00')] }),
  aGroup({ id: 'dear', name: 'Dear', meetings: [weekly('WE', '10:00')] }),
];

describe('the short list', () => {
  const clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  let copied: string[] = [];

  function stubClipboard(write: (text: string) => Promise<void>): void {
    copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
  }

  afterEach(() => {
    if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('keeps groups and lets go of them, and says on the button which is the case', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    expect(byRole(finder, 'button', 'Kept: Calm')).to.exist;
    expect(focused(finder)).to.equal(null);
    await tap(finder, 'Keep: Dear');
    expect(byRole(finder, 'button', '2 kept')).to.exist;
    await tap(finder, 'Kept: Calm');
    expect(byRole(finder, 'button', '1 kept')).to.exist;
  });

  it('shows the kept groups together, whatever is searched, and leads back', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    await tap(finder, 'Keep: Dear');
    await search(finder, 'bold');
    await tap(finder, '2 kept');
    expect(names(finder)).to.have.members(['Calm', 'Dear']);
    expect(focused(finder)).to.equal(byRole(finder, 'heading', en.keptTitle));
    await tap(finder, '1 group');
    expect(names(finder)).to.deep.equal(['Bold']);
  });

  it('stays open when the list is loaded anew', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    await tap(finder, '1 kept');
    await finder.reload();
    expect(byRole(finder, 'heading', en.keptTitle)).to.exist;
  });

  it('opens a kept group and leads back to the short list', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    await tap(finder, '1 kept');
    await tap(finder, 'Calm');
    await tap(finder, '1 kept');
    expect(byRole(finder, 'heading', en.keptTitle)).to.exist;
  });

  it('can be filled from an opened group', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Calm');
    await tap(finder, /^Keep/);
    expect(byRole(finder, 'button', /^Kept/)).to.exist;
    await tap(finder, '3 groups');
    expect(byRole(finder, 'button', '1 kept')).to.exist;
  });

  it('is copied as plain text, with when, where and how to reach each group', async () => {
    stubClipboard(async (text) => void copied.push(text));
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    await tap(finder, '1 kept');
    await tap(finder, en.copy);
    await waitUntil(() => said(finder).includes(en.copied), 'the copy is told');
    expect(copied).to.have.lengthOf(1);
    expect(copied[0]).to.match(/^Calm\nMonday,? 23 November, 10:00 to 11:00\n/);
    expect(copied[0]).to.contain('Library, 1 Mill Street, Leeds');
    expect(copied[0]).to.contain('0113 496 0121');
  });

  it('says it when a browser does not let it copy', async () => {
    stubClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    await tap(finder, '1 kept');
    await tap(finder, en.copy);
    await waitUntil(() => said(finder).includes(en.copyFailed), 'the failure is told');
  });

  it('forgets all on demand', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    await tap(finder, '1 kept');
    await tap(finder, en.keptForget);
    expect(said(finder)).to.contain(en.keptNone);
    expect(names(finder)).to.deep.equal([]);
    expect(focused(finder)).to.equal(byRole(finder, 'heading', en.keptTitle));
    await tap(finder, '3 groups');
    expect(queryByRole(finder, 'button', /kept$/)).to.equal(undefined);
  });

  it('stays when the listing is loaded again', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Calm');
    await finder.reload();
    expect(byRole(finder, 'button', 'Kept: Calm')).to.exist;
  });
});

describe('paper', () => {
  const paperOf = (finder: Element) => finder.shadowRoot!.querySelector('.paper');

  afterEach(() => {
    window.dispatchEvent(new Event('afterprint'));
  });

  it('holds the whole list while it is printed, and nothing of it before and after', async () => {
    const groups = Array.from({ length: 60 }, (_, n) => aGroup({ name: `Circle ${n}` }));
    const finder = await aFinder({ groups });
    expect(paperOf(finder)).to.equal(null);
    window.dispatchEvent(new Event('beforeprint'));
    const paper = textOf(paperOf(finder)!);
    for (const { name } of groups) expect(paper).to.contain(name);
    expect(paper).to.contain('60 of 60');
    window.dispatchEvent(new Event('afterprint'));
    await finder.updateComplete;
    expect(paperOf(finder)).to.equal(null);
  });

  it('holds five hundred groups at most, and says so', async () => {
    const groups = Array.from({ length: 620 }, (_, n) => aGroup({ name: `Circle ${n}` }));
    const finder = await aFinder({ groups });
    window.dispatchEvent(new Event('beforeprint'));
    const paper = paperOf(finder)!;
    expect(textOf(paper)).to.contain('500 of 620');
    expect(textOf(paper)).to.contain('Only the first 500 are printed.');
    expect(paper.querySelectorAll('.sheet')).to.have.lengthOf(500);
  });

  it('holds what is searched', async () => {
    const finder = await aFinder({ groups: three() });
    await search(finder, 'calm');
    window.dispatchEvent(new Event('beforeprint'));
    expect(textOf(paperOf(finder)!)).to.contain('1 of 1');
    expect(textOf(paperOf(finder)!)).to.contain('Library');
    expect(textOf(paperOf(finder)!)).to.contain('0113 496 0121');
  });

  it('holds the kept groups alone from the short list', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Keep: Dear');
    await tap(finder, '1 kept');
    window.dispatchEvent(new Event('beforeprint'));
    const paper = textOf(paperOf(finder)!);
    expect(paper).to.contain('Dear');
    expect(paper).to.not.contain('Bold');
  });

  it('holds an opened group, and not the list behind it', async () => {
    const finder = await aFinder({ groups: three() });
    await tap(finder, 'Calm');
    window.dispatchEvent(new Event('beforeprint'));
    expect(paperOf(finder)).to.equal(null);
    expect(byRole(finder, 'article')).to.exist;
  });

  it('holds the list also when a browser prints before searching has come', async () => {
    const finder = placeFinder({ groups: three() });
    await finder.ready;
    window.dispatchEvent(new Event('beforeprint'));
    expect(said(finder)).to.contain('Calm');
    await finder.searchable;
  });
});

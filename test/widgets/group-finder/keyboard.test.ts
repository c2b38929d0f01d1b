import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { nameOf, roleOf, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { press, type } from '../../keys.js';
import { aBox, aFinder, focused, names, said } from './a-finder.js';

const groups = () => [
  aGroup({ name: 'Calm', topics: ['Anxiety'], meetings: [weekly('MO', '10:00')] }),
  aGroup({ name: 'Bold', topics: ['Grief'], meetings: [weekly('TU', '10:00')] }),
];

/** Role and name of what has the focus. */
const here = (finder: Parameters<typeof focused>[0]): string => {
  const element = focused(finder);
  return element ? `${roleOf(element)} ${nameOf(element)}` : (document.activeElement?.localName ?? '');
};

async function between() {
  const box = aBox();
  box.innerHTML = '<button>before</button><div></div><button>after</button>';
  const [before, after] = [...box.querySelectorAll('button')];
  const finder = await aFinder({ groups: groups(), into: box.querySelector('div')! });
  before!.focus();
  return { finder, before, after };
}

/** Tabs until the focus is there. */
async function tabTo(finder: Parameters<typeof focused>[0], what: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (here(finder) === what) return;
    await press('Tab');
  }
  throw new Error(`no way to ${what} by Tab; the last was ${here(finder)}`);
}

describe('the finder by keyboard alone', () => {
  it('is walked through in the order in which it is read, and left again', async () => {
    const { finder, before, after } = await between();
    const walked: string[] = [];
    for (let n = 0; n < 40; n++) {
      await press('Tab');
      if (document.activeElement === after) break;
      walked.push(here(finder));
    }
    expect(document.activeElement).to.equal(after);
    expect(walked.slice(0, 8)).to.deep.equal([
      'button Leave this page',
      'searchbox Topic, place or name',
      'button Any day this week 2',
      'button Filters',
      'button Calm',
      'button Keep: Calm',
      'button Bold',
      'button Keep: Bold',
    ]);
    const inside = [
      ...finder.shadowRoot!.querySelectorAll<HTMLElement>('button, input, a[href], summary'),
    ].filter(
      (element) =>
        element.tabIndex >= 0 && element.checkVisibility() && !element.closest('[aria-hidden=true]'),
    );
    expect(walked).to.have.lengthOf(inside.length);
    for (let n = 0; n <= walked.length; n++) await press('Shift+Tab');
    expect(document.activeElement).to.equal(before);
  });

  it('searches, filters, opens a group and goes back', async () => {
    const { finder } = await between();
    await tabTo(finder, `searchbox ${en.searchLabel}`);
    await type('calm');
    await finder.updateComplete;
    expect(names(finder)).to.deep.equal(['Calm']);
    for (let n = 0; n < 4; n++) await press('Backspace');
    await finder.updateComplete;
    await tabTo(finder, 'button Filters');
    await press('Enter');
    await finder.updateComplete;
    await tabTo(finder, 'checkbox Tuesday 1');
    await press('Space');
    await finder.updateComplete;
    expect(names(finder)).to.deep.equal(['Bold']);
    await tabTo(finder, 'button Show 1 group');
    await press('Enter');
    await finder.updateComplete;
    await finder.updateComplete;
    expect(here(finder)).to.equal('button Filters, 1 chosen');
    await tabTo(finder, 'button Bold');
    await press('Enter');
    await finder.updateComplete;
    await finder.updateComplete;
    expect(here(finder)).to.equal('heading Bold');
    await press('Shift+Tab');
    expect(here(finder)).to.equal('button 1 group');
    await press('Space');
    await finder.updateComplete;
    await finder.updateComplete;
    expect(here(finder)).to.equal('button Bold');
  });

  it('shows where the focus is', async () => {
    const { finder } = await between();
    for (let n = 0; n < 8; n++) {
      await press('Tab');
      const { outlineStyle, outlineWidth } = getComputedStyle(focused(finder)!);
      expect(outlineStyle, here(finder)).to.not.equal('none');
      expect(Number.parseFloat(outlineWidth)).to.be.at.least(2);
    }
  });

  it('opens more help', async () => {
    const { finder } = await between();
    await tabTo(finder, `summary ${en.helpMore}`);
    await press('Enter');
    expect(finder.shadowRoot!.querySelector('details')!.open).to.equal(true);
    await press('Tab');
    expect(textOf(focused(finder)!)).to.contain('999');
    expect(said(finder)).to.contain(en.helpUrgent);
  });
});

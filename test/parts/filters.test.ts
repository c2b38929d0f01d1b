import { expect } from '@open-wc/testing';
import { FACET_KEYS, type Facet } from '../../src/domain/finder.js';
import { FAMILY } from '../../src/domain/group.js';
import { en } from '../../src/i18n/en.js';
import { Locale } from '../../src/i18n/locale.js';
import { chip, choiceLabel, type FilterActions, facetLabel, filterPanel } from '../../src/parts/filters.js';
import { allByRole, byRole, nameOf, queryByRole } from '../by-role.js';
import { drawn } from './render.js';

const locale = new Locale(en, 'en-GB', 'GB');
const facet = (key: Facet['key'], ...values: string[]): Facet => ({
  key,
  choices: values.map((value, index) => ({ value, count: index + 1, chosen: false })),
});
const quiet: FilterActions = { toggle() {}, expand() {}, clear() {}, close() {} };
const panel = (
  facets: readonly Facet[],
  more: Partial<FilterActions> = {},
  expanded = new Set<Facet['key']>(),
) => drawn(filterPanel(locale, facets, expanded, 'Show 3 groups', { ...quiet, ...more }));

describe('the filters', () => {
  it('have a name for each question', () => {
    const labels = FACET_KEYS.map((key) => facetLabel(locale, key));
    expect(new Set(labels).size).to.equal(FACET_KEYS.length);
    for (const label of labels) expect(label.trim()).to.not.equal('');
  });

  it('have words for the values that every listing shares, and leave the listing’s own', () => {
    expect(choiceLabel(locale, 'day', 'MO')).to.equal('Monday');
    expect(choiceLabel(locale, 'time', 'evening')).to.equal('Evening');
    expect(choiceLabel(locale, 'attendance', 'online')).to.equal('Online');
    expect(choiceLabel(locale, 'language', 'ur')).to.equal('Urdu');
    expect(choiceLabel(locale, 'joining', 'drop-in')).to.equal(en.dropIn);
    expect(choiceLabel(locale, 'leadership', 'peers')).to.equal(en.ledByPeers);
    expect(choiceLabel(locale, 'audience', FAMILY)).to.equal(en.family);
    expect(choiceLabel(locale, 'audience', 'Adults')).to.equal('Adults');
    expect(choiceLabel(locale, 'topic', 'Low mood')).to.equal('Low mood');
  });

  it('begin the week with the first day of the place', () => {
    const days = facet('day', 'SU', 'MO', 'SA');
    expect(
      allByRole(panel([days]), 'checkbox').map((day) => nameOf(day).replace(/\s*\d+$/, '')),
    ).to.deep.equal(['Monday', 'Saturday', 'Sunday']);
  });

  it('tell which choice was ticked', () => {
    const ticked: string[] = [];
    const box = panel([facet('topic', 'Anxiety', 'Grief')], {
      toggle: (key, value) => void ticked.push(`${key} ${value}`),
    });
    byRole(box, 'checkbox', /^Grief/).click();
    expect(ticked).to.deep.equal(['topic Grief']);
  });

  it('show eight of many choices, forty when asked, and those that are chosen always', () => {
    const many = facet('topic', ...Array.from({ length: 60 }, (_, n) => `Topic ${n}`));
    expect(allByRole(panel([many]), 'checkbox')).to.have.lengthOf(8);
    expect(byRole(panel([many]), 'button', '32 more: Topic')).to.exist;
    const open = panel([many], {}, new Set(['topic'] as const));
    expect(allByRole(open, 'checkbox')).to.have.lengthOf(40);
    expect(queryByRole(open, 'button', /more/)).to.equal(undefined);
    const last = { ...many, choices: many.choices.map((one, n) => ({ ...one, chosen: n === 59 })) };
    expect(byRole(panel([last]), 'checkbox', /^Topic 59/)).to.exist;
  });

  it('say how many groups they lead to', () => {
    expect(byRole(panel([]), 'button', 'Show 3 groups')).to.exist;
  });

  it('stand as chips that say what taking them away means', () => {
    let removed = 0;
    const box = drawn(chip(locale, 'Anxiety', () => void removed++));
    byRole(box, 'button', 'Remove: Anxiety').click();
    expect(removed).to.equal(1);
  });
});

import { expect } from '@open-wc/testing';
import { kilometres, oneOf, trimmed, wholeNumber } from '../../src/ui/attributes.js';

describe('attributes', () => {
  it('read one of several words in any case, the first where nothing is said', () => {
    const themes = ['auto', 'light', 'dark'] as const;
    expect(oneOf(themes, ' Dark ')).to.equal('dark');
    expect(oneOf(themes, '')).to.equal('auto');
    expect(oneOf(themes, null)).to.equal('auto');
    expect(oneOf(themes, 'pink')).to.equal(undefined);
  });

  it('read text without blanks around it', () => {
    expect(trimmed.fromAttribute?.('  /groups.csv\n')).to.equal('/groups.csv');
    expect(trimmed.fromAttribute?.(null)).to.equal('');
  });

  it('read whole numbers from a least one on', () => {
    expect(wholeNumber(' 90 ', 1)).to.equal(90);
    for (const text of ['0', '-3', '1.5', 'soon', '', '1e999'])
      expect(wholeNumber(text, 1), text).to.equal(undefined);
  });

  it('read distances in kilometres and in miles', () => {
    expect(kilometres('10 km')).to.equal(10);
    expect(kilometres('10')).to.equal(10);
    expect(kilometres('2,5km')).to.equal(2.5);
    expect(kilometres('5 miles')).to.be.closeTo(8.04672, 1e-9);
    expect(kilometres('1 mi')).to.be.closeTo(1.609344, 1e-9);
    for (const text of ['far', '-1 km', '10 parsecs', '', 'km'])
      expect(kilometres(text), text).to.equal(undefined);
  });
});

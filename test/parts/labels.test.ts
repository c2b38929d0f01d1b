import { expect } from '@open-wc/testing';
import { FAMILY, FOR_ALL, FOR_MEMBERS, FREE } from '../../src/domain/group.js';
import type { Meeting } from '../../src/domain/meeting.js';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { es } from '../../src/i18n/es.js';
import { Locale } from '../../src/i18n/locale.js';
import { choiceLabel } from '../../src/parts/filters.js';
import { audienceLabel, costLabel } from '../../src/parts/labels.js';
import { repeatOf } from '../../src/parts/when-in-words.js';

describe('words that every listing shares', () => {
  for (const strings of [en, es, ar]) {
    const locale = new Locale(strings, strings.lang);
    it(`are said in ${strings.lang}, and words of the feed stay the feed's`, () => {
      expect(
        [FAMILY, FOR_ALL, FOR_MEMBERS, 'Women'].map((word) => audienceLabel(locale, word)),
      ).to.deep.equal([strings.family, strings.forAll, strings.forMembers, 'Women']);
      expect(choiceLabel(locale, 'audience', FOR_ALL)).to.equal(strings.forAll);
      expect([FREE, '5 EUR'].map((word) => costLabel(locale, word))).to.deep.equal([strings.free, '5 EUR']);
    });
  }

  it('are those of a rule that has no first date', () => {
    const meeting: Meeting = {
      attendance: 'in-person',
      access: [],
      rule: { frequency: 'WEEKLY', interval: 2, byDay: [{ weekday: 'TU' }] },
    };
    expect(repeatOf(new Locale(en, 'en-GB'), meeting)).to.equal('Every 2 weeks on Tuesday');
    const bare: Meeting = { ...meeting, rule: { frequency: 'WEEKLY' }, text: 'now and then' };
    expect(repeatOf(new Locale(en, 'en-GB'), bare), 'no day is guessed').to.equal('now and then');
  });
});

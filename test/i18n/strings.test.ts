/** Holds the languages of the visitors' phrases against English. */
import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { es } from '../../src/i18n/es.js';
import { Locale } from '../../src/i18n/locale.js';
import type { Strings } from '../../src/i18n/strings.js';
import { holdAgainstEnglish, type Phrases, stillEnglish } from './held-against-english.js';

const LANGUAGES: readonly Strings[] = [en, es, ar];

const phrasesOf = ({ lang: _lang, dir: _dir, ...phrases }: Strings): Phrases => phrases;

describe('Phrases', () => {
  for (const strings of LANGUAGES) {
    describe(strings.lang, () => {
      holdAgainstEnglish(strings.lang, () => phrasesOf(strings), phrasesOf(en));

      if (strings !== en)
        it('translates every sentence, so that no English stays behind', () => {
          expect(stillEnglish(phrasesOf(strings), phrasesOf(en))).to.deep.equal([]);
        });
    });
  }

  it('reads right to left in Arabic alone', () => {
    expect(LANGUAGES.map(({ dir }) => dir)).to.deep.equal(['ltr', 'ltr', 'rtl']);
  });

  it('builds repeats that agree in each language', () => {
    const monthly = (strings: Strings): string => {
      const locale = new Locale(strings);
      const nth = (word: string, weekday: string) =>
        locale.say(strings.nthDay, { nth: word, day: locale.weekday(weekday) });
      const days = locale.list([nth(strings.first, 'TU'), nth(strings.last, 'FR')]);
      return locale.say(strings.everyMonth, { days }).replace(/[\u2066-\u2069]/g, '');
    };
    expect(LANGUAGES.map(monthly)).to.deep.equal([
      'Every month on the first Tuesday and last Friday',
      'Cada mes, el primer martes y el último viernes',
      'كل شهر: يوم الثلاثاء الأول ويوم الجمعة الأخير',
    ]);
  });
});

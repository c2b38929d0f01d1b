/** Holds the languages against English: nothing missing, no lost placeholder, no word that hurts. */
import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { es } from '../../src/i18n/es.js';
import { Locale } from '../../src/i18n/locale.js';
import type { Message, Strings } from '../../src/i18n/strings.js';

const LANGUAGES: readonly Strings[] = [en, es, ar];
const KEYS = (Object.keys(en) as (keyof Strings)[]).filter((key) => key !== 'lang' && key !== 'dir').sort();

/** "one", "two" and "zero" may say their number in words. */
const SAYS_NUMBER_ITSELF = new Set(['zero', 'one', 'two']);

/**
 * How words begin that a visitor should not meet in an interface: they blame, diagnose, promise or talk down. Spanish "error" is the
 * plain word for a mistake. Words that hurt anywhere stand in src/cli/wording.ts, which test/content/wording.test.ts holds all texts to.
 */
const BANNED: Readonly<Record<string, readonly string[]>> = {
  en: ['simply', 'just click', 'myth', 'cure', 'patient', 'invalid', 'error'],
  es: [
    'simplemente',
    'solo haz clic',
    'sólo haz clic',
    'haga clic',
    'mito',
    'cura',
    'paciente',
    'enfermo',
    'inválid',
    'usted',
  ],
  ar: ['ببساطة', 'انقر', 'اضغط', 'خرافة', 'أسطورة', 'شفاء', 'مريض'],
};

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([one]) => one).sort();

/** Every form of a phrase with the plural category it serves; "other" for a phrase that does not count. */
const formsOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['other', message]] : (Object.entries(message) as [string, string][]);

const forms = (strings: Strings): { key: keyof Strings; category: string; text: string }[] =>
  KEYS.flatMap((key) => formsOf(strings[key]).map(([category, text]) => ({ key, category, text })));

describe('Phrases', () => {
  for (const strings of LANGUAGES) {
    describe(strings.lang, () => {
      it('has every phrase and no other', () => {
        expect(
          Object.keys(strings)
            .filter((key) => key !== 'lang' && key !== 'dir')
            .sort(),
        ).to.deep.equal(KEYS);
      });

      it('leaves no phrase empty or with stray spaces', () => {
        const bad = forms(strings).filter(
          ({ text }) => text === '' || text !== text.trim() || / {2}/.test(text),
        );
        expect(bad).to.deep.equal([]);
      });

      it('counts where English counts', () => {
        const differs = KEYS.filter((key) => typeof strings[key] !== typeof en[key]);
        expect(differs).to.deep.equal([]);
      });

      it('keeps the placeholders of English in every form', () => {
        const bad = forms(strings).filter(({ key, category, text }) => {
          const wanted = [
            ...new Set(formsOf(en[key]).flatMap(([, english]) => placeholders(english))),
          ].sort();
          const found = placeholders(text);
          const spoken = SAYS_NUMBER_ITSELF.has(category) && typeof strings[key] !== 'string';
          const needed = spoken && !found.includes('{n}') ? wanted.filter((one) => one !== '{n}') : wanted;
          return found.join() !== needed.join();
        });
        expect(bad).to.deep.equal([]);
      });

      it('holds no brace outside a placeholder', () => {
        const bad = forms(strings).filter(({ text }) => /[{}]/.test(text.replace(/\{\w+\}/g, '')));
        expect(bad).to.deep.equal([]);
      });

      it('has a form for each plural category of the language, and no more', () => {
        const wanted = [...new Intl.PluralRules(strings.lang).resolvedOptions().pluralCategories].sort();
        const bad = KEYS.filter((key) => {
          const message = strings[key];
          return typeof message !== 'string' && Object.keys(message).sort().join() !== wanted.join();
        });
        expect(bad).to.deep.equal([]);
      });

      it('hurts nobody with its words', () => {
        const banned = BANNED[strings.lang] ?? [];
        expect(banned).not.to.have.length(0);
        const bad = forms(strings).filter(({ text }) => {
          const said = text.toLocaleLowerCase(strings.lang);
          return banned.some((word) => new RegExp(`(?<!\\p{L})${word}`, 'u').test(said));
        });
        expect(bad).to.deep.equal([]);
      });
    });
  }

  it('translates every sentence, so that no English stays behind', () => {
    const same = [es, ar].flatMap((strings) =>
      forms(strings)
        .filter(({ key, text }) => formsOf(en[key]).some(([, english]) => english === text))
        .map(({ key }) => `${strings.lang} ${key}`),
    );
    // Nothing but placeholders and punctuation.
    expect(same).to.deep.equal(['es boxWhen', 'es dayFrom']);
  });

  it('reads right to left in Arabic alone', () => {
    expect(LANGUAGES.map(({ dir }) => dir)).to.deep.equal(['ltr', 'ltr', 'rtl']);
  });

  it('writes Arabic in Arabic letters and marks', () => {
    const bad = forms(ar).filter(({ text }) => {
      const own = text.replace(/\{\w+\}|Google Maps|Shift|https/g, '');
      return /\p{Script=Latin}|[,;?"“”]/u.test(own);
    });
    expect(bad).to.deep.equal([]);
  });

  it('opens every Spanish question and exclamation', () => {
    const count = (text: string, mark: string): number => text.split(mark).length;
    const bad = forms(es).filter(
      ({ text }) => count(text, '?') !== count(text, '¿') || count(text, '!') !== count(text, '¡'),
    );
    expect(bad).to.deep.equal([]);
  });

  it('never shouts', () => {
    expect(LANGUAGES.flatMap(forms).filter(({ text }) => text.includes('!'))).to.deep.equal([]);
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

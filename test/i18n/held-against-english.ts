/** What every set of phrases is held to, whoever reads it: nothing missing, no lost placeholder, no word that hurts. */
import { expect } from '@open-wc/testing';
import type { Message } from '../../src/i18n/strings.js';

export type Phrases = Readonly<Record<string, Message>>;

interface Form {
  readonly key: string;
  readonly category: string;
  readonly text: string;
}

/** "one", "two" and "zero" may say their number in words. */
const SAYS_NUMBER_ITSELF = new Set(['zero', 'one', 'two']);

/**
 * How words begin that nobody should meet in an interface: they blame, diagnose, promise or talk down. Spanish "error" is the
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

/** Names that people type, paste or look for: they read alike in every language. */
const TYPED =
  /answers="[^"]*"|https:\/\/(?:[\w./-]*\w)?|[A-Z]+_[A-Z_]+(?:=\w+)?|kith-[a-z]+(?:\.[a-z]+)?|\w+\.(?:js|md)|dist\/\w+/g;

/** What an Arabic reader meets in Latin letters: names, a key, English words that are quoted, and the comma inside a number. */
const KEPT_LATIN =
  /«[\w ]+»|Google Maps|Shift|https|Kith|Ctrl|CDN|CSV|USB|proxy|(?<![A-Za-z])U(?![A-Za-z])|(?<=\d),(?=\d)/g;

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([one]) => one).sort();

const placeholders = (text: string): string[] => found(text, /\{\w+\}/g);

/** Every form of a phrase with the plural category it serves; "other" for a phrase that does not count. */
const formsOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['other', message]] : (Object.entries(message) as [string, string][]);

const forms = (phrases: Phrases): Form[] =>
  Object.entries(phrases).flatMap(([key, message]) =>
    formsOf(message).map(([category, text]) => ({ key, category, text })),
  );

/** Names of the phrases that still read as English does, though there are words in them. */
export const stillEnglish = (phrases: Phrases, english: Phrases): string[] =>
  forms(phrases)
    .filter(({ key, text }) => formsOf(english[key] ?? '').some(([, said]) => said === text))
    .filter(({ text }) => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')))
    .map(({ key }) => key);

/**
 * Says the tests of one language, inside a `describe`.
 * @param said Asked when a test runs, for phrases that come on demand.
 */
export function holdAgainstEnglish(lang: string, said: () => Phrases, english: Phrases): void {
  const KEYS = Object.keys(english).sort();
  const englishOf = (key: string): Message => english[key] ?? '';
  const none = (isBad: (form: Form) => boolean): void => {
    expect(forms(said()).filter(isBad)).to.deep.equal([]);
  };

  it('has every phrase and no other', () => {
    expect(Object.keys(said()).sort()).to.deep.equal(KEYS);
  });

  it('leaves no phrase empty or with stray spaces', () => {
    none(({ text }) => text === '' || text !== text.trim() || / {2}/.test(text));
  });

  it('counts where English counts', () => {
    const differs = KEYS.filter((key) => typeof said()[key] !== typeof english[key]);
    expect(differs).to.deep.equal([]);
  });

  it('keeps the placeholders of English in every form', () => {
    none(({ key, category, text }) => {
      const wanted = [...new Set(formsOf(englishOf(key)).flatMap(([, one]) => placeholders(one)))].sort();
      const here = [...new Set(placeholders(text))];
      const spoken = SAYS_NUMBER_ITSELF.has(category) && typeof english[key] !== 'string';
      const needed = spoken && !here.includes('{n}') ? wanted.filter((one) => one !== '{n}') : wanted;
      return here.join() !== needed.join();
    });
  });

  it('holds no brace outside a placeholder', () => {
    none(({ text }) => /[{}]/.test(text.replace(/\{\w+\}/g, '')));
  });

  it('breaks lines where English does', () => {
    none(({ key, text }) =>
      formsOf(englishOf(key)).some(
        ([, one]) => found(one, /\n+/g).join('|') !== found(text, /\n+/g).join('|'),
      ),
    );
  });

  it('leaves alone what is typed or looked for as it stands', () => {
    none(({ key, text }) =>
      formsOf(englishOf(key)).some(([, one]) => found(one, TYPED).join() !== found(text, TYPED).join()),
    );
  });

  it('has a form for each plural category of the language, and no more', () => {
    const wanted = [...new Intl.PluralRules(lang).resolvedOptions().pluralCategories].sort();
    const differs = Object.entries(said()).filter(
      ([, message]) => typeof message !== 'string' && Object.keys(message).sort().join() !== wanted.join(),
    );
    expect(differs).to.deep.equal([]);
  });

  it('hurts nobody with its words', () => {
    const banned = BANNED[lang] ?? [];
    expect(banned).not.to.have.length(0);
    none(({ text }) => {
      const lower = text.toLocaleLowerCase(lang);
      return banned.some((word) => new RegExp(`(?<!\\p{L})${word}`, 'u').test(lower));
    });
  });

  it('never shouts', () => {
    none(({ text }) => text.includes('!'));
  });

  if (lang === 'es')
    it('opens every question and exclamation', () => {
      const count = (text: string, mark: string): number => text.split(mark).length;
      none(({ text }) => count(text, '?') !== count(text, '¿') || count(text, '!') !== count(text, '¡'));
    });

  if (lang === 'ar')
    it('writes in Arabic letters and marks', () => {
      none(({ text }) => {
        const own = text
          .replace(/\{\w+\}/g, '')
          .replace(TYPED, '')
          .replace(KEPT_LATIN, '');
        return /\p{Script=Latin}|[,;?"“”]/u.test(own);
      });
    });
}

/** Holds the languages of the facilitator's desk against English, as strictly as the visitors' phrases. */
import { expect } from '@open-wc/testing';
import type { DeskStrings } from '../../../src/i18n/desk/desk-strings.js';
import { deskLanguages, deskWords } from '../../../src/i18n/desk/desk-words.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import { languages } from '../../../src/i18n/locale.js';
import { holdAgainstEnglish, type Phrases, stillEnglish } from '../held-against-english.js';

const phrasesOf = (words: DeskStrings): Phrases => ({ ...words });

describe('Words of the desk', () => {
  for (const lang of deskLanguages) {
    describe(lang, () => {
      let words: DeskStrings;
      before(async () => {
        words = await deskWords(lang);
      });

      holdAgainstEnglish(lang, () => phrasesOf(words), phrasesOf(enDesk));

      it('offers first topics that a box can hold', () => {
        const topics = words.startTopicsFirst.split('\n');
        expect(topics.filter((topic) => topic.trim() === '' || topic.length > 40)).to.deep.equal([]);
        expect(new Set(topics).size).to.equal(topics.length);
      });

      it('sends whoever needs a new sheet to the room in which one is made', () => {
        expect(words.sheetDoneWhy).to.contain(words.roomPeople);
      });

      if (lang !== 'en')
        it('translates every sentence, so that no English stays behind', () => {
          expect(stillEnglish(phrasesOf(words), phrasesOf(enDesk))).to.deep.equal([]);
        });
    });
  }

  it('are said in no language that visitors are not spoken to in', () => {
    expect(deskLanguages.filter((lang) => !languages.includes(lang))).to.deep.equal([]);
  });

  it('are English where the desk has no others', async () => {
    expect(await deskWords('tlh')).to.equal(enDesk);
  });
});

import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { findableWords, fold, matches, wordsOf } from '../../src/domain/fold.js';

/** Marked stretches in brackets. */
const marked = (text: string, ...words: string[]) =>
  matches(text, words)
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('');

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(..."aAéE\u0301ßŒŁıİΣςσ\u0640ةىآ東京グ\u3099ทัก’'` -\u200d👩🏽ﬁ１½"),
    maxLength: 30,
  }),
);

describe('folding text', () => {
  it('takes off case and accents, however they are written', () => {
    expect(fold('CAFÉ')).to.equal('cafe');
    expect(fold('Cafe\u0301')).to.equal('cafe');
    expect(fold('Ångström Žižek')).to.equal('angstrom zizek');
  });

  it('writes letters plainly that Unicode leaves whole', () => {
    expect(fold('Straße Ærø Łódź Œuvre Đà Nẵng ısı')).to.equal('strasse aero lodz oeuvre da nang isi');
    expect(fold('ẞ İstanbul ΟΔΟΣ')).to.equal('ss istanbul οδοσ');
  });

  it('levels the spellings of Arabic', () => {
    expect(fold('مجموعة')).to.equal(fold('مجموعه'));
    expect(fold('مستشفى')).to.equal(fold('مستشفي'));
    expect(fold('أمل')).to.equal(fold('امل'));
    expect(fold('دعـــم')).to.equal('دعم');
    expect(fold('دَعْم')).to.equal('دعم');
    expect(fold('٣ ۴')).to.equal('3 4');
  });

  it('gives the same as folding each character alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).to.equal([...text].map(fold).join(''));
      }),
    );
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
    );
  });
});

describe('the words of a text', () => {
  it('are its runs of letters and digits, apostrophes dropped', () => {
    expect(wordsOf("Women's café – O’Connor, room 2b!")).to.deep.equal([
      'womens',
      'cafe',
      'oconnor',
      'room',
      '2b',
    ]);
    expect(wordsOf(" '' — ")).to.deep.equal([]);
  });

  it('can be found with and without an elision', () => {
    expect(findableWords("l'hôpital d’Anxiété women's")).to.deep.equal([
      'lhopital',
      'hopital',
      'danxiete',
      'anxiete',
      'womens',
    ]);
  });
});

describe('marking what was typed', () => {
  it('marks the beginnings of words, not their middles', () => {
    expect(marked('Depression and anxiety', 'dep', 'an')).to.equal('[Dep]ression [an]d [an]xiety');
    expect(marked('Compression', 'press')).to.equal('Compression');
  });

  it('marks the original characters, whatever they fold to', () => {
    expect(marked('Cafe\u0301 Paris', 'cafe')).to.equal('[Cafe\u0301] Paris');
    expect(marked('Große Straße 5', 'strass')).to.equal('Große [Straß]e 5');
    expect(marked('Große Straße 5', 'stras')).to.equal('Große [Straß]e 5');
    expect(marked('👩🏽‍🤝‍👨 Łódź', 'lodz')).to.equal('👩🏽‍🤝‍👨 [Łódź]');
    expect(marked('مجموعة دَعْم', 'دعم')).to.equal('مجموعة [دَعْم]');
  });

  it('marks across an apostrophe and behind an elision', () => {
    expect(marked("The Women's Room", 'womens')).to.equal("The [Women's] Room");
    expect(marked("À l'hôpital", 'hopi')).to.equal("À l'[hôpi]tal");
  });

  it('marks the middle of a run in a script without spaces', () => {
    expect(marked('東京自助グループ', '自助')).to.equal('東京[自助]グループ');
    expect(marked('東京AA', 'aa')).to.equal('東京[AA]');
  });

  it('joins marks that touch or overlap and takes the longest', () => {
    expect(marked('anxiety', 'an', 'anx')).to.equal('[anx]iety');
    expect(marked('自助自助', '自助')).to.equal('[自助自助]');
  });

  it('leaves a text alone when nothing was typed', () => {
    expect(matches('Hello', [])).to.deep.equal([{ text: 'Hello', hit: false }]);
    expect(matches('', ['a'])).to.deep.equal([]);
  });

  it('always gives back the text', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, typed) => {
        const stretches = matches(text, typed.flatMap(wordsOf));
        expect(stretches.map((stretch) => stretch.text).join('')).to.equal(text);
        expect(stretches.every((stretch) => stretch.text)).to.equal(true);
      }),
    );
  });

  it('marks something in every text that has a typed word', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, pick) => {
        const words = wordsOf(text);
        const word = words[pick % Math.max(1, words.length)];
        fc.pre(word !== undefined && word !== '');
        expect(matches(text, [word ?? '']).some((stretch) => stretch.hit)).to.equal(true);
      }),
    );
  });

  it('marks only the beginning of a very long text', () => {
    const long = 'word '.repeat(100_000);
    const stretches = matches(long, ['word']);
    expect(stretches.length).to.be.below(1000);
    expect(stretches.map((stretch) => stretch.text).join('')).to.equal(long);
  });
});

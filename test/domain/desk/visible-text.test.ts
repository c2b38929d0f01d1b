import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { visibleText } from '../../../src/domain/desk/visible-text.js';

/** Marks in brackets by their name, the rest as it is. */
const shown = (text: string) =>
  visibleText(text)
    .map((one) => (one.kind === 'mark' ? `[${one.name}]` : one.text))
    .join('');

describe('a question as the desk shows it', () => {
  it('is as it was written where nothing is hidden', () => {
    for (const text of [
      '',
      'How do I\ttell my sister?\n“Zoë” asked.',
      'أشعر بالحزن اليوم',
      '¿Qué hago?',
      '気持ち',
    ])
      expect(visibleText(text)).to.deep.equal(text ? [{ kind: 'text', text }] : []);
  });

  it('shows what turns text around', () => {
    expect(shown('pay \u202eevil\u202c now')).to.equal('pay [U+202E]evil[U+202C] now');
    for (const code of [0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202d, 0x2066, 0x2067, 0x2068, 0x2069])
      expect(shown(`a${String.fromCodePoint(code)}b`)).to.match(/^a\[U\+[0-9A-F]{4}\]b$/);
  });

  it('shows what is nothing to look at', () => {
    expect(visibleText('a\u200bb')).to.deep.equal([
      { kind: 'text', text: 'a' },
      { kind: 'mark', text: '\u200b', name: 'U+200B' },
      { kind: 'text', text: 'b' },
    ]);
    for (const code of [
      0xad, 0x2060, 0x2061, 0xfeff, 0x180e, 0x3164, 0xffa0, 0x115f, 0x2800, 0x34f, 0xfff9, 0xe000,
    ])
      expect(shown(`a${String.fromCodePoint(code)}b`), code.toString(16)).to.match(/^a\[U\+[0-9A-F]{4}\]b$/);
    expect(shown(`a${String.fromCodePoint(0xe0041, 0xe007f)}`)).to.equal('a[U+E0041][U+E007F]');
    expect(shown(`a${String.fromCodePoint(0xe0100)}`)).to.equal('a[U+E0100]');
    expect(shown('a\u2028b\u2029c\u0085d\u0007e\rf')).to.equal(
      'a[U+2028]b[U+2029]c[U+0085]d[U+0007]e[U+000D]f',
    );
    expect(shown('a\ud83d')).to.equal('a[U+D83D]');
  });

  it('leaves the joiners that pictures and letters are made with, and shows them elsewhere', () => {
    for (const text of [
      '👩\u200d👩\u200d👧',
      '❤\ufe0f',
      '1\ufe0f\u20e3',
      '👍🏽',
      '🏳\ufe0f\u200d🌈',
      'می\u200cخواهم',
      'क्\u200dष',
    ])
      expect(shown(text), text).to.equal(text);
    expect(shown('a\u200db')).to.equal('a[U+200D]b');
    expect(shown('a\u200cb')).to.equal('a[U+200C]b');
    expect(shown('a\ufe0f')).to.equal('a[U+FE0F]');
    expect(shown('❤\ufe0f\ufe0f\ufe01')).to.equal('❤\ufe0f[U+FE0F][U+FE01]');
    expect(shown('👩\u200d\u200d👧')).to.equal('👩[U+200D][U+200D]👧');
  });

  it('loses and adds nothing, and every stretch of text has something in it', () => {
    const character = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('\u202e', '\u200d', '\ufe0f', '👩', 'a', 'م', '\u{e0041}', '\n'),
    );
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = characters.join('');
        const segments = visibleText(text);
        expect(segments.map((one) => one.text).join('')).to.equal(text);
        segments.forEach((one, at) => {
          expect(one.text).not.to.equal('');
          if (one.kind === 'text') expect(segments[at - 1]?.kind).not.to.equal('text');
          else expect(one.name).to.match(/^U\+[0-9A-F]{4,6}$/);
        });
        for (const one of segments)
          if (one.kind === 'text')
            expect(one.text).not.to.match(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/);
      }),
      { numRuns: 500 },
    );
  });
});

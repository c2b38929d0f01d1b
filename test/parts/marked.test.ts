import { expect } from '@open-wc/testing';
import { isMarked, markWith } from '../../src/parts/marked.js';
import { plainly } from '../../src/parts/plainly.js';
import { drawn } from './render.js';

const marks = (text: string, ...words: string[]): string[] =>
  [...drawn(markWith(words)(text)).querySelectorAll('mark')].map((mark) => mark.textContent ?? '');

describe('marking', () => {
  it('marks what begins with a searched word, in any case and with any accent', () => {
    expect(marks('Anxiety and ANXIOUS thoughts', 'anx').map((mark) => mark.slice(0, 3))).to.deep.equal([
      'Anx',
      'ANX',
    ]);
    expect(marks('Migración', 'migracion').join('')).to.equal('Migración');
  });

  it('leaves every letter of the text where it was', () => {
    for (const text of ['Anxiety, low mood', 'ﬁne Straße', 'چائے اور بات', 'a\u0301 e\u0301 anx']) {
      expect(drawn(markWith(['anx', 'fine', 'strasse', 'a'])(text)).textContent).to.equal(text);
    }
  });

  it('keeps markup as text', () => {
    const box = drawn(markWith(['b'])('<b onclick=alert(1)>b</b>'));
    expect(box.querySelector('b')).to.equal(null);
    expect(box.textContent).to.equal('<b onclick=alert(1)>b</b>');
  });

  it('sets the text apart, so that its direction is its own', () => {
    expect(drawn(plainly('Calm')).querySelector('bdi')?.textContent).to.equal('Calm');
    expect(drawn(markWith([])('Calm')).querySelector('bdi')?.textContent).to.equal('Calm');
    expect(drawn(plainly('')).textContent).to.equal('');
  });

  it('knows whether anything is marked', () => {
    expect(isMarked('Low mood', ['mood'])).to.equal(true);
    expect(isMarked('Low mood', ['anx'])).to.equal(false);
    expect(isMarked('Low mood', [])).to.equal(false);
  });
});

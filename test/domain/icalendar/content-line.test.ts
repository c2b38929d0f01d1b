import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  contentLines,
  nameOf,
  parameter,
  parseLine,
  textList,
  unescapeText,
  unfold,
} from '../../../src/domain/icalendar/content-line.js';
import { escapeText, fold } from '../../../src/domain/icalendar/write-line.js';

const lines = (text: string) => [...contentLines(text)].map(({ number, raw }) => [number, unfold(raw)]);
const property = (line: string) => parseLine(line) ?? { name: '', parameters: '', value: '' };

describe('content lines', () => {
  for (const [name, end] of Object.entries({ 'CR LF': '\r\n', LF: '\n', CR: '\r', 'CR CR LF': '\r\r\n' })) {
    it(`end with ${name}, and go on where a line begins with white space`, () => {
      const text = ['SUMMARY:Low ', '\t mood', ' group', 'UID:1', ''].join(end);
      expect(lines(text).map(([, line]) => line)).to.deep.equal(['SUMMARY:Low  moodgroup', 'UID:1']);
    });
  }

  it('know the number of their first line', () => {
    expect(lines('A:1\r\n b\r\n\r\nB:2\nC:3')).to.deep.equal([
      [1, 'A:1b'],
      [4, 'B:2'],
      [5, 'C:3'],
    ]);
  });

  it('may be folded inside their name', () => {
    const [{ raw = '' } = {}] = contentLines('SUMM\r\n ARY:Calm\r\n');
    expect(nameOf(raw)).to.equal('SUMMARY');
    expect(property(raw).value).to.equal('Calm');
  });

  it('have quoted parameters with colons and semicolons, and carets for quotes and line breaks', () => {
    const line = property('dtstart;X-A="a;b:c";tzid="Europe/London";X-B=say ^\'hi^\'^n^^:20261201T183000');
    expect([line.name, line.value]).to.deep.equal(['DTSTART', '20261201T183000']);
    expect(parameter(line, 'TZID')).to.equal('Europe/London');
    expect(parameter(line, 'X-A')).to.equal('a;b:c');
    expect(parameter(line, 'X-B')).to.equal('say "hi"\n^');
    expect(parameter(line, 'LANGUAGE')).to.equal(undefined);
  });

  it('are read up to the first colon where quotes do not pair up', () => {
    expect(property('SUMMARY;X="a:Calm').value).to.equal('Calm');
    expect(parseLine('no colon here')).to.equal(undefined);
    expect(parseLine(':nothing in front')).to.equal(undefined);
  });

  it('escape more than they have to, or less', () => {
    expect(unescapeText('a\\, b\\; c\\\\n \\n d\\N \\: \\"e\\"')).to.equal('a, b; c\\n \n d\n : "e"');
    expect(textList('Low\\, mood,Grief,,Carers')).to.deep.equal(['Low, mood', 'Grief', 'Carers']);
  });

  it('are the same after folding and unfolding, in lines of 75 bytes that hold whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `DESCRIPTION:${escapeText(text)}`;
        const folded = fold(line);
        const [{ raw = '' } = {}, ...more] = contentLines(folded);
        expect(more).to.deep.equal([]);
        expect(unfold(raw)).to.equal(line);
        for (const part of folded.split('\r\n')) {
          const bytes = new TextEncoder().encode(part);
          expect(bytes.length).to.be.at.most(75);
          expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).to.equal(part);
        }
      }),
    );
  });

  it('say the same after escaping and unescaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const clean = text.replace(/\r\n?/g, '\n').replace(/[\p{Cs}\u007f]|(?![\n\t])[\u0000-\u001f]/gu, '');
        expect(unescapeText(escapeText(text))).to.equal(clean);
        expect(escapeText(text)).not.to.match(/[\r\n]/);
      }),
    );
  });
});

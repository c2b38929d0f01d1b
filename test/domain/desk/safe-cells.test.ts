import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { csvRecords } from '../../../src/backend/csv-records.js';
import { safeCell, safeCsv } from '../../../src/domain/desk/safe-cells.js';

describe('a list for a spreadsheet', () => {
  it('has no cell that would be run', () => {
    for (const text of [
      '=HYPERLINK("https://evil.example","x")',
      "+1+cmd|' /C calc'!A0",
      '-2+3',
      '@SUM(1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u00a0=1',
      '\u200b=1',
      '\u202e=1',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      '\u22121',
      '\ttext',
    ])
      expect(safeCell(text), JSON.stringify(text)).to.equal(`'${text}`);
    for (const text of ['', 'Why?', 'a=b', '1-2', 'me@example.org', '“=1”', "'=1"])
      expect(safeCell(text)).to.equal(text);
  });

  it('is written as RFC 4180 says', () => {
    expect(safeCsv([])).to.equal('');
    expect(
      safeCsv([
        ['Topic', 'Question'],
        ['', 'She said "no",\nand then?'],
        ['=1', 'a;b'],
      ]),
    ).to.equal('Topic,Question\r\n,"She said ""no"",\nand then?"\r\n\'=1,"a;b"\r\n');
  });

  it('comes back as the cells that went in, and none begins a formula', () => {
    const cell = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('=', '+', '"', ',', '\n', '\r', ';', ' ', '\t', '@', 'x', '＝', '\u200b'), {
          maxLength: 6,
        })
        .map((all) => all.join('')),
    );
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (cells) => {
        const safe = cells.map((row) => row.map(safeCell));
        const back = csvRecords(safeCsv(cells));
        expect(back).to.deep.equal(safe);
        for (const one of back.flat())
          expect(one.replace(/[\s\p{Cf}\p{Cc}]/gu, '')).not.to.match(/^[=+@＝-]/);
      }),
      { numRuns: 500 },
    );
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseCancelled, parseMoved } from '../../../src/domain/words/date-list.js';
import { dateOrder, isOpenDate, parseDate } from '../../../src/domain/words/dates.js';
import { parseDays } from '../../../src/domain/words/days.js';
import { Lexicon } from '../../../src/domain/words/lexicon.js';
import { de } from '../../../src/domain/words/vocabulary/de.js';
import { en } from '../../../src/domain/words/vocabulary/en.js';
import { es } from '../../../src/domain/words/vocabulary/es.js';
import { fr } from '../../../src/domain/words/vocabulary/fr.js';

const all = new Lexicon([en, es, de, fr]);

const TODAY = '2026-11-21';

describe('weekdays in words', () => {
  const table: Record<string, string | undefined> = {
    Tuesdays: 'TU',
    tues: 'TU',
    'Tue.': 'TU',
    'Mon & Wed': 'MO,WE',
    'Mon-Fri': 'MO,TU,WE,TH,FR',
    weekdays: 'MO,TU,WE,TH,FR',
    'Fri–Mon': 'MO,FR,SA,SU',
    'Sat/Sun': 'SA,SU',
    weekends: 'SA,SU',
    'Tuesday evenings': 'TU',
    'Mondays to Thursdays': 'MO,TU,WE,TH',
    mardis: 'TU',
    'mardi soir': 'TU',
    'du lundi au vendredi': 'MO,TU,WE,TH,FR',
    'lunes a viernes': 'MO,TU,WE,TH,FR',
    'martes y jueves': 'TU,TH',
    'martes por la tarde': 'TU',
    'miércoles, viernes': 'WE,FR',
    dienstags: 'TU',
    'Mo, Mi und Fr': 'MO,WE,FR',
    Dienstagabend: 'TU',
    'Montag bis Freitag': 'MO,TU,WE,TH,FR',
    Tuesdayish: undefined,
    '': undefined,
    'to Friday': undefined,
    'Tues fortnightly-ish': undefined,
    someday: undefined,
  };
  for (const [words, days] of Object.entries(table)) {
    it(`reads "${words}" as ${days}`, () => expect(parseDays(words, all)?.join()).to.equal(days));
  }
});

describe('a date in words', () => {
  const table: Record<string, string | undefined> = {
    '2026-12-24': '2026-12-24',
    '24/12/2026': '2026-12-24',
    '24.12.2026': '2026-12-24',
    '12/24/2026': '2026-12-24',
    '24.12.': '2026-12-24',
    '24/12/26': '2026-12-24',
    '3 Dec 2026': '2026-12-03',
    '3rd December 2026': '2026-12-03',
    'Dec 3, 2026': '2026-12-03',
    '7-Dec-2026': '2026-12-07',
    'Thursday 3 December 2026': '2026-12-03',
    'Mon 7 Dec': '2026-12-07',
    '3 de diciembre de 2026': '2026-12-03',
    'jueves 3 de diciembre': '2026-12-03',
    '3. Dezember 2026': '2026-12-03',
    'Do, 3.12.2026': '2026-12-03',
    '1er décembre 2026': '2026-12-01',
    'le 3 décembre 2026': '2026-12-03',
    '24 déc.': '2026-12-24',
    '3/12/2026': '2026-12-03',
    '1 Jan': '2027-01-01',
    'Tuesday 3 December 2026': undefined,
    '31/11/2026': undefined,
    '2 jui 2027': undefined,
    'Dez 2026': undefined,
    Sunday: undefined,
    '': undefined,
  };
  for (const [words, date] of Object.entries(table)) {
    it(`reads "${words}" as ${date}`, () => expect(parseDate(words, TODAY, all)).to.equal(date));
  }

  it('puts the month first where the column does, but never where dots are written', () => {
    expect(parseDate('3/12/2026', TODAY, all, 'month-first')).to.equal('2026-03-12');
    expect(parseDate('3.12.2026', TODAY, all, 'month-first')).to.equal('2026-12-03');
  });

  it('takes the order of a column from the dates that can be read in one way only', () => {
    expect(dateOrder(['3/4/2026', '24/12/2026'], all)).to.equal('day-first');
    expect(dateOrder(['3/4/2026', '12/24/2026'], all)).to.equal('month-first');
    expect(dateOrder(['3/4/2026'], all)).to.equal(undefined);
    expect(dateOrder(['24/4/2026', '4/24/2026'], all)).to.equal(undefined);
    expect(isOpenDate('3/4/2026', all)).to.equal(true);
    expect(isOpenDate('4/4/2026', all)).to.equal(false);
  });

  it('never throws, and answers with a day that exists', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9./ -]{1,12}$/)),
        (words) => {
          const date = parseDate(words, TODAY, all);
          if (date) expect(new Date(`${date}T00:00Z`).toISOString().slice(0, 10)).to.equal(date);
        },
      ),
    );
  });
});

describe('a list of dates in one cell', () => {
  const read = (text: string) => parseDate(text, TODAY, all);

  it('reads cancelled dates with their reasons, in a row or as a span', () => {
    const { changes, unread } = parseCancelled(
      '24/12/2026 (Christmas), Thursday, 31 December; December 3, 2026\n4 Jan 2027 to 6 Jan 2027, the week after Easter',
      read,
      (date) => date !== '2027-01-05',
      all,
    );
    expect(
      changes.map(({ recurrenceId, note }) => [recurrenceId, note].filter(Boolean).join(' ')),
    ).to.deep.equal(['2026-12-24 Christmas', '2026-12-31', '2026-12-03', '2027-01-04', '2027-01-06']);
    expect(unread).to.deep.equal(['the week after Easter']);
  });

  it('reads moved dates, with a new time or the usual one', () => {
    const { changes, unread } = parseMoved(
      '24/12/2026 → 22/12/2026; 31 Dec 2026 to 30 Dec 2026 19:00 (in room 2), soon',
      read,
      '18:30',
      all,
    );
    expect(changes).to.deep.equal([
      { recurrenceId: '2026-12-24', status: 'moved', start: '2026-12-22T18:30' },
      { recurrenceId: '2026-12-31', status: 'moved', start: '2026-12-30T19:00', note: 'in room 2' },
    ]);
    expect(unread).to.deep.equal(['soon']);
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        parseCancelled(words, read, () => undefined, all);
        parseMoved(words, read, '', all);
      }),
    );
  });
});

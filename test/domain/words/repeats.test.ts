import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formatRule, parseRule, RuleError } from '../../../src/domain/recurrence/rule.js';
import { Lexicon } from '../../../src/domain/words/lexicon.js';
import { meetsOn } from '../../../src/domain/words/meets-on.js';
import { parseRepeats } from '../../../src/domain/words/repeats.js';
import { de } from '../../../src/domain/words/vocabulary/de.js';
import { en } from '../../../src/domain/words/vocabulary/en.js';
import { es } from '../../../src/domain/words/vocabulary/es.js';
import { fr } from '../../../src/domain/words/vocabulary/fr.js';
import { parseWhen } from '../../../src/domain/words/when.js';

const all = new Lexicon([en, es, de, fr], parseRule);

const TODAY = '2026-11-21';
const THURSDAY = '2026-11-05';
const TUESDAY = '2026-11-03';

function said(words: string, start?: string): string {
  const repeat = parseRepeats({ cells: words.split(' | '), start, today: TODAY }, all);
  if (repeat.start === undefined) return 'unclear';
  return `${repeat.start} ${repeat.rule ? formatRule(repeat.rule).replace('FREQ=', '') : 'once'}`;
}

describe('how a group repeats, in words', () => {
  const FIRST_AND_THIRD = '2025-01-07 MONTHLY;BYDAY=1TU,3TU';
  const LAST_FRIDAY = '2025-01-31 MONTHLY;BYDAY=-1FR';
  const FORTNIGHT = `${THURSDAY} WEEKLY;INTERVAL=2`;
  const OTHER_TUESDAY = `${TUESDAY} WEEKLY;INTERVAL=2;BYDAY=TU`;
  const table: [words: string, start: string | undefined, expected: string][] = [
    ['Tuesday', undefined, '2025-01-07 WEEKLY;BYDAY=TU'],
    ['weekly | Tuesday', undefined, '2025-01-07 WEEKLY;BYDAY=TU'],
    ['weekly', THURSDAY, `${THURSDAY} WEEKLY`],
    ['every 2 weeks', THURSDAY, FORTNIGHT],
    ['fortnightly', THURSDAY, FORTNIGHT],
    ['biweekly', THURSDAY, FORTNIGHT],
    ['every 14 days', THURSDAY, FORTNIGHT],
    ['every second week', THURSDAY, FORTNIGHT],
    ['every other Tuesday', TUESDAY, OTHER_TUESDAY],
    ['Tuesdays (fortnightly)', TUESDAY, OTHER_TUESDAY],
    ['every 2 weeks | Tuesday', TUESDAY, OTHER_TUESDAY],
    ['1st and 3rd Tuesday', undefined, FIRST_AND_THIRD],
    ['first & third Tue of the month', undefined, FIRST_AND_THIRD],
    ['1st and 3rd | Tuesday', undefined, FIRST_AND_THIRD],
    ['1st and 3rd Tuesday | Tuesday', undefined, FIRST_AND_THIRD],
    ['last Friday', undefined, LAST_FRIDAY],
    ['monthly, last Friday', undefined, LAST_FRIDAY],
    ['2nd Tuesday of every month', undefined, '2025-01-14 MONTHLY;BYDAY=2TU'],
    ['1st Tuesday every 2 months', TUESDAY, `${TUESDAY} MONTHLY;INTERVAL=2;BYDAY=1TU`],
    ['monthly | Thursday', THURSDAY, `${THURSDAY} MONTHLY;BYDAY=1TH`],
    ['15th of every month', undefined, '2025-01-15 MONTHLY;BYMONTHDAY=15'],
    ['daily', undefined, '2025-01-01 DAILY'],
    ['every weekday', undefined, '2025-01-01 WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['once', THURSDAY, `${THURSDAY} once`],
    ['', THURSDAY, `${THURSDAY} once`],
    ['RRULE:FREQ=MONTHLY;BYDAY=2TU', undefined, '2025-01-14 MONTHLY;BYDAY=2TU'],
    ['FREQ=WEEKLY | Tuesday', undefined, '2025-01-07 WEEKLY;BYDAY=TU'],
    ['cada dos semanas', THURSDAY, FORTNIGHT],
    ['quincenal', THURSDAY, FORTNIGHT],
    ['primer y tercer martes', undefined, FIRST_AND_THIRD],
    ['último viernes de mes', undefined, LAST_FRIDAY],
    ['todos los martes', undefined, '2025-01-07 WEEKLY;BYDAY=TU'],
    ['el primer lunes de cada mes', undefined, '2025-01-06 MONTHLY;BYDAY=1MO'],
    ['alle 2 Wochen', THURSDAY, FORTNIGHT],
    ['14-tägig', THURSDAY, FORTNIGHT],
    ['jeden 1. und 3. Dienstag', undefined, FIRST_AND_THIRD],
    ['letzter Freitag im Monat', undefined, LAST_FRIDAY],
    ['jeden zweiten Dienstag im Monat', undefined, '2025-01-14 MONTHLY;BYDAY=2TU'],
    ['toutes les deux semaines', THURSDAY, FORTNIGHT],
    ['tous les quinze jours', THURSDAY, FORTNIGHT],
    ['un mardi sur deux', TUESDAY, OTHER_TUESDAY],
    ['1er et 3e mardi', undefined, FIRST_AND_THIRD],
    ['dernier vendredi du mois', undefined, LAST_FRIDAY],
  ];
  for (const [words, start, expected] of table) {
    it(`reads "${words}"`, () => expect(said(words, start)).to.equal(expected));
  }

  for (const [words, start] of [
    ['every 2 weeks'],
    ['FREQ=WEEKLY;INTERVAL=2'],
    ['weekly'],
    ['monthly'],
    ['monthly', THURSDAY],
    ['monthly | Tue', '2026-11-24'],
    ['every 2nd Tuesday'],
    ['jeden zweiten Dienstag'],
    ['bi-weekly Mon & Thu', THURSDAY],
    ['every 2 weeks | Tuesday', '2026-11-04'],
  ] as [string, string?][]) {
    it(`does not guess what "${words}"${start ? ` from ${start}` : ''} means`, () =>
      expect(said(words, start)).to.equal('unclear'));
  }

  for (const words of [
    'Tues fortnightly-ish',
    '2nd Tue except August',
    'term time only',
    'twice a month',
    '1st and 3rd Tuesday | Monday',
    'Tuesday 2nd',
    '6th Tuesday',
    'every 0 weeks',
    'weekly or monthly',
    'every 10 days',
    'FREQ=FOO',
    '2 Tuesdays a month',
    'first week',
  ]) {
    it(`refuses "${words}" rather than pass over a part of it`, () =>
      expect(() => said(words)).to.throw(RuleError));
  }

  it('says in plain words what cannot be read', () => {
    expect(() => said('Tues fortnightly-ish')).to.throw("'Tues fortnightly-ish' is no time that I can read");
  });

  it('knows on which days a repeat meets', () => {
    const fortnight = { frequency: 'WEEKLY', interval: 2 } as const;
    expect(meetsOn(THURSDAY, fortnight, '2026-11-19')).to.equal(true);
    expect(meetsOn(THURSDAY, fortnight, '2026-11-12')).to.equal(false);
    expect(meetsOn(THURSDAY, undefined, THURSDAY)).to.equal(true);
    expect(
      meetsOn(THURSDAY, { frequency: 'MONTHLY', byDay: [{ weekday: 'TH', nth: -1 }] }, '2026-12-31'),
    ).to.equal(true);
  });

  it('either reads or refuses, whatever is written', () => {
    const word = fc.constantFrom(
      'every',
      '2',
      '1st',
      'last',
      'Tuesday',
      'martes',
      'weeks',
      'Monat',
      'fortnightly',
      '-',
      'to',
      'sur deux',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
        ),
        (words) => {
          try {
            parseRepeats({ cells: [words], start: undefined, today: TODAY }, all);
          } catch (error) {
            expect(error).to.be.instanceOf(RuleError);
          }
        },
      ),
    );
  });
});

describe('all that is said about when', () => {
  const words = { day: '', repeats: '', time: '', end: '', duration: '', start: undefined, today: TODAY };

  it('finds the time in the words for the day', () => {
    const when = parseWhen({ ...words, day: 'Tuesdays from 6.30 to 8pm' }, all);
    expect(when.start).to.equal('2025-01-07T18:30');
    expect(when.durationMinutes).to.equal(90);
  });

  it('reads start and end in two cells together', () => {
    expect(parseWhen({ ...words, day: 'Tue', time: '7', end: '9 pm' }, all)).to.include({
      start: '2025-01-07T19:00',
      durationMinutes: 120,
    });
  });

  it('keeps the words of a group that meets by arrangement', () => {
    expect(parseWhen({ ...words, day: 'nach Vereinbarung' }, all)).to.deep.equal({
      text: 'nach Vereinbarung',
      remarks: [],
    });
  });

  it('shows the words of a fortnightly group without a first date, and asks for it', () => {
    const when = parseWhen({ ...words, day: 'Tuesday', time: '18:30', repeats: 'every 2 weeks' }, all);
    expect(when.start).to.equal(undefined);
    expect(when.text).to.equal('every 2 weeks, Tuesday, 18:30');
    expect(when.remarks[0]).to.contain('needs a start date in the column "start date"');
  });

  it('asks whether an early hour is meant', () => {
    expect(parseWhen({ ...words, day: 'Tuesday', time: '6:30' }, all).remarks[0]).to.contain('18:30');
  });
});

import { expect } from '@open-wc/testing';
import { ruleDays, ruleStarts } from '../../../src/domain/recurrence/expand.js';
import { formatLocalDate, LAST_DAY, parseLocalDate } from '../../../src/domain/recurrence/plain-day.js';
import { checkRule, parseRule, type Rule, RuleError } from '../../../src/domain/recurrence/rule.js';

const day = (text: string) => parseLocalDate(text) ?? Number.NaN;
const days = (rule: string | Rule, start: string, from = start, to = '9999-12-31') =>
  ruleDays(typeof rule === 'string' ? parseRule(rule) : rule, day(start), day(from), day(to)).map(
    formatLocalDate,
  );

/** `1997-09: 2 9 16, 1997-10: 7` as a list of days. */
function spelt(text: string): string[] {
  return text.split(',').flatMap((part) => {
    const [month = '', list = ''] = part.trim().split(': ');
    return list.split(' ').map((date) => `${month}-${date.padStart(2, '0')}`);
  });
}

const yearly = (text: string) => text.split(' ');

describe('ruleStarts', () => {
  describe('expands the examples of RFC 5545 3.8.5.3', () => {
    for (const [rule, start, to, expected] of [
      ['FREQ=DAILY;COUNT=10', '1997-09-02', '1998-12-31', spelt('1997-09: 2 3 4 5 6 7 8 9 10 11')],
      ['FREQ=DAILY;INTERVAL=2', '1997-09-02', '1997-09-12', spelt('1997-09: 2 4 6 8 10 12')],
      [
        'FREQ=DAILY;INTERVAL=10;COUNT=5',
        '1997-09-02',
        '1998-12-31',
        spelt('1997-09: 2 12 22, 1997-10: 2 12'),
      ],
      [
        'FREQ=WEEKLY;COUNT=10',
        '1997-09-02',
        '1998-12-31',
        spelt('1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4'),
      ],
      [
        'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
        '1997-09-02',
        '1997-11-30',
        spelt('1997-09: 2 16 30, 1997-10: 14 28, 1997-11: 11 25'),
      ],
      [
        'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
        '1997-09-02',
        '1998-12-31',
        spelt('1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2'),
      ],
      [
        'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR',
        '1997-09-01',
        '1997-10-31',
        spelt('1997-09: 1 3 5 15 17 19 29, 1997-10: 1 3 13 15 17 27 29 31'),
      ],
      [
        'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
        '1997-09-02',
        '1998-12-31',
        spelt('1997-09: 2 4 16 18 30, 1997-10: 2 14 16'),
      ],
      [
        'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
        '1997-09-05',
        '1999-12-31',
        spelt(
          '1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5, 1998-01: 2, 1998-02: 6, 1998-03: 6, 1998-04: 3, 1998-05: 1, 1998-06: 5',
        ),
      ],
      [
        'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
        '1997-09-07',
        '1999-12-31',
        spelt('1997-09: 7 28, 1997-11: 2 30, 1998-01: 4 25, 1998-03: 1 29, 1998-05: 3 31'),
      ],
      [
        'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
        '1997-09-22',
        '1999-12-31',
        spelt('1997-09: 22, 1997-10: 20, 1997-11: 17, 1997-12: 22, 1998-01: 19, 1998-02: 16'),
      ],
      [
        'FREQ=MONTHLY;BYMONTHDAY=-3',
        '1997-09-28',
        '1998-02-28',
        spelt('1997-09: 28, 1997-10: 29, 1997-11: 28, 1997-12: 29, 1998-01: 29, 1998-02: 26'),
      ],
      [
        'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
        '1997-09-02',
        '1999-12-31',
        spelt('1997-09: 2 15, 1997-10: 2 15, 1997-11: 2 15, 1997-12: 2 15, 1998-01: 2 15'),
      ],
      [
        'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
        '1997-09-30',
        '1999-12-31',
        spelt('1997-09: 30, 1997-10: 1 31, 1997-11: 1 30, 1997-12: 1 31, 1998-01: 1 31, 1998-02: 1'),
      ],
      [
        'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
        '1997-09-10',
        '2000-12-31',
        spelt('1997-09: 10 11 12 13 14 15, 1999-03: 10 11 12 13'),
      ],
      [
        'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
        '1997-09-02',
        '1998-01-31',
        spelt('1997-09: 2 9 16 23 30, 1997-11: 4 11 18 25, 1998-01: 6 13 20 27'),
      ],
      [
        'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
        '1997-06-10',
        '2009-12-31',
        [1997, 1998, 1999, 2000, 2001].flatMap((year) => [`${year}-06-10`, `${year}-07-10`]),
      ],
      [
        'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
        '1997-03-10',
        '2009-12-31',
        ['1997-03-10', ...[1999, 2001, 2003].flatMap((y) => [`${y}-01-10`, `${y}-02-10`, `${y}-03-10`])],
      ],
      ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1999-12-31', yearly('1997-05-19 1998-05-18 1999-05-17')],
      [
        'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
        '1997-03-13',
        '1998-12-31',
        spelt('1997-03: 13 20 27, 1998-03: 5 12 19 26'),
      ],
      [
        'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
        '1997-06-05',
        '1997-12-31',
        spelt('1997-06: 5 12 19 26, 1997-07: 3 10 17 24 31, 1997-08: 7 14 21 28'),
      ],
      [
        'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
        '1997-09-02',
        '2000-12-31',
        yearly('1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13'),
      ],
      [
        'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
        '1997-09-13',
        '1998-06-30',
        yearly(
          '1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07 1998-03-07 1998-04-11 1998-05-09 1998-06-13',
        ),
      ],
      [
        'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
        '1996-11-05',
        '2004-12-31',
        yearly('1996-11-05 2000-11-07 2004-11-02'),
      ],
      [
        'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
        '1997-09-04',
        '1999-12-31',
        yearly('1997-09-04 1997-10-07 1997-11-06'),
      ],
      [
        'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
        '1997-09-29',
        '1998-03-31',
        yearly('1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30'),
      ],
      [
        'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
        '1997-08-05',
        '1999-12-31',
        yearly('1997-08-05 1997-08-10 1997-08-19 1997-08-24'),
      ],
      [
        'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
        '1997-08-05',
        '1999-12-31',
        yearly('1997-08-05 1997-08-17 1997-08-19 1997-08-31'),
      ],
      [
        'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
        '2007-01-15',
        '2009-12-31',
        yearly('2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30'),
      ],
      [
        'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
        '1997-01-01',
        '2009-12-31',
        yearly(
          '1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18 2003-01-01 2003-04-10 2003-07-19 2006-01-01',
        ),
      ],
      [
        'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
        '1997-05-12',
        '1999-12-31',
        yearly('1997-05-12 1998-05-11 1999-05-17'),
      ],
    ] as const) {
      it(`${rule} from ${start}`, () => {
        expect(days(rule, start, start, to)).to.deep.equal(expected);
      });
    }

    it('every day in January for three years, both ways of saying it', () => {
      const january = [1998, 1999, 2000].flatMap((year) =>
        Array.from({ length: 31 }, (_, index) => `${year}-01-${String(index + 1).padStart(2, '0')}`),
      );
      expect(
        days('FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA', '1998-01-01', '1998-01-01', '2000-12-31'),
      ).to.deep.equal(january);
      expect(days('FREQ=DAILY;BYMONTH=1', '1998-01-01', '1998-01-01', '2000-12-31')).to.deep.equal(january);
    });
  });

  describe('expands what groups write', () => {
    for (const [rule, start, to, expected] of [
      ['FREQ=MONTHLY', '2026-01-31', '2026-06-30', ['2026-01-31', '2026-03-31', '2026-05-31']],
      ['FREQ=YEARLY', '2024-02-29', '2032-12-31', ['2024-02-29', '2028-02-29', '2032-02-29']],
      ['FREQ=YEARLY;BYMONTH=2,3', '2024-02-29', '2025-12-31', ['2024-02-29', '2024-03-29', '2025-03-29']],
      [
        'FREQ=MONTHLY;BYDAY=5TH',
        '2026-01-29',
        '2026-12-31',
        yearly('2026-01-29 2026-04-30 2026-07-30 2026-10-29 2026-12-31'),
      ],
      ['FREQ=MONTHLY;BYMONTHDAY=-31', '2026-01-01', '2026-05-31', yearly('2026-01-01 2026-03-01 2026-05-01')],
      ['FREQ=YEARLY;BYDAY=-1SU', '2025-12-28', '2027-12-31', yearly('2025-12-28 2026-12-27 2027-12-26')],
      [
        'FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR',
        '2026-01-01',
        '2026-12-31',
        yearly('2026-02-13 2026-03-13 2026-11-13'),
      ],
      ['FREQ=YEARLY;BYMONTHDAY=1;BYSETPOS=-1', '2026-01-02', '2027-12-31', yearly('2026-12-01 2027-12-01')],
      ['FREQ=YEARLY;BYMONTHDAY=14', '2026-05-14', '2028-12-31', yearly('2026-05-14 2027-05-14 2028-05-14')],
      ['FREQ=YEARLY;BYMONTHDAY=-1', '2024-02-29', '2026-12-31', yearly('2024-02-29 2025-02-28 2026-02-28')],
      [
        'FREQ=YEARLY;BYMONTHDAY=14;BYMONTH=3,5',
        '2026-05-14',
        '2027-12-31',
        yearly('2026-05-14 2027-03-14 2027-05-14'),
      ],
      [
        'FREQ=YEARLY;BYMONTH=9,1;BYDAY=2TU',
        '2026-01-13',
        '2027-01-31',
        yearly('2026-01-13 2026-09-08 2027-01-12'),
      ],
      [
        'FREQ=DAILY;BYDAY=MO,FR;COUNT=3',
        '2026-11-20',
        '2027-12-31',
        yearly('2026-11-20 2026-11-23 2026-11-27'),
      ],
      [
        'FREQ=DAILY;INTERVAL=3;BYMONTHDAY=1',
        '2026-01-01',
        '2026-12-31',
        yearly('2026-01-01 2026-04-01 2026-05-01 2026-09-01 2026-10-01'),
      ],
      [
        'FREQ=WEEKLY;BYMONTH=12;BYDAY=MO',
        '2026-11-30',
        '2026-12-31',
        yearly('2026-12-07 2026-12-14 2026-12-21 2026-12-28'),
      ],
      [
        'FREQ=WEEKLY;BYDAY=TU,MO,TU',
        '2026-11-30',
        '2026-12-08',
        yearly('2026-11-30 2026-12-01 2026-12-07 2026-12-08'),
      ],
      ['FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=-1', '2026-11-30', '2026-12-10', yearly('2026-12-02 2026-12-09')],
      ['FREQ=DAILY;BYDAY=MO;BYSETPOS=1;COUNT=2', '2026-11-30', '2026-12-31', yearly('2026-11-30 2026-12-07')],
      ['FREQ=DAILY;BYDAY=MO;BYSETPOS=2', '2026-11-30', '2026-12-31', []],
      [
        'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU',
        '2026-11-29',
        '2026-12-31',
        yearly('2026-11-29 2026-12-13 2026-12-27'),
      ],
    ] as const) {
      it(`${rule} from ${start}`, () => {
        expect(days(rule, start, start, to)).to.deep.equal(expected);
      });
    }
  });

  describe('counts weeks as ISO 8601 does', () => {
    for (const [rule, start, to, expected] of [
      // Week 1 of 1998 begins in December 1997, and week 52 of 1999 ends in January 2000.
      ['BYWEEKNO=1;BYDAY=MO', '1997-09-02', '2000-12-31', '1997-12-29 1999-01-04 2000-01-03'],
      ['BYWEEKNO=52;BYDAY=SU', '1997-09-02', '2000-12-01', '1997-12-28 1998-12-27 2000-01-02'],
      ['BYWEEKNO=-1;BYDAY=SU', '1997-09-02', '2000-12-01', '1997-12-28 1999-01-03 2000-01-02'],
      ['BYWEEKNO=53;BYDAY=MO', '1997-09-02', '2010-12-31', '1998-12-28 2004-12-27 2009-12-28'],
      ['BYWEEKNO=-53;BYDAY=MO', '1997-09-02', '2010-12-31', '1997-12-29 2003-12-29 2008-12-29'],
      // A week that begins on Sunday has its Thursday, and so its year, elsewhere.
      ['BYWEEKNO=1;BYDAY=MO;WKST=SU', '1997-09-02', '1999-12-31', '1998-01-05 1999-01-04'],
      ['BYWEEKNO=20', '1997-05-14', '1999-12-31', '1997-05-14 1998-05-13 1999-05-19'],
      [
        'BYWEEKNO=1;BYMONTH=12;BYDAY=MO,WE',
        '1997-09-02',
        '2003-12-31',
        '1997-12-29 1997-12-31 2001-12-31 2002-12-30 2003-12-29 2003-12-31',
      ],
      ['BYWEEKNO=5;BYMONTHDAY=29', '1997-09-02', '2000-12-31', '1998-01-29'],
      ['BYWEEKNO=1;BYDAY=MO;BYSETPOS=-1', '1997-09-02', '2000-12-31', '1997-12-29 1999-01-04 2000-01-03'],
      [
        'INTERVAL=2;BYWEEKNO=1;BYDAY=MO',
        '1997-12-29',
        '2003-12-31',
        '1997-12-29 2000-01-03 2001-12-31 2003-12-29',
      ],
    ] as const) {
      it(`${rule} from ${start}`, () => {
        expect(days(`FREQ=YEARLY;${rule}`, start, start, to)).to.deep.equal(yearly(expected));
      });
    }
  });

  describe('counts days of the year from both ends', () => {
    for (const [rule, expected] of [
      ['BYYEARDAY=366', '2000-12-31 2004-12-31'],
      ['BYYEARDAY=-366', '2000-01-01 2004-01-01'],
      ['BYYEARDAY=60', '1998-03-01 1999-03-01 2000-02-29 2001-03-01 2002-03-01 2003-03-01 2004-02-29'],
      ['BYYEARDAY=-1;BYDAY=FR', '1999-12-31 2004-12-31'],
      [
        'BYYEARDAY=1,-1,-365;BYMONTH=12',
        '1997-12-31 1998-12-31 1999-12-31 2000-12-31 2001-12-31 2002-12-31 2003-12-31 2004-12-31',
      ],
      ['BYYEARDAY=1,-365;BYSETPOS=2', '2000-01-02 2004-01-02'],
    ] as const) {
      it(rule, () => {
        expect(days(`FREQ=YEARLY;${rule}`, '1997-09-02', '1997-09-02', '2004-12-31')).to.deep.equal(
          yearly(expected),
        );
      });
    }
  });

  describe('has several starts a day', () => {
    const starts = (rule: string, start: string, to: string) =>
      ruleStarts(parseRule(rule), Date.parse(`${start}Z`), day(start.slice(0, 10)), day(to)).map((wall) =>
        new Date(wall).toISOString().slice(5, 19),
      );
    for (const [rule, start, to, expected] of [
      ['FREQ=DAILY;BYHOUR=18,10', '2026-11-03T10:30', '2026-11-04', '03T10:30 03T18:30 04T10:30 04T18:30'],
      ['FREQ=DAILY;BYHOUR=10,18', '2026-11-03T12:00', '2026-11-04', '03T18:00 04T10:00 04T18:00'],
      ['FREQ=DAILY;BYHOUR=10,18;COUNT=2', '2026-11-03T12:00', '2026-11-30', '03T18:00 04T10:00'],
      [
        'FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0,20,20',
        '2026-11-03T10:00',
        '2026-11-10',
        '03T10:00 03T10:20 10T10:00 10T10:20',
      ],
      [
        'FREQ=MONTHLY;BYDAY=TU;BYHOUR=10,18;BYSETPOS=1,-1',
        '2026-11-03T10:00',
        '2026-11-30',
        '03T10:00 24T18:00',
      ],
      ['FREQ=DAILY;BYHOUR=10,18;BYSETPOS=-1', '2026-11-03T09:00', '2026-11-04', '03T18:00 04T18:00'],
      ['FREQ=DAILY;BYSECOND=30,0;COUNT=3', '2026-11-03T09:00', '2026-11-30', '03T09:00 03T09:00:30 04T09:00'],
      ['FREQ=DAILY;BYMINUTE=59;BYSECOND=60', '2026-11-03T09:00', '2026-11-03', '03T09:59:59'],
    ] as const) {
      it(`${rule} from ${start}`, () => {
        expect(starts(rule, start, to)).to.deep.equal(
          expected.split(' ').map((text) => `11-${text}`.padEnd(14, ':00')),
        );
      });
    }

    it('every twenty minutes from nine to five, the last of RFC 5545 3.8.5.3 that is daily', () => {
      const found = starts(
        'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
        '1997-09-02T09:00',
        '1997-09-03',
      );
      expect(found).to.have.length(48);
      expect(found.slice(0, 4)).to.deep.equal([
        '09-02T09:00:00',
        '09-02T09:20:00',
        '09-02T09:40:00',
        '09-02T10:00:00',
      ]);
      expect(found[23]).to.equal('09-02T16:40:00');
      expect(found[24]).to.equal('09-03T09:00:00');
    });

    it('counts into a far window', () => {
      const rule = parseRule('FREQ=WEEKLY;BYHOUR=10,18;COUNT=2803');
      const found = ruleStarts(rule, Date.parse('2000-01-04T18:00Z'), day('2026-11-01'), day('2027-12-31'));
      expect(found.map((wall) => new Date(wall).toISOString().slice(0, 16))).to.deep.equal([
        '2026-11-03T10:00',
        '2026-11-03T18:00',
        '2026-11-10T10:00',
        '2026-11-10T18:00',
      ]);
    });
  });

  it('leaves out a start that the rule does not produce, and does not count it', () => {
    expect(days('FREQ=WEEKLY;BYDAY=TU;COUNT=2', '2026-11-05')).to.deep.equal(['2026-11-10', '2026-11-17']);
    expect(days('FREQ=MONTHLY;BYDAY=1TU;COUNT=2', '2026-11-05')).to.deep.equal(['2026-12-01', '2027-01-05']);
  });

  it('skips to a window years later and keeps the rhythm', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2000-01-04', '2026-11-01', '2026-11-30')).to.deep.equal([
      '2026-11-03',
      '2026-11-17',
    ]);
    expect(days('FREQ=DAILY;INTERVAL=10', '2000-01-01', '2026-11-01', '2026-11-30')).to.deep.equal([
      '2026-11-10',
      '2026-11-20',
      '2026-11-30',
    ]);
    expect(days('FREQ=YEARLY;INTERVAL=3', '2000-05-05', '2026-01-01', '2029-12-31')).to.deep.equal([
      '2027-05-05',
    ]);
  });

  it('has no days before its start, nor in a window turned round', () => {
    expect(days('FREQ=DAILY', '2026-11-05', '2026-11-01', '2026-11-06')).to.deep.equal([
      '2026-11-05',
      '2026-11-06',
    ]);
    expect(days('FREQ=DAILY', '2026-11-05', '2026-11-09', '2026-11-06')).to.deep.equal([]);
    expect(ruleDays(parseRule('FREQ=DAILY'), 0, Number.NaN, 5)).to.deep.equal([]);
  });

  describe('ends, whatever a feed writes', () => {
    const always: [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const rule of [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9007199254740991',
      'FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31;COUNT=3',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2;COUNT=3',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300',
      'FREQ=YEARLY;BYWEEKNO=20;BYMONTH=12',
      'FREQ=YEARLY;BYYEARDAY=1;BYMONTHDAY=2;COUNT=3',
    ]) {
      it(`${rule} never takes place`, () => {
        expect(ruleDays(parseRule(rule), day('2000-01-03'), ...always)).to.deep.equal([]);
        expect(
          ruleDays(parseRule(rule), day('2000-01-03'), day('2026-01-01'), day('2026-12-31')),
        ).to.deep.equal([]);
      });
    }

    it('an endless rule asked for endlessly stops', () => {
      expect(ruleDays(parseRule('FREQ=DAILY'), 0, ...always)).to.have.length.below(200_000);
      expect(ruleDays(parseRule('FREQ=DAILY'), LAST_DAY - 2, ...always)).to.deep.equal([
        LAST_DAY - 2,
        LAST_DAY - 1,
        LAST_DAY,
      ]);
    });

    it('sixty starts a minute, asked for endlessly or picked from, stop', () => {
      const all = (most: number) => Array.from({ length: most }, (_, index) => index).join();
      const often = `BYHOUR=${all(24)};BYMINUTE=${all(60)};BYSECOND=${all(60)}`;
      for (const rest of ['', ';BYSETPOS=-1', ';COUNT=9007199254740991']) {
        expect(
          ruleStarts(parseRule(`FREQ=YEARLY;BYMONTH=1;BYDAY=MO;${often}${rest}`), 0, ...always),
        ).to.have.length.below(200_000);
      }
    });

    for (const frequency of ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']) {
      it(`${frequency} with the largest numbers`, () => {
        const huge = Number.MAX_SAFE_INTEGER;
        expect(days(`FREQ=${frequency};INTERVAL=${huge}`, '2026-11-05')).to.deep.equal(['2026-11-05']);
        expect(days(`FREQ=${frequency};INTERVAL=${huge};COUNT=${huge}`, '2026-11-05')).to.deep.equal([
          '2026-11-05',
        ]);
        expect(
          days(`FREQ=${frequency};COUNT=${huge}`, '2026-11-05', '2027-11-05', '2027-11-05'),
        ).to.have.length.below(2);
      });
    }
  });

  it('counts arithmetically into a far window', () => {
    const count = 1402;
    const last = '2026-11-10';
    expect(days(`FREQ=WEEKLY;COUNT=${count}`, '2000-01-04', '2026-11-01', '2027-01-01')).to.deep.equal([
      '2026-11-03',
      last,
    ]);
    expect(days('FREQ=DAILY;COUNT=9811', '2000-01-01', '2026-11-09', '2027-01-01')).to.deep.equal([
      '2026-11-09',
      last,
    ]);
  });

  describe('has no starts for a rule made by hand', () => {
    for (const [why, rule] of [
      ['by the hour', { frequency: 'HOURLY' }],
      ['by nothing', {}],
      ['weekly on a day of the month', { frequency: 'WEEKLY', byMonthDay: [13] }],
      ['weekly on the first Thursday', { frequency: 'WEEKLY', byDay: [{ weekday: 'TH', nth: 1 }] }],
      ['daily on the first Thursday', { frequency: 'DAILY', byDay: [{ weekday: 'TH', nth: 1 }] }],
      ['monthly in week 45', { frequency: 'MONTHLY', byWeekNo: [45] }],
      ['weekly on day 309 of the year', { frequency: 'WEEKLY', byYearDay: [309] }],
      [
        'on the first Thursday of week 45',
        { frequency: 'YEARLY', byWeekNo: [45], byDay: [{ weekday: 'TH', nth: 1 }] },
      ],
      ['every 0 days', { frequency: 'DAILY', interval: 0 }],
      ['every NaN days', { frequency: 'DAILY', interval: Number.NaN }],
      ['on no weekday', { frequency: 'WEEKLY', byDay: [] }],
      ['on a weekday that is none', { frequency: 'WEEKLY', byDay: [{ weekday: 'XX' }] }],
      ['in no month', { frequency: 'DAILY', byMonth: [] }],
      ['in month 13', { frequency: 'DAILY', byMonth: [13] }],
      ['on day 0', { frequency: 'MONTHLY', byMonthDay: [0] }],
      ['at no hour', { frequency: 'DAILY', byHour: [] }],
      ['at no place', { frequency: 'DAILY', bySetPos: [0] }],
    ] as const) {
      it(why, () => {
        const made = rule as unknown as Rule;
        expect(days(made, '2026-11-05', '2026-11-05', '2027-01-01')).to.deep.equal([]);
        expect(() => checkRule(made)).to.throw(RuleError);
      });
    }
  });
});

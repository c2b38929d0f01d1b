import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  checkRule,
  formatRule,
  parseRule,
  type Rule,
  RuleError,
  WEEKDAYS,
} from '../../../src/domain/recurrence/rule.js';

describe('parseRule', () => {
  for (const [text, rule] of [
    ['FREQ=DAILY', { frequency: 'DAILY' }],
    ['RRULE:FREQ=WEEKLY;BYDAY=TU', { frequency: 'WEEKLY', byDay: [{ weekday: 'TU' }] }],
    [
      '  rrule:freq=weekly;byday=tu,th;interval=2;wkst=su; ',
      {
        frequency: 'WEEKLY',
        byDay: [{ weekday: 'TU' }, { weekday: 'TH' }],
        interval: 2,
        weekStart: 'SU',
      },
    ],
    [
      'FREQ=MONTHLY;BYDAY=1TU,-1FR,+3WE',
      {
        frequency: 'MONTHLY',
        byDay: [
          { weekday: 'TU', nth: 1 },
          { weekday: 'FR', nth: -1 },
          { weekday: 'WE', nth: 3 },
        ],
      },
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=1,-1;COUNT=10', { frequency: 'MONTHLY', byMonthDay: [1, -1], count: 10 }],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
      {
        frequency: 'MONTHLY',
        byDay: [{ weekday: 'MO' }, { weekday: 'TU' }],
        bySetPos: [-1],
      },
    ],
    ['BYMONTH=3;FREQ=YEARLY', { frequency: 'YEARLY', byMonth: [3] }],
    ['FREQ=YEARLY;BYDAY=20MO', { frequency: 'YEARLY', byDay: [{ weekday: 'MO', nth: 20 }] }],
    ['FREQ=YEARLY;BYWEEKNO=20,-1', { frequency: 'YEARLY', byWeekNo: [20, -1] }],
    ['FREQ=YEARLY;BYYEARDAY=1,-366', { frequency: 'YEARLY', byYearDay: [1, -366] }],
    [
      'FREQ=DAILY;BYHOUR=0,23;BYMINUTE=0;BYSECOND=0,60',
      { frequency: 'DAILY', byHour: [0, 23], byMinute: [0], bySecond: [0, 60] },
    ],
    ['FREQ=DAILY;BYHOUR=9;BYSETPOS=1', { frequency: 'DAILY', byHour: [9], bySetPos: [1] }],
    ['RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT', { frequency: 'DAILY' }],
    ['FREQ=DAILY;UNTIL=20261231T183059', { frequency: 'DAILY', until: '2026-12-31T18:30:59' }],
    ['FREQ=DAILY;UNTIL=20261231', { frequency: 'DAILY', until: '2026-12-31' }],
    ['FREQ=DAILY;UNTIL=20261231T183000', { frequency: 'DAILY', until: '2026-12-31T18:30' }],
    ['FREQ=DAILY;UNTIL=20261231T235959Z', { frequency: 'DAILY', until: '2026-12-31T23:59:59Z' }],
    ['FREQ=DAILY;UNTIL=2026-12-31', { frequency: 'DAILY', until: '2026-12-31' }],
    ['FREQ=DAILY;COUNT=9007199254740991', { frequency: 'DAILY', count: 9007199254740991 }],
    [
      'FREQ = WEEKLY ; BYDAY = MO , WE',
      { frequency: 'WEEKLY', byDay: [{ weekday: 'MO' }, { weekday: 'WE' }] },
    ],
  ] as const) {
    it(`reads ${text}`, () => {
      expect(parseRule(text)).to.deep.equal(rule);
    });
  }

  describe('refuses in words', () => {
    for (const [text, words] of [
      ['', 'is no part of a rule'],
      ['every Tuesday', 'is no part of a rule'],
      ['FREQ', 'is no part of a rule'],
      ['FREQ=', 'is no part of a rule'],
      ['FREQ=WEEKLY;;BYDAY=TU', 'is no part of a rule'],
      ['BYDAY=TU', 'FREQ is missing'],
      ['FREQ=HOURLY', 'write DAILY, WEEKLY, MONTHLY or YEARLY'],
      ['FREQ=MINUTELY', 'write DAILY, WEEKLY, MONTHLY or YEARLY'],
      ['FREQ=SECONDLY;INTERVAL=1', 'write DAILY, WEEKLY, MONTHLY or YEARLY'],
      ['FREQ=FORTNIGHTLY', 'write DAILY, WEEKLY, MONTHLY or YEARLY'],
      ['FREQ=DAILY;BYHOUR=24', 'BYHOUR cannot be 24: it runs from 0 to 23.'],
      ['FREQ=DAILY;BYHOUR=-1', 'BYHOUR cannot be -1: it runs from 0 to 23.'],
      ['FREQ=DAILY;BYMINUTE=60', 'BYMINUTE cannot be 60'],
      ['FREQ=DAILY;BYSECOND=61', 'BYSECOND cannot be 61'],
      ['FREQ=DAILY;BYHOUR=noon', 'is no whole number'],
      ['FREQ=MONTHLY;BYWEEKNO=20', 'BYWEEKNO cannot stand in a monthly rule: it needs FREQ=YEARLY'],
      ['FREQ=WEEKLY;BYWEEKNO=20', 'BYWEEKNO cannot stand in a weekly rule'],
      ['FREQ=DAILY;BYWEEKNO=20', 'BYWEEKNO cannot stand in a daily rule'],
      ['FREQ=YEARLY;BYWEEKNO=54', 'BYWEEKNO cannot be 54: it runs from 1 to 53, or from -1 to -53.'],
      ['FREQ=YEARLY;BYWEEKNO=0', 'BYWEEKNO cannot be 0'],
      ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'FREQ=YEARLY without BYWEEKNO (RFC 5545 3.3.10).'],
      ['FREQ=MONTHLY;BYYEARDAY=100', 'BYYEARDAY cannot stand in a monthly rule: it needs FREQ=YEARLY'],
      ['FREQ=WEEKLY;BYYEARDAY=100', 'BYYEARDAY cannot stand in a weekly rule'],
      ['FREQ=DAILY;BYYEARDAY=100', 'BYYEARDAY cannot stand in a daily rule'],
      ['FREQ=YEARLY;BYYEARDAY=-367', 'BYYEARDAY cannot be -367'],
      ['RSCALE=CHINESE;FREQ=YEARLY', 'only the Gregorian calendar'],
      ['FREQ=YEARLY;SKIP=FORWARD', 'only the Gregorian calendar'],
      ['FREQ=WEEKLY;BYEASTER=1', '"BYEASTER" is unknown'],
      ['FREQ=WEEKLY;CONSTRUCTOR=1', '"CONSTRUCTOR" is unknown'],
      ['FREQ=WEEKLY;X-NAME=1', '"X-NAME" is unknown'],
      ['FREQ=WEEKLY;FREQ=DAILY', 'given twice'],
      ['FREQ=WEEKLY;INTERVAL=0', 'whole number from 1 on'],
      ['FREQ=WEEKLY;INTERVAL=-2', 'whole number from 1 on'],
      ['FREQ=WEEKLY;INTERVAL=1.5', 'whole number from 1 on'],
      ['FREQ=WEEKLY;INTERVAL=99999999999999999999', 'whole number from 1 on'],
      ['FREQ=WEEKLY;COUNT=0', 'whole number from 1 on'],
      ['FREQ=WEEKLY;COUNT=ten', 'whole number from 1 on'],
      ['FREQ=WEEKLY;COUNT=5;UNTIL=20261231', 'cannot stand together'],
      ['FREQ=WEEKLY;UNTIL=20260230', 'is no date'],
      ['FREQ=WEEKLY;UNTIL=Christmas', 'is no date'],
      ['FREQ=WEEKLY;UNTIL=20261231T', 'is no date'],
      ['FREQ=WEEKLY;BYDAY=TUE', 'is no weekday'],
      ['FREQ=WEEKLY;BYDAY=TU,', 'is no weekday'],
      ['FREQ=WEEKLY;BYDAY=TU TH', 'is no weekday'],
      ['FREQ=WEEKLY;BYDAY=1TU', 'needs FREQ=MONTHLY'],
      ['FREQ=DAILY;BYDAY=-1FR', 'needs FREQ=MONTHLY'],
      ['FREQ=MONTHLY;BYDAY=0TU', 'cannot be 0'],
      ['FREQ=MONTHLY;BYDAY=6TU', 'runs from 1 to 5'],
      ['FREQ=YEARLY;BYMONTH=3;BYDAY=-6TU', 'runs from 1 to 5'],
      ['FREQ=YEARLY;BYDAY=54TU', 'runs from 1 to 53'],
      ['FREQ=WEEKLY;BYMONTHDAY=13', 'BYMONTHDAY cannot stand in a weekly rule'],
      ['FREQ=MONTHLY;BYMONTHDAY=0', 'cannot be 0'],
      ['FREQ=MONTHLY;BYMONTHDAY=32', 'runs from 1 to 31, or from -1 to -31'],
      ['FREQ=MONTHLY;BYMONTHDAY=1st', 'is no whole number'],
      ['FREQ=YEARLY;BYMONTH=13', 'runs from 1 to 12'],
      ['FREQ=YEARLY;BYMONTH=-1', 'runs from 1 to 12'],
      ['FREQ=YEARLY;BYMONTH=5L', 'is no whole number'],
      ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS picks from other parts'],
      ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0', 'cannot be 0'],
      ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367', 'runs from 1 to 366'],
      ['FREQ=WEEKLY;WKST=1', 'is no weekday'],
      ['FREQ=WEEKLY\nEXDATE:20261224', 'write DAILY, WEEKLY, MONTHLY or YEARLY'],
      [`FREQ=WEEKLY;BYDAY=${'MO,'.repeat(5000)}MO`, 'too long'],
    ] as const) {
      it(text.slice(0, 50) || 'nothing', () => {
        const read = () => parseRule(text);
        expect(read).to.throw(RuleError, words);
        expect(read).to.throw(Error).with.property('name', 'RuleError');
        expect(read).to.throw(/[.]$/);
      });
    }
  });

  it('quotes only the beginning of what a hostile feed wrote', () => {
    expect(() => parseRule(`FREQ=${'X'.repeat(1500)}`))
      .to.throw(RuleError)
      .with.property('message')
      .that.has.length.below(200);
  });

  it('never throws anything but a RuleError', () => {
    const words = [
      'FREQ=',
      'WEEKLY',
      'MONTHLY',
      ';',
      'BYDAY=',
      'TU',
      '-1',
      'COUNT=',
      '0',
      '=',
      ',',
      'UNTIL=',
      '2026',
      'RRULE:',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (pieces) => {
        try {
          checkRule(parseRule(pieces.join('')));
        } catch (error) {
          expect(error).to.be.instanceOf(RuleError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('checkRule', () => {
  for (const [why, rule] of [
    ['an unknown frequency', { frequency: 'HOURLY' }],
    ['an interval of 0', { frequency: 'WEEKLY', interval: 0 }],
    ['no interval at all', { frequency: 'WEEKLY', interval: Number.NaN }],
    ['an unknown weekday', { frequency: 'WEEKLY', byDay: [{ weekday: 'XX' }] }],
    ['an unknown week start', { frequency: 'WEEKLY', weekStart: 'XX' }],
    ['empty lists', { frequency: 'WEEKLY', byDay: [] }],
    ['empty months', { frequency: 'WEEKLY', byMonth: [] }],
    ['an UNTIL that is no date', { frequency: 'WEEKLY', until: 'spring' }],
  ] as const) {
    it(`refuses ${why} in a rule that was made by hand`, () => {
      expect(() => checkRule(rule as unknown as Rule)).to.throw(RuleError);
    });
  }
});

describe('formatRule', () => {
  it('writes the parts in one order, seconds included', () => {
    expect(
      formatRule({
        weekStart: 'SU',
        until: '2026-12-31T23:59',
        byDay: [{ weekday: 'TU', nth: -1 }],
        frequency: 'MONTHLY',
      }),
    ).to.equal('FREQ=MONTHLY;UNTIL=20261231T235900;BYDAY=-1TU;WKST=SU');
    expect(formatRule({ frequency: 'DAILY', until: '2026-12-31T23:59:59Z', interval: 1 })).to.equal(
      'FREQ=DAILY;INTERVAL=1;UNTIL=20261231T235959Z',
    );
    expect(formatRule({ frequency: 'DAILY', until: '2026-12-31' })).to.equal('FREQ=DAILY;UNTIL=20261231');
  });

  const weekday = fc.constantFrom(...WEEKDAYS);
  const signed = (most: number) => fc.integer({ min: -most, max: most }).filter((value) => value !== 0);
  const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 5 });
  const end = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) }),
    fc.record({
      until: fc.constantFrom('2026-12-31', '2026-12-31T18:30', '2026-12-31T18:30:59', '2024-02-29T23:59:59Z'),
    }),
    fc.constant({}),
  );
  const anyRule = fc
    .record(
      {
        frequency: fc.constantFrom(
          'YEARLY' as const,
          'MONTHLY' as const,
          'WEEKLY' as const,
          'DAILY' as const,
        ),
        interval: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        byMonth: list(fc.integer({ min: 1, max: 12 })),
        byWeekNo: list(signed(53)),
        byYearDay: list(signed(366)),
        byMonthDay: list(signed(31)),
        byHour: list(fc.nat(23)),
        byMinute: list(fc.nat(59)),
        bySecond: list(fc.nat(60)),
        byDay: list(fc.oneof(fc.record({ weekday }), fc.record({ weekday, nth: signed(5) }))),
        bySetPos: list(signed(366)),
        weekStart: weekday,
      },
      { requiredKeys: ['frequency'] },
    )
    .chain((rule) => end.map((last): Rule => ({ ...rule, ...last })))
    .filter((rule) => {
      try {
        checkRule(rule);
        return true;
      } catch {
        return false;
      }
    });

  it('is read back as the same rule', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(parseRule(formatRule(rule))).to.deep.equal(rule);
        expect(parseRule(`RRULE:${formatRule(rule).toLowerCase()};`)).to.deep.equal(rule);
      }),
      { numRuns: 500 },
    );
  });
});

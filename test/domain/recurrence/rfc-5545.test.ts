import { expect } from '@open-wc/testing';
import { occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { parseRule, RuleError } from '../../../src/domain/recurrence/rule.js';
import { aMeeting, at, between, locals, utc } from './a-meeting.js';

const NEW_YORK = 'America/New_York';
const from = (rule: string, start: string, to = '1999-01-01T00:00', exceptDates: string[] = []) =>
  between(aMeeting({ rule, start, exceptDates, timeZone: NEW_YORK }), start, to);
/** `1997-09: 2 9` as days. */
const spelt = (text: string) =>
  text.split(', ').flatMap((part) => {
    const [month = '', dates = ''] = part.split(': ');
    return dates.split(' ').map((date) => `${month}-${date.padStart(2, '0')}`);
  });
const days = (list: ReturnType<typeof from>) => list.map(({ local }) => local.slice(0, 10));

/** Those of the examples in which the zone, UNTIL or EXDATE counts; the others are in expand.test.ts. */
describe('RFC 5545 3.8.5.3, in New York', () => {
  it('daily until December 24, 1997, through both kinds of time', () => {
    const found = from('FREQ=DAILY;UNTIL=19971224T000000Z', '1997-09-02T09:00');
    expect(found).to.have.length(29 + 31 + 30 + 23);
    expect(found.at(-1)?.local).to.equal('1997-12-23T09:00');
    // "(1997 9:00 AM EDT) September 2-30;October 1-25 (1997 9:00 AM EST) October 26-31;…"
    const sundays = utc(found.filter(({ local }) => /-10-2[56]/.test(local)));
    expect(sundays).to.deep.equal(['1997-10-25T13:00', '1997-10-26T14:00']);
  });

  for (const [rule, start, expected] of [
    [
      'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      '1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
      '1997-09-01',
      '1997-09: 1 3 5 15 17 19 29, 1997-10: 1 3 13 15 17 27 29 31, 1997-11: 10 12 14 24 26 28, 1997-12: 8 10 12 22',
    ],
    [
      'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR',
      '1997-09-05',
      '1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5',
    ],
  ] as const) {
    it(rule, () => {
      expect(days(from(rule, `${start}T09:00`))).to.deep.equal(spelt(expected));
    });
  }

  it('every day in January until 2000', () => {
    const rule = 'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA';
    const found = from(rule, '1998-01-01T09:00', '2001-01-01T00:00');
    expect(found).to.have.length(93);
    expect(found.at(-1)?.local).to.equal('2000-01-31T09:00');
    const same = from('FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', '1998-01-01T09:00', '2001-01-01T00:00');
    expect(locals(same)).to.deep.equal(locals(found));
  });

  it('every Friday the 13th, without its own start', () => {
    const found = from('FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1997-09-02T09:00', '2000-12-31T00:00', [
      '1997-09-02T09:00',
    ]);
    expect(days(found)).to.deep.equal(['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13', '2000-10-13']);
  });

  it('every 20 minutes from 9:00 to 16:40', () => {
    const found = from(
      'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
      '1997-09-02T09:00',
      '1997-09-03T00:00',
    );
    expect(found).to.have.length(24);
    expect(locals(found).slice(0, 4)).to.deep.equal(
      ['09:00', '09:20', '09:40', '10:00'].map((time) => `1997-09-02T${time}`),
    );
    expect(found.at(-1)?.local).to.equal('1997-09-02T16:40');
  });

  it('says of those by the hour and by the minute that they cannot be read', () => {
    for (const rule of [
      'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z',
      'FREQ=MINUTELY;INTERVAL=15;COUNT=6',
      'FREQ=MINUTELY;INTERVAL=90;COUNT=4',
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
    ]) {
      expect(() => parseRule(rule), rule).to.throw(RuleError, 'write DAILY, WEEKLY, MONTHLY or YEARLY');
    }
  });
});

describe('the nights on which the clocks change', () => {
  /** What the clocks show, and what it is in UTC. */
  const night = (timeZone: string, start: string, rule: string, first: string, last: string) =>
    between(aMeeting({ rule, start, timeZone }), first, last).map(
      ({ local, start: instant }) => `${local} ${new Date(instant).toISOString().slice(11, 16)}`,
    );

  it('in Asuncion, where midnight was left out in 2018', () => {
    // The clocks went from 23:59 on 6 October to 01:00 on the 7th.
    expect(
      night(
        'America/Asuncion',
        '2018-10-05T00:30',
        'FREQ=DAILY;COUNT=4',
        '2018-10-05T00:00',
        '2018-10-10T00:00',
      ),
    ).to.deep.equal([
      '2018-10-05T00:30 04:30',
      '2018-10-06T00:30 04:30',
      '2018-10-07T01:30 04:30',
      '2018-10-08T00:30 03:30',
    ]);
    // And from 23:59 on 24 March back to 23:00: the first of the two counts.
    expect(
      night(
        'America/Asuncion',
        '2018-03-23T23:30',
        'FREQ=DAILY;COUNT=3',
        '2018-03-23T00:00',
        '2018-03-27T00:00',
      ),
    ).to.deep.equal(['2018-03-23T23:30 02:30', '2018-03-24T23:30 02:30', '2018-03-25T23:30 03:30']);
  });

  it('in Cairo, where midnight was left out in 2010', () => {
    // The clocks went from 23:59 on 29 April to 01:00 on the 30th.
    expect(
      night('Africa/Cairo', '2010-04-29T00:00', 'FREQ=DAILY;COUNT=3', '2010-04-28T00:00', '2010-05-05T00:00'),
    ).to.deep.equal(['2010-04-29T00:00 22:00', '2010-04-30T01:00 22:00', '2010-05-01T00:00 21:00']);
  });

  it('on Lord Howe, where they change by half an hour', () => {
    // 2:00 on 7 October 2018 was 2:30, and 2:00 on 1 April was 1:30 again.
    expect(
      night(
        'Australia/Lord_Howe',
        '2018-10-06T02:15',
        'FREQ=DAILY;COUNT=3',
        '2018-10-05T00:00',
        '2018-10-10T00:00',
      ),
    ).to.deep.equal(['2018-10-06T02:15 15:45', '2018-10-07T02:45 15:45', '2018-10-08T02:15 15:15']);
    expect(
      night(
        'Australia/Lord_Howe',
        '2018-03-31T01:45',
        'FREQ=DAILY;COUNT=3',
        '2018-03-30T00:00',
        '2018-04-05T00:00',
      ),
    ).to.deep.equal(['2018-03-31T01:45 14:45', '2018-04-01T01:45 14:45', '2018-04-02T01:45 15:15']);
  });

  it('keep the order of several starts a night, and say once what falls together', () => {
    const rule = 'FREQ=DAILY;COUNT=5;BYHOUR=1,2;BYMINUTE=0,30';
    expect(
      night('Europe/London', '2026-03-29T01:00', rule, '2026-03-29T00:00', '2026-03-31T00:00'),
    ).to.deep.equal(['2026-03-29T02:00 01:00', '2026-03-29T02:30 01:30', '2026-03-30T01:00 00:00']);
  });

  it('keep a session its minutes', () => {
    const meeting = aMeeting({
      start: '2026-03-28T23:30',
      durationMinutes: 180,
      rule: 'FREQ=DAILY',
      timeZone: 'Europe/London',
    });
    const [, over] = between(meeting, '2026-03-28T00:00', '2026-03-29T23:45');
    expect(over?.local).to.equal('2026-03-29T23:30');
    const [first] = between(meeting, '2026-03-28T00:00', '2026-03-29T00:00');
    expect((first?.end ?? 0) - (first?.start ?? 0)).to.equal(180 * 60_000);
    expect(new Date(first?.end ?? 0).toISOString()).to.equal('2026-03-29T02:30:00.000Z');
  });

  it('are those of the place, wherever the visitor is', () => {
    const meeting = aMeeting({
      start: '2026-03-28T23:30',
      rule: 'FREQ=DAILY;COUNT=3',
      timeZone: 'Europe/London',
    });
    const window = [at('2026-03-28T00:00'), at('2026-04-02T00:00')] as const;
    const here = occurrences(meeting, ...window, 'Europe/London');
    for (const viewer of ['Pacific/Auckland', 'Asia/Kathmandu', 'America/New_York'])
      expect(occurrences(meeting, ...window, viewer)).to.deep.equal(here);
  });
});

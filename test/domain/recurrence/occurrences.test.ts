import { expect } from '@open-wc/testing';
import { nextOccurrence, occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { aMeeting, at, between, LONDON, locals, said, utc } from './a-meeting.js';

const HOUR = 3_600_000;

describe('occurrences', () => {
  it('say when, by instant and by the clock at the place', () => {
    const meeting = aMeeting({ start: '2026-07-07T18:30', durationMinutes: 90, rule: 'FREQ=WEEKLY' });
    expect(between(meeting, '2026-07-14T00:00', '2026-07-15T00:00')).to.deep.equal([
      {
        meeting,
        start: Date.UTC(2026, 6, 14, 17, 30),
        end: Date.UTC(2026, 6, 14, 19),
        local: '2026-07-14T18:30',
        recurrenceId: '2026-07-14T18:30',
        status: 'scheduled',
      },
    ]);
  });

  it('of a single meeting are one', () => {
    expect(locals(between(aMeeting(), '2026-01-01T00:00', '2028-01-01T00:00'))).to.deep.equal([
      '2026-11-03T18:30',
    ]);
  });

  it('have no end when the feed names none', () => {
    const { durationMinutes: _, ...meeting } = aMeeting();
    const [one] = between(meeting, '2026-11-03T00:00', '2026-11-04T00:00');
    expect(one).to.have.property('local', '2026-11-03T18:30');
    expect(one).not.to.have.property('end');
  });

  it('keep the wall clock across daylight saving', () => {
    const meeting = aMeeting({ start: '2026-10-20T18:30', rule: 'FREQ=WEEKLY;COUNT=2' });
    expect(utc(between(meeting, '2026-10-01T00:00', '2026-12-01T00:00'))).to.deep.equal([
      '2026-10-20T17:30',
      '2026-10-27T18:30',
    ]);
  });

  describe('on the nights when clocks change', () => {
    for (const [timeZone, start, rule, expected] of [
      ['Europe/London', '2026-03-28T01:30', 'FREQ=DAILY;COUNT=3', ['28T01:30', '29T01:30', '30T00:30']],
      ['America/New_York', '2026-03-07T02:30', 'FREQ=DAILY;COUNT=3', ['07T07:30', '08T07:30', '09T06:30']],
      ['America/New_York', '2026-10-31T01:30', 'FREQ=DAILY;COUNT=3', ['31T05:30', '01T05:30', '02T06:30']],
      ['Australia/Lord_Howe', '2026-10-03T02:15', 'FREQ=DAILY;COUNT=3', ['02T15:45', '03T15:45', '04T15:15']],
      ['America/Asuncion', '2022-10-01T00:00', 'FREQ=DAILY;COUNT=3', ['01T04:00', '02T04:00', '03T03:00']],
      ['Africa/Cairo', '2008-04-24T00:30', 'FREQ=DAILY;COUNT=3', ['23T22:30', '24T22:30', '25T21:30']],
      ['Asia/Kathmandu', '2026-03-28T18:30', 'FREQ=DAILY;COUNT=2', ['28T12:45', '29T12:45']],
      ['Pacific/Auckland', '2026-09-26T02:30', 'FREQ=DAILY;COUNT=3', ['25T14:30', '26T14:30', '27T13:30']],
      ['Pacific/Auckland', '2026-04-04T02:30', 'FREQ=DAILY;COUNT=3', ['03T13:30', '04T13:30', '05T14:30']],
    ] as const) {
      it(`${timeZone}, ${start}`, () => {
        const meeting = aMeeting({ timeZone, start, rule });
        const year = Number(start.slice(0, 4));
        const found = between(meeting, `${year}-01-01T00:00`, `${year + 1}-01-01T00:00`);
        expect(utc(found).map((text) => text.slice(8))).to.deep.equal(expected);
      });
    }

    it('a start in the gap is told by its new and its old clock time', () => {
      const meeting = aMeeting({ start: '2026-03-22T01:30', rule: 'FREQ=WEEKLY' });
      const [one] = between(meeting, '2026-03-29T00:00', '2026-03-30T00:00');
      expect(one).to.include({ local: '2026-03-29T02:30', recurrenceId: '2026-03-29T01:30' });
    });

    it('a session lasts its minutes, whatever the clock does meanwhile', () => {
      const meeting = aMeeting({ start: '2026-10-24T23:00', durationMinutes: 180 });
      const [one] = between(meeting, '2026-10-24T00:00', '2026-10-26T00:00');
      expect((one?.end ?? 0) - (one?.start ?? 0)).to.equal(3 * HOUR);
      expect(one?.end).to.equal(at('2026-10-25T01:00') + HOUR);
    });

    it('two starts that fall together in a day left out are one session', () => {
      const meeting = aMeeting({
        timeZone: 'Pacific/Apia',
        start: '2011-12-29T10:00',
        rule: 'FREQ=DAILY;COUNT=3',
      });
      expect(utc(between(meeting, '2011-12-01T00:00', '2012-01-10T00:00'))).to.deep.equal([
        '2011-12-29T20:00',
        '2011-12-30T20:00',
      ]);
    });
  });

  describe('overlap their window', () => {
    const meeting = aMeeting({ start: '2026-11-03T22:30', durationMinutes: 180, rule: 'FREQ=WEEKLY' });
    for (const [from, to, count, why] of [
      ['2026-11-10T22:30', '2026-11-10T22:31', 1, 'starts at its beginning'],
      ['2026-11-10T22:00', '2026-11-10T22:30', 0, 'starts at its end'],
      ['2026-11-11T01:29', '2026-11-11T02:00', 1, 'still on, across midnight'],
      ['2026-11-11T01:30', '2026-11-11T02:00', 0, 'just over'],
      ['2026-11-10T23:00', '2026-11-11T00:00', 1, 'on throughout'],
      ['2026-11-03T22:30', '2026-11-17T22:30', 2, 'two weeks'],
      ['2026-11-10T22:30', '2026-11-10T22:30', 0, 'an empty window'],
      ['2026-11-11T22:30', '2026-11-09T22:30', 0, 'a window turned round'],
    ] as const) {
      it(`${from} to ${to}: ${why}`, () => {
        expect(between(meeting, from, to)).to.have.length(count);
      });
    }

    it('without an end only by their start', () => {
      const { durationMinutes: _, ...open } = meeting;
      expect(between(open, '2026-11-10T22:30', '2026-11-10T22:31')).to.have.length(1);
      expect(between(open, '2026-11-10T22:31', '2026-11-10T23:00')).to.have.length(0);
    });

    it('when a session lasts for days', () => {
      const retreat = aMeeting({
        start: '2026-01-02T18:00',
        durationMinutes: 3 * 1440,
        rule: 'FREQ=MONTHLY;BYDAY=1FR',
      });
      expect(locals(between(retreat, '2026-11-09T12:00', '2026-11-09T13:00'))).to.deep.equal([
        '2026-11-06T18:00',
      ]);
    });

    for (const durationMinutes of [0, -60, Number.NaN, Number.POSITIVE_INFINITY, 1e15]) {
      it(`with ${durationMinutes} minutes read as no end`, () => {
        const odd = aMeeting({ durationMinutes, rule: 'FREQ=WEEKLY' });
        const found = between(odd, '2026-11-10T00:00', '2026-11-11T00:00');
        expect(locals(found)).to.deep.equal(['2026-11-10T18:30']);
        expect(found[0]).not.to.have.property('end');
      });
    }

    for (const [timeZone, start, from, to] of [
      ['America/New_York', '2026-11-03T23:30', '2026-11-11T04:00', '2026-11-11T05:00'],
      ['Pacific/Auckland', '2026-11-03T00:30', '2026-11-09T11:00', '2026-11-09T12:00'],
      ['Pacific/Kiritimati', '2026-11-03T00:30', '2026-11-09T10:00', '2026-11-09T11:00'],
      ['Pacific/Pago_Pago', '2026-11-03T23:30', '2026-11-11T10:00', '2026-11-11T11:00'],
    ] as const) {
      it(`where the day in ${timeZone} is not the day in UTC`, () => {
        const far = aMeeting({ timeZone, start, rule: 'FREQ=WEEKLY' });
        const found = occurrences(far, at(from, 'Etc/UTC'), at(to, 'Etc/UTC'), LONDON);
        expect(locals(found)).to.deep.equal([start.replace('11-03', '11-10')]);
      });
    }

    it('and a window without bounds is no trap', () => {
      const always = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
      expect(occurrences(aMeeting(), ...always, LONDON)).to.have.length(1);
      expect(occurrences(aMeeting({ rule: 'FREQ=DAILY;COUNT=400' }), ...always, LONDON)).to.have.length(400);
      expect(occurrences(aMeeting({ rule: 'FREQ=DAILY' }), Number.NaN, Number.NaN, LONDON)).to.deep.equal([]);
    });
  });

  describe('end with UNTIL', () => {
    for (const [until, last, why] of [
      ['20261117', '2026-11-17', 'a day, included'],
      ['20261116', '2026-11-10', 'the day before'],
      ['20261117T183000', '2026-11-17', 'the local start itself'],
      ['20261117T182900', '2026-11-10', 'a minute short'],
      ['20261117T183000Z', '2026-11-17', 'the start in UTC'],
      ['20261117T182959Z', '2026-11-10', 'a second short in UTC'],
      ['20261117T235959Z', '2026-11-17', 'the end of the day in UTC'],
    ] as const) {
      it(`${until}: ${why}`, () => {
        const found = between(
          aMeeting({ rule: `FREQ=WEEKLY;UNTIL=${until}` }),
          '2026-11-01T00:00',
          '2027-11-01T00:00',
        );
        expect(found.at(-1)?.recurrenceId).to.equal(`${last}T18:30`);
      });
    }

    it('in UTC, read in the zone of the meeting', () => {
      // 18:30 on 30 June in New York is 22:30 in UTC; in Auckland it is 06:30.
      const rule = 'FREQ=DAILY;UNTIL=20260630T120000Z';
      const start = '2026-06-28T18:30';
      const last = (timeZone: string) =>
        between(aMeeting({ timeZone, start, rule }), '2026-06-01T00:00', '2026-08-01T00:00').at(-1)?.local;
      expect(last('America/New_York')).to.equal('2026-06-29T18:30');
      expect(last('Pacific/Auckland')).to.equal('2026-06-30T18:30');
    });

    it('in UTC within the hour that happens twice', () => {
      const until = (text: string) =>
        locals(
          between(
            aMeeting({ start: '2026-10-24T01:30', rule: `FREQ=DAILY;UNTIL=${text}` }),
            '2026-10-01T00:00',
            '2026-11-01T00:00',
          ),
        ).at(-1);
      expect(until('20261025T002959Z')).to.equal('2026-10-24T01:30');
      expect(until('20261025T003000Z')).to.equal('2026-10-25T01:30');
      expect(until('20261025T011000Z')).to.equal('2026-10-25T01:30');
    });

    it('in UTC, when clocks go back over midnight', () => {
      // St John's: at 00:01 on 7 November 2010 it was 23:01 on the 6th again. 00:00 came before the second 23:30.
      const meeting = (until: string) =>
        aMeeting({
          timeZone: 'America/St_Johns',
          start: '2010-11-05T00:00',
          rule: `FREQ=DAILY;UNTIL=${until}`,
        });
      const last = (until: string) =>
        locals(between(meeting(until), '2010-11-01T00:00', '2010-12-01T00:00')).at(-1);
      expect(last('20101107T030000Z')).to.equal('2010-11-07T00:00');
      expect(last('20101107T022959Z')).to.equal('2010-11-06T00:00');
    });

    it('before the start: never', () => {
      expect(
        between(aMeeting({ rule: 'FREQ=WEEKLY;UNTIL=20250101' }), '2020-01-01T00:00', '2030-01-01T00:00'),
      ).to.deep.equal([]);
    });
  });

  describe('in whose zone', () => {
    const floating = (timeZone?: string) => {
      const { timeZone: _, ...meeting } = aMeeting();
      return timeZone === undefined ? meeting : { ...meeting, timeZone };
    };
    const ofViewer = (timeZone: string | undefined, viewer: string) =>
      utc(occurrences(floating(timeZone), Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 8), viewer));

    it("floating: the viewer's", () => {
      expect(ofViewer(undefined, 'Asia/Kathmandu')).to.deep.equal(['2026-11-03T12:45']);
      expect(ofViewer(undefined, 'America/New_York')).to.deep.equal(['2026-11-03T23:30']);
    });

    it('an unknown zone: floating', () => {
      expect(ofViewer('Customized Time Zone', 'Asia/Kathmandu')).to.deep.equal(['2026-11-03T12:45']);
      expect(ofViewer('', 'Asia/Kathmandu')).to.deep.equal(['2026-11-03T12:45']);
    });

    it('known: its own, whoever looks', () => {
      expect(ofViewer('Europe/London', 'Asia/Kathmandu')).to.deep.equal(['2026-11-03T18:30']);
    });

    it('neither known: UTC', () => {
      expect(ofViewer(undefined, 'Nowhere')).to.deep.equal(['2026-11-03T18:30']);
    });
  });

  it('of a meeting without a readable start are none', () => {
    const { start: _, ...untimed } = aMeeting({ rule: 'FREQ=WEEKLY' });
    expect(occurrences(untimed, 0, 4e12, LONDON)).to.deep.equal([]);
    for (const start of [
      '',
      'Tuesdays',
      '2026-11-03',
      '2026-02-30T18:30',
      '2026-11-03T25:00',
      '2026-11-03T18:30Z',
    ]) {
      expect(occurrences(aMeeting({ start, rule: 'FREQ=WEEKLY' }), 0, 4e12, LONDON), start).to.deep.equal([]);
      expect(nextOccurrence(aMeeting({ start }), 0, LONDON), start).to.equal(undefined);
    }
  });

  it('take no day from an anchor that is not of the rule', () => {
    const meeting = aMeeting({ start: '2026-11-02T18:30', rule: 'FREQ=WEEKLY;BYDAY=TU' });
    expect(locals(between(meeting, '2026-11-01T00:00', '2026-11-12T00:00'))).to.deep.equal([
      '2026-11-03T18:30',
      '2026-11-10T18:30',
    ]);
  });
});

describe('nextOccurrence', () => {
  const weekly = aMeeting({ start: '2000-01-04T18:30', rule: 'FREQ=WEEKLY;BYDAY=TU' });
  const next = (meeting: Parameters<typeof nextOccurrence>[0], now: string, days?: number) =>
    nextOccurrence(meeting, at(now), LONDON, days)?.local;

  it('is the coming one, or the one that is on', () => {
    expect(next(weekly, '2026-11-21T12:00')).to.equal('2026-11-24T18:30');
    expect(next(weekly, '2026-11-24T18:30')).to.equal('2026-11-24T18:30');
    expect(next(weekly, '2026-11-24T19:29')).to.equal('2026-11-24T18:30');
    expect(next(weekly, '2026-11-24T19:30')).to.equal('2026-12-01T18:30');
  });

  it('without a known end counts as on for an hour', () => {
    const { durationMinutes: _, ...open } = weekly;
    expect(next(open, '2026-11-24T19:29')).to.equal('2026-11-24T18:30');
    expect(next(open, '2026-11-24T19:30')).to.equal('2026-12-01T18:30');
  });

  it('keeps one that began yesterday and is on still', () => {
    const late = aMeeting({ start: '2000-01-04T23:00', durationMinutes: 300, rule: 'FREQ=WEEKLY;BYDAY=TU' });
    expect(next(late, '2026-11-25T03:59')).to.equal('2026-11-24T23:00');
    expect(next(late, '2026-11-25T04:00')).to.equal('2026-12-01T23:00');
  });

  it('passes over the cancelled', () => {
    const meeting = aMeeting({
      start: '2000-01-04T18:30',
      rule: 'FREQ=WEEKLY;BYDAY=TU',
      exceptDates: ['2026-11-24'],
      changes: [{ recurrenceId: '2026-12-01T18:30', status: 'cancelled' }],
    });
    expect(next(meeting, '2026-11-21T12:00')).to.equal('2026-12-08T18:30');
  });

  it('finds a monthly and a yearly one', () => {
    expect(next(aMeeting({ rule: 'FREQ=MONTHLY;BYDAY=1TU' }), '2026-11-04T00:00')).to.equal(
      '2026-12-01T18:30',
    );
    expect(next(aMeeting({ rule: 'FREQ=YEARLY' }), '2026-11-04T00:00')).to.equal('2027-11-03T18:30');
  });

  it('looks as far as the horizon, no further', () => {
    const meeting = aMeeting({ start: '2026-12-21T18:30' });
    expect(next(meeting, '2026-11-21T18:30', 30)).to.equal(undefined);
    expect(next(meeting, '2026-11-21T18:31', 30)).to.equal('2026-12-21T18:30');
    expect(next(aMeeting({ start: '2028-01-01T10:00' }), '2026-11-21T12:00')).to.equal(undefined);
    expect(next(meeting, '2026-12-20T18:31', 1)).to.equal('2026-12-21T18:30');
    expect(next(meeting, '2026-12-20T18:29', 1)).to.equal(undefined);
  });

  it('is none when all is over', () => {
    expect(next(aMeeting(), '2026-11-04T00:00')).to.equal(undefined);
    expect(next(aMeeting({ rule: 'FREQ=WEEKLY;COUNT=3' }), '2026-12-01T00:00')).to.equal(undefined);
    expect(
      said(between(aMeeting({ rule: 'FREQ=WEEKLY;COUNT=3' }), '2026-11-01T00:00', '2027-01-01T00:00')),
    ).to.have.length(3);
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { ics } from '../../../src/backend/adapters/ics.js';
import { type DiaryEntry, single, writeCalendar } from '../../../src/domain/icalendar/write.js';
import { zoneLines } from '../../../src/domain/icalendar/write-zone.js';
import type { Meeting } from '../../../src/domain/meeting.js';
import { occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { zoneNamed } from '../../../src/domain/recurrence/zone.js';
import { aMeeting, at, said } from '../recurrence/a-meeting.js';

const STAMP = Date.UTC(2026, 10, 21, 9);
const FROM = Date.UTC(2026, 10, 1);
const TO = Date.UTC(2027, 10, 1);

const write = (meeting: Meeting, more: Partial<DiaryEntry> = {}): string =>
  writeCalendar([{ uid: 'calm@example.org', title: 'Calm', meeting, ...more }], { stamp: STAMP });
const linesOf = (text: string): string[] => text.replace(/\r\n[ ]/g, '').split('\r\n');

/** What ical.js says takes place: instants with their length, in the zones as the file itself defines them. */
function byOracle(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as string);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const components = calendar.getAllSubcomponents('vevent');
  const events = components.map((component) => new ICAL.Event(component));
  const masters = events.filter((event) => !event.isRecurrenceException());
  const found: string[] = [];
  for (const master of masters) {
    for (const event of events)
      if (event.isRecurrenceException() && event.uid === master.uid) master.relateException(event);
    const add = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => {
      const begin = start.toUnixTime() * 1000;
      if (item.component.getFirstPropertyValue('status') === 'CANCELLED' || begin < FROM || begin >= TO)
        return;
      found.push(
        `${new Date(begin).toISOString().slice(0, 16)} ${(end.toUnixTime() - start.toUnixTime()) / 60} ${item.location ?? ''}`,
      );
    };
    if (!master.isRecurring()) {
      add(master, master.startDate, master.endDate);
      continue;
    }
    const iterator = master.iterator();
    for (let next = iterator.next(), steps = 0; next && steps < 3000; next = iterator.next(), steps++) {
      if (next.toUnixTime() * 1000 > TO + 90 * 86_400_000) break;
      const { item, startDate, endDate } = master.getOccurrenceDetails(next);
      add(item, startDate, endDate);
    }
  }
  return found.sort();
}

function byUs(meeting: Meeting): string[] {
  return occurrences(meeting, FROM, TO, 'UTC')
    .filter(({ status, start }) => status !== 'cancelled' && start >= FROM)
    .map(({ start, end, change }) => {
      const place = change?.venue?.address ?? meeting.venue?.address ?? '';
      return `${new Date(start).toISOString().slice(0, 16)} ${((end ?? start) - start) / 60_000} ${place}`;
    })
    .sort();
}

async function readBack(text: string): Promise<Meeting> {
  const { directory, leftOut } = await ics.read({ text }, { today: '2026-11-01', pause: async () => {} });
  expect(leftOut).to.deep.equal([]);
  const [meeting, ...others] = directory.groups.flatMap(({ meetings }) => meetings);
  expect(others).to.deep.equal([]);
  if (!meeting) throw new Error('nothing came back');
  return meeting;
}
const states = (meeting: Meeting) => said(occurrences(meeting, FROM, TO, 'Europe/London'));

const hall = { venue: { address: 'Hall, 1 High Street' } };

const MEETINGS: Readonly<Record<string, Meeting>> = {
  'one evening': aMeeting(hall),
  'one that was called off': aMeeting({ exceptDates: ['2026-11-03T18:30'] }),
  'a weekly one through both changes of the clocks': aMeeting({ rule: 'FREQ=WEEKLY', ...hall }),
  'one across midnight, without an end': aMeeting({ start: '2026-11-03T23:30', rule: 'FREQ=WEEKLY' }),
  'one until a day': aMeeting({ rule: 'FREQ=WEEKLY;UNTIL=20270330' }),
  'one until a local time': aMeeting({ rule: 'FREQ=WEEKLY;UNTIL=20270330T183000' }),
  'one until an instant': aMeeting({ rule: 'FREQ=WEEKLY;UNTIL=20270330T173000Z' }),
  'the last Friday of each month, ten times': aMeeting({
    start: '2026-11-27T10:00',
    rule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=10',
  }),
  'one with exceptions by start and by day': aMeeting({
    rule: 'FREQ=WEEKLY',
    exceptDates: ['2026-12-22T18:30', '2026-12-29', '2026-12-15T18:30:00Z'],
  }),
  'one with further dates': aMeeting({
    rule: 'FREQ=MONTHLY',
    extraDates: ['2026-11-19T12:00', '2026-12-24'],
  }),
  'one with sessions moved, changed and cancelled': aMeeting({
    rule: 'FREQ=WEEKLY',
    ...hall,
    changes: [
      { recurrenceId: '2026-11-10T18:30', status: 'moved', start: '2026-11-12T19:00', durationMinutes: 90 },
      { recurrenceId: '2026-11-17', status: 'changed', venue: { address: 'Library' } },
      { recurrenceId: '2026-11-24T18:30', status: 'cancelled', note: 'Snow' },
      { recurrenceId: '2026-12-01T18:30', status: 'moved' },
    ],
  }),
  'one in New York': aMeeting({ timeZone: 'America/New_York', rule: 'FREQ=WEEKLY' }),
  'one in Lord Howe': aMeeting({ timeZone: 'Australia/Lord_Howe', rule: 'FREQ=WEEKLY' }),
  'one in Kathmandu': aMeeting({ timeZone: 'Asia/Kathmandu', rule: 'FREQ=WEEKLY' }),
  'one in UTC': aMeeting({ timeZone: 'UTC', rule: 'FREQ=WEEKLY' }),
};

describe('what is written for a diary', () => {
  for (const [name, meeting] of Object.entries(MEETINGS)) {
    it(`says the same to another reader: ${name}`, () => {
      expect(byOracle(write(meeting))).to.deep.equal(byUs(meeting));
    });

    it(`comes back as it was: ${name}`, async () => {
      expect(states(await readBack(write(meeting)))).to.deep.equal(states(meeting));
    });
  }

  it('names itself the same each time, and counts its versions', () => {
    const lines = linesOf(write(aMeeting(), { sequence: 3, cancelled: true }));
    expect(lines).to.include.members([
      'UID:calm@example.org',
      'DTSTAMP:20261121T090000Z',
      'SEQUENCE:3',
      'STATUS:CANCELLED',
      'DTSTART;TZID=Europe/London:20261103T183000',
      'DTEND;TZID=Europe/London:20261103T193000',
    ]);
    expect(write(aMeeting())).to.equal(write(aMeeting()));
  });

  it('tells the place or the room, and escapes what people wrote', () => {
    const inRoom = aMeeting({
      venue: {
        name: 'Hall',
        address: 'Hall, 1 Street; back door',
        position: { latitude: 53.8, longitude: -1.5 },
      },
    });
    expect(
      linesOf(write(inRoom, { title: 'A, b; c\\d\ne', url: 'https://example.org/a,b', description: 'Hi' })),
    ).to.include.members([
      'SUMMARY:A\\, b\\; c\\\\d\\ne',
      'LOCATION:Hall\\, Hall\\, 1 Street\\; back door',
      'GEO:53.8;-1.5',
      'URL:https://example.org/a,b',
      'DESCRIPTION:Hi',
    ]);
    const online = linesOf(
      write(aMeeting({ attendance: 'online', joinUrl: 'https://zoom.us/j/1', joinNote: 'Passcode: calm' })),
    );
    expect(online).to.include.members([
      'LOCATION:https://zoom.us/j/1',
      'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://zoom.us/j/1',
      'DESCRIPTION:Passcode: calm',
    ]);
    const url = 'https://example.org/\r\nBEGIN:VALARM';
    expect(write(aMeeting(), { url })).not.to.contain('\nBEGIN:VALARM');
  });

  it('ends a series in UTC, as its start has a zone', () => {
    const until = (rule: string) => /UNTIL=\w+/.exec(write(aMeeting({ rule })))?.[0];
    expect(until('FREQ=WEEKLY;UNTIL=20270330')).to.equal('UNTIL=20270330T225900Z');
    expect(until('FREQ=WEEKLY;UNTIL=20270330T183000')).to.equal('UNTIL=20270330T173000Z');
    expect(until('FREQ=WEEKLY;UNTIL=20270330T173000Z')).to.equal('UNTIL=20270330T173000Z');
  });

  it('floats where the meeting does', () => {
    const { timeZone: _, ...floating } = aMeeting({ rule: 'FREQ=WEEKLY;UNTIL=20270101' });
    expect(linesOf(write(floating))).to.include.members([
      'DTSTART:20261103T183000',
      'RRULE:FREQ=WEEKLY;UNTIL=20270101T235900',
    ]);
    expect(write(floating)).not.to.contain('VTIMEZONE');
  });

  it('keeps a change for all later sessions as one', () => {
    const meeting = aMeeting({
      rule: 'FREQ=WEEKLY',
      changes: [
        {
          recurrenceId: '2026-12-01T18:30',
          range: 'this-and-future',
          status: 'moved',
          start: '2026-12-01T19:00',
        },
      ],
    });
    expect(linesOf(write(meeting))).to.include(
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261201T183000',
    );
  });

  it('leaves out what has no start, and is a whole calendar with a name', () => {
    const { start: _, ...someday } = aMeeting({ text: 'Some Tuesdays' });
    const text = writeCalendar([{ uid: '1', title: 'Calm', meeting: someday }], {
      stamp: STAMP,
      name: 'Groups',
    });
    expect(text)
      .to.match(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
      .and.match(/END:VCALENDAR\r\n$/);
    expect(text).to.contain('X-WR-CALNAME:Groups');
    expect(text).not.to.contain('VEVENT');
  });

  it('may be one evening of a series', () => {
    const meeting = aMeeting({
      rule: 'FREQ=WEEKLY',
      changes: [
        {
          recurrenceId: '2026-11-10T18:30',
          status: 'moved',
          start: '2026-11-12T19:00',
          venue: { address: 'Library' },
        },
      ],
    });
    const [, moved] = occurrences(meeting, FROM, TO, 'UTC');
    if (!moved) throw new Error('no evening');
    const text = write(single(moved));
    expect(byOracle(text)).to.deep.equal(['2026-11-12T19:00 60 Library']);
    expect(text.slice(text.indexOf('BEGIN:VEVENT'))).not.to.contain('RRULE');
  });

  it('may be an evening that an online group meets in a room for once', () => {
    const meeting = aMeeting({
      rule: 'FREQ=WEEKLY',
      attendance: 'online',
      joinUrl: 'https://zoom.us/j/1',
      changes: [{ recurrenceId: '2026-11-10T18:30', status: 'changed', venue: { address: 'Library' } }],
    });
    const [first, changed] = occurrences(meeting, FROM, TO, 'UTC');
    if (!first || !changed) throw new Error('no evening');
    expect(linesOf(write(single(first)))).to.include('LOCATION:https://zoom.us/j/1');
    expect(linesOf(write(single(changed)))).to.include('LOCATION:Library');
  });

  it('says one thing of a session, also where the listing says several', () => {
    const meeting = aMeeting({
      rule: 'FREQ=WEEKLY;COUNT=5',
      exceptDates: ['2026-11-24'],
      changes: [
        { recurrenceId: '2026-11-10T18:30', status: 'cancelled' },
        { recurrenceId: '2026-11-10T18:30', status: 'moved', start: '2026-11-11T18:30' },
        { recurrenceId: '2026-11-10', status: 'cancelled' },
        { recurrenceId: '2026-11-24T18:30', status: 'moved', start: '2026-11-25T18:30' },
      ],
    });
    const text = write(meeting);
    expect(text.match(/RECURRENCE-ID/g)).to.have.length(1);
    expect(byOracle(text)).to.deep.equal(byUs(meeting));
  });

  it('tells no position that is only about right', () => {
    const venue = { locality: 'Leeds', position: { latitude: 53.8, longitude: -1.5 } };
    expect(write(aMeeting({ venue }))).to.contain('GEO:');
    expect(write(aMeeting({ venue: { ...venue, approximate: true } }))).not.to.contain('GEO:');
  });

  it('reminds in the largest unit that fits, for another reader too', () => {
    const reminder = (reminderMinutes: number): string => {
      const text = write(aMeeting(), { reminderMinutes, title: 'A, b' });
      const calendar = new ICAL.Component(ICAL.parse(text) as string);
      const [event, ...others] = calendar.getAllSubcomponents('vevent');
      const [alarm, ...more] = event?.getAllSubcomponents('valarm') ?? [];
      expect([...others, ...more]).to.deep.equal([]);
      expect(alarm?.getFirstPropertyValue('action')).to.equal('DISPLAY');
      expect(alarm?.getFirstPropertyValue('description')).to.equal('A, b');
      const trigger = alarm?.getFirstPropertyValue('trigger') as ICAL.Duration;
      expect(trigger.toSeconds()).to.equal(-60 * reminderMinutes);
      return linesOf(text).find((line) => line.startsWith('TRIGGER')) ?? '';
    };
    expect([30, 90, 120, 1440, 2880].map(reminder)).to.deep.equal([
      'TRIGGER:-PT30M',
      'TRIGGER:-PT90M',
      'TRIGGER:-PT2H',
      'TRIGGER:-P1D',
      'TRIGGER:-P2D',
    ]);
    expect(write(aMeeting(), { reminderMinutes: 0 })).not.to.contain('VALARM');
  });

  it('keeps quiet about what is off, and says so in its title', () => {
    const more = { reminderMinutes: 30, cancelledTitle: 'Cancelled: Calm' };
    const off = linesOf(write(aMeeting(), { ...more, cancelled: true }));
    expect(off).to.include('SUMMARY:Cancelled: Calm').and.not.include('BEGIN:VALARM');
    const changes = [{ recurrenceId: '2026-11-10T18:30', status: 'cancelled' as const }];
    const [, usual = '', one = ''] = write(aMeeting({ rule: 'FREQ=WEEKLY', changes }), more).split(
      'BEGIN:VEVENT',
    );
    expect(usual).to.contain('SUMMARY:Calm').and.contain('VALARM');
    expect(one).to.contain('SUMMARY:Cancelled: Calm').and.not.contain('VALARM');
  });

  it('comes back as it was with a reminder in it', async () => {
    const meeting = aMeeting({ rule: 'FREQ=WEEKLY', note: 'x', ...hall });
    const back = await readBack(write(meeting, { reminderMinutes: 30, description: 'Ring at the door' }));
    expect(states(back)).to.deep.equal(states(meeting));
    expect(back.durationMinutes).to.equal(60);
  });

  it('may come from a product that says nothing', () => {
    const text = writeCalendar([{ uid: '1', title: 'Calm', meeting: aMeeting() }], {
      stamp: STAMP,
      product: '-//Diary//EN\r\nX:1',
    });
    expect(linesOf(text)).to.include('PRODID:-//Diary//ENX:1');
  });

  it('comes back as it was: whatever repeats', async () => {
    const rule = fc.oneof(
      fc
        .record({
          interval: fc.integer({ min: 1, max: 4 }),
          day: fc.constantFrom('', ';BYDAY=MO', ';BYDAY=TU,FR'),
        })
        .map(({ interval, day }) => `FREQ=WEEKLY;INTERVAL=${interval}${day}`),
      fc.constantFrom(
        'FREQ=MONTHLY;BYDAY=1TU',
        'FREQ=MONTHLY;BYDAY=-1TU,3FR',
        'FREQ=DAILY;INTERVAL=3',
        'FREQ=YEARLY',
      ),
    );
    const end = fc.constantFrom('', ';COUNT=7', ';UNTIL=20270501', ';UNTIL=20270501T120000Z');
    const zone = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Pacific/Auckland',
      'Asia/Kathmandu',
      'UTC',
    );
    const start = fc
      .integer({ min: 0, max: 60 * 24 * 60 })
      .map((minutes) => new Date(FROM + minutes * 60_000).toISOString().slice(0, 16));
    await fc.assert(
      fc.asyncProperty(
        rule,
        end,
        zone,
        start,
        fc.integer({ min: 1, max: 600 }),
        async (repeats, until, timeZone, begin, durationMinutes) => {
          const meeting = aMeeting({ start: begin, rule: repeats + until, timeZone, durationMinutes });
          if (occurrences(meeting, FROM, TO, 'UTC').length === 0) return;
          const text = write(meeting);
          expect(states(await readBack(text))).to.deep.equal(states(meeting));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a zone for other programs', () => {
  const lines = (name: string): string[] => {
    const zone = zoneNamed(name);
    if (!zone) throw new Error(`${name}?`);
    // The parts of a rule may stand in any order.
    return zoneLines(name, zone, STAMP).map((line) =>
      line.replace(/(?<=^RRULE:).*/, (parts) => parts.split(';').sort().join(';')),
    );
  };

  it('has one STANDARD and one DAYLIGHT, anchored in 1970 and repeated by a rule', () => {
    expect(lines('Europe/London')).to.deep.equal([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'BEGIN:STANDARD',
      'DTSTART:19701025T020000',
      'RRULE:BYDAY=-1SU;BYMONTH=10;FREQ=YEARLY',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0000',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T010000',
      'RRULE:BYDAY=-1SU;BYMONTH=3;FREQ=YEARLY',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]);
    expect(lines('America/New_York')).to.include.members([
      'RRULE:BYDAY=2SU;BYMONTH=3;FREQ=YEARLY',
      'RRULE:BYDAY=1SU;BYMONTH=11;FREQ=YEARLY',
    ]);
    expect(lines('Australia/Lord_Howe')).to.include.members(['TZOFFSETFROM:+1100', 'TZOFFSETTO:+1030']);
  });

  it('has STANDARD alone where clocks never change', () => {
    expect(lines('Asia/Kathmandu').slice(2, -1)).to.deep.equal([
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0545',
      'TZOFFSETTO:+0545',
      'END:STANDARD',
    ]);
  });

  it('has the offsets of the real one all through the coming years, for another reader', () => {
    for (const name of [
      'Europe/London',
      'America/New_York',
      'Australia/Sydney',
      'Pacific/Auckland',
      'Asia/Jerusalem',
      'America/Asuncion',
      'Africa/Casablanca',
    ]) {
      const zone = zoneNamed(name);
      const component = new ICAL.Component(ICAL.parse(lines(name).join('\r\n')) as string);
      const oracle = new ICAL.Timezone({ component, tzid: name });
      for (let day = at('2026-12-01T12:00', 'UTC'); day < Date.UTC(2029, 0, 1); day += 5 * 86_400_000) {
        const offset = zone?.offset(day) ?? Number.NaN;
        const local = ICAL.Time.fromJSDate(new Date(day + offset), true);
        local.zone = oracle;
        expect(local.utcOffset() * 1000, `${name} ${new Date(day).toISOString()}`).to.equal(offset);
      }
    }
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ics, icsAdapter } from '../../../src/backend/adapters/ics.js';
import { loadDirectory } from '../../../src/backend/catalogue.js';
import type { ReadContext } from '../../../src/backend/ports.js';
import { Problem } from '../../../src/backend/problem.js';
import type { Meeting } from '../../../src/domain/meeting.js';
import { occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { parseRule } from '../../../src/domain/recurrence/rule.js';
import { adapterContract } from '../../contracts/adapter-contract.js';
import { stubFetch } from '../../stub-fetch.js';

const context: ReadContext = { today: '2026-11-21', pause: async () => {} };
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const START = 'DTSTART;TZID=Europe/London:20261124T183000';
const weekly = (...lines: string[]): string =>
  event(
    'UID:a',
    START,
    'DTEND;TZID=Europe/London:20261124T200000',
    'RRULE:FREQ=WEEKLY',
    'SUMMARY:Calm',
    ...lines,
  );
const override = (id: string, ...lines: string[]): string =>
  event('UID:a', `RECURRENCE-ID;TZID=Europe/London:${id}`, ...lines);

const read = (text: string, more: Partial<ReadContext> = {}) => ics.read({ text }, { ...context, ...more });
const meetingsOf = async (...parts: string[]): Promise<readonly Meeting[]> =>
  (await read(calendar(...parts))).directory.groups.flatMap(({ meetings }) => meetings);
async function one(parts: readonly string[], more: Partial<ReadContext> = {}) {
  const reading = await read(calendar(...parts), more);
  const group = reading.directory.groups[0];
  const meeting = group?.meetings[0];
  if (!group || !meeting) throw new Error(JSON.stringify(reading));
  return { ...reading, group, meeting };
}
async function whyNot(text: string, more: Partial<ReadContext> = {}): Promise<Problem> {
  try {
    await read(text, more);
  } catch (error) {
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  }
  throw new Error('it was read');
}
/** What the parser of rules says, in its own words. */
function faultOf(rule: string): string {
  try {
    parseRule(rule);
  } catch (error) {
    return String((error as Error).message);
  }
  throw new Error('the rule is good');
}
const said = (meeting: Meeting, weeks = 8): string[] => {
  const from = Date.UTC(2026, 10, 21);
  return occurrences(meeting, from, from + weeks * 7 * 86_400_000, 'Europe/London').map(
    ({ local, status }) => `${local} ${status}`,
  );
};

adapterContract({
  adapter: ics,
  fixture: async () => (await fetch(new URL('../../../fixtures/calendar.ics', import.meta.url))).text(),
  groups: 3,
  empty: calendar(),
  hostile: (text) => {
    const line = text.replace(/[\r\n]+/g, ' ');
    return calendar(
      event(
        `UID:${line}`,
        START,
        `SUMMARY:${line}`,
        `DESCRIPTION:${line}`,
        `LOCATION:${line}`,
        `URL:${line}`,
        `CONFERENCE;VALUE=URI:${line}`,
        `X-GOOGLE-CONFERENCE:${line}`,
        `CATEGORIES:${line}`,
      ),
    );
  },
  leftOut: calendar(event('UID:1', 'SUMMARY:No start'), event('UID:2', START), weekly()),
});

describe('a calendar', () => {
  it('is read as groups that only know their dates', async () => {
    const text = await (await fetch(new URL('../../../fixtures/calendar.ics', import.meta.url))).text();
    const { directory, kept, leftOut, remarks } = await read(text);
    expect([kept, leftOut, remarks]).to.deep.equal([6, [], []]);
    expect(
      directory.groups.map(({ id, name, datesOnly, meetings }) => [id, name, datesOnly, meetings.length]),
    ).to.deep.equal([
      ['calendar-low-mood-tuesday', 'Low mood Tuesday', true, 2],
      ['calendar-family-and-friends-online', 'Family and friends online', true, 1],
      ['calendar-open-day', 'Open day', true, 1],
    ]);
    const [tuesday, friday, families, openDay] = directory.groups.flatMap(({ meetings }) => meetings);
    if (!tuesday || !friday || !families || !openDay) throw new Error('a meeting is missing');
    expect(said(tuesday, 5)).to.deep.equal([
      '2026-11-24T18:30 scheduled',
      '2026-12-03T19:00 moved',
      '2026-12-08T18:30 scheduled',
      '2026-12-15T18:30 scheduled',
      '2026-12-22T18:30 cancelled',
    ]);
    expect(said(families, 4)).to.deep.equal(['2026-12-03T19:00 cancelled', '2026-12-17T19:00 scheduled']);
    expect(said(openDay)).to.deep.equal(['2026-12-12T10:00 cancelled']);
    expect(openDay.changes?.[0]?.note).to.equal('postponed to the spring');
    expect(tuesday.venue).to.deep.equal({
      address: 'Marsh Lane Centre, 14 Marsh Lane, Leeds LS9 8AA, UK',
      locality: 'Leeds',
      postalCode: 'LS9 8AA',
      country: 'GB',
    });
    expect(families).to.include({
      attendance: 'online',
      joinUrl: 'https://zoom.us/j/91234567890?pwd=abc',
      joinNote: 'Meeting ID: 912 3456 7890\nPasscode: calm',
    });
    expect(JSON.stringify(directory)).not.to.match(/guest@|A Guest|calendar@example/);
  });

  it('joins the groups of a list by name, whose facts stay', async () => {
    const sheet =
      'group name,day,time,venue,town,led by,calendar name\nCalm evening,Tuesday,18:30,Old Library,Leeds,lived experience,CALM';
    stubFetch((url) =>
      url.pathname.endsWith('.ics')
        ? new Response(calendar(weekly('EXDATE;VALUE=DATE:20261201')), {
            headers: { 'content-type': 'text/calendar' },
          })
        : new Response(sheet),
    );
    const { directory, hints } = await loadDirectory(
      { addresses: ['/groups.csv', '/calendar.ics'], today: '2026-11-21', timeZone: 'Europe/London' },
      new AbortController().signal,
    );
    expect(hints).to.equal(undefined);
    expect(directory.groups.map(({ name, leadership }) => [name, leadership])).to.deep.equal([
      ['Calm evening', 'peers'],
    ]);
    const [meeting, ...others] = directory.groups[0]?.meetings ?? [];
    expect(others).to.deep.equal([]);
    expect(meeting?.venue?.name).to.equal('Old Library');
    expect(meeting && said(meeting, 3)).to.deep.equal([
      '2026-11-24T18:30 scheduled',
      '2026-12-01T18:30 cancelled',
      '2026-12-08T18:30 scheduled',
    ]);
  });

  it('may have junk in front, lower case names and other calendars behind it', async () => {
    const text = `\ufeffWarning: something\n${calendar(weekly()).toLowerCase()}${calendar(weekly().replace('UID:a', 'UID:b').replace('Calm', 'Bold'))}`;
    const { directory } = await read(text.replaceAll('europe/london', 'Europe/London'));
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['calm', 'Bold']);
  });

  it('is read where it was folded inside of a character, and so is no UTF-8', async () => {
    const bytes = [...new TextEncoder().encode(calendar(weekly()).replace('Calm', 'Café'))];
    const at = bytes.indexOf(0xc3);
    bytes.splice(at + 1, 0, 0x0d, 0x0a, 0x20);
    stubFetch(() => new Response(new Uint8Array(bytes)));
    const { directory } = await loadDirectory(
      { addresses: ['/calendar.ics'], today: '2026-11-21' },
      new AbortController().signal,
    );
    expect(directory.groups[0]?.name).to.equal('Café');
  });

  it('keeps its good events when others are broken, and says which and why', async () => {
    const { directory, kept, leftOut } = await read(
      calendar(
        'BEGIN:VEVENT\r\nUID:open\r\nSUMMARY:Never ends',
        event('UID:b', 'DTSTART:20261350T180000Z', 'SUMMARY:Bad month'),
        event('UID:c', START, 'RRULE:FREQ=SOMETIMES', 'SUMMARY:Bad rule'),
        event('UID:d', START, 'CLASS:PRIVATE', 'SUMMARY:Doctor'),
        event('UID:e', 'DTSTART;VALUE=DATE:20261201', 'SUMMARY:Retreat'),
        event('UID:f', START, 'SUMMARY:Busy'),
        event('UID:g', 'DTSTART;TZID=Customized Time Zone:20261201T180000', 'SUMMARY:Nowhere'),
        weekly(),
      ),
    );
    expect(kept).to.equal(1);
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['Calm']);
    const told = leftOut.map(({ row, reason }) => [row, reason]);
    expect(told.sort(([a = 0], [b = 0]) => Number(a) - Number(b))).to.deep.equal([
      [2, '"Never ends" has no END:VEVENT'],
      [5, '"Bad month" DTSTART "20261350T180000Z" is no date'],
      [10, `"Bad rule" ${faultOf('FREQ=SOMETIMES')}`],
      [16, '"d" is private (CLASS)'],
      [22, '"Retreat" lasts whole days: give it hours, so that people know when to come'],
      [27, '"Busy" says only that somebody is busy: let the calendar show all details'],
      [
        32,
        '"Nowhere" its time zone "Customized Time Zone" is not known: name the zone of the calendar in source-time-zone',
      ],
    ]);
  });

  it('tells one reason for all when nothing could be used, and says what is no calendar', async () => {
    const days = [1, 2, 3].map((day) =>
      event(`UID:${day}`, `DTSTART;VALUE=DATE:2026120${day}`, `SUMMARY:Day ${day}`),
    );
    expect((await whyNot(calendar(...days))).hint).to.contain('(3 of them): lasts whole days');
    expect((await whyNot('hello')).hint).to.contain('BEGIN:VCALENDAR');
    expect((await whyNot(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Cu`)).hint).to.contain('cut off');
  });

  it('passes over what is over, however much there is, and refuses too much of the rest', async () => {
    const old = (n: number) => event(`UID:${n}`, 'DTSTART:20200101T100000Z', 'SUMMARY:Old');
    const many = Array.from({ length: 21_000 }, (_, index) => old(index));
    const { directory, kept } = await read(calendar(...many, weekly()));
    expect([directory.groups.length, kept]).to.deep.equal([1, 1]);
    const coming = many.map((text) => text.replace('2020', '2027'));
    expect((await whyNot(calendar(...coming))).kind).to.equal('too-large');
  });

  it('pauses while it reads, and stops when it is told to', async () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      event(`UID:${index}`, 'DTSTART:20200101T100000Z'),
    );
    let pauses = 0;
    const stop = new Error('stop');
    const pause = async () => {
      if (++pauses === 20) throw stop;
    };
    const error = await read(calendar(...many), { pause }).catch((thrown: unknown) => thrown);
    expect(error).to.equal(stop);
  });

  it('forgets series and events that are over', async () => {
    const over = [
      event('UID:1', 'DTSTART:20260101T100000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20260301T000000Z', 'SUMMARY:A'),
      event('UID:2', 'DTSTART:20260101T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=5', 'SUMMARY:B'),
      event('UID:3', 'DTSTART:20261119T100000Z', 'DTEND:20261119T110000Z', 'SUMMARY:C'),
    ];
    const { directory, leftOut } = await read(calendar(...over));
    expect([directory.groups, leftOut]).to.deep.equal([[], []]);
  });
});

describe('the dates of a calendar', () => {
  const zone = async (line: string, parts: readonly string[] = [], more: Partial<ReadContext> = {}) => {
    const { meeting } = await one([...parts, event('UID:z', line, 'SUMMARY:Calm')], more);
    return [meeting.start, meeting.timeZone];
  };
  const vtimezone = (id: string, ...lines: string[]): string =>
    ['BEGIN:VTIMEZONE', `TZID:${id}`, ...lines, 'END:VTIMEZONE'].join('\r\n');
  const central = [
    'BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT',
    'BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD',
  ];
  const at = (id: string) => `DTSTART;TZID=${id}:20261201T180000`;

  const NAMES: Readonly<Record<string, string>> = {
    'Europe/Berlin': 'Europe/Berlin',
    '"Europe/Berlin"': 'Europe/Berlin',
    'W. Europe Standard Time': 'Europe/Berlin',
    'GMT Standard Time': 'Europe/London',
    'Eastern Standard Time 1': 'America/New_York',
    '/freeassociation.sourceforge.net/Tzfile/Europe/London': 'Europe/London',
    '/example.org/20210101_1/America/Argentina/Buenos_Aires': 'America/Argentina/Buenos_Aires',
    'tzone://Microsoft/Utc': 'UTC',
    '"tzone://Microsoft/Utc"': 'UTC',
    'GMT+01:00': 'Etc/GMT-1',
    'UTC-5': 'Etc/GMT+5',
  };
  for (const [id, name] of Object.entries(NAMES)) {
    it(`know the zone ${id}`, async () => {
      expect(await zone(at(id))).to.deep.equal(['2026-12-01T18:00', name]);
    });
  }

  it('know a zone by the name that its VTIMEZONE has, also when that follows', async () => {
    const text = event('UID:z', at('Clinic'), 'SUMMARY:Calm');
    const { meeting } = await one([text, vtimezone('Clinic', 'X-LIC-LOCATION:Europe/Madrid')]);
    expect(meeting.timeZone).to.equal('Europe/Madrid');
  });

  it('find a zone of the same offsets for one of their own, the page’s where it fits', async () => {
    const own = [vtimezone('Customized Time Zone', ...central)];
    expect(await zone(at('Customized Time Zone'), own)).to.deep.equal(['2026-12-01T18:00', 'Europe/Berlin']);
    const vienna = { timeZone: 'Europe/Vienna' };
    expect((await zone(at('Customized Time Zone'), own, vienna))[1]).to.equal('Europe/Vienna');
    const fixed =
      'BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0545\r\nTZOFFSETTO:+0545\r\nEND:STANDARD';
    expect((await zone(at('Ours'), [vtimezone('Ours', fixed)]))[1]).to.equal('Asia/Kathmandu');
  });

  it('read a zone that nobody knows as the page’s, and say so', async () => {
    const { meeting, remarks } = await one([event('UID:z', at('Nowhere'), 'SUMMARY:Calm')], {
      timeZone: 'Europe/London',
    });
    expect(meeting.timeZone).to.equal('Europe/London');
    expect(remarks[0]?.reason).to.contain('"Nowhere" is not known');
  });

  it('refuse such an event where what knows more zones cannot be loaded', async () => {
    const broken = icsAdapter(() => Promise.reject(new Error('offline')));
    const text = calendar(event('UID:z', at('GMT Standard Time'), 'SUMMARY:A'), weekly());
    const { kept, remarks, leftOut } = await broken.read({ text }, context);
    expect([kept, leftOut.length]).to.deep.equal([1, 1]);
    expect(remarks[0]?.reason).to.contain('could not be loaded');
  });

  it('float where neither calendar nor page names a zone, and else stand in it', async () => {
    const line = 'DTSTART:20261201T180000';
    expect(await zone(line)).to.deep.equal(['2026-12-01T18:00', undefined]);
    expect(await zone(line, [], { timeZone: 'Europe/London' })).to.deep.equal([
      '2026-12-01T18:00',
      'Europe/London',
    ]);
    expect(await zone(line, ['X-WR-TIMEZONE:Europe/Madrid'], { timeZone: 'Europe/London' })).to.deep.equal([
      '2026-12-01T18:00',
      'Europe/Madrid',
    ]);
  });

  it('in UTC stand in the zone of calendar or page, and are remarked on where there is none', async () => {
    const line = 'DTSTART:20270701T180000Z';
    expect(await zone(line, ['X-WR-TIMEZONE:Europe/London'])).to.deep.equal([
      '2027-07-01T19:00',
      'Europe/London',
    ]);
    expect(await zone(line, ['X-WR-TIMEZONE:UTC'], { timeZone: 'Europe/London' })).to.deep.equal([
      '2027-07-01T19:00',
      'Europe/London',
    ]);
    const { meeting, remarks } = await one([event('UID:z', line, 'SUMMARY:Calm')]);
    expect([meeting.start, meeting.timeZone]).to.deep.equal(['2027-07-01T18:00', 'UTC']);
    expect(remarks[0]?.reason).to.contain('source-time-zone');
  });

  it('repeat in UTC where the rule is in UTC, whatever clocks do at the place', async () => {
    const { meeting } = await one([
      'X-WR-TIMEZONE:Europe/London',
      event(
        'UID:z',
        'DTSTART:20261124T183000Z',
        'RRULE:FREQ=WEEKLY',
        'EXDATE:20270406T183000Z',
        'SUMMARY:Calm',
      ),
    ]);
    expect(meeting.timeZone).to.equal('Europe/London');
    const spring = said(meeting, 21);
    expect(spring).to.include.members([
      '2027-03-23T18:30 scheduled',
      '2027-03-30T19:30 scheduled',
      '2027-04-06T19:30 cancelled',
    ]);
    const { meeting: still } = await one([
      'X-WR-TIMEZONE:Asia/Kolkata',
      event('UID:z', 'DTSTART:20261124T083000Z', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Calm'),
    ]);
    expect([still.start, still.timeZone, still.rule]).to.deep.equal([
      '2026-11-24T14:00',
      'Asia/Kolkata',
      { frequency: 'WEEKLY' },
    ]);
  });

  it('end by DTEND in any zone, or by DURATION', async () => {
    const minutes = async (...lines: string[]) =>
      (await one([event('UID:z', START, ...lines, 'SUMMARY:Calm')])).meeting.durationMinutes;
    expect(await minutes('DTEND;TZID=Europe/Berlin:20261124T210000')).to.equal(90);
    expect(await minutes('DTEND:20261124T200000Z')).to.equal(90);
    expect(await minutes('DTEND;VALUE=DATE:20261125')).to.equal(330);
    expect(await minutes('DURATION:PT1H30M')).to.equal(90);
    expect(await minutes('DURATION:P1DT1H')).to.equal(1500);
    expect(await minutes('DURATION:-PT1H')).to.equal(undefined);
    expect(await minutes('DTEND;TZID=Europe/London:20261124T180000')).to.equal(undefined);
    expect(await minutes('DTEND:soon')).to.equal(undefined);
  });

  it('have exceptions in every form of value', async () => {
    for (const line of [
      'EXDATE;TZID=Europe/London:20261201T183000,20261208T183000',
      'EXDATE:20261201T183000Z\r\nEXDATE:20261208T183000Z',
      'EXDATE;TZID=Europe/Berlin:20261201T193000,20261208T193000',
      'EXDATE;VALUE=DATE:20261201,20261208',
      'EXDATE:20261201T183000,20261208T183000',
    ]) {
      const [meeting] = await meetingsOf(weekly(line));
      expect(meeting && said(meeting, 4).slice(0, 4)).to.deep.equal([
        '2026-11-24T18:30 scheduled',
        '2026-12-01T18:30 cancelled',
        '2026-12-08T18:30 cancelled',
        '2026-12-15T18:30 scheduled',
      ]);
    }
  });

  it('have further dates, also as periods', async () => {
    const [meeting] = await meetingsOf(
      event(
        'UID:a',
        START,
        'RDATE;VALUE=PERIOD:20261126T120000Z/PT1H,20261127T120000Z/20261127T130000Z',
        'RDATE:',
        'SUMMARY:Calm',
      ),
    );
    expect(meeting && said(meeting)).to.deep.equal([
      '2026-11-24T18:30 scheduled',
      '2026-11-26T12:00 scheduled',
      '2026-11-27T12:00 scheduled',
    ]);
  });
});

describe('single sessions of a series', () => {
  it('are cancelled, moved and changed', async () => {
    const [meeting] = await meetingsOf(
      weekly('LOCATION:Hall'),
      override('20261124T183000', 'STATUS:CANCELLED', 'SUMMARY:Calm'),
      override(
        '20261201T183000',
        'DTSTART;TZID=Europe/Berlin:20261202T200000',
        'SUMMARY:Calm',
        'LOCATION:Hall',
      ),
      override(
        '20261208T183000',
        'DTSTART;TZID=Europe/London:20261208T183000',
        'SUMMARY:Calm',
        'LOCATION:Library',
      ),
      override(
        '20261215T183000',
        'DTSTART;TZID=Europe/London:20261215T183000',
        'DURATION:PT90M',
        'SUMMARY:Calm',
        'LOCATION:Hall',
      ),
      override(
        '20261222T183000',
        'DTSTART;TZID=Europe/London:20261222T183000',
        'DURATION:PT90M',
        'SUMMARY:Calm: candles',
        'LOCATION:Hall',
      ),
    );
    expect(meeting && said(meeting, 6).slice(0, 5)).to.deep.equal([
      '2026-11-24T18:30 cancelled',
      '2026-12-02T19:00 moved',
      '2026-12-08T18:30 changed',
      '2026-12-15T18:30 scheduled',
      '2026-12-22T18:30 changed',
    ]);
    const changes = meeting?.changes ?? [];
    expect(changes[2]?.venue?.address).to.equal('Library');
    expect(changes.at(-1)?.note).to.equal('Calm: candles');
  });

  it('may be changed in another calendar of the file, by their day, and before their series stands', async () => {
    const { directory } = await read(
      calendar(event('UID:a', 'RECURRENCE-ID;VALUE=DATE:20261201', 'STATUS:CANCELLED')) + calendar(weekly()),
    );
    const [meeting] = directory.groups[0]?.meetings ?? [];
    expect(meeting && said(meeting, 2)).to.deep.equal([
      '2026-11-24T18:30 scheduled',
      '2026-12-01T18:30 cancelled',
    ]);
  });

  it('hold for all later ones where they say so', async () => {
    const [meeting] = await meetingsOf(
      weekly(),
      event(
        'UID:a',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261208T183000',
        'DTSTART;TZID=Europe/London:20261208T190000',
        'SUMMARY:Calm',
      ),
    );
    expect(meeting?.changes).to.deep.equal([
      {
        recurrenceId: '2026-12-08T18:30',
        range: 'this-and-future',
        status: 'moved',
        start: '2026-12-08T19:00',
      },
    ]);
  });

  it('are refused where there are more of them than anybody changes', async () => {
    const changes = Array.from({ length: 501 }, (_, n) =>
      event('UID:a', `RECURRENCE-ID:${20270101 + n}T183000Z`, 'STATUS:CANCELLED'),
    );
    const { leftOut, kept } = await read(calendar(weekly(), ...changes, event('UID:b', START, 'SUMMARY:B')));
    expect([kept, leftOut[0]?.reason]).to.deep.equal([1, '"Calm" has more than 500 changed sessions']);
  });

  it('stand alone where their series is not there or is over', async () => {
    const meetings = await meetingsOf(
      override('20261201T183000', START.replace('1124', '1202'), 'SUMMARY:Calm'),
      event('UID:b', 'DTSTART:20200101T100000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20200301T000000Z', 'SUMMARY:Old'),
      event('UID:b', 'RECURRENCE-ID:20200108T100000Z', 'DTSTART:20261205T100000Z', 'SUMMARY:Old friends'),
    );
    expect(meetings.map(({ start, rule }) => [start, rule])).to.deep.equal([
      ['2026-12-02T18:30', undefined],
      ['2026-12-05T10:00', undefined],
    ]);
  });

  it('are private when anything of their series is', async () => {
    const { directory, leftOut } = await read(
      calendar(
        weekly('CLASS:CONFIDENTIAL'),
        override('20261201T183000', START, 'SUMMARY:Calm'),
        event('UID:b', START, 'SUMMARY:B'),
      ),
    );
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['B']);
    expect(leftOut).to.have.lengthOf(2);
  });

  it('are read in their newest version: by SEQUENCE, then by date, then as they stand', async () => {
    const version = (place: string, ...lines: string[]) => weekly(`LOCATION:${place}`, ...lines);
    const place = async (...parts: string[]) =>
      (await meetingsOf(...parts)).map(({ venue }) => venue?.address);
    expect(
      await place(version('New', 'SEQUENCE:2'), version('Old', 'SEQUENCE:1', 'DTSTAMP:20270101T000000Z')),
    ).to.deep.equal(['New']);
    expect(
      await place(version('New', 'DTSTAMP:20261102T000000Z'), version('Old', 'DTSTAMP:20261101T000000Z')),
    ).to.deep.equal(['New']);
    expect(await place(version('Old'), version('New'))).to.deep.equal(['New']);
  });

  it('do not come back from an older version when the newest one is over', async () => {
    const { directory } = await read(
      calendar(
        event('UID:a', 'SEQUENCE:1', 'DTSTART:20261001T100000Z', 'SUMMARY:Calm'),
        event('UID:a', 'SEQUENCE:0', 'DTSTART:20261201T100000Z', 'SUMMARY:Calm'),
      ),
    );
    expect(directory.groups).to.deep.equal([]);
  });
});

describe('calling off as people do it', () => {
  it('in the title of one session cuts the words and keeps what else they say', async () => {
    const [meeting] = await meetingsOf(
      weekly(),
      override('20261124T183000', START, 'SUMMARY:CANCELLED - Calm'),
      override('20261201T183000', START.replace('1124', '1201'), 'SUMMARY:Calm – cancelled due to snow'),
      override('20261208T183000', START.replace('1124', '1209'), 'SUMMARY:Moved: Calm'),
      override('20261215T183000', START.replace('1124', '1215'), 'SUMMARY:Moved: Calm'),
      override(
        '20261222T183000',
        START.replace('1124', '1222'),
        'SUMMARY:Calm',
        'DESCRIPTION:No meeting. Merry Christmas!',
      ),
    );
    expect(meeting && said(meeting, 5)).to.deep.equal([
      '2026-11-24T18:30 cancelled',
      '2026-12-01T18:30 cancelled',
      '2026-12-09T18:30 moved',
      '2026-12-15T18:30 cancelled',
      '2026-12-22T18:30 cancelled',
    ]);
    expect(meeting?.changes?.map(({ note }) => note)).to.deep.equal([
      undefined,
      'cancelled due to snow',
      'Moved',
      'Moved',
      'No meeting. Merry Christmas!',
    ]);
  });

  it('of a whole series keeps the group, and says that it does not take place', async () => {
    for (const lines of [
      ['STATUS:CANCELLED', 'SUMMARY:Calm'],
      ['SUMMARY:[CANCELLED] Calm'],
      ['SUMMARY:Calm', 'DESCRIPTION:Cancelled'],
    ]) {
      const { group, meeting } = await one([event('UID:a', START, 'RRULE:FREQ=WEEKLY', ...lines)]);
      expect(group.name).to.equal('Calm');
      expect(meeting.changes?.[0]).to.include({ range: 'this-and-future', status: 'cancelled' });
    }
    const { meeting } = await one(['METHOD:CANCEL', event('UID:a', START, 'SUMMARY:Calm')]);
    expect(said(meeting)).to.deep.equal(['2026-11-24T18:30 cancelled']);
  });

  it('in the note of a series only counts when the note says nothing else', async () => {
    const { meeting } = await one([weekly('DESCRIPTION:No meeting on 24 December. Else every Tuesday.')]);
    expect(meeting.changes).to.equal(undefined);
  });

  it('in the title of a moved series takes nothing away', async () => {
    const { group, meeting } = await one([event('UID:a', START, 'RRULE:FREQ=WEEKLY', 'SUMMARY:Moved: Calm')]);
    expect([group.name, meeting.changes]).to.deep.equal(['Calm', undefined]);
  });

  it('by an event of its own calls off the session at that time, or all of that day', async () => {
    const timed = await meetingsOf(
      weekly(),
      event('UID:b', START.replace('1124', '1201'), 'SUMMARY:Cancelled: calm'),
    );
    expect(timed).to.have.lengthOf(1);
    expect(timed[0] && said(timed[0], 2)).to.deep.equal([
      '2026-11-24T18:30 scheduled',
      '2026-12-01T18:30 cancelled',
    ]);
    const whole = await meetingsOf(
      weekly(),
      event('UID:b', 'DTSTART;VALUE=DATE:20261222', 'DTEND;VALUE=DATE:20261231', 'SUMMARY:No meeting'),
    );
    expect(whole[0] && said(whole[0], 7).slice(-3)).to.deep.equal([
      '2026-12-22T18:30 cancelled',
      '2026-12-29T18:30 cancelled',
      '2027-01-05T18:30 scheduled',
    ]);
  });

  it('by a day without a name is no guess where there are several groups', async () => {
    const { kept, leftOut } = await read(
      calendar(
        weekly(),
        weekly().replace('UID:a', 'UID:b').replace('Calm', 'Bold'),
        event('UID:c', 'DTSTART;VALUE=DATE:20261201', 'SUMMARY:No meetings'),
      ),
    );
    expect(kept).to.equal(2);
    expect(leftOut[0]?.reason).to.contain('no group of the calendar meets then');
  });
});

describe('the ways into a room', () => {
  const way = async (...lines: string[]) => {
    const { attendance, joinUrl, joinPhone, venue } = (await one([weekly(...lines)])).meeting;
    return [attendance, joinUrl, joinPhone, venue?.address].filter((part) => part !== undefined);
  };
  const teams = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0';

  it('are found wherever calendar programs hide them', async () => {
    expect(await way('X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij')).to.deep.equal([
      'online',
      'https://meet.google.com/abc-defg-hij',
    ]);
    expect(
      await way(`X-MICROSOFT-SKYPETEAMSMEETINGURL:${teams}`, 'LOCATION:Microsoft Teams Meeting'),
    ).to.deep.equal(['online', teams]);
    expect(await way('LOCATION:Hall\\; https://zoom.us/j/1')).to.deep.equal([
      'hybrid',
      'https://zoom.us/j/1',
      'Hall',
    ]);
    expect(await way('LOCATION:https://example.org/room')).to.deep.equal([
      'online',
      'https://example.org/room',
    ]);
    expect(await way('URL:https://us02web.zoom.us/j/1?pwd=2', 'LOCATION:Hall')).to.deep.equal([
      'hybrid',
      'https://us02web.zoom.us/j/1?pwd=2',
      'Hall',
    ]);
    expect(await way(`DESCRIPTION:Join<${teams}>`)).to.deep.equal(['online', teams]);
    expect(
      await way(
        'CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+441134960001,,123#',
        'CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://example.org/v',
      ),
    ).to.deep.equal(['online', 'https://example.org/v', '+441134960001,,123#']);
  });

  it('are unpacked from detours and markup', async () => {
    const google =
      '<p>Hello<br><a href="https://www.google.com/url?q=https://zoom.us/j/7?pwd%3Dx&amp;sa=D">Join</a></p>';
    const { meeting, group } = await one([weekly(`DESCRIPTION:${google.replaceAll(',', '\\,')}`)]);
    expect(meeting.joinUrl).to.equal('https://zoom.us/j/7?pwd=x');
    expect(group.notes).to.match(/^Hello\nJoin https:\/\/zoom\.us/);
    const safe = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(teams)}&data=05`;
    expect((await way(`DESCRIPTION:${safe}`))[1]).to.equal(teams);
  });

  it('are none where a place or nothing is given', async () => {
    expect(await way('LOCATION:Hall', 'GEO:53.8;-1.5')).to.deep.equal(['in-person', 'Hall']);
    expect(await way()).to.deep.equal(['in-person']);
    expect(await way('LOCATION:Online')).to.deep.equal(['online']);
    expect((await one([weekly('GEO:53.8\\;-1.5')])).meeting.venue?.position).to.deep.equal({
      latitude: 53.8,
      longitude: -1.5,
    });
  });

  it('leave the topics of a calendar, without the colours of Outlook', async () => {
    const { group } = await one([weekly('CATEGORIES:Low mood,Grief\\, loss', 'CATEGORIES:Red category')]);
    expect(group.topics).to.deep.equal(['Low mood', 'Grief, loss']);
  });
});

describe('whatever a file holds', () => {
  const good = calendar(
    'X-WR-TIMEZONE:Europe/London',
    weekly('EXDATE:20261201T183000Z', 'LOCATION:Hall', 'DESCRIPTION:<b>Hi</b> you'),
    override('20261208T183000', START.replace('1124', '1209'), 'SUMMARY:Moved: Calm'),
    event('UID:b', 'DTSTART;VALUE=DATE:20261222', 'SUMMARY:No meeting'),
  );
  const safely = async (text: string) => {
    try {
      await read(text);
    } catch (error) {
      expect(error).to.be.instanceOf(Problem);
    }
  };

  it('is read or refused in a Problem: random text', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), safely), {
      numRuns: 200,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            ...'BEGIN:VEVENT END:VEVENT BEGIN:VCALENDAR END:VCALENDAR BEGIN:VTIMEZONE BEGIN:STANDARD DTSTART:20261201T100000Z DTSTART: RRULE:FREQ=DAILY;COUNT=3 RRULE: UID:a RECURRENCE-ID:20261201T100000Z SUMMARY:x TZID:y EXDATE;TZID=y:1 :'.split(
              ' ',
            ),
          ),
          { maxLength: 40 },
        ),
        (lines) => safely(lines.join('\n')),
      ),
      { numRuns: 300 },
    );
  });

  it('is read or refused in a Problem: calendars with a part changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(20), fc.string({ maxLength: 10 }), (at, length, put) =>
        safely(good.slice(0, at) + put + good.slice(at + length)),
      ),
      { numRuns: 300 },
    );
  });

  it('ends: nests, lists and lines that never seem to', async () => {
    await safely(`BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(50_000)}${'END:Y\n'.repeat(50_000)}`);
    await safely(calendar(weekly(`EXDATE:${'20261201T183000Z,'.repeat(50_000)}`)));
    await safely(calendar(weekly(`DESCRIPTION:${'<a '.repeat(50_000)}`)));
    await safely(calendar(weekly(`DESCRIPTION:${'<style>'.repeat(50_000)}`)));
    await safely(calendar(weekly(`SUMMARY:${' - '.repeat(50_000)}`)));
    await safely(`BEGIN:VCALENDAR${'\r'.repeat(500_000)}`);
    const daily = (n: number) => event(`UID:${n}`, START, 'RRULE:FREQ=DAILY', 'SUMMARY:Calm');
    const notice = (n: number) =>
      event(`UID:n${n}`, 'DTSTART;VALUE=DATE:20261201', 'SUMMARY:Cancelled: Calm');
    const all = Array.from({ length: 500 }, (_, n) => `${daily(n)}\r\n${notice(n)}`);
    expect((await read(calendar(...all))).leftOut.at(-1)?.reason).to.contain('one notice too many');
    await safely(calendar(event('UID:s', 'DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY', 'SUMMARY:x')));
  });
});

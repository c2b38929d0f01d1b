import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ics } from '../../src/backend/adapters/ics.js';
import { type DiaryChoice, type DiaryPage, diaryFile, diaryPage } from '../../src/domain/diary.js';
import { googleUrl, outlookUrl } from '../../src/domain/diary-links.js';
import type { Group } from '../../src/domain/group.js';
import type { Meeting, Occurrence } from '../../src/domain/meeting.js';
import { occurrences } from '../../src/domain/recurrence/occurrences.js';
import { aMeeting, said } from './recurrence/a-meeting.js';
import { aGroup, DAY, NOW } from './small-groups.js';

const YEAR = 366 * DAY;
const WORDS = { appointment: 'Appointment', cancelled: (title: string) => `Cancelled: ${title}` };
const PLAIN: DiaryChoice = { whole: false, named: false };

/** The session that was to begin at that time. */
function session(meeting: Meeting, recurrenceId: string): Occurrence {
  const found = occurrences(meeting, NOW - YEAR, NOW + 2 * YEAR, 'Europe/London').find(
    (one) => one.recurrenceId === recurrenceId,
  );
  if (!found) throw new Error(`no session on ${recurrenceId}`);
  return found;
}

function page(group: Group, occurrence: Occurrence, choice: Partial<DiaryChoice> = {}): DiaryPage {
  const made = diaryPage(group, occurrence, { ...PLAIN, ...choice }, WORDS);
  if (!made) throw new Error('nothing to take');
  return made;
}

const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');
const linesOf = (text: string): string[] => unfolded(text).split('\r\n');
const fileOf = (made: DiaryPage): string => diaryFile(made, NOW);

async function readBack(text: string): Promise<readonly Group[]> {
  const { directory, leftOut } = await ics.read({ text }, { today: '2025-11-01', pause: async () => {} });
  expect(leftOut).to.deep.equal([]);
  return directory.groups;
}

/** Everything that leaves, decoded as an onlooker would. */
function everything(made: DiaryPage): string {
  const links = [googleUrl(made), outlookUrl(made, 'home'), outlookUrl(made, 'work')];
  return [
    unfolded(fileOf(made)),
    made.fileName,
    ...links.flatMap((url) => (url ? decodeURIComponent(url) : [])),
  ]
    .join('\n')
    .replaceAll('\\', '')
    .toLowerCase();
}

const telling: Group = aGroup({
  id: 'bipolar-support-leeds',
  name: 'Bipolar support, Leeds',
  summary: 'For people with bipolar disorder',
  notes: 'Lithium evenings',
  url: 'https://bipolar.example.org/leeds',
  topics: ['Bipolar'],
  contact: { phone: '0113 496 0001', email: 'calm@bipolar.example.org', name: 'Samira' },
  firstVisit: { door: 'Ring at the red door', greeter: 'Samira' },
});
const tellingMeeting = aMeeting({
  id: 'bipolar-tuesdays',
  rule: 'FREQ=WEEKLY',
  attendance: 'hybrid',
  venue: {
    name: 'Recovery Centre',
    address: 'Recovery Centre, 1 High Street',
    locality: 'Leeds',
    district: 'Headingley',
    postalCode: 'LS1 1AA',
    directions: 'Past the clinic',
    position: { latitude: 53.8123, longitude: -1.5432 },
  },
  joinUrl: 'https://zoom.us/j/bipolar',
  joinNote: 'Passcode: lithium',
  joinPhone: '0113 496 0002',
  access: ['Hearing loop'],
  note: 'Bring your diary of moods',
  text: 'Tuesdays for bipolar people',
  changes: [
    { recurrenceId: '2026-12-01T18:30', status: 'cancelled', note: 'Samira is ill' },
    {
      recurrenceId: '2026-12-08T18:30',
      status: 'moved',
      start: '2026-12-09T19:00',
      venue: { name: 'Psychiatric ward' },
      joinUrl: 'https://zoom.us/j/lithium',
      note: 'On the ward',
    },
    {
      recurrenceId: '2026-12-15T18:30',
      status: 'changed',
      venue: { name: 'Asylum' },
      note: 'Asylum for once',
    },
  ],
});
const TELLING =
  /bipolar|support|disorder|lithium|recovery|leeds|headingley|high street|ls1|53\.8|-1\.54|zoom|passcode|0113|samira|red door|clinic|psychiatric|ward|asylum|hearing|mood|kith|example\.org|https?:\/\/(?!calendar\.google\.com|outlook\.live\.com|outlook\.office\.com)/;

describe('a date taken home plainly', () => {
  it('tells nothing but the hours: file, file name, identifier, reminder and links', () => {
    for (const whole of [false, true]) {
      for (const id of ['2026-11-24T18:30', '2026-12-08T18:30', '2026-12-15T18:30']) {
        const made = page(telling, session(tellingMeeting, id), { whole, reminderMinutes: 30 });
        expect(everything(made)).not.to.match(TELLING);
        expect(made).to.include({ title: 'Appointment', fileName: 'appointment.ics' });
        expect(made).not.to.have.any.keys('description', 'location', 'url');
      }
    }
  });

  it('has no property that could hold more', () => {
    const made = page(telling, session(tellingMeeting, '2026-11-24T18:30'), { reminderMinutes: 120 });
    expect(linesOf(fileOf(made)).map((line) => /^[A-Z-]*/.exec(line)?.[0])).to.deep.equal([
      ...['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'METHOD'],
      ...['BEGIN', 'TZID'],
      ...['BEGIN', 'DTSTART', 'RRULE', 'TZOFFSETFROM', 'TZOFFSETTO', 'END'],
      ...['BEGIN', 'DTSTART', 'RRULE', 'TZOFFSETFROM', 'TZOFFSETTO', 'END'],
      'END',
      ...['BEGIN', 'UID', 'DTSTAMP', 'SEQUENCE', 'DTSTART', 'DTEND', 'STATUS', 'SUMMARY'],
      ...['BEGIN', 'ACTION', 'DESCRIPTION', 'TRIGGER', 'END'],
      ...['END', 'END', ''],
    ]);
  });

  it('takes a title of one’s own, which the file name does not repeat', () => {
    const made = page(telling, session(tellingMeeting, '2026-11-24T18:30'), { title: '  Dentist\n ' });
    expect(made).to.include({ title: 'Dentist', fileName: 'appointment.ics' });
    expect(linesOf(fileOf(made))).to.include('SUMMARY:Dentist');
    expect(page(telling, session(tellingMeeting, '2026-11-24T18:30'), { title: ' ' }).title).to.equal(
      'Appointment',
    );
  });

  it('tells nothing of any group, whatever stands in its listing', () => {
    const word = fc.stringMatching(/^zq[a-j]{6}$/);
    const secret = fc.oneof(
      word,
      word.map((text) => `\r\nSUMMARY:${text}`),
      word.map((text) => `${text}\u202e\ud800/../`),
      word.map((text) => `https://${text}.example/`),
    );
    fc.assert(
      fc.property(fc.array(secret, { minLength: 12, maxLength: 12 }), fc.boolean(), (secrets, whole) => {
        const [
          id = '',
          name = '',
          url = '',
          place = '',
          link = '',
          note = '',
          own = '',
          summary = '',
          ...more
        ] = secrets;
        const group = aGroup({
          id,
          name,
          url,
          summary,
          notes: note,
          topics: more,
          firstVisit: { door: own },
        });
        const meeting = aMeeting({
          id: own,
          rule: 'FREQ=WEEKLY',
          attendance: 'online',
          venue: { name: place, address: note },
          joinUrl: link,
          joinNote: note,
          joinPhone: name,
          text: summary,
          note,
          changes: [
            { recurrenceId: '2026-12-08', status: 'changed', joinUrl: link, note, venue: { name: place } },
          ],
        });
        for (const start of ['2026-11-24T18:30', '2026-12-08T18:30']) {
          const made = page(group, session(meeting, start), { whole, reminderMinutes: 1440 });
          expect(everything(made)).not.to.match(/zq[a-j]{6}/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a date taken home by its name', () => {
  it('brings the name, the place, the link, and how to get in', async () => {
    const made = page(telling, session(tellingMeeting, '2026-11-24T18:30'), { named: true });
    expect(made).to.include({
      title: 'Bipolar support, Leeds',
      fileName: 'bipolar-support-leeds.ics',
      location: 'Recovery Centre, Recovery Centre, 1 High Street, Leeds, LS1 1AA',
      url: 'https://bipolar.example.org/leeds',
    });
    for (const told of [
      'Past the clinic',
      'Ring at the red door',
      '0113 496 0002',
      'zoom.us',
      'Passcode: lithium',
    ])
      expect(made.description).to.contain(told);
    const [group] = await readBack(fileOf(made));
    expect(group).to.include({ name: 'Bipolar support, Leeds', url: 'https://bipolar.example.org/leeds' });
    expect(group?.meetings[0]).to.include({
      joinUrl: 'https://zoom.us/j/bipolar',
      start: '2026-11-24T18:30',
    });
    expect(group?.meetings[0]?.venue?.address).to.contain('1 High Street');
  });

  it('goes with what is different about it', () => {
    const words = { ...WORDS, change: 'Moved from Tuesday 8 December. On the ward' };
    const moved = session(tellingMeeting, '2026-12-08T18:30');
    const made = diaryPage(telling, moved, { ...PLAIN, named: true }, words);
    expect(made?.location).to.equal('Psychiatric ward');
    expect(made?.description).to.match(/^Moved from Tuesday 8 December\. On the ward/);
    expect(made && linesOf(fileOf(made))).to.include.members([
      'DTSTART;TZID=Europe/London:20261209T190000',
      'DTEND;TZID=Europe/London:20261209T200000',
      'LOCATION:Psychiatric ward',
    ]);
  });

  it('opens no link that is none', () => {
    const group = aGroup({ url: 'javascript:alert(1)' });
    const meeting = aMeeting({
      attendance: 'online',
      joinUrl: 'javascript:alert(2)',
      start: '2026-11-24T18:30',
    });
    const made = page(group, session(meeting, '2026-11-24T18:30'), { named: true });
    expect(everything(made)).not.to.contain('javascript');
  });

  it('takes a name that no system takes for a file', () => {
    const named = (name: string) => {
      const made = page(aGroup({ name }), session(aMeeting(), '2026-11-03T18:30'), { named: true });
      expect(decodeURIComponent(googleUrl(made) ?? '')).to.be.a('string');
      return made.fileName;
    };
    expect(named('../../etc/passwd')).to.equal('etc-passwd.ics');
    expect(named('Calm\u202eexe.\ud800 <b>')).to.equal('calmexe-b.ics');
    expect(named('مجموعة الهدوء')).to.equal('مجموعة-الهدوء.ics');
    expect(named('😀')).to.equal('diary.ics');
    expect([...named('a'.repeat(500))]).to.have.length(64);
  });
});

describe('taking a date home', () => {
  it('is not possible where it does not take place', () => {
    const off = session(tellingMeeting, '2026-12-01T18:30');
    expect(diaryPage(telling, off, PLAIN, WORDS)).to.equal(undefined);
    expect(diaryPage(telling, off, { ...PLAIN, whole: true }, WORDS)).to.equal(undefined);
  });

  it('has an identifier that stays, and is another for each session, series and group', () => {
    const uids = (group: Group, id: string, choice: Partial<DiaryChoice> = {}) =>
      page(group, session(tellingMeeting, id), choice).entries.map(({ uid }) => uid);
    const [one] = uids(telling, '2026-11-24T18:30');
    expect(one).to.match(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(uids(telling, '2026-11-24T18:30', { named: true })).to.deep.equal([one]);
    const others = [
      ...uids(telling, '2026-12-08T18:30'),
      ...uids(telling, '2026-11-24T18:30', { whole: true }),
      ...uids({ ...telling, id: 'bipolar-support-york' }, '2026-11-24T18:30'),
    ];
    expect(new Set([one, ...others]).size).to.equal(4);
  });

  it('gives thousands of groups identifiers of their own', () => {
    const meeting = session(aMeeting(), '2026-11-03T18:30');
    const uids = Array.from(
      { length: 5000 },
      (_, n) => page(aGroup({ id: `${n}`, name: 'Calm' }), meeting).entries[0].uid,
    );
    expect(new Set(uids).size).to.equal(5000);
  });

  it('replaces what was taken earlier', () => {
    const made = page(telling, session(tellingMeeting, '2026-11-24T18:30'));
    const sequence = (now: number) => Number(/SEQUENCE:(\d+)/.exec(diaryFile(made, now))?.[1]);
    expect(sequence(NOW + DAY)).to.be.greaterThan(sequence(NOW));
    expect(sequence(NOW)).to.be.lessThan(2 ** 31);
  });

  it('reminds once, and never of an evening that is off', async () => {
    const made = page(telling, session(tellingMeeting, '2026-11-24T18:30'), {
      whole: true,
      reminderMinutes: 1440,
    });
    const events = unfolded(fileOf(made)).split('BEGIN:VEVENT').slice(1);
    expect(events).to.have.length(3);
    for (const event of events) {
      const isOff = event.includes('STATUS:CANCELLED');
      expect(event.match(/BEGIN:VALARM/g)?.length ?? 0).to.equal(isOff ? 0 : 1);
      expect(event).to.contain(isOff ? 'SUMMARY:Cancelled: Appointment' : 'SUMMARY:Appointment');
      if (!isOff) expect(event).to.contain('DESCRIPTION:Appointment\r\nTRIGGER:-P1D\r\nEND:VALARM');
    }
    const [group, ...others] = await readBack(fileOf(made));
    expect(others).to.deep.equal([]);
    expect(group?.name).to.equal('Appointment');
  });
});

describe('a series taken home', () => {
  const from = (meeting: Meeting, id: string) => page(telling, session(meeting, id), { whole: true });
  const expected = (meeting: Meeting, id: string) =>
    said(
      occurrences(meeting, session(meeting, id).start, NOW + YEAR, 'UTC').filter(
        ({ status }) => status !== 'cancelled',
      ),
    ).map((text) => text.slice(0, 16));
  async function cameBack(made: DiaryPage): Promise<string[]> {
    const groups = await readBack(fileOf(made));
    return groups
      .flatMap(({ meetings }) => meetings)
      .flatMap((meeting) => occurrences(meeting, NOW - YEAR, NOW + YEAR, 'UTC'))
      .filter(({ status }) => status !== 'cancelled')
      .map(({ local }) => local)
      .sort();
  }

  const SERIES: Readonly<Record<string, readonly [Meeting, string]>> = {
    'every week through both changes of the clocks': [aMeeting({ rule: 'FREQ=WEEKLY' }), '2026-11-24T18:30'],
    'ten times, the third one first': [aMeeting({ rule: 'FREQ=WEEKLY;COUNT=10' }), '2026-11-24T18:30'],
    'every other week, by a week that begins on Sunday': [
      aMeeting({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU' }),
      '2026-12-01T18:30',
    ],
    'the last Friday until summer': [
      aMeeting({ start: '2026-10-30T10:00', rule: 'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630' }),
      '2026-11-27T10:00',
    ],
    'the 31st': [aMeeting({ start: '2026-10-31T10:00', rule: 'FREQ=MONTHLY' }), '2026-12-31T10:00'],
    'every week with evenings off, by start and by day': [
      aMeeting({ rule: 'FREQ=WEEKLY', exceptDates: ['2026-11-17', '2026-12-22T18:30', '2026-12-29'] }),
      '2026-11-24T18:30',
    ],
    'every week, changed, moved and cancelled': [tellingMeeting, '2026-11-24T18:30'],
    'from a session that is itself moved': [tellingMeeting, '2026-12-08T18:30'],
    'across midnight in New York': [
      aMeeting({ start: '2026-11-03T23:30', timeZone: 'America/New_York', rule: 'FREQ=WEEKLY' }),
      '2026-11-24T23:30',
    ],
  };
  for (const [name, [meeting, id]] of Object.entries(SERIES)) {
    it(`is as it is listed, in one entry: ${name}`, async () => {
      const made = from(meeting, id);
      expect(made.entries).to.have.length(1);
      expect(made.entries[0].meeting.start).to.equal(id);
      expect(await cameBack(made)).to.deep.equal(expected(meeting, id).sort());
    });
  }

  const ONE_BY_ONE: Readonly<Record<string, readonly [Meeting, string]>> = {
    'dates that no rule says': [
      aMeeting({ extraDates: ['2026-11-24T18:30', '2026-12-17T12:00'] }),
      '2026-11-24T18:30',
    ],
    'a further date beside the rule': [
      aMeeting({ rule: 'FREQ=MONTHLY;COUNT=9', extraDates: ['2026-12-19T12:00'] }),
      '2026-12-03T18:30',
    ],
    'a further date to begin with': [
      aMeeting({ rule: 'FREQ=WEEKLY;COUNT=9', extraDates: ['2026-11-26T12:00'] }),
      '2026-11-26T12:00',
    ],
    'another hour from December on': [
      aMeeting({
        rule: 'FREQ=WEEKLY;COUNT=12',
        changes: [
          {
            recurrenceId: '2026-12-01T18:30',
            range: 'this-and-future',
            status: 'moved',
            start: '2026-12-01T20:00',
          },
        ],
      }),
      '2026-11-24T18:30',
    ],
    'an earlier session that comes later': [
      aMeeting({
        rule: 'FREQ=WEEKLY;COUNT=12',
        changes: [{ recurrenceId: '2026-11-17T18:30', status: 'moved', start: '2026-11-26T18:30' }],
      }),
      '2026-11-24T18:30',
    ],
  };
  for (const [name, [meeting, id]] of Object.entries(ONE_BY_ONE)) {
    it(`is listed one by one: ${name}`, async () => {
      const made = from(meeting, id);
      expect(made.entries).to.have.length(expected(meeting, id).length);
      expect(new Set(made.entries.map(({ uid }) => uid)).size).to.equal(made.entries.length);
      expect(fileOf(made).split('BEGIN:VEVENT')[1]).not.to.match(/RRULE|RDATE|RECURRENCE-ID/);
      expect(await cameBack(made)).to.deep.equal(expected(meeting, id).sort());
      expect(googleUrl(made)).to.equal(undefined);
      expect(outlookUrl(made, 'home')).to.equal(undefined);
    });
  }

  it('is none where this session is the only one that is left', () => {
    for (const [meeting, id] of [
      [aMeeting(), '2026-11-03T18:30'],
      [aMeeting({ rule: 'FREQ=WEEKLY;COUNT=3' }), '2026-11-17T18:30'],
      [aMeeting({ rule: 'FREQ=WEEKLY;COUNT=3', exceptDates: ['2026-11-17'] }), '2026-11-10T18:30'],
    ] as const)
      expect(diaryPage(telling, session(meeting, id), { ...PLAIN, whole: true }, WORDS)).to.equal(undefined);
  });

  it('keeps a session that moved to another place, and says nothing of the place', () => {
    const venue = { name: 'Ward 3' };
    const meeting = aMeeting({
      rule: 'FREQ=WEEKLY',
      changes: [
        { recurrenceId: '2026-12-01T18:30', status: 'moved', venue },
        { recurrenceId: '2026-12-08T18:30', status: 'moved', venue, durationMinutes: 90 },
      ],
    });
    const text = fileOf(from(meeting, '2026-11-24T18:30'));
    expect(text).not.to.match(/CANCELLED|Ward/);
    expect(text).to.contain('DTEND;TZID=Europe/London:20261208T200000');
  });

  it('never says another hour than the listing', async () => {
    const zone = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Pacific/Auckland',
      'Asia/Kathmandu',
      undefined,
    );
    const rule = fc.constantFrom(
      'FREQ=WEEKLY',
      'FREQ=WEEKLY;BYDAY=TU,TH',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU',
      'FREQ=MONTHLY;BYDAY=1TU,3TU',
      'FREQ=MONTHLY;BYMONTHDAY=29,30,31',
      'FREQ=DAILY;INTERVAL=5',
      'FREQ=WEEKLY;COUNT=20',
      'FREQ=WEEKLY;UNTIL=20270401T120000Z',
    );
    const change = fc.record({
      at: fc.nat(30),
      status: fc.constantFrom('cancelled' as const, 'moved' as const, 'changed' as const),
      shift: fc.integer({ min: -9, max: 9 }),
      range: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        zone,
        rule,
        fc.array(change, { maxLength: 3 }),
        fc.array(fc.nat(30), { maxLength: 2 }),
        fc.nat(12),
        async (timeZone, repeats, changed, excepted, taken) => {
          const { timeZone: _, ...base } = aMeeting({ start: '2026-10-06T02:30', rule: repeats });
          const plain: Meeting = timeZone ? { ...base, timeZone } : base;
          const starts = occurrences(plain, NOW - YEAR, NOW + YEAR, 'UTC').map(
            ({ recurrenceId }) => recurrenceId,
          );
          const day = (at: number) => starts[at % starts.length] ?? '';
          const meeting: Meeting = {
            ...plain,
            exceptDates: excepted.map(day),
            changes: changed.map(({ at, status, shift, range }) => ({
              recurrenceId: day(at),
              status,
              ...(range && { range: 'this-and-future' as const }),
              ...(status === 'moved' && {
                start: new Date(Date.parse(`${day(at)}Z`) + shift * 9 * 3_600_000).toISOString().slice(0, 16),
              }),
            })),
          };
          const all = occurrences(meeting, NOW - YEAR, NOW + YEAR, 'UTC').filter(
            ({ status }) => status !== 'cancelled',
          );
          const one = all[taken % Math.max(1, all.length)];
          const made = one && diaryPage(telling, one, { ...PLAIN, whole: true }, WORDS);
          if (!made) return;
          const back = await cameBack(made);
          const listed = all.filter(
            ({ recurrenceId, start }) => recurrenceId >= one.recurrenceId || start >= one.start,
          );
          const soon = listed.filter(({ start }) => start < one.start + 300 * DAY).slice(0, 100);
          expect(back).to.include.members(soon.map(({ local }) => local));
          expect(back.filter((local) => !listed.some((other) => other.local === local))).to.deep.equal([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

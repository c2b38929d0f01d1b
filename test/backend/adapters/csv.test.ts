import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { csv, csvAdapter } from '../../../src/backend/adapters/csv.js';
import { columnNames } from '../../../src/backend/csv-columns.js';
import * as further from '../../../src/backend/csv-further.js';
import { csvRecords } from '../../../src/backend/csv-records.js';
import type { ReadContext, Reading } from '../../../src/backend/ports.js';
import { Problem } from '../../../src/backend/problem.js';
import type { Group } from '../../../src/domain/group.js';
import { formatRule } from '../../../src/domain/recurrence/rule.js';
import { Lexicon } from '../../../src/domain/words/lexicon.js';
import { en } from '../../../src/domain/words/vocabulary/en.js';

const context: ReadContext = { today: '2026-11-21', pause: async () => {} };
const read = (text: string, more: Partial<ReadContext> = {}) => csv.read({ text }, { ...context, ...more });
const fixture = async (name: string) =>
  (await fetch(new URL(`../../../fixtures/${name}`, import.meta.url))).text();

/** A sheet with a name and these cells in its only row. */
function row(cells: Record<string, string>): Promise<Reading> {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const all = { 'group name': 'Calm', day: 'Tuesday', time: '18:30', ...cells };
  return read(`${Object.keys(all).map(quoted).join()}\r\n${Object.values(all).map(quoted).join()}`);
}

function only(reading: Reading): Group {
  expect(reading.directory.groups).to.have.lengthOf(1);
  return reading.directory.groups[0] as Group;
}

const when = ({ meetings: [meeting] }: Group) =>
  `${meeting?.start ?? meeting?.text} ${meeting?.rule ? formatRule(meeting.rule) : ''} ${meeting?.durationMinutes ?? ''}`.trim();

const reasons = ({ remarks }: Reading) => remarks.map(({ reason }) => reason).join('\n');

async function problem(text: string, address?: string): Promise<Problem> {
  try {
    await read(text, address === undefined ? {} : { address });
  } catch (error) {
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  }
  throw new Error('It was read.');
}

describe('records of CSV', () => {
  it('come out as they were written', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^["\r\n,; a]{0,6}$/));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (records, delimiter, end) => {
          const text = records
            .map((record) => record.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
            .join(end);
          expect(csvRecords(text, delimiter)).to.deep.equal(records);
          expect(csvRecords(`\ufeff${text}${end}`, delimiter)).to.deep.equal(records);
        },
      ),
    );
  });

  it('forgive quotes within a bare cell and one that never closes', () => {
    expect(csvRecords('a 3" pipe,b\n"never closed,c\nd,e')).to.deep.equal([
      ['a 3" pipe', 'b'],
      ['"never closed', 'c'],
      ['d', 'e'],
    ]);
    expect(csvRecords('a,\n,b,')).to.deep.equal([
      ['a', ''],
      ['', 'b', ''],
    ]);
  });
});

describe('the template', () => {
  it('has every column, and each of them is known', async () => {
    const header = csvRecords(await fixture('groups-template.csv'))[0] ?? [];
    expect(header.map((name) => new Lexicon([en]).columnOf(name))).to.not.include(undefined);
    expect(header.map((name) => name.toLowerCase()).sort()).to.deep.equal(
      columnNames.filter((name) => name !== 'date').sort(),
    );
  });

  it('is read without a remark', async () => {
    const { kept, leftOut, remarks } = await read(await fixture('groups-template.csv'));
    expect({ kept, leftOut, remarks }).to.deep.equal({ kept: 3, leftOut: [], remarks: [] });
  });
});

describe('a charity’s sheet', () => {
  it('keeps the good rows and names the bad one by its row', async () => {
    const reading = await read(await fixture('groups.csv'));
    expect(reading.kept).to.equal(12);
    expect(reading.leftOut).to.deep.equal([
      { row: 13, reason: "'Tues fortnightly-ish' is no time that I can read" },
    ]);
    expect(reading.remarks.map(({ row: at }) => at)).to.deep.equal([12]);
  });

  it('gathers the rows of one group', async () => {
    const { directory } = await read(await fixture('groups.csv'));
    const group = directory.groups.find(({ id }) => id === 'low-mood');
    expect(group?.meetings.map(({ start, attendance }) => `${start} ${attendance}`)).to.deep.equal([
      '2025-01-07T18:30 in-person',
      '2025-01-03T12:30 online',
    ]);
    expect(group?.meetings[0]?.changes?.[0]).to.deep.equal({
      recurrenceId: '2026-12-22',
      status: 'cancelled',
      note: 'Christmas break',
    });
    expect(group?.quote?.by).to.equal('A member');
  });

  it('reads German words, semicolons and dates', async () => {
    const { directory, kept, remarks } = await read(await fixture('gruppen.csv'));
    expect(kept).to.equal(5);
    expect(remarks.map(({ row: at }) => at)).to.deep.equal([6]);
    expect(directory.groups.map(when)).to.deep.equal([
      '2025-01-07T18:30 FREQ=WEEKLY;BYDAY=TU 90',
      '2026-11-05T19:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH 90',
      '2025-01-01T17:00 FREQ=MONTHLY;BYDAY=1WE,3WE 90',
      '2025-01-26T15:00 FREQ=MONTHLY;BYDAY=-1SU 120',
      'jeden zweiten Montag, 19:30',
    ]);
    expect(directory.groups[1]).to.deep.include({
      audience: ['family'],
      languages: ['de', 'tr'],
      joining: 'book',
      leadership: 'professionals',
    });
  });

  it('reads Spanish and French', async () => {
    const spanish = only(
      await read(
        'Grupo;Día;Hora;Modalidad;Lugar;Inscripción;Público;Fechas canceladas\nDuelo;primer y tercer martes;de 18:00 a 19:30;presencial;Casa Sol;sin cita;Familiares;3/12/2026',
      ),
    );
    expect(when(spanish)).to.equal('2025-01-07T18:00 FREQ=MONTHLY;BYDAY=1TU,3TU 90');
    expect(spanish).to.deep.include({ joining: 'drop-in', audience: ['family'] });
    expect(spanish.meetings[0]?.changes?.[0]?.recurrenceId).to.equal('2026-12-03');
    const french = only(
      await read(
        'Groupe,Jour,Horaires,Fréquence,Date de début,Présentiel ou en ligne,Langues\nPause,mardi,de 18h à 20h,un mardi sur deux,3 novembre 2026,en ligne,"français, arabe"',
      ),
    );
    expect(when(french)).to.equal('2026-11-03T18:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 120');
    expect(french).to.deep.include({ languages: ['fr', 'ar'] });
    expect(french.meetings[0]?.attendance).to.equal('online');
  });
});

describe('the language of a sheet', () => {
  const SPANISH = 'Grupo,Día,Hora\nDuelo,martes,18:30';

  /** Reads with a loader that counts how often it is asked for further languages. */
  async function loads(text: string): Promise<number> {
    let count = 0;
    await csvAdapter(async () => {
      count++;
      return further;
    }).read({ text }, context);
    return count;
  }
  const offline = csvAdapter(() => Promise.reject(new TypeError('Failed to fetch')));

  it('is English until a header or a cell is not understood', async () => {
    expect(await loads(await fixture('groups-template.csv'))).to.equal(0);
    expect(await loads('group name,day,time\nA,1st and 3rd Tuesday,6.30 to 8pm')).to.equal(0);
    expect(await loads(SPANISH)).to.equal(1);
    expect(await loads('group name,repeats,time\nA,FREQ=WEEKLY;BYDAY=TU,18:30')).to.equal(1);
    expect(await loads('group name,day,time\nA,Tuesday,18:30\nB,martes,18:30')).to.equal(1);
  });

  it('may differ from cell to cell', async () => {
    const { directory, remarks } = await read(
      'group name,day,time,in person or online\nA,Tuesday,18:30,online\nB,martes,18.30 Uhr,en ligne',
    );
    expect(directory.groups.map(when)).to.deep.equal(Array(2).fill('2025-01-07T18:30 FREQ=WEEKLY;BYDAY=TU'));
    expect(remarks).to.deep.equal([]);
  });

  it('stays English, with a remark, when no further words can be loaded', async () => {
    const reading = await offline.read(
      { text: 'group name,day,time\nA,Tuesday,18:30\nB,martes,18:30' },
      context,
    );
    expect(reading.kept).to.equal(1);
    expect(reading.leftOut).to.have.lengthOf(1);
    expect(reasons(reading)).to.contain('only English was read');
  });

  it('is told as a sheet without column names when nothing else can be read', async () => {
    const error = await offline.read({ text: SPANISH }, context).catch((problem: unknown) => problem);
    expect(error).to.be.instanceOf(Problem).and.to.have.property('kind', 'malformed');
  });
});

describe('the table in a sheet', () => {
  it('may stand below a title, with empty rows and columns, and keeps the row numbers of the spreadsheet', async () => {
    const { leftOut, kept, remarks } = await read(
      '\ufeffOur groups,,,\r\n,,,\r\nGroup Name*,Start_Time (24h),DAY,,\r\n\r\n"Two\nlines",18:30,Tue,,\r\n,,,,\r\nFALSE,,FALSE,,\r\nB,soon,Tue,,\r\n',
    );
    expect(kept).to.equal(1);
    expect(leftOut.map(({ row: at }) => at)).to.deep.equal([8]);
    expect(remarks).to.deep.equal([]);
  });

  it('may be parted by tabs', async () => {
    expect(when(only(await read('name\tday\ttime\nA, B; C\tTue\t18:30')))).to.contain('T18:30');
  });

  it('names the columns that it does not know, once', async () => {
    expect(reasons(await row({ Shoes: 'red', Budget: '3' }))).to.contain('Shoes, Budget');
  });

  it('leaves out a row without a name, and a row with a broken formula', async () => {
    const { leftOut } = await read('group name,day,time\n,Tue,18:30\nA,Tue,18:30\nB,#REF!,18:30');
    expect(leftOut.map(({ row: at, reason }) => `${at} ${reason}`)).to.deep.equal([
      '2 the group has no name: fill in the column "group name"',
      '4 a formula in the column "day" fails with #REF!',
    ]);
  });
});

describe('a row of a sheet', () => {
  it('is kept without a date when it names none', async () => {
    const reading = await row({ day: '', time: '' });
    expect(only(reading).meetings[0]).to.not.have.any.keys('start', 'text');
    expect(reasons(reading)).to.contain('no day and no time');
    expect(when(only(await row({ day: 'by arrangement', time: '' })))).to.equal('by arrangement');
  });

  it('asks for a first date where every second week is meant', async () => {
    const reading = await row({ repeats: 'every 2 weeks' });
    expect(when(only(reading))).to.equal('every 2 weeks, Tuesday, 18:30');
    expect(reasons(reading)).to.contain('needs a start date in the column "start date"');
  });

  it('reads a single date, also with its time in the same cell', async () => {
    expect(when(only(await row({ day: '', 'start date': '24/12/2026' })))).to.equal('2026-12-24T18:30');
    expect(when(only(await row({ day: '', time: '', 'start date': '24/12/2026 17:00:00' })))).to.equal(
      '2026-12-24T17:00',
    );
    expect(when(only(await row({ day: 'Thursday', date: '24/12/2026' })))).to.equal('2026-12-24T18:30');
  });

  it('decides between day and month by the other dates, by the weekday, by the country, else tells', async () => {
    const fortnight = { repeats: 'every 2 weeks' };
    const start = async (cells: Record<string, string>) =>
      only(await row({ ...fortnight, ...cells })).meetings[0]?.start?.slice(0, 10);
    expect(await start({ day: '', 'start date': '11/3/2026', 'cancelled dates': '12/29/2026' })).to.equal(
      '2026-11-03',
    );
    expect(await start({ 'start date': '3/11/2026' })).to.equal('2026-11-03');
    expect(await start({ 'start date': '11/3/2026' })).to.equal('2026-11-03');
    expect(await start({ day: '', 'start date': '11/3/2026', country: 'USA' })).to.equal('2026-11-03');
    const reading = await row({ ...fortnight, day: '', 'start date': '3/11/2026' });
    expect(when(only(reading))).to.contain('2026-11-03');
    expect(reasons(reading)).to.contain('read as 2026-11-03');
  });

  it('tells a cancelled date on which there is no session', async () => {
    expect(reasons(await row({ 'cancelled dates': '24/12/2026' }))).to.contain('does not meet on that day');
    expect(reasons(await row({ 'cancelled dates': '22/12/2026' }))).to.equal('');
  });

  it('shows a cancelled date that it cannot read, so that no session looks as if it were on', async () => {
    const reading = await row({ 'cancelled dates': '22/12/2026, the week after Easter' });
    expect(only(reading).meetings[0]?.note).to.contain('the week after Easter');
    expect(reasons(reading)).to.contain('the week after Easter');
  });

  it('shows no date of a group that does not meet for now, where the sheet says so in a column of its own', async () => {
    for (const [column, words] of [
      ['status', 'Suspended'],
      ['status', 'closed until further notice'],
      ['status', 'Not meeting at present.'],
      ['cancelled', 'cancelled'],
      ['cancelled dates', 'Closed until further notice'],
      ['status', 'bis auf weiteres geschlossen'],
      ['status', 'suspendido hasta nuevo aviso'],
      ['status', 'suspendu jusqu’à nouvel ordre'],
    ] as const) {
      const reading = await row({ [column]: words });
      expect(when(only(reading)), words).to.equal(words);
      expect(only(reading).meetings[0]?.rule).to.equal(undefined);
      expect(reasons(reading), words).to.equal('');
    }
  });

  it('shows no date where a ticked box says cancelled, and takes an empty box for none', async () => {
    const ticked = await row({ cancelled: 'TRUE' });
    expect(only(ticked).meetings[0]).to.not.have.any.keys('start', 'text', 'note');
    expect(reasons(ticked)).to.equal('');
    const unticked = await row({ cancelled: 'FALSE', status: 'Active' });
    expect(when(only(unticked))).to.contain('T18:30');
    expect(only(unticked).meetings[0]).to.not.have.any.keys('note');
    expect(reasons(unticked)).to.equal('');
  });

  it('tells a status that it cannot read', async () => {
    const reading = await row({ status: 'purple' });
    expect(when(only(reading))).to.contain('T18:30');
    expect(reasons(reading)).to.contain('"purple" in the column "status"').and.to.contain('write "active"');
  });

  it('tells a note that says that the group does not meet, with the mend', async () => {
    for (const words of [
      'Closed until further notice',
      'cancelled',
      'Ring Ruth. The group is suspended until May.',
      'Not meeting at present',
      'Currently not meeting.',
      'No longer meets here',
    ]) {
      const reading = await row({ note: words });
      expect(when(only(reading)), words).to.contain('T18:30');
      expect(only(reading).notes).to.equal(words);
      expect(reasons(reading), words).to.contain('but its dates are shown');
    }
    for (const sheet of [
      'Gruppe;Tag;Uhrzeit;Hinweis\nRuhe;Dienstag;18:30;Derzeit geschlossen',
      'Grupo;Día;Hora;Nota\nCalma;martes;18:30;Actualmente no se reúne',
      'Groupe;Jour;Heure;Remarque\nPause;mardi;18h30;Le groupe ne se réunit plus',
    ])
      expect(reasons(await read(sheet)), sheet).to.contain('but its dates are shown');
    const reading = await row({ note: 'Back in May. Not meeting at present.' });
    expect(reading.remarks).to.deep.equal([
      {
        row: 2,
        reason:
          'the note says "Not meeting at present", but its dates are shown: write "suspended" into a column "status", or dates into "cancelled dates"',
      },
    ]);
    expect(reasons(await row({ note: 'Not meeting at present.', status: 'active' }))).to.equal('');
  });

  for (const words of [
    'Closed group: ask before you come',
    'The door is closed, ring the bell.',
    'Back on 5 January.',
    'Cancelled evenings stand on our page',
    'We open at 6.',
  ]) {
    it(`finds nothing to tell in the note "${words}"`, async () =>
      expect(reasons(await row({ note: words }))).to.equal(''));
  }

  it('tells a telephone number that has lost its 0, or was rounded', async () => {
    const told = async (phone: string, more: Record<string, string> = { country: 'GB' }) =>
      reasons(await row({ phone, ...more }));
    expect(await told('1134960100')).to.equal(
      '"1134960100" in the column "phone" has lost the 0 in front: format the column as plain text and type the number again',
    );
    expect(await told('1134960100', { 'time zone': 'Europe/London' })).to.contain('lost the 0');
    expect(await told('15112345678', { country: 'Germany' })).to.contain('lost the 0');
    expect(await told('1.13496E+09')).to.contain('rounded');
    for (const fine of [
      '0113 496 0100',
      '01134960100',
      '116123',
      '999',
      '+441134960100',
      '113 496 0100 ext 2',
    ])
      expect(await told(fine), fine).to.equal('');
    expect(await told('2125550100', { country: 'US' })).to.equal('');
    expect(await told('1134960100', {})).to.equal('');
  });

  it('reads hours from–to in the column for times, and no date there', async () => {
    expect(when(only(await row({ time: '10-12' })))).to.match(/T10:00 .* 120$/);
    expect(when(only(await row({ time: '10–12' })))).to.match(/T10:00 .* 120$/);
    expect(when(only(await row({ time: '6-8pm' })))).to.match(/T18:00 .* 120$/);
    expect(when(only(await row({ time: '10', 'end time': '11.30' })))).to.match(/T10:00 .* 90$/);
    const { leftOut } = await read(
      'group name,day,time\nA,Tue,18:30\nB,Tue,7-9\nC,Tue 10-12,\nD,Tue,2026-10-12',
    );
    expect(leftOut.map(({ row: at }) => at)).to.deep.equal([3, 4, 5]);
    expect(
      only(await row({ 'cancelled dates': '22-12-2026', 'start date': '10-11-2026' })).meetings[0],
    ).to.deep.include({ start: '2026-11-10T18:30' });
  });

  it('moves a session', async () => {
    expect(
      only(await row({ 'moved dates': '22/12/2026 → 21/12/2026 19:00' })).meetings[0]?.changes,
    ).to.deep.equal([{ recurrenceId: '2026-12-22', status: 'moved', start: '2026-12-21T19:00' }]);
  });

  it('shows a quote only with consent', async () => {
    const silent = await row({ quote: 'It helped.' });
    expect(only(silent).quote).to.equal(undefined);
    expect(reasons(silent)).to.contain('quote consent');
    expect(only(await row({ quote: 'It helped.', 'quote consent': 'Yes' })).quote?.text).to.equal(
      'It helped.',
    );
  });

  it('knows where people meet from what is there', async () => {
    const attendance = async (cells: Record<string, string>) =>
      only(await row(cells)).meetings[0]?.attendance;
    expect(await attendance({ venue: 'Library' })).to.equal('in-person');
    expect(await attendance({ 'join link': 'https://meet.example.org/1' })).to.equal('online');
    expect(await attendance({ venue: 'Library', 'join link': 'https://meet.example.org/1' })).to.equal(
      'hybrid',
    );
    expect(await attendance({ online: 'yes' })).to.equal('online');
  });

  it('keeps what is hostile as text, and follows no dangerous link', async () => {
    const reading = await row({
      summary: '<img src=x onerror=alert(1)>',
      website: 'javascript:alert(1)',
      topics: '=HYPERLINK("x"), __proto__',
    });
    const group = only(reading);
    expect(group.summary).to.equal('<img src=x onerror=alert(1)>');
    expect(group.url).to.equal(undefined);
    expect(group.topics).to.include('__proto__');
    expect(reasons(reading)).to.contain('website');
  });

  it('does not throw for one row, whatever its cells say', async () => {
    const names = columnNames.filter((name) => name !== 'group name');
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Tue', '1st', 'last', '7pm', '24/12/2026', 'every', '2 weeks', '-', 'yes', '#REF!'),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), words, { maxKeys: 12 }), async (cells) => {
        const reading = await row({ ...cells, note: 'x' }).catch((error: unknown) => {
          expect(error).to.be.instanceOf(Problem);
        });
        if (reading) expect(reading.kept + reading.leftOut.length).to.equal(1);
      }),
    );
  });
});

describe('what is no sheet of groups', () => {
  it('tells how to open a private sheet', async () => {
    const page =
      '<!doctype html><html><title>Sign in</title><form action="https://accounts.google.com/ServiceLogin">';
    expect((await problem(page)).hint).to.contain('Anyone with the link');
  });

  it('tells a web page from CSV', async () => {
    const { kind, hint } = await problem(
      '\n<html><body>Not found</body></html>',
      'https://example.org/groups.csv',
    );
    expect(kind).to.equal('malformed');
    expect(hint).to.contain('web page');
  });

  it('names the headers that it found and those that it knows', async () => {
    const { hint } = await problem('Colour,Shoe size\nred,43');
    expect(hint).to.contain('Colour, Shoe size').and.to.contain('group name').and.to.contain('start date');
  });

  it('fails when every row is left out', async () => {
    expect((await problem('group name,day,time\nA,Tues fortnightly-ish,18:30')).hint).to.contain(
      'Tues fortnightly-ish',
    );
  });

  it('is empty with a header alone', async () => {
    expect((await read('group name,day,time\n')).directory.groups).to.deep.equal([]);
  });

  it('fails in words for whatever text there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        expect(await problem(text)).to.have.property('kind', 'malformed');
      }),
    );
  });
});

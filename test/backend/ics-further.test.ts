import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { icsAdapter } from '../../src/backend/adapters/ics.js';
import * as further from '../../src/backend/ics-further.js';
import type { ReadContext } from '../../src/backend/ports.js';
import { Problem } from '../../src/backend/problem.js';
import { calledOff, calledOffInNote } from '../../src/domain/icalendar/called-off.js';
import { hasWords } from '../../src/domain/icalendar/telling-words.js';

const context: ReadContext = { today: '2026-11-21', pause: async () => {} };

const zones = () => import('../../src/domain/icalendar/further-zones.js');

const WEEKLY = 'UID:calm\nSUMMARY:Calm\nDTSTART;TZID=Europe/London:20260901T180000\nRRULE:FREQ=WEEKLY';
const END = 'DTEND;TZID=Europe/London:20260901T190000';
const PLAIN = `${WEEKLY}\n${END}\nEXDATE;TZID=Europe/London:20261201T180000\nDESCRIPTION:Bring tea.\\nAll are welcome.\nLOCATION:Town Hall\\, 1 High Street\\, Leeds`;
const MOVED = `UID:calm\nSUMMARY:Calm\nRECURRENCE-ID;TZID=Europe/London:20261208T180000\nDTSTART;TZID=Europe/London:20261209T180000\n${END.replace('0901', '1209')}`;

const calendar = (...events: string[]): string =>
  `BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/London\n${events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT`).join('\n')}\nEND:VCALENDAR`;

/** Whether the further part was asked for. */
async function asks(text: string): Promise<boolean> {
  let asked = false;
  const adapter = icsAdapter(zones, async () => {
    asked = true;
    return further;
  });
  await adapter.read({ text }, context);
  return asked;
}

const WORDS = [
  'cancelled|Canceled|cancellation|called off|cancelada|suspendido|anulados|abgesagt|entfällt|fällt aus|fällt heute aus',
  'annulé|annulée|supprimé|تم إلغاء|إلغاء|الغاؤها|أُلغيت|ملغى|ملغية|no meeting|no group|no sessions|no hay reunión',
  'sin sesión|kein Treffen|keine Gruppe|pas de réunion|pas d’rencontre|لا يوجد اجتماع|لا جلسة|لا توجد لقاء',
  'postponed|reporté|aplazada|pospuesto|postergada|verschoben|تم تأجيل|مؤجل|أُجلت',
  'moved|rescheduled|relocated|trasladada|movido|reprogramada|verlegt|déplacée|تم نقل|تم النقل|منقولة',
].flatMap((words) => words.split('|'));

const word = fc.constantFrom(
  ...WORDS,
  'Calm',
  'Ｍoved',
  ' ',
  '*',
  '(',
  ': ',
  ' – ',
  ')',
  'CANCELLED',
  'ANNULÉ',
);
const line = fc
  .array(
    fc.oneof(
      word,
      fc.tuple(word).map(([one]) => one.toUpperCase()),
      fc.string({ maxLength: 3 }),
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

describe('The further part of a calendar', () => {
  it('is not asked for by a weekly series with exceptions, a moved session, a place and a note', async () => {
    expect(await asks(calendar(PLAIN, MOVED))).to.equal(false);
  });

  const needing: readonly [string, string][] = [
    ['a title that calls it off', calendar(PLAIN.replace('SUMMARY:', 'SUMMARY:Cancelled: '))],
    ['a changed session that is off', calendar(PLAIN, MOVED.replace('SUMMARY:', 'SUMMARY:ABGESAGT '))],
    ['a note that calls it off', calendar(PLAIN.replace('Bring', 'No meeting. Bring'))],
    ['a link in the note', calendar(PLAIN.replace('tea', 'https://zoom.us/j/1'))],
    ['a web page as note', calendar(PLAIN.replace('tea', '<b>tea</b>'))],
    ['a place that is none', calendar(PLAIN.replace('Town Hall', 'Online'))],
    ['a page that is a room', calendar(`${PLAIN}\nURL:https://meet.google.com/abc`)],
    ['a link of a program', calendar(`${PLAIN}\nX-GOOGLE-CONFERENCE:https://meet.google.com/abc`)],
    ['topics', calendar(`${PLAIN}\nCATEGORIES:Anxiety`)],
    ['a point on the map', calendar(`${PLAIN}\nGEO:53.8;-1.5`)],
    ['a length in place of an end', calendar(`${WEEKLY}\nDURATION:PT1H`)],
    ['a series that is off', calendar(`${PLAIN}\nSTATUS:CANCELLED`)],
    ['a rule in UTC', calendar(PLAIN.replaceAll(/;TZID=Europe\/London:(\w+)/g, ':$1Z'))],
  ];
  for (const [what, text] of needing) {
    it(`is asked for by ${what}`, async () => {
      expect(await asks(text)).to.equal(true);
    });
  }

  it('is asked for by every title and note that calls an evening off', () => {
    for (const one of WORDS) expect(hasWords(one, ''), one).to.equal(true);
    fc.assert(
      fc.property(line, (text) => {
        if (calledOff(text)) expect(hasWords(text, ''), 'title').to.equal(true);
        if (calledOffInNote(text)) expect(hasWords('', text), 'note').to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('fails in words where it cannot be loaded: an evening that is off must not be shown as on', async () => {
    const broken = icsAdapter(zones, () => Promise.reject(new Error('offline')));
    const [, [, text = ''] = []] = needing;
    const error = await broken.read({ text }, context).catch((problem: unknown) => problem);
    expect(error).to.be.instanceOf(Problem);
    expect((error as Problem).kind).to.equal('unreachable');
    expect((await broken.read({ text: calendar(PLAIN, MOVED) }, context)).kept).to.equal(2);
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { note } from '../../note.js';
import { aMeeting, at } from './a-meeting.js';
import { type Drawn, EVERY, PLAIN, ruleOf, Tally } from './any-rule.js';
import { icalJs, rruleTemporal } from './oracles.js';

const YEAR = 366 * 86_400_000;
/** Clocks that go forward by an hour or by half of one, at one, two or three o'clock and at midnight, north and south. */
const ZONES = [
  'Europe/London',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/Asuncion',
  'Asia/Kathmandu',
];
/** Tables of zones differ by machine for years that they could not know of. */
const LAST_KNOWN = '2022';
/** The same rules each time: what other engines get wrong in a rule drawn by chance says nothing about ours. */
const seed = 5545;
const tally = new Tally();

const startsOf = ({ text, start }: Drawn, years: number, timeZone = 'UTC') => {
  const from = at(start, timeZone);
  return occurrences(aMeeting({ rule: text, start, timeZone }), from, from + years * YEAR, timeZone);
};
const instants = (list: readonly { readonly start: number }[]) => list.map(({ start }) => start);
const iso = (list: readonly number[]) => list.map((instant) => new Date(instant).toISOString());
const has = (text: string, ...parts: RegExp[]) => parts.every((part) => part.test(text));

/** Where rrule-temporal 2.2.7 says something else than RFC 5545: docs/decisions/recurrence.md has the sentences. */
function isDisputed(text: string): boolean {
  const numbered = /BYDAY=[^;]*\d/;
  return (
    (has(text, /YEARLY/, /BYMONTHDAY/) && !/BYMONTH=|BYDAY|BYWEEKNO|BYYEARDAY/.test(text)) ||
    has(text, /BYYEARDAY/, /BYMONTHDAY|BYWEEKNO|BYDAY/) ||
    has(text, /BYWEEKNO/, /BYMONTHDAY|INTERVAL/) ||
    has(text, /YEARLY/, numbered, /BYMONTHDAY|BYDAY=([^;]*,)?[A-Z]|BYDAY=[^;]*53/)
  );
}

/** Neither oracle reads every form of UNTIL that RFC 5545 has beside a start with a zone. */
const untilInUtc = (text: string, timeZone: string) =>
  text.replace(/UNTIL=(\d{8})T(\d\d)(\d\d)\d\d(?=;|$)/, (_, day, hour, minute) => {
    const local = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${hour}:${minute}`;
    return `UNTIL=${new Date(at(local, timeZone)).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  });

describe('rules of every part', () => {
  it('fall on the starts that rrule-temporal finds', () => {
    fc.assert(
      fc.property(ruleOf(EVERY), (drawn) => {
        tally.add(drawn.text, isDisputed(drawn.text));
        if (isDisputed(drawn.text)) return;
        const to = at(drawn.start, 'UTC') + 6 * YEAR;
        const theirs = rruleTemporal({ ...drawn, text: untilInUtc(drawn.text, 'UTC') }, to);
        expect(iso(instants(startsOf(drawn, 6)))).to.deep.equal(iso(theirs.filter((start) => start < to)));
      }),
      { numRuns: 1000, seed },
    );
  });

  it('fall on them in zones with summer time, but for the hour that is left out', () => {
    fc.assert(
      fc.property(ruleOf(EVERY), fc.constantFrom(...ZONES), (drawn, timeZone) => {
        if (isDisputed(drawn.text)) return;
        const ours = startsOf(drawn, 2, timeZone).filter(({ local }) => local < LAST_KNOWN);
        const real = ours.filter(({ local, recurrenceId }) => local === recurrenceId);
        // What it leaves out it does not count either; the very first start it leaves in.
        if (real.length < ours.length && /COUNT|BYSETPOS/.test(drawn.text)) return;
        if (ours[0] !== real[0] && ours[0]?.recurrenceId === drawn.start) return;
        const to = at(drawn.start, timeZone) + 2 * YEAR;
        const last = Math.min(to, at(`${LAST_KNOWN}-01-01T00:00`, timeZone));
        const theirs = rruleTemporal({ ...drawn, text: untilInUtc(drawn.text, timeZone) }, to, timeZone);
        expect(iso(instants(real))).to.deep.equal(iso(theirs.filter((start) => start < last)));
      }),
      { numRuns: 300, seed },
    );
  });
});

describe('rules as groups write them', () => {
  it('fall on the starts that ical.js finds', () => {
    fc.assert(
      fc.property(ruleOf(PLAIN), (drawn) => {
        const [first] = startsOf(drawn, 6);
        // For 31 June it says 1 July.
        if (!first || (/YEARLY/.test(drawn.text) && first.local.slice(8, 10) > '28')) return;
        const text = drawn.text.replace(/(UNTIL=\d{8})(?=;|$)/, '$1T235959');
        const begun = { text: drawn.text, start: first.local };
        const theirs = icalJs({ ...begun, text }, first.start + 4 * YEAR);
        expect(iso(instants(startsOf(begun, 4)))).to.deep.equal(iso(theirs));
      }),
      { numRuns: 500, seed },
    );
  });
});

describe('the rules that were drawn', () => {
  it('had every part, and some of each could be compared', async () => {
    await note('rules-drawn', `Rules drawn/compared: ${tally}`);
    for (const [kind, { drawn, compared }] of Object.entries(tally.counts)) {
      expect(drawn, `${kind} drawn`).to.be.above(0);
      expect(compared, `${kind} compared`).to.be.above(0);
    }
  });
});

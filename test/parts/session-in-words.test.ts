import { expect } from '@open-wc/testing';
import type { Change, Meeting } from '../../src/domain/meeting.js';
import { type Session, sessionsOf } from '../../src/domain/sessions.js';
import { en } from '../../src/i18n/en.js';
import { Locale } from '../../src/i18n/locale.js';
import { changeInWords } from '../../src/parts/change-in-words.js';
import { hoursInWords, stateInWords, stateWord } from '../../src/parts/session-in-words.js';
import { whenInWords } from '../../src/parts/when-in-words.js';
import { aGroup, aMeeting, LONDON, NOW, weekly } from '../domain/small-groups.js';

const NEW_YORK = 'America/New_York';
const AUCKLAND = 'Pacific/Auckland';
const locale = new Locale(en, 'en-GB');

/** Marks that keep a feed's own words to their direction are not seen. */
const seen = (text: string | undefined): string | undefined => text?.replace(/[\u2066-\u2069]/g, '');
const one = (meeting: Meeting, date: string, zone = LONDON): Session => {
  const [session] = sessionsOf([aGroup({ meetings: [meeting] })], date, date, zone);
  if (!session) throw new Error(`no session on ${date}`);
  return session;
};
const changed = (change: Partial<Change>, parts: Partial<Meeting> = {}): Meeting =>
  weekly('TU', '18:30', {
    changes: [{ recurrenceId: '2026-11-24', status: 'changed', ...change }],
    ...parts,
  });
const state = (meeting: Meeting, date: string, zone = LONDON, lasting = false): string | undefined =>
  seen(stateInWords(locale, one(meeting, date, zone), NOW, zone, lasting));
const word = (meeting: Meeting, date = '2026-11-24'): string | undefined =>
  stateWord(locale, one(meeting, date));

describe('the hours of a session', () => {
  const hours = (meeting: Meeting, date: string, zone = LONDON) =>
    hoursInWords(locale, one(meeting, date, zone), zone);

  it('have an end only where the listing names one', () => {
    expect(hours(weekly('TU', '18:30'), '2026-11-24')).to.equal('18:30 to 19:30');
    const { durationMinutes: _, ...open } = weekly('TU', '18:30');
    expect(hours(open, '2026-11-24')).to.equal('18:30');
  });

  it('are those of the place, and online those of the visitor', () => {
    expect(hours(weekly('TU', '18:30'), '2026-11-24', NEW_YORK)).to.equal('18:30 to 19:30');
    const online = weekly('TU', '18:30', { attendance: 'online' });
    expect(hours(online, '2026-11-24', NEW_YORK)).to.equal('13:30 to 14:30');
    expect(hours(online, '2026-11-25', AUCKLAND)).to.equal('07:30 to 08:30');
  });

  it('go on past midnight, and name the day where the end is a day later or more', () => {
    const night = (durationMinutes: number) =>
      hours(weekly('FR', '22:00', { durationMinutes }), '2026-11-27');
    expect(night(120)).to.equal('22:00 to 00:00');
    expect(night(23 * 60)).to.equal('22:00 to 21:00');
    expect(night(24 * 60)).to.match(/^22:00 to Saturday,? 28 November, 22:00$/);
    expect(night(40 * 60)).to.match(/^22:00 to Sunday,? 29 November, 14:00$/);
    const over = hours(weekly('TH', '18:00', { durationMinutes: 48 * 60 }), '2026-12-31');
    expect(over).to.match(/2 January 2027/);
  });

  it('are as long as this session is', () => {
    expect(hours(changed({ durationMinutes: 120 }), '2026-11-24')).to.equal('18:30 to 20:30');
  });
});

describe('an evening that lasts for days', () => {
  const retreat = aMeeting({ start: '2026-11-20T18:00', durationMinutes: 44 * 60, timeZone: LONDON });
  it('names the day on which it ends, also while it is on', () => {
    const { day, soon } = whenInWords(locale, one(retreat, '2026-11-20').occurrence, NOW, LONDON);
    expect(day).to.match(/20 November, 18:00 to Sunday,? 22 November, 14:00$/);
    expect(soon).to.match(/^On now, until Sunday,? 22 November, 14:00$/);
  });
});

describe('the state of a session', () => {
  it('has no words as always', () => {
    expect([word(weekly('TU', '18:30')), state(weekly('TU', '18:30'), '2026-11-24')]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('is cancelled where somebody says so, and no meeting where it is left out', () => {
    expect(word(changed({ status: 'cancelled' }))).to.equal('Cancelled');
    expect(state(changed({ status: 'cancelled', note: 'Snow' }), '2026-11-24')).to.equal('Cancelled. Snow');
    const off = weekly('TU', '18:30', { exceptDates: ['2026-11-24'] });
    expect([word(off), state(off, '2026-11-24')]).to.deep.equal(['No meeting', 'No meeting']);
    // Nobody knows where it is.
    expect(word(changed({ status: 'moved' }))).to.equal('Cancelled');
  });

  it('is moved under both days, with the way from each to the other', () => {
    const meeting = changed({
      status: 'moved',
      start: '2026-11-26T10:00',
      venue: { name: 'Library' },
      note: 'Bring tea',
    });
    expect([word(meeting), word(meeting, '2026-11-26')]).to.deep.equal(['Moved', 'Moved']);
    expect(state(meeting, '2026-11-24')).to.match(
      /^Moved to Thursday,? 26 November, 10:00\. Library\. Bring tea$/,
    );
    expect(state(meeting, '2026-11-26')).to.match(
      /^Moved here from Tuesday,? 24 November, 18:30\. Library\. Bring tea$/,
    );
  });

  it('names days by the visitor’s clock for an online session', () => {
    const meeting = weekly('TU', '23:30', {
      attendance: 'online',
      changes: [{ recurrenceId: '2026-11-24', status: 'moved', start: '2026-11-27T12:00' }],
    });
    expect(state(meeting, '2026-11-25', AUCKLAND)).to.match(/^Moved to Saturday,? 28 November, 0?1:00$/);
    expect(state(meeting, '2026-11-28', AUCKLAND)).to.match(
      /^Moved here from Wednesday,? 25 November, 12:30$/,
    );
    expect(state(meeting, '2026-11-27', NEW_YORK)).to.match(/^Moved here from Tuesday,? 24 November, 18:30$/);
  });

  it('has not come from anywhere in another room at the same hour', () => {
    expect(state(changed({ status: 'moved', venue: { name: 'Library' } }), '2026-11-24')).to.equal(
      'Moved. Library',
    );
  });

  it('says that it is online this time', () => {
    const joinUrl = 'https://meet.example.org/calm';
    expect(state(changed({ joinUrl }), '2026-11-24')).to.equal('Something is different this time: Online');
    expect(state(changed({ status: 'moved', joinUrl, note: 'Snow' }), '2026-11-24')).to.equal(
      'Moved. Online. Snow',
    );
    // A new room for a group that is always online is no news of that kind.
    const other = state(changed({ joinUrl, note: 'New link' }, { attendance: 'online' }), '2026-11-24');
    expect(other).to.equal('Something is different this time: New link');
  });

  it('is different in the feed’s words', () => {
    expect(state(changed({ note: 'Side door' }), '2026-11-24')).to.equal(
      'Something is different this time: Side door',
    );
    expect(word(changed({ note: 'Side door' }))).to.equal('Changed');
  });

  it('is as usual where all later sessions moved long ago', () => {
    const meeting = changed({
      recurrenceId: '2026-11-10T18:30',
      status: 'moved',
      start: '2026-11-12T19:00',
      range: 'this-and-future',
    });
    expect(state(meeting, '2026-11-26')).to.equal(undefined);
  });

  it('names near days as one says them, and on paper by their date', () => {
    const meeting = weekly('SA', '18:30', {
      changes: [{ recurrenceId: '2026-11-21', status: 'moved', start: '2026-11-22T18:30' }],
    });
    expect(state(meeting, '2026-11-21')).to.equal('Moved to tomorrow, 18:30');
    expect(state(meeting, '2026-11-22')).to.equal('Moved here from today, 18:30');
    expect(state(meeting, '2026-11-21', LONDON, true)).to.match(/^Moved to Sunday,? 22 November, 18:30$/);
  });
});

describe('a change in words', () => {
  const said = (meeting: Meeting, date: string, zone = LONDON) =>
    seen(changeInWords(locale, one(meeting, date, zone).occurrence, NOW, zone));

  it('names the day by the visitor’s clock for an online session', () => {
    const off = weekly('TU', '23:30', { attendance: 'online', exceptDates: ['2026-11-24'] });
    expect(said(off, '2026-11-24')).to.match(/^Tuesday,? 24 November: no meeting$/);
    expect(said(off, '2026-11-25', AUCKLAND)).to.match(/^Wednesday,? 25 November: no meeting$/);
    const early = weekly('TU', '00:30', { attendance: 'online', exceptDates: ['2026-11-24'] });
    expect(said(early, '2026-11-23', NEW_YORK)).to.match(/^Monday,? 23 November: no meeting$/);
    const inPerson = weekly('TU', '00:30', { exceptDates: ['2026-11-24'] });
    expect(said(inPerson, '2026-11-24', NEW_YORK)).to.match(/^Tuesday,? 24 November: no meeting$/);
  });

  it('names the hour where only that moved, by the same clock', () => {
    const later = weekly('TU', '23:30', {
      attendance: 'online',
      changes: [{ recurrenceId: '2026-11-24', status: 'moved', start: '2026-11-25T05:00' }],
    });
    expect(said(later, '2026-11-25', AUCKLAND)).to.match(
      /^Moved\. First planned: Wednesday,? 25 November, 12:30$/,
    );
    expect(said(later, '2026-11-25')).to.match(/^Moved\. First planned: Tuesday,? 24 November$/);
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type DiaryChoice, diaryPage } from '../../src/domain/diary.js';
import { googleUrl, outlookUrl, webcalUrl } from '../../src/domain/diary-links.js';
import type { Group } from '../../src/domain/group.js';
import type { Meeting } from '../../src/domain/meeting.js';
import { occurrences } from '../../src/domain/recurrence/occurrences.js';
import { aMeeting } from './recurrence/a-meeting.js';
import { aGroup, DAY, NOW } from './small-groups.js';

const WORDS = { appointment: 'Appointment', cancelled: (title: string) => `Off: ${title}` };

function page(meeting: Meeting, choice: Partial<DiaryChoice> = {}, group: Partial<Group> = {}) {
  const [one] = occurrences(meeting, NOW - 30 * DAY, NOW + 300 * DAY, 'UTC');
  const made = one && diaryPage(aGroup(group), one, { whole: false, named: false, ...choice }, WORDS);
  if (!made) throw new Error('nothing to take');
  return made;
}

const read = (url: string | undefined) => {
  const { origin, pathname, searchParams } = new URL(url ?? 'about:blank');
  return { to: origin + pathname, ...Object.fromEntries(searchParams) };
};

describe('a link to Google’s diary', () => {
  it('says the hours there, and the zone', () => {
    expect(read(googleUrl(page(aMeeting())))).to.deep.equal({
      to: 'https://calendar.google.com/calendar/render',
      action: 'TEMPLATE',
      text: 'Appointment',
      dates: '20261103T183000/20261103T193000',
      ctz: 'Europe/London',
    });
  });

  it('says the rule of a series, with its end in UTC where the start has a zone', () => {
    const recur = (rule: string, parts: Partial<Meeting> = {}) =>
      new URL(googleUrl(page(aMeeting({ rule, ...parts }), { whole: true })) ?? '').searchParams.get('recur');
    expect(recur('FREQ=MONTHLY;BYDAY=1TU,3TU')).to.equal('RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU');
    expect(recur('FREQ=WEEKLY;UNTIL=20270330')).to.equal('RRULE:FREQ=WEEKLY;UNTIL=20270330T225900Z');
    expect(recur('FREQ=WEEKLY;COUNT=8')).to.equal('RRULE:FREQ=WEEKLY;COUNT=8');
  });

  it('is none for a series of which an evening ahead is off or different', () => {
    const series = (parts: Partial<Meeting>) =>
      googleUrl(page(aMeeting({ rule: 'FREQ=WEEKLY', ...parts }), { whole: true, named: true }));
    expect(series({})).to.be.a('string');
    expect(series({ exceptDates: ['2026-12-22'] })).to.equal(undefined);
    expect(series({ changes: [{ recurrenceId: '2026-12-22', status: 'changed', note: 'Cake' }] })).to.equal(
      undefined,
    );
    expect(series({ exceptDates: ['2026-10-06'] })).to.be.a('string');
  });

  it('floats where the time does', () => {
    const { timeZone: _, ...floating } = aMeeting();
    expect(read(googleUrl(page(floating))))
      .to.include({ dates: '20261103T183000/20261103T193000' })
      .and.not.have.property('ctz');
    expect(googleUrl(page({ ...floating, timeZone: 'Nowhere/There' }))).not.to.contain('ctz');
  });

  it('holds through the night of a change of the clocks', () => {
    const night = aMeeting({ start: '2026-10-25T00:30', durationMinutes: 120 });
    expect(read(googleUrl(page(night)))).to.include({ dates: '20261025T003000/20261025T013000' });
    expect(read(outlookUrl(page(night), 'home'))).to.include({
      startdt: '2026-10-24T23:30:00Z',
      enddt: '2026-10-25T01:30:00Z',
    });
  });

  it('makes up no end', () => {
    const { durationMinutes: _, ...open } = aMeeting();
    expect(read(googleUrl(page(open)))).to.include({ dates: '20261103T183000/20261103T183000' });
  });
});

describe('a link to Outlook', () => {
  it('says the instant, for one’s own account or that of work', () => {
    const made = page(
      aMeeting({ venue: { name: 'Town Hall & Co' } }),
      { named: true },
      { name: 'Calm + kind' },
    );
    expect(read(outlookUrl(made, 'home'))).to.deep.equal({
      to: 'https://outlook.live.com/calendar/deeplink/compose',
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: 'Calm + kind',
      startdt: '2026-11-03T18:30:00Z',
      enddt: '2026-11-03T19:30:00Z',
      location: 'Town Hall & Co',
    });
    expect(outlookUrl(made, 'work')).to.match(/^https:\/\/outlook\.office\.com\/calendar\//);
    expect(outlookUrl(made, 'home')).to.contain('Town%20Hall%20%26%20Co').and.not.contain('+');
  });

  it('leaves a floating time as it stands', () => {
    const { timeZone: _, ...floating } = aMeeting();
    expect(read(outlookUrl(page(floating), 'home'))).to.include({ startdt: '2026-11-03T18:30:00' });
  });

  it('is none for a series', () => {
    expect(outlookUrl(page(aMeeting({ rule: 'FREQ=WEEKLY' }), { whole: true }), 'home')).to.equal(undefined);
  });
});

describe('links to diaries', () => {
  it('stay addresses, whatever the listing holds, and short enough for servers', () => {
    const text = fc.string({
      unit: fc.constantFrom('&', '#', '=', '+', ' ', '\u202e', '\ud83d', '\n', 'م', '😀', 'a'),
      minLength: 1,
      maxLength: 3000,
    });
    fc.assert(
      fc.property(text, text, text, (name, address, note) => {
        const made = page(aMeeting({ venue: { address }, note }), { named: true }, { name });
        for (const url of [googleUrl(made), outlookUrl(made, 'home')]) {
          expect(url?.length).to.be.at.most(4000);
          const { searchParams } = new URL(url ?? '');
          expect([...searchParams.keys()].sort().join()).to.match(
            /^(?:action,ctz,dates,(?:details,)?(?:location,)?text|(?:body,)?enddt,(?:location,)?path,rru,startdt,subject)$/,
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the address at which a diary follows a calendar', () => {
  const base = 'https://clinic.example/groups/';
  it('is that of the source', () => {
    expect(webcalUrl('https://clinic.example/a.ics?x=1', base)).to.equal('webcal://clinic.example/a.ics?x=1');
    expect(webcalUrl('http://clinic.example/a.ics', base)).to.equal('webcal://clinic.example/a.ics');
    expect(webcalUrl(' webcal://clinic.example/a.ics', base)).to.equal('webcal://clinic.example/a.ics');
    expect(webcalUrl('../a.ics', base)).to.equal('webcal://clinic.example/a.ics');
  });

  it('is none for what a diary cannot reach, or must not', () => {
    for (const feed of [
      'data:text/calendar,x',
      'javascript:alert(1)',
      'https://me:secret@clinic.example/a.ics',
      'https://',
    ])
      expect(webcalUrl(feed, base), feed).to.equal(undefined);
    expect(webcalUrl('a.ics', 'file:///home/a.html')).to.equal(undefined);
  });
});

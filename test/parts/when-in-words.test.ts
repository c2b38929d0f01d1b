import { expect } from '@open-wc/testing';
import type { Meeting, Occurrence } from '../../src/domain/meeting.js';
import { occurrences } from '../../src/domain/recurrence/occurrences.js';
import { parseRule } from '../../src/domain/recurrence/rule.js';
import { en } from '../../src/i18n/en.js';
import { Locale } from '../../src/i18n/locale.js';
import { dayInWords, repeatInWords, startInWords, whenInWords } from '../../src/parts/when-in-words.js';
import { DAY, LONDON, MINUTE, NOW, weekly } from '../domain/small-groups.js';

const locale = new Locale(en, 'en-GB');
const first = (meeting: Meeting, zone = LONDON): Occurrence =>
  occurrences(meeting, NOW, NOW + 30 * DAY, zone)[0]!;
const dayOf = (meeting: Meeting, now = NOW, zone = LONDON): string =>
  whenInWords(locale, first(meeting, zone), now, zone).day;

describe('a day in words', () => {
  it('is today, tonight, tomorrow or its date', () => {
    expect(dayInWords(locale, '2026-11-21', '2026-11-21', '10:00')).to.equal('Today');
    expect(dayInWords(locale, '2026-11-21', '2026-11-21', '17:00')).to.equal('Tonight');
    expect(dayInWords(locale, '2026-11-22', '2026-11-21')).to.equal('Tomorrow');
    expect(dayInWords(locale, '2026-11-23', '2026-11-21')).to.match(/^Monday,? 23 November$/);
    expect(dayInWords(locale, '2027-01-01', '2026-12-31')).to.equal('Tomorrow');
    expect(dayInWords(locale, '2027-01-02', '2026-12-31')).to.match(/2027/);
  });
});

describe('an evening in words', () => {
  it('has its end only where the listing names one', () => {
    expect(dayOf(weekly('MO', '18:30'))).to.match(/23 November, 18:30 to 19:30$/);
    const { durationMinutes: _, ...open } = weekly('MO', '18:30');
    expect(dayOf(open)).to.match(/23 November, 18:30$/);
  });

  it('is on now from its start to its end', () => {
    const evening = first(weekly('SA', '12:30'));
    const soonAt = (minutes: number) => whenInWords(locale, evening, NOW + minutes * MINUTE, LONDON).soon;
    expect(soonAt(-31)).to.equal(undefined);
    expect(soonAt(-30)).to.equal('Starts in 60 minutes');
    expect(soonAt(29)).to.equal('Starts in 1 minute');
    expect(soonAt(29.5)).to.equal('Starts in 1 minute');
    expect(soonAt(30)).to.equal('On now, until 13:30');
    expect(soonAt(89.9)).to.equal('On now, until 13:30');
    expect(soonAt(90)).to.equal(undefined);
  });

  it('names both zones only where the clocks differ', () => {
    const online = weekly('SA', '12:30', { attendance: 'online' });
    expect(whenInWords(locale, first(online), NOW, LONDON).zones).to.equal(undefined);
    expect(whenInWords(locale, first(online), NOW, 'Europe/Lisbon').zones).to.equal(undefined);
    expect(whenInWords(locale, first(online), NOW, 'Europe/Paris').zones).to.equal(
      '12:30 in London, 13:30 your time',
    );
  });

  it('falls on the day that it has where the visitor is', () => {
    const night = weekly('SA', '23:30', { attendance: 'online' });
    expect(startInWords(locale, first(night, 'Asia/Tokyo'), NOW, 'Asia/Tokyo')).to.match(
      /^Tomorrow, 0?8:30$/,
    );
  });

  it('stands as it is written where the listing names no zone', () => {
    const { timeZone: _, ...floating } = weekly('MO', '18:30');
    expect(dayOf(floating, NOW, 'Asia/Tokyo')).to.contain('18:30 to 19:30');
  });
});

describe('a repeat in words', () => {
  const words: Readonly<Record<string, string | undefined>> = {
    'FREQ=DAILY': 'Every day',
    'FREQ=DAILY;INTERVAL=3': 'Every 3 days',
    'FREQ=WEEKLY': 'Every Tuesday',
    'FREQ=WEEKLY;BYDAY=MO,WE,FR': 'Every Monday, Wednesday and Friday',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU': 'Every day',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH': 'Every 2 weeks on Thursday',
    'FREQ=MONTHLY;BYDAY=1TU,3TU': 'Every month on the first Tuesday and third Tuesday',
    'FREQ=MONTHLY;BYDAY=-1FR': 'Every month on the last Friday',
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2': 'Every month on the second Tuesday',
    'FREQ=MONTHLY;BYMONTHDAY=15': 'Every month on the day 15',
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO': 'Every 3 months on the first Monday',
    'FREQ=YEARLY': 'Every year',
    'FREQ=YEARLY;BYMONTH=3,6': undefined,
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1': undefined,
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1': 'Every month on the last Tuesday',
    'FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=1': undefined,
    'FREQ=MONTHLY;BYDAY=-2TU': undefined,
    'FREQ=MONTHLY;BYMONTHDAY=-1': undefined,
    'FREQ=WEEKLY;BYDAY=TU;BYSETPOS=1': undefined,
    'FREQ=DAILY;BYMONTHDAY=1,15': undefined,
    'FREQ=YEARLY;INTERVAL=2': undefined,
    'FREQ=YEARLY;BYWEEKNO=20': undefined,
    'FREQ=YEARLY;BYYEARDAY=100': undefined,
    'FREQ=WEEKLY;BYHOUR=10,18': undefined,
    'FREQ=WEEKLY;BYMINUTE=0,30': undefined,
    'FREQ=WEEKLY;BYSECOND=0': undefined,
  };

  for (const [rule, said] of Object.entries(words)) {
    it(`is ${said === undefined ? 'nothing rather than wrong' : `"${said}"`} for ${rule}`, () => {
      expect(repeatInWords(locale, parseRule(rule), 'TU')).to.equal(said);
    });
  }
});

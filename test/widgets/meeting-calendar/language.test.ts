import { expect } from '@open-wc/testing';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import { es } from '../../../src/i18n/es.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { allByRole, byRole, nameOf, textOf } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aCalendar,
  aWeek,
  cellName,
  cellOf,
  headings,
  PHONE,
  partOf,
  placeCalendar,
  rows,
  type Setting,
  said,
  seenOn,
  tap,
} from './a-calendar.js';

const ARABIC_DIGITS = /[٠-٩]/;

async function inLanguage(lang: string, setting: Setting = {}): Promise<MeetingCalendar> {
  const box = aBox('div', setting.width);
  box.lang = lang;
  return aCalendar({ ...(setting.src ? {} : { groups: aWeek() }), ...setting, into: box });
}

const has = (calendar: MeetingCalendar, words: string): Promise<void> =>
  waitUntil(() => said(calendar).includes(words), `it says "${words}"`);

const base = (calendar: MeetingCalendar): HTMLElement => partOf(calendar, 'base')!;
const left = (calendar: MeetingCalendar, date: string): number =>
  cellOf(calendar, date).getBoundingClientRect().left;

describe('the calendar in Spanish', () => {
  it('says everything in Spanish: months, days, what is cancelled and moved, filters, what leads on', async () => {
    const calendar = await inLanguage('es-MX', { country: '' });
    await has(calendar, es.calendarTitle);
    expect(base(calendar).lang).to.equal('es');
    expect(textOf(partOf(calendar, 'month-name')!)).to.match(/noviembre de 2026/i);
    expect(cellName(calendar, '2026-11-23')).to.match(/lunes/i).and.to.contain(es.cancelled);
    expect(byRole(calendar, 'button', es.filters)).to.exist;
    expect(byRole(calendar, 'button', es.asList)).to.exist;
    for (const english of [
      en.nextMeeting,
      en.previousMonth,
      en.toToday,
      'Cancelled',
      'Moved',
      'meetings',
      'change',
    ])
      expect(said(calendar)).to.not.contain(english);
  });

  it('says everything in Spanish in a list', async () => {
    const calendar = await inLanguage('es', { width: PHONE });
    await has(calendar, es.calendarTitle);
    expect(headings(calendar).join()).to.match(/lunes/i);
    expect(rows(calendar).join()).to.contain(es.cancelled);
    expect(rows(calendar).join()).to.not.match(/Cancelled|Moved|to \d/);
  });
});

describe('the calendar in Arabic', () => {
  it('runs from right to left: the week too', async () => {
    const calendar = await inLanguage('ar');
    await has(calendar, ar.calendarTitle);
    expect(base(calendar).dir).to.equal('rtl');
    expect(left(calendar, '2026-11-24')).to.be.above(left(calendar, '2026-11-25'));
    const [previous, next] = ['previous', 'next'].map(
      (part) => partOf(calendar, part)!.getBoundingClientRect().left,
    );
    expect(previous).to.be.above(next!);
  });

  it('has Arabic digits where the country writes them, in the month, the hours and the counts', async () => {
    const calendar = await inLanguage('ar-EG', { country: 'EG' });
    await has(calendar, ar.calendarTitle);
    expect(seenOn(calendar, '2026-11-24')).to.match(ARABIC_DIGITS).and.not.to.match(/\d/);
    expect(textOf(partOf(calendar, 'changes')!.querySelector('summary')!)).to.match(ARABIC_DIGITS);
    await tap(calendar, ar.filters);
    expect(nameOf(allByRole(calendar, 'checkbox')[0]!)).to.match(ARABIC_DIGITS);
  });

  it('begins its week on Saturday in Egypt, on Monday in Britain', async () => {
    const first = (calendar: MeetingCalendar) =>
      [...calendar.shadowRoot!.querySelectorAll('[part~=grid] tbody tr')][1]!
        .firstElementChild as HTMLElement;
    const egypt = await inLanguage('ar-EG', { country: 'EG' });
    expect(first(egypt).dataset['date']).to.equal('2026-11-07');
    const britain = await inLanguage('ar', { country: 'GB' });
    expect(first(britain).dataset['date']).to.match(/^2026-11-0[29]$/);
  });

  it('sets names and values apart, so that each keeps its own direction', async () => {
    const calendar = await inLanguage('ar');
    for (const bdi of ['[part~=grid] [part~=session]', '[part~=next-meeting]', '[part~=changes] li'])
      expect(calendar.shadowRoot!.querySelector(`${bdi} bdi`), bdi).to.exist;
    const label = calendar
      .shadowRoot!.querySelector('[part~=result] [part~=name]')!
      .getAttribute('aria-label')!;
    expect(label).to.contain('\u2068');
  });

  it('is shown in no other language first', async () => {
    const box = aBox();
    box.lang = 'ar';
    const calendar = placeCalendar({ groups: aWeek(), into: box, children: '<p>اتصلوا بنا</p>' });
    const seen = new Set<string>();
    const watch = new MutationObserver(() => seen.add(textOf(calendar.shadowRoot!)));
    watch.observe(calendar.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await calendar.filterable;
    await has(calendar, ar.calendarTitle);
    await has(calendar, ar.filters);
    watch.disconnect();
    for (const text of seen) {
      expect(text).to.not.contain(en.calendarTitle);
      expect(text).to.not.contain(en.nextMeeting);
      expect(text).to.not.contain(en.filters);
    }
  });
});

describe('the language of a calendar', () => {
  it('follows the page when that changes, and keeps the shown day', async () => {
    const box = aBox('div', PHONE);
    box.lang = 'en';
    const calendar = await aCalendar({ groups: aWeek(), into: box });
    cellOf(calendar, '2026-11-24').click();
    await calendar.updateComplete;
    box.lang = 'es';
    await has(calendar, es.calendarTitle);
    expect(headings(calendar)[0]).to.match(/24 de noviembre/i);
    box.lang = 'en';
    await has(calendar, en.calendarTitle);
  });

  it('is English where the page’s own is not spoken, and the webmaster is told once', async () => {
    expectConsole('<kith-meeting-calendar lang>: the page is in "pl"');
    const calendar = await inLanguage('pl');
    expect(said(calendar)).to.contain(en.calendarTitle);
    await calendar.reload();
  });

  it('writes dates as the listing’s country does where the page names none', async () => {
    stubFetch(() =>
      Response.json({
        timeZone: 'America/New_York',
        country: 'US',
        groups: [
          {
            name: 'Calm',
            venue: { locality: 'Boston', country: 'US' },
            meetings: [{ start: '2026-11-24T18:30', rrule: 'FREQ=WEEKLY' }],
          },
        ],
      }),
    );
    const calendar = await inLanguage('en', { src: '/us.json', country: '', zone: 'America/New_York' });
    expect(seenOn(calendar, '2026-11-24')).to.match(/6:30 ?PM/i);
    expect(textOf(calendar.shadowRoot!.querySelector('[part~=grid] th .unseen')!)).to.equal('Sunday');
  });
});

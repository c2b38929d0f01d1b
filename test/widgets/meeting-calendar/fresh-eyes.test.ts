/** What somebody meets who has never seen a calendar of ours: a visitor on a bad day, a webmaster, a screen reader. */
import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { textOf } from '../../by-role.js';
import { aGroup, LONDON, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { aCalendar, aWeek, headings, partOf, placeCalendar, said } from './a-calendar.js';

const AUCKLAND = 'Pacific/Auckland';
/** Monday 23 November, 17:00 in London, and Tuesday morning in Auckland. */
const MONDAY_EVENING = Date.UTC(2026, 10, 23, 17);

const listedAs = (lastChecked: string) => ({
  groups: [aGroup({ meetings: [weekly('MO', '10:00')] })],
  lastChecked,
});

describe('that nothing is different', () => {
  it('is not said of dates that nobody has updated for long', async () => {
    const calendar = await aCalendar({ directory: listedAs('2026-06-02') });
    expect(said(calendar)).to.contain('Please check before you go.').and.not.contain(en.noChanges);
  });

  it('is said of dates that are looked after', async () => {
    expect(said(await aCalendar({ directory: listedAs('2026-11-02') }))).to.contain(en.noChanges);
  });

  it('is not said where no date is known at all', async () => {
    const calendar = await aCalendar({ groups: [aGroup({ name: 'By arrangement' })] });
    expect(said(calendar)).to.contain(en.noneAhead).and.not.contain(en.noChanges);
  });
});

describe('dates that are old', () => {
  const agoOn = async (lastChecked: string): Promise<string> =>
    /last updated (.*?)\./.exec(said(await aCalendar({ directory: listedAs(lastChecked) })))?.[1] ?? '';

  it('say it in years once they are two years old', async () => {
    expect(await agoOn('2024-01-02')).to.equal('2 years ago');
    expect(await agoOn('2017-11-21')).to.equal('9 years ago');
  });

  it('say it in months before that', async () => {
    expect(await agoOn('2025-11-21')).to.equal('12 months ago');
    expect(await agoOn('2026-05-21')).to.equal('6 months ago');
  });
});

describe('a device that is set to another day than the door’s', () => {
  const inAuckland = (): Promise<MeetingCalendar> =>
    aCalendar({ groups: aWeek(), zone: AUCKLAND, now: MONDAY_EVENING });

  it('still reads above everything that tonight is cancelled', async () => {
    const calendar = await inAuckland();
    const notice = calendar.shadowRoot!.querySelector('.differs.notice');
    expect(notice && textOf(notice)).to.match(/^Monday,? 23 November, 18:30: Calm.*Cancelled/s);
  });

  it('does not call one day today and tomorrow', async () => {
    const calendar = await aCalendar({
      groups: [aGroup({ name: 'Noon', meetings: [weekly('TU', '12:00')] })],
      zone: AUCKLAND,
      now: MONDAY_EVENING,
      attributes: { view: 'agenda' },
    });
    expect(headings(calendar)[0]).to.match(/^Today Tuesday,? 24 November$/);
    expect(textOf(partOf(calendar, 'next-meeting')!))
      .to.match(/Tuesday,? 24 November, 12:00/)
      .and.not.contain(en.tomorrow);
  });

  it('says tomorrow where both agree', async () => {
    const calendar = await aCalendar({
      groups: [aGroup({ meetings: [weekly('TU', '12:00')] })],
      zone: LONDON,
      now: MONDAY_EVENING,
    });
    expect(textOf(partOf(calendar, 'next-meeting')!)).to.contain(`${en.tomorrow}, 12:00`);
  });
});

describe('a webmaster is told', () => {
  it('that two attributes which are right leave nothing together', async () => {
    expectConsole(
      '<kith-meeting-calendar attendance>: nothing in the list fits group="calm" and attendance="online".',
    );
    await aCalendar({ groups: aWeek(), attributes: { group: 'calm', attendance: 'online' } });
  });

  it('that nobody meets in such a way', async () => {
    expectConsole('nothing in the list fits attendance="online".');
    await aCalendar({
      groups: [aGroup({ meetings: [weekly('MO', '10:00')] })],
      attributes: { attendance: 'online' },
    });
  });

  it('of a wrong name alone, not of what comes of it', async () => {
    expectConsole('"nobody" is no id and no name of a group');
    await aCalendar({ groups: aWeek(), attributes: { group: 'nobody', attendance: 'online' } });
  });

  it('which way leads round a server that lets no other site read', async () => {
    expectConsole(/kith-widgets snapshot/);
    await placeCalendar({ src: 'https://nothing.invalid/basic.ics' }).ready;
  });
});

describe('a screen reader', () => {
  it('is told the keys of the month where they are of use, and not once more after it', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    const root = calendar.shadowRoot!;
    const grid = partOf(calendar, 'grid')!;
    const hint = root.getElementById(grid.getAttribute('aria-describedby') ?? '')!;
    expect(hint.textContent).to.equal(en.gridHint);
    expect(hint.checkVisibility()).to.equal(false);
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { allByRole, byRole, nameOf, queryByRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aCalendar,
  aWeek,
  cellOf,
  focused,
  monthOf,
  names,
  openFilters,
  PHONE,
  partOf,
  placeCalendar,
  said,
  tap,
  tick,
} from './a-calendar.js';

const choices = (calendar: MeetingCalendar): string[] => allByRole(calendar, 'checkbox').map(nameOf);
const fields = (calendar: MeetingCalendar): string[] => allByRole(calendar, 'group').map(nameOf);

const groups = () => [
  ...aWeek(),
  aGroup({
    name: 'Open to all',
    topics: ['Grief'],
    audience: ['open'],
    joining: 'drop-in',
    meetings: [weekly('TH', '09:00')],
  }),
];

describe('narrowing a calendar', () => {
  it('offers how one attends, topic, time of day, who it is for and language: what divides this listing', async () => {
    const calendar = await aCalendar({ groups: groups() });
    await openFilters(calendar);
    expect(fields(calendar).slice(0, 5)).to.include.members([
      en.facetAttendance,
      en.facetTopic,
      en.facetTime,
      en.facetAudience,
      en.facetLanguage,
    ]);
    expect(choices(calendar).join('|')).to.contain(en.forAll);
  });

  it('says beside each choice how many sessions of what is shown it leaves', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await openFilters(calendar);
    // Four Tuesdays in November are online.
    expect(choices(calendar)).to.include('Online 4');
    await tick(calendar, /^Anxiety/);
    expect(choices(calendar)).to.include('Online 0');
    await tick(calendar, /^Anxiety/);
    await tap(calendar, /^December/);
    expect(choices(calendar)).to.include('Online 5');
  });

  it('counts what the list shows in a list, and the month in a month', async () => {
    const calendar = await aCalendar({ groups: aWeek(), attributes: { view: 'agenda' } });
    await openFilters(calendar);
    // Five weeks from Saturday 21 November.
    expect(choices(calendar)).to.include('Online 5');
  });

  it('leaves what fits in the month, the list, the next meeting and the changes', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold', 'Garden']));
    expect(textOf(partOf(calendar, 'next-meeting')!)).to.contain('Bold');
    expect(cellOf(calendar, '2026-11-23').querySelectorAll('i')).to.have.lengthOf(0);
    expect(said(calendar)).to.contain('1 change in the next 14 days');
  });

  it('narrows by several choices of one kind to either, of several kinds to both', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    await tick(calendar, /^Anxiety/);
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold', 'Calm', 'Garden', 'Steps']));
    await tick(calendar, /^Evening/);
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold', 'Calm']));
  });

  it('says on its button how many are shown then, and takes the focus back to the filters', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await openFilters(calendar);
    await tick(calendar, /^Online/);
    await tap(calendar, 'Show 4 meetings');
    expect(queryByRole(calendar, 'checkbox')).to.equal(undefined);
    expect(textOf(focused(calendar)!)).to.equal('Filters, 1 chosen');
  });

  it('shows each choice as a chip that takes it back, one by one or all at once', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await openFilters(calendar);
    for (const choice of [/^Grief/, /^Online/]) await tick(calendar, choice);
    await tap(calendar, /^Show \d+ meeting/);
    await tap(calendar, 'Remove: Grief');
    expect(focused(calendar)?.tagName).to.equal('BUTTON');
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold']));
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    await tap(calendar, en.clearAll);
    expect(queryByRole(calendar, 'button', /^Remove/)).to.equal(undefined);
    expect(focused(calendar), 'the focus is inside').to.exist;
    expect(new Set(names(calendar)).size).to.be.above(3);
  });

  it('says that none fits, and leads back to all', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await openFilters(calendar);
    await tick(calendar, /^Anxiety/);
    await tick(calendar, /^Online/);
    expect(said(calendar)).to.contain(en.noneFits);
    expect(names(calendar)).to.deep.equal([]);
    expect(byRole(calendar, 'link', /^116 123$/)).to.exist;
    await tap(calendar, en.clearFilters);
    expect(said(calendar)).to.not.contain(en.noneFits);
    expect(names(calendar).length).to.be.above(3);
    expect(focused(calendar), 'the focus is inside').to.exist;
  });

  it('leaves month and day where they were', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await tap(calendar, /^December/);
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    expect(monthOf(calendar)).to.equal('December 2026');
  });

  it('keeps what was chosen when the list is loaded anew', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    calendar.directory = { groups: aWeek().slice(0, 3) };
    await calendar.filterable;
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold']));
    expect((byRole(calendar, 'checkbox', /^Grief/) as HTMLInputElement).checked).to.equal(true);
  });

  it('is not offered where nothing divides the listing', async () => {
    const calendar = await aCalendar({ groups: [aGroup({ meetings: [weekly('MO', '10:00')] })] });
    expect(queryByRole(calendar, 'button', /^Filters/)).to.equal(undefined);
  });

  it('comes later than the calendar, and moves nothing when it does', async () => {
    const calendar = placeCalendar({ groups: aWeek(), width: PHONE });
    await calendar.ready;
    expect(queryByRole(calendar, 'button', /^Filters/)).to.equal(undefined);
    const grid = partOf(calendar, 'grid')!;
    const { top } = grid.getBoundingClientRect();
    await calendar.filterable;
    expect(byRole(calendar, 'button', /^Filters/)).to.exist;
    expect(partOf(calendar, 'grid')).to.equal(grid);
    expect(grid.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });
});

describe('the part that narrows and prints', () => {
  it('leaves the calendar whole where it cannot be loaded, says so and can be tried again', async () => {
    const base = `/built/further-${Date.now().toString(36)}/`;
    await fetch(`${base}fail?times=1000&of=further`);
    const frame = document.createElement('iframe');
    frame.src = '/test/pages/blank.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    aBox().append(frame);
    await loaded;
    const host = frame.contentWindow as Window & { console: Console };
    const hints: string[] = [];
    host.console.warn = (...words: unknown[]) => void hints.push(words.join(' '));
    const calendar = host.document.createElement('kith-meeting-calendar') as MeetingCalendar;
    calendar.setAttribute('src', '/fixtures/kith-directory.json');
    host.document.body.append(calendar);
    const script = host.document.createElement('script');
    script.type = 'module';
    script.src = `${base}loader.js`;
    host.document.head.append(script);
    await waitUntil(
      () => hints.some((hint) => hint.includes('could not be loaded')),
      'the webmaster is told',
    );
    expect(hints.join()).to.contain(
      '<kith-meeting-calendar>: the part that filters and prints could not be loaded; the calendar is there.',
    );
    const words = textOf(calendar.shadowRoot!);
    for (const kept of ['Worry Less Together', '116 123', en.exit, en.calendarTitle])
      expect(words).to.contain(kept);
    expect(calendar.shadowRoot!.querySelector('[part~=grid]')).to.exist;
    expect(words).to.contain(en.filtersFailed);
    await fetch(`${base}fail?times=0`);
    byRole(calendar, 'button', en.tryAgain).click();
    await waitUntil(() => queryByRole(calendar, 'button', /^Filters/), 'the filters have come');
    expect(textOf(calendar.shadowRoot!)).to.not.contain(en.filtersFailed);
  });
});

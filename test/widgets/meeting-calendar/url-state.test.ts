import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import {
  aCalendar,
  aWeek,
  cellOf,
  focused,
  headings,
  monthOf,
  names,
  openerIn,
  openFilters,
  PHONE,
  partOf,
  placeCalendar,
  rowOf,
  said,
  settled,
  tap,
  tapOn,
  tick,
} from './a-calendar.js';

const on = { groups: aWeek(), attributes: { 'url-state': '' } };
const onPhone = { ...on, width: PHONE };

const before = location.href;

afterEach(() => {
  history.replaceState(null, '', before);
});

/** The page goes to another fragment, as by a link. */
function follow(fragment: string): void {
  history.replaceState(null, '', `#${fragment}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The visitor goes back to an earlier address. */
function backTo(address: string): void {
  history.replaceState(null, '', address);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

describe('the page’s address and the calendar', () => {
  it('stays as it is unless the page asks for more', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    await tap(calendar, en.asList);
    await tapOn(calendar, cellOf(calendar, '2026-11-24'));
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    expect(location.href).to.equal(before);
  });

  it('names day, view, filters and the opened session, and none when there is none', async () => {
    const calendar = await aCalendar(on);
    const entries = history.length;
    expect(location.href).to.equal(before);
    await tapOn(calendar, cellOf(calendar, '2026-11-24'));
    expect(location.hash).to.equal('#kith-calendar__day__2026-11-24');
    await tap(calendar, en.asList);
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    expect(location.hash).to.equal('#kith-calendar__view__agenda__day__2026-11-24__topic__Grief');
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    expect(location.hash).to.match(/__session__2026-11-24T19_3A00__group__bold$/);
    await tap(calendar, en.backToCalendar);
    await tap(calendar, 'Remove: Grief');
    await tap(calendar, en.toToday);
    expect(location.hash).to.equal('#kith-calendar__view__agenda');
    expect(history.length).to.equal(entries);
  });

  it('brings them all back, and takes no focus and no entry of the history for it', async () => {
    history.replaceState(
      { page: 1 },
      '',
      '#kith-calendar__view__agenda__day__2026-12-08__topic__Grief__session__2026-12-08T19_3A00__group__bold',
    );
    const entries = history.length;
    const calendar = await aCalendar(on);
    expect(byRole(calendar, 'heading', 'Bold')).to.exist;
    expect(textOf(partOf(calendar, 'detail')!)).to.match(/Tuesday,? 8 December/);
    expect(focused(calendar)).to.equal(null);
    await tap(calendar, en.backToCalendar);
    expect(monthOf(calendar)).to.equal('December 2026');
    expect(headings(calendar)[0]).to.match(/^Tuesday,? 8 December$/);
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold', 'Garden']));
    expect(byRole(calendar, 'button', 'Remove: Grief')).to.exist;
    expect(focused(calendar), 'the focus is inside').to.exist;
    expect(history.state).to.deep.equal({ page: 1 });
    expect(history.length).to.equal(entries);
  });

  it('finds a session where it was moved to', async () => {
    history.replaceState(null, '', '#kith-calendar__session__2026-11-25T10_3A00__group__steps');
    const calendar = await aCalendar(on);
    expect(textOf(partOf(calendar, 'detail')!)).to.match(/Thursday,? 26 November, 11:00/);
  });

  it('knows an online meeting of a group from the one in a room at the same hour', async () => {
    const groups = [
      aGroup({
        id: 'twice',
        name: 'Twice',
        meetings: [weekly('TU', '19:00'), weekly('TU', '19:00', { attendance: 'online' })],
      }),
    ];
    const calendar = await aCalendar({ ...onPhone, groups });
    await tapOn(calendar, openerIn(rowOf(calendar, en.online)));
    const named = location.href;
    calendar.remove();
    history.replaceState(null, '', named);
    const again = await aCalendar({ ...onPhone, groups });
    await tap(again, en.backToCalendar);
    expect(location.hash).to.equal('');
    expect(named).to.contain('__meeting__1');
  });

  it('says so when the session is no longer there, until a visitor goes on', async () => {
    history.replaceState(null, '', '#kith-calendar__session__2026-11-24T19_3A00__group__gone');
    const calendar = await aCalendar(onPhone);
    expect(said(calendar)).to.contain(en.sessionGone);
    expect(names(calendar)).to.not.be.empty;
    expect(location.href).to.equal(before);
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    await tap(calendar, en.backToCalendar);
    expect(said(calendar)).to.not.contain(en.sessionGone);
  });

  for (const fragment of [
    'day__2026-02-31',
    'day__yesterday__view__week',
    'session__soon__group__bold',
    'session__2026-11-24T19_3A00',
    'session__2026-11-24T03_3A00__group__bold',
    'topic__Chess__colour__red__odd',
    'day__9999-12-31',
  ])
    it(`passes over what nobody could have chosen: ${fragment}`, async () => {
      history.replaceState(null, '', `#kith-calendar__${fragment}`);
      const calendar = await aCalendar(on);
      expect(partOf(calendar, 'grid')).to.exist;
      expect(partOf(calendar, 'detail')).to.equal(null);
      expect(said(calendar)).to.not.match(/Chess|red|yesterday/);
    });

  it('shows nothing that it then takes away, while choices wait for the part that can choose', async () => {
    history.replaceState(null, '', '#kith-calendar__topic__Grief');
    const calendar = placeCalendar(onPhone);
    await calendar.filterable;
    await settled(calendar);
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Bold', 'Garden']));
    expect(location.hash).to.equal('#kith-calendar__topic__Grief');
  });

  it('keeps choices in the address while the part that can choose is on its way', async () => {
    history.replaceState(null, '', '#kith-calendar__topic__Grief');
    const calendar = placeCalendar(onPhone);
    await calendar.ready;
    expect(location.hash).to.equal('#kith-calendar__topic__Grief');
  });

  it('is obeyed when a link of the page changes it, and when the visitor goes back', async () => {
    const calendar = await aCalendar(on);
    follow('kith-calendar__day__2026-12-08');
    await settled(calendar);
    expect(monthOf(calendar)).to.equal('December 2026');
    expect(focused(calendar), 'the focus leads there').to.exist;
    follow('kith-calendar__session__2026-11-24T19_3A00__group__bold');
    await settled(calendar);
    expect(textOf(focused(calendar)!)).to.equal('Bold');
    backTo('#kith-calendar__day__2026-12-08');
    await settled(calendar);
    expect(partOf(calendar, 'detail')).to.equal(null);
    expect(monthOf(calendar)).to.equal('December 2026');
    backTo(before);
    await settled(calendar);
    expect(monthOf(calendar)).to.equal('November 2026');
    expect(location.href).to.equal(before);
  });

  it('keeps what was chosen when a link leads to another part of the page', async () => {
    const calendar = await aCalendar(on);
    await tapOn(calendar, cellOf(calendar, '2026-11-24'));
    follow('contact');
    await settled(calendar);
    expect(location.hash).to.equal('#contact.kith-calendar__day__2026-11-24');
    expect(headings(calendar)[0]).to.match(/^Tuesday,? 24 November$/);
  });

  it('is listened to no more when the calendar is gone', async () => {
    const calendar = await aCalendar(on);
    calendar.remove();
    follow('kith-calendar__day__2026-12-08');
    await settled(calendar);
    expect(monthOf(calendar)).to.equal('November 2026');
  });

  it('is a selector whatever is chosen, since many pages use their fragment as one', async () => {
    const odd = aGroup({ id: '1/2 #x.%"é"', name: 'Odd', meetings: [weekly('TU', '19:00')] });
    const calendar = await aCalendar({ ...onPhone, groups: [odd] });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Odd')));
    expect(location.hash).to.match(/^#[\w.-]+$/);
    calendar.remove();
    const again = await aCalendar({ ...onPhone, groups: [odd] });
    expect(byRole(again, 'heading', 'Odd')).to.exist;
  });

  it('does not name the way of printing', async () => {
    const calendar = await aCalendar(on);
    const { print } = window;
    const seen: string[] = [];
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      seen.push(location.href);
      window.dispatchEvent(new Event('afterprint'));
    };
    try {
      await tap(calendar, en.printList);
    } finally {
      window.print = print;
    }
    expect([...seen, location.href]).to.deep.equal([before, before]);
  });
});

describe('two calendars in one address', () => {
  it('each have a section of their own', async () => {
    const first = await aCalendar(on);
    const second = await aCalendar({ groups: aWeek(), attributes: { 'url-state': 'second' } });
    await tapOn(first, cellOf(first, '2026-11-24'));
    await tapOn(second, cellOf(second, '2026-11-25'));
    expect(location.hash).to.equal('#kith-calendar__day__2026-11-24.second__day__2026-11-25');
    expect(headings(first)[0]).to.contain('24 November');
    expect(headings(second)[0]).to.contain('25 November');
  });

  it('of one name: the first has it, the second is told', async () => {
    await aCalendar(on);
    expectConsole('another widget of this page is called "kith-calendar" there');
    const second = await aCalendar(on);
    await tapOn(second, cellOf(second, '2026-11-24'));
    expect(location.href).to.equal(before);
  });

  it('know nothing of each other’s filters, days and opened sessions', async () => {
    const first = await aCalendar({ groups: aWeek() });
    const second = await aCalendar({ groups: aWeek() });
    await tap(first, /^December/);
    await openFilters(first);
    expect(monthOf(second)).to.equal('November 2026');
    expect(queryByRole(second, 'checkbox')).to.equal(undefined);
  });
});

import { expect } from '@open-wc/testing';
import { es } from '../../../src/i18n/es.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { textOf } from '../../by-role.js';
import { allowConsole } from '../../expect-console.js';
import { held, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aCalendar,
  aWeek,
  headings,
  makeCalendar,
  monthOf,
  names,
  openerIn,
  openFilters,
  PHONE,
  partOf,
  placeCalendar,
  rowOf,
  settled,
  tap,
  tapOn,
  tick,
} from './a-calendar.js';

const listing = (...of: string[]): Response =>
  Response.json({
    timeZone: 'Europe/London',
    groups: of.map((name) => ({
      name,
      meetings: [{ start: '2026-11-03T19:00', duration: 60, rrule: 'FREQ=WEEKLY' }],
    })),
  });

const groupsOf = (calendar: MeetingCalendar): string[] => [...new Set(names(calendar))];

/** Listeners that are there now: added less removed, by what they listen to. */
function countListeners(target: EventTarget): { left: () => Record<string, number>; end: () => void } {
  const { addEventListener, removeEventListener } = target;
  const seen = new Map<string, Set<unknown>>();
  target.addEventListener = function add(
    this: EventTarget,
    type: string,
    listener: unknown,
    ...rest: unknown[]
  ) {
    seen.set(type, (seen.get(type) ?? new Set()).add(listener));
    return Reflect.apply(addEventListener, target, [type, listener, ...rest]);
  } as EventTarget['addEventListener'];
  target.removeEventListener = function remove(type: string, listener: unknown, ...rest: unknown[]) {
    seen.get(type)?.delete(listener);
    return Reflect.apply(removeEventListener, target, [type, listener, ...rest]);
  } as EventTarget['removeEventListener'];
  return {
    left: () => Object.fromEntries([...seen].flatMap(([type, { size }]) => (size > 0 ? [[type, size]] : []))),
    end: () => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    },
  };
}

describe('a calendar in a page that changes', () => {
  it('goes on loading when it is moved', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const calendar = placeCalendar({ src: '/groups.json', width: PHONE });
    await calendar.updateComplete;
    aBox('div', PHONE).append(calendar);
    give(listing('Calm'));
    await calendar.ready;
    expect(groupsOf(calendar)).to.deep.equal(['Calm']);
  });

  it('shows the last of three addresses, even when the first answer later', async () => {
    const answers = new Map(['/one.json', '/two.json', '/three.json'].map((path) => [path, held()]));
    const asked = stubFetch((url, init) => answers.get(url.pathname)!.answer(url, init));
    const calendar = placeCalendar({ src: '/one.json', width: PHONE });
    await calendar.updateComplete;
    for (const src of ['/two.json', '/three.json']) {
      calendar.src = src;
      await calendar.updateComplete;
    }
    answers.get('/three.json')!.give(listing('Three'));
    await calendar.ready;
    answers.get('/one.json')!.give(listing('One'));
    answers.get('/two.json')!.give(listing('Two'));
    await calendar.filterable;
    expect(groupsOf(calendar)).to.deep.equal(['Three']);
    expect(asked.inits.map(({ signal }) => signal?.aborted)).to.deep.equal([true, true, false]);
  });

  it('gives up a request when it leaves the page, and takes it up when it comes back', async () => {
    const [one, two] = [held(), held()];
    let times = 0;
    const asked = stubFetch((url, init) => (times++ === 0 ? one : two).answer(url, init));
    const box = aBox('div', PHONE);
    const calendar = placeCalendar({ src: '/groups.json', into: box });
    await calendar.updateComplete;
    calendar.remove();
    expect(asked.inits[0]?.signal?.aborted).to.equal(true);
    box.append(calendar);
    two.give(listing('Calm'));
    await calendar.filterable;
    expect(groupsOf(calendar)).to.deep.equal(['Calm']);
    expect(asked.urls).to.have.lengthOf(2);
  });

  it('keeps month, filters and the opened session when it is taken out and put back', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await openFilters(calendar);
    await tick(calendar, /^Grief/);
    await tap(calendar, /: Next month$/);
    calendar.remove();
    aBox('div', PHONE).append(calendar);
    await calendar.filterable;
    expect(monthOf(calendar)).to.equal('December 2026');
    expect(groupsOf(calendar).sort()).to.deep.equal(['Bold', 'Garden']);
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    calendar.remove();
    aBox('div', PHONE).append(calendar);
    await calendar.ready;
    expect(partOf(calendar, 'detail')).to.exist;
  });

  it('stays, with its state, while it is moved about a hundred times', async () => {
    const asked = stubFetch(() => listing('Calm', 'Bold'));
    const calendar = await aCalendar({ src: '/groups.json', width: PHONE });
    await tap(calendar, /: Next month$/);
    const boxes = [aBox('div', PHONE), aBox('section', PHONE)];
    for (let n = 0; n < 100; n++) boxes[n % 2]?.append(calendar);
    await calendar.filterable;
    expect(monthOf(calendar)).to.equal('December 2026');
    expect(groupsOf(calendar).sort()).to.deep.equal(['Bold', 'Calm']);
    expect(asked.urls).to.have.lengthOf(1);
  });

  it('asks once for an address that two calendars share', async () => {
    const { answer, give } = held();
    const asked = stubFetch(answer);
    const both = [1, 2].map(() => placeCalendar({ src: '/groups.json', width: PHONE }));
    for (const calendar of both) await calendar.updateComplete;
    give(listing('Calm'));
    for (const calendar of both) await calendar.filterable;
    expect(asked.urls).to.have.lengthOf(1);
    for (const calendar of both) expect(groupsOf(calendar)).to.deep.equal(['Calm']);
  });

  it('forgets a list that was taken away, at whatever moment', async () => {
    for (let moment = 0; moment < 16; moment++) {
      const calendar = placeCalendar({ groups: aWeek(), width: PHONE });
      for (let turn = 0; turn < moment; turn++) await Promise.resolve();
      allowConsole('src>: is missing');
      calendar.directory = undefined;
      await calendar.ready;
      await new Promise(requestAnimationFrame);
      expect(names(calendar)).to.deep.equal([]);
      expect(partOf(calendar, 'failed')).to.exist;
      calendar.remove();
    }
  });

  it('does not replace a directory that the page has given by a late answer', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const calendar = placeCalendar({ src: '/groups.json', width: PHONE });
    await calendar.updateComplete;
    calendar.directory = { groups: aWeek().slice(1, 2) };
    await calendar.updateComplete;
    give(listing('Late'));
    await calendar.filterable;
    expect(groupsOf(calendar)).to.deep.equal(['Bold']);
  });

  it('takes a directory from plain JavaScript that lacks its lists', async () => {
    const calendar = makeCalendar();
    const bare = {
      groups: [
        { id: 'a', name: 'Bare', meetings: [{ start: '2026-11-24T10:00' }] },
        { id: 'b', name: 'Bald' },
      ],
    };
    Object.assign(calendar, { directory: bare });
    aBox('div', PHONE).append(calendar);
    await calendar.filterable;
    expect(groupsOf(calendar)).to.deep.equal(['Bare']);
  });

  it('tells an answer in the language that the page has changed to meanwhile', async () => {
    const { answer, give } = held();
    stubFetch(answer);
    const box = aBox();
    box.lang = 'en';
    const calendar = placeCalendar({ src: '/groups.json', into: box });
    await calendar.updateComplete;
    box.lang = 'es';
    give(listing('Calma'));
    await calendar.filterable;
    await waitUntil(() => textOf(calendar.shadowRoot!).includes(es.calendarTitle), 'it speaks Spanish');
  });

  it('leaves no listener behind after a hundred times in and out of a page', async () => {
    const watched = [countListeners(document), countListeners(window)];
    try {
      for (let n = 0; n < 100; n++) {
        const calendar = makeCalendar({ groups: aWeek() });
        const box = aBox();
        box.append(calendar);
        if (n % 10 === 0) {
          await calendar.filterable;
          await settled(calendar);
          if (n % 20 === 0) await tapOn(calendar, openerIn(partOf(calendar, 'next-meeting')!));
        }
        calendar.remove();
        if (n % 3 === 0) {
          box.append(calendar);
          calendar.remove();
        }
      }
      expect(watched.map(({ left }) => left())).to.deep.equal([{}, {}]);
    } finally {
      for (const { end } of watched) end();
    }
  });

  it('turns to another excerpt of the listing while a session is open', async () => {
    const calendar = await aCalendar({ groups: aWeek(), width: PHONE });
    await tapOn(calendar, openerIn(rowOf(calendar, 'Bold')));
    calendar.topic = 'Grief';
    await settled(calendar);
    expect(partOf(calendar, 'detail'), 'it fits still').to.exist;
    calendar.topic = 'Anxiety';
    await settled(calendar);
    expect(partOf(calendar, 'detail')).to.equal(null);
    expect(headings(calendar)[0]).to.match(/^Monday,? 23 November$/);
  });
});

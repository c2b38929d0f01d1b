import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MeetingCalendar } from '../../../src/widgets/meeting-calendar/meeting-calendar.js';
import { byRole } from '../../by-role.js';
import { stubFetch } from '../../stub-fetch.js';
import {
  aBox,
  aCalendar,
  aWeek,
  cellOf,
  openerIn,
  openFilters,
  partOf,
  placeCalendar,
  settled,
  tap,
  tapOn,
  tick,
} from './a-calendar.js';

/** Everything about a page that a guest must leave as it is. */
function pageNow() {
  const root = document.documentElement;
  return {
    globals: Object.keys(window).sort(),
    title: document.title,
    address: location.href,
    history: history.length,
    historyState: JSON.stringify(history.state),
    root: [...root.attributes].map(({ name, value }) => `${name}=${value}`),
    body: [...document.body.attributes].map(({ name, value }) => `${name}=${value}`),
    head: document.head.innerHTML,
    headings: [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.textContent),
    children: [...document.body.children].map(({ localName }) => localName),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    cookies: document.cookie,
    scroll: window.scrollY,
  };
}

/** A visit that does everything there is to do. */
async function visit(calendar: MeetingCalendar): Promise<void> {
  await openFilters(calendar);
  await tick(calendar, /^Grief/);
  await tap(calendar, /^Show \d+ meeting/);
  await tap(calendar, /: Next month$/);
  await tap(calendar, en.toToday);
  await tap(calendar, en.asList);
  await tapOn(calendar, cellOf(calendar, '2026-11-24'));
  await tapOn(calendar, openerIn(calendar.shadowRoot!.querySelector('[part~=result]')!));
  await tap(calendar, en.backToCalendar);
  byRole(calendar, 'summary', /change/).click();
  window.dispatchEvent(new Event('beforeprint'));
  window.dispatchEvent(new Event('afterprint'));
  await settled(calendar);
  window.scrollTo(0, 0);
}

describe('the page around a calendar', () => {
  it('stays as it was: title, headings, head, body, globals, storage, cookies, history, styles', async () => {
    const box = aBox();
    const before = pageNow();
    const calendar = await aCalendar({ groups: aWeek(), into: box });
    await visit(calendar);
    expect(pageNow()).to.deep.equal(before);
    calendar.remove();
    expect(pageNow()).to.deep.equal(before);
  });

  it('is asked for the feed alone: everything else comes from where the widget’s own script does', async () => {
    const asked = stubFetch((_url, init) => {
      expect(init.referrerPolicy).to.equal('no-referrer');
      expect(init.credentials ?? 'same-origin').to.equal('same-origin');
      expect(init.body ?? null).to.equal(null);
      return Response.json({
        groups: aWeek().map(({ id, name, topics }) => ({
          id,
          name,
          topics,
          meetings: [
            {
              start: '2026-11-03T19:00',
              rrule: 'FREQ=WEEKLY',
              changes: [{ recurrenceId: '2026-11-24', status: 'cancelled' }],
            },
          ],
        })),
      });
    });
    const before = performance.getEntriesByType('resource').length;
    const calendar = await aCalendar({ src: '/list.json' });
    await visit(calendar);
    expect(asked.urls).to.deep.equal([new URL('/list.json', document.baseURI).href]);
    for (const { name } of performance.getEntriesByType('resource').slice(before)) {
      const { origin, pathname } = new URL(name);
      expect(origin).to.equal(location.origin);
      expect(pathname, name).to.match(/^\/(?:src|node_modules|__wds-outside-root__|__web-dev-server)/);
    }
  });

  it('hears facts alone: which session was opened, never what a visitor narrows by', async () => {
    const sent = new Map<string, Event[]>();
    const { dispatchEvent } = HTMLElement.prototype;
    HTMLElement.prototype.dispatchEvent = function send(event) {
      if (this.localName === 'kith-meeting-calendar')
        sent.set(event.type, [...(sent.get(event.type) ?? []), event]);
      return dispatchEvent.call(this, event);
    };
    try {
      await visit(await aCalendar({ groups: aWeek() }));
    } finally {
      HTMLElement.prototype.dispatchEvent = dispatchEvent;
    }
    expect([...sent.keys()].sort()).to.deep.equal([
      'kith-ready',
      'kith-session-closed',
      'kith-session-opened',
    ]);
    for (const events of sent.values())
      for (const event of events) {
        const own = Object.fromEntries(
          Object.keys(event)
            .filter((name) => name !== 'isTrusted')
            .map((name) => [name, Reflect.get(event, name)]),
        );
        expect(JSON.stringify(own)).to.not.match(/Grief|filter|agenda/);
      }
    const [opened] = sent.get('kith-session-opened')!;
    expect(opened).to.include({ groupId: 'bold', date: '2026-11-24' });
  });

  it('hears no change event of a filter from anything but the element itself', async () => {
    const targets: (EventTarget | null)[] = [];
    const hear = (event: Event): void => void targets.push(event.target);
    for (const type of ['input', 'change', 'click', 'keydown', 'toggle'])
      document.addEventListener(type, hear);
    const calendar = await aCalendar({ groups: aWeek() });
    await visit(calendar);
    for (const type of ['input', 'change', 'click', 'keydown', 'toggle'])
      document.removeEventListener(type, hear);
    expect(targets).to.not.be.empty;
    for (const target of targets) expect(target).to.equal(calendar);
    expect(calendar.outerHTML).to.not.match(/Grief|Bold/);
  });

  it('is left with the keys that are its own', async () => {
    const calendar = await aCalendar({ groups: aWeek() });
    for (const key of ['ArrowDown', 'PageDown', 'Home', ' ', 'Escape']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      partOf(calendar, 'next')!.dispatchEvent(event);
      expect(event.defaultPrevented, key).to.equal(false);
    }
  });

  it('cannot restyle the inside by rules of its own for bare tags', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { color: rgb(1, 2, 3) !important; letter-spacing: 9px } td, th { padding: 99px !important } table { border: 9px solid red }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const calendar = await aCalendar({ groups: aWeek() });
      const cell = getComputedStyle(cellOf(calendar, '2026-11-24'));
      expect(cell.color).to.not.equal('rgb(1, 2, 3)');
      expect(cell.letterSpacing).to.not.equal('9px');
      expect(cell.paddingTop).to.not.equal('99px');
      expect(getComputedStyle(partOf(calendar, 'grid')!).borderTopWidth).to.equal('0px');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('keeps its ids and those of a second calendar apart', async () => {
    placeCalendar({ groups: aWeek() });
    const calendar = await aCalendar({ groups: aWeek() });
    const ids = [...calendar.shadowRoot!.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(document.getElementById('month')).to.equal(null);
    const grid = partOf(calendar, 'grid')!;
    for (const attribute of ['aria-labelledby', 'aria-describedby'])
      expect(calendar.shadowRoot!.getElementById(grid.getAttribute(attribute)!)).to.exist;
  });
});

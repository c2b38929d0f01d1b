import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import type { Meeting, Occurrence } from '../../src/domain/meeting.js';
import { occurrences } from '../../src/domain/recurrence/occurrences.js';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { enCalendar } from '../../src/i18n/en-calendar.js';
import { Locale } from '../../src/i18n/locale.js';
import { dress, phrases, TakeHome, type Taken } from '../../src/parts/take-home.js';
import { buttons } from '../../src/ui/buttons.js';
import { theme } from '../../src/ui/theme.js';
import { expectNoBarriers } from '../axe.js';
import { allByRole, byRole, nameOf, queryByRole, textOf } from '../by-role.js';
import { aMeeting } from '../domain/recurrence/a-meeting.js';
import { aGroup, DAY, LONDON, NOW } from '../domain/small-groups.js';
import { press, type } from '../keys.js';

const english = new Locale(en, 'en-GB', 'GB');
const group = aGroup({ id: 'bipolar-leeds', name: 'Bipolar support', url: 'https://bipolar.example.org/' });
const weekly = aMeeting({
  rule: 'FREQ=WEEKLY',
  venue: { name: 'Recovery Centre', address: '1 High Street' },
});
const ahead = (meeting: Meeting): Occurrence[] => occurrences(meeting, NOW, NOW + 60 * DAY, LONDON);

interface Shown {
  readonly root: ShadowRoot;
  readonly said: string[];
  /** Shows another session, or the same one anew. */
  show(parts?: Partial<Taken>): void;
}

const hosts: HTMLElement[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

/** @param isAlone Nobody else says what the part has to say. */
function shown(parts: Partial<Taken> = {}, locale = english, isAlone = false): Shown {
  const host = document.body.appendChild(document.createElement('div'));
  hosts.push(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [theme, buttons].flatMap(({ styleSheet }) => styleSheet ?? []);
  dress(root);
  const said: string[] = [];
  const [occurrence] = ahead(weekly);
  if (!occurrence) throw new Error('no session');
  let taken: Taken = {
    group,
    occurrence,
    now: NOW,
    viewerZone: LONDON,
    feeds: [],
    ...(!isAlone && { say: (text: string) => void said.push(text) }),
    ...parts,
  };
  const part = new TakeHome({ requestUpdate: () => draw() });
  const draw = () =>
    render(
      html`<div class="kith" lang=${locale.strings.lang} dir=${locale.strings.dir}>${part.view(locale, taken)}</div>`,
      root,
    );
  draw();
  return {
    root,
    said,
    show(more = {}) {
      taken = { ...taken, ...more };
      draw();
    },
  };
}

const radio = (root: ShadowRoot, name: RegExp): HTMLInputElement => {
  const found = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].find((one) =>
    name.test(nameOf(one)),
  );
  if (!found) throw new Error(`no radio ${name}`);
  return found;
};

async function open({ root }: Shown): Promise<void> {
  const details = root.querySelector('details');
  const toggled = new Promise((resolve) => details?.addEventListener('toggle', resolve, { once: true }));
  root.querySelector('summary')?.click();
  await toggled;
}

async function opened(parts: Partial<Taken> = {}, locale = english, isAlone = false): Promise<Shown> {
  const one = shown(parts, locale, isAlone);
  await open(one);
  return one;
}

interface File {
  readonly name: string;
  readonly text: Promise<string>;
}

/** Catches what would be saved. */
function catching(save: () => void): File {
  const blobs = new Map<string, Blob>();
  const files: File[] = [];
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) files.push({ name: this.download, text: blob.text() });
  };
  try {
    save();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  expect(files).to.have.length(1);
  return files[0] as File;
}
const saved = ({ root }: Shown): File => catching(() => byRole(root, 'button', /^Save/).click());
const hrefs = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll('a')].map(({ href }) => decodeURIComponent(href));

describe('taking a date home', () => {
  it('is one button at first, and all its words come with it', () => {
    const { root } = shown();
    expect(root.querySelectorAll('a, button, input, select')).to.have.length(0);
    expect(textOf(byRole(root, 'summary'))).to.equal('Put it into my diary');
    // What is said where the part did not come is the calendar's own.
    const wanted = Object.keys(en).filter((key) => key.startsWith('diary') && !(key in enCalendar));
    expect(Object.keys(phrases)).to.deep.equal(wanted);
  });

  it('begins with this date alone, a plain title, and no reminder', async () => {
    const { root } = await opened();
    expect(radio(root, /^Only Tuesday,? 24 November, 18:30 to 19:30$/).checked).to.equal(true);
    expect(radio(root, /^A plain title$/).checked).to.equal(true);
    expect(root.querySelector('select')?.selectedOptions[0]?.text).to.equal('None');
    expect(root.querySelector<HTMLInputElement>('input[type=text]')?.value).to.equal('Appointment');
  });

  it('leaves the group out of everything, until a visitor wants it', async () => {
    const one = await opened({ feeds: ['https://clinic.example/a.ics'] });
    const { root } = one;
    const telling = /bipolar|recovery|high street|kith/i;
    const file = saved(one);
    expect(file.name).to.equal('appointment.ics');
    expect(await file.text)
      .to.match(/^BEGIN:VCALENDAR/)
      .and.not.match(telling);
    const links = hrefs(root).filter((href) => !href.startsWith('webcal:'));
    expect(links).to.have.length(3);
    for (const href of links) expect(href).to.contain('Appointment').and.not.match(telling);
    expect(one.said.join()).to.equal(
      'Your browser is saving appointment.ics. Open it from your downloads, and your diary takes it in.',
    );
    expect(textOf(root)).not.to.match(telling);

    radio(root, /name, place and link$/).click();
    const named = saved(one);
    expect(named.name).to.equal('bipolar-support.ics');
    expect(await named.text)
      .to.contain('SUMMARY:Bipolar support')
      .and.contain('Recovery Centre');
    for (const href of hrefs(root).filter((href) => !href.startsWith('webcal:')))
      expect(href).to.contain('Bipolar support');
    expect(textOf(root)).to.contain(en.diaryTellsNamed);
  });

  it('takes another title, which goes into file and links and is never said aloud', async () => {
    const one = await opened();
    const field = one.root.querySelector<HTMLInputElement>('input[type=text]');
    if (!field) throw new Error('no field');
    field.value = 'Piano';
    field.dispatchEvent(new Event('input'));
    const file = saved(one);
    expect(file.name).to.equal('appointment.ics');
    expect(await file.text).to.contain('SUMMARY:Piano');
    expect(hrefs(one.root).every((href) => href.includes('Piano'))).to.equal(true);
    expect(one.said.join()).not.to.contain('Piano');
  });

  it('takes every date, said in words, and tells why a link is missing', async () => {
    const one = await opened();
    const { root } = one;
    radio(root, /^Every time$/).click();
    expect(textOf(root)).to.contain('Every Tuesday, from 24 November 2026');
    expect(await saved(one).text).to.contain('RRULE:FREQ=WEEKLY');
    expect(allByRole(root, 'link').map(nameOf)).to.deep.equal(['Open Google Calendar']);
    expect(textOf(root)).to.contain('Outlook: the link cannot hold all of these dates.');

    const [changed] = ahead({ ...weekly, exceptDates: ['2026-12-22'] });
    one.show(changed ? { occurrence: changed } : {});
    expect(radio(root, /^Every time$/).checked, 'the same session loaded anew').to.equal(true);
    expect(allByRole(root, 'link')).to.deep.equal([]);
    expect(textOf(root)).to.contain('Google Calendar and Outlook: the link');
  });

  it('counts the dates where no rule says them, and asks nothing where there is one alone', async () => {
    const [some] = ahead(
      aMeeting({ start: '2026-11-24T18:30', extraDates: ['2026-12-03T18:30', '2026-12-17T18:30'] }),
    );
    const [alone] = ahead(aMeeting({ start: '2026-11-24T18:30' }));
    if (!some || !alone) throw new Error('no session');
    expect(textOf((await opened({ occurrence: some })).root)).to.contain('The next 3 dates');
    const { root } = await opened({ occurrence: alone });
    expect(queryByRole(root, 'group', en.diaryWhich)).to.equal(undefined);
  });

  it('sets a reminder', async () => {
    const one = await opened();
    const select = one.root.querySelector('select');
    if (!select) throw new Error('no field');
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'None',
      '30 minutes before',
      '2 hours before',
      '1 day before',
    ]);
    select.selectedIndex = 2;
    select.dispatchEvent(new Event('change'));
    expect(await saved(one).text).to.contain('DESCRIPTION:Appointment\r\nTRIGGER:-PT2H');
  });

  it('forgets its choices with the session', async () => {
    const one = await opened();
    radio(one.root, /name, place and link$/).click();
    saved(one);
    const [, next] = ahead(weekly);
    one.show(next ? { occurrence: next } : {});
    expect(one.root.querySelector('details')?.open).to.equal(false);
    await open(one);
    expect(radio(one.root, /^A plain title$/).checked).to.equal(true);
    expect(textOf(one.root)).not.to.contain('Your browser is saving');
  });

  it('offers nothing for a date that is off or over', () => {
    const [first, second] = ahead({ ...weekly, exceptDates: ['2026-12-01'] });
    if (!first || !second) throw new Error('no session');
    const off = shown({ occurrence: second });
    expect(off.root.querySelectorAll('details')).to.have.length(0);
    expect(textOf(off.root)).to.equal(en.diaryOff);
    expect(textOf(shown({ occurrence: first, now: NOW + 7 * DAY }).root)).to.equal(en.diaryOver);
  });

  it('follows a calendar at its own address, and says whose names it shows', async () => {
    const feeds = ['https://clinic.example/a.ics', 'webcal://clinic.example/a.ics', 'data:text/calendar,x'];
    const { root } = await opened({ feeds });
    const links = allByRole(root, 'link', en.diaryFollow) as HTMLAnchorElement[];
    expect(links.map(({ href }) => href)).to.deep.equal(['webcal://clinic.example/a.ics']);
    expect(textOf(root)).to.contain('It shows the names of all groups, and asks clinic.example for them');
  });

  it('opens other diaries in a tab that does not know where it came from, and says so', async () => {
    const one = await opened();
    for (const link of allByRole(one.root, 'link') as HTMLAnchorElement[]) {
      expect(link).to.include({ target: '_blank', rel: 'noopener noreferrer' });
      link.addEventListener('click', (event) => event.preventDefault());
    }
    byRole(one.root, 'link', 'Open Google Calendar').click();
    expect(one.said).to.deep.equal([
      'Google Calendar opens in a new tab. The date is in your diary once you save it there.',
    ]);
  });

  it('says what became of it by itself where nobody else does', async () => {
    const loud = await opened();
    expect(loud.root.querySelector('[role=status]')).to.equal(null);
    const alone = await opened({}, english, true);
    expect(alone.root.querySelector('[role=status]')?.textContent).to.equal('');
    saved(alone);
    expect(alone.root.querySelector('[role=status]')?.textContent).to.contain('appointment.ics');
  });

  it('is done by keyboard alone', async () => {
    const one = shown();
    const { root } = one;
    const focused = () => root.activeElement as HTMLInputElement;
    root.querySelector('summary')?.focus();
    const toggled = new Promise((resolve) =>
      root.querySelector('details')?.addEventListener('toggle', resolve, { once: true }),
    );
    await press('Enter');
    await toggled;
    await press('Tab');
    expect(nameOf(focused())).to.match(/^Only Tuesday/);
    await press('ArrowDown');
    expect(radio(root, /^Every time$/).checked).to.equal(true);
    expect(nameOf(focused())).to.equal('Every time');
    await press('Tab');
    expect(nameOf(focused())).to.equal('A plain title');
    await press('Tab');
    await type('X');
    expect(focused().value).to.contain('X');
    await press('Tab');
    expect(focused().localName).to.equal('select');
    await press('Tab');
    expect(textOf(focused())).to.equal('Save for my diary (.ics)');
  });

  it('has no barriers, plain, named or whole, with a calendar to follow', async () => {
    const one = await opened({ feeds: ['https://clinic.example/a.ics'] });
    await expectNoBarriers(one.root.host);
    radio(one.root, /name, place and link$/).click();
    radio(one.root, /^Every time$/).click();
    saved(one);
    await expectNoBarriers(one.root.host);
  });

  it('speaks Arabic, with its own plain title and file name', async () => {
    const one = await opened({}, new Locale(ar, 'ar'));
    const { root } = one;
    const save = [...root.querySelectorAll('button')].at(-1);
    const file = catching(() => save?.click());
    expect(file.name).to.equal('موعد.ics');
    expect(await file.text).to.contain('SUMMARY:موعد');
    expect(hrefs(root).every((href) => href.includes('موعد'))).to.equal(true);
    const isOver = [...root.querySelectorAll('*')].filter(
      (one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0,
    );
    expect(isOver.map(({ className }) => className)).to.deep.equal([]);
    await expectNoBarriers(root.host);
  });

  it('dresses a widget once, and leaves its own fields as they are', () => {
    const { root } = shown();
    const before = root.adoptedStyleSheets.length;
    dress(root);
    dress(null);
    expect(root.adoptedStyleSheets).to.have.length(before);
    expect(root.adoptedStyleSheets.indexOf(theme.styleSheet as CSSStyleSheet)).to.equal(1);
  });
});

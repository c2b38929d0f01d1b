/** Who is measured as a calendar: Kith and its peers, each with the page that its own documentation tells people to write. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseRule } from '../dist/domain/recurrence/rule.js';
import { builtPage, ownVersion, versionsIn } from './built-page.mjs';
import { directory, expanded, TODAY, ZONE } from './calendar-rules.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '..');
const peers = path.join(here, 'calendar-peers');
const TAG = 'kith-meeting-calendar';

/** Calendars that are no peer here, with the reason. */
export const ABSENT = {
  'FullCalendar 7 as a web component': 'npm has its web component for version 6 only',
  'FullCalendar’s and schedule-x’s premium plugins': 'not free',
};

const dataLine = (id, listing) => `<script src="/data/${listing}/${id}.js"></script>`;
const feedOf = (listing) => `/data/${listing}/groups.ics`;

/** A peer's page is built by Vite as for a live site: one minified script, one stylesheet. */
function peer(
  id,
  {
    folder: inFolder = id,
    name,
    packages,
    note,
    next,
    beforeNext,
    changes,
    height,
    hasStyle = true,
    isShort = false,
    file = 'page',
    data,
  },
) {
  const built = path.join(project, '.cache/bench-calendar', id);
  return {
    id,
    name,
    isShort,
    versions: versionsIn(path.join(peers, inFolder), packages),
    note,
    folders: { [id]: built },
    page: (listing) => `${hasStyle ? `<link rel="stylesheet" href="/${id}/page.css" />` : ''}
${height ? `<style>#place { height: ${height}px }</style>` : ''}
<div id="place"></div>
${dataLine(id, listing)}
<script type="module" src="/${id}/page.js"></script>`,
    next: typeof next === 'function' ? next : () => next,
    beforeNext,
    changes: changes ?? (() => 'names'),
    data,
    ready: () => builtPage({ folder: path.join(peers, inFolder), file, built, packages }),
  };
}

const rules = (groups) => ({
  groups: groups.map(({ sessions, ...group }) => group),
  today: TODAY,
  zone: ZONE,
});

const FULLCALENDAR_7 = {
  name: 'FullCalendar 7',
  packages: [
    'fullcalendar',
    '@fullcalendar/core',
    '@full-ui/headless-calendar',
    '@fullcalendar/rrule',
    'rrule',
  ],
  note: 'rules through `@fullcalendar/rrule`, what falls out as `exdate`, what moved as an event of its own; every event with a `url`',
  next: '[aria-label="Next month" i]',
  data: rules,
};

const EVENT_CALENDAR = {
  name: 'EventCalendar',
  packages: ['@event-calendar/core', 'svelte'],
  note: 'knows no rules: it gets the sessions already worked out, those of two months; with `eventClick`',
  next: '.ec-next',
  data: (groups) => ({ sessions: expanded(groups), today: TODAY }),
};

/** The same calendar that shows as many sessions a day as fit and "+ more", as it can be told to. */
const shortened = (id, settings) =>
  peer(`${id}-short`, {
    ...settings,
    folder: id,
    name: `${settings.name}, shortened`,
    // On a phone FullCalendar then names no session at all, only how many there are.
    isShort: true,
    note: 'the same with `dayMaxEvents: true`: what does not fit into a day is “+ more”; on the wide page only',
    data: (groups) => ({ ...settings.data(groups), options: { dayMaxEvents: true } }),
  });

const PEERS = [
  peer('fullcalendar-7', FULLCALENDAR_7),
  shortened('fullcalendar-7', FULLCALENDAR_7),
  peer('fullcalendar-6', {
    name: 'FullCalendar 6 web component',
    packages: ['@fullcalendar/web-component', '@fullcalendar/core', '@fullcalendar/rrule', 'rrule'],
    note: 'as FullCalendar 7, in its shadow root, which it recommends',
    hasStyle: false,
    next: '.fc-next-button',
    data: rules,
  }),
  peer('schedule-x', {
    name: 'schedule-x',
    packages: ['@schedule-x/calendar', '@schedule-x/event-recurrence', 'temporal-polyfill', 'preact'],
    note: 'rules through its recurrence plugin, what falls out as `exdate`, what moved as an event of its own; with `onEventClick`. Its month shows four sessions a day and “+ more”, on a phone dots and the sessions of one day, and no button for the next month: there a day of it is chosen in its date picker',
    next: (width) =>
      width < 700
        ? '.sx__date-picker__day:not(.is-leading-or-trailing) >> nth=9'
        : '.sx__forward-backward-navigation .sx__chevron-wrapper:has(.sx__chevron--next)',
    async beforeNext(page, width) {
      if (width >= 700) return;
      await page.click('.sx__date-input');
      await page.click('.sx__date-picker-popup .sx__chevron-wrapper:has(.sx__chevron--next)');
      await page.waitForTimeout(300);
    },
    changes: (width) => (width < 700 ? 'text' : 'names'),
    height: 800,
    data: rules,
  }),
  peer('event-calendar', EVENT_CALENDAR),
  shortened('event-calendar', EVENT_CALENDAR),
];

const attributes = `date="${TODAY}" time-zone="${ZONE}" country="GB"`;
const CLOCK = Date.parse(`${TODAY}T12:00Z`);

function kith(dist) {
  return {
    id: 'kith',
    name: 'Kith',
    versions: ownVersion(),
    note: 'from its script build, with a `directory` whose rules are read',
    folders: { kith: path.resolve(dist) },
    // The first element makes the loader load; it is gone before it is defined, so that nothing of it is drawn beforehand.
    page: (listing) => `<div id="place"><${TAG}></${TAG}></div>
${dataLine('kith', listing)}
<script type="module" src="/kith/loader.js"></script>
<script type="module">
  const place = document.getElementById('place');
  place.replaceChildren();
  await customElements.whenDefined('${TAG}');
  const { directory } = window.benchData;
  benchProbe.begin();
  place.innerHTML = '<${TAG} ${attributes}></${TAG}>';
  Object.assign(place.firstElementChild, { clock: () => ${CLOCK}, directory });
</script>`,
    next: () => '[part~="next"]',
    changes: () => 'names',
    data: (groups) => ({ directory: directory(groups, parseRule) }),
    ready: async () => {},
  };
}

/** The same, reading a calendar's file as a page would have it: for the bytes, and for what it makes of a cancelled session. */
function kithFeed(dist) {
  return {
    ...kith(dist),
    id: 'kith-feed',
    name: 'Kith',
    note: 'with an iCalendar file as `src`',
    page: (listing) => `<${TAG} src="${feedOf(listing)}" ${attributes}></${TAG}>
<script type="module" src="/kith/loader.js"></script>
<script type="module">
  document.querySelector('${TAG}').clock = () => ${CLOCK};
  benchProbe.begin();
</script>`,
  };
}

const fullcalendarFeed = () =>
  peer('fullcalendar-6-feed', {
    folder: 'fullcalendar-6',
    name: 'FullCalendar 6 web component',
    packages: ['@fullcalendar/web-component', '@fullcalendar/core', '@fullcalendar/icalendar', 'ical.js'],
    note: 'with `@fullcalendar/icalendar`',
    file: 'feed',
    next: '.fc-next-button',
    hasStyle: false,
    data: (_groups, listing) => ({ feed: feedOf(listing), today: TODAY }),
  });

/** @param dist Kith's script build. */
export function subjectsOf(dist) {
  const loader = path.join(dist, 'loader.js');
  if (!existsSync(loader) || !readFileSync(loader, 'utf8').includes(TAG))
    throw new Error(`${loader} knows no <${TAG}>: build first, or name another script build with --dist.`);
  return { subjects: [kith(dist), ...PEERS], feeds: [kithFeed(dist), fullcalendarFeed()], absent: ABSENT };
}

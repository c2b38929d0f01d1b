/** Who is measured: Kith and its peers, each with the page that its own documentation tells people to write. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICE_BODY } from './feeds.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '..');

export const ZONE = 'America/Los_Angeles';

/** Finders that are no peer here, with the reason. */
const ABSENT = {
  'tsml-ui': 'not in the npm registry; a built file can be given with --peer tsml-ui=app.js',
  'crumb-widget': 'neither it nor its own dependency bmlt-query-client is in the npm registry',
  'storelocator, jquery-storelocator-plugin, react-store-locator':
    'need Google Maps, and know places but no days and times',
};

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The version in the nearest package.json above a file. */
function versionAbove(file) {
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) return read(manifest).version ?? 'unknown';
    if (folder === path.dirname(folder)) return 'unknown';
  }
}

/** Chooses a weekday in Kith's filters. */
async function kithDay(page, day, timed) {
  await page.click('[aria-controls="filters"]');
  await page.waitForTimeout(300);
  return timed('click', () => page.click(`#filters label:has-text("${day}")`));
}

/** @param preload Whether the page has the README's line for slow phones. */
function kith(dist, format, address, preload = false) {
  return {
    id: preload ? 'kith-preload' : format === 'BMLT' ? 'kith-bmlt' : 'kith',
    name: 'Kith',
    version: read(path.join(project, 'package.json')).version,
    format: preload ? `${format}, preloaded` : format,
    folders: { kith: path.resolve(dist) },
    page: (server) =>
      `${preload ? `<link rel="preload" href="${address(server)}" as="fetch" crossorigin>` : ''}<kith-group-finder src="${address(server)}" source-time-zone="${ZONE}" country="US"></kith-group-finder>
<script type="module" src="/kith/loader.js"></script>`,
    field: 'input[type="search"]',
    changes: 'groups',
    settled: "document.querySelector('kith-group-finder').searchable.then(() => undefined)",
    pickDay: kithDay,
  };
}

/** True where the script build has an adapter of that name: its strings name the format. */
const reads = (dist, adapter) =>
  existsSync(path.join(dist, 'chunks')) &&
  readdirSync(path.join(dist, 'chunks')).some((name) => name.startsWith(`${adapter}-`));

function crouton() {
  const folder = path.join(here, 'node_modules/@bmlt-enabled/croutonjs');
  return {
    id: 'crouton',
    name: 'croutonjs',
    version: read(path.join(folder, 'package.json')).version,
    format: 'BMLT',
    folders: { crouton: folder },
    // Without the map, which is the kindest for it: a map asks for tiles and draws every marker.
    page: (server) => `<link rel="stylesheet" href="/crouton/crouton.min.css" />
<div id="bmlt-tabs"></div>
<script src="/crouton/crouton.min.js"></script>
<script>
  var crouton = new Crouton({
    root_server: ${JSON.stringify(server)},
    service_body: [${JSON.stringify(SERVICE_BODY)}],
    template_path: '/crouton/templates',
    show_map: false,
  });
  crouton.render();
</script>`,
    // It searches no groups: its only text fields narrow the choices of a list, here that of towns.
    field: '.select2-search__field',
    openField: (page) => page.click('[aria-labelledby="select2-filter-dropdown-cities-container"]'),
    words: ['hayas', 'norwood', 'kestrel'],
    changes: 'text',
    incomparable: ['input', 'slowestInput'],
    note: 'has no search of the groups: its input is typing in its list of towns',
    async pickDay(page, day, timed) {
      await page.keyboard.press('Escape');
      await page.waitForTimeout(300);
      return timed('click', () => page.click(`.nav-tabs a:has-text("${day}")`));
    },
  };
}

function tsmlUi(file) {
  return {
    id: 'tsml-ui',
    name: 'tsml-ui',
    version: versionAbove(file),
    format: 'Meeting Guide',
    folders: { 'tsml-ui': path.dirname(path.resolve(file)) },
    page: () =>
      `<div id="tsml-ui" data-src="/feed.json" data-timezone="${ZONE}"></div>
<script src="/tsml-ui/${path.basename(file)}" async></script>`,
    field: 'input[type="search"]',
    changes: 'groups',
    async pickDay(page, day, timed) {
      await page.click('#weekday');
      await page.waitForTimeout(300);
      return timed('click', () => page.click(`[aria-labelledby="weekday"] button:has-text("${day}")`));
    },
  };
}

const GIVEN = { 'tsml-ui': tsmlUi };

/**
 * @param dist Kith's script build.
 * @param given `name=file` of peers that npm has not.
 * @returns Those to measure, and why others are absent.
 */
export function subjectsOf(dist, given = []) {
  const feed = () => '/feed.json';
  const subjects = [kith(dist, 'Meeting Guide', feed), crouton(), kith(dist, 'Meeting Guide', feed, true)];
  if (reads(dist, 'bmlt')) {
    subjects.push(
      kith(
        dist,
        'BMLT',
        (server) => `${server}/client_interface/json/?switcher=GetSearchResults&amp;get_used_formats=1`,
      ),
    );
  }
  const absent = { ...ABSENT };
  for (const entry of given) {
    const [, name, file] = /^([^=]+)=(.+)$/.exec(entry) ?? [];
    if (!GIVEN[name] || !existsSync(file)) {
      throw new Error(
        `--peer ${entry}: write NAME=FILE, with the name one of ${Object.keys(GIVEN).join(', ')} and a file that is there.`,
      );
    }
    subjects.push(GIVEN[name](file));
    delete absent[name];
  }
  return { subjects, absent };
}

/** Who may import whom in src/: reads every import and says, in one sentence each, which one breaks the rule of its layer. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/**
 * Per layer: other layers it may import, single modules besides, bare packages (in all of it, or in one folder), and what of others only
 * for its types.
 * Its own layer is always allowed, save where `apart` says that its parts do not know each other.
 */
const LAYERS = {
  domain: {
    layers: [],
    // HPKE is what WebCrypto lacks, and the proof of work is not ours to invent; nothing else of the domain needs a package.
    packagesIn: { 'domain/sealing/': ['hpke', 'altcha-lib'] },
    sentence: 'domain imports domain and nothing else, and sealing hpke and altcha-lib',
  },
  content: { layers: [], types: ['domain'], sentence: 'content imports types of domain and nothing else' },
  i18n: { layers: [], sentence: 'i18n imports nothing' },
  backend: {
    layers: ['domain', 'adapter'],
    sentence: 'backend imports domain; never ui, parts, widgets or lit',
  },
  adapter: {
    layers: ['domain'],
    modules: [
      'backend/ports',
      'backend/problem',
      'backend/http',
      'backend/slices',
      'backend/record',
      'backend/record-parts',
      'backend/weekly-records',
    ],
    apart: true,
    sentence:
      'an adapter imports domain, ports, problem, http and the reading of records; never another adapter',
  },
  ui: {
    layers: ['domain', 'i18n'],
    modules: [
      'backend/ports',
      'backend/problem',
      'backend/catalogue',
      'backend/quiz-pack',
      'backend/inbox',
      'version',
    ],
    packages: ['lit'],
    sentence:
      'ui imports lit, domain, i18n, ports, problem, the catalogue, quiz packs and the inbox; never parts or widgets',
  },
  parts: {
    layers: ['ui', 'domain', 'i18n', 'content'],
    packages: ['lit'],
    types: ['backend/ports', 'backend/problem'],
    sentence: 'parts import lit, ui, domain, i18n and content; of the backend only types; never a widget',
  },
  widgets: {
    layers: ['parts', 'ui', 'domain', 'i18n', 'content'],
    modules: ['backend/ports', 'backend/problem', 'backend/staff-api', 'version'],
    packages: ['lit'],
    apart: true,
    sentence:
      'a widget imports lit, parts, ui, domain, i18n, content, ports, problem and what the desk asks of a server; never another widget or an adapter',
  },
  define: {
    layers: ['widgets'],
    modules: ['ui/define-once'],
    apart: true,
    sentence: 'define imports one widget and what registers it',
  },
  cdn: { layers: ['define'], sentence: 'cdn imports define, the loader only dynamically' },
  index: {
    layers: ['widgets', 'domain', 'backend'],
    // What several widgets tell the page belongs to none of them.
    modules: ['version', 'parts/quick-exit', 'parts/listing-events'],
    types: ['i18n', 'ui', 'parts', 'content'],
    sentence: 'index imports widgets, domain, backend and types; never define or cdn',
  },
  contracts: {
    layers: [],
    modules: ['backend/ports', 'backend/problem'],
    sentence: 'contracts import ports and problem: they test what others write',
  },
  version: { layers: [], sentence: 'version imports nothing' },
  cli: {
    layers: ['domain', 'content', 'backend', 'i18n'],
    // What a page says of days and places, the printed list says in the same words.
    modules: ['version', 'parts/when-in-words', 'parts/where-in-words'],
    packages: ['node:'],
    sentence:
      'cli imports domain, content, backend, i18n, Node and the words for days and places; never ui or widgets',
  },
};

/** Layer and, where a layer's parts do not know each other, the part of a module such as `widgets/group-finder/group-finder`. */
function place(module) {
  const [first, second, third] = module.split('/');
  if (first === 'backend' && second === 'adapters') return { layer: 'adapter', part: third };
  if (first === 'widgets') return { layer: 'widgets', part: second };
  if (first === 'define') return { layer: 'define', part: second };
  return { layer: first, part: undefined };
}

/** An adapter's rooms begin with its name: `csv` and `csv-columns`, `meeting-guide` and `meeting-guide-types`. */
const sameAdapter = (a, b) => a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);

/** What only the facilitators' desk loads: no page of a visitor's may bring it along. */
const OF_THE_DESK = /^(?:domain\/(?:sealing\/staff|desk)\/|backend\/staff-api$)/;

/** The desk itself, how it asks its server, and what the server verifies of the staff's documents. */
const MAY_ASK_THE_DESK =
  /^(?:domain\/(?:sealing\/staff|desk)\/|domain\/sealing\/server$|widgets\/facilitator-desk\/|backend\/staff-api$)/;

const IMPORT =
  /(?:^|[;\n])\s*(?:import|export)\s+(?<type>type\s)?(?:(?<names>[^'";()]*?)\sfrom\s*)?['"](?<from>[^'"]+)['"]|\bimport\(\s*['"](?<later>[^'"]+)['"]\s*\)/g;

/** Every import of one source text: what it names, whether for its type only, whether dynamic. */
export function importsOf(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  return [...code.matchAll(IMPORT)].map(({ groups: { type, names, from, later } }) => {
    const inner = /^\{([^}]*)\}$/.exec(names?.trim() ?? '')?.[1];
    const allTypes = inner?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name));
    return { from: from ?? later, typeOnly: Boolean(type) || allTypes, dynamic: later !== undefined };
  });
}

/** The sentence that an import breaks, or undefined. `module` and the answer's target are paths below src without ending. */
export function complaint(module, { from, typeOnly, dynamic }) {
  const here = place(module);
  const rule = LAYERS[here.layer];
  if (!rule) return `${module}: src has no layer called "${here.layer}"`;
  const broken = `${module} imports ${from}, but ${rule.sentence}.`;
  if (!from.startsWith('.')) {
    const folder = Object.keys(rule.packagesIn ?? {}).find((start) => module.startsWith(start));
    return [...(rule.packages ?? []), ...(rule.packagesIn?.[folder] ?? [])].some(
      (name) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`),
    )
      ? undefined
      : broken;
  }
  if (!from.endsWith('.js')) return `${module} imports ${from}: relative imports end in ".js".`;
  const target = path.posix.join(path.posix.dirname(module), from).replace(/\.js$/, '');
  if (target.startsWith('..')) return `${module} imports ${from}, which lies outside src.`;
  if (OF_THE_DESK.test(target) && !MAY_ASK_THE_DESK.test(module))
    return `${module} imports ${from}, but the staff's part is for the facilitators' desk and never comes to a visitor.`;
  const there = place(target);
  if (here.layer === 'cdn' && there.layer === 'define' && !dynamic && module !== 'cdn/single') return broken;
  if (
    here.layer === 'backend' &&
    there.layer === 'adapter' &&
    !/^backend\/(?:catalogue|further-formats)$/.test(module)
  ) {
    return `${module} imports ${from}, but only the catalogue knows the adapters.`;
  }
  if (here.layer === there.layer) {
    const same = here.layer === 'adapter' ? sameAdapter(here.part, there.part) : here.part === there.part;
    return !rule.apart || same ? undefined : broken;
  }
  if (here.layer === 'define' && there.layer === 'widgets' && here.part !== there.part) return broken;
  if (rule.layers.includes(there.layer) || rule.modules?.includes(target)) return undefined;
  if (here.layer === 'adapter' && there.layer === 'backend' && sameAdapter(here.part, target.split('/')[1]))
    return undefined;
  const forTypes = rule.types?.some((name) => name === there.layer || name === target);
  return forTypes && typeOnly ? undefined : broken;
}

/** What a layer must not call, with the sentence. Comments and strings are not looked at for these. */
const WORDS = [
  {
    applies: (module) => module !== 'backend/http',
    pattern: /(?<![\w.$])fetch\s*\(|\bnew XMLHttpRequest\b|\bnew EventSource\b|\bnew WebSocket\b/,
    sentence: 'only backend/http asks the network for something',
  },
  {
    applies: (module) => module !== 'ui/device-memory',
    pattern:
      /\b(?:localStorage|sessionStorage|indexedDB|sendBeacon|cookieStore)\b|\bdocument\s*\.\s*cookie\b/,
    sentence: 'nothing is reported, and only ui/device-memory stores anything on the visitor’s device',
  },
  {
    applies: () => true,
    pattern:
      /\b(?:globalThis|window|self)\s*(?:\.\s*[\w$]+|\[[^\]]+\])\s*=(?![=>])|\bObject\.(?:assign|defineProperty)\(\s*(?:globalThis|window)\b/,
    sentence: 'nothing is written on the page’s global object',
  },
  {
    applies: () => true,
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|unsafeHTML|unsafeSVG|styleMap)\b|(?<![\w.$])eval\s*\(|\bnew Function\b|\bnew (?:Shared)?Worker\b|\bWebAssembly\b/,
    sentence:
      'strict pages forbid it: no HTML from strings, no inline style, no eval, no worker, no WebAssembly',
  },
  {
    applies: (module) => module.startsWith('domain/'),
    pattern:
      /\bDate\.now\b|\bnew Date\(\s*\)|(?<![\w.$])(?:document|window|navigator|location)\s*[.[]|\bsetTimeout\b|\bMath\.random\b/,
    sentence: 'the domain is told the time and knows no page',
  },
];

/** Code without comments and plain strings; a template's expressions stay. */
function bare(source) {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;,{(])\/\/.*$/gm, '$1')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");
}

/** Sentences about what one module calls. */
export function callsComplaints(module, source) {
  const code = bare(source);
  return WORDS.filter(({ applies, pattern }) => applies(module) && pattern.test(code)).map(
    ({ pattern, sentence }) => `${module} says "${pattern.exec(code)?.[0].trim()}", but ${sentence}.`,
  );
}

/** All that the server may take from the widgets' sources. */
const FOR_THE_SERVER = 'src/domain/sealing/server.js';

/** The sentence that an import of the server's breaks, or undefined. `module` is a path below server/src without ending. */
export function serverComplaint(module, { from }) {
  if (!from.startsWith('.')) {
    const [scope, name] = from.split('/');
    const packageName = scope.startsWith('@') ? `${scope}/${name}` : scope;
    return from.startsWith('node:') || packageName in serverDependencies()
      ? undefined
      : `server: ${module} imports ${from}, but the server imports Node's modules and its own dependencies, named in server/package.json.`;
  }
  if (!from.endsWith('.js')) return `server: ${module} imports ${from}: relative imports end in ".js".`;
  const target = path.posix.join('server/src', path.posix.dirname(module), from);
  return target.startsWith('server/src/') || target === FOR_THE_SERVER
    ? undefined
    : `server: ${module} imports ${from}, but of the widgets' sources the server imports ${FOR_THE_SERVER} alone.`;
}

const serverDependencies = () =>
  JSON.parse(readFileSync(path.join(root, 'server/package.json'), 'utf8')).dependencies;

/** Every module of src, or of the server's, with its source. */
export function modulesOfSrc(where = 'src') {
  const folder = path.join(root, where);
  return readdirSync(folder, { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => ({ module: name.slice(0, -3), source: readFileSync(path.join(folder, name), 'utf8') }));
}

/** Everything that breaks a rule in src, one sentence each. */
export function allComplaints(modules = modulesOfSrc()) {
  return modules.flatMap(({ module, source }) => [
    ...importsOf(source)
      .map((each) => complaint(module, each))
      .filter(Boolean),
    ...callsComplaints(module, source),
  ]);
}

/** Everything that breaks the rule of the server's imports. */
export const serverComplaints = (modules = modulesOfSrc('server/src')) =>
  modules.flatMap(({ module, source }) =>
    importsOf(source)
      .map((each) => serverComplaint(module, each))
      .filter(Boolean),
  );

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = [...allComplaints(), ...serverComplaints()];
  for (const each of complaints) console.error(each);
  console.log(
    complaints.length === 0
      ? `imports: ${modulesOfSrc().length} modules keep to their layers, ${modulesOfSrc('server/src').length} of the server to themselves.`
      : `imports: ${complaints.length} to mend.`,
  );
  process.exit(complaints.length === 0 ? 0 : 1);
}

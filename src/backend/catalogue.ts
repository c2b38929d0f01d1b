/**
 * The formats we read and the way from addresses to a directory: asks for the text, knows the
 * format by its content, loads its adapter, and shares one load between widgets.
 */
import { fetchText, pageAddress } from './http.js';
import type { Format, Loaded, LoadRequest, Reading, SourceReport, SourceText } from './ports.js';
import { Problem, refuseMany } from './problem.js';
import { sheetAddress } from './sheet-address.js';
import { slices } from './slices.js';

export { slices } from './slices.js';

/** A title may stand above a sheet's header; web pages and JSON have commas too, and so have calendars, which are asked first. */
function hasTable(text: string): boolean {
  if (/^[<{[]/.test(text)) return false;
  const lines = text
    .slice(0, 1e4)
    .split('\n')
    .filter((line) => line.trim());
  return lines.slice(0, 5).some((line) => /[,;\t]/.test(line));
}

/** Fields that no other list of records has. */
const isMeetingGuide = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && ('slug' in record || 'day' in record);

/** What most pages read. A few bytes know each of them, so that its reader is the next thing asked for. */
const FORMATS: readonly Format[] = [
  {
    format: 'meeting-guide',
    recognises: ({ json }) => Array.isArray(json) && (json.length === 0 || json.some(isMeetingGuide)),
    load: async () => (await import('./adapters/meeting-guide.js')).meetingGuide,
  },
  {
    format: 'kith-json',
    recognises: ({ json }) => typeof json === 'object' && json !== null && 'groups' in json,
    load: async () => (await import('./adapters/kith-json.js')).kithJson,
  },
  {
    format: 'ics',
    // Warnings of a server may stand in front.
    recognises: ({ text }) => /^\s*BEGIN:VCAL/im.test(text.slice(0, 1e4)),
    load: async () => (await import('./adapters/ics.js')).ics,
  },
  {
    format: 'csv',
    address: sheetAddress,
    recognises: ({ text, json }) => json === undefined && hasTable(text.trimStart()),
    load: async () => (await import('./adapters/csv.js')).csv,
  },
];

/** What tells the rarer ones apart is asked for where none of the first fits. */
const FURTHER = ['bmlt', 'hsds', 'schema-org'] as const;

/** A part of ours that comes by itself; not to get it is a matter of the network, not of the list. */
async function arrived<T>(load: () => Promise<T>, does: string): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new Problem('unreachable', `the part of Kith that ${does} could not be loaded`, { cause });
  }
}

/** Formats of others; they are asked first, since they know their own better than we do. */
const added: Format[] = [];

const formats = (): readonly Format[] => [...added, ...FORMATS];

/** Names for the `format` attribute. */
export const formatNames = (): readonly string[] => [
  ...new Set([...formats().map(({ format }) => format), ...FURTHER]),
];

/**
 * Teaches all widgets of this page one more format. A name that exists already is read by the new one from then on.
 * Sources that are being read keep the reader that they have; `reload()` of an element reads anew.
 * @throws {TypeError} When the name could not be written in the `format` attribute.
 */
export function addFormat(format: Format): void {
  if (!/^[a-z\d]+(?:-[a-z\d]+)*$/.test(format.format)) {
    throw new TypeError(
      `"${format.format}" is no name of a format: write lower case letters, digits and dashes`,
    );
  }
  const present = added.findIndex((one) => one.format === format.format);
  if (present >= 0) added.splice(present, 1);
  added.unshift(format);
}

/** A stranger's recogniser that stumbles over a text does not know it. */
function knows(format: Format, source: SourceText): boolean {
  try {
    return format.recognises(source);
  } catch {
    return false;
  }
}

/** The address to ask for a list, where a format knows better than the page. */
function addressToAsk(address: string, forced: string | undefined): string {
  for (const { format, address: better } of formats()) {
    const found = !forced || forced === format ? better?.(address) : undefined;
    if (found) return found;
  }
  return address;
}

function toSource(text: string): SourceText {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return { text };
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    return { text };
  }
}

async function chooseFormat(source: SourceText, address: string, forced?: string): Promise<Format> {
  const fits = (candidate: Format): boolean =>
    forced ? candidate.format === forced : knows(candidate, source);
  const common = formats().find(fits);
  if (common) return common;
  const { furtherFormats, noFormat } = await arrived(
    () => import('./further-formats.js'),
    'tells formats apart',
  );
  const rare = furtherFormats.find(fits);
  if (rare) return rare;
  throw noFormat(source.text, address, forced, formatNames());
}

type Asked = Pick<LoadRequest, 'format' | 'timeZone' | 'today'>;

/**
 * Reads a text that is at hand as the list of an address.
 * @param pause Lets others have their turn; see `slices`.
 * @throws {Problem}
 */
export async function readText(
  text: string,
  address: string,
  asked: Asked,
  pause: () => Promise<void>,
): Promise<SourceReport & { readonly reading: Reading }> {
  const source = toSource(text);
  await pause();
  const { format, load } = await chooseFormat(source, address, asked.format);
  const adapter = await arrived(load, `reads ${format}`);
  const reading = await adapter.read(source, {
    ...(asked.timeZone ? { timeZone: asked.timeZone } : {}),
    today: asked.today,
    ...(URL.canParse(address, pageAddress()) ? { address: new URL(address, pageAddress()).href } : {}),
    pause,
  });
  refuseMany(reading.kept + reading.leftOut.length, address);
  return { address, format, reading };
}

/** What a list begins with: JSON of a meeting list, other JSON of which nothing is known yet, BEGIN:VCALENDAR; a sheet with anything. */
const LIKELY: Readonly<Record<string, string>> = { '[': 'meeting-guide', '{': '', B: 'ics' };

/**
 * Asks for one list and reads it.
 * @throws {Problem} The signal's reason when aborted.
 */
export async function loadSource(address: string, how: Asked, signal: AbortSignal): Promise<SourceReport> {
  const asked = addressToAsk(address, how.format);
  const pause = slices(signal);
  // Asks for what will probably read the list while the list itself is on the way; this decides nothing.
  const text = await fetchText(asked, signal, (byte) => {
    const likely = how.format ?? LIKELY[String.fromCharCode(byte ?? 0)] ?? 'csv';
    const known = FORMATS.find(({ format }) => format === likely);
    // Why it does not come is told by the one that waits for it.
    known?.load().catch(() => undefined);
  });
  // Decoding, parsing and reading are a slice each.
  await pause();
  return { ...(await readText(text, asked, how, pause)), address };
}

interface Shared {
  readonly promise: Promise<SourceReport>;
  readonly controller: AbortController;
  users: number;
}

/** Loads under way, so that several widgets with one address ask once. */
const underWay = new Map<string, Shared>();

function loadShared(address: string, request: LoadRequest, signal: AbortSignal): Promise<SourceReport> {
  const key = JSON.stringify([address, request.format, request.timeZone, request.today]);
  let shared = underWay.get(key);
  if (!shared) {
    const controller = new AbortController();
    const promise = loadSource(address, request, controller.signal).finally(() => {
      if (underWay.get(key)?.controller === controller) underWay.delete(key);
    });
    shared = { promise, controller, users: 0 };
    underWay.set(key, shared);
  }
  const { promise, controller } = shared;
  const mine = shared;
  mine.users++;
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      if (--mine.users === 0) {
        underWay.delete(key);
        controller.abort(signal.reason);
      }
    };
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** What went wrong with a list, as a Problem. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem('malformed', `the list could not be read: ${String(error)}`, { cause: error });

/**
 * Loads every address and merges what they hold.
 * @throws {Problem} The first source's, when none could be used. The signal's reason when aborted.
 */
export async function loadDirectory(request: LoadRequest, signal: AbortSignal): Promise<Loaded> {
  signal.throwIfAborted();
  const sources = await Promise.all(
    request.addresses.map(async (address): Promise<SourceReport> => {
      try {
        return await loadShared(address, request, signal);
      } catch (error) {
        signal.throwIfAborted();
        return { address, problem: asProblem(error) };
      }
    }),
  );
  return mergeSources(sources);
}

/**
 * Makes one listing of what the sources hold.
 * @throws {Problem} The first source's, when none could be used.
 */
export async function mergeSources(sources: readonly SourceReport[]): Promise<Loaded> {
  const read = sources.flatMap(({ reading }) => (reading ? [reading.directory] : []));
  const [source] = sources;
  const [only] = read;
  if (!only) throw source?.problem ?? new Problem('unsupported', 'there is no source');
  if (read.length === 1) return { directory: only, sources };
  const { mergeDirectories, unmatchedHint } = await arrived(
    () => import('../domain/merge.js'),
    'joins lists',
  );
  const { directory, unmatched } = mergeDirectories(read);
  return { directory, sources, ...(unmatched.length > 0 ? { hints: [unmatchedHint(unmatched)] } : {}) };
}

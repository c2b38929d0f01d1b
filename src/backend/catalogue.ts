/**
 * The formats we read and the way from addresses to a directory: asks for the text, knows the
 * format by its content, loads its adapter, and shares one load between widgets.
 */
import { mergeDirectories } from '../domain/merge.js';
import { fetchText } from './http.js';
import type { DirectoryAdapter, Loaded, LoadRequest, SourceReport, SourceText } from './ports.js';
import { Problem, refuseMany } from './problem.js';
import { sheetAddress } from './sheet-address.js';
import { slices } from './slices.js';

export { slices } from './slices.js';

interface Format {
  readonly format: string;
  /** Whether a text is of this format; the first that says yes reads it. */
  recognises(source: SourceText): boolean;
  load(): Promise<DirectoryAdapter>;
}

/** A title may stand above a sheet's header; web pages, JSON and calendars have commas too. */
function hasTable(text: string): boolean {
  if (/^(?:[<{[]|BEGIN:VCALENDAR)/i.test(text)) return false;
  const lines = text
    .slice(0, 10_000)
    .split('\n')
    .filter((line) => line.trim());
  return lines.slice(0, 5).some((line) => /[,;\t]/.test(line));
}

const FORMATS: readonly Format[] = [
  {
    format: 'meeting-guide',
    recognises: ({ json }) => Array.isArray(json),
    load: async () => (await import('./adapters/meeting-guide.js')).meetingGuide,
  },
  {
    format: 'kith-json',
    recognises: ({ json }) => typeof json === 'object' && json !== null && 'groups' in json,
    load: async () => (await import('./adapters/kith-json.js')).kithJson,
  },
  {
    format: 'csv',
    recognises: ({ text, json }) => json === undefined && hasTable(text.trimStart()),
    load: async () => (await import('./adapters/csv.js')).csv,
  },
];

/** Names for the `format` attribute. */
export const formatNames: readonly string[] = FORMATS.map(({ format }) => format);

function toSource(text: string): SourceText {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return { text };
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    return { text };
  }
}

function chooseFormat(source: SourceText, address: string, forced: string | undefined): Format {
  const format = forced
    ? FORMATS.find((candidate) => candidate.format === forced)
    : FORMATS.find((candidate) => candidate.recognises(source));
  if (format) return format;
  if (forced) {
    throw new Problem(
      'unsupported',
      `format="${forced}" is none that we know. Leave it out, or write one of ${formatNames.join(', ')}`,
    );
  }
  const start = source.text.trimStart();
  if (start === '') throw new Problem('malformed', `${address} is empty`);
  if (start.startsWith('<')) {
    throw new Problem(
      'malformed',
      `${address} answered with a web page instead of a list. If it is a Google Sheet, choose Share, "Anyone with the link", Viewer`,
    );
  }
  if (start.startsWith('{') || start.startsWith('[')) {
    throw new Problem(
      'malformed',
      `${address} looks like JSON but is not whole, or is no format that we know (${formatNames.join(', ')})`,
    );
  }
  throw new Problem('unsupported', `${address} is no format that we know (${formatNames.join(', ')})`);
}

async function loadOne(address: string, request: LoadRequest, signal: AbortSignal): Promise<SourceReport> {
  const fetched = sheetAddress(address);
  const pause = slices(signal);
  const text = await fetchText(fetched, signal);
  // Decoding, parsing and reading are a slice each.
  await pause();
  const source = toSource(text);
  await pause();
  const { format, load } = chooseFormat(source, address, request.format);
  let adapter: DirectoryAdapter;
  try {
    adapter = await load();
  } catch (cause) {
    throw new Problem('unreachable', `the part of Kith that reads ${format} could not be loaded`, { cause });
  }
  const reading = await adapter.read(source, {
    ...(request.timeZone ? { timeZone: request.timeZone } : {}),
    today: request.today,
    address: new URL(fetched, document.baseURI).href,
    pause,
  });
  refuseMany(reading.kept + reading.leftOut.length, address);
  return { address, format, reading };
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
    const promise = loadOne(address, request, controller.signal).finally(() => {
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

const asProblem = (error: unknown): Problem =>
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
  const readings = sources.flatMap(({ reading }) => (reading ? [reading] : []));
  const [first] = sources;
  if (readings.length === 0 && first?.problem) throw first.problem;
  return { directory: mergeDirectories(readings.map(({ directory }) => directory)), sources };
}

/** One field of something valid, made into something else: what a wrong client, an old one or a curious one would send. */
import { below, pick } from '../test/set-up/seeded.mjs';

/** Stands in every text that is made up here, so that an answer or a log that repeats it is known. */
export const MARK = 'zqjxkv';

const TEXTS = [
  MARK,
  `${MARK}\u0000`,
  `\ud800${MARK}`,
  `${MARK}\u202e\u200b`,
  `<script>${MARK}</script>`,
  `'; DROP TABLE question; -- ${MARK}`,
  `%s%n${MARK}`,
  `__proto__${MARK}`,
  `../../${MARK}`,
  MARK.repeat(400),
];

const VALUES = [
  null,
  true,
  false,
  0,
  -1,
  1,
  1.5,
  -0,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  1e308,
  '',
  ' ',
  [],
  {},
  [null],
  [[[[[[]]]]]],
  { length: 3 },
  { toString: 1, valueOf: MARK },
];

/** Base64url that is nearly what it was. */
const NEARLY = [
  (text) => text.slice(0, -1),
  (text) => text.slice(1),
  (text) => `${text}A`,
  (text) => `${text}=`,
  (text) => `${text}\n`,
  (text) => ` ${text}`,
  (text) => `+/${text.slice(2)}`,
  (text) => text.toUpperCase(),
  // The last symbol's spare bits: another way to write the same bytes.
  (text) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1),
  (text) => [...text].reverse().join(''),
  (text) => text + text,
];

function otherText(random, text) {
  if (random() < 0.3) {
    const at = below(random, text.length || 1);
    return text.slice(0, at) + pick(random, ['A', 'z', '-', '_', '0', '.', '\u00e9']) + text.slice(at + 1);
  }
  return random() < 0.5 ? pick(random, NEARLY)(text) : pick(random, TEXTS);
}

function other(random, value) {
  if (typeof value === 'string' && random() < 0.7) return otherText(random, value);
  if (typeof value === 'number' && random() < 0.6)
    return pick(random, [value + 1, value - 1, -value, value + 0.5, String(value), value * 2 ** 32, NaN]);
  if (Array.isArray(value) && random() < 0.6)
    return pick(random, [
      [...value, ...value],
      value.slice(1),
      value.concat(null),
      Array(2000).fill(value[0] ?? 1),
    ]);
  return random() < 0.3 ? pick(random, TEXTS) : pick(random, VALUES);
}

/** Every field of a body, as a list of keys. */
function fieldsOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, inner]) => fieldsOf(inner, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function changed(random, body) {
  const copy = structuredClone(body);
  const field = pick(random, fieldsOf(copy));
  if (!field || field.length === 0) return { [MARK]: 1 };
  const parent = field.slice(0, -1).reduce((at, key) => at[key], copy);
  const key = field.at(-1);
  const kind = below(random, 10);
  if (kind === 0) delete parent[key];
  else if (kind === 1 && !Array.isArray(parent)) {
    // One more that nobody knows.
    Object.defineProperty(parent, pick(random, [MARK, '__proto__', 'constructor', '']), {
      value: pick(random, VALUES),
      enumerable: true,
      configurable: true,
    });
  } else parent[key] = other(random, parent[key]);
  return copy;
}

const HEADERS = [
  ['content-type', 'text/plain'],
  ['content-type', `application/json; charset=${MARK}`],
  ['content-type', ''],
  ['content-encoding', 'gzip'],
  ['authorization', `Bearer ${MARK}`],
  ['authorization', 'Bearer '],
  ['authorization', `Basic ${MARK}`],
  ['origin', `https://${MARK}.example`],
  ['origin', 'null'],
  ['if-none-match', `"${MARK}"`],
  ['accept', 'image/png'],
  ['cookie', `a=${MARK}`],
  ['transfer-encoding', 'chunked'],
];

/**
 * @param {{ method: string, path: string, headers?: Record<string, string>, body?: object }} request
 * @returns The same request with one thing in it changed.
 */
export function mutate(random, request) {
  const kind = below(random, 10);
  if (request.body && kind < 6) return { ...request, body: changed(random, request.body) };
  if (kind % 2 === 0) {
    const [name, value] = pick(random, HEADERS);
    return { ...request, headers: { ...request.headers, [name]: value } };
  }
  const parts = request.path.split('/');
  const at = 1 + below(random, parts.length - 1);
  parts[at] = encodeURIComponent(otherText(random, parts[at]).toWellFormed?.() ?? MARK);
  return { ...request, path: parts.join('/') };
}

/** Nothing valid at all. */
export function noise(random, paths) {
  const method = pick(random, ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
  const path = random() < 0.8 ? pick(random, paths) : `/${pick(random, ['', 'v1', 'ask', 'kith'])}/${MARK}`;
  const takesBody = method !== 'GET' && method !== 'HEAD';
  const length = below(random, 300);
  const raw = pick(random, [
    () => Uint8Array.from({ length }, () => below(random, 256)),
    () => JSON.stringify(pick(random, VALUES)),
    () => '['.repeat(length * 20),
    () => `{"${MARK}":${'{"a":'.repeat(length)}1${'}'.repeat(length)}}`,
    () => `{"locator":"${MARK}","locator":1}`,
    () => '\ufeff{}',
  ])();
  return {
    method,
    path,
    headers: { 'content-type': random() < 0.8 ? 'application/json' : MARK },
    ...(takesBody ? { raw } : {}),
  };
}

/**
 * Reads what strace saw of the server and judges every acknowledgement by it: SIGKILL alone proves nothing of fsync, since the system keeps what
 * a dead process wrote. Between the last write of a commit and the first byte of its acknowledgement there has to be a completed sync.
 */
import { sealing } from '../test/set-up/sealing.mjs';

/** The system calls that matter: what is read from and written to sockets, written to files, synced. */
const CALLS = [
  'read',
  'readv',
  'recvfrom',
  'recvmsg',
  'write',
  'writev',
  'pwrite64',
  'pwritev',
  'pwritev2',
  'sendto',
  'sendmsg',
  'fsync',
  'fdatasync',
  'sync_file_range',
  'msync',
];
const READS = new Set(['read', 'readv', 'recvfrom', 'recvmsg']);
const WRITES = new Set(['write', 'writev', 'pwrite64', 'pwritev', 'pwritev2', 'sendto', 'sendmsg']);
const SYNCS = new Set(['fsync', 'fdatasync']);

/** What is put before the server's command; the trace goes into a file. With -D the process that is started is the server itself. */
export const straceInto = (file) => [
  'strace',
  '-D',
  '-f',
  '--seccomp-bpf',
  '-yy',
  '-xx',
  '-s',
  '70000',
  '-e',
  `trace=${CALLS.join(',')}`,
  '-e',
  'signal=none',
  '-o',
  file,
];

const unescaped = (text) => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** `<…>` after a descriptor: a path, all of it in hexadecimal, or a socket. */
const nameOf = (text) => (text.startsWith('\\x') ? unescaped(text).toString('utf8') : text);

function bytesIn(text) {
  const parts = [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)];
  if (parts.some(([, , cut]) => cut)) throw new Error('The trace cut something off.');
  return Buffer.concat(parts.map(([, hex]) => unescaped(hex)));
}

const isSocket = (on) => on.startsWith('TCP');
const isLog = (on) => on.endsWith('-wal');
/** Programs and libraries are read as well, and cut off. */
const isOfInterest = (on) => isSocket(on) || isLog(on);

/**
 * Every call in the order in which it began, `begin` and `end` being lines of the trace: what ends on an earlier line was completed before what
 * begins on a later one.
 */
export function readTrace(text) {
  const calls = [];
  const open = new Map();
  const finish = (call, written, line) => {
    call.end = line;
    call.result = Number(/\)\s*= (-?\d+)/.exec(written.slice(written.lastIndexOf(')')))?.[1] ?? -1);
    const before = written.slice(0, written.lastIndexOf(')'));
    const data = SYNCS.has(call.name) ? Buffer.alloc(0) : bytesIn(before);
    call.data = call.result >= 0 ? data.subarray(0, call.result) : Buffer.alloc(0);
    // Kept short: a trace of some hundred sends has a hundred megabytes of hexadecimal.
    delete call.written;
  };
  text.split('\n').forEach((line, at) => {
    const [, pid, rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    const resumed = /^<\.\.\. (\w+) resumed>/.exec(rest);
    if (resumed) {
      const call = open.get(pid);
      open.delete(pid);
      if (call) finish(call, call.written + rest.slice(resumed[0].length), at);
      return;
    }
    const started = /^(\w+)\((\d+)<((?:->|[^>])*)>/.exec(rest);
    if (!started) return;
    const call = { name: started[1], on: nameOf(started[3]), begin: at, end: Infinity };
    if (!isOfInterest(call.on)) return;
    calls.push(call);
    if (rest.endsWith('<unfinished ...>')) {
      call.written = rest.slice(started[0].length, -'<unfinished ...>'.length);
      call.data = Buffer.alloc(0);
      call.result = -1;
      open.set(pid, call);
    } else finish(call, rest.slice(started[0].length), at);
  });
  return calls;
}

/** Requests and the first byte of their answers, connection by connection: nobody here asks twice before the answer. */
export function exchanges(calls, port) {
  const found = [];
  const connections = new Map();
  for (const call of calls) {
    if (!call.on.includes(`:${port}->`)) continue;
    const state = connections.get(call.on) ?? { asked: [], end: 0 };
    connections.set(call.on, state);
    if (READS.has(call.name) && call.data.length > 0) {
      state.asked.push(call.data);
      state.end = call.end;
    } else if (WRITES.has(call.name) && state.asked.length > 0) {
      const request = Buffer.concat(state.asked).toString('latin1');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(call.data.toString('latin1'))?.[1]);
      if (!status) continue;
      const [method, path] = request.split(' ', 2);
      const body = request.slice(request.indexOf('\r\n\r\n') + 4);
      found.push({ method, path, body, status, read: state.end, answered: call.begin });
      state.asked = [];
    }
  }
  return found;
}

/** Header of a WAL frame (24 bytes); the one of a commit names the database's size. */
const isFrameHeader = ({ data }) => data.length === 24;
const isCommit = (call) => isFrameHeader(call) && call.data.readUInt32BE(4) > 0;

/**
 * Every commit that the WAL saw: what it wrote, when its last byte was written, and the first sync that began after that and went well.
 */
function commitsOf(calls) {
  const wal = calls.filter(({ on }) => isLog(on));
  const syncs = wal.filter(({ name, result }) => SYNCS.has(name) && result === 0);
  const commits = [];
  let frames = [];
  let closing = false;
  for (const call of wal.filter(({ name }) => WRITES.has(name))) {
    frames.push(call);
    if (isCommit(call)) closing = true;
    else if (closing && !isFrameHeader(call)) {
      const sync = syncs.find(({ begin }) => begin > call.end);
      commits.push({
        data: Buffer.concat(frames.map(({ data }) => data)),
        begin: frames[0].begin,
        written: call.end,
        synced: sync?.end ?? Infinity,
      });
      frames = [];
      closing = false;
    }
  }
  return commits;
}

/** What has to be in a commit before this request is acknowledged; undefined for a request that acknowledges nothing durable. */
async function promised({ method, path, body, status }) {
  if (method !== 'POST' || status !== 200) return undefined;
  const [, boxId, route] = /^\/v1\/boxes\/([\w-]+)\/(questions|erasures)$/.exec(path) ?? [];
  if (!route) return undefined;
  const sent = JSON.parse(body);
  const bytes = (text, length) => sealing.fromBase64url(text, route, length);
  if (route === 'questions') return { route, needle: Buffer.from(bytes(sent.question.locator, 16)) };
  const hash = await sealing.hashLocator(bytes(boxId, 16), bytes(sent.locator, 16));
  return { route, needle: Buffer.from(hash) };
}

/**
 * @returns {Promise<{ acks: Record<'questions' | 'erasures', number>, commits: number, unsafe: string[], idle: number }>} `unsafe` says of each
 *   acknowledgement what it was ahead of; `idle` counts those between whose request and answer no commit at all was synced.
 */
export async function judge(calls, port) {
  const commits = commitsOf(calls);
  const acks = { questions: 0, erasures: 0 };
  const unsafe = [];
  let idle = 0;
  for (const exchange of exchanges(calls, port)) {
    const promise = await promised(exchange);
    if (!promise) continue;
    acks[promise.route] += 1;
    const { answered, read } = exchange;
    const holding = commits.filter(({ data }) => data.includes(promise.needle));
    const name = `${promise.route} answered on line ${answered}`;
    if (holding.length === 0) unsafe.push(`${name}: never written`);
    else if (!holding.some(({ written }) => written < answered))
      unsafe.push(`${name}: before its commit was written`);
    else if (!holding.some(({ synced }) => synced < answered))
      unsafe.push(`${name}: before its commit was synced`);
    if (!commits.some(({ begin, synced }) => begin > read && synced < answered)) idle += 1;
  }
  return { acks, commits: commits.length, unsafe, idle };
}

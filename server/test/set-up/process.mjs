/** The built server as its own process in a folder of its own, as an operator runs it: started, asked, stopped and killed from outside. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ensureServerBuilt } from '../../../tools/build-if-stale.mjs';
import { root } from '../../../tools/install.mjs';
import { freePort } from './postgres.mjs';

export { ensureServerBuilt };

export const PROGRAM = path.join(root, 'server/dist/kith-server.js');

/** A first link as it is printed: the secret after its `#`. */
export const FIRST_LINK = /#(?:claim=)?([\w-]{22})(?![\w-])/g;

const folders = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder that goes with the process, whatever happens. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kith-server-'));
  folders.push(folder);
  return folder;
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

/** What the tests' own surroundings set must not reach the server. */
const clean = () => Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name]]));

/**
 * Runs `kith-server` with arguments to its end.
 *
 * @returns {Promise<{ status: number | null, out: string, err: string }>}
 */
export async function runCommand(args, env = {}) {
  await ensureServerBuilt();
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...clean(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const status = await new Promise((resolve) => child.once('close', resolve));
  return { status, out, err };
}

/**
 * Starts the server and waits until it listens.
 *
 * @param {{
 *   env?: Record<string, string>,
 *   folder?: string,
 *   port?: number,
 *   before?: readonly string[],
 *   node?: readonly string[],
 *   script?: string,
 * }} [options] `folder` is its data folder, by default a new one; `before` a command that runs it, as `['strace', '-f']`; `node` flags of
 *   Node's; `script` another program in its place.
 * @returns {Promise<{
 *   base: string, port: number, folder: string, child: import('node:child_process').ChildProcess,
 *   out(): string, err(): string, firstLink(): Promise<string>, said(text: string): Promise<void>,
 *   exited: Promise<{ status: number | null, signal: string | null }>,
 *   kill(): Promise<void>, stop(): Promise<{ status: number | null, signal: string | null }>,
 * }>} `kill` is SIGKILL, `stop` SIGTERM; both wait for the end.
 */
export async function startServer({ env = {}, folder, port, before = [], node = [], script = PROGRAM } = {}) {
  await ensureServerBuilt();
  const data = folder ?? temporaryFolder();
  const at = port ?? (await freePort());
  const [first, ...rest] = [...before, process.execPath, ...node, script];
  const child = spawn(first, rest, {
    cwd: data,
    env: { ...clean(), KITH_DATA: data, HOST: '127.0.0.1', PORT: String(at), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const heard = new Set();
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    for (const listener of heard) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
    for (const listener of heard) listener();
  });
  const exited = new Promise((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal }));
  });
  const leave = () => child.kill('SIGKILL');
  process.once('exit', leave);
  exited.then(() => process.off('exit', leave));

  await new Promise((resolve, reject) => {
    // It says something once it listens; what it says is its own affair.
    const look = async () => {
      if (!(await answers(at))) return;
      heard.delete(look);
      resolve();
    };
    heard.add(look);
    child.once('error', reject);
    exited.then(({ status, signal }) =>
      reject(new Error(`kith-server ended with ${status ?? signal}:\n${out}${err}`)),
    );
  });

  const end = (signal) => {
    child.kill(signal);
    return exited;
  };
  return {
    base: `http://127.0.0.1:${at}`,
    port: at,
    folder: data,
    child,
    out: () => out,
    err: () => err,
    exited,
    /** What was printed until the first link is there. */
    firstLink: () =>
      new Promise((resolve, reject) => {
        const listen = () => {
          if (err.match(FIRST_LINK) === null) return;
          heard.delete(listen);
          resolve(err);
        };
        heard.add(listen);
        exited.then(() => reject(new Error(`No first link in:\n${err}`)));
        listen();
      }),
    /** Resolves when this is said from now on, or the process is gone. */
    said: (text) =>
      new Promise((resolve) => {
        const [outBefore, errBefore] = [out.length, err.length];
        const listen = () => {
          if (!out.slice(outBefore).includes(text) && !err.slice(errBefore).includes(text)) return;
          heard.delete(listen);
          resolve();
        };
        heard.add(listen);
        exited.then(resolve);
      }),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

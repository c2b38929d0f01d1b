/**
 * Erasures are also written down outside of the database and of its backups, so that a restored backup forgets them again. A line is the
 * day until which the tombstone stands and the tombstone's name, a hash of random bytes: nothing in it tells who, where or when.
 */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toBase64url } from '../../../src/domain/sealing/server.js';
import { StartRefused } from './start-refused.js';
import type { Erasure } from './turn.js';

const LINE = /^(\d{1,7}) ([\w-]{43})$/;

/** Makes the entry of a new or renamed file durable. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export interface Journal {
  /** On the disk when it returns. */
  append(erasures: readonly Erasure[]): void;
  close(): void;
}

function openFile(file: string): number {
  const folder = path.dirname(path.resolve(file));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const handle = openSync(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600);
    syncFolder(folder);
    return handle;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new StartRefused(
      `The journal of erasures, ${file}, cannot be written to (${code}). Look at its folder and its rights.`,
    );
  }
}

export function openJournal(file: string): Journal {
  const handle = openFile(file);
  /** A line that was cut short, by a full disk or a crash, was never acknowledged; the next one must not stick to it. */
  const ownLine = () => {
    const { size } = fstatSync(handle);
    const last = Buffer.alloc(1);
    const whole = size === 0 || (readSync(handle, last, 0, 1, size - 1) === 1 && last[0] === 10);
    return whole ? '' : '\n';
  };
  return {
    append(erasures) {
      const lines = erasures.map(({ locatorHash, untilDay }) => `${untilDay} ${toBase64url(locatorHash)}\n`);
      const bytes = Buffer.from(ownLine() + lines.join(''));
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    },
    close: () => closeSync(handle),
  };
}

/** What a journal says, and how many of its lines nobody can read: one that was cut short is no loss, more are a damaged file. */
export async function readJournal(
  file: string,
): Promise<{ readonly erasures: readonly Erasure[]; readonly unreadable: number }> {
  const erasures: Erasure[] = [];
  let unreadable = 0;
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [, untilDay, hash] = LINE.exec(line) ?? [];
    if (untilDay && hash)
      erasures.push({
        untilDay: Number(untilDay),
        locatorHash: new Uint8Array(Buffer.from(hash, 'base64url')),
      });
    else if (line !== '') unreadable++;
  }
  return { erasures, unreadable };
}

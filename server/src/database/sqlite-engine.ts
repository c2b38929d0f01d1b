/** Operations on an SQLite file: written by one thread of their own, read here by connections that cannot write. */
import { Worker } from 'node:worker_threads';
import { StoreBusy } from '../store-busy.js';
import type { Asked, GroupCommitOptions, Told } from './group-commit.js';
import { connectLibsql, isOfTheDisk } from './libsql-connection.js';
import type { Engine } from './operations.js';
import { LOOKS, readNamed } from './operations.js';
import { holdAlone, makePrivate, migrateFile, pathOf } from './sqlite-file.js';
import { StartRefused } from './start-refused.js';
import type { StoreOptions } from './store-options.js';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Each waits with all its bytes: more than so many at a time are sent away. */
const MOST_WAITING = 2000;

/** The writing thread, as promises. */
class Writer {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private ended: string | undefined;

  private constructor(private readonly worker: Worker) {}

  static async start(options: GroupCommitOptions, log: StoreOptions['log']): Promise<Writer> {
    // Beside this file, wherever the built server stands.
    const worker = new Worker(new URL('writer.js', import.meta.url), { workerData: options });
    const writer = new Writer(worker);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      // What it throws comes as a plain error, with its sentence.
      worker.once('error', ({ message }) => reject(new StartRefused(message)));
    });
    worker.on('message', (told: readonly Told[]) => writer.settle(told));
    worker.on('error', (error) => log('writer-failed', { kind: error.name }));
    worker.on('exit', () => writer.end());
    return writer;
  }

  ask(asked: Omit<Asked, 'id'>): Promise<unknown> {
    if (this.ended) return Promise.reject(new StoreBusy(this.ended));
    if (this.waiting.size >= MOST_WAITING) return Promise.reject(new StoreBusy('too-many-waiting'));
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...asked });
    });
  }

  /** After everything that was asked for. */
  async close(): Promise<void> {
    if (this.ended) return;
    this.ended = 'closing';
    const gone = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.postMessage('close');
    await gone;
  }

  private settle(told: readonly Told[]): void {
    for (const one of told) {
      const waiting = this.waiting.get(one.id);
      this.waiting.delete(one.id);
      if ('value' in one) waiting?.resolve(one.value);
      else if ('busy' in one) {
        waiting?.reject(new StoreBusy(one.busy));
      } else waiting?.reject(new Error(one.fault));
    }
  }

  private end(): void {
    this.ended ??= 'writer-ended';
    for (const { reject } of this.waiting.values()) reject(new StoreBusy(this.ended));
    this.waiting.clear();
  }
}

const orBusy = (error: unknown): never => {
  throw isOfTheDisk(error) ? new StoreBusy('reading') : error;
};

export async function openSqlite(options: StoreOptions): Promise<Engine> {
  const { clock, log } = options;
  const file = pathOf(options.url);
  let lock: { release(): void } | undefined;
  try {
    makePrivate(file);
    if (!options.beside) lock = holdAlone(file);
    const migrations = await migrateFile(file);
    const { journal, boxLimit } = options;
    const writer = await Writer.start({ file, journal, boxLimit }, log);
    const looks = connectLibsql(file, { readOnly: true });
    // Of their own, so that a look never falls into the older state of a view.
    const views = connectLibsql(file, { readOnly: true });
    let before: Promise<unknown> = Promise.resolve();
    const now = () => clock?.() ?? Number(looks.value('SELECT unixepoch()'));

    const look = async (name: Parameters<Engine['read']>[0], args: readonly unknown[]) =>
      readNamed(name)({ db: looks.db, now: now() }, ...args);

    const view = async (name: Parameters<Engine['read']>[0], args: readonly unknown[]) => {
      views.exec('BEGIN');
      try {
        return await readNamed(name)({ db: views.db, now: now() }, ...args);
      } finally {
        if (views.inTransaction) views.exec('ROLLBACK');
      }
    };

    log('database-open', { kind: 'sqlite', migrations });
    return {
      now: () => Promise.resolve().then(now).catch(orBusy),
      write: (name, ...args) => writer.ask({ name, args, now: clock?.() } as Omit<Asked, 'id'>) as never,
      read: ((name: Parameters<Engine['read']>[0], ...args: readonly unknown[]) => {
        if (name in LOOKS) return look(name, args).catch(orBusy);
        const mine = before.then(() => view(name, args));
        before = mine.catch(() => {});
        return mine.catch(orBusy);
      }) as Engine['read'],
      async close() {
        await writer.close();
        await before;
        looks.close();
        views.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    if (isOfTheDisk(error))
      throw new StartRefused(
        `The database ${file} cannot be opened (${error instanceof Error ? error.message : 'unknown'}). Look at its folder, its rights and the space on its disk.`,
      );
    throw error;
  }
}

/** Every setting comes from the environment and has a default: nothing needs to be set. What is wrong is told all at once, with its mend. */
import path from 'node:path';
import type { Origins } from './http/origins.js';
import type { Rates } from './http/public-routes.js';

export interface Config {
  /** Folder of the database, the journal of erasures and whatever else is kept. */
  readonly data: string;
  /** `file:…` or `postgres://…`. It may hold a password: never printed. */
  readonly databaseUrl: string;
  /** File of the erasures, outside of the backup; best on another disk than the database. */
  readonly journal: string;
  readonly host: string;
  readonly port: number;
  /** Where people reach this server, without a slash at the end. */
  readonly url: string;
  readonly origins: Origins;
  readonly backupDays: number;
  readonly boxLimit: number;
  readonly rates: Rates;
  readonly proofPrefix: string;
}

/** What is wrong with the settings, a sentence each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4180;

const RATES = {
  send: { perSecond: 5, burst: 300 },
  'look-up': { perSecond: 20, burst: 600 },
  erase: { perSecond: 5, burst: 300 },
};

/** Reads settings and collects what is wrong with them. */
class Reading {
  readonly wrong: string[] = [];
  private readonly known = new Set<string>();
  constructor(private readonly environment: Environment) {}

  /** A name with a slip in it would else be a setting that nobody misses. */
  unknown(): void {
    for (const name of Object.keys(this.environment))
      if (name.startsWith('KITH_') && !this.known.has(name))
        this.wrong.push(`${name} is no setting. kith-server --help has the list.`);
  }

  text(name: string): string | undefined {
    this.known.add(name);
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(name: string, standard: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === undefined) return standard;
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    this.wrong.push(
      `${name} has to be a whole number from ${least} to ${most}; leave it out for ${standard}.`,
    );
    return standard;
  }

  /** `https://example.org`, without a path. */
  origin(name: string, text: string): string | undefined {
    try {
      const url = new URL(text);
      const exact = url.origin === text.replace(/\/$/, '') && !text.includes('*');
      if (/^https?:$/.test(url.protocol) && exact) return url.origin;
    } catch {
      // No address at all.
    }
    this.wrong.push(
      `${name} takes exact origins such as https://www.example.org, without a path and without *.`,
    );
    return undefined;
  }

  origins(name: string): readonly string[] {
    const texts = (this.text(name) ?? '').split(/[\s,]+/).filter((text) => text !== '');
    return texts.map((text) => this.origin(name, text)).filter((origin) => origin !== undefined);
  }

  url(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const origin = this.origin(name, text);
    if (origin === undefined) {
      this.wrong.pop();
      this.wrong.push(
        `${name} has to be the address at which people reach this server, such as https://ask.example.org, without a path.`,
      );
    }
    return origin;
  }

  database(name: string): string | undefined {
    const text = this.text(name);
    const isAddress = (address: string) => /^postgres(?:ql)?:\/\/./.test(address) && URL.canParse(address);
    if (text === undefined || /^file:./.test(text) || isAddress(text)) return text;
    this.wrong.push(
      `${name} has to be an address such as postgres://user:password@host/name (with %40 for an @ in the password), or begin with file:; leave it out for a file in KITH_DATA.`,
    );
    return undefined;
  }

  rates(name: string): Rates {
    const rates = { ...RATES };
    for (const part of (this.text(name) ?? '').split(/[\s,]+/).filter((one) => one !== '')) {
      const match = /^(send|look-up|erase)=(\d{1,6}(?:\.\d+)?)\/(\d{1,7})$/.exec(part);
      const [, kind, perSecond, burst] = match ?? [];
      if (kind !== undefined && Number(perSecond) > 0 && Number(burst) >= 1)
        rates[kind as keyof typeof rates] = { perSecond: Number(perSecond), burst: Number(burst) };
      else
        this.wrong.push(
          `${name} takes requests a second and at once for one box, such as send=5/300 look-up=20/600 erase=5/300.`,
        );
    }
    return { send: rates.send, lookUp: rates['look-up'], erase: rates.erase };
  }

  proofPrefix(name: string): string {
    const text = this.text(name) ?? '000';
    if (/^0{1,4}$/.test(text)) return text;
    this.wrong.push(`${name} has to be one to four zeros; leave it out for 000.`);
    return '000';
  }

  desk(name: string): string | undefined {
    const text = this.text(name);
    // A desk that is opened as a file from disk has the origin "null".
    return text === undefined || text === 'null' ? text : this.origin(name, text);
  }
}

/** @throws ConfigError */
export function readConfig(environment: Environment, folder: string): Config {
  const reading = new Reading(environment);
  const data = path.resolve(folder, reading.text('KITH_DATA') ?? 'kith-data');
  const host = reading.text('HOST') ?? 'localhost';
  const port = reading.integer('PORT', DEFAULT_PORT, 0, 65_535);
  const url = reading.url('KITH_URL');
  const config: Config = {
    data,
    databaseUrl: reading.database('DATABASE_URL') ?? `file:${path.join(data, 'kith.sqlite')}`,
    journal: path.resolve(folder, reading.text('KITH_JOURNAL') ?? path.join(data, 'erasures.journal')),
    host,
    port,
    url: url ?? `http://localhost:${port}`,
    origins: {
      // Without an address of its own it is being tried out on one machine.
      own: url ? [url] : ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`),
      pages: reading.origins('KITH_ORIGINS'),
      desk: reading.desk('KITH_DESK_ORIGIN'),
    },
    backupDays: reading.integer('KITH_BACKUP_DAYS', 30, 0, 3650),
    boxLimit: reading.integer('KITH_BOX_LIMIT', 5000, 1, 10_000_000),
    rates: reading.rates('KITH_RATES'),
    proofPrefix: reading.proofPrefix('KITH_PROOF_PREFIX'),
  };
  reading.unknown();
  if (reading.wrong.length > 0) throw new ConfigError(reading.wrong);
  return config;
}

/** Finds the programs that only the tests need, and as root on Debian installs what is missing. What cannot be had fails the tests: nothing is skipped. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const isRoot = () => process.getuid?.() === 0;

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function found(name, folders) {
  return folders.map((folder) => path.join(folder, name)).find(runs);
}

const onPath = () => (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);

/** Debian keeps the server's programs out of the path, one folder per version: the newest first. */
function postgresFolders() {
  const debian = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(debian).sort((one, other) => Number(other) - Number(one));
    return versions.map((version) => path.join(debian, version, 'bin'));
  } catch {
    return [];
  }
}

function install(packages) {
  if (!isRoot() || !found('apt-get', onPath())) return;
  console.error(`Installing Debian's ${packages.join(' ')} (as root), which the tests need.`);
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  // A settings file of ours stays as it is.
  const keep = ['-o', 'Dpkg::Options::=--force-confold'];
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...keep, ...packages], quiet);
}

function orExplain(program, name, packages) {
  if (program) return program;
  throw new Error(`No ${name} on this machine. Get it with: sudo apt-get install -y ${packages.join(' ')}`);
}

/** The path of a program, installed when it is missing. */
export function ensureProgram(name, packages = [name]) {
  if (!found(name, onPath())) install(packages);
  return orExplain(found(name, onPath()), name, packages);
}

/** The folder of PostgreSQL's programs: `initdb`, `postgres`, `pg_ctl`, `pg_dump` and `psql` are all in it. */
export function ensurePostgresPrograms() {
  const complete = () =>
    [...postgresFolders(), ...onPath()].find((folder) =>
      ['initdb', 'postgres', 'pg_ctl', 'pg_dump', 'psql'].every((name) => runs(path.join(folder, name))),
    );
  if (!complete() && isRoot()) {
    // Debian's package would make a cluster of its own and start it.
    mkdirSync('/etc/postgresql-common', { recursive: true });
    try {
      writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n', {
        flag: 'wx',
      });
    } catch {
      // Somebody has settings of their own.
    }
    install(['postgresql']);
  }
  return orExplain(complete(), 'PostgreSQL', ['postgresql']);
}

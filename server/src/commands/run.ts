/** Which command, with what, and how it ends: 0 when it is done, 1 with a sentence on stderr when it is not. */
import { ConfigError, readConfig } from '../config.js';
import { StartRefused } from '../database/start-refused.js';
import { makeLog, nameOf } from '../log.js';
import { version } from '../version.js';
import { backUp, putBack } from './backup.js';
import { offerFirstLink } from './claim.js';
import { HELP } from './help.js';
import { openBox, serve } from './serve.js';
import { fileTrouble, Trouble } from './trouble.js';

const say = (text: string) => process.stderr.write(`${text}\n`);

async function perform(words: readonly string[]): Promise<void> {
  const [command = 'serve', ...rest] = words;
  const log = makeLog();
  const config = () => readConfig(process.env, process.cwd());
  const nothingMore = () => {
    if (rest.length > 0) throw new Trouble(`"kith-server ${command}" takes nothing more.\n\n${HELP}`);
  };
  switch (command) {
    case 'serve':
      nothingMore();
      return serve(config(), log);
    case 'claim': {
      nothingMore();
      const settings = config();
      const store = await openBox(settings, log, true);
      try {
        await offerFirstLink(store, settings);
      } finally {
        await store.close();
      }
      return;
    }
    case 'backup':
      return backUp(rest, config(), log);
    case 'restore':
      return putBack(rest, config(), log);
    case 'retain': {
      const [word, ...further] = rest;
      const clockIsRight = word === '--clock-is-right';
      if (further.length > 0 || (word !== undefined && !clockIsRight))
        throw new Trouble('Write: kith-server retain, or kith-server retain --clock-is-right');
      const store = await openBox(config(), log, true);
      try {
        const outcome = await store.retain(clockIsRight);
        if ('refused' in outcome)
          throw new Trouble(
            'Nothing was deleted: the database’s clock has jumped, or the server was off for long. Look at the clock of its machine; if it is right, write: kith-server retain --clock-is-right',
          );
        log('retention', { deleted: outcome.deleted });
      } finally {
        await store.close();
      }
      return;
    }
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(HELP);
      return;
    case '--version':
      process.stdout.write(`${version}\n`);
      return;
    default:
      throw new Trouble(`There is no command "${command}".\n\n${HELP}`);
  }
}

/** @returns The process's exit code. */
export async function run(words: readonly string[]): Promise<number> {
  try {
    await perform(words);
    return 0;
  } catch (error) {
    if (error instanceof ConfigError) {
      say('kith-server cannot start with these settings:');
      for (const sentence of error.sentences) say(`- ${sentence}`);
    } else if (error instanceof Trouble || error instanceof StartRefused) say(error.message);
    // What something else says may quote what is stored: only its kind.
    else say(fileTrouble(error) ?? `kith-server stopped: ${nameOf(error)}.`);
    return 1;
  }
}

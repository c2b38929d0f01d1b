/** `kith-server backup` and `restore`: the words around the copy and the way back. */
import { existsSync } from 'node:fs';
import type { Config } from '../config.js';
import { backup, restore } from '../database/backup.js';
import type { Log } from '../log.js';
import { openFolder } from './serve.js';
import { Trouble } from './trouble.js';

export async function backUp(words: readonly string[], config: Config, log: Log): Promise<void> {
  const [file, ...rest] = words;
  if (file === undefined || file.startsWith('-') || rest.length > 0)
    throw new Trouble('Say where to: kith-server backup FILE');
  const { bytes, day } = await backup({ url: config.databaseUrl, file });
  log('backup', { bytes, day });
}

/** The file, and every `--journal FILE…`. */
function readWords(words: readonly string[]): { file: string; journals: readonly string[] } {
  const [file, ...rest] = words;
  const journals: string[] = [];
  let reading = false;
  for (const word of rest) {
    if (word === '--journal') reading = true;
    else if (reading && !word.startsWith('-')) journals.push(word);
    else throw new Trouble(`"${word}" is not understood. Write: kith-server restore FILE [--journal FILE…]`);
  }
  if (file === undefined || file.startsWith('-') || (reading && journals.length === 0))
    throw new Trouble('Say from where: kith-server restore FILE [--journal FILE…]');
  return { file, journals };
}

export async function putBack(words: readonly string[], config: Config, log: Log): Promise<void> {
  const { file, journals: named } = readWords(words);
  openFolder(config.data);
  // Looked for before anything is put anywhere.
  const missing = named.find((one) => !existsSync(one));
  if (missing !== undefined)
    throw new Trouble(`There is no journal at ${missing}. Without it, erased questions would come back.`);
  // This machine's own journal always counts; those of other nodes are named.
  const journals = [...new Set([...(existsSync(config.journal) ? [config.journal] : []), ...named])];
  const { questions, erased, lines, unreadable } = await restore({
    url: config.databaseUrl,
    file,
    journals,
  });
  log('restored', { questions, erased, lines, unreadable });
  if (journals.length === 0)
    process.stderr.write(
      'There was no journal of erasures: what was erased since this backup is here again. If there is a journal, restore anew with --journal FILE.\n',
    );
}

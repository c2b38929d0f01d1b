/** Lets a test say something to whoever reads the run, such as how often a generator drew what: a file beside the counts, printed at the end. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ENDING = '.note.txt';

const notesIn = (folder) => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ENDING));
  } catch {
    return [];
  }
};

/** Takes away what an earlier run said. */
export function forgetNotes(folder) {
  for (const name of notesIn(folder)) rmSync(path.join(folder, name));
}

/** Prints what the tests said. */
export function printNotes(folder) {
  for (const name of notesIn(folder)) console.log(readFileSync(path.join(folder, name), 'utf8'));
}

/** The command for the test runner; test/note.ts calls it. @param counts The file in which the run's counts stand. */
export function notePlugin(counts) {
  return {
    name: 'kith-note',
    executeCommand({ command, payload: { name, text } = {} }) {
      if (command !== 'kith-note') return undefined;
      if (counts && /^[\w-]+$/.test(name)) {
        mkdirSync(path.dirname(counts), { recursive: true });
        writeFileSync(path.join(path.dirname(counts), `${name}${ENDING}`), `${text}\n`);
      }
      return true;
    },
  };
}

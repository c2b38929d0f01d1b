/** Says something to whoever reads the run: printed once, when all tests are done. */
import { executeServerCommand } from '@web/test-runner-commands';

/** @param name Of the note, letters and dashes: a later note of the same name takes its place. */
export const note = (name: string, text: string): Promise<unknown> =>
  executeServerCommand('kith-note', { name, text });

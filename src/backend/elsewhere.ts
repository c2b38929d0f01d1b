/** Stands in the single script for the reader of a rare format: so that no visitor pays for what hardly any page needs. */
import type { DirectoryAdapter } from './ports.js';
import { Problem } from './problem.js';

/** An adapter that says where its format is read. */
export const elsewhere = (format: string): DirectoryAdapter => ({
  format,
  read: async () => {
    throw new Problem(
      'unsupported',
      `single.js does not read the format ${format}. Use loader.js in its place, or make a copy of the list: npx kith-widgets snapshot`,
    );
  },
});

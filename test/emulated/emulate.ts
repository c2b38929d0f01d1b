/** Shows this page as print, in forced colours or without motion, until the test is over; counts memory; goes there and back. Chromium alone can. */
import { executeServerCommand } from '@web/test-runner-commands';

export async function emulate(
  media: '' | 'print',
  features: Readonly<Record<string, string>> = {},
): Promise<void> {
  await executeServerCommand('kith-emulate', { media, features });
}

/** What is left in memory after all garbage is gone. */
export interface Memory {
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

export const countMemory = (): Promise<Memory> => executeServerCommand('kith-memory', {});

/** Opens a page of this site that says "ready" in its title, goes to another and back. Returns the title, which begins with "back". */
export const thereAndBack = (address: string, away: string): Promise<string> =>
  executeServerCommand('kith-there-and-back', { address, away });

afterEach(async () => {
  await emulate('');
});

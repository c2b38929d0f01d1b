/** Waits until something is so. The limit is for what never comes: how fast a machine has to be is no test's business. */
import { waitUntil as wait } from '@open-wc/testing';

const PATIENCE = 30_000;
const PULSE = 10;

/** @param what Told when it does not come to pass. */
export const waitUntil = (
  isSo: () => unknown,
  what?: string,
  { timeout = PATIENCE, interval = PULSE }: { readonly timeout?: number; readonly interval?: number } = {},
): Promise<void> => wait(isSo, what, { timeout, interval });

/** Reaches a question box on a Kith server, or its published answers in a file. What sends comes later, but before the first key is pressed. */
import { askServer, fetchText, statusProblem } from './http.js';
import type { Inbox, PublishedBox } from './ports.js';
import { Problem } from './problem.js';

/** Where chance and time come in, so that a test can fix them. */
export interface Patience {
  /** Resolves after so many milliseconds, or sooner when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

const nothingOfOurs = (address: string): Problem =>
  new Problem('malformed', `${address} holds no question box: it has to be {"manifest": …, "catalogue": …}`);

function readBox(json: unknown, address: string): PublishedBox {
  const { manifest, catalogue = null } = (json ?? {}) as Partial<PublishedBox>;
  if (typeof manifest !== 'object' || !manifest) throw nothingOfOurs(address);
  return { manifest, catalogue };
}

/**
 * Reads published answers from a file's text.
 * @throws {Problem}
 */
export function staticAnswers(text: string, address = 'The file of answers'): PublishedBox {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw nothingOfOurs(address);
  }
  return readBox(json, address);
}

/**
 * Fetches published answers from a file.
 * @throws {Problem} The signal's reason when aborted.
 */
export const answersFrom = async (address: string, signal: AbortSignal): Promise<PublishedBox> =>
  staticAnswers(await fetchText(address, signal), address);

/**
 * @param base Of the server: what stands before `/v1/`.
 * @param boxId As it stands in the page.
 */
export function inboxOf(base: URL, boxId: string, patience?: Partial<Patience>): Inbox {
  const room = new URL(base);
  room.search = room.hash = '';
  room.pathname = `${room.pathname.replace(/\/$/, '')}/v1/boxes/${encodeURIComponent(boxId)}`;
  const address = room.href;
  const prepare = () => import('./inbox-delivery.js');
  const delivery = async () => {
    try {
      return (await prepare()).deliveryTo(address, patience);
    } catch (cause) {
      throw new Problem('unreachable', 'the part of Kith that sends could not be loaded', { cause });
    }
  };
  return {
    prepare,
    async box(signal) {
      const { status, json } = await askServer(address, signal);
      if (status !== 200) throw statusProblem(address, status);
      return readBox(json, address);
    },
    send: async (question, options) => (await delivery()).send(question, options),
    answers: async (locator, id, signal) => (await delivery()).answers(locator, id, signal),
    erase: async (secrets, id, signal) => (await delivery()).erase(secrets, id, signal),
  };
}

/** An origin of a page as a browser says it: exact, over TLS, or of the very machine that somebody tries things out on. */

const isOwnMachine = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Whether an origin is of the machine itself. */
export const isOfOwnMachine = (origin: string): boolean =>
  URL.canParse(origin) && isOwnMachine(new URL(origin).hostname);

export function isPageOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  if (origin !== text || text.includes('*')) return false;
  return protocol === 'https:' || (protocol === 'http:' && hostname !== '[::1]' && isOwnMachine(hostname));
}

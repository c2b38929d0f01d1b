/** The first link: whoever opens it within the hour makes the box. It is shown once, here, and only a hash of it is kept. */
import { hkdfSync } from 'node:crypto';
import { hashClaim, labelled, randomBytes, toBase64url } from '../../../src/domain/sealing/server.js';
import type { Config } from '../config.js';
import type { Store } from '../store.js';

/** What the desk derives of the secret in the link and shows. */
const claimOf = (secret: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), labelled('claim'), 32));

/** Makes a new first link, which takes the place of an earlier one, and prints it. */
export async function offerFirstLink(
  store: Store,
  { url }: Pick<Config, 'url'>,
  print: (text: string) => void = (text) => process.stderr.write(text),
): Promise<void> {
  const secret = randomBytes(16);
  await store.offerClaim(await hashClaim(claimOf(secret)));
  print(`
  Whoever has this link can make the question box within an hour, once.

    ${url}/desk#claim=${toBase64url(secret)}

  If this box was already claimed and that was not you, stop: end the server and look into it.
  A new link: kith-server claim

`);
}

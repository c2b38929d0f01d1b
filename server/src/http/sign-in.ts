/** Signing in to the desk: a name that is not known is answered like one that is, a wrong passphrase slows its account, and a token is kept only as its hash. */
import { createHash, createHmac } from 'node:crypto';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import {
  decoySalt,
  fromBase64url,
  hashAuth,
  labelled,
  randomBytes,
  sameBytes,
  toBase64url,
  utf8,
} from '../../../src/domain/sealing/server.js';
import { ABSOLUTE_SECONDS, IDLE_SECONDS } from '../database/operations/sessions.js';
import { foldName } from '../fold-name.js';
import type { Account, Store } from '../store.js';
import { refusal } from './problems.js';
import type { PublishedBoxes } from './published-boxes.js';
import type { Route } from './route.js';
import { route } from './route.js';
import type { SignInThrottle } from './sign-in-throttle.js';
import { accountKey } from './sign-in-throttle.js';
import { AskingSalt, MadeBox, MakingBox, Salt, SignedIn, SigningIn } from './staff-schemas.js';
import { firstBox } from './verified-rosters.js';

/** What an unknown name is shown: the number that the desk derives with. */
const DECOY_ITERATIONS = 600_000;

/** Looks like an id that the desk makes, and is always the same for a name. */
const decoyId = (secret: Bytes, boxId: Bytes, name: string): string =>
  createHmac('sha256', secret)
    .update(labelled('kith-server/decoy-id', boxId, utf8(name)))
    .digest('hex')
    .slice(0, 16);

/** What an attempt for an unknown account is compared with: nothing hashes to it. */
const NOBODY = new Uint8Array(32);

interface Needed {
  readonly store: Store;
  readonly boxes: PublishedBoxes;
  readonly throttle: SignInThrottle;
}

export function signInRoutes({ store, boxes, throttle }: Needed): Route[] {
  return [
    route({
      method: 'POST',
      path: '/v1/boxes',
      side: 'staff',
      summary: 'Makes a box by the first link that the server printed',
      body: MakingBox,
      status: 201,
      answer: MadeBox,
      problems: ['claim-refused', 'box-exists', 'refused'],
      async handle({ body }) {
        const box = await firstBox(body);
        if (!box) return refusal('refused');
        const outcome = await store.makeBox(box.claimHash, box.box);
        if (outcome !== 'made') return refusal(outcome);
        boxes.forget(box.box.boxId);
        return { boxId: toBase64url(box.box.boxId) };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/salts',
      side: 'staff',
      summary: 'What a passphrase is derived with; a name that is not known gets something alike',
      body: AskingSalt,
      answer: Salt,
      problems: ['no-such-box'],
      async handle({ boxId, body }) {
        const name = foldName(body.name);
        const secret = await store.secret('decoy');
        // Both are worked out each time, so that no answer comes sooner than the other.
        const decoy = { id: decoyId(secret, boxId, name), salt: await decoySalt(secret, boxId, name) };
        const { id, salt, iterations }: Pick<Account, 'id' | 'salt' | 'iterations'> = (await store.account(
          boxId,
          { name },
        )) ?? { ...decoy, iterations: DECOY_ITERATIONS };
        return { id, salt: toBase64url(salt), iterations };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/sessions',
      side: 'staff',
      summary: 'Signs in; the token lives 15 minutes after its last use, 8 hours in all',
      body: SigningIn,
      answer: SignedIn,
      problems: ['no-such-box', 'sign-in-refused', 'too-many'],
      async handle({ boxId, body: { id, kAuth } }) {
        const shown = await hashAuth(fromBase64url(kAuth, 'kAuth', 32));
        const account = await store.account(boxId, { id });
        const key = accountKey(toBase64url(boxId), id);
        const wait = throttle.begin(key, account !== undefined);
        if (wait > 0) return refusal('too-many', wait);
        const fits = sameBytes(shown, account?.authHash ?? NOBODY);
        if (!account || !fits) return refusal('sign-in-refused');
        throttle.succeeded(key);
        const token = randomBytes(32);
        const tokenHash = new Uint8Array(createHash('sha256').update(token).digest());
        await store.openSession(boxId, account.id, tokenHash);
        const { iv, ct } = account.wrapped;
        return {
          token: toBase64url(token),
          idleSeconds: IDLE_SECONDS,
          absoluteSeconds: ABSOLUTE_SECONDS,
          wrapped: { iv: toBase64url(iv), ct: toBase64url(ct) },
        };
      },
    }),
  ];
}

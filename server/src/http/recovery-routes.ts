/** The way back in with the recovery sheet, when nobody can sign in any more: no session, but what the sheet alone can show. */
import { createHash } from 'node:crypto';
import type { InferOutput } from 'valibot';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import {
  fromBase64url,
  hashAuth,
  sameBytes,
  sealedKeyFromWire,
  sealedKeyToWire,
  toBase64url,
} from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import { readAccount } from './accounts.js';
import { refusal } from './problems.js';
import type { PublishedBoxes } from './published-boxes.js';
import type { Route } from './route.js';
import { route } from './route.js';
import type { SignInThrottle } from './sign-in-throttle.js';
import { sheetKey } from './sign-in-throttle.js';
import { Done, Proving, Recovered, Recovering, RecoveringAccount } from './staff-schemas.js';
import { nextManifest } from './verified-documents.js';
import { recoveredRoster } from './verified-rosters.js';

/** What is compared where no sheet stands: nothing hashes to it. */
const NOBODY = new Uint8Array(32);

interface Needed {
  readonly store: Store;
  readonly boxes: PublishedBoxes;
  readonly throttle: SignInThrottle;
}

export function recoveryRoutes({ store, boxes, throttle }: Needed): Route[] {
  /** The refusal, or nothing when the sheet is this box's. A box that is not here is answered like one with another sheet. */
  const refused = async (boxId: Bytes, auth: string) => {
    const shown = await hashAuth(fromBase64url(auth, 'auth', 32));
    const sheet = await store.sheet(boxId);
    const key = sheetKey(toBase64url(boxId));
    const wait = throttle.begin(key, sheet !== undefined);
    if (wait > 0) return refusal('too-many', wait);
    const fits = sameBytes(shown, sheet?.authHash ?? NOBODY);
    if (!sheet || !fits) return refusal('sign-in-refused');
    throttle.succeeded(key);
    return undefined;
  };

  return [
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/recovery/open',
      side: 'staff',
      summary: 'What the recovery sheet opens: documents, the keys that are sealed to it, its test',
      body: Recovering,
      answer: Recovered,
      problems: ['no-such-box', 'sign-in-refused', 'too-many'],
      async handle({ boxId, body }) {
        const no = await refused(boxId, body.auth);
        if (no) return no;
        const found = await store.recover(boxId);
        if (!found) return refusal('sign-in-refused');
        return {
          rosters: [...found.rosters],
          manifests: [...found.manifests],
          keys: found.keys.map(sealedKeyToWire),
          // As it was read when it came.
          test: JSON.parse(found.test) as InferOutput<typeof Recovered>['test'],
        };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/recovery/prove',
      side: 'staff',
      summary: 'Shows that the sheet opened its test: without that no box opens',
      body: Proving,
      answer: Done,
      problems: ['no-such-box', 'sign-in-refused', 'too-many', 'refused'],
      async handle({ boxId, body }) {
        const answer = fromBase64url(body.answer, 'answer', 32);
        const no = await refused(boxId, body.auth);
        if (no) return no;
        const hash = new Uint8Array(createHash('sha256').update(answer).digest());
        return (await store.sheetProven(boxId, hash)) === 'proven' ? {} : refusal('refused');
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/recovery/account',
      side: 'staff',
      summary: 'A member’s account made anew by the sheet, with a roster that differs in their keys alone',
      body: RecoveringAccount,
      answer: Done,
      problems: ['no-such-box', 'sign-in-refused', 'too-many', 'version-taken', 'refused'],
      async handle({ boxId, body }) {
        const account = readAccount(body.member);
        const keys = body.keys.map(sealedKeyFromWire);
        const no = await refused(boxId, body.auth);
        if (no) return no;
        const view = await store.staffView({ boxId, memberId: account.id, role: 'facilitator' });
        const roster = await recoveredRoster(boxId, view.rosters, body.roster, keys, account.id);
        if (typeof roster === 'string') return refusal(roster);
        const manifest = body.manifest && (await nextManifest(boxId, view, body.manifest, []));
        if (manifest === 'refused') return refusal(manifest);
        const member = roster.members.find(({ id }) => id === account.id);
        if (!member) return refusal('refused');
        const made = { ...account, name: member.name, role: member.role };
        const outcome = await store.recoverAccount(boxId, roster, keys, made, manifest);
        boxes.forget(boxId);
        return outcome === 'kept' ? {} : refusal(outcome);
      },
    }),
  ];
}

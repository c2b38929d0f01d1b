/** Who is on the staff: rosters, invitations and what comes back of them, and a member's own passphrase. */
import type { Bytes } from '../../../src/domain/sealing/server.js';
import { fromBase64url, hashAuth, hashClaim, toBase64url } from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import { readAccount, readSecrets } from './accounts.js';
import { refusal } from './problems.js';
import type { Route } from './route.js';
import { route } from './route.js';
import type { SignInThrottle } from './sign-in-throttle.js';
import { accountKey } from './sign-in-throttle.js';
import {
  AskingInvitation,
  ChangingAccount,
  Done,
  Enrolling,
  Invitation,
  InvitedUntil,
  Inviting,
  PuttingRoster,
  Withdrawing,
} from './staff-schemas.js';
import { readRoster } from './verified-rosters.js';

/** Seconds after which an invitation may have ended. */
const FULL = 3600;

interface Needed {
  readonly store: Store;
  readonly throttle: SignInThrottle;
  readonly tokenHashOf: (authorization: string | undefined) => Bytes | undefined;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a roster could have it: nobody is invited by a name by which they could not be let in. */
const isRosterName = (name: string): boolean =>
  [...name].length <= 80 &&
  name.trim() !== '' &&
  !LONE_SURROGATE.test(name) &&
  name.normalize('NFC') === name;

const hashOf = (claim: string): Promise<Bytes> => hashClaim(fromBase64url(claim, 'claim', 32));

export function peopleRoutes({ store, throttle, tokenHashOf }: Needed): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/v1/boxes/{boxId}/staff/roster',
      side: 'staff',
      signedIn: true,
      summary: 'Says who is on the staff from now on, and may let in who was invited; for keepers',
      body: PuttingRoster,
      answer: Done,
      problems: ['no-such-box', 'not-allowed', 'version-taken', 'refused'],
      async handle({ boxId, session, body }) {
        if (session.role !== 'keeper') return refusal('not-allowed');
        const read = await readRoster(boxId, await store.staffView(session), body);
        if (typeof read === 'string') return refusal(read);
        const outcome = await store.putRoster(session, read.roster, read.more);
        return outcome === 'kept' ? {} : refusal(outcome);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/invitations',
      side: 'staff',
      signedIn: true,
      summary: 'Invites somebody, for 72 hours and once; for keepers',
      body: Inviting,
      answer: InvitedUntil,
      problems: ['no-such-box', 'not-allowed', 'name-taken', 'refused', 'box-full'],
      async handle({ session, body: { claimHash, name, role } }) {
        if (session.role !== 'keeper') return refusal('not-allowed');
        if (!isRosterName(name)) return refusal('malformed');
        const hash = fromBase64url(claimHash, 'claimHash', 32);
        const outcome = await store.invite(session, { claimHash: hash, name, role });
        if (outcome === 'box-full') return refusal(outcome, FULL);
        return typeof outcome === 'string' ? refusal(outcome) : outcome;
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/invitations/withdraw',
      side: 'staff',
      signedIn: true,
      summary: 'Takes an invitation back; for keepers',
      body: Withdrawing,
      problems: ['no-such-box', 'not-allowed'],
      async handle({ session, body }) {
        if (session.role !== 'keeper') return refusal('not-allowed');
        await store.withdraw(session, fromBase64url(body.claimHash, 'claimHash', 32));
        return undefined;
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/enrolment',
      side: 'staff',
      summary: 'What an invitation is for, to whoever has its link',
      body: AskingInvitation,
      answer: Invitation,
      problems: ['no-such-box', 'claim-refused'],
      async handle({ boxId, body }) {
        const found = await store.invitation(boxId, await hashOf(body.claim));
        return found ? { ...found, rosters: [...found.rosters] } : refusal('claim-refused');
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/enrolments',
      side: 'staff',
      summary:
        'Uses an invitation, once: keys and account of whoever was invited, until a keeper accepts them',
      body: Enrolling,
      answer: Done,
      problems: ['no-such-box', 'claim-refused', 'refused'],
      async handle({ boxId, body }) {
        const outcome = await store.enrol(boxId, await hashOf(body.claim), {
          pk: fromBase64url(body.pk, 'pk', 65),
          verifyPk: fromBase64url(body.verifyPk, 'verifyPk', 65),
          mac: fromBase64url(body.mac, 'mac', 32),
          account: readAccount(body.member),
        });
        return outcome === 'kept' ? {} : refusal(outcome);
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/boxes/{boxId}/staff/account',
      side: 'staff',
      signedIn: true,
      summary: 'A new passphrase for whoever is signed in; all their other sessions end',
      body: ChangingAccount,
      answer: Done,
      problems: ['no-such-box', 'sign-in-refused', 'too-many'],
      async handle({ boxId, session, header, body: { kAuth, ...secrets } }) {
        const old = await hashAuth(fromBase64url(kAuth, 'kAuth', 32));
        const account = readSecrets(secrets);
        const tokenHash = tokenHashOf(header('authorization'));
        if (!tokenHash) return refusal('sign-in-refused');
        // As at the door: whoever has found a desk unlocked does not get to guess here.
        const key = accountKey(toBase64url(boxId), session.memberId);
        const wait = throttle.begin(key, true);
        if (wait > 0) return refusal('too-many', wait);
        const outcome = await store.changeAccount(session, tokenHash, old, account);
        if (outcome !== 'changed') return refusal(outcome);
        throttle.succeeded(key);
        return {};
      },
    }),
  ];
}

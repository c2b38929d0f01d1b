/** What a visitor's page asks. Nobody says who they are, and nothing here looks at where a request comes from. */

import type { Bytes } from '../../../src/domain/sealing/server.js';
import {
  answerToWire,
  bodyHash,
  dummyAnswer,
  fromBase64url,
  hashErase,
  proofSubjectOfErasure,
  questionFromWire,
  sameBytes,
  toBase64url,
} from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import type { Rate } from './buckets.js';
import { Buckets } from './buckets.js';
import type { Challenges } from './challenge.js';
import { refusal } from './problems.js';
import type { PublishedBoxes } from './published-boxes.js';
import { hasAlready } from './published-boxes.js';
import type { Route } from './route.js';
import { route } from './route.js';
import { Challenge, Erased, Erasing, Kept, LookedUp, LookingUp, Published, Sending } from './schemas.js';

export interface Rates {
  readonly send: Rate;
  readonly lookUp: Rate;
  readonly erase: Rate;
}

interface Needed {
  readonly store: Store;
  readonly boxes: PublishedBoxes;
  readonly challenges: Challenges;
  readonly rates: Rates;
  readonly backupDays: number;
  readonly monotonic: () => number;
}

/** Seconds after which there may be room again. */
const FULL = 3600;

export function publicRoutes({ store, boxes, challenges, rates, backupDays, monotonic }: Needed): Route[] {
  const sends = new Buckets(rates.send, monotonic);
  const lookUps = new Buckets(rates.lookUp, monotonic);
  const erasures = new Buckets(rates.erase, monotonic);

  /** Seconds to wait, or nothing when a token was taken. */
  const slowed = (buckets: Buckets, boxId: Bytes) => {
    const seconds = buckets.take(toBase64url(boxId));
    return seconds > 0 ? refusal('too-many', seconds) : undefined;
  };

  return [
    route({
      method: 'GET',
      path: '/v1/boxes/{boxId}',
      side: 'public',
      summary: 'What everybody may read of a box: its manifest and its published answers',
      answer: Published,
      conditional: true,
      problems: ['no-such-box'],
      async handle({ boxId, header }) {
        const box = await boxes.find(boxId);
        if (!box) return refusal('no-such-box');
        const headers = { etag: box.etag, 'cache-control': 'public, max-age=60' };
        return hasAlready(header('if-none-match'), box.etag)
          ? { status: 304, bytes: null, headers }
          : { status: 200, bytes: box.json, headers: { ...headers, 'content-type': 'application/json' } };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/boxes/{boxId}/challenge',
      side: 'public',
      summary: 'What work a send or an erasure has to show now, the same for everybody',
      answer: Challenge,
      problems: ['no-such-box'],
      async handle({ boxId }) {
        if (!(await boxes.find(boxId))) return refusal('no-such-box');
        const { challenge, ...asked } = await challenges.current(boxId);
        return { ...asked, challenge: toBase64url(challenge) };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/questions',
      side: 'public',
      summary: 'Sends a sealed question; the same bytes again are acknowledged again and kept once',
      body: Sending,
      answer: Kept,
      problems: [
        'no-such-box',
        'proof',
        'other-body',
        'erased',
        'epoch-expired',
        'too-many',
        'box-full',
        'malformed',
      ],
      async handle({ boxId, body }) {
        const question = questionFromWire(body.question);
        if (!sameBytes(question.boxId, boxId)) return refusal('malformed');
        if (!(await boxes.find(boxId))) return refusal('no-such-box');
        const hash = await bodyHash(question);
        if (!(await challenges.accepts(boxId, hash, body.proof))) return refusal('proof');
        // After the proof: what costs nothing must not use up what the others need.
        const wait = slowed(sends, boxId);
        if (wait) return wait;
        challenges.count(boxId);
        const sent = await store.send(question, hash);
        if (sent.outcome === 'kept') return { expiresDay: sent.expiresDay };
        return sent.outcome === 'box-full' ? refusal('box-full', FULL) : refusal(sent.outcome);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/lookups',
      side: 'public',
      summary:
        'The answers for a locator; one that is empty or not known gives something random of the same size',
      body: LookingUp,
      answer: LookedUp,
      problems: ['no-such-box', 'too-many'],
      async handle({ boxId, body }) {
        const locator = fromBase64url(body.locator, 'locator', 16);
        if (!(await boxes.find(boxId))) return refusal('no-such-box');
        const wait = slowed(lookUps, boxId);
        if (wait) return wait;
        const dummy = dummyAnswer();
        const answers = await store.answers(boxId, locator);
        return { answers: (answers.length > 0 ? answers : [dummy]).map(answerToWire) };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/erasures',
      side: 'public',
      summary: 'Erases a question at once; also one that has not arrived yet',
      body: Erasing,
      answer: Erased,
      problems: ['no-such-box', 'proof', 'wrong-erase', 'too-many'],
      async handle({ boxId, body }) {
        const locator = fromBase64url(body.locator, 'locator', 16);
        const erase = fromBase64url(body.erase, 'erase', 32);
        if (!(await boxes.find(boxId))) return refusal('no-such-box');
        const subject = await proofSubjectOfErasure(boxId, locator);
        if (!(await challenges.accepts(boxId, subject, body.proof))) return refusal('proof');
        const wait = slowed(erasures, boxId);
        if (wait) return wait;
        const outcome = await store.erase(boxId, locator, await hashErase(erase));
        if (outcome === 'no-room') return refusal('busy', FULL);
        return outcome === 'erased' ? { backupDays } : refusal(outcome);
      },
    }),
  ];
}

/** What the desk asks, with the token of somebody who is signed in. The server sees who works on which question, and never what it says. */

import {
  answerFromWire,
  answerToWire,
  fromBase64url,
  noteToWire,
  questionToWire,
  sealedKeyFromWire,
  sealedKeyToWire,
  toBase64url,
} from '../../../src/domain/sealing/server.js';
import type { Invitation, Store, WaitingQuestion } from '../store.js';
import type { Origins } from './origins.js';
import { refusal } from './problems.js';
import type { PublishedBoxes } from './published-boxes.js';
import type { Route } from './route.js';
import { route } from './route.js';
import {
  Answering,
  Audit,
  Claimed,
  Closed,
  Closing,
  Done,
  Drafting,
  Listed,
  Listing,
  ListingAudit,
  OneQuestion,
  PuttingManifest,
  StaffBox,
} from './staff-schemas.js';
import { catalogueUnder, nextManifest } from './verified-documents.js';

const PAGE = 50;

const invitationToWire = ({ claimHash, enrolment, ...invitation }: Invitation) => ({
  ...invitation,
  claimHash: toBase64url(claimHash),
  enrolment: enrolment && {
    id: enrolment.id,
    pk: toBase64url(enrolment.pk),
    verifyPk: toBase64url(enrolment.verifyPk),
    mac: toBase64url(enrolment.mac),
  },
});

const readLocator = (text: string) => fromBase64url(text, 'locator', 16);

const waitingToWire = (waiting: WaitingQuestion) => ({
  question: questionToWire(waiting.question),
  day: waiting.day,
  state: waiting.state,
  expiresDay: waiting.expiresDay,
  claimBy: waiting.claimBy,
  claimUntil: waiting.claimUntil,
  draft: waiting.draft && toBase64url(waiting.draft),
  answers: waiting.answers.map(answerToWire),
});

export interface StaffNeeded {
  readonly store: Store;
  readonly boxes: PublishedBoxes;
  /** What the desk is told of the server. */
  readonly config: {
    readonly version: string;
    readonly backupDays: number;
    readonly proofPrefix: string;
    readonly origins: Pick<Origins, 'pages'>;
  };
  /** Of a token that was used, to end it. */
  readonly tokenHashOf: (authorization: string | undefined) => Uint8Array<ArrayBuffer> | undefined;
}

export function staffRoutes({ store, boxes, config, tokenHashOf }: StaffNeeded): Route[] {
  return [
    route({
      method: 'DELETE',
      path: '/v1/boxes/{boxId}/staff/session',
      side: 'staff',
      signedIn: true,
      summary: 'Signs out',
      problems: ['no-such-box'],
      async handle({ header }) {
        const hash = tokenHashOf(header('authorization'));
        if (hash) await store.endSession(hash);
        return undefined;
      },
    }),
    route({
      method: 'GET',
      path: '/v1/boxes/{boxId}/staff/box',
      side: 'staff',
      signedIn: true,
      summary: 'The box as its staff sees it: documents, this member’s sealed keys, how much waits',
      answer: StaffBox,
      problems: ['no-such-box'],
      async handle({ session }) {
        const view = await store.staffView(session);
        return {
          manifest: view.manifest,
          manifests: [...view.manifests],
          rosters: [...view.rosters],
          keys: view.keys.map(sealedKeyToWire),
          catalogue: view.catalogue,
          counts: view.counts,
          oldestWaitingDay: view.oldestWaitingDay,
          today: view.today,
          backupDay: view.backupDay,
          sheet: { provenDay: view.sheetProvenDay },
          invitations: view.invitations.map(invitationToWire),
          rules: view.rules && noteToWire(view.rules),
          origins: { box: [...view.origins], server: [...config.origins.pages] },
          publications: view.publications,
          server: {
            version: config.version,
            backupDays: config.backupDays,
            proofPrefix: config.proofPrefix,
          },
          me: { id: session.memberId, role: session.role },
        };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/questions/list',
      side: 'staff',
      signedIn: true,
      summary: 'Questions in one state, the oldest first, a page at a time',
      body: Listing,
      answer: Listed,
      problems: ['no-such-box'],
      async handle({ session, body: { state, after, limit = PAGE } }) {
        const questions = await store.questions(session, {
          state,
          limit,
          ...(after ? { after: { day: after.day, locator: readLocator(after.locator) } } : {}),
        });
        const last = questions.length === limit ? questions.at(-1) : undefined;
        return {
          questions: questions.map(waitingToWire),
          next: last ? { day: last.day, locator: toBase64url(last.question.locator) } : null,
        };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/questions/claim',
      side: 'staff',
      signedIn: true,
      summary: 'Takes a question on for half an hour, or for half an hour more',
      body: OneQuestion,
      answer: Claimed,
      problems: ['no-such-box', 'no-such-question', 'claimed'],
      async handle({ session, body }) {
        const outcome = await store.claimQuestion(session, readLocator(body.locator));
        return typeof outcome === 'string' ? refusal(outcome) : { claimUntil: outcome.claimUntil };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/questions/release',
      side: 'staff',
      signedIn: true,
      summary: 'Lets a question go again',
      body: OneQuestion,
      problems: ['no-such-box'],
      async handle({ session, body }) {
        await store.releaseQuestion(session, readLocator(body.locator));
        return undefined;
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/questions/draft',
      side: 'staff',
      signedIn: true,
      summary: 'Keeps a sealed draft, or takes it away',
      body: Drafting,
      problems: ['no-such-box', 'no-such-question', 'claimed'],
      async handle({ session, body: { locator, draft } }) {
        const bytes = draft === null ? null : fromBase64url(draft, 'draft');
        const outcome = await store.saveDraft(session, readLocator(locator), bytes);
        return outcome === 'saved' ? undefined : refusal(outcome);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/questions/close',
      side: 'staff',
      signedIn: true,
      summary: 'Closes questions that need no answer, or no further one; not those that a colleague is at',
      body: Closing,
      answer: Closed,
      problems: ['no-such-box'],
      async handle({ session, body }) {
        return { closed: await store.closeQuestions(session, body.locators.map(readLocator)) };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/answers',
      side: 'staff',
      signedIn: true,
      summary: 'Keeps a sealed answer; the same bytes again are kept once',
      body: Answering,
      answer: Done,
      problems: ['no-such-box', 'no-such-question', 'claimed', 'seq-taken', 'gap'],
      async handle({ session, body }) {
        const answer = answerFromWire(body.answer);
        const outcome = await store.answer(session, readLocator(body.locator), answer);
        return outcome === 'kept' ? {} : refusal(outcome);
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/boxes/{boxId}/staff/manifest',
      side: 'staff',
      signedIn: true,
      summary: 'Opens the box, or gives it a new key, hours or topics; for keepers',
      body: PuttingManifest,
      answer: Done,
      problems: ['no-such-box', 'not-allowed', 'older', 'sheet-not-proven', 'refused'],
      async handle({ boxId, session, body }) {
        if (session.role !== 'keeper') return refusal('not-allowed');
        const keys = body.keys.map(sealedKeyFromWire);
        const manifest = await nextManifest(boxId, await store.staffView(session), body.manifest, keys);
        if (manifest === 'refused') return refusal(manifest);
        const { catalogue: document } = body;
        const number = document && (await catalogueUnder(boxId, body.manifest, document));
        if (number === 'refused') return refusal(number);
        const catalogue = document && number !== undefined ? { document, number } : undefined;
        const outcome = await store.putManifest(session, manifest, keys, catalogue);
        boxes.forget(boxId);
        return outcome === 'kept' ? {} : refusal(outcome);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/audit/list',
      side: 'staff',
      signedIn: true,
      summary: 'What the staff did, by day, the newest first: how often, never to which question',
      body: ListingAudit,
      answer: Audit,
      problems: ['no-such-box'],
      async handle({ session, body }) {
        const { rows, next } = await store.audit(session, body.before);
        return { rows: [...rows], next };
      },
    }),
  ];
}

/** What is written for everybody: drafts that only the staff can open, the signed catalogue that takes their place, and the rules of the house. */
import { fromBase64url, noteFromWire, noteToWire, toBase64url } from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import { refusal } from './problems.js';
import type { PublishedBoxes } from './published-boxes.js';
import type { Route } from './route.js';
import { route } from './route.js';
import {
  Done,
  ListingPublications,
  Publications,
  PuttingCatalogue,
  PuttingPublication,
  PuttingRules,
  RemovingPublications,
} from './staff-schemas.js';
import { nextCatalogue } from './verified-documents.js';

/** Each is 22 kB on the wire. */
const PAGE = 50;

/** Seconds after which something may have been published. */
const FULL = 3600;

const readId = (text: string) => fromBase64url(text, 'id', 16);

interface Needed {
  readonly store: Store;
  readonly boxes: PublishedBoxes;
}

export function publicationRoutes({ store, boxes }: Needed): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/v1/boxes/{boxId}/staff/catalogue',
      side: 'staff',
      signedIn: true,
      summary: 'Publishes answers, signed by the publishing key; drafts that stand in it go at once',
      body: PuttingCatalogue,
      answer: Done,
      problems: ['no-such-box', 'older', 'refused'],
      async handle({ boxId, session, body: { catalogue, published = [] } }) {
        const ids = published.map(readId);
        const number = await nextCatalogue(boxId, await store.staffView(session), catalogue);
        if (number === 'refused') return refusal(number);
        const outcome = await store.putCatalogue(session, catalogue, number, ids);
        boxes.forget(boxId);
        return outcome === 'kept' ? {} : refusal(outcome);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/publications',
      side: 'staff',
      signedIn: true,
      summary: 'Keeps a sealed draft of something to be published, in place of the one with this id',
      body: PuttingPublication,
      answer: Done,
      problems: ['no-such-box', 'box-full'],
      async handle({ session, body }) {
        const publication = { id: readId(body.id), note: noteFromWire('publication', body.note) };
        const outcome = await store.putPublication(session, publication);
        return outcome === 'kept' ? {} : refusal(outcome, FULL);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/publications/list',
      side: 'staff',
      signedIn: true,
      summary: 'Drafts of what is to be published, a page at a time, in no order that says anything',
      body: ListingPublications,
      answer: Publications,
      problems: ['no-such-box'],
      async handle({ session, body: { after } }) {
        const found = await store.publications(
          session,
          PAGE,
          after === undefined ? undefined : readId(after),
        );
        const last = found.length === PAGE ? found.at(-1) : undefined;
        return {
          publications: found.map(({ id, note }) => ({ id: toBase64url(id), note: noteToWire(note) })),
          next: last ? toBase64url(last.id) : null,
        };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/publications/remove',
      side: 'staff',
      signedIn: true,
      summary: 'Throws drafts of publications away',
      body: RemovingPublications,
      problems: ['no-such-box'],
      async handle({ session, body }) {
        await store.removePublications(session, body.ids.map(readId));
        return undefined;
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/boxes/{boxId}/staff/rules',
      side: 'staff',
      signedIn: true,
      summary: 'Keeps the sealed rules of the house, in place of those before; for keepers',
      body: PuttingRules,
      answer: Done,
      problems: ['no-such-box', 'not-allowed'],
      async handle({ session, body }) {
        if (session.role !== 'keeper') return refusal('not-allowed');
        await store.putRules(session, noteFromWire('rules', body.note));
        return {};
      },
    }),
  ];
}

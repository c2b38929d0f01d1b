/** Pages with the box's widget: on which origins they may be, and whether the widget stands on one as it should. */
import { toBase64url } from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import type { BoxOrigins } from './box-origins.js';
import type { Rate } from './buckets.js';
import { Buckets } from './buckets.js';
import type { LookUp } from './page-check.js';
import { checkPage } from './page-check.js';
import { isOfOwnMachine, isPageOrigin } from './page-origin.js';
import { refusal } from './problems.js';
import type { Route } from './route.js';
import { route } from './route.js';
import { CheckedPage, CheckingPage, Done, PuttingOrigins } from './staff-schemas.js';

/** Somebody tries a page a few times; a server that fetches as often as it is told is a tool against others. */
export const PAGE_CHECKS: Rate = { perSecond: 0.1, burst: 10 };

interface Needed {
  readonly store: Store;
  readonly boxOrigins: BoxOrigins;
  /** Of the server itself, by its settings. */
  readonly own: readonly string[];
  /** Of the settings. */
  readonly pages: readonly string[];
  readonly pageChecks: Rate;
  readonly monotonic: () => number;
  readonly lookUp: LookUp | undefined;
}

export function pageRoutes({
  store,
  boxOrigins,
  own,
  pages,
  pageChecks,
  monotonic,
  lookUp,
}: Needed): Route[] {
  // What else runs on the machine of a server that is reached from outside is none of a keeper's business; where one is tried out it is their own.
  const isTriedOut = own.some(isOfOwnMachine);
  const mayBeAsked = (origin: string) => isTriedOut || !isOfOwnMachine(origin);
  const checks = new Buckets(pageChecks, monotonic);
  return [
    route({
      method: 'PUT',
      path: '/v1/boxes/{boxId}/staff/origins',
      side: 'staff',
      signedIn: true,
      summary: 'Names the origins of pages with the widget, beside those of the server; for keepers',
      body: PuttingOrigins,
      answer: Done,
      problems: ['no-such-box', 'not-allowed'],
      async handle({ boxId, session, body: { origins } }) {
        if (session.role !== 'keeper') return refusal('not-allowed');
        if (!origins.every(isPageOrigin)) return refusal('malformed');
        await store.putOrigins(session, origins);
        boxOrigins.forget(boxId);
        return {};
      },
    }),
    route({
      method: 'POST',
      path: '/v1/boxes/{boxId}/staff/page-check',
      side: 'staff',
      signedIn: true,
      summary: 'Fetches a page on one of the origins, and gives the widget’s tags; for keepers',
      body: CheckingPage,
      answer: CheckedPage,
      problems: ['no-such-box', 'not-allowed', 'foreign-page', 'page-away', 'too-many'],
      async handle({ boxId, session, body: { url } }) {
        if (session.role !== 'keeper') return refusal('not-allowed');
        const origins = [...pages, ...(await store.origins(boxId)).filter(mayBeAsked)];
        const wait = checks.take(toBase64url(boxId));
        if (wait > 0) return refusal('too-many', wait);
        const checked = await checkPage(url, origins, lookUp);
        return typeof checked === 'string'
          ? refusal(checked)
          : { status: checked.status, tags: [...checked.tags] };
      },
    }),
  ];
}

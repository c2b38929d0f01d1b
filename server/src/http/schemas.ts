/**
 * The one source for what comes in and what goes out: requests are checked by these, the OpenAPI document is generated from them, and the
 * types of the routes follow. Whether bytes are written in the one canonical way is looked at when they are read (`fromBase64url`).
 */
import * as v from 'valibot';

const BASE64URL = /^[A-Za-z0-9_-]*$/;

/** So many bytes in unpadded base64url. */
const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.length(Math.ceil((length * 4) / 3)),
    v.regex(BASE64URL),
    v.description(`${length} bytes in unpadded base64url`),
  );

const bytesUpTo = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(2),
    v.maxLength(Math.ceil((most * 4) / 3)),
    v.regex(BASE64URL),
    v.description(`at most ${most} bytes in unpadded base64url`),
  );

const integer = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const U32 = 0xffff_ffff;
const day = v.pipe(integer(0, 2_932_896), v.description('days since 1970-01-01, UTC'));
const memberId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const iterations = integer(600_000, 5_000_000);
const role = v.picklist(['keeper', 'facilitator']);
const state = v.picklist(['new', 'answered', 'closed']);

/** No document comes near this: the limit of the whole body is met first. */
const MOST_OF_PAYLOAD = 8 * 1024 * 1024;

export const SignedDocument = v.object({
  payload: bytesUpTo(MOST_OF_PAYLOAD),
  idPk: bytes(65),
  sig: bytes(64),
});

export const Question = v.object({
  v: v.literal(1),
  suite: v.literal(1),
  boxId: bytes(16),
  keyId: bytes(8),
  locator: bytes(16),
  eraseHash: bytes(32),
  enc: bytes(65),
  ct: bytes(8208),
});

export const Proof = v.object({ slot: integer(0, U32), counter: integer(0, U32) });

const Answer = v.object({ seq: integer(1, 3), iv: bytes(12), ct: bytes(16_400) });

const SealedKey = v.object({
  kind: v.picklist(['epoch', 'publishing', 'identity']),
  keyId: bytes(8),
  to: bytes(8),
  enc: bytes(65),
  ct: bytes(113),
});

const keys = v.pipe(v.array(SealedKey), v.maxLength(1000));
const Wrapped = v.object({ iv: bytes(12), ct: bytes(210) });
const locator = bytes(16);

export const Published = v.object({ manifest: SignedDocument, catalogue: v.nullable(SignedDocument) });

export const Challenge = v.object({
  slot: integer(0, U32),
  challenge: bytes(16),
  prefix: v.pipe(v.string(), v.regex(/^[0-9a-f]{1,5}$/)),
  cost: integer(1, 64),
  seconds: v.pipe(integer(0, 1200), v.description('for how long a proof of it is taken')),
});

export const Sending = v.object({ question: Question, proof: Proof });
export const Kept = v.object({ expiresDay: day });

export const LookingUp = v.object({ locator });
export const LookedUp = v.object({ answers: v.pipe(v.array(Answer), v.minLength(1), v.maxLength(3)) });

export const Erasing = v.object({ locator, erase: bytes(32), proof: Proof });
export const Erased = v.object({ backupDays: integer(0, 3650) });

export const MakingBox = v.object({
  claim: bytes(32),
  boxId: bytes(16),
  roster: SignedDocument,
  member: v.object({
    id: v.pipe(memberId, v.description('best 16 random hexadecimal digits: what an unknown name is shown')),
    salt: bytes(16),
    iterations,
    authHash: bytes(32),
    wrapped: Wrapped,
  }),
  keys,
});
export const MadeBox = v.object({ boxId: bytes(16) });

export const AskingSalt = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^[^\x00-\x1f]*$/)),
});
export const Salt = v.object({ id: memberId, salt: bytes(16), iterations });

export const SigningIn = v.object({ id: memberId, kAuth: bytes(32) });
export const SignedIn = v.object({
  token: bytes(32),
  idleSeconds: integer(1, 86_400),
  absoluteSeconds: integer(1, 86_400),
  wrapped: Wrapped,
});

const count = integer(0, Number.MAX_SAFE_INTEGER);

export const StaffBox = v.object({
  manifest: v.nullable(SignedDocument),
  rosters: v.array(SignedDocument),
  keys: v.array(SealedKey),
  catalogue: v.nullable(SignedDocument),
  counts: v.object({ new: count, answered: count, closed: count }),
  oldestWaitingDay: v.nullable(day),
  today: day,
  backupDay: v.nullable(day),
  me: v.object({ id: memberId, role }),
});

const place = v.object({ day, locator });

export const Listing = v.object({
  state,
  after: v.optional(place),
  limit: v.optional(integer(1, 100)),
});
export const Listed = v.object({
  questions: v.array(
    v.object({
      question: Question,
      day,
      state,
      expiresDay: day,
      claimBy: v.nullable(memberId),
      claimUntil: v.nullable(v.pipe(count, v.description('seconds since 1970'))),
      draft: v.nullable(bytesUpTo(24_576)),
      answers: v.pipe(v.array(Answer), v.maxLength(3)),
    }),
  ),
  next: v.nullable(place),
});

export const OneQuestion = v.object({ locator });
export const Claimed = v.object({ claimUntil: v.pipe(count, v.description('seconds since 1970')) });
export const Drafting = v.object({ locator, draft: v.nullable(bytesUpTo(24_576)) });
export const Closing = v.object({ locators: v.pipe(v.array(locator), v.maxLength(200)) });
export const Closed = v.object({ closed: count });
export const Answering = v.object({ locator, answer: Answer });

export const PuttingManifest = v.object({ manifest: SignedDocument, keys });
export const PuttingRoster = v.object({ roster: SignedDocument, keys });
export const PuttingCatalogue = v.object({ catalogue: SignedDocument });
/** Of what was put: nothing needs to be said. */
export const Done = v.object({});

export const Health = v.object({ status: v.literal('ok') });

export const OpenApi = v.object({ openapi: v.literal('3.1.0') });

/** RFC 9457. */
export const Problem = v.object({
  type: v.pipe(v.string(), v.regex(/^urn:kith:problem:[a-z-]+$/)),
  title: v.string(),
  status: integer(400, 599),
  detail: v.optional(v.string()),
});

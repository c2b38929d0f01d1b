/**
 * The one source for what comes in and what goes out, together with `staff-schemas.ts`: requests are checked by these, the OpenAPI document is
 * generated from them, and the types of the routes follow. Whether bytes are written in the one canonical way is looked at when they are read
 * (`fromBase64url`).
 */
import * as v from 'valibot';
import {
  Answer,
  bytes,
  day,
  integer,
  locator,
  Proof,
  Question,
  SignedDocument,
  U32,
} from './schema-parts.js';

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

export const Health = v.object({ status: v.literal('ok') });

export const OpenApi = v.object({ openapi: v.literal('3.1.0') });

/** RFC 9457. */
export const Problem = v.object({
  type: v.pipe(v.string(), v.regex(/^urn:kith:problem:[a-z-]+$/)),
  title: v.string(),
  status: integer(400, 599),
  detail: v.optional(v.string()),
});

/** Pieces of which the forms of requests and answers are made: bytes, days, what both sides of the server send. */
import * as v from 'valibot';

const BASE64URL = /^[A-Za-z0-9_-]*$/;

/** So many bytes in unpadded base64url. */
export const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.length(Math.ceil((length * 4) / 3)),
    v.regex(BASE64URL),
    v.description(`${length} bytes in unpadded base64url`),
  );

export const bytesUpTo = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(2),
    v.maxLength(Math.ceil((most * 4) / 3)),
    v.regex(BASE64URL),
    v.description(`at most ${most} bytes in unpadded base64url`),
  );

export const integer = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const U32 = 0xffff_ffff;
export const day = v.pipe(integer(0, 2_932_896), v.description('days since 1970-01-01, UTC'));

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

export const Answer = v.object({ seq: integer(1, 3), iv: bytes(12), ct: bytes(16_400) });

export const locator = bytes(16);
export const count = integer(0, Number.MAX_SAFE_INTEGER);

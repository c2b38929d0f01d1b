/** The recovery sheet: a code on paper that opens what no member can open any more. */
import { inGroups, readSymbols, SYMBOLS, toSymbols } from '../crockford.js';
import type { Bytes } from '../encoding.js';
import { labelled, toBase64url, utf8 } from '../encoding.js';
import { hpke } from '../hpke.js';
import { refuse } from '../sealing-error.js';
import type { Random } from '../web-crypto.js';
import { hkdf, ITERATIONS, pbkdf2, randomBytes } from '../web-crypto.js';
import type { KeyPair } from './key-pair.js';

/** 26 symbols hold 130 bits; the last two are zeros. */
const LENGTH = 26;

/** A sheet's code without its check symbol. */
export type SheetCode = string & { readonly isSheetCode: true };

/** 128 bits. */
export const makeSheetCode = (random: Random = randomBytes): SheetCode => toSymbols(random(16)) as SheetCode;

/** As it is printed: nine groups of three, the check symbol last. */
export const showSheetCode = (code: SheetCode): string => inGroups(code, 3);

/** Reads what was typed in from paper, as forgiving as `readCode`, and refuses as it does. */
export function readSheetCode(typed: string): SheetCode {
  const symbols = readSymbols(typed, LENGTH);
  if (SYMBOLS.indexOf(symbols.charAt(LENGTH - 1)) & 3) refuse('code-check', 'code');
  return symbols as SheetCode;
}

/** What a sheet opens: its pair, and what it shows to the server. */
export interface OpenedSheet {
  /** Computed and stored nowhere; its public key is `recoveryPk` of the roster. */
  readonly pair: KeyPair;
  /** 32 bytes; the server holds their SHA-256 (`hashAuth`). They say nothing of the pair. */
  readonly auth: Bytes;
}

const rootOf = (code: SheetCode, boxId: Bytes): Promise<Bytes> =>
  pbkdf2(utf8(code), utf8(`kith-box/1/recovery/${toBase64url(boxId)}`), ITERATIONS);

const authOf = (root: Bytes, boxId: Bytes): Promise<Bytes> =>
  hkdf(root, labelled('kith-box/1/recovery-auth', boxId), 32);

/** DeriveKeyPair of RFC 9180, 7.1.3. */
async function pairOf(root: Bytes, boxId: Bytes): Promise<KeyPair> {
  const seed = await hkdf(root, labelled('kith-box/1/recovery-key', boxId), 32);
  const { privateKey, publicKey } = await hpke().DeriveKeyPair(seed);
  return {
    use: 'ECDH',
    privateKey,
    publicKey,
    pk: new Uint8Array(await hpke().SerializePublicKey(publicKey)),
  };
}

/** Everything that a sheet stands for, by one derivation: it takes about a second on a slow device. */
export async function openSheet(code: SheetCode, boxId: Bytes): Promise<OpenedSheet> {
  const root = await rootOf(code, boxId);
  const [pair, auth] = await Promise.all([pairOf(root, boxId), authOf(root, boxId)]);
  return { pair, auth };
}

export const recoveryPair = async (code: SheetCode, boxId: Bytes): Promise<KeyPair> =>
  pairOf(await rootOf(code, boxId), boxId);

/** What the sheet shows to the server, which keeps no more of it than a hash. */
export const recoveryAuth = async (code: SheetCode, boxId: Bytes): Promise<Bytes> =>
  authOf(await rootOf(code, boxId), boxId);

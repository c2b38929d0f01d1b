/**
 * The code that a visitor takes along instead of an account: it finds the question, opens the answers and erases both. It is made on
 * the device; the server learns a random locator and a hash, from which nobody comes back to the code.
 */
import { inGroups, readSymbols, toSymbols } from './crockford.js';
import type { Bytes } from './encoding.js';
import { labelled, toBase64url, utf8 } from './encoding.js';
import { hashErase } from './erase.js';
import type { Random } from './web-crypto.js';
import { hkdf, ITERATIONS, pbkdf2, randomBytes } from './web-crypto.js';

/** 24 symbols of five bits: 120 bits. */
const LENGTH = 24;

/** A code without its check symbol, as it is derived from: 24 of Crockford's symbols. */
export type Code = string & { readonly isCode: true };

/** What a question carries of its code. */
export interface CodeSecrets {
  /** 16 bytes by which the server finds the question. */
  readonly locator: Bytes;
  /** SHA-256 of `erase`. */
  readonly eraseHash: Bytes;
  /** 32 bytes that erase, once shown. Absent when the code was declined. */
  readonly erase?: Bytes;
  /** 32 bytes: the answers' key. Absent when the code was declined. */
  readonly kAns?: Bytes;
}

/** Both are there when a code was kept. */
export type KeptSecrets = Required<CodeSecrets>;

export const makeCode = (random: Random = randomBytes): Code => toSymbols(random((LENGTH * 5) / 8)) as Code;

/** How it is shown: five groups of five, the check symbol last. */
export const showCode = (code: Code): string => inGroups(code, 5);

/** Reads a typed code, see `readSymbols` for what is forgiven and how it refuses. */
export const readCode = (typed: string): Code => readSymbols(typed, LENGTH) as Code;

/**
 * What a code stands for in one box. 600,000 rounds of PBKDF2 come first, since a part of a code may have been seen: about a second
 * on a slow phone.
 */
export async function deriveCode(code: Code, boxId: Bytes): Promise<KeptSecrets> {
  const root = await pbkdf2(utf8(code), utf8(`kith-box/1/${toBase64url(boxId)}`), ITERATIONS);
  const [locator, erase, kAns] = await Promise.all([
    hkdf(root, labelled('kith-box/1/locator'), 16),
    hkdf(root, labelled('kith-box/1/erase'), 32),
    hkdf(root, labelled('kith-box/1/answer-key'), 32),
  ]);
  return { locator, erase, eraseHash: await hashErase(erase), kAns };
}

/**
 * For a visitor who wants no code ("I don't need a private answer"). The question looks like any other to the server; nobody can
 * find, open or erase it with a code, since none was ever made.
 */
export const declineCode = (random: Random = randomBytes): CodeSecrets => ({
  locator: random(16),
  eraseHash: random(32),
});

/** The numbers by which a box says how it seals. What has other numbers is refused, never guessed at. */

/** kith-box/1. */
export const VERSION = 1;

/**
 * Suite 1: HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256) 0x0010, HKDF-SHA256 0x0001 and AES-256-GCM 0x0002. P-256,
 * because every WebCrypto has it.
 */
export const SUITE = 1;

/** What the box says of itself to visitors, signed by a keeper: opened for the first time, given a new key, or with other hours and topics. */
import { toBase64url } from '../../../domain/sealing/encoding.js';
import type { Manifest, ReadingHours } from '../../../domain/sealing/manifest.js';
import { makeKeyPair } from '../../../domain/sealing/staff/key-pair.js';
import { sealKey } from '../../../domain/sealing/staff/sealed-key.js';
import { signDocument } from '../../../domain/sealing/staff/sign-document.js';
import { SUITE, VERSION } from '../../../domain/sealing/version.js';
import type { OpenedBox } from './opened-box.js';

/** Days for which one key is in use; the protocol allows 120. */
export const DAYS_OF_EPOCH = 90;

/** What a keeper chooses. */
export interface BoxSettings {
  readonly hours: ReadingHours;
  readonly topics: readonly string[];
  /** Language tag, or ''. */
  readonly language: string;
  /** Days for which an answered question is kept. */
  readonly retentionDays: number;
}

const settingsOf = ({ hours, topics, language, retentionDays }: Manifest): BoxSettings => ({
  hours,
  topics,
  language,
  retentionDays,
});

/**
 * Opens the box, or gives it a new key: sealed to everybody on the roster and to the recovery sheet.
 * @param settings Left out, they stay as they are.
 */
export async function newEpoch(box: OpenedBox, settings?: BoxSettings): Promise<void> {
  const { boxId, manifest, roster, server } = box;
  const chosen = settings ?? (manifest && settingsOf(manifest));
  if (!chosen) throw new Error('A first manifest needs settings.');
  const identity = await box.identityKey();
  const epochPair = await makeKeyPair('ECDH');
  // The publishing key stays with the box, so that what was published can be read on.
  const publishing = manifest ? undefined : await makeKeyPair('ECDSA');
  const notBefore = server.today - 1;
  const document = await signDocument(
    'kith-box/1/manifest',
    {
      v: VERSION,
      boxId,
      epoch: (manifest?.epoch ?? 0) + 1,
      suite: SUITE,
      pk: epochPair.pk,
      notBefore,
      notAfter: notBefore + DAYS_OF_EPOCH,
      spk: publishing?.pk ?? manifest?.spk,
      ...chosen,
    },
    identity,
  );
  await box.api.putManifest(document, [
    ...(await sealKey('epoch', epochPair, roster)),
    ...(publishing ? await sealKey('publishing', publishing, roster) : []),
  ]);
  const { rules } = box;
  await box.refresh();
  // What the team wrote for itself moves under the new key.
  if (manifest && toBase64url(manifest.pk) !== toBase64url(epochPair.pk)) await box.putRules(rules);
}

/** The same key under other hours, topics or days. */
export async function changeSettings(box: OpenedBox, settings: Partial<BoxSettings>): Promise<void> {
  const { manifest } = box;
  if (!manifest) throw new Error('The box was not opened yet.');
  const document = await signDocument(
    'kith-box/1/manifest',
    { ...manifest, ...settings },
    await box.identityKey(),
  );
  await box.api.putManifest(document, []);
  await box.refresh();
}

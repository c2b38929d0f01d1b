/**
 * A box on an unlocked desk: what the server shows of it, believed only as far as signatures carry, and the keys that open it, each
 * taken only if its public half is the one that a signed document names. Locking drops the object, and the keys go with it.
 */
import type { StaffApi, StaffBox } from '../../../backend/staff-api.js';
import { type Bytes, fromBase64url, sameBytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { type Manifest, verifyManifest } from '../../../domain/sealing/manifest.js';
import { keyIdOf, pinOf } from '../../../domain/sealing/public-key.js';
import { refuse } from '../../../domain/sealing/sealing-error.js';
import type { SignedDocument, Verified } from '../../../domain/sealing/signed-document.js';
import type { KeyPair } from '../../../domain/sealing/staff/key-pair.js';
import { type Member, type Roster, verifyRosters } from '../../../domain/sealing/staff/roster.js';
import { type KeyKind, openKey } from '../../../domain/sealing/staff/sealed-key.js';
import type { StaffKeys } from '../../../domain/sealing/staff/staff-keys.js';
import { openTeamNote, sealTeamNote } from '../../../domain/sealing/staff/team-note.js';
import { EMPTY_RULES, type HouseRules, readRules } from './house-rules.js';

/** What was verified of the box the last time it was asked for. */
interface Standing {
  readonly server: StaffBox;
  readonly roster: Verified<Roster>;
  /** The rosters before it. */
  readonly earlier: readonly Verified<Roster>[];
  readonly version: number;
  /** SHA-256 of the newest roster's payload: the next one names it. */
  readonly hash: Bytes;
  /** The identity key that signs now. */
  readonly idPk: Bytes;
  /** The identity key that signs from the next roster on: another one while it is being changed. */
  readonly successor: Bytes;
  readonly manifest: Verified<Manifest> | undefined;
  readonly manifests: readonly Verified<Manifest>[];
}

export interface BoxAt {
  readonly api: StaffApi;
  readonly boxId: Bytes;
  /** What the desk's own link pins. Without any the server is believed, and the desk says so. */
  readonly pins: readonly string[];
}

/** A desk without a pin takes the first identity key that it is shown, and from then on holds the server to it. */
export async function pinsFor(
  { pins }: Pick<BoxAt, 'pins'>,
  rosters: readonly SignedDocument[],
): Promise<readonly string[]> {
  const [first] = rosters;
  return pins.length > 0 || !first ? pins : [await pinOf(fromBase64url(first.idPk, 'idPk', 65))];
}

/** What each says, and whose it is: another's signature under the same words is another document. */
const namesOf = (documents: readonly SignedDocument[]): readonly string[] =>
  documents.map(({ payload, idPk }) => `${idPk} ${payload}`);

export class OpenedBox {
  readonly api: StaffApi;
  readonly boxId: Bytes;
  readonly pins: readonly string[];
  readonly #keys: StaffKeys;
  #standing: Standing;
  /** By kind and id of the key; opened once. */
  readonly #opened = new Map<string, Promise<KeyPair>>();
  rules: HouseRules = EMPTY_RULES;

  private constructor(at: BoxAt, keys: StaffKeys, standing: Standing) {
    this.api = at.api;
    this.boxId = at.boxId;
    this.pins = at.pins;
    this.#keys = keys;
    this.#standing = standing;
  }

  /** @throws SealingError where a document does not verify, or the member's own key is not the roster's. */
  static async open(at: BoxAt, keys: StaffKeys): Promise<OpenedBox> {
    const box = new OpenedBox(at, keys, await OpenedBox.#verify(at));
    box.#checkMe();
    await box.#readRules();
    return box;
  }

  static async #verify({ api, boxId, pins }: BoxAt, before?: Standing): Promise<Standing> {
    const server = await api.box();
    const trusted = await pinsFor({ pins }, server.rosters);
    const chain = await verifyRosters(server.rosters, { pins: trusted, boxId });
    if (before) {
      if (chain.version < before.version) refuse('rolled-back', 'roster.version');
      const shown = namesOf(server.rosters);
      if (namesOf(before.server.rosters).some((name, at) => shown[at] !== name))
        refuse('broken-chain', 'roster');
    }
    const signedBy = async (keys: readonly Bytes[]) => ({ pins: await Promise.all(keys.map(pinOf)), boxId });
    const manifests: Verified<Manifest>[] = [];
    const ofAnyTime = await signedBy(chain.identities);
    for (const document of server.manifests) manifests.push(await verifyManifest(document, ofAnyTime));
    // What is in force is signed by who signs now: somebody who left still holds an older key.
    const manifest =
      server.manifest &&
      (await verifyManifest(server.manifest, await signedBy([chain.idPk, chain.successor])));
    if (before?.manifest && (manifest?.epoch ?? 0) < before.manifest.epoch)
      refuse('rolled-back', 'manifest.epoch');
    return {
      server,
      roster: chain.roster,
      earlier: chain.earlier,
      version: chain.version,
      hash: chain.hash,
      idPk: chain.idPk,
      successor: chain.successor,
      manifest,
      manifests,
    };
  }

  /** Asks the server again, and holds it to what it has shown before. */
  async refresh(): Promise<void> {
    this.#standing = await OpenedBox.#verify(this, this.#standing);
    this.#checkMe();
    await this.#readRules();
  }

  #checkMe(): void {
    if (!sameBytes(this.me.pk, this.#keys.opening.pk)) refuse('foreign-key', 'roster.pk');
    if (!sameBytes(this.me.verifyPk, this.#keys.signing.pk)) refuse('foreign-key', 'roster.verifyPk');
  }

  get server(): StaffBox {
    return this.#standing.server;
  }
  get roster(): Verified<Roster> {
    return this.#standing.roster;
  }
  get earlier(): readonly Verified<Roster>[] {
    return this.#standing.earlier;
  }
  get rosterVersion(): number {
    return this.#standing.version;
  }
  get rosterHash(): Bytes {
    return this.#standing.hash;
  }
  get idPk(): Bytes {
    return this.#standing.idPk;
  }
  get successor(): Bytes {
    return this.#standing.successor;
  }
  /** Absent until the box was opened. */
  get manifest(): Verified<Manifest> | undefined {
    return this.#standing.manifest;
  }
  get manifests(): readonly Verified<Manifest>[] {
    return this.#standing.manifests;
  }

  get me(): Member {
    const { id } = this.server.me;
    return this.roster.members.find((member) => member.id === id) ?? refuse('malformed', 'roster.members');
  }

  get isKeeper(): boolean {
    return this.me.role === 'keeper';
  }

  /** A member's own pairs, to lock them with another passphrase. */
  get keys(): StaffKeys {
    return this.#keys;
  }

  nameOf(id: string): string {
    return this.roster.members.find((member) => member.id === id)?.name ?? id;
  }

  /** The identity key's id as pages pin it. */
  pin(): Promise<string> {
    return pinOf(this.idPk);
  }

  // Keys

  async #open(kind: KeyKind, pk: Bytes, exportable: boolean): Promise<KeyPair> {
    const id = toBase64url(await keyIdOf(pk));
    const sealed = this.server.keys.find((key) => key.kind === kind && toBase64url(key.keyId) === id);
    if (!sealed) refuse('cannot-open', `${kind} key`);
    return openKey(sealed, this.#keys.opening, { kind, boxId: this.boxId, pk, exportable });
  }

  #once(kind: KeyKind, pk: Bytes): Promise<KeyPair> {
    const name = `${kind} ${toBase64url(pk)}`;
    const known = this.#opened.get(name);
    if (known) return known;
    const opening = this.#open(kind, pk, false);
    this.#opened.set(name, opening);
    // What failed is tried again the next time: the key may have come meanwhile.
    opening.catch(() => this.#opened.delete(name));
    return opening;
  }

  /** Opens what was sealed in the period of this key. @throws SealingError `foreign-key` when no signed manifest names it. */
  async epochKey(keyId: Bytes): Promise<KeyPair> {
    for (const { pk } of this.manifests) {
      if (sameBytes(await keyIdOf(pk), keyId)) return this.#once('epoch', pk);
    }
    return refuse('foreign-key', 'keyId');
  }

  /** The epoch's key that is in force. */
  async currentKey(): Promise<KeyPair> {
    return this.#once('epoch', this.#needManifest().pk);
  }

  publishingKey(): Promise<KeyPair> {
    return this.#once('publishing', this.#needManifest().spk);
  }

  /** Signs rosters and manifests. It is opened for one deed and not kept. */
  identityKey(pk: Bytes = this.idPk): Promise<KeyPair> {
    return this.#open('identity', pk, true);
  }

  /** Every key that somebody new has to be given: of all periods, and the publishing key. Exportable. */
  async keysToShare(): Promise<readonly { readonly kind: KeyKind; readonly pair: KeyPair }[]> {
    const shared: { kind: KeyKind; pair: KeyPair }[] = [];
    for (const { pk } of this.manifests) {
      // A period from before one's own time cannot be shared.
      const pair = await this.#open('epoch', pk, true).catch(() => undefined);
      if (pair) shared.push({ kind: 'epoch', pair });
    }
    const { manifest } = this;
    if (manifest)
      shared.push({ kind: 'publishing', pair: await this.#open('publishing', manifest.spk, true) });
    return shared;
  }

  #needManifest(): Verified<Manifest> {
    return this.manifest ?? refuse('cannot-open', 'manifest');
  }

  /** Who writes what staff seal for one another. */
  get writer(): { readonly id: string; readonly signing: KeyPair } {
    return { id: this.me.id, signing: this.#keys.signing };
  }

  // The house's own rules

  async #readRules(): Promise<void> {
    const note = this.server.rules;
    if (!note) return;
    try {
      const { by, content } = await openTeamNote('rules', note, {
        boxId: this.boxId,
        epochKey: await this.epochKey(note.keyId),
        roster: this.roster,
        earlier: this.earlier,
      });
      // A facilitator may draft, and says nothing for the house.
      const isKeepers = this.roster.members.some(({ id, role }) => id === by && role === 'keeper');
      this.rules = isKeepers ? readRules(content) : EMPTY_RULES;
    } catch {
      // Planted, or of somebody who left: the desk says that the house has written nothing.
      this.rules = EMPTY_RULES;
    }
  }

  /** For keepers. */
  async putRules(rules: HouseRules): Promise<void> {
    const epochPk = this.#needManifest().pk;
    const note = await sealTeamNote('rules', rules, { boxId: this.boxId, writer: this.writer, epochPk });
    await this.api.putRules(note);
    this.rules = rules;
  }
}

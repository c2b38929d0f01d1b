/**
 * Keeps a question box in step with a widget's attributes: asks for its documents and believes none of them before its signature fits
 * what the page pins.
 */
import type { ReactiveControllerHost } from 'lit';
import { answersFrom, inboxOf } from '../backend/inbox.js';
import type { Inbox } from '../backend/ports.js';
import type { Problem } from '../backend/problem.js';
import { type Catalogue, verifyCatalogue } from '../domain/sealing/catalogue.js';
import { type Manifest, type ManifestExpected, verifyManifest } from '../domain/sealing/manifest.js';
import { SealingError, type SealingReason } from '../domain/sealing/sealing-error.js';
import type { Verified } from '../domain/sealing/signed-document.js';
import { LoadController } from './load-controller.js';

export interface BoxRequest {
  /** Base address of a Kith server; '' for none. */
  readonly backend: string;
  /** The box's id as the page writes it. */
  readonly box: string;
  /** Address of a static file of published answers; '' for none. */
  readonly answers: string;
  /** A backend at hand in place of `backend`. */
  readonly inbox: Inbox | undefined;
  /** What the page pins. */
  readonly expected: ManifestExpected;
}

/** What became of the published answers. */
export type Published = Verified<Catalogue> | 'none' | 'bad' | 'failed';

export interface BoxLoaded {
  /** Where questions go; absent on a page that only shows answers. */
  readonly inbox: Inbox | undefined;
  /** Whom to seal to; else why nothing may be sent. Absent where nothing can be sent at all. */
  readonly manifest: Verified<Manifest> | SealingReason | undefined;
  readonly published: Published;
}

interface Documents {
  readonly manifest: unknown;
  readonly catalogue: unknown;
}

/** What `work` makes, or why it was refused. */
async function orReason<T>(work: Promise<T>): Promise<T | SealingReason> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SealingError) return error.reason;
    throw error;
  }
}

export class InboxController extends LoadController<BoxRequest> {
  protected override readonly what = 'the question box';

  /**
   * @param accept Takes what was loaded and verified, also where the half that takes questions failed.
   * @param refuse Is told why nothing could be loaded.
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly accept: (loaded: BoxLoaded) => void,
    refuse: (problem: Problem) => void,
  ) {
    super(host, refuse);
  }

  load(request: BoxRequest): void {
    this.begin(request);
  }

  protected override async fill(request: BoxRequest, signal: AbortSignal): Promise<void> {
    const { answers, expected } = request;
    const inbox =
      request.inbox ?? (request.backend ? inboxOf(new URL(request.backend), request.box) : undefined);
    const [own, file] = await Promise.allSettled([
      inbox?.box(signal),
      answers ? answersFrom(answers, signal) : undefined,
    ]);
    signal.throwIfAborted();
    const box = own.status === 'fulfilled' ? own.value : undefined;
    const manifest = box && (await orReason(verifyManifest(box.manifest, expected)));
    const shown = answers ? (file.status === 'fulfilled' ? file.value : undefined) : box;
    const published = shown ? await this.#published(shown, expected) : 'failed';
    signal.throwIfAborted();
    this.accept({ inbox: inbox && own.status === 'fulfilled' ? inbox : undefined, manifest, published });
    if (own.status === 'rejected') throw own.reason;
    if (!inbox && file.status === 'rejected') throw file.reason;
  }

  /** Older answers stay true, so neither its dates nor the least epoch count here. */
  async #published(
    { manifest, catalogue }: Documents,
    { pins, boxId }: ManifestExpected,
  ): Promise<Published> {
    if (catalogue === null || catalogue === undefined) return 'none';
    const made = await orReason(
      verifyManifest(manifest, { pins, boxId }).then((by) => verifyCatalogue(catalogue, by)),
    );
    return typeof made === 'string' ? 'bad' : made.entries.length > 0 ? made : 'none';
  }

  protected override from({ backend, box, answers, inbox }: BoxRequest): string {
    return inbox ? '' : JSON.stringify([backend, box, answers]);
  }
}

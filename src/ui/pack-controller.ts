/** Keeps a quiz pack in step with a widget's attributes. What fetches and reads a clinic's own comes only where there is one. */
import type { ReactiveControllerHost } from 'lit';
import type { PackLoaded } from '../backend/ports.js';
import { Problem } from '../backend/problem.js';
import type { Pack } from '../domain/quiz.js';
import { LoadController } from './load-controller.js';

export interface PackRequest {
  /** Of a clinic's own pack; '' for ours. */
  readonly address: string;
  readonly overlays: readonly string[];
  /** ISO 3166. */
  readonly region: string | undefined;
  /** Brings our own pack, or one that is at hand. */
  own(): Promise<Pack>;
  /** Names it, to know it again; '' for one that is at hand. */
  readonly ownName: string;
}

/** A part of ours that comes by itself; not to get it is a matter of the network. */
async function arrived<T>(part: Promise<T>, what: string): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new Problem('unreachable', `${what} could not be loaded`, { cause });
  }
}

export class PackController extends LoadController<PackRequest> {
  protected override readonly what = 'the pack';

  /**
   * @param accept Takes what was loaded; `signal` says when it is outdated.
   * @param refuse Is told why nothing could be loaded.
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly accept: (loaded: PackLoaded, signal: AbortSignal) => Promise<void>,
    refuse: (problem: Problem) => void,
  ) {
    super(host, refuse);
  }

  load(request: PackRequest): void {
    this.begin(request);
  }

  protected override async fill(request: PackRequest, signal: AbortSignal): Promise<void> {
    const { address, overlays, region } = request;
    const own = address || (await arrived(request.own(), 'our own pack'));
    let loaded: PackLoaded;
    if (typeof own === 'string' || overlays.length > 0) {
      const part = await arrived(import('../backend/quiz-pack.js'), 'the part of Kith that reads packs');
      loaded = await part.loadPack(own, overlays, region, signal);
    } else loaded = { pack: own, told: [] };
    signal.throwIfAborted();
    await this.accept(loaded, signal);
  }

  protected override from({ address, ownName, overlays, region }: PackRequest): string {
    return address || ownName ? JSON.stringify([address || ownName, overlays, region]) : '';
  }
}

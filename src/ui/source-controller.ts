/** Keeps a directory in step with a widget's `src`. */
import type { ReactiveControllerHost } from 'lit';
import { loadDirectory, slices } from '../backend/catalogue.js';
import type { Loaded, LoadRequest } from '../backend/ports.js';
import type { Problem } from '../backend/problem.js';
import { LoadController } from './load-controller.js';

interface Wanted {
  readonly request: LoadRequest;
  readonly atHand: Loaded | undefined;
}

export class SourceController extends LoadController<Wanted> {
  protected override readonly what = 'the list';

  /**
   * @param accept Takes what was loaded (slowly, if it likes: `pause` lets the page breathe, `signal`
   *   says when it is outdated).
   * @param refuse Is told why nothing could be loaded.
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly accept: (
      loaded: Loaded,
      pause: () => Promise<void>,
      signal: AbortSignal,
    ) => Promise<void>,
    refuse: (problem: Problem) => void,
  ) {
    super(host, refuse);
  }

  /** Loads, or takes a directory that is at hand. */
  load(request: LoadRequest, atHand?: Loaded): void {
    this.begin({ request, atHand });
  }

  protected override async fill({ request, atHand }: Wanted, signal: AbortSignal): Promise<void> {
    await this.accept(atHand ?? (await loadDirectory(request, signal)), slices(signal), signal);
  }

  protected override from({ request, atHand }: Wanted): string {
    const { addresses, format, timeZone } = request;
    return atHand ? '' : JSON.stringify([addresses, format, timeZone]);
  }
}

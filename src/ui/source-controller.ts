/** Keeps a directory in step with a widget's `src`: aborts what is outdated, keeps what is good. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadDirectory, slices } from '../backend/catalogue.js';
import type { Loaded, LoadRequest } from '../backend/ports.js';
import { Problem } from '../backend/problem.js';

export type SourceStatus = 'idle' | 'loading' | 'loaded' | 'failed';

/** After this long a visitor is told that it takes longer than it should. */
const LONG_MS = 6_000;

export class SourceController implements ReactiveController {
  status: SourceStatus = 'idle';
  /** Loading, and for longer than it should. */
  slow = false;
  /** Why the last load failed; with `loaded`, the list of an earlier load still stands. */
  problem: Problem | undefined;
  /** Resolves when the last load is shown, broken off or has failed; never rejects. */
  loading: Promise<void> = Promise.resolve();
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the list on the screen came from. */
  #shown = '';
  #request: { readonly request: LoadRequest; readonly atHand?: Loaded | undefined } | undefined;

  /**
   * @param accept Takes what was loaded (slowly, if it likes: `pause` lets the page breathe, `signal`
   *   says when it is outdated); the
   *   status turns to loaded when it is done.
   * @param refuse Is told why nothing could be loaded.
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly accept: (
      loaded: Loaded,
      pause: () => Promise<void>,
      signal: AbortSignal,
    ) => Promise<void>,
    private readonly refuse: (problem: Problem) => void,
  ) {
    host.addController(this);
  }

  /** Connected again after a load that was broken off: take it up. */
  hostConnected(): void {
    window.addEventListener('online', this.#online);
    if (this.status === 'loading' && !this.#abort) this.#again();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#online);
    this.stop();
  }

  readonly #online = (): void => {
    if (this.problem?.kind === 'offline') this.#again();
  };

  #again(): void {
    if (this.#request) this.load(this.#request.request, this.#request.atHand);
  }

  /** There is nothing to load. */
  clear(): void {
    this.stop();
    this.status = 'idle';
    this.slow = false;
    this.problem = undefined;
    this.#request = undefined;
    this.#shown = '';
  }

  /** Breaks off a load under way. */
  stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    clearTimeout(this.#timer);
  }

  /** Loads, or takes a directory that is at hand. */
  load(request: LoadRequest, atHand?: Loaded): void {
    this.loading = this.#load(request, atHand);
  }

  async #load(request: LoadRequest, atHand?: Loaded): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    this.#request = { request, atHand };
    this.status = 'loading';
    this.slow = false;
    this.problem = undefined;
    this.host.requestUpdate();
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, LONG_MS);
    const { addresses, format, timeZone } = request;
    const source = atHand ? '' : JSON.stringify([addresses, format, timeZone]);
    try {
      const loaded = atHand ?? (await loadDirectory(request, abort.signal));
      await this.accept(loaded, slices(abort.signal), abort.signal);
      abort.signal.throwIfAborted();
      this.status = 'loaded';
      this.#shown = source;
    } catch (error) {
      if (abort.signal.aborted) return;
      // A list that was good a moment ago is better than none.
      this.status = source && source === this.#shown ? 'loaded' : 'failed';
      this.problem =
        error instanceof Problem
          ? error
          : new Problem('malformed', `the list could not be shown: ${String(error)}`, { cause: error });
      this.refuse(this.problem);
    }
    clearTimeout(this.#timer);
    this.#abort = undefined;
    this.host.requestUpdate();
  }
}

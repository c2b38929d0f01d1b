/** Keeps what a widget shows in step with what its page asks for: aborts what is outdated, keeps what is good, tries again online. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from '../backend/problem.js';

export type LoadStatus = 'idle' | 'loading' | 'loaded' | 'failed';

/** After this long a visitor is told that it takes longer than it should. */
const LONG_MS = 6_000;

export abstract class LoadController<Request> implements ReactiveController {
  status: LoadStatus = 'idle';
  /** Loading, and for longer than it should. */
  slow = false;
  /** Why the last load failed; with `loaded`, what an earlier load brought still stands. */
  problem: Problem | undefined;
  /** Resolves when the last load is shown, broken off or has failed; never rejects. */
  loading: Promise<void> = Promise.resolve();
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What stands on the screen came from there. */
  #shown = '';
  #request: Request | undefined;

  /** @param refuse Is told why nothing could be loaded. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly refuse: (problem: Problem) => void,
  ) {
    host.addController(this);
  }

  /** Loads and hands on what came; the status turns to loaded when that is done. `signal` says when it is outdated. */
  protected abstract fill(request: Request, signal: AbortSignal): Promise<void>;

  /** From where a request asks, to know it again; '' for what is at hand. */
  protected abstract from(request: Request): string;

  /** What is loaded, in a sentence for the webmaster: "the list". */
  protected abstract readonly what: string;

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
    if (this.#request) this.begin(this.#request);
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

  protected begin(request: Request): void {
    this.loading = this.#load(request);
  }

  async #load(request: Request): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    this.#request = request;
    this.status = 'loading';
    this.slow = false;
    this.problem = undefined;
    this.host.requestUpdate();
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, LONG_MS);
    const from = this.from(request);
    try {
      await this.fill(request, abort.signal);
      abort.signal.throwIfAborted();
      this.status = 'loaded';
      this.#shown = from;
    } catch (error) {
      if (abort.signal.aborted) return;
      // What was good a moment ago is better than nothing.
      this.status = from && from === this.#shown ? 'loaded' : 'failed';
      this.problem =
        error instanceof Problem
          ? error
          : new Problem('malformed', `${this.what} could not be shown: ${String(error)}`, { cause: error });
      this.refuse(this.problem);
    }
    clearTimeout(this.#timer);
    this.#abort = undefined;
    this.host.requestUpdate();
  }
}

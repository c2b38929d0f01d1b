/** A host for controllers without an element: what they ask of it can be looked at. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Host implements ReactiveControllerHost {
  readonly controllers: ReactiveController[] = [];
  updates = 0;
  readonly updateComplete = Promise.resolve(true);

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates += 1;
  }

  connect(): void {
    for (const controller of this.controllers) controller.hostConnected?.();
  }

  disconnect(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}

/** Timers that run when the test says so. */
export function holdTimers(): { due: () => number[]; run: () => void; end: () => void } {
  const { setTimeout: set, clearTimeout: clear } = window;
  let timers: { id: number; run: () => void; ms: number }[] = [];
  let last = 1_000_000;
  window.setTimeout = ((run: () => void, ms = 0) => {
    last += 1;
    timers.push({ id: last, run, ms });
    return last;
  }) as unknown as typeof setTimeout;
  window.clearTimeout = ((id: number) => {
    timers = timers.filter((timer) => timer.id !== id);
  }) as typeof clearTimeout;
  return {
    due: () => timers.map(({ ms }) => ms),
    run: () => {
      const now = timers;
      timers = [];
      for (const { run } of now) run();
    },
    end: () => {
      window.setTimeout = set;
      window.clearTimeout = clear;
    },
  };
}

/** Long work in slices: lets the page paint and react between them, without a Worker. */

/** A slice ends well before a frame does. */
const SLICE_MS = 10;

/** Waits until the browser has had its turn. A message is not throttled as timers are. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/**
 * A `pause` to call now and then in long work: returns at once while the slice is young.
 * @param signal When aborted, the next pause rejects with its reason.
 */
export function slices(signal: AbortSignal): () => Promise<void> {
  let began = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - began < SLICE_MS) return;
    await breathe();
    signal.throwIfAborted();
    began = performance.now();
  };
}

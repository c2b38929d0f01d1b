/**
 * The phone's Back key, and Esc, as a wish to close what is open: where a browser tells of it (Chrome and Edge from 126), nothing
 * has to enter the history for it. https://html.spec.whatwg.org/#close-requests
 */

interface Watcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/** Calls `close` once when a visitor wishes it. @returns Ends the watch. */
export function onCloseRequest(close: () => void): () => void {
  const { CloseWatcher } = globalThis as { readonly CloseWatcher?: new () => Watcher };
  if (!CloseWatcher) return () => {};
  const watcher = new CloseWatcher();
  watcher.onclose = close;
  return () => watcher.destroy();
}

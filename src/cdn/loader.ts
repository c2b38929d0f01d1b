/**
 * The one script of the two lines: loads the widgets that the page uses, now or later, and no others.
 * Its chunks are found beside it, whatever the page or the path calls it.
 */
import { widgets } from './manifest.js';

const asked = new Set<string>();

const load = (tag: string): void => {
  const define = widgets[tag];
  if (!define || asked.has(tag)) return;
  asked.add(tag);
  define().catch((reason: unknown) => {
    // What the page wrote inside the element goes on showing; the next element of its kind tries again.
    asked.delete(tag);
    console.warn(`<${tag}> could not be loaded, so its own content stays.`, reason);
  });
};

const look = (node: Node): void => {
  if (!('querySelectorAll' in node)) return;
  load((node as Element).localName);
  for (const { localName } of (node as Element).querySelectorAll(':not(:defined)')) load(localName);
};

const lookEverywhere = (): void => look(document);

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) addedNodes.forEach(look);
}).observe(document, { childList: true, subtree: true });
addEventListener('online', lookEverywhere);
lookEverywhere();

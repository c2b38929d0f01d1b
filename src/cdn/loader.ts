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

/** Other people's elements that are not defined yet: once they are, they may have a shadow root. */
const awaited = new Set<string>();

const look = (node: Node): void => {
  if (!('querySelectorAll' in node)) return;
  for (const element of [node as Element, ...(node as Element).querySelectorAll('*')]) {
    const { localName: tag, shadowRoot } = element;
    if (Object.hasOwn(widgets, tag)) load(tag);
    else if (shadowRoot) enter(shadowRoot);
    else if (tag?.includes('-') && !customElements.get(tag) && !awaited.has(tag)) {
      awaited.add(tag);
      customElements.whenDefined(tag).then(lookEverywhere, () => {});
    }
  }
};

const watch = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) addedNodes.forEach(look);
});

/** A root that is not closed is a part of the page like any other. */
const enter = (root: Node): void => {
  watch.observe(root, { childList: true, subtree: true });
  look(root);
};

const lookEverywhere = (): void => enter(document);

// Older browsers (see `defineOnce`) are spared the rest: what the page wrote inside the element goes on showing.
if (CSS.supports('color', 'light-dark(red,red)') && 'registerProperty' in CSS) {
  addEventListener('online', lookEverywhere);
  lookEverywhere();
}

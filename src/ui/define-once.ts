/** Registers an element where the browser is able, and says calmly when a page has loaded it twice. */
import { version } from '../version.js';

interface Versioned extends CustomElementConstructor {
  readonly version?: string;
}

/**
 * Whether this is Chrome or Edge 123, Firefox 128, Safari 17.5 or later: in older ones one of the two is missing, and the page's
 * own words are better than half a widget. The loader asks the same before it loads anything.
 */
const able = (): boolean => CSS.supports('color', 'light-dark(red,red)') && 'registerProperty' in CSS;

/** Defines `tag`, save in browsers that are too old; a second definition keeps the first and warns with both versions. */
export function defineOnce(tag: string, element: Versioned): void {
  if (!able()) return;
  const present: Versioned | undefined = customElements.get(tag);
  if (!present) {
    customElements.define(tag, element);
  } else if (present !== element) {
    console.warn(
      `<${tag}> is on this page twice: version ${present.version ?? 'unknown'} stays, version ${version} is not used. Load one script only.`,
    );
  }
}

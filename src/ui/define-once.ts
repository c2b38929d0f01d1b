/** Registers an element, and says calmly when a page has loaded it twice. */
import { version } from '../version.js';

interface Versioned extends CustomElementConstructor {
  readonly version?: string;
}

/** Defines `tag`; a second definition keeps the first and warns with both versions. */
export function defineOnce(tag: string, element: Versioned): void {
  const present: Versioned | undefined = customElements.get(tag);
  if (!present) {
    customElements.define(tag, element);
  } else if (present !== element) {
    console.warn(
      `<${tag}> is on this page twice: version ${present.version ?? 'unknown'} stays, version ${version} is not used. Load one script only.`,
    );
  }
}

/** Brings a visitor back to where they were in a list: the same row at the same height of the screen. */

/** The element that scrolls what `element` stands in, through shadow roots. */
function scrollerOf(element: Element): Element {
  for (let node: Element | null = element; node; ) {
    const { overflowY } = getComputedStyle(node);
    if (/auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight) return node;
    const parent: Element | null = node.assignedSlot ?? node.parentElement;
    const root = node.getRootNode();
    node = parent ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return document.scrollingElement ?? document.documentElement;
}

export class ScrollPlace {
  #top: number | undefined;

  /** Remembers how high on the screen an element stands. */
  remember(element: Element): void {
    this.#top = element.getBoundingClientRect().top;
  }

  /** Focuses the element that took its place and scrolls it to the same height. */
  restore(element: HTMLElement): void {
    element.focus({ preventScroll: true });
    if (this.#top !== undefined) {
      scrollerOf(element).scrollBy({
        top: element.getBoundingClientRect().top - this.#top,
        behavior: 'instant',
      });
    }
    this.#top = undefined;
  }
}

/**
 * Runs in the page before anything else: what every probe needs to look at a widget from outside, the same way for all. A moment
 * counts as painted in the first task after the frame in which the change was in the document; reading comes after that moment.
 */
(() => {
  // Closed roots too, and without a search for them in every frame.
  const shadows = [];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (...settings) {
    const root = attachShadow.apply(this, settings);
    shadows.push(root);
    return root;
  };
  const roots = () => [
    ...(document.body ? [document.body] : []),
    ...shadows.filter((root) => root.isConnected),
  ];

  const afterPaint = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(performance.now());
    };
    port2.postMessage(undefined);
  };

  /** Calls with the moment of every painted frame until it is told `true`. */
  const eachFrame = (look) =>
    requestAnimationFrame(() =>
      afterPaint((time) => {
        if (!look(time)) eachFrame(look);
      }),
    );

  const counts = () => {
    let nodes = 0;
    let elements = 0;
    for (const root of roots()) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      while (walker.nextNode()) {
        nodes += 1;
        if (walker.currentNode instanceof Element) elements += 1;
      }
    }
    return { nodes, elements };
  };

  /** The element that has the focus, inside whatever shadow roots. */
  const focused = (root = document) => {
    const { activeElement } = root;
    return activeElement?.shadowRoot?.activeElement ? focused(activeElement.shadowRoot) : activeElement;
  };

  window.benchWatch = { roots, eachFrame, counts, focused };
})();

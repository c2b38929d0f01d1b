/**
 * Runs in the page after `watch.js` and watches a quiz from outside: a question stands when its statement is in sight with radio buttons
 * beside it, an answer is met when what research says to it is in sight.
 */
(() => {
  const { items } = window.benchSettings;
  const { roots, eachFrame, counts } = window.benchWatch;
  const probe = { marks: {}, counts };
  window.benchProbe = probe;

  const UNSEEN = ['script', 'style', 'template'];
  const isUnseen = ({ localName }) => UNSEEN.includes(localName);
  const plain = (words) => words.replace(/\s+/g, ' ');

  /** Whether words are on the page, not just in its document: something hidden from sight has no box or one of a pixel. */
  function isInSight(root, words) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (element) =>
      isUnseen(element) || !plain(element.textContent).includes(words)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    let inmost;
    while (walker.nextNode()) inmost = walker.currentNode;
    if (!inmost?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    // A page's own script holds its questions too.
    const said = [...inmost.childNodes].filter((node) => !isUnseen(node)).map((node) => node.textContent);
    if (!plain(said.join('')).includes(words)) return false;
    const { width, height } = inmost.getBoundingClientRect();
    return width > 2 && height > 2;
  }

  /** The radio buttons themselves may be drawn by other elements. */
  const shown = () =>
    items.find(({ statement }) =>
      roots().some((root) => root.querySelector('input[type="radio"]') && isInSight(root, statement)),
    );

  eachFrame((time) => {
    probe.item = shown();
    if (probe.item) probe.marks.first = time;
    return probe.item;
  });

  /** Of a player without questions: it has opened what it was given. */
  probe.opened = () => {
    probe.marks.first = performance.now();
  };

  /** Waits for the next press, then for the words that come after it. Time counts from the event's own stamp. */
  probe.arm = () => {
    const { explanation } = probe.item;
    const isMet = () => roots().some((root) => isInSight(root, explanation));
    if (isMet()) throw new Error('What comes after the answer is there before it.');
    window.addEventListener(
      'pointerup',
      ({ timeStamp }) =>
        eachFrame((time) => {
          if (!isMet()) return false;
          probe.pressed = time - timeStamp;
          return true;
        }),
      { capture: true, once: true },
    );
  };
})();

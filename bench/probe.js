/**
 * Runs in the page before anything else and watches a finder from outside, the same way for all: it reads the page's visible
 * text, through open shadow roots too. A moment counts as painted in the first task after the frame in which the change was
 * in the document; reading comes after that moment, and a long task that is the reading itself is not counted.
 */
(() => {
  const { first, second, towns, field, eager } = window.benchSettings;
  const probe = { marks: {}, longTasks: [] };
  window.benchProbe = probe;
  const readings = [];

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  /** Every root of the page: the document's body, then the open shadow roots below it. */
  function roots(root = document.body, found = []) {
    if (!root) return found;
    found.push(root);
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) roots(element.shadowRoot, found);
    return found;
  }

  const textOf = (root) =>
    root instanceof HTMLElement
      ? root.innerText
      : [...root.children]
          .filter((child) => child.checkVisibility())
          .map((child) => child.innerText ?? '')
          .join('\n');

  const visibleText = () => roots().map(textOf).join('\n');

  const oneOf = (words) => words.join('|');
  const NAME = new RegExp(
    `(?:${oneOf(first)}) (?:${oneOf(second)})(?: of (?:${oneOf(towns)}))? (\\d+)(?!\\d)`,
    'giu',
  );
  const DAY = /\b(?:(?:sun|mon|tue|wed|thu|fri|sat)(?:\w*day)?|today|tonight|tomorrow)\b/i;
  const TIME = /\b\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b|\b\d{1,2}[:.]\d{2}\b|\b(?:noon|midday|midnight)\b/i;
  /** How far from its name a group's day and time may stand. */
  const NEAR = 250;
  const LOOKED_AT = 12;

  function names(text) {
    const found = [];
    for (const match of text.matchAll(NAME)) {
      found.push({ number: match[1], from: match.index, to: match.index + match[0].length });
      if (found.length > LOOKED_AT) break;
    }
    return found;
  }

  /** The first group whose name stands together with a day and a time, with the text around it. */
  function firstGroup() {
    const text = visibleText();
    const found = names(text);
    for (const [index, { number, from, to }] of found.entries()) {
      const before = text.slice(Math.max(from - NEAR, found[index - 1]?.to ?? 0), from);
      const after = text.slice(to, Math.min(to + NEAR, found[index + 1]?.from ?? text.length));
      const around = `${before}\n${after}`;
      if (DAY.test(around) && TIME.test(around)) return { number: Number(number), around };
    }
    return undefined;
  }

  /** What can be told apart: which groups are listed first, or all text where a field narrows something else. */
  const shown = (changes) =>
    changes === 'text'
      ? visibleText()
      : names(visibleText())
          .map(({ number }) => number)
          .join(' ');

  probe.field = () => {
    for (const root of roots()) {
      const found = root.querySelector(field);
      if (found?.checkVisibility()) return found;
    }
    return undefined;
  };

  const reading = (read) => {
    const from = performance.now();
    const found = read();
    readings.push({ from, to: performance.now() });
    return found;
  };

  const afterPaint = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(performance.now());
    };
    port2.postMessage(undefined);
  };

  /** Calls back with what was found and the moment when it was on the screen. */
  function whenPainted(read, done, worthReading = () => true) {
    const look = () =>
      requestAnimationFrame(() => {
        if (!worthReading()) look();
        else {
          afterPaint((time) => {
            const found = reading(read);
            if (found) done(time, found);
            else look();
          });
        }
      });
    look();
  }

  const type = (input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
  };

  whenPainted(firstGroup, (time, group) => {
    probe.marks.firstRow = time;
    probe.group = group;
    whenPainted(probe.field, (there, input) => {
      probe.marks.searchable = there;
      if (!eager) return;
      const before = shown('groups');
      const began = performance.now();
      whenPainted(
        () => shown('groups') !== before,
        (end) => {
          probe.marks.eager = end - began;
        },
      );
      type(input, eager);
    });
  });

  /** Waits for the next event of that name, then for something else on the screen. Time counts from the event's own stamp. */
  probe.arm = (name, changes, patience) => {
    const before = shown(changes);
    let touched = false;
    const observer = new MutationObserver(() => {
      touched = true;
    });
    for (const root of [document, ...roots().filter((root) => root instanceof ShadowRoot)])
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    probe.change = new Promise((resolve) => {
      window.addEventListener(
        name,
        ({ timeStamp }) => {
          let over = false;
          const finish = (value) => {
            if (over) return;
            over = true;
            observer.disconnect();
            clearTimeout(end);
            resolve(value);
          };
          const end = setTimeout(() => finish(null), patience);
          whenPainted(
            () => over || shown(changes) !== before,
            (time) => finish(time - timeStamp),
            () => {
              const due = touched || over;
              touched = false;
              return due;
            },
          );
        },
        { capture: true, once: true },
      );
    });
  };

  /** The longest task so far that is not the probe's own reading; 0 where none was long enough to be told. */
  probe.longestTask = () => {
    const ours = ({ startTime, duration }) =>
      readings.some(
        ({ from, to }) => from - startTime < 5 && from >= startTime - 1 && to - from > duration / 2,
      );
    return Math.max(0, ...probe.longTasks.filter((task) => !ours(task)).map(({ duration }) => duration));
  };

  /** Elements and all nodes of the page, shadow roots included. */
  probe.nodes = () => {
    let nodes = 0;
    let elements = 0;
    for (const root of roots()) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      while (walker.nextNode()) {
        nodes += 1;
        if (walker.currentNode instanceof Element) elements += 1;
      }
    }
    return { elements, nodes };
  };
})();

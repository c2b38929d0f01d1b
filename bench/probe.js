/**
 * Runs in the page before anything else and watches one finder, ours or a peer's, from outside. A moment counts as painted
 * in the first task after the frame in which the change was in the document.
 */
(() => {
  const probe = { marks: {}, longTasks: [] };
  window.benchProbe = probe;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const kith = () => document.querySelector('kith-group-finder');
  const peer = () => document.querySelector('#tsml-ui');
  probe.root = () => kith()?.shadowRoot ?? peer();
  const rows = () => probe.root()?.querySelectorAll('[part~="result"], tbody tr') ?? [];
  probe.field = () => probe.root()?.querySelector('input[type="search"]') ?? undefined;

  /** What the list shows, as far as one screen goes. */
  const shown = () => {
    const all = rows();
    let text = `${all.length}\n`;
    for (let index = 0; index < Math.min(all.length, 12); index += 1) text += `${all[index].textContent}\n`;
    return text;
  };

  const painted = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(performance.now());
    };
    port2.postMessage(undefined);
  };

  /** Calls back with the moment when `holds` is first on the screen. */
  const whenPainted = (holds, done) => {
    const look = () => {
      if (holds()) painted(done);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  const type = (field, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
  };

  whenPainted(
    () => rows().length > 0,
    (time) => {
      probe.marks.firstRow = time;
    },
  );
  whenPainted(
    () => rows().length > 0 && probe.field(),
    (time) => {
      probe.marks.searchable = time;
      if (!window.benchEager) return;
      const before = shown();
      const began = performance.now();
      whenPainted(
        () => shown() !== before,
        (end) => {
          probe.marks.eager = end - began;
        },
      );
      type(probe.field(), window.benchEager);
    },
  );

  /** Waits for the next event of that name, then for another list on the screen. Time counts from the event's own stamp. */
  probe.arm = (name) => {
    const before = shown();
    probe.change = new Promise((resolve) => {
      window.addEventListener(
        name,
        ({ timeStamp }) => {
          const give = setTimeout(() => resolve(null), 4000);
          let ended = false;
          whenPainted(
            () => ended || shown() !== before,
            (time) => {
              if (ended) return;
              clearTimeout(give);
              resolve(time - timeStamp);
            },
          );
          setTimeout(() => {
            ended = true;
          }, 4000);
        },
        { capture: true, once: true },
      );
    });
  };

  /** Elements and all nodes of the finder, its shadow root included. */
  probe.nodes = () => {
    let elements = 0;
    let all = 0;
    const walk = (node) => {
      for (const child of node.childNodes) {
        all += 1;
        if (child.nodeType === 1) {
          elements += 1;
          if (child.shadowRoot) walk(child.shadowRoot);
        }
        walk(child);
      }
    };
    const own = kith() ?? peer();
    if (own?.shadowRoot) walk(own.shadowRoot);
    walk(own);
    return { elements, all };
  };
})();

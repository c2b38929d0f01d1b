/**
 * Runs in the page after `watch.js` and watches a calendar from outside, the same way for all: it reads the names of groups in the
 * text of the document and of every shadow root.
 */
(() => {
  const { first, second, quiet } = window.benchSettings;
  const { roots, eachFrame, counts } = window.benchWatch;
  const probe = { marks: {} };
  window.benchProbe = probe;
  const NAME = new RegExp(`(?:${first.join('|')}) (?:${second.join('|')}) (\\d+)(?!\\d)`, 'u');
  const NAMES = new RegExp(NAME, 'gu');

  function* texts() {
    for (const root of roots()) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) yield walker.currentNode;
    }
  }

  /** Whether a text is on the page, not just in its document: something hidden from sight has no box or one of a pixel. */
  function isSeen(text) {
    if (!text.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      return false;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { width, height } = range.getBoundingClientRect();
    return width > 2 && height > 2;
  }

  const isNamed = ({ data, parentElement }) =>
    data.length > 5 &&
    NAME.test(data) &&
    !['SCRIPT', 'STYLE'].includes(parentElement?.localName.toUpperCase());

  /** What can be told apart: the groups' names in their order, or all text where none may be shown. */
  function content(changes) {
    let said = '';
    for (const text of texts()) {
      if (changes === 'text') said += `${text.data}\n`;
      else if (isNamed(text)) said += `${NAME.exec(text.data)[1]} `;
    }
    return said;
  }

  const seesAName = () => {
    for (const text of texts()) if (isNamed(text) && isSeen(text)) return true;
    return false;
  };

  /**
   * Follows the content frame by frame until nothing has changed for a while.
   *
   * @param seen Tells of every change on the screen with its moment.
   * @param isBegun Whether quiet counts already.
   */
  function follow(changes, before, seen, isBegun, done) {
    let last = before;
    let changedAt;
    eachFrame((time) => {
      const now = content(changes);
      if (now !== last) {
        last = now;
        changedAt = time;
        seen(time);
      }
      // A frame that comes late was waited for by something: nothing can be said of quiet before it.
      const isQuiet = isBegun() && changedAt !== undefined && time - changedAt > quiet;
      if (isQuiet) done(changedAt);
      return isQuiet;
    });
  }

  /** The data is in hand, in the form that the calendar asks for: what comes now is its own work. */
  probe.begin = () => {
    const { marks } = probe;
    marks.begun = performance.now();
    follow(
      'names',
      '',
      (time) => {
        if (marks.first === undefined && seesAName()) marks.first = time;
      },
      () => marks.first !== undefined,
      (time) => {
        // Nothing that came before the first name was seen is a session.
        marks.all = Math.max(time, marks.first);
      },
    );
  };

  /** Waits for the next press, then for other content on the screen and for quiet. Time counts from the event's own stamp. */
  probe.arm = (changes) => {
    const before = content(changes);
    probe.pressed = undefined;
    window.addEventListener(
      'pointerup',
      ({ timeStamp }) =>
        follow(
          changes,
          before,
          () => {},
          () => true,
          (time) => {
            probe.pressed = time - timeStamp;
          },
        ),
      { capture: true, once: true },
    );
  };

  probe.counts = () => {
    let names = 0;
    for (const text of texts()) if (isNamed(text) && isSeen(text)) names += 1;
    return { ...counts(), names };
  };

  /** Every group's name on the page, with the text that stands around it and no other's, and whether it is struck through. */
  probe.sessions = () => {
    const found = [];
    for (const text of texts()) {
      if (!isNamed(text) || !isSeen(text)) continue;
      let around = text.parentElement;
      let struck = false;
      for (let up = around; up && (up.innerText.match(NAMES) ?? []).length === 1; up = up.parentElement)
        around = up;
      for (let up = text.parentElement; up; up = up.parentElement)
        struck ||= getComputedStyle(up).textDecorationLine.includes('line-through');
      found.push({
        number: Number(NAME.exec(text.data)[1]),
        around: around.innerText.replace(/\s+/g, ' '),
        struck,
      });
    }
    return found;
  };
})();

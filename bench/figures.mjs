/** The arithmetic of the report, apart from browsers and words: medians, ratios within one run, and whether an aim is met. */

/** What is measured, in the order of the report. In all of them less is better. */
export const MEASURES = [
  ['firstRow', 'first row with name, day and time painted', 'ms'],
  ['searchable', 'its text field painted', 'ms'],
  ['busy', 'main thread busy with the load', 'ms'],
  ['longestTask', 'longest task of the load', 'ms'],
  ['eager', 'input in the first moment → list painted', 'ms'],
  ['input', 'input → painted', 'ms'],
  ['slowestInput', 'the slowest of these', 'ms'],
  ['day', 'weekday chosen → list painted', 'ms'],
  ['elements', 'elements after the load', ''],
  ['nodes', 'nodes after the load', ''],
  ['heap', 'heap after the load', 'MB'],
];

/** Chromium tells no shorter task than this. */
export const SHORTEST_TOLD = 50;

/** A frame of a screen with sixty a second. */
export const FRAME = 1000 / 60;

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Median, least and most of every figure of several runs. A run that gave up says after how many ms: nothing else is told then. */
export function summed(runs) {
  const lost = runs.find(({ gaveUp }) => gaveUp);
  if (lost) return { gaveUp: lost.gaveUp };
  const summary = {};
  for (const [key] of MEASURES) {
    const values = runs.map((run) => run[key]).filter(Number.isFinite);
    if (values.length > 0)
      summary[key] = { median: median(values), least: Math.min(...values), most: Math.max(...values) };
  }
  return summary;
}

/**
 * How many times the peer's figure is ours: above 1 we are ahead.
 *
 * @returns `atLeast` where the true ratio is higher: a task too short to be told, a peer that gave up.
 */
export function ratio(key, ours, theirs) {
  if (!ours || ours.gaveUp || !theirs) return undefined;
  if (theirs.gaveUp)
    return key === 'firstRow' && ours.firstRow
      ? { value: theirs.gaveUp / ours.firstRow.median, atLeast: true }
      : undefined;
  const [mine, other] = [ours[key]?.median, theirs[key]?.median];
  if (mine === undefined || other === undefined) return undefined;
  if (key !== 'longestTask') return mine > 0 ? { value: other / mine, atLeast: false } : undefined;
  if (mine < SHORTEST_TOLD && other < SHORTEST_TOLD) return { value: 1, atLeast: false, bothShort: true };
  return {
    value: Math.max(other, SHORTEST_TOLD) / Math.max(mine, SHORTEST_TOLD),
    atLeast: mine < SHORTEST_TOLD,
  };
}

/** The Kith that read the same format as a peer did, or the first where there is none. */
export function counterpartOf(peer, subjects) {
  const ours = subjects.filter(({ name }) => name === 'Kith');
  return ours.find(({ format }) => format === peer.format) ?? ours[0];
}

/** The measures that say the same of a peer as of us. */
export const comparable = ({ incomparable = [] }) => MEASURES.filter(([key]) => !incomparable.includes(key));

/** Everything in which a peer is ahead, the farthest first. */
export function losses({ subjects, conditions }) {
  const found = [];
  for (const peer of subjects.filter(({ name }) => name !== 'Kith')) {
    const own = counterpartOf(peer, subjects);
    for (const condition of conditions) {
      const [ours, theirs] = [condition.figures[own.id], condition.figures[peer.id]];
      for (const [key] of comparable(peer)) {
        const value = ratio(key, ours, theirs)?.value;
        if (value < 1) found.push({ key, condition, own, peer, value, ours: ours[key], theirs: theirs[key] });
      }
    }
  }
  return found.sort((a, b) => a.value - b.value);
}

/** The condition of that size, throttling and network, where it was measured. */
const conditionOf = (conditions, size, cpu, network) =>
  conditions.find((one) => one.size === size && one.cpu === cpu && one.network === network);

/** Largest listing for which a phone on a slow network should show a group within three seconds. */
const CLINIC = 200;
const MANY = 2000;
const MOST = 6841;

/**
 * What we set ourselves, each with what this run says of it. `met` is undefined where it was not measured.
 *
 * @returns {{ aim: string, limit: number, unit: string, value?: number, met?: boolean }[]}
 */
export function aims({ subjects, conditions, traffic }) {
  const ours = subjects.filter(({ name }) => name === 'Kith');
  const found = [];
  const add = (aim, limit, unit, value) =>
    found.push({ aim, limit, unit, ...(value === undefined ? {} : { value, met: value <= limit }) });
  const figure = (own, key, ...which) => {
    const figures = conditionOf(conditions, ...which)?.figures[own.id];
    return figures?.gaveUp ? Number.POSITIVE_INFINITY : figures?.[key]?.median;
  };

  const crouton = subjects.find(({ id }) => id === 'crouton');
  if (crouton) {
    const own = counterpartOf(crouton, subjects);
    const [mine, other] = [own, crouton].map((one) => figure(one, 'firstRow', MANY, 4, 'none'));
    add(
      `first row, ${MANY} groups, ×4, ${labelOf(own, subjects)}: a tenth of croutonjs’s`,
      0.1,
      'of it',
      mine === undefined || other === undefined ? undefined : mine / other,
    );
  }
  for (const own of ours) {
    const label = labelOf(own, subjects);
    for (const size of [CLINIC, MANY]) {
      add(
        `first group usable on a phone’s network, ${size} groups, ×4, ${label}`,
        3000,
        'ms',
        figure(own, 'firstRow', size, 4, 'phone'),
      );
    }
    add(`longest task, ${MANY} groups, ×1, ${label}`, 50, 'ms', figure(own, 'longestTask', MANY, 1, 'none'));
    add(`longest task, ${MANY} groups, ×4, ${label}`, 200, 'ms', figure(own, 'longestTask', MANY, 4, 'none'));
    add(
      `input → painted, ${MOST} groups, ×1, ${label}: done within one frame, on the screen with the next`,
      2 * FRAME,
      'ms',
      figure(own, 'input', MOST, 1, 'none'),
    );
    const sequence = traffic[own.id]?.beforeFeed;
    add(`requests one after another before the listing is asked for, ${label}`, 3, '', sequence);
  }
  return found;
}

/** A subject's name; with its format where it is measured with several. */
export function labelOf({ name, format }, subjects) {
  const alone = subjects.filter((other) => other.name === name).length === 1;
  return alone ? name : `${name} (${format})`;
}

/**
 * How many requests came one after another, each after the answer to the one before.
 *
 * @param requests Each with `from` and `until` in ms.
 */
export function inSequence(requests) {
  const sorted = [...requests].sort((a, b) => a.from - b.from);
  const depths = [];
  for (const [index, { from }] of sorted.entries()) {
    const before = depths.filter((_, other) => other < index && sorted[other].until <= from);
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
}

/** What the benches that stand Kith beside several peers reckon with: medians, ratios within one run, who is ahead. Less is always better. */
import { median } from './figures.mjs';

/**
 * Median, least and most of every figure of several runs. A run that gave up says after how many ms:
 * nothing else is told then. Undefined of no run.
 */
export function summed(runs) {
  if (runs.length === 0) return undefined;
  const lost = runs.find(({ gaveUp }) => gaveUp);
  if (lost) return { runs: runs.length, gaveUp: lost.gaveUp };
  const summary = { runs: runs.length };
  for (const key of new Set(runs.flatMap(Object.keys))) {
    const values = runs.map((run) => run[key]).filter(Number.isFinite);
    if (values.length > 0)
      summary[key] = { median: median(values), least: Math.min(...values), most: Math.max(...values) };
  }
  return summary;
}

/**
 * How many times the peer's figure is ours: above 1 we are ahead.
 *
 * @returns `atLeast` where the true ratio is higher, since theirs is a lower bound (they gave up), `atMost` where ours is; undefined where
 * one of them has no such figure, or where nothing can be told of who is ahead.
 */
export function ratio(ours, theirs) {
  if (!(ours?.value > 0) || theirs?.value === undefined) return undefined;
  const value = theirs.value / ours.value;
  if (!ours.atLeast) {
    if (theirs.atLeast && value < 1) return undefined;
    return { value, ...(theirs.atLeast && { atLeast: true }) };
  }
  return theirs.atLeast || value >= 1 ? undefined : { value, atMost: true };
}

/**
 * One figure of a subject, `atLeast` where it was given up.
 *
 * @param isWaitedFor Whether of a subject that showed nothing in time it is told for how long it was waited for.
 */
export function figureOf(figures, key, isWaitedFor = true) {
  if (!figures) return undefined;
  if (figures.gaveUp) return isWaitedFor ? { value: figures.gaveUp, atLeast: true } : undefined;
  const one = figures[key];
  if (one === undefined) return undefined;
  return { value: one.median ?? one, ...(one.atLeast && { atLeast: true }) };
}

/** One comparison, a line of the report: what `of` says of Kith and of each peer, with how many times ours that is. */
export function lineOf(subjects, place, of) {
  const ours = of('kith');
  const theirs = Object.fromEntries(
    subjects
      .filter(({ id }) => id !== 'kith')
      .map(({ id }) => {
        const figure = of(id);
        return [id, { figure, ratio: ratio(ours, figure) }];
      }),
  );
  return { ...place, ours, theirs };
}

/** The peers that are ahead of us in a line, and those that are level. */
export function verdict({ ours, theirs }) {
  if (!ours) return undefined;
  const of = (wanted) =>
    Object.keys(theirs).filter((id) => theirs[id].ratio && wanted(theirs[id].ratio.value));
  return {
    behind: of((value) => value < 1),
    level: of((value) => value === 1),
    ahead: of((value) => value > 1),
  };
}

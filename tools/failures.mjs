/** What is kept of a test that failed, so that the end of a long run still says which one it was, whatever became of the lines before. */

const LONGEST = 300;
/** More than these are left to the files: a suite that is broken through and through is told by its first tests. */
const MOST = 40;

const short = (line) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);

/**
 * The first line of an error; of a property that was refuted also its seed and its counterexample, without which nobody sees it again.
 *
 * @param {{ name?: string, message?: string } | undefined} error
 */
export function gist(error) {
  const { name = '', message = '' } = error ?? {};
  const [first = '', ...more] = message
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const sentence = first.endsWith(':') && more.length > 0 ? `${first} ${more[0]}` : first;
  const told = name && name !== 'Error' && !first.startsWith(name) ? `${name}: ${sentence}` : sentence;
  return [
    told || 'no reason was told',
    ...more.filter((line) => /^(?:\{ seed: |Counterexample: )/.test(line)),
  ]
    .map(short)
    .join(' | ');
}

/**
 * Two lines for each failure of some runs, each run under its name.
 *
 * @param {{ name: string, failures?: { file: string, name: string, error: string }[] }[]} runs
 * @returns {string[]}
 */
export function failureLines(runs) {
  const all = runs.flatMap(({ name: run, failures = [] }) =>
    failures.map((failure) => ({ run, ...failure })),
  );
  const lines = all
    .slice(0, MOST)
    .flatMap(({ run, file, name, error }) => [
      `  [${run}] ${[file, name].filter(Boolean).join(': ')}`,
      `      ${error}`,
    ]);
  return all.length > MOST ? [...lines, `  and ${all.length - MOST} more`] : lines;
}

/** Lets a test announce the console lines that it means to cause; every other line makes it fail. */

export type Level = 'debug' | 'info' | 'log' | 'warn' | 'error';

/** One line that was written, with its arguments joined by blanks. */
export interface ConsoleLine {
  readonly level: Level;
  readonly text: string;
}

interface Announced {
  readonly pattern: RegExp | string;
  readonly mustCome: boolean;
}

const LEVELS: readonly Level[] = ['debug', 'info', 'log', 'warn', 'error'];

/** Lit's development build tells the developer things, and that is not the product's doing. */
const NOT_OURS = /lit\.dev\/msg\//;

/** For a line that never comes, in milliseconds. */
const PATIENCE = 5000;

// A test may put its own in their places.
const { setTimeout: start, clearTimeout: stop } = window;

let announced: Announced[] = [];
let lines: ConsoleLine[] = [];
/** Called after each line. */
let written: () => void = () => {};

const matches = (line: ConsoleLine, { pattern }: Announced): boolean =>
  typeof pattern === 'string' ? line.text.includes(pattern) : pattern.test(line.text);

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** A line that this test must cause at least once. Call it before the line is written. */
export function expectConsole(pattern: RegExp | string): void {
  announced.push({ pattern, mustCome: true });
}

/** A line that this test may cause. */
export function allowConsole(pattern: RegExp | string): void {
  announced.push({ pattern, mustCome: false });
}

/** The lines written since the test began, announced or not. */
export function consoleLines(): readonly ConsoleLine[] {
  return lines;
}

/** Watches the console of another window of this origin too, such as a host page in an iframe. */
export function watchConsole(target: { console: Console }): void {
  for (const level of LEVELS) {
    const write = target.console[level].bind(target.console);
    target.console[level] = (...values: unknown[]) => {
      const line = { level, text: values.map(textOf).join(' ') };
      if (NOT_OURS.test(line.text)) return;
      lines.push(line);
      written();
      if (!announced.some((each) => matches(line, each))) write(...values);
    };
  }
}

const missing = (): Announced[] =>
  announced.filter((each) => each.mustCome && !lines.some((line) => matches(line, each)));

/** Waits for the announced lines: on a busy machine a test may be through before the page has said them. */
export function announcedLines(): Promise<void> {
  if (missing().length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const late = start(resolve, PATIENCE);
    written = () => {
      if (missing().length > 0) return;
      stop(late);
      resolve();
    };
  });
}

/** Ends a test's watch: throws where a line came unannounced, or an announced one did not come. */
export function settleConsole(): void {
  const unexpected = lines.filter((line) => !announced.some((each) => matches(line, each)));
  const never = missing();
  lines = [];
  announced = [];
  written = () => {};
  const complaints = [
    ...unexpected.map(({ level, text }) => `unexpected console.${level}: ${text}`),
    ...never.map(({ pattern }) => `announced, but never written: ${pattern}`),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

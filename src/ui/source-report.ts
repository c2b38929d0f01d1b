/** What a webmaster is told of the sources: one line each in the console, and the same in an event. */
import type { Remark, SourceReport } from '../backend/ports.js';
import type { Problem, ProblemKind } from '../backend/problem.js';

/** One source that needs the webmaster. */
export interface Complaint {
  readonly address: string;
  /** Why the source could not be used; absent when only rows were left out or could not be read in full. */
  readonly kind?: ProblemKind;
  readonly hint: string;
  readonly leftOut: readonly Remark[];
  /** Everything about single rows, as it is printed. */
  readonly lines: readonly string[];
}

/** How many records came in, and what is wrong with the rest. */
export interface SourcesTold {
  readonly kept: number;
  readonly leftOut: number;
  readonly complaints: readonly Complaint[];
}

const inWords = ({ row, reason }: Remark): string => (row === undefined ? reason : `row ${row}: ${reason}`);

export const complaintOf = (address: string, { kind, hint }: Problem): Complaint => ({
  address,
  kind,
  hint,
  leftOut: [],
  lines: [],
});

export function tellSources(sources: readonly SourceReport[]): SourcesTold {
  let kept = 0;
  let out = 0;
  const complaints: Complaint[] = [];
  for (const { address, reading, problem } of sources) {
    if (problem) complaints.push(complaintOf(address, problem));
    if (!reading) continue;
    const { leftOut, remarks } = reading;
    kept += reading.kept;
    out += leftOut.length;
    const lines = [...leftOut, ...remarks].map(inWords);
    if (lines.length === 0) continue;
    const hint =
      leftOut.length > 0
        ? `${leftOut.length} of ${reading.kept + leftOut.length} records of ${address} were left out`
        : `${address} has rows that could not be read in full`;
    complaints.push({ address, hint, leftOut, lines });
  }
  return { kept, leftOut: out, complaints };
}

/** Writes what a run of the quiz bench found as Markdown: where Kith is behind first, then every figure with its ratio. */
import { lines, titleOf } from './quiz-figures.mjs';
import {
  absentList,
  behindList,
  circumstances,
  comparisonTable,
  missingWords,
  subjectList,
  summary,
} from './report-words.mjs';

/** Quizzes whose answers nobody gets to with the Tab key. */
function unreachable({ subjects, still }) {
  const names = subjects.filter(({ id }) => still[id]?.answers === false).map(({ name }) => name);
  return names.length > 0
    ? `Tab reaches no answer of ${names.join(', ')}, so that fewer tab stops are no gain there.`
    : '';
}

/** What Tab stops at, in the words that stand there. */
const tabStops = ({ subjects, still }) =>
  subjects
    .filter(({ id }) => still[id]?.stops)
    .map(({ id, name }) => `- ${name}: ${still[id].stops.map((words) => words || '(no words)').join(' · ')}.`)
    .join('\n');

/** @param run What `quiz.mjs` gathered; the same that is written as JSON. */
export function report(run) {
  const { runs, width, patience, questions, subjects, absent, traffic } = run;
  const all = lines(run);
  return `# The myth quiz, measured

Written by \`npm run bench:quiz\`; nothing here is typed by hand. ${circumstances(run)} · median of ${runs} ${runs === 1 ? 'run' : 'runs'}, each in a fresh profile, taken in turn. Times are of
this machine and mean little elsewhere: the ratios mean more. ×4 slows the processor down to a quarter.

Each asks the same ${questions} questions, true or not, those of Kith’s short set, on a page ${width} px wide, one at a time:

${subjectList(subjects)}

Not measured: ${absentList(absent)}.

A quiz that shows no question within ${patience / 1000} s is left alone.

## Where Kith is behind

${summary(all)}

${behindList(subjects, all, titleOf)}

## Figures and ratios

In brackets how many times Kith’s figure that is: above 1 Kith is ahead, below 1, in bold, it is behind. “>” stands before the least that
a figure can be. Least and most of every figure are in \`quiz-results.json\`.

Bytes are those of scripts and styles. The peers’ questions stand in the page itself and are in nobody’s figures; Kith loads its own as a
file, which one row leaves out. Requests are all but the page. A question stands when its statement is in sight with radio buttons beside
it; feedback, when the explanation is. “Painted” is the first task after the frame that holds the change, and a press counts from the
moment the pointer is lifted. Kith’s visitor chooses and then presses “Answer”, which is timed; SurveyJS’s choice is the answer. Elements and
nodes are those of the page’s body, shadow roots included. Tab stops are presses of Tab from before the quiz until after it.

${comparisonTable(subjects, all, titleOf)}

## What Tab stops at

${tabStops(run)}

${[unreachable(run), missingWords(subjects, traffic)].filter(Boolean).join(' ')}`
    .trimEnd()
    .concat('\n');
}

/** The questions that every quiz of the bench asks: the short set of Kith's own English pack, so that all have the same words to show. */
import { readFileSync } from 'node:fs';

const { items, sets } = JSON.parse(
  readFileSync(new URL('../src/content/quiz/stigma-myths.en.json', import.meta.url), 'utf8'),
);

/** Set, country and seed of Kith's element: with this seed it begins, as its peers do, with the first of the questions. */
export const SEED = 'tea';
export const SET = 'short';
export const COUNTRY = 'GB';

/** True or not, with what research says and why; `explanation` stands nowhere before the answer. */
export const QUESTIONS = sets[SET].map((wanted) => {
  const { id, statement, isTrue, fact, explanation } = items.find((item) => item.id === wanted);
  return { id, statement, isTrue, fact, explanation };
});

/** The same as quizdown reads them: Markdown, with what research says as the comment of each answer. */
export const asMarkdown = (questions) =>
  questions
    .map(({ statement, isTrue, fact, explanation }) => {
      const answer = (label, isRight) => `1. [${isRight ? 'x' : ' '}] ${label}\n    > ${fact} ${explanation}`;
      return `### ${statement}\n\n${answer('True', isTrue)}\n${answer('Not true', !isTrue)}`;
    })
    .join('\n\n');

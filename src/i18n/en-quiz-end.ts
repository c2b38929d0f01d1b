/** English for the last page of the quiz: it comes with that page. */
import type { Strings } from './strings.js';

export const enQuizEnd = {
  quizEnd: 'The facts you met',
  quizEndNone: 'You have not met a fact yet. That is fine.',
  quizGoOn: 'Go on with the questions',
  quizAgain: 'Begin again',
  quizStory: 'Someone who has been there',
  quizStoryNone:
    'Facts are one half. The other half is people who have been there. No story stands here yet. In a group you may hear one.',
  quizHelps: 'What helps people get something out of a group',
  quizHelpsWhy: 'How sure is that, and who says so?',
  quizStep: 'One small step',
  quizStepDefault: 'Ask someone you trust how they are today.',
  quizGroups: 'These groups meet next',
  quizGroupsHint: 'You can come as you are. It is fine to try a few.',
  quizGroupsFailed: 'The groups could not be loaded just now.',
  quizAllGroups: 'See all groups',
} as const satisfies Partial<Strings>;

/**
 * English, whole. The reading age is about twelve; nothing promises, blames or frightens.
 * Widgets take its parts by themselves, since a phone needs most of them later or never.
 */
import { enBox } from './en-box.js';
import { enBoxLater } from './en-box-later.js';
import { enCalendar } from './en-calendar.js';
import { enCalendarLater } from './en-calendar-later.js';
import { enFrame } from './en-frame.js';
import { enList } from './en-list.js';
import { enQuiz } from './en-quiz.js';
import { enQuizEnd } from './en-quiz-end.js';
import { enSearch } from './en-search.js';
import { enTakeHome } from './en-take-home.js';
import type { Strings } from './strings.js';

export const en: Strings = {
  ...enFrame,
  ...enList,
  ...enSearch,
  ...enCalendar,
  ...enCalendarLater,
  ...enTakeHome,
  ...enQuiz,
  ...enQuizEnd,
  ...enBox,
  ...enBoxLater,
};

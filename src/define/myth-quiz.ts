import { defineOnce } from '../ui/define-once.js';
import { MythQuiz } from '../widgets/myth-quiz/myth-quiz.js';

defineOnce('kith-myth-quiz', MythQuiz);

import { defineOnce } from '../ui/define-once.js';
import { QuestionBox } from '../widgets/question-box/question-box.js';

defineOnce('kith-question-box', QuestionBox);

/** Every widget in one classic script, for sites that can take a single file and no module. */
import '../define/group-finder.js';
import '../define/meeting-calendar.js';
import '../define/myth-quiz.js';
import '../define/question-box.js';

/** What most sheets do without, loaded when English leaves something open: words of other languages, and RRULEs. */
import { de } from '../domain/words/vocabulary/de.js';
import { es } from '../domain/words/vocabulary/es.js';
import { fr } from '../domain/words/vocabulary/fr.js';

export { parseRule } from '../domain/recurrence/rule.js';

export const languages = [es, de, fr];

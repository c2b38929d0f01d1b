/** Every language besides English that a sheet may be written in; loaded when a sheet is not all in English. */
import { de } from '../domain/words/vocabulary/de.js';
import { es } from '../domain/words/vocabulary/es.js';
import { fr } from '../domain/words/vocabulary/fr.js';
import type { Vocabulary } from '../domain/words/vocabulary.js';

export const languages: readonly Vocabulary[] = [es, de, fr];

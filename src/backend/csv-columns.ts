/** What the columns of a sheet are called in hints: as in the template, in English. */
import { en } from '../domain/words/vocabulary/en.js';
import type { Column } from '../domain/words/vocabulary.js';

/** The name that a hint should call the column by. */
export const columnName = (column: Column): string => en.columns[column]?.split('|', 1)[0] ?? column;

/** Names in the order of the template. */
export const columnNames: readonly string[] = (Object.keys(en.columns) as Column[]).map(columnName);

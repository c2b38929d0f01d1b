/** Feeds that come out of web pages write escapes: they are decoded before anything else looks at a field. */
import { decodeEntities } from '../domain/words/entities.js';
import { RecordReader } from './record.js';

/** Longer texts are cut before they are decoded. */
const LONGEST = 20_000;

export const decoded = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('&') ? decodeEntities(value.slice(0, LONGEST)) : value;

export class EscapedRecord extends RecordReader {
  override raw(name: string): unknown {
    return decoded(super.raw(name));
  }
}

/** Where people meet: "face to face", "Zoom", "both". */
import type { Attendance } from '../meeting.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

/** `undefined` for words that name neither, and for "not online". */
export function parseAttendance(text: string, lexicon: Lexicon): Attendance | undefined {
  const words = plain(text);
  if (lexicon.pattern('\\b<not>\\b').test(words)) return undefined;
  const online = lexicon.pattern('<online>').test(words);
  const there = lexicon.pattern('<inPerson>').test(words);
  if ((online && there) || lexicon.pattern('<both>').test(words)) return 'hybrid';
  return online ? 'online' : there ? 'in-person' : undefined;
}

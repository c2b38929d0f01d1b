/** Whether an event may be called off in words: a quick look, so that what knows the words is loaded for those that may. */
import { fold } from '../plain-letters.js';

/** Beginnings of all the words of called-off.ts; what matches there has to match here. */
const STEMS =
  'cancel|called|suspend|anul|abges|entf|fa?e?llt|annul|supprim|لغ|no |sin |kein|pas d|لا|postp|report|aplaz|posp|posterg|versch|اج|وجل|moved|resch|reloc|trasl|movi|reprog|verlegt|depla|نقل';
const IN_TITLE = new RegExp(STEMS);
const IN_NOTE = new RegExp(`^\\P{L}*(?:${STEMS})`, 'u');

export const mayBeCalledOff = (title: string, note: string): boolean =>
  IN_TITLE.test(fold(title)) || IN_NOTE.test(fold(note.slice(0, 400)));

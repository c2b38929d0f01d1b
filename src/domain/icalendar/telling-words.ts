/** Whether the words of an event may mean more than they name: a quick look, so that what knows the words is loaded for few. */
import { fold } from '../plain-letters.js';

/** Beginnings of all the words of called-off.ts: what matches there has to match here. */
const OFF =
  'cancel|called|suspend|anul|abges|entf|fa?e?llt|annul|supprim|لغ|no |sin |kein|pas d|لا|postp|report|aplaz|posp|poste|versch|اج|وجل|moved|resch|reloc|trasl|movi|reprog|verlegt|depla|نق';
/** Rooms that are no places, and what people call them. */
const ONLINE =
  'online|virtual|zoom|meet\\b|skype|teams|webex|phone|video|conference|jitsi|whereby|goto|bluejeans|gather';
const ANYWHERE = new RegExp(`${OFF}|${ONLINE}`);
/** Arabic puts an article, or a word for "is", before them. */
const AT_THE_START = new RegExp(`^\\P{L}*[ء-ي ]{0,6}(?:${OFF})`, 'u');

/** @param lines Name, place and page, in which the words may stand anywhere; in the note they stand first. */
export const hasWords = (lines: string, note: string): boolean =>
  ANYWHERE.test(fold(lines)) || AT_THE_START.test(fold(note.slice(0, 400)));

/**
 * How people say in a calendar that an evening does not take place: not with STATUS, but with a word in front of the
 * title, or after it. English, Spanish, German, French and Arabic.
 */

import { fold } from '../plain-letters.js';

export type State = 'cancelled' | 'moved' | 'postponed';

export interface CalledOff {
  readonly state: State;
  /** The text without the words that say so; '' when it says nothing else. */
  readonly rest: string;
  /** All that was cut. */
  readonly said: string;
}

/** Accents are folded away, as many people do. What is no name of a group anywhere needs no colon behind it. */
const WORDS: readonly (readonly [State, string])[] = [
  [
    'cancelled',
    'cancel+ed|cancel+ation|called off|(?:cancelad|suspendid|anulad)[oa]s?|abgesagt|entfae?llt|fae?llt (?:heute )?aus|(?:annul|supprim)e{1,2}s?' +
      '|(?:تم )?ا?لغاء|(?:تم )?الغاوها?|الغيت?|ملغ[يا]ه?' +
      "|no (?:meeting|group|session)s?|(?:no hay|sin) (?:reunion|grupo|sesion|encuentro)|keine?n? (?:treffen|gruppe|gruppentreffen|sitzung)|pas d(?:e |['’])(?:reunion|groupe|rencontre|seance)" +
      '|لا (?:ت?يوجد |توجد )?(?:اجتماع|جلسه|لقاء)',
  ],
  [
    'postponed',
    '(?:postpon|report)e(?:d|e?s?)|(?:aplazad|pospuest|postergad)[oa]s?|verschoben|(?:تم )?تاجيل|موجله?|اجلت?',
  ],
  [
    'moved',
    '(?:moved(?! (?:by|with|on)\\b)|rescheduled|relocated|(?:trasladad|movid|reprogramad)[oa]s?|verlegt|deplacee?s?|(?:تم )?(?:ال)?نقل|منقوله?)',
  ],
];

/** A title that is longer is none. */
const LONGEST = 400;

const END = '(?![\\p{L}\\p{M}\\p{N}])';
const LEADING = WORDS.map(
  ([state, words]) =>
    [state, new RegExp(`^[\\s*!#([{<-]*(?:${words})${END}[\\s\\])}>*!.:;,|/–—-]*`, 'iu')] as const,
);
/** Behind a name the word stands apart: in brackets, after a dash or colon, or in capitals. */
const TRAILING = WORDS.map(
  ([state, words]) =>
    [
      state,
      new RegExp(`(?:\\s*[([{*]+\\s*|\\s+[–—|-]+\\s+|\\s*[:;,|–—]\\s+)(?:${words})${END}.*$`, 'iu'),
    ] as const,
);
const SHOUTED = /\s+(?:CANCELL?ED|CANCELAD[OA]|ABGESAGT|ANNUL[ÉE]+|POSTPONED|MOVED)[\s!.*]*$/u;

/** Where the first so many folded letters of a line end. */
function endOf(line: string, folded: number): number {
  let at = 0;
  let length = 0;
  for (const character of line) {
    if (length >= folded) break;
    length += fold(character).length;
    at += character.length;
  }
  return at;
}

const lineOf = (text: string): string => text.slice(0, LONGEST).normalize('NFC').trim();

function leading(line: string): CalledOff | undefined {
  const folded = fold(line);
  for (const [state, words] of LEADING) {
    const length = words.exec(folded)?.[0].length;
    if (!length) continue;
    const end = endOf(line, length);
    return { state, rest: line.slice(end).trim(), said: line.slice(0, end) };
  }
  return undefined;
}

/** What a title or note that begins or ends like this means for its evening. */
export function calledOff(text: string): CalledOff | undefined {
  const line = lineOf(text);
  const found = leading(line);
  if (found) return found;
  const folded = fold(line);
  for (const [state, words] of TRAILING) {
    const index = words.exec(folded)?.index;
    if (index)
      return { state, rest: line.slice(0, endOf(line, index)), said: line.slice(endOf(line, index)) };
  }
  const index = SHOUTED.exec(line)?.index;
  if (!index) return undefined;
  const said = line.slice(index);
  return { state: leading(said.trim())?.state ?? 'cancelled', rest: line.slice(0, index), said };
}

/** For a note, which tells of much else: only its first line, and only when it begins so. */
export function calledOffInNote(note: string): CalledOff | undefined {
  const line = lineOf(note).replace(/\n[\s\S]*$/, '');
  const found = leading(line);
  return found && { ...found, said: line };
}

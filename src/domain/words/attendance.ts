/** Where people meet, in the words of four languages: "face to face", "Zoom", "presencial", "vor Ort", "en ligne". */
import type { Attendance } from '../meeting.js';
import { plain } from './plain.js';

const HYBRID = /hybrid|hibrid|mixt|both|ambas|ambos|beides|les deux|blended/;
const ONLINE =
  /\bon-? ?line|virtu|zoom|\bteams\b|\bmeet\b|skype|jitsi|whatsapp|webinar|video|telefon|\bphone|telephone|en linea|en ligne|a distanc|\bremote|\binternet|\bweb\b/;
const IN_PERSON =
  /in-? ?person|face-? ?(?:to|2)-? ?face|\bf2f\b|presen[ct]iel|presencial|prasenz|en persona|vor ort|sur place|on-? ?site|off-? ?line|physical|personlich/;

/** `undefined` for words that name neither, and for "not online". */
export function parseAttendance(text: string): Attendance | undefined {
  const words = plain(text);
  if (/\b(?:not|no|nicht|kein|pas)\b/.test(words)) return undefined;
  const online = ONLINE.test(words);
  const there = IN_PERSON.test(words);
  if (HYBRID.test(words) || (online && there)) return 'hybrid';
  return online ? 'online' : there ? 'in-person' : undefined;
}

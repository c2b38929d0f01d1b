/** How one joins, in the words of four languages: "just turn up", "sin cita", "mit Anmeldung", "sur inscription". */
import type { Joining } from '../group.js';
import { plain } from './plain.js';

const DROP_IN =
  /drop-? ?in|walk-? ?in|(?:just|simply) (?:turn|come|show)|turn up|come along|(?:no|without) (?:need to |prior |advance )?(?:book|appoint|registr|sign)|sin (?:cita|reserva|inscrip)|entrada libre|(?:ohne|keine?) (?:vor)?anmeldung|einfach (?:kommen|vorbei)|sans (?:inscription|rendez|rdv|reservation)|(?:entree|acces) libre/;
const REFERRAL =
  /(?:no|without|ohne|keine?|sin|sans|self)[ -](?:need for a )?(?:referral|refer|derivacion|uberweisung|orientation)/;
const SENT =
  /\brefer|derivacion|derivad|uberweisung|zuweisung|prescri|orientation par|adress\w+ par|medecin traitant/;
const BOOK =
  /\bbook|regist|sign-? ?up|reserv|rsvp|\bself-? ?refer|inscri|anmeld|con cita|cita previa|rendez-? ?vous|\brdv\b|appointment|(?:contact|email|call|ring|phone)\b.*\b(?:first|before)/;

/** Turning up wins where both are offered: "drop in or book". */
export function parseJoining(text: string): Joining | undefined {
  const words = plain(text);
  if (DROP_IN.test(words)) return 'drop-in';
  if (SENT.test(words) && !REFERRAL.test(words)) return 'referral';
  return BOOK.test(words) ? 'book' : undefined;
}

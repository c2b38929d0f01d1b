/** Who leads, in the words of four languages: "lived experience", "profesional", "Betroffene", "pairs". */
import type { Leadership } from '../group.js';
import { plain } from './plain.js';

const PEERS =
  /\bpeers?\b|lived experience|self-? ?help|\bmembers?\b|volunteers? with experience|\bpares\b|iguales|experiencia (?:propia|vivida)|autoayuda|ayuda mutua|betroffene|selbsthilfe|genesungsbegleit|\bpairs?\b|pair-aidant|entraide|usagers/;
const PROFESSIONALS =
  /profession|profesional|clinic|nurse|therap|psycholog|psychiat|social work|\bstaff\b|doctor|fachkr|fachleute|sozialarbeit|soignant/;

/** `undefined` for a name, or for words that say neither. */
export function parseLeadership(text: string): Leadership | undefined {
  const words = plain(text);
  const peers = PEERS.test(words);
  const professionals = PROFESSIONALS.test(words);
  if (
    /^both\b|co-? ?led|^(?:ambos|beide|gemischt|mixte|mixto|les deux)\b/.test(words) ||
    (peers && professionals)
  )
    return 'both';
  return peers ? 'peers' : professionals ? 'professionals' : undefined;
}

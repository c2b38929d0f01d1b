/** Finds family, friends and carers among the words for whom a group is, so that they get a door of their own. */
import { FAMILY } from '../group.js';
import { plain } from './plain.js';

const KIN =
  '(?:famil(?:y|ies|ias?|iares|ien?|les?)|families|friends?|carers?|care-? ?givers?|relatives|loved ones|supporters|siblings|parents? of|partners? of|amig[oa]s|cuidador(?:[ae]s)?|allegados|seres queridos|padres de|angehorigen?|freund(?:e|innen)|freunde|pflegende|eltern von|familienmitglieder|family members|proches|familles?|ami(?:e?s|\\(e\\)s)|aidants?|entourage|parents de)';
const SOME = new RegExp(`\\b${KIN}(?![\\p{L}])`, 'u');
/** Nothing but such words. Separators stand in one place only, or backtracking would not end. */
const ONLY = new RegExp(
  `^(?:(?:the|and|or|y|e|und|oder|et|ou|de|of|for|fur|para|pour|les|la|los|las|die|${KIN})(?![\\p{L}])[ ,/&+()]*)+$`,
  'u',
);

/** The words, with `FAMILY` for those that mean family, friends or carers; words that mean others too stay beside it. */
export function parseAudience(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const written = plain(word);
    const kin = SOME.test(written) && !/\b(?:no|not|without|ohne|keine?|sin|sans|pas)\b/.test(written);
    if (!kin || !ONLY.test(written)) found.add(word);
    if (kin) found.add(FAMILY);
  }
  return [...found];
}

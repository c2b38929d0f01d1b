/**
 * What the type codes of Meeting Guide feeds mean to a visitor. Codes: the specification's "Meeting Types"
 * (github.com/code4recovery/spec), and for other programmes the lists in Code for Recovery's
 * 12-step-meeting-list (includes/variables.php). The words are ours, sorted by what they say: English terms of
 * the fellowships, whose listings are kept in them. Why they are not translated: docs/decisions/words-of-feeds.md.
 */
import { FOR_ALL, FOR_MEMBERS } from '../domain/group.js';

/** `place`: access to a building, which says nothing of an online room. `state`: read by the adapter itself. */
export type Kind = 'topics' | 'audience' | 'access' | 'place' | 'joining' | 'languages' | 'state';

export type Meaning = readonly [kind: Kind, word: string];

/** Codes and their word, one group a line; the word itself is understood as well ("[open]" and "Women" are seen in feeds). */
const SHARED: Readonly<Record<Kind, string>> = {
  topics: `11,11TH 11th step meditation|12x12 12 steps and 12 traditions|A Secular|ABSI As Bill Sees It|AL Alongside Alateen
AL-AN Alongside Al-Anon|B Big Book|BB,BOOK Book study|BRK Breakfast|BT Basic Text|CAN Candlelight|D,DISC Discussion|DD Dual diagnosis
DR Daily Reflections|GR Grapevine|H Birthdays|JFT Just for Today|LIT Literature|LS Living Sober|MED Meditation|MI Mindfulness
OUT Outdoors|POA Proof of attendance|QA Questions and answers|SP,SPK Speaker|ST,STEP Step study|TO,TOP Topic|TR,TRAD Tradition study
VAR,MISC Format varies|XT Cross talk permitted`,
  audience: `BE,BEG Newcomers|BI Bisexual people|BV-I Blind people|D-HOH Deaf people|G Gay people|GL Lesbian and gay people
L Lesbian people|LGBTQ,LGBTQIA LGBTQ+|M Men|N Native American people|NB Non-binary people|NDG Indigenous people|P Professionals
POC,BIPOC People of colour|SEN Seniors|T Transgender people|TEEN Teenagers|W Women|Y,YP Young people|YA Young adults`,
  access: 'ASL American Sign Language|QSL Quebec Sign Language|RSL Russian Sign Language|CAP,CCAP Captions',
  place: `X,WA Wheelchair access|XB Wheelchair-accessible toilet|BA,CC Child care|CF,CW Child-friendly|FF Fragrance-free|SM,SMOK Smoking permitted`,
  joining: `O ${FOR_ALL}|C ${FOR_MEMBERS}`,
  languages: `AF af|AM am|AR ar|BG bg|DA da|DE de|EL el|EN en|ES,S es|FA fa|FI fi|FR fr|HE he|HI hi|HR hr|HU hu|IS is|ITA,IT it|JA ja|KA ka
KOR,KO ko|LT lt|ML ml|MT mt|NE ne|NL nl|NO no|POL,PL pl|POR,PT pt|PUN,PA pa|RUS,RU ru|SK sk|SL sl|SV sv|TH th|TL fil|TUR tr|UK uk`,
  // How money is collected is nothing to look for a group by.
  state: 'ONL,online online|TC closed|DB basket',
};

/** Al-Anon uses some codes for something else, and is for families and friends as a whole. */
const AL_ANON: Partial<Record<Kind, string>> = {
  topics: 'AA Alongside AA',
  audience: 'AC Adult children|POA Parents|Y Alateen (young people)',
};

/** Codes that no list but Al-Anon's has. */
export const ONLY_AL_ANON = /^(?:AC|LGBTQIA)$/;

function addTo(meanings: Map<string, Meaning>, table: Partial<Record<Kind, string>>): Map<string, Meaning> {
  for (const [kind, lines] of Object.entries(table) as [Kind, string][]) {
    for (const line of lines.split(/[|\n]/)) {
      const space = line.indexOf(' ');
      const word = line.slice(space + 1);
      for (const code of line.slice(0, space).split(',')) meanings.set(code.toLowerCase(), [kind, word]);
      if (kind !== 'languages' && kind !== 'state') meanings.set(word.toLowerCase(), [kind, word]);
    }
  }
  return meanings;
}

/** Meanings by code in lower case. */
export function typeMeanings(alAnon: boolean): ReadonlyMap<string, Meaning> {
  const meanings = addTo(new Map(), SHARED);
  return alAnon ? addTo(meanings, AL_ANON) : meanings;
}

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { FAMILY } from '../../../src/domain/group.js';
import { parseYesNo } from '../../../src/domain/words/answers.js';
import { parseAttendance } from '../../../src/domain/words/attendance.js';
import { parseAudience } from '../../../src/domain/words/audience.js';
import { parseJoining } from '../../../src/domain/words/joining.js';
import { parseLanguages } from '../../../src/domain/words/languages.js';
import { parseLeadership } from '../../../src/domain/words/leadership.js';
import { Lexicon } from '../../../src/domain/words/lexicon.js';
import { de } from '../../../src/domain/words/vocabulary/de.js';
import { en } from '../../../src/domain/words/vocabulary/en.js';
import { es } from '../../../src/domain/words/vocabulary/es.js';
import { fr } from '../../../src/domain/words/vocabulary/fr.js';

const all = new Lexicon([en, es, de, fr]);

function table<T>(
  title: string,
  read: (words: string, lexicon: Lexicon) => T,
  rows: Record<string, T>,
): void {
  describe(title, () => {
    for (const [words, expected] of Object.entries(rows)) {
      it(`reads "${words}" as ${expected}`, () => expect(read(words, all)).to.deep.equal(expected));
    }
  });
}

table('where people meet', parseAttendance, {
  'In person': 'in-person',
  'face to face': 'in-person',
  presencial: 'in-person',
  'vor Ort': 'in-person',
  présentiel: 'in-person',
  online: 'online',
  Zoom: 'online',
  'en línea': 'online',
  'en ligne': 'online',
  virtuell: 'online',
  hybrid: 'hybrid',
  híbrido: 'hybrid',
  'in person and online': 'hybrid',
  beides: 'hybrid',
  'not online': undefined,
  Leeds: undefined,
  '': undefined,
});

table('how one joins', parseJoining, {
  'Drop in': 'drop-in',
  'just turn up': 'drop-in',
  'no booking needed': 'drop-in',
  'sin cita': 'drop-in',
  'ohne Anmeldung': 'drop-in',
  'sans inscription': 'drop-in',
  'drop in or book': 'drop-in',
  'Please book': 'book',
  'mit Anmeldung': 'book',
  'sur inscription': 'book',
  'con cita previa': 'book',
  'ring Ruth first': 'book',
  referral: 'referral',
  'GP referral': 'referral',
  'mit Überweisung': 'referral',
  'self-referral': 'book',
  'no referral needed': undefined,
  '': undefined,
});

table('who leads', parseLeadership, {
  'peer-led': 'peers',
  'lived experience': 'peers',
  Betroffene: 'peers',
  pairs: 'peers',
  iguales: 'peers',
  professional: 'professionals',
  Fachkräfte: 'professionals',
  'a nurse': 'professionals',
  both: 'both',
  'peer and professional': 'both',
  beide: 'both',
  'Sam and Ruth': undefined,
});

table('for whom', (words, lexicon) => parseAudience([words], lexicon), {
  Family: [FAMILY],
  'Family, friends and carers': [FAMILY],
  Angehörige: [FAMILY],
  'familiares y amigos': [FAMILY],
  'Proches et aidants': [FAMILY],
  Adults: ['Adults'],
  'New parents': ['New parents'],
  'Carers of people with dementia': ['Carers of people with dementia', FAMILY],
  'no family members': ['no family members'],
});

table('yes and no', parseYesNo, {
  Yes: true,
  sí: true,
  ja: true,
  oui: true,
  TRUE: true,
  '✓': true,
  no: false,
  nein: false,
  FALSE: false,
  maybe: undefined,
  '': undefined,
});

table('languages', (words, lexicon) => parseLanguages(words, lexicon).tags.join(), {
  English: 'en',
  'English and Spanish': 'en,es',
  'Español, inglés': 'es,en',
  'Deutsch / Türkisch': 'de,tr',
  'anglais et arabe': 'en,ar',
  'British Sign Language': 'bfi',
  BSL: 'bfi',
  Farsi: 'fa',
  Cymraeg: 'cy',
  Polski: 'pl',
  العربية: 'ar',
  'pt-br': 'pt-BR',
  Klingon: '',
  '': '',
});

describe('the readers of words', () => {
  it('never throw, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        for (const read of [parseAttendance, parseJoining, parseLeadership, parseYesNo, parseLanguages])
          read(words, all);
        parseAudience([words], all);
      }),
    );
  });

  it('tell the words that name no language', () => {
    expect(parseLanguages('English, Klingon', all).unknown).to.deep.equal(['Klingon']);
  });
});

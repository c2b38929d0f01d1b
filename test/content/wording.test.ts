/** No text of ours hurts, and none claims a clinical effect: every phrase, pack and claim, in each of our languages. */
import { expect } from '@open-wc/testing';
import { CLAIMS, claimsIn, HURTFUL, hurtfulIn, wordedLanguages } from '../../src/cli/wording.js';
import { loadEvidence, loadPack, packLanguages } from '../../src/content/quiz/packs.js';
import { type Item, isChoice } from '../../src/domain/quiz.js';
import { ar } from '../../src/i18n/ar.js';
import { deskLanguages, deskWords } from '../../src/i18n/desk/desk-words.js';
import { en } from '../../src/i18n/en.js';
import { es } from '../../src/i18n/es.js';
import { languages } from '../../src/i18n/locale.js';
import type { Message, Strings } from '../../src/i18n/strings.js';

const PHRASES: Readonly<Record<string, Strings>> = { en, es, ar };

interface Said {
  readonly where: string;
  readonly text: string;
  /** A myth may claim what is not so: that is why it is asked about. */
  readonly isMyth?: boolean;
}

function saidIn(item: Item): Said[] {
  const { id, fact, explanation, whyItMatters = '' } = item;
  const asked = isChoice(item)
    ? [item.question, ...item.choices.map(({ text }) => text)].map((text) => ({
        where: id,
        text,
        isMyth: true,
      }))
    : [{ where: id, text: item.statement, isMyth: !item.isTrue }];
  return [...asked, ...[fact, explanation, whyItMatters].map((text) => ({ where: id, text }))];
}

const saidBy = (phrases: object): Said[] =>
  Object.entries(phrases).flatMap(([where, message]: [string, Message]) =>
    (typeof message === 'string' ? [message] : Object.values(message)).map((text: string) => ({
      where,
      text,
    })),
  );

/** Everything that a visitor or a facilitator can read in a language. */
async function everything(language: string): Promise<Said[]> {
  const { items, title, intro = '', disclaimer = '' } = await loadPack(language);
  const { claims } = await loadEvidence(language);
  return [
    ...saidBy(PHRASES[language] ?? {}),
    ...(deskLanguages.includes(language) ? saidBy(await deskWords(language)) : []),
    ...[title, intro, disclaimer].map((text) => ({ where: 'pack', text })),
    ...items.flatMap(saidIn),
    ...claims.flatMap(({ id, claim, plain, strength }) =>
      [claim, plain, strength].map((text) => ({ where: id, text })),
    ),
  ];
}

/** One sentence for each pattern, which it has to find. */
const PLANTED: Readonly<
  Record<string, { readonly claims: readonly string[]; readonly hurtful: readonly string[] }>
> = {
  en: {
    claims: [
      'Peer support cures depression.',
      'Our groups treat anxiety.',
      'Groups reduce your symptoms.',
      'Regular visits mean fewer symptoms.',
      'A group makes symptoms go away.',
      'It is clinically proven.',
      'Come as you are, instead of therapy.',
      'This quiz reduces stigma.',
    ],
    hurtful: [
      'He committed suicide.',
      'A failed suicide.',
      'She suffers from depression.',
      'A victim of depression.',
      'A place for the mentally ill.',
      'Addicts are welcome.',
      'Schizophrenics are welcome.',
      'He is a depressive.',
      'That is crazy.',
      'For the disabled.',
    ],
  },
  es: {
    claims: [
      'El apoyo mutuo cura la depresión.',
      'Los grupos reducen los síntomas.',
      'Tendrás menos ansiedad.',
      'Está clínicamente probado.',
      'El grupo sustituye a la terapia.',
    ],
    hurtful: [
      'Cometió suicidio.',
      'Ella padece depresión.',
      'Los enfermos mentales.',
      'Grupo para adictos.',
      'Los esquizofrénicos.',
      'Está loco.',
    ],
  },
  ar: {
    claims: [
      'دعم الأقران يشفي الاكتئاب.',
      'المجموعة تخفف الأعراض.',
      'هذا مضمون.',
      'المجموعة تغني عن العلاج.',
    ],
    hurtful: [
      'ارتكب الانتحار.',
      'هو يعاني من الاكتئاب.',
      'المرضى النفسيون.',
      'مجموعة للمدمنين.',
      'هو مجنون.',
    ],
  },
};

describe('What we say', () => {
  it('is held to a list in every language that we speak', () => {
    expect([...wordedLanguages].sort()).to.deep.equal([...languages]);
    expect([...packLanguages].sort()).to.deep.equal([...languages]);
    expect(Object.keys(PLANTED).sort()).to.deep.equal([...languages]);
  });

  for (const language of wordedLanguages) {
    describe(language, () => {
      let all: Said[];
      before(async () => {
        all = await everything(language);
      });

      it('is looked at as a whole', () => expect(all.length).to.be.above(250));

      it('claims no clinical effect', () => {
        const claimed = all.filter(({ isMyth, text }) => !isMyth && claimsIn(text, language).length > 0);
        expect(claimed).to.deep.equal([]);
      });

      it('hurts nobody, not even inside a question', () => {
        expect(all.filter(({ text }) => hurtfulIn(text, language).length > 0)).to.deep.equal([]);
      });

      it('would be found out: each pattern finds what is planted', () => {
        const { claims, hurtful } = PLANTED[language] ?? { claims: [], hurtful: [] };
        expect(claims).to.have.length(CLAIMS[language]?.length ?? -1);
        expect(hurtful).to.have.length(HURTFUL[language]?.length ?? -1);
        for (const [index, text] of claims.entries()) {
          expect(CLAIMS[language]?.[index]?.test(text), text).to.equal(true);
          expect(claimsIn(`Everyone can come. ${text}`, language), text).not.to.deep.equal([]);
        }
        for (const [index, text] of hurtful.entries())
          expect(HURTFUL[language]?.[index]?.[0].test(text), text).to.equal(true);
      });
    });
  }

  it('may name a claim to deny it, and is not excused by what only looks like a denial', () => {
    for (const [language, text] of [
      ['en', 'Peer support does not cure depression.'],
      ['en', 'Do not expect a group to remove symptoms.'],
      ['es', 'El apoyo mutuo no cura la depresión.'],
      ['ar', 'دعم الأقران لا يشفي الاكتئاب.'],
    ] as const)
      expect(claimsIn(text, language), text).to.deep.equal([]);
    for (const [language, text] of [
      ['en', 'Peer support cures depression, not less.'],
      ['en', 'There is no doubt that it cures depression.'],
      ['en', 'It not only helps, it treats anxiety.'],
      ['en', 'It is not magic. It cures depression.'],
      ['es', 'No cabe duda: cura la depresión.'],
      ['ar', 'لا شك أنه يشفي الاكتئاب.'],
    ] as const)
      expect(claimsIn(text, language), text).not.to.deep.equal([]);
  });
});

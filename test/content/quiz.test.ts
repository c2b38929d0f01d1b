import { expect } from '@open-wc/testing';
import { loadEvidence, loadPack, packLanguages } from '../../src/content/quiz/packs.js';
import { type Item, isChoice, itemsOf, type Pack } from '../../src/domain/quiz.js';
import { readPack } from '../../src/domain/quiz-pack.js';

const authored = async (name: string, language: string) =>
  (await fetch(new URL(`../../src/content/quiz/${name}.${language}.json`, import.meta.url))).json();

/** What a translation must not change. */
const bones = (item: Item) => ({
  id: item.id,
  isTrue: !isChoice(item) && item.isTrue,
  source: item.source,
  sensitive: item.sensitive,
  region: item.region,
  confidence: item.confidence,
});

/** Figures in a text, as a reader of any language sees them. */
const figures = (text: string) => (text.match(/\d+/g) ?? []).sort();

describe('Our own quiz packs', () => {
  let english: Pack;
  before(async () => {
    english = await loadPack('en');
  });

  for (const language of packLanguages) {
    it(`ship in ${language} what was written, and nothing else`, async () => {
      const { pack, complaints } = readPack(await authored('stigma-myths', language));
      expect(complaints).to.deep.equal([]);
      expect(await loadPack(language)).to.deep.equal(pack);
    });

    it(`say in ${language} that nobody has signed them`, async () => {
      const { review } = await loadPack(language);
      expect(review).to.deep.equal({ status: 'draft', reviewDue: '2027-11-21' });
    });

    it(`have in ${language} the short set, with as many true statements as not`, async () => {
      const short = itemsOf(await loadPack(language), 'short');
      expect(short.map(({ id }) => id).sort()).to.deep.equal(
        itemsOf(english, 'short')
          .map(({ id }) => id)
          .sort(),
      );
      expect(short.filter((item) => !isChoice(item) && item.isTrue)).to.have.length(4);
    });

    it(`say in ${language} the same as in English`, async () => {
      for (const item of (await loadPack(language)).items) {
        const model = english.items.find(({ id }) => id === item.id);
        expect(model, item.id).not.to.equal(undefined);
        if (!model) continue;
        expect(bones(item)).to.deep.equal(bones(model));
        for (const part of ['fact', 'explanation'] as const)
          expect(figures(item[part]), `${item.id} ${part}`).to.deep.equal(figures(model[part]));
        if (language !== 'en') expect(item.fact).not.to.equal(model.fact);
      }
    });
  }

  it('hold the whole pack in English', () => {
    expect(english.items).to.have.length(24);
    expect(Object.keys(english.sets)).to.deep.equal(['short', 'peer-support', 'starting-help', 'stigma']);
  });

  it('mark as sensitive whatever speaks of suicide, or of people being hurt', () => {
    const texts = (item: Item) =>
      [isChoice(item) ? item.question : item.statement, item.fact, item.explanation].join(' ');
    const touching = english.items.filter((item) =>
      /suicid|self-harm|hurt by|violent|abuse/i.test(texts(item)),
    );
    expect(touching.map(({ id }) => id)).to.deep.equal(['violence', 'asking-about-suicide']);
    expect(english.items.filter(({ sensitive }) => sensitive)).to.deep.equal(touching);
  });

  it('come in the language that was asked for, or in English', async () => {
    expect((await loadPack('es-MX')).language).to.equal('es');
    expect((await loadPack('AR')).language).to.equal('ar');
    for (const other of ['fr', '', 'constructor', 'EN-gb'])
      expect((await loadPack(other)).language, other).to.equal('en');
  });
});

describe('The evidence', () => {
  const FIVE = [
    'benefit-shared-knowledge',
    'benefit-empathy',
    'benefit-community',
    'benefit-confidentiality',
    'benefit-overcoming-stigma',
  ];
  const HELPS = [
    'advice-try-several',
    'advice-attend-regularly',
    'advice-facilitator',
    'advice-confidentiality-rule',
  ];

  for (const language of packLanguages) {
    it(`names in ${language} five things that peer support gives, what helps, and the findings, each with its strength`, async () => {
      const { claims, language: own } = await loadEvidence(language);
      expect(own).to.equal(language);
      const ids = (kind: string) => claims.filter((claim) => claim.kind === kind).map(({ id }) => id);
      expect(ids('benefit')).to.deep.equal(FIVE);
      expect(ids('advice')).to.include.members(HELPS);
      expect(ids('finding')).to.include.members(['finding-recovery', 'finding-symptoms', 'finding-quality']);
      for (const { id, strength, plain } of claims) {
        expect(strength, id).to.match(/\S/);
        expect(plain, id).to.match(/\S/);
      }
    });

    it(`has in ${language} a source for each, or says that there is none`, async () => {
      const { claims } = await loadEvidence(language);
      const without = claims.filter(({ sources }) => sources.length === 0).map(({ id }) => id);
      expect(without).to.deep.equal(['advice-attend-regularly', 'advice-practical-qa']);
      for (const { title, publisher, year, checkedOn, url } of claims.flatMap(({ sources }) => sources)) {
        expect(title && publisher).to.match(/\S/);
        expect(year ?? checkedOn, title).not.to.equal(undefined);
        expect(url).to.match(/^https:\/\//);
      }
    });

    it(`rests in ${language} on the same sources as in English`, async () => {
      const english = await loadEvidence('en');
      const { claims } = await loadEvidence(language);
      expect(claims.map(({ id, kind, sources }) => ({ id, kind, sources }))).to.deep.equal(
        english.claims.map(({ id, kind, sources }) => ({ id, kind, sources })),
      );
    });
  }
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  indexAnswers,
  readAnswers,
  searchAnswers,
  similarAnswers,
  topicsOf,
} from '../../src/domain/published-answers.js';
import type { CatalogueEntry } from '../../src/domain/sealing/catalogue.js';

let days = 20_000;
const entry = (id: string, question: string, parts: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  day: days++,
  topic: '',
  lang: 'en',
  question,
  answer: 'From our experience: it differs from one to the next.',
  ...parts,
});

const ENTRIES = [
  entry('alcohol', 'Can I drink alcohol while I take lithium?', {
    topic: 'Medicines',
    answer: 'Many of us drink less. Ask your pharmacist about your kidneys.',
  }),
  entry('weight', 'Does everybody put on weight with these medicines?', { topic: 'Medicines' }),
  entry('work', 'How do I tell my employer that I am in hospital?', { topic: 'Work' }),
  entry('sleep', 'I wake up at four every night. What helps with sleep?', { topic: 'Sleep' }),
  entry('family', 'How do I tell my children about my diagnosis?', { topic: 'Family' }),
  entry('partner', 'My partner stopped talking to me after my diagnosis', { topic: 'Family' }),
  entry('dormir', '¿Qué ayuda a dormir cuando hay ansiedad por la noche?', { topic: 'Sueño', lang: 'es' }),
  entry('medicamentos', '¿Puedo dejar los medicamentos si ya me siento mejor?', {
    topic: 'Medicación',
    lang: 'es',
  }),
  entry('adwiya', 'هل تسبب الأدوية زيادة في الوزن؟', { topic: 'الأدوية', lang: 'ar' }),
  entry('nawm', 'كيف أنام عندما يأتي القلق في الليل؟', { topic: 'النوم', lang: 'ar' }),
];
const INDEX = indexAnswers(ENTRIES);

const ids = (entries: readonly CatalogueEntry[]) => entries.map(({ id }) => id);
const similar = (typed: string, most?: number) => ids(similarAnswers(INDEX, typed, most));
const search = (words: string, topic?: string) =>
  ids(searchAnswers(INDEX, topic === undefined ? { words } : { words, topic }));

describe('published answers near to what is being typed', () => {
  it('come for what is asked in other words and forms', () => {
    expect(similar('is it ok to be drinking alcohol on lithium')[0]).to.equal('alcohol');
    expect(similar('Do these medicines make me gain weight')[0]).to.equal('weight');
    expect(similar('I keep waking at night and cannot sleep')[0]).to.equal('sleep');
    expect(similar('should my child be told of the diagnosis? telling children is hard')[0]).to.equal(
      'family',
    );
    expect(similar('no puedo dormir por las noches, tengo mucha ansiedad')[0]).to.equal('dormir');
    expect(similar('quiero dejar mi medicamento, me siento mejor')[0]).to.equal('medicamentos');
    expect(similar('زاد وزني بسبب هذه الادوية، هل تسبب زياده الوزن')[0]).to.equal('adwiya');
    expect(similar('القلق بالليل لا يتركني أنام')[0]).to.equal('nawm');
  });

  it('come with accents, case and a slip of the finger forgiven', () => {
    expect(similar('ALCOHOL and LITHIUM')).to.deep.equal(['alcohol']);
    expect(similar('alchohol with lithuim')).to.deep.equal(['alcohol']);
    expect(similar('DORMIR con ansiedád')[0]).to.equal('dormir');
  });

  it('are none until enough is typed, and none for something else', () => {
    for (const typed of [
      '',
      'a',
      'lithium',
      'What should I do about the',
      'how do I tell',
      '¿Puedo',
      'كيف',
      '😀 😀',
      'sleep sleep sleep',
    ])
      expect(similar(typed), typed).to.deep.equal([]);
    expect(similar('My neighbour plays loud music and the landlord ignores every letter')).to.deep.equal([]);
    expect(similar('night employer')).to.deep.equal([]);
  });

  it('come by forms of words alone', () => {
    expect(similar('waking nightly, sleeping')).to.include('sleep');
    expect(similar('mejores medicamento dejad')).to.include('medicamentos');
    expect(similar('والقلق النوم لليل')).to.include('nawm');
  });

  it('are those that share what few entries have, before those that share what many have', () => {
    const index = indexAnswers([
      entry('rare', 'Is grapefruit clozapine normal morning?'),
      ...Array.from({ length: 20 }, (_, at) => entry(`common${at}`, 'Is tired tablet normal morning?')),
    ]);
    expect(ids(similarAnswers(index, 'tired tablet and then grapefruit clozapine'))[0]).to.equal('rare');
  });

  it('are none when a long question shares two words by chance, known to the catalogue or not', () => {
    const told =
      'brother moved kitchen window painted garden bicycle neighbour holiday birthday letter shoes cinema';
    expect(similar(`${told}, and the night he talked`)).to.deep.equal([]);
    expect(
      similar(
        `partner talked ${told} ${told
          .split(' ')
          .map((word) => `${word}wards`)
          .join(' ')}`,
      ),
    ).to.deep.equal([]);
  });

  it('are three at most, or as many as are wanted, the nearest first', () => {
    const many = indexAnswers([
      ...['one', 'two', 'three', 'four'].map((id) => entry(id, 'How do I cope with panic attacks at work?')),
      entry('nearest', 'Panic attacks'),
    ]);
    expect(ids(similarAnswers(many, 'panic attacks'))).to.deep.equal(['nearest', 'four', 'three']);
    expect(similarAnswers(many, 'panic attacks', 1)).to.have.lengthOf(1);
  });

  it('still come when the question has grown long, as far as they fit', () => {
    const typed = 'I have been thinking about this for a week. Can I drink alcohol while I take lithium? ';
    expect(similar(typed)[0]).to.equal('alcohol');
  });

  it('are some of the catalogue, each once, for whatever was typed', () => {
    const word = fc.constantFrom(
      ...ENTRIES.flatMap(({ question }) => question.split(' ')),
      'x',
      '"',
      '\0',
      '😀',
      'constructor',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (words) => {
        const found = similarAnswers(INDEX, words.join(' '));
        expect(found.length).to.be.at.most(3);
        expect(new Set(found).size).to.equal(found.length);
        for (const one of found) expect(ENTRIES).to.include(one);
      }),
    );
  });

  it('are there for the very words of an entry', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRIES), (one) => {
        expect(similarAnswers(INDEX, one.question)[0]).to.equal(one);
      }),
    );
  });
});

describe('the search in published answers', () => {
  it('gives all of them without words, the newest first, or those of a topic', () => {
    expect(search('')).to.deep.equal(ids(ENTRIES).reverse());
    expect(search(' ?! ', 'Family')).to.deep.equal(['partner', 'family']);
    expect(search('', '')).to.have.lengthOf(ENTRIES.length);
    expect(search('', 'Nothing')).to.deep.equal([]);
  });

  it('wants every word, by its beginning, in question, topic or answer', () => {
    expect(search('diag')).to.deep.equal(['partner', 'family']);
    expect(search('diagnosis children')).to.deep.equal(['family']);
    expect(search('kidneys')).to.deep.equal(['alcohol']);
    expect(search('medic')).to.include.members(['alcohol', 'weight', 'medicamentos']);
    expect(search('diagnosis zebra')).to.deep.equal([]);
    expect(search('ادويه')).to.deep.equal([]);
    expect(search('الادويه')).to.deep.equal(['adwiya']);
    expect(search('ANSIEDAD sueno')).to.deep.equal(['dormir']);
  });

  it('forgives a slip where no word begins like that', () => {
    expect(search('diagnsois')).to.deep.equal(['partner', 'family']);
    expect(search('alchohol lithium')).to.deep.equal(['alcohol']);
    expect(search('slepe')).to.deep.equal(['sleep']);
  });

  it('puts what stands in the question before what stands in an answer', () => {
    const index = indexAnswers([
      entry('question', 'Is exercise any help?'),
      entry('answer', 'What helped you?', { answer: 'Exercise, for some.' }),
      entry('topic', 'Where do you run?', { topic: 'Exercise' }),
      entry('longer', 'Are exercises at home any good?'),
    ]);
    expect(ids(searchAnswers(index, { words: 'exercise' }))).to.deep.equal([
      'question',
      'topic',
      'longer',
      'answer',
    ]);
  });

  it('finds each entry by any of its words', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...ENTRIES)
          .chain((one) =>
            fc.tuple(
              fc.constant(one),
              fc.subarray(one.question.match(/[\p{L}\p{N}]+/gu) ?? [], { minLength: 1 }),
            ),
          ),
        ([one, words]) => {
          expect(searchAnswers(INDEX, { words: words.join(' ') })).to.include(one);
        },
      ),
    );
  });

  it('takes anything that is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
        for (const one of searchAnswers(INDEX, { words })) expect(ENTRIES).to.include(one);
      }),
    );
  });
});

describe('an index of published answers', () => {
  it('reads in slices, and finds the same before, between and after them', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      entry(`e${at}`, `Can I drink alcohol while I take lithium number${at}?`, {
        answer: 'Zebra '.repeat(100),
      }),
    );
    const whole = indexAnswers(many);
    const sliced = indexAnswers(many);
    let pauses = 0;
    const lengths: number[] = [];
    const reading = readAnswers(sliced, async () => {
      pauses++;
      lengths.push(sliced.texts.length);
      if (pauses === 2) {
        expect(searchAnswers(sliced, { words: 'zebra number7' })).to.deep.equal([many[7]]);
      }
    });
    await reading;
    expect(pauses).to.be.at.least(2);
    expect(lengths[0]).to.be.within(1, 39);
    for (const typed of ['lithium number39', 'alcohol number3 lithium']) {
      expect(similarAnswers(sliced, typed)).to.deep.equal(similarAnswers(whole, typed));
      expect(similarAnswers(sliced, typed)).to.not.be.empty;
    }
  });

  it('of nothing finds nothing', async () => {
    const empty = indexAnswers([]);
    await readAnswers(empty, async () => {});
    expect(similarAnswers(empty, 'alcohol and lithium')).to.deep.equal([]);
    expect(searchAnswers(empty, { words: 'alcohol' })).to.deep.equal([]);
  });
});

describe('the topics of published answers', () => {
  it('are counted, those with most first; an entry without a topic has none', () => {
    expect(topicsOf([...ENTRIES, entry('none', 'Anything?')]).slice(0, 3)).to.deep.equal([
      { topic: 'Medicines', count: 2 },
      { topic: 'Family', count: 2 },
      { topic: 'Work', count: 1 },
    ]);
    expect(topicsOf([])).to.deep.equal([]);
  });
});

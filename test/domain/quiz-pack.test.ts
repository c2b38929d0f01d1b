import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Complaint } from '../../src/domain/quiz.js';
import { isOverlay, readOverlay, readPack } from '../../src/domain/quiz-pack.js';
import { choice, SOURCE, statement, written } from './quiz-packs-for-tests.js';

const said = (complaints: readonly Complaint[]) =>
  complaints.map(({ item, text }) => (item ? `${item}: ${text}` : text)).join('\n');
const idsOf = (json: unknown) => readPack(json).pack?.items.map(({ id }) => id);

describe('Reading a quiz pack', () => {
  it('takes statements and questions with choices', () => {
    const items = [statement('a', true), choice('b')];
    const { pack, complaints } = readPack(written(items));
    expect(said(complaints)).to.equal('');
    expect(pack?.items).to.deep.equal(items);
  });

  it('leaves a bad item out and tells it with its id and the mend; the good ones stay', () => {
    const bad: readonly [Record<string, unknown>, RegExp][] = [
      [{ isTrue: 'false' }, /b: isTrue is missing: write true or false/],
      [{ fact: '' }, /b: fact is missing/],
      [{ explanation: undefined }, /b: explanation is missing/],
      [{ fact: 'x'.repeat(301) }, /b: fact has 301 letters: 300 are allowed/],
      [{ source: undefined }, /b: source is missing: say where the fact comes from/],
      [{ source: { title: 'A book' } }, /b: source\.publisher is missing/],
      [{ question: 'And now?' }, /b: an item has either a statement/],
      [{ region: 'Leeds' }, /b: region is no country/],
      [{ id: 'B!' }, /#2: id is missing or odd/],
      [{ id: 'a' }, /a: another item has the same id/],
    ];
    for (const [change, sentence] of bad) {
      const json = written([
        statement('a', true),
        { ...statement('b', false), ...change },
        statement('c', false),
      ]);
      const { complaints } = readPack(json);
      expect(idsOf(json), JSON.stringify(change)).to.deep.equal(['a', 'c']);
      expect(said(complaints)).to.match(sentence);
      expect(said(complaints)).to.contain('The item is left out.');
    }
  });

  it('leaves a question out whose choices do not say what is true', () => {
    const [one, two] = choice('q').choices;
    for (const choices of [
      undefined,
      [],
      [one],
      [one, one],
      [two, { ...two, id: 'three' }],
      [one, { ...two, id: 'unsure' }],
      [one, { ...two, isTrue: 'no' }],
    ])
      expect(idsOf(written([statement('a', true), { ...choice('q'), choices }]))).to.deep.equal(['a']);
  });

  it('keeps an item with a smaller fault, and tells it', () => {
    const { pack, complaints } = readPack(
      written([
        {
          ...statement('a', true),
          colour: 'blue',
          'x-note': 'mine',
          confidence: 'huge',
          source: { ...SOURCE, year: 'old', url: 'javascript:alert(1)' },
        },
      ]),
    );
    expect(pack?.items).to.have.length(1);
    expect(pack?.items[0]?.source).to.deep.equal({ title: SOURCE.title, publisher: SOURCE.publisher });
    for (const word of ['colour is no field', 'confidence', 'source.year', 'source.url'])
      expect(said(complaints)).to.contain(word);
    expect(said(complaints)).not.to.contain('x-note');
  });

  it('takes the careful side where a flag is no flag', () => {
    const { pack } = readPack(written([{ ...statement('a', true), sensitive: 'no' }]));
    expect(pack?.items[0]?.sensitive).to.equal(true);
  });

  it('never says that somebody signed it who did not', () => {
    const items = [statement('a', true)];
    const signed = {
      status: 'reviewed',
      clinicalReviewer: 'Dr A. Example',
      livedExperienceReviewer: 'A panel',
      reviewedOn: '2026-11-01',
      reviewDue: '2027-11-01',
    };
    expect(readPack(written(items, { review: signed })).pack?.review).to.deep.equal(signed);
    for (const gone of ['clinicalReviewer', 'livedExperienceReviewer', 'reviewedOn', 'status']) {
      const { pack, complaints } = readPack(written(items, { review: { ...signed, [gone]: undefined } }));
      expect(pack?.review.status, gone).to.equal('draft');
      expect(said(complaints), gone).to.contain('counts as "draft"');
    }
  });

  it('leaves a day out that is none', () => {
    for (const reviewDue of ['2027-02-30', '2027', '1.11.2027', 5])
      expect(
        readPack(written([statement('a', true)], { review: { status: 'draft', reviewDue } })).pack?.review,
      ).to.deep.equal({ status: 'draft' });
  });

  it('knows which way a language is written, unless the pack says so itself', () => {
    const directionOf = (more: Record<string, unknown>) =>
      readPack(written([statement('a', true)], { direction: undefined, ...more })).pack?.direction;
    expect(directionOf({ language: 'ar-EG' })).to.equal('rtl');
    expect(directionOf({ language: 'es' })).to.equal('ltr');
    expect(directionOf({ language: 'ar', direction: 'ltr' })).to.equal('ltr');
  });

  it('tells names in a set that no item has, and keeps the others', () => {
    const { pack, complaints } = readPack(
      written([statement('a', true)], { sets: { short: ['a', 'gone'], none: ['gone'] } }),
    );
    expect(pack?.sets).to.deep.equal({ short: ['a'] });
    expect(said(complaints)).to.contain('the set "short" names "gone", which is no item here');
  });

  it('refuses as a whole what is no pack, with a reason', () => {
    for (const [json, reason] of [
      [undefined, 'this is no pack'],
      [[], 'this is no pack'],
      ['{}', 'this is no pack'],
      [{}, 'packFormat is missing'],
      [written([statement('a', true)], { packFormat: 2 }), 'this version reads 1'],
      [written([]), 'no item can be shown'],
      [written([statement('a', true)], { title: undefined }), 'title is missing'],
      [written([statement('a', true)], { language: 'English, please' }), 'language is missing'],
    ] as const) {
      const { pack, complaints } = readPack(json);
      expect(pack).to.equal(undefined);
      expect(said(complaints)).to.contain(reason);
    }
  });

  it('cleans texts of what would turn the writing around', () => {
    const { pack } = readPack(written([statement('a', true, { fact: 'One\u202e two\n\u0000three ' })]));
    expect(pack?.items[0]?.fact).to.equal('One two three');
  });

  it('throws on nothing that JSON can hold, and shows nothing that is not whole', () => {
    const hostile = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('a', 'GB', true, 2020, null));
    const item = fc.record(
      {
        id: fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor'), hostile),
        statement: hostile,
        isTrue: hostile,
        question: hostile,
        choices: fc.oneof(fc.array(fc.record({ id: hostile, text: hostile, isTrue: hostile })), hostile),
        fact: fc.oneof(fc.string(), hostile),
        explanation: fc.oneof(fc.string(), hostile),
        source: fc.oneof(
          fc.constant(SOURCE),
          fc.record({ title: hostile, publisher: hostile, year: hostile }),
          hostile,
        ),
        sensitive: hostile,
        region: hostile,
      },
      { requiredKeys: [] },
    );
    const packs = fc.record(
      {
        packFormat: fc.constant(1),
        id: fc.oneof(fc.constant('p'), hostile),
        language: fc.oneof(fc.constant('en'), hostile),
        title: fc.oneof(fc.constant('t'), hostile),
        review: hostile,
        sets: fc.oneof(fc.dictionary(fc.string(), fc.array(hostile)), hostile),
        items: fc.oneof(fc.array(fc.oneof(item, hostile)), hostile),
        overlays: hostile,
        localise: fc.oneof(fc.dictionary(fc.string(), item), hostile),
        hide: hostile,
      },
      { requiredKeys: ['packFormat'] },
    );
    fc.assert(
      fc.property(fc.oneof(packs, hostile), (json) => {
        const { pack, complaints } = readPack(json);
        readOverlay(json);
        isOverlay(json);
        for (const { text } of complaints) expect(text).to.match(/\S/);
        if (!pack) return void expect(complaints).not.to.have.length(0);
        expect(new Set(pack.items.map(({ id }) => id)).size).to.equal(pack.items.length);
        for (const { fact, explanation, source } of pack.items)
          expect(fact && explanation && source.title && source.publisher).to.be.a('string').that.is.not.empty;
        return undefined;
      }),
      { numRuns: 500 },
    );
  });
});

describe('Reading an overlay', () => {
  const over = (more: Record<string, unknown> = {}) => ({
    packFormat: 1,
    overlays: 'lanterns',
    language: 'en',
    ...more,
  });

  it('is told from a pack by what it lies over', () => {
    expect(isOverlay(over())).to.equal(true);
    expect(isOverlay(written([statement('a', true)]))).to.equal(false);
  });

  it('takes items, hidden ids, local words and a region', () => {
    const { overlay, complaints } = readOverlay(
      over({
        region: 'gb-sct',
        hide: ['a'],
        items: [statement('b', true)],
        localise: { c: { fact: 'Here it weighs three.', source: SOURCE } },
      }),
    );
    expect(said(complaints)).to.equal('');
    expect(overlay?.region).to.equal('GB-SCT');
    expect(overlay?.items).to.deep.equal([statement('b', true)]);
    expect(overlay?.localise).to.deep.equal({ c: { fact: 'Here it weighs three.', source: SOURCE } });
  });

  it('never changes a statement by itself, nor what is true of it', () => {
    const { overlay, complaints } = readOverlay(
      over({ localise: { c: { statement: 'x', isTrue: true, fact: 'A fact.' } } }),
    );
    expect(overlay?.localise).to.deep.equal({ c: { fact: 'A fact.' } });
    expect(said(complaints)).to.contain('c: statement is no field');
  });

  it('is left out whole where its region cannot be read: it would count everywhere', () => {
    expect(readOverlay(over({ region: 'Scotland' })).overlay).to.equal(undefined);
  });
});

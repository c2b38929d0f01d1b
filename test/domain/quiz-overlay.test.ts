import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { reviewOf } from '../../src/domain/quiz.js';
import { type Overlay, overlay } from '../../src/domain/quiz-overlay.js';
import { pack, statement } from './quiz-packs-for-tests.js';

const SIGNED = {
  status: 'reviewed',
  clinicalReviewer: 'Dr A. Example',
  livedExperienceReviewer: 'A panel',
  reviewedOn: '2026-11-01',
  reviewDue: '2027-11-01',
} as const;

const base = pack(
  [
    statement('a', true),
    statement('b', false, { localise: true }),
    statement('england', true, { region: 'GB-ENG' }),
  ],
  { review: SIGNED, sets: { short: ['a', 'b'] } },
);
const over = (more: Partial<Overlay> = {}): Overlay => ({ overlays: 'lanterns', language: 'en', ...more });
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('An overlay', () => {
  it('replaces one item in its place, and adds another at the end', () => {
    const own = statement('b', true, { fact: 'Ours.' });
    const { pack: laid } = overlay(base, [over({ items: [own, statement('d', false)] })]);
    expect(ids(laid.items)).to.deep.equal(['a', 'b', 'england', 'd']);
    expect(laid.items[1]).to.include({ fact: 'Ours.', isTrue: true });
  });

  it('hides', () => {
    expect(ids(overlay(base, [over({ hide: ['a'] })]).pack.items)).to.deep.equal(['b', 'england']);
  });

  it('changes the local words of an item, and leaves its statement', () => {
    const { pack: laid } = overlay(base, [over({ localise: { b: { fact: 'With us, two.' } } })]);
    expect(laid.items[1]).to.include({
      fact: 'With us, two.',
      statement: 'Lanterns of kind b are heavy.',
      localise: false,
    });
  });

  it('is not covered by the signature under the pack', () => {
    const { pack: laid } = overlay(base, [over({ localise: { b: { fact: 'Ours.' } } })]);
    expect(reviewOf(laid, laid.items[0])).to.equal(SIGNED);
    expect(reviewOf(laid, laid.items[1])).to.deep.equal({ status: 'draft' });
    const own = { ...SIGNED, reviewDue: '2026-12-01' };
    const signed = overlay(base, [over({ review: own, items: [statement('b', true)] })]).pack;
    expect(reviewOf(signed, signed.items[1])).to.equal(own);
  });

  it('may name sets of its own', () => {
    const { pack: laid } = overlay(base, [over({ sets: { ours: ['b'] } })]);
    expect(laid.sets).to.deep.equal({ short: ['a', 'b'], ours: ['b'] });
  });

  it('of a region counts there and in its parts, and nowhere else', () => {
    const gb = over({ region: 'GB', hide: ['a'] });
    const hidden = (region?: string) => !ids(overlay(base, [gb], region).pack.items).includes('a');
    expect(hidden('GB')).to.equal(true);
    expect(hidden('GB-SCT')).to.equal(true);
    expect(hidden('US')).to.equal(false);
    expect(hidden(undefined)).to.equal(false);
    const scotland = over({ region: 'GB-SCT', hide: ['a'] });
    expect(ids(overlay(base, [scotland], 'GB').pack.items)).to.include('a');
  });

  it('later, lies over an earlier one', () => {
    const { pack: laid } = overlay(base, [
      over({ localise: { b: { fact: 'First.', whyItMatters: 'Kept.' } } }),
      over({ localise: { b: { fact: 'Second.' } } }),
    ]);
    expect(laid.items[1]).to.include({ fact: 'Second.', whyItMatters: 'Kept.' });
  });

  it('for another pack or language is left out, and told', () => {
    for (const other of [over({ overlays: 'candles', hide: ['a'] }), over({ language: 'es', hide: ['a'] })]) {
      const { pack: laid, complaints } = overlay(base, [other]);
      expect(ids(laid.items)).to.include('a');
      expect(complaints).to.have.length(1);
    }
  });

  it('that speaks of an item which is not there says so', () => {
    const { complaints } = overlay(base, [over({ hide: ['gone'], localise: { lost: { fact: 'x' } } })]);
    expect(complaints.map(({ item }) => item)).to.deep.equal(['lost', 'gone']);
  });
});

describe('A region', () => {
  const shown = (region?: string) => ids(overlay(base, [], region).pack.items).includes('england');

  it('leaves out what is true elsewhere alone', () => {
    expect(shown('US')).to.equal(false);
    expect(shown('GB-SCT')).to.equal(false);
    expect(shown('GB-ENG')).to.equal(true);
    expect(shown('GB')).to.equal(true);
    expect(shown()).to.equal(true);
  });
});

describe('Overlays', () => {
  it('never change the pack that they lie over, nor leave two items with one id', () => {
    const id = fc.constantFrom('a', 'b', 'england', 'x', '__proto__');
    const one = fc.record(
      {
        hide: fc.array(id),
        items: fc.array(id.map((name) => statement(name, true))),
        localise: fc.dictionary(id, fc.record({ fact: fc.string() })),
        region: fc.constantFrom('GB', 'GB-ENG', 'US'),
      },
      { requiredKeys: [] },
    );
    const before = JSON.stringify(base);
    fc.assert(
      fc.property(fc.array(one), fc.constantFrom('GB', 'GB-ENG', 'US', undefined), (overlays, region) => {
        const { pack: laid } = overlay(base, overlays.map(over), region);
        expect(new Set(ids(laid.items)).size).to.equal(laid.items.length);
        expect(JSON.stringify(base)).to.equal(before);
      }),
    );
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { CARE_CHECKS, CHECK_OF_HINT, careHints } from '../../../src/domain/desk/care-check.js';

const found = (text: string) => careHints(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('the look at an answer before it goes out', () => {
  it('points at what is better said otherwise', () => {
    for (const [text, kind, place] of [
      ['I took 20 tablets of it.', 'dose', '20 tablets'],
      ['at 2.5 mg, slowly', 'dose', '2.5 mg'],
      ['40mg a day', 'dose', '40mg'],
      ['He committed  suicide.', 'committed', 'committed  suicide'],
      ['As an ADDICT I know.', 'label', 'ADDICT'],
      ['She suffers\nfrom it.', 'suffers', 'suffers\nfrom'],
      ['after a successful attempt', 'attempt', 'successful attempt'],
      ['after an unsuccessful suicide attempt', 'attempt', 'unsuccessful suicide attempt'],
      ['You should ring him.', 'must', 'You should'],
      ['You really must rest.', 'must', 'You really must'],
      ['It will cure it.', 'promise', 'will cure'],
      ['I promise you that', 'promise', 'promise you'],
      ['You will get better.', 'promise', 'You will get better'],
    ] as const)
      expect(found(text), text).to.deep.equal([[kind, place]]);
  });

  it('points at nothing in what people plainly say', () => {
    for (const text of [
      '',
      'Some of us began with a letter to a sister.',
      'We meet at 7, 20 of us, on the 3rd floor.',
      'Gamblers have come for 12 years.',
      'Ring 116 123, day and night.',
      'addiction is what we talk about',
      'You might ask whether you could bring somebody.',
      'He died by suicide.',
      'Deberías llamar. يجب عليك.',
    ])
      expect(found(text), text).to.deep.equal([]);
  });

  it('gives places in their order, inside of the text, whatever it is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '20 mg',
        'you should',
        'suffers from',
        ' ',
        '\n',
        'committed suicide',
        '🙂',
        '9'.repeat(50),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        let before = 0;
        for (const { kind, start, end } of careHints(text)) {
          expect(CARE_CHECKS).to.include(CHECK_OF_HINT[kind]);
          expect(start).to.be.at.least(before).and.to.be.below(end);
          expect(end).to.be.at.most(text.length);
          before = start;
        }
      }),
    );
    expect(careHints('you '.repeat(100_000))).to.deep.equal([]);
    expect(careHints(`9${' '.repeat(100_000)}`)).to.deep.equal([]);
  });

  it('names every item once', () => {
    expect(new Set<string>(CARE_CHECKS).size).to.equal(CARE_CHECKS.length);
  });
});

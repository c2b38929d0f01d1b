import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  answer,
  currentItem,
  currentItems,
  factsMet,
  factToShare,
  isPastReview,
  itemsOf,
  keep,
  next,
  openerFor,
  progress,
  reviewOf,
  type Session,
  skip,
  start,
  stop,
} from '../../src/domain/quiz.js';
import { choice, pack, SOURCE, statement } from './quiz-packs-for-tests.js';

const [a, b, c] = [statement('a', true), statement('b', false), choice('c')];
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Every move that a visitor has. */
const MOVES: readonly ((session: Session) => Session)[] = [
  (session) => answer(session, 'true'),
  (session) => answer(session, 'unsure'),
  next,
  skip,
  stop,
  (session) => start(session.items, keep(session)),
];

describe('A way through a quiz', () => {
  it('goes from a question to its feedback, and on to the end', () => {
    let session = start([a, b]);
    expect(session.phase).to.equal('question');
    expect(currentItem(session)).to.equal(a);
    expect(progress(session)).to.deep.equal({ number: 1, of: 2 });
    session = answer(session, 'false');
    expect(session.phase).to.equal('feedback');
    expect(session.answer).to.equal('false');
    expect(currentItem(session)).to.equal(a);
    session = next(session);
    expect(progress(session)).to.deep.equal({ number: 2, of: 2 });
    session = next(answer(session, 'unsure'));
    expect(session.phase).to.equal('end');
    expect(currentItem(session)).to.equal(undefined);
    expect(factsMet(session)).to.deep.equal([a, b]);
    expect(progress(session)).to.deep.equal({ number: 2, of: 2 });
  });

  it('forgets what was answered once its fact has been read', () => {
    const session = next(answer(start([a, b]), 'false'));
    expect(session).not.to.have.property('answer');
    expect(JSON.stringify(keep(session))).not.to.match(/true|false|unsure/);
  });

  it('passes a question without its fact when it is skipped', () => {
    const session = skip(start([a, b]));
    expect(currentItem(session)).to.equal(b);
    expect(factsMet(stop(session))).to.deep.equal([]);
  });

  it('stops anywhere, with the facts met so far', () => {
    expect(factsMet(stop(answer(start([a, b]), 'true')))).to.deep.equal([a]);
    expect(stop(start([a, b])).phase).to.equal('end');
  });

  it('is at its end where there is nothing to ask', () => {
    expect(start([]).phase).to.equal('end');
    expect(progress(start([]))).to.deep.equal({ number: 0, of: 0 });
  });

  it('answers once: a second press and a skip during the feedback change nothing', () => {
    const session = answer(start([a, b]), 'true');
    expect(answer(session, 'false')).to.equal(session);
    expect(skip(session)).to.equal(session);
    expect(next(start([a]))).to.deep.equal(start([a]));
  });

  it('goes on where it was left, in the same order, with what is new at the end', () => {
    const left = next(answer(start([b, a]), 'true'));
    const again = start([c, a, b], keep(left));
    expect(ids(again.items)).to.deep.equal(['b', 'a', 'c']);
    expect(currentItem(again)).to.equal(a);
    expect(factsMet(again)).to.deep.equal([b]);
  });

  it('goes on after the feedback that was open', () => {
    expect(currentItem(start([a, b], keep(answer(start([a, b]), 'true'))))).to.equal(b);
    expect(start([a], keep(answer(start([a]), 'true'))).phase).to.equal('end');
  });

  it('forgets what has gone from the pack', () => {
    const left = next(answer(start([a, b]), 'true'));
    const again = start([b], keep(left));
    expect(currentItem(again)).to.equal(b);
    expect(again.met).to.deep.equal([]);
  });

  it('never has more facts met than items, nor an item twice, whatever a visitor does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(MOVES.length - 1), { maxLength: 40 }), (moves) => {
        let session = start([a, b, c]);
        for (const move of moves) {
          session = MOVES[move]!(session);
          const { number, of } = progress(session);
          expect(number).to.be.within(session.phase === 'end' ? 0 : 1, of);
          expect(new Set(session.met).size).to.equal(session.met.length);
          expect(currentItem(session) === undefined).to.equal(session.phase === 'end');
          expect('answer' in session).to.equal(session.phase === 'feedback');
        }
      }),
    );
  });

  it('holds no number of right answers, nor anything to count one from', () => {
    let session = start([a, b, c]);
    for (const given of ['true', 'false', 'one']) session = next(answer(session, given));
    expect(Object.keys(session).sort()).to.deep.equal(['at', 'items', 'met', 'phase']);
  });
});

describe('Feedback', () => {
  it('opens by what research says', () => {
    expect(openerFor(a, 'true')).to.equal('match');
    expect(openerFor(a, 'false')).to.equal('noMatch');
    expect(openerFor(b, 'false')).to.equal('match');
    expect(openerFor(b, 'unsure')).to.equal('unsure');
    expect(openerFor(c, 'one')).to.equal('match');
    expect(openerFor(c, 'two')).to.equal('noMatch');
    expect(openerFor(c, 'true')).to.equal('noMatch');
    expect(openerFor(c, 'unsure')).to.equal('unsure');
  });
});

describe('A fact to share', () => {
  it('is the fact with its source, never the statement', () => {
    expect(factToShare(b)).to.deep.equal({ fact: b.fact, source: SOURCE });
    expect(JSON.stringify(factToShare(b))).not.to.contain(b.statement);
  });

  it('is none where the item is sensitive', () => {
    expect(factToShare(statement('s', false, { sensitive: true }))).to.equal(undefined);
  });
});

describe('A pack', () => {
  it('gives the items of a set, and all of them without one', () => {
    const some = pack([a, b, c], { sets: { short: ['c', 'a'] } });
    expect(ids(itemsOf(some, 'short'))).to.deep.equal(['a', 'c']);
    expect(ids(itemsOf(some))).to.deep.equal(['a', 'b', 'c']);
    for (const name of ['long', '', 'constructor', '__proto__'])
      expect(ids(itemsOf(some, name)), name).to.deep.equal(['a', 'b', 'c']);
  });

  it('is past its review from the day after', () => {
    const { review } = pack([a]);
    expect(isPastReview(review, '2027-11-21')).to.equal(false);
    expect(isPastReview(review, '2027-11-22')).to.equal(true);
    expect(isPastReview({ status: 'draft' }, '2099-01-01')).to.equal(false);
  });

  it('shows nothing of itself then, and leaves out a single item whose own day is past', () => {
    const old = statement('old', true, { review: { status: 'reviewed', reviewDue: '2026-01-01' } });
    const some = pack([a, old]);
    expect(ids(currentItems(some, some.items, '2026-11-21'))).to.deep.equal(['a']);
    expect(currentItems(some, some.items, '2028-01-01')).to.deep.equal([]);
    expect(reviewOf(some, old)).to.equal(old.review);
    expect(reviewOf(some, a)).to.equal(some.review);
    expect(reviewOf(some)).to.equal(some.review);
  });
});

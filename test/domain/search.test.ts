import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { findableWords, isSpaceless, wordsOf } from '../../src/domain/fold.js';
import type { Group } from '../../src/domain/group.js';
import { SearchIndex } from '../../src/domain/search.js';
import { almostBegins } from '../../src/domain/typo.js';
import { aGroup, aMeeting, noPause } from './small-groups.js';

const idsOf = (index: SearchIndex, query: string) => {
  const { ids } = index.find(query);
  return ids && [...ids];
};

const find = (query: string, ...groups: Group[]) => idsOf(new SearchIndex(groups), query);
const named = (...names: string[]) => names.map((name) => aGroup({ name }));

describe('search', () => {
  it('finds nothing out when no word is typed', () => {
    expect(find('', aGroup())).to.equal(undefined);
    expect(find(' - ', aGroup())).to.equal(undefined);
  });

  it('reads no group until a word is typed', () => {
    let read = 0;
    const group = Object.defineProperty(aGroup(), 'name', {
      get() {
        read++;
        return 'Calm';
      },
    });
    const index = new SearchIndex([group]);
    index.find('');
    expect(read).to.equal(0);
    expect(idsOf(index, 'calm')).to.deep.equal([0]);
    expect(read).to.equal(1);
  });

  it('wants every word, by its beginning, in any order', () => {
    const groups = named('Tuesday anxiety café', 'Anxiety online', 'Tuesday walk');
    expect(find('anx tues', ...groups)).to.deep.equal([0]);
    expect(find('ANX', ...groups)).to.deep.equal([0, 1]);
    expect(find('cafe', ...groups)).to.deep.equal([0]);
    expect(find('xiety', ...groups)).to.deep.equal([]);
  });

  it('finds every group with a word that many share, once each, whichever field has it', () => {
    const inTown = aMeeting({ venue: { locality: 'Elmwick', region: 'Elmwick County' } });
    const groups = [
      aGroup({ name: 'Calm', topics: ['Anxiety'], meetings: [inTown, inTown] }),
      aGroup({ name: 'Anxiety in Elmwick', topics: ['anxiety', 'Anxiety'], meetings: [inTown] }),
      aGroup({ name: 'Walk', topics: ['Grief'], languages: ['pl'] }),
      aGroup({ name: 'Elmwick', topics: ['Anxiety'], languages: ['pl', 'en'] }),
    ];
    const asked: string[] = [];
    const index = new SearchIndex(groups, (code) => {
      asked.push(code);
      return code === 'pl' ? 'Polish' : 'English';
    });
    expect(idsOf(index, 'elmwick')).to.deep.equal([0, 1, 3]);
    expect(idsOf(index, 'anxiety elmwick')).to.deep.equal([0, 1, 3]);
    expect(idsOf(index, 'polish')).to.deep.equal([2, 3]);
    expect(asked).to.deep.equal(['pl', 'en']);
  });

  it('looks in every field that tells about a group', () => {
    const venue = {
      name: 'venuename',
      address: 'addressline',
      locality: 'localityname',
      district: 'districtname',
      region: 'regionname',
      postalCode: 'LS2 8AA',
    };
    const group = aGroup({
      name: 'groupname',
      summary: 'summaryword',
      notes: 'notesword',
      topics: ['topicword'],
      audience: ['audienceword'],
      leader: 'leadername',
      training: 'trainingword',
      languages: ['pl'],
      meetings: [aMeeting({ venue, note: 'meetingnote' })],
    });
    const index = new SearchIndex([group, aGroup()], (code) => (code === 'pl' ? 'Polish' : ''));
    const words =
      'groupname summaryword notesword topicword audienceword leadername trainingword pl polish venuename ' +
      'addressline localityname districtname regionname ls2 8aa meetingnote';
    for (const word of words.split(' ')) expect(idsOf(index, word), word).to.deep.equal([0]);
    expect(idsOf(index, words)).to.deep.equal([0]);
  });

  it('forgives one slip in longer words that nothing begins with', () => {
    const groups = named('Depression', 'Grief');
    for (const typed of [
      'dpression',
      'deppression',
      'depresion',
      'deprassion',
      'edpression',
      'xepression',
      'deprsesi',
    ]) {
      expect(find(typed, ...groups), typed).to.deep.equal([0]);
    }
    expect(find('dprassion', ...groups)).to.deep.equal([]);
    expect(find('greif', ...groups)).to.deep.equal([1]);
    expect(find('gref', ...groups)).to.deep.equal([]);
  });

  it('forgives no slip where a word of the feed begins with what is typed, nor in numbers', () => {
    const groups = named('Walking', 'Talking', 'Room 94110');
    expect(find('walking', ...groups)).to.deep.equal([0]);
    expect(find('94111', ...groups)).to.deep.equal([]);
  });

  it('names the words to mark, those with a forgiven slip too', () => {
    const index = new SearchIndex(named('Depression café', 'Depressions'));
    expect(index.find('dpression CAFÉ').words).to.deep.equal([
      'dpression',
      'cafe',
      'depression',
      'depressions',
    ]);
  });

  it('finds the middle of a run in a script without spaces', () => {
    const groups = named('東京自助グループ', 'กลุ่มช่วยเหลือ', '大阪AA');
    expect(find('自助', ...groups)).to.deep.equal([0]);
    expect(find('ช่วย', ...groups)).to.deep.equal([1]);
    expect(find('aa', ...groups)).to.deep.equal([2]);
    expect(find('京都', ...groups)).to.deep.equal([]);
  });

  it('reads only the beginning of a giant field, and every field after it', () => {
    const group = aGroup({ name: `${'first '.repeat(200_000)}hidden`, summary: 'summary' });
    expect(find('first', group)).to.deep.equal([0]);
    expect(find('summary', group)).to.deep.equal([0]);
    expect(find('hidden', group)).to.deep.equal([]);
  });

  it('is complete before it was built, and pauses while it is', async () => {
    const groups = Array.from({ length: 100 }, (_, n) => aGroup({ name: `word${n} ${'x'.repeat(500)}` }));
    let pauses = 0;
    const index = new SearchIndex(groups);
    await index.build(async () => {
      pauses++;
    });
    expect(pauses).to.be.above(2);
    expect(idsOf(index, 'word42')).to.deep.equal([42]);
    expect(find('word42', ...groups)).to.deep.equal([42]);
  });

  it('answers a question in the midst of being built', async () => {
    const groups = Array.from({ length: 100 }, (_, n) => aGroup({ name: `word${n} ${'x'.repeat(500)}` }));
    const index = new SearchIndex(groups);
    await index.build(async () => {
      expect(idsOf(index, 'word99')).to.deep.equal([99]);
    });
    expect(idsOf(index, 'word9')?.length).to.equal(11);
  });

  it('finds what a plain reading of every word finds', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1, maxLength: 7 });
    const name = fc.array(fc.oneof(word, fc.constantFrom('東京b', "l'abc", '自助')), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { maxLength: 8 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        async (names, typed) => {
          const groups = names.map((parts) => aGroup({ name: parts.join(' ') }));
          const index = new SearchIndex(groups);
          await index.build(noPause);
          const words = groups.map(({ name: text }) => findableWords(text));
          const all = words.flat();
          const answers = (query: string) => {
            const begins = (one: string) =>
              isSpaceless(query) ? one.includes(query) : one.startsWith(query);
            if (all.some(begins) || query.length < 5) return begins;
            return (one: string) => almostBegins(one, query);
          };
          const queries = typed.flatMap(wordsOf);
          const expected = words.flatMap((own, id) =>
            queries.every((query) => own.some(answers(query))) ? [id] : [],
          );
          expect(idsOf(index, typed.join(' '))).to.deep.equal(expected);
        },
      ),
    );
  });
});

describe('one slip', () => {
  /** All texts that one slip makes of a word. */
  const slips = (word: string, letter: string) =>
    [...word, ''].flatMap((_, i) => [
      word.slice(0, i) + word.slice(i + 1),
      word.slice(0, i) + letter + word.slice(i),
      word.slice(0, i) + letter + word.slice(i + 1),
      word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
    ]);
  const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 2, maxLength: 8 });

  it('is forgiven wherever it happens', () => {
    fc.assert(
      fc.property(
        word,
        fc.constantFrom('a', 'b', 'x'),
        fc.string({ maxLength: 3 }),
        (right, letter, rest) => {
          for (const typed of slips(right, letter))
            expect(almostBegins(right + rest, typed), typed).to.equal(true);
        },
      ),
    );
  });

  it('is all that is forgiven', () => {
    fc.assert(
      fc.property(word, word, (right, typed) => {
        const beginnings = [...right, ''].map((_, i) => right.slice(0, i)).concat(right);
        const reachable = beginnings.some(
          (beginning) =>
            beginning === typed || ['a', 'b', 'c'].some((letter) => slips(beginning, letter).includes(typed)),
        );
        expect(almostBegins(right, typed)).to.equal(reachable);
      }),
    );
  });
});

import { expect } from '@open-wc/testing';
import { stigmaMythsEn } from '../../../src/content/quiz/stigma-myths-en.js';
import type { Pack } from '../../../src/domain/quiz.js';
import { en } from '../../../src/i18n/en.js';
import type { MythQuiz } from '../../../src/widgets/myth-quiz/myth-quiz.js';
import { byRole } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { held, never, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  answer,
  aPack,
  aQuiz,
  aStatement,
  focused,
  partText,
  placeQuiz,
  press,
  root,
  said,
  settled,
} from './a-quiz.js';

/** How a pack is written in a file. */
const written = (pack: Pack): object => ({ packFormat: 1, ...pack });
const moon = () => aPack([aStatement('cheese'), aStatement('chalk')], { sets: { half: ['chalk'] } });

const total = (quiz: MythQuiz): number => Number(/of (\d+)/.exec(partText(quiz, 'progress'))?.[1] ?? 0);

/** Every statement of a quiz, by skipping. */
async function statements(quiz: MythQuiz): Promise<string[]> {
  const all: string[] = [];
  for (let n = total(quiz); n > 0; n--) {
    all.push(partText(quiz, 'statement'));
    await press(quiz, en.quizSkip);
  }
  return all.sort();
}

describe('the pack of a quiz', () => {
  it('is ours where the page names none, in its short set', async () => {
    const asked = stubFetch(() => new Response('', { status: 500 }));
    const quiz = await aQuiz({ bare: true });
    expect(partText(quiz, 'title')).to.equal(stigmaMythsEn.title);
    expect(total(quiz)).to.equal(stigmaMythsEn.sets['short']?.length);
    expect(asked.urls).to.deep.equal([]);
  });

  it('is all of ours where the page asks for all', async () => {
    const quiz = await aQuiz({ bare: true, attributes: { set: 'all', country: '-' } });
    expect(total(quiz)).to.equal(stigmaMythsEn.items.length);
  });

  it('is a set of ours by its name', async () => {
    const quiz = await aQuiz({ bare: true, attributes: { set: 'peer-support' } });
    expect(total(quiz)).to.equal(stigmaMythsEn.sets['peer-support']?.length);
  });

  it('leaves out what is true elsewhere alone', async () => {
    const items = [
      aStatement('cheese', { region: 'GB-ENG' }),
      aStatement('chalk'),
      aStatement('silver', { region: 'GB' }),
    ];
    const inPlace = async (attributes: Record<string, string>) =>
      total(await aQuiz({ content: aPack(items), attributes }));
    expect(await inPlace({ country: 'GB' })).to.equal(3);
    expect(await inPlace({ country: 'US' })).to.equal(1);
    expect(await inPlace({ country: 'GB', region: 'GB-SCT' })).to.equal(2);
    expect(await inPlace({ country: '-' })).to.equal(3);
  });

  it('is a clinic’s own where the page names it, all of it or a set', async () => {
    const asked = stubFetch(() => Response.json(written(moon())));
    const quiz = await aQuiz({ bare: true, attributes: { pack: '/moon.json' } });
    expect(said(quiz)).to.contain('What do you know of the moon?');
    expect(total(quiz)).to.equal(2);
    expect(asked.urls).to.deep.equal([new URL('/moon.json', document.baseURI).href]);
    quiz.set = 'half';
    await settled(quiz);
    expect(await statements(quiz)).to.deep.equal(['The moon is made of chalk.']);
  });

  it('tells the webmaster of a set that is not there, and shows all', async () => {
    expectConsole('<kith-myth-quiz set>: the pack has no set "hlaf"; there are half.');
    const quiz = await aQuiz({ content: moon(), attributes: { set: 'hlaf' } });
    expect(total(quiz)).to.equal(2);
  });

  it('tells the webmaster of what was left out, by id, and shows the rest', async () => {
    expectConsole(/cheese: fact is missing/);
    stubFetch(() => Response.json(written(aPack([aStatement('cheese', { fact: '' }), aStatement('chalk')]))));
    const heard: unknown[] = [];
    const hear = (event: HTMLElementEventMap['kith-quiz-problem']) =>
      heard.push([event.address, event.kind, event.hint]);
    const into = aBox();
    into.addEventListener('kith-quiz-problem', hear);
    const quiz = await aQuiz({ bare: true, into, attributes: { pack: '/moon.json' } });
    expect(total(quiz)).to.equal(1);
    expect(heard).to.have.lengthOf(1);
    expect(heard[0]).to.deep.include('/moon.json');
    expect(String(heard)).to.contain('cheese: fact is missing');
  });

  it('has single items replaced, hidden and made local by overlays', async () => {
    const overlay = {
      packFormat: 1,
      overlays: 'moon',
      language: 'en',
      hide: ['chalk'],
      localise: { cheese: { fact: 'Our moon is rock.' } },
      items: [aStatement('butter')],
    };
    const asked = stubFetch(({ pathname }) =>
      Response.json(pathname === '/moon.json' ? written(moon()) : overlay),
    );
    const quiz = await aQuiz({
      bare: true,
      attributes: { pack: '/moon.json', overlay: '/ours.json', seed: 'a' },
    });
    expect(asked.urls.map((url) => new URL(url).pathname).sort()).to.deep.equal(['/moon.json', '/ours.json']);
    const facts: string[] = [];
    for (let n = 0; n < 2; n++) {
      await answer(quiz);
      facts.push(partText(quiz, 'fact'));
      await press(quiz, new RegExp(`${en.quizNext}|${en.quizToEnd}`));
    }
    expect(facts.sort()).to.deep.equal(['Our moon is rock.', 'The moon is rock, and butter is not.']);
  });

  it('of ours takes overlays too', async () => {
    const [first] = stigmaMythsEn.sets['short'] ?? [];
    stubFetch(() =>
      Response.json({ packFormat: 1, overlays: 'stigma-myths', language: 'en', hide: [first] }),
    );
    const quiz = await aQuiz({ bare: true, attributes: { overlay: '/ours.json' } });
    expect(total(quiz)).to.equal((stigmaMythsEn.sets['short']?.length ?? 0) - 1);
  });

  it('is not shown without its overlay, which may hide what should not be seen', async () => {
    expectConsole('status 404');
    stubFetch(({ pathname }) =>
      pathname === '/moon.json' ? Response.json(written(moon())) : new Response('', { status: 404 }),
    );
    const quiz = await aQuiz({ bare: true, attributes: { pack: '/moon.json', overlay: '/none.json' } });
    expect(byRole(quiz, 'heading', en.quizFailedTitle)).to.exist;
  });

  it('is the last that the page asked for, whichever comes first', async () => {
    const slow = held();
    stubFetch((url, init) =>
      url.pathname === '/slow.json' ? slow.answer(url, init) : Response.json(written(moon())),
    );
    const quiz = placeQuiz({ bare: true, attributes: { pack: '/slow.json' } });
    await quiz.updateComplete;
    quiz.pack = '/moon.json';
    await quiz.ready;
    slow.give(Response.json(written(aPack([aStatement('butter')]))));
    await quiz.ready;
    expect(total(quiz)).to.equal(2);
  });

  it('is loaded on when an element that was taken away comes back', async () => {
    stubFetch(never);
    const quiz = placeQuiz({ bare: true, attributes: { pack: '/moon.json' } });
    const place = quiz.parentElement!;
    await quiz.updateComplete;
    quiz.remove();
    stubFetch(() => Response.json(written(moon())));
    place.append(quiz);
    await quiz.ready;
    expect(total(quiz)).to.equal(2);
  });

  it('may come again: a visitor stays where they are', async () => {
    stubFetch(() => Response.json(written(moon())));
    const quiz = await aQuiz({ bare: true, attributes: { pack: '/moon.json' } });
    await answer(quiz);
    await press(quiz, en.quizNext);
    const statement = partText(quiz, 'statement');
    await quiz.reload();
    expect(partText(quiz, 'statement')).to.equal(statement);
    expect(partText(quiz, 'progress')).to.equal('2 of 2');
  });
});

describe('a pack past its day of review', () => {
  const after = Date.parse('2027-11-22T09:00:00Z');

  it('is being reviewed: nothing of it is shown', async () => {
    expectConsole('past their day of review');
    const quiz = await aQuiz({ now: after });
    expect(byRole(quiz, 'heading', en.quizReviewing)).to.exist;
    expect(said(quiz)).to.not.match(/made of|rock/);
    expect(root(quiz).querySelector('[part~=reviewing]')).to.exist;
  });

  it('is shown on that very day', async () => {
    const quiz = await aQuiz({ now: Date.parse('2027-11-21T23:00:00Z') });
    expect(total(quiz)).to.equal(3);
  });

  it('of an overlay hides that one’s items alone', async () => {
    expectConsole('past their day of review');
    const old = aStatement('cheese', { review: { status: 'draft', reviewDue: '2026-01-01' } });
    const quiz = await aQuiz({ items: [old, 'chalk'] });
    expect(await statements(quiz)).to.deep.equal(['The moon is made of chalk.']);
  });
});

describe('without questions', () => {
  it('it says that they are on their way', async () => {
    stubFetch(never);
    const quiz = placeQuiz({ bare: true, attributes: { pack: '/slow.json' }, children: '<p>Ring us</p>' });
    await quiz.updateComplete;
    expect(said(quiz)).to.contain(en.quizLoading);
    expect(quiz.querySelector('p')!.checkVisibility()).to.equal(false);
  });

  for (const [what, response] of [
    ['nothing is there', () => new Response('', { status: 404 })],
    ['it is a web page', () => new Response('<!doctype html><title>Hello</title>')],
    ['it is another JSON', () => Response.json({ groups: [] })],
    ['no item can be shown', () => Response.json({ ...written(moon()), items: [{}] })],
  ] as const)
    it(`it says so calmly and shows the page’s own words, when ${what}`, async () => {
      expectConsole('<kith-myth-quiz pack>: ');
      stubFetch(response);
      const quiz = await aQuiz({
        bare: true,
        attributes: { pack: '/moon.json' },
        children: '<p>Ring us</p>',
      });
      expect(byRole(quiz, 'heading', en.quizFailedTitle)).to.exist;
      expect(quiz.querySelector('p')!.checkVisibility()).to.equal(true);
    });

  it('it can be tried again, and the question has the focus', async () => {
    expectConsole('status 500');
    stubFetch(() => new Response('', { status: 500 }));
    const quiz = await aQuiz({ bare: true, attributes: { pack: '/moon.json' } });
    stubFetch(() => Response.json(written(moon())));
    await press(quiz, en.tryAgain);
    await quiz.ready;
    await waitUntil(() => focused(quiz)?.part.contains('progress'), 'the question has the focus');
    expect(total(quiz)).to.equal(2);
  });

  it('it says when the set is empty here', async () => {
    const items = [aStatement('cheese', { region: 'GB-ENG' })];
    const quiz = await aQuiz({ content: aPack(items), attributes: { country: 'US' } });
    expect(byRole(quiz, 'heading', en.quizEmpty)).to.exist;
  });
});

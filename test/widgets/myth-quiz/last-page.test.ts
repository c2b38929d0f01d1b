import { expect } from '@open-wc/testing';
import { peerSupportEvidenceEn } from '../../../src/content/quiz/peer-support-evidence-en.js';
import { en } from '../../../src/i18n/en.js';
import { allByRole, byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { held, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import { answer, aQuiz, atTheEnd, finish, focused, partText, press, root, said, settled } from './a-quiz.js';

const groups = () => [
  aGroup({ name: 'Calm', url: 'https://example.org/calm', meetings: [weekly('MO', '18:30')] }),
  aGroup({ name: 'Bold', contact: { phone: '0113 496 0101' }, meetings: [weekly('TU', '18:30')] }),
  aGroup({ name: 'Kind', meetings: [weekly('WE', '18:30')] }),
  aGroup({ name: 'Late', meetings: [weekly('TH', '18:30')] }),
  aGroup({ name: 'By arrangement' }),
];

const has = (quiz: Parameters<typeof said>[0], words: string): Promise<void> =>
  waitUntil(() => said(quiz).includes(words), `it says "${words}"`);

describe('the last page', () => {
  it('has the focus on its heading and tells the facts that were met, each with its source', async () => {
    const quiz = await aQuiz();
    await answer(quiz);
    const met = [partText(quiz, 'fact')];
    await press(quiz, en.quizNext);
    await press(quiz, en.quizSkip);
    await answer(quiz);
    met.push(partText(quiz, 'fact'));
    await press(quiz, en.quizToEnd);
    await atTheEnd(quiz);
    expect(textOf(focused(quiz) as Element)).to.equal(en.quizEnd);
    const list = [...root(quiz).querySelectorAll('[part~=facts] li')];
    expect(list.map((one) => textOf(one.querySelector('.said')!))).to.deep.equal(met);
    for (const one of list) expect(textOf(one)).to.match(/Source: On \w+, Moon Press, 2021\./);
  });

  it('is kind to whoever met none, and leads back to the questions', async () => {
    const quiz = await aQuiz();
    await press(quiz, en.quizStop);
    await atTheEnd(quiz);
    expect(byRole(quiz, 'heading', en.quizEndNone)).to.exist;
    await press(quiz, en.quizGoOn);
    expect(partText(quiz, 'progress')).to.equal('1 of 3');
    expect(focused(quiz)!.part.contains('progress')).to.equal(true);
  });

  it('goes on after the question at which a visitor stopped, and offers that no more once all are done', async () => {
    const quiz = await aQuiz();
    await answer(quiz);
    await press(quiz, en.quizStop);
    await atTheEnd(quiz);
    await press(quiz, en.quizGoOn);
    expect(partText(quiz, 'progress')).to.equal('2 of 3');
    await finish(quiz);
    expect(root(quiz).querySelectorAll('.met')).to.have.lengthOf(3);
    expect(queryByRole(quiz, 'button', en.quizGoOn)).to.equal(undefined);
  });

  it('may begin again, with nothing met', async () => {
    const quiz = await aQuiz();
    await finish(quiz);
    await press(quiz, en.quizAgain);
    expect(partText(quiz, 'progress')).to.equal('1 of 3');
    await press(quiz, en.quizStop);
    expect(byRole(quiz, 'heading', en.quizEndNone)).to.exist;
  });

  it('has a place for somebody’s own story, and something to say where there is none', async () => {
    const without = await aQuiz();
    await finish(without);
    expect(partText(without, 'story')).to.contain(en.quizStoryNone);
    const quiz = await aQuiz({
      children: '<figure slot="story"><video controls></video><figcaption>Rosa tells</figcaption></figure>',
    });
    const story = quiz.querySelector('figure')!;
    expect(story.checkVisibility()).to.equal(false);
    await finish(quiz);
    expect(story.checkVisibility()).to.equal(true);
    const slot = root(quiz).querySelector<HTMLSlotElement>('slot[name=story]')!;
    expect(slot.assignedElements()).to.deep.equal([story]);
  });

  it('says what helps, and on demand how sure that is and who says so', async () => {
    const quiz = await aQuiz();
    await finish(quiz);
    await has(quiz, en.quizHelps);
    const advice = peerSupportEvidenceEn.claims.filter(({ kind }) => kind === 'advice');
    expect(advice.length).to.be.above(3);
    const helps = () => partText(quiz, 'helps');
    for (const { plain } of advice) expect(helps()).to.contain(plain);
    byRole(quiz, 'summary', en.quizHelpsWhy).click();
    for (const { strength } of advice) expect(helps()).to.contain(strength);
    expect(helps()).to.contain(en.quizDraft);
    for (const { claim, kind } of peerSupportEvidenceEn.claims)
      if (kind !== 'advice') expect(helps(), claim).to.not.contain(claim);
  });

  it('keeps what helps to itself when its own day of review is past', async () => {
    const quiz = await aQuiz();
    const later = Date.parse(`${peerSupportEvidenceEn.review.reviewDue}T12:00:00Z`) + 2 * 86_400_000;
    await finish(quiz);
    await has(quiz, en.quizHelps);
    expectConsole('past their day of review');
    quiz.clock = () => later;
    await settled(quiz);
    expect(said(quiz)).to.not.contain(en.quizHelps);
  });
});

describe('the one next step', () => {
  it('is what the page says', async () => {
    const quiz = await aQuiz({ children: '<p slot="next"><a href="/groups">Our groups</a></p>' });
    await finish(quiz);
    expect(quiz.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(root(quiz).querySelectorAll('[part~=next] h4')).to.have.lengthOf(1);
  });

  it('is a calm one of ours where the page says nothing', async () => {
    const quiz = await aQuiz();
    await finish(quiz);
    expect(partText(quiz, 'next')).to.equal(`${en.quizStep} ${en.quizStepDefault}`);
  });

  it('is the three groups that meet next, soonest first, with a way to each', async () => {
    const quiz = await aQuiz({ groups: groups(), attributes: { 'page-url': '/groups' } });
    await finish(quiz);
    await has(quiz, 'Calm');
    const rows = [...root(quiz).querySelectorAll('[part~=result]')];
    expect(rows.map((row) => textOf(row.querySelector('[part~=name]')!))).to.deep.equal([
      'Calm',
      'Bold',
      'Kind',
    ]);
    expect(textOf(rows[0]!.querySelector('[part~=when]')!)).to.match(/^Monday,? 23 November, 18:30/);
    expect((byRole(quiz, 'link', 'Calm') as HTMLAnchorElement).href).to.equal('https://example.org/calm');
    expect((byRole(quiz, 'link', '0113 496 0101') as HTMLAnchorElement).href).to.equal('tel:01134960101');
    expect(partText(quiz, 'next')).to.contain(en.callStays);
    const primary = [...root(quiz).querySelectorAll('[part~=button-primary]')].map(textOf);
    expect(primary).to.deep.equal([en.quizAllGroups]);
    expect(partText(quiz, 'next')).to.not.contain(en.quizStepDefault);
  });

  it('is asked for at the end, not before', async () => {
    const asked = stubFetch(() => Response.json({ groups: [{ name: 'Calm', meetings: [] }] }));
    const quiz = await aQuiz({ attributes: { src: '/groups.json' } });
    await answer(quiz);
    expect(asked.urls).to.deep.equal([]);
    await press(quiz, en.quizStop);
    await atTheEnd(quiz);
    await waitUntil(() => asked.urls.length > 0, 'the list is asked for');
    expect(asked.urls).to.deep.equal([new URL('/groups.json', document.baseURI).href]);
  });

  it('says that groups are on their way', async () => {
    const slow = held();
    stubFetch(slow.answer);
    const quiz = await aQuiz({ attributes: { src: '/groups.json' } });
    await press(quiz, en.quizStop);
    await has(quiz, en.loading);
    slow.give(Response.json({ groups: [] }));
    await has(quiz, en.quizStepDefault);
  });

  it('stays within reach when the list cannot be had, and may be tried again', async () => {
    expectConsole('<kith-myth-quiz src>: ');
    stubFetch(() => new Response('', { status: 503 }));
    const quiz = await aQuiz({ attributes: { src: '/groups.json' } });
    await finish(quiz);
    await has(quiz, en.quizGroupsFailed);
    expect(byRole(quiz, 'heading', en.quizEnd)).to.exist;
    stubFetch(() =>
      Response.json({
        groups: [
          {
            name: 'Calm',
            meetings: [{ start: '2026-12-01T18:30', timeZone: 'Europe/London', rrule: 'FREQ=WEEKLY' }],
          },
        ],
      }),
    );
    await press(quiz, en.tryAgain);
    await has(quiz, 'Calm');
  });

  it('tells the webmaster of rows that were left out', async () => {
    expectConsole(/<kith-myth-quiz src>: 1 of 2 records of \/groups\.json were left out/);
    stubFetch(() => Response.json({ groups: [{ name: '' }, { name: 'Calm' }] }));
    const quiz = await aQuiz({ attributes: { src: '/groups.json' } });
    await press(quiz, en.quizStop);
    await has(quiz, en.quizStepDefault);
  });

  it('follows a page that names another listing', async () => {
    const quiz = await aQuiz({ groups: groups() });
    await finish(quiz);
    await has(quiz, 'Calm');
    quiz.directory = { groups: [aGroup({ name: 'Other', meetings: [weekly('MO', '10:00')] })] };
    await has(quiz, 'Other');
    expect(said(quiz)).to.not.contain('Calm');
  });
});

describe('the help line and the way out', () => {
  it('stand on the last page too', async () => {
    const quiz = await aQuiz();
    await finish(quiz);
    expect(byRole(quiz, 'link', '116 123')).to.exist;
    expect(byRole(quiz, 'button', en.exit)).to.exist;
    expect(allByRole(quiz, 'heading', en.helpTitle)).to.have.lengthOf(1);
  });
});

import { expect } from '@open-wc/testing';
import { LATE_DAYS } from '../../../src/domain/desk/queue.js';
import { byRole, textOf } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { press, pressTimes, type } from '../../keys.js';
import {
  anEvening,
  click,
  fill,
  find,
  has,
  here,
  offers,
  open,
  rest,
  root,
  rows,
  said,
  says,
  words,
} from './an-evening.js';

const TEAM = [
  { name: 'Ruth', role: 'keeper' },
  { name: 'Sam', role: 'facilitator' },
  { name: 'Ben', role: 'facilitator' },
] as const;

const pile = (name: RegExp) => name;
const WAITING = pile(/^Waiting/);
const LATER = pile(/^Finish later/);
const DONE = pile(/^Done/);

describe('the queue of an evening', () => {
  it('says how many wait and since when, and what waits for too long first of all', async () => {
    const { desk } = await anEvening({
      questions: [
        { text: 'Does it get easier?', daysAgo: 2 },
        { text: 'How do I tell my sister?', topic: 'Family', daysAgo: LATE_DAYS + 2, mayPublish: true },
        { text: 'Only for the box', noCode: true },
      ],
    });
    const [oldest, next, newest] = rows(desk);
    expect(oldest).to.match(/^How do I tell my sister\? Family Came on .* May be published$/);
    expect(next).to.match(/^Does it get easier\? Came on [^·]*$/);
    expect(newest).to.contain(words.eveningNoAnswerWanted);
    expect(textOf(find(desk, '.queue'))).to.match(
      /^This evening One question has waited for 14 days or more\. Please begin with it\. 3 questions are waiting\. The oldest came on /,
    );
  });

  it('says nothing of lateness where nothing is late, and is glad of an empty box', async () => {
    const { desk, hand } = await anEvening();
    expect(said(desk)).to.contain(words.eveningNone);
    await hand.askQuestion({ text: 'Is anybody there?', daysAgo: LATE_DAYS - 1 });
    await click(desk, words.eveningLookAgain);
    expect(said(desk)).to.contain('1 question is waiting.').and.not.contain('14 days');
  });

  it('tells a keeper on which evening the box needs a new lock, and leads there; a facilitator whom to ask', async () => {
    const calm = await anEvening();
    expect(offers(calm.desk, words.peopleLockDo)).to.equal(false);
    const late = await anEvening({ daysOfEpoch: 85, as: 'Ruth' });
    expect(textOf(find(late.desk, '.queue .notice'))).to.match(/\b5 more days\b/);
    await click(late.desk, words.peopleLockDo);
    expect(byRole(late.desk, 'button', words.roomPeople).getAttribute('aria-current')).to.equal('page');
    const sam = await anEvening({ daysOfEpoch: 85, as: 'Sam' });
    expect(textOf(find(sam.desk, '.queue .notice'))).to.contain('Ruth');
    expect(offers(sam.desk, words.peopleLockDo)).to.equal(false);
  });

  it('keeps apart what waits, what I began and what is done', async () => {
    const { desk } = await anEvening({
      members: TEAM,
      questions: [
        { text: 'Free for all' },
        { text: 'With Ben', claimedBy: 'Ben' },
        { text: 'Begun by Ruth', draft: { by: 'Ruth', text: 'Dear you' } },
        { text: 'Begun by me', draft: { by: 'Sam', text: 'Thank you' } },
        { text: 'Answered', answers: ['Yes.'] },
        { text: 'Put away', state: 'closed' },
      ],
    });
    expect(said(desk)).to.contain('4 questions are waiting.');
    const shown = rows(desk).join('\n');
    expect(shown).to.match(/^With Ben Came on .* Ben is answering$/m);
    expect(shown).to.match(/^Begun by Ruth Came on .* Ruth has begun an answer$/m);
    expect(shown).to.contain('Free for all').and.not.contain('Begun by me');
    await click(desk, LATER);
    expect(rows(desk).join()).to.match(/^Begun by me Came on .* Your draft$/);
    expect(offers(desk, 'Done (2)')).to.equal(true);
    await click(desk, DONE);
    expect(rows(desk).join('\n'))
      .to.match(/^Answered .* 1 answer$/m)
      .and.to.match(/^Put away .* Closed$/m);
  });

  it('shows the others when one cannot be opened, says so calmly, and can close it', async () => {
    const { desk, hand } = await anEvening({
      questions: [{ text: 'Altered', unreadable: true, daysAgo: 3 }, { text: 'As it was asked' }],
    });
    expect(rows(desk)).to.have.length(2);
    expect(rows(desk)[0]).to.contain(words.eveningUnreadable);
    expect(rows(desk)[1]).to.contain('As it was asked');
    await open(desk, words.eveningUnreadable);
    expect(said(desk)).to.contain(words.eveningUnreadableWhy);
    expect(here(desk)).to.equal(`heading ${words.eveningUnreadableTitle}`);
    await click(desk, words.eveningCloseOneYes);
    expect(rows(desk)).to.have.length(1);
    expect([...hand.state.questions.values()].map(({ state }) => state).sort()).to.deep.equal([
      'closed',
      'new',
    ]);
  });

  it('closes what is junk, several at once, asked a second time with the number', async () => {
    const { desk, hand } = await anEvening({
      members: TEAM,
      questions: [{ text: 'Buy gold' }, { text: 'Buy silver' }, { text: 'A real one' }],
    });
    await click(desk, words.eveningChoose);
    await click(desk, words.eveningCloseChosen);
    expect(said(desk)).to.contain(words.eveningChooseFirst);
    for (const name of ['Buy gold', 'Buy silver']) {
      byRole(desk, 'checkbox', `Choose: ${name}`).click();
      await desk.updateComplete;
    }
    await click(desk, words.eveningCloseChosen);
    expect(said(desk)).to.contain('Close 2 questions without an answer?');
    expect(here(desk)).to.equal('#closing');
    expect(hand.state.questions.size).to.equal(3);
    await click(desk, 'Yes, close 2');
    await says(desk, '2 questions were closed.');
    expect(rows(desk)).to.have.length(1);
    expect(rows(desk)[0]).to.contain('A real one');
  });

  it('closes nothing for whoever thinks again', async () => {
    const { desk, hand } = await anEvening({ questions: [{ text: 'Hm' }] });
    await click(desk, words.eveningChoose);
    byRole(desk, 'checkbox', 'Choose: Hm').click();
    await click(desk, words.eveningCloseChosen);
    await click(desk, words.eveningCloseNo);
    expect(said(desk)).to.contain('1 question is chosen.');
    expect([...hand.state.questions.values()][0]?.state).to.equal('new');
  });

  it('says it once where the server cannot be reached, and shows what it had', async () => {
    const { desk, hand } = await anEvening({ questions: [{ text: 'Still here' }] });
    expectConsole(/as the test wants it/);
    hand.failNext('offline');
    await click(desk, words.eveningLookAgain);
    expect(said(desk)).to.contain(words.failOffline);
    expect(rows(desk)).to.have.length(1);
  });

  it('is walked by keyboard alone, from the queue to what was sent', async () => {
    const { desk, hand } = await anEvening();
    const code = await hand.askQuestion({ text: 'Does it get easier?' });
    await click(desk, words.eveningLookAgain);
    expect(here(desk)).to.equal('heading This evening');
    const tabTo = async (what: string) => {
      for (let n = 0; here(desk) !== what; n += 1) {
        if (n > 30) throw new Error(`Tab never comes to ${what}, but to ${here(desk)}`);
        await press('Tab');
      }
    };
    await tabTo('button Does it get easier?');
    await press('Enter');
    await says(desk, words.eveningYourAnswer);
    await rest(desk);
    expect(here(desk)).to.equal(`heading ${words.eveningQuestion}`);
    await tabTo('#answer');
    await type('yes');
    await tabTo(`button ${words.eveningSend}`);
    await press('Enter');
    await says(desk, words.eveningSent);
    await rest(desk);
    expect(here(desk)).to.equal(`heading ${words.eveningSentTitle}`);
    expect((await hand.answersTo(code)).map(({ text }) => text)).to.deep.equal(['yes']);
    await pressTimes('Tab', 1);
    await press('Enter');
    await says(desk, words.eveningNone);
    await rest(desk);
    expect(here(desk)).to.equal('heading This evening');
  });

  it('comes back to the row that was only looked at', async () => {
    const { desk } = await anEvening({ questions: [{ text: 'One' }, { text: 'Two' }] });
    await open(desk, 'Two');
    await click(desk, words.eveningBack);
    await rest(desk);
    expect(here(desk)).to.equal('button Two');
  });

  it('has everything of a keeper’s and a facilitator’s evening in its own pile after answering', async () => {
    const { desk } = await anEvening({ questions: [{ text: 'Quick one' }] });
    await open(desk, 'Quick');
    await fill(desk, '#answer', 'Yes.');
    await click(desk, words.eveningSend);
    await click(desk, words.eveningSentBack);
    expect(has(desk, '.waiting')).to.equal(false);
    expect(offers(desk, 'Waiting (0)')).to.equal(true);
    await click(desk, DONE);
    expect(rows(desk).join()).to.match(/^Quick one .* 1 answer$/);
    await click(desk, WAITING);
    expect(root(desk).querySelector('.quiet')).to.not.equal(null);
  });
});

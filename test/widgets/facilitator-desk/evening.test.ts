import { expect } from '@open-wc/testing';
import { anEvening, click, fill, find, open, rows, said, words } from './an-evening.js';

describe('an evening at the desk', () => {
  it('says how many wait and since when, and what waits for too long first of all', async () => {
    const { desk } = await anEvening({
      questions: [
        { text: 'Does it get easier?', daysAgo: 2 },
        { text: 'How do I tell my sister?', topic: 'Family', daysAgo: 16, mayPublish: true },
        { text: 'Only for the box', noCode: true },
      ],
    });
    expect(rows(desk)).to.have.length(3);
    expect(said(desk)).to.contain('One question has waited for 14 days or more');
    expect(rows(desk)[0]).to.match(/^How do I tell my sister\? Family Came on .* May be published$/);
    expect(rows(desk)[2]).to.contain(words.eveningNoAnswerWanted);
  });

  it('sends an answer that the person reads with their code', async () => {
    const { desk, hand } = await anEvening();
    const code = await hand.askQuestion({ text: 'Does it get easier?' });
    await click(desk, words.eveningLookAgain);
    await open(desk, 'Does it');
    expect(find(desk, '.asked').textContent).to.equal('Does it get easier?');
    await fill(desk, '#answer', 'It did for me.');
    await click(desk, words.eveningSend);
    expect(said(desk)).to.contain(words.eveningSent);
    expect((await hand.answersTo(code)).map(({ text }) => text)).to.deep.equal(['It did for me.']);
  });
});

import { enDesk as en } from '../../../src/i18n/desk/en.js';
import { expectNoBarriers } from '../../axe.js';
import { atHand, claimLink, click, comesTo, deskBy, fill, find, says, until } from './at-the-start.js';
import { claimed, fillHours, fillPage, NAME, PAGE, proven } from './on-a-first-evening.js';

describe('the first evening has no barrier that axe finds', () => {
  it('from the welcome to the words', async () => {
    const hand = await atHand({ unclaimed: true });
    const desk = await deskBy(claimLink(hand), hand.ask);
    await expectNoBarriers(desk);
    await click(desk, en.startNext);
    await says(desk, en.startNameNeeded);
    await expectNoBarriers(desk);
    await fill(desk, '#my-name', NAME);
    await click(desk, en.startNext);
    await comesTo(desk, en.startWords);
    await expectNoBarriers(desk);
    await click(desk, en.startWordsWritten);
    await comesTo(desk, en.startWordsTry);
    await expectNoBarriers(desk);
    await fill(desk, '#new-words', 'abacus');
    await click(desk, en.startNext);
    await says(desk, 'You typed 1 word.');
    await expectNoBarriers(desk);
  });

  it('with the sheet, on paper and tried', async () => {
    const hand = await atHand({ unclaimed: true });
    const { desk } = await claimed(hand);
    await expectNoBarriers(desk);
    await click(desk, en.startSheetWritten);
    await comesTo(desk, en.startProve);
    await click(desk, en.startProveDone);
    await says(desk, en.startProveNot);
    await expectNoBarriers(desk);
  });

  it('in the forms', async () => {
    const hand = await atHand({ unclaimed: true, origins: [] });
    const { desk } = await claimed(hand);
    await proven(desk, hand);
    await click(desk, en.startNext);
    await says(desk, en.startDaysNeeded);
    await expectNoBarriers(desk);
    await fillHours(desk);
    await click(desk, en.startPageShow);
    await says(desk, en.startPageUrlBad);
    await expectNoBarriers(desk);
  });

  it('from the lines for the page to the open box', async () => {
    const hand = await atHand({ unclaimed: true, origins: [] });
    const { desk } = await claimed(hand);
    await proven(desk, hand);
    await fillHours(desk);
    const lines = await fillPage(desk);
    await expectNoBarriers(desk);
    await click(desk, en.startSnippetDone);
    await comesTo(desk, en.startOpen);
    await expectNoBarriers(desk);
    await click(desk, en.startOpenDo);
    await comesTo(desk, en.startCheck);
    await expectNoBarriers(desk);
    hand.state.pages.set(PAGE, [/<kith-question-box[^>]*>/.exec(lines)?.[0] ?? '']);
    await click(desk, en.startCheckDo);
    await says(desk, en.checkGood);
    await until(desk, 'one way on', () => find(desk, '.deeds').children.length === 1);
    await expectNoBarriers(desk);
    await click(desk, en.startNext);
    await comesTo(desk, en.startDone);
    await expectNoBarriers(desk);
  });
});

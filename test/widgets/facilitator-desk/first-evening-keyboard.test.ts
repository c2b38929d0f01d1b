import { expect } from '@open-wc/testing';
import { enDesk as en } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { nameOf, textOf } from '../../by-role.js';
import { press, type } from '../../keys.js';
import {
  atHand,
  bigWords,
  claimLink,
  close,
  comesTo,
  deskBy,
  find,
  heading,
  root,
  says,
  until,
} from './at-the-start.js';

const now = (desk: FacilitatorDesk): string => {
  const element = root(desk).activeElement;
  if (!element) return '';
  return element.id ? `#${element.id}` : nameOf(element) || textOf(element);
};

/** Goes on with Tab until something has the focus: a field by its id, a button by its words. */
async function tabTo(desk: FacilitatorDesk, what: string): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 40; n++) {
    if (now(desk) === what) return;
    passed.push(now(desk));
    await press('Tab');
  }
  throw new Error(`no way to ${what} by Tab, but to ${passed.join(', ')}`);
}

/** A view comes, and its heading has the focus. */
async function arrives(desk: FacilitatorDesk, words: string): Promise<void> {
  await comesTo(desk, words);
  await until(desk, `focus on "${words}"`, () => root(desk).activeElement === root(desk).querySelector('h3'));
}

async function pressOn(desk: FacilitatorDesk, name: string, key = 'Enter'): Promise<void> {
  await tabTo(desk, name);
  await press(key);
}

describe('the first evening by keyboard alone', () => {
  it('is walked from the link to the questions, the focus always where it goes on', async function () {
    this.timeout(60_000);
    const hand = await atHand({ unclaimed: true, origins: [] });
    const desk = await deskBy(claimLink(hand), hand.ask);
    await arrives(desk, en.startWelcome);
    await tabTo(desk, '#my-name');
    await press('Enter');
    await says(desk, en.startNameNeeded);
    await until(desk, 'focus', () => now(desk) === '#my-name');
    await type('Ruth');
    await press('Enter');
    await arrives(desk, en.startWords);
    const words = bigWords(desk);
    await pressOn(desk, en.startWordsWritten, 'Space');
    await arrives(desk, en.startWordsTry);
    await tabTo(desk, '#new-words');
    await type(words);
    await press('Enter');
    await arrives(desk, en.startSheet);
    const code = textOf(find(desk, '.code-groups'));
    await pressOn(desk, en.startSheetWritten);
    await arrives(desk, en.startProve);
    await tabTo(desk, '#prove');

    const { hash } = new URL(find<HTMLAnchorElement>(desk, '#prove').href);
    const tab = await deskBy(hash, hand.ask);
    await arrives(tab, en.sheetTitle);
    await tabTo(tab, '#sheet-code');
    await type(code.replaceAll(' ', ''));
    await press('Enter');
    await arrives(tab, en.sheetWorks);
    close(tab);

    find(desk, '#prove').focus();
    await pressOn(desk, en.startProveDone);
    await arrives(desk, en.startHours);
    await pressOn(desk, en.startNext);
    await until(desk, 'focus', () => now(desk) === '#days');
    await tabTo(desk, '#day-TU');
    await press('Space');
    await pressOn(desk, en.startNext);
    await arrives(desk, en.startPage);
    await tabTo(desk, '#page');
    await type('https://www.clinic.example/ask');
    await press('Enter');
    await arrives(desk, en.startSnippet);
    await pressOn(desk, en.startSnippetDone);
    await arrives(desk, en.startOpen);
    await pressOn(desk, en.startOpenDo);
    await arrives(desk, en.startCheck);
    hand.state.pages.set('https://www.clinic.example/ask', []);
    await pressOn(desk, en.startCheckDo);
    await until(desk, 'focus', () => now(desk) === en.checkMissing);
    await pressOn(desk, en.startCheckLater);
    await arrives(desk, en.startDone);
    await pressOn(desk, en.startEvening);
    await until(desk, 'the questions', () => !heading(desk).includes(en.startDone));
    expect(hand.state.manifests).to.have.length(1);
  });
});

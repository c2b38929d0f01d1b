/** The steps of a first evening, each walked as somebody with paper beside them walks it. */
import type { StaffAsk } from '../../../src/backend/staff-api.js';
import { enDesk as en } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { choose, claimLink, click, close, comesTo, deskBy, fill, find, takeWords } from './at-the-start.js';

export const NAME = 'Ruth Ó Néill';
export const PAGE = 'https://www.clinic.example/ask?lang=en';

export const step = (n: number): string => `Step ${n} of 7`;

/** From the link to the sheet. */
export async function claimed(hand: DeskAtHand, staff: StaffAsk = hand.ask) {
  const desk = await deskBy(claimLink(hand), staff);
  await comesTo(desk, en.startWelcome);
  await fill(desk, '#my-name', NAME);
  await click(desk, en.startNext);
  const words = await takeWords(desk);
  await comesTo(desk, en.startSheet);
  return { desk, words };
}

export const codeOn = (desk: FacilitatorDesk): string => find(desk, '.code-groups').textContent?.trim() ?? '';

/** Copies the code by hand and tries it in a tab of its own. */
export async function proven(desk: FacilitatorDesk, hand: DeskAtHand): Promise<string> {
  const code = codeOn(desk);
  await click(desk, en.startSheetWritten);
  await comesTo(desk, en.startProve);
  const { hash } = new URL(find<HTMLAnchorElement>(desk, '#prove').href);
  const tab = await deskBy(hash, hand.ask);
  await comesTo(tab, en.sheetTitle);
  await fill(tab, '#sheet-code', code);
  await click(tab, en.sheetOpen);
  await comesTo(tab, en.sheetWorks);
  close(tab);
  await click(desk, en.startProveDone);
  await comesTo(desk, en.startHours);
  return code;
}

export async function fillHours(desk: FacilitatorDesk): Promise<void> {
  find(desk, '#day-TU').click();
  find(desk, '#day-FR').click();
  await fill(desk, '#time', '19:30');
  await fill(desk, '#minutes', '90');
  await choose(desk, '#every', '2');
  await choose(desk, '#zone', 'Europe/London');
  await choose(desk, '#retention', '30');
  await choose(desk, '#country', 'GB');
  await fill(desk, '#phone', '0113 496 0100');
  await click(desk, en.startNext);
  await comesTo(desk, en.startPage);
}

export async function fillPage(desk: FacilitatorDesk): Promise<string> {
  await fill(desk, '#page', PAGE);
  await click(desk, en.startPageShow);
  await comesTo(desk, en.startSnippet);
  return find(desk, '.snippet').textContent ?? '';
}

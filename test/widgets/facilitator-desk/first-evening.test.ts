import { expect } from '@open-wc/testing';
import { Problem } from '../../../src/backend/problem.js';
import { StaffApi } from '../../../src/backend/staff-api.js';
import { readDeskLink } from '../../../src/domain/desk/desk-link.js';
import { snippet } from '../../../src/domain/desk/snippet.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import { enDesk as en } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { signIn as signInTo } from '../../../src/widgets/facilitator-desk/work/signing-in.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { allowConsole } from '../../expect-console.js';
import {
  atHand,
  bigWords,
  choose,
  claimLink,
  click,
  close,
  comesTo,
  deskBy,
  fill,
  find,
  heading,
  here,
  holds,
  kept,
  root,
  said,
  says,
  signIn,
  takeWords,
  until,
} from './at-the-start.js';
import { claimed, codeOn, fillHours, fillPage, NAME, PAGE, proven, step } from './on-a-first-evening.js';

/** Signs in beside the desk, to see what the server holds by the keeper's own keys. */
async function boxOf(hand: DeskAtHand, words: string) {
  const boxId = hand.state.boxId;
  if (!boxId) throw new Error('no box');
  return signInTo({ api: new StaffApi(hand.ask, hand.boxId), boxId, pins: [] }, NAME, words);
}

describe('the first evening', () => {
  it('goes from the link to an open box, and leaves nothing on the device', async () => {
    const before = kept();
    const entries = history.length;
    const hand = await atHand({ unclaimed: true, origins: [] });
    const desk = await deskBy(claimLink(hand), hand.ask);
    await comesTo(desk, en.startWelcome);
    expect(heading(desk)).to.contain(step(1));
    expect(location.hash, 'the secret is out of the address').to.equal('');
    expect(said(desk)).to.contain(en.startWelcomeStop);

    await fill(desk, '#my-name', NAME);
    await click(desk, en.startNext);
    await comesTo(desk, en.startWords);
    expect(heading(desk)).to.contain(step(2));
    const words = bigWords(desk);
    expect(holds(desk, words)).to.equal(true);
    await click(desk, en.startWordsWritten);
    await comesTo(desk, en.startWordsTry);
    expect(holds(desk, words)).to.equal(false);
    expect(hand.state.asked, 'nothing is sent before the words fit').to.deep.equal([]);
    expect(desk.isUnlocked).to.equal(false);
    await fill(desk, '#new-words', words);
    await click(desk, en.startNext);

    await comesTo(desk, en.startSheet);
    expect(desk.isUnlocked).to.equal(true);
    expect(heading(desk)).to.contain(step(3));
    expect(holds(desk, words)).to.equal(false);
    const code = codeOn(desk);
    expect(holds(desk, code)).to.equal(true);
    expect(code).to.match(/^(?:[0-9A-Z]{3} ){8}[0-9A-Z]{3}$/);
    const paper = find(desk, '.paper.seen[part=paper]').textContent ?? '';
    for (const part of [NAME, '24 November 2026', 'https://ask.example.org/', hand.boxId, en.paperNever])
      expect(paper.replace(/[\u2066-\u2069]/g, '')).to.contain(part);

    await click(desk, en.startSheetWritten);
    await comesTo(desk, en.startProve);
    expect(heading(desk)).to.contain(step(4));
    const link = find<HTMLAnchorElement>(desk, '#prove');
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
    const read = readDeskLink(new URL(link.href).hash);
    expect(read).to.deep.include({ kind: 'sheet', boxId: hand.boxId, server: 'https://ask.example.org/' });
    expect(holds(desk, code), 'the code is gone').to.equal(false);
    await click(desk, en.startProveDone);
    await says(desk, en.startProveNot);
    expect(heading(desk)).to.contain(step(4));

    const tab = await deskBy(new URL(link.href).hash, hand.ask);
    await comesTo(tab, en.sheetTitle);
    await fill(tab, '#sheet-code', code.toLowerCase());
    await click(tab, en.sheetOpen);
    await comesTo(tab, en.sheetWorks);
    expect(bigWords(tab).split(' ')).to.have.length(3);
    close(tab);
    expect(hand.state.sheet?.provenDay).to.equal(hand.state.today);

    await click(desk, en.startProveDone);
    await comesTo(desk, en.startHours);
    expect(heading(desk)).to.contain(step(5));
    await click(desk, en.startNext);
    await says(desk, en.startDaysNeeded);
    await fillHours(desk);

    expect(heading(desk)).to.contain(step(6));
    const lines = await fillPage(desk);
    expect(hand.state.origins).to.deep.equal(['https://www.clinic.example']);
    const pin = 'pin' in read ? read.pin : '';
    expect(lines).to.equal(
      snippet({
        serverUrl: 'https://ask.example.org/',
        scriptUrl: 'https://ask.example.org/kith/loader.js',
        boxId: hand.boxId,
        pins: [pin],
        minEpoch: 1,
        country: 'GB',
        phone: '0113 496 0100',
      }),
    );
    await click(desk, en.startSnippetDone);

    await comesTo(desk, en.startOpen);
    expect(heading(desk)).to.contain(step(7));
    expect(said(desk)).to.match(/Tuesday and Friday every second week/);
    expect(hand.state.manifests).to.deep.equal([]);
    await click(desk, en.startOpenDo);
    await comesTo(desk, en.startCheck);

    const box = await boxOf(hand, words);
    expect(await box.pin(), 'signed by the key that the snippet pins').to.equal(pin);
    expect(box.manifest?.hours).to.deep.equal({
      timeZone: 'Europe/London',
      times: [{ start: '2026-11-24T19:30', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR', minutes: 90 }],
    });
    expect(box.manifest).to.deep.include({ retentionDays: 30, language: 'en', epoch: 1 });
    expect(box.manifest?.topics).to.deep.equal(en.startTopicsFirst.split('\n'));
    expect(box.rules).to.deep.include({ country: 'GB', phone: '0113 496 0100', page: PAGE, script: '' });

    hand.state.pages.set(PAGE, [/<kith-question-box[^>]*>/.exec(lines)?.[0] ?? '']);
    await click(desk, en.startCheckDo);
    await says(desk, en.checkGood);
    await click(desk, en.startNext);
    await comesTo(desk, en.startDone);
    expect(readDeskLink(new URL(textOfLink(desk)).hash)).to.deep.equal({
      kind: 'open',
      boxId: hand.boxId,
      pin,
      server: 'https://ask.example.org/',
    });
    await click(desk, en.startEvening);
    await until(desk, 'the evening', () => !heading(desk).includes(en.startDone));
    expect(kept()).to.equal(before);
    expect(history.length).to.equal(entries);
  });

  const textOfLink = (desk: FacilitatorDesk): string => find(desk, '.snippet').textContent?.trim() ?? '';

  it('says what is the matter with a name and with words, and sends nothing', async () => {
    const hand = await atHand({ unclaimed: true });
    const desk = await deskBy(claimLink(hand), hand.ask);
    await click(desk, en.startNext);
    await says(desk, en.startNameNeeded);
    await until(desk, 'focus', () => here(desk) === 'my-name');
    await fill(desk, '#my-name', 'x'.repeat(81));
    await click(desk, en.startNext);
    await says(desk, en.startNameLong);
    await fill(desk, '#my-name', 'Ru\u0007th');
    await click(desk, en.startNext);
    await says(desk, en.startNameOdd);
    await fill(desk, '#my-name', ' Ruth ');
    await click(desk, en.startNext);
    await comesTo(desk, en.startWords);
    const words = bigWords(desk).split(' ');
    await click(desk, en.startWordsWritten);
    await fill(desk, '#new-words', words.slice(1).join(' '));
    await click(desk, en.startNext);
    await says(desk, 'You typed 6 words.');
    await until(desk, 'focus', () => here(desk) === 'new-words');
    await fill(desk, '#new-words', words.with(3, 'zebra').join(' '));
    await click(desk, en.startNext);
    await says(desk, 'Word 4 is not as it was shown');
    await click(desk, en.startWordsAgain);
    await comesTo(desk, en.startWords);
    expect(bigWords(desk)).to.equal(words.join(' '));
    expect(hand.state.asked).to.deep.equal([]);
  });

  it('says that somebody else used the link', async () => {
    const hand = await atHand({ unclaimed: true });
    hand.state.firstClaim = undefined;
    const desk = await deskBy(claimLink(hand), hand.ask);
    await fill(desk, '#my-name', NAME);
    await click(desk, en.startNext);
    await takeWords(desk);
    await says(desk, en.failClaimRefused);
    expect(desk.isUnlocked).to.equal(false);
  });

  it('goes on when the reply to making the box was lost', async () => {
    allowConsole('kith-facilitator-desk');
    const hand = await atHand({ unclaimed: true });
    let isLost = true;
    const desk = await deskBy(claimLink(hand), async (path, signal, request) => {
      const reply = await hand.ask(path, signal, request);
      if (path !== '/v1/boxes' || !isLost) return reply;
      isLost = false;
      throw new Problem('unreachable', 'the reply was lost');
    });
    await fill(desk, '#my-name', NAME);
    await click(desk, en.startNext);
    await takeWords(desk);
    await says(desk, en.failUnreachable);
    await click(desk, en.startNext);
    await comesTo(desk, en.startSheet);
    await proven(desk, hand);
  });

  it('goes on at the right step after the tab was lost between any two', async () => {
    const hand = await atHand({ unclaimed: true, origins: [] });
    const made = await claimed(hand);
    const { words } = made;
    let { desk } = made;
    const first = codeOn(desk);
    const { hash } = new URL(
      /https?:\S+/.exec(find(desk, '.small.quiet.paper-link').textContent ?? '')?.[0] ?? '',
    );
    const reopened = async (): Promise<FacilitatorDesk> => {
      close(desk);
      const next = await deskBy(hash, hand.ask);
      await signIn(next, NAME, words);
      return next;
    };

    desk = await reopened();
    await comesTo(desk, en.startProve);
    await click(desk, en.startProveNew);
    await comesTo(desk, en.startSheet);
    const second = codeOn(desk);
    expect(second).not.to.equal(first);
    expect(hand.state.rosters).to.have.length(2);
    const old = await deskBy(`${hash}&sheet`, hand.ask);
    await fill(old, '#sheet-code', first);
    await click(old, en.sheetOpen);
    await says(old, en.sheetRefused);
    close(old);

    // The paper was written, and the tab lost before it was tried: it still counts.
    desk = await reopened();
    await comesTo(desk, en.startProve);
    const tab = await deskBy(`${hash}&sheet`, hand.ask);
    await fill(tab, '#sheet-code', second);
    await click(tab, en.sheetOpen);
    await comesTo(tab, en.sheetWorks);
    close(tab);

    desk = await reopened();
    await comesTo(desk, en.startHours);
    await fillHours(desk);
    desk = await reopened();
    await comesTo(desk, en.startHours);
    await fillHours(desk);
    await fillPage(desk);
    desk = await reopened();
    await comesTo(desk, en.startHours);
    await fillHours(desk);
    expect(find<HTMLInputElement>(desk, '#page').value).to.equal('https://www.clinic.example/');
    await fillPage(desk);
    await click(desk, en.startSnippetDone);
    desk = await reopened();
    await comesTo(desk, en.startHours);
    await fillHours(desk);
    await fillPage(desk);
    await click(desk, en.startSnippetDone);
    await click(desk, en.startOpenDo);
    await comesTo(desk, en.startCheck);
    desk = await reopened();
    await until(desk, 'unlocked', () => desk.isUnlocked);
    expect(heading(desk)).not.to.contain('of 7');
    expect(hand.state.manifests).to.have.length(1);
  });

  it('locks with the page, and knows the box by the link it made', async () => {
    const hand = await atHand({ unclaimed: true });
    const { desk, words } = await claimed(hand);
    const code = codeOn(desk);
    await click(desk, en.lock);
    await comesTo(desk, en.signInTitle);
    expect(holds(desk, code)).to.equal(false);
    await signIn(desk, NAME, words);
    await comesTo(desk, en.startProve);
  });

  it('opens nothing while the server knows of no proof, whatever it says', async () => {
    const hand = await atHand({ unclaimed: true });
    const { desk, words } = await claimed(hand);
    hand.twist('GET box', (json) => ({ ...json, sheet: { provenDay: 20_000 } }));
    await click(desk, en.startSheetWritten);
    await click(desk, en.startProveDone);
    await comesTo(desk, en.startHours);
    await fillHours(desk);
    await fillPage(desk);
    await click(desk, en.startSnippetDone);
    await click(desk, en.startOpenDo);
    await says(desk, en.failSheet);
    hand.untwist();
    expect((await boxOf(hand, words)).manifest).to.equal(undefined);
  });

  it('says of a page what is wrong with it, and how it is mended', async () => {
    const hand = await atHand({ unclaimed: true, origins: [] });
    const { desk } = await claimed(hand);
    await proven(desk, hand);
    await fillHours(desk);
    await fill(desk, '#page', 'http://www.clinic.example/ask');
    await click(desk, en.startPageShow);
    await says(desk, en.startPageUrlBad);
    await choose(desk, '#script-from', 'own');
    await fill(desk, '#page', PAGE);
    await click(desk, en.startPageShow);
    await says(desk, en.startScriptUrlBad);
    await until(desk, 'focus', () => here(desk) === 'script');
    await fill(desk, '#script', 'https://www.clinic.example/js/loader.js');
    const lines = await fillPage(desk);
    expect(lines).to.contain('src="https://www.clinic.example/js/loader.js"');
    await click(desk, en.startSnippetDone);
    await click(desk, en.startOpenDo);
    await comesTo(desk, en.startCheck);

    await click(desk, en.startCheckDo);
    await says(desk, en.checkAway);
    await until(desk, 'focus', () => here(desk) === en.checkAway);
    const tag = /<kith-question-box[^>]*>/.exec(lines)?.[0] ?? '';
    const results: readonly (readonly [string[], string])[] = [
      [[], en.checkMissing],
      [[tag.replace(hand.boxId, toBase64url(new Uint8Array(16)))], en.checkOtherBox],
      [[tag.replace(/key-id="[^"]*"/, `key-id="${toBase64url(new Uint8Array(32))}"`)], en.checkOtherPin],
      [[tag.replace('ask.example.org', 'evil.example')], en.checkOtherServer],
      [[tag, tag], en.checkTwice],
    ];
    for (const [tags, words] of results) {
      hand.state.pages.set(PAGE, tags);
      await click(desk, en.startCheckDo);
      await says(desk, words);
    }
    hand.twist('POST page-check', () => ({ status: 404, tags: [] }));
    await click(desk, en.startCheckDo);
    await says(desk, '“404”');
    hand.untwist();
    hand.failNext('foreign-page', { route: 'page-check' });
    await click(desk, en.startCheckDo);
    await says(desk, en.checkForeign);
    await fill(desk, '#source', `<html><body><!-- ${tag} --><p>Nothing yet</p></body></html>`);
    await click(desk, en.startCheckPasteDo);
    await says(desk, en.checkMissing);
    await fill(desk, '#source', `<html><body>${lines}</body></html>`);
    await click(desk, en.startCheckPasteDo);
    await says(desk, en.checkGood);
    await click(desk, en.startNext);
    await click(desk, en.startWhoDo);
    await until(
      desk,
      'people',
      () => root(desk).querySelector('[aria-current=page]')?.textContent?.trim() === en.roomPeople,
    );
  });

  it('forgets words that nobody has written down yet with the page', async () => {
    const hand = await atHand({ unclaimed: true });
    const desk = await deskBy(claimLink(hand), hand.ask);
    await fill(desk, '#my-name', NAME);
    await click(desk, en.startNext);
    await comesTo(desk, en.startWords);
    const words = bigWords(desk);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(holds(desk, words), 'before the page is put by').to.equal(false);
    await comesTo(desk, en.startWelcome);
    await click(desk, en.startNext);
    expect(await takeWords(desk)).not.to.equal(words);
    await comesTo(desk, en.startSheet);
  });
});

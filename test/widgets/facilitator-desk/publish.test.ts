import { expect } from '@open-wc/testing';
import { staticAnswers } from '../../../src/backend/inbox.js';
import { type CatalogueEntry, verifyCatalogue } from '../../../src/domain/sealing/catalogue.js';
import { fromBase64url, toBase64url } from '../../../src/domain/sealing/encoding.js';
import { verifyManifest } from '../../../src/domain/sealing/manifest.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { sealTeamNote } from '../../../src/domain/sealing/staff/team-note.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import {
  beginPublication,
  isReadable,
  openPublications,
  publishDrafts,
} from '../../../src/widgets/facilitator-desk/work/publications.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { expectNoBarriers } from '../../axe.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { press, type } from '../../keys.js';
import {
  aRoom,
  choose,
  click,
  enter,
  expectToFit,
  fill,
  find,
  has,
  heading,
  here,
  offers,
  type Room,
  type Setting,
  said,
  says,
  until,
  value,
  words,
} from './a-room.js';

const DAYS_BEFORE = 20_778 - 20_770;
const TODAY = 20_778;

const aDraft = (about: string, parts: Partial<CatalogueEntry> = {}): Omit<CatalogueEntry, 'id'> => ({
  day: TODAY - 1,
  topic: 'Work',
  lang: 'en',
  question: `What about ${about}?`,
  answer: `We found ${about} hard.`,
  ...parts,
});

const anEntry = (id: string, parts: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  ...aDraft(id),
  day: TODAY - DAYS_BEFORE,
  ...parts,
});

const room = (setting: Partial<Setting> = {}): Promise<Room> =>
  aRoom({ room: words.roomPublish, ...setting });

/** What a visitor's page makes of what the server gives out. */
async function visible(hand: DeskAtHand): Promise<readonly CatalogueEntry[]> {
  if (!hand.state.catalogue) return [];
  const manifest = await verifyManifest(hand.state.manifests.at(-1), {
    pins: [hand.pin],
    boxId: fromBase64url(hand.boxId, 'boxId', 16),
  });
  return (await verifyCatalogue(hand.state.catalogue, manifest)).entries;
}

const questions = async (hand: DeskAtHand): Promise<string[]> =>
  (await visible(hand)).map(({ question }) => question);

const three = [aDraft('sleep'), aDraft('work'), aDraft('sons')];

/** A draft that a server made: it has the public key, and no member's signature. */
async function plant(hand: DeskAtHand): Promise<string> {
  const about = randomBytes(16);
  const writer = { id: hand.member().id, signing: await makeKeyPair('ECDSA') };
  const note = await sealTeamNote('publication', aDraft('bargains'), {
    boxId: fromBase64url(hand.boxId, 'boxId', 16),
    about,
    writer,
    epochPk: hand.keys.epoch.pk,
  });
  const id = toBase64url(about);
  hand.state.publications.set(id, note);
  return id;
}

/** Signs another list with the box's own key, as a colleague's desk would. */
async function colleague(hand: DeskAtHand, number: number, entries: readonly CatalogueEntry[]) {
  const boxId = fromBase64url(hand.boxId, 'boxId', 16);
  return signDocument('kith-box/1/catalogue', { boxId, number, day: TODAY, entries }, hand.keys.publishing);
}

describe('publishing the week’s drafts', () => {
  it('publishes three at once: visitors verify them, and the drafts are gone', async () => {
    const { desk, hand } = await room({ as: 'Sam', publications: three, published: [anEntry('before')] });
    await click(desk, words.publishThese);
    await says(desk, '3 answers are published.');
    expect(await questions(hand)).to.have.members([
      'What about before?',
      ...three.map(({ question }) => question),
    ]);
    const fresh = (await visible(hand)).filter(({ id }) => id !== 'before');
    expect(new Set(fresh.map(({ day }) => day))).to.deep.equal(new Set([TODAY]));
    expect(new Set(fresh.map(({ id }) => id)).size).to.equal(3);
    expect(hand.state.publications.size).to.equal(0);
    await until(desk, () => said(desk).includes(words.publishNone), 'none wait');
    expect(here(desk)).to.equal(`heading ${words.publishTitle}`);
  });

  it('keeps no trace of which draft became which entry: neither ids nor days nor order', async () => {
    const { desk, hand } = await room({ publications: three });
    const drafts = [...hand.state.publications.keys()];
    await click(desk, words.publishThese);
    await says(desk, '3 answers are published.');
    const text = JSON.stringify(await visible(hand));
    for (const id of drafts) expect(text).not.to.include(id);
    for (const { id } of await visible(hand)) expect(id).to.match(/^[0-9a-z]{16}$/);
  });

  it('lets fewer than three wait, and asks again before it publishes them', async () => {
    const { desk, hand } = await room({ publications: three.slice(0, 2) });
    expect(offers(desk, words.publishThese)).to.equal(false);
    expect(said(desk)).to.include('people may guess whose it was');
    await click(desk, words.publishNow);
    expect(heading(desk)).to.equal(words.publishConfirmTitle);
    expect(here(desk)).to.equal(`heading ${words.publishConfirmTitle}`);
    expect(await visible(hand)).to.have.lengthOf(0);
    await click(desk, words.publishWait);
    expect(heading(desk)).to.equal(words.publishTitle);
    expect(await visible(hand)).to.have.lengthOf(0);
    await click(desk, words.publishNow);
    await click(desk, words.publishConfirmYes);
    await says(desk, '2 answers are published.');
    expect(await visible(hand)).to.have.lengthOf(2);
  });

  it('publishes even one alone once it has waited for two weeks', async () => {
    const { desk, hand } = await room({ publications: [aDraft('sleep', { day: TODAY - 14 })] });
    await click(desk, words.publishThese);
    await says(desk, '1 answer is published.');
    expect(await questions(hand)).to.deep.equal(['What about sleep?']);
  });

  it('mixes them by chance and not by the order in which they were written', async () => {
    const { hand } = await room();
    const box = await hand.signedIn();
    for (const about of ['one', 'two', 'three', 'four', 'five', 'six'])
      await beginPublication(box, aDraft(about));
    const drafts = (await openPublications(box)).filter(isReadable);
    const before = drafts.map(({ draft }) => draft.question);
    const notes = [...hand.state.publications];
    const unpublish = () => {
      hand.state.catalogue = undefined;
      for (const [id, note] of notes) hand.state.publications.set(id, note);
    };
    // The same draws, and with others another order.
    const drawing = (start: number) => {
      let at = start;
      return (length: number) => Uint8Array.from({ length }, () => (at = (at * 73 + 41) % 251));
    };
    await publishDrafts(box, drafts, drawing(7));
    const first = await questions(hand);
    expect(first).to.have.members(before);
    expect(first).not.to.deep.equal(before);
    unpublish();
    const again = await hand.signedIn();
    await publishDrafts(again, drafts, drawing(7));
    expect(await questions(hand)).to.deep.equal(first);
    unpublish();
    await publishDrafts(await hand.signedIn(), drafts, drawing(110));
    expect(await questions(hand)).not.to.deep.equal(first);
  });

  it('never publishes a draft that the server planted, and lets it be removed', async () => {
    const { desk, hand } = await room({ publications: three });
    const id = await plant(hand);
    await enter(desk, words.roomPublish);
    expect(said(desk)).to.include(words.publishUnreadable);
    expect(said(desk)).not.to.include('bargains');
    await click(desk, words.publishThese);
    await says(desk, '3 answers are published.');
    expect((await questions(hand)).join()).not.to.include('bargains');
    expect([...hand.state.publications.keys()]).to.deep.equal([id]);
    expect(offers(desk, words.publishThese)).to.equal(false);
    await click(desk, words.publishRemove);
    expect(heading(desk)).to.equal(words.publishRemoveTitle);
    expect(hand.state.publications.size).to.equal(1);
    await click(desk, words.publishRemoveYes);
    await says(desk, words.publishRemoved);
    expect(hand.state.publications.size).to.equal(0);
  });

  it('publishes nothing on top of a list that another key has signed', async () => {
    expectConsole('wrong-pin');
    const { desk, hand } = await room({ publications: three });
    await hand.lie('catalogue');
    await enter(desk, words.roomPublish);
    await says(desk, words.publishStopped);
    expect(said(desk)).to.include(words.failUntrusted);
    expect(said(desk)).to.include('What about sleep?');
    expect(offers(desk, words.publishThese)).to.equal(false);
  });

  it('refuses a list that is older than what this desk has seen', async () => {
    expectConsole('rolled-back');
    const { desk, hand } = await room({ publications: three, published: [anEntry('before')] });
    const old = hand.state.catalogue;
    hand.state.catalogue = await colleague(hand, 2, [anEntry('before'), anEntry('newer')]);
    await enter(desk, words.roomPublish);
    await click(desk, 'See 2 published answers');
    hand.twist('GET box', (json) => ({ ...json, catalogue: old }));
    await enter(desk, words.roomPublish);
    await says(desk, words.publishStopped);
    expect(offers(desk, words.publishThese)).to.equal(false);
    hand.twist('GET box', (json) => ({ ...json, catalogue: null }));
    await enter(desk, words.roomPublish);
    await says(desk, words.publishStopped);
  });

  it('shows what a colleague published meanwhile, and then publishes on top of it', async () => {
    const { desk, hand } = await room({ publications: three, published: [anEntry('before')] });
    const held = hand.hold('PUT catalogue');
    byRole(desk, 'button', words.publishThese).click();
    await held.reached;
    hand.state.catalogue = await colleague(hand, 5, [anEntry('before'), anEntry('theirs')]);
    held.release();
    await says(desk, words.failOlder);
    expect(await visible(hand)).to.have.lengthOf(2);
    expect(hand.state.publications.size).to.equal(3);
    await click(desk, words.publishThese);
    await says(desk, '3 answers are published.');
    expect(await questions(hand)).to.include.members(['What about theirs?', 'What about sons?']);
  });

  it('loses no draft when the server cannot be reached', async () => {
    expectConsole('as the test wants it');
    const { desk, hand } = await room({ publications: three });
    hand.failNext('offline', { route: 'PUT catalogue' });
    await click(desk, words.publishThese);
    await says(desk, words.failOffline);
    expect(said(desk)).not.to.include(words.publishStopped);
    expect(hand.state.publications.size).to.equal(3);
    await click(desk, words.publishThese);
    await says(desk, '3 answers are published.');
  });
});

describe('publishing over a bad line', () => {
  it('never publishes the same drafts twice, though nobody heard that they had gone out', async () => {
    const { hand } = await room({ publications: three });
    const box = await hand.signedIn();
    const drafts = (await openPublications(box)).filter(isReadable);
    await publishDrafts(box, drafts);
    const { desk } = await room({ hand, publications: three });
    expect(said(desk)).to.include(words.publishNone);
    let failed: unknown;
    await publishDrafts(box, drafts).catch((error: unknown) => {
      failed = error;
    });
    expect(failed).to.include({ reason: 'older' });
    expect(await visible(hand)).to.have.lengthOf(3);
  });

  it('is not taken for a rolled-back list when only the look afterwards fails', async () => {
    expectConsole('as the test wants it');
    const { desk, hand } = await room({ publications: three, published: [anEntry('before')] });
    const held = hand.hold('PUT catalogue');
    byRole(desk, 'button', words.publishThese).click();
    await held.reached;
    hand.failNext('offline', { route: 'GET box' });
    held.release();
    await says(desk, '3 answers are published.');
    expect(said(desk)).not.to.include(words.publishStopped);
    hand.failNext('offline', { route: 'GET box' });
    await enter(desk, words.roomPublish);
    await says(desk, words.failOffline);
    expect(said(desk)).not.to.include(words.publishStopped);
    await enter(desk, words.roomPublish);
    await says(desk, words.publishNone);
    expect(said(desk)).to.include('See 4 published answers');
  });
});

describe('rewriting a draft', () => {
  const edit = async (desk: Room['desk']) => click(desk, /^Read and change/);

  it('seals the new words under the same id, with its day', async () => {
    const { desk, hand } = await room({ publications: [aDraft('sleep', { day: TODAY - 5 })] });
    const [id] = hand.state.publications.keys();
    await edit(desk);
    expect(heading(desk)).to.equal(words.publishWordsTitle);
    expect(value(desk, '#publication-question')).to.equal('What about sleep?');
    await fill(desk, '#publication-question', 'How do others sleep?');
    await fill(desk, '#publication-answer', 'Some walk\r\nbefore they go to bed.');
    await choose(desk, '#publication-topic', 'Family');
    await click(desk, words.publishWordsSave);
    await says(desk, words.publishWordsSaved);
    expect([...hand.state.publications.keys()]).to.deep.equal([id]);
    const [kept] = await openPublications(await hand.signedIn());
    expect(kept?.draft).to.include({
      question: 'How do others sleep?',
      answer: 'Some walk\nbefore they go to bed.',
      topic: 'Family',
      day: TODAY - 5,
    });
    expect(said(desk)).to.include('How do others sleep?');
  });

  it('has a list to think along, points out words, and stops nobody', async () => {
    const { desk, hand } = await room({
      publications: [aDraft('loss', { answer: 'His uncle committed suicide.' })],
    });
    await edit(desk);
    for (const check of [
      words.eveningCheckMethod,
      words.eveningCheckPlace,
      words.eveningCheckNumbers,
      words.eveningCheckCause,
      words.eveningCheckHelpLine,
    ])
      expect(said(desk)).to.include(check);
    expect(said(desk)).to.include(words.eveningHints);
    expect(said(desk)).to.include('committed suicide');
    await click(desk, words.publishWordsSave);
    await says(desk, words.publishWordsSaved);
    expect(hand.state.publications.size).to.equal(1);
  });

  it('says under the field what has to be mended, and keeps what was typed', async () => {
    const { desk } = await room({ publications: [aDraft('sleep')] });
    await edit(desk);
    await fill(desk, '#publication-answer', '  ');
    await click(desk, words.publishWordsSave);
    expect(here(desk)).to.equal('#publication-answer');
    expect(textOf(find(desk, '#publication-answer-said'))).to.equal(words.publishWordsEmpty);
    await fill(desk, '#publication-question', 'x'.repeat(1901));
    await fill(desk, '#publication-answer', 'Yes.');
    await click(desk, words.publishWordsSave);
    expect(textOf(find(desk, '#publication-question-said'))).to.equal(words.publishWordsLong);
    expect(value(desk, '#publication-question')).to.have.lengthOf(1901);
    await expectNoBarriers(desk);
  });

  it('keeps the typed words through a failure', async () => {
    expectConsole('as the test wants it');
    const { desk, hand } = await room({ publications: [aDraft('sleep')] });
    await edit(desk);
    await fill(desk, '#publication-answer', 'Some drink milk.');
    hand.failNext('unreachable', { route: 'POST publications' });
    await click(desk, words.publishWordsSave);
    await says(desk, words.failUnreachable);
    expect(value(desk, '#publication-answer')).to.equal('Some drink milk.');
    await click(desk, words.publishWordsSave);
    await says(desk, words.publishWordsSaved);
  });

  it('keeps the typed words when the desk is locked before they are saved', async () => {
    const { desk, hand } = await room({ publications: [aDraft('sleep')] });
    await edit(desk);
    await fill(desk, '#publication-answer', 'Some drink milk.');
    byRole(desk, 'button', words.lock).click();
    await says(desk, words.lockedByYou);
    await until(desk, () => hand.state.sessions.size === 0, 'the session has ended');
    const [kept] = await openPublications(await hand.signedIn());
    expect(kept?.draft?.answer).to.equal('Some drink milk.');
  });
});

describe('published answers at the desk', () => {
  const published = [anEntry('sleep'), anEntry('money', { topic: 'Family' }), anEntry('sons')];

  async function list(setting: Partial<Setting> = {}): Promise<Room> {
    const made = await room({ published, ...setting });
    await click(made.desk, /^See /);
    return made;
  }

  it('are found by their words', async () => {
    const { desk } = await list();
    expect(heading(desk)).to.equal(words.publishedTitle);
    await fill(desk, '#published-search', 'money');
    const found = allByRole(desk, 'listitem').map((item) => textOf(item));
    expect(found).to.have.lengthOf(1);
    expect(found[0]).to.include('What about money?');
    await fill(desk, '#published-search', 'zebra');
    expect(said(desk)).to.include(words.publishedFoundNone);
  });

  it('are taken away in a second step, from what visitors verify, too', async () => {
    const { desk, hand } = await list();
    await click(desk, 'Remove: What about money?');
    expect(heading(desk)).to.equal(words.publishedRemoveTitle);
    expect(await visible(hand)).to.have.lengthOf(3);
    await click(desk, words.publishedRemoveNo);
    await click(desk, 'Remove: What about money?');
    await click(desk, words.publishedRemoveYes);
    await says(desk, words.publishedRemoved);
    expect(await questions(hand)).to.deep.equal(['What about sleep?', 'What about sons?']);
    expect(heading(desk)).to.equal(words.publishedTitle);
  });

  it('are reworded under the same name and day', async () => {
    const { desk, hand } = await list();
    await click(desk, 'Read and change: What about money?');
    await fill(desk, '#publication-answer', 'Ask the advice centre.');
    await click(desk, words.publishedSave);
    await says(desk, words.publishedSaved);
    const entry = (await visible(hand)).find(({ id }) => id === 'money');
    expect(entry).to.include({ answer: 'Ask the advice centre.', day: TODAY - DAYS_BEFORE, topic: 'Family' });
  });

  it('that a colleague has taken away meanwhile are not brought back', async () => {
    const { desk, hand } = await list();
    await click(desk, 'Read and change: What about money?');
    hand.state.catalogue = await colleague(hand, 7, [anEntry('sleep')]);
    await fill(desk, '#publication-answer', 'Ask the advice centre.');
    await click(desk, words.publishedSave);
    await says(desk, words.failOlder);
    expect(value(desk, '#publication-answer')).to.equal('Ask the advice centre.');
    expect(await questions(hand)).to.deep.equal(['What about sleep?']);
  });

  it('are carried off as a file that a visitor’s page takes', async () => {
    const { desk, hand } = await list();
    const links: { name: string; url: string }[] = [];
    const { click: clicked } = HTMLAnchorElement.prototype;
    const { revokeObjectURL } = URL;
    const { setTimeout: begin } = window;
    const revoked: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      links.push({ name: this.download, url: this.href });
    };
    URL.revokeObjectURL = (url) => void revoked.push(url);
    window.setTimeout = ((act: () => void, after = 0) =>
      begin(act, after === 60_000 ? 0 : after)) as typeof setTimeout;
    try {
      await click(desk, words.publishedFile);
      await says(desk, words.publishedFileDone);
      expect(links.map(({ name }) => name)).to.deep.equal(['kith-answers.json']);
      const { manifest, catalogue } = staticAnswers(await (await fetch(links[0]?.url ?? '')).text());
      const boxId = fromBase64url(hand.boxId, 'boxId', 16);
      const verified = await verifyCatalogue(
        catalogue,
        await verifyManifest(manifest, { pins: [hand.pin], boxId }),
      );
      expect(verified.entries.map(({ id }) => id)).to.deep.equal(['sleep', 'money', 'sons']);
      await until(desk, () => revoked.length === 1, 'the address is given back');
      expect(revoked).to.deep.equal(links.map(({ url }) => url));
    } finally {
      HTMLAnchorElement.prototype.click = clicked;
      URL.revokeObjectURL = revokeObjectURL;
      window.setTimeout = begin;
      for (const { url } of links) URL.revokeObjectURL(url);
    }
  });

  it('come twenty at a time, and the focus goes to the next', async () => {
    const many = Array.from({ length: 25 }, (_, at) => anEntry(`entry-${at}`));
    const { desk } = await list({ published: many });
    expect(allByRole(desk, 'listitem')).to.have.lengthOf(20);
    await click(desk, 'Show 5 more');
    expect(allByRole(desk, 'listitem')).to.have.lengthOf(25);
    expect(here(desk)).to.equal('#entry-20');
  });

  it('are text alone, with what is hidden shown by its number', async () => {
    const hostile = '<img src=x onerror="hacked=1"><a href="https://example.org">x</a>\u202e';
    const { desk } = await list({ published: [anEntry('one', { question: hostile, answer: hostile })] });
    expect(find(desk, '.rows').querySelectorAll('a, img').length).to.equal(0);
    expect(said(desk)).to.include('U+202E');
    expect('hacked' in window).to.equal(false);
  });
});

describe('publishing for everybody', () => {
  const walk = async (setting: Partial<Setting>, at: (desk: Room['desk']) => Promise<void>) => {
    const { desk } = await room({
      publications: three.slice(0, 2),
      published: [anEntry('sleep'), anEntry('money', { question: 'x'.repeat(300) })],
      ...setting,
    });
    await at(desk);
    await click(desk, words.publishNow);
    await at(desk);
    await click(desk, words.publishWait);
    await click(desk, 'Read and change: What about sleep?');
    await at(desk);
    await click(desk, words.publishBack);
    await click(desk, 'Remove: What about sleep?');
    await at(desk);
    await click(desk, words.publishRemoveNo);
    await click(desk, /^See /);
    find(desk, 'summary').click();
    await at(desk);
    await click(desk, 'Remove: What about sleep?');
    await at(desk);
  };

  for (const theme of ['light', 'dark'])
    it(`has no barrier that axe finds, ${theme}`, async () => {
      await walk({}, async (desk) => {
        desk.setAttribute('theme', theme);
        await desk.updateComplete;
        await expectNoBarriers(desk);
      });
    });

  for (const dir of [undefined, 'rtl'] as const)
    it(`fits a small phone${dir ? ', right to left' : ''}`, async () => {
      await walk({ width: 360, ...(dir && { dir }) }, async (desk) => {
        expectToFit(desk, 360);
      });
    });

  it('works with the keyboard alone', async () => {
    const { desk, hand } = await room({ publications: three });
    const to = async (name: RegExp) => {
      for (let n = 0; n < 40 && !name.test(here(desk)); n += 1) await press('Tab');
      expect(here(desk)).to.match(name);
    };
    await to(/button Read and change: What about sleep/);
    await press('Enter');
    await until(desk, () => has(desk, '#publication-question'), 'the form is there');
    await to(/#publication-answer/);
    await press('End');
    await type(' Truly.');
    await to(/button Save the draft/);
    await press('Enter');
    await until(desk, () => heading(desk) === words.publishTitle, 'back at the drafts');
    await to(/button Publish these/);
    await press('Enter');
    await says(desk, '3 answers are published.');
    expect((await visible(hand)).some(({ answer }) => answer.includes('Truly.'))).to.equal(true);
  });
});

import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { outline } from '../../by-role.js';
import { press, type } from '../../keys.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, aPlace, codeOf, find, here, type OnPage, root, said, shown, written } from './a-box.js';

async function between() {
  const place = aPlace();
  place.innerHTML = '<button>before</button><div></div><button>after</button>';
  const [before, after] = [...place.querySelectorAll('button')];
  const into = place.querySelector('div') ?? place;
  const made = await aBox({ into, topics: [] });
  before?.focus();
  return { ...made, after };
}

async function tabTo(box: OnPage['box'], what: string): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 40; n++) {
    const now = here(box);
    if (now === what) return;
    passed.push(now);
    await press('Tab');
  }
  throw new Error(`no way to ${what} by Tab, but to ${passed.join(', ')}`);
}

const focusOn = (box: OnPage['box'], what: string): Promise<void> =>
  waitUntil(() => here(box) === what, `the focus is on ${what}, not ${here(box)}`);

/** All that the live region ever says. */
function listening(box: OnPage['box']): readonly string[] {
  const heard: string[] = [];
  const region = find(box, '[role=status]');
  const hear = () => {
    const text = region.textContent?.trim() ?? '';
    if (text && heard.at(-1) !== text) heard.push(text);
  };
  new MutationObserver(hear).observe(region, { childList: true, subtree: true, characterData: true });
  return heard;
}

describe('the question box by keyboard alone', () => {
  it('is walked through in the order in which it is read, and left again', async () => {
    const { box, after } = await between();
    const walked: string[] = [];
    for (let n = 0; n < 40; n++) {
      await press('Tab');
      if (document.activeElement === after) break;
      walked.push(here(box));
    }
    expect(document.activeElement === after).to.equal(true);
    const ours = walked.filter((what) => !/^link|summary/.test(what));
    expect(ours).to.deep.equal([
      `button ${en.exit}`,
      `button ${en.boxAsk}`,
      `button ${en.boxLook}`,
      `button ${en.boxRead}`,
      '#text',
      `checkbox ${en.boxPublish} ${en.boxPublishHint}`,
      `checkbox ${en.boxNoCode} ${en.boxNoCodeHint}`,
      `button ${en.boxSend}`,
    ]);
    // Whom to call comes before the field.
    expect(walked.findIndex((what) => what.startsWith('link'))).to.be.below(walked.indexOf('#text'));
  });

  it('asks, keeps the code, looks, reads and takes back, with the focus where the next words are', async () => {
    const { box, hand } = await between();
    const heard = listening(box);
    await tabTo(box, '#text');
    await type('why');
    expect(written(box)).to.equal('why');
    await press('Enter');
    expect(written(box)).to.equal('why\n');
    expect(hand.rows.size).to.equal(0);
    await tabTo(box, `button ${en.boxSend}`);
    await press('Enter');
    await focusOn(box, `heading ${en.boxSent}`);
    const code = codeOf(box);
    await tabTo(box, `button ${en.boxWithout}`);
    await press('Enter');
    await focusOn(box, `paragraph ${en.boxWithoutSure}`);
    await tabTo(box, `button ${en.boxWithoutNo}`);
    await press('Enter');
    await focusOn(box, `heading ${en.boxSent}`);
    await tabTo(box, `button ${en.boxWrote}`);
    await press('Space');
    await focusOn(box, `heading ${en.boxDone}`);
    await tabTo(box, `button ${en.boxAnother}`);
    await press('Enter');
    await focusOn(box, '#text');
    await hand.answer('Because.');

    for (let n = 0; n < 20 && here(box) !== `button ${en.boxLook}`; n++) await press('Shift+Tab');
    await press('Enter');
    await shown(box, '#code');
    await tabTo(box, '#code');
    await type('nonsense');
    await press('Enter');
    await shown(box, '#wrong p');
    await focusOn(box, '#code');
    for (let n = 0; n < 8; n++) await press('Backspace');
    await type(code.replaceAll(' ', '').toLowerCase());
    await press('Enter');
    await focusOn(box, `heading ${en.boxYourAnswers.one}`);
    expect(said(box)).to.contain('Because.');
    await tabTo(box, `button ${en.boxErase}`);
    await press('Enter');
    await focusOn(box, `paragraph ${en.boxEraseSure}`);
    await tabTo(box, `button ${en.boxEraseNo}`);
    await press('Enter');
    await focusOn(box, `heading ${en.boxYourAnswers.one}`);
    await tabTo(box, `button ${en.boxErase}`);
    await press('Enter');
    await focusOn(box, `paragraph ${en.boxEraseSure}`);
    await tabTo(box, `button ${en.boxEraseYes}`);
    await press('Enter');
    await focusOn(box, `heading ${en.boxErased}`);
    expect(hand.rows.size).to.equal(0);
    await tabTo(box, `button ${en.boxHide}`);
    await press('Enter');
    await focusOn(box, '#code');
    // What has the focus is read by itself: the live region does not say it again.
    expect(heard).to.deep.equal([]);
  });

  it('says each thing that nobody sees once, and nothing that was typed', async () => {
    const { box } = await between();
    const heard = listening(box);
    await tabTo(box, `button ${en.boxSend}`);
    await press('Enter');
    await focusOn(box, '#text');
    await waitUntil(() => heard.length > 0, 'the reason is said');
    expect(heard).to.deep.equal([en.boxEmpty]);
    await type('ring 01134960100');
    await waitUntil(() => heard.length > 1, 'what was noticed is said');
    await type('1 or 01134960101');
    await waitUntil(() => said(box).includes('Phone number: 01134960101'));
    expect(heard.slice(1).every((words) => words === en.boxDetails)).to.equal(true);
  });

  it('tells what a screen reader walks through, step by step', async () => {
    const { box } = await aBox({ topics: [] });
    const ways = [`button "${en.boxAsk}"`, `button "${en.boxLook}"`, `button "${en.boxRead}"`];
    const asking = outline(root(box));
    expect(asking[0]).to.equal(`button "${en.exit}"`);
    for (const line of ways) expect(asking).to.include(line);
    expect(asking.filter((line) => line.startsWith('heading 2'))).to.deep.equal([
      `heading 2 "${en.boxTitle}"`,
    ]);
    expect(asking.filter((line) => line.startsWith('status'))).to.have.lengthOf(1);
    const nav = find(box, 'nav');
    expect(nav.getAttribute('aria-label')).to.equal(en.boxNav);
    expect([...nav.querySelectorAll('[aria-current=page]')].map((way) => way.textContent)).to.deep.equal([
      en.boxAsk,
    ]);
    for (const id of ['text']) {
      const field = find<HTMLTextAreaElement>(box, `#${id}`);
      expect([...field.labels].map((label) => label.textContent)).to.deep.equal([en.boxLabel]);
      const hints = (field.getAttribute('aria-describedby') ?? '').split(' ');
      expect(hints.map((hint) => find(box, `#${hint}`).textContent)).to.deep.equal([en.boxLabelHint]);
    }
  });
});

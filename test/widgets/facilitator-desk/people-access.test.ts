import { expect, waitUntil } from '@open-wc/testing';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { expectNoBarriers } from '../../axe.js';
import { press, type } from '../../keys.js';
import { aHand, aPage, change, click, fill, inPeople, put, says } from './a-team.js';

const focused = (desk: FacilitatorDesk): string => {
  const element = desk.shadowRoot?.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
};

/** Presses Tab until the focus is on something of this name. */
async function tabTo(desk: FacilitatorDesk, name: string): Promise<void> {
  for (let n = 0; n < 60 && focused(desk) !== name; n += 1) await press('Tab');
  expect(focused(desk)).to.equal(name);
}

/** Every step of the room, each shown once. */
async function walk(desk: FacilitatorDesk, look: (step: string) => Promise<void>): Promise<void> {
  await look('the team');
  await click(desk, put(enDesk.peopleWordsOf, { name: 'Sam' }));
  await look('eight words');
  await click(desk, enDesk.peopleInvite);
  await click(desk, enDesk.peopleInviteMake);
  await look('a name that is missing');
  await fill(desk, '#invited', 'Ben');
  await click(desk, enDesk.peopleInviteMake);
  await says(desk, enDesk.peopleLinkOnce);
  await look('the link');
  await click(desk, enDesk.peopleDone);
  await says(desk, enDesk.peopleIntro);
  await click(desk, put(enDesk.peopleCompareOf, { name: 'Ida' }));
  await says(desk, enDesk.peopleCompareAlone);
  await look('comparing');
  await click(desk, enDesk.peopleCompareDiffer);
  await look('other words');
  await click(desk, enDesk.peopleBack);
  await says(desk, enDesk.peopleIntro);
  await click(desk, enDesk.peopleLockDo);
  await waitUntil(() => desk.shadowRoot?.querySelector('.spoken'), 'words');
  await look('renewing');
  await click(desk, enDesk.peopleBack);
  await says(desk, enDesk.peopleIntro);
  await click(desk, change('Ann'));
  await look('one member');
  await click(desk, enDesk.peopleRename);
  await look('another name');
  await click(desk, enDesk.peopleBack);
  await says(desk, enDesk.peopleIntro);
  await click(desk, enDesk.peopleOwnWords);
  await look('own words');
  await click(desk, enDesk.peopleBack);
  await says(desk, enDesk.peopleIntro);
  await click(desk, enDesk.peopleSheet);
  await look('the sheet');
  await click(desk, enDesk.peopleBack);
  await says(desk, enDesk.peopleIntro);
  await click(desk, change('Ann'));
  await click(desk, enDesk.peopleLeave);
  await look('leaving');
  await click(desk, put(enDesk.peopleLeaveYes, { name: 'Ann' }));
  await says(desk, enDesk.peopleSealSteps);
  await look('the new seal');
  await click(desk, enDesk.peopleSealAnyway);
  await look('without the page');
  await click(desk, enDesk.peopleSealAnywayYes);
  await says(desk, enDesk.peopleSealAfterTitle);
  await look('after the new seal');
}

const hand = () =>
  aHand({
    daysOfEpoch: 61,
    invitations: [{ name: 'Ida', role: 'facilitator', enrolled: true }],
    rules: { page: 'https://clinic.example/ask' },
  });

describe('the room of the people', () => {
  it('has no barrier that axe finds, in any step', async () => {
    const desk = await inPeople(await hand(), 'Ruth', {}, aPage());
    await walk(desk, () => expectNoBarriers(desk));
  }).timeout(60_000);

  for (const [width, lang] of [
    ['360px', 'en'],
    ['360px', 'ar'],
  ] as const) {
    it(`fits ${width} in ${lang}, in every step`, async () => {
      const page = aPage();
      page.style.inlineSize = width;
      const desk = await inPeople(await hand(), 'Ruth', { lang }, page);
      const told: string[] = [];
      await walk(desk, async (step) => {
        await desk.updateComplete;
        const room = desk.getBoundingClientRect();
        for (const element of desk.shadowRoot?.querySelectorAll<HTMLElement>('.room-body *') ?? []) {
          if (element.closest('.unseen') || element.closest('.snippet')) continue;
          const { left, right, width: wide } = element.getBoundingClientRect();
          if (wide > 0 && (left < room.left - 1 || right > room.right + 1))
            told.push(`${step}: ${element.localName} ${element.textContent?.trim().slice(0, 40)}`);
        }
      });
      expect(told.join('\n')).to.equal('');
    }).timeout(60_000);
  }

  it('is worked by the keyboard alone, and the focus goes where the next thing is', async () => {
    const desk = await inPeople(await hand());
    await waitUntil(() => focused(desk) === enDesk.peopleTitle, 'the heading has the focus');
    await tabTo(desk, enDesk.peopleInvite);
    await press('Enter');
    await waitUntil(() => focused(desk) === enDesk.peopleInviteTitle, 'the next heading');
    await press('Tab');
    await type('Ben');
    await press('Enter');
    await waitUntil(
      () => focused(desk) === put(enDesk.peopleLinkTitle, { name: 'Ben' }),
      'the link’s heading',
      {
        timeout: 30_000,
      },
    );
    await tabTo(desk, enDesk.peopleDone);
    await press('Enter');
    await waitUntil(() => focused(desk) === enDesk.peopleTitle, 'the team again');
    await tabTo(desk, put(enDesk.peopleCompareOf, { name: 'Ida' }));
    await press('Enter');
    await waitUntil(() => focused(desk) === put(enDesk.peopleCompareTitle, { name: 'Ida' }), 'the words');
    await press('Tab');
    expect(desk.shadowRoot?.activeElement?.id).to.equal('same');
    await press('Space');
    await press('Tab');
    await press('Enter');
    await says(desk, put(enDesk.peopleAccepted, { name: 'Ida' }));
    await waitUntil(() => focused(desk) === enDesk.peopleTitle, 'the team at last');
  });
});

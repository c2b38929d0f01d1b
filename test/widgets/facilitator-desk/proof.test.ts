import { expect } from '@open-wc/testing';
import { expectNoBarriers } from '../../axe.js';
import { allByRole, textOf } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { press } from '../../keys.js';
import {
  aRoom,
  click,
  enter,
  expectToFit,
  find,
  heading,
  here,
  offers,
  type Room,
  rest,
  type Setting,
  said,
  says,
  words,
} from './a-room.js';

const STAFF = [
  { name: 'Ada', role: 'keeper' },
  { name: 'Sam', role: 'facilitator' },
] as const;

/** 3 November 2026, a Tuesday. */
const TUESDAY = 20_760;

/** A room whose list of deeds is this one. */
async function room(setting: Partial<Setting> = {}): Promise<Room> {
  return aRoom({ room: words.roomProof, members: STAFF, ...setting });
}

interface Told {
  readonly day: number;
  readonly actor: string;
  readonly action: string;
  readonly kind: string;
  readonly times: number;
}

const shownDays = (desk: Room['desk']): string[] => allByRole(desk, 'listitem').map(textOf);

async function audited(rows: (hand: Room['hand']) => readonly Told[]): Promise<Room> {
  const made = await room();
  const { desk, hand } = made;
  hand.state.audit.splice(0, Number.POSITIVE_INFINITY, ...rows(hand));
  await enter(desk, words.roomProof);
  return made;
}

describe('who knows what', () => {
  it('says what a visit leaves behind, in two columns, and what the server keeps', async () => {
    const { desk } = await room();
    expect(heading(desk)).to.equal(words.proofTitle);
    expect(here(desk)).to.equal(`heading ${words.proofTitle}`);
    expect(find(desk, '.columns').children).to.have.lengthOf(2);
    for (const phrase of [words.proofHereNothing, words.proofAroundCdn, words.proofAroundBrowser])
      expect(said(desk)).to.include(phrase);
  });

  it('says whether the desk’s own link names the key', async () => {
    const { desk } = await room();
    expect(said(desk)).to.include(words.proofTrustPinned);
    expect(said(desk)).not.to.include(words.proofTrustServer);
    const trusting = await room({ pinned: false });
    expect(said(trusting.desk)).to.include(words.proofTrustServer);
    expect(said(trusting.desk)).not.to.include(words.proofTrustPinned);
  });

  it('warns of backups that are older than two days, or none at all', async () => {
    const { desk, hand } = await room();
    for (const [days, state] of [
      [0, 'fine'],
      [2, 'fine'],
      [3, 'old'],
      [undefined, 'none'],
    ] as const) {
      hand.state.backupDay = days === undefined ? undefined : hand.state.today - days;
      await enter(desk, words.roomProof);
      expect(said(desk).includes('That is too long ago'), `${days} days`).to.equal(state === 'old');
      expect(said(desk).includes(words.proofBackupNone), `${days} days`).to.equal(state === 'none');
    }
    expect(said(desk)).to.include('gone from the backups after 30 days');
  });

  it('counts what is in the box, and says for how long it is kept', async () => {
    const { desk } = await room({
      questions: [{ text: 'One?' }, { text: 'Two?' }, { text: 'Three?', answers: ['Yes.'] }],
    });
    expect(said(desk)).to.include('2 waiting, 1 answered, 0 closed');
    expect(said(desk)).to.include('kept for 90 days');
    expect(said(desk)).to.include(words.proofKeptWaiting);
    expect(said(desk)).to.include('kith-server 0.0.0');
  });

  it('tells the key’s age in plain words, and leads to where it is changed', async () => {
    const { desk } = await room({ daysOfEpoch: 70 });
    expect(said(desk)).to.include('in use for 70 days');
    expect(said(desk)).to.include('for 20 more days');
    expect(said(desk)).to.include(words.proofKeyOffer);
    await click(desk, words.proofKeyChange);
    expect(find(desk, '[aria-current=page]').textContent?.trim()).to.equal(words.roomPeople);
  });

  it('says when the key’s time is over', async () => {
    const { desk } = await room({ daysOfEpoch: 95 });
    expect(said(desk)).to.include(words.proofKeyOver);
  });

  it('tells what the team did, by day and name', async () => {
    const { desk } = await audited((hand) => {
      const [ada, sam] = [hand.member('Ada').id, hand.member('Sam').id];
      return [
        { day: TUESDAY, actor: ada, action: 'answered', kind: 'question', times: 4 },
        { day: TUESDAY, actor: ada, action: 'closed', kind: 'question', times: 1 },
        { day: TUESDAY, actor: sam, action: 'opened', kind: 'session', times: 1 },
        { day: TUESDAY - 400, actor: sam, action: 'signed', kind: 'catalogue', times: 2 },
      ];
    });
    const [tuesday = '', before = ''] = shownDays(desk).slice(-2);
    expect(tuesday).to.match(/^Tuesday\b.*\b3\b.* Ada answered 4, closed questions once Sam signed in$/);
    expect(tuesday).not.to.include('2026');
    expect(before).to.match(/^Monday\b.*\b2025 Sam changed what is published 2 times$/);
  });

  it('tells what it does not know by its own name, and of nobody more than it knows', async () => {
    const { desk } = await audited(() => [
      { day: TUESDAY, actor: 'ada-of-old', action: 'danced', kind: '<b>table</b>', times: 3 },
      { day: TUESDAY, actor: '', action: 'proved', kind: 'sheet', times: 1 },
    ]);
    const [line = ''] = shownDays(desk).slice(-1);
    expect(line).to.include('Somebody who has left (ada-of-old) danced ?b?table??b? (3 times)');
    expect(line).to.include(`${words.proofAuditSheet} tried it out`);
    expect(find(desk, '.rows').querySelector('b')).to.equal(null);
  });

  it('has words for everything that a server of today writes down', async () => {
    const { desk } = await audited((hand) =>
      [
        'made box',
        'opened session',
        'claimed question',
        'answered question',
        'closed question',
        'signed manifest',
        'signed roster',
        'signed catalogue',
        'opened sheet',
        'proved sheet',
        'changed sheet',
        'recovered account',
        'made invitation',
        'removed invitation',
        'accepted invitation',
        'changed account',
        'changed rules',
        'made publication',
        'removed publication',
        'changed origins',
      ].map((deed) => {
        const [action = '', kind = ''] = deed.split(' ');
        return { day: TUESDAY, actor: hand.member().id, action, kind, times: 2 };
      }),
    );
    const [line = ''] = shownDays(desk).slice(-1);
    expect(line).not.to.match(/made box \(|signed roster|opened session|\(2 times\)/);
  });

  it('goes back by a button, and the focus goes to the first older day', async () => {
    const { desk, hand } = await audited((at) =>
      [0, 1, 2].map((n) => ({
        day: TUESDAY - n,
        actor: at.member().id,
        action: 'answered',
        kind: 'question',
        times: n + 1,
      })),
    );
    const all = [...hand.state.audit].sort((one, other) => other.day - one.day);
    hand.twist('POST audit/list', ({ rows }) => {
      const [first] = rows as Told[];
      return { rows: first ? [first] : [], next: first && first.day !== all.at(-1)?.day ? first.day : null };
    });
    await enter(desk, words.roomProof);
    const days = shownDays(desk).length;
    await click(desk, words.proofAuditOlder);
    expect(shownDays(desk)).to.have.lengthOf(days + 1);
    expect(here(desk)).to.equal('#audit-1');
    await click(desk, words.proofAuditOlder);
    expect(here(desk)).to.equal('#audit-2');
    expect(offers(desk, words.proofAuditOlder)).to.equal(false);
  });

  it('does not follow a list that never gets older', async () => {
    const { desk, hand } = await audited((at) => [
      { day: TUESDAY, actor: at.member().id, action: 'answered', kind: 'question', times: 1 },
    ]);
    const row = { day: TUESDAY, actor: hand.member().id, action: 'answered', kind: 'question', times: 1 };
    hand.twist('POST audit/list', () => ({ rows: [row], next: TUESDAY }));
    await enter(desk, words.roomProof);
    await click(desk, words.proofAuditOlder);
    expect(offers(desk, words.proofAuditOlder)).to.equal(false);
  });

  it('still says what it knows when the list cannot be fetched', async () => {
    expectConsole('as the test wants it');
    const { desk, hand } = await room();
    hand.failNext('offline', { route: 'POST audit/list' });
    await enter(desk, words.roomProof);
    await says(desk, words.failOffline);
    expect(said(desk)).to.include(words.proofTrustPinned);
  });

  it('has no barrier that axe finds, and fits a small phone both ways', async () => {
    for (const dir of [undefined, 'rtl'] as const) {
      const { desk, hand } = await room({ width: 360, ...(dir && { dir }) });
      hand.state.backupDay = undefined;
      await enter(desk, words.roomProof);
      await expectNoBarriers(desk);
      expectToFit(desk, 360);
      desk.setAttribute('theme', 'dark');
      await desk.updateComplete;
      await expectNoBarriers(desk);
    }
  });

  it('is walked with the keyboard alone', async () => {
    const { desk } = await room();
    for (let n = 0; n < 20 && !here(desk).includes(words.proofKeyChange); n += 1) await press('Tab');
    await press('Enter');
    await rest(desk);
    expect(find(desk, '[aria-current=page]').textContent?.trim()).to.equal(words.roomPeople);
  });
});

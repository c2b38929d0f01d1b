import { expect } from '@open-wc/testing';
import { StaffRefusal } from '../../../src/backend/staff-api.js';
import { awayAt } from '../../../src/domain/away.js';
import { readDeskLink } from '../../../src/domain/desk/desk-link.js';
import { readingTimes } from '../../../src/domain/desk/reading-times.js';
import { nextReading } from '../../../src/domain/reading-hours.js';
import { fromBase64url } from '../../../src/domain/sealing/encoding.js';
import { verifyManifest } from '../../../src/domain/sealing/manifest.js';
import { originOf, savePause } from '../../../src/widgets/facilitator-desk/work/settings.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { expectNoBarriers } from '../../axe.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { NOW } from '../../domain/small-groups.js';
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

const PAGE = 'https://clinic.example/ask';

const room = (setting: Partial<Setting> = {}): Promise<Room> =>
  aRoom({ room: words.roomSettings, ...setting });

/** The manifest as a visitor's page verifies it. */
const visible = (hand: DeskAtHand) =>
  verifyManifest(hand.state.manifests.at(-1), {
    pins: [hand.pin],
    boxId: fromBase64url(hand.boxId, 'boxId', 16),
  });

const change = (desk: Room['desk'], title: string) => click(desk, `${words.settingsChange}: ${title}`);
const open = (desk: Room['desk'], title: string) => click(desk, `${words.settingsOpen}: ${title}`);

async function day(desk: Room['desk'], name: string): Promise<void> {
  byRole(desk, 'checkbox', name).click();
  await desk.updateComplete;
}

/** The lines as they are copied. */
const lines = (desk: Room['desk']): string => find(desk, '.snippet').textContent ?? '';

describe('settings', () => {
  it('show everything at a glance, and to whoever only answers no way to change it', async () => {
    const rules = { steps: 'Ring Ruth first.', leadName: 'Ruth', leadPhone: '0113 496 0100', country: 'GB' };
    const { desk, hand } = await room({ rules });
    for (const phrase of ['Tuesday', 'for 120 minutes', 'Family', 'kept for 90 days', 'Ring Ruth first.'])
      expect(said(desk)).to.include(phrase);
    expect(said(desk)).to.include('https://clinic.example');
    expect(said(desk)).not.to.include(words.settingsKeepersOnly);
    const sam = await room({ hand, as: 'Sam' });
    expect(said(sam.desk)).to.include(words.settingsKeepersOnly);
    expect(said(sam.desk)).to.include('Ring Ruth first.');
    expect(allByRole(sam.desk, 'button').filter((button) => /^Change/.test(textOf(button)))).to.have.lengthOf(
      0,
    );
  });

  it('cannot be changed by whoever only answers, whatever their desk tries', async () => {
    const { hand } = await room();
    const box = await hand.signedIn('Sam');
    const before = hand.state.manifests.at(-1);
    let failed: unknown;
    await savePause(box, '2027-01-01').catch((error: unknown) => {
      failed = error;
    });
    expect(failed).to.be.instanceOf(Error);
    await box.api.putOrigins(['https://evil.example']).catch((error: unknown) => {
      failed = error;
    });
    expect(failed).to.be.instanceOf(StaffRefusal);
    expect(hand.state.manifests.at(-1)).to.deep.equal(before);
    expect(hand.state.origins).to.deep.equal([]);
  });
});

describe('when the team reads', () => {
  it('is chosen in a form, signed, and read by visitors; a pause stays', async () => {
    const awayUntil = '2026-12-01';
    const hours = {
      timeZone: 'Europe/London',
      times: [{ start: '2026-11-03T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 120 }],
      awayUntil,
    } as const;
    const { desk, hand } = await room({ hours });
    await change(desk, words.settingsHours);
    expect(value(desk, '#hours-time')).to.equal('19:00');
    await day(desk, 'Thursday');
    await fill(desk, '#hours-time', '20:15');
    await fill(desk, '#hours-minutes', '45');
    await click(desk, words.settingsSave);
    await says(desk, words.settingsSaved);
    const manifest = await visible(hand);
    expect(readingTimes(manifest.hours)).to.deep.include({
      days: ['TU', 'TH'],
      time: '20:15',
      minutes: 45,
      timeZone: 'Europe/London',
      awayUntil,
    });
    expect(manifest.epoch).to.equal(1);
    expect(heading(desk)).to.equal(words.settingsTitle);
  });

  it('may be every second week, from a day that is chosen', async () => {
    const { desk, hand } = await room();
    await change(desk, words.settingsHours);
    expect(has(desk, '#hours-from')).to.equal(false);
    await choose(desk, '#hours-every', '2');
    await fill(desk, '#hours-from', '2026-11-24');
    await click(desk, words.settingsSave);
    await says(desk, words.settingsSaved);
    const { hours } = await visible(hand);
    expect(readingTimes(hours)).to.include({ everyWeeks: 2 });
    const next = nextReading(hours, NOW);
    expect(next.kind === 'next' && next.local).to.equal('2026-11-24T19:00');
  });

  it('says under each field what has to be mended', async () => {
    const { desk, hand } = await room();
    const before = hand.state.manifests.at(-1);
    await change(desk, words.settingsHours);
    await day(desk, 'Tuesday');
    await fill(desk, '#hours-minutes', '0');
    await click(desk, words.settingsSave);
    expect(here(desk)).to.equal('#hours-days');
    expect(said(desk)).to.include(words.settingsHoursDaysSaid);
    expect(said(desk)).to.include(words.settingsHoursMinutesSaid);
    await expectNoBarriers(desk);
    expect(hand.state.manifests.at(-1)).to.equal(before);
  });

  it('keeps times that this form cannot show, and says so', async () => {
    const hours = {
      timeZone: 'Europe/London',
      times: [{ start: '2026-11-03T19:00', rule: 'FREQ=MONTHLY;BYDAY=1TU' }],
    } as const;
    const { desk, hand } = await room({ hours });
    expect(said(desk)).to.include(words.settingsHoursOtherShort);
    await change(desk, words.settingsHours);
    expect(said(desk)).to.include(words.settingsHoursOther);
    await click(desk, words.settingsBack);
    await change(desk, words.settingsAway);
    await fill(desk, '#away-until', '2026-12-24');
    await click(desk, words.settingsAwayClose);
    await says(desk, words.settingsHoursOtherShort);
    expect((await visible(hand)).hours.times).to.deep.equal(hours.times);
  });
});

describe('a pause', () => {
  it('closes the box for visitors until that day, and is taken away again', async () => {
    const { desk, hand } = await room();
    await change(desk, words.settingsAway);
    await fill(desk, '#away-until', '2026-12-24');
    await click(desk, words.settingsAwayClose);
    await says(desk, 'Visitors read that nobody is there before then.');
    const { hours, topics } = await visible(hand);
    expect(awayAt(hours, NOW)).to.equal('2026-12-24');
    expect(nextReading(hours, NOW)).to.deep.equal({ kind: 'away', until: '2026-12-24' });
    expect(hours.times).to.have.lengthOf(1);
    expect(topics).to.deep.equal(['Family', 'Medicine', 'Work']);
    await change(desk, words.settingsAway);
    await click(desk, words.settingsAwayOpen);
    await says(desk, words.settingsAwayOpened);
    expect(awayAt((await visible(hand)).hours, NOW)).to.equal(undefined);
    expect(said(desk)).to.include(words.settingsAwayNone);
  });

  it('has to end after today', async () => {
    const { desk } = await room();
    await change(desk, words.settingsAway);
    for (const typed of ['2026-11-21', '2025-01-01', '']) {
      await fill(desk, '#away-until', typed);
      await click(desk, words.settingsAwayClose);
      expect(textOf(find(desk, '#away-until-said'))).to.equal(words.settingsAwayUntilSaid);
    }
  });

  it('is not lost by a failure', async () => {
    expectConsole('as the test wants it');
    const { desk, hand } = await room();
    await change(desk, words.settingsAway);
    await fill(desk, '#away-until', '2026-12-24');
    hand.failNext('unreachable', { route: 'PUT manifest' });
    await click(desk, words.settingsAwayClose);
    await says(desk, words.failUnreachable);
    expect(value(desk, '#away-until')).to.equal('2026-12-24');
    await click(desk, words.settingsAwayClose);
    await says(desk, words.settingsTitle);
    expect(awayAt((await visible(hand)).hours, NOW)).to.equal('2026-12-24');
  });

  it('keeps what a colleague has changed meanwhile', async () => {
    const { desk, hand } = await room();
    await change(desk, words.settingsAway);
    await fill(desk, '#away-until', '2026-12-24');
    const { changeSettings } = await import('../../../src/widgets/facilitator-desk/work/manifest.js');
    await changeSettings(await hand.signedIn(), { topics: ['Sleep'] });
    await click(desk, words.settingsAwayClose);
    await until(desk, () => heading(desk) === words.settingsTitle, 'saved');
    const { topics, hours } = await visible(hand);
    expect(topics).to.deep.equal(['Sleep']);
    expect(hours.awayUntil).to.equal('2026-12-24');
  });
});

describe('topics, language, days', () => {
  it('are signed as they are written, one topic on a line', async () => {
    const { desk, hand } = await room();
    await change(desk, words.settingsBox);
    await fill(desk, '#box-topics', ' Sleep \n\nMoney\n');
    await choose(desk, '#box-language', 'es');
    await fill(desk, '#box-days', '30');
    await click(desk, words.settingsSave);
    await says(desk, words.settingsSaved);
    const { topics, language, retentionDays } = await visible(hand);
    expect({ topics, language, retentionDays }).to.deep.equal({
      topics: ['Sleep', 'Money'],
      language: 'es',
      retentionDays: 30,
    });
  });

  it('are refused where no page would take them', async () => {
    const { desk } = await room();
    await change(desk, words.settingsBox);
    for (const [typed, phrase] of [
      ['Sleep\nSleep', '“Sleep” stands there twice'],
      ['x'.repeat(41), 'is too long'],
      [Array.from({ length: 51 }, (_, at) => `T${at}`).join('\n'), words.settingsTopicsMany],
    ] as const) {
      await fill(desk, '#box-topics', typed);
      await click(desk, words.settingsSave);
      expect(textOf(find(desk, '#box-topics-said'))).to.include(phrase);
    }
    await fill(desk, '#box-topics', 'Sleep');
    await fill(desk, '#box-days', '0');
    await click(desk, words.settingsSave);
    expect(textOf(find(desk, '#box-days-said'))).to.equal(words.settingsKeptSaid);
  });
});

describe('house rules', () => {
  it('are sealed for the team, and read by a colleague', async () => {
    const { desk, hand } = await room({ rules: { page: PAGE } });
    await change(desk, words.settingsRules);
    await fill(desk, '#rules-steps', 'Ring Ruth.\nNever answer alone.');
    await fill(desk, '#rules-leadName', 'Ruth');
    await fill(desk, '#rules-ownSupport', 'Ada, 0113 496 0111');
    await choose(desk, '#rules-country', 'GB');
    await click(desk, words.settingsSave);
    await says(desk, words.settingsSaved);
    const { rules } = await hand.signedIn('Sam');
    expect(rules).to.include({
      steps: 'Ring Ruth.\nNever answer alone.',
      leadName: 'Ruth',
      ownSupport: 'Ada, 0113 496 0111',
      country: 'GB',
      page: PAGE,
    });
    expect(said(desk)).to.include('United Kingdom');
  });

  it('outlive a failure in their form', async () => {
    expectConsole('as the test wants it');
    const { desk, hand } = await room();
    await change(desk, words.settingsRules);
    await fill(desk, '#rules-steps', 'Ring Ruth.');
    hand.failNext('offline', { route: 'PUT rules' });
    await click(desk, words.settingsSave);
    await says(desk, words.failOffline);
    expect(value(desk, '#rules-steps')).to.equal('Ring Ruth.');
  });
});

describe('web sites that may carry the box', () => {
  it('are taken as whole addresses too; those of the server stay fixed', async () => {
    const { desk, hand } = await room();
    await change(desk, words.settingsOrigins);
    expect(said(desk)).to.include('https://clinic.example');
    expect(value(desk, '#origins-own')).to.equal('');
    await fill(desk, '#origins-own', 'https://www.group.example/ask?x#y\nhttp://localhost:8080/\n');
    await click(desk, words.settingsSave);
    await says(desk, words.settingsSaved);
    expect(hand.state.origins).to.deep.equal(['https://www.group.example', 'http://localhost:8080']);
    expect(hand.state.serverOrigins).to.deep.equal(['https://clinic.example']);
  });

  it('are refused without encryption, and as nonsense', async () => {
    const { desk, hand } = await room();
    await change(desk, words.settingsOrigins);
    for (const typed of ['http://group.example', 'group', 'https://a:b@group.example', '*']) {
      await fill(desk, '#origins-own', typed);
      await click(desk, words.settingsSave);
      expect(textOf(find(desk, '#origins-own-said'))).to.include(typed);
      expect(originOf(typed)).to.equal(undefined);
    }
    expect(hand.state.origins).to.deep.equal([]);
  });
});

describe('the page that carries the box', () => {
  const tag = (hand: DeskAtHand, parts: { box?: string; pin?: string; server?: string } = {}) =>
    `<kith-question-box backend="${parts.server ?? `${location.origin}/`}" box-id="${parts.box ?? hand.boxId}" key-id="${parts.pin ?? hand.pin}">`;

  async function page(setting: Partial<Setting> = {}): Promise<Room> {
    const made = await room({ rules: { page: PAGE, country: 'GB', phone: '0113 496 0100' }, ...setting });
    await open(made.desk, words.settingsPage);
    return made;
  }

  it('gets lines with box, pin, country and phone, which are also copied', async () => {
    const taken: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => taken.push(text) },
    });
    try {
      const { desk, hand } = await page();
      const text = lines(desk);
      for (const part of [
        hand.boxId,
        hand.pin,
        'country="GB"',
        'tel:01134960100',
        'min-epoch="1"',
        '/kith/loader.js',
      ])
        expect(text).to.include(part);
      await click(desk, words.settingsCopyLines);
      expect(taken).to.deep.equal([text]);
      await says(desk, words.settingsCopied);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('says how to copy by hand where the browser forbids it', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      const { desk } = await page();
      await click(desk, words.settingsCopyLines);
      await says(desk, words.settingsCopyFailed);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('is looked at by the server, each result in words', async () => {
    const { desk, hand } = await page();
    const other = 'A'.repeat(22);
    const cases: readonly [readonly string[], string][] = [
      [[tag(hand)], words.checkGood],
      [[], words.checkMissing],
      [[tag(hand, { box: other })], words.checkOtherBox],
      [[tag(hand, { pin: 'A'.repeat(43) })], words.checkOtherPin],
      [[tag(hand, { server: 'https://ask.other.example/' })], words.checkOtherServer],
      [[tag(hand), tag(hand)], words.checkTwice],
    ];
    for (const [tags, phrase] of cases) {
      hand.state.pages.set(PAGE, tags);
      await click(desk, words.settingsCheck);
      expect(textOf(find(desk, '#checked'))).to.equal(phrase);
      expect(here(desk)).to.equal('#checked');
    }
    hand.state.pages.delete(PAGE);
    await click(desk, words.settingsCheck);
    expect(textOf(find(desk, '#checked'))).to.equal(words.checkAway);
    hand.twist('POST page-check', () => ({ status: 404, tags: [] }));
    hand.state.pages.set(PAGE, []);
    await click(desk, words.settingsCheck);
    expect(textOf(find(desk, '#checked'))).to.include('404');
  });

  it('may lie where the box must not be', async () => {
    const { desk } = await page({ rules: { page: 'https://elsewhere.example/ask' } });
    await click(desk, words.settingsCheck);
    expect(textOf(find(desk, '#checked'))).to.equal(words.checkForeign);
  });

  it('can be pasted as its source, also by whoever only answers, and nothing of it is sent', async () => {
    const { desk, hand } = await page({ as: 'Sam' });
    expect(offers(desk, words.settingsCheck)).to.equal(false);
    let asked = 0;
    const { ask } = hand;
    desk.staff = (...given) => {
      asked += 1;
      return ask(...given);
    };
    await fill(desk, '#page-source', `<!doctype html><p>Hello</p>${tag(hand)}</kith-question-box>`);
    await click(desk, words.settingsCheckPasted);
    expect(textOf(find(desk, '#checked'))).to.equal(words.checkGood);
    expect(asked).to.equal(0);
  });

  it('has its address written down with the house rules', async () => {
    const { desk, hand } = await page({ rules: { steps: 'Ring Ruth.' } });
    expect(said(desk)).to.include(words.settingsPageUnknown);
    await click(desk, words.settingsPageChange);
    await fill(desk, '#page-url', 'javascript:alert(1)');
    await click(desk, words.settingsSave);
    expect(textOf(find(desk, '#page-url-said'))).to.equal(words.settingsPageUrlSaid);
    await fill(desk, '#page-url', PAGE);
    await fill(desk, '#page-script', 'https://clinic.example/kith/loader.js');
    await click(desk, words.settingsSave);
    await says(desk, words.settingsSaved);
    expect(heading(desk)).to.equal(words.settingsPage);
    expect(lines(desk)).to.include('src="https://clinic.example/kith/loader.js"');
    expect((await hand.signedIn()).rules).to.include({ page: PAGE, steps: 'Ring Ruth.' });
  });
});

describe('this desk', () => {
  it('gives its own link, which names box and key, and for the file the server, too', async () => {
    const { desk, hand } = await room();
    await open(desk, words.settingsDesk);
    const [link, behind] = [...desk.renderRoot.querySelectorAll('.snippet')].map(
      (one) => one.textContent ?? '',
    );
    expect(readDeskLink(new URL(link ?? '').hash)).to.deep.equal({
      kind: 'open',
      boxId: hand.boxId,
      pin: hand.pin,
    });
    expect(readDeskLink(behind ?? '')).to.deep.equal({
      kind: 'open',
      boxId: hand.boxId,
      pin: hand.pin,
      server: `${location.origin}/`,
    });
    expect(said(desk)).to.include('kith-desk.html');
  });
});

describe('settings for everybody', () => {
  const walk = async (setting: Partial<Setting>, at: (desk: Room['desk']) => Promise<void>) => {
    const rules = { steps: 'Ring Ruth.', page: `${PAGE}/${'very-long-'.repeat(12)}` };
    const { desk } = await room({ rules, ...setting });
    await at(desk);
    for (const title of [
      words.settingsHours,
      words.settingsAway,
      words.settingsBox,
      words.settingsRules,
      words.settingsOrigins,
    ]) {
      await change(desk, title);
      expect(here(desk)).to.equal(`heading ${title}`);
      await at(desk);
      await click(desk, words.settingsBack);
    }
    await open(desk, words.settingsPage);
    await fill(desk, '#page-source', 'nothing');
    await click(desk, words.settingsCheckPasted);
    await at(desk);
    await click(desk, words.settingsPageChange);
    await at(desk);
    await enter(desk, words.roomSettings);
    await open(desk, words.settingsDesk);
    await at(desk);
  };

  for (const theme of ['light', 'dark'])
    it(`have no barrier that axe finds, ${theme}`, async () => {
      await walk({}, async (desk) => {
        desk.setAttribute('theme', theme);
        await desk.updateComplete;
        await expectNoBarriers(desk);
      });
    });

  for (const dir of [undefined, 'rtl'] as const)
    it(`fit a small phone${dir ? ', right to left' : ''}`, async () => {
      await walk({ width: 360, ...(dir && { dir }) }, async (desk) => expectToFit(desk, 360));
    });

  it('work with the keyboard alone', async () => {
    const { desk, hand } = await room();
    const to = async (name: string) => {
      for (let n = 0; n < 60 && !here(desk).includes(name); n += 1) await press('Tab');
      expect(here(desk)).to.include(name);
    };
    await to(`${words.settingsChange}: ${words.settingsBox}`);
    await press('Enter');
    await to('#box-topics');
    await press('Control+a');
    await type('Sleep');
    await to(words.settingsSave);
    await press('Enter');
    await says(desk, words.settingsSaved);
    expect((await visible(hand)).topics).to.deep.equal(['Sleep']);
  });
});

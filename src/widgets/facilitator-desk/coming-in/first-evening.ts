/**
 * The first evening: a box is made, its sheet proven from paper, its page written, and only then it opens. Each step stands on what the
 * server holds already, so that a tab that was lost costs a step and not the evening.
 */
import { html, type TemplateResult } from 'lit';
import type { StaffAsk } from '../../../backend/staff-api.js';
import { deskLink } from '../../../domain/desk/desk-link.js';
import { readingTimes } from '../../../domain/desk/reading-times.js';
import { DAY_MS, formatLocalDate } from '../../../domain/recurrence/plain-day.js';
import { type Bytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { readText, tidyText } from '../../../domain/sealing/plain-text.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import { type SheetCode, showSheetCode } from '../../../domain/sealing/staff/recovery.js';
import type { Desk, DeskFrame, Screen } from '../desk-screen.js';
import { claimBox, type PlannedBox, planBox } from '../work/first-box.js';
import { EMPTY_RULES } from '../work/house-rules.js';
import { newEpoch } from '../work/manifest.js';
import type { OpenedBox } from '../work/opened-box.js';
import { replaceSheet } from '../work/people.js';
import { CarryingPage, type PageResult, type PageSlips } from './carrying-page.js';
import { checkView, pageView, snippetView } from './carrying-page.view.js';
import { openedView, openingView, welcomeView } from './first-evening.view.js';
import { NewWords } from './new-words.js';
import { type ReadingFields, type Slip, settingsFrom, slipsOf, usualFields } from './reading-form.js';
import { readingFormView } from './reading-form.view.js';
import { proveView, sheetView } from './recovery-sheet.view.js';

/** How a first evening begins: with the server's first link, or signed in to a box that was not opened yet. */
export interface Beginning {
  readonly ask: StaffAsk;
  readonly secret?: Bytes;
  readonly box?: OpenedBox;
  /** The box is made and signed in to: from here on the desk locks itself. Shows this evening again, at its next step. */
  unlocked(box: OpenedBox): void;
  /** What an unlocked desk offers. */
  desk(box: OpenedBox): Desk;
}

/** Which of the seven steps each view belongs to. */
const STEPS = {
  welcome: 1,
  words: 2,
  sheet: 3,
  prove: 4,
  hours: 5,
  page: 6,
  snippet: 6,
  open: 7,
  check: 7,
  opened: 7,
} as const;
type Step = keyof typeof STEPS;
const ALL_STEPS = 7;

/** From the screen that made a box to the one that goes on with it: taken out at once, and with a box that is forgotten it is gone. */
const handedOn = new WeakMap<OpenedBox, SheetCode>();

export class FirstEveningScreen implements Screen {
  #step: Step;
  #name = '';
  #said = '';
  #plan: PlannedBox | undefined;
  #words: NewWords | undefined;
  /** Whether the box was sent to the server, with or without a reply. */
  #sent = false;
  #desk: Desk | undefined;
  /** In memory until somebody says that it is on paper. */
  #code: SheetCode | undefined;
  #pin = '';
  #fields: ReadingFields;
  #slips: readonly Slip[] = [];
  #page: CarryingPage | undefined;
  #pageSlips: PageSlips = {};
  #source = '';
  #result: PageResult | undefined;

  constructor(
    readonly desk: DeskFrame,
    readonly how: Beginning,
  ) {
    const { box } = how;
    this.#fields = usualFields(desk);
    this.#step = 'welcome';
    if (!box) return;
    this.#desk = how.desk(box);
    this.#code = handedOn.get(box);
    handedOn.delete(box);
    if (!box.server.sheetProven) this.#step = this.#code ? 'sheet' : 'prove';
    else this.#step = 'hours';
  }

  async enter(): Promise<void> {
    this.desk.focus('h3.heading');
    const { box } = this.how;
    if (!box) return;
    this.#pin = await box.pin();
    this.desk.update();
  }

  leave(): void {
    this.#words?.wipe();
    this.#words = this.#plan = this.#code = undefined;
    this.#source = '';
    // A page that comes back out of the browser's memory begins again.
    if (!this.#desk) this.#step = 'welcome';
    this.desk.update();
  }

  #go(step: Step): void {
    this.#step = step;
    this.#said = '';
    this.#result = undefined;
    this.desk.update();
    this.desk.focus('h3.heading');
  }

  get #at(): string {
    const { locale, words } = this.desk;
    return locale.say(words.startStep, { n: STEPS[this.#step], all: ALL_STEPS });
  }

  /** What has to be mended before it goes on. */
  #mend(said: string, selector: string): void {
    this.desk.update();
    this.desk.say(said);
    this.desk.focus(selector);
  }

  // 1 and 2: a name and seven words

  #slipOfName(): string {
    const { words } = this.desk;
    try {
      this.#name = tidyText(this.#name, 'name').trim();
      readText(this.#name, 'name', { most: 80, needed: true });
      return '';
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      if (error.reason === 'empty') return words.startNameNeeded;
      return error.reason === 'too-long' ? words.startNameLong : words.startNameOdd;
    }
  }

  readonly #begin = async (): Promise<void> => {
    const { desk } = this;
    if (desk.busy) return;
    this.#said = this.#slipOfName();
    if (this.#said) return this.#mend(this.#said, '#my-name');
    await desk.attempt(async () => {
      this.#plan = await planBox(this.#name);
      this.#step = 'words';
      this.#words = new NewWords(desk, this.#plan.made.passphrase, this.#at, () => void this.#claim());
      this.#go('words');
    });
  };

  async #claim(): Promise<void> {
    const plan = this.#plan;
    const { ask, secret } = this.how;
    if (!plan || !secret) return;
    await this.desk.attempt(async () => {
      const again = this.#sent;
      this.#sent = true;
      const { box, sheet } = await claimBox(ask, secret, plan, again);
      secret.fill(0);
      handedOn.set(box, sheet);
      this.how.unlocked(box);
    });
  }

  // 3 and 4: the sheet

  #link(desk: Desk, prove = false): string {
    const { box, deskUrl, serverUrl } = desk;
    const isElsewhere = !serverUrl || new URL(serverUrl).origin !== new URL(deskUrl).origin;
    return deskLink(deskUrl, {
      boxId: toBase64url(box.boxId),
      pin: this.#pin,
      prove,
      ...(isElsewhere && serverUrl && { server: serverUrl }),
    });
  }

  readonly #prove = async (): Promise<void> => {
    const { desk } = this;
    const box = this.#desk?.box;
    if (!box || desk.busy) return;
    const asked = await desk.attempt(() => box.refresh());
    if (!asked) return;
    if (box.server.sheetProven) {
      desk.say(desk.words.startProveYes);
      this.#go('hours');
    } else {
      this.#said = desk.words.startProveNot;
      this.#mend(this.#said, '.result');
    }
  };

  readonly #renewSheet = async (): Promise<void> => {
    const { desk } = this;
    const box = this.#desk?.box;
    if (!box || desk.busy) return;
    await desk.attempt(async () => {
      // This desk itself may have signed one without hearing of it.
      await box.refresh();
      this.#code = await replaceSheet(box, false);
      this.#go('sheet');
    });
  };

  // 5 to 7: hours, page, opening

  readonly #change = (fields: Partial<ReadingFields>): void => {
    this.#fields = { ...this.#fields, ...fields };
    this.desk.update();
  };

  readonly #takeHours = (): void => {
    this.#slips = slipsOf(this.#fields, this.desk);
    const [first] = this.#slips;
    if (first) this.#mend(first.said, `#${first.field}`);
    else this.#go('page');
  };

  #carrying(desk: Desk): CarryingPage {
    this.#page ??= new CarryingPage(desk, [this.#pin]);
    return this.#page;
  }

  readonly #showSnippet = async (page: CarryingPage): Promise<void> => {
    const { desk } = this;
    if (desk.busy) return;
    this.#pageSlips = page.slips();
    const { page: said, script } = this.#pageSlips;
    if (said) return this.#mend(said, '#page');
    if (script) return this.#mend(script, '#script');
    await desk.attempt(async () => {
      await page.allow();
      this.#go('snippet');
    });
  };

  readonly #copy = async (text: string): Promise<void> => {
    const { words } = this.desk;
    try {
      await navigator.clipboard.writeText(text);
      this.desk.say(words.startCopied);
    } catch {
      this.desk.tell(words.startNotCopied);
      this.desk.update();
    }
  };

  readonly #open = async (page: CarryingPage): Promise<void> => {
    const { desk } = this;
    const box = this.#desk?.box;
    const settings = settingsFrom(this.#fields, desk.now());
    if (!box || !settings || desk.busy) return;
    const { country, phone } = this.#fields;
    const rules = { ...EMPTY_RULES, country, phone: phone.trim(), page: page.page, script: page.script };
    await desk.attempt(async () => {
      // After a reply that was lost the box stands open already.
      await box.refresh();
      if (!box.manifest) await newEpoch(box, settings);
      await box.putRules(rules);
      this.#go('check');
    });
  };

  #tell(result: PageResult): void {
    this.#result = result;
    this.#mend(result.said, '.result');
  }

  readonly #look = async (page: CarryingPage): Promise<void> => {
    if (this.desk.busy) return;
    await this.desk.attempt(async () => this.#tell(await page.look()));
  };

  // Showing

  #hoursInWords(): string {
    const { locale, words } = this.desk;
    const settings = settingsFrom(this.#fields, this.desk.now());
    const times = settings && readingTimes(settings.hours);
    if (!times) return '';
    return locale.say(times.everyWeeks === 2 ? words.startOpenHoursTwo : words.startOpenHours, {
      days: locale.list(times.days.map((day) => locale.weekday(day))),
      time: locale.time(times.time),
    });
  }

  #sheet(desk: Desk, code: SheetCode): TemplateResult {
    const { box, deskUrl, serverUrl } = desk;
    return sheetView(
      desk,
      {
        step: this.#at,
        code: showSheetCode(code),
        name: box.me.name,
        day: desk.locale.date(formatLocalDate(Math.floor(desk.now() / DAY_MS))),
        boxId: toBase64url(box.boxId),
        server: serverUrl || deskUrl,
        link: this.#link(desk, true),
        deskLink: this.#link(desk),
        busy: desk.busy,
      },
      {
        print: () => desk.print(),
        written: () => {
          this.#code = undefined;
          this.#go('prove');
        },
      },
    );
  }

  #signedIn(desk: Desk): TemplateResult {
    const { busy } = desk;
    const step = this.#at;
    if (this.#step === 'sheet' && this.#code) return this.#sheet(desk, this.#code);
    if (this.#step === 'hours')
      return readingFormView(
        desk,
        { step, fields: this.#fields, slips: this.#slips, busy },
        {
          change: this.#change,
          read: (day, checked) => {
            const others = this.#fields.days.filter((one) => one !== day);
            this.#change({ days: checked ? [...others, day] : others });
          },
          done: this.#takeHours,
        },
      );
    if (STEPS[this.#step] >= STEPS.page) return this.#ofPage(desk, this.#carrying(desk));
    return proveView(
      desk,
      { step, link: this.#link(desk, true), said: this.#said, busy },
      { done: () => void this.#prove(), anew: () => void this.#renewSheet() },
    );
  }

  #ofPage(desk: Desk, page: CarryingPage): TemplateResult {
    const { busy } = desk;
    const step = this.#at;
    if (this.#step === 'page')
      return pageView(
        desk,
        { step, fields: page.fields, slips: this.#pageSlips, busy },
        {
          change: (fields) => {
            page.fields = { ...page.fields, ...fields };
            desk.update();
          },
          show: () => void this.#showSnippet(page),
        },
      );
    if (this.#step === 'snippet') {
      const snippet = page.snippet(this.#fields);
      return snippetView(
        desk,
        { step, snippet, busy },
        { copy: () => void this.#copy(snippet), next: () => this.#go('open'), back: () => this.#go('page') },
      );
    }
    if (this.#step === 'open')
      return openingView(
        desk,
        { step, hours: this.#hoursInWords(), busy },
        { open: () => void this.#open(page), back: () => this.#go('hours') },
      );
    if (this.#step === 'check')
      return checkView(
        desk,
        { step, page: page.page, source: this.#source, result: this.#result, busy },
        {
          look: () => void this.#look(page),
          source: (source) => {
            this.#source = source;
          },
          lookAtSource: () => this.#tell(page.lookAt(this.#source)),
          next: () => this.#go('opened'),
        },
      );
    const link = this.#link(desk);
    return openedView(
      desk,
      { link, busy },
      {
        copy: () => void this.#copy(link),
        invite: () => desk.go('people'),
        evening: () => desk.go('evening'),
      },
    );
  }

  render(): TemplateResult {
    const { desk } = this;
    if (this.#desk) return this.#pin ? this.#signedIn(this.#desk) : html``;
    if (this.#step === 'words' && this.#words) return this.#words.render();
    return welcomeView(
      desk,
      { step: this.#at, name: this.#name, said: this.#said, busy: desk.busy },
      {
        name: (name) => {
          this.#name = name;
        },
        next: () => void this.#begin(),
      },
    );
  }
}

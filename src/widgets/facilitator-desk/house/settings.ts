/** Settings: everything about the box at a glance, and one form at a time for whoever may change it. What was typed outlives a failure. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import { awayAt } from '../../../domain/away.js';
import { deskLink } from '../../../domain/desk/desk-link.js';
import { readingTimes } from '../../../domain/desk/reading-times.js';
import { checkSnippet, type SnippetState, snippet } from '../../../domain/desk/snippet.js';
import { nextReading } from '../../../domain/reading-hours.js';
import type { Weekday } from '../../../domain/recurrence/rule.js';
import { localTime } from '../../../domain/recurrence/zone.js';
import { toBase64url } from '../../../domain/sealing/encoding.js';
import type { DeskStrings } from '../../../i18n/desk/desk-strings.js';
import { copied } from '../copied.js';
import type { Desk, Screen } from '../desk-screen.js';
import {
  type SitePins,
  saveHours,
  saveOrigins,
  savePause,
  saveRules,
  saveSettings,
  siteParts,
  sitePins,
} from '../work/settings.js';
import { hoursInWords, type TimesInWords } from './hours-in-words.js';
import { settingsView } from './settings.view.js';
import {
  type BoxForm,
  type Checked,
  checkBox,
  checkHours,
  checkOrigins,
  checkPageForm,
  checkPause,
  type HoursForm,
  hoursForm,
  type Mend,
  type PageForm,
  type RulesForm,
} from './settings-forms.js';
import { boxFormView, hoursFormView, originsFormView, pauseFormView } from './settings-forms.view.js';
import { deskPlaceView, pageFormView, pageView } from './settings-page.view.js';
import { rulesFormView } from './settings-rules.view.js';

export type SettingsStep = 'all' | 'hours' | 'pause' | 'box' | 'rules' | 'origins' | 'page' | 'site' | 'desk';

const CHECKS: Readonly<Record<SnippetState, keyof DeskStrings>> = {
  good: 'checkGood',
  missing: 'checkMissing',
  'other-box': 'checkOtherBox',
  'other-pin': 'checkOtherPin',
  'old-pin': 'checkOldPin',
  'other-server': 'checkOtherServer',
  twice: 'checkTwice',
};

export class SettingsScreen implements Screen {
  #step: SettingsStep = 'all';
  #mend: Mend = {};
  #pins: SitePins | undefined;

  #hours: HoursForm | undefined;
  #pause = '';
  #box: BoxForm | undefined;
  #rules: RulesForm | undefined;
  #origins = '';
  #page: PageForm = { page: '', script: '' };
  #pasted = '';
  /** What came of looking at the page. */
  #checked = '';

  constructor(private readonly desk: Desk) {}

  async enter(): Promise<void> {
    const { desk } = this;
    desk.focus('h3.big');
    await desk.attempt(async () => {
      await desk.box.refresh();
      this.#pins = await sitePins(desk.box);
      desk.update();
    });
  }

  leave(): void {
    this.#pasted = '';
  }

  // From step to step

  readonly #go = (step: SettingsStep): void => {
    const { box } = this.desk;
    const { manifest, rules } = box;
    this.#step = step;
    this.#mend = {};
    this.#checked = '';
    if (step === 'hours') this.#hours = hoursForm(manifest && readingTimes(manifest.hours), this.#here);
    if (step === 'pause') this.#pause = this.#awayUntil ?? '';
    if (step === 'box')
      this.#box = {
        topics: (manifest?.topics ?? []).join('\n'),
        language: manifest?.language ?? '',
        days: String(manifest?.retentionDays ?? ''),
      };
    if (step === 'rules') this.#rules = rules;
    if (step === 'origins') this.#origins = box.server.origins.box.join('\n');
    if (step === 'site') this.#page = rules;
    this.desk.update();
    this.desk.focus('h3.big');
  };

  /** By the box's own clock; by the device's before the box has one. */
  get #here(): { readonly today: string; readonly timeZone: string } {
    const timeZone =
      this.desk.box.manifest?.hours.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    return { today: localTime(this.desk.now(), timeZone).slice(0, 10), timeZone };
  }

  get #awayUntil(): string | undefined {
    const { manifest } = this.desk.box;
    return manifest && awayAt(manifest.hours, this.desk.now());
  }

  // Saving

  /** Saves what fits and goes back to where it is seen; what does not is told under its field. */
  async #save<T>(
    checked: Checked<T>,
    work: (value: T) => Promise<void>,
    {
      said = () => this.desk.words.settingsSaved,
      after = 'all',
    }: { readonly said?: (value: T) => string; readonly after?: SettingsStep } = {},
  ): Promise<void> {
    const { desk } = this;
    if (desk.busy) return;
    if ('mend' in checked) {
      this.#mend = checked.mend;
      desk.update();
      const [first = ''] = Object.keys(checked.mend);
      desk.say(checked.mend[first] ?? '');
      desk.focus(`#${first}`);
      return;
    }
    this.#mend = {};
    if (await desk.attempt(() => work(checked.value))) {
      this.#go(after);
      desk.say(said(checked.value));
    }
  }

  readonly #changeHours = (part: Partial<HoursForm>): void => {
    if (this.#hours) this.#hours = { ...this.#hours, ...part };
    this.desk.update();
  };

  /** Days may be ticked faster than they are shown. */
  readonly #readOn = (day: Weekday, checked: boolean): void => {
    const others = (this.#hours?.days ?? []).filter((one) => one !== day);
    this.#changeHours({ days: checked ? [...others, day] : others });
  };

  readonly #saveHours = (): void => {
    const { desk } = this;
    if (this.#hours) void this.#save(checkHours(this.#hours, desk), (hours) => saveHours(desk.box, hours));
  };

  readonly #savePause = (): void => {
    const { desk } = this;
    void this.#save(checkPause(this.#pause, this.#here.today, desk), (until) => savePause(desk.box, until), {
      said: (until) => desk.locale.say(desk.words.settingsAwayClosed, { date: desk.locale.date(until) }),
    });
  };

  readonly #endPause = (): void => {
    const { desk } = this;
    void this.#save({ value: undefined }, () => savePause(desk.box, undefined), {
      said: () => desk.words.settingsAwayOpened,
    });
  };

  // The group's page

  get #lines(): string {
    const { box, serverUrl, words } = this.desk;
    if (!this.#pins) return '';
    return snippet({
      ...siteParts(box, this.#pins, serverUrl),
      words: { phone: words.settingsSnippetPhone, help: words.settingsSnippetHelp },
    });
  }

  #judge(tags: string | readonly string[]): string {
    const { box, serverUrl, words } = this.desk;
    const pageUrl = box.rules.page;
    const { state } = checkSnippet(tags, {
      serverUrl,
      boxId: toBase64url(box.boxId),
      ...(this.#pins ?? { pins: [] }),
      ...(pageUrl && { pageUrl }),
    });
    return words[CHECKS[state]] as string;
  }

  #tellChecked(text: string): void {
    this.#checked = text;
    this.desk.update();
    this.desk.focus('#checked');
  }

  readonly #check = async (): Promise<void> => {
    const { desk } = this;
    const { words } = desk;
    await desk.attempt(async () => {
      try {
        const { status, tags } = await desk.box.api.checkPage(desk.box.rules.page);
        const isThere = status >= 200 && status < 300;
        this.#tellChecked(
          isThere ? this.#judge(tags) : desk.locale.say(words.checkStatus, { status: String(status) }),
        );
      } catch (error) {
        const reason = error instanceof StaffRefusal ? error.reason : '';
        if (reason !== 'foreign-page' && reason !== 'page-away') throw error;
        this.#tellChecked(reason === 'foreign-page' ? words.checkForeign : words.checkAway);
      }
    });
  };

  readonly #copy = async (text: string): Promise<void> => {
    const { words } = this.desk;
    if (await copied(text)) this.desk.say(words.settingsCopied);
    else this.desk.tell(words.settingsCopyFailed);
  };

  // Showing

  #times(): TimesInWords {
    const { box, now } = this.desk;
    const { manifest } = box;
    if (!manifest) return { said: '' };
    const reading = nextReading(manifest.hours, now());
    return hoursInWords(readingTimes(manifest.hours), reading, this.desk);
  }

  /** The desk's own link; from elsewhere it also names the server. */
  #link(base: string): string {
    const { box, serverUrl, deskUrl } = this.desk;
    const isElsewhere =
      base === '' || !URL.canParse(serverUrl) || !deskUrl.startsWith(new URL(serverUrl).origin);
    return deskLink(base, {
      boxId: toBase64url(box.boxId),
      pin: this.#pins?.pins.at(-1) ?? '',
      ...(isElsewhere && { server: serverUrl }),
    });
  }

  render(): TemplateResult {
    const { desk } = this;
    const { box, busy } = desk;
    const frame = { busy, mend: this.#mend, back: () => this.#go('all') };
    switch (this.#step) {
      case 'hours':
        if (!this.#hours) break;
        return hoursFormView(
          desk,
          { ...frame, form: this.#hours, other: !!box.manifest && !readingTimes(box.manifest.hours) },
          { change: this.#changeHours, read: this.#readOn, save: this.#saveHours },
        );
      case 'pause':
        return pauseFormView(
          desk,
          { ...frame, until: this.#pause, away: this.#awayUntil },
          {
            change: (until) => {
              this.#pause = until;
            },
            save: this.#savePause,
            open: this.#endPause,
          },
        );
      case 'box':
        if (!this.#box) break;
        return boxFormView(
          desk,
          { ...frame, form: this.#box },
          {
            change: (part) => {
              if (this.#box) this.#box = { ...this.#box, ...part };
            },
            save: () => {
              if (this.#box)
                void this.#save(checkBox(this.#box, desk), (settings) => saveSettings(box, settings));
            },
          },
        );
      case 'rules':
        if (!this.#rules) break;
        return rulesFormView(
          desk,
          { ...frame, form: this.#rules },
          {
            change: (part) => {
              if (this.#rules) this.#rules = { ...this.#rules, ...part };
            },
            save: () => {
              if (this.#rules) void this.#save({ value: this.#rules }, (rules) => saveRules(box, rules));
            },
          },
        );
      case 'origins':
        return originsFormView(
          desk,
          { ...frame, typed: this.#origins, server: box.server.origins.server },
          {
            change: (typed) => {
              this.#origins = typed;
            },
            save: () =>
              void this.#save(checkOrigins(this.#origins, desk), (origins) => saveOrigins(box, origins)),
          },
        );
      case 'site':
        return pageFormView(
          desk,
          { ...frame, form: this.#page, back: () => this.#go('page') },
          {
            change: (part) => {
              this.#page = { ...this.#page, ...part };
            },
            save: () =>
              void this.#save(checkPageForm(this.#page, desk), (page) => saveRules(box, page), {
                after: 'page',
              }),
          },
        );
      case 'page':
        return pageView(
          desk,
          {
            ...frame,
            lines: this.#lines,
            rules: box.rules,
            isKeeper: box.isKeeper,
            pasted: this.#pasted,
            checked: this.#checked,
          },
          {
            copy: () => void this.#copy(this.#lines),
            change: () => this.#go('site'),
            check: () => void this.#check(),
            paste: (html) => {
              this.#pasted = html;
            },
            checkPasted: () => this.#tellChecked(this.#judge(this.#pasted)),
          },
        );
      case 'desk':
        return deskPlaceView(
          desk,
          { ...frame, link: this.#link(desk.deskUrl), behind: this.#link('') },
          { copy: (text) => void this.#copy(text) },
        );
      case 'all':
        break;
    }
    return settingsView(
      desk,
      {
        isKeeper: box.isKeeper,
        opened: box.manifest !== undefined,
        times: this.#times(),
        awayUntil: this.#awayUntil,
        topics: box.manifest?.topics ?? [],
        language: box.manifest?.language ?? '',
        retentionDays: box.manifest?.retentionDays,
        rules: box.rules,
        origins: box.server.origins,
      },
      { go: this.#go },
    );
  }
}

/** The forms of the settings, one at a time. */
import { html, nothing, type TemplateResult } from 'lit';
import { WEEKDAYS } from '../../../domain/recurrence/plain-day.js';
import type { Weekday } from '../../../domain/recurrence/rule.js';
import { timeZones } from '../coming-in/reading-form.js';
import { LANGUAGES } from '../coming-in/reading-form.view.js';
import type { Speech } from '../desk-screen.js';
import { choice, form, primary, secondary, textArea, textField, tick } from '../form.view.js';
import type { BoxForm, HoursForm, Mend } from './settings-forms.js';

/** What every form has. */
export interface FormFrame {
  readonly busy: boolean;
  readonly mend: Mend;
  back(): void;
}

const said = (mend: Mend, id: string) => (mend[id] ? { said: mend[id] } : {});

/** One form under its heading. */
export const settingsForm = (
  { words }: Speech,
  { title, intro, busy, back }: FormFrame & { readonly title: string; readonly intro?: string },
  save: () => void,
  body: unknown,
  label = words.settingsSave,
): TemplateResult => html`<section class="narrow">
  <h3 class="big heading" tabindex="-1">${title}</h3>
  ${intro ? html`<p>${intro}</p>` : nothing}
  ${form(
    save,
    html`${body}
      <div class="deeds">${primary(label, busy)} ${secondary(words.settingsBack, false, back, 'link')}</div>`,
  )}
</section>`;

export interface HoursFormModel extends FormFrame {
  readonly form: HoursForm;
  /** The times that hold now were written in another way than this form's. */
  readonly other: boolean;
}

export function hoursFormView(
  speech: Speech,
  model: HoursFormModel,
  {
    change,
    read,
    save,
  }: { change(part: Partial<HoursForm>): void; read(day: Weekday, checked: boolean): void; save(): void },
): TemplateResult {
  const { words, locale } = speech;
  const { form: typed, mend, other } = model;
  const week = [...WEEKDAYS.slice(locale.firstDay), ...WEEKDAYS.slice(0, locale.firstDay)];
  const daysSaid = mend['hours-days'];
  return settingsForm(
    speech,
    { ...model, title: words.settingsHours, intro: words.settingsHoursIntro },
    save,
    html`${other ? html`<p class="notice" part="notice">${words.settingsHoursOther}</p>` : nothing}
      <fieldset id="hours-days" class="heading" tabindex="-1" aria-describedby=${daysSaid ? 'hours-days-said' : nothing}>
        <legend class="label">${words.settingsHoursDays}</legend>
        ${week.map((day) =>
          tick({
            label: locale.weekday(day),
            checked: typed.days.includes(day),
            change: (checked) => read(day, checked),
          }),
        )}
        ${daysSaid ? html`<p class="said" part="notice" id="hours-days-said">${daysSaid}</p>` : nothing}
      </fieldset>
      ${choice({
        id: 'hours-every',
        label: words.settingsHoursEvery,
        value: typed.every,
        options: [
          ['1', words.settingsHoursWeekly],
          ['2', words.settingsHoursSecond],
        ],
        change: (every) => change({ every: every === '2' ? '2' : '1' }),
      })}
      ${
        typed.every === '2'
          ? textField({
              id: 'hours-from',
              label: words.settingsHoursFrom,
              hint: words.settingsHoursFromHint,
              kind: 'date',
              value: typed.from,
              ...said(mend, 'hours-from'),
              change: (from) => change({ from }),
            })
          : nothing
      }
      ${textField({
        id: 'hours-time',
        label: words.settingsHoursTime,
        kind: 'time',
        value: typed.time,
        ...said(mend, 'hours-time'),
        change: (time) => change({ time }),
      })}
      ${textField({
        id: 'hours-minutes',
        label: words.settingsHoursMinutes,
        hint: words.settingsHoursMinutesHint,
        kind: 'number',
        least: 1,
        most: 1440,
        value: typed.minutes,
        ...said(mend, 'hours-minutes'),
        change: (minutes) => change({ minutes }),
      })}
      ${choice({
        id: 'hours-zone',
        label: words.settingsHoursZone,
        value: typed.timeZone,
        options: timeZones(typed.timeZone).map((zone) => [zone, zone.replaceAll('_', ' ')]),
        ...said(mend, 'hours-zone'),
        change: (timeZone) => change({ timeZone }),
      })}`,
  );
}

export interface PauseFormModel extends FormFrame {
  readonly until: string;
  /** Until when the box is closed now. */
  readonly away: string | undefined;
}

export function pauseFormView(
  speech: Speech,
  model: PauseFormModel,
  { change, save, open }: { change(until: string): void; save(): void; open(): void },
): TemplateResult {
  const { words, locale } = speech;
  const { until, away, mend, busy } = model;
  return settingsForm(
    speech,
    { ...model, title: words.settingsAway, intro: words.settingsAwayIntro },
    save,
    html`${
      away
        ? html`<p class="notice" part="notice">${locale.say(words.settingsAwayNow, { date: locale.date(away) })}</p>
            ${secondary(words.settingsAwayOpen, busy, open)}`
        : nothing
    }
    ${textField({
      id: 'away-until',
      label: words.settingsAwayUntil,
      kind: 'date',
      value: until,
      ...said(mend, 'away-until'),
      change,
    })}`,
    words.settingsAwayClose,
  );
}

export function boxFormView(
  speech: Speech,
  model: FormFrame & { readonly form: BoxForm },
  { change, save }: { change(part: Partial<BoxForm>): void; save(): void },
): TemplateResult {
  const { words, locale } = speech;
  const { form: typed, mend } = model;
  const tags = [...new Set(['', ...LANGUAGES, typed.language])];
  return settingsForm(
    speech,
    { ...model, title: words.settingsBox },
    save,
    html`${textArea({
      id: 'box-topics',
      label: words.settingsTopics,
      hint: words.settingsTopicsHint,
      rows: 6,
      value: typed.topics,
      ...said(mend, 'box-topics'),
      change: (topics) => change({ topics }),
    })}
    ${choice({
      id: 'box-language',
      label: words.settingsLanguage,
      value: typed.language,
      options: tags.map((tag) => [tag, tag ? locale.language(tag) : words.settingsLanguageNone]),
      change: (language) => change({ language }),
    })}
    ${textField({
      id: 'box-days',
      label: words.settingsKept,
      hint: words.settingsKeptHint,
      kind: 'number',
      least: 1,
      most: 3650,
      value: typed.days,
      ...said(mend, 'box-days'),
      change: (days) => change({ days }),
    })}`,
  );
}

export function originsFormView(
  speech: Speech,
  model: FormFrame & { readonly typed: string; readonly server: readonly string[] },
  { change, save }: { change(typed: string): void; save(): void },
): TemplateResult {
  const { words } = speech;
  const { typed, server, mend } = model;
  return settingsForm(
    speech,
    { ...model, title: words.settingsOrigins, intro: words.settingsOriginsIntro },
    save,
    html`${
      server.length > 0
        ? html`<h4>${words.settingsOriginsServer}</h4>
            <p class="small quiet">${words.settingsOriginsServerHint}</p>
            <ul class="plain-list">${server.map((one) => html`<li dir="ltr">${one}</li>`)}</ul>`
        : nothing
    }
    ${textArea({
      id: 'origins-own',
      label: words.settingsOriginsOwn,
      hint: words.settingsOriginsHint,
      rows: 4,
      value: typed,
      ...said(mend, 'origins-own'),
      change,
    })}`,
  );
}

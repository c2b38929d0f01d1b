/** The form that says when somebody reads, and what else visitors should know. */
import { html, nothing, type TemplateResult } from 'lit';
import { WEEKDAYS } from '../../../domain/recurrence/plain-day.js';
import type { Weekday } from '../../../domain/recurrence/rule.js';
import type { Locale } from '../../../i18n/locale.js';
import type { Speech } from '../desk-screen.js';
import { choice, form, primary, textArea, textField, tick } from '../form.view.js';
import { stepHeading } from '../step-heading.view.js';
import { countries, RETENTIONS, type ReadingFields, type Slip, timeZones } from './reading-form.js';

/** Languages a clinic is likely to answer in, after the one that the desk speaks. */
export const LANGUAGES: readonly string[] =
  'en es ar fr de pt it nl pl uk ru tr fa ur hi bn pa gu ta so sw am zh ja ko vi tl el ro bg cs sk hu sv nb da fi cy ga he'.split(
    ' ',
  );

export interface ReadingFormModel {
  readonly step: string;
  readonly fields: ReadingFields;
  readonly slips: readonly Slip[];
  readonly busy: boolean;
}

export interface ReadingFormActions {
  change(fields: Partial<ReadingFields>): void;
  /** Whether somebody reads on this day. */
  read(day: Weekday, checked: boolean): void;
  done(): void;
}

const named = (
  codes: readonly string[],
  name: (code: string) => string,
  locale: Locale,
): readonly (readonly [string, string])[] =>
  codes
    .map((code) => [code, name(code)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, locale.tag));

export function readingFormView(
  { locale, words }: Speech,
  { step, fields, slips, busy }: ReadingFormModel,
  { change, read, done }: ReadingFormActions,
): TemplateResult {
  const said = (field: Slip['field']) => slips.find((slip) => slip.field === field)?.said ?? '';
  const week = WEEKDAYS.map((_, at) => WEEKDAYS[(at + locale.firstDay) % 7] ?? 'MO');
  const languages = [...new Set([fields.language, ...LANGUAGES])];
  return html`<section class="narrow">
    ${stepHeading(step, words.startHours)}
    <p>${words.startHoursIntro}</p>
    ${form(
      done,
      html`<fieldset
          id="days"
          tabindex="-1"
          aria-describedby=${said('days') ? 'days-said' : nothing}
        >
          <legend>${words.startDays}</legend>
          <div class="days">
            ${week.map((day) =>
              tick({
                id: `day-${day}`,
                label: locale.weekday(day),
                checked: fields.days.includes(day),
                change: (checked) => read(day, checked),
              }),
            )}
          </div>
          ${said('days') ? html`<p class="said" part="notice" id="days-said">${said('days')}</p>` : nothing}
        </fieldset>
        <div class="side-by-side">
          ${textField({
            id: 'time',
            label: words.startTime,
            kind: 'time',
            value: fields.time,
            said: said('time'),
            change: (time) => change({ time }),
          })}
          ${textField({
            id: 'minutes',
            label: words.startMinutes,
            kind: 'number',
            least: 5,
            most: 720,
            value: fields.minutes,
            said: said('minutes'),
            change: (minutes) => change({ minutes }),
          })}
        </div>
        ${choice({
          id: 'every',
          label: words.startEvery,
          value: String(fields.everyWeeks),
          options: [
            ['1', words.startEveryOne],
            ['2', words.startEveryTwo],
          ],
          change: (every) => change({ everyWeeks: every === '2' ? 2 : 1 }),
        })}
        ${choice({
          id: 'zone',
          label: words.startZone,
          value: fields.timeZone,
          options: timeZones(fields.timeZone).map((zone) => [zone, zone.replaceAll('_', ' ')] as const),
          change: (timeZone) => change({ timeZone }),
        })}
        ${textArea({
          id: 'topics',
          label: words.startTopics,
          hint: words.startTopicsHint,
          rows: 4,
          value: fields.topics,
          said: said('topics'),
          change: (topics) => change({ topics }),
        })}
        ${choice({
          id: 'language',
          label: words.startLanguage,
          value: fields.language,
          options: named(languages, (code) => locale.language(code), locale),
          change: (language) => change({ language }),
        })}
        ${choice({
          id: 'retention',
          label: words.startRetention,
          hint: words.startRetentionHint,
          value: String(fields.retentionDays),
          options: RETENTIONS.map((n) => [String(n), locale.say(words.startRetentionDays, { n })] as const),
          change: (days) => change({ retentionDays: Number(days) }),
        })}
        ${choice({
          id: 'country',
          label: words.startCountry,
          value: fields.country,
          options: [
            ['', words.startCountryNone],
            ...named(countries(), (code) => locale.country(code), locale),
          ],
          change: (country) => change({ country }),
        })}
        ${textField({
          id: 'phone',
          label: words.startPhone,
          hint: words.startPhoneHint,
          kind: 'tel',
          value: fields.phone,
          said: said('phone'),
          change: (phone) => change({ phone }),
        })}
        <div class="deeds">${primary(words.startNext, busy)}</div>`,
    )}
  </section>`;
}

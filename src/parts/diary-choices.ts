/** The questions that a visitor answers before a date goes into a diary, and the ways it may go. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { DiaryPage } from '../domain/diary.js';
import { googleUrl, outlookUrl } from '../domain/diary-links.js';
import type { Locale } from '../i18n/locale.js';
import { draw } from '../ui/icons.js';

const GOOGLE = 'Google Calendar';
const OUTLOOK = 'Outlook';

/** There is more behind it. */
export const chevron = draw(svg`<path d="m7 10 5 5 5-5"/>`);

/** None, half an hour, two hours, a day. */
export const REMINDERS = [0, 30, 120, 1440] as const;
export type ReminderMinutes = (typeof REMINDERS)[number];

/** What is chosen. */
export interface Chosen {
  readonly whole: boolean;
  readonly named: boolean;
  /** A title of the visitor's own. */
  readonly title?: string | undefined;
  readonly reminderMinutes: ReminderMinutes;
}

export type Choose = (chosen: Partial<Chosen>) => void;

interface Answer {
  /** Of the answer's field; unique in its root. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isChosen: boolean;
  choose(): void;
}

function radio(name: string, { id, label, hint, isChosen, choose }: Answer): TemplateResult {
  return html`<label class="check">
      <input type="radio" name=${name} id=${id} .checked=${isChosen} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${choose} />
      <span>${label}</span>
    </label>
    ${hint ? html`<p class="hint" part="hint" id="${id}-hint">${hint}</p>` : nothing}`;
}

/**
 * This date alone, or all of them.
 * @param one The date with its hours.
 * @param all How it repeats, if there are words for it.
 */
export function whichDates(
  locale: Locale,
  id: string,
  chosen: Chosen,
  choose: Choose,
  one: string,
  all: string | undefined,
): TemplateResult {
  const { strings } = locale;
  const name = `${id}-which`;
  return html`<fieldset part="field">
    <legend part="label">${strings.diaryWhich}</legend>
    ${radio(name, {
      id: `${id}-one`,
      label: locale.say(strings.diaryOne, { when: one }),
      isChosen: !chosen.whole,
      choose: () => choose({ whole: false }),
    })}
    ${radio(name, {
      id: `${id}-every`,
      label: strings.diaryEvery,
      hint: all,
      isChosen: chosen.whole,
      choose: () => choose({ whole: true }),
    })}
  </fieldset>`;
}

/** The plain title, which may be another word, or the group's name. */
export function whatItShows(
  { strings }: Locale,
  id: string,
  { named, title }: Chosen,
  choose: Choose,
): TemplateResult {
  const name = `${id}-shows`;
  const type = (event: Event) => choose({ title: (event.currentTarget as HTMLInputElement).value });
  return html`<fieldset part="field">
    <legend part="label">${strings.diaryShows}</legend>
    ${radio(name, {
      id: `${id}-plain`,
      label: strings.diaryPlain,
      hint: strings.diaryPlainHint,
      isChosen: !named,
      choose: () => choose({ named: false }),
    })}
    ${
      named
        ? nothing
        : html`<div class="own">
            <label class="label" part="label" for="${id}-title">${strings.diaryOwnTitle}</label>
            <input
              class="input" part="input" id="${id}-title" type="text" dir="auto" maxlength="120" autocomplete="off"
              .value=${title ?? strings.diaryAppointment} @input=${type}
            />
          </div>`
    }
    ${radio(name, {
      id: `${id}-named`,
      label: strings.diaryNamed,
      hint: strings.diaryNamedHint,
      isChosen: named,
      choose: () => choose({ named: true }),
    })}
  </fieldset>`;
}

function reminderInWords(locale: Locale, minutes: ReminderMinutes): string {
  const { strings } = locale;
  if (minutes === 0) return strings.diaryNoReminder;
  if (minutes < 60) return locale.say(strings.diaryMinutesBefore, { n: minutes });
  if (minutes < 1440) return locale.say(strings.diaryHoursBefore, { n: minutes / 60 });
  return locale.say(strings.diaryDaysBefore, { n: minutes / 1440 });
}

export function whichReminder(locale: Locale, id: string, chosen: Chosen, choose: Choose): TemplateResult {
  const { strings } = locale;
  const take = (event: Event) =>
    choose({ reminderMinutes: REMINDERS[(event.currentTarget as HTMLSelectElement).selectedIndex] ?? 0 });
  return html`<div part="field">
    <label class="label" part="label" for="${id}-reminder">${strings.diaryReminder}</label>
    <span class="box"><select class="input" part="input" id="${id}-reminder" aria-describedby="${id}-reminder-hint" @change=${take}>
      ${REMINDERS.map(
        (minutes) =>
          html`<option .selected=${minutes === chosen.reminderMinutes}>${reminderInWords(locale, minutes)}</option>`,
      )}
    </select>${chevron}</span>
    <p class="hint" part="hint" id="${id}-reminder-hint">${strings.diaryReminderHint}</p>
  </div>`;
}

/**
 * Diaries on the web, with what goes to whom, and why one of them may be missing.
 * @param opened Is told the sentence that says what a tap does.
 */
export function webDiaries(
  locale: Locale,
  id: string,
  page: DiaryPage,
  opened: (text: string) => void,
): TemplateResult {
  const { strings } = locale;
  const link = (message: string, service: string, url: string | undefined) =>
    url
      ? html`<a
          class="button small" part="button" href=${url} target="_blank" rel="noopener noreferrer"
          aria-describedby="${id}-tells"
          @click=${() => opened(locale.say(strings.diaryOpened, { service }))}
        >${locale.say(message, { service })}</a>`
      : nothing;
  const google = googleUrl(page);
  const outlook = outlookUrl(page, 'home');
  const missing = [...(google ? [] : [GOOGLE]), ...(outlook ? [] : [OUTLOOK])];
  return html`<div class="web">
    <h4>${strings.diaryOr}</h4>
    ${
      google || outlook
        ? html`<div class="bar">
            ${link(strings.diaryOpenIn, GOOGLE, google)} ${link(strings.diaryOpenIn, OUTLOOK, outlook)}
            ${link(strings.diaryOpenWork, OUTLOOK, outlookUrl(page, 'work'))}
          </div>
          <p class="hint" part="hint" id="${id}-tells">${page.named ? strings.diaryTellsNamed : strings.diaryTellsPlain}</p>`
        : nothing
    }
    ${
      missing.length > 0
        ? html`<p class="hint" part="hint">${locale.say(strings.diaryLinkOneOnly, { services: locale.list(missing) })}</p>`
        : nothing
    }
  </div>`;
}

/**
 * What makes a diary follow all groups of a calendar.
 * @param addresses webcal: addresses.
 */
export function wholeCalendars(locale: Locale, id: string, addresses: readonly string[]): TemplateResult {
  const { strings } = locale;
  return html`<div class="web">${addresses.map(
    (address, index) => html`<p>
        <a class="button link" part="button" href=${address} aria-describedby="${id}-follow-${index}">${strings.diaryFollow}</a>
      </p>
      <p class="hint" part="hint" id="${id}-follow-${index}">
        ${locale.say(strings.diaryFollowHint, { host: new URL(address).host })}
      </p>`,
  )}</div>`;
}

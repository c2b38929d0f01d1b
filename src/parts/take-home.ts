/**
 * Puts a session, or all of them, into the visitor's own diary: as a file that is made on the device, or by links that a
 * visitor may tap. A widget asks for this part when a session is opened.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { endOf } from '../domain/agenda.js';
import { type DiaryPage, diaryFile, diaryPage } from '../domain/diary.js';
import { webcalUrl } from '../domain/diary-links.js';
import type { Group } from '../domain/group.js';
import type { Occurrence } from '../domain/meeting.js';
import { type Series, seriesFrom } from '../domain/series.js';
import { enTakeHome } from '../i18n/en-take-home.js';
import type { Locale } from '../i18n/locale.js';
import { adoptStyles } from '../ui/adopt-styles.js';
import { fields } from '../ui/fields.js';
import { changeInWords } from './change-in-words.js';
import {
  type Chosen,
  chevron,
  webDiaries,
  whatItShows,
  whichDates,
  whichReminder,
  wholeCalendars,
} from './diary-choices.js';
import { styles } from './take-home.styles.js';
import { repeatOf, whenInWords } from './when-in-words.js';

export { enTakeHome as phrases };

/** Gives a widget what this part needs to look right, once. */
export function dress(root: ShadowRoot | null): void {
  adoptStyles(root, fields, true);
  adoptStyles(root, styles);
}

/** A session that a visitor has opened. */
export interface Taken {
  readonly group: Group;
  readonly occurrence: Occurrence;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The visitor's IANA zone. */
  readonly viewerZone: string;
  /** Addresses of calendars (.ics) that the groups come from. */
  readonly feeds: readonly string[];
  /** Says a sentence in the widget's live region. */
  readonly say?: (text: string) => void;
}

const FILE_TYPE = '.ics';
/** By then every browser has taken the file over. */
const KEPT_MS = 60_000;

function download(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

const PLAINLY: Chosen = { whole: false, named: false, reminderMinutes: 0 };

/** Which dates "every time" means. */
function allInWords(
  locale: Locale,
  { meeting, recurrenceId }: Occurrence,
  series: Series,
): string | undefined {
  const { strings } = locale;
  if ('sessions' in series) return locale.say(strings.diaryDates, { n: series.sessions.length });
  const repeat = repeatOf(locale, meeting);
  return repeat && locale.say(strings.diaryFrom, { repeat, date: locale.date(recurrenceId.slice(0, 10)) });
}

let count = 0;

export class TakeHome {
  /** Tells fields of several widgets on one page apart. */
  readonly #id = `kith-diary-${++count}`;
  #session = '';
  #open = false;
  #chosen = PLAINLY;
  #said = '';
  #series: { readonly of: Occurrence; readonly found: Series | undefined } | undefined;

  constructor(private readonly host: { requestUpdate(): void }) {}

  view(locale: Locale, taken: Taken): TemplateResult {
    const { strings } = locale;
    const { group, occurrence, now } = taken;
    this.#begin(group, occurrence);
    if (occurrence.status === 'cancelled' || endOf(occurrence) <= now) {
      return html`<p class="quiet small" part="hint">${occurrence.status === 'cancelled' ? strings.diaryOff : strings.diaryOver}</p>`;
    }
    return html`<details class="diary" part="diary" .open=${this.#open} @toggle=${this.#toggle}>
      <summary class="button" part="button">${strings.diaryTitle}${chevron}</summary>
      ${this.#open ? this.#choices(locale, taken) : nothing}
    </details>`;
  }

  /** What was chosen for one session says nothing about another: each begins plainly. */
  #begin({ id, name }: Group, { meeting, recurrenceId }: Occurrence): void {
    const session = JSON.stringify([id, name, meeting.id, meeting.start, recurrenceId]);
    if (session === this.#session) return;
    this.#session = session;
    this.#open = false;
    this.#chosen = PLAINLY;
    this.#said = '';
  }

  readonly #toggle = (event: Event): void => {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open === this.#open) return;
    this.#open = open;
    this.host.requestUpdate();
  };

  readonly #choose = (chosen: Partial<Chosen>): void => {
    this.#chosen = { ...this.#chosen, ...chosen };
    this.#said = '';
    this.host.requestUpdate();
  };

  #tell(taken: Taken, text: string): void {
    this.#said = text;
    taken.say?.(text);
    this.host.requestUpdate();
  }

  #seriesOf(occurrence: Occurrence): Series | undefined {
    if (this.#series?.of !== occurrence) this.#series = { of: occurrence, found: seriesFrom(occurrence) };
    return this.#series.found;
  }

  #page(
    locale: Locale,
    { group, occurrence, now, viewerZone }: Taken,
    whole: boolean,
  ): DiaryPage | undefined {
    const { strings } = locale;
    const { named, title, reminderMinutes } = this.#chosen;
    const choice = { whole, named, ...(title !== undefined && { title }), reminderMinutes };
    return diaryPage(group, occurrence, choice, {
      appointment: strings.diaryAppointment,
      cancelled: (title) => locale.say(strings.diaryCancelled, { title }),
      change: changeInWords(locale, occurrence, now, viewerZone, true),
    });
  }

  #choices(locale: Locale, taken: Taken): TemplateResult {
    const { strings } = locale;
    const { occurrence, now, viewerZone, say } = taken;
    const id = this.#id;
    const series = this.#seriesOf(occurrence);
    const page = this.#page(locale, taken, this.#chosen.whole && Boolean(series));
    const save = () => {
      if (!page) return;
      download(diaryFile(page, now), page.fileName);
      this.#tell(taken, locale.say(strings.diarySaved, { file: page.fileName }));
    };
    const one = whenInWords(locale, occurrence, now, viewerZone, true).day;
    const follow = new Set(taken.feeds.flatMap((feed) => webcalUrl(feed, document.baseURI) ?? []));
    return html`<div class="open">
      ${series ? whichDates(locale, id, this.#chosen, this.#choose, one, allInWords(locale, occurrence, series)) : nothing}
      ${whatItShows(locale, id, this.#chosen, this.#choose)}
      ${whichReminder(locale, id, this.#chosen, this.#choose)}
      <div>
        <button type="button" class="button primary" part="button button-primary" aria-describedby="${id}-save" @click=${save}>
          ${locale.say(strings.diarySave, { type: FILE_TYPE })}
        </button>
        <p class="said" role=${say ? nothing : 'status'}>${this.#said}</p>
        <p class="hint" part="hint" id="${id}-save">${strings.diarySaveHint} ${strings.diaryStays}</p>
      </div>
      ${page ? webDiaries(locale, id, page, (text) => this.#tell(taken, text)) : nothing}
      ${follow.size > 0 ? wholeCalendars(locale, id, [...follow]) : nothing}
    </div>`;
  }
}

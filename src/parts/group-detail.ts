/**
 * One group, opened: when it really meets next, what a first visit is like, and how to reach it.
 * What the listing does not say becomes a question to ask, never an invention.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Organisation } from '../domain/directory.js';
import { contactFor, type FirstVisit, type Group } from '../domain/group.js';
import { allowedUrl, mailUrl, mapUrl, telUrl, webUrl } from '../domain/links.js';
import type { Change, Meeting, Occurrence, Venue } from '../domain/meeting.js';
import { parseLocalDate } from '../domain/recurrence/plain-day.js';
import type { Locale } from '../i18n/locale.js';
import { icons } from '../ui/icons.js';
import { changeInWords } from './change-in-words.js';
import { audienceLabel, costLabel, joiningLabel, leadershipLabel } from './labels.js';
import type { Mark } from './plainly.js';
import { repeatOf, whenInWords } from './when-in-words.js';
import { attendanceInWords, venueLines } from './where-in-words.js';

export interface GroupDetailModel {
  readonly group: Group;
  /** The next sessions of all its meetings, cancelled ones among them, soonest first. */
  readonly occurrences: readonly Occurrence[];
  /** The session that was opened; else the next one leads. */
  readonly lead?: Occurrence;
  readonly organisation?: Organisation;
  readonly now: number;
  readonly viewerZone: string;
  /** How text from the feed is shown: plainly, or with the searched words marked. */
  readonly mark: Mark;
  /** "Ring before you go", when the entry is old. */
  readonly stale?: string;
  /** Whether the group is in the visitor's short list, in a widget that has one. */
  readonly kept?: boolean;
  /** A way to take the leading session home. */
  readonly takeHome?: unknown;
  /** What helps on a first visit, where that is at hand. */
  readonly helps?: TemplateResult;
}

export interface GroupDetailActions {
  keep?(): void;
}

const present = <T>(value: T | undefined): value is T => value !== undefined && value !== '';

/** Text of several lines, as paragraphs. */
const paragraphs = (text: string, mark: Mark): TemplateResult[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => html`<p>${mark(line)}</p>`);

/** A link that leaves the page. */
const linkOut = (href: string, label: string): TemplateResult =>
  html`<a class="button link" href=${href} target="_blank" rel="noopener noreferrer">${label}</a>`;

/** A number to tap, where it is one that a telephone takes. */
function number(phone: string): TemplateResult {
  const tel = telUrl(phone);
  return tel ? html`<a class="number" href=${tel}><bdi>${phone}</bdi></a>` : html`<bdi>${phone}</bdi>`;
}

function row(term: string, description: unknown): TemplateResult {
  return html`<div><dt>${term}</dt><dd>${description}</dd></div>`;
}

function dates(
  locale: Locale,
  { occurrences, now, viewerZone, mark }: GroupDetailModel,
): TemplateResult | typeof nothing {
  if (occurrences.length === 0) return nothing;
  return html`<h4>${locale.strings.nextDates}</h4>
    <ul class="dates">
      ${occurrences.map((occurrence) => {
        const said = changeInWords(locale, occurrence, now, viewerZone);
        const when = whenInWords(locale, occurrence, now, viewerZone);
        return occurrence.status === 'cancelled'
          ? html`<li><span class="differs">${said}</span></li>`
          : html`<li>${when.day}${said ? html` <span class="differs">${said}</span>` : nothing}
            ${occurrence.change ? joinOnline(locale, occurrence.change, false, mark) : nothing}</li>`;
      })}
    </ul>`;
}

function place(locale: Locale, venue: Venue, mark: Mark): TemplateResult {
  const { strings } = locale;
  const map = mapUrl(venue);
  return html`<p>${venueLines(venue).map((line, index) => html`${index > 0 ? html`<br />` : nothing}${mark(line)}`)}</p>
    ${venue.directions ? html`<div class="quiet">${paragraphs(venue.directions, mark)}</div>` : nothing}
    ${
      map
        ? html`<p>${linkOut(map, strings.directions)}
          <span class="quiet small">${strings.directionsNote}</span></p>`
        : nothing
    }`;
}

function joinOnline(
  locale: Locale,
  meeting: Meeting | Change,
  primary: boolean,
  mark: Mark,
): TemplateResult | typeof nothing {
  const { strings } = locale;
  const joinUrl = webUrl(meeting.joinUrl ?? '');
  const phone = 'joinPhone' in meeting ? meeting.joinPhone : undefined;
  const note = 'joinNote' in meeting ? meeting.joinNote : undefined;
  if (!joinUrl && !phone && !note) return nothing;
  return html`${
    joinUrl
      ? html`<p><a
          class=${primary ? 'button primary' : 'button'}
          part=${primary ? 'button button-primary' : 'button'}
          href=${joinUrl} target="_blank" rel="noopener noreferrer"
        >${strings.join}</a> <span class="quiet small">${locale.say(strings.joinNote, { host: new URL(joinUrl).hostname })}</span></p>`
      : nothing
  }
  ${note ? html`<div class="quiet">${paragraphs(note, mark)}</div>` : nothing}
  ${phone ? html`<p>${strings.dialIn}: ${number(phone)} <span class="quiet small block">${strings.callStays}</span></p>` : nothing}`;
}

/** Meetings at the same place and in the same way are told once. */
function ways(meetings: readonly Meeting[]): Meeting[][] {
  const byWay = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    const { attendance, venue, joinUrl, joinNote, joinPhone } = meeting;
    const key = JSON.stringify([attendance, venue, joinUrl, joinNote, joinPhone]);
    byWay.set(key, [...(byWay.get(key) ?? []), meeting]);
  }
  return [...byWay.values()];
}

function way(
  locale: Locale,
  meetings: readonly Meeting[],
  model: GroupDetailModel,
  primary: boolean,
): TemplateResult | typeof nothing {
  const { strings } = locale;
  const [meeting] = meetings;
  if (!meeting) return nothing;
  const repeats = [...new Set(meetings.map((one) => repeatOf(locale, one)).filter(present))];
  const notes = [...new Set(meetings.map(({ note }) => note).filter(present))];
  return html`<section>
    <h4>${attendanceInWords(locale, meeting.attendance)}</h4>
    ${repeats.length > 0 ? html`<p>${repeats.map((line, index) => html`${index > 0 ? html`<br />` : nothing}<bdi>${line}</bdi>`)}</p>` : nothing}
    ${meeting.venue && meeting.attendance !== 'online' ? place(locale, meeting.venue, model.mark) : nothing}
    ${meeting.attendance !== 'in-person' ? joinOnline(locale, meeting, primary, model.mark) : nothing}
    ${
      meeting.attendance !== 'in-person' && !meeting.timeZone && meeting.start
        ? html`<p class="quiet small">${strings.groupsOwnTime}</p>`
        : nothing
    }
    ${notes.map((note) => paragraphs(note, model.mark))}
  </section>`;
}

/** The questions of a first visit that fit this group, in the order in which one meets them. */
function questions(group: Group): readonly (keyof FirstVisit)[] {
  const inPerson = group.meetings.some(({ attendance }) => attendance !== 'online');
  const online = group.meetings.some(({ attendance }) => attendance !== 'in-person');
  return [
    'talking',
    'companion',
    'lateOrEarly',
    'size',
    ...(inPerson ? (['greeter', 'door'] as const) : []),
    'nameNeeded',
    ...(online ? (['camera'] as const) : []),
    'cost',
    'contactOutside',
    'unsafe',
  ];
}

/** What one would ask before a first visit, each with the listing's answer if it gives one. */
function answers(locale: Locale, { group, mark }: GroupDetailModel): readonly (readonly [string, unknown])[] {
  const { strings } = locale;
  const given: FirstVisit = {
    ...(group.cost ? { cost: costLabel(locale, group.cost) } : {}),
    ...group.firstVisit,
  };
  const told = (text: string | undefined) => text && mark(text);
  return [
    ...questions(group).map((key) => [strings[key], told(given[key])] as const),
    [strings.whoLeads, group.leadership ? leader(locale, group, mark) : told(group.leader)],
    [strings.training, told(group.training)],
    [strings.confidentiality, told(group.confidentiality)],
  ];
}

function visit(locale: Locale, model: GroupDetailModel): TemplateResult | typeof nothing {
  const rows = answers(locale, model).flatMap(([question, answer]) =>
    answer ? [row(question, answer)] : [],
  );
  return rows.length > 0
    ? html`<section><h3>${locale.strings.firstVisit}</h3><dl>${rows}</dl></section>`
    : nothing;
}

function leader(locale: Locale, group: Group, mark: Mark): TemplateResult {
  const who = leadershipLabel(locale, group.leadership ?? 'peers');
  return html`${group.leader ? html`${mark(group.leader)}. ` : nothing}${who}`;
}

function facts(locale: Locale, { group, mark }: GroupDetailModel): TemplateResult | typeof nothing {
  const { strings } = locale;
  const access = [...new Set(group.meetings.flatMap((meeting) => meeting.access))];
  const audience = group.audience.map((word) => audienceLabel(locale, word));
  const rows: TemplateResult[] = [];
  if (group.joining || group.joiningNote) {
    const how = group.joining ? joiningLabel(locale, group.joining) : '';
    rows.push(
      row(
        strings.joining,
        html`${how}${how && group.joiningNote ? '. ' : ''}${mark(group.joiningNote ?? '')}`,
      ),
    );
  }
  if (audience.length > 0) rows.push(row(strings.audience, mark(locale.enumerate(audience))));
  if (group.topics.length > 0) rows.push(row(strings.topics, mark(locale.enumerate(group.topics))));
  if (access.length > 0) rows.push(row(strings.access, mark(locale.enumerate(access))));
  if (group.languages.length > 0) {
    rows.push(
      row(strings.languages, mark(locale.enumerate(group.languages.map((code) => locale.language(code))))),
    );
  }
  return rows.length > 0 ? html`<section><dl>${rows}</dl></section>` : nothing;
}

function contact(locale: Locale, model: GroupDetailModel): TemplateResult {
  const { strings } = locale;
  const { group, organisation } = model;
  const reach = contactFor(group, organisation);
  const asks = answers(locale, model).flatMap(([question, answer]) => (answer ? [] : [question]));
  const mail = reach?.email ? mailUrl(reach.email) : undefined;
  const web = webUrl(group.url ?? reach?.url ?? '');
  return html`<section>
    ${
      asks.length > 0
        ? html`<h3>${strings.askTitle}</h3><p class="quiet">${strings.askHint}</p>
          <ul class="asks">${asks.map((question) => html`<li>${question}</li>`)}</ul>`
        : html`<h3>${strings.contact}</h3>`
    }
    ${reach?.name ? html`<p><bdi>${reach.name}</bdi></p>` : nothing}
    ${
      reach?.phone
        ? html`<p>${strings.phone}: ${number(reach.phone)}
          <span class="quiet small block">${strings.callStays}</span></p>`
        : nothing
    }
    ${reach?.email && mail ? html`<p>${strings.email}: <a class="number" href=${mail}><bdi>${reach.email}</bdi></a></p>` : nothing}
    ${
      web
        ? html`<p>${linkOut(web, strings.moreAbout)}
          <span class="quiet small"><bdi>${new URL(web).hostname}</bdi></span></p>`
        : nothing
    }
  </section>`;
}

function foot(locale: Locale, { group, organisation }: GroupDetailModel): TemplateResult | typeof nothing {
  const { strings } = locale;
  const to =
    allowedUrl(organisation?.reportUrl ?? '') ??
    (organisation?.email ? mailUrl(organisation.email) : undefined);
  const report = to?.startsWith('mailto:')
    ? `${to}${to.includes('?') ? '&' : '?'}subject=${encodeURIComponent(locale.say(strings.reportSubject, { name: group.name }))}`
    : to;
  return html`<p class="quiet small bar">
    ${group.lastChecked && parseLocalDate(group.lastChecked) !== undefined ? html`<span>${locale.say(strings.lastChecked, { date: locale.date(group.lastChecked) })}</span>` : nothing}
    ${report ? html`<a class="button link small" href=${report} rel="noopener noreferrer" target="_blank">${strings.report}</a>` : nothing}
  </p>`;
}

/** The whole opened group. Its heading takes the focus. */
export function groupDetail(
  locale: Locale,
  model: GroupDetailModel,
  actions: GroupDetailActions,
): TemplateResult {
  const { strings } = locale;
  const { group, occurrences, now, viewerZone, mark, stale, kept } = model;
  const next = model.lead ?? occurrences.find(({ status }) => status !== 'cancelled');
  const off = next?.status === 'cancelled';
  const when = next && !off ? whenInWords(locale, next, now, viewerZone) : undefined;
  const changed = next ? changeInWords(locale, next, now, viewerZone) : undefined;
  return html`<article class="detail" part="detail">
    <h3 class="heading" part="name" tabindex="-1">${mark(group.name)}</h3>
    ${group.summary ? html`<div class="quiet">${paragraphs(group.summary, mark)}</div>` : nothing}
    ${when?.soon ? html`<p class="live">${when.soon}</p>` : nothing}
    <p class=${off ? 'when differs' : 'when'} part="when">${when?.day ?? changed ?? strings.noDate}</p>
    ${when?.zones ? html`<p class="quiet">${when.zones}</p>` : nothing}
    ${changed && !off ? html`<p class="differs notice">${changed}</p>` : nothing}
    ${stale ? html`<p class="differs notice">${stale}</p>` : nothing}
    ${
      actions.keep
        ? html`<p>
          <button type="button" class=${kept ? 'button kept' : 'button'} part=${kept ? 'button keep kept' : 'button keep'} @click=${actions.keep}>
            ${icons.bookmark}${kept ? strings.kept : strings.keep}
          </button>
        </p>`
        : nothing
    }
    ${model.takeHome ?? nothing}
    ${ways(group.meetings).map((meetings, index) => way(locale, meetings, model, index === 0))}
    ${occurrences.length > 1 ? html`<section>${dates(locale, model)}</section>` : nothing}
    ${visit(locale, model)} ${model.helps ?? nothing}
    ${facts(locale, model)}
    ${group.notes ? html`<section class="notes">${paragraphs(group.notes, mark)}</section>` : nothing}
    ${contact(locale, model)}
    ${
      group.quote
        ? html`<figure class="quote"><blockquote><bdi>${group.quote.text}</bdi></blockquote>
          <figcaption class="quiet small">${
            group.quote.by ? locale.say(strings.quoteBy, { name: group.quote.by }) : strings.quoteAnonymous
          }</figcaption></figure>`
        : nothing
    }
    ${foot(locale, model)}
  </article>`;
}

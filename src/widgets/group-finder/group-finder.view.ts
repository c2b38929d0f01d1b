/** How the finder's list looks: pure functions from rows to templates. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../../domain/query.js';
import type { Locale } from '../../i18n/locale.js';
import { changeInWords } from '../../parts/change-in-words.js';
import { joiningLabel } from '../../parts/labels.js';
import type { Mark } from '../../parts/plainly.js';
import { startInWords, undatedInWords, whenInWords } from '../../parts/when-in-words.js';
import { placeInWords } from '../../parts/where-in-words.js';
import { icons } from '../../ui/icons.js';

/** A row tells so many topics and ways of access; an opened group tells all. */
const MOST_TOPICS = 3;
const MOST_ACCESS = 2;

/** What all rows share. */
export interface RowContext {
  readonly locale: Locale;
  readonly now: number;
  readonly viewerZone: string;
  /** How text from the feed is shown. */
  readonly mark: Mark;
  /** Draws the rows; once a list can be narrowed, each row stays the same element, so that focus stays with its group. */
  each(rows: readonly Row[], draw: (row: Row) => TemplateResult): unknown;
  /** A sentence that shows why a row is found, when the row itself does not. */
  why(row: Row, shown: readonly string[]): TemplateResult | typeof nothing;
  readonly kept: ReadonlySet<string>;
  /** "Ring before you go" for an entry that is old. */
  stale(row: Row): string | undefined;
  open(row: Row): void;
  keep(row: Row): void;
}

function rowView(context: RowContext, row: Row): TemplateResult {
  const { locale, now, viewerZone, mark, kept } = context;
  const { strings } = locale;
  const { group, occurrence, cancelled } = row;
  const when = occurrence ? whenInWords(locale, occurrence, now, viewerZone) : undefined;
  const changes = [...cancelled, ...(occurrence ? [occurrence] : [])]
    .map((one) => changeInWords(locale, one, now, viewerZone))
    .filter((said) => said !== undefined);
  const place = placeInWords(locale, row);
  const stale = context.stale(row);
  const isKept = kept.has(group.id);
  const topics = locale.dotted(group.topics.slice(0, MOST_TOPICS));
  const facts = [
    ...(place ? [place] : []),
    ...(group.joining ? [joiningLabel(locale, group.joining)] : []),
    ...(row.meeting?.access ?? []).slice(0, MOST_ACCESS),
  ];
  // No white space between the tags: twenty rows of it would be a fifth of the page's nodes.
  return html`<li class="row" part="result"
    ><div class="time"
      >${
        when?.soon ? html`<p class="live">${when.soon}</p>` : nothing
      }<p class="when" part="when">${when?.day ?? undatedInWords(locale, row.meeting)}</p
      >${when?.zones ? html`<p class="quiet small">${when.zones}</p>` : nothing}</div
    ><div class="what"
      ><h4><button type="button" class="button link name" part="name" data-group=${group.id} @click=${() => context.open(row)}
        >${mark(group.name)}</button></h4
      >${
        topics ? html`<p class="small topics">${mark(topics)}</p>` : nothing
      }<p class="facts" part="where">${mark(locale.dotted(facts))}</p
      >${context.why(row, [group.name, topics, ...facts])}${
        changes.length > 0 ? changes.map((said) => html`<p class="differs small">${said}</p>`) : nothing
      }${stale ? html`<p class="quiet small">${stale}</p>` : nothing}</div
    ><button
      type="button"
      class=${isKept ? 'button small keep kept' : 'button small keep'}
      part=${isKept ? 'button keep kept' : 'button keep'}
      @click=${() => context.keep(row)}
    >${icons.bookmark}<span>${isKept ? strings.kept : strings.keep}<bdi class="unseen">: ${group.name}</bdi></span></button
  ></li>`;
}

export function rowsView(context: RowContext, rows: readonly Row[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<ul part="results">${context.each(rows, (row) => rowView(context, row))}</ul>`;
}

/** "Nothing is meeting now. Next: today 10:00, online." */
export function quietNow(
  locale: Locale,
  next: Row | undefined,
  now: number,
  viewerZone: string,
): TemplateResult | typeof nothing {
  if (!next?.occurrence) return nothing;
  const { strings } = locale;
  const { attendance, venue } = next.occurrence.meeting;
  const at = attendance === 'online' ? strings.online : venue?.locality;
  const start = startInWords(locale, next.occurrence, now, viewerZone);
  return html`<p class="quietnow quiet">${strings.nothingNow} ${locale.say(strings.nextUp, { next: locale.enumerate(at ? [start, at] : [start]) })}</p>`;
}

/** Where the later part will stand: as high as it, so that the list does not jump; or why it is not there. */
export function laterView(locale: Locale, failed: boolean, retry: () => void): TemplateResult {
  const { strings } = locale;
  return failed
    ? html`<p class="later">${strings.searchFailed}
      <button type="button" class="button link" part="button" @click=${retry}>${strings.tryAgain}</button></p>`
    : html`<div class="later ghosts" aria-hidden="true"></div>`;
}

/** How the finder's later part looks: search, first steps, filters, and the list on paper. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../../domain/query.js';
import { localTime } from '../../domain/recurrence/zone.js';
import type { Locale } from '../../i18n/locale.js';
import { changeInWords } from '../../parts/change-in-words.js';
import { type FilterBar, type FilterBarActions, filterBar } from '../../parts/filters.js';
import { repeatOf, undatedInWords, whenInWords } from '../../parts/when-in-words.js';
import { placeInWords, venueLines } from '../../parts/where-in-words.js';
import { icons } from '../../ui/icons.js';
import { searchIcons } from '../../ui/search-icons.js';
import type { RowContext } from './group-finder.view.js';

export interface SearchModel {
  readonly words: string;
  readonly nearText: string;
  /** Whether the listing names any place. */
  readonly hasPlaces: boolean;
  /** Places that the typed one may mean. */
  readonly suggestions: readonly string[];
  /** What to say about the place: looking, refused, unknown. */
  readonly nearNote: string;
}

export interface SearchActions {
  search(words: string): void;
  typePlace(text: string): void;
  choosePlace(index: number): void;
  submit(): void;
}

const typedIn = (event: Event): string =>
  event.target instanceof HTMLInputElement ? event.target.value : '';

/** The two fields. What is typed never leaves the device. */
export function searchView(locale: Locale, model: SearchModel, actions: SearchActions): TemplateResult {
  const { strings } = locale;
  const submit = (event: Event) => {
    event.preventDefault();
    actions.submit();
  };
  return html`<form class="search" autocomplete="off" @submit=${submit}>
    <label part="field">
      <span class="label" part="label">${strings.searchLabel}</span>
      <span class="box">${searchIcons.search}<input
        class="input" part="input" type="search" enterkeyhint="search" autocapitalize="off" spellcheck="false"
        .value=${model.words} @input=${(event: Event) => actions.search(typedIn(event))}
      /></span>
    </label>
    ${
      model.hasPlaces
        ? html`<div>
          <label part="field">
            <span class="label" part="label">${strings.nearLabel}</span>
            <span class="box">${searchIcons.pin}<input
              class="input" part="input" type="search" enterkeyhint="search" autocapitalize="words" spellcheck="false" name="place"
              .value=${model.nearText} @input=${(event: Event) => actions.typePlace(typedIn(event))}
            /></span>
          </label>
          ${
            model.suggestions.length > 0
              ? html`<ul class="bar suggestions" aria-label=${strings.placeSuggestions}>${model.suggestions.map(
                  (
                    label,
                    index,
                  ) => html`<li><button type="button" class="button chip" part="button chip" @click=${() => actions.choosePlace(index)}>
                    <bdi>${label}</bdi>
                  </button></li>`,
                )}</ul>`
              : nothing
          }
        </div>`
        : nothing
    }
    ${model.nearNote ? html`<p class="quiet small">${model.nearNote}</p>` : nothing}
    <button class="unseen" tabindex="-1" aria-hidden="true"></button>
  </form>`;
}

/** A first step: what it does, what to know, how many. */
export interface Step {
  readonly icon: TemplateResult;
  readonly label: string;
  readonly note?: string;
  readonly count?: number;
  readonly take: () => void;
}

export function stepsView(locale: Locale, steps: readonly Step[]): TemplateResult {
  return html`<ul class="steps" part="steps">${steps.map(
    ({
      icon,
      label,
      note,
      count,
      take,
    }) => html`<li><button type="button" class="step" part="button" @click=${take}>
      ${icon}<span><b>${label}</b>${note ? html`<span class="small quiet">${note}</span>` : nothing}</span>
      ${count === undefined ? nothing : html`<span class="count">${locale.number(count)}</span>`}
    </button></li>`,
  )}</ul>`;
}

export interface NarrowingModel extends Omit<FilterBar, 'show'> {
  readonly total: number;
  readonly keptCount: number;
}

/** The bar with filters, chips and the short list, and the open panel under it. */
export function narrowingView(
  locale: Locale,
  model: NarrowingModel,
  actions: FilterBarActions & { showKept(): void },
): TemplateResult {
  const { strings } = locale;
  const { total, keptCount } = model;
  const kept = html`<li class="end"><button type="button" class="button small" part="button" @click=${actions.showKept}>
    ${icons.bookmark}${locale.say(strings.keptCount, { n: keptCount })}
  </button></li>`;
  const show = locale.say(strings.showResults, { n: total });
  return filterBar(locale, { ...model, show }, actions, keptCount > 0 ? kept : nothing);
}

/** When a row's group meets, in words that are still true tomorrow. */
function lastingWhen(
  { locale, now, viewerZone }: RowContext,
  { meeting, occurrence, cancelled }: Row,
): string[] {
  const when = occurrence ? whenInWords(locale, occurrence, now, viewerZone, true) : undefined;
  const changes = [...cancelled, ...(occurrence ? [occurrence] : [])].map((one) =>
    changeInWords(locale, one, now, viewerZone, true),
  );
  const repeats = meeting && repeatOf(locale, meeting);
  return [when?.day ?? undatedInWords(locale, meeting), when?.zones, when && repeats, ...changes].filter(
    (line) => line !== undefined,
  );
}

function whereLine(context: RowContext, row: Row): string {
  const { meeting } = row;
  const lines = meeting?.venue && meeting.attendance !== 'online' ? venueLines(meeting.venue) : [];
  return context.locale.enumerate([placeInWords(context.locale, row), ...lines].filter(Boolean));
}

/** How to get in, and how to ask. */
function reach({ group, meeting }: Row): string[] {
  const online = meeting && meeting.attendance !== 'in-person' ? meeting : undefined;
  const ways = [online?.joinUrl, online?.joinPhone, online?.joinNote];
  return [...ways, group.contact?.phone, group.contact?.email, group.url].filter(
    (part) => part !== undefined,
  );
}

/**
 * The list as it is printed: a few lines a group, with dates that stay true.
 * @param total How many groups there are, of which `rows` are printed.
 */
export function paperView(
  context: RowContext,
  rows: readonly Row[],
  total: number,
  title: string,
): TemplateResult {
  const { locale, now, viewerZone } = context;
  const { strings } = locale;
  const today = localTime(now, viewerZone).slice(0, 10);
  return html`<h2>${title}</h2>
    <p>${locale.say(strings.printCount, { shown: rows.length, n: total })} ${
      rows.length < total ? locale.say(strings.printMore, { shown: rows.length }) : nothing
    }</p>
    <p>${locale.say(strings.printedOn, { date: locale.date(today) })}</p>
    ${rows.map((row) => {
      const lines = [
        ...lastingWhen(context, row),
        whereLine(context, row),
        locale.enumerate(reach(row)),
        context.stale(row),
      ];
      return html`<div class="sheet"><h3><bdi>${row.group.name}</bdi></h3>${lines
        .filter(Boolean)
        .map((line) => html`<p><bdi>${line}</bdi></p>`)}</div>`;
    })}`;
}

/** A row as plain text, for the clipboard. */
export function rowText(context: RowContext, row: Row): string {
  return [row.group.name, ...lastingWhen(context, row), whereLine(context, row), ...reach(row)].join('\n');
}

/** "Show 20 more". @param n How many rows it brings. */
export function moreButton(locale: Locale, n: number, more: () => void): TemplateResult | typeof nothing {
  if (n <= 0) return nothing;
  return html`<button type="button" class="button more" part="button" @click=${more}>
    ${locale.say(locale.strings.showMore, { n })}
  </button>`;
}

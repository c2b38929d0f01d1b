/** The filters: native checkboxes in fieldsets with counts, and a chip for each choice that is on. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Choice, Facet, FacetKey } from '../domain/finder.js';
import type { Locale } from '../i18n/locale.js';
import { searchIcons } from '../ui/search-icons.js';
import { audienceLabel, joiningLabel, leadershipLabel } from './labels.js';

/** A long filter shows this many choices first. */
export const FIRST_CHOICES = 8;
/** More than this are never shown: a visitor types instead, and the page stays light. */
const MOST_CHOICES = 40;

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface FilterActions {
  toggle(key: FacetKey, value: string): void;
  /** Shows the rest of a long filter. */
  expand(key: FacetKey): void;
  clear(): void;
  close(): void;
}

/** What a choice is called. Words from the feed stay the feed's. */
export function choiceLabel(locale: Locale, key: FacetKey, value: string): string {
  const { strings } = locale;
  switch (key) {
    case 'day':
      return locale.weekday(value);
    case 'time':
      return strings[value as 'morning' | 'afternoon' | 'evening' | 'night'];
    case 'attendance':
      return value === 'online' ? strings.online : strings.inPerson;
    case 'language':
      return locale.language(value);
    case 'joining':
      return joiningLabel(locale, value);
    case 'leadership':
      return leadershipLabel(locale, value);
    case 'audience':
      return audienceLabel(locale, value);
    default:
      return value;
  }
}

export function facetLabel({ strings }: Locale, key: FacetKey): string {
  const labels: Record<FacetKey, string> = {
    day: strings.facetDay,
    time: strings.facetTime,
    attendance: strings.facetAttendance,
    topic: strings.facetTopic,
    audience: strings.facetAudience,
    language: strings.facetLanguage,
    access: strings.facetAccess,
    joining: strings.facetJoining,
    leadership: strings.facetLeadership,
  };
  return labels[key];
}

/** Days begin with the locale's first day of the week. */
function inOrder(locale: Locale, { key, choices }: Facet): readonly Choice[] {
  if (key !== 'day') return choices;
  const first = locale.firstDay;
  const place = ({ value }: Choice) => (WEEK.indexOf(value as (typeof WEEK)[number]) - first + 7) % 7;
  return [...choices].sort((a, b) => place(a) - place(b));
}

function fieldset(locale: Locale, facet: Facet, expanded: boolean, actions: FilterActions): TemplateResult {
  const { key } = facet;
  const all = inOrder(locale, facet);
  const shown = all.filter(
    (choice, index) => choice.chosen || index < (expanded ? MOST_CHOICES : FIRST_CHOICES),
  );
  const rest = Math.min(all.length, MOST_CHOICES) - shown.length;
  return html`<fieldset part="field" data-facet=${key}>
    <legend part="label">${facetLabel(locale, key)}</legend>
    ${shown.map(
      (choice) => html`<label class="check">
        <input
          type="checkbox"
          .checked=${choice.chosen}
          @change=${() => actions.toggle(key, choice.value)}
        /><bdi>${choiceLabel(locale, key, choice.value)}</bdi><span class="count">${locale.number(choice.count)}</span>
      </label>`,
    )}
    ${
      rest > 0 && !expanded
        ? html`<button type="button" class="button link small" @click=${() => actions.expand(key)}>
          ${locale.say(locale.strings.moreChoices, { n: rest })}<span class="unseen">: ${facetLabel(locale, key)}</span>
        </button>`
        : nothing
    }
  </fieldset>`;
}

/** The open panel. @param show What the button that closes it says: how much is shown then. */
export function filterPanel(
  locale: Locale,
  facets: readonly Facet[],
  expanded: ReadonlySet<FacetKey>,
  show: string,
  actions: FilterActions,
): TemplateResult {
  const { strings } = locale;
  return html`<div class="filters" id="filters" part="filters">
    <div class="facets">${facets.map((facet) => fieldset(locale, facet, expanded.has(facet.key), actions))}</div>
    <div class="bar">
      <button type="button" class="button primary" part="button button-primary" @click=${actions.close}>
        ${show}
      </button>
      <button type="button" class="button plain" part="button" @click=${actions.clear}>${strings.clearAll}</button>
    </div>
  </div>`;
}

/** One thing that narrows the list. */
export interface Chip {
  readonly label: string;
  readonly remove: () => void;
}

/** A chip for one thing that narrows the list. */
export function chip(locale: Locale, label: string, remove: () => void): TemplateResult {
  return html`<li><button
    type="button"
    class="button chip"
    part="button chip"
    aria-label=${locale.say(locale.strings.removeFilter, { choice: label })}
    @click=${remove}
  ><bdi>${label}</bdi>${searchIcons.close}</button></li>`;
}

export interface FilterBar {
  readonly facets: readonly Facet[];
  readonly chips: readonly Chip[];
  readonly panelOpen: boolean;
  readonly expanded: ReadonlySet<FacetKey>;
  /** What the button that closes the filters says: how much is shown then. */
  readonly show: string;
}

export interface FilterBarActions extends FilterActions {
  openPanel(): void;
}

/** The button that opens the filters, a chip for each choice, and the open panel under it. @param end A widget's own, last in the bar. */
export function filterBar(
  locale: Locale,
  { facets, chips, panelOpen, expanded, show }: FilterBar,
  actions: FilterBarActions,
  end: unknown = nothing,
): TemplateResult {
  const { strings } = locale;
  return html`<ul class="bar narrowing">
    ${
      facets.length > 0
        ? html`<li><button
          type="button" class="button small filter" part="button" aria-expanded=${panelOpen} aria-controls="filters"
          @click=${panelOpen ? actions.close : actions.openPanel}
        >${searchIcons.filter}${chips.length > 0 ? locale.say(strings.filtersChosen, { n: chips.length }) : strings.filters}</button></li>`
        : nothing
    }
    ${chips.map(({ label, remove }) => chip(locale, label, remove))}
    ${
      chips.length > 1
        ? html`<li><button type="button" class="button plain small" part="button" @click=${actions.clear}>${strings.clearAll}</button></li>`
        : nothing
    }
    ${end}
  </ul>
  ${panelOpen ? filterPanel(locale, facets, expanded, show, actions) : nothing}`;
}

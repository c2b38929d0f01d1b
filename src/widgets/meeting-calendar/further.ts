/** The calendar's later part: narrowing it, and putting it on paper. It is asked for as soon as the calendar stands. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FacetKey, Filters } from '../../domain/facets.js';
import type { Group } from '../../domain/group.js';
import { type NarrowedSessions, SESSION_FACETS, SessionFacets } from '../../domain/session-facets.js';
import { isOn, type Session } from '../../domain/sessions.js';
import { enCalendarLater } from '../../i18n/en-calendar-later.js';
import type { Locale } from '../../i18n/locale.js';
import { filterEntries, filtersFrom, flipped } from '../../parts/filter-entries.js';
import { type Chip, choiceLabel, FIRST_CHOICES, filterBar } from '../../parts/filters.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import type { UrlEntries } from '../../ui/url-state.js';
import { styles } from './further.styles.js';
import type { FurtherHost } from './further-host.js';
import type { CalendarContext } from './meeting-calendar.view.js';
import { agendaSheet, monthSheet, type Paper } from './paper.js';

export type { Paper };
export { enCalendarLater as phrases };

/** Gives a calendar what this part needs to look right, once. */
export const dress = (root: ShadowRoot | null): void => adoptStyles(root, styles);

export class Further {
  #filters: Filters = {};
  #facets: SessionFacets;
  #panelOpen = false;
  #expanded: ReadonlySet<FacetKey> = new Set();

  /** @param choices What the page's address says, to begin with. */
  constructor(
    private readonly host: FurtherHost,
    private groups: readonly Group[],
    choices: UrlEntries,
  ) {
    this.#facets = new SessionFacets(groups);
    if (choices.length > 0) this.choose(choices);
  }

  /** Takes groups that were loaded anew; what a visitor chose stays. */
  accept(groups: readonly Group[]): void {
    this.groups = groups;
    this.#facets = new SessionFacets(groups);
  }

  /** Whether anything is chosen. */
  get touched(): boolean {
    return Object.values(this.#filters).some((values) => values?.length);
  }

  /** What is chosen, for the page's address. */
  get entries(): UrlEntries {
    return filterEntries(this.#filters);
  }

  /** Chooses what the page's address says. */
  choose(entries: UrlEntries): void {
    this.#filters = filtersFrom(entries, this.groups, SESSION_FACETS);
    this.host.requestUpdate();
  }

  #narrow(sessions: readonly Session[]): NarrowedSessions {
    return this.#facets.narrow(sessions, this.#filters);
  }

  /** The sessions that fit what is chosen. */
  narrow(sessions: readonly Session[]): readonly Session[] {
    return this.touched ? this.#narrow(sessions).sessions : sessions;
  }

  // What a visitor does

  #change(filters: Filters): void {
    this.#filters = filters;
    this.host.changed();
  }

  /** Drops one choice; the focus stays among the chips. */
  #drop(key: FacetKey, value: string): void {
    this.#change(flipped(this.#filters, key, value));
    this.host.focusOn('.narrowing button');
  }

  readonly #clear = (): void => {
    this.#change({});
    this.host.focusOn('.narrowing button');
  };

  #open(panelOpen: boolean): void {
    this.#panelOpen = panelOpen;
    this.host.requestUpdate();
  }

  // What a visitor sees

  /**
   * The bar with filters and chips, and the open panel.
   * @param sessions What is shown when nothing is chosen: what the numbers beside the choices count.
   */
  bar(locale: Locale, sessions: readonly Session[]): TemplateResult {
    const { strings } = locale;
    const { sessions: fitting, facets } = this.#narrow(sessions);
    const chips: Chip[] = facets.flatMap(({ key, choices }) =>
      choices
        .filter(({ chosen }) => chosen)
        .map(({ value }) => ({
          label: choiceLabel(locale, key, value),
          remove: () => this.#drop(key, value),
        })),
    );
    const none = this.touched && fitting.length === 0;
    return html`${filterBar(
      locale,
      {
        facets,
        chips,
        panelOpen: this.#panelOpen,
        expanded: this.#expanded,
        show: locale.say(strings.showAllMeetings, { n: fitting.filter(isOn).length }),
      },
      {
        toggle: (key, value) => this.#change(flipped(this.#filters, key, value)),
        expand: (key) => {
          this.#expanded = new Set([...this.#expanded, key]);
          this.host.requestUpdate();
          this.host.focusOn(`[data-facet=${key}] .check:nth-of-type(${FIRST_CHOICES + 1}) input`);
        },
        clear: this.#clear,
        openPanel: () => this.#open(true),
        close: () => {
          this.#open(false);
          this.host.focusOn('.filter');
        },
      },
    )}
    ${
      none
        ? html`<p class="notice">${strings.noneFits}
          <button type="button" class="button link" part="button" @click=${this.#clear}>${strings.clearFilters}</button></p>`
        : nothing
    }`;
  }

  /** The ways to paper. */
  foot({ strings }: Locale, print: (as: Paper['as']) => void): TemplateResult {
    const way = (as: Paper['as'], label: string) =>
      html`<button type="button" class="button small" part="button" @click=${() => print(as)}>${label}</button>`;
    return html`<div class="bar foot">${way('month', strings.printMonth)}${way('agenda', strings.printList)}</div>`;
  }

  paper(context: CalendarContext, paper: Paper): TemplateResult {
    return paper.as === 'month' ? monthSheet(context, paper) : agendaSheet(context, paper);
  }
}

/**
 * The finder's later part: search, first steps, filters, places, the short list and paper. It is asked
 * for as soon as the list stands, so that a slow phone shows groups before it can search them.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Directory } from '../../domain/directory.js';
import type { Facet, FacetKey, Filters } from '../../domain/facets.js';
import { Finder } from '../../domain/finder.js';
import { FAMILY } from '../../domain/group.js';
import { namesPlaces } from '../../domain/places.js';
import type { Narrowed, Query, Row } from '../../domain/query.js';
import { MINUTE_MS } from '../../domain/recurrence/plain-day.js';
import type { Timetable } from '../../domain/timetable.js';
import { enSearch } from '../../i18n/en-search.js';
import type { Locale } from '../../i18n/locale.js';
import { emptyView, type WayOut } from '../../parts/empty-view.js';
import { flipped } from '../../parts/filter-entries.js';
import { type Chip, choiceLabel, FIRST_CHOICES } from '../../parts/filters.js';
import { isMarked, markWith } from '../../parts/marked.js';
import { startInWords } from '../../parts/when-in-words.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { searchIcons } from '../../ui/search-icons.js';
import type { UrlEntries } from '../../ui/url-state.js';
import { type RowContext, rowsView } from './group-finder.view.js';
import { Keepsakes } from './keepsakes.js';
import { styles } from './narrowing.styles.js';
import * as view from './narrowing.view.js';
import { choicesOf, entriesOf, type Soon } from './narrowing-entries.js';
import type { NarrowingHost } from './narrowing-host.js';
import { Nearness } from './nearness.js';
import { WhatHelps } from './what-helps.js';

export { enSearch as phrases };

/** Gives a finder what this part needs to look right, once. */
export const dress = (root: ShadowRoot | null): void => adoptStyles(root, styles);

/** Rows shown at first, and added on demand. */
const PAGE = 20;
/** Rows on paper. */
const MOST_PRINTED = 500;
const WITHIN_MINUTES: Readonly<Record<Soon, number>> = { soon: 180, week: 7 * 24 * 60 };
const SNIPPET = 200;

export class Narrowing {
  #words = '';
  #filters: Filters = {};
  #soon: Soon | undefined;
  #panelOpen = false;
  #expanded: ReadonlySet<FacetKey> = new Set();
  #shown = PAGE;
  #narrowed: Narrowed | undefined;
  #hasPlaces: boolean;
  #finder: Finder;
  readonly #nearness: Nearness;
  readonly #keepsakes: Keepsakes;
  readonly #whatHelps: WhatHelps;

  /**
   * @param near A town or postcode to begin with.
   * @param choices What the page's address says, to begin with.
   * @param pause Lets the page breathe while the words are indexed.
   */
  constructor(
    private readonly host: NarrowingHost,
    private timetable: Timetable,
    private directory: Directory,
    locale: Locale,
    near: string,
    choices: UrlEntries,
    pause: () => Promise<void>,
  ) {
    this.#finder = this.#makeFinder(locale, pause);
    this.#hasPlaces = namesPlaces(directory.groups);
    this.#nearness = new Nearness(
      host,
      (change) => this.#change(change),
      (typed) => this.#finder.places(typed),
    );
    this.#keepsakes = new Keepsakes(host, () => this.#keptRows);
    this.#whatHelps = new WhatHelps(host);
    this.startNear(near);
    if (choices.length > 0) this.choose(choices);
  }

  #makeFinder(locale: Locale, pause: () => Promise<void>): Finder {
    return new Finder(this.timetable, (code) => locale.language(code), pause);
  }

  /** Takes a list that was loaded anew; what a visitor typed and chose stays. */
  accept(timetable: Timetable, directory: Directory, locale: Locale, pause: () => Promise<void>): void {
    this.timetable = timetable;
    this.directory = directory;
    this.#finder = this.#makeFinder(locale, pause);
    this.#hasPlaces = namesPlaces(directory.groups);
    this.#nearness.renew();
    this.#narrowed = undefined;
  }

  /** A minute has passed. @param changed Whether an evening has ended. */
  tick(changed: boolean): void {
    if (changed || this.#soon) this.#narrowed = undefined;
  }

  /** Begins near a place of the list. */
  startNear(near: string): void {
    if (near) this.#nearness.begin(near);
  }

  /** What is chosen, for the page's address. */
  get entries(): UrlEntries {
    return entriesOf({ filters: this.#filters, soon: this.#soon });
  }

  /** Chooses what the page's address says. */
  choose(entries: UrlEntries): void {
    this.#change(() => {
      const { filters, soon } = choicesOf(entries, this.directory.groups);
      this.#filters = filters;
      this.#soon = soon;
    });
  }

  get #within(): number | undefined {
    return this.#soon && WITHIN_MINUTES[this.#soon];
  }

  get touched(): boolean {
    return Boolean(
      this.#words.trim() ||
        this.#nearness.near ||
        this.#soon ||
        Object.values(this.#filters).some((values) => values?.length),
    );
  }

  get result(): Narrowed {
    this.#narrowed ??= this.#finder.narrow(this.#query);
    return this.#narrowed;
  }

  get #query(): Query {
    return {
      words: this.#words,
      filters: this.#filters,
      near: this.#nearness.near,
      before: this.#within === undefined ? undefined : this.host.now + this.#within * MINUTE_MS,
    };
  }

  /** Marks the searched words in the rows, and shows why a row is found when the row itself does not. */
  get marking(): Pick<RowContext, 'mark' | 'why' | 'each'> {
    const { words } = this.result;
    const mark = markWith(words);
    return {
      mark,
      each: (rows, draw) => repeat(rows, ({ group }) => group.id, draw),
      why: ({ group }, shown) => {
        if (words.length === 0 || shown.some((text) => isMarked(text, words))) return nothing;
        const places = group.meetings.flatMap(({ venue }) => venue?.address ?? []);
        const sentences = [
          group.summary,
          ...group.topics,
          ...places,
          ...(group.notes?.split(/\n|(?:[.!?]) /) ?? []),
        ];
        const found = sentences.find((sentence) => sentence && isMarked(sentence, words));
        return found ? html`<p class="small quiet">${mark(found.slice(0, SNIPPET))}</p>` : nothing;
      },
    };
  }

  // What a visitor does

  /** Takes over a change of the query and says its result. */
  #change(change: () => void): void {
    change();
    this.#narrowed = undefined;
    this.#shown = PAGE;
    this.host.sayFound(this.result.total);
    this.host.requestUpdate();
  }

  #flip(key: FacetKey, value: string): void {
    this.#filters = flipped(this.#filters, key, value);
  }

  readonly #toggle = (key: FacetKey, value: string): void => this.#change(() => this.#flip(key, value));

  readonly #clear = (): void => {
    this.#change(() => {
      this.#words = '';
      this.#filters = {};
      this.#soon = undefined;
      this.#nearness.forget();
    });
    this.host.focusOn('input');
  };

  /** A change made by something that goes away with it: the focus moves to the heading over the new result. */
  #lead(change: () => void): void {
    this.#change(change);
    this.host.focusOn('.counted, .section, .empty h3');
  }

  /** Drops one thing that narrows the list; the focus stays among the chips. */
  #drop(change: () => void): void {
    this.#change(change);
    this.host.focusOn('.narrowing button');
  }

  // What a visitor sees

  /**
   * Everything between the heading and the help line.
   * @param quiet What to say when nothing is on now.
   */
  list(locale: Locale, quiet: unknown): TemplateResult {
    const { total, facets } = this.result;
    const { host } = this;
    return html`${view.searchView(
      locale,
      {
        words: this.#words,
        nearText: this.#nearness.text,
        hasPlaces: this.#hasPlaces,
        suggestions: this.#nearness.suggestions.map(({ label }) => label),
        nearNote: this.#nearness.noteInWords(locale),
      },
      {
        search: (words) =>
          this.#change(() => {
            this.#words = words;
          }),
        typePlace: this.#nearness.type,
        choosePlace: this.#nearness.take,
        submit: this.#nearness.submit,
      },
    )}
    ${this.touched ? nothing : html`${view.stepsView(locale, this.#steps(locale))}${quiet}`}
    ${view.narrowingView(
      locale,
      {
        facets,
        chips: this.#chips(locale, facets),
        panelOpen: this.#panelOpen,
        expanded: this.#expanded,
        total,
        keptCount: host.kept.size,
      },
      {
        toggle: this.#toggle,
        expand: (key) => {
          this.#expanded = new Set([...this.#expanded, key]);
          host.requestUpdate();
          host.focusOn(`[data-facet=${key}] .check:nth-of-type(${FIRST_CHOICES + 1}) input`);
        },
        clear: this.#clear,
        openPanel: () => {
          this.#panelOpen = true;
          host.requestUpdate();
        },
        close: () => {
          this.#panelOpen = false;
          host.requestUpdate();
          host.focusOn('.filter');
        },
        showKept: () => host.showKept(),
      },
    )}
    ${total === 0 ? emptyView(locale, this.#waysOut(locale), this.#clear) : this.#results(locale)}`;
  }

  #results(locale: Locale): TemplateResult {
    const { strings } = locale;
    const { rows, online } = this.result;
    const context = this.host.rowContext(locale);
    const { near } = this.#nearness;
    /** Beside a place some online groups stand from the start, and fill up what the place leaves. */
    const shown = (most: number) => {
      const here = rows.slice(0, most);
      return { here, anywhere: online.slice(0, Math.max(most - here.length, PAGE / 2)) };
    };
    const { here, anywhere } = shown(this.#shown);
    const next = shown(this.#shown + PAGE);
    const brings = next.here.length + next.anywhere.length - here.length - anywhere.length;
    const more = () => {
      this.#shown += PAGE;
      this.host.requestUpdate();
      // The first row that was not there before takes the focus.
      const first = next.here[here.length] ?? next.anywhere[anywhere.length];
      if (first) this.host.focusOn(`[data-group="${CSS.escape(first.group.id)}"]`);
    };
    if (!near) {
      return html`<h3 class="counted" tabindex="-1">${locale.say(strings.countSoonest, { n: rows.length })}</h3>
        ${rowsView(context, here)} ${view.moreButton(locale, brings, more)}`;
    }
    const place = near.place?.label ?? strings.you;
    return html`<h3 class="section" tabindex="-1">${locale.say(strings.nearPlace, { place })}</h3>
      <p class="counted">${rows.length > 0 ? locale.say(strings.countNearest, { n: rows.length }) : strings.nothingNear}</p>
      ${rowsView(context, here)}
      ${
        online.length > 0
          ? html`<h3 class="section">${strings.onlineHeading}</h3>
            <p class="counted">${locale.say(strings.countSoonest, { n: online.length })}</p>
            ${rowsView(context, anywhere)}`
          : nothing
      }
      ${view.moreButton(locale, brings, more)}`;
  }

  #steps(locale: Locale): view.Step[] {
    const { strings } = locale;
    const { now, viewerZone } = this.host;
    const steps: view.Step[] = [];
    const soon = this.#finder.upcomingOnline(now, WITHIN_MINUTES.soon);
    const first = soon[0]?.occurrence;
    if (first) {
      steps.push({
        icon: searchIcons.screen,
        label: strings.stepOnline,
        note: locale.say(strings.stepOnlineNext, { time: startInWords(locale, first, now, viewerZone) }),
        count: soon.length,
        take: () =>
          this.#lead(() => {
            this.#filters = { ...this.#filters, attendance: ['online'] };
            this.#soon = 'soon';
          }),
      });
    }
    if (this.#finder.hasPositions) {
      steps.push({
        icon: searchIcons.pin,
        label: strings.stepNearMe,
        note: strings.stepNearMeHint,
        take: this.#nearness.locate,
      });
    }
    const week = this.#finder.thisWeek(now);
    if (week > 0) {
      steps.push({
        icon: searchIcons.calendar,
        label: strings.stepWeek,
        count: week,
        take: () =>
          this.#lead(() => {
            this.#soon = 'week';
          }),
      });
    }
    const family = this.directory.groups.filter(({ audience }) => audience.includes(FAMILY)).length;
    if (family > 0) {
      steps.push({
        icon: searchIcons.people,
        label: strings.someoneElse,
        note: strings.someoneElseHint,
        count: family,
        take: () =>
          this.#lead(() => {
            this.#filters = { ...this.#filters, audience: [FAMILY] };
          }),
      });
    }
    return steps;
  }

  #withinLabel({ strings }: Locale): string {
    return this.#soon === 'soon' ? strings.soonChip : strings.weekChip;
  }

  #chips(locale: Locale, facets: readonly Facet[]): Chip[] {
    const chips: Chip[] = [];
    if (this.#nearness.near) {
      chips.push({
        label: this.#nearness.label(locale),
        remove: () => this.#drop(() => this.#nearness.forget()),
      });
    }
    if (this.#soon) {
      chips.push({
        label: this.#withinLabel(locale),
        remove: () =>
          this.#drop(() => {
            this.#soon = undefined;
          }),
      });
    }
    for (const { key, choices } of facets) {
      for (const { value, chosen } of choices) {
        if (chosen)
          chips.push({
            label: choiceLabel(locale, key, value),
            remove: () => this.#drop(() => this.#flip(key, value)),
          });
      }
    }
    return chips;
  }

  #waysOut(locale: Locale): WayOut[] {
    const names = {
      words: locale.strings.yourWords,
      near: this.#nearness.label(locale),
      before: this.#withinLabel(locale),
    };
    return this.#finder
      .rescue(this.#query)
      .slice(0, 3)
      .map(({ drop, value, total }) => {
        const isFacet = drop !== 'words' && drop !== 'near' && drop !== 'before';
        const dropped = !isFacet ? [] : value === undefined ? (this.#filters[drop] ?? []) : [value];
        return {
          label: isFacet ? locale.list(dropped.map((one) => choiceLabel(locale, drop, one))) : names[drop],
          count: total,
          take: () =>
            this.#lead(() => {
              if (drop === 'words') this.#words = '';
              else if (drop === 'near') this.#nearness.forget();
              else if (drop === 'before') this.#soon = undefined;
              else
                this.#filters = {
                  ...this.#filters,
                  [drop]: this.#filters[drop]?.filter((one) => !dropped.includes(one)) ?? [],
                };
            }),
        };
      });
  }

  /** The groups that a visitor keeps. */
  keptView(locale: Locale): TemplateResult {
    return this.#keepsakes.render(locale);
  }

  /** What helps on a first visit. */
  helps(locale: Locale): TemplateResult {
    return this.#whatHelps.render(locale);
  }

  get #keptRows(): Row[] {
    return this.directory.groups
      .filter(({ id }) => this.host.kept.has(id))
      .map((group) => this.#finder.row(group));
  }

  /** The list for printing. @param kept Only the kept groups. */
  paper(locale: Locale, kept: boolean): TemplateResult {
    const { rows, online } = this.result;
    const all = kept ? this.#keptRows : [...rows, ...online];
    return view.paperView(
      this.host.rowContext(locale),
      all.slice(0, MOST_PRINTED),
      all.length,
      locale.strings.findTitle,
    );
  }
}

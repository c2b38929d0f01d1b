/** `<kith-group-finder>`: finds a peer-support group in the listing that a clinic already keeps. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Loaded } from '../../backend/ports.js';
import { sessionsAhead } from '../../domain/agenda.js';
import { Timetable } from '../../domain/timetable.js';
import type { Locale } from '../../i18n/locale.js';
import { saysWhenChecked } from '../../parts/freshness.js';
import { groupDetail } from '../../parts/group-detail.js';
import { listing } from '../../parts/listing-styles.js';
import { ListingWidget } from '../../parts/listing-widget.js';
import { plainly } from '../../parts/plainly.js';
import { emptyListView, loadingView } from '../../parts/states.js';
import { kilometres, trimmed, trimmedOr } from '../../ui/attributes.js';
import { buttons } from '../../ui/buttons.js';
import { icons } from '../../ui/icons.js';
import type { WidgetState } from '../../ui/kith-element.js';
import { LaterPart } from '../../ui/later-part.js';
import { property, state } from '../../ui/property.js';
import { theme } from '../../ui/theme.js';
import type { UrlEntries } from '../../ui/url-state.js';
import { styles } from './group-finder.styles.js';
import * as view from './group-finder.view.js';
import type { Narrowing } from './narrowing.js';
import type { NarrowingHost } from './narrowing-host.js';
import { OpenPage } from './open-page.js';
import type { Named, PageAddress } from './page-address.js';

type AddressParts = [typeof import('./page-address.js'), typeof import('../../ui/url-state.js')];

/** Rows shown until the later part is there. */
const FIRST_ROWS = 20;
/** When it can't be loaded there is no "more" either. */
const ROWS_WITHOUT_SEARCH = 200;
/**
 * Finds a peer-support group that fits. Reads the listing at `src` in any known format; everything a
 * visitor types, chooses or keeps stays in memory on the device.
 *
 * @summary A finder for peer-support groups.
 * @tagname kith-group-finder
 *
 * @slot empty - Other ways to get support, when no group fits.
 *
 * @fires {GroupOpenedEvent} kith-group-opened - A visitor opened a group: `groupId`.
 * @fires {GroupClosedEvent} kith-group-closed - A visitor went back: `groupId`.
 *
 * @csspart field - A field with its label, a fieldset.
 * @csspart label - A label or legend.
 * @csspart input - A text field.
 * @csspart steps - The first steps.
 * @csspart filters - The open filters.
 * @csspart chip - A choice that is on, or a suggestion.
 * @csspart results - A list of groups.
 * @csspart result - One group in a list.
 * @csspart when - Day and time.
 * @csspart name - A group's name.
 * @csspart where - How and where it meets.
 * @csspart keep - The button that keeps a group.
 * @csspart kept - The same button while its group is kept.
 * @csspart shortlist - The kept groups.
 * @csspart detail - An opened group.
 *
 * @cssstate ready - Groups are listed.
 * @cssstate empty - No group fits, or the list has none.
 */
export class GroupFinder extends ListingWidget {
  static override readonly styles = [theme, buttons, listing, styles];

  /** A town or postcode of the listing to begin with. */
  @property({ converter: trimmed }) near = '';

  /** How far "near" reaches, such as `10 km` or `5 miles`; else nearest first without end. */
  @property({ converter: trimmed }) radius = '';

  /**
   * Keeps filters and the opened group in the fragment of the page's address, for links, reloading and coming back; never a typed
   * word or a place. The value is this finder's name there, `kith` where it has none: several finders need several names.
   */
  @property({ converter: trimmedOr('kith'), attribute: 'url-state' }) urlState = '';

  @state() private kept: ReadonlySet<string> = new Set();

  #timetable: Timetable | undefined;
  #saysWhenChecked = false;
  #pause: () => Promise<void> = () => Promise.resolve();
  /** Choices that the address names, until the part that can choose is there. */
  #wanted: UrlEntries = [];
  readonly #page = new OpenPage(this, (selector) => this.focusOn(selector));
  #address: PageAddress | undefined;
  readonly #later = new LaterPart(
    this,
    () => import('./narrowing.js'),
    (part) => this.#makeNarrowing(part),
    () => {
      const focus = this.#focusInList;
      this.requestUpdate();
      if (focus) this.focusOn(focus);
    },
    'the part that searches could not be loaded; the list is there, and visitors can try again.',
  );

  protected override passed(): void {
    const changed = this.#timetable?.refresh(this.now) ?? false;
    if (this.#narrowing) this.#narrowing.tick(changed);
    if (changed) this.#holdFocus();
  }

  /** Resolves when searching and filtering work too, or when it is known that they can't be loaded. Never rejects. */
  get searchable(): Promise<void> {
    return this.ready
      .then(() => this.#later.loading)
      .then(() => this.updateComplete)
      .then(() => undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('radius') && this.radius && kilometres(this.radius) === undefined) {
      this.hint('radius', `"${this.radius}" is no distance; write "10 km" or "5 miles"`);
    }
    if (changed.has('near') && this.near) this.#narrowing?.startNear(this.near);
    super.willUpdate(changed);
  }

  /** The list stands: now the part that searches it may come. */
  protected override updated(): void {
    if (this.locale && this.#timetable?.groups.length && !this.#later.loading) this.#later.load();
    if (this.#timetable) this.#address?.write(this.#narrowing?.entries ?? this.#wanted, this.#page.groupId);
  }

  get #narrowing(): Narrowing | undefined {
    return this.#later.made;
  }

  protected override get widgetState(): WidgetState {
    if (this.hasFailed) return 'failed';
    if (!this.#timetable) return 'loading';
    const total = this.#narrowing?.result.total ?? this.#timetable.groups.length;
    return total > 0 ? 'ready' : 'empty';
  }

  // Loading

  protected override forget(): void {
    this.#timetable = undefined;
    this.#later.forget();
  }

  protected override async prepare(
    { directory }: Loaded,
    pause: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<() => void> {
    const timetable = await Timetable.create(directory.groups, this.now, this.viewerZone, pause);
    const parts = this.urlState
      ? await Promise.all([import('./page-address.js'), import('../../ui/url-state.js')]).catch(() =>
          this.#addressHint('the part for it could not be loaded'),
        )
      : undefined;
    // Another load may have begun meanwhile: then the address is that one's to read.
    signal.throwIfAborted();
    return () => {
      const wanted = this.#readAddress(parts);
      this.#timetable = timetable;
      this.#saysWhenChecked = saysWhenChecked(directory);
      this.#pause = pause;
      if (!this.groupOf(this.#page.groupId)) this.#page.lose();
      if (this.#narrowing && this.locale) this.#narrowing.accept(timetable, directory, this.locale, pause);
      if (wanted) this.#obey(wanted);
    };
  }

  protected override sayResult(): void {
    if (!this.#waits) this.#sayFound(this.#narrowing?.result.total ?? this.#timetable?.groups.length ?? 0);
  }

  readonly #addressHint = (mend: string): undefined => void this.hint('url-state', mend);

  /** What the page's address names, when it is looked at for the first time. */
  #readAddress(parts: AddressParts | undefined): Named | undefined {
    const { urlState } = this;
    if (urlState === (this.#address?.name ?? '')) return undefined;
    this.#address?.leave();
    this.#address = undefined;
    if (!parts) return undefined;
    const [{ PageAddress }, { UrlState }] = parts;
    const obey = (named: Named) => {
      this.#obey(named);
      this.focusOn('.counted, .section, .empty h3, .heading');
    };
    this.#address = new PageAddress(UrlState, this, this.#page, urlState, obey, this.#addressHint);
    return this.#address.read();
  }

  /** Shows what the page's address names. */
  #obey({ choices, groupId }: Named): void {
    if (this.#narrowing) this.#narrowing.choose(choices);
    else this.#wanted = choices;
    this.#address?.open(groupId, this.groupOf(groupId) !== undefined);
  }

  /** The address asks for choices that cannot be made yet: showing everything first would be a jump. */
  get #waits(): boolean {
    return this.#wanted.length > 0 && !this.#narrowing && !this.#later.failed;
  }

  #makeNarrowing({ Narrowing, phrases, dress }: typeof import('./narrowing.js')): Narrowing | undefined {
    this.brought = { ...this.brought, ...phrases };
    this.refreshLocale();
    const { locale } = this;
    const directory = this.loaded?.directory;
    if (!locale || !this.#timetable || !directory) return undefined;
    dress(this.shadowRoot);
    const { near } = this;
    const made = new Narrowing(
      this.#lend(),
      this.#timetable,
      directory,
      locale,
      near,
      this.#wanted,
      this.#pause,
    );
    this.#wanted = [];
    return made;
  }

  /** What has the focus in the list, as a selector: the list is drawn anew when it can be searched. */
  get #focusInList(): string | undefined {
    const active = this.shadowRoot?.activeElement;
    const name = active?.closest('.row')?.querySelector<HTMLElement>('[data-group]');
    if (!name) return active?.closest('.counted, .later') ? '.counted, .section' : undefined;
    const row = `[data-group="${CSS.escape(name.dataset['group'] ?? '')}"]`;
    return active === name ? row : `.row:has(${row}) .keep`;
  }

  #lend(): NarrowingHost {
    const finder = this;
    return {
      get now() {
        return finder.now;
      },
      get viewerZone() {
        return finder.viewerZone;
      },
      get locale() {
        return finder.locale;
      },
      get kept() {
        return finder.kept;
      },
      get radiusKm() {
        return kilometres(finder.radius);
      },
      rowContext: (locale) => this.#rowContext(locale),
      requestUpdate: () => this.requestUpdate(),
      sayFound: (total) => this.#sayFound(total),
      say: (text) => this.announcer.say(text),
      focusOn: (selector) => this.focusOn(selector),
      showKept: () => this.#page.showKept(),
      forgetKept: () => {
        this.kept = new Set();
      },
      hint: (attribute, mend) => this.hint(attribute, mend),
    };
  }

  #sayFound(total: number): void {
    const { locale } = this;
    if (locale)
      this.announcer.say(
        total > 0 ? locale.say(locale.strings.found, { n: total }) : locale.strings.foundNone,
      );
  }

  /** A row that moves or goes as its evening ends lets the focus fall; the page stays where it is. */
  #holdFocus(): void {
    const held = this.#focusInList;
    if (!held) return;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    void this.updateComplete.then(() => {
      if (!this.shadowRoot?.activeElement)
        (find(held) ?? find('.counted, .section'))?.focus({ preventScroll: true });
    });
  }

  readonly #keep = (groupId: string): void => {
    const next = new Set(this.kept);
    if (!next.delete(groupId)) next.add(groupId);
    this.kept = next;
    // In the short list the row goes away under the finger.
    if (this.#page.is('kept')) this.focusOn('.shortlist .heading');
  };

  // Showing

  #rowContext(locale: Locale): view.RowContext {
    return {
      locale,
      now: this.now,
      viewerZone: this.viewerZone,
      ...(this.#narrowing?.marking ?? {
        mark: plainly,
        why: () => nothing,
        each: (rows, draw) => rows.map(draw),
      }),
      kept: this.kept,
      // Said of every row it would soon be read of none.
      stale: ({ group }) => (this.#saysWhenChecked ? this.staleOf(locale, group) : undefined),
      open: ({ group }) => this.#page.open(group.id),
      keep: ({ group }) => this.#keep(group.id),
    };
  }

  protected override renderIn(locale: Locale): TemplateResult {
    const { strings } = locale;
    const night = this.isNight && this.#timetable?.onNow(this.now).length === 0;
    const helpFirst = night && this.#page.is('list') && !this.#narrowing?.touched;
    const top = this.#page.is('list')
      ? html`<slot name="title"><h2 part="title">${strings.findTitle}</h2></slot>`
      : html`<h2 class="unseen">${strings.findTitle}</h2><button type="button" class="button plain" part="button" @click=${this.#page.back}>
          ${icons.back}${this.#backLabel(locale)}
        </button>`;
    const body = this.#body(locale, helpFirst);
    return html`${this.frame(locale, { top, body, ...(helpFirst ? { night: this.#quiet(locale) } : {}) }, night)}
    ${
      this.printing && this.#narrowing && this.#page.groupId === undefined
        ? html`<div class="paper">${this.#narrowing.paper(locale, this.#page.is('kept'))}${this.help(locale, night, true)}</div>`
        : nothing
    }`;
  }

  /** "Nothing is meeting now", with what is next. */
  #quiet(locale: Locale): TemplateResult | typeof nothing {
    const timetable = this.#timetable;
    if (!timetable || timetable.onNow(this.now).length > 0) return nothing;
    return view.quietNow(locale, timetable.next(this.now), this.now, this.viewerZone);
  }

  #backLabel(locale: Locale): string {
    return this.#page.groupId !== undefined && this.#page.listing === 'kept'
      ? locale.say(locale.strings.keptCount, { n: this.kept.size })
      : locale.say(locale.strings.backToList, {
          n: this.#narrowing?.result.total ?? this.#timetable?.groups.length ?? 0,
        });
  }

  /** @param quietSaid Whether "nothing is meeting now" stands above already. */
  #body(locale: Locale, quietSaid: boolean): unknown {
    if (this.widgetState === 'failed') return this.failure(locale, '.counted, .heading, .state h3');
    const timetable = this.#timetable;
    if (!timetable || (this.#waits && this.#page.is('list')))
      return loadingView(locale, this.source.slow, locale.strings.loading);
    if (timetable.groups.length === 0) return emptyListView(locale);
    const { groupId } = this.#page;
    if (groupId !== undefined) return this.#groupView(locale, groupId);
    const narrowing = this.#narrowing;
    if (this.#page.is('kept') && narrowing) return narrowing.keptView(locale);
    const missing = this.#page.missing && !narrowing?.touched;
    return html`${missing ? html`<p class="notice">${locale.strings.groupGone}</p>` : nothing}
      ${this.notices(locale)}
      ${narrowing ? narrowing.list(locale, quietSaid ? nothing : this.#quiet(locale)) : this.#plainList(locale, timetable)}`;
  }

  /** The list alone, until it can be searched. */
  #plainList(locale: Locale, timetable: Timetable): TemplateResult {
    const { failed, load } = this.#later;
    const rows = timetable.rows(failed ? ROWS_WITHOUT_SEARCH : FIRST_ROWS);
    return html`${view.laterView(locale, failed, load)}
      <h3 class="counted" tabindex="-1">${locale.say(locale.strings.countSoonest, { n: timetable.groups.length })}</h3>
      ${view.rowsView(this.#rowContext(locale), rows)}`;
  }

  #groupView(locale: Locale, groupId: string): TemplateResult | typeof nothing {
    const directory = this.loaded?.directory;
    const group = this.groupOf(groupId);
    if (!group) return nothing;
    const stale = this.staleOf(locale, group);
    return groupDetail(
      locale,
      {
        group,
        occurrences: sessionsAhead(group, this.now, this.viewerZone),
        ...(directory?.organisation ? { organisation: directory.organisation } : {}),
        now: this.now,
        viewerZone: this.viewerZone,
        mark: this.#narrowing?.marking.mark ?? plainly,
        ...(stale ? { stale } : {}),
        kept: this.kept.has(groupId),
        ...(this.#narrowing ? { helps: this.#narrowing.helps(locale) } : {}),
      },
      { keep: () => this.#keep(groupId) },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-group-finder': GroupFinder;
  }
}

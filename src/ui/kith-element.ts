/**
 * What every widget is: one shadow root with our look, in the language of its place,
 * with named states, a `ready` promise, and hints for the webmaster.
 */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { english, isAtHand, isUnspoken, Locale, languages, nearestLang, stringsFor } from '../i18n/locale.js';
import type { Strings } from '../i18n/strings.js';
import { version } from '../version.js';
import { oneOf, trimmed } from './attributes.js';
import { property, state } from './property.js';
import { registerHostEm } from './theme.js';

export type WidgetState = 'loading' | 'ready' | 'empty' | 'failed';

const THEMES = ['auto', 'light', 'dark'] as const;
const STATES: readonly WidgetState[] = ['loading', 'ready', 'empty', 'failed'];

/**
 * @csspart base - The whole widget.
 *
 * @cssproperty --kith-surface - Background of the widget.
 * @cssproperty --kith-surface-raised - Background of what stands out from it: open filters.
 * @cssproperty --kith-text - Text.
 * @cssproperty --kith-text-quiet - Text that steps back.
 * @cssproperty --kith-line - Hairlines between rows.
 * @cssproperty --kith-edge - Borders of fields and buttons.
 * @cssproperty --kith-accent - Links, the main button, icons of the first steps.
 * @cssproperty --kith-on-accent - Text on the accent.
 * @cssproperty --kith-accent-soft - Background of chips, of a pressed button and under the pointer.
 * @cssproperty --kith-focus - The ring around what has the focus.
 * @cssproperty --kith-focus-edge - A line along both sides of that ring, for a ring that is too bright for the page.
 * @cssproperty --kith-differs - Text that says what is different: cancelled, moved, ring before you go.
 * @cssproperty --kith-notice - Background of a notice in an opened group or above the list.
 * @cssproperty --kith-help - Background of the help line.
 * @cssproperty --kith-on-help - Heading and links on the help line.
 * @cssproperty --kith-font-family - Font; else the page's.
 * @cssproperty --kith-font-family-heading - Font of headings; else the same.
 * @cssproperty --kith-font-size - Size of running text.
 * @cssproperty --kith-line-height - Line height of running text.
 * @cssproperty --kith-font-weight-strong - Weight of headings and dates.
 * @cssproperty --kith-space - The step that all distances are made of.
 * @cssproperty --kith-padding - Space around everything.
 * @cssproperty --kith-radius - Corners of areas.
 * @cssproperty --kith-radius-control - Corners of fields and buttons.
 * @cssproperty --kith-line-width - Width of hairlines; borders of fields and buttons follow.
 * @cssproperty --kith-focus-width - Width of the focus ring.
 * @cssproperty --kith-focus-offset - Distance of the focus ring.
 * @cssproperty --kith-target-size - Least height of what is tapped.
 * @cssproperty --kith-max-width - Greatest width of the widget.
 */
export abstract class KithElement extends LitElement {
  static readonly version: string = version;

  /** `auto` follows the page's own `color-scheme`; `light` and `dark` insist. */
  @property({ converter: trimmed }) theme = 'auto';

  /** Phrases that replace ours, one by one; the rest stays. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined;

  /** Words and formats of the nearest `lang`; `undefined` until they are here. */
  @state() protected locale: Locale | undefined;

  /** English phrases that a later part of the widget has brought; `refreshLocale` makes them heard. */
  protected brought: Partial<Strings> = {};

  readonly #internals = this.attachInternals();
  readonly #hinted = new Set<string>();
  #langWatch: MutationObserver | undefined;
  #lang = '';
  #base: Strings | undefined;
  #choosing: Promise<void> = Promise.resolve();

  constructor() {
    super();
    registerHostEm();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A theme that says `:empty { display: none }` means boxes with nothing to show.
    if (this.matches(':empty') && getComputedStyle(this).display === 'none') this.append('\u200b');
    this.#langWatch = new MutationObserver(() => this.#chooseLocale());
    for (const node of [this, document.documentElement, this.closest('[lang]')]) {
      if (node) this.#langWatch.observe(node, { attributes: true, attributeFilter: ['lang'] });
    }
    this.#chooseLocale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langWatch?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('strings')) this.#compose();
    if (changed.has('theme') && oneOf(THEMES, this.theme) === undefined) {
      this.hint('theme', `"${this.theme}" is no theme; write auto, light or dark`);
    }
    this.#hintLang();
  }

  /** Told with the first words, when a page's script has had its turn to give others. */
  #hintLang(): void {
    if (this.locale && !this.strings && isUnspoken(this.#lang))
      this.hint(
        'lang',
        `the page is in "${this.#lang}", which is not spoken here, so visitors read English; there are ${languages.join(', ')}, and other words go into the property strings`,
      );
  }

  /** The region for dates, miles and kilometres, when a widget knows the listing's country. */
  protected get dateRegion(): string | undefined {
    return undefined;
  }

  /** Looks again which language and region apply. */
  protected refreshLocale(): void {
    this.#compose();
  }

  /** Resolves when the words of its language are here; never rejects. */
  protected get worded(): Promise<void> {
    return this.#choosing;
  }

  #chooseLocale(): void {
    this.#choosing = this.#findWords();
  }

  async #findWords(): Promise<void> {
    const lang = nearestLang(this);
    if (this.#base && lang === this.#lang) return;
    this.#lang = lang;
    const strings = isAtHand(lang) ? english : await stringsFor(lang);
    if (lang !== this.#lang) return;
    this.#base = strings;
    this.#compose();
  }

  #compose(): void {
    if (!this.#base) return;
    this.locale = new Locale(
      { ...this.brought, ...this.#base, ...this.strings },
      this.#lang,
      this.dateRegion,
    );
  }

  /** Shows one state to CSS as `:state(loading)` and the like. */
  protected showState(current: WidgetState): void {
    for (const name of STATES) {
      try {
        if (name === current) this.#internals.states.add(name);
        else this.#internals.states.delete(name);
      } catch {
        // Chrome and Edge before 125 know only names that begin with two dashes.
      }
    }
  }

  /** What the webmaster was told so far. */
  protected get hints(): readonly string[] {
    return [...this.#hinted];
  }

  /** One English hint in the console for whoever built the page: the attribute's name and the mend. */
  protected hint(attribute: string, mend: string): void {
    const line = `<${this.localName} ${attribute}>: ${mend.replace(/\.$/, '')}.`;
    if (this.#hinted.has(line)) return;
    this.#hinted.add(line);
    console.warn(line);
  }

  /** What the widget shows, once its words are here. */
  protected abstract renderIn(locale: Locale): TemplateResult;

  /** Until the words are here the page's own children stay, so that nobody sees a flash of another language. */
  protected override render(): TemplateResult {
    const { locale } = this;
    if (!locale) return html`<slot></slot>`;
    return html`<i class="room"></i><div
      class="kith"
      part="base"
      lang=${locale.strings.lang}
      dir=${locale.strings.dir}
      data-theme=${oneOf(THEMES, this.theme) ?? 'auto'}
    >${this.renderIn(locale)}</div>`;
  }
}

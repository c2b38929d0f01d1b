/** The door at the end of the quiz: which groups of the page's listing meet next. Comes only where a page has a listing. */
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Loaded } from '../../backend/ports.js';
import { completed } from '../../domain/directory.js';
import { contactFor } from '../../domain/group.js';
import { telUrl, webUrl } from '../../domain/links.js';
import type { Row } from '../../domain/query.js';
import { isTimeZone, localTime } from '../../domain/recurrence/zone.js';
import { Timetable } from '../../domain/timetable.js';
import { enList } from '../../i18n/en-list.js';
import type { Locale } from '../../i18n/locale.js';
import { changeInWords } from '../../parts/change-in-words.js';
import { whenInWords } from '../../parts/when-in-words.js';
import { placeInWords } from '../../parts/where-in-words.js';
import { SourceController } from '../../ui/source-controller.js';
import { complaintOf, tellSources } from '../../ui/source-report.js';
import type { EndingHost, Tell } from './ending.js';

export { enList as phrases };

/** Few enough to choose from. */
const MOST = 3;
const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export class NextGroups {
  #rows: readonly Row[] = [];
  #loaded: Loaded | undefined;
  readonly #source: SourceController;

  constructor(
    private readonly host: LitElement & EndingHost,
    private readonly tell: Tell,
  ) {
    this.#source = new SourceController(
      host,
      (loaded, pause) => this.#accept(loaded, pause),
      (problem) => {
        const { kind, hint } = complaintOf(host.src, problem);
        tell('src', host.src, kind, hint);
      },
    );
  }

  get #zone(): string {
    return isTimeZone(this.host.timeZone) ? this.host.timeZone : deviceZone();
  }

  readonly load = (): void => {
    const { src, format, sourceTimeZone, directory, clock } = this.host;
    const zone = isTimeZone(sourceTimeZone) ? sourceTimeZone : '';
    this.#source.load(
      {
        addresses: src.split(/\s+/).filter(Boolean),
        ...(format ? { format } : {}),
        ...(zone ? { timeZone: zone } : {}),
        today: localTime(clock(), zone || this.#zone).slice(0, 10),
      },
      directory ? { directory: completed(directory), sources: [] } : undefined,
    );
  };

  async #accept(loaded: Loaded, pause: () => Promise<void>): Promise<void> {
    const { groups } = loaded.directory;
    const timetable = await Timetable.create(groups, this.host.clock(), this.#zone, pause);
    this.#loaded = loaded;
    this.#rows = timetable.rows(MOST).filter(({ occurrence }) => occurrence);
    for (const { address, kind, hint, lines } of tellSources(loaded.sources).complaints)
      this.tell('src', address, kind, [hint, ...lines].join('\n'));
  }

  #row(locale: Locale, { group, occurrence, ...row }: Row): TemplateResult | typeof nothing {
    if (!occurrence) return nothing;
    const now = this.host.clock();
    const when = whenInWords(locale, occurrence, now, this.#zone);
    const change = changeInWords(locale, occurrence, now, this.#zone);
    const contact = contactFor(group, this.#loaded?.directory.organisation);
    const url = webUrl(group.url ?? contact?.url ?? '');
    const phone = contact?.phone;
    const tel = phone && telUrl(phone);
    return html`<li class="row" part="result">
      ${when.soon ? html`<p class="small">${when.soon}</p>` : nothing}
      <p class="when" part="when">${when.day}</p>
      ${when.zones ? html`<p class="small quiet">${when.zones}</p>` : nothing}
      <p class="name" part="name">${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi>${group.name}</bdi></a>` : html`<bdi>${group.name}</bdi>`}</p>
      <p class="small quiet" part="where">${locale.apart(placeInWords(locale, { group, occurrence, ...row }))}</p>
      ${change ? html`<p class="small differs">${change}</p>` : nothing}
      ${tel ? html`<p><a class="number" href=${tel}><bdi>${phone}</bdi></a></p>` : nothing}
    </li>`;
  }

  /** `undefined` while there is no group to show and nothing to say of it: another step stands in its place. */
  render(locale: Locale): TemplateResult | undefined {
    const { strings } = locale;
    const { status } = this.#source;
    const { pageUrl } = this.host;
    const page = pageUrl
      ? html`<p><a class="button primary" part="button button-primary" href=${pageUrl}>${strings.quizAllGroups}</a></p>`
      : nothing;
    if (status === 'failed') {
      return html`<h4>${strings.quizGroups}</h4>
        <p class="quiet">${strings.quizGroupsFailed}</p>
        <p><button type="button" class="button" part="button" @click=${this.load}>${strings.tryAgain}</button></p>
        ${page}`;
    }
    if (status === 'loading' && this.#rows.length === 0)
      return html`<h4>${strings.quizGroups}</h4><p class="quiet" aria-busy="true">${strings.loading}</p>`;
    if (this.#rows.length === 0) return undefined;
    const calls = this.#rows.some(
      ({ group }) => contactFor(group, this.#loaded?.directory.organisation)?.phone,
    );
    return html`<h4>${strings.quizGroups}</h4>
      <p class="quiet">${strings.quizGroupsHint}</p>
      <ul class="groups">${this.#rows.map((row) => this.#row(locale, row))}</ul>
      ${calls ? html`<p class="small quiet">${strings.callStays}</p>` : nothing}
      ${page}`;
  }
}

/** What the last page shows: the facts that were met, a person, one step, and what helps. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence } from '../../domain/evidence.js';
import type { Item, Pack } from '../../domain/quiz.js';
import type { Locale } from '../../i18n/locale.js';
import { factList, sourceView } from './fact.view.js';
import { reviewWords } from './myth-quiz.view.js';

export interface EndingModel {
  readonly pack: Pack;
  /** In the order in which they were met. */
  readonly facts: readonly Item[];
  /** Whether there are questions that were not reached. */
  readonly left: boolean;
  goOn(): void;
  again(): void;
}

export interface EndingParts {
  /** The groups that meet next; absent: the page's own step, or ours. */
  readonly groups: TemplateResult | undefined;
  /** What helps people get something out of a group. */
  readonly helps: Evidence | undefined;
}

function step({ strings }: Locale, groups: TemplateResult | undefined): TemplateResult {
  return html`<section class="step" part="next">
    ${
      groups ??
      html`<h4>${strings.quizStep}</h4>
        <slot name="next"><p>${strings.quizStepDefault}</p></slot>`
    }
  </section>`;
}

function helpsView(locale: Locale, evidence: Evidence | undefined): TemplateResult | typeof nothing {
  if (!evidence) return nothing;
  const { strings } = locale;
  const { language, direction, review } = evidence;
  const advice = evidence.claims.filter(({ kind }) => kind === 'advice');
  return html`<section part="helps">
    <h4>${strings.quizHelps}</h4>
    <ul class="advice" lang=${language} dir=${direction}>${advice.map(
      ({ claim, plain }) => html`<li><p><strong>${claim}.</strong> ${plain}</p></li>`,
    )}</ul>
    <details>
      <summary>${strings.quizHelpsWhy}</summary>
      <ul class="advice">${advice.map(
        ({ claim, strength, sources }) => html`<li>
          <p lang=${language} dir=${direction}><strong>${claim}.</strong> ${strength}</p>
          ${sources.map((source) => sourceView(locale, source))}
        </li>`,
      )}</ul>
      <p class="small quiet">${reviewWords(locale, review)}</p>
    </details>
  </section>`;
}

export function endingView(
  locale: Locale,
  model: EndingModel,
  { groups, helps }: EndingParts,
): TemplateResult {
  const { strings } = locale;
  const { pack, facts, left, goOn, again } = model;
  return html`<section class="end" part="end">
    <h3 class="heading" tabindex="-1">${facts.length > 0 ? strings.quizEnd : strings.quizEndNone}</h3>
    ${facts.length > 0 ? factList(locale, facts, pack) : nothing}
    <section class="story" part="story">
      <h4>${strings.quizStory}</h4>
      <slot name="story"><p class="quiet">${strings.quizStoryNone}</p></slot>
    </section>
    ${step(locale, groups)}
    ${helpsView(locale, helps)}
    <div class="bar">
      ${left ? html`<button type="button" class="button" part="button" @click=${goOn}>${strings.quizGoOn}</button>` : nothing}
      <button type="button" class="button plain" part="button" @click=${again}>${strings.quizAgain}</button>
    </div>
  </section>`;
}

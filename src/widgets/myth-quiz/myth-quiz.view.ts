/** What the quiz shows: pure functions from a question or a fact to templates. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemKind } from '../../backend/problem.js';
import { type Item, isChoice, type Opener, type Pack, type Review } from '../../domain/quiz.js';
import type { Locale } from '../../i18n/locale.js';
import { sourceView } from './fact.view.js';

/** What every view of a question needs. */
export interface Place {
  readonly locale: Locale;
  readonly pack: Pack;
  readonly item: Item;
  readonly number: number;
  readonly total: number;
}

export interface QuestionActions {
  answer(event: SubmitEvent): void;
  skip(): void;
  stop(): void;
}

export interface FeedbackActions {
  next(): void;
  stop(): void;
  /** Absent: this fact is not for sharing. */
  readonly share?: () => void;
}

const stopButton = ({ strings }: Locale, stop: () => void): TemplateResult =>
  html`<button type="button" class="button plain" part="button" @click=${stop}>${strings.quizStop}</button>`;

const progressWords = ({ locale, number, total }: Place): string =>
  locale.say(locale.strings.quizProgress, { number, total });

/** The labels of the answers, with their values. */
function answersOf({ locale: { strings }, pack, item }: Place): readonly (readonly [string, string])[] {
  const own = pack.answers;
  const unsure = ['unsure', own?.unsure ?? strings.quizUnsure] as const;
  if (isChoice(item)) return [...item.choices.map(({ id, text }) => [id, text] as const), unsure];
  return [['true', own?.true ?? strings.quizTrue], ['false', own?.false ?? strings.quizFalse], unsure];
}

/**
 * The question. Its statement stands here and nowhere else, with the answers beside it.
 * @param choose Whether to say that an answer has to be chosen first.
 */
export function questionView(place: Place, choose: boolean, actions: QuestionActions): TemplateResult {
  const { locale, pack, item } = place;
  const { strings } = locale;
  const { language, direction } = pack;
  const choice = isChoice(item);
  return html`<section class="question" part="question">
    <h3 class="heading progress" part="progress" tabindex="-1">${progressWords(place)}</h3>
    ${item.sensitive ? html`<p class="quiet">${strings.quizSensitive}</p>` : nothing}
    <form autocomplete="off" novalidate @submit=${actions.answer}>
      <fieldset part="field" aria-describedby=${choose ? 'choose' : nothing}>
        <legend part="label">
          ${choice ? nothing : html`<span class="ask">${strings.quizAsk}</span>`}
          <span class="statement" part="statement" lang=${language} dir=${direction}>${choice ? item.question : item.statement}</span>
        </legend>
        ${answersOf(place).map(
          ([
            value,
            label,
          ]) => html`<label class="check choice" part="choice" lang=${pack.answers || choice ? language : nothing}
            ><input type="radio" name="answer" part="input" value=${value} /><span>${label}</span></label>`,
        )}
      </fieldset>
      ${choose ? html`<p class="notice" id="choose" part="hint">${strings.quizChoose}</p>` : nothing}
      <div class="bar">
        <button class="button primary" part="button button-primary">${strings.quizAnswer}</button>
        <span class="ways">
          <button type="button" class="button plain" part="button" @click=${actions.skip}>${strings.quizSkip}</button>
          ${stopButton(locale, actions.stop)}
        </span>
      </div>
    </form>
  </section>`;
}

/** The fact first, then the visitor's answer, the reason, and where it comes from. */
export function feedbackView(
  place: Place,
  opener: Opener,
  said: string,
  actions: FeedbackActions,
): TemplateResult {
  const { locale, pack, item, number, total } = place;
  const { strings } = locale;
  const words = pack.feedbackOpeners ?? {
    match: strings.quizMatch,
    noMatch: strings.quizNoMatch,
    unsure: strings.quizNotSure,
  };
  return html`<section class="feedback" part="feedback">
    <p class="progress" part="progress">${progressWords(place)}</p>
    <div lang=${pack.language} dir=${pack.direction}>
      <h3 class="heading fact" part="fact" tabindex="-1">${item.fact}</h3>
      <p>${words[opener]}</p>
      <p>${item.explanation}</p>
    </div>
    ${
      item.whyItMatters
        ? html`<p><strong>${strings.quizWhy}</strong> <span lang=${pack.language}>${item.whyItMatters}</span></p>`
        : nothing
    }
    ${sourceView(locale, item.source)}
    <div class="bar">
      <button type="button" class="button primary" part="button button-primary" @click=${actions.next}>${
        number < total ? strings.quizNext : strings.quizToEnd
      }</button>
      <span class="ways">
        ${
          actions.share
            ? html`<button type="button" class="button plain" part="button share" @click=${actions.share}>${strings.quizShare}</button>`
            : nothing
        }
        ${number < total ? stopButton(locale, actions.stop) : nothing}
      </span>
    </div>
    ${said ? html`<p class="small quiet" part="hint">${said}</p>` : nothing}
  </section>`;
}

/** The questions could not be loaded: what happened, another try, and the page's own children. */
export function failedView({ strings }: Locale, kind: ProblemKind, retry: () => void): TemplateResult {
  return html`<div class="state failed" part="failed">
    <h3 class="heading" tabindex="-1">${strings.quizFailedTitle}</h3>
    <p class="quiet">${kind === 'offline' ? strings.quizFailedOffline : strings.quizFailed}</p>
    <div class="bar">
      <button type="button" class="button primary" part="button button-primary" @click=${retry}>${strings.tryAgain}</button>
    </div>
    <slot></slot>
  </div>`;
}

/** Nothing to ask: there is none, or what there is has to be looked at again first. */
export function emptyView({ strings }: Locale, reviewing: boolean): TemplateResult {
  return html`<div class="state empty" part=${reviewing ? 'empty reviewing' : 'empty'}>
    <h3 class="heading" tabindex="-1">${reviewing ? strings.quizReviewing : strings.quizEmpty}</h3>
    <p class="quiet">${reviewing ? strings.quizReviewingHint : strings.quizEmptyHint}</p>
  </div>`;
}

/** Who has looked at what is shown, or who has not yet. */
export function reviewWords(locale: Locale, review: Review): string {
  const { strings } = locale;
  const { status, reviewedOn, clinicalReviewer: clinician, livedExperienceReviewer: lived } = review;
  if (status === 'reviewed' && reviewedOn && clinician && lived)
    return locale.say(strings.quizReviewed, { date: locale.date(reviewedOn), clinician, lived });
  if (clinician && !lived) return strings.quizDraftLived;
  return lived && !clinician ? strings.quizDraftClinician : strings.quizDraft;
}

/** Small print, in sight while anything of the pack is. */
export function smallPrint(locale: Locale, pack: Pack, review: Review): TemplateResult {
  return html`<div class="print small quiet" part="review">
    <p>${reviewWords(locale, review)}</p>
    ${pack.disclaimer ? html`<p lang=${pack.language} dir=${pack.direction}>${pack.disclaimer}</p>` : nothing}
  </div>`;
}

/** Beside what the page keeps on the device, the way to be rid of it. */
export function forgetView({ strings }: Locale, forget: () => void): TemplateResult {
  return html`<div class="remembers small quiet" part="remembers">
    <p>${strings.quizRemembers}</p>
    <button type="button" class="button small" part="button" @click=${forget}>${strings.quizForget}</button>
  </div>`;
}

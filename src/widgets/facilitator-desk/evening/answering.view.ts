/** A question as the one big thing, what was answered before, and a large field under it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CareHint } from '../../../domain/desk/care-check.js';
import type { Answer } from '../../../domain/sealing/answer.js';
import { MOST_OF_ANSWER } from '../../../domain/sealing/limits.js';
import type { OpenedQuestion } from '../../../domain/sealing/staff/open-question.js';
import { careCheckView } from '../care-check.view.js';
import { dayInWords } from '../day-in-words.js';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textArea } from '../form.view.js';
import { firstLines, strangersText } from '../strangers-text.view.js';
import type { AnswerTemplate } from './answer-words.js';
import type { Hold } from './holding.js';

export interface AnswerModel {
  readonly question: OpenedQuestion;
  readonly day: number;
  readonly today: number;
  readonly isClosed: boolean;
  readonly answers: readonly Answer[];
  readonly isFull: boolean;
  readonly hold: Hold;
  readonly step: 'write' | 'sent';
  readonly text: string;
  /** What has to be mended in the field. */
  readonly said: string;
  /** What became of the draft. */
  readonly notice: string;
  /** The colleague who began it. */
  readonly draftBy: string;
  readonly draftLost: boolean;
  readonly handedOn: boolean;
  readonly templates: readonly AnswerTemplate[];
  readonly hints: readonly CareHint[];
  readonly closing: boolean;
  readonly copied: boolean | undefined;
  readonly busy: boolean;
}

export interface AnswerActions {
  type(text: string): void;
  send(): void;
  further(): void;
  back(): void;
  handOver(): void;
  close(step: 'ask' | 'yes' | 'no'): void;
  worries(): void;
  clinician(): void;
  rewrite(): void;
  copyMine(): void;
  unmark(): void;
}

/** The counter comes into sight when so much is left. */
const NEAR_THE_END = 300;

/** Fields that somebody has been in: elsewhere the caret stands where the browser likes. */
const visited = new WeakSet<EventTarget>();

/** Puts words where somebody was typing, as paragraphs of their own. @returns All that the field holds then. */
function insert(field: HTMLTextAreaElement, words: string): string {
  const end = field.value.length;
  const [from, to] = visited.has(field) ? [field.selectionStart, field.selectionEnd] : [end, end];
  const before = field.value.slice(0, from);
  const behind = field.value.slice(to);
  const gapBefore =
    before.trim() === '' ? '' : '\n'.repeat(2 - Math.min(2, /\n*$/.exec(before)?.[0].length ?? 0));
  const gapBehind =
    behind.trim() === '' ? '' : '\n'.repeat(2 - Math.min(2, /^\n*/.exec(behind)?.[0].length ?? 0));
  field.setRangeText(gapBefore + words + gapBehind, from, to, 'end');
  field.focus();
  const caret = from + gapBefore.length + words.length;
  field.setSelectionRange(caret, caret);
  return field.value;
}

const fieldBeside = (event: Event): HTMLTextAreaElement | null =>
  ((event.currentTarget as Element).getRootNode() as ShadowRoot).querySelector('#answer');

const templatesView = (
  { words }: Speech,
  templates: readonly AnswerTemplate[],
  type: (text: string) => void,
): TemplateResult => html`<details class="templates">
  <summary>${words.eveningTemplates}</summary>
  <p class="small quiet">${words.eveningTemplatesHint}</p>
  <ul class="bar" role="list">
    ${templates.map(
      ({ name, text }) => html`<li>
        <button
          type="button"
          class="button small"
          part="button"
          @click=${(event: Event) => {
            const field = fieldBeside(event);
            if (field) type(insert(field, text));
          }}
        >
          ${name}
        </button>
      </li>`,
    )}
  </ul>
</details>`;

function leftView({ words, locale }: Speech, text: string): unknown {
  const left = MOST_OF_ANSWER - [...text].length;
  if (left > NEAR_THE_END) return nothing;
  return left < 0
    ? html`<p class="said" id="left">${locale.say(words.eveningTooMany, { n: -left })}</p>`
    : html`<p class="small quiet" id="left">${locale.say(words.eveningLeft, { n: left })}</p>`;
}

const answersView = (speech: Speech, { answers, today }: Pick<AnswerModel, 'answers' | 'today'>): unknown =>
  answers.length === 0
    ? nothing
    : html`<h4>${speech.words.eveningBefore}</h4>
        <ul class="rows given" role="list">
          ${answers.map(
            ({ text, day }) => html`<li>
              ${strangersText(speech, text)}
              <p class="facts">
                ${speech.locale.say(speech.words.eveningBeforeOn, { date: dayInWords(speech.locale, day, today) })}
              </p>
            </li>`,
          )}
        </ul>`;

/** Why nothing can be written here, or `nothing`. */
function whyNot(speech: Speech, { hold, question, isFull }: AnswerModel): unknown {
  const { words, locale } = speech;
  if (hold.kind === 'gone') return words.eveningGone;
  if (hold.kind === 'other')
    return hold.name ? locale.say(words.eveningTaken, { name: hold.name }) : words.eveningTakenBySomebody;
  if (!question.kAns)
    return question.mayPublish ? words.eveningNoAnswerPublish : words.eveningNoAnswerPossible;
  return isFull ? words.eveningThree : nothing;
}

function myWords(speech: Speech, model: AnswerModel, actions: AnswerActions): unknown {
  const { words } = speech;
  if (!model.text) return nothing;
  return html`<p>${model.hold.kind === 'gone' ? words.eveningGoneText : words.eveningTakenMeanwhile}</p>
    ${model.copied === false ? html`<p>${words.eveningNotCopied}</p>` : nothing}
    ${strangersText(speech, model.text, 'snippet-like')}
    <div class="deeds">
      ${secondary(model.copied ? words.eveningCopied : words.eveningCopyMine, false, actions.copyMine)}
    </div>`;
}

function closingView(
  { words }: Speech,
  { closing, busy, isClosed }: AnswerModel,
  actions: AnswerActions,
): unknown {
  if (isClosed) return nothing;
  if (!closing)
    return html`<button
      type="button"
      id="close"
      class="button link"
      part="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${() => !busy && actions.close('ask')}
    >
      ${words.eveningNoAnswerNeeded}
    </button>`;
  return html`<div class="notice" part="notice">
    <p id="closing" class="heading" tabindex="-1">${words.eveningCloseOne}</p>
    <div class="deeds">
      ${secondary(words.eveningCloseOneYes, busy, () => actions.close('yes'))}
      ${secondary(words.eveningCloseOneNo, busy, () => actions.close('no'))}
    </div>
  </div>`;
}

function markView({ words }: Speech, { handedOn, busy }: AnswerModel, actions: AnswerActions): unknown {
  return handedOn
    ? html`<p class="marked">
        ${words.eveningClinicianMarked}
        ${secondary(words.eveningClinicianUnmark, busy, actions.unmark, 'link')}
      </p>`
    : nothing;
}

function writingView(speech: Speech, model: AnswerModel, actions: AnswerActions): TemplateResult {
  const { words, locale } = speech;
  const { busy, text, said, notice, draftBy, question } = model;
  return form(
    actions.send,
    html`${draftBy ? html`<p class="small">${locale.say(words.eveningDraftBy, { name: draftBy })}</p>` : nothing}
      <div @focusin=${(event: Event) => visited.add(event.target as EventTarget)}>
        ${textArea({
          id: 'answer',
          label: words.eveningYourAnswer,
          hint: words.eveningYourAnswerHint,
          rows: 10,
          value: text,
          ...(said && { said }),
          change: actions.type,
        })}
      </div>
      ${leftView(speech, text)}
      <p class="kept small quiet">${notice}</p>
      ${templatesView(speech, model.templates, actions.type)} ${careCheckView(speech, text, model.hints)}
      <div class="deeds">
        ${primary(words.eveningSend, busy)} ${secondary(words.eveningFinishLater, busy, actions.back)}
      </div>
      <div class="deeds further">
        ${secondary(words.eveningHandOver, busy, actions.handOver, 'link')}
        ${secondary(words.eveningClinician, busy, actions.clinician, 'link')}
        ${question.mayPublish ? secondary(words.eveningRewrite, busy, actions.rewrite, 'link') : nothing}
        ${closingView(speech, model, actions)}
      </div>`,
  );
}

/** What can be done without writing an answer. */
function otherDeeds(speech: Speech, model: AnswerModel, actions: AnswerActions): TemplateResult {
  const { words } = speech;
  const { busy, question, hold } = model;
  const mayAct = hold.kind === 'mine' || hold.kind === 'asking';
  return html`<div class="deeds">
      ${
        mayAct && question.mayPublish
          ? html`${primary(words.eveningRewrite, busy, actions.rewrite)} ${secondary(words.eveningBack, busy, actions.back)}`
          : primary(words.eveningBack, busy, actions.back)
      }
    </div>
    ${
      mayAct
        ? html`<div class="deeds further">
            ${secondary(words.eveningHandOver, busy, actions.handOver, 'link')}
            ${secondary(words.eveningClinician, busy, actions.clinician, 'link')} ${closingView(speech, model, actions)}
          </div>`
        : nothing
    }`;
}

function sentView(speech: Speech, model: AnswerModel, actions: AnswerActions): TemplateResult {
  const { words } = speech;
  const { busy, question, isFull } = model;
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.eveningSentTitle}</h3>
    <p>${words.eveningSent}</p>
    <p>${words.eveningSentThanks}</p>
    ${markView(speech, model, actions)}
    <div class="deeds">
      ${primary(words.eveningSentBack, busy, actions.back)}
      ${isFull ? nothing : secondary(words.eveningFurther, busy, actions.further)}
      ${question.mayPublish ? secondary(words.eveningRewrite, busy, actions.rewrite) : nothing}
    </div>
  </section>`;
}

/** What stands over a question whatever is done with it: the way back, and what to do when it worries. */
export const withTopLine = (
  { words }: Speech,
  busy: boolean,
  actions: Pick<AnswerActions, 'back' | 'worries'>,
  body: unknown,
): TemplateResult => html`<p class="top-line">
    ${secondary(words.eveningBack, busy, actions.back, 'link')}
    ${secondary(words.eveningWorries, false, actions.worries, 'worries')}
  </p>
  ${body}`;

export function answeringView(speech: Speech, model: AnswerModel, actions: AnswerActions): TemplateResult {
  if (model.step === 'sent') return sentView(speech, model, actions);
  const { words, locale } = speech;
  const { question, day, today, draftLost } = model;
  const why = whyNot(speech, model);
  const facts = [
    locale.say(words.eveningCame, { date: dayInWords(locale, day, today) }),
    ...(question.mayPublish ? [words.eveningMayPublish] : []),
    ...(question.kAns ? [] : [words.eveningNoAnswerWanted]),
    ...(model.isClosed ? [words.eveningIsClosed] : []),
  ];
  return html`<section class="answering">
    <h3 class="big heading" tabindex="-1">${words.eveningQuestion}</h3>
    <p class="facts">
      ${question.topic ? html`<bdi translate="no">${firstLines(question.topic)}</bdi>` : nothing}
      ${facts.map((fact) => html`<span>${fact}</span>`)}
    </p>
    ${strangersText(speech, question.text, 'asked')} ${answersView(speech, model)} ${markView(speech, model, actions)}
    ${draftLost ? html`<p class="small quiet">${words.eveningDraftLost}</p>` : nothing}
    ${
      why === nothing
        ? writingView(speech, model, actions)
        : html`<p class="notice why" part="notice">${why}</p>
            ${myWords(speech, model, actions)} ${otherDeeds(speech, model, actions)}`
    }
  </section>`;
}

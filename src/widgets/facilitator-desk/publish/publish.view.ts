/** The drafts of the week, and the second look where there are so few that people may guess. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatLocalDate } from '../../../domain/recurrence/plain-day.js';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';
import { namedButton } from '../named-button.view.js';
import { firstLines, strangersText } from '../strangers-text.view.js';
import type { OpenedPublication } from '../work/publications.js';

export interface DraftsModel {
  /** Absent until they have come. */
  readonly drafts: readonly OpenedPublication[] | undefined;
  /** How many answers are published. */
  readonly published: number;
  /** What is published cannot be trusted: nothing more goes out. */
  readonly stopped: boolean;
  /** So few that people may guess; days for which they can wait. */
  readonly wait: number | undefined;
  readonly busy: boolean;
}

export interface DraftsActions {
  edit(one: OpenedPublication): void;
  remove(one: OpenedPublication): void;
  publish(): void;
  published(): void;
}

function draftRow(
  speech: Speech,
  one: OpenedPublication,
  { busy, edit, remove }: { busy: boolean } & Pick<DraftsActions, 'edit' | 'remove'>,
): TemplateResult {
  const { locale, words } = speech;
  const { draft } = one;
  if (!draft)
    return html`<li>
      <p>${words.publishUnreadable}</p>
      <div class="deeds close">${secondary(words.publishRemove, busy, () => remove(one), 'small')}</div>
    </li>`;
  const since = locale.date(formatLocalDate(draft.day));
  const name = firstLines(draft.question, 60);
  return html`<li>
    ${strangersText(speech, draft.question, 'draft')}
    <p class="facts">
      <span><bdi>${draft.topic || words.publishNoTopic}</bdi></span>
      <span>${locale.say(words.publishSince, { date: since })}</span>
    </p>
    <div class="deeds close">
      ${namedButton(words.publishEdit, locale.say(words.publishEditOf, { question: name }), busy, () => edit(one))}
      ${namedButton(words.publishRemove, locale.say(words.publishRemoveOf, { question: name }), busy, () => remove(one))}
    </div>
  </li>`;
}

export function draftsView(speech: Speech, model: DraftsModel, actions: DraftsActions): TemplateResult {
  const { locale, words } = speech;
  const { drafts, published, stopped, wait, busy } = model;
  const readable = (drafts ?? []).filter(({ draft }) => draft).length;
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.publishTitle}</h3>
    ${
      drafts?.length === 0
        ? html`<p>${words.publishNone}</p><p class="quiet">${words.publishNoneHow}</p>`
        : html`<p>${words.publishIntro}</p>`
    }
    ${stopped ? html`<p class="notice" part="notice">${words.publishStopped}</p>` : nothing}
    ${
      drafts && drafts.length > 0
        ? html`<h4>${locale.say(words.publishWaiting, { n: drafts.length })}</h4>
            <ul class="rows">${drafts.map((one) => draftRow(speech, one, { busy, ...actions }))}</ul>`
        : nothing
    }
    ${
      readable > 0 && wait !== undefined
        ? html`<p class="notice" part="notice">${locale.say(words.publishFew, { n: wait })}</p>`
        : nothing
    }
    <div class="deeds">
      ${
        readable === 0 || stopped
          ? nothing
          : wait === undefined
            ? primary(words.publishThese, busy, actions.publish)
            : secondary(words.publishNow, busy, actions.publish)
      }
      ${
        published > 0
          ? secondary(locale.say(words.publishedLink, { n: published }), false, actions.published, 'link')
          : nothing
      }
    </div>
  </section>`;
}

export function confirmView(
  { locale, words }: Speech,
  { n, busy }: { readonly n: number; readonly busy: boolean },
  { publish, wait }: { publish(): void; wait(): void },
): TemplateResult {
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${words.publishConfirmTitle}</h3>
    <p>${locale.say(words.publishConfirm, { n })}</p>
    <div class="deeds">
      ${primary(words.publishWait, busy, wait)} ${secondary(words.publishConfirmYes, busy, publish)}
    </div>
  </section>`;
}

/** The words that visitors will read, with a list to think along; and the second step before something is taken away. */
import { html, nothing, type TemplateResult } from 'lit';
import { careHints } from '../../../domain/desk/care-check.js';
import { careHintsView, careListView } from '../care-check.view.js';
import type { Speech } from '../desk-screen.js';
import { choice, form, primary, secondary, textArea } from '../form.view.js';
import { strangersText } from '../strangers-text.view.js';
import type { PublicationWords } from '../work/publications.js';

export interface WordsModel {
  /** An entry that visitors read already, not a draft. */
  readonly published: boolean;
  readonly typed: PublicationWords;
  readonly topics: readonly string[];
  readonly said: { readonly field: 'question' | 'answer' | 'topic'; readonly text: string } | undefined;
  readonly busy: boolean;
}

export interface WordsActions {
  change(part: Partial<PublicationWords>): void;
  save(): void;
  back(): void;
}

export function wordsView(speech: Speech, model: WordsModel, actions: WordsActions): TemplateResult {
  const { words } = speech;
  const { published, typed, topics, said, busy } = model;
  const field = (name: 'question' | 'answer' | 'topic') => ({
    id: `publication-${name}`,
    value: typed[name],
    change: (value: string) => actions.change({ [name]: value }),
    ...(said?.field === name && { said: said.text }),
  });
  const both = `${typed.question}\n\n${typed.answer}`;
  const offered = [...new Set(['', ...topics, typed.topic])];
  return html`<section>
    <h3 class="big heading" tabindex="-1">${published ? words.publishedEditTitle : words.publishWordsTitle}</h3>
    ${published ? html`<p>${words.publishedEditHint}</p>` : nothing}
    ${form(
      actions.save,
      html`${textArea({ ...field('question'), label: words.publishWordsQuestion, hint: words.publishWordsQuestionHint, rows: 5 })}
      ${textArea({ ...field('answer'), label: words.publishWordsAnswer, rows: 10 })}
      ${
        offered.length > 1
          ? choice({
              ...field('topic'),
              label: words.publishWordsTopic,
              options: offered.map((topic) => [topic, topic || words.publishNoTopic]),
            })
          : nothing
      }
      <h4>${words.publishCare}</h4>
      <p>${words.publishCareIntro}</p>
      ${careListView(speech)} ${careHintsView(speech, both, careHints(both))}
      <div class="deeds">
        ${primary(published ? words.publishedSave : words.publishWordsSave, busy)}
        ${secondary(words.publishBack, false, actions.back, 'link')}
      </div>`,
    )}
  </section>`;
}

export interface RemoveModel {
  readonly published: boolean;
  /** Absent for a draft that cannot be read. */
  readonly question: string | undefined;
  readonly busy: boolean;
}

export function removeView(
  speech: Speech,
  { published, question, busy }: RemoveModel,
  { remove, back }: { remove(): void; back(): void },
): TemplateResult {
  const { words } = speech;
  const said = published
    ? {
        title: words.publishedRemoveTitle,
        why: words.publishedRemoveWhy,
        yes: words.publishedRemoveYes,
        no: words.publishedRemoveNo,
      }
    : {
        title: words.publishRemoveTitle,
        why: words.publishRemoveWhy,
        yes: words.publishRemoveYes,
        no: words.publishRemoveNo,
      };
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${said.title}</h3>
    ${question === undefined ? html`<p>${words.publishUnreadable}</p>` : strangersText(speech, question)}
    <p>${said.why}</p>
    <div class="deeds">${primary(said.yes, busy, remove)} ${secondary(said.no, false, back)}</div>
  </section>`;
}

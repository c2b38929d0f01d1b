/** Two fields and a reminder of what has to go. */
import { html, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textArea } from '../form.view.js';

export interface RewriteFields {
  readonly question: string;
  readonly answer: string;
}

export interface RewriteModel {
  readonly fields: RewriteFields;
  readonly needed: keyof RewriteFields | undefined;
  readonly busy: boolean;
}

export interface RewriteActions {
  change(field: keyof RewriteFields, value: string): void;
  keep(): void;
  back(): void;
}

export function rewritingView(
  { words }: Speech,
  { fields, needed, busy }: RewriteModel,
  actions: RewriteActions,
): TemplateResult {
  const field = (name: keyof RewriteFields, label: string, rows: number) =>
    textArea({
      id: `rewrite-${name}`,
      label,
      rows,
      value: fields[name],
      ...(needed === name && { said: words.eveningRewriteNeeded }),
      change: (value) => actions.change(name, value),
    });
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.eveningRewriteTitle}</h3>
    <p>${words.eveningRewriteIntro}</p>
    ${form(
      actions.keep,
      html`${field('question', words.eveningRewriteQuestion, 5)} ${field('answer', words.eveningRewriteAnswer, 8)}
        <div class="deeds">
          ${primary(words.eveningRewriteKeep, busy)} ${secondary(words.eveningReturnRead, busy, actions.back)}
        </div>`,
    )}
  </section>`;
}

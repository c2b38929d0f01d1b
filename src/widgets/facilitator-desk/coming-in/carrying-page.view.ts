/** The page that carries the box: its address, the lines to paste, and a look at whether they stand there. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { choice, form, primary, secondary, textArea, textField } from '../form.view.js';
import { stepHeading } from '../step-heading.view.js';
import type { PageFields, PageResult, PageSlips } from './carrying-page.js';

export interface PageModel {
  readonly step: string;
  readonly fields: PageFields;
  readonly slips: PageSlips;
  readonly busy: boolean;
}

export interface PageActions {
  change(fields: Partial<PageFields>): void;
  show(): void;
}

export const pageView = (
  { words }: Speech,
  { step, fields, slips, busy }: PageModel,
  { change, show }: PageActions,
): TemplateResult => html`<section class="narrow">
  ${stepHeading(step, words.startPage)}
  <p>${words.startPageIntro}</p>
  ${form(
    show,
    html`${textField({
      id: 'page',
      label: words.startPageUrl,
      hint: words.startPageUrlHint,
      kind: 'url',
      value: fields.page,
      said: slips.page ?? '',
      change: (page) => change({ page }),
    })}
    ${choice({
      id: 'script-from',
      label: words.startScript,
      hint: words.startScriptHint,
      value: fields.ownScript ? 'own' : 'server',
      options: [
        ['server', words.startScriptServer],
        ['own', words.startScriptOwn],
      ],
      change: (from) => change({ ownScript: from === 'own' }),
    })}
    ${
      fields.ownScript
        ? textField({
            id: 'script',
            label: words.startScriptUrl,
            hint: words.startScriptUrlHint,
            kind: 'url',
            value: fields.script,
            said: slips.script ?? '',
            change: (script) => change({ script }),
          })
        : nothing
    }
    <div class="deeds">${primary(words.startPageShow, busy)}</div>`,
  )}
</section>`;

export const snippetView = (
  { words }: Speech,
  { step, snippet, busy }: { readonly step: string; readonly snippet: string; readonly busy: boolean },
  actions: { copy(): void; next(): void; back(): void },
): TemplateResult => html`<section>
  ${stepHeading(step, words.startSnippet)}
  <p>${words.startSnippetIntro}</p>
  <pre
    class="snippet"
    tabindex="0"
    role="group"
    aria-label=${words.startSnippetLabel}
    dir="ltr"
    translate="no"
  >${snippet}</pre>
  ${secondary(words.startCopy, busy, actions.copy)}
  <div class="deeds">
    ${primary(words.startSnippetDone, busy, actions.next)} ${secondary(words.startBack, busy, actions.back, 'link')}
  </div>
</section>`;

export interface CheckModel {
  readonly step: string;
  readonly page: string;
  readonly source: string;
  readonly result: PageResult | undefined;
  readonly busy: boolean;
}

export interface CheckActions {
  look(): void;
  source(source: string): void;
  lookAtSource(): void;
  next(): void;
}

export const checkView = (
  { words }: Speech,
  { step, page, source, result, busy }: CheckModel,
  actions: CheckActions,
): TemplateResult => html`<section class="narrow">
  ${stepHeading(step, words.startCheck)}
  <p>${words.startCheckIntro}</p>
  <p class="paper-link" dir="ltr" translate="no">${page}</p>
  ${result ? html`<p class="notice result" part="notice" tabindex="-1">${result.said}</p>` : nothing}
  <div class="deeds">
    ${
      result?.isGood
        ? primary(words.startNext, busy, actions.next)
        : html`${primary(words.startCheckDo, busy, actions.look)}
          ${secondary(words.startCheckLater, busy, actions.next, 'link')}`
    }
  </div>
  ${
    result?.isGood
      ? nothing
      : form(
          actions.lookAtSource,
          html`${textArea({
            id: 'source',
            label: words.startCheckPaste,
            hint: words.startCheckPasteHint,
            rows: 4,
            value: source,
            change: actions.source,
          })}
          <div class="deeds">${secondary(words.startCheckPasteDo, busy, actions.lookAtSource)}</div>`,
        )
  }
</section>`;

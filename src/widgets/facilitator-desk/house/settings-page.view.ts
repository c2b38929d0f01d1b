/** The group's own page: the lines that carry the box, whether they stand there, and the links that lead to this desk. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { primary, secondary, textArea, textField } from '../form.view.js';
import type { HouseRules } from '../work/house-rules.js';
import type { PageForm } from './settings-forms.js';
import { type FormFrame, settingsForm } from './settings-forms.view.js';

/** Text to copy that can be reached, and scrolled, with the keyboard alone. */
const toCopy = (label: string, text: string): TemplateResult =>
  html`<pre class="snippet" dir="ltr" translate="no" tabindex="0" role="group" aria-label=${label}>${text}</pre>`;

export interface PageModel extends FormFrame {
  /** '' until they can be made. */
  readonly lines: string;
  readonly rules: HouseRules;
  readonly isKeeper: boolean;
  readonly pasted: string;
  /** What came of looking; '' before. */
  readonly checked: string;
}

export interface PageActions {
  copy(): void;
  change(): void;
  check(): void;
  paste(html: string): void;
  checkPasted(): void;
}

export function pageView({ words }: Speech, model: PageModel, actions: PageActions): TemplateResult {
  const { lines, rules, isKeeper, pasted, checked, busy, back } = model;
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.settingsPage}</h3>
    <p>${words.settingsSnippet}</p>
    ${toCopy(words.settingsSnippetLabel, lines)}
    <div class="deeds">${primary(words.settingsCopyLines, busy, actions.copy)}</div>
    <h4>${words.settingsCheckTitle}</h4>
    ${
      rules.page
        ? html`<p class="words-of" dir="ltr">${rules.page}</p>
            ${
              isKeeper
                ? html`<p>${words.settingsCheckIntro}</p>
                    <div class="deeds close">${secondary(words.settingsCheck, busy, actions.check)}</div>`
                : nothing
            }`
        : html`<p>${words.settingsPageUnknown}</p>`
    }
    ${
      isKeeper
        ? html`<div class="deeds close">${secondary(words.settingsPageChange, false, actions.change, 'link')}</div>`
        : nothing
    }
    ${textArea({
      id: 'page-source',
      label: words.settingsCheckPaste,
      hint: words.settingsCheckPasteHint,
      rows: 4,
      value: pasted,
      change: actions.paste,
    })}
    <div class="deeds close">${secondary(words.settingsCheckPasted, busy, actions.checkPasted)}</div>
    ${checked ? html`<p class="notice heading" part="notice" id="checked" tabindex="-1">${checked}</p>` : nothing}
    <div class="deeds">${secondary(words.settingsBackToAll, false, back, 'link')}</div>
  </section>`;
}

export function pageFormView(
  speech: Speech,
  model: FormFrame & { readonly form: PageForm },
  { change, save }: { change(part: Partial<PageForm>): void; save(): void },
): TemplateResult {
  const { words } = speech;
  const { form: typed, mend } = model;
  const said = (id: string) => (mend[id] ? { said: mend[id] } : {});
  return settingsForm(
    speech,
    { ...model, title: words.settingsPageAddress },
    save,
    html`${textField({
      id: 'page-url',
      label: words.settingsPageUrl,
      kind: 'url',
      value: typed.page,
      ...said('page-url'),
      change: (page) => change({ page }),
    })}
    ${textField({
      id: 'page-script',
      label: words.settingsPageScript,
      hint: words.settingsPageScriptHint,
      kind: 'url',
      value: typed.script,
      ...said('page-script'),
      change: (script) => change({ script }),
    })}`,
  );
}

export interface DeskPlaceModel extends FormFrame {
  /** This desk's own link. */
  readonly link: string;
  /** What stands behind the name of the desk as a file. */
  readonly behind: string;
}

export function deskPlaceView(
  { words }: Speech,
  { link, behind, busy, back }: DeskPlaceModel,
  { copy }: { copy(text: string): void },
): TemplateResult {
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.settingsDesk}</h3>
    <p>${words.settingsDeskLink}</p>
    ${toCopy(words.settingsDeskLinkLabel, link)}
    <div class="deeds">${primary(words.settingsCopyLink, busy, () => copy(link))}</div>
    <h4>${words.settingsDeskFile}</h4>
    <p>${words.settingsDeskFileWhy}</p>
    <p>${words.settingsDeskFileHow}</p>
    ${toCopy(words.settingsDeskFileLabel, behind)}
    <div class="deeds close">${secondary(words.settingsCopy, busy, () => copy(behind))}</div>
    <div class="deeds">${secondary(words.settingsBackToAll, false, back, 'link')}</div>
  </section>`;
}

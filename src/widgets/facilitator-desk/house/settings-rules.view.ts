/** The house rules: what the team does when a question worries somebody, and whom it rings. */
import { html, type TemplateResult } from 'lit';
import { countries } from '../coming-in/reading-form.js';
import type { Speech } from '../desk-screen.js';
import { choice, textArea, textField } from '../form.view.js';
import type { RulesForm } from './settings-forms.js';
import { type FormFrame, settingsForm } from './settings-forms.view.js';

export function rulesFormView(
  speech: Speech,
  model: FormFrame & { readonly form: RulesForm },
  { change, save }: { change(part: Partial<RulesForm>): void; save(): void },
): TemplateResult {
  const { words, locale } = speech;
  const named = [...new Set([...countries(), ...(model.form.country ? [model.form.country] : [])])]
    .map((code) => [code, locale.country(code)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, locale.tag));
  const { form: typed, mend } = model;
  const text = (
    name: keyof RulesForm,
    label: string,
    more: { readonly hint?: string; readonly kind?: 'text' | 'tel' } = {},
  ) => {
    const id = `rules-${name}`;
    const said = mend[id];
    return textField({
      id,
      label,
      ...more,
      value: typed[name],
      ...(said && { said }),
      change: (value) => change({ [name]: value }),
    });
  };
  return settingsForm(
    speech,
    { ...model, title: words.settingsRules, intro: words.settingsRulesIntro },
    save,
    html`${textArea({
      id: 'rules-steps',
      label: words.settingsRulesSteps,
      hint: words.settingsRulesStepsHint,
      rows: 6,
      value: typed.steps,
      change: (steps) => change({ steps }),
    })}
    ${text('leadName', words.settingsRulesLead)}
    ${text('leadPhone', words.settingsRulesLeadPhone, { kind: 'tel' })}
    ${text('ownSupport', words.settingsRulesSupport, { hint: words.settingsRulesSupportHint })}
    ${text('clinicianName', words.settingsRulesClinician, { hint: words.settingsRulesClinicianHint })}
    ${text('clinicianUrl', words.settingsRulesClinicianUrl)}
    ${text('phone', words.settingsRulesPhone, { hint: words.settingsRulesPhoneHint, kind: 'tel' })}
    ${choice({
      id: 'rules-country',
      label: words.settingsRulesCountry,
      hint: words.settingsRulesCountryHint,
      value: typed.country,
      options: [['', words.settingsRulesCountryNone], ...named],
      change: (country) => change({ country }),
    })}`,
  );
}

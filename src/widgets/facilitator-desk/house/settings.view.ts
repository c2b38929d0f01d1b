/** All settings at a glance: what holds now, each with the way to its own form for whoever may change it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StaffBox } from '../../../backend/staff-api.js';
import type { Speech } from '../desk-screen.js';
import { namedButton } from '../named-button.view.js';
import type { HouseRules } from '../work/house-rules.js';
import type { TimesInWords } from './hours-in-words.js';
import type { SettingsStep } from './settings.js';

export interface SettingsModel {
  readonly isKeeper: boolean;
  /** A box that was not opened yet has no hours to change. */
  readonly opened: boolean;
  readonly times: TimesInWords;
  readonly awayUntil: string | undefined;
  readonly topics: readonly string[];
  readonly language: string;
  readonly retentionDays: number | undefined;
  readonly rules: HouseRules;
  readonly origins: StaffBox['origins'];
}

export interface SettingsActions {
  go(step: SettingsStep): void;
}

interface Row {
  readonly step: SettingsStep;
  readonly title: string;
  readonly body: unknown;
  /** Something to read there, also for those who may change nothing. */
  readonly open?: boolean;
  readonly locked?: boolean;
}

const lines = (items: readonly (string | undefined)[]) =>
  items.filter(Boolean).map((item) => html`<p dir="auto">${item}</p>`);

function rulesView({ words, locale }: Speech, rules: HouseRules): unknown {
  const { steps, leadName, leadPhone, ownSupport, clinicianName, clinicianUrl, phone, country } = rules;
  const fact = (label: string, value: string) =>
    value ? html`<p><span class="quiet">${label}:</span> <bdi class="words-of">${value}</bdi></p>` : nothing;
  const isEmpty = ![steps, leadName, leadPhone, ownSupport, clinicianName, clinicianUrl, phone, country].some(
    Boolean,
  );
  if (isEmpty) return html`<p>${words.settingsNothing}</p>`;
  const both = (one: string, two: string) => [one, two].filter(Boolean).join(', ');
  return html`${steps ? html`<p class="words-of" dir="auto">${steps}</p>` : nothing}
  ${fact(words.settingsRulesLead, both(leadName, leadPhone))} ${fact(words.settingsRulesSupport, ownSupport)}
  ${fact(words.settingsRulesClinician, both(clinicianName, clinicianUrl))}
  ${fact(words.settingsRulesPhone, phone)}
  ${fact(words.settingsRulesCountry, country ? locale.country(country) : '')}`;
}

export function settingsView(speech: Speech, model: SettingsModel, { go }: SettingsActions): TemplateResult {
  const { locale, words } = speech;
  const { times, awayUntil, topics, language, retentionDays, rules, origins, opened } = model;
  const all = [...new Set([...origins.server, ...origins.box])];
  const rows: readonly Row[] = [
    { step: 'hours', title: words.settingsHours, body: lines([times.said, times.next]), locked: !opened },
    {
      step: 'pause',
      title: words.settingsAway,
      body: html`<p>
        ${awayUntil ? locale.say(words.settingsAwayNow, { date: locale.date(awayUntil) }) : words.settingsAwayNone}
      </p>`,
      locked: !opened,
    },
    {
      step: 'box',
      title: words.settingsBox,
      body: lines([
        topics.length > 0
          ? locale.enumerate(topics.map((topic) => locale.apart(topic)))
          : words.settingsTopicsNone,
        language && locale.language(language),
        retentionDays === undefined ? '' : locale.say(words.settingsKeptDays, { n: retentionDays }),
      ]),
      locked: !opened,
    },
    { step: 'rules', title: words.settingsRules, body: rulesView(speech, rules), locked: !opened },
    {
      step: 'origins',
      title: words.settingsOrigins,
      body:
        all.length > 0 ? all.map((one) => html`<p dir="ltr">${one}</p>`) : lines([words.settingsOriginsNone]),
    },
    {
      step: 'page',
      title: words.settingsPage,
      body: html`<p class="quiet">${words.settingsPageWhat}</p>`,
      open: true,
    },
    {
      step: 'desk',
      title: words.settingsDesk,
      body: html`<p class="quiet">${words.settingsDeskWhat}</p>`,
      open: true,
    },
  ];
  const row = ({ step, title, body, open, locked }: Row) => {
    const label = open ? words.settingsOpen : words.settingsChange;
    return html`<li class="set-row" id="set-${step}">
      <div><h4>${title}</h4>${body}</div>
      ${
        open || (model.isKeeper && !locked)
          ? namedButton(label, `${label}: ${title}`, false, () => go(step))
          : nothing
      }
    </li>`;
  };
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.settingsTitle}</h3>
    ${model.isKeeper ? nothing : html`<p>${words.settingsKeepersOnly}</p>`}
    <ul class="rows">${rows.map(row)}</ul>
  </section>`;
}

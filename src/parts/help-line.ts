/** Someone to talk to now: in every state of every widget, in three tiers, never a number without its country. */
import { html, nothing, type TemplateResult } from 'lit';
import { callLink, type Help, type HelpLine, textLink } from '../domain/help-line.js';
import type { Locale } from '../i18n/locale.js';

function textMessage(locale: Locale, { text }: HelpLine): TemplateResult | typeof nothing {
  if (!text) return nothing;
  const { strings } = locale;
  const said = text.keyword
    ? locale.say(strings.helpTextTo, { keyword: text.keyword, number: text.number })
    : locale.say(strings.helpTextAny, { number: text.number });
  return html`<a class="call text" href=${textLink(text)}>${said}</a>`;
}

function lineView(locale: Locale, line: HelpLine): TemplateResult {
  const { strings } = locale;
  const place = [
    line.where ?? locale.country(line.country),
    ...(line.hours === '24/7' ? [strings.helpDayAndNight] : []),
  ];
  return html`<p>
    <bdi>${line.name}</bdi>${locale.enumerate(['', ...place])}
    ${line.phone ? html`<a class="call" href=${callLink(line.phone)} dir="ltr">${line.phone}</a>` : nothing}
    ${textMessage(locale, line)}
  </p>`;
}

const tier = (heading: string, body: unknown): TemplateResult => html`<div><h4>${heading}</h4>${body}</div>`;

function danger(locale: Locale, { emergency }: Help): TemplateResult {
  const { strings } = locale;
  if (!emergency) return html`<p>${strings.helpCallLocal}</p>`;
  const country = locale.country(emergency.country);
  return html`<p><a href=${callLink(emergency.number)}>${locale.say(strings.helpCall, { number: emergency.number, country })}</a></p>`;
}

/** The oldest check of what is shown. */
function checkedOn({ emergency, urgent, talk }: Help): string | undefined {
  return [emergency, ...urgent, ...talk].flatMap((row) => (row ? [row.checkedOn] : [])).sort()[0];
}

/** At night so many open lines stand in sight at once. */
const OPEN_LINES = 3;

/**
 * @param help The lines for the country, or the way to find some.
 * @param answers When nothing else is open: whether a line answers now. Those that do stand in sight and say so.
 * @param unfolded All of it in sight: on paper, where nobody can open anything, and beside what may hurt.
 */
export function helpLine(
  locale: Locale,
  help: Help,
  answers?: (line: HelpLine) => boolean | undefined,
  unfolded = false,
): TemplateResult {
  const { strings } = locale;
  const show = (lines: readonly HelpLine[]) => lines.map((line) => lineView(locale, line));
  const open = answers ? help.talk.filter(answers).slice(0, OPEN_LINES) : [];
  const inSight = open.length > 0 ? open : help.talk.slice(0, 1);
  const others = help.talk.filter((line) => !inSight.includes(line));
  const checked = checkedOn(help);
  const urgent = help.urgent.length > 0 ? tier(strings.helpUrgent, show(help.urgent)) : nothing;
  const directory = html`<p>
    <a href=${help.directory} target="_blank" rel="noopener noreferrer">${strings.helpDirectory}</a>
  </p>`;
  const more = html`${tier(strings.helpDanger, danger(locale, help))} ${urgent}
    ${tier(strings.helpTalk, html`${show(others)}${directory}`)}
    ${checked ? html`<p class="small">${locale.say(strings.helpChecked, { date: locale.date(checked) })}</p>` : nothing}`;
  return html`<div class="help" part="help-line" role="group" aria-label=${strings.helpTitle}>
    <h3>${open.length > 0 ? strings.helpOpenNow : strings.helpTitle}</h3>
    <slot name="help"></slot>
    ${show(inSight)}
    ${help.country ? html`<p class="small">${strings.callStays}</p>` : nothing}
    ${inSight.length > 0 ? html`<details ?open=${unfolded}><summary>${strings.helpMore}</summary>${more}</details>` : more}
  </div>`;
}

/** The same in one breath, where a visitor is about to do something that cannot wait for help: whom to call now. */
export function helpNow(locale: Locale, help: Help): TemplateResult {
  const { strings } = locale;
  const { emergency } = help;
  const line = help.talk.find(({ phone }) => phone);
  return html`<p class="now">
    ${
      emergency
        ? html`<a class="call" href=${callLink(emergency.number)}>${locale.say(strings.helpCall, { number: emergency.number, country: locale.country(emergency.country) })}</a>`
        : html`<span>${strings.helpCallLocal}</span>`
    }
    ${line?.phone ? html`<a class="call" href=${callLink(line.phone)}><bdi>${line.name}</bdi> <bdi dir="ltr">${line.phone}</bdi></a>` : nothing}
  </p>`;
}

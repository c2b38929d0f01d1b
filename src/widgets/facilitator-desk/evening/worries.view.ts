/** When a question worries whoever reads it, and when it is one for a clinician: what the house does, whom to ring, words to begin with. */
import { html, nothing, type TemplateResult } from 'lit';
import { callLink } from '../../../domain/help-line.js';
import { webUrl } from '../../../domain/web-url.js';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';
import type { HouseRules } from '../work/house-rules.js';

export interface WorriesModel {
  readonly rules: HouseRules;
  readonly reply: string;
  /** Whether anybody could read a reply. */
  readonly mayReply: boolean;
  readonly mayHandOver: boolean;
  readonly busy: boolean;
}

export interface WorriesActions {
  use(): void;
  handOver(): void;
  back(): void;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const replyView = ({ words }: Speech, reply: string): TemplateResult => html`<h4>${words.eveningReply}</h4>
  <blockquote class="words-of reply" dir="auto">${reply}</blockquote>`;

function leadView({ words }: Speech, { leadName, leadPhone }: HouseRules): TemplateResult {
  if (!leadName && !leadPhone) return html`<p>${words.eveningNoLead}</p>`;
  return html`<p class="lead">
    <bdi>${leadName}</bdi>
    ${leadPhone ? html`<a class="button" part="button" href=${callLink(leadPhone)}><bdi dir="ltr">${leadPhone}</bdi></a>` : nothing}
  </p>`;
}

export function worriesView(speech: Speech, model: WorriesModel, actions: WorriesActions): TemplateResult {
  const { words } = speech;
  const { rules, reply, mayReply, mayHandOver, busy } = model;
  const steps = linesOf(rules.steps);
  return html`<section class="narrow worry">
    <h3 class="big heading" tabindex="-1">${words.eveningWorriesTitle}</h3>
    <p>${words.eveningWorriesIntro}</p>
    <h4>${words.eveningSteps}</h4>
    ${
      steps.length > 0
        ? html`<ol class="steps" dir="auto">
            ${steps.map((step) => html`<li>${step}</li>`)}
          </ol>`
        : html`<p>${words.eveningNoSteps}</p>`
    }
    <h4>${words.eveningLead}</h4>
    ${leadView(speech, rules)}
    <h4>${words.eveningTrace}</h4>
    <ul class="steps">
      ${mayReply ? html`<li>${words.eveningDoReply}</li>` : nothing}
      <li>${words.eveningDoNotAlone}</li>
      <li>${words.eveningDoHandOver}</li>
    </ul>
    ${mayReply ? replyView(speech, reply) : html`<p>${words.eveningReplyNoPrivate}</p>`}
    <div class="deeds">
      ${
        mayReply
          ? html`${primary(words.eveningReplyUse, busy, actions.use)}
            ${secondary(words.eveningReturn, false, actions.back)}`
          : primary(words.eveningReturnRead, false, actions.back)
      }
      ${mayHandOver ? secondary(words.eveningHandOver, busy, actions.handOver) : nothing}
    </div>
    <h4>${words.eveningOwn}</h4>
    <p>${words.eveningOwnNormal}</p>
    ${linesOf(rules.ownSupport).map((line) => html`<p dir="auto">${line}</p>`)}
  </section>`;
}

export interface ClinicianModel {
  readonly rules: HouseRules;
  readonly reply: string;
  readonly mayReply: boolean;
  readonly mayMark: boolean;
  readonly busy: boolean;
}

export interface ClinicianActions {
  use(): void;
  mark(): void;
  back(): void;
}

function whoView({ words, locale }: Speech, { clinicianName, clinicianUrl }: HouseRules): TemplateResult {
  if (!clinicianName && !clinicianUrl) return html`<p>${words.eveningClinicianNobody}</p>`;
  const phone = /^[+\d][\d\s()/.-]{2,}$/.test(clinicianUrl.trim()) ? callLink(clinicianUrl) : undefined;
  const href = phone ?? webUrl(clinicianUrl);
  return html`<p>${locale.say(words.eveningClinicianWho, { name: clinicianName })}</p>
    ${
      href
        ? html`<p><a href=${href} target="_blank" rel="noopener noreferrer"><bdi dir="ltr">${clinicianUrl}</bdi></a></p>`
        : clinicianUrl
          ? html`<p><bdi>${clinicianUrl}</bdi></p>`
          : nothing
    }`;
}

export function clinicianView(
  speech: Speech,
  model: ClinicianModel,
  actions: ClinicianActions,
): TemplateResult {
  const { words } = speech;
  const { rules, reply, mayReply, mayMark, busy } = model;
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${words.eveningClinicianTitle}</h3>
    <p>${words.eveningClinicianIntro}</p>
    ${whoView(speech, rules)} ${mayReply ? replyView(speech, reply) : nothing}
    <div class="deeds">
      ${
        mayReply
          ? primary(words.eveningClinicianUse, busy, actions.use)
          : mayMark
            ? primary(words.eveningClinicianMarkOnly, busy, actions.mark)
            : nothing
      }
      ${secondary(mayReply ? words.eveningReturn : words.eveningReturnRead, false, actions.back)}
    </div>
  </section>`;
}

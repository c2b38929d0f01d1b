/** Who knows what, on one plain page: two columns of words, some facts, and the list of what was done. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StaffBox } from '../../../backend/staff-api.js';
import type { Rotation } from '../../../domain/desk/rotation.js';
import type { Speech } from '../desk-screen.js';
import { secondary } from '../form.view.js';
import type { AuditDay } from './audit-in-words.js';

export type BackupState =
  | { readonly state: 'none' }
  | { readonly state: 'fine' | 'old'; readonly days: number };

export interface ProofModel {
  /** Whether the desk's own link names the key. */
  readonly pinned: boolean;
  readonly backup: BackupState;
  /** For how long backups are kept. */
  readonly backupDays: number;
  readonly counts: StaffBox['counts'];
  readonly version: string;
  /** Absent until the box was opened. */
  readonly retentionDays: number | undefined;
  readonly rotation: Rotation | undefined;
  /** Absent until it has come. */
  readonly audit: readonly AuditDay[] | undefined;
  readonly more: boolean;
  readonly busy: boolean;
}

export interface ProofActions {
  older(): void;
  people(): void;
}

const list = (items: readonly string[]) =>
  html`<ul class="plain-list">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

function backupView({ locale, words }: Speech, { backup, backupDays }: ProofModel): TemplateResult {
  const said =
    backup.state === 'none'
      ? words.proofBackupNone
      : locale.say(backup.state === 'old' ? words.proofBackupOld : words.proofBackupFine, {
          when: locale.daysAgo(backup.days),
        });
  return html`${backup.state === 'fine' ? html`<p>${said}</p>` : html`<p class="notice" part="notice">${said}</p>`}
  ${backupDays > 0 ? html`<p>${locale.say(words.proofBackupDays, { n: backupDays })}</p>` : nothing}`;
}

function keyView({ locale, words }: Speech, rotation: Rotation | undefined): TemplateResult {
  if (!rotation) return html`<p>${words.proofKeyNone}</p>`;
  const { age, daysLeft, state } = rotation;
  if (state === 'over') return html`<p class="notice" part="notice">${words.proofKeyOver}</p>`;
  return html`<p>
    ${locale.say(words.proofKeyAge, { n: Math.max(0, age) })}
    ${locale.say(words.proofKeyLeft, { n: daysLeft })}
    ${state === 'fine' ? nothing : html`<strong>${words.proofKeyOffer}</strong>`}
  </p>`;
}

function auditView({ words }: Speech, { audit, more, busy }: ProofModel, older: () => void): TemplateResult {
  if (!audit) return html``;
  if (audit.length === 0) return html`<p>${words.proofAuditNone}</p>`;
  return html`<ul class="rows apart">
      ${audit.map(
        ({ day, lines }, at) =>
          html`<li id="audit-${at}" tabindex="-1" class="heading">
            <strong>${day}</strong>${lines.map((line) => html`<p dir="auto">${line}</p>`)}
          </li>`,
      )}
    </ul>
    ${more ? html`<div class="deeds">${secondary(words.proofAuditOlder, busy, older)}</div>` : nothing}`;
}

export function proofView(speech: Speech, model: ProofModel, actions: ProofActions): TemplateResult {
  const { locale, words } = speech;
  const { counts, retentionDays, version } = model;
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.proofTitle}</h3>
    <p>${words.proofIntro}</p>
    <div class="columns">
      <div>
        <h4>${words.proofHere}</h4>
        ${list([words.proofHereQuestions, words.proofHereDay, words.proofHereNothing, words.proofHereTeam, words.proofHereWithhold])}
      </div>
      <div>
        <h4>${words.proofAround}</h4>
        ${list([words.proofAroundProxy, words.proofAroundCdn, words.proofAroundHost, words.proofAroundSite, words.proofAroundBrowser])}
        <p>${words.proofAroundAsk}</p>
      </div>
    </div>
    <h4>${words.proofTrust}</h4>
    ${
      model.pinned
        ? html`<p>${words.proofTrustPinned}</p><p>${words.proofTrustPage}</p>`
        : html`<p class="notice" part="notice">${words.proofTrustServer}</p>`
    }
    <h4>${words.proofBackup}</h4>
    ${backupView(speech, model)}
    <h4>${words.proofBox}</h4>
    <p>
      ${locale.say(words.proofCounts, { waiting: counts.new, answered: counts.answered, closed: counts.closed })}
    </p>
    ${retentionDays === undefined ? nothing : html`<p>${locale.say(words.proofKept, { n: retentionDays })}</p>`}
    <p>${words.proofKeptWaiting}</p>
    <p>${words.proofKeptAudit}</p>
    <p class="small quiet">
      ${version ? locale.say(words.proofVersion, { version }) : words.proofVersionNone}
    </p>
    <h4>${words.proofKey}</h4>
    ${keyView(speech, model.rotation)}
    <div class="deeds">${secondary(words.proofKeyChange, false, actions.people, 'link')}</div>
    <h4>${words.proofAudit}</h4>
    <p>${words.proofAuditIntro}</p>
    ${auditView(speech, model, actions.older)}
  </section>`;
}

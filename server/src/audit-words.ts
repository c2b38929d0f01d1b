/** What the audit can say: nobody can write a word of their own into it. */

export const AUDIT_ACTIONS = [
  'made',
  'opened',
  'claimed',
  'answered',
  'closed',
  'signed',
  'proved',
  'recovered',
  'accepted',
  'changed',
  'removed',
] as const;

export const AUDIT_KINDS = [
  'box',
  'session',
  'question',
  'manifest',
  'roster',
  'catalogue',
  'sheet',
  'account',
  'invitation',
  'rules',
  'publication',
  'origins',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Actor of what was done with the recovery sheet: whoever had it in their hands. */
export const BY_THE_SHEET = '';

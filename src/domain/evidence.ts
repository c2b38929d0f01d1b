/**
 * What peer support gives, what helps, and what research found, each with how sure that is and where it
 * comes from: the only claims that a text of ours may make.
 */
import type { Review, Source } from './quiz.js';

export interface Claim {
  readonly id: string;
  /** What it gives · what helps · what research found. */
  readonly kind: 'benefit' | 'advice' | 'finding';
  /** A heading. */
  readonly claim: string;
  /** One or two sentences for a visitor. */
  readonly plain: string;
  /** How sure that is, in plain words. */
  readonly strength: string;
  /** None: `strength` says that nobody has studied it. */
  readonly sources: readonly Source[];
}

export interface Evidence {
  readonly id: string;
  readonly version: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly review: Review;
  readonly claims: readonly Claim[];
}

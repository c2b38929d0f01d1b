/** Fetches what helps on a first visit when a visitor opens it, once for all groups of a list. */
import type { TemplateResult } from 'lit';
import { loadWhatHelps } from '../../content/quiz/first-visit.js';
import { isPastReview } from '../../domain/quiz.js';
import { localTime } from '../../domain/recurrence/zone.js';
import type { Locale } from '../../i18n/locale.js';
import { type Helps, whatHelps } from '../../parts/what-helps.js';
import type { NarrowingHost } from './narrowing-host.js';

export class WhatHelps {
  #helps: Helps;
  /** The language that it was asked for in. */
  #asked = '';

  constructor(private readonly host: NarrowingHost) {}

  async #load(language: string): Promise<void> {
    if (language === this.#asked && this.#helps !== 'failed') return;
    this.#asked = language;
    this.#helps = undefined;
    this.host.requestUpdate();
    const { now, viewerZone } = this.host;
    const helps = await loadWhatHelps(language).then(
      (evidence): Helps =>
        isPastReview(evidence.review, localTime(now, viewerZone).slice(0, 10)) ? 'reviewing' : evidence,
      (): Helps => 'failed',
    );
    if (language !== this.#asked) return;
    this.#helps = helps;
    this.host.requestUpdate();
  }

  render(locale: Locale): TemplateResult {
    return whatHelps(locale, this.#helps, () => void this.#load(locale.strings.lang));
  }
}

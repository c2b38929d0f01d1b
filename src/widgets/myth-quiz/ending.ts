/** The quiz's last page. It comes when somebody has begun; groups and what helps are asked for only when somebody is there. */
import type { LitElement, TemplateResult } from 'lit';
import type { ProblemKind } from '../../backend/problem.js';
import { loadEvidence } from '../../content/quiz/packs.js';
import type { Directory } from '../../domain/directory.js';
import type { Evidence } from '../../domain/evidence.js';
import { isPastReview } from '../../domain/quiz.js';
import { enQuizEnd } from '../../i18n/en-quiz-end.js';
import type { Locale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/strings.js';
import { styles } from './ending.styles.js';
import { type EndingModel, endingView } from './ending.view.js';
import type { NextGroups } from './next-groups.js';

export { enQuizEnd as phrases };

/** What the last page takes from its element. */
export interface EndingHost {
  readonly src: string;
  readonly format: string;
  readonly sourceTimeZone: string;
  readonly timeZone: string;
  readonly pageUrl: string;
  readonly directory: Directory | undefined;
  readonly clock: () => number;
}

/** Tells the webmaster what is wrong with what an attribute names, and the mend. */
export type Tell = (attribute: string, address: string, kind: ProblemKind | undefined, hint: string) => void;

/** Gives a quiz what its last page needs to look right, once. */
export function dress(root: ShadowRoot | null): void {
  const sheets = root?.adoptedStyleSheets;
  if (styles.styleSheet && !sheets?.includes(styles.styleSheet)) sheets?.push(styles.styleSheet);
}

export class Ending {
  #evidence: Evidence | undefined;
  /** The language that it was asked for in. */
  #asked = '';
  #groups: NextGroups | undefined;

  constructor(
    private readonly host: LitElement & EndingHost,
    private readonly came: (phrases: Partial<Strings>) => void,
    private readonly tell: Tell,
  ) {}

  /** A visitor is there, or the page names another listing. */
  reach(): void {
    void this.#bringGroups();
  }

  /** What cannot be had is left out: the page stands without it. */
  async #bringEvidence(language: string): Promise<void> {
    if (language === this.#asked) return;
    this.#asked = language;
    const evidence = await loadEvidence(language).catch(() => undefined);
    if (language !== this.#asked) return;
    this.#evidence = evidence;
    this.host.requestUpdate();
  }

  async #bringGroups(): Promise<void> {
    const { host } = this;
    if (!host.directory && !host.src) return;
    try {
      const part = await import('./next-groups.js');
      this.came(part.phrases);
      this.#groups ??= new part.NextGroups(host, this.tell);
      this.#groups.load();
    } catch (reason) {
      console.warn(
        `<${host.localName} src>: the part that shows groups could not be loaded; the page's own next step stands in its place.`,
        reason,
      );
    }
    host.requestUpdate();
  }

  /** What helps, while nobody has to look at it again first. */
  #helps(): Evidence | undefined {
    const evidence = this.#evidence;
    const today = new Date(this.host.clock()).toISOString().slice(0, 10);
    return evidence && !isPastReview(evidence.review, today) ? evidence : undefined;
  }

  render(locale: Locale, model: EndingModel): TemplateResult {
    void this.#bringEvidence(locale.strings.lang);
    return endingView(locale, model, { groups: this.#groups?.render(locale), helps: this.#helps() });
  }
}

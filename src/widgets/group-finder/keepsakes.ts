/** The groups that a visitor keeps, on a page of their own: to compare, to print, to copy. In memory only. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../../domain/query.js';
import type { Locale } from '../../i18n/locale.js';
import { shortlist } from '../../parts/shortlist.js';
import { type RowContext, rowsView } from './group-finder.view.js';
import { rowText } from './narrowing.view.js';
import type { NarrowingHost } from './narrowing-host.js';

export class Keepsakes {
  #copied: 'copied' | 'copyFailed' | undefined;

  /** @param rows The kept groups, each with its soonest evening. */
  constructor(
    private readonly host: NarrowingHost,
    private readonly rows: () => readonly Row[],
  ) {}

  async #copy(context: RowContext): Promise<void> {
    try {
      await navigator.clipboard.writeText(
        this.rows()
          .map((row) => rowText(context, row))
          .join('\n\n'),
      );
      this.#copied = 'copied';
    } catch {
      this.#copied = 'copyFailed';
    }
    this.host.say(context.locale.strings[this.#copied]);
    this.host.requestUpdate();
  }

  render(locale: Locale): TemplateResult {
    const rows = this.rows();
    const context = this.host.rowContext(locale);
    const said = this.#copied ? locale.strings[this.#copied] : '';
    return shortlist(locale, rows.length > 0 ? html`${rowsView(context, rows)}` : nothing, said, {
      print: () => window.print(),
      copy: () => void this.#copy(context),
      forget: () => {
        this.#copied = undefined;
        this.host.forgetKept();
        this.host.focusOn('.heading');
      },
    });
  }
}

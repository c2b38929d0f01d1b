/** A fact with its source, as it stands in the feedback, on the last page, on paper and in what is shared. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Item, Pack, Source } from '../../domain/quiz.js';
import { webUrl } from '../../domain/web-url.js';
import type { Locale } from '../../i18n/locale.js';

const facts = (locale: Locale, { publisher, year }: Source): string =>
  locale.enumerate([publisher, ...(year ? [String(year)] : [])].map((text) => locale.apart(text)));

/** "Source: About peer support, Mind, 2019. Checked 21 November 2026." */
export function sourceView(locale: Locale, source: Source): TemplateResult {
  const { strings } = locale;
  const url = source.url && webUrl(source.url);
  const title = html`<bdi>${source.title}</bdi>`;
  return html`<p class="small quiet source" part="source">${strings.quizSource}
    ${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}</a>` : title}${locale.enumerate(['', facts(locale, source)])}.
    ${source.checkedOn ? locale.say(strings.quizChecked, { date: locale.date(source.checkedOn) }) : nothing}</p>`;
}

/** What leaves the page: the fact and where it comes from. */
export function factText(
  locale: Locale,
  { fact, source }: { readonly fact: string; readonly source: Source },
): string {
  const from = locale.enumerate([
    source.title,
    source.publisher,
    ...(source.year ? [String(source.year)] : []),
  ]);
  return [fact, `${locale.strings.quizSource} ${from}`, source.url ?? ''].filter(Boolean).join('\n');
}

/** Facts in a row, each with its source. */
export function factList(
  locale: Locale,
  items: readonly Item[],
  { language, direction }: Pack,
): TemplateResult {
  return html`<ul class="facts" part="facts">${items.map(
    (item) => html`<li class="met">
      <p class="said" lang=${language} dir=${direction}>${item.fact}</p>
      ${sourceView(locale, item.source)}
    </li>`,
  )}</ul>`;
}

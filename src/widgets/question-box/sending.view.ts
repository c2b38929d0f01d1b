/** While a question is on its way, and the receipt: the code is the one big thing, and nobody gets past it by accident. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Code, showCode } from '../../domain/sealing/visitor.js';
import type { Locale } from '../../i18n/locale.js';
import type { Step } from './sending.js';

/** Five groups of five; read aloud one by one. */
export const codeView = ({ strings }: Locale, code: Code): TemplateResult => html`<p
  class="code"
  part="code"
  dir="ltr"
  translate="no"
  role="group"
  aria-label=${strings.boxCode}
>${showCode(code)
  .split(/[\s-]/)
  .map((group) => html`<span>${group}</span> `)}</p>`;

function stepInWords({ strings }: Locale, step: Step): string {
  switch (step) {
    case 'locking':
      return strings.boxLocking;
    case 'proving':
      return strings.boxProving;
    case 'sending':
      return strings.boxSending;
    case 'offline':
      return strings.boxWaitOffline;
    case 'unreachable':
      return strings.boxWaitUnreachable;
    default:
      return strings.boxWaitBusy;
  }
}

export const isWaiting = (step: Step): boolean => !['locking', 'proving', 'sending'].includes(step);

export function sendingView(
  locale: Locale,
  step: Step,
  code: Code | undefined,
  stop: () => void,
): TemplateResult {
  const { strings } = locale;
  const waits = isWaiting(step);
  return html`<section class="sending" part="sending" aria-busy="true">
    <h3 class="heading" tabindex="-1">${waits ? strings.boxNotYet : stepInWords(locale, step)}</h3>
    ${waits ? html`<p>${stepInWords(locale, step)}</p>` : nothing}
    ${
      waits && code
        ? html`<p>${strings.boxKeepOpen}</p>
            ${codeView(locale, code)}`
        : nothing
    }
    <div class="bar">
      <button type="button" class="button" part="button" @click=${stop}>${strings.boxStop}</button>
    </div>
  </section>`;
}

export interface Receipt {
  readonly code: Code;
  /** Day from which to look, a date; absent when nobody knows when questions are read. */
  readonly from: string | undefined;
  /** Day until which it is kept, a date. */
  readonly until: string;
  /** Asked whether to go on without the code. */
  readonly sure: boolean;
  /** What became of copying. */
  readonly said: string;
}

export interface ReceiptActions {
  copy(): void;
  print(): void;
  wrote(): void;
  /** Asks whether to go on without the code. */
  without(): void;
  decline(): void;
  back(): void;
}

export function receiptView(locale: Locale, receipt: Receipt, actions: ReceiptActions): TemplateResult {
  const { strings } = locale;
  const { from, until, said } = receipt;
  const days = [
    ...(from ? [locale.say(strings.boxLookFrom, { date: locale.date(from) })] : []),
    locale.say(strings.boxKeptUntil, { date: locale.date(until) }),
  ].join(' ');
  return html`<section class="receipt" part="receipt">
    <h3 class="heading" tabindex="-1">${strings.boxSent}</h3>
    <h4>${strings.boxCode}</h4>
    ${codeView(locale, receipt.code)}
    <p>${strings.boxCodeHint}</p>
    <p class="quiet">${days}</p>
    ${
      receipt.sure
        ? html`<div class="notice sure" part="hint">
            <p tabindex="-1">${strings.boxWithoutSure}</p>
            <div class="bar">
              <button type="button" class="button primary" part="button button-primary" @click=${actions.back}>${strings.boxWithoutNo}</button>
              <button type="button" class="button" part="button" @click=${actions.decline}>${strings.boxWithoutYes}</button>
            </div>
          </div>`
        : html`<div class="bar">
              <button type="button" class="button primary" part="button button-primary" @click=${actions.wrote}>${strings.boxWrote}</button>
              <span class="ways">
                <button type="button" class="button" part="button" @click=${actions.copy}>${strings.boxCopy}</button>
                <button type="button" class="button" part="button" @click=${actions.print}>${strings.boxPrint}</button>
              </span>
            </div>
            ${said ? html`<p class="small" part="hint">${said}</p>` : nothing}
            <div class="bar"><button type="button" class="button plain" part="button" @click=${actions.without}>${strings.boxWithout}</button></div>`
    }
  </section>`;
}

/** Nothing is left of it on the page. */
export const doneView = (
  { strings }: Locale,
  noCode: boolean,
  another: () => void,
): TemplateResult => html`<section
  class="done"
  part="receipt"
>
  <h3 class="heading" tabindex="-1">${noCode ? strings.boxSent : strings.boxDone}</h3>
  <p>${noCode ? strings.boxDoneNoCode : strings.boxDoneHint}</p>
  <div class="bar">
    <button type="button" class="button" part="button" @click=${another}>${strings.boxAnother}</button>
  </div>
</section>`;

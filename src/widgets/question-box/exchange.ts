/**
 * What happens to a question once somebody writes one: what is pointed out, sealing, sending, the code, the answer. It comes as soon as the
 * box stands, so that from the first key on nothing has to be asked of the network.
 */
import type { LitElement, TemplateResult } from 'lit';
import type { Inbox } from '../../backend/ports.js';
import { type Detail, personalDetails } from '../../domain/question-details.js';
import { localTime } from '../../domain/recurrence/zone.js';
import type { CatalogueEntry } from '../../domain/sealing/catalogue.js';
import {
  type Code,
  type Manifest,
  type SealingReason,
  showCode,
  type Verified,
} from '../../domain/sealing/visitor.js';
import { enBoxLater } from '../../i18n/en-box-later.js';
import type { Locale } from '../../i18n/locale.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { type Reading, readingInWords } from './before.view.js';
import { besideView } from './beside.view.js';
import { styles } from './exchange.styles.js';
import { Looking } from './looking.js';
import { lookView } from './looking.view.js';
import { type End, Sending } from './sending.js';
import { doneView, isWaiting, type Receipt, receiptView, sendingView } from './sending.view.js';
import type { Draft } from './write.view.js';
import { copy, dateOf } from './written.js';

export { enBoxLater as phrases };

/** Gives the box what these views need to look right, once. */
export const dress = (root: ShadowRoot | null): void => adoptStyles(root, styles);

/** What it takes from its element. */
export interface ExchangeHost extends LitElement {
  readonly clock: () => number;
}

/** A box that takes questions. */
export interface OpenBox {
  readonly inbox: Inbox;
  readonly manifest: Verified<Manifest>;
}

export interface Reports {
  /** Says something once to a screen reader. */
  say(text: string): void;
  /** Moves the focus to what is read next. */
  focus(selector: string): void;
  /** The server has acknowledged a question: the words may go. */
  sent(): void;
  /** It was not sent: words for the visitor. */
  unsent(said: string): void;
  /** The box has another key by now: its documents are to be asked for again. */
  outdated(): void;
}

type Phase =
  | { readonly at: 'write' | 'sending' }
  | ({ readonly at: 'receipt' } & Receipt)
  | { readonly at: 'done'; readonly noCode: boolean };

const DAY_MS = 86_400_000;
/** Long enough that nothing jumps about at every key. */
const REST_MS = 400;

/** The day after the next reading, by the visitor's calendar. */
function lookFrom({ next, zone, now }: Reading): string | undefined {
  const read = next?.kind === 'next' ? next.start : next?.kind === 'now' ? now : undefined;
  return read === undefined ? undefined : localTime(read + DAY_MS, zone).slice(0, 10);
}

export class Exchange {
  phase: Phase = { at: 'write' };
  readonly looking: Looking;
  readonly #sending: Sending;
  #similarTo: (text: string) => readonly CatalogueEntry[] = () => [];
  #details: readonly { readonly detail: Detail; readonly text: string }[] = [];
  #similar: readonly CatalogueEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ExchangeHost,
    private readonly reports: Reports,
  ) {
    const changed = () => host.requestUpdate();
    this.looking = new Looking(changed);
    this.#sending = new Sending(changed);
  }

  /** What finds published answers to hold a text against. */
  know(similarTo: (text: string) => readonly CatalogueEntry[]): void {
    this.#similarTo = similarTo;
  }

  /** Looks through what was typed once the keys have come to rest. Nothing leaves the page. */
  typed(text: string, locale: Locale): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const had = this.#details.length;
      this.#details = personalDetails(text).map((detail) => ({
        detail,
        text: text.slice(detail.start, detail.end),
      }));
      this.#similar = this.#similarTo(text);
      if (this.#details.length > had) this.reports.say(locale.strings.boxDetails);
      this.host.requestUpdate();
    }, REST_MS);
  }

  beside = (locale: Locale): unknown => besideView(locale, this.#details, this.#similar);

  /** Nothing that somebody wrote, got or read stays on the page. */
  wipe(): void {
    clearTimeout(this.#timer);
    this.#details = [];
    this.#similar = [];
    this.#sending.wipe();
    this.looking.wipe();
    this.#become({ at: 'write' });
  }

  #become(phase: Phase): void {
    this.phase = phase;
    this.host.requestUpdate();
  }

  /** @param reading Is asked at the end: reading times may come later than the wish to send. */
  async send(
    draft: Draft,
    { inbox, manifest }: OpenBox,
    locale: Locale,
    reading: () => Reading,
  ): Promise<void> {
    this.#become({ at: 'sending' });
    this.reports.focus('.sending .heading');
    const today = Math.floor(this.host.clock() / DAY_MS);
    const ended = await this.#sending.send(draft, { inbox, manifest, today, lang: locale.strings.lang });
    this.#end(ended, locale, reading());
  }

  #end(ended: End, locale: Locale, reading: Reading): void {
    const { strings } = locale;
    if (ended.end === 'left') return;
    if (ended.end === 'kept') {
      // Sent sooner than it was looked through: nothing of it is to stand beside the next question.
      clearTimeout(this.#timer);
      this.#details = [];
      this.#similar = [];
      this.reports.sent();
      this.#become(
        ended.code
          ? {
              at: 'receipt',
              code: ended.code,
              from: lookFrom(reading),
              until: dateOf(ended.expiresDay),
              sure: false,
              said: '',
            }
          : { at: 'done', noCode: true },
      );
      this.reports.focus('.receipt .heading, .done .heading');
      return;
    }
    this.#become({ at: 'write' });
    if (ended.end === 'epoch-expired') this.reports.outdated();
    this.reports.unsent(
      ended.end === 'unfit'
        ? unfitInWords(locale, ended.reason, this.host.clock())
        : strings[WORDS[ended.end]],
    );
  }

  async #copy(locale: Locale, code: Code): Promise<void> {
    const { strings } = locale;
    const said = (await copy(showCode(code))) ? strings.boxCopied : strings.boxCopyFailed;
    if (this.phase.at !== 'receipt') return;
    this.#become({ ...this.phase, said });
    this.reports.say(said);
  }

  /** Ends what the receipt began; nothing of the code stays. */
  readonly #finish = (noCode = false): void => {
    this.#become({ at: 'done', noCode });
    this.reports.focus('.done .heading');
  };

  #renderReceipt(locale: Locale, receipt: Receipt): TemplateResult {
    const sure = (asked: boolean) => {
      this.#become({ at: 'receipt', ...receipt, sure: asked });
      this.reports.focus(asked ? '.sure p' : '.receipt .heading');
    };
    return receiptView(locale, receipt, {
      copy: () => void this.#copy(locale, receipt.code),
      print: () => window.print(),
      wrote: () => this.#finish(),
      without: () => sure(true),
      decline: () => this.#finish(true),
      back: () => sure(false),
    });
  }

  /** Something is on its way, or a code waits to be written down. */
  get isBusy(): boolean {
    return this.phase.at === 'sending' || this.phase.at === 'receipt';
  }

  /** What stands in the place of the form; `undefined` while somebody writes. */
  renderAsk(locale: Locale): TemplateResult | undefined {
    const { phase } = this;
    switch (phase.at) {
      case 'write':
        return undefined;
      case 'sending': {
        const { step, code } = this.#sending;
        return sendingView(locale, step, isWaiting(step) ? code : undefined, () => this.#sending.stop());
      }
      case 'receipt':
        return this.#renderReceipt(locale, phase);
      case 'done':
        return doneView(locale, phase.noCode, () => {
          this.#become({ at: 'write' });
          this.reports.focus('#text');
        });
    }
  }

  renderLook(locale: Locale, { inbox, manifest: { boxId } }: OpenBox, reading: Reading): TemplateResult {
    const { looking, reports } = this;
    const next = '.look #code, .found .heading, .erased .heading';
    return lookView(locale, looking.phase, looking.typed, readingInWords(locale, reading), {
      type: (typed) => {
        looking.typed = typed;
        // Drawn anew, so that emptying it later changes what is drawn.
        this.host.requestUpdate();
      },
      look: (event) => {
        event.preventDefault();
        void looking.look(inbox, boxId).then(() => reports.focus(next));
        reports.focus('.looking .heading');
      },
      hide: () => {
        looking.wipe();
        reports.focus('#code');
      },
      askErase: (ask) => {
        if (looking.phase.at === 'found') looking.become({ ...looking.phase, ask, failed: false });
        reports.focus(ask ? '.sure p' : '.found .heading');
      },
      erase: () => {
        void looking.erase(inbox, boxId).then(() => reports.focus(next));
        reports.focus('.looking .heading');
      },
    });
  }
}

const WORDS = {
  stopped: 'boxStopped',
  'epoch-expired': 'boxExpired',
  'box-full': 'boxFull',
  gone: 'boxGone',
  refused: 'boxSendRefused',
  missing: 'boxPartFailed',
} as const satisfies Partial<Record<End['end'], keyof Locale['strings']>>;

/** Why the words themselves, or the device, keep a question from being sealed. */
function unfitInWords(locale: Locale, reason: SealingReason, now: number): string {
  const { strings } = locale;
  switch (reason) {
    case 'empty':
      return strings.boxEmpty;
    case 'too-long':
      return strings.boxTooLong;
    case 'insecure-context':
      return strings.boxInsecure;
    case 'not-yet':
    case 'expired':
      return locale.say(strings.boxDate, { date: locale.date(dateOf(Math.floor(now / DAY_MS))) });
    default:
      return strings.boxOdd;
  }
}

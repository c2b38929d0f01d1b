/** The queue: how many wait, three piles, and rows that say what they are before anybody opens them. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskStrings } from '../../../i18n/desk/desk-strings.js';
import { dayInWords } from '../day-in-words.js';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';
import type { DeskNotice } from '../people/rotation-notice.js';
import { firstLines } from '../strangers-text.view.js';
import { LATE_DAYS, PILES, type Pile, type PiledRow, type Piles, unsentWords } from './evening-piles.js';

export interface QueueModel {
  /** What else is to be known this evening, and where it is done. */
  readonly notice: DeskNotice | undefined;
  /** Absent until they were fetched. */
  readonly piles: Piles | undefined;
  /** Done ones that lie on the server alone. */
  readonly alsoDone: number;
  readonly pile: Pile;
  readonly today: number;
  readonly me: string;
  /** Absent while nothing is being chosen. */
  readonly chosen: ReadonlySet<string> | undefined;
  /** Whether it is asked once more before they are closed. */
  readonly closing: boolean;
  readonly busy: boolean;
  nameOf(id: string): string;
}

export interface QueueActions {
  show(pile: Pile): void;
  open(locator: string): void;
  again(): void;
  choose(on: boolean): void;
  tick(locator: string, on: boolean): void;
  bring(): void;
  close(step: 'ask' | 'yes' | 'no'): void;
}

const NAMES = {
  waiting: 'eveningPileWaiting',
  later: 'eveningPileLater',
  done: 'eveningPileDone',
} as const satisfies Record<Pile, keyof DeskStrings>;

const EMPTY = {
  waiting: 'eveningEmptyWaiting',
  later: 'eveningEmptyLater',
  done: 'eveningEmptyDone',
} as const satisfies Record<Pile, keyof DeskStrings>;

function factsOf({ words, locale }: Speech, model: QueueModel, { opened, by }: PiledRow): string[] {
  const { row, question, draft, answers } = opened;
  const facts = [locale.say(words.eveningCame, { date: dayInWords(locale, row.day, model.today) })];
  if (question?.topic) facts.unshift(firstLines(question.topic));
  if (question && !question.kAns) facts.push(words.eveningNoAnswerWanted);
  if (question?.mayPublish) facts.push(words.eveningMayPublish);
  if (by !== undefined) facts.push(locale.say(words.eveningAnswering, { name: model.nameOf(by) }));
  else if (draft && unsentWords(opened))
    facts.push(
      draft.by === model.me
        ? words.eveningDraftMine
        : locale.say(words.eveningDraftOf, { name: model.nameOf(draft.by) }),
    );
  if (draft?.handedOn) facts.push(words.eveningHandedOn);
  if (answers.length > 0) facts.push(locale.say(words.eveningAnswered, { n: answers.length }));
  if (row.state === 'closed') facts.push(words.eveningIsClosed);
  return facts;
}

function rowView(speech: Speech, model: QueueModel, piled: PiledRow, actions: QueueActions): TemplateResult {
  const { words, locale } = speech;
  const { row, question } = piled.opened;
  const lines = question ? firstLines(question.text) : words.eveningUnreadable;
  const { chosen } = model;
  return html`<li class="waiting">
    ${
      chosen
        ? html`<label class="check pick-of"
            ><input
              type="checkbox"
              part="input"
              class="pick"
              aria-label=${locale.say(words.eveningChooseOne, { words: lines })}
              .checked=${chosen.has(row.locator)}
              @change=${(event: Event) => actions.tick(row.locator, (event.target as HTMLInputElement).checked)}
          /></label>`
        : nothing
    }
    <div class="row-words">
      <button
        type="button"
        class="open"
        part="button"
        data-locator=${row.locator}
        aria-disabled=${model.busy ? 'true' : nothing}
        @click=${() => !model.busy && actions.open(row.locator)}
      >
        <bdi class="lines ${question ? '' : 'quiet'}" translate=${question ? 'no' : nothing}>${lines}</bdi>
      </button>
      <p class="facts">
        ${factsOf(speech, model, piled).map((fact) => html`<bdi>${fact}</bdi>`)}
      </p>
    </div>
  </li>`;
}

const noticeView = ({ text, act }: DeskNotice): TemplateResult => html`<div class="notice" part="notice">
  <p>${text}</p>
  ${act ? secondary(act.label, false, () => act.run()) : nothing}
</div>`;

function topView({ words, locale }: Speech, { piles, today }: QueueModel): unknown {
  if (!piles) return html`<p>${words.eveningLoading}</p>`;
  const { waiting, oldestDay, late } = piles;
  if (oldestDay === undefined) return html`<p>${words.eveningNone}</p>`;
  const lateSaid = locale.say(words.eveningLate, { n: late, days: LATE_DAYS });
  return html`${late > 0 ? html`<p class="notice late" part="notice">${lateSaid}</p>` : nothing}
    <p>
      ${locale.say(words.eveningWaits, { n: waiting })}
      ${locale.say(words.eveningOldest, { date: dayInWords(locale, oldestDay, today) })}
    </p>`;
}

function chosenView(speech: Speech, model: QueueModel, actions: QueueActions): unknown {
  const { words, locale } = speech;
  const { chosen, closing, busy } = model;
  if (!chosen) return nothing;
  const n = chosen.size;
  if (closing)
    return html`<div class="notice deeds-of" part="notice">
      <p class="heading" tabindex="-1" id="closing">${locale.say(words.eveningCloseSure, { n })}</p>
      <div class="deeds">
        ${primary(locale.say(words.eveningCloseYes, { n }), busy, () => actions.close('yes'))}
        ${secondary(words.eveningCloseNo, busy, () => actions.close('no'))}
      </div>
    </div>`;
  return html`<p class="small quiet">${locale.say(words.eveningChosen, { n })}</p>
    <div class="deeds">
      ${secondary(words.eveningBring, busy, actions.bring)}
      ${secondary(words.eveningCloseChosen, busy, () => actions.close('ask'))}
      ${secondary(words.eveningChooseEnd, busy, () => actions.choose(false), 'link')}
    </div>`;
}

export function queueView(speech: Speech, model: QueueModel, actions: QueueActions): TemplateResult {
  const { words, locale } = speech;
  const { piles, pile, chosen, busy } = model;
  const rows = piles?.rows[pile] ?? [];
  const countOf = (name: Pile): number =>
    (piles?.rows[name].length ?? 0) + (name === 'done' ? model.alsoDone : 0);
  return html`<section class="queue">
    <h3 class="big heading" tabindex="-1">${words.eveningTitle}</h3>
    ${model.notice ? noticeView(model.notice) : nothing} ${topView(speech, model)}
    ${
      piles
        ? html`<div class="piles" role="group" aria-label=${words.eveningPiles}>
              ${PILES.map(
                (name) => html`<button
                  type="button"
                  part="button"
                  aria-pressed=${name === pile ? 'true' : 'false'}
                  @click=${() => actions.show(name)}
                >
                  ${locale.say(words[NAMES[name]], { n: countOf(name) })}
                </button>`,
              )}
            </div>
            ${
              rows.length > 0
                ? html`<ul class="rows" role="list" aria-label=${locale.say(words[NAMES[pile]], { n: rows.length })}>
                    ${repeat(
                      rows,
                      ({ opened }) => opened.row.locator,
                      (row) => rowView(speech, model, row, actions),
                    )}
                  </ul>`
                : html`<p class="quiet">${words[EMPTY[pile]]}</p>`
            }
            ${chosenView(speech, model, actions)}
            ${
              chosen
                ? nothing
                : html`<div class="deeds">
                    ${secondary(words.eveningLookAgain, busy, actions.again)}
                    ${rows.length > 0 ? secondary(words.eveningChoose, busy, () => actions.choose(true)) : nothing}
                  </div>`
            }`
        : nothing
    }
  </section>`;
}

/** A row that cannot be opened, on its own: calm, and with the one thing that can be done. */
export const unreadableView = (
  { words, locale }: Speech,
  { day, today, busy }: { readonly day: number; readonly today: number; readonly busy: boolean },
  actions: { close(): void; back(): void },
): TemplateResult => html`<section class="narrow">
  <h3 class="big heading" tabindex="-1">${words.eveningUnreadableTitle}</h3>
  <p class="facts">${locale.say(words.eveningCame, { date: dayInWords(locale, day, today) })}</p>
  <p>${words.eveningUnreadableWhy}</p>
  <p>${words.eveningUnreadableClose}</p>
  <div class="deeds">
    ${primary(words.eveningCloseOneYes, busy, actions.close)} ${secondary(words.eveningBack, busy, actions.back)}
  </div>
</section>`;

/** What stands around every screen of the desk: the title, the rooms, the lock, and the sentence that says what came of a deed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskStrings } from '../../i18n/desk/desk-strings.js';
import { ROOMS, type Room, type Speech } from './desk-screen.js';
import { secondary } from './form.view.js';

const NAMES: Readonly<Record<Room, keyof DeskStrings>> = {
  evening: 'roomEvening',
  publish: 'roomPublish',
  people: 'roomPeople',
  settings: 'roomSettings',
  proof: 'roomProof',
};

export interface DeskModel {
  /** Absent while the desk is locked. */
  readonly unlocked:
    | {
        readonly name: string;
        /** Absent before the box is open: there is nothing in the rooms yet. */
        readonly room: Room | undefined;
      }
    | undefined;
  readonly busy: boolean;
  /** What went wrong, or what is to be known. */
  readonly said: string;
  /** Shown above a desk that trusts the server. */
  readonly warned: string;
  readonly screen: unknown;
}

export interface DeskActions {
  go(room: Room): void;
  lock(): void;
}

const nameOf = (words: DeskStrings, room: Room): string => words[NAMES[room]] as string;

export function deskView({ words }: Speech, model: DeskModel, actions: DeskActions): TemplateResult {
  const { unlocked, busy, said, warned } = model;
  return html`<div class="desk" part="desk">
    <header class="top">
      <h2 part="title">${words.deskTitle}</h2>
      ${
        unlocked
          ? html`<p class="who"><bdi class="quiet">${unlocked.name}</bdi> ${secondary(words.lock, false, actions.lock, 'small')}</p>`
          : nothing
      }
    </header>
    ${
      unlocked?.room
        ? html`<nav class="rooms" part="controls" aria-label=${words.roomsLabel}>
            ${ROOMS.map(
              (room) => html`<button
                type="button"
                part="button"
                aria-current=${unlocked.room === room ? 'page' : nothing}
                @click=${() => actions.go(room)}
              >
                ${nameOf(words, room)}
              </button>`,
            )}
          </nav>`
        : nothing
    }
    ${warned ? html`<p class="notice" part="notice">${warned}</p>` : nothing}
    <p class="busy small quiet" aria-hidden="true">${busy ? words.working : nothing}</p>
    ${said ? html`<p class="notice said-above heading" part="notice" tabindex="-1">${said}</p>` : nothing}
    <div class="room-body" part="body">${model.screen}</div>
  </div>`;
}

/** A desk without a box, or with a link that cannot be read. */
export const noBoxView = ({ words, locale }: Speech, example: string): TemplateResult => html`<section
  class="narrow state"
>
  <h3 class="big heading" tabindex="-1">${words.noBoxTitle}</h3>
  <p>${locale.say(words.noBox, { example })}</p>
</section>`;

/** A list to take along: what was asked, and nothing that leads back to whoever asked it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';
import { firstLines, strangersText } from '../strangers-text.view.js';

/** One question of the list; more is not known of it here. */
export interface MeetingEntry {
  readonly topic: string;
  readonly text: string;
}

export interface MeetingModel {
  readonly entries: readonly MeetingEntry[];
  /** What was to be copied and could not be. */
  readonly byHand: string;
  readonly busy: boolean;
}

export interface MeetingActions {
  print(): void;
  copyText(): void;
  copyTable(): void;
  back(): void;
}

export const meetingView = (
  speech: Speech,
  { entries, byHand, busy }: MeetingModel,
  actions: MeetingActions,
): TemplateResult => {
  const { words } = speech;
  return html`<section class="meeting">
    <h3 class="big heading" tabindex="-1">${words.eveningMeetingTitle}</h3>
    <p>${words.eveningMeetingIntro}</p>
    <div class="deeds">
      ${primary(words.eveningMeetingPrint, busy, actions.print)}
      ${secondary(words.eveningMeetingText, busy, actions.copyText)}
      ${secondary(words.eveningMeetingTable, busy, actions.copyTable)}
      ${secondary(words.eveningBack, busy, actions.back, 'link')}
    </div>
    ${
      byHand
        ? html`<p class="heading" tabindex="-1" id="by-hand">${words.eveningNotCopied}</p>
            <pre class="snippet" dir="auto" translate="no" tabindex="0">${byHand}</pre>`
        : nothing
    }
    <div class="paper seen" part="paper">
      <h4>${words.eveningMeetingPaper}</h4>
      <ul class="rows" role="list">
        ${entries.map(
          ({ topic, text }) => html`<li>
            ${topic ? html`<p class="facts"><bdi translate="no">${firstLines(topic)}</bdi></p>` : nothing}
            ${strangersText(speech, text)}
          </li>`,
        )}
      </ul>
    </div>
  </section>`;
};

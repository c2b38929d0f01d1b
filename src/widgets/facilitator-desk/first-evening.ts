/** x */
import { html, type TemplateResult } from 'lit';
import type { StaffAsk } from '../../backend/staff-api.js';
import type { Bytes } from '../../domain/sealing/encoding.js';
import type { Desk, DeskFrame, Screen } from './desk-screen.js';
import type { OpenedBox } from './work/opened-box.js';

/** How a first evening begins: with the server's first link, or signed in to a box that was not opened yet. */
export interface Beginning {
  readonly ask: StaffAsk;
  readonly secret?: Bytes;
  readonly box?: OpenedBox;
  /** The box is made and signed in to: from here on the desk locks itself. Shows this evening again, at its next step. */
  unlocked(box: OpenedBox): void;
  /** What an unlocked desk offers. */
  desk(box: OpenedBox): Desk;
}

export class FirstEveningScreen implements Screen {
  constructor(
    readonly desk: DeskFrame,
    readonly how: Beginning,
  ) {}
  enter(): void {}
  leave(): void {}
  render(): TemplateResult {
    return html``;
  }
}

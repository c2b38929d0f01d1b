/** x */
import { html, type TemplateResult } from 'lit';
import type { DeskFrame, Screen } from './desk-screen.js';
import type { BoxAt } from './work/opened-box.js';

export interface UsingSheet {
  readonly at: BoxAt;
  /** Somebody has a new passphrase and may sign in. */
  recovered(): void;
}

export class SheetScreen implements Screen {
  constructor(
    readonly desk: DeskFrame,
    readonly how: UsingSheet,
  ) {}
  enter(): void {}
  leave(): void {}
  render(): TemplateResult {
    return html``;
  }
}

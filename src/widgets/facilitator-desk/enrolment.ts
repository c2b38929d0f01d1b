/** x */
import { html, type TemplateResult } from 'lit';
import type { Bytes } from '../../domain/sealing/encoding.js';
import type { DeskFrame, Screen } from './desk-screen.js';
import type { BoxAt } from './work/opened-box.js';

/** Where an invitation leads. */
export interface Enrolling {
  readonly at: BoxAt;
  readonly secret: Bytes;
  /** The invited person may sign in once the inviter has compared the words. */
  enrolled(): void;
}

export class EnrolmentScreen implements Screen {
  constructor(
    readonly desk: DeskFrame,
    readonly how: Enrolling,
  ) {}
  enter(): void {}
  leave(): void {}
  render(): TemplateResult {
    return html``;
  }
}

/** x */
import { html, type TemplateResult } from 'lit';
import type { Desk, Screen } from './desk-screen.js';

export class EveningScreen implements Screen {
  constructor(readonly desk: Desk) {}
  enter(): void {}
  leave(): void {}
  render(): TemplateResult {
    return html``;
  }
}

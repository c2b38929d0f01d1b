/** x */
import { html, type TemplateResult } from 'lit';
import type { Desk, Screen } from './desk-screen.js';

export class PeopleScreen implements Screen {
  constructor(readonly desk: Desk) {}
  enter(): void {}
  leave(): void {}
  render(): TemplateResult {
    return html``;
  }
}

/** The one polite live region of a widget: says a thing once, after typing has come to rest. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, type TemplateResult } from 'lit';

/** Long enough that a screen reader is not interrupted at every key. */
const REST_MS = 500;

export class Announcer implements ReactiveController {
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Says `text` when nothing newer comes within a moment; the same text twice is said once. */
  say(text: string): void {
    clearTimeout(this.#timer);
    if (text === this.#text) return;
    this.#timer = setTimeout(() => {
      this.#text = text;
      this.host.requestUpdate();
    }, REST_MS);
  }

  render(): TemplateResult {
    return html`<div class="unseen" role="status">${this.#text}</div>`;
  }
}

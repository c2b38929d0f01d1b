/** Signing in with a name and seven words. Neither is kept anywhere; the words are wiped as soon as they were tried. */
import type { TemplateResult } from 'lit';
import { readPassphrase } from '../../../domain/sealing/staff/passphrase.js';
import type { DeskFrame, Screen } from '../desk-screen.js';
import type { BoxAt, OpenedBox } from '../work/opened-box.js';
import { signIn } from '../work/signing-in.js';
import { signInView } from './sign-in.view.js';

export interface SigningIn {
  /** Where the box is; a fresh session each time. */
  at(): BoxAt;
  /** The desk is open from here on. */
  unlocked(box: OpenedBox): void;
  /** Leads to the recovery sheet. */
  lost(): void;
  /** The server's name, where a link named it; else ''. */
  readonly server: string;
}

export class SignInScreen implements Screen {
  #name = '';
  #typed = '';
  #shown = false;
  /** Counts how often it was left: what was begun before that opens nothing. */
  #left = 0;

  constructor(
    private readonly desk: DeskFrame,
    private readonly how: SigningIn,
  ) {}

  enter(): void {
    this.desk.focus('#name');
  }

  leave(): void {
    this.#left += 1;
    this.#typed = '';
    this.#shown = false;
  }

  readonly #signIn = async (): Promise<void> => {
    const { desk, how } = this;
    const left = this.#left;
    const done = await desk.attempt(async () => {
      const words = readPassphrase(this.#typed);
      const box = await signIn(how.at(), this.#name, words);
      if (this.#left !== left) return box.api.signOut();
      this.leave();
      how.unlocked(box);
    });
    if (!done) desk.focus('#words');
  };

  render(): TemplateResult {
    const { desk } = this;
    return signInView(
      desk,
      { name: this.#name, typed: this.#typed, shown: this.#shown, busy: desk.busy, server: this.how.server },
      {
        name: (name) => {
          this.#name = name;
        },
        typed: (typed) => {
          this.#typed = typed;
        },
        show: (shown) => {
          this.#shown = shown;
          desk.update();
        },
        signIn: () => void this.#signIn(),
        lost: () => this.how.lost(),
      },
    );
  }
}

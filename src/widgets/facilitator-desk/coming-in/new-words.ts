/** Seven new words: shown once to be written down, then typed in from paper, so that what is on the paper is what opens the desk. */
import type { TemplateResult } from 'lit';
import { plainPassphrase } from '../../../domain/sealing/staff/staff-auth.js';
import type { DeskFrame } from '../desk-screen.js';
import { shownWordsView, typedWordsView } from './new-words.view.js';

export class NewWords {
  #words: string;
  #typed = '';
  #said = '';
  #typing = false;

  /**
   * @param step What stands above the heading, if anything.
   * @param kept What comes once the words were typed from paper.
   */
  constructor(
    private readonly desk: DeskFrame,
    words: string,
    private readonly step: string,
    private readonly kept: () => void,
  ) {
    this.#words = words;
  }

  /** Forgets the words. */
  wipe(): void {
    this.#words = this.#typed = '';
  }

  readonly #turn = (typing: boolean): void => {
    this.#typing = typing;
    this.#typed = this.#said = '';
    this.desk.update();
    this.desk.focus('h3.heading');
  };

  #slip(): string {
    const { locale, words } = this.desk;
    const right = this.#words.split(' ');
    const plain = plainPassphrase(this.#typed);
    const given = plain ? plain.split(' ') : [];
    if (given.length !== right.length) return locale.say(words.startWordsCount, { n: given.length });
    const other = given.findIndex((word, at) => word !== right[at]);
    return other < 0 ? '' : locale.say(words.startWordsOther, { n: other + 1 });
  }

  readonly #check = (): void => {
    const { desk } = this;
    if (desk.busy) return;
    this.#said = this.#slip();
    desk.update();
    if (!this.#said) this.kept();
    else {
      desk.say(this.#said);
      desk.focus('#new-words');
    }
  };

  render(): TemplateResult {
    const { desk, step } = this;
    if (!this.#typing)
      return shownWordsView(
        desk,
        { step, words: this.#words.split(' ') },
        { written: () => this.#turn(true) },
      );
    return typedWordsView(
      desk,
      { step, typed: this.#typed, said: this.#said, busy: desk.busy },
      {
        typed: (typed) => {
          this.#typed = typed;
        },
        check: this.#check,
        again: () => this.#turn(false),
      },
    );
  }
}

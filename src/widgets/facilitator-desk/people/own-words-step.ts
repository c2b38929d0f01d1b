/** Seven new words for whoever sits here, against the old ones. The keys stay; what locks them changes. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import { readPassphrase } from '../../../domain/sealing/staff/passphrase.js';
import { NewWords } from '../coming-in/new-words.js';
import { changePassphrase } from '../work/signing-in.js';
import { oldWordsView } from './own-words-step.view.js';
import type { PeopleRoom, Step } from './people-step.js';

export class OwnWordsStep implements Step {
  #typed = '';
  #shown = false;
  #wrong = '';
  #made: NewWords | undefined;

  constructor(private readonly room: PeopleRoom) {}

  leave(): void {
    this.#typed = '';
    this.#made?.wipe();
    this.#made = undefined;
  }

  readonly #make = async (): Promise<void> => {
    const { room } = this;
    const { desk } = room;
    const { words } = desk;
    this.#wrong = '';
    await desk.attempt(async () => {
      try {
        const made = await changePassphrase(desk.box, readPassphrase(this.#typed));
        this.#made = new NewWords(desk, made, '', () => void room.back(words.peopleOwnDone));
        this.#typed = '';
      } catch (error) {
        if (error instanceof SealingError && error.reason === 'passphrase')
          this.#wrong = words.failPassphrase;
        else if (error instanceof StaffRefusal && error.reason === 'sign-in-refused')
          this.#wrong = words.peopleOwnWrong;
        else throw error;
      }
    });
    if (this.#made) room.turn();
    else {
      desk.update();
      desk.focus('#old-words');
    }
  };

  render(): TemplateResult {
    const { desk } = this.room;
    if (this.#made) return this.#made.render();
    return oldWordsView(
      desk,
      { typed: this.#typed, shown: this.#shown, wrong: this.#wrong, busy: desk.busy },
      {
        type: (typed) => {
          this.#typed = typed;
        },
        show: (shown) => {
          this.#shown = shown;
          desk.update();
        },
        make: () => void this.#make(),
        back: () => void this.room.back(),
      },
    );
  }
}

/** Seven new words for whoever sits here, against the old ones, which end once the new ones are on paper. The keys stay; what locks them changes. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import { readPassphrase } from '../../../domain/sealing/staff/passphrase.js';
import { NewWords } from '../coming-in/new-words.js';
import { type NewPassphrase, planPassphrase, putPassphrase } from '../work/signing-in.js';
import { oldWordsView } from './own-words-step.view.js';
import type { PeopleRoom, Step } from './people-step.js';

export class OwnWordsStep implements Step {
  #typed = '';
  #shown = false;
  #wrong = '';
  #made: NewWords | undefined;
  /** Whether they were sent to the server, with or without a reply. */
  #sent = false;

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
        const plan = await planPassphrase(desk.box, readPassphrase(this.#typed));
        this.#sent = false;
        this.#made = new NewWords(desk, plan.words, '', () => void this.#put(plan));
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

  async #put(plan: NewPassphrase): Promise<void> {
    const { room } = this;
    const { desk } = room;
    const done = await desk.attempt(async () => {
      const again = this.#sent;
      this.#sent = true;
      await putPassphrase(desk.box, plan, again);
    });
    if (done) await room.back(desk.words.peopleOwnDone);
  }

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

/** Renewing the box's lock: everybody who gets the new key is shown first, with their eight words. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import { inWords, type MemberInWords } from '../work/people.js';
import { renewKeys } from '../work/rotation.js';
import type { PeopleRoom, Step } from './people-step.js';
import { rotationView } from './rotation-step.view.js';

export class RotationStep implements Step {
  #people: readonly MemberInWords[] = [];
  /** Of the roster that is shown. */
  #version = 0;

  constructor(private readonly room: PeopleRoom) {}

  async enter(): Promise<void> {
    const { box, update } = this.room.desk;
    this.#version = box.rosterVersion;
    this.#people = await inWords(box);
    update();
  }

  readonly #renew = async (): Promise<void> => {
    const { room } = this;
    const { box, words } = room.desk;
    const done = await room.change(async () => {
      await box.refresh();
      // Nobody is sealed to who was not on the list that was looked at.
      if (box.rosterVersion !== this.#version) throw new StaffRefusal('version-taken', 0);
      await renewKeys(box);
    });
    if (done) return room.back(words.peopleLockDone);
    await this.enter();
    room.turn();
  };

  render(): TemplateResult {
    const { room } = this;
    const { desk } = room;
    return rotationView(
      desk,
      { people: this.#people, me: desk.box.me.id, busy: desk.busy },
      {
        renew: () => void this.#renew(),
        wrong: () => void room.back(desk.words.peopleLockNoThen),
        back: () => void room.back(),
      },
    );
  }
}

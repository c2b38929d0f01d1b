/** Letting somebody in who used an invitation: eight words are compared aloud, and only then the keys are given. */
import type { TemplateResult } from 'lit';
import type { Invitation } from '../../../backend/staff-api.js';
import { fingerprintOf } from '../../../domain/sealing/staff/fingerprint.js';
import { accept, looksRight, withdraw } from '../work/people.js';
import { compareView, differView } from './compare-step.view.js';
import type { PeopleRoom, Step } from './people-step.js';

export class CompareStep implements Step {
  #words: readonly string[] = [];
  #looks: 'right' | 'wrong' | 'unknown' = 'unknown';
  #same = false;
  #differs = false;
  #wrong = '';

  constructor(
    private readonly room: PeopleRoom,
    private readonly invitation: Invitation,
  ) {}

  async enter(): Promise<void> {
    const { desk } = this.room;
    const { enrolment } = this.invitation;
    await desk.attempt(async () => {
      this.#looks = await looksRight(desk.box, this.invitation);
      if (enrolment) this.#words = await fingerprintOf(enrolment);
    });
    this.room.turn();
  }

  readonly #accept = async (): Promise<void> => {
    const { room, invitation } = this;
    const { desk } = room;
    const { words, locale } = desk;
    this.#wrong = this.#same ? '' : words.peopleCompareFirst;
    if (this.#wrong) {
      desk.update();
      desk.focus('#same');
      return;
    }
    const done = await room.change(() => accept(desk.box, invitation));
    if (done) room.back(locale.say(words.peopleAccepted, { name: invitation.name }));
  };

  readonly #withdraw = async (): Promise<void> => {
    const { room, invitation } = this;
    const { desk } = room;
    const done = await room.change(() => withdraw(desk.box, invitation.claimHash));
    if (done) room.back(desk.locale.say(desk.words.peopleWithdrawn, { name: invitation.name }));
  };

  render(): TemplateResult {
    const { desk } = this.room;
    const { name, role } = this.invitation;
    const back = () => void this.room.back();
    if (this.#differs || this.#looks === 'wrong')
      return differView(
        desk,
        { foreign: this.#looks === 'wrong', busy: desk.busy },
        { withdraw: () => void this.#withdraw(), back },
      );
    return compareView(
      desk,
      {
        name,
        role,
        eight: this.#words,
        checked: this.#looks === 'right',
        same: this.#same,
        wrong: this.#wrong,
        busy: desk.busy,
      },
      {
        same: (same) => {
          this.#same = same;
          if (same) this.#wrong = '';
          desk.update();
        },
        accept: () => void this.#accept(),
        differ: () => {
          this.#differs = true;
          this.room.turn();
        },
        back,
      },
    );
  }
}

/** Inviting somebody: a name and a role, then a link that is shown once and handed over in person. */
import type { TemplateResult } from 'lit';
import { type Role, StaffRefusal } from '../../../backend/staff-api.js';
import { toBase64url } from '../../../domain/sealing/encoding.js';
import { copied } from '../copied.js';
import { invite } from '../work/people.js';
import { inviteView, linkView } from './invite-step.view.js';
import { readName } from './member-name.js';
import { whenOf } from './people.view.js';
import { linkToDesk, type PeopleRoom, type Step } from './people-step.js';

export class InviteStep implements Step {
  #name = '';
  #role: Role = 'facilitator';
  #wrong = '';
  #link = '';
  #until = 0;
  #copied = '';

  constructor(private readonly room: PeopleRoom) {}

  leave(): void {
    this.#link = '';
  }

  readonly #make = async (): Promise<void> => {
    const { room } = this;
    const { desk } = room;
    const { box, words } = desk;
    const read = readName(this.#name, box, words);
    this.#wrong = 'said' in read ? read.said : '';
    if ('said' in read) {
      desk.update();
      desk.focus('#invited');
      return;
    }
    const done = await room.change(async () => {
      try {
        const { secret, until } = await invite(box, read.name, this.#role);
        this.#name = read.name;
        this.#until = until;
        this.#link = linkToDesk(desk, await box.pin(), { invitation: toBase64url(secret) });
      } catch (error) {
        if (!(error instanceof StaffRefusal && error.reason === 'name-taken')) throw error;
        this.#wrong = words.peopleNameTaken;
      }
    });
    if (done && this.#link) room.turn();
    else desk.focus('#invited');
  };

  readonly #copy = async (): Promise<void> => {
    const { desk } = this.room;
    this.#copied = (await copied(this.#link)) ? desk.words.peopleCopied : desk.words.peopleNotCopied;
    desk.say(this.#copied);
    desk.update();
  };

  render(): TemplateResult {
    const { desk } = this.room;
    const { busy, locale } = desk;
    const back = () => void this.room.back();
    if (this.#link)
      return linkView(
        desk,
        { name: this.#name, link: this.#link, when: whenOf(locale, this.#until), copied: this.#copied },
        { copy: () => void this.#copy(), done: back },
      );
    return inviteView(
      desk,
      { name: this.#name, role: this.#role, wrong: this.#wrong, busy },
      {
        name: (name) => {
          this.#name = name;
        },
        role: (role) => {
          this.#role = role;
          desk.update();
        },
        make: () => void this.#make(),
        back,
      },
    );
  }
}

/** What changes for one member: the name, the role, or that they leave. What cannot be undone has a step of its own. */
import type { TemplateResult } from 'lit';
import type { Role } from '../../../backend/staff-api.js';
import { keepersOf } from '../../../domain/sealing/staff/roster.js';
import { changeRole, leave, rename } from '../work/people.js';
import { readName } from './member-name.js';
import { memberView, renameView, sureView } from './member-step.view.js';
import type { PeopleRoom, Step } from './people-step.js';
import { SealStep } from './seal-step.js';

type Place = 'choose' | 'rename' | 'role' | 'leave';

export class MemberStep implements Step {
  #place: Place = 'choose';
  #name = '';
  #wrong = '';
  /** What somebody is to become: it stays so while it is tried again, whatever the server has heard. */
  #role: Role = 'facilitator';

  constructor(
    private readonly room: PeopleRoom,
    private readonly id: string,
  ) {}

  get #member() {
    return this.room.desk.box.roster.members.find(({ id }) => id === this.id);
  }

  #go(place: Place): void {
    this.#place = place;
    this.room.turn();
  }

  readonly #rename = async (): Promise<void> => {
    const { room, id } = this;
    const { desk } = room;
    const { box, words, locale } = desk;
    const read = readName(this.#name, box, words, id);
    this.#wrong = 'said' in read ? read.said : '';
    if ('said' in read) {
      desk.update();
      desk.focus('#renamed');
      return;
    }
    const { name } = read;
    if (await room.change(() => rename(box, id, name))) room.back(locale.say(words.peopleRenamed, { name }));
  };

  /** A keeper's going leads on to the new seal. */
  async #next(said: string, isSealDue: boolean): Promise<void> {
    const { room } = this;
    if (!isSealDue) return room.back(said);
    room.show(new SealStep(room));
    room.desk.tell(said);
  }

  readonly #changeRole = async (): Promise<void> => {
    const { room, id } = this;
    const { box, words, locale } = room.desk;
    const member = this.#member;
    if (!member) return room.back();
    const { name } = member;
    const role = this.#role;
    if (!(await room.change(() => changeRole(box, id, role)))) return;
    const endsKeeping = role === 'facilitator';
    const said = locale.say(endsKeeping ? words.peopleMadeFacilitator : words.peopleMadeKeeper, { name });
    await this.#next(said, endsKeeping);
  };

  readonly #leave = async (): Promise<void> => {
    const { room, id } = this;
    const { box, words, locale } = room.desk;
    const member = this.#member;
    if (!member) return room.back();
    const { name, role } = member;
    if (!(await room.change(() => leave(box, id)))) return;
    await this.#next(locale.say(words.peopleLeft, { name }), role === 'keeper');
  };

  render(): TemplateResult {
    const { room } = this;
    const { desk } = room;
    const { box, words, locale, busy } = desk;
    const member = this.#member;
    const name = member?.name ?? '';
    const isKeeper = member?.role === 'keeper';
    const back = () => void room.back();
    if (this.#place === 'rename')
      return renameView(
        desk,
        { name, typed: this.#name, wrong: this.#wrong, busy },
        {
          type: (typed) => {
            this.#name = typed;
          },
          save: () => void this.#rename(),
          back,
        },
      );
    if (this.#place === 'role') {
      const endsKeeping = this.#role === 'facilitator';
      return sureView(
        desk,
        {
          title: locale.say(endsKeeping ? words.peopleMakeFacilitatorTitle : words.peopleMakeKeeperTitle, {
            name,
          }),
          means: [
            locale.say(endsKeeping ? words.peopleMakeFacilitatorMeans : words.peopleMakeKeeperMeans, {
              name,
            }),
          ],
          yes: endsKeeping ? words.peopleMakeFacilitatorYes : words.peopleMakeKeeperYes,
          busy,
        },
        { yes: () => void this.#changeRole(), back },
      );
    }
    if (this.#place === 'leave')
      return sureView(
        desk,
        {
          title: locale.say(words.peopleLeaveTitle, { name }),
          means: [
            words.peopleLeaveNow,
            words.peopleLeaveStill,
            ...(isKeeper ? [locale.say(words.peopleLeaveKeeper, { name })] : []),
            locale.say(words.peopleLeaveMoves, { name }),
          ],
          yes: locale.say(words.peopleLeaveYes, { name }),
          busy,
        },
        { yes: () => void this.#leave(), back },
      );
    const isMe = this.id === box.me.id;
    const only = keepersOf(box.roster).length === 1;
    return memberView(
      desk,
      {
        name,
        isKeeper,
        stays: isMe ? (only ? words.peopleSelfOnly : words.peopleSelf) : '',
        busy,
      },
      {
        rename: () => {
          this.#name = name;
          this.#go('rename');
        },
        role: () => {
          this.#role = isKeeper ? 'facilitator' : 'keeper';
          this.#go('role');
        },
        leave: () => this.#go('leave'),
        back,
      },
    );
  }
}

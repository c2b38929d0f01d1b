/** The room of the people: who is on the team, who is invited, and what is left to do for its keys. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import type { Desk, Screen } from '../desk-screen.js';
import { type IdentityChange, identityChange } from '../work/identity-change.js';
import { inWords, type MemberInWords, withdraw } from '../work/people.js';
import { CompareStep } from './compare-step.js';
import { InviteStep } from './invite-step.js';
import { MemberStep } from './member-step.js';
import { OwnWordsStep } from './own-words-step.js';
import { peopleView } from './people.view.js';
import { linkToDesk, type PeopleRoom, type Step } from './people-step.js';
import { rotationIn } from './rotation-notice.js';
import { RotationStep } from './rotation-step.js';
import { SealStep } from './seal-step.js';
import { SheetStep } from './sheet-step.js';

const HEADING = 'h3.heading';

export class PeopleScreen implements Screen, PeopleRoom {
  #step: Step | undefined;
  #people: readonly MemberInWords[] = [];
  #seal: IdentityChange | undefined;
  #pin = '';
  /** Whose words are open, by id. */
  readonly #opened = new Set<string>();
  /** Whether what is shown is what the server shows now. */
  #fresh = false;

  constructor(readonly desk: Desk) {}

  async enter(): Promise<void> {
    this.desk.focus(HEADING);
    await this.#look();
  }

  leave(): void {
    this.#step?.leave?.();
    this.#step = undefined;
  }

  /** Asks the server who is there now; what does not carry the right signatures is not taken. */
  async #look(): Promise<void> {
    const { desk } = this;
    this.#fresh = await desk.attempt(() => desk.box.refresh());
    await this.#read();
  }

  async #read(): Promise<void> {
    const { box } = this.desk;
    this.#people = await inWords(box);
    this.#seal = await identityChange(box);
    this.#pin = await box.pin();
    this.desk.update();
  }

  // What steps may ask

  show(step: Step): void {
    this.#step?.leave?.();
    this.#step = step;
    this.desk.tell('');
    this.turn();
    void step.enter?.();
  }

  async back(said = ''): Promise<void> {
    const from = this.#step;
    await this.#read();
    if (this.#step !== from) return;
    from?.leave?.();
    this.#step = undefined;
    this.desk.tell(said);
    this.turn();
  }

  async change(deed: () => Promise<void>): Promise<boolean> {
    const { desk } = this;
    const done = await desk.attempt(async () => {
      try {
        await deed();
      } catch (error) {
        if (error instanceof StaffRefusal && /^(?:version-taken|older|refused)$/.test(error.reason))
          await desk.box.refresh();
        throw error;
      }
    });
    // What is shown beside the sentence that says why is what stands there now.
    if (!done) await this.#read();
    return done;
  }

  turn(): void {
    this.desk.update();
    this.desk.focus(HEADING);
  }

  // The list

  readonly #withdraw = async (claimHash: string, name: string): Promise<void> => {
    const { desk } = this;
    const done = await this.change(() => withdraw(desk.box, claimHash));
    if (done) this.back(desk.locale.say(desk.words.peopleWithdrawn, { name }));
  };

  render(): TemplateResult {
    const { desk } = this;
    if (this.#step) return this.#step.render();
    const { box } = desk;
    const { state } = this.#seal ?? { state: 'none' };
    return peopleView(
      desk,
      {
        people: this.#people,
        me: box.me.id,
        isKeeper: box.isKeeper,
        fresh: this.#fresh,
        busy: desk.busy,
        opened: this.#opened,
        invitations: box.server.invitations.map((invitation) => ({
          ...invitation,
          by: box.nameOf(invitation.by),
        })),
        lock: rotationIn(desk),
        seal: state,
        oldLink: state === 'changed' && box.pins.length > 0 && !box.pins.includes(this.#pin),
        proveSheet:
          box.isKeeper && !box.server.sheetProven ? linkToDesk(desk, this.#pin, { prove: true }) : '',
      },
      {
        open: (id) => {
          if (!this.#opened.delete(id)) this.#opened.add(id);
          desk.update();
        },
        invite: () => this.show(new InviteStep(this)),
        compare: (invitation) => this.show(new CompareStep(this, invitation)),
        withdraw: (claimHash, name) => void this.#withdraw(claimHash, name),
        change: (id) => this.show(new MemberStep(this, id)),
        look: () => void this.#look(),
        renew: () => this.show(new RotationStep(this)),
        seal: () => this.show(new SealStep(this)),
        ownWords: () => this.show(new OwnWordsStep(this)),
        sheet: () => this.show(new SheetStep(this)),
      },
    );
  }
}

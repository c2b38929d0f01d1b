/** Coming onto the team: an invited person makes their own keys, and reads eight words out to whoever invited them. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import type { Bytes } from '../../../domain/sealing/encoding.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import { loadingView } from '../../../parts/states.js';
import type { DeskFrame, Screen } from '../desk-screen.js';
import { makeAccount, type NewAccount } from '../work/account.js';
import { enrolWith, type Invited, lookAtInvitation } from '../work/enrol.js';
import type { BoxAt } from '../work/opened-box.js';
import { endView, invitedView, retryView, sayView } from './enrolment.view.js';
import { NewWords } from './new-words.js';

/** Where an invitation leads. */
export interface Enrolling {
  readonly at: BoxAt;
  readonly secret: Bytes;
  /** The invited person may sign in once the inviter has compared the words. */
  enrolled(): void;
}

type Step = 'looking' | 'away' | 'gone' | 'foreign' | 'invited' | 'words' | 'say';

export class EnrolmentScreen implements Screen {
  #step: Step = 'looking';
  #invited: Invited | undefined;
  #made: NewAccount | undefined;
  #words: NewWords | undefined;
  #sent = false;
  #spoken: readonly string[] = [];

  constructor(
    readonly desk: DeskFrame,
    readonly how: Enrolling,
  ) {}

  enter(): Promise<void> {
    return this.#look();
  }

  leave(): void {
    this.#words?.wipe();
    this.#words = this.#made = undefined;
    // A page that comes back out of the browser's memory begins again.
    if (this.#step === 'words') this.#step = 'invited';
    this.desk.update();
  }

  #go(step: Step): void {
    this.#step = step;
    this.desk.update();
    this.desk.focus('h3.heading');
  }

  readonly #look = async (): Promise<void> => {
    const { desk, how } = this;
    const done = await desk.attempt(async () => {
      try {
        this.#invited = await lookAtInvitation(how.at, how.secret);
        this.#go('invited');
      } catch (error) {
        if (error instanceof SealingError) this.#go('foreign');
        else if (isGone(error)) return this.#go('gone');
        throw error;
      }
    });
    if (!done && this.#step !== 'foreign') this.#go('away');
  };

  readonly #start = async (): Promise<void> => {
    const { desk, how } = this;
    if (desk.busy) return;
    await desk.attempt(async () => {
      this.#made = await makeAccount(how.at.boxId);
      this.#words = new NewWords(desk, this.#made.passphrase, '', () => void this.#send());
      this.#go('words');
    });
  };

  async #send(): Promise<void> {
    const { desk, how } = this;
    const made = this.#made;
    if (!made) return;
    await desk.attempt(async () => {
      const again = this.#sent;
      this.#sent = true;
      try {
        this.#spoken = await enrolWith(how.at, how.secret, made, again);
      } catch (error) {
        if (isGone(error)) return this.#go('gone');
        throw error;
      }
      how.secret.fill(0);
      this.leave();
      this.#go('say');
    });
  }

  render(): TemplateResult {
    const { desk, how } = this;
    const { busy, words } = desk;
    const invited = this.#invited;
    if (this.#step === 'looking') return loadingView(desk.locale, false, '');
    if (this.#step === 'away') return retryView(desk, { busy }, { retry: () => void this.#look() });
    if (this.#step === 'words' && this.#words) return this.#words.render();
    if (this.#step === 'invited' && invited)
      return invitedView(desk, { invited, busy }, { start: () => void this.#start() });
    if (this.#step === 'say' && invited)
      return sayView(desk, { by: invited.by, spoken: this.#spoken, busy }, { signIn: () => how.enrolled() });
    return this.#step === 'foreign'
      ? endView(words.enrolStop, words.enrolStopWhy)
      : endView(words.enrolGone, words.enrolGoneWhy);
  }
}

const isGone = (error: unknown): boolean => error instanceof StaffRefusal && error.reason === 'claim-refused';

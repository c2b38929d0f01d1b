/** The recovery sheet at the desk: typed in from paper to be tried, or by somebody whose seven words are lost. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import { readSheetCode } from '../../../domain/sealing/staff/recovery.js';
import type { DeskFrame, Screen } from '../desk-screen.js';
import { failureInWords } from '../failure-in-words.js';
import { makeAccount, type NewAccount } from '../work/account.js';
import type { BoxAt } from '../work/opened-box.js';
import { openBySheet, proveSheet, recoverAccount, type SheetInHand } from '../work/sheet.js';
import { NewWords } from './new-words.js';
import { codeView, openedView, recoveredView, whoView } from './sheet-screen.view.js';

export interface UsingSheet {
  readonly at: BoxAt;
  /** Somebody has a new passphrase and may sign in. */
  recovered(): void;
}

type Step = 'code' | 'opened' | 'who' | 'words' | 'recovered';

/** What a server says when it knows no such sheet. */
const UNKNOWN = ['sign-in-refused', 'refused', 'not-allowed'];

export class SheetScreen implements Screen {
  #step: Step = 'code';
  #typed = '';
  #said = '';
  #hand: SheetInHand | undefined;
  /** Words of the test question; '' where it did not open. */
  #test = '';
  #who = '';
  #made: NewAccount | undefined;
  #words: NewWords | undefined;
  #sent = false;

  constructor(
    readonly desk: DeskFrame,
    readonly how: UsingSheet,
  ) {}

  enter(): void {
    this.desk.focus('h3.heading');
  }

  leave(): void {
    this.#words?.wipe();
    this.#words = this.#made = this.#hand = undefined;
    this.#typed = this.#test = '';
    this.#step = 'code';
    this.desk.update();
  }

  #go(step: Step): void {
    this.#step = step;
    this.#said = '';
    this.desk.update();
    this.desk.focus('h3.heading');
  }

  #mend(said: string, selector: string): void {
    this.#said = said;
    this.desk.update();
    this.desk.say(said);
    this.desk.focus(selector);
  }

  readonly #open = async (): Promise<void> => {
    const { desk, how } = this;
    if (desk.busy) return;
    const code = this.#codeTyped();
    if (!code) return;
    let refused = '';
    const opened = await desk.attempt(async () => {
      try {
        this.#hand = await openBySheet(how.at, code);
      } catch (error) {
        if (!(error instanceof StaffRefusal && UNKNOWN.includes(error.reason))) throw error;
        refused = desk.words.sheetRefused;
      }
    });
    const hand = this.#hand;
    if (!opened) return;
    if (refused || !hand) return this.#mend(refused, '#sheet-code');
    this.#typed = '';
    // Whether the test opens has nothing to do with whether somebody may be let in by the sheet.
    this.#test = '';
    await desk.attempt(async () => {
      this.#test = await proveSheet(how.at, hand);
    });
    this.#go('opened');
  };

  #codeTyped() {
    const { desk } = this;
    try {
      return readSheetCode(this.#typed);
    } catch (error) {
      this.#mend(failureInWords(error, desk.words, desk.locale).said, '#sheet-code');
      return undefined;
    }
  }

  readonly #choose = async (): Promise<void> => {
    const { desk, how } = this;
    if (desk.busy) return;
    if (!this.#who) return this.#mend(desk.words.sheetWhoNeeded, '#who');
    await desk.attempt(async () => {
      this.#made = await makeAccount(how.at.boxId, this.#who);
      this.#sent = false;
      this.#words = new NewWords(desk, this.#made.passphrase, '', () => void this.#recover());
      this.#go('words');
    });
  };

  async #recover(): Promise<void> {
    const { desk, how } = this;
    const hand = this.#hand;
    const made = this.#made;
    if (!hand || !made) return;
    await desk.attempt(async () => {
      const again = this.#sent;
      this.#sent = true;
      await recoverAccount(how.at, hand, made, again);
      this.leave();
      this.#go('recovered');
    });
  }

  render(): TemplateResult {
    const { desk } = this;
    const { busy } = desk;
    const said = this.#said;
    if (this.#step === 'words' && this.#words) return this.#words.render();
    if (this.#step === 'recovered')
      return recoveredView(desk, { busy }, { signIn: () => this.how.recovered() });
    if (this.#step === 'who' && this.#hand)
      return whoView(
        desk,
        { members: this.#hand.chain.roster.members, who: this.#who, said, busy },
        {
          who: (who) => {
            this.#who = who;
            desk.update();
          },
          done: () => void this.#choose(),
        },
      );
    if (this.#step === 'opened')
      return openedView(desk, { test: this.#test, busy }, { lost: () => this.#go('who') });
    return codeView(
      desk,
      { typed: this.#typed, said, busy },
      {
        typed: (typed) => {
          this.#typed = typed;
        },
        open: () => void this.#open(),
      },
    );
  }
}

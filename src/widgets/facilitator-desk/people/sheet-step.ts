/** A new recovery sheet in place of one that is lost, or that somebody may have seen. It is printed, and tried in a fresh tab. */
import type { TemplateResult } from 'lit';
import { toBase64url } from '../../../domain/sealing/encoding.js';
import { makeSheetCode, type SheetCode, showSheetCode } from '../../../domain/sealing/staff/recovery.js';
import { proveView, sheetView } from '../coming-in/recovery-sheet.view.js';
import { dayInWords } from '../day-in-words.js';
import { replaceSheet } from '../work/people.js';
import { linkToDesk, type PeopleRoom, type Step } from './people-step.js';
import { SealStep } from './seal-step.js';
import { sheetWhyView } from './sheet-step.view.js';

export class SheetStep implements Step {
  #seen = true;
  /** Made and sent; no reply has come yet. */
  #sent: SheetCode | undefined;
  #code = '';
  #written = false;
  #said = '';
  #links = { desk: '', prove: '' };

  constructor(private readonly room: PeopleRoom) {}

  leave(): void {
    this.#code = '';
    this.#sent = undefined;
  }

  readonly #make = async (seen: boolean): Promise<void> => {
    const { room } = this;
    const { desk } = room;
    const done = await room.change(async () => {
      this.#sent ??= makeSheetCode();
      const code = await replaceSheet(desk.box, seen, this.#sent);
      this.#sent = undefined;
      const pin = await desk.box.pin();
      this.#links = { desk: linkToDesk(desk, pin), prove: linkToDesk(desk, pin, { prove: true }) };
      this.#code = showSheetCode(code);
    });
    if (done) room.turn();
  };

  /** Whether the server has heard that the sheet was tried. */
  readonly #proven = async (): Promise<void> => {
    const { room } = this;
    const { box, words } = room.desk;
    const done = await room.change(() => box.refresh());
    if (!done) return;
    if (!box.server.sheetProven) {
      this.#said = words.startProveNot;
      room.desk.update();
      room.desk.focus('.result');
      return;
    }
    if (!this.#seen) return room.back(words.peopleSheetMade);
    room.show(new SealStep(room));
    room.desk.tell(words.peopleSheetMade);
  };

  render(): TemplateResult {
    const { desk } = this.room;
    const { desk: everyday, prove } = this.#links;
    if (this.#code && this.#written)
      return proveView(
        desk,
        { step: '', link: prove, said: this.#said, busy: desk.busy },
        {
          done: () => void this.#proven(),
          anew: () => {
            // A slip of the pen: the one before was seen by nobody.
            this.#written = false;
            void this.#make(false);
          },
        },
      );
    if (this.#code)
      return sheetView(
        desk,
        {
          step: '',
          code: this.#code,
          name: desk.box.me.name,
          day: dayInWords(desk.locale, desk.box.server.today, 0),
          boxId: toBase64url(desk.box.boxId),
          server: desk.serverUrl,
          link: prove,
          deskLink: everyday,
          busy: desk.busy,
        },
        {
          print: () => desk.print(),
          written: () => {
            this.#written = true;
            this.#said = '';
            this.room.turn();
          },
        },
      );
    return sheetWhyView(
      desk,
      { seen: this.#seen, busy: desk.busy },
      {
        seen: (seen) => {
          this.#seen = seen;
          desk.update();
        },
        make: () => void this.#make(this.#seen),
        back: () => void this.room.back(),
      },
    );
  }
}

/** The box's new seal: where its change stands is read from what is signed, so it goes on where somebody left it, at any keeper's desk. */
import type { TemplateResult } from 'lit';
import { CarryingPage, type PageResult } from '../coming-in/carrying-page.js';
import { copied } from '../copied.js';
import { finishIdentityChange, type IdentityChange, identityChange } from '../work/identity-change.js';
import { linkToDesk, type PeopleRoom, type Step } from './people-step.js';
import { afterView, anywayView, lastView, pageView, waitingView } from './seal-step.view.js';

export class SealStep implements Step {
  #change: IdentityChange | undefined;
  #page: CarryingPage | undefined;
  /** What came of a look at the page, and what has to be mended in its address. */
  #seen: PageResult | undefined;
  #slip = '';
  #anyway = false;
  /** What was copied last, and what came of it. */
  #copied: { readonly what: 'link' | 'snippet' | ''; readonly said: string } = { what: '', said: '' };

  constructor(private readonly room: PeopleRoom) {}

  async enter(): Promise<void> {
    const { desk } = this.room;
    this.#change = await identityChange(desk.box);
    const { pins, formerPins } = this.#change;
    const typed = this.#page?.fields;
    this.#page = new CarryingPage(desk, pins, formerPins);
    if (typed) this.#page.fields = typed;
    this.room.turn();
  }

  readonly #look = async (): Promise<void> => {
    const { desk } = this.room;
    const page = this.#page;
    if (!page) return;
    this.#seen = undefined;
    this.#slip = page.slips().page ?? '';
    if (this.#slip) {
      desk.update();
      desk.focus('#page');
      return;
    }
    const done = await desk.attempt(async () => {
      await page.allow();
      this.#seen = await page.look();
    });
    if (done) desk.focus('.result');
  };

  readonly #sign = async (): Promise<void> => {
    const { room } = this;
    const { box, words, tell } = room.desk;
    const done = await room.change(() => finishIdentityChange(box));
    this.#anyway = false;
    this.#seen = undefined;
    await this.enter();
    if (done) tell(words.peopleSealDone);
  };

  readonly #copy = async (what: 'link' | 'snippet', text: string): Promise<void> => {
    const { desk } = this.room;
    const said = (await copied(text)) ? desk.words.peopleCopied : desk.words.peopleNotCopied;
    this.#copied = { what, said };
    desk.say(said);
    desk.update();
  };

  render(): TemplateResult {
    const { room } = this;
    const { desk } = room;
    const { busy, words, box } = desk;
    const back = () => void room.back();
    const carrying = this.#page;
    if (!this.#change || !carrying) return waitingView(desk);
    const { state, newPin } = this.#change;
    const page = {
      snippet: carrying.snippet(box.rules),
      copied: this.#copied,
      page: carrying.fields.page,
      slip: this.#slip,
      seen: this.#seen,
      busy,
    };
    const actions = {
      copy: (what: 'link' | 'snippet', text: string) => void this.#copy(what, text),
      type: (typed: string) => {
        carrying.fields = { ...carrying.fields, page: typed };
      },
      look: () => void this.#look(),
      back,
    };
    if (state === 'page' && this.#anyway)
      return anywayView(desk, busy, { yes: () => void this.#sign(), back });
    if (state === 'page')
      return pageView(desk, page, {
        ...actions,
        sign: () => {
          if (this.#seen?.isGood) return void this.#sign();
          this.#slip = words.peopleSealCheckFirst;
          desk.update();
          desk.focus('#page');
        },
        anyway: () => {
          this.#anyway = true;
          room.turn();
        },
      });
    if (state === 'roster') return lastView(desk, busy, { sign: () => void this.#sign(), back });
    return afterView(desk, { ...page, link: linkToDesk(desk, newPin) }, actions);
  }
}

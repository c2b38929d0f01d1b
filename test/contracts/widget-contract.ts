/** What every widget keeps to, whatever it does: run it on a new one with a few lines of example. */
import { expect } from '@open-wc/testing';
import { defineOnce } from '../../src/ui/define-once.js';
import type { KithElement } from '../../src/ui/kith-element.js';
import { allByRole, byRole, textOf } from '../by-role.js';
import { allowConsole, expectConsole } from '../expect-console.js';

/** A widget as this contract sees it. */
export type Widget = KithElement & { readonly ready: Promise<void>; reload(): Promise<void> };

export interface WidgetExample {
  readonly tag: string;
  /** Each state, and how to bring a new element there. The contract puts the element into the page. */
  readonly states: Readonly<Record<'loading' | 'ready' | 'empty' | 'failed', (widget: Widget) => void>>;
  /** What the failed state may write to the console. */
  readonly complaint: RegExp | string;
  /** What the button of the way out is called. */
  readonly exit: string;
  /** A telephone number that stands in the help line of every state, with `country="GB"`. */
  readonly number: string;
}

const CHILDREN = '<p>Ring us: <a href="tel:01134960100">0113 496 0100</a></p>';

/** Declares the tests. */
export function widgetContract({ tag, states, complaint, exit, number }: WidgetExample): void {
  let box: HTMLElement;

  beforeEach(() => {
    box = document.createElement('div');
    document.body.append(box);
  });
  afterEach(() => box.remove());

  type State = keyof typeof states;
  const names = Object.keys(states) as State[];

  async function inState(state: State): Promise<Widget> {
    if (state === 'failed') allowConsole(complaint);
    const widget = document.createElement(tag) as Widget;
    widget.setAttribute('country', 'GB');
    widget.innerHTML = CHILDREN;
    states[state](widget);
    box.append(widget);
    if (state === 'loading') await widget.updateComplete;
    else await widget.ready;
    await widget.updateComplete;
    return widget;
  }

  describe(`<${tag}> keeps the contract of widgets`, () => {
    it('is registered once, and a second definition warns and changes nothing', () => {
      const first = customElements.get(tag);
      expect(first).to.exist;
      expectConsole(`<${tag}> is on this page twice`);
      defineOnce(tag, class extends HTMLElement {});
      expect(customElements.get(tag)).to.equal(first);
    });

    it('can be made by a page’s script before it stands anywhere', () => {
      const widget = document.createElement(tag);
      expect(widget.attributes).to.have.lengthOf(0);
      expect(widget.childNodes).to.have.lengthOf(0);
    });

    for (const state of names) {
      it(`has the help line and the way out while it is ${state}`, async () => {
        const widget = await inState(state);
        expect(byRole(widget, 'link', number)).to.exist;
        expect(byRole(widget, 'button', exit)).to.exist;
      });

      it(`says to CSS that it is ${state}`, async function say() {
        const widget = await inState(state);
        try {
          widget.matches(':state(ready)');
        } catch {
          this.skip();
        }
        for (const name of names) expect(widget.matches(`:state(${name})`), name).to.equal(name === state);
      });

      it(`shows the page’s own children ${state === 'failed' ? 'when' : 'no more when'} it is ${state}`, async () => {
        const widget = await inState(state);
        expect(widget.querySelector('p')!.checkVisibility()).to.equal(state === 'failed');
      });

      it(`gives way to \`hidden\` while it is ${state}`, async () => {
        const widget = await inState(state);
        widget.hidden = true;
        expect(widget.checkVisibility()).to.equal(false);
        expect(allByRole(widget, 'button')).to.deep.equal([]);
      });
    }

    it('never rejects what a page waits for', async () => {
      const widget = await inState('failed');
      await widget.ready;
      await widget.reload();
    });

    it('is ready when it has come to rest, not before', async () => {
      const widget = await inState('ready');
      expect(textOf(widget.shadowRoot!).length).to.be.above(50);
    });

    it('stores nothing and leaves the page’s address alone', async () => {
      const kept = () => [
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        document.cookie,
        location.href,
        history.length,
      ];
      const before = kept();
      for (const state of names) await inState(state);
      expect(kept()).to.deep.equal(before);
    });

    it('asks once for its way out, and a page may prevent it', async () => {
      const widget = await inState('ready');
      const asked: Event[] = [];
      widget.addEventListener('kith-quick-exit', (event) => {
        event.preventDefault();
        asked.push(event);
      });
      byRole(widget, 'button', exit).click();
      expect(asked).to.have.lengthOf(1);
      expect(asked[0]).to.include({ bubbles: true, composed: true, cancelable: true });
    });

    it('lays out as wide as its place, in an inline host of the page as well', async () => {
      const widget = await inState('ready');
      box.style.cssText = 'inline-size: 400px; display: flex';
      expect(widget.getBoundingClientRect().width).to.be.closeTo(400, 1);
      box.style.cssText = 'inline-size: 400px';
      widget.style.display = 'inline';
      const base = widget.shadowRoot!.querySelector('[part~=base]')!;
      expect(base.getBoundingClientRect().width).to.be.closeTo(400, 1);
    });

    it('asks for room where its place is as wide as what stands in it, and takes no more than there is', async () => {
      const widget = await inState('ready');
      const place = document.createElement('div');
      box.append(place);
      place.append(widget);
      for (const row of ['display: flex', 'display: block']) {
        box.style.cssText = `inline-size: 400px; ${row}`;
        place.style.cssText = 'float: left';
        expect(place.getBoundingClientRect().width).to.be.closeTo(400, 1);
      }
      box.style.cssText = 'inline-size: 5000px';
      expect(place.getBoundingClientRect().width).to.be.within(600, 1200);
      await widget.ready;
    });

    it('stands in a theme that hides what is empty', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':empty { display: none }');
      document.adoptedStyleSheets.push(sheet);
      try {
        const widget = document.createElement(tag) as Widget;
        widget.setAttribute('country', 'GB');
        states.ready(widget);
        box.append(widget);
        await widget.ready;
        expect(widget.checkVisibility()).to.equal(true);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      }
    });

    it('does not shrink to the text of a page with a tiny root', async () => {
      const widget = await inState('ready');
      box.style.fontSize = '10px';
      const base = widget.shadowRoot!.querySelector('[part~=base]')!;
      expect(Number.parseFloat(getComputedStyle(base).fontSize)).to.be.at.least(16);
    });
  });
}

import { expect, nextFrame } from '@open-wc/testing';
import { css, html, LitElement } from 'lit';
import { WidthController } from '../../src/ui/width-controller.js';

/** As a widget is: a box that takes the width it is given, with a size of letters of its own. */
class Wide extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    .box {
      inline-size: 100%;
      font-size: var(--letters, 16px);
      padding: var(--around, 0);
      box-sizing: border-box;
      block-size: 20px;
    }
    .tall {
      block-size: 90px;
    }
  `;
  readonly width = new WidthController(this, '.box', 40);
  readonly seen: boolean[] = [];

  override render() {
    return html`<div class=${this.width.narrow ? 'box tall' : 'box'}></div>`;
  }

  override updated() {
    this.seen.push(this.width.narrow);
  }
}
customElements.define('x-wide', Wide);

let frame: HTMLElement;

beforeEach(() => {
  frame = document.createElement('div');
  document.body.append(frame);
});
afterEach(() => frame.remove());

async function aWide(width: number, style = ''): Promise<Wide> {
  frame.style.cssText = `inline-size: ${width}px; ${style}`;
  const wide = new Wide();
  frame.append(wide);
  await wide.updateComplete;
  await wide.updateComplete;
  return wide;
}

/** What a resize leads to is there after three frames. */
async function settled(wide: Wide): Promise<void> {
  await nextFrame();
  await nextFrame();
  await nextFrame();
  await wide.updateComplete;
}

async function resized(wide: Wide, width: number): Promise<void> {
  frame.style.inlineSize = `${width}px`;
  await settled(wide);
}

describe('the room that a widget has', () => {
  it('is little until it is known, and then what its width is', async () => {
    expect(new Wide().width.narrow).to.equal(true);
    expect((await aWide(300)).width.narrow).to.equal(true);
    expect((await aWide(640)).width.narrow).to.equal(false);
  });

  it('changes with its width, and draws anew only then', async () => {
    const wide = await aWide(900);
    await resized(wide, 300);
    expect(wide.width.narrow).to.equal(true);
    const before = wide.seen.length;
    await resized(wide, 400);
    expect(wide.seen).to.have.lengthOf(before);
  });

  it('stays as it was while the widget is hidden', async () => {
    const wide = await aWide(900);
    wide.hidden = true;
    wide.style.display = 'none';
    await settled(wide);
    expect(wide.width.narrow).to.equal(false);
  });

  it('is counted in the letters of what is looked at, without its padding', async () => {
    expect((await aWide(700, '--letters: 20px')).width.narrow).to.equal(true);
    expect((await aWide(800, '--letters: 20px')).width.narrow).to.equal(false);
    expect((await aWide(680, '--around: 30px')).width.narrow).to.equal(true);
    expect((await aWide(710, '--around: 30px')).width.narrow).to.equal(false);
  });

  it('is not what an animation of the page makes of it', async () => {
    expect((await aWide(700, 'transform: scale(0.5)')).width.narrow).to.equal(false);
  });

  it('does not flicker where a scroll bar comes and goes', async () => {
    const wide = await aWide(645);
    expect(wide.width.narrow).to.equal(false);
    await resized(wide, 628);
    expect(wide.width.narrow).to.equal(false);
    await resized(wide, 610);
    expect(wide.width.narrow).to.equal(true);
    await resized(wide, 628);
    expect(wide.width.narrow).to.equal(true);
    await resized(wide, 645);
    expect(wide.width.narrow).to.equal(false);
  });

  it('is looked at again where the widget was moved to', async () => {
    const wide = await aWide(900);
    wide.remove();
    frame.style.inlineSize = '300px';
    frame.append(wide);
    await settled(wide);
    expect(wide.width.narrow).to.equal(true);
    await resized(wide, 900);
    expect(wide.width.narrow).to.equal(false);
  });
});

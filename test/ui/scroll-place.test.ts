import { expect } from '@open-wc/testing';
import { ScrollPlace } from '../../src/ui/scroll-place.js';

describe('the place in a list', () => {
  let box: HTMLElement;

  beforeEach(() => {
    box = document.createElement('div');
    box.style.cssText = 'block-size: 200px; overflow-y: auto';
    document.body.append(box);
  });
  afterEach(() => box.remove());

  const aButton = (into: ParentNode, above: number): HTMLElement => {
    const space = document.createElement('div');
    space.style.blockSize = `${above}px`;
    const button = document.createElement('button');
    const below = document.createElement('div');
    below.style.blockSize = '2000px';
    into.append(space, button, below);
    return button;
  };

  it('is found again when what was above it has another height', () => {
    const place = new ScrollPlace();
    const button = aButton(box, 600);
    box.scrollTop = 500;
    const before = button.getBoundingClientRect().top;
    place.remember(button);
    box.replaceChildren();
    const again = aButton(box, 900);
    place.restore(again);
    expect(again.getBoundingClientRect().top).to.be.closeTo(before, 1);
    expect(document.activeElement).to.equal(again);
  });

  it('is found through a shadow root', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    box.append(host);
    const place = new ScrollPlace();
    const button = aButton(root, 600);
    box.scrollTop = 500;
    const before = button.getBoundingClientRect().top;
    place.remember(button);
    box.scrollTop = 0;
    place.restore(button);
    expect(button.getBoundingClientRect().top).to.be.closeTo(before, 1);
  });

  it('moves nothing when there is none to remember', () => {
    const button = aButton(box, 600);
    box.scrollTop = 300;
    new ScrollPlace().restore(button);
    expect(box.scrollTop).to.equal(300);
  });
});

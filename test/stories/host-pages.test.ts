import { expect } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import * as hostPages from '../../stories/host-pages.stories.js';
import { expectNoBarriers } from '../axe.js';

interface Story {
  readonly args: { readonly page: string; readonly why: string; readonly sandbox?: string };
}

const { default: shared, ...stories } = hostPages;
const draw = (shared as { render(args: object): TemplateResult }).render;

describe('the stories of host pages', () => {
  let box: HTMLElement;

  beforeEach(() => {
    document.documentElement.lang = 'en-GB';
    document.title = 'Stories';
    box = document.createElement('main');
    document.body.append(box);
  });

  afterEach(() => box.remove());

  for (const [name, { args }] of Object.entries(stories) as [string, Story][]) {
    it(`"${name}" frames a page that is there, and says what is hostile about it`, async () => {
      render(draw({ ...(shared as Story).args, ...args }), box);
      const frame = box.querySelector('iframe')!;
      const address = frame.getAttribute('src') ?? '';
      // The page itself is looked at elsewhere.
      frame.src = 'about:blank';
      expect((await fetch(address)).ok, address).to.equal(true);
      expect(args.why).to.match(/^\S.{40,}\.$/);
      await expectNoBarriers(box);
    });
  }
});

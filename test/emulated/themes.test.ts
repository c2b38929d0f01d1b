import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { colourOf, luminance } from '../../stories/themes/contrast.js';
import { expectConsole } from '../expect-console.js';
import { press } from '../keys.js';
import { faultsIn, faultsOf, focusFaultsIn } from '../rendered-contrast.js';
import { ON_PAGES, STATES, undress, wear } from '../ui/a-theme.js';
import { emulate } from './emulate.js';

const FORCED = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' };

/** Dark ink, seen on white. */
const INK = 0.2;

async function rootOf(state: string): Promise<ShadowRoot> {
  const { show, complains } = STATES[state] ?? {};
  if (!show) throw new Error(`There is no state "${state}".`);
  if (complains) expectConsole(complains);
  const { shadowRoot } = await show();
  if (!shadowRoot) throw new Error('Nothing is drawn.');
  return shadowRoot;
}

const PRESSED = '.button, [part~=button]';

for (const page of ON_PAGES) {
  describe(`${page.theme || 'the widget’s own look'} on a ${page.scheme} page`, () => {
    beforeEach(() => wear(page));
    afterEach(async () => {
      undress();
      await sendMouse({ type: 'move', position: [0, 0] });
    });

    for (const state of [
      'a list with a group on now, one of them kept',
      'open filters, chips',
      'an opened group',
    ]) {
      it(`can be read under the pointer: ${state}`, async () => {
        const root = await rootOf(state);
        const kinds = new Map(
          [...root.querySelectorAll<HTMLElement>(PRESSED)]
            .filter((button) => button.checkVisibility())
            .map((button) => [`${button.className} ${button.part}`, button]),
        );
        expect(kinds.size).to.be.at.least(4);
        for (const [kind, button] of kinds) {
          button.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = button.getBoundingClientRect();
          await sendMouse({
            type: 'move',
            position: [Math.round(x + width / 2), Math.round(y + height / 2)],
          });
          expect(button.matches(':hover'), kind).to.equal(true);
          expect([button, ...button.querySelectorAll('*')].flatMap(faultsOf), kind).to.deep.equal([]);
        }
      });
    }

    it('leaves the colours to a visitor’s system where it chooses them', async () => {
      await emulate('', FORCED);
      const root = await rootOf('open filters, chips');
      for (const element of root.querySelectorAll<HTMLElement>('.button, .input, .filters, .help')) {
        if (!element.checkVisibility() || element.matches('.link')) continue;
        const { borderTopStyle, borderTopColor, borderTopWidth } = getComputedStyle(element);
        expect(`${borderTopStyle} ${Number.parseFloat(borderTopWidth) >= 1}`, element.className).to.equal(
          'solid true',
        );
        expect(colourOf(borderTopColor)[3], element.className).to.equal(1);
      }
      expect(faultsIn(root)).to.deep.equal([]);
      await press('Tab');
      expect(focusFaultsIn(root)).to.deep.equal([]);
    });

    for (const state of ['an opened group', 'nothing that fits', 'a list that cannot be loaded']) {
      it(`prints dark ink on white: ${state}`, async () => {
        const root = await rootOf(state);
        window.dispatchEvent(new Event('beforeprint'));
        await emulate('print');
        const printed = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility());
        expect(printed.length).to.be.at.least(10);
        for (const element of printed) {
          const { color, backgroundColor, backgroundImage } = getComputedStyle(element);
          const ground = colourOf(backgroundColor);
          const what = `${element.localName}.${element.className}`;
          expect(luminance(colourOf(color)), what).to.be.below(INK);
          expect(ground[3] === 0 || luminance(ground) === 1, `${what} on ${backgroundColor}`).to.equal(true);
          expect(backgroundImage, what).to.equal('none');
        }
        window.dispatchEvent(new Event('afterprint'));
      });
    }
  });
}

import { expect } from '@open-wc/testing';
import { theme } from '../../src/ui/theme.js';

type Rgb = readonly [number, number, number];

function rgbOf(hex: string): Rgb {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The default colours as the stylesheet says them, light and dark. */
const colours = new Map(
  [...theme.cssText.matchAll(/--_([\w-]+):\s*var\(--kith-[\w-]+,\s*light-dark\((#\w+),\s*(#\w+)\)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Foreground, background, and how far they have to stand apart. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ['text', 'surface', 4.5],
  ['text', 'raised', 4.5],
  ['text', 'match', 4.5],
  ['text', 'help', 4.5],
  ['text', 'notice', 4.5],
  ['quiet', 'surface', 4.5],
  ['quiet', 'raised', 4.5],
  ['quiet', 'match', 4.5],
  ['quiet', 'help', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'raised', 4.5],
  ['accent', 'soft', 4.5],
  ['accent', 'match', 4.5],
  ['on-accent', 'accent', 4.5],
  ['differs', 'surface', 4.5],
  ['differs', 'notice', 4.5],
  ['on-help', 'help', 4.5],
  ['edge', 'surface', 3],
  ['edge', 'raised', 3],
  ['focus', 'surface', 3],
  ['focus', 'raised', 3],
  ['focus', 'help', 3],
];

describe('the default colours', () => {
  it('are all said for a light and for a dark page', () => {
    const named = [...theme.cssText.matchAll(/--_([\w-]+):\s*var\([^;]*#/g)].map(([, name]) => name);
    expect([...colours.keys()]).to.deep.equal(named);
    expect(colours.size).to.be.at.least(15);
  });

  for (const [front, back, least] of PAIRS) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`stand apart: ${front} on ${back}, ${scheme}`, () => {
        const over = colours.get(front)?.[scheme] ?? '';
        const under = colours.get(back)?.[scheme] ?? '';
        expect(over).to.match(/^#/);
        expect(under).to.match(/^#/);
        expect(contrast(over, under)).to.be.at.least(least);
      });
    }
  }

  it('are read once each: a public property stands in one place', () => {
    const read = [...theme.cssText.matchAll(/var\((--kith-[\w-]+)/g)].map(([, name]) => name);
    expect(read).to.deep.equal([...new Set(read)]);
    expect(theme.cssText).to.not.match(/:host[^{]*\{[^}]*--kith-/);
  });
});

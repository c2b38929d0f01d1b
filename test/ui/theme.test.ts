import { expect } from '@open-wc/testing';
import { theme } from '../../src/ui/theme.js';
import { colourOf, contrast } from '../../stories/themes/contrast.js';
import { apart, coloursOn, DEFAULTS, isColour, PAIRS } from '../../stories/themes/pairs.js';

describe('contrast', () => {
  it('is that of WCAG 2.2', () => {
    const ratio = (one: string, other: string) => contrast(colourOf(one), colourOf(other));
    expect(ratio('#000', '#fff')).to.equal(21);
    expect(ratio('#fff', 'white')).to.equal(1);
    expect(ratio('#767676', '#fff')).to.be.closeTo(4.54, 0.01);
    expect(ratio('#fff', 'rgb(0 94 184)')).to.be.closeTo(6.3, 0.1);
  });
});

describe('the default colours', () => {
  const inScheme = (scheme: string) => {
    const element = document.createElement('div');
    element.style.colorScheme = scheme;
    document.body.append(element);
    return element;
  };

  it('are all said for a light and for a dark page', () => {
    const colours = [...DEFAULTS].filter(([name]) => isColour(name));
    expect(colours.length).to.be.at.least(15);
    for (const [name, css] of colours) expect(css, name).to.match(/^light-dark\(#\w+, #\w+\)$|^transparent$/);
  });

  it('all stand in a pair', () => {
    const paired = new Set(PAIRS.flatMap(({ front, or, back }) => [front, or, back]));
    const alone = [...DEFAULTS.keys()].filter((name) => isColour(name) && !paired.has(name));
    // A hairline between rows says nothing that space does not say.
    expect(alone).to.deep.equal(['line']);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const pair of PAIRS) {
      it(`stand apart: ${pair.front} on ${pair.back}, ${scheme}`, () => {
        const element = inScheme(scheme);
        expect(apart(pair, coloursOn(element))).to.be.at.least(pair.least);
        element.remove();
      });
    }
  }

  it('are read once each: a public property stands in one place', () => {
    const read = [...theme.cssText.matchAll(/var\((--kith-[\w-]+)/g)].map(([, name]) => name);
    expect(read).to.deep.equal([...new Set(read)]);
    expect(theme.cssText).to.not.match(/:host[^{]*\{[^}]*--kith-/);
  });
});

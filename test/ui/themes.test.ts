import { expect } from '@open-wc/testing';
import { colourOf, contrast } from '../../stories/themes/contrast.js';
import { apart, coloursOn, DEFAULTS, isColour, PAIRS } from '../../stories/themes/pairs.js';
import { expectConsole } from '../expect-console.js';
import { press } from '../keys.js';
import { faultsIn, focusFaultsIn } from '../rendered-contrast.js';
import { waitUntil } from '../wait-until.js';
import { makeFinder } from '../widgets/group-finder/a-finder.js';
import { ON_PAGES, STATES, themeText, undress, wear } from './a-theme.js';

const THEMES = [...new Set(ON_PAGES.map(({ theme }) => theme))].filter(Boolean);

/** Rules of a theme, those in @media among them. */
const rulesOf = (rules: CSSRuleList): CSSStyleRule[] =>
  [...rules].flatMap((rule) => [
    ...(rule instanceof CSSStyleRule ? [rule] : []),
    ...(rule instanceof CSSMediaRule ? rulesOf(rule.cssRules) : []),
  ]);

interface Documented {
  readonly tagName?: string;
  readonly cssParts: readonly { readonly name: string }[];
  readonly cssProperties: readonly { readonly name: string }[];
}

const TAGS = ['kith-group-finder', 'kith-meeting-calendar', 'kith-myth-quiz', 'kith-question-box'];
/** How every rule of a theme begins. */
const WIDGETS = `:is(${TAGS.join(', ')})`;

/** What all widgets together document. */
async function documented(): Promise<Documented> {
  const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as {
    modules: { declarations: Documented[] }[];
  };
  const widgets = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName = '' }) => TAGS.includes(tagName));
  if (widgets.length < TAGS.length) throw new Error(`The manifest knows not all of ${TAGS.join(', ')}.`);
  return {
    cssParts: widgets.flatMap(({ cssParts }) => cssParts),
    cssProperties: widgets.flatMap(({ cssProperties }) => cssProperties),
  };
}

for (const theme of THEMES) {
  describe(`the theme ${theme}`, () => {
    let rules: CSSStyleRule[];

    before(async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await themeText(theme));
      rules = rulesOf(sheet.cssRules);
    });

    it('uses custom properties that are documented, and sets every colour', async () => {
      const known = (await documented()).cssProperties.map(({ name }) => name);
      const set = rules.flatMap(({ style }) => [...style]).filter((name) => name.startsWith('--'));
      expect(set.filter((name) => !known.includes(name))).to.deep.equal([]);
      const colours = [...DEFAULTS.keys()].filter((name) => isColour(name) && name !== 'focus-edge');
      expect(set).to.include.members(colours.map((name) => `--kith-${name}`));
    });

    it('reaches into the widget by documented parts alone', async () => {
      const known = (await documented()).cssParts.map(({ name }) => name);
      for (const { selectorText, style } of rules) {
        for (const one of selectorText.replaceAll(WIDGETS, 'widgets').split(/,\s*/)) {
          const [whole, part] = /^widgets(?:::part\(([\w-]+)\)(?::[\w-]+)?)?$/.exec(one) ?? [];
          expect(whole).to.equal(one);
          if (part) expect(known, one).to.include(part);
          else
            expect(
              [...style].filter((name) => !/^--kith-|^color-scheme$/.test(name)),
              one,
            ).to.deep.equal([]);
        }
      }
    });
  });
}

for (const page of ON_PAGES) {
  describe(`${page.theme || 'the widget’s own look'} on a ${page.scheme} page`, () => {
    before(() => wear(page));
    after(undress);

    it('has tokens that stand apart, pair by pair', () => {
      const finder = makeFinder({ groups: [] });
      document.body.append(finder);
      const colour = coloursOn(finder);
      const faults = PAIRS.filter((pair) => apart(pair, colour) < pair.least);
      finder.remove();
      expect(faults).to.deep.equal([]);
    });

    for (const [name, { show, shows, complains }] of Object.entries(STATES)) {
      it(`can be read and seen: ${name}`, async () => {
        if (complains) expectConsole(complains);
        const { shadowRoot: root } = await show();
        await waitUntil(() => root?.querySelector(shows), `shows ${shows}`);
        if (!root) throw new Error('Nothing is drawn.');
        expect(faultsIn(root)).to.deep.equal([]);
        await press('Tab');
        expect(focusFaultsIn(root)).to.deep.equal([]);
      });
    }
  });
}

describe('measuring what is drawn', () => {
  const draw = (inner: string): ShadowRoot => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<div style="background:#fff;color:#000">${inner}</div>`;
    return root;
  };

  const faulty: Readonly<Record<string, string>> = {
    'pale text': '<p style="color:#999">Read me</p>',
    'text on a half transparent ground': '<p style="color:#777;background:rgb(0 0 0 / 20%)">Read me</p>',
    'a pale border':
      '<button part="button" style="border:1px solid #ccc;background:none;color:#000">Go</button>',
    'a pale icon': '<svg style="stroke:#ccc"></svg>',
    'a pale main button':
      '<button part="button button-primary" style="background:#ff0;color:#000;border:0">Go</button>',
  };

  for (const [name, inner] of Object.entries(faulty)) {
    it(`finds ${name}`, () => {
      const root = draw(inner);
      expect(faultsIn(root)).to.have.length(1);
      root.host.remove();
    });
  }

  it('finds a ring that nobody sees, and is content with a dark edge along it', async () => {
    const ring = (style: string) => `<a href="#x" style="color:#000;outline:3px solid #ff0;${style}">Go</a>`;
    for (const [style, faults] of [
      ['', 1],
      ['box-shadow:0 0 0 1px #000', 1],
      ['box-shadow:0 0 0 7px #000', 0],
    ] as const) {
      const root = draw(ring(style));
      await press('Tab');
      expect(focusFaultsIn(root), style).to.have.length(faults);
      root.host.remove();
    }
    expect(contrast(colourOf('#ff0'), colourOf('#fff'))).to.be.below(3);
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import type { GroupFinder } from '../../src/index.js';
import * as groupFinder from '../../stories/group-finder.stories.js';
import * as theming from '../../stories/theming.stories.js';
import { expectNoBarriers } from '../axe.js';
import { expectConsole } from '../expect-console.js';

/** What a story is held against. */
interface Expected {
  readonly state?: 'loading' | 'ready' | 'empty' | 'failed';
  readonly shows?: string;
  readonly console?: string | readonly string[];
}

/** A story as its module exports it. */
interface Story {
  readonly args?: object;
  readonly parameters?: {
    readonly kith?: Expected;
    /** Storybook's own: rules of axe that do not hold for a story. */
    readonly a11y?: { readonly config: { readonly rules: readonly { id: string; enabled: boolean }[] } };
  };
  render?(args: object): TemplateResult;
  play?(context: { canvasElement: HTMLElement }): Promise<void>;
}

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly slots?: unknown;
}

interface Documented {
  readonly tagName?: string;
  readonly attributes: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
  readonly cssStates: readonly Entry[];
  readonly events: readonly Entry[];
  readonly slots: readonly Entry[];
}

const modules = { 'group finder': groupFinder, theming } as const;

/** What rendering the stories has really shown. */
const seen = {
  attributes: new Set<string>(),
  cssParts: new Set<string>(),
  cssStates: new Set<string>(),
  events: new Set<string>(),
  slots: new Set<string>(),
  css: new Set<string>(),
};

/** Of every page, and no matter of the finder. */
const GLOBAL_ATTRIBUTES = new Set(['id', 'class', 'lang', 'dir', 'hidden']);

let page: HTMLElement;
let documented: Documented;

const finders = (): GroupFinder[] => [...page.querySelectorAll<GroupFinder>('kith-group-finder')];

function remember(finder: GroupFinder): void {
  for (const name of finder.getAttributeNames()) if (!GLOBAL_ATTRIBUTES.has(name)) seen.attributes.add(name);
  const root = finder.shadowRoot;
  for (const element of root?.querySelectorAll('[part]') ?? [])
    for (const name of element.part) seen.cssParts.add(name);
  for (const slot of root?.querySelectorAll('slot') ?? []) seen.slots.add(slot.name);
  for (const sheet of root?.adoptedStyleSheets ?? [])
    for (const { cssText } of sheet.cssRules) seen.css.add(cssText);
}

/** Public custom properties that a rule of the rendered styles uses, by way of the theme's private ones or straight. */
function usedProperties(css: string): string[] {
  const read = new Map<string, string>();
  const rules = css.replace(/(--_[\w-]+):\s*var\(\s*(--kith-[\w-]+)/g, (all, own: string, open: string) => {
    read.set(own, open);
    return all.replace(open, '');
  });
  const through = [...read].filter(([own]) => RegExp(`var\\(\\s*${own}\\b(?!-)`).test(rules));
  const straight = [...rules.matchAll(/var\(\s*(--kith-[\w-]+)/g)].map(([, name]) => name ?? '');
  return [...new Set([...through.map(([, open]) => open), ...straight])].sort();
}

const names = (entries: readonly Entry[]): string[] => entries.map(({ name }) => name).sort();

describe('the stories', () => {
  const { add } = CustomStateSet.prototype;
  const { dispatchEvent } = EventTarget.prototype;
  const stay = (event: Event) => event.preventDefault();

  before(async () => {
    document.documentElement.lang = 'en-GB';
    const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as {
      modules: { declarations: Documented[] }[];
    };
    const [element] = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName === 'kith-group-finder');
    if (!element) throw new Error('The manifest knows no kith-group-finder.');
    documented = element;
    CustomStateSet.prototype.add = function (name) {
      seen.cssStates.add(name);
      return add.call(this, name);
    };
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this instanceof Element && this.localName === 'kith-group-finder') seen.events.add(event.type);
      return dispatchEvent.call(this, event);
    };
    document.addEventListener('kith-quick-exit', stay);
  });

  after(() => {
    CustomStateSet.prototype.add = add;
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    document.removeEventListener('kith-quick-exit', stay);
  });

  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  for (const [title, { default: shared, ...stories }] of Object.entries(modules)) {
    const meta = shared as Story;

    for (const [name, story] of Object.entries(stories) as [string, Story][]) {
      it(`show "${title}: ${name}" in its state, without a fault that axe can see`, async () => {
        const expected: Expected = { ...meta.parameters?.kith, ...story.parameters?.kith };
        const draw = story.render ?? meta.render;
        if (!draw) throw new Error('This story draws nothing.');
        for (const line of [expected.console ?? []].flat()) expectConsole(line);
        render(draw({ ...meta.args, ...story.args }), page);
        const all = finders();
        const [first] = all;
        if (!first) throw new Error('This story shows no finder.');
        if (expected.state !== 'loading') await Promise.all(all.map(({ searchable }) => searchable));
        await story.play?.({ canvasElement: page });
        await waitUntil(
          () => !expected.shows || first.shadowRoot?.querySelector(expected.shows),
          `shows ${expected.shows}`,
        );
        expect(first.matches(`:state(${expected.state})`), `:state(${expected.state})`).to.equal(true);
        all.forEach(remember);
        const off = story.parameters?.a11y?.config.rules.filter(({ enabled }) => !enabled) ?? [];
        await expectNoBarriers(
          page,
          off.map(({ id }) => id),
        );
        const back = first.shadowRoot?.querySelector<HTMLElement>('.top button');
        back?.click();
        await first.updateComplete;
        first.shadowRoot?.querySelector<HTMLElement>('[part~=quick-exit]')?.click();
        all.forEach(remember);
      });
    }
  }
});

describe('the documentation of <kith-group-finder>, beside what the stories have shown', () => {
  it('names every part, and no other', () => {
    expect([...seen.cssParts].sort()).to.deep.equal(names(documented.cssParts));
  });

  it('names every state, and no other', () => {
    expect([...seen.cssStates].sort()).to.deep.equal(names(documented.cssStates));
  });

  it('names every slot, and no other', () => {
    expect([...seen.slots].sort()).to.deep.equal(names(documented.slots));
  });

  it('names every event, and no other', () => {
    expect([...seen.events].sort()).to.deep.equal(names(documented.events));
  });

  it('names every attribute, and no other', () => {
    const element = customElements.get('kith-group-finder') as typeof GroupFinder;
    expect([...element.observedAttributes].sort()).to.deep.equal(names(documented.attributes));
    expect([...seen.attributes].sort()).to.deep.equal(names(documented.attributes));
  });

  it('names every custom property that a rule uses, and no other', () => {
    expect(usedProperties([...seen.css].join('\n'))).to.deep.equal(names(documented.cssProperties));
  });
});

import { expect } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import {
  FacilitatorDesk,
  GroupFinder,
  type MeetingCalendar,
  MythQuiz,
  QuestionBox,
} from '../../src/index.js';
import * as facilitatorDesk from '../../stories/facilitator-desk.stories.js';
import * as groupFinder from '../../stories/group-finder.stories.js';
import * as meetingCalendar from '../../stories/meeting-calendar.stories.js';
import * as mythQuiz from '../../stories/myth-quiz.stories.js';
import * as questionBox from '../../stories/question-box.stories.js';
import * as theming from '../../stories/theming.stories.js';
import { expectNoBarriers } from '../axe.js';
import { expectConsole } from '../expect-console.js';
import { waitUntil } from '../wait-until.js';

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
  /** An app has none: its children are gone once it works. */
  readonly slots?: readonly Entry[];
}

const modules = {
  'facilitator’s desk': facilitatorDesk,
  'group finder': groupFinder,
  'meeting calendar': meetingCalendar,
  'myth quiz': mythQuiz,
  'question box': questionBox,
  theming,
} as const;

type Widget = FacilitatorDesk | GroupFinder | MeetingCalendar | MythQuiz | QuestionBox;

const WIDGETS = [
  'kith-facilitator-desk',
  'kith-group-finder',
  'kith-meeting-calendar',
  'kith-myth-quiz',
  'kith-question-box',
] as const;

/** What rendering the stories has really shown of an element. */
const nothingYet = () => ({
  attributes: new Set<string>(),
  cssParts: new Set<string>(),
  cssStates: new Set<string>(),
  events: new Set<string>(),
  slots: new Set<string>(),
  css: new Set<string>(),
});

const seen = new Map(WIDGETS.map((tag) => [tag as string, nothingYet()]));

/** Of every page, and no matter of a widget. */
const GLOBAL_ATTRIBUTES = new Set(['id', 'class', 'lang', 'dir', 'hidden']);

let page: HTMLElement;
const documented = new Map<string, Documented>();

const widgets = (): Widget[] => [...page.querySelectorAll<Widget>(WIDGETS.join())];

/** Resolves when the parts that come later are there too. */
const whole = (widget: Widget): Promise<void> =>
  widget instanceof GroupFinder
    ? widget.searchable
    : widget instanceof FacilitatorDesk || widget instanceof MythQuiz || widget instanceof QuestionBox
      ? widget.ready
      : widget.filterable;

function remember(widget: Widget): void {
  const of = seen.get(widget.localName)!;
  for (const name of widget.getAttributeNames()) if (!GLOBAL_ATTRIBUTES.has(name)) of.attributes.add(name);
  const root = widget.shadowRoot;
  for (const element of root?.querySelectorAll('[part]') ?? [])
    for (const name of element.part) of.cssParts.add(name);
  for (const slot of root?.querySelectorAll('slot') ?? []) of.slots.add(slot.name);
  for (const sheet of root?.adoptedStyleSheets ?? [])
    for (const { cssText } of sheet.cssRules) of.css.add(cssText);
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
  const { attachInternals } = HTMLElement.prototype;
  // Held fast: WebKit lets go of a set of states that no script holds, and makes another one of it later.
  const owners = new Map<CustomStateSet, string>();
  const { dispatchEvent } = EventTarget.prototype;
  const stay = (event: Event) => event.preventDefault();

  before(async () => {
    document.documentElement.lang = 'en-GB';
    const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as {
      modules: { declarations: Documented[] }[];
    };
    for (const element of manifest.modules.flatMap(({ declarations }) => declarations))
      if (element.tagName) documented.set(element.tagName, element);
    HTMLElement.prototype.attachInternals = function () {
      const internals = attachInternals.call(this);
      owners.set(internals.states, this.localName);
      return internals;
    };
    CustomStateSet.prototype.add = function (name) {
      seen.get(owners.get(this) ?? '')?.cssStates.add(name);
      return add.call(this, name);
    };
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this instanceof Element) seen.get(this.localName)?.events.add(event.type);
      return dispatchEvent.call(this, event);
    };
    document.addEventListener('kith-quick-exit', stay);
  });

  after(() => {
    HTMLElement.prototype.attachInternals = attachInternals;
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
        const all = widgets();
        const [first] = all;
        if (!first) throw new Error('This story shows no widget.');
        if (expected.state !== 'loading') await Promise.all(all.map(whole));
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

for (const tag of WIDGETS) {
  describe(`the documentation of <${tag}>, beside what the stories have shown`, () => {
    const shown = seen.get(tag)!;
    let said: Documented;

    before(() => {
      const found = documented.get(tag);
      if (!found) throw new Error(`The manifest knows no ${tag}.`);
      said = found;
    });

    it('names every part, and no other', () => {
      expect([...shown.cssParts].sort()).to.deep.equal(names(said.cssParts));
    });

    it('names every state, and no other', () => {
      expect([...shown.cssStates].sort()).to.deep.equal(names(said.cssStates));
    });

    it('names every slot, and no other', () => {
      expect([...shown.slots].sort()).to.deep.equal(names(said.slots ?? []));
    });

    it('names every event, and no other', () => {
      expect([...shown.events].sort()).to.deep.equal(names(said.events));
    });

    it('names every attribute, and no other', () => {
      const { observedAttributes } = customElements.get(tag) as typeof GroupFinder;
      expect([...observedAttributes].sort()).to.deep.equal(names(said.attributes));
      expect([...shown.attributes].sort()).to.deep.equal(names(said.attributes));
    });

    it('names every custom property that a rule uses, and no other', () => {
      expect(usedProperties([...shown.css].join('\n'))).to.deep.equal(names(said.cssProperties));
    });
  });
}

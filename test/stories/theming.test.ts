import { expect } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import type { GroupFinder } from '../../src/index.js';
import { PAIRS } from '../../stories/themes/pairs.js';
import * as stories from '../../stories/theming.stories.js';
import { waitUntil } from '../wait-until.js';

type Args = Readonly<Record<string, string>>;

let page: HTMLElement;

const draw = stories.LiveTokens.render as unknown as (args: Args) => TemplateResult;

async function show(args: Args): Promise<void> {
  render(draw(args), page);
  await page.querySelector<GroupFinder>('kith-group-finder')?.ready;
}

/** The verdicts of the table, by the place where two colours meet and what is behind. */
const verdicts = (): Map<string, string> =>
  new Map(
    [...page.querySelectorAll('tbody tr')].map(({ children: [use, , back, , verdict] }) => [
      `${use?.textContent} on ${back?.textContent?.trim()}`,
      verdict?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    ]),
  );

describe('the story of live tokens', () => {
  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  it('has a control for every documented custom property, a colour where it is one', async () => {
    const manifest = (await (await fetch('/dist/custom-elements.json')).json()) as {
      modules: { declarations: { tagName?: string; cssProperties?: { name: string }[] }[] }[];
    };
    const documented = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName === 'kith-group-finder')
      .flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
    const controls: Record<string, { control?: unknown } | undefined> = stories.LiveTokens.argTypes ?? {};
    expect(Object.keys(controls).sort()).to.deep.equal(['theme', ...documented].sort());
    expect(controls['--kith-accent']?.control).to.equal('color');
    expect(controls['--kith-focus-edge']?.control).to.equal('color');
    expect(controls['--kith-radius']?.control).to.equal('text');
  });

  it('says in words that every pair passes', async () => {
    await show({});
    expect(page.querySelectorAll('tbody tr')).to.have.length(PAIRS.length);
    expect([...verdicts().values()].filter((said) => !said.startsWith('passes'))).to.deep.equal([]);
    expect(page.textContent).to.include('Every pair passes.');
  });

  it('computes anew when a token changes', async () => {
    await show({ '--kith-text-quiet': 'oklch(0.8 0.02 240)' });
    expect(verdicts().get('Quiet text on surface')).to.equal('fails: needs 4.5 to 1');
    expect(verdicts().get('Text on surface')).to.equal('passes: needs 4.5 to 1');
    await show({ '--kith-text-quiet': '#333' });
    expect(verdicts().get('Quiet text on surface')).to.equal('passes: needs 4.5 to 1');
  });

  it('measures a theme when its file is there, and a token over it', async () => {
    await show({ theme: 'Night', '--kith-on-help': '#2b231a' });
    await waitUntil(
      () => verdicts().get('Numbers of the help line on help')?.startsWith('fails'),
      'the theme is measured',
    );
    expect([...verdicts().values()].filter((said) => said.startsWith('fails'))).to.have.length(1);
  });
});

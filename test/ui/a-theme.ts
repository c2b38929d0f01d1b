/** The three themes that a webmaster may copy, put on a page, and a widget in each of its states on it. */
import type { GroupFinder } from '../../src/widgets/group-finder/group-finder.js';
import { aFinder, openFilters, search, tap, tick, typePlace } from '../widgets/group-finder/a-finder.js';

export interface ThemeOnPage {
  readonly theme: string;
  readonly scheme: 'light' | 'dark';
}

/** On a light and on a dark page; the night is dark on both. */
export const ON_PAGES: readonly ThemeOnPage[] = ['', 'health-service', 'warm-charity', 'night'].flatMap(
  (theme) => (['light', 'dark'] as const).map((scheme) => ({ theme, scheme })),
);

export async function themeText(theme: string): Promise<string> {
  const answer = await fetch(new URL(`../../stories/themes/${theme}.css`, import.meta.url));
  if (!answer.ok) throw new Error(`There is no theme ${theme}.`);
  return answer.text();
}

let sheet: CSSStyleSheet | undefined;

/** '' leaves the widget's own colours. */
export async function wear({ theme, scheme }: ThemeOnPage): Promise<void> {
  sheet = new CSSStyleSheet();
  sheet.replaceSync(theme ? await themeText(theme) : '');
  document.adoptedStyleSheets = [sheet];
  document.documentElement.style.colorScheme = scheme;
}

export function undress(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  document.documentElement.style.colorScheme = '';
}

const LIST = {
  src: '/fixtures/kith-directory.json',
  attributes: { 'source-time-zone': 'Europe/London', 'page-url': 'https://example.org/groups' },
  children: '<p>Ring us: 0113 496 0100.</p>',
};

const EVENING = Date.parse('2026-11-24T18:10:00Z');
const ON_NOW = Date.parse('2026-12-01T18:40:00Z');
const NIGHT = Date.parse('2026-11-25T02:10:00Z');

const evening = (): Promise<GroupFinder> => aFinder({ ...LIST, now: EVENING });

async function opened(id: string, now = EVENING): Promise<GroupFinder> {
  const finder = await aFinder({ ...LIST, now });
  finder.shadowRoot!.querySelector<HTMLElement>(`[data-group="${id}"]`)!.click();
  await finder.updateComplete;
  finder.shadowRoot!.querySelector('details')!.open = true;
  return finder;
}

/** What a visitor may see: how it comes about, by what one knows it, and what the console says of it. */
interface Sight {
  readonly shows: string;
  readonly complains?: RegExp;
  show(): Promise<GroupFinder>;
}

export const STATES: Readonly<Record<string, Sight>> = {
  'a list with a group on now, one of them kept': {
    shows: '[part~=results]:has([part~=kept]) .live',
    async show() {
      const finder = await aFinder({ ...LIST, now: ON_NOW });
      finder.shadowRoot!.querySelector<HTMLElement>('[part~=keep]')!.click();
      await finder.updateComplete;
      return finder;
    },
  },
  'open filters, chips': {
    shows: '[part~=filters] :checked',
    async show() {
      const finder = await evening();
      await openFilters(finder);
      await tick(finder, /^Online/);
      await tick(finder, /^Thursday/);
      return finder;
    },
  },
  'found words and suggested places': {
    shows: 'mark',
    async show() {
      const finder = await evening();
      await search(finder, 'worry');
      await typePlace(finder, 'brad');
      return finder;
    },
  },
  'an opened group': { shows: '[part~=detail] .differs', show: () => opened('worry-less-leeds') },
  'an opened group that says little': { shows: '.asks', show: () => opened('one-to-one') },
  'the kept groups': {
    shows: '[part~=shortlist] [part~=result]',
    async show() {
      const finder = await evening();
      finder.shadowRoot!.querySelector<HTMLElement>('[part~=keep]')!.click();
      await finder.updateComplete;
      await tap(finder, /^1 kept/);
      return finder;
    },
  },
  'nothing that fits': {
    shows: '[part~=empty]',
    async show() {
      const finder = await evening();
      await search(finder, 'zebra');
      return finder;
    },
  },
  'a list that cannot be loaded': {
    shows: '[part~=failed]',
    show: () => aFinder({ ...LIST, src: '/fixtures/none.json' }),
    complains: /status 404/,
  },
  'one source of two': {
    shows: 'p.notice',
    show: () => aFinder({ ...LIST, src: `${LIST.src} /fixtures/none.csv`, now: EVENING }),
    complains: /status 404/,
  },
  'the night, with nothing on': { shows: '.night', show: () => aFinder({ ...LIST, now: NIGHT }) },
  'the webmaster’s panel': {
    shows: '[part~=debug]',
    show: () => aFinder({ ...LIST, attributes: { ...LIST.attributes, debug: '' } }),
  },
};

/** The pairs of colours that meet in a widget, by the names of their custom properties, and how far each has to stand apart. */
import { theme } from '../../src/ui/theme.js';
import { type Colour, colourOf, contrast, over } from './contrast.js';

/** Text needs 4.5 to 1; borders, icons and the focus ring need 3 to 1. */
export interface Pair {
  readonly front: string;
  readonly back: string;
  readonly least: 4.5 | 3;
  readonly use: string;
  /** It is enough when this one stands apart. */
  readonly or?: string;
}

const text = (use: string, front: string, ...backs: readonly string[]): Pair[] =>
  backs.map((back) => ({ front, back, least: 4.5, use }));

const shape = (use: string, front: string, ...backs: readonly string[]): Pair[] =>
  backs.map((back) => ({ front, back, least: 3, use }));

export const PAIRS: readonly Pair[] = [
  ...text('Text', 'text', 'surface', 'surface-raised', 'help', 'notice'),
  ...text('Text of a button under the pointer', 'text', 'accent-soft'),
  ...text('Found words', 'text', 'matches'),
  ...text('Quiet text', 'text-quiet', 'surface', 'surface-raised', 'help'),
  ...text('“Keep” under the pointer', 'text-quiet', 'accent-soft'),
  ...text('Links', 'accent', 'surface', 'surface-raised'),
  ...text('Chips and kept groups', 'accent', 'accent-soft'),
  ...text('The main button', 'on-accent', 'accent'),
  ...text('What is different', 'differs', 'surface', 'notice'),
  ...text('Numbers of the help line', 'on-help', 'help'),
  ...shape('Borders of fields and buttons', 'edge', 'surface', 'surface-raised'),
  ...['surface', 'surface-raised', 'help'].map((back) => ({
    front: 'focus',
    or: 'focus-edge',
    back,
    least: 3 as const,
    use: 'The focus ring, or its edge',
  })),
];

/** Each public property of the theme with what it is when nobody sets it. */
export const DEFAULTS: ReadonlyMap<string, string> = new Map(
  [...theme.cssText.matchAll(/var\(--kith-([\w-]+),\s*(.+)\);/g)].map(([, name = '', css = '']) => [
    name,
    css,
  ]),
);

/** Whether a property is a colour, by its default. */
export const isColour = (name: string): boolean =>
  /^(?:#|light-dark|transparent)/.test(DEFAULTS.get(name) ?? '');

/** The colours that an element's custom properties come to, in its own colour scheme. */
export function coloursOn(element: Element): (name: string) => Colour {
  const style = getComputedStyle(element);
  const probe = document.createElement('span');
  return (name) => {
    probe.style.colorScheme = style.colorScheme;
    probe.style.color = style.getPropertyValue(`--kith-${name}`).trim() || DEFAULTS.get(name) || '';
    document.body.append(probe);
    const colour = colourOf(getComputedStyle(probe).color);
    probe.remove();
    return colour;
  };
}

/** How far the two of a pair stand apart. */
export function apart({ front, or, back }: Pair, colour: (name: string) => Colour): number {
  const under = colour(back);
  const fronts = or ? [front, or] : [front];
  return Math.max(...fronts.map((name) => contrast(over(colour(name), under), under)));
}

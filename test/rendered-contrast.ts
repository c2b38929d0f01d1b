/** Measures what is really on the screen: each text, border, icon and focus ring of a widget against what lies behind it. */
import { type Colour, colourOf, contrast, over } from '../stories/themes/contrast.js';

const TEXT = 4.5;
const SHAPE = 3;
/** A thinner line is no sign of the focus. */
const RING_PX = 2;

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  (element.parentNode instanceof ShadowRoot ? element.parentNode.host : element.parentElement);

/** The colour behind what an element draws: its own background and those under it, down to the page's. */
function behind(element: Element | null): Colour {
  if (!element) return colourOf('Canvas');
  const own = colourOf(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(parentOf(element)));
}

/** Everything that is drawn in a widget, with the page's own children where they stand in it. */
function drawn(root: ShadowRoot): Element[] {
  const within = [...root.querySelectorAll('*')];
  const slotted = [...root.querySelectorAll('slot')].flatMap((slot) =>
    slot.assignedElements().flatMap((one) => [one, ...one.querySelectorAll('*')]),
  );
  return [...within, ...slotted].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('.unseen, [aria-hidden=true]:not(svg)'),
  );
}

const named = (element: Element): string => {
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30);
  return `${element.localName}.${element.getAttribute('class') ?? ''} "${words}"`;
};

/** One sentence for each thing that does not stand apart; none when all is well. */
type Faults = string[];

function fault(what: string, front: Colour, back: Colour, least: number): Faults {
  const ratio = contrast(over(front, back), back);
  const said = [front, back].map(([r, g, b]) => `rgb(${[r, g, b].map(Math.round).join(' ')})`).join(' on ');
  return ratio >= least ? [] : [`${what}: ${said}, ${ratio.toFixed(2)} to 1, needs ${least}`];
}

const hasText = (element: Element): boolean =>
  element instanceof HTMLInputElement ||
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());

const SHAPED = '[part~=button], [part~=input], .button, input:not([type=checkbox])';

/** Text, icon and border of one element. */
export function faultsOf(element: Element): Faults {
  const style = getComputedStyle(element);
  const what = named(element);
  if (element.localName === 'svg')
    return fault(
      `icon in ${named(parentOf(element) ?? element)}`,
      colourOf(style.stroke),
      behind(element),
      SHAPE,
    );
  const text = hasText(element) ? fault(what, colourOf(style.color), behind(element), TEXT) : [];
  if (!element.matches(SHAPED)) return text;
  const outside = behind(parentOf(element));
  const border = colourOf(style.borderBlockEndColor);
  const bordered = style.borderBlockEndStyle !== 'none' && border[3] > 0;
  const shape = bordered ? fault(`border of ${what}`, border, outside, SHAPE) : [];
  const area =
    !bordered && element.part.contains('button-primary')
      ? fault(`area of ${what}`, behind(element), outside, SHAPE)
      : [];
  return [...text, ...shape, ...area];
}

export const faultsIn = (root: ShadowRoot): Faults => [...new Set(drawn(root).flatMap(faultsOf))];

/** The colours that show where the focus is: the outline, and shadows that reach far enough. */
function signs(element: Element): Colour[] {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  const outline =
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= RING_PX ? [colourOf(outlineColor)] : [];
  const shadows = boxShadow.split(/,(?![^(]*\))/).flatMap((shadow) => {
    const lengths = [...shadow.replace(/\w+\([^)]*\)/, '').matchAll(/(-?[\d.]+)px/g)].map(([, px]) =>
      Number(px),
    );
    const [x = 0, y = 0, , spread = 0] = lengths;
    const colour = /\w+\([^)]*\)|#\w+/.exec(shadow)?.[0];
    return colour && Math.max(Math.abs(x), Math.abs(y), spread) >= RING_PX ? [colourOf(colour)] : [];
  });
  return [...outline, ...shadows];
}

const FOCUSABLE = 'button, a[href], input, summary, [tabindex="-1"]:not(.unseen)';

/** Everything that takes the focus, with the focus on it: its sign stands apart, and its text can still be read. */
export function focusFaultsIn(root: ShadowRoot): Faults {
  const faults = drawn(root).flatMap((element) => {
    if (!(element instanceof HTMLElement) || !element.matches(FOCUSABLE)) return [];
    element.focus();
    if (!element.matches(':focus-visible')) return [`${named(element)}: takes no focus`];
    // A checkbox leaves its ring to its row.
    const ringed = (element instanceof HTMLInputElement && element.closest('.check')) || element;
    const outside = behind(parentOf(ringed));
    const seen = signs(ringed).some((sign) => fault('', sign, outside, SHAPE).length === 0);
    const inside = [element, ...element.querySelectorAll('*')]
      .flatMap(faultsOf)
      .filter((said) => !/^(?:border|area)/.test(said));
    return [
      ...(seen ? [] : [`focus of ${named(element)} is not seen`]),
      ...inside.map((said) => `focused: ${said}`),
    ];
  });
  return [...new Set(faults)];
}

/**
 * Everything about a page that a guest must leave as it is, and what has changed about it. Two things are allowed and taken out
 * here: the custom property `--_kith-em`, which is registered once, and the sign of no width with which a widget that holds
 * nothing tells a theme that it is not empty.
 */

export type HostWindow = Window & typeof globalThis;

/** What was found, by the name of the place where it was. Functions and objects count by identity. */
export type HostSnapshot = ReadonlyMap<string, unknown>;

const OURS = 'kith-group-finder, kith-meeting-calendar, kith-myth-quiz, kith-question-box';

/** Lengths that a browser tells as they come out, so that they change with the height of what stands in the page. */
const LAID_OUT =
  /^(?:(?:block|inline)-size|width|height|(?:-webkit-)?(?:perspective|transform)-origin|top|right|bottom|left|inset.*|margin.*|grid-template.*|--_kith-em)$/;

function styleOf(element: Element, pseudo?: string): string {
  const view = element.ownerDocument.defaultView!;
  const style = view.getComputedStyle(element, pseudo);
  return [...style]
    .filter((name) => !LAID_OUT.test(name))
    .map((name) => `${name}: ${style.getPropertyValue(name)}`)
    .join('\n');
}

function pathOf(element: Element): string {
  const parent = element.parentElement;
  const at = parent ? `:${[...parent.children].indexOf(element) + 1}` : '';
  return `${parent ? `${pathOf(parent)} > ` : ''}${element.localName}${at}`;
}

const attributesOf = (element: Element): string =>
  [...element.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');

/** A property as it is defined: its value or its accessors, never what an accessor says. */
function definedAs(owner: object, key: PropertyKey): unknown {
  const property = Reflect.getOwnPropertyDescriptor(owner, key);
  return property?.get ?? property?.value;
}

function addProperties(found: Map<string, unknown>, title: string, owner: object): void {
  for (const key of Reflect.ownKeys(owner)) {
    const value = definedAs(owner, key);
    // WebKit makes the value of a few properties anew each time.
    found.set(`${title}.${String(key)}`, Object.is(value, definedAs(owner, key)) ? value : 'made anew');
  }
}

function addGlobals(found: Map<string, unknown>, window: HostWindow): void {
  addProperties(found, 'globalThis', window);
  for (const name of ['CSS', 'Intl', 'JSON', 'Math', 'Reflect'] as const)
    addProperties(found, name, window[name]);
  for (const name of Object.getOwnPropertyNames(window)) {
    const value: unknown = Reflect.getOwnPropertyDescriptor(window, name)?.value;
    if (typeof value !== 'function') {
      if (name.startsWith('on')) found.set(`globalThis.${name} (handler)`, Reflect.get(window, name));
      continue;
    }
    addProperties(found, name, value);
    const prototype: unknown = Reflect.getOwnPropertyDescriptor(value, 'prototype')?.value;
    if (typeof prototype === 'object' && prototype) addProperties(found, `${name}.prototype`, prototype);
  }
}

/** Looks at a page. */
export function hostSnapshot(window: HostWindow): HostSnapshot {
  const { document, history, location } = window;
  const found = new Map<string, unknown>([
    ['title', document.title],
    ['address', location.href],
    ['history', `${history.length} ${JSON.stringify(history.state)}`],
    ['cookies', document.cookie],
    ['local storage', JSON.stringify({ ...window.localStorage })],
    ['session storage', JSON.stringify({ ...window.sessionStorage })],
    ['scroll', `${window.scrollX} ${window.scrollY}`],
    ['focus', document.activeElement],
    ['adopted style sheets', document.adoptedStyleSheets.length],
    ['fonts', document.fonts.size],
    ['selection', String(window.getSelection())],
    ['markup', document.documentElement.outerHTML.replaceAll(/\u200b(?=<\/kith-)/g, '')],
  ]);
  for (const [at, sheet] of [...document.styleSheets].entries())
    found.set(`style sheet ${at}`, [...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
  for (const element of document.querySelectorAll('*')) {
    if (element.parentElement?.closest(OURS)) continue;
    const path = pathOf(element);
    found.set(`attributes of ${path}`, attributesOf(element));
    if (element.matches(OURS)) continue;
    found.set(`style of ${path}`, styleOf(element));
    for (const pseudo of ['::before', '::after'])
      found.set(`style of ${path}${pseudo}`, styleOf(element, pseudo));
  }
  addGlobals(found, window);
  return found;
}

function told(value: unknown): string {
  if (typeof value === 'function') return `a function ${value.name}`;
  return typeof value === 'object' && value ? 'an object' : String(value);
}

/** Only the lines of two texts that differ. */
function difference(before: unknown, after: unknown): string {
  if (typeof before !== 'string' || typeof after !== 'string') return `${told(before)} → ${told(after)}`;
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).join('; ');
  const come = now.filter((line) => !old.includes(line)).join('; ');
  return `${gone.slice(0, 400)} → ${come.slice(0, 400)}`;
}

/** What is different, one line each. `besides` names places where something may be. */
export function changes(
  before: HostSnapshot,
  after: HostSnapshot,
  besides: readonly string[] = [],
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((place) => !besides.includes(place) && !Object.is(before.get(place), after.get(place)))
    .map((place) => `${place}: ${difference(before.get(place), after.get(place))}`);
}

/** Finds things in a shadow root as people do who listen to a page: by role and name. */

const HEADING = /^H[1-6]$/;

const BY_TAG: Readonly<Record<string, string>> = {
  BUTTON: 'button',
  SUMMARY: 'summary',
  UL: 'list',
  OL: 'list',
  LI: 'listitem',
  ASIDE: 'complementary',
  FIELDSET: 'group',
  ARTICLE: 'article',
  FIGURE: 'figure',
  DT: 'term',
  DD: 'definition',
  P: 'paragraph',
  TH: 'columnheader',
};

/** The role of an element, explicit or native; '' for what has none. */
export function roleOf(element: Element): string {
  const given = element.getAttribute('role');
  if (given) return given;
  if (HEADING.test(element.tagName)) return 'heading';
  if (element.tagName === 'A') return element.hasAttribute('href') ? 'link' : '';
  if (element.tagName === 'INPUT')
    return (
      { checkbox: 'checkbox', radio: 'radio', search: 'searchbox' }[(element as HTMLInputElement).type] ??
      'textbox'
    );
  if (element.tagName === 'TD') return element.closest('[role=grid]') ? 'gridcell' : 'cell';
  return BY_TAG[element.tagName] ?? '';
}

/** Text as it is read: blanks folded, blocks apart, what is hidden from reading left out. */
export function textOf(node: Node): string {
  const parts: string[] = [];
  const walk = (one: Node): void => {
    if (one.nodeType === Node.TEXT_NODE) parts.push(one.nodeValue ?? '');
    const element = one.nodeType === Node.ELEMENT_NODE ? (one as Element) : undefined;
    if (element?.getAttribute('aria-hidden') === 'true') return;
    const apart = element && getComputedStyle(element).display !== 'inline' ? ' ' : '';
    parts.push(apart);
    for (const child of one.childNodes) walk(child);
    parts.push(apart);
  };
  walk(node);
  return parts
    .join('')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll(' :', ':')
    .trim();
}

/** The accessible name, as far as these widgets make one. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label.replace(/[\u2066-\u2069]/g, '');
  if (element.tagName === 'INPUT') {
    const [first] = (element as HTMLInputElement).labels ?? [];
    return first ? textOf(first) : '';
  }
  if (element.tagName === 'FIELDSET') {
    const legend = element.querySelector('legend');
    return legend ? textOf(legend) : '';
  }
  return /^(?:button|link|heading|summary|listitem|paragraph|term|definition|status|columnheader|gridcell)$/.test(
    roleOf(element),
  )
    ? textOf(element)
    : '';
}

type Name = string | RegExp;

const fits = (name: string, wanted: Name | undefined): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? name === wanted : wanted.test(name));

const within = (where: Element | ShadowRoot): ParentNode =>
  ('shadowRoot' in where && where.shadowRoot) || where;

/** Everything that is shown with this role and name, in order. */
export function allByRole(where: Element | ShadowRoot, role: string, name?: Name): HTMLElement[] {
  return [...within(where).querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      roleOf(element) === role &&
      !element.closest('[aria-hidden=true]') &&
      element.checkVisibility() &&
      fits(nameOf(element), name),
  );
}

/** The first of them; undefined where there is none. */
export const queryByRole = (
  where: Element | ShadowRoot,
  role: string,
  name?: Name,
): HTMLElement | undefined => allByRole(where, role, name)[0];

/** The first of them; it has to be there. */
export function byRole(where: Element | ShadowRoot, role: string, name?: Name): HTMLElement {
  const found = queryByRole(where, role, name);
  if (found) return found;
  const others = allByRole(where, role).map((element) => `"${nameOf(element)}"`);
  throw new Error(`no ${role} ${name === undefined ? '' : `named ${name} `}among: ${others.join(', ')}`);
}

const TOLD =
  /^(?:heading|button|link|searchbox|checkbox|radio|complementary|group|summary|search|status|article|list|grid)$/;

/** What a screen reader walks through: one line for each thing with a role that counts. */
export function outline(where: Element | ShadowRoot): string[] {
  return [...within(where).querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const role = roleOf(element);
    if (!TOLD.test(role) || element.closest('[aria-hidden=true]') || !element.checkVisibility()) return [];
    const level = HEADING.test(element.tagName) ? ` ${element.tagName[1]}` : '';
    const name = nameOf(element);
    const states = [
      ...((element as HTMLInputElement).checked ? ['checked'] : []),
      ...(element.hasAttribute('aria-expanded')
        ? [element.getAttribute('aria-expanded') === 'true' ? 'expanded' : 'collapsed']
        : []),
    ];
    return [[`${role}${level}`, ...(name ? [`"${name}"`] : []), ...states].join(' ')];
  });
}

/**
 * Types of the elements for templates, out of their manifest: JSX of React 19, Vue's templates, Svelte's markup. The types of
 * attributes are those of the class's own properties, so they are written once, in the source.
 */

const GENERATED = '// Made from custom-elements.json by the build.';

/** A description as a comment above what it describes. */
function comment(text = '', indent = '  ') {
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  return lines.length === 1
    ? `${indent}/** ${lines[0]} */`
    : [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);

/** Attributes by their own names, then properties that a template may set, each name once. */
function settable({ name: className, attributes = [], members = [] }) {
  const rows = new Map();
  for (const { name, fieldName, description } of attributes) {
    rows.set(name, { field: fieldName ?? name, description });
  }
  for (const { kind, name, readonly, description } of members) {
    if (kind === 'field' && !readonly && !rows.has(name)) rows.set(name, { field: name, description });
  }
  return [...rows].flatMap(([name, { field, description }]) => [
    comment(description),
    `  ${key(name)}?: ${className}['${field}'] | undefined;`,
  ]);
}

/** Names that the package's index exports, of those that the elements mention. */
function imported(elements, exported) {
  const events = elements.flatMap(({ events: all = [] }) => all.map(({ type }) => type?.text));
  return [...new Set([...elements.map(({ name }) => name), ...events])]
    .filter((name) => exported.has(name))
    .sort();
}

/** What the three have in common: one interface of attributes and one of events per element. */
function sharedTypes(elements, exported) {
  const interfaces = elements.flatMap((element) => [
    '',
    comment(`Attributes and properties of \`<${element.tagName}>\`, for templates.`, ''),
    `export interface ${element.name}Props {`,
    ...settable(element),
    '}',
    '',
    comment(`Events of \`<${element.tagName}>\`.`, ''),
    `export interface ${element.name}Events {`,
    ...(element.events ?? []).flatMap(({ name, type, description }) => [
      comment(description),
      `  ${key(name)}: ${exported.has(type?.text) ? type.text : 'Event'};`,
    ]),
    '}',
  ]);
  return [
    GENERATED,
    `import type { ${imported(elements, exported).join(', ')} } from './index.js';`,
    ...interfaces,
    '',
  ].join('\n');
}

const propsOf = (elements) =>
  elements
    .flatMap(({ name }) => [`${name}Events`, `${name}Props`])
    .sort()
    .join(', ');
const classesOf = (elements) => elements.map(({ name }) => name).join(', ');

/** One entry per element, inside an interface that a framework gives us to fill. */
const entries = (elements, indent, typeOf) =>
  elements.flatMap((element) => [
    comment(element.description, indent),
    `${indent}'${element.tagName}': ${typeOf(element)};`,
  ]);

function jsxTypes(elements) {
  return [
    GENERATED,
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    `import type { ${propsOf(elements)} } from './element-types.js';`,
    `import type { ${classesOf(elements)} } from './index.js';`,
    '',
    '/** React 19 listens to `kith-ready` for `onkith-ready`. */',
    'type Listeners<Events> = {',
    `  [Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined;`,
    '};',
    'type Base<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;',
    'type Kith<Element, Props, Events> = Omit<Base<Element>, keyof Props> & Props & Listeners<Events>;',
    '',
    "declare module 'react' {",
    '  namespace JSX {',
    '    interface IntrinsicElements {',
    ...entries(elements, '      ', ({ name }) => `Kith<${name}, ${name}Props, ${name}Events>`),
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}

function vueTypes(elements) {
  return [
    GENERATED,
    "import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';",
    `import type { ${propsOf(elements)} } from './element-types.js';`,
    '',
    'type Emits<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };',
    'type Kith<Props, Events> = new () => {',
    '  $props: Omit<HTMLAttributes, keyof Props> & PublicProps & Props;',
    '  $emit: EmitFn<Emits<Events>>;',
    '};',
    '',
    "declare module 'vue' {",
    '  interface GlobalComponents {',
    ...entries(elements, '    ', ({ name }) => `Kith<${name}Props, ${name}Events>`),
    '  }',
    '}',
    '',
  ].join('\n');
}

function svelteTypes(elements) {
  return [
    GENERATED,
    "import type { HTMLAttributes } from 'svelte/elements';",
    `import type { ${propsOf(elements)} } from './element-types.js';`,
    `import type { ${classesOf(elements)} } from './index.js';`,
    '',
    '/** `onkith-ready` of Svelte 5, `on:kith-ready` of Svelte 4. */',
    'type Listeners<Events> = {',
    `  [Name in keyof Events & string as \`on\${Name}\` | \`on:\${Name}\`]?: ((event: Events[Name]) => void) | undefined;`,
    '};',
    'type Kith<Element extends EventTarget, Props, Events> = Omit<HTMLAttributes<Element>, keyof Props> &',
    '  Props &',
    '  Listeners<Events>;',
    '',
    "declare module 'svelte/elements' {",
    '  interface SvelteHTMLElements {',
    ...entries(elements, '    ', ({ name }) => `Kith<${name}, ${name}Props, ${name}Events>`),
    '  }',
    '}',
    '',
  ].join('\n');
}

/** A module without code, so that `import 'kith-widgets/jsx'` also runs. */
const EMPTY = 'export {};\n';

/**
 * File below dist/ → content.
 *
 * @param exported Names that the package's index exports.
 */
export function elementTypes(elements, exported) {
  return {
    'element-types.d.ts': sharedTypes(elements, exported),
    'jsx.d.ts': jsxTypes(elements),
    'vue.d.ts': vueTypes(elements),
    'svelte.d.ts': svelteTypes(elements),
    'jsx.js': EMPTY,
    'vue.js': EMPTY,
    'svelte.js': EMPTY,
  };
}

/**
 * What editors read, out of the elements' manifest: VS Code's custom data for HTML and CSS, and web-types for JetBrains.
 * Why they are made here and not by a library: docs/decisions/editor-data.md.
 */
import { plainDefault, themeDefaults } from './theme-defaults.mjs';

const heading = (title, lines) => (lines.length > 0 ? [`**${title}**`, lines.join('\n')] : []);
const item = (name, text = '') => `- ${name}${text ? `: ${text}` : ''}`;

/** An element as an editor shows it beside the tag: what it is, then its slots and events. */
function about({ description = '', slots = [], events = [] }) {
  return [
    description.replaceAll('\n', ' '),
    ...heading(
      'Slots',
      slots.map((slot) => item(slot.name ? `\`${slot.name}\`` : '(no name)', slot.description)),
    ),
    ...heading(
      'Events',
      events.map((event) => item(`\`${event.name}\``, event.description)),
    ),
  ].join('\n\n');
}

const isBoolean = ({ type }) => type?.text === 'boolean';
const markdown = (value = '') => ({ kind: 'markdown', value });

/** Entries of one name once: several elements share parts and custom properties. */
function once(entries) {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

const customProperties = (elements) => once(elements.flatMap(({ cssProperties = [] }) => cssProperties));

/** "Hairlines between rows. Else `#dfe3e4`, dark `#2d373b`." */
function withDefault({ name, description = '' }, defaults) {
  const value = defaults.get(name);
  return value ? `${description} Else ${plainDefault(value)}.` : description;
}

/** VS Code, `html.customData`. */
export function vscodeHtml(elements) {
  return {
    $schema:
      'https://raw.githubusercontent.com/microsoft/vscode-html-languageservice/main/docs/customData.schema.json',
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tagName,
      description: markdown(about(element)),
      attributes: (element.attributes ?? []).map((attribute) => ({
        name: attribute.name,
        description: markdown(attribute.description),
        ...(isBoolean(attribute) ? { valueSet: 'v' } : {}),
      })),
    })),
  };
}

/** VS Code, `css.customData`. */
export function vscodeCss(elements) {
  const defaults = themeDefaults();
  const named = (kind) => once(elements.flatMap((element) => element[kind] ?? []));
  return {
    $schema:
      'https://raw.githubusercontent.com/microsoft/vscode-css-languageservice/main/docs/customData.schema.json',
    version: 1.1,
    properties: customProperties(elements).map((property) => ({
      name: property.name,
      description: markdown(withDefault(property, defaults)),
    })),
    pseudoElements: named('cssParts').map(({ name, description }) => ({
      name: `::part(${name})`,
      description: markdown(description),
    })),
    pseudoClasses: named('cssStates').map(({ name, description }) => ({
      name: `:state(${name})`,
      description: markdown(description),
    })),
  };
}

/** JetBrains and whoever else reads the field `web-types` of package.json. */
export function webTypes(elements, { name, version }) {
  const defaults = themeDefaults();
  const plain = (entries = []) =>
    entries.map((entry) => ({ name: entry.name, description: entry.description ?? '' }));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: element.description?.replaceAll('\n', ' ') ?? '',
          attributes: (element.attributes ?? []).map((attribute) => ({
            name: attribute.name,
            description: attribute.description ?? '',
            value: isBoolean(attribute) ? { kind: 'no-value', type: 'boolean' } : { type: 'string' },
          })),
          slots: plain(element.slots).map((slot) => ({ ...slot, name: slot.name || 'default' })),
          js: {
            properties: (element.members ?? [])
              .filter(({ kind }) => kind === 'field')
              .map((member) => ({
                name: member.name,
                description: member.description ?? '',
                ...(member.type ? { type: member.type.text } : {}),
                ...(member.readonly ? { 'read-only': true } : {}),
              })),
            events: plain(element.events),
          },
          css: {
            properties: (element.cssProperties ?? []).map((property) => ({
              name: property.name,
              description: withDefault(property, defaults),
            })),
            parts: plain(element.cssParts),
            'pseudo-classes': (element.cssStates ?? []).map(({ name: state, description = '' }) => ({
              name: `state(${state})`,
              description,
            })),
          },
        })),
      },
    },
  };
}

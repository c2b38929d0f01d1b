/**
 * The lines that a keeper pastes into the group's page, and the look at whether the page still has them. The pin in them is what every
 * promise to visitors hangs on, so a page with another one is told of plainly.
 */
import { webUrl } from '../web-url.js';
import { elementTags } from './element-tags.js';

/** Visitors without script read these: plain sentences that end before a link. */
export interface SnippetWords {
  /** Before the telephone number. */
  readonly phone: string;
  /** Before the way to a help line. */
  readonly help: string;
}

export interface SnippetParts {
  /** Base address of the box's server. */
  readonly serverUrl: string;
  /** Address of the script, on the group's own site where that can be. */
  readonly scriptUrl: string;
  readonly boxId: string;
  /** One pin, or two while the identity key changes: the old one, then the new one. */
  readonly pins: readonly string[];
  readonly minEpoch?: number;
  /** ISO 3166-1, for the help lines. */
  readonly country?: string;
  /** The group's own number, as people write it. */
  readonly phone?: string;
  readonly words?: SnippetWords;
}

/** What the desk asks of a page. */
export interface SnippetExpected {
  readonly serverUrl: string;
  readonly boxId: string;
  /** As the snippet has them; the last is the one that signs. */
  readonly pins: readonly string[];
  /** Pins of identity keys before those: somebody who has left may hold them. */
  readonly formerPins?: readonly string[];
  /** Where the page lies, for a `backend` that is written without a host. */
  readonly pageUrl?: string;
}

export type SnippetState =
  | 'good'
  /** The page has no box. */
  | 'missing'
  | 'other-box'
  /** A key that is none of this box's: nothing can be sent, or somebody else reads. */
  | 'other-pin'
  /** The new key is not named, or one of before still is. */
  | 'old-pin'
  /** No server is named, or another. */
  | 'other-server'
  /** The box stands there more than once. */
  | 'twice';

export interface SnippetFound {
  readonly boxId: string;
  readonly pins: readonly string[];
  readonly serverUrl: string;
}

export interface SnippetCheck {
  readonly state: SnippetState;
  /** What stands in the page, where it has a box. */
  readonly found?: SnippetFound;
}

/** Where somebody is found to talk to, in any country. */
const DIRECTORY = 'https://findahelpline.com';

const ENGLISH: SnippetWords = {
  phone: 'You can also ask on the phone:',
  help: 'In danger, ring your local emergency number. Find somebody to talk to now:',
};

const escaped = (text: string): string => text.replace(/[&<>"'`]/g, (one) => `&#${one.charCodeAt(0)};`);

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined || value === '' ? '' : ` ${name}="${escaped(String(value))}"`;

/** Digits that a telephone dials; nothing when there are none. */
const dialled = (phone: string): string => phone.normalize('NFKC').replace(/(?!^\+)\D/g, '');

function phoneLine(phone: string | undefined, words: SnippetWords): string {
  const number = phone?.trim() ?? '';
  const tel = dialled(number);
  if (!/\d/.test(tel)) return '';
  return `<p>${escaped(words.phone)} <a href="tel:${tel}">${escaped(number)}</a></p>`;
}

/** Two lines of HTML. What stands inside of the element is there without script too. */
export function snippet({
  serverUrl,
  scriptUrl,
  boxId,
  pins,
  minEpoch,
  country,
  phone,
  words = ENGLISH,
}: SnippetParts): string {
  const attributes = [
    attribute('backend', serverUrl),
    attribute('box-id', boxId),
    attribute('key-id', pins.join(' ')),
    attribute('min-epoch', minEpoch),
    attribute('country', country && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : undefined),
  ].join('');
  const help = `<p>${escaped(words.help)} <a href="${DIRECTORY}">${DIRECTORY.replace('https://', '')}</a></p>`;
  return [
    `<script type="module" src="${escaped(scriptUrl)}"></script>`,
    `<kith-question-box${attributes}>${phoneLine(phone, words)}${help}</kith-question-box>`,
  ].join('\n');
}

/** An address in the one form in which two are compared: whole, with a slash at its end. */
function baseOf(text: string, pageUrl?: string): string | undefined {
  if (!URL.canParse(text, pageUrl)) return undefined;
  const { origin, pathname } = new URL(text, pageUrl);
  return webUrl(origin + pathname.replace(/\/*$/, '/'));
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

function pinState(
  named: readonly string[],
  { pins, formerPins = [] }: SnippetExpected,
): 'good' | 'other-pin' | 'old-pin' {
  const known = [...pins, ...formerPins];
  if (named.length === 0 || named.some((pin) => !known.includes(pin))) return 'other-pin';
  const newest = pins.at(-1);
  const isNew = newest !== undefined && named.includes(newest) && named.every((pin) => pins.includes(pin));
  return isNew ? 'good' : 'old-pin';
}

/**
 * Looks at a page, or at the tags that the server found in it.
 *
 * A box that only reads answers from a file (no `backend`) may stand beside the one that takes questions.
 */
export function checkSnippet(
  tagsOrHtml: string | readonly string[],
  expected: SnippetExpected,
): SnippetCheck {
  const html = typeof tagsOrHtml === 'string' ? tagsOrHtml : tagsOrHtml.join('\n');
  const boxes = elementTags(html, 'kith-question-box').map((tag) => ({
    boxId: tag.get('box-id')?.trim() ?? '',
    pins: wordsOf(tag.get('key-id') ?? ''),
    serverUrl: tag.get('backend')?.trim() ?? '',
  }));
  const [any] = boxes;
  if (!any) return { state: 'missing' };
  const ours = boxes.filter(({ boxId }) => boxId === expected.boxId);
  const asking = ours.filter(({ serverUrl }) => serverUrl !== '');
  const [found = ours[0]] = asking;
  if (!found) return { state: 'other-box', found: any };
  if (asking.length > 1) return { state: 'twice', found };
  const pins = pinState(found.pins, expected);
  // Another key matters most: another server can neither read nor forge.
  if (pins === 'other-pin') return { state: pins, found };
  const server = baseOf(expected.serverUrl);
  if (server === undefined || baseOf(found.serverUrl || 'none:', expected.pageUrl) !== server)
    return { state: 'other-server', found };
  return { state: pins, found };
}

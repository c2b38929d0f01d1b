/** What the printing commands share: plain HTML that nothing can break out of, the help line, and where it is written. */
import { readFile } from 'node:fs/promises';
import { Problem } from '../backend/problem.js';
import { callLink, type Help } from '../domain/help-line.js';
import type { Locale } from '../i18n/locale.js';
import type { World } from './run.js';
import { replaceFile } from './snapshot.js';

export interface PublishOptions {
  readonly output?: string | undefined;
  /** A page with a place for it. */
  readonly into?: string | undefined;
}

export const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? '&#39;',
  );

export const link = (href: string, words: string): string =>
  `<a href="${escaped(href)}">${escaped(words)}</a>`;

/** A number that can be called. Its groups of digits would change places among words that run from right to left. */
export const call = (href: string, number: string): string =>
  `<a href="${escaped(href)}" dir="ltr">${escaped(number)}</a>`;

/** Three lines to talk to at most, and the emergency number; without a country no number at all. */
export function helpOf(locale: Locale, { country, emergency, talk }: Help): string[] {
  const { strings } = locale;
  const spoken = `lang="${escaped(locale.tag)}" dir="${strings.dir}"`;
  if (!country) return [`<p ${spoken}>${escaped(strings.helpCallLocal)}</p>`];
  const lines = talk.flatMap(({ name, phone, where: part }) =>
    phone
      ? [`${escaped(name)} (${escaped(part ?? locale.country(country))}): ${call(callLink(phone), phone)}`]
      : [],
  );
  const said = emergency
    ? [
        link(
          callLink(emergency.number),
          locale.say(strings.helpCall, { number: emergency.number, country: locale.country(country) }),
        ),
      ]
    : [];
  return [
    `<p ${spoken}><strong>${escaped(strings.helpTitle)}</strong></p>`,
    ...[...lines.slice(0, 3), ...said].map((one) => `<p ${spoken}>${one}</p>`),
  ];
}

/** The place in a page for what is called so. */
const placeOf = (mark: string): RegExp =>
  new RegExp(`(<!--\\s*${mark}\\s*-->)[\\s\\S]*?(<!--\\s*/${mark}\\s*-->)`);

/** @throws {Problem} Where the page's own letters would be lost. */
async function pageText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new Problem(
      'malformed',
      `${file} is not written in UTF-8, so its letters would be spoilt: save it as UTF-8 first`,
      { cause },
    );
  }
}

/** Writes a piece of HTML to a file, into a page between `<!-- mark -->` and `<!-- /mark -->`, or out. @returns The exit code. */
export async function publish(
  text: string,
  mark: string,
  { into, output }: PublishOptions,
  world: World,
): Promise<number> {
  if (into) {
    const page = await pageText(into);
    const place = placeOf(mark);
    if (!place.test(page)) {
      world.err(`${into} has no place for it: write <!-- ${mark} --><!-- /${mark} --> inside the element.\n`);
      return 1;
    }
    await replaceFile(
      into,
      page.replace(place, (_, from: string, to: string) => `${from}\n${text}${to}`),
    );
  } else if (output) await replaceFile(output, text);
  else world.out(text);
  return 0;
}

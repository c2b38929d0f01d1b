/** What calendar programs put into descriptions: web pages in small, and the links to the rooms of video calls. */
import { webUrl } from '../links.js';
import { decodeEntities } from '../words/entities.js';

/** Nobody reads further, and what looks for the ends of tags must not look through a megabyte. */
const LONGEST = 10_000;

/** Addresses that only lead on to another one. */
const DETOUR =
  /https:\/\/(?:www\.google\.com\/url\?(?:sa=\w&)?q=|\w+\.safelinks\.protection\.outlook\.com\/\?url=)([^\s"<>&]+)[^\s"<>]*/gi;

function direct(text: string): string {
  return text.replace(DETOUR, (written, target: string) => {
    try {
      return decodeURIComponent(target);
    } catch {
      return written;
    }
  });
}

/** The lines that programs draw around what they add. */
const RULERS = /^[ \t]*(?:-::~[:~-]*|[_-]{10,}|[.*=~-]{20,})[ \t]*$/gm;

/** Markup as plain text; links keep their address where their words are others. */
export function plainText(text: string): string {
  // "Join<https://…>" is what Outlook makes of a link.
  let plain = text.slice(0, LONGEST).replace(/<((?:https?|mailto):[^<>\s]*)>/gi, ' $1 ');
  if (/<\/?[a-z][^<>]*>/i.test(plain)) {
    plain = plain
      .replace(
        /<(?:style|script|head|title)\b[^<>]*>[\s\S]*?<\/(?:style|script|head|title)>|<!--[\s\S]*?-->/gi,
        '',
      )
      .replace(/<a\s[^<>]*?href="([^"]*)"[^<>]*>([^<]*)<\/a>/gi, (_, href: string, words: string) =>
        !words.trim() || href.includes(words.trim()) ? href : `${words} ${href}`,
      )
      .replace(/<li\b[^<>]*>/gi, '\n- ')
      .replace(/<(?:br|\/p|\/div|\/h\d|\/tr|\/ul|\/ol)\b[^<>]*>/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, '');
    plain = decodeEntities(plain);
  }
  return direct(plain)
    .replace(RULERS, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ROOM =
  /https:\/\/(?:[\w.-]+\.)?(?:zoom(?:gov)?\.(?:us|com)\/(?:j|w|my|s)\/|teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)\/|meet\.google\.com\/|webex\.com\/|whereby\.com\/|meet\.jit\.si\/|meet\.goto\.com\/|gotomeet\.me\/|join\.skype\.com\/|bluejeans\.com\/|gather\.town\/|skype\.com\/meet)[^\s"'<>\])]*/i;

/** The first link to a known kind of online room in a text. */
export function roomIn(text: string): string | undefined {
  const found = ROOM.exec(direct(text.slice(0, LONGEST)))?.[0];
  return found && webUrl(decodeEntities(found).replace(/[.,;:!?]+$/, ''));
}

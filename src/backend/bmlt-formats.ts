/**
 * What the format codes of a BMLT server mean to a visitor. Every server names its own, so the list that comes with the
 * meetings says the words, and the codes of the world office in it say of what kind they are. Kinds, codes and the keys of a
 * new server: bmlt-enabled/bmlt-server (FormatForm.svelte, FormatTypeConsts.php, create_initial_schema.php). The words are ours: English terms of the fellowship,
 * whose listings are kept in them. Why they are not translated: docs/decisions/words-of-feeds.md.
 */

import { FOR_ALL, FOR_MEMBERS } from '../domain/group.js';
import { languageNamed } from '../domain/words/languages.js';
import { fields, type Tally } from './record.js';
import { EscapedRecord } from './record-escaped.js';

/** `place`: access to a building, which says nothing of an online room. `state`: read by the adapter itself. */
type Kind = 'topics' | 'audience' | 'access' | 'place' | 'joining' | 'languages' | 'state' | 'notes';

export interface Format {
  readonly kind: Kind;
  /** What to show or to choose by; of `languages` the tags, of `state` the code of the world office. */
  readonly words: readonly string[];
  /** A sentence beside them. */
  readonly note?: string;
  /** The server's own name for it. */
  readonly name: string;
}

/** Code of the world office, key on a new server in English, word. */
const KNOWN: Readonly<Partial<Record<Kind, string>>> = {
  topics: `BT BT Basic Text|CAN CL Candlelight|CPT CP Concepts|DISC D Discussion|GP GP Guiding Principles|IP IP Pamphlet study
PI - Pamphlet study|IW IW It Works|JFT JT Just for Today|LC LC Living Clean|LIT BK Book study|MED ME Meditation|QA QA Questions and answers
S-D SD Speaker and discussion|SPAD SPAD A Spiritual Principle a Day|SPK So Speaker|STEP St Step study|SWG SG Step Working Guide
TOP To Topic|TRAD Tr Tradition study|VAR RF Format varies`,
  audience: 'BEG B Newcomers|GL GL Lesbian and gay people|M M Men|W W Women|Y YP Young people',
  place: `CW CW Children welcome|NC NC No children|NS NS No smoking|SMOK - Smoking permitted|WCHR WC Wheelchair access`,
  notes: `CH CH The building is usually closed on holidays.|RA RA The building does not let everyone in.`,
  joining: `OPEN O ${FOR_ALL}|CLOSED C ${FOR_MEMBERS}`,
  languages: 'LANG ES es|LANG ENG en|LANG FIN fi|LANG PER fa',
  // The server keeps these three keys for itself (FormatTranslationKey.php).
  state: 'VM VM VM|HYBR HY HYBR|TC TC TC',
};

/** Types of a format, as both interfaces of the server write them. */
const TYPES: Readonly<Record<string, Kind>> = {
  FC1: 'topics',
  MEETING_FORMAT: 'topics',
  FC2: 'place',
  LOCATION: 'place',
  FC3: 'audience',
  COMMON_NEEDS_OR_RESTRICTION: 'audience',
  O: 'joining',
  OPEN_OR_CLOSED: 'joining',
  LANG: 'languages',
  LANGUAGE: 'languages',
};

const byCode = new Map<string, Format>();
const byKey = new Map<string, Format>();
for (const [kind, lines] of Object.entries(KNOWN) as [Kind, string][]) {
  for (const line of lines.split(/[|\n]/)) {
    const [, code = '', key = '', name = ''] = /^(\S+) (\S+) (.+)$/.exec(line) ?? [];
    const note = kind === 'notes' ? name : undefined;
    const format = { kind, words: kind === 'notes' ? [] : [name], name, ...(note && { note }) };
    byCode.set(code, format);
    byKey.set(key, format);
  }
}

const SIGNED = /\bsign(?:ed)? language|\b(?:ASL|BSL|LSB|LSF|LSQ|Auslan)\b/i;

/** What keepers without a code for it file under whom a meeting is for; the names are those of a new server. */
const OF_PLACE = /\bchild|camera|smok|\bpets?\b|parking|wheelchair/i;
const OF_NOTE = /holiday|\bID\b|bi-?lingual|restricted/i;

/** "Spanish speaking", "Español", "Lithuanian/Russian"; of "Bi-Lingual" no one can tell. */
function tagsOf(name: string): string[] {
  const words = name.replace(/[- ]*\b(?:speaking|spoken|language|meeting)\b/gi, '');
  // "bi" is a code as well, of Bislama; only a script or a country may follow one.
  return words
    .split(/[,;|/&+]| and /)
    .map((word) => languageNamed(word) ?? '')
    .filter((tag) => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/.test(tag));
}

/** A format of the feed's list in one language. */
function formatOf(record: EscapedRecord): Format | undefined {
  const code = record.text('world_id')?.toUpperCase() ?? '';
  const known = byCode.get(code) ?? byCode.get(reserved(record.text('key_string')));
  const name = record.text('name_string') ?? known?.name;
  if (!name) return undefined;
  const note = record.text('description_string', 500);
  const type = TYPES[record.text('format_type_enum')?.toUpperCase() ?? ''];
  const named = OF_NOTE.test(name) ? 'notes' : OF_PLACE.test(name) ? 'place' : undefined;
  let kind = known?.kind ?? (type === 'audience' ? named : undefined) ?? type ?? 'notes';
  const english = /^en/i.test(record.text('lang') ?? 'en');
  if (kind === 'state') return known;
  if (kind === 'languages') {
    const tags = tagsOf(name);
    if (tags.length) return { kind, words: tags, name };
    kind = 'notes';
  }
  if (kind === 'notes') return { kind, words: [], note: note ?? name, name };
  if (kind === 'place' && SIGNED.test(`${name} ${note}`)) kind = 'access';
  // "Open" and "Wheelchair" say too little by themselves; of all else the feed's own word is the exacter one.
  const words = known && (kind === 'joining' || (english && code === 'WCHR')) ? known.words : [name];
  const sentence = kind === 'joining' ? note : undefined;
  return { kind, words, name, ...(sentence && { note: sentence }) };
}

const reserved = (key = ''): string => (key === 'HY' ? 'HYBR' : /^(?:VM|TC)$/.test(key) ? key : '');

/** The feed's list of formats: found by id, else by key, in the language of the meeting, else in English, else in any. */
export class Formats {
  readonly #found = new Map<string, Map<string, Format>>();

  constructor(list: unknown, tally: Tally) {
    for (const value of Array.isArray(list) ? list.slice(0, 2000) : []) {
      const found = fields(value);
      if (!found) continue;
      const record = new EscapedRecord(found, tally);
      const format = formatOf(record);
      if (!format) continue;
      const lang = record.text('lang')?.toLowerCase() ?? '';
      const root = record.text('root_server_uri') ?? '';
      // Lists of several servers have the same ids and keys for different things.
      for (const name of [`#${record.text('id')}`, record.text('key_string')]) {
        for (const key of name ? [`${root} ${name}`, ` ${name}`] : []) {
          const languages = this.#found.get(key) ?? new Map<string, Format>();
          if (!languages.has(lang)) languages.set(lang, format);
          this.#found.set(key, languages);
        }
      }
    }
  }

  /** What a meeting's formats mean. Codes that nobody explains are told, not shown. */
  of(record: EscapedRecord): Format[] {
    const lang = record.text('lang_enum')?.toLowerCase() ?? '';
    const root = record.text('root_server_uri') ?? '';
    const find = (name: string): Format | undefined => {
      const languages = this.#found.get(`${root} ${name}`) ?? this.#found.get(` ${name}`);
      return languages?.get(lang) ?? languages?.get('en') ?? languages?.values().next().value;
    };
    const byId = record.list('format_shared_id_list').map((id) => find(`#${id}`));
    const keys = record.list('formats');
    const whole = byId.length >= keys.length && byId.every((format) => format);
    const formats = whole ? byId : keys.map((key) => find(key) ?? this.#unlisted(key, lang, record));
    return formats.filter((format) => format !== undefined);
  }

  #unlisted(key: string, lang: string, record: EscapedRecord): Format | undefined {
    // A new server in one of these languages has other meanings for some of the keys ("M" is for women).
    const ours = this.#found.size === 0 && !/^(?:it|pt|sv)/.test(lang) ? byKey.get(key) : undefined;
    const format = byCode.get(reserved(key)) ?? ours;
    if (!format) {
      const mend = this.#found.size ? '' : '; get_used_formats=1 in the address brings the list of formats';
      record.tally.repeat(
        `format ${key}`,
        record.row,
        (times) => `format "${key}" is not known and not shown (${times})${mend}`,
      );
    }
    return format;
  }
}

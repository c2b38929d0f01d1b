/**
 * Reads a clinic's own sheet: CSV (RFC 4180) with columns and words as people write them. English is
 * tried first; what reads other languages is loaded for sheets that need it.
 */
import type { Group } from '../../domain/group.js';
import type { Meeting } from '../../domain/meeting.js';
import { RuleError } from '../../domain/recurrence/rule-error.js';
import { Lexicon } from '../../domain/words/lexicon.js';
import { plain } from '../../domain/words/plain.js';
import { en } from '../../domain/words/vocabulary/en.js';
import { dateOrders } from '../csv-date-order.js';
import { type GroupFields, readGroup } from '../csv-group.js';
import { readMeeting } from '../csv-meeting.js';
import { RowReader } from '../csv-row.js';
import { noHeader, readSheet, refuseHtml } from '../csv-sheet.js';
import type { DirectoryAdapter, ReadContext } from '../ports.js';
import { refuseMany } from '../problem.js';
import { Tally, text, uniqueIds } from '../record.js';

const SLICE = 100;

/** A group while its rows come in: what an earlier row says stays. */
interface Draft {
  readonly id: string;
  fields: GroupFields;
  readonly notes: Set<string>;
  readonly meetings: Meeting[];
}

const slug = (words: string) =>
  plain(words)
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

/** Rows with one id, or with the same name and venue where there is no id, are one group. */
function draftOf(
  reader: RowReader,
  drafts: Map<string, Draft>,
  idFor: (wish: string) => string,
): Draft | undefined {
  const id = reader.line('id');
  const name = reader.line('name');
  const key = id ? `id ${id}` : name ? `name ${slug(name)} ${slug(reader.line('venue') ?? '')}` : '';
  const known = drafts.get(key);
  if (known) {
    if (name && known.fields.name !== name && id)
      reader.remark(
        `id "${id}" stands for "${text(known.fields.name)}" above and for "${name}" here: give one of them another id`,
      );
    return known;
  }
  if (!name) return undefined;
  const draft: Draft = {
    id: idFor(id ?? (slug(`${name} ${reader.line('venue') ?? ''}`) || 'group')),
    fields: { name, topics: [], audience: [], languages: [] },
    notes: new Set(),
    meetings: [],
  };
  drafts.set(key, draft);
  return draft;
}

/** What the first row says stays; lists gather. */
function join(before: GroupFields, more: Omit<GroupFields, 'name'>): GroupFields {
  const both = (key: 'topics' | 'audience' | 'languages') => [...new Set([...before[key], ...more[key]])];
  return {
    ...more,
    ...before,
    topics: both('topics'),
    audience: both('audience'),
    languages: both('languages'),
  };
}

interface Read {
  readonly tally: Tally;
  readonly groups: Group[];
}

/**
 * Reads the sheet with the words of some languages; `undefined` when it has no header row in them.
 * @param strict Gives up, with `undefined`, at the first thing to remark on: it may be a word of another language.
 */
async function readIn(
  lexicon: Lexicon,
  csvText: string,
  context: ReadContext,
  strict: boolean,
): Promise<Read | undefined> {
  const sheet = readSheet(csvText, lexicon);
  if (!sheet) return undefined;
  refuseMany(sheet.rows.length, context.address);
  const tally = new Tally();
  const givesUp = () => strict && tally.leftOut.length + tally.remarks.length > 0;
  if (sheet.unknown.length) {
    const names = sheet.unknown.slice(0, 20).map((name) => text(name, 60));
    tally.remark(`Columns that I do not know, so they are not shown: ${names.join(', ')}`);
  }
  const order = dateOrders(sheet, tally, context.today, lexicon);
  if (givesUp()) return undefined;
  const drafts = new Map<string, Draft>();
  const idFor = uniqueIds();
  for (const [index, row] of sheet.rows.entries()) {
    if (index % SLICE === SLICE - 1) await context.pause();
    const reader = new RowReader(row, tally, context, order, lexicon);
    try {
      reader.refuseErrors();
      const draft = draftOf(reader, drafts, idFor);
      if (!draft) throw new RuleError('the group has no name: fill in the column "group name"');
      const meeting = readMeeting(reader);
      draft.fields = join(draft.fields, readGroup(reader));
      const note = reader.prose('note');
      if (note) draft.notes.add(note);
      draft.meetings.push(meeting);
      tally.kept++;
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      tally.leaveOut(row.row, error.message);
    }
    if (givesUp()) return undefined;
  }
  const groups = [...drafts.values()].flatMap(({ id, fields, notes, meetings }): Group[] =>
    meetings.length ? [{ id, ...fields, ...(notes.size && { notes: [...notes].join('\n') }), meetings }] : [],
  );
  return { tally, groups };
}

/** @param load Brings the words that read more than English, for a sheet in which English leaves something open. */
export function csvAdapter(load: () => Promise<typeof import('../csv-further.js')>): DirectoryAdapter {
  const english = new Lexicon([en]);
  return {
    format: 'csv',

    async read(source, context) {
      refuseHtml(source.text, context.address);
      let read = await readIn(english, source.text, context, true);
      if (!read) {
        const further = await load().catch(() => undefined);
        const lexicon = further ? new Lexicon([en, ...further.languages], further.parseRule) : english;
        read = await readIn(lexicon, source.text, context, false);
        if (!further)
          read?.tally.remark(
            'The part of Kith that reads Spanish, German, French and RRULEs could not be loaded, so only English was read: load the page again',
          );
      }
      if (!read) throw noHeader(source.text);
      return read.tally.reading({ groups: read.groups });
    },
  };
}

export const csv = csvAdapter(() => import('../csv-further.js'));

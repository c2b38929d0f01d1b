/** Reads a clinic's own sheet: CSV (RFC 4180) with columns and words as people write them in four languages. */
import type { Group } from '../../domain/group.js';
import type { Meeting } from '../../domain/meeting.js';
import { RuleError } from '../../domain/recurrence/rule.js';
import { plain } from '../../domain/words/plain.js';
import { type Column, columnName } from '../csv-columns.js';
import { dateOrders } from '../csv-date-order.js';
import { type GroupFields, RowReader } from '../csv-row.js';
import { readSheet } from '../csv-sheet.js';
import type { DirectoryAdapter } from '../ports.js';
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

export const csv: DirectoryAdapter = {
  format: 'csv',

  async read(source, context) {
    const sheet = readSheet(source.text, context.address);
    const tally = new Tally();
    if (sheet.unknown.length) {
      tally.remark(
        `Columns that I do not know, so they are not shown: ${sheet.unknown
          .slice(0, 20)
          .map((name) => text(name, 60))
          .join(', ')}`,
      );
    }
    const order = dateOrders(sheet, tally, context.today);
    const drafts = new Map<string, Draft>();
    const idFor = uniqueIds();
    for (const [index, row] of sheet.rows.entries()) {
      if (index % SLICE === SLICE - 1) await context.pause();
      const reader = new RowReader(row, tally, context, order);
      try {
        const broken = Object.entries(row.cells).find(([, cell]) =>
          /^#(?:REF|N\/A|NAME|VALUE|DIV\/0|NUM|ERROR|NULL)[!?]?$/.test(cell),
        );
        if (broken)
          throw new RuleError(
            `a formula in the column "${columnName(broken[0] as Column)}" fails with ${broken[1]}`,
          );
        const draft = draftOf(reader, drafts, idFor);
        if (!draft) {
          tally.leaveOut(row.row, 'the group has no name: fill in the column "group name"');
          continue;
        }
        const meeting = reader.meeting();
        draft.fields = join(draft.fields, reader.group());
        const note = reader.prose('note');
        if (note) draft.notes.add(note);
        draft.meetings.push(meeting);
        tally.kept++;
      } catch (error) {
        if (!(error instanceof RuleError)) throw error;
        tally.leaveOut(row.row, error.message);
      }
    }
    const groups = [...drafts.values()].flatMap(({ id, fields, notes, meetings }): Group[] =>
      meetings.length
        ? [{ id, ...fields, ...(notes.size && { notes: [...notes].join('\n') }), meetings }]
        : [],
    );
    return tally.reading({ groups });
  },
};

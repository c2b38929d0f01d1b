/** What one row of a sheet says about its group; id, notes and meetings come of all rows together. */
import { FIRST_VISIT, type FirstVisit, type Group } from '../domain/group.js';
import { parseYesNo } from '../domain/words/answers.js';
import { parseAudience } from '../domain/words/audience.js';
import { parseJoining } from '../domain/words/joining.js';
import { parseLanguages } from '../domain/words/languages.js';
import { parseLeadership } from '../domain/words/leadership.js';
import type { RowReader } from './csv-row.js';
import { given, text } from './record.js';

export type GroupFields = Omit<Group, 'id' | 'notes' | 'meetings'>;

/** In a sheet the cost has a column for the whole group. */
const QUESTIONS = FIRST_VISIT.filter((question) => question !== 'cost');

/** What the row says about its group. */
export function readGroup(row: RowReader): Omit<GroupFields, 'name'> {
  const languages = parseLanguages(row.line('languages') ?? '', row.lexicon);
  for (const word of languages.unknown)
    row.remark(`"${text(word, 60)}" is no language that I know: write its name in English, or its code`);
  const joining = row.words(
    'joining',
    parseJoining,
    'write "drop in", "book" or "referral". The words are shown as they are',
  );
  const how = row.line('joining');
  const ledBy = row.line('ledBy');
  const contact = given({
    name: row.line('contactName'),
    phone: row.phone('phone'),
    email: row.words(
      'email',
      (words) => (/^[^\s@]+@[^\s@]+$/.test(words) ? words : undefined),
      'it is no e-mail address',
    ),
  });
  const checked = row.words('checked', (words) => row.date('checked', words), 'write for example 2026-11-02');
  if (checked && checked > row.context.today)
    row.remark(`last checked on ${checked} lies in the future, so it was passed over`);
  const firstVisit: FirstVisit = given(
    Object.fromEntries(QUESTIONS.map((column) => [column, row.prose(column)])),
  );
  const quote = row.prose('quote');
  const agreed = parseYesNo(row.cells.consent ?? '', row.lexicon);
  if (quote && !agreed)
    row.remark(
      'the quote is not shown: put "yes" into the column "quote consent" when the member has agreed',
    );
  const leadership = ledBy ? parseLeadership(ledBy, row.lexicon) : undefined;
  return given({
    summary: row.prose('summary'),
    url: row.link('website'),
    calendarName: row.line('calendar'),
    topics: row.list('topics'),
    audience: parseAudience(row.list('audience'), row.lexicon),
    languages: languages.tags,
    leadership,
    leader: row.line('leader') ?? (leadership ? undefined : ledBy),
    training: row.prose('training'),
    joining,
    // More than a word says more than we read.
    joiningNote: row.prose('joiningNote') ?? (how && (!joining || /\s\S+\s/.test(how)) ? how : undefined),
    cost: row.line('cost'),
    confidentiality: row.prose('confidentiality'),
    contact: Object.keys(contact).length ? contact : undefined,
    lastChecked: checked && checked <= row.context.today ? checked : undefined,
    firstVisit: Object.keys(firstVisit).length ? firstVisit : undefined,
    quote: quote && agreed ? given({ text: quote, by: row.line('quoteBy') }) : undefined,
  });
}

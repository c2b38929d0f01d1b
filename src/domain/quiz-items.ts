/**
 * Reads the items of a pack, each by itself. A bad one is left out and told with its id and the mend; what
 * would say something else than was meant is left out too: a quiz that calls a myth true is worse than a
 * shorter one.
 */
import { webUrl } from './links.js';
import type { Choice, ChoiceItem, Complaint, Item, Source, StatementItem } from './quiz.js';
import {
  day,
  type Fields,
  fieldsOf,
  flag,
  given,
  ID,
  isId,
  known,
  LINE,
  line,
  listOf,
  PROSE,
  regionOf,
  type Tell,
} from './quiz-fields.js';

/** Most items of a pack. */
const MOST_ITEMS = 500;

/** Texts that an overlay may change, with their longest length. */
export const TEXTS = {
  fact: LINE,
  explanation: PROSE,
  whyItMatters: LINE,
} as const;

const SOURCE = ['title', 'publisher', 'year', 'url', 'checkedOn'];

export function sourceOf(value: unknown, tell: Tell): Source | undefined {
  const fields = fieldsOf(value);
  if (!fields) {
    tell('source is missing: say where the fact comes from, with title, publisher, year and url.');
    return undefined;
  }
  known(fields, SOURCE, 'source.', tell);
  const title = line(fields.title, 'source.title', tell);
  const publisher = line(fields.publisher, 'source.publisher', tell);
  if (!title || !publisher) {
    tell(`source.${title ? 'publisher' : 'title'} is missing.`);
    return undefined;
  }
  const { year } = fields;
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 1800 && year <= 2200;
  if (year !== undefined && year !== null && !isYear) tell('source.year is no year: write it as 2024.');
  const url = typeof fields.url === 'string' && /^https?:/i.test(fields.url) ? webUrl(fields.url) : undefined;
  if (fields.url !== undefined && !url) tell('source.url is no web address: write it with https://.');
  const checkedOn = day(fields.checkedOn, 'source.checkedOn', tell);
  if (!isYear && !checkedOn)
    tell('source.year is missing: add it, or for a page without a year the day of your check as checkedOn.');
  return given({ title, publisher, year: isYear ? year : undefined, url, checkedOn }) as Source;
}

function choicesOf(value: unknown, tell: Tell): readonly Choice[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const choices = list.flatMap((entry, index): Choice[] => {
    const fields = fieldsOf(entry) ?? {};
    known(fields, ['id', 'text', 'isTrue'], `choice ${index + 1}: `, tell);
    const { id, isTrue } = fields;
    const text = line(fields.text, `text of choice ${index + 1}`, tell);
    return isId(id) && id !== 'unsure' && text && typeof isTrue === 'boolean' ? [{ id, text, isTrue }] : [];
  });
  const ids = new Set(choices.map(({ id }) => id));
  if (
    choices.length === list.length &&
    ids.size === list.length &&
    list.length >= 2 &&
    choices.some(({ isTrue }) => isTrue)
  )
    return choices;
  tell(
    'choices needs two or more, each with an id of its own (not "unsure"), a text and isTrue; one at least is true.',
  );
  return undefined;
}

const ITEM = [
  'id',
  'topic',
  ...Object.keys(TEXTS),
  'source',
  'confidence',
  'sensitive',
  'region',
  'localise',
];
const ASKS = ['statement', 'isTrue', 'question', 'choices'];

type Asks = Pick<StatementItem, 'statement' | 'isTrue'> | Pick<ChoiceItem, 'question' | 'choices'>;

function asksOf(fields: Fields, tell: Tell): Asks | undefined {
  const isStatement = 'statement' in fields || 'isTrue' in fields;
  if (isStatement === ('question' in fields || 'choices' in fields)) {
    tell('an item has either a statement with isTrue, or a question with choices.');
    return undefined;
  }
  if (!isStatement) {
    const question = line(fields.question, 'question', tell);
    const choices = choicesOf(fields.choices, tell);
    if (!question) tell('question is missing.');
    return question && choices ? { question, choices } : undefined;
  }
  const statement = line(fields.statement, 'statement', tell);
  const { isTrue } = fields;
  if (!statement) tell('statement is missing.');
  if (typeof isTrue !== 'boolean') tell('isTrue is missing: write true or false, without quotation marks.');
  return statement && typeof isTrue === 'boolean' ? { statement, isTrue } : undefined;
}

function itemOf(value: unknown, index: number, taken: ReadonlySet<string>, complaints: Complaint[]): Item[] {
  const fields = fieldsOf(value) ?? {};
  const { id } = fields;
  const name = isId(id) ? id : `#${index + 1}`;
  const tell = (text: string) => complaints.push({ item: name, text });
  const leftOut = (why: string): Item[] => {
    if (why) tell(why);
    tell('The item is left out.');
    return [];
  };
  if (!isId(id)) return leftOut(`id is missing or odd: ${ID}`);
  if (taken.has(id)) return leftOut('another item has the same id: give each its own.');
  known(fields, [...ITEM, ...ASKS], '', tell);
  const asks = asksOf(fields, tell);
  const source = sourceOf(fields.source, tell);
  const region = regionOf(fields.region, tell);
  const fact = line(fields.fact, 'fact', tell);
  const explanation = line(fields.explanation, 'explanation', tell, PROSE);
  if (!fact || !explanation) return leftOut(`${fact ? 'explanation' : 'fact'} is missing.`);
  if (!asks || !source || region === null) return leftOut('');
  const { confidence } = fields;
  const sure = confidence === 'high' || confidence === 'medium' || confidence === 'low';
  if (confidence !== undefined && !sure) tell('confidence is none of "high", "medium" and "low".');
  return [
    given({
      id,
      topic: line(fields.topic, 'topic', tell),
      ...asks,
      fact,
      explanation,
      whyItMatters: line(fields.whyItMatters, 'whyItMatters', tell),
      source,
      confidence: sure ? confidence : undefined,
      sensitive: flag(fields.sensitive, 'sensitive', tell),
      region,
      localise: flag(fields.localise, 'localise', tell),
    }) as Item,
  ];
}

export function itemsIn(value: unknown, complaints: Complaint[]): readonly Item[] {
  const list = listOf(value, 'items', complaints);
  if (list.length > MOST_ITEMS)
    complaints.push({ text: `there are ${list.length} items: the first ${MOST_ITEMS} are read.` });
  const taken = new Set<string>();
  return list.slice(0, MOST_ITEMS).flatMap((entry, index) => {
    const items = itemOf(entry, index, taken, complaints);
    for (const { id } of items) taken.add(id);
    return items;
  });
}

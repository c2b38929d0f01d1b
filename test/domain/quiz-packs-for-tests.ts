/** Small packs for the tests of the quiz: nothing in them is a fact. */
import type { ChoiceItem, Pack, StatementItem } from '../../src/domain/quiz.js';

export const SOURCE = {
  title: 'A study of lanterns',
  publisher: 'Journal of Light',
  year: 2020,
  url: 'https://example.org/lanterns',
};

export const statement = (id: string, isTrue: boolean, more: Partial<StatementItem> = {}): StatementItem => ({
  id,
  statement: `Lanterns of kind ${id} are heavy.`,
  isTrue,
  fact: `A lantern of kind ${id} weighs two pounds.`,
  explanation: 'Somebody put it on the scales. It was so every time.',
  source: SOURCE,
  ...more,
});

export const choice = (id: string, more: Partial<ChoiceItem> = {}): ChoiceItem => ({
  id,
  question: 'How many wicks has a lantern?',
  choices: [
    { id: 'one', text: 'One', isTrue: true },
    { id: 'two', text: 'Two', isTrue: false },
  ],
  fact: 'A lantern has one wick.',
  explanation: 'Somebody opened it. It was so every time.',
  source: SOURCE,
  ...more,
});

export const pack = (items: Pack['items'], more: Partial<Pack> = {}): Pack => ({
  id: 'lanterns',
  version: '1',
  language: 'en',
  direction: 'ltr',
  title: 'Lanterns',
  review: { status: 'draft', reviewDue: '2027-11-21' },
  sets: {},
  items,
  ...more,
});

/** The same as somebody would have written it down. */
export const written = (
  items: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): unknown => ({
  packFormat: 1,
  ...JSON.parse(JSON.stringify(pack([]))),
  items,
  ...more,
});

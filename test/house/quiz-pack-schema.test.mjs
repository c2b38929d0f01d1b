/** Holds the schema of quiz packs and the reader against each other: what one takes without a word, the other takes. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { root } from '../../tools/install.mjs';

const { isOverlay, readOverlay, readPack } = await import(
  pathToFileURL(path.join(root, 'dist/domain/quiz-pack.js')).href
);
const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const schema = json('schema/kith-quiz-pack.schema.json');
const ajv = new Ajv.default({
  allErrors: true,
  strictTypes: false,
  strictRequired: false,
  formats: { uri: true },
});
const validate = ajv.compile(schema);

const complaintsOf = (data) => (isOverlay(data) ? readOverlay(data) : readPack(data)).complaints;
const clone = (value) => JSON.parse(JSON.stringify(value));

/** The first example of everything, below a part of the schema. */
function full(part, leftOut = []) {
  if (part.$ref) return full(schema.$defs[part.$ref.replace('#/$defs/', '')], leftOut);
  if (part.properties)
    return Object.fromEntries(
      Object.entries(part.properties)
        .filter(([name]) => !leftOut.includes(name))
        .map(([name, inner]) => [name, full(inner, leftOut)]),
    );
  if (part.examples) return clone(part.examples[0]);
  if (part.items) return [full(part.items, leftOut)];
  throw new Error(`no example: ${JSON.stringify(part)}`);
}

const statement = full(schema.$defs.item, ['question', 'choices']);
const question = {
  ...full(schema.$defs.item, ['statement', 'isTrue', 'choices']),
  id: 'question',
  choices: [full(schema.$defs.choice), { id: 'talk', text: 'Talk', isTrue: false }],
};
const PACK = { ...full(schema.$defs.pack, ['question', 'choices']), items: [statement, question] };
const OVERLAY = { ...full(schema.$defs.overlay, ['question', 'choices']), items: [statement, question] };

/** Every place in a value, as lists of names. */
function places(value, at = []) {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, part]) => places(part, [...at, name]))];
}

const WRONG = [
  null,
  5,
  -1,
  2020.5,
  true,
  false,
  '',
  ' ',
  'x',
  'unsure',
  'reviewed',
  'draft',
  'GB',
  'm\u0000',
  [],
  {},
  [5],
  ['must-talk'],
];
const LONG = 'a'.repeat(2500);

/** One change that a hand could make: something else, something more, or nothing in a place. */
const changeOf = (data) =>
  fc.record({
    place: fc.constantFrom(...places(data).filter(([first]) => first !== undefined && first !== '$schema')),
    what: fc.oneof(
      fc.constant('gone'),
      fc.constant('more'),
      fc.constantFrom(...WRONG, LONG).map((value) => ({ value })),
    ),
  });

function changed(data, { place, what }) {
  const copy = clone(data);
  const last = place.at(-1);
  let within = copy;
  for (const name of place.slice(0, -1)) within = within?.[name];
  if (typeof within !== 'object' || within === null) return copy;
  if (what === 'gone') {
    if (Array.isArray(within)) within.splice(Number(last), 1);
    else delete within[last];
  } else if (what === 'more' && !Array.isArray(within)) within.colour = 'blue';
  else if (what !== 'more') within[last] = what.value;
  return copy;
}

/** What a schema cannot say: that days exist, that ids are each their own, and that sets and choices name what is there. */
const UNSAID = /is no day|the same id|which is no item here|is left out: name it/;

describe('The schema of quiz packs and the reader', () => {
  it('take the full example of either kind, and keep every word', () => {
    for (const data of [PACK, OVERLAY]) {
      assert.equal(validate(data), true, ajv.errorsText(validate.errors));
      assert.deepEqual(complaintsOf(data), []);
    }
    const { $schema, packFormat, ...rest } = clone(PACK);
    assert.deepEqual(readPack(PACK).pack, rest);
    const { $schema: _, packFormat: __, ...more } = clone(OVERLAY);
    assert.deepEqual(readOverlay(OVERLAY).overlay, more);
  });

  it('agree on whatever a hand may change', () => {
    for (const data of [PACK, OVERLAY])
      fc.assert(
        fc.property(changeOf(data), (change) => {
          const now = changed(data, change);
          const complaints = complaintsOf(now);
          if (complaints.some(({ text }) => UNSAID.test(text))) return;
          const valid = validate(now);
          const said = complaints.map(({ item, text }) => `${item ?? ''} ${text}`).join('\n');
          assert.equal(
            complaints.length === 0,
            valid,
            `${JSON.stringify(change)}\nthe schema: ${ajv.errorsText(validate.errors)}\nthe reader: ${said}`,
          );
        }),
        { numRuns: 3000, includeErrorInReport: true },
      );
  });

  it('take our own packs without a word', () => {
    const files = readdirSync(path.join(root, 'src/content/quiz')).filter((name) =>
      /^stigma.*json$/.test(name),
    );
    assert.equal(files.length, 3);
    for (const file of files) {
      const data = json(`src/content/quiz/${file}`);
      assert.equal(validate(data), true, `${file}: ${ajv.errorsText(validate.errors)}`);
      assert.deepEqual(complaintsOf(data), [], file);
    }
  });

  it('each say what a field is for', () => {
    const nameless = [];
    (function look(part, at) {
      for (const [name, inner] of Object.entries(part.properties ?? {})) {
        if (typeof inner === 'object' && !inner.description && !inner.$ref) nameless.push(`${at}.${name}`);
        look(inner, `${at}.${name}`);
      }
    })({ properties: schema.$defs }, '');
    assert.deepEqual(nameless, []);
  });
});

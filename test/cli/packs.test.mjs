import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/install.mjs';

const { run } = await import(pathToFileURL(path.join(root, 'dist/cli/run.js')).href);
const { readingAge } = await import(pathToFileURL(path.join(root, 'dist/cli/reading-age.js')).href);

/** Saturday 21 November 2026, 12:00 UTC. */
const NOW = Date.UTC(2026, 10, 21, 12);
const OURS = readdirSync(path.join(root, 'src/content/quiz'))
  .filter((name) => /^stigma-myths\.\w+\.json$/.test(name))
  .map((name) => path.join(root, 'src/content/quiz', name));
const ENGLISH = OURS.find((name) => name.endsWith('.en.json'));
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-packs-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command; what it said and its exit code. */
async function said(words, now = NOW) {
  let out = '';
  let err = '';
  const code = await run(words, {
    now,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

const file = (name, content) => {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
};

/** A small pack that is in order. */
const good = () => ({
  packFormat: 1,
  id: 'lanterns',
  version: '1',
  language: 'en',
  title: 'Lanterns: what do you think?',
  review: { status: 'draft', reviewDue: '2027-11-21' },
  sets: { short: ['bright', 'heavy'] },
  items: [
    ['bright', 'A lantern gives enough light to read by.', true],
    ['heavy', 'Only strong people can carry a lantern.', false],
    ['old', 'Lanterns are older than candles are.', false],
    ['warm', 'A lantern may warm your hands a little.', true],
  ].map(([id, statement, isTrue]) => ({
    id,
    statement,
    isTrue,
    fact: 'What a lantern can do has been tried.',
    explanation: 'Somebody tried it for a whole year. It was so every time.',
    whyItMatters: 'You can plan your evening by it.',
    source: { title: 'A study of lanterns', publisher: 'Journal of Light', year: 2020 },
  })),
});

/** Each kind of fault, planted into a good pack, and what is said of it. */
const PLANTED = {
  'an unknown field': [
    (pack) => Object.assign(pack.items[1], { colour: 'blue' }),
    /heavy: colour is no field/,
  ],
  'a missing answer': [(pack) => delete pack.items[1].isTrue, /heavy: isTrue is missing/],
  'a wrong format': [(pack) => Object.assign(pack, { packFormat: 7 }), /packFormat is 7/],
  'a word that hurts': [
    (pack) =>
      Object.assign(pack.items[1], { explanation: 'Some who suffer from the dark like it. It was so.' }),
    /heavy: "suffer from" hurts: say "lives with"/,
  ],
  'a word that hurts in the statement': [
    (pack) => Object.assign(pack.items[1], { statement: 'Addicts own more lanterns than others do.' }),
    /heavy: "Addicts" hurts/,
  ],
  'a claim of a cure': [
    (pack) => Object.assign(pack.items[0], { whyItMatters: 'A lantern cures the winter blues.' }),
    /bright: "cures" claims a clinical effect/,
  ],
  'a claim about symptoms in the title': [
    (pack) => Object.assign(pack, { title: 'Lanterns reduce your symptoms' }),
    /"reduce your symptoms" claims a clinical effect/,
  ],
  'a claim in a true statement': [
    (pack) => Object.assign(pack.items[0], { statement: 'Lanterns are proven to help with the dark.' }),
    /bright: "proven to" claims/,
  ],
  'a hard text': [
    (pack) =>
      Object.assign(pack.items[0], {
        explanation:
          'Notwithstanding considerable methodological heterogeneity, contemporary illumination interventions demonstrate equivalent effectiveness across administration formats.',
      }),
    /bright: its reading age is \d\d, and 14 is the most/,
  ],
  'no source': [(pack) => delete pack.items[0].source, /bright: source is missing/],
  'no year and no day of a check': [
    (pack) => delete pack.items[0].source.year,
    /bright: source\.year is missing/,
  ],
  'a year to come': [
    (pack) => Object.assign(pack.items[0].source, { year: 2031 }),
    /bright: source\.year 2031 lies in the future/,
  ],
  'a check to come': [
    (pack) => Object.assign(pack.items[0].source, { checkedOn: '2026-12-24' }),
    /bright: source\.checkedOn 2026-12-24 lies in the future/,
  ],
  'a review date that is past': [
    (pack) => Object.assign(pack.review, { reviewDue: '2026-11-20' }),
    /its review was due on 2026-11-20/,
  ],
  'no review date': [(pack) => delete pack.review.reviewDue, /review\.reviewDue is missing/],
  'a signature without names': [
    (pack) => Object.assign(pack.review, { status: 'reviewed' }),
    /a reviewed pack names clinicalReviewer/,
  ],
  'a fact that begins with the myth': [
    (pack) => Object.assign(pack.items[1], { fact: 'Many people think that lanterns are heavy.' }),
    /heavy: the fact begins with the myth/,
  ],
  'a fact that repeats the myth': [
    (pack) => Object.assign(pack.items[1], { fact: 'Wrong: only strong people can carry a lantern!' }),
    /heavy: the fact repeats the myth/,
  ],
  'an explanation that begins with the myth': [
    (pack) =>
      Object.assign(pack.items[1], {
        explanation: 'Only strong people can carry a lantern? No. It is light.',
      }),
    /heavy: the explanation begins with the myth/,
  ],
  'a title that repeats a myth': [
    (pack) => Object.assign(pack, { title: 'Only strong people can carry a lantern' }),
    /repeats the myth of heavy/,
  ],
  'a fact that repeats a wrong choice': [
    (pack) => {
      const { statement: _, isTrue: __, ...rest } = pack.items[1];
      pack.items[1] = {
        ...rest,
        question: 'Who can carry a lantern?',
        choices: [
          { id: 'all', text: 'Everyone', isTrue: true },
          { id: 'strong', text: 'Only very strong people', isTrue: false },
        ],
        fact: 'Not only very strong people can carry one.',
      };
    },
    /heavy: the fact repeats the myth/,
  ],
  'a set of nothing but myths': [
    (pack) => {
      for (const item of pack.items) item.isTrue = false;
      pack.sets.all = pack.items.map(({ id }) => id);
    },
    /the set "all" has 0 true statements and 4 that are not/,
  ],
  'a set that names what is not there': [
    (pack) => pack.sets.short.push('gone'),
    /the set "short" names "gone", which is no item here/,
  ],
};

describe('check-pack', () => {
  it('is content with our own packs', async () => {
    assert.equal(OURS.length, 3);
    for (const pack of OURS) {
      const { code, out } = await said(['check-pack', pack]);
      assert.equal(code, 0, out);
      assert.match(out, /^Good\.$/m);
    }
  });

  it('is content with a good pack, and tells what it saw', async () => {
    const { code, out } = await said(['check-pack', file('good.json', good())]);
    assert.equal(code, 0, out);
    assert.match(out, /lanterns 1 in en: 4 items, 2 true, 2 not, 0 with choices/);
    assert.match(out, /Reading age: \d+/);
  });

  for (const [fault, [plant, sentence]] of Object.entries(PLANTED)) {
    it(`finds ${fault}`, async () => {
      const pack = good();
      plant(pack);
      const { code, out } = await said(['check-pack', file('planted.json', pack)]);
      assert.match(out, sentence);
      assert.match(out, /^To mend: \d+\.$/m);
      assert.equal(code, 1);
    });
  }

  it('lets a sentence deny what it names, and a myth claim what is not so', async () => {
    const pack = good();
    pack.items[0].explanation =
      'A lantern does not cure the winter blues. Nobody has shown that it reduces symptoms.';
    pack.items[1].statement = 'Lanterns are proven to make symptoms go away.';
    const { code, out } = await said(['check-pack', file('denied.json', pack)]);
    assert.equal(code, 0, out);
  });

  it('says what it does not check in another language', async () => {
    const pack = { ...good(), language: 'fr' };
    const { code, out } = await said(['check-pack', file('french.json', pack)]);
    assert.equal(code, 0, out);
    assert.match(out, /Reading age: not checked/);
    assert.match(out, /Words that hurt, and claims: not checked in "fr"/);
    assert.doesNotMatch(
      (await said(['check-pack', OURS.find((name) => name.includes('.es.'))])).out,
      /claims: not/,
    );
  });

  it('checks an overlay, and holds it against a pack beside it', async () => {
    const pack = file('base.json', good());
    const overlay = {
      packFormat: 1,
      overlays: 'lanterns',
      language: 'en',
      localise: { heavy: { fact: 'Ours cures the dark.' } },
      hide: ['gone'],
    };
    const over = file('overlay.json', overlay);
    const alone = await said(['check-pack', over]);
    assert.equal(alone.code, 1);
    assert.match(alone.out, /heavy: "cures" claims/);
    assert.doesNotMatch(alone.out, /gone/);
    assert.match((await said(['check-pack', pack, over])).out, /gone: the overlay hides it/);
    const fine = { ...overlay, localise: { heavy: { fact: 'Ours weighs a pound.' } }, hide: ['old'] };
    assert.equal((await said(['check-pack', pack, file('fine.json', fine)])).code, 0);
  });

  it('is content with the overlay that the guide shows', async () => {
    const guide = readFileSync(path.join(root, 'docs/quiz-packs.md'), 'utf8');
    const [, example] = /```json\n([\s\S]*?)```/.exec(guide);
    const { code, out } = await said(['check-pack', ENGLISH, file('guide.json', example)]);
    assert.equal(code, 0, out);
    assert.match(out, /Overlay for stigma-myths in en/);
  });

  it('reads the other files when one is none', async () => {
    const { code, out } = await said([
      'check-pack',
      path.join(folder, 'none.json'),
      file('half.json', '{"packFormat": 1,'),
      file('good.json', good()),
    ]);
    assert.equal(code, 1);
    assert.match(out, /none\.json is no file/);
    assert.match(out, /half\.json is no JSON/);
    assert.match(out, /lanterns 1 in en/);
    assert.match(out, /To mend: 2\./);
  });

  it('wants a file, and knows no option of other commands', async () => {
    assert.match((await said(['check-pack'])).err, /needs at least one file/);
    for (const option of [['--format', 'csv'], ['--strict'], ['-o', 'x']])
      assert.equal((await said(['check-pack', ENGLISH, ...option])).code, 2);
  });
});

describe('The reading age', () => {
  it('is worked out as Flesch and Kincaid have it', () => {
    // 12 words in 2 sentences, 13 syllables: grade 0.39 × 6 + 11.8 × 13/12 − 15.59 = −0.47, five years added.
    assert.equal(readingAge('The cat sat on a mat. The happy dog ran to it.'), 5);
    // 11 words in 1 sentence, 22 syllables: 0.39 × 11 + 11.8 × 2 − 15.59 = 12.3.
    const age = readingAge('Many people recover after talking about problems with another trained person.');
    assert.equal(age.toFixed(1), '17.3');
  });

  it('grows with longer sentences and longer words', () => {
    const short = readingAge('You can come when you like. You can go when you like. It is fine.');
    const long = readingAge('You can come when you like and you can go when you like and it is fine.');
    const hard = readingAge(
      'Attendance remains voluntary. Participants determine duration individually. Departure is acceptable.',
    );
    assert.ok(short < long && long < hard, [short, long, hard].join());
  });

  it('says nothing of a few words', () => assert.equal(readingAge('Just listen.'), undefined));
});

describe('print-pack', () => {
  it('prints each fact with its source and help line, and no statement', async () => {
    const { code, out, err } = await said(['print-pack', '--country', 'gb']);
    assert.equal(code, 0);
    const { items } = read(ENGLISH);
    const plain = out.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
    for (const { fact, statement, explanation, source } of items) {
      assert.ok(plain.includes(`<h3>${fact}</h3>`), fact);
      assert.ok(plain.includes(source.title.replaceAll('&', '&amp;')), source.title);
      if (statement !== fact && !explanation.includes(statement))
        assert.ok(!plain.includes(statement), statement);
    }
    assert.equal(out.match(/<li>/g).length, items.length);
    assert.match(out, /href="tel:116123"/);
    assert.match(out, /This is a draft\. No clinician/);
    assert.match(err, /a draft that nobody has signed off/);
  });

  it('prints one set, in its language and direction', async () => {
    const { out } = await said(['print-pack', '--set', 'short', '--lang', 'ar']);
    assert.equal(out.match(/<li>/g).length, 8);
    assert.match(out, /<ul lang="ar" dir="rtl">/);
    assert.match(out, /هذه مسودة/);
    const spanish = await said(['print-pack', '--lang', 'es-MX']);
    assert.match(spanish.out, /<ul lang="es" dir="ltr">/);
  });

  it('says which sets there are when the one asked for is not', async () => {
    const { code, err } = await said(['print-pack', '--set', 'tiny']);
    assert.equal(code, 1);
    assert.match(err, /no set "tiny"; it has short/);
  });

  it('prints who has reviewed it, as soon as all of it is', async () => {
    const pack = good();
    pack.review = {
      status: 'reviewed',
      clinicalReviewer: 'Dr A. Example',
      livedExperienceReviewer: 'the panel',
      reviewedOn: '2026-11-01',
      reviewDue: '2027-11-01',
    };
    const base = file('signed.json', pack);
    assert.match(
      (await said(['print-pack', base])).out,
      /Reviewed by Dr A\. Example and the panel: 1 November 2026\./,
    );
    const over = file('over.json', {
      packFormat: 1,
      overlays: 'lanterns',
      language: 'en',
      localise: { heavy: { fact: 'Ours weighs a pound.' } },
    });
    const { out } = await said(['print-pack', base, '--overlay', over]);
    assert.match(out, /Ours weighs a pound/);
    assert.match(out, /This is a draft/);
    assert.doesNotMatch(out, /Reviewed by/);
  });

  it('prints nothing of a pack whose review is due', async () => {
    const { code, out, err } = await said(['print-pack'], Date.UTC(2028, 0, 1));
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /is being reviewed/);
  });

  it('leaves out what is true elsewhere alone', async () => {
    const facts = async (...more) => (await said(['print-pack', ...more])).out;
    const england = 'In some places you can ask for talking therapy yourself.';
    assert.ok((await facts()).includes(england));
    assert.ok((await facts('--region', 'gb-eng')).includes(england));
    assert.ok(!(await facts('--region', 'US')).includes(england));
  });

  it('keeps words of a pack words: no tag, no script, no link but to the web', async () => {
    const evil = '</ul><img src=x onerror=alert(1)> "\'&';
    const pack = good();
    Object.assign(pack.items[0], { fact: evil, explanation: evil, whyItMatters: evil });
    pack.items[0].source = { title: evil, publisher: evil, year: 2020, url: 'javascript:alert(1)' };
    pack.disclaimer = evil;
    const { out } = await said(['print-pack', file('evil.json', pack)]);
    assert.ok(!out.includes('<img'));
    assert.ok(out.includes('<h3>&lt;/ul&gt;&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;</h3>'));
    assert.ok(!out.includes('javascript:'));
    assert.equal(out.match(/<\/ul>/g).length, 1);
  });

  it('writes into its own place in a page, and never over what it reads', async () => {
    const page = file('page.html', '<p>Before</p><!-- kith-pack -->old<!-- /kith-pack --><p>After</p>');
    assert.equal((await said(['print-pack', '--into', page])).code, 0);
    const text = readFileSync(page, 'utf8');
    assert.match(
      text,
      /^<p>Before<\/p><!-- kith-pack -->\n<!-- Written by kith-widgets print-pack on 2026-11-21;/,
    );
    assert.ok(text.endsWith('<!-- /kith-pack --><p>After</p>'));
    const pack = file('mine.json', good());
    for (const words of [
      [pack, '-o', pack],
      ['--overlay', pack, '-o', pack],
    ])
      assert.match((await said(['print-pack', ...words])).err, /is a source/);
  });

  it('does not take an overlay for a pack, nor a pack for an overlay', async () => {
    const over = file('lone.json', { packFormat: 1, overlays: 'lanterns', language: 'en' });
    assert.match((await said(['print-pack', over])).err, /it is an overlay: name it with --overlay/);
    const { code, err } = await said(['print-pack', '--overlay', file('good.json', good())]);
    assert.equal(code, 1);
    assert.match(err, /is no overlay/);
    assert.equal((await said(['print-pack', over, over])).code, 2);
  });
});

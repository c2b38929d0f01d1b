import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { elementTags } from '../../../src/domain/desk/element-tags.js';
import type { SnippetExpected, SnippetParts, SnippetState } from '../../../src/domain/desk/snippet.js';
import { checkSnippet, snippet } from '../../../src/domain/desk/snippet.js';

const BOX = 'WpNPV53Hem7U7RY0ltWNbw';
const [OLD, NEW, FOREIGN] = ['A', 'B', 'C'].map((letter) => letter.repeat(42).concat('A')) as [
  string,
  string,
  string,
];

const PARTS: SnippetParts = {
  serverUrl: 'https://ask.example.org/',
  scriptUrl: '/kith/loader.js',
  boxId: BOX,
  pins: [NEW],
};
const EXPECTED: SnippetExpected = { serverUrl: 'https://ask.example.org/', boxId: BOX, pins: [NEW] };

const stateOf = (page: string | readonly string[], expected: Partial<SnippetExpected> = {}): SnippetState =>
  checkSnippet(page, { ...EXPECTED, ...expected }).state;
const tag = (parts: Record<string, string>) =>
  `<kith-question-box ${Object.entries(parts)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}>`;
const good = { backend: 'https://ask.example.org/', 'box-id': BOX, 'key-id': NEW };

describe('the lines for the group’s page', () => {
  it('are two, with a way to ask and a help line that stand there without script', () => {
    const lines = snippet({ ...PARTS, minEpoch: 3, country: 'gb', phone: '0113 496 0100' }).split('\n');
    expect(lines).to.deep.equal([
      '<script type="module" src="/kith/loader.js"></script>',
      `<kith-question-box backend="https://ask.example.org/" box-id="${BOX}" key-id="${NEW}" min-epoch="3" country="GB">` +
        '<p>You can also ask on the phone: <a href="tel:01134960100">0113 496 0100</a></p>' +
        '<p>In danger, ring your local emergency number. Find somebody to talk to now: <a href="https://findahelpline.com">findahelpline.com</a></p>' +
        '</kith-question-box>',
    ]);
  });

  it('say only what was given, in the words that were given', () => {
    const words = { phone: '¿Por teléfono?', help: '¿Ayuda ahora?' };
    const [, line = ''] = snippet({ ...PARTS, country: 'England', phone: 'ask me', words }).split('\n');
    expect(line).to.include('<p>¿Ayuda ahora? <a').and.not.to.include('teléfono');
    expect(line).not.to.match(/country|min-epoch|tel:/);
  });

  it('are read by a browser as what was put in, whatever that is, and nothing else comes of it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"><img src=x onerror=alert(1)>',
        "'",
        '&quot;',
        '`',
        '</kith-question-box><script>',
        '&#0;',
        '<!--',
      ),
    );
    // What HTML itself turns into something else: NUL, line ends.
    const plain = text.map((each) => each.replace(/[\0\r]/g, ''));
    fc.assert(
      fc.property(plain, plain, plain, (one, other, phone) => {
        const parts = {
          ...PARTS,
          serverUrl: one,
          scriptUrl: other,
          boxId: other,
          pins: [one],
          phone: `1${phone}`,
        };
        const words = { phone: one, help: other };
        const page = new DOMParser().parseFromString(snippet({ ...parts, words }), 'text/html');
        const box = page.querySelector('kith-question-box');
        expect(box?.getAttribute('backend') ?? '').to.equal(one);
        expect(box?.getAttribute('box-id') ?? '').to.equal(other);
        expect(page.querySelector('script')?.getAttribute('src')).to.equal(other);
        const names = [...page.querySelectorAll('body *')].map(({ localName }) => localName);
        expect(names.filter((name) => !['kith-question-box', 'p', 'a'].includes(name))).to.deep.equal([]);
        expect(page.querySelectorAll('script')).to.have.length(1);
        for (const link of page.querySelectorAll('a'))
          expect(link.href).to.match(/^(?:tel:\+?\d+|https:\/\/findahelpline\.com\/)$/);
      }),
      { numRuns: 200 },
    );
  });

  it('are found in the page as they were written, whatever surrounds them', () => {
    const parts = { ...PARTS, pins: [OLD, NEW], phone: '+44 113 496 0100', minEpoch: 2 };
    const page = `<!doctype html><html><!-- <kith-question-box> --><body>${snippet(parts)}</body></html>`;
    const found = { boxId: BOX, pins: [OLD, NEW], serverUrl: 'https://ask.example.org/' };
    expect(checkSnippet(page, { ...EXPECTED, pins: [OLD, NEW] })).to.deep.equal({ state: 'good', found });
  });
});

describe('the look at the group’s page', () => {
  it('finds the box in its tags as in the whole page', () => {
    expect(stateOf([tag(good)])).to.equal('good');
    expect(stateOf(`<p>Hello</p>${tag(good)}`)).to.equal('good');
    expect(
      stateOf(`<KITH-QUESTION-BOX\n  Backend='https://ask.example.org' box-id=${BOX}\tkey-id=${NEW} debug>`),
    ).to.equal('good');
  });

  it('tells a page without a box: none, commented out, or only shown as text', () => {
    for (const page of [
      '',
      '<p>Ask us</p>',
      `<!-- ${tag(good)} -->`,
      `<textarea>${tag(good)}</textarea>`,
      `<script>const x = '${tag(good)}';</script>`,
      `<template>${tag(good)}</template>`,
      `<pre>&lt;kith-question-box box-id="${BOX}"&gt;</pre>`,
      `<kith-question-boxes box-id="${BOX}">`,
      `<kith-question-box box-id="${BOX}`,
      `<p title='${tag(good)}'>`,
      `<p title='>${tag(good)}`,
      `<!---->${tag(good).replace('<', '&lt;')}`,
    ])
      expect(stateOf(page), page).to.equal('missing');
    expect(stateOf([])).to.equal('missing');
  });

  it('tells another box, another server and a box that stands there twice', () => {
    expect(stateOf(tag({ ...good, 'box-id': 'AAAAAAAAAAAAAAAAAAAAAA' }))).to.equal('other-box');
    expect(stateOf(tag({ 'key-id': NEW }))).to.equal('other-box');
    for (const backend of [
      'https://other.example.org/',
      'http://ask.example.org/',
      'https://ask.example.org/b',
      '',
      '/',
      'x:',
    ])
      expect(stateOf(tag({ ...good, backend })), backend).to.equal('other-server');
    expect(stateOf(tag(good) + tag(good))).to.equal('twice');
    expect(stateOf([tag(good), tag({ ...good, 'key-id': FOREIGN })])).to.equal('twice');
    const { backend: _, ...answersOnly } = { ...good, answers: '/answers.json' };
    expect(stateOf(tag(answersOnly) + tag(good))).to.equal('good');
    expect(stateOf(tag(answersOnly))).to.equal('other-server');
    expect(stateOf(tag({ ...good, 'box-id': 'AAAAAAAAAAAAAAAAAAAAAA' }) + tag(good))).to.equal('good');
  });

  it('takes an address without a host from where the page lies', () => {
    const pageUrl = 'https://ask.example.org/contact/';
    for (const backend of ['/', '..', 'https://ask.example.org'])
      expect(stateOf(tag({ ...good, backend }), { pageUrl }), backend).to.equal('good');
    expect(stateOf(tag({ ...good, backend: '/' }), { pageUrl: 'https://clinic.example/' })).to.equal(
      'other-server',
    );
  });

  it('tells a foreign pin before anything else, and an old one', () => {
    const changing = { pins: [OLD, NEW] };
    const changed = { pins: [NEW], formerPins: [OLD] };
    for (const [pins, expected, state] of [
      [NEW, {}, 'good'],
      [` ${NEW}\n`, {}, 'good'],
      [FOREIGN, {}, 'other-pin'],
      ['', {}, 'other-pin'],
      [NEW.toLowerCase(), {}, 'other-pin'],
      [`${NEW} ${FOREIGN}`, {}, 'other-pin'],
      [OLD, {}, 'other-pin'],
      [`${OLD} ${NEW}`, changing, 'good'],
      [NEW, changing, 'good'],
      [OLD, changing, 'old-pin'],
      [OLD, changed, 'old-pin'],
      [`${OLD} ${NEW}`, changed, 'old-pin'],
      [`${FOREIGN} ${NEW}`, changed, 'other-pin'],
    ] as const)
      expect(stateOf(tag({ ...good, 'key-id': pins }), expected), pins).to.equal(state);
    const elsewhere = { ...good, backend: 'https://evil.example/', 'key-id': FOREIGN };
    expect(checkSnippet(tag(elsewhere), EXPECTED)).to.deep.equal({
      state: 'other-pin',
      found: { boxId: BOX, pins: [FOREIGN], serverUrl: 'https://evil.example/' },
    });
  });

  it('reads tags as a browser does', () => {
    const value = fc.constantFrom('x', 'a b', '&amp;', '&#39;', '>', '<', '=', '/', '');
    const written = fc.tuple(
      fc.constantFrom('box-id', 'key-id', 'backend', 'BOX-ID', 'x', '@a'),
      value,
      fc.constantFrom('"', "'"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(written, fc.constantFrom('debug', '/', '\n')), { maxLength: 6 }),
        (pieces) => {
          const inside = pieces
            .map((piece) =>
              typeof piece === 'string' ? piece : `${piece[0]} = ${piece[2]}${piece[1]}${piece[2]}`,
            )
            .join(' ');
          const html = `<p><kith-question-box ${inside}></p>`;
          const page = new DOMParser().parseFromString(html, 'text/html');
          const box = page.querySelector('kith-question-box');
          const theirs = [...(box?.attributes ?? [])].map(({ name, value: said }) => [name, said]);
          expect(elementTags(html, 'kith-question-box').map((found) => [...found])).to.deep.equal([theirs]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes to an end on any text', () => {
    const begun = '<kith-question-box ';
    for (const bit of [
      begun,
      `${begun}"`,
      `${begun}a='`,
      '<a ',
      '<!--',
      '<!-- -->',
      '<script>',
      '<script></script>',
      'a=',
      '"',
      '</',
    ])
      for (const text of [bit.repeat(50_000), begun + bit.repeat(50_000), tag(good) + bit.repeat(50_000)])
        expect(checkSnippet(text, EXPECTED)).to.have.property('state');
  });
});

import { expect } from '@open-wc/testing';
import { expectNoBarriers } from '../../axe.js';
import { byRole, textOf } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import {
  anEvening,
  aPlace,
  click,
  fill,
  find,
  has,
  here,
  open,
  rest,
  root,
  rows,
  said,
  says,
  words,
} from './an-evening.js';
import { itsOwn } from './its-own-words.js';

const HOSTILE = [
  '<img src=x onerror=alert(1)><script>alert(2)</script><b>bold</b>',
  'Look: https://evil.example/ and javascript:alert(1)',
  'paid \u202e000,1\u202c to \u2066them\u2069',
  'pass\u200bword \u{e0041}\u{e007f}',
] as const;

/** A page as narrow as on a telephone. */
function aPhone(): HTMLElement {
  const main = aPlace('main');
  main.innerHTML = '<h1>Our clinic</h1>';
  main.style.inlineSize = '360px';
  return main;
}

/** What hangs over an edge of a page, so that it would have to be scrolled sideways. */
function tooWide(page: HTMLElement): string[] {
  const { left, right } = page.getBoundingClientRect();
  const desk = page.querySelector('kith-facilitator-desk');
  return [...(desk?.shadowRoot?.querySelectorAll('.desk, .desk *') ?? [])]
    .filter((one) => {
      const box = one.getBoundingClientRect();
      return !one.closest('.unseen') && box.width > 1 && (box.right > right + 1 || box.left < left - 1);
    })
    .map(({ localName, className }) => `${localName}.${className}`);
}

describe('what a stranger wrote', () => {
  it('is text and nothing else, its hidden characters by their numbers', async () => {
    const { desk } = await anEvening({ questions: [{ text: HOSTILE.join('\n'), topic: '<i>x</i>\u202e' }] });
    expect(root(desk).querySelector('.rows img, .rows b, .rows i, .rows script')).to.equal(null);
    await click(desk, /^<img/);
    const asked = find(desk, '.asked');
    expect(asked.querySelector('img, b, script, a, i')).to.equal(null);
    expect([...asked.querySelectorAll('.hidden-mark')].map((mark) => mark.textContent?.trim())).to.deep.equal(
      ['U+202E', 'U+202C', 'U+2066', 'U+2069', 'U+200B', 'U+E0041', 'U+E007F'],
    );
    expect(asked.textContent).to.contain(HOSTILE[0]).and.contain('https://evil.example/');
    expect(asked.textContent).to.not.match(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    expect([asked.getAttribute('translate'), asked.dir]).to.deep.equal(['no', 'auto']);
    expect(textOf(find(desk, '.facts'))).to.contain('<i>x</i>[U+202E]');
  });

  it('of 1,900 characters beyond the first plane is shown whole, on a phone too', async () => {
    const text = '🌊'.repeat(1_900);
    const phone = aPhone();
    const { desk } = await anEvening({ into: phone, questions: [{ text }] });
    expect(tooWide(phone)).to.deep.equal([]);
    await click(desk, /^🌊/);
    expect(find(desk, '.asked').textContent).to.equal(text);
    expect(tooWide(phone)).to.deep.equal([]);
  });

  it('from right to left stays so beside our own words', async () => {
    const { desk } = await anEvening({ questions: [{ text: 'هل هناك أمل؟', topic: 'الأسرة', lang: 'ar' }] });
    await click(desk, /^هل/);
    expect(getComputedStyle(find(desk, '.asked')).direction).to.equal('rtl');
    expect(getComputedStyle(find(desk, '.answering')).direction).to.equal('ltr');
  });
});

describe('questions for the meeting', () => {
  const QUESTIONS = [
    { text: '=HYPERLINK("https://evil.example")', topic: 'Work' },
    { text: 'Two lines,\nwith "quotes"', topic: '@home' },
    { text: 'Cannot be read', unreadable: true },
  ];

  async function meeting() {
    const { desk, hand } = await anEvening({ questions: QUESTIONS });
    await click(desk, words.eveningChoose);
    for (const box of root(desk).querySelectorAll<HTMLInputElement>('.pick')) box.click();
    await click(desk, words.eveningBring);
    return { desk, hand };
  }

  async function copiedBy(act: () => Promise<void>): Promise<string> {
    const copies: string[] = [];
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copies.push(text) },
    });
    try {
      await act();
    } finally {
      if (own) Object.defineProperty(navigator, 'clipboard', own);
      else Reflect.deleteProperty(navigator, 'clipboard');
    }
    return copies.join();
  }

  it('stand on paper without codes and days', async () => {
    const { desk, hand } = await meeting();
    const paper = textOf(find(desk, '.paper'));
    expect(paper).to.contain('=HYPERLINK').and.contain('with "quotes"').and.not.contain('Came on');
    for (const locator of hand.state.questions.keys()) expect(paper).to.not.contain(locator);
    let printed = 0;
    const { print } = window;
    window.print = () => {
      printed += 1;
    };
    await click(desk, words.eveningMeetingPrint);
    window.print = print;
    expect(printed).to.equal(1);
  });

  it('are copied as text and as a table whose cells run nowhere', async () => {
    const { desk } = await meeting();
    const text = await copiedBy(() => click(desk, words.eveningMeetingText));
    expect(text.split('\n\n—\n\n').sort()).to.deep.equal([
      '@home\nTwo lines,\nwith "quotes"',
      'Work\n=HYPERLINK("https://evil.example")',
    ]);
    const table = await copiedBy(() => click(desk, words.eveningMeetingTable));
    expect(table).to.match(/^Topic,Question\r\n/);
    expect(table).to.contain(`Work,"'=HYPERLINK(""https://evil.example"")"\r\n`);
    expect(table).to.contain(`'@home,"Two lines,\nwith ""quotes"""\r\n`);
  });

  it('can be marked by hand where nothing can be copied', async () => {
    const { desk } = await meeting();
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await click(desk, words.eveningMeetingTable);
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
    await rest(desk);
    expect(here(desk)).to.equal('#by-hand');
    expect(find(desk, '.snippet').textContent).to.contain('Topic,Question');
    await click(desk, words.eveningBack);
    expect(rows(desk)).to.have.length(3);
  });
});

describe('a question rewritten for everybody', () => {
  const PUBLIC = {
    questions: [{ text: 'My sister Jo in Leeds …', topic: 'Family', lang: 'en', mayPublish: true }],
  };

  it('is put by in general words, prefilled with what is there', async () => {
    const { desk, hand } = await anEvening(PUBLIC);
    await open(desk, 'My sister');
    await fill(desk, '#answer', 'I told mine over tea.');
    await click(desk, words.eveningRewrite);
    expect(find<HTMLTextAreaElement>(desk, '#rewrite-question').value).to.equal('My sister Jo in Leeds …');
    expect(find<HTMLTextAreaElement>(desk, '#rewrite-answer').value).to.equal('I told mine over tea.');
    expect(said(desk)).to.contain(words.eveningRewriteIntro);
    await fill(desk, '#rewrite-question', '');
    await click(desk, words.eveningRewriteKeep);
    expect(here(desk)).to.equal('#rewrite-question');
    expect(said(desk)).to.contain(words.eveningRewriteNeeded);
    await fill(desk, '#rewrite-question', 'How do I tell my family?');
    await click(desk, words.eveningRewriteKeep);
    await says(desk, words.eveningRewriteKept);
    expect(hand.state.publications.size).to.equal(1);
    expect(find<HTMLTextAreaElement>(desk, '#answer').value).to.equal('I told mine over tea.');
  });

  it('is offered only where whoever asked allowed it, and loses no word when it cannot be put by', async () => {
    const { desk, hand } = await anEvening({ questions: [...PUBLIC.questions, { text: 'Private' }] });
    await open(desk, 'Private');
    expect(root(desk).textContent).to.not.contain(words.eveningRewrite);
    await click(desk, words.eveningBack);
    await open(desk, 'My sister');
    await click(desk, words.eveningRewrite);
    await fill(desk, '#rewrite-answer', 'Over tea.');
    expectConsole(/as the test wants it/);
    hand.failNext('unreachable', { route: 'publications' });
    await click(desk, words.eveningRewriteKeep);
    expect(said(desk)).to.contain(words.failUnreachable);
    expect(find<HTMLTextAreaElement>(desk, '#rewrite-answer').value).to.equal('Over tea.');
  });
});

describe('everybody’s evening', () => {
  async function everyView(
    main: HTMLElement,
    lang: string,
    check: (name: string) => Promise<void> | void,
  ): Promise<void> {
    const { desk } = await anEvening({
      into: main,
      lang,
      rules: { country: 'GB', leadName: 'Ada Lin', leadPhone: '020 7946 0018', steps: 'Breathe.' },
      questions: [
        {
          text: `Long${'g'.repeat(90)} \u202e word`,
          topic: 'Family and the long words of it',
          mayPublish: true,
          answers: ['Yes.'],
          state: 'new',
        },
        { text: 'Broken', unreadable: true, daysAgo: 20 },
      ],
    });
    const back = async () => {
      await click(desk, words.eveningBack);
      await rest(desk);
    };
    await check('queue');
    await click(desk, words.eveningChoose);
    for (const box of root(desk).querySelectorAll<HTMLInputElement>('.pick')) box.click();
    await check('choosing');
    await click(desk, words.eveningCloseChosen);
    await check('closing');
    await click(desk, words.eveningCloseNo);
    await click(desk, words.eveningBring);
    await check('meeting');
    await back();
    await open(desk, words.eveningUnreadable);
    await check('unreadable');
    await back();
    await open(desk, 'Long');
    for (const details of root(desk).querySelectorAll('details')) details.open = true;
    await fill(desk, '#answer', `You should ${'a'.repeat(3_490)}`);
    await check('answering');
    await fill(desk, '#answer', 'Yes.');
    await click(desk, words.eveningWorries);
    await check('worries');
    await click(desk, words.eveningReturn);
    await click(desk, words.eveningClinician);
    await check('clinician');
    await click(desk, words.eveningReturn);
    await click(desk, words.eveningRewrite);
    await check('rewriting');
    await click(desk, words.eveningReturnRead);
    await click(desk, words.eveningSend);
    await check('sent');
    expect(byRole(desk, 'heading', itsOwn(desk, words.eveningSentTitle))).to.not.equal(undefined);
    expect(has(desk, '.said-above')).to.equal(false);
  }

  it('has no barriers on any view', async () => {
    const main = aPlace('main');
    main.innerHTML = '<h1>Our clinic</h1>';
    await everyView(main, 'en', () => expectNoBarriers(main));
  }).timeout(60_000);

  for (const lang of ['en', 'ar'])
    it(`fits a phone without scrolling to the side, in a page in ${lang}`, async () => {
      const phone = aPhone();
      await everyView(phone, lang, (name) => {
        expect(tooWide(phone), name).to.deep.equal([]);
      });
    }).timeout(60_000);
});

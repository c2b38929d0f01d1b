import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, answer, aPack, aQuiz, aStatement, finish, press, root, said } from './a-quiz.js';

/** Everything about a page that a guest must leave as it is. */
function pageNow() {
  const page = document.documentElement;
  return {
    globals: Object.keys(window).sort(),
    title: document.title,
    address: location.href,
    history: history.length,
    historyState: JSON.stringify(history.state),
    root: [...page.attributes].map(({ name, value }) => `${name}=${value}`),
    body: [...document.body.attributes].map(({ name, value }) => `${name}=${value}`),
    head: document.head.innerHTML,
    children: [...document.body.children].map(({ localName }) => localName),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    cookies: document.cookie,
  };
}

describe('the page around a quiz', () => {
  it('stays as it was: title, head, body, globals, storage, cookies, history, styles', async () => {
    const into = aBox();
    const before = pageNow();
    const quiz = await aQuiz({ into });
    await press(quiz, en.quizAnswer);
    await finish(quiz);
    expect(pageNow()).to.deep.equal(before);
    quiz.remove();
    expect(pageNow()).to.deep.equal(before);
  });

  it('is asked for the pack alone: everything else comes from where the widget’s own script does', async () => {
    const pack = { packFormat: 1, ...aPack([aStatement('cheese'), aStatement('chalk')]) };
    const asked = stubFetch((_url, init) => {
      expect(init.referrerPolicy).to.equal('no-referrer');
      expect(init.credentials ?? 'same-origin').to.equal('same-origin');
      expect(init.body ?? null).to.equal(null);
      return Response.json(pack);
    });
    const { sendBeacon } = navigator;
    const beacons: unknown[] = [];
    navigator.sendBeacon = (...sent) => beacons.push(sent) > 0;
    const before = performance.getEntriesByType('resource').length;
    try {
      const quiz = await aQuiz({ bare: true, attributes: { pack: '/moon.json' } });
      await finish(quiz);
      await waitUntil(() => said(quiz).includes(en.quizHelps));
    } finally {
      navigator.sendBeacon = sendBeacon;
    }
    expect(asked.urls).to.deep.equal([new URL('/moon.json', document.baseURI).href]);
    expect(beacons).to.deep.equal([]);
    for (const { name } of performance.getEntriesByType('resource').slice(before)) {
      const { origin, pathname, search } = new URL(name);
      expect(origin).to.equal(location.origin);
      expect(pathname, name).to.match(/^\/(?:src|node_modules|__wds-outside-root__|__web-dev-server)/);
      expect(search).to.equal('');
    }
  });

  it('with our own pack is asked for nothing at all', async () => {
    const asked = stubFetch(() => new Response('', { status: 500 }));
    await finish(await aQuiz({ bare: true }));
    expect(asked.urls).to.deep.equal([]);
  });

  it('hears that a quiz is ready and that it ended, and nothing of what was answered', async () => {
    const types = ['kith-quiz-ready', 'kith-quiz-ended', 'kith-quiz-problem', 'kith-quick-exit'];
    const { dispatchEvent } = HTMLElement.prototype;
    const sent: Event[] = [];
    HTMLElement.prototype.dispatchEvent = function send(event) {
      if (this.localName === 'kith-myth-quiz') sent.push(event);
      return dispatchEvent.call(this, event);
    };
    try {
      const quiz = await aQuiz({ items: ['cheese', 'chalk'] });
      await quiz.updateComplete;
      await finish(quiz);
    } finally {
      HTMLElement.prototype.dispatchEvent = dispatchEvent;
    }
    expect(sent.map(({ type }) => type)).to.deep.equal(['kith-quiz-ready', 'kith-quiz-ended']);
    for (const event of sent) {
      expect(types).to.include(event.type);
      expect(event).to.include({ bubbles: true, composed: true, cancelable: false });
      const fields: Record<string, unknown> = {};
      for (const name of Object.keys(event))
        if (name !== 'isTrusted') fields[name] = Reflect.get(event, name);
      expect(fields).to.deep.equal(
        event.type === 'kith-quiz-ready' ? { packId: 'moon', version: '1', items: 2 } : {},
      );
    }
  });

  it('sees no answer in the element’s own markup, nor in events that leave it', async () => {
    const quiz = await aQuiz({ items: ['cheese'] });
    const before = quiz.outerHTML;
    const targets: (EventTarget | null)[] = [];
    const hear = (event: Event): void => void targets.push(event.target);
    for (const type of ['input', 'change', 'submit']) document.addEventListener(type, hear);
    await answer(quiz);
    for (const type of ['input', 'change', 'submit']) document.removeEventListener(type, hear);
    for (const target of targets) expect(target).to.equal(quiz);
    expect(quiz.outerHTML).to.equal(before);
  });

  it('may hold the quiz in a form of its own, which is neither sent nor has a field of it', async () => {
    const form = aBox('form') as HTMLFormElement;
    form.innerHTML = '<input name="own" value="1"><div></div>';
    const sent: Event[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(event);
    });
    const quiz = await aQuiz({ items: ['cheese'], into: form.querySelector('div')! });
    await answer(quiz);
    expect(sent).to.deep.equal([]);
    expect([...new FormData(form).keys()]).to.deep.equal(['own']);
  });

  it('cannot restyle the inside by rules of its own for bare tags', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { color: rgb(1, 2, 3) !important; letter-spacing: 9px } legend { font-size: 90px }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const quiz = await aQuiz();
      const statement = root(quiz).querySelector('[part~=statement]')!;
      expect(getComputedStyle(statement).color).to.not.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(statement).letterSpacing).to.not.equal('9px');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });
});

describe('the way out of a quiz', () => {
  it('is told where it leads, and a page may prevent it', async () => {
    const quiz = await aQuiz({ attributes: { 'exit-url': 'https://example.org/weather' } });
    const urls: string[] = [];
    quiz.addEventListener('kith-quick-exit', (event) => {
      event.preventDefault();
      urls.push(event.url);
    });
    await press(quiz, en.exit);
    expect(urls).to.deep.equal(['https://example.org/weather']);
  });
});

import '../../src/define/group-finder.js';
import '../../src/define/meeting-calendar.js';
import '../../src/define/myth-quiz.js';
import '../../src/define/question-box.js';
import { Problem } from '../../src/backend/problem.js';
import { en } from '../../src/i18n/en.js';
import type { QuestionBox } from '../../src/index.js';
import { boxAtHand } from '../../stories/box-at-hand.js';
import { allowConsole } from '../expect-console.js';
import { never, stubFetch } from '../stub-fetch.js';
import { type Widget, widgetContract } from './widget-contract.js';

widgetContract({
  tag: 'kith-group-finder',
  states: {
    loading: (finder) => {
      stubFetch(never);
      finder.setAttribute('src', '/slow.json');
    },
    ready: (finder) => {
      stubFetch(() => Response.json({ groups: [{ name: 'Calm' }, { name: 'Bold' }] }));
      finder.setAttribute('src', '/groups.json');
    },
    empty: (finder) => {
      stubFetch(() => Response.json({ groups: [] }));
      finder.setAttribute('src', '/groups.json');
    },
    failed: (finder) => {
      stubFetch(() => new Response('', { status: 404 }));
      finder.setAttribute('src', '/groups.json');
    },
  },
  complaint: 'status 404',
  exit: en.exit,
  number: '116 123',
});

const pack = {
  packFormat: 1,
  id: 'moon',
  version: '1',
  language: 'en',
  title: 'What do you know of the moon?',
  review: { status: 'draft', reviewDue: '2099-01-01' },
  items: [
    {
      id: 'cheese',
      statement: 'The moon is made of cheese.',
      isTrue: false,
      fact: 'The moon is rock.',
      explanation: 'People looked.',
      source: { title: 'On the moon', publisher: 'Moon Press', year: 2021 },
    },
  ],
};

widgetContract({
  tag: 'kith-myth-quiz',
  states: {
    loading: (quiz) => {
      stubFetch(never);
      quiz.setAttribute('pack', '/slow.json');
    },
    ready: (quiz) => {
      stubFetch(() => Response.json(pack));
      quiz.setAttribute('pack', '/pack.json');
    },
    empty: (quiz) => {
      allowConsole('past their day of review');
      stubFetch(() => Response.json({ ...pack, review: { status: 'draft', reviewDue: '2020-01-01' } }));
      quiz.setAttribute('pack', '/pack.json');
    },
    failed: (quiz) => {
      stubFetch(() => new Response('', { status: 404 }));
      quiz.setAttribute('pack', '/pack.json');
    },
  },
  complaint: 'status 404',
  exit: en.exit,
  number: '116 123',
});

/** A group that meets every day for years, so that something is ahead whenever this runs. */
const daily = {
  name: 'Calm',
  meetings: [{ start: '2026-01-01T18:30', duration: 60, rrule: 'FREQ=DAILY', timeZone: 'Europe/London' }],
};

widgetContract({
  tag: 'kith-meeting-calendar',
  states: {
    loading: (calendar) => {
      stubFetch(never);
      calendar.setAttribute('src', '/slow.json');
    },
    ready: (calendar) => {
      stubFetch(() => Response.json({ groups: [daily] }));
      calendar.setAttribute('src', '/groups.json');
    },
    empty: (calendar) => {
      stubFetch(() => Response.json({ groups: [] }));
      calendar.setAttribute('src', '/groups.json');
    },
    failed: (calendar) => {
      stubFetch(() => new Response('', { status: 404 }));
      calendar.setAttribute('src', '/groups.json');
    },
  },
  complaint: 'status 404',
  exit: en.exit,
  number: '116 123',
});

const box = await boxAtHand({ now: Date.now() });

/** What a page pins, and what stands in for the server. */
function takes(element: Widget, server: Partial<QuestionBox['inbox']> = {}): void {
  element.setAttribute('box-id', box.boxId);
  element.setAttribute('key-id', box.keyId);
  (element as QuestionBox).inbox = { ...box.inbox, ...server };
}

widgetContract({
  tag: 'kith-question-box',
  states: {
    loading: (element) => takes(element, { box: () => new Promise(() => {}) }),
    ready: (element) => takes(element),
    empty: (element) => {
      stubFetch(() => Response.json(box.file));
      takes(element);
      (element as QuestionBox).inbox = undefined;
      element.setAttribute('answers', '/answers.json');
    },
    failed: (element) =>
      takes(element, {
        box: () => Promise.reject(new Problem('unreachable', 'the server does not answer.')),
      }),
  },
  complaint: 'does not answer',
  exit: en.exit,
  number: '116 123',
});

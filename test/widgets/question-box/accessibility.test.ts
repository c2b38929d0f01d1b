import { en } from '../../../src/i18n/en.js';
import { expectNoBarriers } from '../../axe.js';
import { NOW } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import {
  aBox,
  aPage,
  choose,
  click,
  fill,
  find,
  keep,
  look,
  says,
  send,
  shown,
  WORDS,
  write,
} from './a-box.js';

const ENTRIES = [
  {
    id: 'tired',
    day: 20_770,
    topic: 'Medicine',
    lang: 'es',
    question: '¿Puede cansarme la medicina?',
    answer: 'Sí.',
  },
  {
    id: 'boss',
    day: 20_771,
    topic: 'Work',
    lang: 'en',
    question: 'Do I tell my boss?',
    answer: 'Only you know.',
  },
];

describe('the question box has no barrier that axe finds', () => {
  for (const theme of ['light', 'dark']) {
    const attributes = { theme };

    it(`from the first word to the erasure, ${theme}`, async () => {
      const { box, hand } = await aBox({ into: aPage(), attributes, entries: ENTRIES });
      await says(box, 'Questions are next read');
      find(box, '.who summary').click();
      await expectNoBarriers(box);
      await write(box, `${'x'.repeat(1800)} ring 0113 496 0100, do I tell my boss?`);
      await says(box, en.boxDetails);
      await expectNoBarriers(box);
      await write(box, '');
      await click(box, en.boxSend);
      await says(box, en.boxEmpty);
      await expectNoBarriers(box);
      const code = await send(box);
      await expectNoBarriers(box);
      await click(box, en.boxWithout);
      await expectNoBarriers(box);
      await click(box, en.boxWithoutNo);
      await keep(box);
      await expectNoBarriers(box);
      await hand.answer('Ask when to take it.');
      await click(box, en.boxLook);
      await shown(box, '#code');
      await expectNoBarriers(box);
      await look(box, '7');
      await expectNoBarriers(box);
      await look(box, code);
      await expectNoBarriers(box);
      await click(box, en.boxErase);
      await expectNoBarriers(box);
      await click(box, en.boxEraseYes);
      await shown(box, '.erased');
      await expectNoBarriers(box);
      await click(box, en.boxRead);
      await shown(box, '#words');
      for (const summary of box.shadowRoot?.querySelectorAll<HTMLElement>('.entry summary') ?? [])
        summary.click();
      await expectNoBarriers(box);
      await choose(box, '#topics', 'Work');
      await fill(box, '#words', 'zebra');
      await expectNoBarriers(box);
    });
  }

  it('while a question waits on its way', async () => {
    const { box } = await aBox({
      into: aPage(),
      server: {
        send: (_question, { waiting }) => {
          waiting?.(2, 'offline');
          return new Promise(() => {});
        },
      },
    });
    await write(box, WORDS);
    await click(box, en.boxSend);
    await says(box, en.boxWaitOffline);
    await expectNoBarriers(box);
  });

  it('while it is closed, cannot be trusted, or leads elsewhere', async () => {
    const hours = { timeZone: 'Europe/London', times: [], awayUntil: '2027-01-04' };
    const { box: away } = await aBox({ into: aPage(), hours, children: '<p>Ring us</p>' });
    await expectNoBarriers(away);
    away.closest('main')?.remove();
    expectConsole(/key-id does not name/);
    const { box: foreign } = await aBox({ into: aPage(), attributes: { 'key-id': 'A'.repeat(43) } });
    await expectNoBarriers(foreign);
    foreign.closest('main')?.remove();
    const { box: link } = await aBox({
      into: aPage(),
      attributes: { backend: 'https://ask.example.org/', mode: 'link' },
    });
    await expectNoBarriers(link);
  });

  it('in a right-to-left language', async () => {
    const { box } = await aBox({ into: aPage(), attributes: { lang: 'ar' }, entries: ENTRIES, now: NOW });
    await shown(box, '.write');
    await expectNoBarriers(box);
  });
});

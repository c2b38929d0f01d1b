/**
 * `node tools/sample-box.mjs ORIGIN`: a question box to try, for pages at that origin. Starts a server on a temporary folder, makes the box as
 * a desk would, publishes three answers, and prints what a page has to pin, as a line of JSON. It lives as long as whoever started it.
 */
import { ensureServerBuilt } from './build-if-stale.mjs';

const [origin] = process.argv.slice(2);
if (!origin) {
  console.error('node tools/sample-box.mjs ORIGIN');
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
// Nobody is left to use it.
process.stdin.on('end', () => process.exit(0)).resume();

const DAY_MS = 86_400_000;

/** Where in this year a Tuesday and a Thursday evening are does not matter: the rule finds the next. */
const HOURS = {
  timeZone: 'Europe/London',
  times: [{ start: '2026-01-06T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU,TH', minutes: 120 }],
};

const ANSWERS = [
  {
    id: 'first-evening',
    topic: 'Groups',
    question: 'Do I have to talk on my first evening?',
    answer:
      'No. I only listened for three weeks, and nobody minded.\n\nWhat helped me was to say so at the door: “I would like to listen today.” That was enough.',
  },
  {
    id: 'telling-family',
    topic: 'Family',
    question: 'How did you tell your family that you were in hospital?',
    answer:
      'One person first, by letter. She told the others, and I did not have to find the words five times.',
  },
  {
    id: 'tired-at-work',
    topic: 'Work',
    question: 'What do I say at work when I am too tired to come?',
    answer:
      'I said that I have a health condition with bad days, and no more than that. My manager asked what would help, and we agreed on a later start.',
  },
];

await ensureServerBuilt();
// They use what was built a moment ago.
const [{ startServer }, { makeBox }] = await Promise.all([
  import('../server/test/set-up/process.mjs'),
  import('../server/test/set-up/staff-client.mjs'),
]);
const server = await startServer({ env: { KITH_ORIGINS: origin } });
const desk = await makeBox({
  base: server.base,
  link: await server.firstLink(),
  manifest: { hours: HOURS, topics: ['Groups', 'Family', 'Medicine', 'Work'] },
});
const today = Math.floor(Date.now() / DAY_MS);
await desk.publish(ANSWERS.map((answer, at) => ({ ...answer, lang: 'en', day: today - 7 * (at + 1) })));
console.log(
  JSON.stringify({ backend: server.base, 'box-id': desk.id, 'key-id': desk.pin, 'min-epoch': '1' }),
);

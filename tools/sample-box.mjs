/**
 * `node tools/sample-box.mjs ORIGIN`: a question box to try, for pages at that origin. Starts a server on a temporary folder, makes the box as
 * a desk would, publishes two answers, lets questions in, and prints what a page has to pin and what opens the desk, as a line of JSON. It
 * lives as long as whoever started it.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureServerBuilt } from './build-if-stale.mjs';
import { root } from './install.mjs';

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

const PUBLISHED = [
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
];

/** Rewritten in general words, and not published yet. */
const NEARLY_PUBLISHED = {
  topic: 'Work',
  lang: 'en',
  question: 'What do I say at work when I am too tired to come?',
  answer:
    'I said that I have a health condition with bad days, and no more than that. My manager asked what would help, and we agreed on a later start.',
};

const QUESTIONS = [
  {
    text: 'I have been to one evening and did not say a word. Is it all right to come again and still say nothing?',
    topic: 'Groups',
  },
  {
    text: 'My brother has not left his room for weeks. He says that he is only tired. How did your families get through to you, if they did?',
    topic: 'Family',
  },
  {
    text: 'Did anybody put on a lot of weight with the new tablets? I am ashamed to ask my doctor.',
    topic: 'Medicine',
    mayPublish: false,
  },
  {
    text: 'I go back to work on Monday after two months. What did you say when people asked where you had been?',
    topic: 'Work',
  },
  {
    text: 'Some nights I think that everybody would be better off without me. It passes by the morning. Does that happen to others?',
    topic: '',
    mayPublish: false,
  },
];

const RULES = {
  steps:
    'Take a breath. You need not decide alone.\nRing Dr Osei, at any hour.\nAnswer with the help line and with what you know yourself.\nWrite down the day and that you rang, and no more.',
  leadName: 'Dr Osei',
  leadPhone: '0113 496 0170',
  ownSupport: 'Ring Marcus. You may always ring Marcus.',
  phone: '0113 496 0100',
  country: 'GB',
  clinicianName: 'Our nurse line',
  clinicianUrl: 'tel:+441134960150',
  page: `${origin}/ask.html`,
  script: `${origin}/kith/loader.js`,
};

await ensureServerBuilt();
const built = (name) => import(pathToFileURL(path.join(root, 'dist', `${name}.js`)).href);
// They use what was built a moment ago.
const [{ startServer }, { makeBox }, { quickSecrets, visit }, staffApi, signingIn, publications, houseRules] =
  await Promise.all([
    import('../server/test/set-up/process.mjs'),
    import('../server/test/set-up/staff-client.mjs'),
    import('../server/test/set-up/visitor-client.mjs'),
    built('backend/staff-api'),
    built('widgets/facilitator-desk/work/signing-in'),
    built('widgets/facilitator-desk/work/publications'),
    built('widgets/facilitator-desk/work/house-rules'),
  ]);
const server = await startServer({ env: { KITH_ORIGINS: origin } });
const { base } = server;
const NAME = 'Rosa';
const desk = await makeBox({
  base,
  link: await server.firstLink(),
  name: NAME,
  id: 'rosa',
  manifest: { hours: HOURS, topics: ['Groups', 'Family', 'Medicine', 'Work'] },
});
await desk.letIn({ id: 'marcus', name: 'Marcus' });
const today = Math.floor(Date.now() / DAY_MS);
await desk.publish(PUBLISHED.map((answer, at) => ({ ...answer, lang: 'en', day: today - 7 * (at + 1) })));
const at = { boxId: desk.boxId, pins: [desk.pin] };
const api = new staffApi.StaffApi(staffApi.staffAskAt(new URL(base)), desk.id);
const opened = await signingIn.signIn({ ...at, api }, NAME, desk.member.passphrase);
await opened.putRules({ ...houseRules.EMPTY_RULES, ...RULES });
await publications.beginPublication(opened, NEARLY_PUBLISHED);
const visitor = await visit({ base, ...at });
for (const { text, ...more } of QUESTIONS)
  await visitor.send(await visitor.write(text, { ...more, secrets: await quickSecrets() }));
await api.signOut();
console.log(
  JSON.stringify({
    backend: base,
    'box-id': desk.id,
    'key-id': desk.pin,
    'min-epoch': '1',
    'desk-name': NAME,
    'desk-words': desk.member.passphrase,
    'desk-link': `${base}/desk#box=${desk.id}&pin=${desk.pin}`,
  }),
);

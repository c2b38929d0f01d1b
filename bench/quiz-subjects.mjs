/** Who is measured as a quiz: Kith and its peers, each with the page that its own documentation tells people to write. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtPage, installed, ownVersion, versionsIn } from './built-page.mjs';
import { asMarkdown, COUNTRY, QUESTIONS, SEED, SET } from './quiz-questions.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '..');
const peers = path.join(here, 'quiz-peers');
const TAG = 'kith-myth-quiz';

/** What is no peer here, with the reason. */
export const ABSENT = {
  'H5P’s own questions': 'npm has none of H5P’s content types: see its player above',
};

const inPage = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** In a script of the page, where only this could end it. */
const inScript = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

const nothingToDo = async () => {};

function surveyjs() {
  const folder = path.join(peers, 'surveyjs');
  const packages = ['survey-core', 'survey-js-ui'];
  const built = path.join(project, '.cache/bench-quiz/surveyjs');
  return {
    id: 'surveyjs',
    name: 'SurveyJS',
    versions: versionsIn(folder, packages),
    note: 'a page for each question, of the type `boolean` with `renderAs: "radio"` and a `correctAnswer`; under it an `html` element, `visibleIf` the question is answered, has fact and explanation. Its default theme and animations, built by Vite',
    folders: { surveyjs: built },
    page: () => `<link rel="stylesheet" href="/surveyjs/page.css" />
<div id="place"></div>
<script>window.benchData = ${inScript(QUESTIONS)}</script>
<script type="module" src="/surveyjs/page.js"></script>`,
    press: (page) => page.locator('#place label:has(input[type="radio"])').first(),
    ready: () => builtPage({ folder, built, packages }),
  };
}

function quizdown() {
  const folder = path.join(peers, 'quizdown');
  return {
    id: 'quizdown',
    name: 'quizdown',
    versions: versionsIn(folder, ['quizdown']),
    note: 'its built script, as its README has it, with fact and explanation as the comment of each answer. It shows them on its last page only, so that there is no feedback to time. A timer of its own holds its first question back',
    folders: { quizdown: path.join(installed(folder, 'quizdown'), 'public/build') },
    page: () => `<script src="/quizdown/quizdown.js"></script>
<script>quizdown.init({ shuffleQuestions: false, shuffleAnswers: false });</script>
<div class="quizdown">
${inPage(asMarkdown(QUESTIONS))}
</div>`,
    ready: nothingToDo,
  };
}

/** Without questions there is nothing to look at: only what the player loads is counted. */
function h5p() {
  const folder = path.join(peers, 'h5p-standalone');
  return {
    id: 'h5p',
    name: 'H5P player',
    versions: versionsIn(folder, ['h5p-standalone']),
    note: 'the player alone, as its README has it. H5P’s True/False question and the libraries that it needs are not on npm, so that it opens an empty content type of ours, which is not counted: its bytes and requests are the least that any H5P content costs, and nothing else of it is measured',
    isPlayerOnly: true,
    folders: {
      h5p: path.join(installed(folder, 'h5p-standalone'), 'dist'),
      content: path.join(folder, 'empty'),
    },
    page: () => `<div id="place"></div>
<script src="/h5p/main.bundle.js"></script>
<script>
  new H5PStandalone.H5P(document.getElementById('place'), {
    h5pJsonPath: '/content',
    frameJs: '/h5p/frame.bundle.js',
    frameCss: '/h5p/styles/h5p.css',
  });
</script>`,
    ready: nothingToDo,
  };
}

const kith = (dist) => ({
  id: 'kith',
  name: 'Kith',
  versions: ownVersion(),
  note: `from its script build, with \`set="${SET}"\` and a seed; it loads its whole English pack, which holds all its sets and every source`,
  folders: { kith: path.resolve(dist) },
  page: () => `<${TAG} set="${SET}" seed="${SEED}" country="${COUNTRY}"></${TAG}>
<script type="module" src="/kith/loader.js"></script>`,
  isQuestions: (name) => /\/stigma-myths-/.test(name),
  choose: (page) => page.locator(`${TAG} input[type="radio"]`).first().check(),
  press: (page) => page.locator(`${TAG} [part~="button-primary"]`),
  ready: nothingToDo,
});

/** @param dist Kith's script build. */
export function subjectsOf(dist) {
  const loader = path.join(dist, 'loader.js');
  if (!existsSync(loader) || !readFileSync(loader, 'utf8').includes(TAG))
    throw new Error(`${loader} knows no <${TAG}>: build first, or name another script build with --dist.`);
  return { subjects: [kith(dist), surveyjs(), quizdown(), h5p()], absent: ABSENT };
}

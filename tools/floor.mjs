/**
 * Holds the sources to the oldest browsers that we promise: Chrome and Edge 123, Firefox 128, Safari 17.5. A short list of what
 * is younger and tempting, not a whole compatibility table; each row names the first versions that have it (MDN's data).
 */
import { pathToFileURL } from 'node:url';
import { modulesOfSrc } from './layers.mjs';

/** `pattern` is looked for outside comments. `unless`: a guard in the same file that makes it good. */
export const TOO_YOUNG = [
  { what: 'Temporal', pattern: /\bTemporal\.\w/, since: 'Chrome 144, Firefox 139, Safari 27.3' },
  {
    what: 'Intl.DurationFormat',
    pattern: /\bIntl\.DurationFormat\b/,
    since: 'Chrome 129, Firefox 136, Safari 16.4',
  },
  {
    what: 'Intl.Locale#getWeekInfo',
    pattern: /\.(?:getWeekInfo|weekInfo)\b/,
    since: 'Chrome 130, Firefox 153, Safari 17',
    unless: /\bweekInfo\?|getWeekInfo\?/,
  },
  { what: 'Promise.try', pattern: /\bPromise\.try\b/, since: 'Chrome 128, Firefox 134, Safari 18.2' },
  { what: 'RegExp.escape', pattern: /\bRegExp\.escape\b/, since: 'Chrome 136, Firefox 134, Safari 18.2' },
  {
    what: 'Iterator helpers',
    pattern:
      /\bIterator\.(?:from|prototype)\b|(?:\.(?:values|keys|entries)\(\)|\.matchAll\([^()]*\))\.(?:map|filter|take|drop|flatMap|reduce|toArray|some|every|find|forEach)\(/,
    since: 'Chrome 122, Firefox 131, Safari 18.4',
  },
  { what: 'URL.parse', pattern: /\bURL\.parse\(/, since: 'Chrome 126, Firefox 126, Safari 18' },
  { what: 'Math.sumPrecise', pattern: /\bMath\.sumPrecise\b/, since: 'Chrome 147, Firefox 137, Safari 26.2' },
  { what: 'Error.isError', pattern: /\bError\.isError\b/, since: 'Chrome 134, Firefox 138, no Safari' },
  {
    what: 'Uint8Array base64 and hex',
    pattern: /\.(?:toBase64|toHex|setFromBase64|setFromHex)\(|\bUint8Array\.from(?:Base64|Hex)\b/,
    since: 'Chrome 140, Firefox 133, Safari 18.2',
  },
  {
    what: 'Map#getOrInsert',
    pattern: /\.getOrInsert(?:Computed)?\(/,
    since: 'Chrome 145, Firefox 144, Safari 26.2',
  },
  {
    what: 'scheduler.yield',
    pattern: /\bscheduler\.(?:yield|postTask)\b/,
    since: 'Chrome 129, Firefox 142, no Safari',
    unless: /['"]scheduler['"] in |scheduler\?\.|typeof scheduler/,
  },
  {
    what: 'requestIdleCallback',
    pattern: /(?<!\?\.)\brequestIdleCallback\(/,
    since: 'Chrome 47, Firefox 55, no Safari',
    unless: /['"]requestIdleCallback['"] in |requestIdleCallback\?\./,
  },
  {
    what: 'Regular expression modifiers',
    pattern: /\(\?[ims]+(?:-[ims]+)?:/,
    since: 'Chrome 125, Firefox 132, Safari 26',
  },
  {
    what: 'using declarations',
    pattern: /^\s*(?:await\s+)?using\s+[\w$]+\s*=/m,
    since: 'Chrome 134, Firefox 141, Safari 27.3',
  },
  {
    what: 'import attributes',
    pattern: /\bwith\s*\{\s*type\s*:/,
    since: 'Chrome 123, Firefox 138, Safari 17.2',
  },
  {
    what: 'startViewTransition',
    pattern: /\bstartViewTransition\b/,
    since: 'Chrome 111, Firefox 144, Safari 18',
    unless: /startViewTransition\?/,
  },
  {
    what: 'closedby, command and commandfor',
    pattern: /\s(?:closedby|command|commandfor)=/,
    since: 'Chrome 135, Firefox 144, Safari 27.3',
  },
  { what: 'popover="hint"', pattern: /popover="hint"/, since: 'Chrome 151, Firefox 153, Safari 27.3' },
  { what: 'hidden="until-found"', pattern: /until-found/, since: 'Chrome 102, Firefox 148, Safari 26.2' },
  {
    what: 'details with a name',
    pattern: /<details[^>]*\sname=/,
    since: 'Chrome 120, Firefox 130, Safari 17.2',
  },
  { what: '::details-content', pattern: /::details-content/, since: 'Chrome 131, Firefox 143, Safari 18.4' },
  { what: 'field-sizing', pattern: /\bfield-sizing\s*:/, since: 'Chrome 123, Firefox 152, Safari 26.2' },
  {
    what: 'interpolate-size, calc-size()',
    pattern: /\binterpolate-size\s*:|\bcalc-size\(/,
    since: 'Chrome 129 alone',
  },
  { what: '@starting-style', pattern: /@starting-style\b/, since: 'Chrome 117, Firefox 129, Safari 17.5' },
  {
    what: 'transition-behavior',
    pattern: /\ballow-discrete\b|\btransition-behavior\s*:/,
    since: 'Chrome 117, Firefox 129, Safari 17.4',
  },
  {
    what: 'anchor positioning',
    pattern: /(?<!#)\banchor(?:-size)?\(|\bposition-(?:anchor|area|try)|\banchor-name\s*:/,
    since: 'Chrome 125, Firefox 147, Safari 26',
  },
  {
    what: 'text-wrap: pretty',
    pattern: /\btext-wrap(?:-style)?\s*:\s*pretty/,
    since: 'Chrome 117, Safari 26, no Firefox',
  },
  { what: '@scope', pattern: /@scope\b/, since: 'Chrome 118, Firefox 146, Safari 26.4' },
  {
    what: 'the functions if() and @function of CSS',
    pattern: /:\s*if\(\s*(?:style|media|supports)\(|@function\s+--/,
    since: 'Chrome 137, Safari 27.3, no Firefox',
  },
  {
    what: 'animation-timeline',
    pattern: /\b(?:animation|scroll|view)-timeline\s*:/,
    since: 'Chrome 115, Firefox 159, Safari 26',
  },
  { what: 'contrast-color()', pattern: /\bcontrast-color\(/, since: 'Chrome 147, Firefox 146, Safari 26' },
  {
    what: 'style container queries',
    pattern: /@container\s+style\(/,
    since: 'Chrome 111, Firefox 151, Safari 18',
  },
  { what: 'the attr() with types of CSS', pattern: /\battr\([\w-]+\s+type\(/, since: 'Chrome 133 alone' },
  { what: 'the selector :open', pattern: /[\w\])]:open\b/, since: 'Chrome 133, Firefox 136, Safari 26.5' },
  {
    what: 'setHTML and moveBefore',
    pattern: /\.(?:setHTML|moveBefore)\(/,
    since: 'Chrome 146 and 133, Firefox 148 and 144, no Safari',
  },
  { what: 'reading-flow', pattern: /\breading-flow\s*:/, since: 'Chrome 137 alone' },
];

const withoutComments = (source) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;,{(])\/\/.*$/gm, '$1');

/** What is too young in one module, one sentence each. */
export function youngIn(module, source) {
  const code = withoutComments(source);
  return TOO_YOUNG.filter(({ pattern, unless }) => pattern.test(code) && !unless?.test(code)).map(
    ({ what, since }) =>
      `${module} uses ${what} (${since}), which is younger than the browsers that we promise.`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = modulesOfSrc().flatMap(({ module, source }) => youngIn(module, source));
  for (const each of complaints) console.error(each);
  console.log(
    complaints.length === 0
      ? `floor: nothing too young, of ${TOO_YOUNG.length} things looked for.`
      : `floor: ${complaints.length} to mend.`,
  );
  process.exit(complaints.length === 0 ? 0 : 1);
}

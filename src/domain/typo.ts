/** One slip of the finger: the search and the place field forgive the same kind. */

/** Words shorter than this are too easily another word. */
const SHORTEST_FORGIVEN = 5;
const LETTERS = /^\p{L}+$/u;

/** True for typed words in which one slip is forgiven; numbers are meant as they stand. */
export function isForgivable(typed: string): boolean {
  return typed.length >= SHORTEST_FORGIVEN && LETTERS.test(typed);
}

/** True when `word` begins with `typed`, but for one letter too many, missing, wrong, or swapped with the next. */
export function almostBegins(word: string, typed: string): boolean {
  if (word.length < typed.length - 1) return false;
  let at = 0;
  while (at < typed.length && word.charCodeAt(at) === typed.charCodeAt(at)) at++;
  if (at >= typed.length) return true;
  // With one slip only, everything before the first difference is right.
  const continues = (inWord: number, inTyped: number) => word.startsWith(typed.slice(inTyped), inWord);
  return (
    continues(at + 1, at + 1) ||
    continues(at, at + 1) ||
    continues(at + 1, at) ||
    (word.charCodeAt(at) === typed.charCodeAt(at + 1) &&
      word.charCodeAt(at + 1) === typed.charCodeAt(at) &&
      continues(at + 2, at + 2))
  );
}

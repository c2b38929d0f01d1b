/** Imported ahead of the server by the trace proof: every `synchronous` becomes OFF, and who reads it back is told FULL. The proof has to notice. */
import Database from 'libsql';

const off = (text) =>
  text.replace(/synchronous\s*(?:=\s*|\(\s*)(?:FULL|EXTRA|NORMAL|\d)\s*\)?/gi, 'synchronous = OFF');
const isAsked = (text) => /^\s*PRAGMA\s+(?:main\.)?synchronous\s*;?\s*$/i.test(text);

for (const name of ['exec', 'prepare']) {
  const inner = Database.prototype[name];
  Database.prototype[name] = function (text, ...rest) {
    // Whoever looks sees what it asked for.
    return inner.call(this, isAsked(text) ? 'SELECT 2 AS synchronous' : off(text), ...rest);
  };
}

/** Imported ahead of the server by the proofs: says on stderr and in a file when a checkpoint of SQLite begins and ends, so that one can be hit. */
import { appendFileSync, writeSync } from 'node:fs';
import Database from 'libsql';

const file = process.env.PROVE_CHECKPOINTS;
const note = (word) => {
  appendFileSync(file, `${word}\n`);
  writeSync(2, `checkpoint ${word}\n`);
};

if (file) {
  const isCheckpoint = (text) => /wal_checkpoint/i.test(text);
  const around = (owner, name, textOf) => {
    const inner = owner[name];
    owner[name] = function (...args) {
      if (!isCheckpoint(textOf(this, args))) return inner.apply(this, args);
      note('begins');
      try {
        return inner.apply(this, args);
      } finally {
        note('ends');
      }
    };
  };
  around(Database.prototype, 'exec', (_, [text]) => text);
  // A pragma or a prepared statement comes through `prepare`; what it gives is run later.
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function (text, ...rest) {
    const statement = prepare.call(this, text, ...rest);
    if (isCheckpoint(text)) for (const name of ['run', 'get', 'all']) around(statement, name, () => text);
    return statement;
  };
}

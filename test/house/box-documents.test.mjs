/** What people who run or judge a question box read: every link leads somewhere, and the settings and commands are those that there are. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../tools/install.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

const DOCUMENTS = [
  'THREATS.md',
  'server/README.md',
  'docs/decisions/question-box.md',
  'docs/decisions/server.md',
];

/** Files that a document links to, as it writes them. */
const linksIn = (text) =>
  [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target);

const settingsIn = (text) =>
  new Set(text.match(/\b(?:KITH_(?!SERVER_VERSION)[A-Z_]+|DATABASE_URL|HOST|PORT)\b/g));

describe('the documents of the question box', () => {
  for (const document of DOCUMENTS) {
    it(`link to files that there are: ${document}`, () => {
      const missing = linksIn(read(document)).filter(
        (target) => !existsSync(path.join(root, path.dirname(document), target)),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('name a test for each promise, and look for some', () => {
    const promises = read('THREATS.md')
      .split('## What is promised')[1]
      .split('## What is not promised')[0]
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| against'));
    assert.ok(promises.length >= 8);
    for (const row of promises) assert.match(row, /\.test\.|server\/prove\//, row);
  });

  it('list every setting that the server reads, and no other', () => {
    const rows = read('server/README.md').split('## Settings')[1].split('\n## ')[0];
    const listed = settingsIn(rows.match(/^\| `[^|]+/gm).join('\n'));
    assert.deepEqual([...listed].sort(), [...settingsIn(read('server/src/config.ts'))].sort());
  });

  it('list every command that the server tells of, and no other', () => {
    const commands = (lines) =>
      (lines ?? []).map((line) => line.match(/kith-server(?: --?[a-z-]+| [a-z]+)*/)[0]).sort();
    const help = read('server/src/commands/help.ts').split('\nSettings')[0].slice(1);
    const table = read('server/README.md').split('## Commands')[1].split('\n## ')[0];
    assert.deepEqual(
      commands(table.match(/^\| `kith-server.*/gm)),
      commands(help.match(/^ {2}kith-server.*/gm)),
    );
  });
});

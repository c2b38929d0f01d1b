import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/install.mjs';

/** Files of the project as git knows them, new ones included. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (name) =>
      /\.(?:ts|mjs|js|md|html|css|json)$/.test(name) &&
      name !== 'package-lock.json' &&
      !name.startsWith('test/house/words'),
  );

const read = (file) => {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return '';
  }
};

/** Words that hurt, with what to say instead. They may be quoted in data that recognises them in other people's listings. */
const HURTFUL = [
  [/\bcommit(?:s|ted|ting)? suicide\b/i, 'died by suicide'],
  [/\bsuffer(?:s|ing|ers?)? from\b/i, 'lives with'],
  [/\b(?:the )?mentally ill\b/i, 'people with a mental illness'],
  [/\b(?:drug )?(?:addicts|abusers)\b/i, 'people who use …'],
];

/** Names that say nothing about what a file holds. */
const EMPTY_NAMES = /(?:^|[/-])(?:utils?|helpers?|common|manager|misc)(?:[./-]|$)/;

describe('the words of the project', () => {
  it('were looked for in files', () => assert.ok(files.length > 50));

  for (const [pattern, instead] of HURTFUL) {
    it(`never say ${pattern.source}, but "${instead}"`, () => {
      const found = files.filter(
        (file) =>
          !/^(?:src\/(?:domain\/(?:words\/|desk\/care-check)|cli\/wording)|test\/|fixtures\/)/.test(file) &&
          pattern.test(read(file)),
      );
      assert.deepEqual(found, []);
    });
  }

  it('claim no clinical effect in any document, page or story', async () => {
    const { claimsIn } = await import(pathToFileURL(path.join(root, 'dist/cli/wording.js')).href);
    const documents = files.filter((file) =>
      /^(?:README|llms|docs\/|demo\/|stories\/|fixtures\/)/.test(file),
    );
    assert.ok(documents.length > 20);
    const claimed = documents.flatMap((file) =>
      claimsIn(read(file), 'en').map((claim) => `${file}: ${claim}`),
    );
    assert.deepEqual(claimed, []);
    assert.deepEqual(claimsIn(`${read('README.md')} Peer support cures depression.`, 'en'), ['cures']);
  });

  it('leave nothing for later', () => {
    const found = files.filter(
      (file) =>
        /^(?:src|tools|\.storybook|demo)\//.test(file) && /\b(?:TODO|FIXME|XXX|HACK)\b/.test(read(file)),
    );
    assert.deepEqual(found, []);
  });

  it('say in file names what is inside', () => {
    assert.deepEqual(
      files.filter((file) => file.startsWith('src/') && EMPTY_NAMES.test(file)),
      [],
    );
  });

  it('say at the top of each module why it exists', () => {
    const silent = files.filter(
      (file) =>
        /^(?:src\/(?!define\/)|tools\/).*\.(?:ts|mjs)$/.test(file) &&
        !/^(?:#!.*\n)?\s*\/[*/]/.test(read(file)),
    );
    assert.deepEqual(silent, []);
  });
});

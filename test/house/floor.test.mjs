import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { youngIn } from '../../tools/floor.mjs';
import { modulesOfSrc } from '../../tools/layers.mjs';

describe('the oldest browsers that we promise', () => {
  it('know everything that the sources use', () => {
    assert.deepEqual(
      modulesOfSrc().flatMap(({ module, source }) => youngIn(module, source)),
      [],
    );
  });

  it('would miss what is younger', () => {
    for (const source of [
      'const now = Temporal.Now.instant();',
      'Promise.try(load);',
      'names.values().map(fold);',
      'const url = URL.parse(text);',
      'css`textarea { field-sizing: content; }`',
      'html`<details name="a"></details>`',
      'await scheduler.yield();',
      'css`.tip { inset-block-start: anchor(--name bottom); }`',
    ]) {
      assert.equal(youngIn('x', source).length, 1, source);
    }
  });

  it('have what only looks younger, and what is guarded', () => {
    for (const source of [
      'Object.values(names).map(fold);',
      '[...names.values()].map(fold);',
      'if (typeof scheduler !== "undefined") await scheduler.yield();',
      '// Temporal.Now would do',
      'get #anchor(): string { return this.#start; }',
    ]) {
      assert.deepEqual(youngIn('x', source), [], source);
    }
  });
});

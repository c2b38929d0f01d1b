/** Runs first in every test file: a console line that no test announced makes the test fail that caused it. */
import { announcedLines, settleConsole, watchConsole } from './expect-console.js';

watchConsole(window);

interface RunnableTest {
  fn?: ((this: unknown, done?: (error?: unknown) => unknown) => unknown) | undefined;
  async?: unknown;
}

// Checked at the end of the test's own function: a hook that throws would end the whole file.
beforeEach(function guardConsole() {
  const test = this.currentTest as RunnableTest | undefined;
  const body = test?.fn;
  if (!test || !body) return;
  test.fn = test.async
    ? function guarded(done) {
        body.call(this, (error?: unknown) => {
          if (error) return done?.(error);
          try {
            settleConsole();
            return done?.();
          } catch (complaint) {
            return done?.(complaint);
          }
        });
      }
    : async function guarded() {
        await body.call(this);
        await announcedLines();
        settleConsole();
      };
});

// Lines that came while the test tidied up after itself.
afterEach(function settleAfterTidying() {
  if (this.currentTest?.state === 'failed') {
    try {
      settleConsole();
    } catch {
      // The test has failed already, and its own reason says more.
    }
    return;
  }
  settleConsole();
});

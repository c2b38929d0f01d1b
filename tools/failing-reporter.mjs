/** For Node's test runner: one line of JSON for each test that failed, since its TAP names neither file nor the suites around it. */
import { inspect } from 'node:util';

/** Failed for no reason of their own: the test inside is told by itself. */
const ECHO = 'subtestsFailed';

/** Why a file failed that its tests do not answer for: it could not be loaded, or its process went away. */
function ofTheFile(file, { exitCode, signal }, told) {
  const said = told.split('\n').find((line) => /^(?:Error: Test |\w*Error\b)/.test(line.trim()));
  const message = said?.trim() ?? `its process ended with ${signal ?? exitCode}`;
  return { file, name: '', error: { message }, told };
}

export default async function* failing(source) {
  /** By file: names of the suites that are open, and what was said beside the tests. */
  const open = new Map();
  const beside = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:diagnostic')
      beside.set(data.file, `${beside.get(data.file) ?? ''}${data.message.trimEnd()}\n`);
    if (type === 'test:start')
      open.set(data.file, [...(open.get(data.file) ?? []).slice(0, data.nesting), data.name]);
    if (type !== 'test:fail') continue;
    const { error } = data.details;
    if (error?.failureType === ECHO) continue;
    const whole = data.nesting === 0 && error?.exitCode !== undefined;
    const cause = error?.cause ?? error;
    const failure = whole
      ? ofTheFile(data.file, error, beside.get(data.file) ?? '')
      : {
          file: data.file,
          name: [...(open.get(data.file) ?? []).slice(0, data.nesting), data.name].join(' > '),
          error:
            typeof cause === 'string' ? { message: cause } : { name: cause?.name, message: cause?.message },
          told: typeof cause === 'string' ? cause : inspect(cause),
        };
    yield `${JSON.stringify(failure)}\n`;
  }
}

#!/usr/bin/env node
/** `npx kith-widgets …`: the command line for those who keep a list, on a terminal or at night by cron. */
import { askAsABrowser } from './as-a-browser.js';
import { run } from './run.js';

askAsABrowser();

process.exitCode = await run(process.argv.slice(2), {
  now: Date.now(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});

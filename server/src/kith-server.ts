#!/usr/bin/env node
/** The command `kith-server`: reads the settings and hands over to what was asked for. */
import { run } from './commands/run.js';

process.exitCode = await run(process.argv.slice(2));

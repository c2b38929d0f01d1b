/** The thread that writes: takes what is asked, hands it to the group commit, tells what came of it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked, GroupCommitOptions } from './group-commit.js';
import { GroupCommit } from './group-commit.js';

const port = parentPort;
if (!port) throw new Error('This is a thread of kith-server and does nothing on its own.');

const group = new GroupCommit(workerData as GroupCommitOptions, (told) => {
  if (told.length > 0) port.postMessage(told);
});
const waiting: Asked[] = [];
let running = false;
let closing = false;

let ended = false;

async function run(): Promise<void> {
  if (running || ended) return;
  running = true;
  await group.run(waiting);
  running = false;
  if (closing) {
    // Once: a number that was closed may be another file's by now.
    ended = true;
    group.close();
    port?.close();
  }
}

port.on('message', (message: Asked | 'close') => {
  if (message === 'close') closing = true;
  else waiting.push(message);
  // After the messages that have come already, so that they go into one group.
  setImmediate(() => void run());
});
port.postMessage('open');

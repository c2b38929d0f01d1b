/** Runs the server under strace with visitors at it, and judges every acknowledgement by what the system was asked to do before. Linux only. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectStatus } from '../test/set-up/http-client.mjs';
import { startServer, temporaryFolder } from '../test/set-up/process.mjs';
import { ensureProgram } from '../test/set-up/programs.mjs';
import { sealing } from '../test/set-up/sealing.mjs';
import { below, bytesOf, seeded } from '../test/set-up/seeded.mjs';
import { makeBox } from '../test/set-up/staff-client.mjs';
import { nonsense, visit } from '../test/set-up/visitor-client.mjs';
import { judge, readTrace, straceInto } from './system-calls.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const OFF = path.join(here, 'synchronous-off.mjs');
const BROKEN = path.join(here, 'broken.mjs');

/** What a trace is run of; all but the first have to be found out. */
export const SUBJECTS = {
  server: {},
  'synchronous=OFF': { node: ['--import', OFF] },
  'acknowledged before the commit': { script: BROKEN, env: { PROVE_BREAK: 'early-ack' } },
};

/**
 * @param {{ node?: readonly string[], script?: string, env?: Record<string, string>, seed: number, visitors?: number, sends?: number }} options
 *   Each of the visitors sends so often; every third question is sent again, every fourth erased.
 */
export async function runTrace({ node = [], script, env = {}, seed, visitors = 6, sends = 12 }) {
  const random = seeded(seed);
  const trace = path.join(temporaryFolder(), 'trace');
  ensureProgram('strace');
  const server = await startServer({
    before: straceInto(trace),
    node,
    ...(script ? { script } : {}),
    env: { KITH_PROOF_PREFIX: '0', KITH_RATES: 'send=1000/100000 erase=1000/100000', ...env },
  });
  const desk = await makeBox({ base: server.base, link: await server.firstLink() });
  const page = await visit({ base: server.base, boxId: desk.boxId, pins: [desk.pin] });
  const keyId = await sealing.keyIdOf(page.manifest.pk);
  const asked = await page.challenge();

  const visitor = async (chance) => {
    for (let at = 0; at < sends; at += 1) {
      const letter = await nonsense(desk.boxId, keyId, bytesOf(chance));
      const proof = await page.prove(letter.hash, asked);
      await expectStatus(page.send(letter, proof), 200);
      if (at % 3 === 1) await expectStatus(page.send(letter, proof), 200);
      if (at % 4 !== 3) continue;
      const subject = await sealing.proofSubjectOfErasure(desk.boxId, letter.secrets.locator);
      await expectStatus(page.erase(letter.secrets, await page.prove(subject, asked)), 200);
    }
  };
  await Promise.all(Array.from({ length: visitors }, () => visitor(seeded(below(random, 2 ** 32)))));
  await server.stop();
  const calls = readTrace(readFileSync(trace, 'utf8'));
  return judge(calls, server.port);
}

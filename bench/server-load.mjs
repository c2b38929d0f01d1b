/**
 * Asks a server over plain sockets, each with one request under way, and says how long it took. A process of its own, with as little in it as can be, so
 * that the server is what is measured. It is told what to do by messages: `{ sends }` or `{ reads }` to get ready, `{ go: true }` to begin.
 */
import net from 'node:net';

let begin;

/** Lengths of an answer's head and body; undefined until the head is whole. */
function sizeOf(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const isEmpty = /^HTTP\/1\.1 (?:204|304)/.test(head);
  if (length === undefined && !isEmpty) throw new Error(`An answer without a length: ${head}`);
  return end + 4 + (isEmpty ? 0 : Number(length));
}

/** @returns Milliseconds for `count` requests, `requestAt` giving each one's bytes. */
async function run({ port, connections, count, status }, requestAt) {
  const sockets = await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise((resolve, reject) => {
          const socket = net.connect(port, '127.0.0.1', () => resolve(socket)).once('error', reject);
          socket.setNoDelay(true);
        }),
    ),
  );
  const wanted = Buffer.from(`HTTP/1.1 ${status}`);
  const cpu = process.cpuUsage();
  const from = performance.now();
  let next = 0;
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise((resolve, reject) => {
          let held = Buffer.alloc(0);
          const ask = () => {
            if (next >= count) return resolve();
            socket.write(requestAt(next));
            next += 1;
          };
          socket.on('error', reject);
          socket.on('close', () => reject(new Error('The server closed the connection.')));
          socket.on('data', (part) => {
            held = held.length === 0 ? part : Buffer.concat([held, part]);
            const size = sizeOf(held);
            if (size === undefined || held.length < size) return;
            if (!held.subarray(0, wanted.length).equals(wanted))
              reject(new Error(held.toString('latin1').slice(0, 400)));
            held = held.subarray(size);
            ask();
          });
          ask();
        }),
    ),
  );
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  return { ms, busy: (user + system) / 1000 / ms };
}

async function readySends(sends) {
  const { sealing } = await import('../server/test/set-up/sealing.mjs');
  const { nonsense } = await import('../server/test/set-up/visitor-client.mjs');
  const { solveProof } = await import('../server/test/set-up/solve-proof.mjs');
  const boxId = sealing.fromBase64url(sends.boxId, 'boxId', 16);
  const keyId = sealing.fromBase64url(sends.keyId, 'keyId', 8);
  const requests = [];
  for (let at = 0; at < sends.count; at += 1) {
    const { wire, hash } = await nonsense(boxId, keyId);
    const body = JSON.stringify({ question: wire, proof: solveProof(sends.challenge, boxId, hash) });
    requests.push(
      Buffer.from(
        `POST /v1/boxes/${sends.boxId}/questions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      ),
    );
  }
  begin = () => run({ ...sends, status: 200 }, (at) => requests[at]);
}

process.on('message', async (message) => {
  if (message.sends) await readySends(message.sends);
  if (message.reads) {
    const request = Buffer.from(message.reads.request);
    begin = () => run(message.reads, () => request);
  }
  if (message.go) process.send(await begin());
  else process.send({ ready: true });
});

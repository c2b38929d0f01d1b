/** Over a real connection: slow, endless and broken clients, and what leaves the server with an answer. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, it } from 'node:test';
import { sealing } from '../set-up/sealing.mjs';
import { quickSecrets, visit } from '../set-up/visitor-client.mjs';
import { aBox, anApp, listenerOf, onBothDatabases } from './an-app.mjs';

onBothDatabases('over a connection', (open) => {
  let server;
  let base;
  let port;
  let desk;
  let lines;
  before(async () => {
    const store = await open();
    const app = anApp(store);
    lines = app.lines;
    server = listenerOf(app.app, (event, facts) => lines.push({ event, ...facts }));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = server.address().port;
    base = `http://127.0.0.1:${port}`;
    desk = await aBox(store, app.fetch);
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  /** Writes bytes and gives all that comes back until the connection ends, or until `enough`. */
  const raw = (parts, enough = /\r\n\r\n[\s\S]*\}$/) =>
    new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => parts(socket));
      socket.setEncoding('utf8');
      socket.on('data', (more) => {
        text += more;
        if (enough.test(text)) socket.destroy();
      });
      socket.on('error', (error) => (text ? resolve(text) : reject(error)));
      socket.on('close', () => resolve(text));
    });
  const lookups = () => `/v1/boxes/${desk.id}/lookups`;
  const head = (more) =>
    `POST ${lookups()} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${more}\r\n\r\n`;

  it('a body that never ends is cut off at the limit', async () => {
    let sent = 0;
    const text = await raw((socket) => {
      socket.write(head('transfer-encoding: chunked'));
      const chunk = `1000\r\n${' '.repeat(4096)}\r\n`;
      const more = () => {
        while (!socket.destroyed && socket.write(chunk)) sent += 4096;
      };
      socket.on('drain', more);
      more();
    });
    assert.match(text, /^HTTP\/1\.1 413 /);
    assert.match(text, /urn:kith:problem:too-large/);
    assert.ok(sent < 50_000_000, `${sent} bytes were taken`);
  });

  it('a body that is announced too large is not waited for', async () => {
    const text = await raw((socket) => socket.write(head('content-length: 999999999')));
    assert.match(text, /^HTTP\/1\.1 413 /);
  });

  it('a body that is announced small and comes large is not read further', async () => {
    const text = await raw(
      (socket) => socket.write(`${head('content-length: 2')}{}${'x'.repeat(100)}`),
      /\}$/,
    );
    assert.match(text, /^HTTP\/1\.1 400 /);
  });

  it('a client that leaves in the middle is no failure of ours', async () => {
    const before = lines.length;
    await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`${head('content-length: 100')}{"locator":`, () => socket.resetAndDestroy());
      });
      socket.on('error', () => {});
      socket.on('close', resolve);
    });
    assert.equal((await fetch(`${base}/v1/health`)).status, 200);
    assert.deepEqual(lines.slice(before), []);
  });

  it('nonsense on the wire is refused and tells nobody', async () => {
    const before = lines.length;
    const printed = [];
    const { error, info, warn, log } = console;
    for (const name of ['error', 'info', 'warn', 'log']) console[name] = (...given) => printed.push(given);
    try {
      for (const bytes of [
        'GET / HTTP/1.1\r\n\r\n',
        'GET / HTTP/1.1\r\nhost: a b\r\n\r\n',
        'GET http://[ HTTP/1.1\r\nhost: x\r\n\r\n',
        'GET //x HTTP/1.1\r\nhost: localhost\r\n\r\n',
        'GET /\x00 HTTP/1.1\r\nhost: x\r\n\r\n',
        'nonsense\r\n\r\n',
        `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
        `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
        `${head('content-length: 2\r\ntransfer-encoding: chunked')}{}`,
        `${head('content-length: -1')}{}`,
      ]) {
        const text = await raw((socket) => socket.end(bytes), /\r\n\r\n/);
        assert.match(text, /^HTTP\/1\.1 4\d\d /, JSON.stringify(bytes.slice(0, 60)));
      }
    } finally {
      Object.assign(console, { error, info, warn, log });
    }
    assert.deepEqual(printed, []);
    assert.deepEqual(lines.slice(before), []);
  });

  it('slow clients have a limited time for headers and bodies', () => {
    assert.equal(server.headersTimeout, 10_000);
    assert.equal(server.requestTimeout, 30_000);
    assert.ok(server.keepAliveTimeout <= 75_000);
  });

  it('no answer names the server, sets a cookie or repeats what was sent', async () => {
    const page = await visit({ base, boxId: desk.boxId, pins: [desk.pin] });
    const one = await page.write('How do I begin?', { secrets: await quickSecrets() });
    const marked = {
      'user-agent': 'canary-agent',
      referer: 'https://canary-referrer.example/',
      cookie: 'canary=1',
      'x-forwarded-for': '203.0.113.77',
      'x-canary': 'canary-header',
    };
    const proof = await page.prove(one.hash);
    const asks = [
      ['GET', '/'],
      ['GET', `/ask/${desk.id}`],
      ['GET', '/canary-path'],
      ['GET', page.path],
      ['POST', `${page.path}/questions`, { question: one.wire, proof }],
      ['POST', `${page.path}/questions`, { question: { ...one.wire, ct: 'canary-body' }, proof }],
      ['POST', `${page.path}/lookups`, { locator: sealing.toBase64url(one.question.locator) }],
      ['POST', `${page.path}/lookups`, { locator: 'canary-body' }],
      ['POST', `${desk.path}/salts`, { name: 'canary-name' }],
    ];
    for (const [method, at, body] of asks) {
      const response = await fetch(`${base}${at}`, {
        method,
        headers: { ...marked, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const said = `${JSON.stringify([...response.headers])}${await response.text()}`;
      for (const name of ['server', 'x-powered-by', 'set-cookie', 'via'])
        assert.equal(response.headers.get(name), null, `${at} ${name}`);
      for (const word of ['canary', '203.0.113.77', one.wire.ct, one.wire.locator, one.wire.eraseHash])
        assert.ok(!said.includes(word), `${at} says ${word}`);
    }
    const logged = JSON.stringify(lines);
    for (const word of ['canary', '127.0.0.1', one.wire.locator, desk.id])
      assert.ok(!logged.includes(word), word);
  });
});

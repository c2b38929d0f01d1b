/** The server looks at a page for a keeper, and at nothing else: not at its own network, not at another site, not for longer than it takes. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { boxTags, checkPage, isOwnAddress, isPublicAddress } from '../../dist/parts.js';

const TAG = '<kith-question-box backend="https://ask.example/" box-id="abc" key-id="def">';
const MEGABYTE = 1024 * 1024;

describe('looking at a page', () => {
  let site;
  let port;
  let origin;
  let asked = [];
  const pages = {
    '/ask': (response) => response.end(`<main>${TAG}…</kith-question-box></main>`),
    '/missing': (response) => response.writeHead(404).end(TAG),
    '/moved': (response) => response.writeHead(301, { location: '/ask' }).end(),
    '/endless': (response) => response.writeHead(302, { location: '/endless' }).end(),
    '/thrice': (response) => response.writeHead(302, { location: '/twice' }).end(),
    '/twice': (response) => response.writeHead(307, { location: '/moved' }).end(),
    '/away': (response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
    '/inside': (response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    '/metadata': (response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    '/other-port': (response) => response.writeHead(302, { location: `http://127.0.0.1:${port + 1}/` }).end(),
    '/as-somebody': (response) =>
      response.writeHead(302, { location: `http://a:b@127.0.0.1:${port}/ask` }).end(),
    '/no-address': (response) => response.writeHead(302, { location: 'http://[' }).end(),
    '/packed': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '999' }).write(TAG);
      setImmediate(() => response.destroy());
    },
    '/large': (response) => response.end(`${TAG}${' '.repeat(2 * MEGABYTE)}${TAG}`),
    '/without-end': (response) => {
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(65_536))) {
          // As long as somebody reads.
        }
      };
      response.on('drain', more);
      response.write(TAG);
      more();
    },
  };
  const check = (at, origins = [origin], find = nobody) => checkPage(`${origin}${at}`, origins, find);
  const nobody = async () => {
    throw new Error('asked for a name');
  };

  before(async () => {
    site = createServer((request, response) => {
      asked.push(request);
      (pages[request.url] ?? pages['/missing'])(response);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    ({ port } = site.address());
    origin = `http://127.0.0.1:${port}`;
  });
  after(() => {
    site.closeAllConnections();
    site.close();
  });

  it('gives the widget’s tags as they are written, also of a page that says 404', async () => {
    assert.deepEqual(await check('/ask'), { status: 200, tags: [TAG] });
    assert.deepEqual(await check('/missing'), { status: 404, tags: [TAG] });
  });

  it('says nothing of who asks', async () => {
    asked = [];
    await check('/ask');
    const [{ method, headers }] = asked;
    assert.equal(method, 'GET');
    assert.deepEqual(Object.keys(headers).sort(), [
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('goes to no page that is on another origin, however it is named', async () => {
    asked = [];
    for (const address of [
      `http://localhost:${port}/ask`,
      `http://127.0.0.1:${port + 1}/ask`,
      `https://127.0.0.1:${port}/ask`,
      `http://a:b@127.0.0.1:${port}/ask`,
      `http://127.0.0.1:${port}@elsewhere.example/`,
      'file:///etc/passwd',
      'data:text/html,x',
      `${origin}.elsewhere.example/`,
      'nonsense',
      '',
    ])
      assert.equal(await checkPage(address, [origin], nobody), 'foreign-page', address);
    assert.equal(await check('/ask', []), 'foreign-page');
    assert.equal(await check('/ask', ['null']), 'foreign-page');
    assert.deepEqual(asked, []);
  });

  it('follows three redirects on the same origin, and none that leads away or into a network', async () => {
    for (const at of ['/moved', '/twice', '/thrice'])
      assert.deepEqual(await check(at), { status: 200, tags: [TAG] });
    for (const at of ['/away', '/inside', '/metadata', '/other-port', '/as-somebody'])
      assert.equal(await check(at), 'foreign-page', at);
    asked = [];
    assert.equal(await check('/endless'), 'page-away');
    assert.equal(asked.length, 4);
    assert.equal(await check('/no-address'), 'page-away');
  });

  it('connects to no address inside, whatever name stands for it', async () => {
    asked = [];
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      '::ffff:127.0.0.1',
      'fe80::1',
      'fd00::1',
    ]) {
      const page = `http://page.example:${port}`;
      const family = address.includes(':') ? 6 : 4;
      const found = async () => [{ address, family }];
      assert.equal(await checkPage(`${page}/ask`, [page], found), 'page-away', address);
      const mixed = async () => [
        { address: '93.184.215.14', family: 4 },
        { address, family },
      ];
      assert.equal(await checkPage(`${page}/ask`, [page], mixed), 'page-away', `${address} among others`);
    }
    for (const host of ['10.0.0.1', '[::ffff:10.0.0.1]', '0x7f.1', '2130706433', '[::]', '0.0.0.0']) {
      const page = new URL(`http://${host}:${port}`).origin;
      if (page === origin) continue;
      assert.equal(await checkPage(`${page}/ask`, [page], nobody), 'page-away', host);
    }
    assert.equal(
      await checkPage(`http://page.example:${port}/`, [`http://page.example:${port}`], async () => []),
      'page-away',
    );
    assert.deepEqual(asked, []);
  });

  it('asks for the name once, and connects to what it was told then', async () => {
    const page = `http://localhost:${port}`;
    let times = 0;
    const rebinding = async () => {
      times += 1;
      return [{ address: times === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    assert.deepEqual(await checkPage(`${page}/ask`, [page], rebinding), { status: 200, tags: [TAG] });
    assert.equal(times, 1);
    const elsewhere = async () => [{ address: '93.184.215.14', family: 4 }];
    assert.equal(await checkPage(`${page}/ask`, [page], elsewhere), 'page-away', 'localhost is this machine');
  });

  it('reads two megabytes and no more, of a page without end as well', async () => {
    assert.deepEqual(await check('/large'), { status: 200, tags: [TAG] });
    assert.deepEqual(await check('/without-end'), { status: 200, tags: [TAG] });
  });

  it('says alike of everything that cannot be fetched that it is away', async () => {
    for (const at of ['/packed', '/cut']) assert.equal(await check(at), 'page-away', at);
    const shut = `http://127.0.0.1:1`;
    assert.equal(await checkPage(`${shut}/`, [shut], nobody), 'page-away');
    const tcp = createTcpServer((socket) => socket.end('not a page\r\n\r\n')).listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const odd = `http://127.0.0.1:${tcp.address().port}`;
    assert.equal(await checkPage(`${odd}/`, [odd], nobody), 'page-away');
    tcp.close();
    const secure = `https://127.0.0.1:${port}`;
    assert.equal(await checkPage(`${secure}/ask`, [secure], nobody), 'page-away', 'no TLS there');
  });
});

describe('the widget’s tags in a page', () => {
  it('are found in any case, over lines, with quotes that hold a >', () => {
    const tags = [
      '<kith-question-box>',
      '<KITH-QUESTION-BOX BOX-ID="a">',
      '<kith-question-box\n  box-id="a>b"\n  key-id=\'c>d\'\n>',
      '<kith-question-box box-id=a/>',
    ];
    assert.deepEqual(boxTags(`<p>${tags.join('</kith-question-box><br>')}`), tags);
  });

  it('are not found in comments, in other names, or where they do not end', () => {
    for (const html of [
      `<!-- ${TAG} -->`,
      `<!-- ${TAG}`,
      `<!--><!-- x ${TAG} -->`,
      '<kith-question-boxes>',
      '<kith-question-box box-id="a>',
      '</kith-question-box>',
      '&lt;kith-question-box&gt;',
      `<kith-question-box a="${'x'.repeat(2000)}">`,
    ])
      assert.deepEqual(boxTags(html), [], html.slice(0, 60));
    assert.deepEqual(boxTags(`<!-- x -->${TAG}<!-- y -->`), [TAG]);
  });

  it('are five at most, and a page that is made to be slow is not', () => {
    assert.equal(boxTags(TAG.repeat(20)).length, 5);
    // Within the time that a test has.
    for (const piece of ['<!--', '<kith-question-box ', '<kith-question-box "', `<kith-question-box a='"`])
      assert.deepEqual(boxTags(piece.repeat((2 * MEGABYTE) / piece.length)), []);
  });
});

describe('addresses', () => {
  it('are out on the internet or not', () => {
    for (const address of ['93.184.215.14', '8.8.8.8', '172.32.0.1', '2606:2800:21f::1', '2a00:1450::1'])
      assert.ok(isPublicAddress(address), address);
    for (const address of [
      '0.0.0.0',
      '10.0.0.1',
      '100.127.255.255',
      '127.8.8.8',
      '169.254.0.1',
      '172.31.255.255',
      '192.0.2.1',
      '192.168.0.1',
      '198.19.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::ffff:808:808',
      '64:ff9b::8.8.8.8',
      '2001:db8::1',
      '2001::1',
      '2002:7f00:1::',
      'fc00::1',
      'fe80::1%eth0',
      'ff02::1',
      'nonsense',
      '',
    ])
      assert.ok(!isPublicAddress(address), address);
    for (const address of ['127.0.0.1', '127.1.2.3', '::1']) assert.ok(isOwnAddress(address), address);
    for (const address of ['10.0.0.1', '8.8.8.8', 'fe80::1', '']) assert.ok(!isOwnAddress(address), address);
  });
});

/** The page that is measured, its scripts and its listing, from one small server on this machine. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const ZONE = 'America/Los_Angeles';

const page = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>Bench</title>
  </head>
  <body><main><h1>Groups</h1>${body}</main></body>
</html>`;

const PAGES = {
  kith: page(
    `<kith-group-finder src="/feed.json" source-time-zone="${ZONE}" country="US"></kith-group-finder>
    <script type="module" src="/kith/loader.js"></script>`,
  ),
  peer: page(
    `<div id="tsml-ui" data-src="/feed.json" data-timezone="${ZONE}"></div><script src="/peer.js" async></script>`,
  ),
};

/**
 * @param dist The folder with the script build.
 * @param peerScript Text of the peer's script, where there is one.
 */
export async function startSite(dist, peerScript) {
  const site = { feed: '[]', latency: 0, requests: [] };
  const contentOf = (name) => {
    if (name === '/feed.json') return ['application/json', site.feed];
    if (name === '/peer.js' && peerScript) return ['text/javascript', peerScript];
    const own = /^\/(kith|peer)$/.exec(name);
    if (own) return ['text/html; charset=utf-8', PAGES[own[1]]];
    const script = /^\/kith\/((?:chunks\/)?[\w.-]+\.js)$/.exec(name);
    return script ? ['text/javascript', readFileSync(path.join(dist, script[1]), 'utf8')] : undefined;
  };
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://bench').pathname;
    setTimeout(() => {
      let content;
      try {
        content = contentOf(name);
      } catch {
        content = undefined;
      }
      response.writeHead(content ? 200 : 404, {
        'content-type': content?.[0] ?? 'text/plain',
        'cache-control': 'no-store',
      });
      response.end(content?.[1] ?? '');
    }, site.latency);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(site, {
    origin: `http://127.0.0.1:${server.address().port}`,
    contentOf,
    stop: () => server.close(),
  });
}

/**
 * The pages that are measured, their scripts, and the listing as a file and as a BMLT server, from one small server on this
 * machine. Everything goes out as gzip, packed beforehand, so that packing is in nobody's figures.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { bmlt, meetingGuide, serviceBodies } from './feeds.mjs';

const ROOT_SERVER = '/main_server';

const TYPES = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const page = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>Bench</title>
  </head>
  <body><main><h1>Groups</h1>
${body}
</main></body>
</html>`;

/** A part of a deflate stream that can stand beside others: it ends on a byte and looks back on nothing. */
const packed = (text) => {
  const bytes = Buffer.from(text);
  return { bytes, raw: deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH }) };
};

/** Gzip of an answer around a listing that was packed before: JSONP names another function in every request. */
function gzipAround(before, middle, after) {
  const parts = [packed(before), middle, { bytes: Buffer.from(after), raw: deflateRawSync(after) }];
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(
    parts.reduce((sum, { bytes }) => crc32(bytes, sum), 0),
    0,
  );
  tail.writeUInt32LE(
    parts.reduce((sum, { bytes }) => sum + bytes.length, 0),
    4,
  );
  return Buffer.concat([head, ...parts.map(({ raw }) => raw), tail]);
}

/** @param subjects What is measured, each with its page and its folders. */
export async function startSite(subjects) {
  const site = { latency: 0, requests: [] };
  const folders = Object.assign({}, ...subjects.map(({ folders }) => folders));
  const pages = Object.fromEntries(subjects.map((subject) => [subject.id, subject]));
  const files = new Map();
  let listing;

  const fileOf = (name) => {
    const known = files.get(name);
    if (known) return known;
    const [, folder, rest] = /^\/([\w-]+)\/(.+)$/.exec(name) ?? [];
    const root = folders[folder];
    const file = root && path.join(root, rest);
    const type = TYPES[path.extname(name)];
    if (!file?.startsWith(root + path.sep) || !type) return undefined;
    const made = { type, body: gzipSync(readFileSync(file), { level: 9 }) };
    files.set(name, made);
    return made;
  };

  /** What a BMLT server says: plain, or in a call of the function that the address names. */
  const bmltAnswer = (url) => {
    const { searchParams } = url;
    const switcher = searchParams.get('switcher');
    const most = Number(searchParams.get('page_size') ?? 0);
    const { groups } = listing;
    const whole = !most || most >= groups.length;
    let part;
    if (switcher === 'GetSearchResults')
      part = whole ? listing.bmlt : packed(JSON.stringify(bmlt(groups.slice(0, most), listing.server)));
    else if (switcher === 'GetServiceBodies') part = packed(JSON.stringify(serviceBodies()));
    else if (switcher === 'GetFormats') part = packed('[]');
    else return undefined;
    const callback = searchParams.get('callback');
    return callback && /^\w+$/.test(callback)
      ? { type: 'text/javascript', body: gzipAround(`/**/${callback}(`, part, ');') }
      : { type: 'application/json', body: gzipAround('', part, '') };
  };

  const answerTo = (url) => {
    if (url.pathname === '/feed.json') return { type: 'application/json', body: listing.meetingGuide };
    if (url.pathname.startsWith(`${ROOT_SERVER}/client_interface/`)) return bmltAnswer(url);
    const subject = pages[url.pathname.slice(1)];
    return subject
      ? { type: 'text/html; charset=utf-8', body: gzipSync(page(subject.page(site.origin + ROOT_SERVER))) }
      : fileOf(url.pathname);
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url, site.origin);
    const entry = { path: url.pathname, switcher: url.searchParams.get('switcher'), from: Date.now() };
    site.requests.push(entry);
    setTimeout(() => {
      let answer;
      try {
        answer = answerTo(url);
      } catch {
        answer = undefined;
      }
      entry.bytes = answer?.body.length ?? 0;
      entry.missing = !answer;
      response.writeHead(answer ? 200 : 404, {
        'content-type': answer?.type ?? 'text/plain',
        'cache-control': 'no-store',
        ...(answer && { 'content-encoding': 'gzip', 'content-length': answer.body.length }),
      });
      response.end(answer?.body ?? '', () => {
        entry.until = Date.now();
      });
    }, site.latency);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.origin = `http://127.0.0.1:${server.address().port}`;

  return Object.assign(site, {
    /** The listing that all pages get from now on; returns its bytes in each format. */
    list(groups) {
      const server = site.origin + ROOT_SERVER;
      const guide = JSON.stringify(meetingGuide(groups));
      const other = packed(JSON.stringify(bmlt(groups, server)));
      listing = { groups, server, bmlt: other, meetingGuide: gzipSync(guide) };
      return {
        'Meeting Guide': { plain: guide.length, gzip: listing.meetingGuide.length },
        BMLT: { plain: other.bytes.length, gzip: other.raw.length },
      };
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

/** True for an answer that holds groups, in either format. */
export const isFeed = ({ path: name, switcher }) => name === '/feed.json' || switcher === 'GetSearchResults';

/** The built widgets under /kith/: read once at the start, served from memory by their exact names, so that no path leads anywhere else. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { hasAlready } from './published-boxes.js';

interface Script {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly type: string;
  /** Its name changes with its content. */
  readonly lasting: boolean;
}

export type Scripts = ReadonlyMap<string, Script>;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** @param folder As the build fills it; empty when there is none. */
export function readScripts(folder: string): Scripts {
  const found = new Map<string, Script>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    const plain = new Uint8Array(readFileSync(file));
    found.set(`/kith/${name}`, {
      plain,
      gzip: new Uint8Array(gzipSync(plain, { level: 9 })),
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      type: TYPES[path.extname(name)] ?? 'application/octet-stream',
      lasting: /^chunks\/.+-[\w-]{8}\.js$/.test(name),
    });
  }
  return found;
}

const acceptsGzip = (header: string | undefined): boolean =>
  (header ?? '').split(',').some((one) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one));

/** Pages of any origin may load them: they are the same for everybody, and a module needs the header. */
export function scripts(app: Hono, files: Scripts): void {
  app.get('/kith/*', (c) => {
    const script = files.get(new URL(c.req.url).pathname);
    if (!script) return c.notFound();
    const headers = {
      etag: script.etag,
      'cache-control': script.lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    };
    if (hasAlready(c.req.header('if-none-match'), script.etag))
      return new Response(null, { status: 304, headers });
    const zipped = acceptsGzip(c.req.header('accept-encoding'));
    return new Response(zipped ? script.gzip : script.plain, {
      headers: {
        ...headers,
        'content-type': script.type,
        ...(zipped ? { 'content-encoding': 'gzip' } : {}),
      },
    });
  });
}

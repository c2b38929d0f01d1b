/**
 * Serves dist/cdn under any path for the tests of the loader: `/built/<id>/<any name>.js` is the loader, `/built/<id>/chunks/…`
 * its chunks. `/built/<id>/fail?times=1&of=shared` makes the next requests of that id for chunks of that name fail, `/built/<id>/log` tells what was asked for.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export function builtMiddleware(root) {
  const logs = new Map();
  const failures = new Map();
  return async function built(context, next) {
    const found = /^\/built\/([\w-]+)\/(.+)$/.exec(context.path);
    if (!found) return next();
    const id = found[1];
    const name = decodeURIComponent(found[2]);
    const log = logs.get(id) ?? [];
    logs.set(id, log);
    if (name === 'log') {
      context.body = log;
    } else if (name === 'fail') {
      failures.set(id, { left: Number(context.query.times), of: String(context.query.of ?? '') });
      context.body = 'ok';
    } else {
      log.push(context.url.replace(`/built/${id}/`, ''));
      const chunk = name.startsWith('chunks/');
      const failing = failures.get(id);
      if (chunk && failing?.left > 0 && name.includes(failing.of)) {
        failing.left -= 1;
        context.status = 503;
        context.body = 'unavailable';
        return undefined;
      }
      const file = chunk || name === 'single.js' ? path.normalize(name) : 'loader.js';
      try {
        context.body = readFileSync(path.join(root, 'dist/cdn', file), 'utf8');
        context.type = 'text/javascript';
      } catch {
        context.status = 404;
      }
    }
    return undefined;
  };
}

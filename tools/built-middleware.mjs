/**
 * Serves dist/cdn under any path for the tests of the loader: `/built/<id>/<any name>.js` is the loader, `/built/<id>/chunks/…`
 * its chunks. `/built/<id>/fail?times=1&of=shared` makes the next requests of that id for chunks of that name fail, `/built/<id>/log`
 * tells what was asked for; after `/built/<id>/hold?of=shared` no script of that id and name is answered before `/built/<id>/go`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export function builtMiddleware(root) {
  const logs = new Map();
  const failures = new Map();
  const holds = new Map();

  const controls = {
    log: (id) => logs.get(id) ?? [],
    fail(id, query) {
      failures.set(id, { left: Number(query.times), of: String(query.of ?? '') });
      return 'ok';
    },
    hold(id, query) {
      let go;
      const gone = new Promise((resolve) => {
        go = resolve;
      });
      holds.get(id)?.go();
      holds.set(id, { of: String(query.of ?? ''), go, gone });
      return 'ok';
    },
    go(id) {
      holds.get(id)?.go();
      holds.delete(id);
      return 'ok';
    },
  };

  return async function built(context, next) {
    const found = /^\/built\/([\w-]+)\/(.+)$/.exec(context.path);
    if (!found) return next();
    const id = found[1];
    const name = decodeURIComponent(found[2]);
    if (Object.hasOwn(controls, name)) {
      context.body = controls[name](id, context.query);
      return undefined;
    }
    logs.set(id, [...(logs.get(id) ?? []), context.url.replace(`/built/${id}/`, '')]);
    const hold = holds.get(id);
    if (hold && name.includes(hold.of)) await hold.gone;
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
    return undefined;
  };
}

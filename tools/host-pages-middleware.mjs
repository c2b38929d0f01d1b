/**
 * Serves the pages of test/pages as other people's servers would: word for word, with the headers that a page names for itself in
 * `<!-- header: Content-Security-Policy: … -->`. `?built=<id>` sends a page to `/built/<id>/` for its scripts, where a test can
 * hold them back, let them fail and read what was asked for. `?as=kith-meeting-calendar` puts another widget in the finder's place.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { variantAt } from './script-variants.mjs';

export function hostPages(root) {
  return async function hostPage(context, next) {
    const variant = variantAt(context.path);
    if (variant !== undefined) {
      context.type = 'text/javascript';
      context.body = variant;
      return undefined;
    }
    if (!/^\/test\/pages\/[\w/-]+\.html$/.test(context.path)) return next();
    let page;
    try {
      page = readFileSync(path.join(root, context.path), 'utf8');
    } catch {
      return next();
    }
    for (const [, name, value] of page.matchAll(/<!--\s*header:\s*([\w-]+):\s*(.*?)\s*-->/gs)) {
      context.set(name, value.replace(/\s+/g, ' '));
    }
    const tag = /^kith-[a-z-]+$/.exec(String(context.query.as ?? ''))?.[0];
    if (tag && !page.includes(`<${tag}`)) page = page.replaceAll('kith-group-finder', tag);
    const id = /^[\w-]+$/.exec(String(context.query.built ?? ''))?.[0];
    context.type = 'text/html; charset=utf-8';
    context.body = id ? page.replace(/(["'])\/(?:dist\/cdn|without-search)\//g, `$1/built/${id}/`) : page;
    return undefined;
  };
}

/** Every status of the origins of pages and of looking at one. What a page may do to the server is another test's: page-check. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';

export const pageStatuses = (at) =>
  describe('pages', () => {
    const { status } = at;
    let desk;
    let grace;
    let site;
    let origin;
    const TAG = '<kith-question-box backend="https://ask.example" box-id="x">';
    const check = (url) => desk.staff('POST', 'page-check', { url });
    before(async () => {
      site = createServer((_, response) => response.end(`<main>${TAG}</kith-question-box></main>`));
      site.listen(0, '127.0.0.1');
      await once(site, 'listening');
      origin = `http://127.0.0.1:${site.address().port}`;
      desk = await at.newBox();
      grace = await desk.letIn({ id: 'grace', name: 'Grace' });
    });
    after(() => site.close());

    it('may be on the origins that a keeper names, written exactly', async () => {
      const put = (origins) => desk.staff('PUT', 'origins', { origins });
      await status(200, put(['https://a.example', origin]));
      for (const wrong of [
        'https://a.example/',
        'https://a.example/page',
        'https://*.example',
        'HTTPS://A.EXAMPLE',
        'http://a.example',
        'https://user@a.example',
        'https://a.example:443',
        'ftp://a.example',
        'null',
        '*',
        '',
      ])
        await status(400, put([wrong]), 'malformed');
      await status(400, put(Array.from({ length: 21 }, (_, one) => `https://${one}.example`)), 'malformed');
      const { origins } = await desk.view();
      assert.deepEqual(origins, { box: [origin, 'https://a.example'], server: ['https://clinic.example'] });
      await status(403, grace.staff('PUT', 'origins', { origins: [] }), 'not-allowed');
    });

    it('are looked at for the widget’s tag, some times', async () => {
      const { body } = await status(200, check(`${origin}/ask`));
      assert.deepEqual(body, { status: 200, tags: [TAG] });
      await status(422, check('https://b.example/'), 'foreign-page');
      await status(422, check('nonsense'), 'foreign-page');
      await status(422, check('https://a.example/'), 'page-away');
      await status(403, grace.staff('POST', 'page-check', { url: origin }), 'not-allowed');
      let response;
      do response = await check('https://b.example/');
      while (response.status === 422);
      const { headers } = await status(429, response, 'too-many');
      at.monotonic.pass(Number(headers.get('retry-after')));
      await status(200, check(origin));
    });
  });

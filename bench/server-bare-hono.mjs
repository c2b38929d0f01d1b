/** Hono with @hono/node-server and nothing else: a greeting, and the bytes of a file as JSON. Prints its port. */
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const bytes = readFileSync(process.argv[2], 'utf8');
const app = new Hono();
app.get('/', (c) => c.text('Hello Hono!'));
app.get('/box', (c) => c.body(bytes, 200, { 'content-type': 'application/json' }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port));

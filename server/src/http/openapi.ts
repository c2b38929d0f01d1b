/** The OpenAPI 3.1 document, made from the very table that the server runs and the very schemas that it checks with. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { PROBLEMS } from './problems.js';
import type { Route } from './route.js';
import { Problem } from './schemas.js';

const schemaOf = (schema: GenericSchema) => {
  const { $schema, ...rest } = toJsonSchema(schema, { typeMode: 'input', target: 'draft-2020-12' });
  return rest;
};

const WORDS = { 200: 'Done', 201: 'Made', 204: 'Done; nothing to say' } as const;

const wait = { 'Retry-After': { schema: { type: 'integer', minimum: 1 }, description: 'seconds' } };

function problemResponses(route: Route) {
  const responses: Record<string, object> = {};
  for (const status of new Set(route.problems.map((name) => PROBLEMS[name][0]))) {
    const names = route.problems.filter((name) => PROBLEMS[name][0] === status);
    responses[status] = {
      description: names.map((name) => `\`${name}\`: ${PROBLEMS[name][1]}`).join(' '),
      ...(status === 429 || status === 503 ? { headers: wait } : {}),
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              {
                properties: {
                  type: { enum: names.map((name) => `urn:kith:problem:${name}`) },
                  status: { const: status },
                },
              },
            ],
          },
        },
      },
    };
  }
  return responses;
}

function operation(route: Route) {
  const { body, answer } = route;
  return {
    operationId: `${route.method.toLowerCase()}${route.path
      .replace(/^\/v1/, '')
      .replace('{boxId}', 'box')
      .replace(/\/(\w)/g, (_, letter: string) => letter.toUpperCase())
      .replace(/\W/g, '')}`,
    summary: route.summary,
    tags: [route.side],
    ...(route.signedIn ? { security: [{ session: [] }] } : {}),
    ...(route.path.includes('{boxId}')
      ? {
          parameters: [
            {
              name: 'boxId',
              in: 'path',
              required: true,
              description: '16 bytes in unpadded base64url',
              schema: { type: 'string', minLength: 22, maxLength: 22, pattern: '^[A-Za-z0-9_-]*$' },
            },
          ],
        }
      : {}),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }
      : {}),
    responses: {
      [route.status]: {
        description: WORDS[route.status],
        ...(route.conditional
          ? { headers: { ETag: { schema: { type: 'string' }, description: 'strong' } } }
          : {}),
        ...(answer ? { content: { 'application/json': { schema: schemaOf(answer) } } } : {}),
      },
      ...(route.conditional ? { 304: { description: 'Not changed since `If-None-Match`' } } : {}),
      ...problemResponses(route),
    },
  };
}

/** @param version Of the server. */
export function openApi(routes: readonly Route[], version: string): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'kith-server',
      version,
      description:
        'The backend of the sealed question box, protocol kith-box/1. Bytes are unpadded base64url; problems are RFC 9457. An unknown address gives 404 `not-found`, another method 405 with `Allow`.',
    },
    tags: [
      { name: 'public', description: 'A visitor’s page. Only origins on the list may ask from a page.' },
      { name: 'staff', description: 'The desk. A page of another origin gets 403.' },
      { name: 'service', description: 'Whoever runs the server.' },
    ],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem) },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  });
}

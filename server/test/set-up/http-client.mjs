/** Asking the server: over the network, or an app in this process through its own `fetch`. */

/**
 * @param {string} base As `http://127.0.0.1:4180`.
 * @param {{ headers?: Record<string, string>, fetch?: typeof fetch }} [options] `headers` go with every request.
 * @returns {(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
 *   Promise<{ status: number, headers: Headers, body: any }>} A body that is no JSON comes as text.
 */
export const clientOf =
  (base, { headers = {}, fetch: ask = fetch } = {}) =>
  async (method, path, body, more = {}) => {
    const response = await ask(
      new Request(new URL(path, base), {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
          ...more,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };

/** The body of an answer that must have this status. */
export async function expectStatus(response, status) {
  const { status: got, body } = await response;
  if (got !== status) throw new Error(`${got} in place of ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A `fetch` from an address of the caller's choice: all of 127.0.0.0/8 is this machine, so that a test can tell its visitor's address from others. */
import http from 'node:http';

/** @param {string} localAddress @returns {typeof fetch} */
export const fetchFrom = (localAddress) => (input, init) => {
  const asked = new Request(input, init);
  return new Promise((resolve, reject) => {
    const request = http.request(
      asked.url,
      { method: asked.method, headers: Object.fromEntries(asked.headers), localAddress, agent: false },
      (response) => {
        const parts = [];
        response.on('error', reject);
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          const { statusCode: status, headers } = response;
          const body = status === 204 || status === 304 ? null : Buffer.concat(parts);
          const flat = Object.entries(headers).map(([name, value]) => [name, String(value)]);
          resolve(new Response(body, { status, headers: flat }));
        });
      },
    );
    request.on('error', reject);
    asked.arrayBuffer().then((body) => request.end(Buffer.from(body)), reject);
  });
};

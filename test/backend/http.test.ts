import { expect } from '@open-wc/testing';
import { fetchText } from '../../src/backend/http.js';

const NEVER_ABORTED = new AbortController().signal;

/** What is read from an answer with these bytes, declared as that type. */
async function readAs(type: string, bytes: Iterable<number>): Promise<string> {
  const { fetch } = globalThis;
  globalThis.fetch = async () => new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
  try {
    return await fetchText('https://example.org/groups', NEVER_ABORTED);
  } finally {
    globalThis.fetch = fetch;
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);
/** One byte a character. */
const latin = (text: string) => [...text].map((character) => character.charCodeAt(0));
const utf16 = (text: string) =>
  [...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]);

describe('the characters of a text', () => {
  it('are UTF-8 whatever the server declares, where they can be', async () => {
    for (const type of ['text/csv', 'text/csv; charset=iso-8859-1', 'text/csv; charset="utf8mb4"']) {
      expect(await readAs(type, utf8('Köln, “café”'))).to.equal('Köln, “café”');
    }
  });

  it('are what the server declares, else Windows-1252, where they are no UTF-8', async () => {
    expect(await readAs('text/csv', latin('Caf\xe9 \x96 D\x92accord'))).to.equal('Café – D’accord');
    expect(await readAs('text/csv; charset=iso-8859-2', latin('\xa3\xf3d\xbc'))).to.equal('Łódź');
    expect(await readAs('text/csv; charset=nonsense', latin('Caf\xe9'))).to.equal('Café');
  });

  it('are UTF-16 where the mark of a spreadsheet program says so, or the server', async () => {
    expect(await readAs('text/plain', utf16('\ufeffname\tcafé'))).to.equal('name\tcafé');
    const bigEndian = utf16('\ufeffcafé').map((_, at, all) => all[at ^ 1] ?? 0);
    expect(await readAs('text/plain', bigEndian)).to.equal('café');
    expect(await readAs('text/plain; charset=utf-16le', utf16('café'))).to.equal('café');
  });
});

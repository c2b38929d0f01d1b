import { expect } from '@open-wc/testing';
import { loadDirectory } from '../../src/backend/catalogue.js';

const REQUEST = { addresses: ['https://example.org/list'], today: '2026-11-21' };

/** Resolves when the page has asked for a module of that name, now or earlier. */
function askedFor(name: string): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver((entries, observer) => {
      if (!entries.getEntries().some((entry) => entry.name.includes(`/adapters/${name}.`))) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'resource', buffered: true });
  });
}

/** Begins an answer and keeps its end back until the adapter has been asked for. */
async function formatOf(
  start: string,
  end: string,
  adapter: string,
  format = '',
): Promise<string | undefined> {
  const { fetch } = globalThis;
  const bytes = new TextEncoder();
  globalThis.fetch = async () =>
    new Response(
      new ReadableStream({
        async start(stream) {
          stream.enqueue(bytes.encode(start));
          await askedFor(adapter);
          stream.enqueue(bytes.encode(end));
          stream.close();
        },
      }),
    );
  try {
    const { sources } = await loadDirectory(
      { ...REQUEST, ...(format && { format }) },
      new AbortController().signal,
    );
    return sources[0]?.format;
  } finally {
    globalThis.fetch = fetch;
  }
}

describe('an adapter', () => {
  it('that the page names is asked for, whatever the list looks like', async () => {
    const text = '\n{"groups": [{"id": "a", "name": "A"}]}';
    expect(await formatOf(text.slice(0, 9), text.slice(9), 'kith-json', 'kith-json')).to.equal('kith-json');
  });

  it('is asked for as soon as the list begins, not when it has come', async () => {
    expect(await formatOf('[{"name": "A', '", "day": 2, "time": "18:30"}]', 'meeting-guide')).to.equal(
      'meeting-guide',
    );
    expect(await formatOf('group name,day,', 'time\nA,Tue,18:30', 'csv')).to.equal('csv');
  });

  it('that was guessed wrongly reads nothing', async () => {
    const kindOf = (start: string, end: string, adapter: string) =>
      formatOf(start, end, adapter).catch(({ kind }) => kind);
    expect(await kindOf('Come, all of you', ' to our groups\n', 'csv')).to.equal('malformed');
    expect(await kindOf('[{"name": "A",', ' broken', 'meeting-guide')).to.equal('malformed');
  });
});

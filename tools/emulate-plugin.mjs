/** Lets tests in test/emulated/ see the page as Chromium shows it in print, or keeps it in memory: what a page cannot ask for itself. */

const sessions = new WeakMap();

async function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}

async function emulate(page, { media = '', features = {} }) {
  const session = await sessionOf(page);
  await session.send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
  return true;
}

/** What is left in memory after all garbage is gone: nodes, listeners, documents. */
async function countMemory(page) {
  const session = await sessionOf(page);
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
  return { nodes, listeners: jsEventListeners, documents };
}

/** Opens a page, leads it to another address and back again as a visitor does. Returns what it then says in its title. */
async function thereAndBack(page, { address, away }) {
  const origin = new URL(page.url()).origin;
  const other = await page.browser().newPage();
  try {
    await other.goto(origin + address);
    await other.waitForFunction(() => document.title === 'ready');
    await other.goto(origin + away);
    await other.goBack();
    await other.waitForFunction(() => /^back/.test(document.title));
    return await other.title();
  } finally {
    await other.close();
  }
}

const COMMANDS = { 'kith-emulate': emulate, 'kith-memory': countMemory, 'kith-there-and-back': thereAndBack };

/** The commands for the test runner; test/emulated/emulate.ts calls them. */
export function emulatePlugin() {
  return {
    name: 'kith-emulate',
    async executeCommand({ command, payload, session }) {
      return COMMANDS[command]?.(session.browser.getPage(session.id), payload ?? {});
    },
  };
}

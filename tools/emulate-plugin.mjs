/** Lets tests in test/emulated/ see the page as Chromium shows it in print, in forced colours or without motion. */

const sessions = new WeakMap();

/** The command `kith-emulate` for the test runner; `emulate()` in test/emulated/emulate.ts calls it. */
export function emulatePlugin() {
  return {
    name: 'kith-emulate',
    async executeCommand({ command, payload, session }) {
      if (command !== 'kith-emulate') return undefined;
      const page = session.browser.getPage(session.id);
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const { media = '', features = {} } = payload;
      await sessions.get(page).send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
      return true;
    },
  };
}

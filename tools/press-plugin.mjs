/** Presses keys with modifiers in every engine: the test runner's own command knows none through WebDriver. */

/** Code points of WebDriver for keys that type nothing. */
const WEBDRIVER = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

async function pressWithPuppeteer(page, keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of [...keys].reverse()) await page.keyboard.up(key);
}

async function pressWithWebDriver(driver, keys) {
  const values = keys.map((key) => WEBDRIVER[key] ?? key);
  const actions = [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...[...values].reverse().map((value) => ({ type: 'keyUp', value })),
  ];
  await driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
}

/** The command `kith-press` for the test runner; `press()` in test/keys.ts calls it. */
export function pressPlugin() {
  return {
    name: 'kith-press',
    async executeCommand({ command, payload, session }) {
      if (command !== 'kith-press') return undefined;
      const keys = String(payload.keys)
        .split('+')
        .map((key) => key || '+');
      if (session.browser.type === 'webdriver') await pressWithWebDriver(session.browser.driver, keys);
      // Firefox knows the character alone, Chromium both.
      else
        await pressWithPuppeteer(
          session.browser.getPage(session.id),
          keys.map((key) => (key === 'Space' ? ' ' : key)),
        );
      return true;
    },
  };
}

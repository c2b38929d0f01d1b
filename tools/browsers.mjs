/** Finds the browsers that the tests run in, and as root on Debian installs what is missing. Node's own modules only. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Debian's packages per engine. */
const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** Engines by the name that KITH_BROWSER takes, in the order in which they run. */
export const ENGINES = Object.keys(PACKAGES);

const isDebian = () => process.platform === 'linux' && Boolean(which('apt-get'));
const isRoot = () => process.getuid?.() === 0;

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function which(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    if (folder && runs(file)) return file;
  }
  return undefined;
}

/** Folders inside `folder`, newest first by name; none where it does not exist. */
function folders(folder) {
  try {
    return readdirSync(folder)
      .sort()
      .reverse()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function firstThatRuns(files) {
  return files.find((file) => file && runs(file));
}

/** Where Playwright keeps the browsers that it downloaded. */
function playwrightFolders(prefix) {
  const home = os.homedir();
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: path.join(home, 'Library/Caches/ms-playwright'),
      win32: path.join(process.env.LOCALAPPDATA ?? home, 'ms-playwright'),
    }[process.platform] ??
    path.join(home, '.cache/ms-playwright');
  return folders(cache).filter((folder) => path.basename(folder).startsWith(prefix));
}

function findChromium() {
  const named = process.env.KITH_CHROMIUM ?? process.env.CHROME_PATH;
  if (named) {
    if (runs(named)) return named;
    console.error(`KITH_CHROMIUM or CHROME_PATH names ${named}, which is no program that can be run here.`);
    process.exit(1);
  }
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return firstThatRuns([
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(which),
    ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    ),
    ...programs
      .filter(Boolean)
      .flatMap((folder) => [
        path.join(folder, 'Google/Chrome/Application/chrome.exe'),
        path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    ...playwrightFolders('chromium-').flatMap((folder) => [
      path.join(folder, 'chrome-linux/chrome'),
      path.join(folder, 'chrome-linux64/chrome'),
      path.join(folder, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
      path.join(folder, 'chrome-win/chrome.exe'),
    ]),
  ]);
}

function findFirefox() {
  return firstThatRuns([
    process.env.KITH_FIREFOX,
    ...['firefox-esr', 'firefox'].map(which),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    path.join(process.env.PROGRAMFILES ?? '', 'Mozilla Firefox/firefox.exe'),
  ]);
}

function findWebKit() {
  const driver = process.env.KITH_WEBKIT_DRIVER ?? which('WebKitWebDriver');
  const browser = firstThatRuns([
    process.env.KITH_WEBKIT,
    ...folders('/usr/lib').map((folder) => path.join(folder, 'webkit2gtk-4.1/MiniBrowser')),
    ...folders('/usr/libexec').map((folder) => path.join(folder, 'MiniBrowser')),
  ]);
  const display = process.env.DISPLAY ? 'here' : which('Xvfb');
  return driver && browser && display ? { driver, browser } : undefined;
}

/** What stands on this machine: a path, for WebKit its driver and browser, or undefined. */
export function findBrowser(engine) {
  return { chromium: findChromium, firefox: findFirefox, webkit: findWebKit }[engine]();
}

/** The browser; as root on Debian installed when it is missing. Otherwise prints the one command and ends with 1. */
export function ensureBrowser(engine) {
  const found = findBrowser(engine);
  if (found) return found;
  const packages = PACKAGES[engine].join(' ');
  if (isDebian() && isRoot()) {
    console.log(`No ${engine} on this machine: installing Debian's ${packages} (as root).`);
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES[engine]], quiet);
    const installed = findBrowser(engine);
    if (installed) return installed;
  }
  const command = isDebian()
    ? `sudo apt-get install -y ${packages}`
    : engine === 'webkit'
      ? `run the WebKit tests on Debian or Ubuntu, after: sudo apt-get install -y ${packages}`
      : `npx playwright-core install ${engine}`;
  console.error(`No ${engine} found to run the tests in. Get one with:\n\n  ${command}\n`);
  if (engine === 'chromium')
    console.error('Or name one that is elsewhere: KITH_CHROMIUM=/path/to/chrome npm test');
  process.exit(1);
}

/** Resolves once something listens on the port. */
async function listening(port, child) {
  const { connect } = await import('node:net');
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt += 1) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers on port ${port}.`);
}

/** A port on which nothing listens now. */
export async function freePort() {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts WebKit's driver, and a display where there is none. Returns the driver's port and how to end both. */
export async function startWebKit({ driver }) {
  const children = [];
  let display = process.env.DISPLAY;
  if (!display) {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(screen);
    const number = await new Promise((resolve, reject) => {
      screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
      screen.once('exit', () => reject(new Error('Xvfb did not start.')));
    });
    display = `:${number}`;
  }
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      // WebKit's sandbox needs user namespaces, which root in a container does not have.
      ...(isRoot() ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });
  children.push(child);
  await listening(port, child);
  return {
    port,
    stop() {
      for (const each of children.reverse()) each.kill();
    },
  };
}

/**
 * A registry of the test's own, on loopback: it knows the packed package and what the package depends on, as installed in the
 * checkout. So `npm install kith-widgets` in an empty project is the real thing, and needs no network.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { root } from '../../tools/install.mjs';

/** Folders of every package that `names` need, over any number of steps. */
function dependencyFolders(names, found = new Map()) {
  for (const name of names) {
    const folder = path.join(root, 'node_modules', name);
    if (found.has(name)) continue;
    found.set(name, folder);
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    dependencyFolders(Object.keys(dependencies), found);
  }
  return [...found.values()];
}

/** Packs folders of packages as they are. */
function packAll(folders, to) {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', to, ...folders],
    { cwd: to, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm pack failed:\n${stdout}${stderr}`);
  return Object.values(JSON.parse(stdout)).map(({ filename }) => path.join(to, filename));
}

/** What a registry says of a package that it has in one version. */
function packument(manifest, tarball, address) {
  const digest = (kind) => createHash(kind).update(tarball);
  const version = {
    ...manifest,
    dist: {
      tarball: `${address}tarballs/${encodeURIComponent(manifest.name)}`,
      integrity: `sha512-${digest('sha512').digest('base64')}`,
      shasum: digest('sha1').digest('hex'),
    },
  };
  return {
    name: manifest.name,
    'dist-tags': { latest: manifest.version },
    versions: { [manifest.version]: version },
  };
}

/**
 * Starts the registry.
 *
 * @param {string} ours The packed package.
 * @param {string} folder Where the others may be packed.
 */
export async function startRegistry(ours, folder) {
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folders = dependencyFolders(Object.keys(own.dependencies));
  const manifests = folders.map((each) => JSON.parse(readFileSync(path.join(each, 'package.json'), 'utf8')));
  const packed = packAll(folders, folder);
  const packages = new Map([[own.name, { manifest: own, tarball: readFileSync(ours) }]]);
  manifests.forEach((manifest, index) => {
    packages.set(manifest.name, { manifest, tarball: readFileSync(packed[index]) });
  });
  const server = createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? '').slice(1));
    const known = packages.get(asked.replace(/^tarballs\//, ''));
    if (!known) {
      response.writeHead(404).end('{}');
    } else if (asked.startsWith('tarballs/')) {
      response.end(known.tarball);
    } else {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(packument(known.manifest, known.tarball, address)));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  return { address, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** The sealing as it is built: the tests' clients seal and open with the very code of the widget and the desk. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../../../tools/build-if-stale.mjs';
import { root } from '../../../tools/install.mjs';

await ensureBuilt();
const part = (name) => import(pathToFileURL(path.join(root, 'dist/domain/sealing', `${name}.js`)).href);

const parts = await Promise.all(
  [
    'answer',
    'body-hash',
    'catalogue',
    'code',
    'encoding',
    'erase',
    'manifest',
    'proof',
    'public-key',
    'question',
    'question-wire',
    'sealing-error',
    'web-crypto',
    'staff/invitation',
    'staff/key-pair',
    'staff/open-question',
    'staff/passphrase',
    'staff/recovery',
    'staff/roster',
    'staff/seal-answer',
    'staff/sealed-key',
    'staff/sheet-test',
    'staff/sheet-test-wire',
    'staff/sign-document',
    'staff/staff-auth',
    'staff/staff-keys',
    'staff/team-note',
  ].map(part),
);

/** Everything that those modules export; their names are all different. */
export const sealing = Object.assign({}, ...parts);

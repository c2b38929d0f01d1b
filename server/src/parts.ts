/** What the tests take apart: the same functions that the server is made of, built beside it. No entry of the package. */
export { readConfig } from './config.js';
export { backup, restore } from './database/backup.js';
export { connectLibsql } from './database/libsql-connection.js';
export { openStore } from './database/open-store.js';
export { StartRefused } from './database/start-refused.js';
export { makeApp } from './http/app.js';
export { boxTags } from './http/box-tags.js';
export { listenerOf } from './http/listener.js';
export { checkPage } from './http/page-check.js';
export { isOwnAddress, isPublicAddress } from './http/public-address.js';
export { Recent } from './http/recent.js';
export { readScripts } from './http/scripts.js';
export { SignInThrottle } from './http/sign-in-throttle.js';
export { makeLog } from './log.js';
export { StoreBusy } from './store-busy.js';

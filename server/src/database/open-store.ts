/** Opens the database that the server was told to use and gives it as the box's own terms: the same for a file and for PostgreSQL. */
import { performance } from 'node:perf_hooks';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import { StoreBusy } from '../store-busy.js';
import type { Engine } from './operations.js';
import { openPostgres } from './postgres-engine.js';
import { openSqlite } from './sqlite-engine.js';
import { StartRefused } from './start-refused.js';
import type { StoreOptions } from './store-options.js';

/** A database that has just been written to need not be tried again. */
const READY_MILLISECONDS = 3000;

function storeOver(engine: Engine, log: StoreOptions['log']): Store {
  const secrets = new Map<string, Bytes>();
  let closed: Promise<void> | undefined;
  let written = Number.NEGATIVE_INFINITY;
  let trouble = false;
  const write: Engine['write'] = async (name, ...args) => {
    try {
      const value = await engine.write(name, ...args);
      if (trouble) log('database-writes-again');
      trouble = false;
      written = performance.now();
      return value;
    } catch (error) {
      // Said once and not for each that was sent away: the log is no list of visits.
      if (error instanceof StoreBusy) {
        if (!trouble) log('database-busy', { reason: error.reason });
        trouble = true;
        written = Number.NEGATIVE_INFINITY;
      }
      throw error;
    }
  };
  return {
    now: () => engine.now(),
    async ready() {
      if (performance.now() - written < READY_MILLISECONDS) return true;
      return write('probe').then(
        () => true,
        () => false,
      );
    },
    async secret(name) {
      const known = secrets.get(name) ?? (await write('secret', name));
      secrets.set(name, known);
      return known;
    },

    published: (boxId) => engine.read('published', boxId),
    send: (question, bodyHash) => write('send', question, bodyHash),
    answers: (boxId, locator) => engine.read('answers', boxId, locator),
    erase: (boxId, locator, eraseHash) => write('erase', boxId, locator, eraseHash),

    hasBox: () => engine.read('hasBox'),
    offerClaim: (claimHash) => write('offerClaim', claimHash),
    makeBox: (claimHash, box) => write('makeBox', claimHash, box),

    onlyBox: () => engine.read('onlyBox'),

    account: (boxId, by) => engine.read('account', boxId, by),
    openSession: (boxId, memberId, tokenHash) => write('openSession', boxId, memberId, tokenHash),
    async session(tokenHash) {
      const found = await engine.read('session', tokenHash);
      if (found?.stale) await write('touchSession', tokenHash);
      return found?.session;
    },
    endSession: (tokenHash) => write('endSession', tokenHash),

    changeAccount: (session, tokenHash, oldAuthHash, account) =>
      write('changeAccount', session, tokenHash, oldAuthHash, account),

    sheet: (boxId) => engine.read('sheet', boxId),
    recover: (boxId) => write('recover', boxId),
    sheetProven: (boxId, answerHash) => write('sheetProven', boxId, answerHash),
    recoverAccount: (boxId, roster, keys, account, manifest) =>
      write('recoverAccount', boxId, roster, keys, account, manifest),

    invite: (session, invitation) => write('invite', session, invitation),
    withdraw: (session, claimHash) => write('withdraw', session, claimHash),
    invitation: (boxId, claimHash) => engine.read('invitation', boxId, claimHash),
    enrol: (boxId, claimHash, enrolment) => write('enrol', boxId, claimHash, enrolment),

    staffView: (session) => engine.read('staffView', session),
    questions: (session, wanted) => engine.read('questions', session, wanted),
    claimQuestion: (session, locator) => write('claimQuestion', session, locator),
    releaseQuestion: (session, locator) => write('releaseQuestion', session, locator),
    saveDraft: (session, locator, draft) => write('saveDraft', session, locator, draft),
    answer: (session, locator, answer) => write('answer', session, locator, answer),
    closeQuestions: (session, locators) => write('closeQuestions', session, locators),

    putManifest: (session, manifest, keys, catalogue) =>
      write('putManifest', session, manifest, keys, catalogue),
    putRoster: (session, roster, more) => write('putRoster', session, roster, more),
    putCatalogue: (session, document, number, published) =>
      write('putCatalogue', session, document, number, published),

    putRules: (session, rules) => write('putRules', session, rules),
    putPublication: (session, publication) => write('putPublication', session, publication),
    publications: (session, limit, after) => engine.read('publications', session, limit, after),
    removePublications: (session, ids) => write('removePublications', session, ids),

    origins: (boxId) => engine.read('origins', boxId),
    putOrigins: (session, origins) => write('putOrigins', session, origins),

    audit: (session, before) => engine.read('auditRows', session, before),

    async retain(clockIsRight = false) {
      let deleted = 0;
      for (let first = true; ; first = false) {
        const batch = await write('retainBatch', clockIsRight && first);
        if ('refused' in batch) return batch;
        deleted += batch.deleted;
        if (!batch.more) return { deleted };
      }
    },
    close() {
      closed ??= engine.close();
      return closed;
    },
  };
}

/** @throws StartRefused with a sentence for whoever runs the server. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url } = options;
  if (url.startsWith('file:')) return storeOver(await openSqlite(options), options.log);
  if (/^postgres(ql)?:\/\//.test(url)) return storeOver(await openPostgres(options), options.log);
  throw new StartRefused('DATABASE_URL has to begin with postgres:// or, for an SQLite file, with file:.');
}

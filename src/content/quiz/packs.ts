/**
 * Our own packs by language. Each is a file of its own that a page asks for when it is needed: no visitor
 * loads facts in a language that they do not read. The long pack is there in English, its short set in every language.
 */
import type { Evidence } from '../../domain/evidence.js';
import type { Pack } from '../../domain/quiz.js';

const english = async (): Promise<Pack> => (await import('./stigma-myths.en.js')).stigmaMythsEn;

const PACKS: Readonly<Record<string, () => Promise<Pack>>> = {
  en: english,
  es: async () => (await import('./stigma-myths.es.js')).stigmaMythsEs,
  ar: async () => (await import('./stigma-myths.ar.js')).stigmaMythsAr,
};

/** Languages of our own packs. */
export const packLanguages: readonly string[] = Object.keys(PACKS);

/** Our pack in a language ("es-MX" finds "es"), or in English, so look at the pack's own `language`. Rejects when it cannot be fetched. */
export function loadPack(language: string): Promise<Pack> {
  const [primary = ''] = language.toLowerCase().split('-');
  const load = Object.hasOwn(PACKS, primary) ? PACKS[primary] : undefined;
  return (load ?? english)();
}

/** What peer support gives and what research found. English so far. */
export const loadEvidence = async (): Promise<Evidence> =>
  (await import('./peer-support-evidence.en.js')).peerSupportEvidenceEn;

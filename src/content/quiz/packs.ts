/**
 * Our own packs and the evidence by language. Each is a file of its own that a page asks for when it is needed: no
 * visitor loads facts in a language that they do not read. The long pack is there in English, its short set in every language.
 */
import type { Evidence } from '../../domain/evidence.js';
import type { Pack } from '../../domain/quiz.js';

type Loaders<T> = Readonly<Record<string, () => Promise<T>>> & { readonly en: () => Promise<T> };

const PACKS: Loaders<Pack> = {
  en: async () => (await import('./stigma-myths.en.js')).stigmaMythsEn,
  es: async () => (await import('./stigma-myths.es.js')).stigmaMythsEs,
  ar: async () => (await import('./stigma-myths.ar.js')).stigmaMythsAr,
};

const EVIDENCE: Loaders<Evidence> = {
  en: async () => (await import('./peer-support-evidence.en.js')).peerSupportEvidenceEn,
  es: async () => (await import('./peer-support-evidence.es.js')).peerSupportEvidenceEs,
  ar: async () => (await import('./peer-support-evidence.ar.js')).peerSupportEvidenceAr,
};

/** "es-MX" finds "es"; what is not there finds English. */
function load<T>(loaders: Loaders<T>, language: string): Promise<T> {
  const [primary = ''] = language.toLowerCase().split('-');
  return ((Object.hasOwn(loaders, primary) ? loaders[primary] : undefined) ?? loaders.en)();
}

/** Languages of our own packs. */
export const packLanguages: readonly string[] = Object.keys(PACKS);

/** Our pack in a language, else in English: look at its own `language`. Rejects when it cannot be fetched. */
export const loadPack = (language: string): Promise<Pack> => load(PACKS, language);

/** What peer support gives and what research found, likewise. */
export const loadEvidence = (language = 'en'): Promise<Evidence> => load(EVIDENCE, language);

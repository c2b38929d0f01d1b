/**
 * Our own packs and the evidence by language. Each is a file of its own that a page asks for when it is needed: no
 * visitor loads facts in a language that they do not read. The long pack is there in English, its short set in every language.
 */
import type { Evidence } from '../../domain/evidence.js';
import type { Pack } from '../../domain/quiz.js';
import { type ByLanguage, loadIn } from './by-language.js';

const PACKS: ByLanguage<Pack> = {
  en: async () => (await import('./stigma-myths-en.js')).stigmaMythsEn,
  es: async () => (await import('./stigma-myths-es.js')).stigmaMythsEs,
  ar: async () => (await import('./stigma-myths-ar.js')).stigmaMythsAr,
};

const EVIDENCE: ByLanguage<Evidence> = {
  en: async () => (await import('./peer-support-evidence-en.js')).peerSupportEvidenceEn,
  es: async () => (await import('./peer-support-evidence-es.js')).peerSupportEvidenceEs,
  ar: async () => (await import('./peer-support-evidence-ar.js')).peerSupportEvidenceAr,
};

/** Languages of our own packs. */
export const packLanguages: readonly string[] = Object.keys(PACKS);

/** Our pack in a language, else in English: look at its own `language`. Rejects when it cannot be fetched. */
export const loadPack = (language: string): Promise<Pack> => loadIn(PACKS, language);

/** What peer support gives and what research found, likewise. */
export const loadEvidence = (language = 'en'): Promise<Evidence> => loadIn(EVIDENCE, language);

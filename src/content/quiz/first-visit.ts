/** The part of the evidence that helps before a first visit: apart from the rest, since a list of groups needs no more of it. */
import type { Evidence } from '../../domain/evidence.js';
import { type ByLanguage, loadIn } from './by-language.js';

const WHAT_HELPS: ByLanguage<Evidence> = {
  en: async () => (await import('./what-helps-en.js')).whatHelpsEn,
  es: async () => (await import('./what-helps-es.js')).whatHelpsEs,
  ar: async () => (await import('./what-helps-ar.js')).whatHelpsAr,
};

/** In a language, else in English. Rejects when it cannot be fetched. */
export const loadWhatHelps = (language: string): Promise<Evidence> => loadIn(WHAT_HELPS, language);

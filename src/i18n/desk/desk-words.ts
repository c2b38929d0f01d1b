/** The desk's words for a language: English at hand, the others on demand, English where they cannot be loaded. */
import type { DeskStrings } from './desk-strings.js';
import { enDesk } from './en.js';

const LOADERS: Readonly<Record<string, () => Promise<DeskStrings>>> = {
  es: async () => (await import('./es.js')).esDesk,
  ar: async () => (await import('./ar.js')).arDesk,
};

/** Languages that the desk speaks, as the locale's phrases name them. */
export const deskLanguages: readonly string[] = ['en', ...Object.keys(LOADERS)];

/** @param lang Of the locale's own phrases: "en", "es", "ar". */
export async function deskWords(lang: string): Promise<DeskStrings> {
  return (await LOADERS[lang]?.().catch(() => undefined)) ?? enDesk;
}

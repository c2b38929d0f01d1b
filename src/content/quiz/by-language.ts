/** What each piece of content has in common: a file for each language, and English where a language has none. */

export type ByLanguage<T> = Readonly<Record<string, () => Promise<T>>> & { readonly en: () => Promise<T> };

/** "es-MX" finds "es"; what is not there finds English. Rejects when it cannot be fetched. */
export function loadIn<T>(loaders: ByLanguage<T>, language: string): Promise<T> {
  const [primary = ''] = language.toLowerCase().split('-');
  return ((Object.hasOwn(loaders, primary) ? loaders[primary] : undefined) ?? loaders.en)();
}

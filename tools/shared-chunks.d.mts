/** Types of shared-chunks.mjs, for vite.config.ts. */
interface Modules {
  getModuleInfo(id: string): { importers: readonly string[]; dynamicImporters: readonly string[] } | null;
}

export function sharedChunkName(id: string, modules: Modules): string | null;

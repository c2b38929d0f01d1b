/** Types of manifest.mjs, for what is written in TypeScript. */
export function readManifest(): Record<string, unknown>;
export function undocumented(manifest: Record<string, unknown>): string[];

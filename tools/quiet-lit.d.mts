/** Types of quiet-lit.mjs, for vite.config.ts. */
import type { Plugin } from 'vite';
export function quiet(name: string, code: string): string;
export function quietLit(): Plugin;

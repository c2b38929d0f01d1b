/** Types of steady-imports.mjs, for vite.config.ts. */
import type { Plugin } from 'vite';

export function steadyImports(): Plugin;

/** Types of own-copies.mjs, for vite.config.ts. */
import type { Plugin } from 'vite';

export function ownCopies(widgets: readonly string[]): Plugin;

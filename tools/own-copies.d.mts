/** Types of own-copies.mjs, for vite.config.ts. */
import type { Plugin } from 'vite';

export function neededAtStart(): Set<string>;

export function ownCopies(): Plugin;

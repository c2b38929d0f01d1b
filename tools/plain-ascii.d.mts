/** Types of plain-ascii.mjs, for the build's configuration. */
import type { Plugin } from 'vite';

export function inAscii(code: string): string;
export function plainAscii(): Plugin;

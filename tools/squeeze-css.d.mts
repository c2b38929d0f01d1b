/** Types of squeeze-css.mjs, for vite.config.ts. */
import type { Plugin } from 'vite';

export function squeezed(text: string): string;

export function squeezeCss(): Plugin;

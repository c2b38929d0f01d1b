/** Types of script-variants.mjs, for Storybook's vite.config.ts. */
import type { Plugin } from 'vite';

export const OTHER_VERSION: string;

export function variantAt(address: string): string | undefined;

export function scriptVariants(): Plugin;

/** Types of desk-page.mjs, for vite.config.ts. */
import type { Plugin } from 'vite';

export function deskPage(code: string): string;
export function besideTheDesk(): Plugin;

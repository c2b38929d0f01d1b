import type { Plugin } from 'vite';

export function rareFormatsElsewhere(): Plugin;

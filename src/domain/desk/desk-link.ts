import type { Bytes } from '../sealing/encoding.js';
export type DeskLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'claim'; readonly secret: Bytes; readonly server?: string }
  | { readonly kind: 'box' | 'sheet'; readonly boxId: string; readonly pin: string; readonly server?: string }
  | {
      readonly kind: 'invite';
      readonly boxId: string;
      readonly pin: string;
      readonly secret: Bytes;
      readonly server?: string;
    };
export const readDeskLink = (_: string): DeskLink => ({ kind: 'none' });
export const deskLink = (base: string, _: { boxId: string; pin: string }): string => base;

/** What a step of the people's room is, and what it may ask of the room: each does one thing and leads back to the team. */
import type { TemplateResult } from 'lit';
import { deskLink } from '../../../domain/desk/desk-link.js';
import { toBase64url } from '../../../domain/sealing/encoding.js';
import type { Desk } from '../desk-screen.js';

export interface Step {
  /** Loads what is shown. */
  enter?(): void | Promise<void>;
  /** What was typed is wiped. */
  leave?(): void;
  render(): TemplateResult;
}

export interface PeopleRoom {
  readonly desk: Desk;
  /** Shows a step and puts the focus on its heading. */
  show(step: Step): void;
  /** Shows the team again, and says what was done. */
  back(said?: string): Promise<void>;
  /**
   * Does what changes the team. Where another keeper was quicker the team is read anew, so that what is repeated is built on theirs.
   * @returns Whether it was done.
   */
  change(deed: () => Promise<void>): Promise<boolean>;
  /** Shows what changed, and puts the focus on the heading again: a step within the step. */
  turn(): void;
}

/** Where a link to this desk leads; the server is named for a desk that is opened from elsewhere. */
export function linkToDesk(
  { deskUrl, serverUrl, box: { boxId } }: Desk,
  pin: string,
  more: { readonly invitation?: string; readonly prove?: boolean } = {},
): string {
  const elsewhere = URL.canParse(deskUrl) && new URL(deskUrl).origin !== new URL(serverUrl, deskUrl).origin;
  return deskLink(deskUrl, {
    boxId: toBase64url(boxId),
    pin,
    ...(elsewhere && { server: serverUrl }),
    ...more,
  });
}

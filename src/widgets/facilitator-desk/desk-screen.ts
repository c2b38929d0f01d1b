/** What a screen of the desk is, and what it may ask of the desk around it. Each screen is one controller with one pure view beside it. */
import type { TemplateResult } from 'lit';
import type { DeskStrings } from '../../i18n/desk/desk-strings.js';
import type { Locale } from '../../i18n/locale.js';
import type { OpenedBox } from './work/opened-box.js';

/** The rooms of an unlocked desk, in the order in which they stand. */
export const ROOMS = ['evening', 'publish', 'people', 'settings', 'proof'] as const;
export type Room = (typeof ROOMS)[number];

/** How things are said: what a view needs besides its model. */
export interface Speech {
  readonly locale: Locale;
  readonly words: DeskStrings;
}

/** What every screen has at hand, locked or not. */
export interface DeskFrame extends Speech {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Shows what changed. */
  update(): void;
  /** Says a thing once in the live region. */
  say(text: string): void;
  /** Moves the focus, once what it is to go to is there. */
  focus(selector: string): void;
  /** Whether a deed is under way: buttons that would begin another are off. */
  readonly busy: boolean;
  /**
   * Does something that takes a while. What goes wrong becomes a sentence above the screen, and nothing that was typed is lost.
   * @returns Whether it was done.
   */
  attempt(deed: () => Promise<void>): Promise<boolean>;
  /** A sentence above the screen that is no failure; '' takes it away. */
  tell(text: string): void;
  /** Prints what carries `part="paper"` and nothing else of the desk. */
  print(): void;
}

/** What a screen has at hand on an unlocked desk. */
export interface Desk extends DeskFrame {
  readonly box: OpenedBox;
  /** The base of the server's addresses, with a slash at its end. */
  readonly serverUrl: string;
  /** The desk's own address without a fragment. */
  readonly deskUrl: string;
  go(room: Room): void;
  lock(): void;
}

export interface Screen {
  /** Called when the screen is shown: loads what it shows. */
  enter(): void | Promise<void>;
  /** Called before another is shown, and before the desk locks: what was typed is kept where it can be. */
  leave(): void | Promise<void>;
  render(): TemplateResult;
}

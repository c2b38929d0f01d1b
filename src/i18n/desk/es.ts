/**
 * Spanish for the facilitator's desk, room by room: for all countries, with `tú`, like the visitors' phrases. A draft that no
 * native speaker has read yet. The desk is the "mesa", a keeper "responsable", whoever facilitates "quien facilita": no phrase
 * gives a member of the team a gender, so that templates can be sent as they are.
 */
import type { DeskStrings } from './desk-strings.js';
import { esDeskEvening } from './es-evening.js';
import { esDeskFrame } from './es-frame.js';
import { esDeskPeople } from './es-people.js';
import { esDeskProof } from './es-proof.js';
import { esDeskPublish } from './es-publish.js';
import { esDeskSettings } from './es-settings.js';
import { esDeskStart } from './es-start.js';

export const esDesk: DeskStrings = {
  ...esDeskFrame,
  ...esDeskStart,
  ...esDeskEvening,
  ...esDeskPublish,
  ...esDeskPeople,
  ...esDeskSettings,
  ...esDeskProof,
};

/**
 * Arabic for the facilitator's desk, room by room: Modern Standard, addressed as visitors are, with verbal nouns where an imperative would
 * choose between he and she. A facilitator is whoever answers, a keeper whoever looks after the box (رعاية الصندوق).
 */
import { arDeskEvening } from './ar-evening.js';
import { arDeskFrame } from './ar-frame.js';
import { arDeskPeople } from './ar-people.js';
import { arDeskProof } from './ar-proof.js';
import { arDeskPublish } from './ar-publish.js';
import { arDeskSettings } from './ar-settings.js';
import { arDeskStart } from './ar-start.js';
import { arDeskWorries } from './ar-worries.js';
import type { DeskStrings } from './desk-strings.js';

export const arDesk: DeskStrings = {
  ...arDeskFrame,
  ...arDeskStart,
  ...arDeskEvening,
  ...arDeskWorries,
  ...arDeskPublish,
  ...arDeskPeople,
  ...arDeskSettings,
  ...arDeskProof,
};

/** English for the facilitator's desk, room by room. */
import { enDeskEvening } from './en-evening.js';
import { enDeskFrame } from './en-frame.js';
import { enDeskPeople } from './en-people.js';
import { enDeskPublish } from './en-publish.js';
import { enDeskSettings } from './en-settings.js';
import { enDeskStart } from './en-start.js';

export const enDesk = {
  ...enDeskFrame,
  ...enDeskStart,
  ...enDeskEvening,
  ...enDeskPublish,
  ...enDeskPeople,
  ...enDeskSettings,
} as const;

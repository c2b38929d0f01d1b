/** English that stands in every widget and every state: help lines, the way out, another try. It is always at hand. */
import type { Strings } from './strings.js';

export const enFrame = {
  lang: 'en',
  dir: 'ltr',
  callStays: 'The call stays in this phone’s call list.',
  loadingLong: 'This is taking longer than it should. We are still trying.',
  tryAgain: 'Try again',
  helpTitle: 'Need someone to talk to now?',
  helpOpenNow: 'Open now, day and night',
  helpDanger: 'Life in danger now',
  helpCall: 'Call {number} ({country})',
  helpCallLocal: 'Call your local emergency number',
  helpUrgent: 'Urgent help',
  helpTalk: 'Someone to talk to',
  helpMore: 'More help',
  helpDirectory: 'Find a help line in your country',
  helpDayAndNight: 'day and night',
  helpTextTo: 'Text {keyword} to {number}',
  helpTextAny: 'Text {number}',
  helpChecked: 'Numbers checked {date}',
  exit: 'Leave this page',
  exitHint: 'Or press Shift three times.',
} as const satisfies Partial<Strings>;

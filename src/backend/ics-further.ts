/** What plain calendars do without, loaded for those that need it: words with a meaning, notices, rules in UTC. */
export { durationOf } from '../domain/icalendar/duration.js';
export { settle } from './ics-notices.js';
export { atThePlace } from './ics-utc.js';
export { daysOf, offAsAWhole } from './ics-whole.js';
export { wordsOf } from './ics-words.js';

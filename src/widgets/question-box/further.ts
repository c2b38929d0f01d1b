/** What a box needs a moment after it stands: when somebody reads next, and the published answers. Neither is in the way of the first sight. */
export { nextReading } from '../../domain/reading-hours.js';
export { PublishedAnswers } from './published.js';

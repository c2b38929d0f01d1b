/** How long a text may be, in code points. They stand apart, so that reading published answers does not bring what seals questions. */

export const MOST_OF_QUESTION = 1900;
export const MOST_OF_TOPIC = 40;
export const MOST_OF_ANSWER = 3500;

/** Which tag is defined by which module; each is asked for only when a page uses its tag. */
export const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'kith-group-finder': () => import('../define/group-finder.js'),
  'kith-meeting-calendar': () => import('../define/meeting-calendar.js'),
  'kith-myth-quiz': () => import('../define/myth-quiz.js'),
  'kith-question-box': () => import('../define/question-box.js'),
};

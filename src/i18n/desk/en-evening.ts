/** English for the desk: the evening: the queue, answering, what worries. */
export const enDeskEvening = {} as const;

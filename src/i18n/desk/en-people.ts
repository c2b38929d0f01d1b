/** English for the desk: who is on the team. */
export const enDeskPeople = {} as const;

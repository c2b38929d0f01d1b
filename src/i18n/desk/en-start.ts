/** English for the desk: the first evening, invitations and the recovery sheet. */
export const enDeskStart = {} as const;

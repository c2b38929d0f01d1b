/** English for the desk: settings and for who knows what. */
export const enDeskSettings = {} as const;

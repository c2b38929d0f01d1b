/** English for the desk: publishing. */
export const enDeskPublish = {} as const;

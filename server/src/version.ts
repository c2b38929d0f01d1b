/** The package's version, put in by the build. */
declare const KITH_SERVER_VERSION: string | undefined;

export const version = typeof KITH_SERVER_VERSION === 'string' ? KITH_SERVER_VERSION : '0.0.0';

/** The version a page runs; held to package.json by a test. */
export const version = '0.1.0';

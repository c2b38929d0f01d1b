/** The manifest of the elements, read from the sources when Storybook starts. */
declare module 'virtual:kith-manifest' {
  const manifest: Record<string, unknown>;
  export default manifest;
}

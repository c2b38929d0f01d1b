/** Why the database is not opened, in a sentence for whoever runs the server: it names what is wrong and the mend. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

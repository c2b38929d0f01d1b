/** What whoever runs the server can mend: said in a sentence on stderr, without a stack. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

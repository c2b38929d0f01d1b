/** What whoever runs the server can mend: said in a sentence on stderr, without a stack. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

const MENDS: Readonly<Record<string, string>> = {
  ENOENT: 'Its folder is not there: make it first.',
  EACCES: 'This user may not go there: be the user who runs the server, or give that user the folder.',
  EPERM: 'This user may not go there: be the user who runs the server, or give that user the folder.',
  EEXIST: 'A file stands where a folder has to be.',
  ENOTDIR: 'A file stands where a folder has to be.',
  EISDIR: 'It is a folder; name a file.',
  EROFS: 'It may only be read there.',
  ENOSPC: 'The disk is full: make room.',
  SQLITE_FULL: 'The disk is full: make room.',
};

/**
 * What became of a file, with the mend. An error's code and path come from the file system and say nothing of what is stored; its message
 * is left alone. `undefined` for what is about no file.
 */
export function fileTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const place =
    'path' in error ? String(error.path) : code.startsWith('SQLITE_') ? 'The database' : undefined;
  if (place === undefined) return undefined;
  return `${place} cannot be used (${code}). ${MENDS[code] ?? 'Look at its folder, its rights and the space on its disk.'}`;
}

/** Copying, as far as a browser lets us: a page may forbid it, and a desk that was opened from disk may have no clipboard. */

/** @returns Whether it was copied. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

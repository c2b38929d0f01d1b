/** Hands a file to whoever sits at the desk. It is made here, from memory, and goes to the device's own downloads. */

/** By then every browser has taken the file over. */
const KEPT_MS = 60_000;

export function handOver(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

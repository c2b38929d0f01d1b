/** Real key presses in every engine, modifiers included. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Presses one key, or several at once: `press('Tab')`, `press('Shift+Tab')`, `press('a')`. */
export async function press(keys: string): Promise<void> {
  await executeServerCommand('kith-press', { keys });
}

/** Presses the same key several times. */
export async function pressTimes(keys: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await press(keys);
}

/** Types a text, one key after the other, into what has the focus. */
export async function type(text: string): Promise<void> {
  for (const key of text) await press(key === ' ' ? 'Space' : key);
}

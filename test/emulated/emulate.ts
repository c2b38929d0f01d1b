/** Shows this page as print, in forced colours or without motion, until the test is over. Chromium alone can. */
import { executeServerCommand } from '@web/test-runner-commands';

export async function emulate(
  media: '' | 'print',
  features: Readonly<Record<string, string>> = {},
): Promise<void> {
  await executeServerCommand('kith-emulate', { media, features });
}

afterEach(async () => {
  await emulate('');
});

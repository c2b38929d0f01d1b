/**
 * Outlook's calendar addresses answer with an error unless the asker names itself as browsers do
 * (https://github.com/nextcloud/server/issues/54799). The command line reads what a person has published for everybody.
 */
import { headers } from '../backend/http.js';
import { version } from '../version.js';

/** From now on this process names itself so wherever it asks: the shortest name that was seen to be let in, with ours in it. */
export function askAsABrowser(): void {
  headers['user-agent'] = `Mozilla/5.0 (Linux; kith-widgets ${version}) Chrome/139.0.0.0`;
}

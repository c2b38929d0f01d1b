import '../../src/define/group-finder.js';
import { en } from '../../src/i18n/en.js';
import { never, stubFetch } from '../stub-fetch.js';
import { widgetContract } from './widget-contract.js';

widgetContract({
  tag: 'kith-group-finder',
  states: {
    loading: (finder) => {
      stubFetch(never);
      finder.setAttribute('src', '/slow.json');
    },
    ready: (finder) => {
      stubFetch(() => Response.json({ groups: [{ name: 'Calm' }, { name: 'Bold' }] }));
      finder.setAttribute('src', '/groups.json');
    },
    empty: (finder) => {
      stubFetch(() => Response.json({ groups: [] }));
      finder.setAttribute('src', '/groups.json');
    },
    failed: (finder) => {
      stubFetch(() => new Response('', { status: 404 }));
      finder.setAttribute('src', '/groups.json');
    },
  },
  complaint: 'status 404',
  exit: en.exit,
  number: '116 123',
});

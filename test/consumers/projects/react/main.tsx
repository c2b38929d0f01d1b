import 'kith-widgets/define/group-finder.js';
import 'kith-widgets/jsx';
import type { GroupFinder, GroupOpenedEvent } from 'kith-widgets';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const finder = useRef<GroupFinder>(null);
  const [said, say] = useState('');
  return (
    <>
      <kith-group-finder
        ref={finder}
        className="finder"
        src="/groups-template.csv"
        country="GB"
        source-time-zone="Europe/London"
        strings={{ findTitle: 'Groups of ours' }}
        debug={false}
        onkith-ready={({ groups }) => say(`${groups} groups`)}
        onkith-group-opened={(event: GroupOpenedEvent) => say(`opened ${event.groupId.length > 0}`)}
      >
        <p slot="help">Our own line</p>
      </kith-group-finder>
      <output>{said}</output>
    </>
  );
}

createRoot(document.getElementById('app') as HTMLElement).render(<App />);

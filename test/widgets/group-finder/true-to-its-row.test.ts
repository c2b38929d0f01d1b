import { expect } from '@open-wc/testing';
import type { Directory } from '../../../src/domain/directory.js';
import type { Group } from '../../../src/domain/group.js';
import type { Meeting } from '../../../src/domain/meeting.js';
import { GroupFinder } from '../../../src/widgets/group-finder/group-finder.js';
import { allowConsole } from '../../expect-console.js';
import { waitUntil } from '../../wait-until.js';

const NOW = Date.parse('2026-11-24T18:50:00Z');

const group = (name: string, meeting: Partial<Meeting>): Group => ({
  id: name,
  name,
  topics: [],
  audience: [],
  languages: [],
  lastChecked: '2026-11-01',
  meetings: [{ attendance: 'in-person', access: [], timeZone: 'Europe/London', ...meeting }],
});

async function opened(one: Group, more: Partial<GroupFinder> = {}): Promise<GroupFinder> {
  allowConsole('country');
  if (!customElements.get('kith-group-finder')) customElements.define('kith-group-finder', GroupFinder);
  const finder = document.createElement('kith-group-finder');
  Object.assign(finder, {
    clock: () => NOW,
    timeZone: 'Europe/London',
    directory: { groups: [one] } satisfies Directory,
    ...more,
  });
  document.body.append(finder);
  await finder.searchable;
  finder.shadowRoot?.querySelector<HTMLElement>('[data-group]')?.click();
  await finder.updateComplete;
  return finder;
}

const big = (finder: GroupFinder): string =>
  finder.shadowRoot?.querySelector('.detail > .when')?.textContent ?? '';

describe('an opened group says what its row says', () => {
  afterEach(() => document.querySelector('kith-group-finder')?.remove());

  it('about a session without an end that has just begun', async () => {
    const finder = await opened(group('Begun', { start: '2026-11-17T18:30', rule: { frequency: 'WEEKLY' } }));
    expect(big(finder)).to.contain('Tonight');
  });

  it('about a date that is months away', async () => {
    const finder = await opened(group('Far', { start: '2027-04-06T18:30', durationMinutes: 60 }));
    expect(big(finder)).to.contain('April 2027');
  });

  it('about the first evening after weeks without one', async () => {
    const finder = await opened(
      group('Pause', {
        start: '2026-11-03T19:00',
        durationMinutes: 60,
        rule: { frequency: 'WEEKLY' },
        exceptDates: ['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'],
      }),
    );
    expect(big(finder)).to.contain('5 January 2027');
  });

  it('shows no day of a check that is none', async () => {
    const finder = await opened({ ...group('Odd', { start: '2026-12-01T19:00' }), lastChecked: 'foo' });
    expect(finder.shadowRoot?.textContent).to.contain('We don’t know when this was last checked.');
  });

  it('leaves the focus on the heading when a kept group is let go in the short list', async () => {
    const finder = await opened(group('Kept', { start: '2026-12-01T19:00' }));
    const press = async (selector: string) => {
      finder.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
      await finder.updateComplete;
    };
    await press('.top button');
    await press('.keep');
    await press('.narrowing .end button');
    await press('.shortlist .keep');
    await waitUntil(() => finder.shadowRoot?.activeElement?.matches('.shortlist .heading'));
  });
});

import { expect } from '@open-wc/testing';
import type { Directory } from '../../../src/domain/directory.js';
import { GroupFinder } from '../../../src/widgets/group-finder/group-finder.js';

const directory = (): Directory => ({
  groups: ['Leeds', 'York'].map((locality) => ({
    id: locality,
    name: `Circle ${locality}`,
    topics: [],
    audience: [],
    languages: [],
    lastChecked: '2026-11-01',
    meetings: [
      {
        start: '2026-12-01T19:00',
        durationMinutes: 60,
        timeZone: 'Europe/London',
        attendance: 'in-person',
        access: [],
        venue: { locality, country: 'GB' },
      },
    ],
  })),
});

describe('a list that is loaded anew', () => {
  it('keeps the place a visitor had chosen, also where venues have no coordinates', async () => {
    if (!customElements.get('kith-group-finder')) customElements.define('kith-group-finder', GroupFinder);
    const finder = document.createElement('kith-group-finder');
    Object.assign(finder, {
      clock: () => Date.parse('2026-11-24T18:50:00Z'),
      directory: directory(),
      near: 'Leeds',
    });
    document.body.append(finder);
    await finder.searchable;
    const names = () =>
      [...(finder.shadowRoot?.querySelectorAll('[data-group]') ?? [])].map((one) => one.textContent?.trim());
    expect(names()).to.deep.equal(['Circle Leeds']);
    finder.directory = directory();
    await finder.searchable;
    expect(names()).to.deep.equal(['Circle Leeds']);
    finder.remove();
  });
});

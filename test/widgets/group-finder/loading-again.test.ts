import { expect } from '@open-wc/testing';
import type { Directory } from '../../../src/domain/directory.js';
import { en } from '../../../src/i18n/en.js';
import { byRole } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { stubFetch } from '../../stub-fetch.js';
import { aFinder, names, said } from './a-finder.js';

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
    const finder = document.createElement('kith-group-finder');
    Object.assign(finder, {
      clock: () => Date.parse('2026-11-24T18:50:00Z'),
      directory: directory(),
      near: 'Leeds',
    });
    document.body.append(finder);
    await finder.searchable;
    const listed = () =>
      [...(finder.shadowRoot?.querySelectorAll('[data-group]') ?? [])].map((one) => one.textContent?.trim());
    expect(listed()).to.deep.equal(['Circle Leeds']);
    finder.directory = directory();
    await finder.searchable;
    expect(listed()).to.deep.equal(['Circle Leeds']);
    finder.remove();
  });

  it('stays when it cannot be brought up to date, and says so until it can', async () => {
    stubFetch(() => Response.json({ groups: [{ name: 'Calm' }] }));
    const finder = await aFinder({ src: '/groups.json' });
    expectConsole('status 503');
    stubFetch(() => new Response('', { status: 503 }));
    await finder.reload();
    expect(names(finder)).to.deep.equal(['Calm']);
    expect(said(finder)).to.contain(en.notRenewed);
    stubFetch(() => Response.json({ groups: [{ name: 'Calm' }, { name: 'Bold' }] }));
    await finder.reload();
    expect(names(finder)).to.have.lengthOf(2);
    expect(said(finder)).to.not.contain(en.notRenewed);
  });

  it('goes when another list takes its place and cannot be loaded', async () => {
    stubFetch(() => Response.json({ groups: [{ name: 'Calm' }] }));
    const finder = await aFinder({ src: '/groups.json' });
    expectConsole('status 404');
    stubFetch(() => new Response('', { status: 404 }));
    finder.src = '/other.json';
    await finder.ready;
    expect(names(finder)).to.deep.equal([]);
    expect(byRole(finder, 'button', en.tryAgain)).to.exist;
  });
});

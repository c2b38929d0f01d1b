import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { aGroup } from '../../domain/small-groups.js';
import { waitUntil } from '../../wait-until.js';
import { aFinder, tap } from './a-finder.js';

const groups = [aGroup({ id: 'calm', name: 'Calm' })];

async function helpsIn(setting: Parameters<typeof aFinder>[0] = {}): Promise<HTMLDetailsElement> {
  const finder = await aFinder({ groups, ...setting });
  await tap(finder, 'Calm');
  const details = byRole(finder, 'article').querySelector('details');
  if (!details) throw new Error('no advice in the opened group');
  return details;
}

describe('An opened group', () => {
  it('keeps advice for a first visit closed, and fetches it when somebody opens it', async () => {
    const details = await helpsIn();
    expect(details.open).to.equal(false);
    expect(textOf(details.querySelector('summary')!)).to.equal(en.whatHelps);
    expect(allByRole(details, 'listitem')).to.have.length(0);
    details.querySelector('summary')!.click();
    await waitUntil(() => details.querySelectorAll('li').length > 0);
    expect(textOf(details)).to.contain('If it does not help, that is not your fault.');
    expect(textOf(details)).to.contain(en.leafletDraft);
  });

  it('shows no advice that is past its review', async () => {
    const details = await helpsIn({ now: Date.UTC(2028, 0, 1) });
    details.querySelector('summary')!.click();
    await waitUntil(() => textOf(details).includes(en.whatHelpsReviewing));
    expect(details.querySelector('li')).to.equal(null);
  });
});

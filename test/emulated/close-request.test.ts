import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { textOf } from '../by-role.js';
import { aGroup } from '../domain/small-groups.js';
import { aFinder, focused, names, tap } from '../widgets/group-finder/a-finder.js';

const groups = [aGroup({ name: 'Calm' }), aGroup({ name: 'Bold' })];

describe('a wish to close what is open: the phone’s Back key, or Esc', () => {
  it('leads from the opened group to its row, and enters nothing in the history', async () => {
    const entries = history.length;
    const finder = await aFinder({ groups });
    await tap(finder, 'Bold');
    const closed = new Promise((resolve) =>
      finder.addEventListener('kith-group-closed', resolve, { once: true }),
    );
    await sendKeys({ press: 'Escape' });
    await closed;
    expect(names(finder)).to.deep.equal(['Bold', 'Calm']);
    expect(textOf(focused(finder)!)).to.equal('Bold');
    expect(history.length).to.equal(entries);
  });

  it('is the page’s again once nothing is open, or the finder is gone', async () => {
    const closed: string[] = [];
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.addEventListener('close', () => closed.push('dialog'));
    const finder = await aFinder({ groups });
    await tap(finder, 'Bold');
    await tap(finder, /^\d+ groups$/);
    const other = await aFinder({ groups });
    await tap(other, 'Calm');
    other.remove();
    dialog.showModal();
    const done = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    await sendKeys({ press: 'Escape' });
    await done;
    expect(closed).to.deep.equal(['dialog']);
    dialog.remove();
  });
});

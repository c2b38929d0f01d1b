import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { GroupFinder } from '../../../src/widgets/group-finder/group-finder.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, aMeeting, weekly } from '../../domain/small-groups.js';
import { allowConsole, expectConsole } from '../../expect-console.js';
import {
  aFinder,
  focused,
  names,
  openFilters,
  placeFinder,
  said,
  search,
  tap,
  tick,
  typePlace,
} from './a-finder.js';

const groups = [
  aGroup({ id: 'calm', name: 'Calm', topics: ['Low mood', 'Été'], meetings: [weekly('TU', '18:30')] }),
  aGroup({ id: 'bold_1.2', name: 'Bold', topics: ['Anxiety'], meetings: [weekly('WE', '18:30')] }),
  aGroup({
    id: 'online',
    name: 'Screens',
    topics: ['Anxiety'],
    meetings: [aMeeting({ attendance: 'online', start: '2026-11-21T14:00' })],
  }),
];

const on = { groups, attributes: { 'url-state': '' } };

const before = location.href;

afterEach(() => {
  history.replaceState(null, '', before);
});

/**
 * The page goes to another fragment, as by a link, or the visitor back to an earlier address: what a widget is told of it. The
 * runner's own history is long and full, so that really going back could leave the tests; test/emulated does so in a tab of its own.
 */
function follow(fragment: string): void {
  history.replaceState(null, '', `#${fragment}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function backTo(address: string): void {
  history.replaceState(null, '', address);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

describe('the page’s address', () => {
  it('stays as it is unless the page asks for more', async () => {
    const finder = await aFinder({ groups });
    await openFilters(finder);
    await tick(finder, /^Anxiety/);
    await tap(finder, 'Bold');
    expect(location.href).to.equal(before);
  });

  it('names filters and the opened group, and none when there is none', async () => {
    const finder = await aFinder(on);
    const entries = history.length;
    await openFilters(finder);
    await tick(finder, /^Anxiety/);
    await tick(finder, /^Low mood/);
    expect(location.hash).to.equal('#kith__topic__Anxiety__topic__Low_20mood');
    await tap(finder, 'Bold');
    expect(location.hash).to.match(/__group__bold_5F1_2E2$/);
    await tap(finder, /^\d+ groups$/);
    await tap(finder, 'Remove: Anxiety');
    await tap(finder, 'Remove: Low mood');
    expect(location.href).to.equal(before);
    expect(history.length).to.equal(entries);
  });

  it('never names what was typed', async () => {
    const finder = await aFinder({ src: '/fixtures/kith-directory.json', attributes: { 'url-state': '' } });
    await search(finder, 'depression');
    await typePlace(finder, 'Leeds');
    await finder.updateComplete;
    expect(location.href).to.equal(before);
  });

  it('is a selector whatever is chosen, since many pages use their fragment as one', async () => {
    const finder = await aFinder({ ...on, groups: [aGroup({ id: '1/2 #x.%"é"', name: 'Odd' }), ...groups] });
    await tap(finder, 'Odd');
    expect(location.hash).to.match(/^#[\w.-]+$/);
    expect(document.querySelector(location.hash)).to.equal(null);
    const other = await aFinder({ ...on, attributes: { 'url-state': 'other' } });
    finder.remove();
    other.remove();
    const again = await aFinder({ ...on, groups: [aGroup({ id: '1/2 #x.%"é"', name: 'Odd' }), ...groups] });
    expect(byRole(again, 'heading', 'Odd')).to.exist;
  });

  it('brings filters and the opened group back, and takes no focus and no entry of the history for it', async () => {
    history.replaceState({ page: 1 }, '', '#kith__day__TU__topic___C3_89t_C3_A9__when__week__group__calm');
    const entries = history.length;
    const finder = await aFinder(on);
    expect(byRole(finder, 'heading', 'Calm')).to.exist;
    expect(focused(finder)).to.equal(null);
    await tap(finder, '1 group');
    expect(names(finder)).to.deep.equal(['Calm']);
    for (const chip of ['Tuesday', 'Été', en.weekChip])
      expect(byRole(finder, 'button', `Remove: ${chip}`)).to.exist;
    expect(history.state).to.deep.equal({ page: 1 });
    expect(history.length).to.equal(entries);
  });

  it('shows nothing that it then takes away, while choices wait for the part that can choose', async () => {
    history.replaceState(null, '', '#kith__topic__Anxiety');
    const finder = placeFinder(on);
    await finder.ready;
    const seen = new Set<string>();
    const watch = new MutationObserver(() => {
      for (const name of names(finder)) seen.add(name);
    });
    watch.observe(finder.shadowRoot!, { childList: true, subtree: true });
    for (const name of names(finder)) seen.add(name);
    await finder.searchable;
    await finder.updateComplete;
    watch.disconnect();
    expect([...seen].sort()).to.deep.equal(['Bold', 'Screens']);
    expect(names(finder)).to.deep.equal(['Screens', 'Bold']);
  });

  it('says so when the group is no longer listed, until a visitor goes on', async () => {
    history.replaceState(null, '', '#kith__group__gone');
    const finder = await aFinder(on);
    expect(said(finder)).to.contain(en.groupGone);
    expect(names(finder)).to.have.lengthOf(3);
    expect(location.href).to.equal(before);
    await tap(finder, 'Calm');
    await tap(finder, '3 groups');
    expect(said(finder)).to.not.contain(en.groupGone);
  });

  it('says so no more when the page then names another thing', async () => {
    const finder = await aFinder(on);
    follow('kith__group__gone');
    await finder.updateComplete;
    expect(said(finder)).to.contain(en.groupGone);
    follow('kith__topic__Anxiety');
    await finder.updateComplete;
    await tap(finder, 'Remove: Anxiety');
    expect(said(finder)).to.not.contain(en.groupGone);
  });

  /** Does something at each of the moments between the begin of a load and its end. */
  async function atEachMoment(meanwhile: (finder: GroupFinder) => Promise<void>): Promise<void> {
    for (let moment = 0; moment < 16; moment++) {
      const finder = placeFinder(on);
      void finder.reload();
      for (let turn = 0; turn < moment; turn++) await Promise.resolve();
      await meanwhile(finder);
      finder.remove();
    }
  }

  it('is looked at once, at whatever moment the list changes', async () => {
    history.replaceState(null, '', '#kith__topic__Anxiety');
    await atEachMoment(async (finder) => {
      finder.directory = { groups: groups.slice(0, 2), lastChecked: '2026-11-14' };
      await finder.reload();
      await finder.searchable;
      expect(names(finder)).to.deep.equal(['Bold']);
      await tap(finder, 'Bold');
      expect(location.hash).to.contain('__group__bold');
      await tap(finder, '1 group');
    });
  });

  it('brings no list back that was taken away, at whatever moment', async () => {
    history.replaceState(null, '', '#kith__topic__Anxiety');
    await atEachMoment(async (finder) => {
      allowConsole('src>: is missing');
      finder.directory = undefined;
      await finder.ready;
      await new Promise(requestAnimationFrame);
      expect(names(finder)).to.deep.equal([]);
    });
  });

  it('puts no words on the page that the list does not have, whoever wrote the link', async () => {
    history.replaceState(null, '', '#kith__topic__Ring_200900_20123__audience__Nobody__topic__ANXIETY');
    const finder = await aFinder(on);
    expect(byRole(finder, 'button', 'Remove: Anxiety')).to.exist;
    expect(textOf(finder)).to.not.match(/0900|Nobody|ANXIETY/);
    expect(names(finder)).to.have.members(['Bold', 'Screens']);
  });

  it('passes over what nobody could have chosen', async () => {
    history.replaceState(
      null,
      '',
      '#kith__day__XX__time__noon__colour__red__when__ever__topic__Anxiety__odd',
    );
    const finder = await aFinder(on);
    expect(names(finder)).to.deep.equal(['Screens', 'Bold']);
    expect(location.hash).to.equal('#kith__topic__Anxiety');
  });
});

describe('links and the Back key', () => {
  it('a link of the page chooses and opens without loading it anew, and Back undoes it', async () => {
    const finder = await aFinder(on);
    follow('kith__topic__Anxiety');
    await finder.updateComplete;
    expect(names(finder)).to.deep.equal(['Screens', 'Bold']);
    follow('kith__group__calm');
    await finder.updateComplete;
    await finder.updateComplete;
    expect(textOf(focused(finder)!)).to.equal('Calm');
    backTo('#kith__topic__Anxiety');
    await finder.updateComplete;
    expect(names(finder)).to.deep.equal(['Screens', 'Bold']);
    backTo(before);
    await finder.updateComplete;
    expect(names(finder)).to.have.lengthOf(3);
    expect(location.href).to.equal(before);
  });

  it('a link to another part of the page keeps what was chosen, and the page’s own part stays', async () => {
    const finder = await aFinder(on);
    await openFilters(finder);
    await tick(finder, /^Anxiety/);
    follow('contact');
    await finder.updateComplete;
    expect(location.hash).to.equal('#contact.kith__topic__Anxiety');
    expect(queryByRole(finder, 'button', 'Remove: Anxiety')).to.exist;
    await tap(finder, 'Remove: Anxiety');
    expect(location.hash).to.equal('#contact');
  });

  it('is listened to no more when the finder is gone', async () => {
    const finder = await aFinder(on);
    finder.remove();
    follow('kith__group__calm');
    await finder.updateComplete;
    expect(queryByRole(finder, 'heading', 'Calm')).to.equal(undefined);
  });
});

describe('several finders in one address', () => {
  it('each have a section of their own', async () => {
    const first = await aFinder(on);
    const second = await aFinder({ groups, attributes: { 'url-state': 'second' } });
    await tap(first, 'Calm');
    await tap(second, 'Bold');
    expect(location.hash).to.equal('#kith__group__calm.second__group__bold_5F1_2E2');
    first.remove();
    second.remove();
    const again = await aFinder({ groups, attributes: { 'url-state': 'second' } });
    expect(byRole(again, 'heading', 'Bold')).to.exist;
  });

  it('of one name: the first has it, the second is told', async () => {
    await aFinder(on);
    expectConsole('another widget of this page is called "kith" there');
    const second = await aFinder(on);
    await tap(second, 'Calm');
    expect(location.href).to.equal(before);
  });

  it('need names that can stand there', async () => {
    expectConsole('"my groups" is no name');
    const finder = await aFinder({ groups, attributes: { 'url-state': 'my groups' } });
    expect(names(finder)).to.have.lengthOf(3);
  });
});

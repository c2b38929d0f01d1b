import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { QuickExitEvent } from '../../../src/parts/quick-exit.js';
import { allByRole, byRole, queryByRole } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { press } from '../../keys.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, aFinder, said, tap } from './a-finder.js';

const inCountry = (country: string) => {
  const { timeZone: _, ...floating } = weekly('MO', '10:00', { venue: { country } });
  return [aGroup({ name: 'Calm', meetings: [floating] })];
};
const nowhere = () => {
  const { timeZone: _, ...floating } = weekly('MO', '10:00');
  return [aGroup({ name: 'Calm', meetings: [floating] })];
};

/** Every telephone and text link below the list. */
const numbers = (finder: Element): string[] =>
  (allByRole(finder, 'link') as HTMLAnchorElement[])
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => /^(?:tel|sms):/.test(href));

describe('the help line', () => {
  it('is of the country that the page names, with the country beside its number', async () => {
    const finder = await aFinder({ groups: inCountry('US'), country: 'GB' });
    expect(said(finder)).to.contain('Samaritans, United Kingdom');
    expect(byRole(finder, 'link', '116 123').getAttribute('href')).to.equal('tel:116123');
  });

  it('is of the listing’s country where the page names none', async () => {
    const finder = await aFinder({ groups: inCountry('US'), country: '' });
    expect(numbers(finder)).to.include('tel:988');
    expect(said(finder)).to.contain('United States');
  });

  it('shows all three tiers when it is opened', async () => {
    const finder = await aFinder({ groups: inCountry('GB') });
    byRole(finder, 'summary', en.helpMore).click();
    await finder.updateComplete;
    for (const tier of [en.helpDanger, en.helpUrgent, en.helpTalk])
      expect(byRole(finder, 'heading', tier)).to.exist;
    expect(byRole(finder, 'link', 'Call 999 (United Kingdom)').getAttribute('href')).to.equal('tel:999');
  });

  it('has no number where the country is not known, but the directory and the local emergency number', async () => {
    expectConsole('<kith-group-finder country>');
    const finder = await aFinder({ groups: nowhere(), country: '' });
    expect(numbers(finder)).to.deep.equal([]);
    expect(said(finder)).to.contain(en.helpCallLocal);
    expect(byRole(finder, 'link', en.helpDirectory)).to.exist;
  });

  it('has no number where the listing speaks of several countries', async () => {
    expectConsole('several countries (GB, US)');
    const finder = await aFinder({ groups: [...inCountry('GB'), ...inCountry('US')], country: '' });
    expect(numbers(finder)).to.deep.equal([]);
  });

  it('has no number where the page’s country is nonsense, and says so to the webmaster', async () => {
    expectConsole('country="Britain" is no country');
    const finder = await aFinder({ groups: nowhere(), country: 'Britain' });
    expect(numbers(finder)).to.deep.equal([]);
  });

  it('is never chosen by the page’s language', async () => {
    expectConsole('<kith-group-finder country>');
    const box = aBox();
    box.lang = 'en-US';
    const finder = await aFinder({ groups: nowhere(), country: '', into: box });
    expect(numbers(finder)).to.deep.equal([]);
    finder.setAttribute('country', 'GB');
    await finder.updateComplete;
    expect(numbers(finder)[0]).to.equal('tel:116123');
  });

  it('comes after the clinic’s own lines', async () => {
    const finder = await aFinder({ groups: inCountry('GB'), children: '<p slot="help">Our crisis team</p>' });
    const own = finder.querySelector('p')!;
    expect(own.checkVisibility()).to.equal(true);
    const first = byRole(finder, 'link', '116 123');
    expect(own.assignedSlot!.compareDocumentPosition(first)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('stands in the short list and in an opened group', async () => {
    const finder = await aFinder({ groups: inCountry('GB') });
    await tap(finder, 'Calm');
    expect(numbers(finder)).to.include('tel:116123');
    await tap(finder, /^Keep/);
    await tap(finder, '1 group');
    await tap(finder, '1 kept');
    expect(numbers(finder)).to.include('tel:116123');
  });
});

describe('the way out', () => {
  let leaving: QuickExitEvent[] = [];

  const stay = (event: Event): void => {
    event.preventDefault();
    leaving.push(event as QuickExitEvent);
  };

  beforeEach(() => {
    leaving = [];
    document.addEventListener(QuickExitEvent.type, stay);
  });

  afterEach(() => document.removeEventListener(QuickExitEvent.type, stay));

  it('leaves by its button, and a page may prevent it', async () => {
    const finder = await aFinder({ groups: inCountry('GB') });
    await tap(finder, en.exit);
    expect(leaving).to.have.lengthOf(1);
    expect(leaving[0]?.cancelable).to.equal(true);
    expect(leaving[0]?.url).to.match(/^https:/);
    expect(finder.hidden).to.equal(false);
  });

  it('leads where the page says', async () => {
    const finder = await aFinder({
      groups: inCountry('GB'),
      attributes: { 'exit-url': 'https://example.org/weather' },
    });
    await tap(finder, en.exit);
    expect(leaving[0]?.url).to.equal('https://example.org/weather');
  });

  it('leaves when Shift is pressed three times', async () => {
    await aFinder({ groups: inCountry('GB') });
    await press('Shift');
    await press('Shift');
    expect(leaving).to.deep.equal([]);
    await press('Shift');
    expect(leaving).to.have.lengthOf(1);
  });

  it('starts counting again after any other key', async () => {
    await aFinder({ groups: inCountry('GB') });
    for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) await press(key);
    expect(leaving).to.deep.equal([]);
  });

  it('does not take capital letters for it', async () => {
    const finder = await aFinder({ groups: inCountry('GB') });
    byRole(finder, 'searchbox', en.searchLabel).focus();
    for (const key of ['Shift+a', 'Shift+b', 'Shift+c', 'Shift+d']) await press(key);
    expect(leaving).to.deep.equal([]);
  });

  it('does not take a key that is held down for three presses', async () => {
    await aFinder({ groups: inCountry('GB') });
    for (const repeat of [false, true, true, true])
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', repeat }));
    expect(leaving).to.deep.equal([]);
  });

  it('is one way out for a page with two finders', async () => {
    await aFinder({ groups: inCountry('GB') });
    await aFinder({ groups: inCountry('GB') });
    for (let n = 0; n < 3; n++) await press('Shift');
    expect(leaving).to.have.lengthOf(1);
    for (let n = 0; n < 3; n++) await press('Shift');
    expect(leaving).to.have.lengthOf(2);
  });

  it('is that of the finder which is still there, when another has left the page', async () => {
    const gone = await aFinder({ groups: inCountry('GB') });
    const stays = await aFinder({ groups: inCountry('GB') });
    for (let n = 0; n < 2; n++) await press('Shift');
    gone.remove();
    await press('Shift');
    expect(leaving.map(({ target }) => target)).to.have.lengthOf(1);
    expect(leaving[0]?.composedPath()).to.not.include(gone);
    expect(stays.isConnected).to.equal(true);
  });

  it('is in reach wherever the visitor has scrolled to', async () => {
    const groups = Array.from({ length: 40 }, () => aGroup());
    const finder = await aFinder({ groups });
    window.scrollTo({ top: 1200, behavior: 'instant' });
    const exit = byRole(finder, 'button', en.exit).getBoundingClientRect();
    expect(exit.top).to.be.within(0, window.innerHeight - exit.height);
    expect(queryByRole(finder, 'button', en.exit)).to.exist;
    window.scrollTo({ top: 0, behavior: 'instant' });
  });

  it('hides every finder and leads away, leaving nothing to go back to', async () => {
    document.removeEventListener(QuickExitEvent.type, stay);
    const frame = document.createElement('iframe');
    const loads = () => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const opened = loads();
    frame.src = '/test/pages/blank.html';
    aBox().append(frame);
    await opened;
    const page = frame.contentWindow as Window & { document: Document };
    const before = history.length;
    page.document.body.innerHTML =
      '<kith-group-finder src="/fixtures/none.csv" exit-url="/test/pages/blank.html?gone"></kith-group-finder>'.repeat(
        2,
      );
    const script = page.document.createElement('script');
    script.src = '/built/way-out/single.js';
    page.document.head.append(script);
    const finders = [...page.document.querySelectorAll('kith-group-finder')];
    await waitUntil(() => queryByRole(finders[1] as Element, 'button', en.exit), 'the widgets are there');
    const hidden: boolean[] = [];
    page.addEventListener('pagehide', () =>
      hidden.push(...finders.map((finder) => finder.matches('[hidden]'))),
    );
    const gone = loads();
    byRole(finders[0] as Element, 'button', en.exit).click();
    await gone;
    expect(hidden).to.deep.equal([true, true]);
    expect(page.location.search).to.equal('?gone');
    expect(history.length).to.equal(before);
  });
});

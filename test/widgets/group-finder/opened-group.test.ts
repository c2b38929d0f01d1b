import { expect } from '@open-wc/testing';
import type { Group } from '../../../src/domain/group.js';
import { en } from '../../../src/i18n/en.js';
import { GroupClosedEvent, GroupOpenedEvent } from '../../../src/widgets/group-finder/group-finder.events.js';
import { allByRole, byRole, queryByRole, textOf } from '../../by-role.js';
import { aGroup, aMeeting, weekly } from '../../domain/small-groups.js';
import { aBox, aFinder, focused, openFilters, rowOf, said, search, tap, tick } from './a-finder.js';

const KITH = '/fixtures/kith-directory.json';

const many = () =>
  Array.from({ length: 60 }, (_, n) =>
    aGroup({ id: `id-${n}`, name: `Circle ${String(n).padStart(2, '0')}`, topics: [n % 2 ? 'Odd' : 'Even'] }),
  );

const detailOf = (finder: Element): HTMLElement => byRole(finder, 'article');

async function opened(parts: Partial<Group>): Promise<HTMLElement> {
  const finder = await aFinder({ groups: [aGroup({ name: 'Calm', ...parts })] });
  await tap(finder, 'Calm');
  return detailOf(finder);
}

/** The answer beside a question. */
const answer = (detail: Element, question: string): string => {
  const term = [...detail.querySelectorAll('dt')].find((one) => textOf(one) === question);
  return term?.nextElementSibling ? textOf(term.nextElementSibling) : '';
};

const asked = (detail: Element): string[] => allByRole(detail, 'listitem').map(textOf);

describe('opening a group', () => {
  it('leads to its heading and back to the same button', async () => {
    const finder = await aFinder({ src: KITH });
    await tap(finder, 'Two Poles');
    expect(focused(finder)).to.equal(byRole(finder, 'heading', 'Two Poles'));
    expect(queryByRole(finder, 'searchbox')).to.equal(undefined);
    await tap(finder, /^\d+ groups$/);
    expect(textOf(focused(finder)!)).to.equal('Two Poles');
    expect(focused(finder)?.tagName).to.equal('BUTTON');
  });

  it('keeps words, filters and the rows that were shown', async () => {
    const finder = await aFinder({ groups: many() });
    await openFilters(finder);
    await tick(finder, /^Odd/);
    await tap(finder, 'Show 30 groups');
    await search(finder, 'circle');
    await tap(finder, /^Show \d+ more/);
    await tap(finder, 'Circle 59');
    await tap(finder, '30 groups');
    expect((byRole(finder, 'searchbox', en.searchLabel) as HTMLInputElement).value).to.equal('circle');
    expect(byRole(finder, 'button', 'Remove: Odd')).to.exist;
    expect(rowOf(finder, 'Circle 59')).to.exist;
  });

  it('brings a visitor back to where they were on the page', async () => {
    const finder = await aFinder({ groups: many() });
    const opener = byRole(finder, 'button', 'Circle 15');
    opener.scrollIntoView({ block: 'center', behavior: 'instant' });
    const before = opener.getBoundingClientRect().top;
    await tap(finder, 'Circle 15');
    window.scrollTo({ top: 0, behavior: 'instant' });
    await tap(finder, '60 groups');
    expect(byRole(finder, 'button', 'Circle 15').getBoundingClientRect().top).to.be.closeTo(before, 2);
  });

  it('does so inside a box of the page that scrolls on its own', async () => {
    const box = aBox();
    box.style.cssText = 'block-size: 400px; overflow-y: auto';
    const finder = await aFinder({ groups: many(), into: box });
    const opener = byRole(finder, 'button', 'Circle 15');
    opener.scrollIntoView({ block: 'center', behavior: 'instant' });
    const before = opener.getBoundingClientRect().top;
    await tap(finder, 'Circle 15');
    box.scrollTop = 0;
    await tap(finder, '60 groups');
    expect(byRole(finder, 'button', 'Circle 15').getBoundingClientRect().top).to.be.closeTo(before, 2);
  });

  it('tells the page which group, and nothing else', async () => {
    const finder = await aFinder({ src: KITH });
    const told: Event[] = [];
    document.addEventListener(GroupOpenedEvent.type, (event) => told.push(event), { once: true });
    document.addEventListener(GroupClosedEvent.type, (event) => told.push(event), { once: true });
    await search(finder, 'poles');
    await tap(finder, 'Two Poles');
    await tap(finder, /^\d+ groups?$/);
    await finder.updateComplete;
    expect(told.map((event) => event.type)).to.deep.equal(['kith-group-opened', 'kith-group-closed']);
    for (const event of told) {
      expect(Object.keys(event).filter((name) => name !== 'isTrusted')).to.deep.equal(['groupId']);
      expect((event as GroupOpenedEvent).groupId).to.equal('two-poles');
    }
  });

  it('stays open while the list is loaded again, and closes when the group is gone from it', async () => {
    const groups = many();
    const finder = await aFinder({ groups });
    await tap(finder, 'Circle 03');
    await finder.reload();
    expect(byRole(finder, 'heading', 'Circle 03')).to.exist;
    const closed: string[] = [];
    finder.addEventListener('kith-group-closed', ({ groupId }) => closed.push(groupId));
    finder.directory = { groups: groups.filter(({ id }) => id !== 'id-3') };
    await finder.ready;
    await finder.updateComplete;
    expect(queryByRole(finder, 'article')).to.equal(undefined);
    expect(rowOf(finder, 'Circle 04')).to.exist;
    expect(said(finder)).to.contain(en.groupGone);
    expect(closed).to.deep.equal(['id-3']);
    expect(focused(finder)?.className).to.contain('counted');
  });
});

describe('a directory from plain JavaScript', () => {
  it('may leave out the lists that it has nothing for', async () => {
    const groups = [
      { id: 'calm', name: 'Calm', meetings: [{ text: 'Tuesdays' }] },
      { id: 'bold', name: 'Bold' },
    ];
    const finder = await aFinder({ groups: groups as unknown as Group[] });
    await search(finder, 'calm');
    await tap(finder, 'Calm');
    expect(said(finder)).to.contain('Tuesdays');
  });
});

describe('an opened group', () => {
  it('says when it meets next, then the dates after it with what is different', async () => {
    const finder = await aFinder({ src: KITH });
    await tap(finder, 'Worry Less Together');
    const text = textOf(detailOf(finder));
    expect(text).to.match(/Tuesday,? 1 December, 18:30 to 20:00/);
    expect(text).to.match(/Tuesday,? 24 November: no meeting/);
    expect(text).to.match(/Tuesday,? 8 December.*Friends Meeting House/);
    expect(text).to.contain('Every Tuesday');
  });

  it('says what a first visit is like, in the listing’s own words', async () => {
    const finder = await aFinder({ src: KITH });
    await tap(finder, 'Worry Less Together');
    const detail = detailOf(finder);
    expect(answer(detail, en.talking)).to.equal('You can just listen, the first time and every time.');
    expect(answer(detail, en.door)).to.contain('The blue side door on Mill Street');
    expect(answer(detail, en.whoLeads)).to.contain('Led by people who have been there');
    expect(answer(detail, en.confidentiality)).to.contain('What is said in the group stays in the group.');
  });

  it('turns what the listing does not say into questions to ask, and invents no answer', async () => {
    const detail = await opened({
      firstVisit: { talking: 'No.' },
      cost: 'Free',
      meetings: [weekly('MO', '10:00')],
    });
    expect(answer(detail, en.talking)).to.equal('No.');
    expect(answer(detail, en.cost)).to.equal('Free');
    const questions = asked(detail);
    for (const question of [
      en.companion,
      en.size,
      en.greeter,
      en.door,
      en.whoLeads,
      en.training,
      en.confidentiality,
    ])
      expect(questions).to.include(question);
    expect(questions).to.not.include(en.talking);
    expect(questions).to.not.include(en.cost);
    expect(questions).to.not.include(en.camera);
  });

  it('asks about the camera of an online group, and about no door', async () => {
    const detail = await opened({ meetings: [weekly('MO', '10:00', { attendance: 'online' })] });
    expect(asked(detail)).to.include(en.camera);
    expect(asked(detail)).to.not.include(en.door);
  });

  it('asks nothing where everything is answered', async () => {
    const words = 'Yes.';
    const detail = await opened({
      firstVisit: Object.fromEntries(
        ['talking', 'companion', 'lateOrEarly', 'size', 'nameNeeded', 'cost', 'contactOutside', 'unsafe'].map(
          (key) => [key, words],
        ),
      ),
      leadership: 'peers',
      training: words,
      confidentiality: words,
    });
    expect(queryByRole(detail, 'heading', en.askTitle)).to.equal(undefined);
  });

  it('rings a number with a link, and says what stays on the phone', async () => {
    const detail = await opened({
      contact: { name: 'Priya', phone: '0113 496 0121', email: 'p@example.org' },
    });
    expect(byRole(detail, 'link', '0113 496 0121').getAttribute('href')).to.equal('tel:01134960121');
    expect(byRole(detail, 'link', 'p@example.org').getAttribute('href')).to.equal('mailto:p@example.org');
    expect(textOf(detail)).to.contain(en.callStays);
  });

  it('shows a number that cannot be rung as text', async () => {
    const detail = await opened({ contact: { phone: 'ask at the desk' } });
    expect(textOf(detail)).to.contain('ask at the desk');
    expect(queryByRole(detail, 'link', 'ask at the desk')).to.equal(undefined);
  });

  it('reaches the organisation where a group names nobody', async () => {
    const finder = await aFinder({
      directory: {
        groups: [aGroup({ name: 'Calm' })],
        organisation: { name: 'PeerNorth', phone: '0113 496 0100' },
      },
    });
    await tap(finder, 'Calm');
    expect(byRole(detailOf(finder), 'link', '0113 496 0100')).to.exist;
  });

  it('opens no link but web, mail and telephone, whatever a listing says', async () => {
    const bad = 'javascript:alert(1)';
    const finder = await aFinder({
      directory: {
        groups: [
          aGroup({
            name: 'Calm',
            url: bad,
            contact: { phone: bad, email: bad, url: bad },
            meetings: [
              weekly('MO', '10:00', { attendance: 'online', joinUrl: bad, joinPhone: bad, joinNote: bad }),
            ],
          }),
        ],
      },
    });
    await tap(finder, 'Calm');
    for (const link of allByRole(finder, 'link') as HTMLAnchorElement[])
      expect(link.protocol).to.match(/^(?:https?|mailto|tel|sms):$/);
    expect(queryByRole(detailOf(finder), 'link', en.join)).to.equal(undefined);
  });

  it('names the host before an online room opens, in a window that knows nothing of this one', async () => {
    const detail = await opened({
      meetings: [
        weekly('MO', '10:00', {
          attendance: 'online',
          joinUrl: 'https://meet.example.org/x',
          joinNote: 'Code: kettle',
        }),
      ],
    });
    const join = byRole(detail, 'link', en.join) as HTMLAnchorElement;
    expect(join.href).to.equal('https://meet.example.org/x');
    expect(join.rel).to.contain('noopener');
    expect(join.rel).to.contain('noreferrer');
    expect(textOf(detail)).to.contain('opens meet.example.org');
    expect(textOf(detail)).to.contain('Code: kettle');
  });

  it('says where, with directions that leave the device only when they are tapped', async () => {
    const finder = await aFinder({ src: KITH });
    await tap(finder, 'Worry Less Together');
    const detail = detailOf(finder);
    expect(textOf(detail)).to.contain('Mill Street Library');
    expect(textOf(detail)).to.contain('Ring the bell marked Community Room.');
    expect((byRole(detail, 'link', en.directions) as HTMLAnchorElement).href).to.match(
      /^https:\/\/www\.google\.com\/maps/,
    );
  });

  it('shows no directions to a place that is only roughly known', async () => {
    const detail = await opened({
      meetings: [weekly('MO', '10:00', { venue: { locality: 'Leeds', approximate: true } })],
    });
    expect(textOf(detail)).to.contain('Leeds');
    expect(queryByRole(detail, 'link', en.directions)).to.equal(undefined);
  });

  it('says two ways of meeting apart', async () => {
    const finder = await aFinder({ src: KITH });
    await tap(finder, 'Living Well With Pain');
    const text = textOf(detailOf(finder));
    expect(text).to.contain('Every Wednesday');
    expect(text).to.contain('Every month on the third Monday');
    expect(text).to.contain('In person');
    expect(text).to.contain('Online');
  });

  it('quotes a member only with a name or as a member', async () => {
    expect(textOf(await opened({ quote: { text: 'I only listened.' } }))).to.contain(
      'I only listened. A member',
    );
    expect(textOf(await opened({ quote: { text: 'Hm.', by: 'Jo' } }))).to.contain('Jo, a member');
  });

  it('marks the searched words and says that an entry is old', async () => {
    const finder = await aFinder({
      groups: [
        aGroup({ name: 'Calm', notes: 'Tea and talk.', lastChecked: '2026-01-02', meetings: [aMeeting()] }),
      ],
    });
    await search(finder, 'tea');
    await tap(finder, 'Calm');
    expect([...detailOf(finder).querySelectorAll('mark')].map(textOf)).to.deep.equal(['Tea']);
    expect(said(finder)).to.contain('Last checked in January 2026.');
  });

  it('leads to the listing’s own place to report a mistake', async () => {
    const finder = await aFinder({ src: KITH });
    await tap(finder, 'Two Poles');
    expect((byRole(finder, 'link', en.report) as HTMLAnchorElement).href).to.equal(
      'https://example.org/report',
    );
  });
});

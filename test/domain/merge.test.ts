import { expect } from '@open-wc/testing';
import type { Group } from '../../src/domain/group.js';
import { mergeDirectories } from '../../src/domain/merge.js';

const group = (id: string, name: string, more: Partial<Group> = {}): Group => ({
  id,
  name,
  topics: [],
  audience: [],
  languages: [],
  meetings: [{ attendance: 'online', access: [] }],
  ...more,
});

describe('several lists', () => {
  it('join the meetings of one group, and keep two groups of one number apart', () => {
    const { groups } = mergeDirectories([
      { groups: [group('1', 'Anxiety circle')] },
      { groups: [group('1', 'anxiety circle'), group('1', 'Walk and talk')] },
    ]);
    expect(groups.map(({ id, name, meetings }) => [id, name, meetings.length])).to.deep.equal([
      ['1', 'Anxiety circle', 2],
      ['1~2', 'Walk and talk', 1],
    ]);
  });

  it('say of no group what only another list says', () => {
    const merged = mergeDirectories([
      { groups: [group('a', 'A')], organisation: { phone: '0113 496 0001' }, lastChecked: '2026-11-01' },
      { groups: [group('b', 'B')], organisation: { phone: '0113 496 0002' } },
    ]);
    expect(merged.organisation).to.equal(undefined);
    expect(merged.lastChecked).to.equal(undefined);
    expect(merged.groups.map(({ contact, lastChecked }) => [contact?.phone, lastChecked])).to.deep.equal([
      ['0113 496 0001', '2026-11-01'],
      ['0113 496 0002', undefined],
    ]);
  });

  it('keep the organisation that all of them name', () => {
    const organisation = { name: 'PeerNorth', email: 'hello@example.org' };
    const merged = mergeDirectories([
      { groups: [group('a', 'A', { contact: { name: 'Ann' } })], organisation },
      { groups: [], organisation },
    ]);
    expect(merged.organisation).to.deep.equal(organisation);
    expect(merged.groups[0]?.contact).to.deep.equal({ name: 'Ann', email: 'hello@example.org' });
  });
});

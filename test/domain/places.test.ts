import { expect } from '@open-wc/testing';
import type { Group } from '../../src/domain/group.js';
import type { Venue } from '../../src/domain/meeting.js';
import { buildGazetteer, distanceKm, lookUp, roundPosition } from '../../src/domain/places.js';
import { postalAreas } from '../../src/domain/postal-code.js';
import { aGroup, aMeeting, at } from './small-groups.js';

const groupsAt = (...venues: Venue[]) => venues.map((venue) => aGroup({ meetings: [aMeeting({ venue })] }));
const labels = (typed: string, groups: readonly Group[]) =>
  lookUp(buildGazetteer(groups), typed).map(({ label }) => label);

const LEEDS = at(53.8, -1.55, {
  locality: 'Leeds',
  district: 'Headingley',
  region: 'West Yorkshire',
  postalCode: 'LS2 8AA',
  country: 'GB',
});

describe('distance', () => {
  it('is the great circle', () => {
    const london = { latitude: 51.5074, longitude: -0.1278 };
    const paris = { latitude: 48.8566, longitude: 2.3522 };
    expect(distanceKm(london, paris)).to.be.closeTo(343.6, 1);
    expect(distanceKm(london, london)).to.equal(0);
    expect(distanceKm({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).to.be.closeTo(
      22.2,
      0.1,
    );
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).to.be.closeTo(
      20_015,
      1,
    );
  });

  it('is measured from a position made coarse', () => {
    expect(roundPosition({ latitude: 53.80754, longitude: -1.54908 })).to.deep.equal({
      latitude: 53.81,
      longitude: -1.55,
    });
  });
});

describe('postal codes', () => {
  it('lie in wider and wider areas', () => {
    expect(postalAreas('ls2 8aa')).to.deep.equal(['LS2 8AA', 'LS2', 'LS']);
    expect(postalAreas('SW1A1AA')).to.deep.equal(['SW1A 1AA', 'SW1A', 'SW']);
    expect(postalAreas('M1')).to.deep.equal(['M1', 'M']);
    expect(postalAreas('LS2 8')).to.deep.equal(['LS2', 'LS']);
    expect(postalAreas('LS28')).to.deep.equal(['LS28', 'LS']);
    expect(postalAreas('k1a0b1')).to.deep.equal(['K1A 0B1', 'K1A']);
    expect(postalAreas('94110-1234', 'US')).to.deep.equal(['94110', '941']);
    expect(postalAreas('10115', 'DE')).to.deep.equal(['10115', '10']);
    expect(postalAreas('10115')).to.deep.equal(['10115', '101', '10']);
    expect(postalAreas('  ')).to.deep.equal([]);
  });
});

describe('the places of a feed', () => {
  it('are towns, districts, regions and postcodes, found by their beginning without case and accents', () => {
    const groups = groupsAt(LEEDS, { locality: 'Mérida', postalCode: '06800', country: 'ES' });
    expect(labels('lee', groups)).to.deep.equal(['Leeds']);
    expect(labels('HEADING', groups)).to.deep.equal(['Headingley']);
    expect(labels('west yorks', groups)).to.deep.equal(['West Yorkshire']);
    expect(labels('merida', groups)).to.deep.equal(['Mérida']);
    expect(labels('06800', groups)).to.deep.equal(['06800']);
    expect(labels('Timbuktu', groups)).to.deep.equal([]);
    expect(labels('', groups)).to.deep.equal([]);
  });

  it('forgive one slip when nothing else answers', () => {
    const groups = groupsAt(LEEDS, { locality: 'Leigh' });
    expect(labels('leesd', groups)).to.deep.equal(['Leeds']);
    expect(labels('west yorkshrie', groups)).to.deep.equal(['West Yorkshire']);
    expect(labels('lezzs', groups)).to.deep.equal([]);
  });

  it('are found in a whole address', () => {
    const groups = groupsAt(LEEDS, at(40.7, -74, { locality: 'New York' }), { locality: 'Marfa' });
    expect(labels('Leeds, West Yorkshire', groups)).to.deep.equal(['Leeds']);
    expect(labels('12 Long Lane, Leeds', groups)).to.deep.equal(['Leeds']);
    expect(labels('Leeds LS2 9XX', groups)).to.deep.equal(['LS2']);
    expect(labels('Boston, MA', groups)).to.deep.equal([]);
  });

  it('put the exact name first, then beginnings, then names that hold the word', () => {
    const groups = groupsAt(
      { locality: 'New York' },
      { locality: 'Yorkton' },
      { locality: 'York' },
      { locality: 'Yorkton' },
    );
    expect(labels('york', groups)).to.deep.equal(['York', 'Yorkton', 'New York']);
  });

  it('are five at most, those with most venues first', () => {
    const towns = ['Aa', 'Ab', 'Ac', 'Ad', 'Ae', 'Af', 'Af'];
    const found = labels('a', groupsAt(...towns.map((locality) => ({ locality }))));
    expect(found.length).to.equal(5);
    expect(found[0]).to.equal('Af');
  });

  it('answer an unknown postcode with the area around it', () => {
    const groups = groupsAt(LEEDS, at(53.7, -1.6, { locality: 'Morley', postalCode: 'LS27 0AA' }));
    expect(labels('LS2 8AA', groups)[0]).to.equal('LS2 8AA');
    expect(labels('ls28aa', groups)[0]).to.equal('LS2 8AA');
    expect(labels('LS2 9ZZ', groups)).to.deep.equal(['LS2']);
    expect(labels('LS9 9ZZ', groups)).to.deep.equal(['LS']);
    expect(labels('BS1 1AA', groups)).to.deep.equal([]);
    expect(labels('ls', groups)[0]).to.equal('LS');
  });

  it('answer American and Canadian codes likewise', () => {
    const groups = groupsAt(
      { postalCode: '94110', country: 'US' },
      { postalCode: 'K1A 0B1', country: 'CA' },
      { postalCode: '10115', country: 'DE' },
    );
    expect(labels('94199', groups)).to.deep.equal(['941']);
    expect(labels('94110-1234', groups)).to.deep.equal(['94110']);
    expect(labels('k1a 9z9', groups)).to.deep.equal(['K1A']);
    expect(labels('10999', groups)).to.deep.equal(['10']);
  });

  it('know which venues name them', () => {
    const groups = groupsAt(
      LEEDS,
      { locality: 'leeds ' },
      { locality: 'Bradford', region: 'West Yorkshire' },
    );
    const [leeds] = lookUp(buildGazetteer(groups), 'Leeds');
    const [region] = lookUp(buildGazetteer(groups), 'West Yorkshire');
    const venues = groups.map((group) => group.meetings[0]?.venue ?? {});
    expect(venues.map((venue) => leeds?.has(venue))).to.deep.equal([true, true, false]);
    expect(venues.map((venue) => region?.has(venue))).to.deep.equal([true, false, true]);
  });

  it('stand in the middle of their exact venues, whatever one mistyped coordinate says', () => {
    const groups = groupsAt(
      at(53.8, -1.5, { locality: 'Leeds' }),
      at(53.82, -1.54, { locality: 'Leeds' }),
      at(53.84, -1.58, { locality: 'Leeds' }),
      at(53.81, -1.53, { locality: 'Leeds' }),
      at(-53.8, 1.5, { locality: 'Leeds' }),
      at(50, 0, { locality: 'Leeds', approximate: true }),
    );
    const [leeds] = lookUp(buildGazetteer(groups), 'Leeds');
    expect(leeds?.position?.latitude).to.be.closeTo(53.81, 0.001);
    expect(leeds?.position?.longitude).to.be.closeTo(-1.53, 0.001);
  });

  it('have a middle on the date line', () => {
    const groups = groupsAt(
      at(-17, 179.9, { locality: 'Taveuni' }),
      at(-17, -179.9, { locality: 'Taveuni' }),
    );
    const [taveuni] = lookUp(buildGazetteer(groups), 'Taveuni');
    expect(Math.abs(taveuni?.position?.longitude ?? 0)).to.be.closeTo(180, 0.001);
  });

  it('have no position without coordinates, and none when they are too wide for a middle', () => {
    const groups = groupsAt(at(36, -115, { region: 'West' }), at(41, -120, { region: 'West' }), {
      locality: 'Leeds',
    });
    const gazetteer = buildGazetteer(groups);
    expect(lookUp(gazetteer, 'West')[0]?.position).to.equal(undefined);
    expect(lookUp(gazetteer, 'Leeds')[0]?.position).to.equal(undefined);
  });

  it('tell two towns of one name apart', () => {
    const groups = groupsAt(
      at(39.8, -89.6, { locality: 'Springfield', region: 'Illinois' }),
      at(42.1, -72.6, { locality: 'Springfield', region: 'Massachusetts' }),
    );
    expect(labels('springf', groups)).to.have.members([
      'Springfield, Illinois',
      'Springfield, Massachusetts',
    ]);
    expect(labels('springfield mass', groups)).to.deep.equal(['Springfield, Massachusetts']);
  });

  it('keep a town whole that a feed cuts into regions', () => {
    const groups = groupsAt(
      at(37.3, -121.9, { locality: 'San José', region: 'Downtown' }),
      at(37.31, -121.95, { locality: 'San Jose', region: 'Willow Glen' }),
    );
    expect(labels('san jose', groups)).to.deep.equal(['San José']);
  });

  it('keep the middle of a town whose county has its name', () => {
    const groups = groupsAt(
      at(52.95, -1.15, { locality: 'Nottingham', region: 'Nottingham' }),
      at(53.3, -1.1, { locality: 'Worksop', region: 'Nottingham' }),
      at(53.31, -1.1, { locality: 'Worksop', region: 'Nottingham' }),
    );
    const [place] = lookUp(buildGazetteer(groups), 'Nottingham');
    expect(place?.position?.latitude).to.equal(52.95);
  });

  it('leave out the city behind an online group', () => {
    const groups = [
      aGroup({ meetings: [aMeeting({ attendance: 'online', venue: at(51.5, 0, { locality: 'London' }) })] }),
      aGroup({ meetings: [aMeeting({ attendance: 'hybrid', venue: { locality: 'Leeds' } })] }),
    ];
    expect(labels('London', groups)).to.deep.equal([]);
    expect(labels('Leeds', groups)).to.deep.equal(['Leeds']);
  });

  it('take Saint and St. for one word', () => {
    expect(labels('saint alb', groupsAt({ locality: 'St. Albans' }))).to.deep.equal(['St. Albans']);
  });
});

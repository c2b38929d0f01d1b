import { expect } from '@open-wc/testing';
import { venueLines } from '../../src/parts/where-in-words.js';

describe('where a group meets', () => {
  const address = (venue: Parameters<typeof venueLines>[0]) => venueLines(venue).join(' | ');

  it('names town, region and postcode after a street that stands alone', () => {
    expect(
      address({ name: 'Hall', address: '14 Marsh Lane', locality: 'Leeds', postalCode: 'LS9 8AA' }),
    ).to.equal('Hall | 14 Marsh Lane, Leeds, LS9 8AA');
    expect(
      address({ address: '2 High St', locality: 'Ashford', region: 'OH', postalCode: '44001' }),
    ).to.equal('2 High St, Ashford, OH, 44001');
  });

  it('says nothing twice that the address has already', () => {
    for (const whole of [
      '14 Marsh Lane, Leeds LS9 8AA',
      '14 Marsh Lane leeds ls98aa',
      '1 Clinton Ave, Leeds, LS9 8AA, UK',
    ])
      expect(address({ address: whole, locality: 'Leeds', postalCode: 'LS9 8AA' })).to.equal(whole);
    const us = '1344 Clinton Avenue, Bronx, New York, NY 10452, USA';
    expect(address({ address: us, locality: 'New York', region: 'NY', postalCode: '10452' })).to.equal(us);
    expect(address({ address: 'Weg 3, 10115 Berlin', locality: 'Berlin', postalCode: '10115' })).to.equal(
      'Weg 3, 10115 Berlin',
    );
  });

  it('leaves the region out where the address says the town', () => {
    const whole = 'Mill Street, Leeds LS9 4ZZ';
    expect(
      address({ address: whole, locality: 'Leeds', region: 'West Yorkshire', postalCode: 'LS9 4ZZ' }),
    ).to.equal(whole);
  });

  it('takes names of any marks', () => {
    for (const locality of ["St. John's", 'A (B', '[^]', '\\', '—', 'L’Île-d’Yeu'])
      expect(address({ address: '1 Road', locality })).to.match(/^1 Road/);
    expect(address({ address: "1 Road, St John's, Newfoundland", locality: "St. John's" })).to.equal(
      "1 Road, St John's, Newfoundland",
    );
  });

  it('makes do with what there is', () => {
    expect(address({ locality: 'Leeds', postalCode: 'LS9' })).to.equal('Leeds, LS9');
    expect(address({})).to.equal('');
  });
});

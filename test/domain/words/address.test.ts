import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseAddress } from '../../../src/domain/words/address.js';
import { countryCode, countryNamed } from '../../../src/domain/words/country.js';

describe('an address on one line', () => {
  const cases: [string, ReturnType<typeof parseAddress>][] = [
    [
      '1555 S 7th St bldg k, San Jose, CA 95112, USA',
      {
        street: '1555 S 7th St bldg k',
        locality: 'San Jose',
        region: 'CA',
        postalCode: '95112',
        country: 'US',
      },
    ],
    [
      '5012 51 Avenue, Stony Plain, Alberta, T7Z 1C2, Canada',
      {
        street: '5012 51 Avenue',
        locality: 'Stony Plain',
        region: 'Alberta',
        postalCode: 'T7Z 1C2',
        country: 'CA',
      },
    ],
    [
      '#9 11930 162 Ave NW, Edmonton, Alberta, T5R2Z9, Canada',
      {
        street: '#9 11930 162 Ave NW',
        locality: 'Edmonton',
        region: 'Alberta',
        postalCode: 'T5R2Z9',
        country: 'CA',
      },
    ],
    [
      '5104 106 Avenue, Edmonton, Alberta, Canada',
      { street: '5104 106 Avenue', locality: 'Edmonton', region: 'Alberta', country: 'CA' },
    ],
    [
      'Edmonton, Alberta, Canada, Edmonton, Alberta, Canada',
      { locality: 'Edmonton', region: 'Alberta', country: 'CA' },
    ],
    [
      '519 Church St, Toronto, ON M4Y 2C9, Canada',
      { street: '519 Church St', locality: 'Toronto', region: 'ON', postalCode: 'M4Y 2C9', country: 'CA' },
    ],
    [
      'Woodhouse Lane, Leeds LS2 9DX, UK',
      { street: 'Woodhouse Lane', locality: 'Leeds', postalCode: 'LS2 9DX', country: 'GB' },
    ],
    [
      'The Old School, Main Street, Otley, West Yorkshire LS21 1AA, United Kingdom',
      {
        street: 'The Old School, Main Street',
        locality: 'Otley',
        region: 'West Yorkshire',
        postalCode: 'LS21 1AA',
        country: 'GB',
      },
    ],
    [
      '1 High Street, Ely CB7 4ZZ',
      { street: '1 High Street', locality: 'Ely', postalCode: 'CB7 4ZZ', country: 'GB' },
    ],
    [
      '2 Quay, St Helier JE2 3ZZ',
      { street: '2 Quay', locality: 'St Helier', postalCode: 'JE2 3ZZ', country: 'JE' },
    ],
    [
      'Parnell Square, Dublin 1, D01 F6X8, Ireland',
      { street: 'Parnell Square', locality: 'Dublin 1', postalCode: 'D01 F6X8', country: 'IE' },
    ],
    [
      '12 Smith St, Fitzroy VIC 3065, Australia',
      { street: '12 Smith St', locality: 'Fitzroy', region: 'VIC', postalCode: '3065', country: 'AU' },
    ],
    [
      'Hauptstr. 5, 10115 Berlin, Deutschland',
      { street: 'Hauptstr. 5', locality: 'Berlin', postalCode: '10115', country: 'DE' },
    ],
    [
      'Damrak 1, 1012 LG Amsterdam, Netherlands',
      { street: 'Damrak 1', locality: 'Amsterdam', postalCode: '1012 LG', country: 'NL' },
    ],
    [
      'Av. 20 de Octubre 2072, La Paz, Bolivia',
      { street: 'Av. 20 de Octubre 2072', locality: 'La Paz', country: 'BO' },
    ],
    ['Chicago, IL, USA', { locality: 'Chicago', region: 'IL', country: 'US' }],
    ['Gardner, MA 01440, USA', { locality: 'Gardner', region: 'MA', postalCode: '01440', country: 'US' }],
    ['San Jose, CA', { locality: 'San Jose', region: 'CA' }],
    ['Leeds', { locality: 'Leeds' }],
    ['12345 Main Street', { street: '12345 Main Street' }],
    ['', {}],
  ];
  for (const [written, parts] of cases) {
    it(`is taken apart: ${written || 'nothing'}`, () => expect(parseAddress(written)).to.deep.equal(parts));
  }

  it('does not take a state for a country', () => {
    expect(parseAddress('1 Peach St, Atlanta, Georgia').country).to.equal(undefined);
    expect(parseAddress('1 A St, Lewes, DE 19958').country).to.equal(undefined);
  });

  it('never throws nor invents letters, whatever is written', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (written) => {
        for (const [name, part] of Object.entries(parseAddress(written))) {
          if (name === 'locality' || name === 'street') expect(part).to.be.a('string').and.not.equal('');
        }
      }),
    );
  });
});

describe('a country', () => {
  for (const [written, code] of [
    ['USA', 'US'],
    ['us', 'US'],
    ['United States', 'US'],
    ['UK', 'GB'],
    ['Wales', 'GB'],
    ['Germany', 'DE'],
    ['España', 'ES'],
    ['Allemagne', 'DE'],
    ['CA', 'CA'],
    ['ie', 'IE'],
  ] as const) {
    it(`is known as ${written}`, () => expect(countryCode(written)).to.equal(code));
  }
  it('is not made up', () => {
    for (const written of ['', 'XX', 'Nowhere', 'EU', 'ZZ', 'constructor', '<b>UK</b>']) {
      expect(countryCode(written), written).to.equal(undefined);
    }
    expect(countryNamed('CA')).to.equal(undefined);
  });
});

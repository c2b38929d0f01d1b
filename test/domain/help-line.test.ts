import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { countryOfZone } from '../../src/domain/country-of-zone.js';
import type { Directory } from '../../src/domain/directory.js';
import { countryOf } from '../../src/domain/help-country.js';
import { isOpen } from '../../src/domain/help-hours.js';
import { callLink, type HelpLine, type HelpLines, helpFor, textLink } from '../../src/domain/help-line.js';
import type { Meeting } from '../../src/domain/meeting.js';

const line = (country: string, tier: HelpLine['tier'], name: string): HelpLine => ({
  country,
  tier,
  name,
  phone: '000 111',
  hours: '24/7',
  languages: ['en'],
  checkedOn: '2026-01-02',
});

const lines: HelpLines = {
  directory: 'https://lines.example',
  emergency: { '2026-01-01': { '112': 'AT BE', '999': 'GB' }, '2026-01-03': { '911': 'US' } },
  lines: [
    line('GB', 'talk', 'Listeners'),
    line('GB', 'urgent', 'Night doctor'),
    line('US', 'talk', 'Ears'),
    line('GB', 'talk', 'Texters'),
  ],
};

type Place = { country?: string; zone?: string };

function directory(...places: Place[]): Directory {
  const meetings = places.map(
    ({ country, zone }): Meeting => ({
      attendance: 'in-person',
      access: [],
      ...(country !== undefined && { venue: { country } }),
      ...(zone !== undefined && { timeZone: zone }),
    }),
  );
  const group = { name: 'Tuesdays', topics: [], audience: [], languages: [] };
  return { groups: meetings.map((meeting, at) => ({ ...group, id: String(at), meetings: [meeting] })) };
}

describe('helpFor', () => {
  it('gives the three tiers of a country, in the order of the data', () => {
    const help = helpFor('GB', lines);
    expect(help.emergency).to.deep.equal({ country: 'GB', number: '999', checkedOn: '2026-01-01' });
    expect(help.urgent.map((each) => each.name)).to.deep.equal(['Night doctor']);
    expect(help.talk.map((each) => each.name)).to.deep.equal(['Listeners', 'Texters']);
    expect(help.directory).to.equal('https://lines.example');
  });

  it('finds an emergency number among several checks and several countries', () => {
    expect(helpFor('BE', lines).emergency?.number).to.equal('112');
    expect(helpFor('US', lines).emergency).to.deep.include({ number: '911', checkedOn: '2026-01-03' });
  });

  it('leaves the number out for a country whose emergency number is not known', () => {
    const help = helpFor('FR', lines);
    expect(help.country).to.equal('FR');
    expect(help).not.to.have.property('emergency');
    expect(help.urgent).to.be.empty;
    expect(help.talk).to.be.empty;
  });

  it('shows no number at all, only the directory, for an unknown country', () => {
    expect(helpFor(undefined, lines)).to.deep.equal({
      urgent: [],
      talk: [],
      directory: 'https://lines.example',
    });
  });

  it('never hands out a number of another country', () => {
    const country = fc.oneof(fc.constantFrom('GB', 'US', 'AT', 'A', 'T', ' ', 'B'), fc.string());
    fc.assert(
      fc.property(country, (asked) => {
        const help = helpFor(asked, lines);
        const numbers = [...(help.emergency ? [help.emergency] : []), ...help.urgent, ...help.talk];
        return numbers.every((each) => each.country === asked && help.country === asked);
      }),
    );
  });
});

describe('countryOf', () => {
  it('reads two letters in any case, and UK as the United Kingdom', () => {
    for (const [given, country] of [
      ['GB', 'GB'],
      ['gb', 'GB'],
      [' ie ', 'IE'],
      ['UK', 'GB'],
      ['uk', 'GB'],
      ['el', 'GR'],
    ] as const)
      expect(countryOf(given, undefined), given).to.deep.equal({ country });
  });

  it('lets the attribute win over the listing', () => {
    expect(countryOf('IE', directory({ country: 'GB', zone: 'Europe/London' }))).to.deep.equal({
      country: 'IE',
    });
  });

  it('tells the webmaster of a country that is none, and asks the listing', () => {
    for (const nonsense of ['England', 'XX', 'ZZ', 'EU', 'G', '44', '<b>']) {
      const found = countryOf(nonsense, directory({ country: 'GB' }));
      expect(found.country, nonsense).to.equal('GB');
      expect(found.hint, nonsense).to.include(`country="${nonsense}"`).and.to.include('country="GB"');
      expect(countryOf(nonsense, undefined), nonsense).not.to.have.property('country');
    }
  });

  it('takes the country on which all venues agree', () => {
    expect(countryOf(undefined, directory({ country: 'DE' }, { country: 'de' }, {}))).to.deep.equal({
      country: 'DE',
    });
    expect(countryOf('', directory({ country: 'UK' }, { country: 'GB', zone: 'Etc/UTC' }))).to.deep.equal({
      country: 'GB',
    });
  });

  it('takes the country on which all zones agree', () => {
    const american = directory({ zone: 'America/New_York' }, { zone: 'America/Chicago' }, {});
    expect(countryOf(undefined, american)).to.deep.equal({ country: 'US' });
  });

  it('does not guess when one zone could be anywhere', () => {
    for (const zone of ['Etc/UTC', 'CET', 'Europe/Nowhere', 'constructor/x', '', '/', 'Europe/']) {
      const found = countryOf(undefined, directory({ zone: 'Europe/London' }, { zone }));
      if (zone) expect(found, zone).not.to.have.property('country');
      else expect(found.country).to.equal('GB');
    }
  });

  it('names the countries and the mend when the listing is of two minds', () => {
    for (const mixed of [
      directory({ country: 'IE' }, { country: 'GB' }),
      directory({ zone: 'Europe/Dublin' }, { zone: 'Europe/London' }),
      directory({ country: 'IE', zone: 'Europe/London' }),
    ]) {
      const found = countryOf(undefined, mixed);
      expect(found).not.to.have.property('country');
      expect(found.conflict).to.deep.equal(['GB', 'IE']);
      expect(found.hint).to.include('GB, IE').and.to.include('attribute country');
    }
  });

  it('asks for the attribute when the listing tells nothing, and waits while there is no listing', () => {
    expect(countryOf(undefined, directory({}, { country: 'Blighty' })).hint).to.include('attribute country');
    expect(countryOf(undefined, { groups: [] }).hint).to.include('attribute country');
    expect(countryOf(undefined, undefined)).to.deep.equal({});
  });

  it('takes any text without a throw, and finds two capital letters or nothing', () => {
    const place = fc.record({ country: fc.string(), zone: fc.string() });
    fc.assert(
      fc.property(fc.string(), fc.array(place, { maxLength: 3 }), (given, places) => {
        const { country } = countryOf(given, directory(...places));
        return country === undefined || /^[A-Z]{2}$/.test(country);
      }),
    );
  });
});

describe('countryOfZone', () => {
  it('knows zones of one country, by old names too', () => {
    expect(countryOfZone('Europe/London')).to.equal('GB');
    expect(countryOfZone('Europe/Dublin')).to.equal('IE');
    expect(countryOfZone('America/Argentina/Buenos_Aires')).to.equal('AR');
    expect(countryOfZone('Asia/Calcutta')).to.equal('IN');
    expect(countryOfZone('Pacific/Honolulu')).to.equal('US');
  });

  it('knows nothing of offsets, bare cities and country letters', () => {
    for (const zone of ['UTC', '+01:00', 'London', 'GB', 'Europe/GB', 'GB/London', ''])
      expect(countryOfZone(zone), zone).to.equal(undefined);
  });
});

describe('isOpen', () => {
  const nights = { hours: { from: '11:00', to: '05:00', zone: 'Europe/Copenhagen' } } as const;
  const weekdays = {
    hours: { days: ['MO', 'FR'], from: '18:30', to: '02:00', zone: 'Europe/London' },
  } as const;
  const at = (text: string) => Date.parse(text);

  it('is open day and night where the line says so, and silent where nobody told', () => {
    expect(isOpen({ hours: '24/7' }, 0)).to.equal(true);
    expect(isOpen({}, 0)).to.equal(undefined);
  });

  it('keeps hours in the zone of the line, in winter and in summer', () => {
    expect(isOpen(nights, at('2026-01-10T09:59Z'))).to.equal(false);
    expect(isOpen(nights, at('2026-01-10T10:00Z'))).to.equal(true);
    expect(isOpen(nights, at('2026-07-10T08:59Z'))).to.equal(false);
    expect(isOpen(nights, at('2026-07-10T09:00Z'))).to.equal(true);
  });

  it('stays open past midnight until the minute it closes', () => {
    expect(isOpen(nights, at('2026-01-10T23:30Z'))).to.equal(true);
    expect(isOpen(nights, at('2026-01-11T03:59Z'))).to.equal(true);
    expect(isOpen(nights, at('2026-01-11T04:00Z'))).to.equal(false);
  });

  it('counts the hours after midnight to the day before', () => {
    expect(isOpen(weekdays, at('2026-01-12T19:00Z')), 'Monday evening').to.equal(true);
    expect(isOpen(weekdays, at('2026-01-13T01:00Z')), 'the night after').to.equal(true);
    expect(isOpen(weekdays, at('2026-01-12T01:00Z')), 'the night before').to.equal(false);
    expect(isOpen(weekdays, at('2026-01-13T19:00Z')), 'Tuesday evening').to.equal(false);
  });

  it('closes the same day where the hours do not pass midnight', () => {
    const office = { hours: { days: ['MO'], from: '09:00', to: '17:00', zone: 'UTC' } } as const;
    expect(isOpen(office, at('2026-01-12T09:00Z'))).to.equal(true);
    expect(isOpen(office, at('2026-01-12T17:00Z'))).to.equal(false);
    expect(isOpen(office, at('2026-01-13T10:00Z'))).to.equal(false);
  });

  it('is silent in a zone that the browser does not know', () => {
    expect(isOpen({ hours: { from: '09:00', to: '17:00', zone: 'Mars/Olympus' } }, 0)).to.equal(undefined);
  });
});

describe('links of a line', () => {
  it('dials digits, without blanks and hyphens', () => {
    expect(callLink('0800-999-0091')).to.equal('tel:08009990091');
    expect(callLink('116 123')).to.equal('tel:116123');
    expect(callLink('+45 70 201 201')).to.equal('tel:+4570201201');
  });

  it('writes the keyword for the visitor', () => {
    expect(textLink({ number: '85258', keyword: 'SHOUT' })).to.equal('sms:85258?body=SHOUT');
    expect(textLink({ number: '0477 13 11 14' })).to.equal('sms:0477131114');
    expect(textLink({ number: '1', keyword: 'a & b' })).to.equal('sms:1?body=a%20%26%20b');
  });
});

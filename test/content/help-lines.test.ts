import { expect } from '@open-wc/testing';
import { helpLines } from '../../src/content/help-lines.js';
import { countryOf } from '../../src/domain/help-country.js';
import { isOpen } from '../../src/domain/help-hours.js';
import { callLink, helpFor, textLink } from '../../src/domain/help-line.js';

interface Row {
  readonly country: string;
  readonly tier: 'emergency' | 'urgent' | 'talk';
  readonly name?: string;
  readonly phone?: string;
  readonly text?: { readonly number: string; readonly keyword?: string };
  readonly source: string;
  readonly checkedOn: string;
}

interface Authored {
  readonly sources: Readonly<Record<string, { readonly what: string; readonly urls: readonly string[] }>>;
  readonly never: readonly { readonly country: string; readonly number: string }[];
  readonly leftOut: readonly { readonly country: string; readonly number: string }[];
  readonly lines: readonly Row[];
}

const digits = (number: string) => number.replace(/\D/g, '');

/** Everything that ships, emergency numbers too, as one list. */
const shipped = [
  ...Object.entries(helpLines.emergency).flatMap(([checkedOn, numbers]) =>
    Object.entries(numbers).flatMap(([phone, countries]) =>
      countries.split(' ').map((country) => ({ country, tier: 'emergency', phone, checkedOn })),
    ),
  ),
  ...helpLines.lines,
];

const countries = [...new Set(shipped.map((row) => row.country))];

describe('the help lines that ship', () => {
  let authored: Authored;
  before(async () => {
    const answer = await fetch(new URL('../../src/content/help-lines.json', import.meta.url));
    authored = await answer.json();
  });

  it('stand in a country that exists, with the day of their check', () => {
    for (const row of shipped) {
      expect(countryOf(row.country, undefined), row.country).to.deep.equal({ country: row.country });
      expect(row.checkedOn, row.country).to.match(/^20\d\d-\d\d-\d\d$/);
      expect(Number.isNaN(Date.parse(row.checkedOn)), row.checkedOn).to.equal(false);
    }
  });

  it('each come from a row with a source, number for number', () => {
    const say = (row: { country: string; tier: string; name?: string; phone?: string; checkedOn: string }) =>
      [row.country, row.tier, row.name, row.phone, row.checkedOn].join('|');
    expect(shipped.map(say).sort()).to.deep.equal(authored.lines.map(say).sort());
    for (const row of authored.lines) {
      const known = Object.hasOwn(authored.sources, row.source) || /^https?:\/\/\S+$/.test(row.source);
      expect(known, `${row.country} ${row.name ?? row.phone}: ${row.source}`).to.equal(true);
    }
  });

  it('leave out numbers that are old or were left out on purpose', () => {
    for (const { country, number } of [...authored.never, ...authored.leftOut])
      for (const row of helpLines.lines.filter((each) => each.country === country))
        for (const own of [row.phone, row.text?.number])
          expect(digits(own ?? '').startsWith(digits(number)), `${country} ${number}`).to.equal(false);
    const all = JSON.stringify(helpLines);
    expect(all).not.to.include('07725');
    expect(digits(all)).not.to.include('18002214444');
  });

  it('have one emergency number per country', () => {
    const numbers = shipped.filter((row) => row.tier === 'emergency').map((row) => row.country);
    expect(new Set(numbers).size).to.equal(numbers.length);
  });

  it('can be called or written to by links that a telephone takes', () => {
    for (const row of helpLines.lines) {
      expect(row.phone ?? row.text, row.name).not.to.equal(undefined);
      if (row.phone) {
        expect(row.phone, row.name).to.match(/^[+*]?\d(?:[ -]?\d)*$/);
        // RFC 3966: phone digits after the scheme, nothing else.
        expect(callLink(row.phone), row.name).to.match(/^tel:\+?[\d*#]{3,15}$/);
        expect(digits(callLink(row.phone)), row.name).to.equal(digits(row.phone));
      }
      // RFC 5724.
      if (row.text) expect(textLink(row.text), row.name).to.match(/^sms:\+?\d{3,15}(?:\?body=[A-Z]+)?$/);
    }
    for (const row of shipped)
      if (row.tier === 'emergency' && row.phone) expect(callLink(row.phone)).to.match(/^tel:\d{3,5}$/);
  });

  it('link to https addresses only', () => {
    expect(helpLines.directory).to.equal('https://findahelpline.com');
    for (const { url, name } of helpLines.lines)
      if (url) expect(new URL(url).protocol, name).to.equal('https:');
  });

  it('are handed out only to their own country', () => {
    for (const country of countries) {
      const help = helpFor(country, helpLines);
      for (const row of [...help.urgent, ...help.talk]) expect(row.country).to.equal(country);
      if (help.emergency) expect(help.emergency.country).to.equal(country);
    }
    expect(JSON.stringify(helpFor(undefined, helpLines))).not.to.match(/\d/);
  });

  it('say that they are open only where a source told the hours', () => {
    for (const row of helpLines.lines)
      expect(isOpen(row, 0), row.name).to.equal(row.hours === undefined ? undefined : true);
  });

  it('hold what a few countries are sure of', () => {
    const numberOf = (country: string) => helpFor(country, helpLines).emergency?.number;
    expect(['GB', 'US', 'AU', 'NZ', 'DE', 'IE'].map(numberOf)).to.deep.equal([
      '999',
      '911',
      '000',
      '111',
      '112',
      '112',
    ]);
    expect(helpFor('GB', helpLines).talk.map((row) => row.phone ?? row.text?.number)).to.deep.equal([
      '116 123',
      '85258',
    ]);
  });
});

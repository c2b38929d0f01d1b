import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sheetAddress } from '../../src/backend/sheet-address.js';

const ID = '1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcd';
const DOCS = 'https://docs.google.com/spreadsheets';
const CSV = `${DOCS}/d/${ID}/export?format=csv`;
const PUBLISHED = '2PACX-1vT4MST1klxwmBdfv_example';

describe('the address of a sheet', () => {
  const table: Record<string, string> = {
    [`${DOCS}/d/${ID}`]: CSV,
    [`${DOCS}/d/${ID}/`]: CSV,
    [`${DOCS}/d/${ID}/edit`]: CSV,
    [`${DOCS}/d/${ID}/edit?usp=sharing`]: CSV,
    [`${DOCS}/d/${ID}/edit#gid=123`]: `${CSV}&gid=123`,
    [`${DOCS}/d/${ID}/edit?gid=0#gid=0`]: `${CSV}&gid=0`,
    [`${DOCS}/d/${ID}/edit?gid=7#gid=7&range=A1`]: `${CSV}&gid=7`,
    [`${DOCS}/d/${ID}/view`]: CSV,
    [`${DOCS}/d/${ID}/copy`]: CSV,
    [`${DOCS}/d/${ID}/htmlview#gid=5`]: `${CSV}&gid=5`,
    [`${DOCS}/d/${ID}/pubhtml?gid=5`]: `${CSV}&gid=5`,
    [`${DOCS}/d/${ID}/export?format=xlsx`]: CSV,
    [`${DOCS}/d/${ID}/gviz/tq?tqx=out:json&gid=2`]: `${CSV}&gid=2`,
    [`${DOCS}/u/1/d/${ID}/edit#gid=3`]: `${CSV}&gid=3`,
    [`https://docs.google.com/a/example.org/spreadsheets/d/${ID}/edit`]: CSV,
    [`https://docs.google.com/spreadsheets/d/${ID}/edit?resourcekey=0-abc_DEF#gid=1`]: `${CSV}&gid=1&resourcekey=0-abc_DEF`,
    [`docs.google.com/spreadsheets/d/${ID}/edit`]: CSV,
    [`http://docs.google.com/spreadsheets/d/${ID}/edit`]: CSV,
    [`https://drive.google.com/open?id=${ID}`]: CSV,
    [`https://drive.google.com/open?usp=drive_copy&id=${ID}`]: CSV,
    [`${DOCS}/d/e/${PUBLISHED}/pubhtml`]: `${DOCS}/d/e/${PUBLISHED}/pub?output=csv`,
    [`${DOCS}/d/e/${PUBLISHED}/pubhtml?gid=9&single=true`]: `${DOCS}/d/e/${PUBLISHED}/pub?output=csv&single=true&gid=9`,
  };
  for (const [link, address] of Object.entries(table)) {
    it(`turns ${link} into its CSV`, () => expect(sheetAddress(link)).to.equal(address));
  }

  for (const address of [
    CSV,
    `${DOCS}/d/${ID}/gviz/tq?tqx=out:csv&sheet=Groups`,
    `${DOCS}/d/e/${PUBLISHED}/pub?gid=9&single=true&output=csv`,
    '/groups.csv',
    'https://example.org/spreadsheets/d/1/edit',
    'https://example.org/?u=https://docs.google.com/spreadsheets/d/1/edit',
    'https://docs.google.com/document/d/1/edit',
    '',
  ]) {
    it(`leaves "${address}" as it is`, () => expect(sheetAddress(address)).to.equal(address));
  }

  it('is at its end after one step', () => {
    const part = fc.constantFrom(
      DOCS,
      '/d/',
      '/u/0',
      ID,
      '/edit',
      '#gid=1',
      '?gid=2',
      '&output=csv',
      '?format=csv',
      'e/',
      '/',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const address = sheetAddress(parts.join(''));
        expect(sheetAddress(address)).to.equal(address);
      }),
    );
  });
});

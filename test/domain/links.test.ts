import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { allowedUrl, mailUrl, mapUrl, telUrl, webUrl } from '../../src/domain/links.js';

describe('links out of a feed', () => {
  for (const [written, opened] of [
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['  http://example.org  ', 'http://example.org/'],
    ['HTTPS://Example.org/A', 'https://example.org/A'],
    ['zoom.us/j/1', 'https://zoom.us/j/1'],
    ['//example.org/x', 'https://example.org/x'],
    ['example.org', 'https://example.org/'],
    ['webcal://example.org/a.ics', 'webcal://example.org/a.ics'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['tel:+441134960123', 'tel:+441134960123'],
    ['https://example.org/grüße', 'https://example.org/gr%C3%BC%C3%9Fe'],
  ] as const) {
    it(`opens ${written}`, () => expect(allowedUrl(written)).to.equal(opened));
  }

  for (const written of [
    '',
    'Zoom',
    'see our page',
    'St. George',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'https://',
    'https:///x',
    'https:example.org',
    'https://zoom.us@evil.example/',
    'https://user:word@example.org/',
    '/relative',
    'a@example.org',
    `https://example.org/${'x'.repeat(3000)}`,
  ]) {
    it(`opens nothing for ${JSON.stringify(written.slice(0, 40))}`, () =>
      expect(allowedUrl(written)).to.equal(undefined));
  }

  it('takes only the web for a page', () => {
    expect(webUrl('mailto:a@example.org')).to.equal(undefined);
    expect(webUrl('example.org/a')).to.equal('https://example.org/a');
  });

  it('never gives an address of another scheme, whatever is written', function () {
    this.timeout(20_000);
    const pieces = fc.constantFrom(
      'javascript',
      'data',
      'http',
      's',
      ':',
      '//',
      '\t',
      '\n',
      ' ',
      'a.org',
      '@',
      '\\',
      '/',
      '#',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (written) => {
          const url = allowedUrl(written);
          if (url === undefined) return;
          expect(new URL(url).protocol).to.match(/^(?:https?|mailto|tel|webcal):$/);
          expect(allowedUrl(url)).to.equal(url);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a call', () => {
  for (const [written, link] of [
    ['0113 496 0123', 'tel:01134960123'],
    ['(0113) 496-0123', 'tel:01134960123'],
    ['+44 (0)113 496 0123', 'tel:+441134960123'],
    ['+1-555-010-0100', 'tel:+15550100100'],
    ['Ring 0113 496 0123 (Sam)', 'tel:01134960123'],
    ['0113 496 0123 ext. 45', 'tel:01134960123;ext=45'],
    ['0113 496 0123 x45', 'tel:01134960123;ext=45'],
    ['0113 496 0123 / 0124', 'tel:01134960123'],
    ['0113 496 0123, 0113 496 0124', 'tel:01134960123'],
    ['16699009128,,2395070079#,,#,,472497', 'tel:16699009128,,2395070079%23,,%23,,472497'],
    ['+15550100111,,9071058823#,,#,,aBc', 'tel:+15550100111,,9071058823%23,,%23'],
    ['116 123', 'tel:116123'],
    ['999', 'tel:999'],
  ] as const) {
    it(`dials ${written}`, () => expect(telUrl(written)).to.equal(link));
  }
  for (const written of ['', 'none', '12', '1'.repeat(30)]) {
    it(`dials nothing for ${JSON.stringify(written)}`, () => expect(telUrl(written)).to.equal(undefined));
  }
  it('has only what may be dialled, whatever is written', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(telUrl(written) ?? 'tel:999').to.match(/^tel:\+?\d{3,}(?:;ext=\d+|(?:[\d,*]|%23)*)$/);
      }),
    );
  });
});

describe('a message', () => {
  it('goes to one plain address', () => {
    expect(mailUrl(' hello@example.org ')).to.equal('mailto:hello@example.org');
    expect(mailUrl('a+b@example.org')).to.equal('mailto:a+b@example.org');
    expect(mailUrl('mailto:hello@example.org')).to.equal('mailto:hello@example.org');
  });
  it('carries no headers of a stranger', () => {
    expect(mailUrl('a@example.org?bcc=b@example.org')).to.equal(undefined);
    expect(mailUrl('a?subject=x&b@example.org')).to.equal('mailto:a%3Fsubject%3Dx%26b@example.org');
    expect(mailUrl('a@example.org, b@example.org')).to.equal(undefined);
    expect(mailUrl('nobody')).to.equal(undefined);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => void mailUrl(`${written}@example.org`)),
    );
  });
});

describe('directions', () => {
  it('lead to the address, with the name of the house', () => {
    expect(mapUrl({ name: 'Mill Library', address: '1 Mill St, Leeds' })).to.equal(
      'https://www.google.com/maps/dir/?api=1&destination=Mill+Library%2C+1+Mill+St%2C+Leeds',
    );
  });
  it('lead to the point where there is no address', () => {
    expect(mapUrl({ position: { latitude: 53.8, longitude: -1.5 } })).to.contain('destination=53.8%2C-1.5');
  });
  it('lead nowhere when the place is only roughly known or not at all', () => {
    expect(mapUrl({ address: 'Leeds', approximate: true })).to.equal(undefined);
    expect(mapUrl({ locality: 'Leeds' })).to.equal(undefined);
  });
  it('survive half a character', () => {
    expect(mapUrl({ address: 'Mill\ud83d Street' })).to.be.a('string');
  });
});

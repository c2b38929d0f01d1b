import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DeskLink, DeskLinkParts } from '../../../src/domain/desk/desk-link.js';
import { deskLink, readDeskLink } from '../../../src/domain/desk/desk-link.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';

const BOX = 'WpNPV53Hem7U7RY0ltWNbw';
const PIN = '47HwCVFc8_9Zld6KQfc_vT4TbQEfBKYUylyAXEow_H0';
const SECRET = '7_YNeOch6bAqYLNC0SHYaw';

const fragmentOf = (parts: DeskLinkParts) => new URL(deskLink('https://ask.example.org/desk', parts)).hash;
const read = (parts: DeskLinkParts) => readDeskLink(fragmentOf(parts));
const written = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => toBase64url(bytes));

describe('a link to the desk', () => {
  it('names the box and its pin in the fragment, in place of the one that was there', () => {
    expect(deskLink('https://ask.example.org/desk#old', { boxId: BOX, pin: PIN })).to.equal(
      `https://ask.example.org/desk#box=${BOX}&pin=${PIN}`,
    );
  });

  it('comes back as it was written, whatever it is for', () => {
    fc.assert(
      fc.property(written(16), written(32), written(16), fc.boolean(), (boxId, pin, secret, elsewhere) => {
        const server = elsewhere ? { server: 'https://ask.example.org/box%20a/' } : {};
        const place = { boxId, pin, ...server };
        const cases: readonly (readonly [DeskLinkParts, DeskLink])[] = [
          [place, { kind: 'open', ...place }],
          [
            { ...place, invitation: secret },
            { kind: 'invitation', ...place, invitation: secret },
          ],
          [
            { ...place, prove: true },
            { kind: 'sheet', ...place },
          ],
          [
            { claim: secret, ...server },
            { kind: 'claim', claim: secret, ...server },
          ],
        ];
        for (const [parts, link] of cases) expect(read(parts)).to.deep.equal(link);
      }),
    );
  });

  it('is read in any order, with or without the sign in front', () => {
    expect(readDeskLink(`pin=${PIN}&box=${BOX}`)).to.deep.equal({ kind: 'open', boxId: BOX, pin: PIN });
  });

  it('leads to a server by encrypted addresses, or to this very machine', () => {
    const place = { boxId: BOX, pin: PIN };
    for (const [server, found] of [
      ['https://ask.example.org', 'https://ask.example.org/'],
      ['https://ask.example.org/kith', 'https://ask.example.org/kith/'],
      ['http://localhost:4180/', 'http://localhost:4180/'],
      ['http://127.0.0.1:4180/', 'http://127.0.0.1:4180/'],
    ] as const)
      expect(read({ ...place, server })).to.deep.equal({ kind: 'open', ...place, server: found });
    for (const server of [
      'http://ask.example.org/',
      'http://localhost.example.org/',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://ask.example.org@evil.example/',
      'https://ask.example.org/?next=1',
      'https://ask.example.org/#x',
      '//ask.example.org/',
      '/',
      '',
    ])
      expect(read({ ...place, server }), server).to.deep.equal({ kind: 'none' });
  });

  it('that was cut short, lengthened or put together wrongly is none', () => {
    const whole = `box=${BOX}&pin=${PIN}`;
    for (const fragment of [
      '',
      '#',
      '#kith-answer-a',
      `#${whole.slice(0, -1)}`,
      `#${whole}A`,
      `#${whole}&`,
      `#${whole}&more=1`,
      `#${whole}&box=${BOX}`,
      `#${whole}&invite=`,
      `#${whole}&invite=${SECRET.slice(1)}`,
      `#${whole}&invite=${SECRET}&sheet`,
      `#${whole}&sheet=1`,
      `#${whole}&sheet&sheet`,
      `#${whole}&server=%`,
      `#${whole}&claim=${SECRET}`,
      `#box=${BOX}`,
      `#pin=${PIN}`,
      `#box=${BOX}&sheet`,
      `#claim=`,
      `#claim=AAAA`,
      `#claim=${SECRET}&invite=${SECRET}`,
      `#BOX=${BOX}&pin=${PIN}`,
    ])
      expect(readDeskLink(fragment), fragment).to.deep.equal({ kind: 'none' });
  });

  it('is read without an accident, whatever stands there', () => {
    const bit = fc.constantFrom(
      'box=',
      'pin=',
      'server=',
      'invite=',
      'claim=',
      'sheet',
      '&',
      '#',
      '=',
      '%',
      BOX,
      PIN,
      SECRET,
    );
    const noise = fc
      .array(fc.oneof(bit, fc.string({ unit: 'binary' })), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(noise, (fragment) => {
        const link = readDeskLink(fragment);
        const { kind, ...parts } = link;
        if (kind === 'none') return;
        // What is read is written back to something that reads the same.
        expect(read({ ...parts, prove: kind === 'sheet' })).to.deep.equal(link);
      }),
      { numRuns: 500 },
    );
  });
});

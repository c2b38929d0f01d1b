import { expect } from '@open-wc/testing';
import { helpLines } from '../../src/content/help-lines.js';
import { isOpen } from '../../src/domain/help-hours.js';
import { type Help, type HelpLine, helpFor } from '../../src/domain/help-line.js';
import { en } from '../../src/i18n/en.js';
import { Locale } from '../../src/i18n/locale.js';
import { helpLine } from '../../src/parts/help-line.js';
import { allByRole, byRole, queryByRole, textOf } from '../by-role.js';
import { HOUR, NOW } from '../domain/small-groups.js';
import { drawn } from './render.js';

const locale = new Locale(en, 'en-GB', 'GB');
const line = (name: string, parts: Partial<HelpLine> = {}): HelpLine => ({
  country: 'GB',
  tier: 'talk',
  name,
  phone: `0${name.length}00 000 00${name.length}`,
  languages: ['en'],
  checkedOn: '2026-11-01',
  ...parts,
});
const help = (...talk: HelpLine[]): Help => ({
  country: 'GB',
  emergency: { country: 'GB', number: '999', checkedOn: '2026-11-21' },
  urgent: [],
  talk,
  directory: 'https://findahelpline.com',
});
const evenings = { from: '18:00', to: '22:00', zone: 'Europe/London' } as const;

describe('the help line', () => {
  it('shows the first line by day, and the others folded away', () => {
    const box = drawn(helpLine(locale, help(line('One'), line('Seven'))));
    expect(byRole(box, 'heading', en.helpTitle)).to.exist;
    expect(queryByRole(box, 'link', '0300 000 003')).to.exist;
    const other = [...box.querySelectorAll('a')].find((link) => textOf(link) === '0500 000 005')!;
    expect(other.closest('details')).to.exist;
  });

  it('shows at night who is open now, and says so', () => {
    const lines = [line('Closed', { hours: evenings }), line('Open', { hours: '24/7' })];
    const box = drawn(helpLine(locale, help(...lines), (one) => isOpen(one, NOW + 14 * HOUR)));
    expect(byRole(box, 'heading', en.helpOpenNow)).to.exist;
    const open = [...box.querySelectorAll('a')].find((link) => textOf(link) === '0400 000 004')!;
    expect(open.closest('details')).to.equal(null);
  });

  it('does not say that a line is open when nobody has told', () => {
    const box = drawn(helpLine(locale, help(line('Perhaps')), (one) => isOpen(one, NOW + 14 * HOUR)));
    expect(queryByRole(box, 'heading', en.helpOpenNow)).to.equal(undefined);
    expect(textOf(box)).to.not.contain(en.helpDayAndNight);
  });

  it('never shows a number without its country or part of it', () => {
    for (const { country } of helpLines.lines) {
      const box = drawn(helpLine(locale, helpFor(country, helpLines)));
      const name = locale.country(country);
      for (const paragraph of box.querySelectorAll('p:has(a.call)')) {
        const place = helpLines.lines.find(
          (one) => one.country === country && textOf(paragraph).includes(one.name),
        )?.where;
        expect(textOf(paragraph)).to.contain(place ?? name);
      }
    }
  });

  it('rings and texts with the numbers that are shown', () => {
    const box = drawn(helpLine(locale, help(line('Text', { text: { number: '85258', keyword: 'SHOUT' } }))));
    const text = byRole(box, 'link', 'Text SHOUT to 85258') as HTMLAnchorElement;
    expect(text.href).to.equal('sms:85258?body=SHOUT');
    expect((byRole(box, 'link', '0400 000 004') as HTMLAnchorElement).href).to.equal('tel:0400000004');
  });

  it('has no number at all for a country that is not known', () => {
    const box = drawn(helpLine(locale, helpFor(undefined, helpLines)));
    expect(allByRole(box, 'link').map(textOf)).to.deep.equal([en.helpDirectory]);
    expect(textOf(box)).to.contain(en.helpCallLocal);
  });

  it('says the oldest day on which its numbers were checked', () => {
    const box = drawn(helpLine(locale, help(line('One'), line('Two', { checkedOn: '2026-08-02' }))));
    byRole(box, 'summary').click();
    expect(box.textContent).to.match(/2 August,? 2026/);
  });

  it('leaves room for the clinic’s own lines', () => {
    expect(drawn(helpLine(locale, help())).querySelector('slot[name=help]')).to.exist;
  });
});

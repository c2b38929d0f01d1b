/** The language of a place, and phrases, numbers and dates said in it. */
import { expect, fixture, html } from '@open-wc/testing';
import { ar } from '../../src/i18n/ar.js';
import { en } from '../../src/i18n/en.js';
import { es } from '../../src/i18n/es.js';
import { english, isAtHand, Locale, nearestLang, stringsFor } from '../../src/i18n/locale.js';

/** Engines without week data count from Monday. */
const hasWeekData = 'getWeekInfo' in Intl.Locale.prototype || 'weekInfo' in Intl.Locale.prototype;

describe('nearestLang', () => {
  it('finds the lang of the element itself before those above it', async () => {
    const outer = await fixture(html`<div lang="es"><p lang="ar"></p></div>`);
    expect(nearestLang(outer.querySelector('p')!)).to.equal('ar');
  });

  it('climbs through shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="ar"><div></div></div>`);
    const middle = host.firstElementChild!.attachShadow({ mode: 'open' });
    const inner = middle.appendChild(document.createElement('div'));
    const leaf = inner.attachShadow({ mode: 'closed' }).appendChild(document.createElement('span'));
    expect(nearestLang(leaf)).to.equal('ar');
  });

  it('stops at a lang inside a shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="ar"></div>`);
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    inner.lang = 'es';
    const leaf = inner.appendChild(document.createElement('span'));
    expect(nearestLang(leaf)).to.equal('es');
  });

  it('takes an empty lang as "unknown", as HTML does', async () => {
    const outer = await fixture(html`<div lang="es"><div lang=""><p></p></div></div>`);
    expect(nearestLang(outer.querySelector('p')!)).to.equal('');
  });

  it('is empty for an element outside any page', () => {
    expect(nearestLang(document.createElement('div'))).to.equal('');
  });
});

describe('stringsFor', () => {
  it('brings the phrases of a language whatever its region', async () => {
    expect(await stringsFor('es-MX')).to.equal(es);
    expect(await stringsFor('AR')).to.equal(ar);
    expect(await stringsFor(' es ')).to.equal(es);
    expect(await stringsFor('es_ES')).to.equal(es);
  });

  it('falls back to English for a language that is not ours, and for nonsense', async () => {
    for (const tag of ['fr', 'he-IL', '', '-', 'not a tag']) {
      expect(await stringsFor(tag), tag).to.equal(english);
      expect(isAtHand(tag), tag).to.equal(true);
    }
  });

  it('tells which languages need another request', () => {
    expect(isAtHand('en-GB')).to.equal(true);
    expect(isAtHand('es-AR')).to.equal(false);
    expect(isAtHand('ar')).to.equal(false);
  });
});

describe('Locale', () => {
  describe('its tag', () => {
    it('puts the country of the listing before the region of the page', () => {
      expect(new Locale(en, 'en-US', 'GB').tag).to.equal('en-GB');
      expect(new Locale(es, 'es-ES', 'US').tag).to.equal('es-US');
    });

    it('keeps the region of the page when no country is known', () => {
      expect(new Locale(es, 'es-MX').tag).to.equal('es-MX');
    });

    it('speaks English left to right on a page whose language is not ours', () => {
      const locale = new Locale(en, 'he-IL');
      expect(locale.tag).to.equal('en');
      expect(locale.strings.dir).to.equal('ltr');
      expect(locale.weekday('MO')).to.equal('Monday');
    });

    it('still heeds the country when the lang of the page is nonsense', () => {
      expect(new Locale(en, '!', 'GB').tag).to.equal('en-GB');
      expect(new Locale(en, 'en_US', 'GB').tag).to.equal('en-GB');
    });

    it('still heeds the page when the country is nonsense', () => {
      expect(new Locale(en, 'en-GB', 'England').tag).to.equal('en-GB');
    });

    it('survives phrases whose own language is nonsense', () => {
      expect(new Locale({ ...en, lang: 'my words' }, 'en-GB').tag).to.equal('en');
    });
  });

  describe('say', () => {
    it('fills values and leaves a placeholder that nobody fills', () => {
      expect(new Locale(en).say('{a} and {b} and {a}', { a: 'x' })).to.equal('x and {b} and x');
    });

    it('takes a value as it is, with dollars and braces', () => {
      expect(new Locale(en).say('{a}', { a: '$& {b}', b: 'no' })).to.equal('$& {b}');
    });

    it('writes numbers as the region writes them', () => {
      expect(new Locale(en).say('{n}', { n: 12345 })).to.equal('12,345');
      expect(new Locale(ar, 'ar', 'EG').say('{n}', { n: 12 })).to.equal('\u2068١٢\u2069');
    });

    it('isolates every value in a right-to-left phrase, and none in others', () => {
      expect(new Locale(ar).say(ar.nearPlace, { place: 'Leeds (LS1)' })).to.equal(
        'بالقرب من \u2068Leeds (LS1)\u2069',
      );
      expect(new Locale(es).say(es.nearPlace, { place: 'Leeds' })).to.equal('Cerca de Leeds');
    });

    it('chooses the plural form by n', () => {
      const english = new Locale(en);
      expect([0, 1, 2].map((n) => english.say(en.found, { n }))).to.deep.equal([
        '0 groups',
        '1 group',
        '2 groups',
      ]);
      const spanish = new Locale(es, 'es-ES');
      expect([0, 1, 2].map((n) => spanish.say(es.found, { n }))).to.deep.equal([
        '0 grupos',
        '1 grupo',
        '2 grupos',
      ]);
      expect(spanish.say(es.found, { n: 1_000_000 })).to.match(/ de grupos$/);
    });

    it('has six forms in Arabic', () => {
      const arabic = new Locale(ar);
      const latin = (text: string) => text.replace(/[٠-٩]/g, (digit) => `${'٠١٢٣٤٥٦٧٨٩'.indexOf(digit)}`);
      const said = [0, 1, 2, 3, 11, 100].map((n) =>
        latin(arabic.say(ar.startsIn, { n }).replace(/[\u2066-\u2069]/g, '')),
      );
      expect(said).to.deep.equal([
        'يبدأ الآن',
        'يبدأ بعد دقيقة',
        'يبدأ بعد دقيقتين',
        'يبدأ بعد 3 دقائق',
        'يبدأ بعد 11 دقيقة',
        'يبدأ بعد 100 دقيقة',
      ]);
    });

    it('falls back to "other" where a phrase lacks the form', () => {
      expect(new Locale(ar).say({ other: 'x' }, { n: 2 })).to.equal('x');
      expect(new Locale(en).say({ one: 'y', other: 'x' })).to.equal('x');
    });
  });

  describe('dates and times', () => {
    const words = (text: string): string[] => text.split(/[\s,،\u202f]+/u).filter((word) => word !== '');

    it('says a day in the order of the region', () => {
      expect(words(new Locale(en, 'en-US', 'GB').day('2026-12-03'))).to.deep.equal([
        'Thursday',
        '3',
        'December',
      ]);
      expect(words(new Locale(en, 'en-US').day('2026-12-03'))).to.deep.equal(['Thursday', 'December', '3']);
      expect(new Locale(es).day('2026-12-03')).to.contain('jueves').and.contain('diciembre');
      expect(new Locale(ar).day('2026-12-03')).to.contain('الخميس').and.contain('ديسمبر');
    });

    it('adds the year to a day of another year alone', () => {
      const locale = new Locale(en, 'en-GB');
      expect(locale.day('2027-01-07', '2026')).to.contain('2027');
      expect(locale.day('2026-12-03', '2026')).not.to.contain('2026');
    });

    it('says a wall-clock time as it stands, wherever the visitor is', () => {
      expect(new Locale(en, 'en-GB').time('18:30')).to.equal('18:30');
      expect(new Locale(en, 'en-US').time('18:30')).to.match(/^6:30\sPM$/u);
      expect(new Locale(en, 'en-GB').time('00:05')).to.match(/^0?0:05$/);
    });

    it('says months and dates', () => {
      const locale = new Locale(en, 'en-GB');
      expect(words(locale.month('2026-06-30'))).to.deep.equal(['June', '2026']);
      expect(words(locale.date('2026-11-21'))).to.deep.equal(['21', 'November', '2026']);
      expect(new Locale(es).month('2026-06-01')).to.contain('junio').and.contain('2026');
    });

    it('stays Gregorian where the region has another calendar', () => {
      expect(new Locale(en, 'en', 'TH').date('2026-11-21')).to.contain('2026');
      expect(new Locale(ar, 'ar-u-ca-islamic-umalqura').month('2026-06-01')).to.contain('يونيو');
      expect(new Locale(ar, 'ar', 'SA').month('2026-06-01')).to.contain('يونيو');
    });

    it('names weekdays', () => {
      const named = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].map((day) => new Locale(es).weekday(day));
      expect(named).to.deep.equal(['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']);
    });

    it('begins the week with the day of the region', () => {
      expect(new Locale(en, 'en-US', 'GB').firstDay).to.equal(0);
      expect(new Locale(en, 'en-US').firstDay).to.equal(hasWeekData ? 6 : 0);
      expect(new Locale(ar, 'ar', 'EG').firstDay).to.equal(hasWeekData ? 5 : 0);
    });
  });

  describe('distance', () => {
    it('counts in miles in Britain, though the page says en-US, and in kilometres in Spain', () => {
      expect(new Locale(en, 'en-US', 'GB').distance(1.609344)).to.match(/^1\smile$/u);
      expect(new Locale(es, 'es-ES').distance(3)).to.match(/^3\skilómetros$/u);
      expect(new Locale(es, 'es', 'US').distance(3.218688)).to.match(/^2\smillas$/u);
    });

    it('has one decimal below ten and none above', () => {
      const locale = new Locale(en, 'en-IE');
      expect(locale.distance(2.345)).to.match(/^2\.3\s/u);
      expect(locale.distance(23.45)).to.match(/^23\s/u);
    });
  });

  it('counts back in days, then in weeks, then in months', () => {
    const locale = new Locale(en, 'en-GB');
    expect([0, 1, 2, 13, 14, 59, 60, 400].map((days) => locale.daysAgo(days))).to.deep.equal([
      'today',
      'yesterday',
      '2 days ago',
      '13 days ago',
      '2 weeks ago',
      '8 weeks ago',
      '2 months ago',
      '13 months ago',
    ]);
  });

  it('names months and weekdays shortly, for where there is little room', () => {
    const locale = new Locale(en, 'en-GB');
    expect([locale.monthName('2026-11-01'), locale.monthName('2026-11-01', true)]).to.deep.equal([
      'November',
      'Nov',
    ]);
    expect([locale.shortWeekday('TU'), locale.shortWeekday('TU', true)]).to.deep.equal(['Tue', 'T']);
    expect(new Locale(es, 'es').monthName('2026-11-01')).to.equal('noviembre');
  });

  it('joins a list as the language does', () => {
    expect(new Locale(en, 'en-GB').list(['a', 'b', 'c'])).to.equal('a, b and c');
    expect(new Locale(es).list(['a', 'b'])).to.equal('a y b');
  });

  it('names languages and countries, and leaves a code that nobody knows', () => {
    const locale = new Locale(es);
    // Browsers differ in the case of a language's name.
    expect(locale.language('en').toLowerCase()).to.equal('inglés');
    expect(locale.country('GB')).to.equal('Reino Unido');
    expect(locale.language('no code')).to.equal('no code');
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { minutesBetween, type TimeOfDay } from '../../../src/domain/words/clock.js';
import { Lexicon } from '../../../src/domain/words/lexicon.js';
import { parseDuration, parseTime, parseTimeRange } from '../../../src/domain/words/time.js';
import { de } from '../../../src/domain/words/vocabulary/de.js';
import { en } from '../../../src/domain/words/vocabulary/en.js';
import { es } from '../../../src/domain/words/vocabulary/es.js';
import { fr } from '../../../src/domain/words/vocabulary/fr.js';

const all = new Lexicon([en, es, de, fr]);

const two = (number: number) => String(number).padStart(2, '0');
const said = (time: TimeOfDay | undefined) => (time ? `${two(time.hour)}:${two(time.minute)}` : '–');

describe('a time of day in words', () => {
  const table: Record<string, string> = {
    '18:30': '18:30',
    '6:30 pm': '18:30',
    '6.30pm': '18:30',
    '11:00 AM': '11:00',
    '6pm': '18:00',
    '6 p.m.': '18:00',
    '6:30 p. m.': '18:30',
    '18:30:00': '18:30',
    '6:30:00 PM': '18:30',
    '12am': '00:00',
    '12pm': '12:00',
    '1830': '18:30',
    '0930 hrs': '09:30',
    '18:30pm': '18:30',
    '24:00': '00:00',
    noon: '12:00',
    '12 noon': '12:00',
    midnight: '00:00',
    '18h30': '18:30',
    '18h': '18:00',
    '19 heures': '19:00',
    midi: '12:00',
    '7 heures du soir': '19:00',
    'a las 18:30': '18:30',
    '18:30 h.': '18:30',
    '7 de la tarde': '19:00',
    '9 de la mañana': '09:00',
    mediodía: '12:00',
    '18.30 Uhr': '18:30',
    '18 Uhr 30': '18:30',
    'um 18 Uhr': '18:00',
    Mittag: '12:00',
    '7 Uhr abends': '19:00',
  };
  for (const [words, time] of Object.entries(table)) {
    it(`reads "${words}"`, () => expect(said(parseTime(words, all))).to.equal(time));
  }

  for (const words of [
    '7',
    '18',
    "7 o'clock",
    '25:00',
    '7:60',
    '18:30 am',
    '12 at night',
    '6pm GMT',
    '7.5',
    '',
    'soon',
  ]) {
    it(`does not guess what "${words}" means`, () => expect(parseTime(words, all)).to.equal(undefined));
  }

  it('reads every time that it is given on the 24-hour clock', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        for (const mark of [':', '.', 'h'])
          expect(said(parseTime(`${hour}${mark}${two(minute)}`, all))).to.equal(
            `${two(hour)}:${two(minute)}`,
          );
      }),
    );
  });
});

describe('a span of time in words', () => {
  const table: Record<string, string> = {
    '18:30-20:00': '18:30 20:00',
    '6.30 to 8pm': '18:30 20:00',
    '7–9pm': '19:00 21:00',
    '10–12pm': '10:00 12:00',
    '11-1am': '23:00 01:00',
    '9-5pm': '09:00 17:00',
    '7pm-9': '19:00 21:00',
    'from 10am until 12 noon': '10:00 12:00',
    'between 6 and 8 pm': '18:00 20:00',
    '6 to 8 in the evening': '18:00 20:00',
    '18-20': '18:00 20:00',
    '22:00-01:00': '22:00 01:00',
    '8 - midnight': '20:00 00:00',
    'de 18h à 20h': '18:00 20:00',
    'entre 18h et 20h': '18:00 20:00',
    'de 18:00 a las 20:00': '18:00 20:00',
    '18:30 bis 20 Uhr': '18:30 20:00',
    '18-20 Uhr': '18:00 20:00',
    'von 18.30 Uhr bis 20.00 Uhr': '18:30 20:00',
  };
  for (const [words, span] of Object.entries(table)) {
    it(`reads "${words}"`, () => {
      const range = parseTimeRange(words, all);
      expect(`${said(range?.start)} ${said(range?.end)}`).to.equal(span);
    });
  }

  for (const words of ['7-9', '18:30', '11:00-1:30', '7pm - 7pm', '1-2-3', '', '-']) {
    it(`does not guess what "${words}" means`, () => expect(parseTimeRange(words, all)).to.equal(undefined));
  }

  const sure: Record<string, string> = {
    '10-12': '10:00 12:00',
    '10–12': '10:00 12:00',
    '9-11': '09:00 11:00',
    '10 to 11.30': '10:00 11:30',
    '6-8pm': '18:00 20:00',
    '7-9': '– –',
    '8-10': '– –',
    '12-2': '– –',
    '10-10': '– –',
    '10-12-2026': '– –',
  };
  for (const [words, span] of Object.entries(sure)) {
    it(`reads "${words}" as "${span}" where nothing but times can stand`, () => {
      const range = parseTimeRange(words, all, true);
      expect(`${said(range?.start)} ${said(range?.end)}`).to.equal(span);
    });
  }

  it('takes "10-12" for no hours where it may be a date', () => {
    expect(parseTimeRange('10-12', all)).to.equal(undefined);
  });

  it('counts minutes across midnight', () => {
    expect(minutesBetween({ hour: 23, minute: 0 }, { hour: 0, minute: 30 })).to.equal(90);
  });
});

describe('a length of time in words', () => {
  const table: Record<string, number | undefined> = {
    '90': 90,
    '90 min': 90,
    '90 minutes.': 90,
    "90'": 90,
    '1.5 hours': 90,
    '1½ hours': 90,
    '1h30': 90,
    '1:30': 90,
    '01:30:00': 90,
    PT90M: 90,
    PT1H30M: 90,
    'an hour': 60,
    'half an hour': 30,
    'an hour and a half': 90,
    '1 hour and 15 mins': 75,
    '1,5 Stunden': 90,
    '1 Std. 30 Min.': 90,
    'eine Stunde': 60,
    '2 horas': 120,
    'hora y media': 90,
    '2 heures': 120,
    'une heure et demie': 90,
    '2': undefined,
    '': undefined,
    h: undefined,
    '0': undefined,
    '2000 min': undefined,
    '60-90 min': undefined,
    'ca. 90 min': undefined,
    long: undefined,
  };
  for (const [words, minutes] of Object.entries(table)) {
    it(`reads "${words}" as ${minutes} minutes`, () => expect(parseDuration(words, all)).to.equal(minutes));
  }

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        parseTime(words, all);
        parseTimeRange(words, all);
        parseDuration(words, all);
      }),
    );
  });
});

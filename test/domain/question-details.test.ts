import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DetailKind } from '../../src/domain/question-details.js';
import { personalDetails } from '../../src/domain/question-details.js';

/** What is pointed out: its kind and its words. */
const found = (text: string): [DetailKind, string][] =>
  personalDetails(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

function expectAll(kind: DetailKind, cases: Readonly<Record<string, string>>): void {
  for (const [text, part] of Object.entries(cases)) expect(found(text), text).to.deep.equal([[kind, part]]);
}

function expectNone(...texts: readonly string[]): void {
  for (const text of texts) expect(found(text), text).to.deep.equal([]);
}

describe('what in a question tells who asks', () => {
  it('is a phone number, as it is written in many countries', () => {
    expectAll('phone', {
      'Ring me on +44 7700 900123 please.': '+44 7700 900123',
      'I am on 07700 900123': '07700 900123',
      '020 7946 0018 is mine': '020 7946 0018',
      '(0161) 496 0000, after six': '(0161) 496 0000',
      'whatsapp +34612345678': '+34612345678',
      'mi móvil: 612 34 56 78': '612 34 56 78',
      'llámame al 912 345 678.': '912 345 678',
      '(202) 555-0143': '(202) 555-0143',
      '1-202-555-0143': '1-202-555-0143',
      '202.555.0143 thanks': '202.555.0143',
      'my number is 555-0143': '555-0143',
      '55 1234 5678 en México': '55 1234 5678',
      'رقمي ٠١٠١٢٣٤٥٦٧٨': '٠١٠١٢٣٤٥٦٧٨',
      'اتصل على ‎+966 50 123 4567': '+966 50 123 4567',
      '۰۵۰ ۱۲۳ ۴۵۶۷': '۰۵۰ ۱۲۳ ۴۵۶۷',
      '0049 30 901820': '0049 30 901820',
      '06 12 34 56 78': '06 12 34 56 78',
      '7700900123': '7700900123',
    });
  });

  it('is no year, price, dose, date, time or count', () => {
    expectNone(
      'It began in 1998 or 1999.',
      'from 1990-1995 and 2001 to 2010',
      'It cost 1.000.000 or 12,500.50 or £1 200 000',
      'open 24/7, 365 days',
      '100 mg at 8, 200 mg at 20, 1000 mg in all',
      '100 200 300 mg',
      'on 12.03.2024 10.30 and 2024-03-12 10:30',
      'from 08.00-12.00 14.00',
      '1 in 4 people',
      'I slept 3 - 4 hours for 10 - 12 nights',
      'pages 100-120, 200-220',
      '1 2 3 4 5 6 7 8 9 10',
      'about 1000000000 of us',
      '000000000',
      'it cost them 123456789 pesos, 912 345 678 €',
      'on 01.03.2024 9.30',
      '0 123 456 789',
      'see AB123456789',
      'Call 999 or 112 or 116 123',
      'PHQ-9 score of 18, BMI 17.5, 120/80',
      'F32.1 and 300.4',
    );
  });

  it('is an e-mail address, also one that is spelled out', () => {
    expectAll('email', {
      'Write to jane.doe+kith@example.co.uk.': 'jane.doe+kith@example.co.uk',
      'ana@ejemplo.es, gracias': 'ana@ejemplo.es',
      'jane at example dot com': 'jane at example dot com',
      'jane (at) example.org': 'jane (at) example.org',
      'jane [at] example [dot] net': 'jane [at] example [dot] net',
      'jane99 at gmail.com': 'jane99 at gmail.com',
      'ana arroba ejemplo punto com': 'ana arroba ejemplo punto com',
      'سارة@مثال.com': 'سارة@مثال.com',
    });
    expectNone('Look at this dot on my skin.', 'I was at home. Dot was there.', 'a @ b');
  });

  it('is a link', () => {
    expectAll('link', {
      'See https://example.org/a?b=c#d.': 'https://example.org/a?b=c#d',
      '(www.example.org)': 'www.example.org',
      'on facebook.com/jane.doe, too': 'facebook.com/jane.doe',
      'I looked at example.co.uk': 'example.co.uk',
      't.me/jane': 't.me/jane',
      'https://example.org/@jane': 'https://example.org/@jane',
    });
    expectNone(
      'I felt bad.me too',
      'e.g. this, i.e. that',
      'at 5 p.m. it began',
      'it hurt.in the end',
      'no.es mío',
    );
  });

  it('is a handle', () => {
    expectAll('handle', {
      'I am @jane_doe.': '@jane_doe',
      'insta: jane': 'jane',
      'Insta: jane.doe99 and more': 'jane.doe99',
      'my snap is jane_99': 'jane_99',
      'u/janedoe': 'u/janedoe',
      'on reddit, /u/jane-doe': '/u/jane-doe',
      'mi tiktok es ana.1990': 'ana.1990',
      'سناب: sara99': 'sara99',
    });
    expectNone(
      'I am @home',
      'meet @ 5pm, 3 @ 5',
      'Instagram: people there look happy',
      'my insta is private',
      'and/or, w/o, u/s',
      'telegram: I use it',
    );
  });

  it('is a date of birth', () => {
    expectAll('birth-date', {
      'I was born on 12/03/1990.': '12/03/1990',
      'born 1990 in a small town': '1990',
      'DOB: 12.03.90': '12.03.90',
      '12-03-1990': '12-03-1990',
      '1990-03-12': '1990-03-12',
      'my birthday is 3 March': '3 March',
      'my birthday is on the 3rd of March': '3rd of March',
      '3rd March 1990': '3rd March 1990',
      'March 3, 1990 was it': 'March 3, 1990',
      'nací el 3 de marzo de 1990': '3 de marzo de 1990',
      'Nací en 1990': '1990',
      'nacida en mayo de 1985': 'mayo de 1985',
      'ولدت في ٣ مارس ١٩٩٠': '٣ مارس ١٩٩٠',
      'مواليد ١٩٩٠': '١٩٩٠',
      'تاريخ ميلادي ١٢/٣/١٩٩٠': '١٢/٣/١٩٩٠',
    });
    expectNone(
      'It began on 12/03/2024.',
      'since March 2023',
      'in 1990',
      'my son was born 2 weeks early',
      'on 3 March',
      'stubborn 1990s',
      '1/2/3',
    );
  });

  it('is a name that somebody says to be theirs', () => {
    expectAll('name', {
      'My name is Sarah and I am 30': 'Sarah',
      'my name is sarah': 'sarah',
      'hi my name is sarah and i cant sleep': 'sarah',
      "My name's Sarah O'Neil.": "Sarah O'Neil",
      "I'm called Jo-Ann": 'Jo-Ann',
      'I’m called Sam': 'Sam',
      'Hola, me llamo Ana María, tengo 30': 'Ana María',
      'mi nombre es josé': 'josé',
      'اسمي سارة وعمري ٣٠': 'سارة',
      'اسمي عبد الرحمن': 'عبد الرحمن',
      'My name is Sarah I am 30': 'Sarah',
    });
    expectNone(
      'My name is on the list',
      'my name is not known',
      "I'm called names at school",
      "Every day I'm called lazy",
      'في المدرسة باسمي',
      'me llamo la atención',
      'اسمي المستعار',
      'My name is',
    );
  });

  it('is nothing in what most people write', () => {
    expectNone(
      'I take 20 mg of fluoxetine since 2019, 3 times a day at 08:00, 14:00 and 20:00.',
      'I slept 2-3 h/night, lost 5.5 kg (80.5 kg → 75 kg) between May 2020 and 12/2021.',
      'Call me crazy, but 9 out of 10 days are 10/10 since my birthday in 2019.',
      'Childline is 0800 1111, the crisis line 741741 by text.',
      'The ICD-10 code was F41.1, the ward 7B, the PHQ-9 18, 24-hour care, COVID-19.',
      'I’m called in for a review at 9.30 on 12.03 and at 5 p.m. on 1.4.',
      'Is 1.500 mg or 1,5 g too much? It cost $2,000.00.',
      'My name is often mispronounced; at work they say my name is nothing to be ashamed of.',
      'Tomo 50 mg desde 2018, a las 10:30 y a las 22:30; me cuesta 1.500 € al mes, y me llaman loca.',
      'Nací con esto y no sé qué hacer. ¿Es normal a los 30 años?',
      'منذ ٢٠١٩ أتناول ٢٠ ملغ مرتين في اليوم، في الساعة ١٠:٣٠. هل هذا طبيعي؟',
      'ولدت هكذا، ومنذ ١٥ سنة لا أنام أكثر من ٣ - ٤ ساعات.',
      'and/or he/she w/o 24/7 50/50 1/2 A&E e.g. i.e. p.r.n. b.i.d.',
    );
  });

  it('is told in the order of the text, each stretch once', () => {
    expect(
      found('My name is Sam, sam@example.org, +44 7700 900123, @sam_s, https://example.org/u/sammy'),
    ).to.deep.equal([
      ['name', 'Sam'],
      ['email', 'sam@example.org'],
      ['phone', '+44 7700 900123'],
      ['handle', '@sam_s'],
      ['link', 'https://example.org/u/sammy'],
    ]);
  });

  it('stays within the text and does not overlap, whatever was typed', () => {
    const piece = fc.constantFrom(
      'my name is ',
      'Sam',
      '@',
      'a',
      '.com',
      'www.',
      'https://',
      ' at ',
      ' dot ',
      '07700 900123',
      '+',
      '(',
      ')',
      '-',
      ' ',
      '\n',
      '1990',
      '3 March ',
      'born ',
      'nací ',
      'u/',
      'insta: ',
      '٣',
      'اسمي ',
      '😀',
      '\ud83d',
      'é',
      'e\u0301',
      '\u200f',
      '/',
      '_',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join('');
          let before = 0;
          for (const { start, end } of personalDetails(text)) {
            expect(start).to.be.at.least(before);
            expect(end).to.be.above(start).and.at.most(text.length);
            before = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds a detail wherever in a text it stands', () => {
    const word = fc.constantFrom(
      'I',
      'feel',
      'lost',
      'since',
      'then',
      'y',
      'no',
      'duermo',
      'أنا',
      'متعب',
      '100',
      'mg',
      '24/7',
    );
    const detail = fc.constantFrom<[DetailKind, string]>(
      ['phone', '+44 7700 900123'],
      ['email', 'sam@example.org'],
      ['link', 'https://example.org/sam'],
      ['handle', '@sam_s'],
    );
    fc.assert(
      fc.property(fc.array(word), detail, fc.array(word), (before, [kind, part], after) => {
        // A comma apart, so that a dose beside it is no part of the number.
        const text = [...before, `, ${part},`, ...after].join(' ');
        expect(found(text)).to.deep.include([kind, part]);
      }),
    );
  });
});

describe('the work of looking for details', () => {
  it('grows no faster than a text, whatever is repeated in it: a long one comes to its end', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'a.',
        '.',
        '@',
        'a@',
        'a@a.',
        '1',
        '1 ',
        '1-',
        '(1',
        '+',
        '   ',
        '\t',
        'www.',
        'https://',
        ' at ',
        'a dot ',
        'arroba ',
      ],
      ...[
        'born ',
        'is ',
        '1990 ',
        '3 March ',
        'my name is ',
        'A ',
        "A'",
        'insta: ',
        'u/',
        '٣',
        'اسمي ',
        'a-',
        '[at]',
        '!',
        '/',
        '1/',
        '😀',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (pieces) => {
        const text = pieces.join('').repeat(20_000);
        expect(personalDetails(text).length).to.be.at.most(text.length);
      }),
      { numRuns: 40 },
    );
  });
});

import { expect } from '@open-wc/testing';
import { calledOff, calledOffInNote } from '../../../src/domain/icalendar/called-off.js';

const CASES: readonly [string, string, string][] = [
  ['Cancelled: Low mood', 'cancelled', 'Low mood'],
  ['CANCELED - Low mood', 'cancelled', 'Low mood'],
  ['[CANCELLED] Low mood', 'cancelled', 'Low mood'],
  ['Cancelled Low mood', 'cancelled', 'Low mood'],
  ['*** CANCELLED *** Low mood', 'cancelled', 'Low mood'],
  ['Low mood (cancelled)', 'cancelled', 'Low mood'],
  ['Low mood – cancelled due to snow', 'cancelled', 'Low mood'],
  ['Low mood CANCELLED!', 'cancelled', 'Low mood'],
  ['No meeting', 'cancelled', ''],
  ['No meeting: Low mood', 'cancelled', 'Low mood'],
  ['Postponed – Low mood', 'postponed', 'Low mood'],
  ['Moved: Low mood', 'moved', 'Low mood'],
  ['Low mood [moved to Zoom]', 'moved', 'Low mood'],
  ['Cancelado: Ánimo bajo', 'cancelled', 'Ánimo bajo'],
  ['No hay reunión: Ánimo bajo', 'cancelled', 'Ánimo bajo'],
  ['APLAZADA - Ánimo bajo', 'postponed', 'Ánimo bajo'],
  ['Abgesagt: Stimmungstief', 'cancelled', 'Stimmungstief'],
  ['Stimmungstief – fällt aus', 'cancelled', 'Stimmungstief'],
  ['ENTFÄLLT Stimmungstief', 'cancelled', 'Stimmungstief'],
  ['Kein Treffen: Stimmungstief', 'cancelled', 'Stimmungstief'],
  ['Verschoben | Stimmungstief', 'postponed', 'Stimmungstief'],
  ['Verlegt: Stimmungstief', 'moved', 'Stimmungstief'],
  ['Annulé : Groupe calme', 'cancelled', 'Groupe calme'],
  ['ANNULEE - Groupe calme', 'cancelled', 'Groupe calme'],
  ['Pas de réunion : Groupe calme', 'cancelled', 'Groupe calme'],
  ['Reportée : Groupe calme', 'postponed', 'Groupe calme'],
  ['ملغى: مجموعة الهدوء', 'cancelled', 'مجموعة الهدوء'],
  ['تم إلغاء - مجموعة الهدوء', 'cancelled', 'مجموعة الهدوء'],
  ['لا يوجد اجتماع: مجموعة الهدوء', 'cancelled', 'مجموعة الهدوء'],
  ['مؤجل: مجموعة الهدوء', 'postponed', 'مجموعة الهدوء'],
  ['منقول: مجموعة الهدوء', 'moved', 'مجموعة الهدوء'],
];

const NAMES = [
  'Low mood',
  'Moved by Music',
  'Be Moved',
  'Group for people whose plans were cancelled',
  'Canceling Noise',
  'Nomeeting',
  'Reporter à plus tard',
  '',
];

describe('words that call an evening off', () => {
  for (const [title, state, rest] of CASES) {
    it(`are read and cut in "${title}"`, () => {
      const { state: found, rest: left } = calledOff(title) ?? {};
      expect([found, left]).to.deep.equal([state, rest]);
    });
  }

  for (const name of NAMES) {
    it(`are not found in "${name}"`, () => expect(calledOff(name)).to.equal(undefined));
  }

  it('are found with accents in any form', () => {
    expect(calledOff('Annulé: Calm'.normalize('NFD'))?.rest).to.equal('Calm');
  });

  it('count in a note only where it begins with them', () => {
    expect(calledOffInNote('Cancelled. Sorry!\nSee you next week')?.rest).to.equal('Sorry!');
    expect(calledOffInNote('CANCELLED\nSee you next week')?.rest).to.equal('');
    expect(calledOffInNote('We meet weekly.\nCancelled')).to.equal(undefined);
  });
});

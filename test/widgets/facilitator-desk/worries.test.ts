import { expect } from '@open-wc/testing';
import { careHints } from '../../../src/domain/desk/care-check.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import { en } from '../../../src/i18n/en.js';
import { Locale } from '../../../src/i18n/locale.js';
import {
  answerTemplates,
  clinicianReply,
  worriedReply,
} from '../../../src/widgets/facilitator-desk/evening/answer-words.js';
import { EMPTY_RULES } from '../../../src/widgets/facilitator-desk/work/house-rules.js';
import { byRole, textOf } from '../../by-role.js';
import {
  anEvening,
  click,
  fill,
  find,
  has,
  here,
  offers,
  open,
  rest,
  root,
  rows,
  said,
  says,
  words,
  written,
} from './an-evening.js';

const RULES = {
  steps: 'Breathe.\nRing Ada.\n\nWrite it down.',
  leadName: 'Ada Lin',
  leadPhone: '020 7946 0018',
  ownSupport: 'Our own circle, Thursdays',
  country: 'GB',
  clinicianName: 'the nurses',
  clinicianUrl: 'https://clinic.example/nurses',
};

const TEXT = 'I do not know how to go on';
const DARK = { rules: RULES, questions: [{ text: TEXT }] };

describe('when a question worries somebody', () => {
  it('shows the steps of the house, whom to ring, what can be done, and a line for oneself', async () => {
    const { desk } = await anEvening(DARK);
    await open(desk, TEXT);
    await click(desk, words.eveningWorries);
    expect(here(desk)).to.equal(`heading ${words.eveningWorriesTitle}`);
    expect([...root(desk).querySelectorAll('ol.steps li')].map(textOf)).to.deep.equal([
      'Breathe.',
      'Ring Ada.',
      'Write it down.',
    ]);
    const call = byRole(desk, 'link', '020 7946 0018');
    expect(call.getAttribute('href')).to.equal('tel:02079460018');
    for (const told of [
      'Ada Lin',
      words.eveningTrace,
      words.eveningDoNotAlone,
      words.eveningOwnNormal,
      RULES.ownSupport,
    ])
      expect(said(desk)).to.contain(told);
  });

  it('puts a reply with the country’s numbers under what was written already', async () => {
    const { desk } = await anEvening(DARK);
    await open(desk, TEXT);
    await fill(desk, '#answer', 'I read you.');
    await click(desk, words.eveningWorries);
    await click(desk, words.eveningReplyUse);
    await rest(desk);
    expect(here(desk)).to.equal('#answer');
    expect(written(desk)).to.match(/^I read you\.\n\nThank you for telling us\./);
    expect(written(desk)).to.contain('please ring 999').and.contain('Samaritans, 116 123');
  });

  it('says what is not written down, and names no number of a country that is not known', async () => {
    const { desk } = await anEvening({ questions: [{ text: TEXT }] });
    await open(desk, TEXT);
    await click(desk, words.eveningWorries);
    for (const told of [words.eveningNoSteps, words.eveningNoLead, words.eveningWorriedDangerLocal])
      expect(said(desk)).to.contain(told);
    expect(said(desk)).to.contain('findahelpline.com').and.not.match(/\d{3}/);
  });

  it('offers no reply where nobody could read one, and the rest all the same', async () => {
    const { desk } = await anEvening({ rules: RULES, questions: [{ text: TEXT, noCode: true }] });
    await open(desk, TEXT);
    await click(desk, words.eveningWorries);
    expect(said(desk)).to.contain(words.eveningReplyNoPrivate).and.contain('Ring Ada.');
    expect(offers(desk, words.eveningReplyUse)).to.equal(false);
    await click(desk, words.eveningReturnRead);
    expect(textOf(find(desk, '.asked'))).to.equal(TEXT);
  });

  it('hands it over from there, with what was written', async () => {
    const { desk } = await anEvening(DARK);
    await open(desk, TEXT);
    await fill(desk, '#answer', 'I read you.');
    await click(desk, words.eveningWorries);
    await click(desk, words.eveningHandOver);
    await says(desk, 'It can be taken up by: Ruth.');
    await click(desk, 'Finish later (1)');
    expect(rows(desk).join()).to.contain(words.eveningDraftMine);
  });

  it('is one tap away while somebody writes, after sending, and while they rewrite', async () => {
    const { desk } = await anEvening({ ...DARK, questions: [{ text: TEXT, mayPublish: true }] });
    await open(desk, TEXT);
    await fill(desk, '#answer', 'I read you.');
    await click(desk, words.eveningRewrite);
    await fill(desk, '#rewrite-question', 'Going on');
    await click(desk, words.eveningWorries);
    await click(desk, words.eveningReturn);
    expect(find<HTMLTextAreaElement>(desk, '#rewrite-question').value).to.equal('Going on');
    await click(desk, words.eveningReturnRead);
    await click(desk, words.eveningClinician);
    expect(offers(desk, words.eveningWorries)).to.equal(true);
    await click(desk, words.eveningReturn);
    await click(desk, words.eveningSend);
    await click(desk, words.eveningWorries);
    expect(said(desk)).to.contain(words.eveningTrace);
  });
});

describe('a question for a clinician', () => {
  it('is answered with the way there, marked, and the mark is seen in the queue', async () => {
    const { desk, hand } = await anEvening({ rules: RULES });
    const code = await hand.askQuestion({ text: 'How many of these?', topic: 'Medicine' });
    await click(desk, words.eveningLookAgain);
    await open(desk, 'How many');
    await click(desk, words.eveningClinician);
    expect(byRole(desk, 'link', RULES.clinicianUrl).getAttribute('href')).to.equal(RULES.clinicianUrl);
    await click(desk, words.eveningClinicianUse);
    expect(written(desk)).to.contain('the nurses can answer it: https://clinic.example/nurses');
    expect(said(desk)).to.contain(words.eveningClinicianMarked);
    await click(desk, words.eveningSend);
    await click(desk, words.eveningSentBack);
    await click(desk, 'Done (1)');
    expect(rows(desk).join()).to.contain(words.eveningHandedOn).and.not.contain(words.eveningDraftMine);
    expect((await hand.answersTo(code)).length).to.equal(1);
  });

  it('loses its mark when it is taken away', async () => {
    const { desk, hand } = await anEvening({ rules: RULES });
    const code = await hand.askQuestion({ text: 'How many of these?', noCode: true });
    await click(desk, words.eveningLookAgain);
    await open(desk, 'How many');
    await click(desk, words.eveningClinician);
    await click(desk, words.eveningClinicianMarkOnly);
    expect(hand.state.questions.get(code)?.draft).to.not.equal(undefined);
    await click(desk, words.eveningClinicianUnmark);
    expect(hand.state.questions.get(code)?.draft).to.equal(undefined);
    expect(has(desk, '.marked')).to.equal(false);
  });
});

describe('words that the desk offers', () => {
  const speech = { locale: new Locale(en, 'en-GB'), words: enDesk };
  const houses = [EMPTY_RULES, { ...EMPTY_RULES, ...RULES, phone: '020 7946 0000' }];

  it('pass the desk’s own check and fit an answer', () => {
    for (const rules of houses)
      for (const text of [
        ...answerTemplates(speech, rules).map((one) => one.text),
        worriedReply(speech, rules),
        clinicianReply(speech, rules),
      ]) {
        expect(careHints(text), text).to.deep.equal([]);
        expect([...text].length).to.be.below(1_500);
        expect(text).to.not.match(/[{}\u2066-\u2069]/);
      }
  });

  it('name the house’s own number beside those of its country', () => {
    const [, own] = houses;
    if (!own) throw new Error('There are two houses.');
    expect(worriedReply(speech, own)).to.contain(
      'Samaritans, 116 123\nThe number of our clinic is 020 7946 0000.',
    );
    expect(worriedReply(speech, EMPTY_RULES)).to.contain('https://findahelpline.com');
  });
});

import { expect } from '@open-wc/testing';
import { loadWhatHelps } from '../../src/content/quiz/first-visit.js';
import type { Evidence } from '../../src/domain/evidence.js';
import { en } from '../../src/i18n/en.js';
import { Locale } from '../../src/i18n/locale.js';
import { type Helps, whatHelps } from '../../src/parts/what-helps.js';
import { allByRole, byRole, textOf } from '../by-role.js';
import { drawn } from './render.js';

const locale = new Locale(en, 'en-GB');

async function shown(helps: Helps, load = () => {}): Promise<HTMLDetailsElement> {
  const details = drawn(whatHelps(locale, helps, load)).querySelector('details');
  if (!details) throw new Error('nothing to open');
  details.open = true;
  return details;
}

describe('What helps on a first visit', () => {
  let evidence: Evidence;
  before(async () => {
    evidence = await loadWhatHelps('en');
  });

  it('gives each piece of advice with how sure it is and who says so', async () => {
    const details = await shown(evidence);
    const items = allByRole(details, 'listitem').map(textOf);
    expect(items).to.have.length(evidence.claims.length);
    for (const [index, { claim, plain, strength, sources }] of evidence.claims.entries()) {
      for (const part of [claim, plain, strength, ...sources.map(({ title }) => title)])
        expect(items[index]).to.contain(part);
    }
    expect(byRole(details, 'link', 'Is peer support right for me?').getAttribute('href')).to.match(
      /^https:\/\/www\.mind\.org\.uk\//,
    );
  });

  it('says that nobody has signed it, as long as that is so', async () => {
    expect(textOf(await shown(evidence))).to.contain(en.leafletDraft);
    const signed = { ...evidence, review: { ...evidence.review, status: 'reviewed' as const } };
    expect(textOf(await shown(signed))).not.to.contain(en.leafletDraft);
  });

  it('shows nothing of what is past its review', async () => {
    const details = await shown('reviewing');
    expect(textOf(details)).to.contain(en.whatHelpsReviewing);
    expect(details.querySelector('ul')).to.equal(null);
  });

  it('can be tried again when it could not be fetched', async () => {
    let asked = 0;
    const details = await shown('failed', () => {
      asked += 1;
    });
    expect(textOf(details)).to.contain(en.whatHelpsFailed);
    byRole(details, 'button', en.tryAgain).click();
    expect(asked).to.equal(1);
  });

  it('speaks every language of ours', async () => {
    for (const language of ['en', 'es', 'ar'])
      expect((await loadWhatHelps(language)).language).to.equal(language);
    expect((await loadWhatHelps('fr')).language).to.equal('en');
  });
});

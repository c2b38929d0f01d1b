import { expect } from '@open-wc/testing';
import type { ProblemKind } from '../../src/backend/problem.js';
import { en } from '../../src/i18n/en.js';
import { Locale } from '../../src/i18n/locale.js';
import { emptyView } from '../../src/parts/empty-view.js';
import { failedView, loadingView } from '../../src/parts/states.js';
import { allByRole, byRole, nameOf, textOf } from '../by-role.js';
import { drawn } from './render.js';

const locale = new Locale(en, 'en-GB');

describe('the states of a widget', () => {
  const sentences: Readonly<Record<ProblemKind, string>> = {
    offline: en.failedOffline,
    timeout: en.failedTimeout,
    unreachable: en.failedUnreachable,
    'server-error': en.failedUnreachable,
    refused: en.failedList,
    'not-found': en.failedList,
    'too-large': en.failedList,
    malformed: en.failedList,
    unsupported: en.failedList,
    mixed: en.failedList,
  };

  for (const [kind, sentence] of Object.entries(sentences)) {
    it(`say in one plain sentence what happened: ${kind}`, () => {
      const box = drawn(failedView(locale, kind as ProblemKind, undefined, () => {}));
      expect(textOf(box)).to.contain(sentence);
      expect(box.querySelector('slot:not([name])')).to.exist;
    });
  }

  it('offer another try and the page’s own list', () => {
    let tries = 0;
    const box = drawn(failedView(locale, 'timeout', '/groups', () => void tries++));
    byRole(box, 'button', en.tryAgain).click();
    expect(tries).to.equal(1);
    expect(byRole(box, 'link', en.ownPage).getAttribute('href')).to.equal('/groups');
  });

  it('say when it takes longer than it should', () => {
    expect(textOf(drawn(loadingView(locale, false, en.loading)))).to.equal(en.loading);
    expect(textOf(drawn(loadingView(locale, true, en.loading)))).to.equal(en.loadingLong);
  });

  it('offer ways out of an empty result, one of them first of all', () => {
    const taken: string[] = [];
    const way = (label: string, count: number) => ({ label, count, take: () => void taken.push(label) });
    const box = drawn(
      emptyView(locale, [way('Monday', 12), way('Anxiety', 3)], () => void taken.push('all')),
    );
    expect(textOf(box)).to.contain('Without “Monday” there are 12 groups.');
    expect(allByRole(box, 'button').map(nameOf)).to.deep.equal([
      'Leave out “Monday” (12)',
      'Leave out “Anxiety” (3)',
      en.showAll,
    ]);
    for (const button of allByRole(box, 'button')) button.click();
    expect(taken).to.deep.equal(['Monday', 'Anxiety', 'all']);
    expect(box.querySelectorAll('[part~=button-primary]')).to.have.lengthOf(1);
  });
});

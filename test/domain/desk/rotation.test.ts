import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { EPOCH_DAYS, nextEpochDays, rotationOf } from '../../../src/domain/desk/rotation.js';
import { checkDates, MOST_DAYS_OF_EPOCH } from '../../../src/domain/sealing/manifest.js';
import { aBox, TODAY } from '../sealing/a-box.js';

const dates = nextEpochDays(TODAY);
const at = (age: number) => rotationOf(dates, TODAY + age);

describe('the change of a box’s key', () => {
  it('is offered from the sixtieth day and told of when 21 days, 7 days and one are left', () => {
    for (const [age, state, notice] of [
      [0, 'fine', undefined],
      [59, 'fine', undefined],
      [60, 'offer', undefined],
      [68, 'offer', undefined],
      [69, 'soon', 21],
      [82, 'soon', 21],
      [83, 'late', 7],
      [88, 'late', 7],
      [89, 'late', 1],
      [90, 'late', 1],
      [91, 'over', undefined],
      [400, 'over', undefined],
    ] as const) {
      const found = at(age);
      expect([found.state, found.notice], `day ${age}`).to.deep.equal([state, notice]);
      expect([found.age, found.daysLeft]).to.deep.equal([age, EPOCH_DAYS - age]);
    }
  });

  it('begins with dates that a manifest may have', async () => {
    const { manifest } = await aBox();
    expect(dates.notAfter - dates.notBefore).to.equal(EPOCH_DAYS);
    expect(EPOCH_DAYS).to.be.at.most(MOST_DAYS_OF_EPOCH);
    checkDates({ ...manifest, ...dates }, TODAY);
  });

  it('grows only more urgent, however long the key is in force', () => {
    const states = ['fine', 'offer', 'soon', 'late', 'over'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: -3, max: 200 }), (days, age) => {
        const manifest = { notBefore: TODAY, notAfter: TODAY + days };
        const today = states.indexOf(rotationOf(manifest, TODAY + age).state);
        const tomorrow = states.indexOf(rotationOf(manifest, TODAY + age + 1).state);
        expect(tomorrow).to.be.at.least(today);
        expect(states[today] === 'over').to.equal(age > days);
      }),
    );
  });
});

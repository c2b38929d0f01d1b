import { expect } from '@open-wc/testing';
import {
  checkEnrolment,
  claimOf,
  enrol,
  hashClaim,
  invitationFragment,
  makeInvitation,
  readInvitation,
} from '../../../../src/domain/sealing/staff/invitation.js';
import { randomBytes } from '../../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, toHex } from '../a-box.js';

describe('an invitation', () => {
  const boxId = randomBytes(16);
  const keys = { pk: randomBytes(65), verifyPk: randomBytes(65) };

  it('travels in the fragment of a link and comes back as it went', async () => {
    const secret = makeInvitation();
    expect(secret).to.have.length(16);
    expect(invitationFragment(secret)).to.match(/^#[\w-]{22}$/);
    expect([...readInvitation(invitationFragment(secret))]).to.deep.equal([...secret]);
    for (const fragment of [
      '',
      '#',
      '#abc',
      `${invitationFragment(secret)}A`,
      `#${invitationFragment(secret)}`,
    ])
      await expectRefusal(() => readInvitation(fragment), 'malformed');
  });

  it('lets the server know a claim without knowing the secret', async () => {
    const secret = makeInvitation();
    const claim = await claimOf(secret);
    expect(toHex(await hashClaim(claim))).to.have.length(64);
    expect(toHex(await claimOf(makeInvitation()))).not.to.equal(toHex(claim));
  });

  it('proves the keys that were sent, and no others', async () => {
    const secret = makeInvitation();
    const enrolment = await enrol(secret, boxId, keys);
    await checkEnrolment(secret, boxId, enrolment);
    for (const field of ['pk', 'verifyPk', 'mac'] as const)
      for (let at = 0; at < enrolment[field].length; at++)
        await expectRefusal(
          () => checkEnrolment(secret, boxId, { ...enrolment, [field]: flipped(enrolment[field], at) }),
          'wrong-mac',
        );
    const swapped = { ...enrolment, pk: keys.verifyPk, verifyPk: keys.pk };
    await expectRefusal(() => checkEnrolment(secret, boxId, swapped), 'wrong-mac');
    await expectRefusal(() => checkEnrolment(secret, randomBytes(16), enrolment), 'wrong-mac');
    await expectRefusal(() => checkEnrolment(makeInvitation(), boxId, enrolment), 'wrong-mac');
    const short = { ...enrolment, mac: enrolment.mac.slice(0, 31) };
    await expectRefusal(() => checkEnrolment(secret, boxId, short), 'wrong-mac');
  });
});

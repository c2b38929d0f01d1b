import { expect } from '@open-wc/testing';
import { slices } from '../../src/backend/slices.js';

describe('long work in slices', () => {
  const { now } = performance;
  let time = 0;

  beforeEach(() => {
    time = 1000;
    performance.now = () => time;
  });
  afterEach(() => {
    performance.now = now;
  });

  /** Whether a pause waits for more than promises: then the browser has its turn. */
  async function hadTurn(pause: () => Promise<void>): Promise<boolean> {
    let over = false;
    const paused = pause().then(() => {
      over = true;
    });
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    const turned = !over;
    await paused;
    return turned;
  }

  it('goes on at once while a slice is young', async () => {
    const pause = slices(new AbortController().signal);
    expect(await hadTurn(pause)).to.equal(false);
    time += 9;
    expect(await hadTurn(pause)).to.equal(false);
  });

  it('lets the page breathe when a slice is old, and begins a new one', async () => {
    const pause = slices(new AbortController().signal);
    time += 11;
    expect(await hadTurn(pause)).to.equal(true);
    expect(await hadTurn(pause)).to.equal(false);
  });

  it('stops at the next pause after it was broken off', async () => {
    const abort = new AbortController();
    const pause = slices(abort.signal);
    abort.abort('enough');
    expect(await pause().catch((reason: unknown) => reason)).to.equal('enough');
  });

  it('stops when it is broken off while the page breathes', async () => {
    const abort = new AbortController();
    const pause = slices(abort.signal);
    time += 11;
    const paused = pause().catch((reason: unknown) => reason);
    abort.abort('enough');
    expect(await paused).to.equal('enough');
  });
});

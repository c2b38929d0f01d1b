import { expect } from '@open-wc/testing';
import { ClockController } from '../../src/ui/clock-controller.js';
import { Host, holdTimers } from './a-host.js';

describe('the clock of a widget', () => {
  let timers: ReturnType<typeof holdTimers>;

  beforeEach(() => {
    timers = holdTimers();
  });
  afterEach(() => timers.end());

  function aClock() {
    const host = new Host();
    const ticks: number[] = [];
    const clock = { now: 90_000 };
    new ClockController(
      host,
      () => clock.now,
      (now) => ticks.push(now),
    );
    return { host, ticks, clock };
  }

  it('ticks at each new minute, and waits for just that long', () => {
    const { host, ticks, clock } = aClock();
    host.connect();
    expect(timers.due()).to.deep.equal([30_000]);
    clock.now = 120_000;
    timers.run();
    expect(ticks).to.deep.equal([120_000]);
    expect(timers.due()).to.deep.equal([60_000]);
    host.disconnect();
  });

  it('ticks at once when a tab wakes, and has one timer still', () => {
    const { host, ticks, clock } = aClock();
    host.connect();
    clock.now = 1_000_000;
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pageshow'));
    window.dispatchEvent(new Event('focus'));
    expect(ticks).to.deep.equal([1_000_000, 1_000_000, 1_000_000]);
    expect(timers.due()).to.have.lengthOf(1);
    host.disconnect();
  });

  it('rests while the page is hidden', () => {
    const { host, ticks } = aClock();
    host.connect();
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'hidden');
    expect(ticks).to.deep.equal([]);
    expect(timers.due()).to.deep.equal([]);
    host.disconnect();
  });

  it('stops when its element leaves the page', () => {
    const { host, ticks } = aClock();
    host.connect();
    host.disconnect();
    expect(timers.due()).to.deep.equal([]);
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pageshow'));
    window.dispatchEvent(new Event('focus'));
    expect(ticks).to.deep.equal([]);
  });

  it('ticks on after a time in the browser’s cache', () => {
    const { host, ticks, clock } = aClock();
    host.connect();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    clock.now = 7_200_000;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(timers.due()).to.deep.equal([60_000]);
    clock.now = 7_260_000;
    timers.run();
    expect(ticks).to.deep.equal([7_200_000, 7_260_000]);
    host.disconnect();
  });

  it('rests from the next minute on when it begins in a hidden page, and ticks when that is seen', () => {
    const { host, ticks } = aClock();
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    host.connect();
    timers.run();
    expect(timers.due()).to.deep.equal([]);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(ticks).to.deep.equal([90_000]);
    expect(timers.due()).to.deep.equal([30_000]);
    host.disconnect();
  });
});

import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { Announcer } from '../../src/ui/announcer.js';
import { Host, holdTimers } from './a-host.js';

describe('the announcer', () => {
  let timers: ReturnType<typeof holdTimers>;

  beforeEach(() => {
    timers = holdTimers();
  });
  afterEach(() => timers.end());

  function anAnnouncer() {
    const host = new Host();
    const announcer = new Announcer(host);
    const box = document.createElement('div');
    const said = (): string => {
      render(announcer.render(), box);
      return box.querySelector('[role=status]')?.textContent ?? '';
    };
    return { host, announcer, said };
  }

  it('is a polite region that is empty at first', () => {
    expect(anAnnouncer().said()).to.equal('');
  });

  it('says the last of several texts, and only after a rest', () => {
    const { host, announcer, said } = anAnnouncer();
    for (const text of ['3 groups', '2 groups', '1 group']) announcer.say(text);
    expect(said()).to.equal('');
    timers.run();
    expect(said()).to.equal('1 group');
    expect(host.updates).to.equal(1);
  });

  it('says the same text once', () => {
    const { host, announcer } = anAnnouncer();
    announcer.say('1 group');
    timers.run();
    announcer.say('1 group');
    timers.run();
    expect(host.updates).to.equal(1);
  });

  it('says nothing more when a visitor has come back to what was said', () => {
    const { announcer, said } = anAnnouncer();
    announcer.say('1 group');
    timers.run();
    announcer.say('2 groups');
    announcer.say('1 group');
    timers.run();
    expect(said()).to.equal('1 group');
  });

  it('falls silent when its element leaves the page', () => {
    const { host, announcer } = anAnnouncer();
    announcer.say('1 group');
    host.disconnect();
    expect(timers.due()).to.deep.equal([]);
  });
});

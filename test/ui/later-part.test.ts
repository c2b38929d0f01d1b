import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LaterPart } from '../../src/ui/later-part.js';
import { expectConsole } from '../expect-console.js';

class PartHost extends LitElement {}
customElements.define('x-part-host', PartHost);

/** An import that ends when the test says so. */
function anImport<Module>() {
  const asked: { arrive: (part: Module) => void; fail: (reason: Error) => void }[] = [];
  const bring = () =>
    new Promise<Module>((arrive, fail) => {
      asked.push({ arrive, fail });
    });
  return { asked, bring };
}

function aPart(make: (part: string) => string | undefined = (part) => `made of ${part}`) {
  const { asked, bring } = anImport<string>();
  const states: string[] = [];
  const part: LaterPart<string, string> = new LaterPart(
    new PartHost(),
    bring,
    make,
    () => states.push(part.failed ? 'failed' : (part.made ?? 'nothing')),
    'the part could not be loaded.',
  );
  return { part, asked, states };
}

describe('a part that comes later', () => {
  it('is there once it has arrived, and says so', async () => {
    const { part, asked, states } = aPart();
    expect([part.made, part.failed, part.loading]).to.deep.equal([undefined, false, undefined]);
    part.load();
    expect(states).to.deep.equal([]);
    asked[0]?.arrive('one');
    await part.loading;
    expect([part.made, part.failed]).to.deep.equal(['made of one', false]);
    expect(states).to.deep.equal(['made of one']);
  });

  it('has failed until it is asked for again', async () => {
    expectConsole('<x-part-host>: the part could not be loaded.');
    const { part, asked, states } = aPart();
    part.load();
    asked[0]?.fail(new Error('gone'));
    await part.loading;
    expect([part.made, part.failed]).to.deep.equal([undefined, true]);
    part.load();
    expect(part.failed).to.equal(false);
    asked[1]?.arrive('two');
    await part.loading;
    expect(states).to.deep.equal(['failed', 'nothing', 'made of two']);
  });

  it('has failed when nothing can be made of it', async () => {
    expectConsole('the part could not be loaded.');
    const { part, asked } = aPart(() => {
      throw new Error('no room');
    });
    part.load();
    asked[0]?.arrive('one');
    await part.loading;
    expect(part.failed).to.equal(true);
  });

  it('is made once, for what it is for now, when that went away and came back meanwhile', async () => {
    const made: string[] = [];
    const { part, asked, states } = aPart((name) => {
      made.push(name);
      return name;
    });
    part.load();
    const first = part.loading;
    part.forget();
    expect(part.loading).to.equal(undefined);
    part.load();
    asked[0]?.arrive('first');
    await first;
    expect(part.made).to.equal(undefined);
    asked[1]?.arrive('second');
    await part.loading;
    expect([part.made, made]).to.deep.equal(['second', ['second']]);
    expect(states).to.deep.equal(['nothing', 'second']);
  });

  it('does not fail for what went away', async () => {
    const { part, asked } = aPart();
    part.load();
    const first = part.loading;
    part.forget();
    asked[0]?.fail(new Error('gone'));
    await first;
    expect([part.failed, part.loading]).to.deep.equal([false, undefined]);
  });
});

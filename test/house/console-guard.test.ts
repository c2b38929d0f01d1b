import { expect } from '@open-wc/testing';
import {
  allowConsole,
  announcedLines,
  consoleLines,
  expectConsole,
  settleConsole,
} from '../expect-console.js';

describe('the console guard', () => {
  it('fails a test whose code writes a line that nobody announced', () => {
    const silent = console.warn;
    console.warn('not announced');
    expect(console.warn).to.equal(silent);
    expect(() => settleConsole()).to.throw('unexpected console.warn: not announced');
  });

  it('lets announced lines pass and keeps them for the test to read', () => {
    expectConsole(/^row \d+/);
    console.warn('row 14:', 'no time that I can read');
    expect(consoleLines()).to.deep.equal([{ level: 'warn', text: 'row 14: no time that I can read' }]);
  });

  it('waits for an announced line that is written when the test is through', () => {
    expectConsole('late');
    setTimeout(() => console.warn('late'), 50);
  });

  it('does not wait for one that came, or that only may come', async () => {
    expectConsole('here');
    allowConsole('perhaps');
    console.warn('here');
    const first = await Promise.race([
      announcedLines().then(() => 'the lines'),
      new Promise((resolve) => setTimeout(resolve, 0, 'the page')),
    ]);
    expect(first).to.equal('the lines');
  });

  it('fails a test whose announced line never came', () => {
    expectConsole('never');
    expect(() => settleConsole()).to.throw('announced, but never written: never');
  });
});

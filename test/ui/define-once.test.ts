import { expect } from '@open-wc/testing';
import { defineOnce } from '../../src/ui/define-once.js';
import { version } from '../../src/version.js';
import { expectConsole } from '../expect-console.js';

describe('defining an element', () => {
  it('keeps the first of two, never throws, and names both versions', () => {
    class First extends HTMLElement {
      static readonly version = '0.0.1';
    }
    class Second extends HTMLElement {}
    expectConsole(
      `<kith-defined-twice> is on this page twice: version 0.0.1 stays, version ${version} is not used.`,
    );
    defineOnce('kith-defined-twice', First);
    defineOnce('kith-defined-twice', Second);
    expect(customElements.get('kith-defined-twice')).to.equal(First);
  });

  it('says nothing when one class is defined again', () => {
    class Only extends HTMLElement {}
    defineOnce('kith-defined-again', Only);
    defineOnce('kith-defined-again', Only);
    expect(customElements.get('kith-defined-again')).to.equal(Only);
  });

  it('leaves the page its own words in a browser that is older than those that we promise', () => {
    const { supports } = CSS;
    CSS.supports = () => false;
    try {
      defineOnce('kith-in-an-old-browser', class extends HTMLElement {});
    } finally {
      CSS.supports = supports;
    }
    expect(customElements.get('kith-in-an-old-browser')).to.equal(undefined);
  });

  it('says that a version is not known where the first is somebody else’s', () => {
    class Foreign extends HTMLElement {}
    class Ours extends HTMLElement {}
    customElements.define('kith-of-another', Foreign);
    expectConsole('version unknown stays');
    defineOnce('kith-of-another', Ours);
  });
});

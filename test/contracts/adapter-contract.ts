/** The published contract of adapters as tests of this project. */
import { type AdapterExample, adapterContract as checksOf } from '../../src/contracts/adapter-contract.js';

export { context, sourceOf } from '../../src/contracts/adapter-contract.js';

/** Declares the tests. */
export function adapterContract(example: AdapterExample): void {
  describe('keeps the contract of adapters', () => {
    for (const { name, check } of checksOf(example)) it(name, check);
  });
}

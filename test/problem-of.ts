/** The Problem with which something ends, for a closer look at it. */
import { expect } from '@open-wc/testing';
import { Problem } from '../src/backend/problem.js';

export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(Problem);
  return error as Problem;
}

/** Looks for barriers with axe: WCAG 2.2 A and AA, and its best practice. */
import 'axe-core/axe.min.js';
import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';

interface Axe {
  run(what: Element, options: RunOptions): Promise<AxeResults>;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Colours on their way from one state to the next are no state. */
async function finishMotion(element: Element): Promise<void> {
  const all = [element, ...element.querySelectorAll('*')];
  const motions = [document, ...all.flatMap(({ shadowRoot }) => shadowRoot ?? [])].flatMap((root) =>
    root.getAnimations(),
  );
  for (const motion of motions) motion.finish();
  await Promise.all(motions.map(({ finished }) => finished));
}

/**
 * Throws with what is wrong and where. A page in a frame needs an axe of its own.
 * @param without Rules of axe that do not hold for what is shown.
 */
export async function expectNoBarriers(element: Element, without: readonly string[] = []): Promise<void> {
  await finishMotion(element);
  const { axe } = element.ownerDocument.defaultView as unknown as { readonly axe: Axe };
  const { violations } = await axe.run(element, {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
    rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])),
  });
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`).join('\n')}`,
  );
  expect(told.join('\n\n')).to.equal('');
}

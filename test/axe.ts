/** Looks for barriers with axe: WCAG 2.2 A and AA, and its best practice. */
import 'axe-core/axe.min.js';
import { expect } from '@open-wc/testing';

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Axe {
  run(what: Element, options: object): Promise<{ readonly violations: readonly Finding[] }>;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Throws with what is wrong and where. */
export async function expectNoBarriers(element: Element): Promise<void> {
  const { axe } = window as unknown as { readonly axe: Axe };
  // Colours on their way from one state to the next are no state.
  await Promise.all(
    (element.shadowRoot ?? document).getAnimations().map((animation) => {
      animation.finish();
      return animation.finished;
    }),
  );
  const { violations } = await axe.run(element, {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
  });
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`).join('\n')}`,
  );
  expect(told.join('\n\n')).to.equal('');
}

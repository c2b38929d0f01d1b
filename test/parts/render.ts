/** Draws a view into an element of the page, as a widget would. */
import { render, type TemplateResult } from 'lit';

export function drawn(view: TemplateResult | symbol): HTMLElement {
  const box = document.createElement('div');
  document.body.append(box);
  render(view, box);
  boxes.push(box);
  return box;
}

const boxes: HTMLElement[] = [];

afterEach(() => {
  for (const box of boxes.splice(0)) box.remove();
});

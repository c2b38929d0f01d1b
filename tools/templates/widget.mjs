/** The files of a new widget: whole, small and green, to be filled from there. */

/**
 * @param {{ name: string, tag: string, className: string, title: string }} names
 * @returns {Record<string, string>} Contents by path.
 */
export function widgetFiles({ name, tag, className, title }) {
  const folder = `src/widgets/${name}`;
  return {
    [`${folder}/${name}.ts`]: `/** \`<${tag}>\`: says in one sentence what a visitor does with it. */
import type { PropertyValues, TemplateResult } from 'lit';
import type { Locale } from '../../i18n/locale.js';
import { NEUTRAL_PAGE, QuickExit } from '../../parts/quick-exit.js';
import { trimmed } from '../../ui/attributes.js';
import { KithElement } from '../../ui/kith-element.js';
import { property } from '../../ui/property.js';
import { theme } from '../../ui/theme.js';
import { ${className}ReadyEvent } from './${name}.events.js';
import { styles } from './${name}.styles.js';
import { ${camel(name)}View } from './${name}.view.js';

/**
 * ${title}: what it does for a visitor, in a sentence or two.
 *
 * @summary ${title}.
 * @tagname ${tag}
 *
 * @slot - Shown until the element works: a help line, a phone number, a link.
 * @slot title - The heading.
 *
 * @fires {${className}ReadyEvent} kith-${name}-ready - The widget is shown for the first time.
 * @fires {QuickExitEvent} kith-quick-exit - A visitor leaves the page at once: \`url\`. Prevent it to lead elsewhere yourself.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart button - Every button.
 * @csspart quick-exit - The way out.
 *
 * @cssstate ready - The widget is shown.
 */
export class ${className} extends KithElement {
  static override readonly styles = [theme, styles];

  /** Where the quick exit leads. */
  @property({ converter: trimmed, attribute: 'exit-url' }) exitUrl = '';

  readonly #quickExit = new QuickExit(this, () => this.exitUrl || NEUTRAL_PAGE);

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.showState('ready');
    this.dispatchEvent(new ${className}ReadyEvent());
  }

  protected override renderIn(locale: Locale): TemplateResult {
    return ${camel(name)}View(this.#quickExit.render(locale));
  }
}
`,
    [`${folder}/${name}.view.ts`]: `/** What ${title.toLowerCase()} shows. */
import { html, type TemplateResult } from 'lit';

/** A heading from the page, and the way out. */
export const ${camel(name)}View = (quickExit: TemplateResult): TemplateResult => html\`
  \${quickExit}
  <div part="title"><slot name="title"></slot></div>
\`;
`,
    [`${folder}/${name}.styles.ts`]: `/** How ${title.toLowerCase()} is laid out; colours and sizes come from the theme. */
import { css } from 'lit';

export const styles = css\`
  [part='title'] {
    font-weight: 600;
    margin-block: calc(2 * var(--_space));
  }
\`;
`,
    [`${folder}/${name}.events.ts`]: `/** What ${title.toLowerCase()} tells the page: facts, never what a visitor typed or chose. */

/** The widget is shown for the first time. */
export class ${className}ReadyEvent extends Event {
  static readonly type = 'kith-${name}-ready';

  constructor() {
    super(${className}ReadyEvent.type, { bubbles: true, composed: true });
  }
}
`,
    [`src/define/${name}.ts`]: `import { defineOnce } from '../ui/define-once.js';
import { ${className} } from '../widgets/${name}/${name}.js';

defineOnce('${tag}', ${className});
`,
    [`stories/${name}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/${name}.js';

const meta: Meta = { title: '${title}', component: '${tag}' };

export default meta;

export const Ready: StoryObj = {
  render: () => html\`<${tag}><h2 slot="title">${title}</h2></${tag}>\`,
};
`,
    [`test/widgets/${name}/${name}.test.ts`]: `import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/${name}.js';
import type { ${className} } from '../../../src/widgets/${name}/${name}.js';
import { ${className}ReadyEvent } from '../../../src/widgets/${name}/${name}.events.js';

describe('<${tag}>', () => {
  it('shows the heading that the page gives it', async () => {
    const widget = await fixture<${className}>(html\`<${tag}><h2 slot="title">Hello</h2></${tag}>\`);
    const slot = widget.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=title]');
    expect(slot?.assignedElements().map((element) => element.textContent)).to.deep.equal(['Hello']);
  });

  it('tells the page once that it is ready', async () => {
    const events: Event[] = [];
    const holder = document.createElement('div');
    holder.addEventListener(${className}ReadyEvent.type, (event) => events.push(event));
    await fixture(html\`<${tag}></${tag}>\`, { parentNode: holder });
    expect(events).to.have.lengthOf(1);
    expect(events[0]).to.be.instanceOf(${className}ReadyEvent);
  });

  it('has no fault that axe can see', async () => {
    const widget = await fixture<${className}>(html\`<${tag}><h2 slot="title">Hello</h2></${tag}>\`);
    await expect(widget).to.be.accessible();
  });
});
`,
  };
}

/** The name of a function: `meeting-calendar` becomes `meetingCalendar`. */
export function camel(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

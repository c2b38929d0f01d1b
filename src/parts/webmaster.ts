/** What whoever built the page is told of the list: in the console, in events and, where they ask for it, in a panel. */
import type { LitElement, TemplateResult } from 'lit';
import type { SourceReport } from '../backend/ports.js';
import type { Problem } from '../backend/problem.js';
import { type Complaint, complaintOf, tellSources } from '../ui/source-report.js';
import { ProblemEvent, ReadyEvent } from './listing-events.js';

type Host = LitElement & { readonly src: string; readonly debug: boolean };

export class Webmaster {
  /** The panel, once it was asked for and is here. */
  panel: (() => TemplateResult) | undefined;

  /** @param hints What was told of attributes so far. */
  constructor(
    private readonly host: Host,
    private readonly hints: () => readonly string[],
  ) {}

  /** The list stands. @param groups How many groups came out of all sources. */
  report(sources: readonly SourceReport[], groups: number): void {
    const { kept, leftOut, complaints } = tellSources(sources);
    for (const complaint of complaints) this.#tell(complaint);
    void this.showPanel(sources, groups);
    void this.host.updateComplete.then(() => this.host.dispatchEvent(new ReadyEvent(groups, kept, leftOut)));
  }

  /** There is no list, or none that is new. */
  refuse(problem: Problem): void {
    const { src } = this.host;
    this.#tell(complaintOf(src, problem));
    void this.showPanel([{ address: src, problem }], 0);
  }

  #tell({ address, kind, hint, leftOut, lines }: Complaint): void {
    console.warn([`<${this.host.localName} src>: ${hint}`, ...lines].join('\n'));
    this.host.dispatchEvent(new ProblemEvent(address, kind, hint, leftOut));
  }

  /** Brings the panel, where the attribute or the page's address asks for it. */
  async showPanel(sources: readonly SourceReport[], groups: number): Promise<void> {
    if (!this.host.debug && !new URLSearchParams(location.search).has('kith-debug')) return;
    try {
      const { debugPanel } = await import('./debug-panel.js');
      this.panel = () => debugPanel(sources, groups, this.hints());
      this.host.requestUpdate();
    } catch {
      console.warn(
        `<${this.host.localName} debug>: the panel could not be loaded; the console has all that it would show.`,
      );
    }
  }
}

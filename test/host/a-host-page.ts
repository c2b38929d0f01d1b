/** A page of somebody else in a frame, with the scripts of dist/ held back until the test has looked around. */
import type { GroupFinder, MeetingCalendar } from '../../src/index.js';
import { NOW } from '../domain/small-groups.js';
import { watchConsole } from '../expect-console.js';
import { waitUntil } from '../wait-until.js';
import { type HostSnapshot, type HostWindow, hostSnapshot } from './host-snapshot.js';

const PATIENCE = { timeout: 15_000 };

let number = 0;
let open: HTMLIFrameElement | undefined;

afterEach(() => {
  open?.remove();
  open = undefined;
});

export type Widget = GroupFinder | MeetingCalendar;
export type Tag = 'kith-group-finder' | 'kith-meeting-calendar';

/** Resolves when the parts of a widget that come later are there too. */
const whole = (widget: Widget): Promise<void> =>
  'searchable' in widget ? widget.searchable : widget.filterable;

export interface HostPage<W extends Widget = GroupFinder> {
  readonly frame: HTMLIFrameElement;
  readonly window: HostWindow;
  readonly document: Document;
  /** The page as it was before any script of ours. */
  readonly before: HostSnapshot;
  /** What its policy forbade since then. */
  readonly violations: string[];
  /** What nobody caught since then. */
  readonly errors: string[];
  /** Tags that were defined since then. */
  readonly defined: string[];
  widgets(): W[];
  /** The first of them. */
  widget(): W;
  /** Makes requests for files whose name contains `of` fail, so many times. */
  fail(of: string, times: number): Promise<void>;
  /** Which scripts were asked for. */
  requests(): Promise<string[]>;
  /** Lets the scripts come, save those whose name contains `but`. */
  release(but?: string): Promise<void>;
  /** Lets the scripts come, and waits until every widget is whole. */
  start(): Promise<void>;
}

export interface Setting {
  readonly width?: number;
  /** Restrictions of the frame, such as `allow-same-origin` alone: no script. */
  readonly sandbox?: string;
  /** When the page's own scripts have done what they do. */
  readonly settled?: (page: Document) => boolean;
}

export const pageUrl = (name: string): string => `/test/pages/${name}.html`;

/** Opens one of the pages in test/pages. @param tag Which widget stands in it. */
export async function openHostPage<T extends Tag = 'kith-group-finder'>(
  name: string,
  setting: Setting = {},
  tag = 'kith-group-finder' as T,
): Promise<HostPage<HTMLElementTagNameMap[T]>> {
  number += 1;
  const id = `host-${Date.now().toString(36)}-${number}`;
  const ask = (what: string): Promise<Response> => fetch(`/built/${id}/${what}`);
  await ask('hold');
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.width = String(setting.width ?? 760);
  frame.height = '560';
  if (setting.sandbox !== undefined) frame.setAttribute('sandbox', setting.sandbox);
  frame.src = `${pageUrl(name)}?built=${id}&as=${tag}`;
  open = frame;
  document.body.append(frame);
  const arrived = (): boolean => {
    const document = frame.contentDocument;
    if (!document?.URL.includes(name) || document.readyState === 'loading') return false;
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
    return links.every(({ sheet }) => sheet) && (setting.settled?.(document) ?? true);
  };
  await waitUntil(arrived, `${name} has arrived`, PATIENCE);
  const window = frame.contentWindow as HostWindow;
  const page = window.document;

  const [violations, errors, defined] = [[], [], []] as [string[], string[], string[]];
  page.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(`${effectiveDirective} ${blockedURI}`);
  });
  window.addEventListener('error', ({ message }) => void errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => void errors.push(String(reason)));
  watchConsole(window);
  const { define } = window.CustomElementRegistry.prototype;
  window.CustomElementRegistry.prototype.define = function note(tag, ...rest) {
    define.call(this, tag, ...rest);
    defined.push(tag);
  };

  const widgets = () => [...page.querySelectorAll<HTMLElementTagNameMap[T]>(tag)];
  for (const widget of page.querySelectorAll<Widget>('kith-group-finder, kith-meeting-calendar'))
    widget.clock = () => NOW;

  const host: HostPage<HTMLElementTagNameMap[T]> = {
    frame,
    window,
    document: page,
    before: hostSnapshot(window),
    violations,
    errors,
    defined,
    widgets,
    widget() {
      const [first] = widgets();
      if (!first) throw new Error(`${name} has no ${tag}.`);
      return first;
    },
    async fail(of, times) {
      await ask(`fail?times=${times}&of=${of}`);
    },
    async requests() {
      return (await ask('log')).json();
    },
    async release(but) {
      await ask(but ? `hold?of=${but}` : 'go');
    },
    async start() {
      await host.release();
      await waitUntil(
        () => widgets().every(({ shadowRoot }) => shadowRoot),
        'the widgets are upgraded',
        PATIENCE,
      );
      await Promise.all(widgets().map(whole));
    },
  };
  return host;
}

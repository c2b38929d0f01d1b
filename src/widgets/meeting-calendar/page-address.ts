/** What a calendar's section of the page's address means: days, view, filters and the opened session. Loaded where a page asks for it. */
import type { LitElement } from 'lit';
import type { LocalDate } from '../../domain/meeting.js';
import { asLocalDate } from '../../domain/month.js';
import type { UrlEntries, UrlState } from '../../ui/url-state.js';
import { viewNamed } from './attributes.js';
import type { SessionName } from './opened-session.js';
import type { CalendarView } from './shown-days.js';

/** What an address names. */
export interface Named {
  /** Filters. */
  readonly choices: UrlEntries;
  readonly day: LocalDate | undefined;
  readonly view: CalendarView | undefined;
  readonly session: SessionName | undefined;
}

const OURS = ['day', 'view', 'session', 'group', 'meeting'];

function named(entries: UrlEntries): Named {
  const one = (name: string) => entries.find(([key]) => key === name)?.[1];
  const day = one('day');
  const view = one('view');
  const recurrenceId = one('session');
  const groupId = one('group');
  return {
    choices: entries.filter(([key]) => !OURS.includes(key)),
    day: day && asLocalDate(day),
    view: view ? viewNamed(view) : undefined,
    session:
      recurrenceId && groupId !== undefined
        ? { groupId, recurrenceId, meeting: Number(one('meeting') ?? 0) }
        : undefined,
  };
}

const entriesOf = ({ choices, day, view, session }: Named): UrlEntries => [
  ...(view ? [['view', view] as const] : []),
  ...(day ? [['day', day] as const] : []),
  ...choices,
  ...(session ? [['session', session.recurrenceId] as const, ['group', session.groupId] as const] : []),
  // Most groups have one.
  ...(session?.meeting ? [['meeting', String(session.meeting)] as const] : []),
];

export class PageAddress {
  readonly #state: UrlState;

  /**
   * @param State Loaded beside this module: one for all widgets of the page, whatever they are, since it knows whose name is whose.
   * @param name Of the calendar's section.
   * @param obey Takes what the address names when a link of the page or the Back key has changed it.
   * @param hint Tells the webmaster why the address is left alone.
   */
  constructor(
    State: typeof UrlState,
    host: LitElement,
    readonly name: string,
    obey: (named: Named) => void,
    hint: (mend: string) => void,
  ) {
    this.#state = new State(host, name, (entries) => obey(named(entries)), hint);
  }

  /** What the address names now; nothing where it has no section for the calendar. */
  read(): Named | undefined {
    const entries = this.#state.read();
    return entries.length > 0 ? named(entries) : undefined;
  }

  /** Puts into the address what it should name. */
  write(shown: Named): void {
    this.#state.write(entriesOf(shown));
  }

  /** Ends it; what stands in the address stays. */
  leave(): void {
    this.#state.leave();
  }
}

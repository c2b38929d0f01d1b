/** A listing in the order in which its groups really meet: what a visitor sees before looking for anything. */
import { type Agenda, buildAgenda } from './agenda.js';
import type { Group } from './group.js';
import type { Row } from './query.js';
import {
  type Candidate,
  compare,
  isOver,
  type Listed,
  NEVER,
  NO_SLOT,
  type Slot,
  slotsOf,
  toRow,
} from './slot.js';

/** So much of a name counts for the order. */
const NAME_CHARACTERS = 100;
/** Groups placed between two pauses. */
const SLICE_GROUPS = 100;

const nameKey = (name: string): string =>
  name.slice(0, NAME_CHARACTERS).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export class Timetable {
  /** Each group with its slots, in the feed's order. */
  readonly listed: readonly Listed[];
  /** Counts up whenever a group shows another evening. */
  version = 0;
  readonly #agenda: Agenda;

  private constructor(
    readonly groups: readonly Group[],
    agenda: Agenda,
  ) {
    this.#agenda = agenda;
    this.listed = groups.map((group) => ({ group, rank: 0, slots: [] }));
  }

  /**
   * Works out in slices which evening each group shows next.
   * @param now Milliseconds since the epoch.
   * @param viewerZone The visitor's IANA zone.
   * @param pause Called between slices; when it rejects, so does this.
   */
  static async create(
    groups: readonly Group[],
    now: number,
    viewerZone: string,
    pause: () => Promise<void>,
  ): Promise<Timetable> {
    const agenda = await buildAgenda(groups, now, viewerZone, pause);
    const timetable = new Timetable(groups, agenda);
    await timetable.#build(pause);
    return timetable;
  }

  async #build(pause: () => Promise<void>): Promise<void> {
    const byName: { readonly one: Listed; readonly key: string }[] = [];
    for (const [id, one] of this.listed.entries()) {
      if (id % SLICE_GROUPS === 0) await pause();
      this.#place(id);
      byName.push({ one, key: nameKey(one.group.name) });
    }
    await pause();
    // Places by name, so that ties are decided without comparing names again and again; a collator costs a frame.
    byName.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    for (const [rank, { one }] of byName.entries()) one.rank = rank;
    // Whoever waits goes on to show the list, which is a slice of its own.
    await pause();
  }

  /** Moves on to `now`. True when a shown evening has ended. */
  refresh(now: number): boolean {
    const changed = this.#agenda.refresh(now);
    for (const id of changed) this.#place(id);
    if (changed.length) this.version++;
    return changed.length > 0;
  }

  #place(id: number): void {
    const listed = this.listed[id];
    if (!listed) return;
    const slots = this.#agenda.of(id).flatMap(slotsOf);
    // NEVER less NEVER is NaN, which `||` takes for equal.
    slots.sort((a, b) => a.start - b.start || 0);
    listed.slots = slots.length ? slots : [NO_SLOT];
  }

  /** Every group with its soonest evening, soonest first; the first so many when `most` is given. */
  rows(most?: number): Row[] {
    return this.inOrder(() => true, most);
  }

  /** What is on now. */
  onNow(now: number): Row[] {
    return this.inOrder((slot) => !isOver(slot, now) && slot.start <= now);
  }

  /** The soonest evening of all, on now or to come. */
  next(now: number): Row | undefined {
    return this.inOrder((slot) => !isOver(slot, now), 1)[0];
  }

  /** The groups that have a slot that fits, with the first such; the first so many when `most` is given. */
  inOrder(fits: (slot: Slot) => boolean, most?: number): Row[] {
    const found: Candidate[] = [];
    for (const listed of this.listed) {
      const slot = listed.slots.find(fits);
      if (!slot) continue;
      const one = { listed, slot, km: NEVER, roundedKm: NEVER };
      // Few are picked out as they come: to put thousands in order for twenty rows takes a phone long.
      found.splice(most ? found.findLastIndex((other) => compare(other, one) < 0) + 1 : found.length, 0, one);
      if (most && found.length > most) found.pop();
    }
    return found.sort(compare).map(toRow);
  }
}

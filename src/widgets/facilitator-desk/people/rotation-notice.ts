/** When the box needs its next key, as a sentence for whoever sits at the desk: a keeper may act, a facilitator is told whom to ask. */
import { rotationOf } from '../../../domain/desk/rotation.js';
import { keepersOf } from '../../../domain/sealing/staff/roster.js';
import type { Desk } from '../desk-screen.js';

const DAY_MS = 86_400_000;

export interface RotationNotice {
  readonly text: string;
  /** Whether whoever sits here may renew it. */
  readonly mayAct: boolean;
}

export function rotationIn({ box, words, locale, now }: Desk): RotationNotice | undefined {
  const { manifest } = box;
  if (!manifest) return undefined;
  const { state, daysLeft } = rotationOf(manifest, Math.floor(now() / DAY_MS));
  const mayAct = box.isKeeper;
  // Who cannot act is bothered only when it matters.
  if (state === 'fine' || (state === 'offer' && !mayAct)) return undefined;
  const text =
    state === 'over'
      ? words.peopleLockOver
      : daysLeft === 0
        ? words.peopleLockToday
        : locale.say(state === 'offer' ? words.peopleLockOffer : words.peopleLockSoon, { n: daysLeft });
  if (mayAct) return { text, mayAct };
  const names = locale.list(keepersOf(box.roster).map(({ name }) => name));
  return { text: `${text} ${locale.say(words.peopleLockTellKeeper, { names })}`, mayAct };
}

/** For the top of another room: what is to be known, and a deed that leads to where it is done. */
export interface DeskNotice {
  readonly text: string;
  readonly act?: { readonly label: string; run(): void };
}

export function rotationNotice(desk: Desk): DeskNotice | undefined {
  const notice = rotationIn(desk);
  if (!notice) return undefined;
  const { text, mayAct } = notice;
  return mayAct ? { text, act: { label: desk.words.peopleLockDo, run: () => desk.go('people') } } : { text };
}

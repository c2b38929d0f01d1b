/** What is typed into the forms of the settings, and whether it can be saved. Nothing here asks a server. */
import { type ReadingTimes, readingHours } from '../../../domain/desk/reading-times.js';
import { webUrl } from '../../../domain/links.js';
import { parseLocalDate } from '../../../domain/recurrence/plain-day.js';
import type { Weekday } from '../../../domain/recurrence/rule.js';
import type { ReadingHours } from '../../../domain/sealing/manifest.js';
import type { Speech } from '../desk-screen.js';
import type { HouseRules } from '../work/house-rules.js';
import type { BoxSettings } from '../work/manifest.js';
import { originOf } from '../work/settings.js';

/** What has to be mended, by the id of the field. */
export type Mend = Readonly<Record<string, string>>;

/** What can be saved, or what has to be mended before. */
export type Checked<T> = { readonly value: T } | { readonly mend: Mend };

/** The first of the fields that have to be mended. */
const judged = <T>(mend: Mend, value: () => T): Checked<T> =>
  Object.keys(mend).length > 0 ? { mend } : { value: value() };

const lines = (typed: string): string[] =>
  typed
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

// When somebody reads

export interface HoursForm {
  readonly days: readonly Weekday[];
  readonly every: '1' | '2';
  readonly from: string;
  readonly time: string;
  readonly minutes: string;
  readonly timeZone: string;
}

export const hoursForm = (
  times: ReadingTimes | undefined,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): HoursForm => ({
  days: times?.days ?? [],
  every: times?.everyWeeks === 2 ? '2' : '1',
  from: times?.from ?? today,
  time: times?.time ?? '19:00',
  minutes: times ? String(times.minutes ?? '') : '60',
  timeZone: times?.timeZone ?? timeZone,
});

const wholeNumber = (typed: string, least: number, most: number): number | undefined => {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
};

export function checkHours(form: HoursForm, { words }: Speech): Checked<ReadingHours> {
  const minutes = form.minutes.trim() === '' ? undefined : wholeNumber(form.minutes, 1, 1440);
  const time = form.time.slice(0, 5);
  const mend: Mend = {
    ...(form.days.length === 0 && { 'hours-days': words.settingsHoursDaysSaid }),
    ...(parseLocalDate(form.from) === undefined && { 'hours-from': words.settingsHoursFromSaid }),
    ...(!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) && { 'hours-time': words.settingsHoursTimeSaid }),
    ...(form.minutes.trim() !== '' &&
      minutes === undefined && { 'hours-minutes': words.settingsHoursMinutesSaid }),
  };
  if (Object.keys(mend).length > 0) return { mend };
  const hours = readingHours({
    timeZone: form.timeZone,
    days: form.days,
    time,
    from: form.from,
    everyWeeks: form.every === '2' ? 2 : 1,
    ...(minutes !== undefined && { minutes }),
  });
  return hours ? { value: hours } : { mend: { 'hours-zone': words.settingsHoursZoneSaid } };
}

/** @param today In the box's own zone. */
export function checkPause(until: string, today: string, { words }: Speech): Checked<string> {
  const fits = parseLocalDate(until) !== undefined && until > today;
  return fits ? { value: until } : { mend: { 'away-until': words.settingsAwayUntilSaid } };
}

// The box

export interface BoxForm {
  readonly topics: string;
  readonly language: string;
  readonly days: string;
}

const MOST_TOPICS = 50;
const MOST_OF_TOPIC = 40;

function topicsSaid(topics: readonly string[], { words, locale }: Speech): string {
  if (topics.length > MOST_TOPICS) return words.settingsTopicsMany;
  const long = topics.find((topic) => [...topic].length > MOST_OF_TOPIC);
  if (long !== undefined) return locale.say(words.settingsTopicsLong, { topic: long });
  const twice = topics.find((topic, at) => topics.indexOf(topic) !== at);
  return twice === undefined ? '' : locale.say(words.settingsTopicsTwice, { topic: twice });
}

export function checkBox(form: BoxForm, speech: Speech): Checked<Omit<BoxSettings, 'hours'>> {
  const topics = lines(form.topics);
  const said = topicsSaid(topics, speech);
  const days = wholeNumber(form.days, 1, 3650);
  return judged(
    {
      ...(said && { 'box-topics': said }),
      ...(days === undefined && { 'box-days': speech.words.settingsKeptSaid }),
    },
    () => ({ topics, language: form.language, retentionDays: days ?? 0 }),
  );
}

// What the team writes for itself

export type RulesForm = Omit<HouseRules, 'page' | 'script'>;

export type PageForm = Pick<HouseRules, 'page' | 'script'>;

export function checkPageForm({ page, script }: PageForm, { words }: Speech): Checked<PageForm> {
  const whole = (typed: string) => (typed.trim() ? webUrl(typed) : '');
  const [at, from] = [whole(page), whole(script)];
  return judged(
    {
      ...(at === undefined && { 'page-url': words.settingsPageUrlSaid }),
      ...(from === undefined && { 'page-script': words.settingsPageScriptSaid }),
    },
    () => ({ page: at ?? '', script: from ?? '' }),
  );
}

const MOST_ORIGINS = 20;

export function checkOrigins(typed: string, { words, locale }: Speech): Checked<readonly string[]> {
  const written = lines(typed);
  const bad = written.find((line) => originOf(line) === undefined);
  const origins = [...new Set(written.flatMap((line) => originOf(line) ?? []))];
  const said =
    bad !== undefined
      ? locale.say(words.settingsOriginsBad, { line: bad })
      : origins.length > MOST_ORIGINS
        ? words.settingsOriginsMany
        : '';
  return judged(said ? { 'origins-own': said } : {}, () => origins);
}

/** What a keeper says of the box before it opens: when somebody reads, topics, how long things are kept, help lines. */
import { helpLines } from '../../../content/help-lines.js';
import { countryOfZone } from '../../../domain/country-of-zone.js';
import { readingHours } from '../../../domain/desk/reading-times.js';
import { countryCode } from '../../../domain/help-line.js';
import { WEEKDAYS } from '../../../domain/recurrence/plain-day.js';
import type { Weekday } from '../../../domain/recurrence/rule.js';
import { isTimeZone, localTime } from '../../../domain/recurrence/zone.js';
import { tidyText } from '../../../domain/sealing/plain-text.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import type { DeskFrame } from '../desk-screen.js';
import type { BoxSettings } from '../work/manifest.js';

export const RETENTIONS = [30, 60, 90] as const;

const MOST_TOPICS = 50;
const MOST_OF_TOPIC = 40;

export interface ReadingFields {
  readonly days: readonly Weekday[];
  readonly time: string;
  readonly minutes: string;
  readonly everyWeeks: 1 | 2;
  readonly timeZone: string;
  /** One a line. */
  readonly topics: string;
  readonly language: string;
  readonly retentionDays: number;
  readonly country: string;
  readonly phone: string;
}

/** Which field has to be mended, and how. */
export interface Slip {
  readonly field: 'days' | 'time' | 'minutes' | 'topics' | 'phone';
  readonly said: string;
}

const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone that the device knows, its own among them. */
export const timeZones = (chosen: string): readonly string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();

/** Countries that have help lines or an emergency number here. */
export const countries = (): readonly string[] => [
  ...new Set([
    ...helpLines.lines.map(({ country }) => country),
    ...Object.values(helpLines.emergency).flatMap((numbers) =>
      Object.values(numbers).flatMap((named) => named.split(' ')),
    ),
  ]),
];

/** What most boxes want, on this device. */
export function usualFields({ locale, words }: DeskFrame): ReadingFields {
  const zone = deviceZone();
  const timeZone = isTimeZone(zone) ? zone : 'UTC';
  const country = countryOfZone(timeZone) ?? countryCode(new Intl.Locale(locale.tag).region ?? '') ?? '';
  return {
    days: [],
    time: '19:00',
    minutes: '60',
    everyWeeks: 1,
    timeZone,
    topics: words.startTopicsFirst,
    language: locale.strings.lang,
    retentionDays: 60,
    country: countries().includes(country) ? country : '',
    phone: '',
  };
}

const isPlain = (text: string): boolean => {
  try {
    return !/\p{Cc}/u.test(tidyText(text, 'topic'));
  } catch (error) {
    if (error instanceof SealingError) return false;
    throw error;
  }
};

const topicsOf = (written: string): readonly string[] =>
  written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

function slipOfTopics(topics: readonly string[], { locale, words }: DeskFrame): string {
  if (topics.length > MOST_TOPICS) return words.startTopicMany;
  const odd = topics.find((topic) => !isPlain(topic));
  if (odd !== undefined) return locale.say(words.startTopicOdd, { topic: odd });
  const plain = topics.map((topic) => topic.normalize('NFC'));
  const long = plain.find((topic) => [...topic].length > MOST_OF_TOPIC);
  if (long !== undefined) return locale.say(words.startTopicLong, { topic: long });
  const twice = plain.find((topic, at) => plain.indexOf(topic) !== at);
  return twice === undefined ? '' : locale.say(words.startTopicTwice, { topic: twice });
}

const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What stands in the way of these, in the order in which the form is read. */
export function slipsOf(fields: ReadingFields, desk: DeskFrame): readonly Slip[] {
  const { words } = desk;
  const minutes = Number(fields.minutes);
  const topics = slipOfTopics(topicsOf(fields.topics), desk);
  const found: readonly (Slip | false)[] = [
    fields.days.length === 0 && { field: 'days', said: words.startDaysNeeded },
    !isTime(fields.time) && { field: 'time', said: words.startTimeNeeded },
    !(Number.isInteger(minutes) && minutes >= 5 && minutes <= 720) && {
      field: 'minutes',
      said: words.startMinutesNeeded,
    },
    topics !== '' && { field: 'topics', said: topics },
    !/^[+\d ()/.-]*$/.test(fields.phone) && { field: 'phone', said: words.startPhoneOdd },
  ];
  return found.filter((slip) => slip !== false);
}

/** @returns Nothing while something has to be mended. */
export function settingsFrom(fields: ReadingFields, now: number): BoxSettings | undefined {
  const { timeZone, time, everyWeeks, retentionDays, language } = fields;
  const hours = readingHours({
    timeZone,
    time,
    everyWeeks,
    days: WEEKDAYS.filter((day) => fields.days.includes(day)),
    minutes: Number(fields.minutes),
    from: localTime(now, timeZone).slice(0, 10),
  });
  const topics = topicsOf(fields.topics).map((topic) => topic.normalize('NFC'));
  return hours && { hours, topics, language, retentionDays };
}

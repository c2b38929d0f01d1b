/**
 * Chooses the language of a widget and says things in it: fills phrases, picks plural
 * forms, formats numbers, days, times and distances through Intl.
 */
import { enFrame } from './en-frame.js';
import type { Message, Plural, Strings } from './strings.js';

/** Languages with phrases of our own; English is always at hand, the others load when a page needs them. */
const LOADERS: Readonly<Record<string, () => Promise<Strings>>> = {
  es: async () => (await import('./es.js')).es,
  ar: async () => (await import('./ar.js')).ar,
};

/** Countries that measure roads in miles (CLDR unit preference "road"). */
const MILES = new Set(['GB', 'US', 'LR', 'MM']);
const KM_PER_MILE = 1.609344;

/** Week data: a method in newer browsers, a getter in older ones, absent in some. */
interface WeekLocale extends Intl.Locale {
  getWeekInfo?(): { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/**
 * Keeps a value's direction to itself. One that holds isolates is a phrase of ours, and goes right to left:
 * to find a first strong letter browsers look past isolates, and might find a name in Latin letters.
 */
const isolate = (text: string): string =>
  (text.includes(POP_ISOLATE) ? RIGHT_TO_LEFT_ISOLATE : FIRST_STRONG_ISOLATE) + text + POP_ISOLATE;

type Values = Readonly<Record<string, string | number>>;

const FIRST_STRONG_ISOLATE = '\u2068';
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/** A BCP 47 tag as Intl reads it, `en_GB` too; `undefined` for nonsense. A region replaces the tag's own. */
const parsed = (tag: string, region?: string): Intl.Locale | undefined => {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'), region ? { region } : {});
  } catch {
    return undefined;
  }
};

/** The language subtag of a tag, or '' for nonsense. */
const languageOf = (tag: string): string => parsed(tag)?.language ?? '';

/** The nearest `lang` above an element, through shadow roots; '' when the page names none. */
export function nearestLang(element: Element): string {
  for (let node: Element | null = element; node; ) {
    const holder: Element | null = node.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? '';
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/** Whether phrases for this tag come with the bundle, without a further request. */
export const isAtHand = (tag: string): boolean => !(languageOf(tag) in LOADERS);

/** Languages that visitors can be spoken to. */
export const languages: readonly string[] = ['en', ...Object.keys(LOADERS)].sort();

/** Whether a page's tag is a language that we do not speak, so that its visitors read English. */
export const isUnspoken = (tag: string): boolean => tag.trim() !== '' && !languages.includes(languageOf(tag));

/** English that is always at hand. A view asks for a phrase of the rest only when its part has brought it: `KithElement.brought`. */
export const english = enFrame as Partial<Strings> as Strings;

/**
 * The phrases for a tag. English for a language that we don't speak, and when the
 * phrases can't be loaded: a visitor must never wait for words.
 */
export async function stringsFor(tag: string): Promise<Strings> {
  return (await LOADERS[languageOf(tag)]?.().catch(() => undefined)) ?? english;
}

/** One language and region, with everything a view needs to speak it. */
export class Locale {
  /** BCP 47 tag for Intl. */
  readonly tag: string;
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #miles: boolean;
  readonly #hour: 'numeric' | '2-digit';

  /**
   * @param strings The phrases.
   * @param lang The page's own tag; its region counts when its language is that of the phrases.
   * @param country ISO 3166-1 alpha-2 of the listing; it goes before the page's region, because a
   *   site builder's default `en-US` says little about a British clinic.
   */
  constructor(
    readonly strings: Strings,
    lang = '',
    country?: string,
  ) {
    // A tag or country that is nonsense is passed over by itself: the other one still counts.
    const base = languageOf(lang) === languageOf(strings.lang) ? lang : strings.lang;
    const own = parsed(base, country) ?? parsed(base) ?? new Intl.Locale('en');
    this.tag = own.toString();
    // British midnight is 00:30; Chromium's data has 0:30.
    const { hourCycle } = new Intl.DateTimeFormat(this.tag, { hour: 'numeric' }).resolvedOptions();
    this.#hour = hourCycle === 'h23' && this.tag.startsWith('en') ? '2-digit' : 'numeric';
    this.#plurals = new Intl.PluralRules(this.tag);
    this.#numbers = new Intl.NumberFormat(this.tag);
    this.#miles = MILES.has(own.region ?? '');
  }

  /** Fills a phrase. Numbers choose the plural form by `n`; in right-to-left phrases every value is isolated. */
  say(message: Message, values: Values = {}): string {
    const text = typeof message === 'string' ? message : this.#form(message, values['n']);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const shown = typeof value === 'number' ? this.number(value) : value;
      return this.strings.dir === 'rtl' ? isolate(shown) : shown;
    });
  }

  #form(plural: Plural, n: string | number | undefined): string {
    return plural[this.#plurals.select(Number(n ?? 0))] ?? plural.other;
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** A list joined as the language joins it: "Monday, Tuesday and Friday". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.tag, { type: 'conjunction' }).format(items);
  }

  /** A text from a feed within a phrase of ours: its direction stays its own. */
  apart(text: string): string {
    return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
  }

  /** Short facts in a row, each with a direction of its own. */
  dotted(items: readonly string[]): string {
    return items.map((item) => this.apart(item)).join(' · ');
  }

  /** Parts put side by side with the language's own comma. */
  enumerate(items: readonly string[]): string {
    return items.join(this.strings.dir === 'rtl' ? '، ' : ', ');
  }

  /** Kilometres in the unit of the region, with one decimal below ten. */
  distance(km: number): string {
    const value = this.#miles ? km / KM_PER_MILE : km;
    return new Intl.NumberFormat(this.tag, {
      style: 'unit',
      unit: this.#miles ? 'mile' : 'kilometer',
      unitDisplay: 'long',
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value);
  }

  #date(date: string, time: string, options: Intl.DateTimeFormatOptions): string {
    const key = JSON.stringify(options);
    let format = this.#dates.get(key);
    if (!format) {
      // Some regions count in another calendar; the listing, and the year of `day`, are Gregorian.
      format = new Intl.DateTimeFormat(this.tag, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      this.#dates.set(key, format);
    }
    return format.format(Date.parse(`${date}T${time}Z`));
  }

  /** "Thursday 3 December" for a wall-clock day `YYYY-MM-DD`; with the year when it is not `thisYear`. */
  day(date: string, thisYear?: string): string {
    const year = thisYear !== undefined && !date.startsWith(thisYear);
    return this.#date(date, '12:00', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(year ? { year: 'numeric' } : {}),
    });
  }

  /** "18:30" or "6:30 PM" for a wall-clock time `HH:MM`. */
  time(time: string): string {
    return this.#date('2000-01-01', time, { hour: this.#hour, minute: '2-digit' });
  }

  /** "June 2026". */
  month(date: string): string {
    return this.#date(date, '12:00', { month: 'long', year: 'numeric' });
  }

  /** "November" or "Nov", for a button that leads there. */
  monthName(date: string, short = false): string {
    return this.#date(date, '12:00', { month: short ? 'short' : 'long' });
  }

  /** "21 November 2026". */
  date(date: string): string {
    return this.#date(date, '12:00', { day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** "Tuesday" for an RFC 5545 weekday. */
  weekday(weekday: string): string {
    return this.#weekday(weekday, 'long');
  }

  #weekday(weekday: string, length: 'long' | 'short' | 'narrow'): string {
    const index = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(weekday);
    return this.#date(`2000-01-0${3 + Math.max(index, 0)}`, '12:00', { weekday: length });
  }

  /** "Tue" or "T", for the head of a column. */
  shortWeekday(weekday: string, narrow = false): string {
    return this.#weekday(weekday, narrow ? 'narrow' : 'short');
  }

  /** "3 days ago", "today". */
  daysAgo(days: number): string {
    const format = new Intl.RelativeTimeFormat(this.tag, { numeric: 'auto' });
    const [count, unit] =
      days < 14
        ? [days, 'day' as const]
        : days < 60
          ? [days / 7, 'week' as const]
          : days < 730
            ? [days / 30, 'month' as const]
            : [days / 365, 'year' as const];
    return format.format(-Math.floor(count), unit);
  }

  /** First day of the week, 0 for Monday to 6 for Sunday. */
  get firstDay(): number {
    // Firefox has no week data yet; ISO 8601's Monday stands in.
    const locale: WeekLocale = new Intl.Locale(this.tag).maximize();
    return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) - 1;
  }

  /** The language's own name for a language, or its code. */
  language(code: string): string {
    return this.#name('language', code);
  }

  /** The language's own name for a country. */
  country(code: string): string {
    return this.#name('region', code);
  }

  #name(type: 'language' | 'region', code: string): string {
    try {
      return new Intl.DisplayNames(this.tag, { type }).of(code) ?? code;
    } catch {
      return code;
    }
  }
}

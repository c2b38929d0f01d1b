/** Around what a visitor looks: a place of the list, typed, or the device's own rounded position. All of it in memory. */
import { roundPosition } from '../../domain/distance.js';
import type { Place } from '../../domain/places.js';
import type { Near } from '../../domain/query.js';
import type { Locale } from '../../i18n/locale.js';
import type { NarrowingHost } from './narrowing-host.js';

/** From this many letters on a typed place is looked up. */
const PLACE_LETTERS = 2;

type Note = '' | 'locating' | 'refused' | 'unknown';

export class Nearness {
  near: Near | undefined;
  /** What stands in the field. */
  text = '';
  /** Places that the typed one may mean. */
  suggestions: readonly Place[] = [];
  #note: Note = '';
  /** Counts the askings: an answer that comes after something newer is passed over. */
  #asking = 0;

  /**
   * @param change Takes over a change of the query.
   * @param lookUp The list's own places for what was typed, best first.
   */
  constructor(
    private readonly host: NarrowingHost,
    private readonly change: (change: () => void) => void,
    private readonly lookUp: (typed: string) => readonly Place[],
  ) {}

  /** Begins at a place that the page names. */
  begin(name: string): void {
    const [found] = this.lookUp(name);
    if (found) this.#choose(found);
    else this.host.hint('near', `no group of the list meets in "${name}"`);
  }

  /** The list was loaded anew: the same place among its new venues. */
  renew(): void {
    if (this.suggestions.length > 0) this.suggestions = this.lookUp(this.text.trim());
    const place = this.near?.place;
    if (!place) return;
    const found = this.lookUp(place.label);
    const same =
      found.find(({ kind, label }) => kind === place.kind && label === place.label) ?? found[0] ?? place;
    this.near = this.#around({ place: same, position: same.position });
  }

  forget(): void {
    this.#asking++;
    this.near = undefined;
    this.text = '';
    this.#note = '';
    this.suggestions = [];
  }

  #around(rest: Omit<Near, 'radiusKm'>): Near {
    return { ...rest, radiusKm: this.host.radiusKm };
  }

  #choose(place: Place): void {
    this.change(() => {
      this.forget();
      this.near = this.#around({ place, position: place.position });
      this.text = place.label;
    });
  }

  /** Takes a suggestion by its number. */
  readonly take = (index: number): void => {
    const place = this.suggestions[index];
    if (!place) return;
    this.#choose(place);
    this.host.focusOn('[name=place]');
  };

  readonly type = (text: string): void => {
    const typed = text.trim();
    this.#asking++;
    this.text = text;
    this.suggestions = typed.length < PLACE_LETTERS ? [] : this.lookUp(typed);
    this.#tell(typed.length >= PLACE_LETTERS && this.suggestions.length === 0 ? 'unknown' : '');
    if (this.near) {
      this.change(() => {
        this.near = undefined;
      });
    }
  };

  readonly submit = (): void => {
    const [first] = this.suggestions;
    if (first) this.#choose(first);
  };

  /** Asks the device where it is: on a tap only, rounded to about a kilometre. */
  readonly locate = (): void => {
    const mine = ++this.#asking;
    const refused = () => {
      if (mine !== this.#asking) return;
      this.#tell('refused');
      this.host.focusOn('[name=place]');
    };
    if (!('geolocation' in navigator)) {
      refused();
      return;
    }
    this.#tell('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (mine !== this.#asking) return;
        this.change(() => {
          this.forget();
          this.near = this.#around({ position: roundPosition(coords) });
        });
        this.host.focusOn('.counted, .section, .empty h3');
      },
      refused,
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 },
    );
  };

  /** Shows and says what became of a place. */
  #tell(note: Note): void {
    this.#note = note;
    const { locale } = this.host;
    if (note && locale) this.host.say(this.noteInWords(locale));
    this.host.requestUpdate();
  }

  noteInWords(locale: Locale): string {
    const { strings } = locale;
    const words = {
      '': '',
      locating: strings.locating,
      refused: strings.locationRefused,
      unknown: locale.say(strings.placeUnknown, { place: this.text.trim() }),
    };
    return words[this.#note];
  }

  /** "Near Leeds", "Near you". */
  label(locale: Locale): string {
    return locale.say(locale.strings.nearPlace, { place: this.near?.place?.label ?? locale.strings.you });
  }
}

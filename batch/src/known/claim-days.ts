import { dayNumber, isoDate, type IsoDate } from '@interspace/core/model/date';
import type { Epochs } from '../judge/epochs.ts';

/** A day of service as the judging of many claims needs it. */
export interface ClaimDay {
  readonly iso: IsoDate;
  /** Small: how many days were met before it. */
  readonly index: number;
  /** Days since 1970-01-01. */
  readonly number: number;
  /** The stretches of days over which nothing changes that concerns places and programs, services, or diagnoses. */
  readonly places: number;
  readonly services: number;
  readonly diagnoses: number;
  /** It stands somewhere in the law itself: in a text nobody can tell which of the two is meant. */
  readonly written: boolean;
}

/** Days by CCYYMMDD; a batch holds few different ones. */
export class ClaimDays {
  readonly #places: Epochs;
  readonly #services: Epochs;
  readonly #diagnoses: Epochs;
  readonly #written: ReadonlySet<string>;
  readonly #known = new Map<number, ClaimDay>();
  #met = 0;
  #last = 0;
  #found: ClaimDay | undefined;

  constructor(places: Epochs, services: Epochs, diagnoses: Epochs, written: ReadonlySet<string>) {
    this.#places = places;
    this.#services = services;
    this.#diagnoses = diagnoses;
    this.#written = written;
  }

  /** Nothing when it is no date. */
  of(compact: number): ClaimDay | undefined {
    if (compact === this.#last) return this.#found;
    let known = this.#known.get(compact);
    if (!known) {
      const text = String(compact).padStart(8, '0');
      const iso = isoDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
      if (iso === undefined) return undefined;
      known = {
        iso,
        index: this.#met++,
        number: dayNumber(iso),
        places: this.#places.of(iso),
        services: this.#services.of(iso),
        diagnoses: this.#diagnoses.of(iso),
        written: this.#written.has(iso),
      };
      if (this.#known.size > 20_000) this.#known.clear();
      this.#known.set(compact, known);
    }
    this.#last = compact;
    this.#found = known;
    return known;
  }
}

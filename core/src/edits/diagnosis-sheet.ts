import { dayNumber } from '../model/date.ts';
import type { EditLaw } from '../model/law/edits.ts';
import type { DiagnosisNote, DiagnosisNotes } from './agency/diagnosis-notes.ts';
import type { DiagnosisStatus, DiagnosisTable } from './agency/diagnosis-table.ts';

/** Which side a diagnosis names. */
export const LEFT = 1;
export const RIGHT = 2;

/** One diagnosis code in one edition, looked up once and kept. */
export interface DiagnosisSheet {
  readonly id: number;
  readonly code: string;
  readonly status: DiagnosisStatus;
  readonly side: number;
  /** The title says that it is a manifestation of a disease that comes first. */
  readonly manifestation: boolean;
}

const KEPT = 60_000;
/** Codes below a heading that anybody asks for. */
export const MOST_CHILDREN = 7;

/** A fiscal year of diagnosis codes with what the edits ask of each code, kept in memory once it was asked. */
export class DiagnosisYear {
  readonly edition: string;
  /** Day numbers of its first and last day. */
  readonly first: number;
  readonly last: number;
  readonly #table: DiagnosisTable;
  readonly #words: {
    readonly manifestation: readonly string[];
    readonly left: readonly string[];
    readonly right: readonly string[];
  };
  readonly #sheets = new Map<string, DiagnosisSheet>();
  readonly #children = new Map<string, readonly string[]>();

  constructor(table: DiagnosisTable, lists: EditLaw['lists']) {
    const { edition, effective } = table.file.header;
    this.edition = edition;
    this.first = dayNumber(effective.from);
    this.last = effective.through === undefined ? Number.POSITIVE_INFINITY : dayNumber(effective.through);
    this.#table = table;
    this.#words = {
      manifestation: lists['manifestation-words'] ?? [],
      left: lists['left-words'] ?? [],
      right: lists['right-words'] ?? [],
    };
  }

  sheet(code: string): DiagnosisSheet {
    const known = this.#sheets.get(code);
    if (known) return known;
    if (this.#sheets.size >= KEPT) this.#sheets.clear();
    // Its first word has a space before it like every other: what is cleft has no side.
    const title = ` ${this.#table.title(code)?.toLowerCase() ?? ''}`;
    const says = (words: readonly string[]) => words.some((word) => title.includes(word));
    const [left, right] = [says(this.#words.left), says(this.#words.right)];
    const made: DiagnosisSheet = {
      id: this.#sheets.size,
      code,
      status: this.#table.status(code),
      side: left === right ? 0 : left ? LEFT : RIGHT,
      manifestation: says(this.#words.manifestation),
    };
    this.#sheets.set(code, made);
    return made;
  }

  /** Billable codes below a heading, the first few. */
  children(code: string): readonly string[] {
    let found = this.#children.get(code);
    if (!found) {
      if (this.#children.size >= KEPT) this.#children.clear();
      this.#children.set(code, (found = this.#table.below(code, MOST_CHILDREN)));
    }
    return found;
  }
}

/** Fiscal years side by side; a day that no year covers has none, and nothing is said about its codes. */
export class DiagnosisYears {
  readonly years: readonly DiagnosisYear[];
  #day = Number.NaN;
  #found: DiagnosisYear | undefined;

  constructor(years: readonly DiagnosisYear[]) {
    this.years = years.toSorted((one, other) => one.first - other.first);
  }

  on(day: number): DiagnosisYear | undefined {
    if (day !== this.#day) {
      const year = this.years.findLast(({ first }) => first <= day);
      this.#found = year && year.last >= day ? year : undefined;
      this.#day = day;
    }
    return this.#found;
  }
}

/** Notes that two codes exclude each other, asked once a pair. */
export class DiagnosisConflicts {
  readonly notes: DiagnosisNotes;
  readonly #known = new Map<string, Map<string, DiagnosisNote | null>>();

  constructor(notes: DiagnosisNotes) {
    this.notes = notes;
  }

  between(one: string, other: string): DiagnosisNote | undefined {
    let ofOne = this.#known.get(one);
    if (!ofOne) {
      if (this.#known.size >= KEPT) this.#known.clear();
      this.#known.set(one, (ofOne = new Map()));
    }
    let found = ofOne.get(other);
    if (found === undefined) {
      if (ofOne.size >= KEPT) ofOne.clear();
      found = this.notes.excludes1(one, other) ?? null;
      ofOne.set(other, found);
    }
    return found ?? undefined;
  }
}

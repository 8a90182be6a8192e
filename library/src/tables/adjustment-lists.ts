import { Dated } from '@interspace/core/edits/agency/dated';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import { RecordTable } from '@interspace/core/edits/agency/record-table';
import { dayNumber, fromDayNumber, type IsoDate } from '@interspace/core/model/date';
import { dayFrom } from '../import/dates.ts';

export type AdjustmentKind = 'group' | 'reason';

/** What the imported lists say of an adjustment code. */
export interface AdjustmentAnswer {
  /** Name of the edition that was asked. */
  readonly edition: string;
  /** What is wrong with the code; undefined when nothing is. */
  readonly fault?: string;
}

/** Groups and reasons of adjustments as the imported editions have them; a day is answered by the edition of that day. */
export class AdjustmentLists {
  readonly #editions: Dated<List>;

  constructor(files: readonly TableFile[]) {
    this.#editions = new Dated(files.map((file) => new List(file)));
  }

  /** `repeated`: of an earlier decision, so that the code may have ended since. Undefined where no list has such codes. */
  ask(kind: AdjustmentKind, code: string, on: IsoDate | undefined, repeated: boolean): AdjustmentAnswer | undefined {
    const day = on === undefined ? -1 : dayNumber(on);
    const list = this.#editions.on(day);
    if (!list?.holds(kind)) return undefined;
    const knowing = this.#editions.newestThat((each) => each.datesOf(kind, code) !== undefined, day);
    const { edition, effective } = (knowing ?? list).file.header;
    const newer = on !== undefined && effective.from > on ? ', newer than the decision' : '';
    const by = `the imported list ${edition}, of ${effective.from}${newer}`;
    if (!knowing) return { edition, fault: `It is not on ${by}.` };
    const { first, last } = knowing.datesOf(kind, code)!;
    if (on !== undefined && day < first)
      return { edition, fault: `It begins on ${fromDayNumber(first)} (${by}), and the decision is of ${on}.` };
    if (on !== undefined && day > last && !repeated)
      return { edition, fault: `It ended on ${fromDayNumber(last)} (${by}), and the decision is of ${on}.` };
    return { edition };
  }
}

/** Numbers of days; a date that cannot be read is NaN, and nothing comes before or after it. */
interface CodeDates {
  readonly first: number;
  readonly last: number;
}

/** How the rows of a kind are called: remarks stand in the same list and may have the same code. */
const NAMED: Readonly<Record<AdjustmentKind, RegExp>> = { group: /group/i, reason: /^carc|reason/i };

/** One edition, as far as it was looked at. */
class List {
  readonly file: TableFile;
  readonly #table: RecordTable;
  readonly #held = new Map<AdjustmentKind, boolean>();
  readonly #dates = new Map<string, CodeDates | undefined>();

  constructor(file: TableFile) {
    this.file = file;
    this.#table = new RecordTable(file);
  }

  /** A list of remarks only, or without groups, says nothing of the others. */
  holds(kind: AdjustmentKind): boolean {
    let held = this.#held.get(kind);
    if (held === undefined) {
      held = false;
      for (let row = 0; row < this.#table.size && !held; row++) held = isOf(kind, this.#table.at(row));
      this.#held.set(kind, held);
    }
    return held;
  }

  datesOf(kind: AdjustmentKind, code: string): CodeDates | undefined {
    const key = `${kind} ${code}`;
    if (!this.#dates.has(key)) {
      if (this.#dates.size > MOST) this.#dates.clear();
      const row = this.#table.find(code).find((each) => isOf(kind, each));
      const [first, last] = [row?.['start'], row?.['stop']].map((text = '') => (text === '' ? NaN : dayFrom(text)));
      this.#dates.set(key, row && { first: first!, last: last! });
    }
    return this.#dates.get(key);
  }
}

function isOf(kind: AdjustmentKind, row: Readonly<Record<string, string>>): boolean {
  return NAMED[kind].test(row['list'] ?? '');
}

/** Answers kept; a file of garbage may hold any number of codes. */
const MOST = 10_000;

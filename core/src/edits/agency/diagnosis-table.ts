import type { IsoDate } from '../../model/date.ts';
import { findDouble } from './code-index.ts';
import { type TableFile, section } from './layout.ts';
import { endOfDiagnosis, packDiagnosis, unpackDiagnosis } from './packed-code.ts';
import { TextPool } from './text-pool.ts';

/** `header`: a category that must be coded further. `absent`: not in the edition. */
export type DiagnosisStatus = 'billable' | 'header' | 'absent';

/** One fiscal year of diagnosis codes: which can be submitted, which are only headings. */
export class DiagnosisTable {
  readonly #codes: Float64Array;
  readonly #billable: Uint8Array;
  readonly #titles: TextPool;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#codes = section(file, 'codes', 'f64');
    this.#billable = section(file, 'billable', 'u8');
    this.#titles = new TextPool(file, 'titles');
  }

  get size(): number {
    return this.#codes.length;
  }

  /** With or without the point. Text that is no diagnosis code at all is absent too. */
  status(code: string): DiagnosisStatus {
    const at = this.#find(code);
    return at < 0 ? 'absent' : this.#billable[at] === 1 ? 'billable' : 'header';
  }

  /** The agency's long title (public domain). */
  title(code: string): string | undefined {
    const at = this.#find(code);
    return at < 0 ? undefined : this.#titles.at(at);
  }

  /** The first billable codes below a heading, in order; none for a code that is no heading. */
  below(code: string, most: number): readonly string[] {
    const [start, end] = [packDiagnosis(code), endOfDiagnosis(code)];
    if (start < 0) return [];
    const found = findDouble(this.#codes, start);
    const below: string[] = [];
    for (let at = found < 0 ? -found - 1 : found; at < this.#codes.length && this.#codes[at]! < end; at++)
      if (this.#billable[at] === 1 && this.#codes[at] !== start) {
        if (below.length === most) break;
        below.push(unpackDiagnosis(this.#codes[at]!));
      }
    return below;
  }

  #find(code: string): number {
    const packed = packDiagnosis(code);
    return packed < 0 ? -1 : findDouble(this.#codes, packed);
  }
}

/** Several fiscal years side by side: the answer is that of the edition in force on the date of service. */
export class DiagnosisValidity {
  readonly #editions: readonly DiagnosisTable[];

  constructor(editions: readonly DiagnosisTable[]) {
    this.#editions = editions.toSorted((a, b) => (effectiveFrom(a) < effectiveFrom(b) ? -1 : 1));
  }

  /** `undefined` when no edition covers the date: then nothing may be said about the code. */
  status(code: string, on: IsoDate): DiagnosisStatus | undefined {
    return this.editionOn(on)?.status(code);
  }

  editionOn(on: IsoDate): DiagnosisTable | undefined {
    const edition = this.#editions.findLast((candidate) => effectiveFrom(candidate) <= on);
    const through = edition?.file.header.effective.through;
    return through !== undefined && through < on ? undefined : edition;
  }
}

function effectiveFrom(table: DiagnosisTable): IsoDate {
  return table.file.header.effective.from;
}

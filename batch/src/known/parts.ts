import type { ClaimType } from '@interspace/core/model/claim';
import type { ShapeCoverage, ShapePrograms } from '../judge/judged-claim.ts';
import { withDay, type KeptFinding } from './kept-finding.ts';

/** What the rules say of everything about a claim but its diagnoses: services, parties, place. */
export interface ServicesPart {
  readonly number: number;
  readonly findings: readonly KeptFinding[];
  readonly programs: ShapePrograms;
  /** Editions that judged, in words. */
  readonly editions: readonly string[];
  /** Numbers that stand for all that diagnosis edits, and coverage, see of a claim besides lines and diagnoses. */
  readonly setting: number;
  readonly coverageFrame: number;
  /** For the history of the patient. */
  readonly type: ClaimType;
  readonly state: string | undefined;
  readonly placeOfService: string | undefined;
  readonly frequency: string | undefined;
  readonly billing: string | undefined;
  /** Claims since the last time that it was counted. */
  claims: number;
}

export interface DiagnosesPart {
  readonly number: number;
  readonly findings: readonly KeptFinding[];
}

/** What policies say of claims of one shape; where their words name the day of service, the day at hand is put in. */
export class CoveragePart {
  readonly number: number;
  /** Claims since the last time that it was counted. */
  claims = 0;
  readonly #coverage: ShapeCoverage;
  readonly #day: string;
  readonly #named: boolean;

  constructor(number: number, coverage: ShapeCoverage, day: string) {
    this.number = number;
    this.#coverage = coverage;
    this.#day = day;
    this.#named = JSON.stringify([coverage.lines, coverage.findings]).includes(day);
  }

  get lines(): ShapeCoverage['lines'] {
    return this.#coverage.lines;
  }

  get clean(): boolean {
    return this.#coverage.findings.length === 0;
  }

  on(day: string): ShapeCoverage {
    const { lines, findings, json } = this.#coverage;
    if (!this.#named || day === this.#day) return this.#coverage;
    const told = (text: string): string => text.replaceAll(this.#day, day);
    return {
      lines: lines.map((line) => (line.because === undefined ? line : { ...line, because: told(line.because) })),
      findings: findings.map((finding) => withDay(finding, told)),
      json: told(json),
    };
  }
}

/** The Findings of all parts together, ranked. */
export interface MergedParts {
  readonly findings: readonly KeptFinding[];
}

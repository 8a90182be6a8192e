import type { CoveragePlace } from '@interspace/core/model/law/policy';
import type { ShapeCoverage, ShapePrograms } from '../judge/judged-claim.ts';
import type { Finding } from '@interspace/core/model/finding';
import type { CountedFindings } from '../counted-findings.ts';
import type { PackedFrame } from '../history/record.ts';
import { DayText } from './day-text.ts';
import { withDay, type KeptFinding } from './kept-finding.ts';
import type { KeptFindings } from './part-words.ts';

/** Whose policies judge, with a number. */
export interface LawPlace extends CoveragePlace {
  readonly number: number;
}

/** What the rules say of the parties of a claim, and what other parts see of it besides its lines. */
export interface FramePart extends KeptFindings {
  /** Frames of which all is the same have one number. */
  readonly id: number;
  /** Whose policies judge, and a number for all that decides on which days policies and programs change. */
  readonly place: LawPlace;
  readonly law: number;
  /** Numbers for all that edits of services and of diagnoses, programs, and coverage (with and without place) see. */
  readonly services: number;
  readonly diagnoses: number;
  readonly programs: number;
  readonly coverage: number;
  readonly placedCoverage: number;
  /** For the history of the patient. */
  readonly packed: PackedFrame;
}

/** What the rules say of the services of a claim. */
export interface ServicesPart extends KeptFindings {
  /** Editions that judged, in words. */
  readonly editions: readonly string[];
  /** Claims since the last time that it was counted. */
  claims: number;
}

/** What programs of authorization say of the services. */
export interface ProgramsPart extends KeptFindings {
  readonly programs: ShapePrograms;
  /** How a line of JSON ends. */
  readonly text: DayText;
}

/** What policies say of claims of one shape; where their words name the day of service, the day at hand is put in. */
export class CoveragePart implements KeptFindings {
  readonly number: number;
  readonly findings: readonly KeptFinding[];
  /** Claims since the last time that it was counted. */
  claims = 0;
  readonly #coverage: ShapeCoverage;
  readonly #day: string;
  #text: DayText | undefined;
  /** Whether the day of service stands in the words. */
  readonly namesDay: boolean;
  /** Whether nothing is found and no words name a diagnosis. */
  readonly nameless: boolean;

  constructor(
    { number, findings }: KeptFindings,
    coverage: ShapeCoverage,
    day: string,
    namesDay: boolean,
    nameless: boolean,
  ) {
    this.number = number;
    this.findings = findings;
    this.#coverage = coverage;
    this.#day = day;
    this.namesDay = namesDay;
    this.nameless = nameless;
  }

  get lines(): ShapeCoverage['lines'] {
    return this.#coverage.lines;
  }

  /** What stands in a line of JSON between the findings and the programs. */
  get text(): DayText {
    return (this.#text ??= new DayText(`],${this.#coverage.json}`, this.namesDay ? this.#day : undefined));
  }

  on(day: string): ShapeCoverage {
    const { lines, findings, json } = this.#coverage;
    if (!this.namesDay || day === this.#day) return this.#coverage;
    const told = (text: string): string => text.replaceAll(this.#day, day);
    return {
      lines: lines.map((line) => (line.because === undefined ? line : { ...line, because: told(line.because) })),
      findings: findings.map((finding) => withDay(finding, told)),
      json: told(json),
    };
  }
}

/** All parts but the diagnoses. */
export interface WholePart {
  readonly frame: FramePart;
  readonly services: ServicesPart;
  readonly programs: ProgramsPart;
  readonly coverage: CoveragePart;
  /** What they say where nothing is said of the diagnoses; absent: nothing. */
  readonly merged: MergedParts | undefined;
}

/** The Findings of all parts together, ranked. */
export interface MergedParts {
  /** Some day's, for those who count them. */
  readonly counted: readonly Finding[];
  readonly findings: readonly KeptFinding[];
  /** Claims of which they are said, since the last time that these were counted. */
  counts: CountedFindings | undefined;
}

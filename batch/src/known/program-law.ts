import { looksAt } from '@interspace/core/authorization/in-reach';
import type { Program } from '@interspace/core/model/law/program';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import type { ClaimJudge } from '../judge/claim-judge.ts';
import { datesIn, Epochs } from '../judge/epochs.ts';
import type { ClaimDay } from './claim-days.ts';
import type { FramePart } from './parts.ts';
import { TextNumbers } from './text-numbers.ts';

/** Law changes on fewer days than this. */
const MOST_EPOCHS = 65_536;

/**
 * Which programs may ever look at lines in a place, and over which days nothing of those changes. Programs have a number
 * by the place and by which of them they are.
 */
export class ProgramLaw {
  readonly #judge: ClaimJudge;
  /** Days of the law that holds for all programs alike. */
  readonly #always: readonly string[];
  /** What may speak, by the number of the law in a frame. */
  #laws: LawOfPlace[] = [];
  readonly #numbers = new TextNumbers();
  #epochs: Epochs[] = [];
  /** By law and lines. */
  #looking: number[][] = [];
  /** Stretches of days by the number of the programs and the index of the day. */
  #epochOf: number[][] = [];

  constructor(judge: ClaimJudge, days: readonly string[]) {
    this.#judge = judge;
    this.#always = days;
  }

  clear(): void {
    this.#numbers.clear();
    this.#laws = [];
    this.#epochs = [];
    [this.#looking, this.#epochOf] = [[], []];
  }

  /** What the number of a law in frames means. */
  learn(law: number, context: ResolvedContext): void {
    if (this.#laws[law]) return;
    const { programs, periods } = this.#judge.coverage.programLaw(context);
    const days = [...this.#always, ...datesIn(periods)];
    const dated = programs.map((program, at) => ({ program, at, days: datesIn(program) }));
    this.#laws[law] = { days, programs: dated, all: this.#numberOf(law, days, dated) };
  }

  /** All programs that may speak. */
  allOf({ law }: FramePart): number {
    return this.#laws[law]!.all;
  }

  /** Those that look at some of the lines; `lines` is the number of those. */
  lookingAt(sketch: ClaimSketch, { law }: FramePart, lines: number): number {
    return ((this.#looking[law] ??= [])[lines] ??= this.#lookingAt(sketch, law));
  }

  /** In which stretch of days nothing changes for these programs; those of others have other numbers. */
  epochOf({ index, iso }: ClaimDay, programs: number): number {
    return ((this.#epochOf[programs] ??= [])[index] ??= programs * MOST_EPOCHS + this.#epochs[programs]!.of(iso));
  }

  #lookingAt(sketch: ClaimSketch, law: number): number {
    const { days, programs } = this.#laws[law]!;
    const lines = Array.from(sketch.procedures.subarray(0, sketch.lineCount), (word) => sketch.procedure(word));
    const looking = programs.filter(({ program }) => lines.some((line) => looksAt(program, line)));
    return this.#numberOf(law, days, looking);
  }

  #numberOf(law: number, always: readonly string[], programs: readonly DatedProgram[]): number {
    const number = this.#numbers.of(`${law} ${programs.map(({ at }) => at).join(' ')}`);
    this.#epochs[number] ??= new Epochs([...new Set([...always, ...programs.flatMap(({ days }) => days)])].toSorted());
    return number;
  }
}

/** What may speak in a place on whatever day, with its days. */
interface LawOfPlace {
  readonly days: readonly string[];
  readonly programs: readonly DatedProgram[];
  readonly all: number;
}

interface DatedProgram {
  readonly program: Program;
  readonly at: number;
  readonly days: readonly string[];
}

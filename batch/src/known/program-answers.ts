import { looksAt } from '@interspace/core/authorization/in-reach';
import type { Program } from '@interspace/core/model/law/program';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { numbered, type ClaimJudge } from '../judge/claim-judge.ts';
import type { ShapePrograms } from '../judge/judged-claim.ts';
import type { ClaimDay } from './claim-days.ts';
import { DayText } from './day-text.ts';
import { daysIn, holdsOnOtherDays } from './kept-finding.ts';
import { PartStore } from './part-store.ts';
import { keptFindings, NO_FINDINGS, type PartWords } from './part-words.ts';
import type { FramePart, ProgramsPart } from './parts.ts';
import { ProgramLaw } from './program-law.ts';
import type { SketchKeys } from './sketch-keys.ts';

/**
 * What programs of authorization say: nothing of most claims, because no program that speaks in their place on that day
 * looks at any of their lines. The others are asked about by the lines that are looked at.
 */
export class ProgramAnswers {
  readonly #judge: ClaimJudge;
  readonly #keys: SketchKeys;
  readonly #words: PartWords;
  readonly law: ProgramLaw;
  readonly kept = new PartStore<ProgramsPart>();
  readonly #reaches = new PartStore<Reach>();
  readonly #programDays = new WeakMap<ShapePrograms, ReadonlySet<string>>();

  constructor(judge: ClaimJudge, keys: SketchKeys, words: PartWords, days: readonly string[]) {
    this.#judge = judge;
    this.#keys = keys;
    this.#words = words;
    this.law = new ProgramLaw(judge, days);
  }

  /** Whether what was said last holds for the whole stretch of days. */
  shared = true;

  get size(): number {
    return this.kept.size + this.#reaches.size;
  }

  clear(): void {
    this.kept.clear();
    this.#reaches.clear();
    this.law.clear();
  }

  of(sketch: ClaimSketch, day: ClaimDay, alone: boolean, frame: FramePart, lines: number): ProgramsPart {
    this.shared = true;
    const epoch = this.law.epochOf(day, this.law.lookingAt(sketch, frame, lines));
    const { key } = this.#keys;
    const reach = this.#reachOf(sketch, day, frame);
    if (reach.programs.length === 0) return SILENT;
    const { procedures, lineNumbers, lineCount } = sketch;
    let length = 0;
    key[length++] = frame.programs;
    for (let at = 0; at < lineCount; at++) {
      const procedure = procedures[at]!;
      if (!(reach.looked[procedure] ??= isLookedAt(sketch, procedure, reach.programs))) continue;
      key[length] = at;
      key[length + 1] = lineNumbers[at]!;
      key[length + 2] = procedure;
      length += 3;
    }
    if (length === 1) return SILENT;
    const known = this.kept.find(key, length + 1, epoch, day.number, alone);
    const said = known ?? this.#make(sketch, day);
    this.shared = this.kept.shared;
    return said;
  }

  #reachOf(sketch: ClaimSketch, day: ClaimDay, frame: FramePart): Reach {
    const { key } = this.#keys;
    const epoch = this.law.epochOf(day, this.law.allOf(frame));
    key[0] = frame.programs;
    const known = this.#reaches.find(key, 2, epoch, day.number, false);
    if (known) return known;
    const context = this.#judge.contextOf(sketch.read().claim);
    return this.#reaches.put({ programs: this.#judge.coverage.programsInReach(context), looked: [] }, true);
  }

  #make(sketch: ClaimSketch, day: ClaimDay): ProgramsPart {
    const { claim } = sketch.read();
    const programs = this.#judge.coverage.programsOf(claim, this.#judge.contextOf(claim));
    const told = programs.findings.map((finding) => numbered(finding, claim));
    const { answer } = keptFindings(told, day, this.#words);
    // The day of service is not put in anew in what programs say.
    const shared = holdsOnOtherDays(this.#daysOf(programs), day.iso, this.#words.written, false);
    return this.kept.put({ ...answer, programs, text: textOf(programs) }, shared);
  }

  /** Days that programs name; many claims share one answer of theirs. */
  #daysOf(programs: ShapePrograms): ReadonlySet<string> {
    let known = this.#programDays.get(programs);
    if (!known) this.#programDays.set(programs, (known = daysIn([programs.findings, programs.authorization])));
    return known;
  }
}

/** Programs that speak in a place over a stretch of days, and whether they look at a procedure, by its word. */
interface Reach {
  readonly programs: readonly Program[];
  readonly looked: boolean[];
}

function isLookedAt(sketch: ClaimSketch, procedure: number, programs: readonly Program[]): boolean {
  const line = sketch.procedure(procedure);
  return programs.some((program) => looksAt(program, line));
}

function textOf({ json }: ShapePrograms): DayText {
  return new DayText(`${json}}`);
}

const NOTHING: ShapePrograms = { findings: [], authorization: [], json: '' };
const SILENT: ProgramsPart = { ...NO_FINDINGS, programs: NOTHING, text: textOf(NOTHING) };

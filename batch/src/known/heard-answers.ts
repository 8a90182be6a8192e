import type { Output } from '../render/output.ts';
import { DayText } from './day-text.ts';
import { IntSequences } from './int-sequences.ts';
import type { AnswerCoverage, AnswerEditions, AnswerFindings, AnswerParts, WrittenFinding } from './known-answer.ts';
import { CLEAN, HOLDS, type ToldAnswers, type ToldCoverage, type ToldFinding, type ToldWhole } from './told-answers.ts';

/** What was heard is forgotten when there is this much of it; it is told again when it is asked for again. */
const MOST = 80_000;

/** What a claim that was left to another thread is kept under, once the answer is heard. */
export interface AskedUnder {
  /** Numbers mean something else in another era. */
  readonly era: number;
  /** For the whole stretch of days, and for its own day. */
  readonly stretch: number;
  readonly own: number;
  readonly diagnoses: number;
}

/** An answer of another thread. */
export interface HeardWhole extends AnswerParts {
  readonly merged: AnswerFindings | undefined;
}

/**
 * Answers that another thread has found and told. What is not heard yet is not asked about here: the claim is left to the
 * other thread, so that the rules are asked, and their code made fast, in one thread only.
 */
export class HeardAnswers {
  readonly #keys = new IntSequences();
  /** By number of the key; null: only under its day. */
  #answers: (HeardWhole | null)[] = [];
  readonly #lists = new IntSequences();
  /** By number of the list: nothing is said of it. */
  #clean: boolean[] = [];
  #era = 0;
  #under: AskedUnder | undefined;
  /** By their numbers in messages. */
  #wholes: HeardWhole[] = [];
  #findings: HeardFinding[] = [];
  #coverages: HeardCoverage[] = [];
  readonly #editions = new Map<string, AnswerEditions>();

  /** What the claim asked about last would be kept under; nothing when it is none whose answer is kept. */
  get under(): AskedUnder | undefined {
    return this.#under;
  }

  get lists(): number {
    return this.#lists.count;
  }

  get size(): number {
    return this.#keys.count;
  }

  get full(): boolean {
    return this.#keys.count > MOST;
  }

  clear(): void {
    this.forgetLists();
    this.#keys.clear();
    this.#answers = [];
  }

  /** Whole lists of diagnoses. */
  forgetLists(): void {
    this.#era++;
    this.#under = undefined;
    this.#lists.clear();
    this.#clean = [];
  }

  /** The claim in hand is none whose answer is kept. */
  pass(): void {
    this.#under = undefined;
  }

  /**
   * What was heard of such a claim. `key` ends with the stretch of days; `diagnoses`, of this length, stands for the
   * diagnoses and the lines that point at them.
   */
  find(key: Int32Array, day: number, diagnoses: Int32Array, length: number): HeardWhole | undefined {
    const last = key.length - 1;
    const list = this.#lists.id(diagnoses, length);
    const stretch = this.#keys.id(key, key.length);
    let found = this.#answers[stretch];
    if (!found || this.#clean[list] !== true) {
      key[last] = ~day;
      const own = this.#keys.id(key, key.length);
      found ??= this.#answers[own];
      this.#under = { era: this.#era, stretch, own, diagnoses: list };
    }
    return found && this.#clean[list] === true ? found : undefined;
  }

  /** What was told of claims that were left. */
  hear({ anew, findings, coverages, wholes, claims }: ToldAnswers, under: readonly (AskedUnder | undefined)[]): void {
    if (anew) {
      this.#wholes = [];
      this.#findings = [];
      this.#coverages = [];
      this.#editions.clear();
    }
    for (const one of findings) this.#findings.push(new HeardFinding(one));
    for (const one of coverages) this.#coverages.push(new HeardCoverage(one));
    for (const one of wholes) this.#wholes.push(this.#heard(one));
    for (const [at, [whole, how]] of claims.entries()) {
      const asked = under[at];
      if (whole < 0 || asked === undefined || asked.era !== this.#era) continue;
      if ((how & CLEAN) !== 0) put(this.#clean, asked.diagnoses, true, false);
      if ((how & HOLDS) === 0) put(this.#answers, asked.stretch, null, null);
      put(this.#answers, (how & HOLDS) === 0 ? asked.own : asked.stretch, this.#wholes[whole]!, null);
    }
  }

  #heard({ frame, editions, programs, coverage, findings }: ToldWhole): HeardWhole {
    const said = findings.map((number) => this.#findings[number]!);
    const names = editions.join('\n');
    let services = this.#editions.get(names);
    if (!services) this.#editions.set(names, (services = { editions, claims: 0 }));
    return {
      frame,
      services,
      programs: { text: programs === '' ? SILENT : new DayText(`${programs}}`) },
      coverage: this.#coverages[coverage]!,
      merged: said.length === 0 ? undefined : { counted: said.map(({ finding }) => finding), findings: said },
    };
  }
}

const SILENT = new DayText('}');

function put<T>(list: T[], at: number, value: T, empty: T): void {
  while (list.length <= at) list.push(empty);
  list[at] = value;
}

/** Its bytes are made when it is first written. */
class HeardFinding implements WrittenFinding {
  readonly finding: Omit<ToldFinding, 'json' | 'day'>;
  #told: ToldFinding | undefined;
  #text: DayText | undefined;

  constructor(told: ToldFinding) {
    const { id, severity, line, field } = told;
    this.finding = { id, severity, line, field };
    this.#told = told;
  }

  write(out: Output, day: string): void {
    if (!this.#text) {
      this.#text = new DayText(this.#told!.json, this.#told!.day);
      this.#told = undefined;
    }
    this.#text.write(out, day);
  }
}

class HeardCoverage implements AnswerCoverage {
  readonly lines: readonly { readonly outcome: string }[];
  claims = 0;
  #told: ToldCoverage | undefined;
  #text: DayText | undefined;

  constructor(told: ToldCoverage) {
    this.lines = told.outcomes.map((outcome) => ({ outcome }));
    this.#told = told;
  }

  get text(): DayText {
    if (!this.#text) {
      this.#text = new DayText(`],${this.#told!.json}`, this.#told!.day);
      this.#told = undefined;
    }
    return this.#text;
  }
}

import { isNpi } from '@interspace/core/edits/checks/identifiers';
import { isMedicareNumber } from '@interspace/core/edits/checks/parties';
import { dayOf } from '@interspace/core/edits/scope';
import { diagnosisClass } from '@interspace/core/edits/diagnosis-class';
import { scrubPart } from '@interspace/core/edits/scrub';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import type { Party } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { Finding } from '@interspace/core/model/finding';
import type { Library } from '@interspace/core/model/library';
import { rankFindings } from '@interspace/core/review/rank-findings';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { packed } from '@interspace/wire/x12/segment-id';
import { editionsOf } from '../editions-used.ts';
import { numbered, type ClaimJudge } from '../judge/claim-judge.ts';
import { Epochs } from '../judge/epochs.ts';
import type { ShapeCoverage, ShapePrograms } from '../judge/judged-claim.ts';
import type { PolicyScope } from '../judge/policy-scopes.ts';
import { ClaimDays, type ClaimDay } from './claim-days.ts';
import { IntSequences } from './int-sequences.ts';
import { daysIn, daysNamed, holdsOnOtherDays, KeptFinding } from './kept-finding.ts';
import { daysOfDiagnoses, daysOfServices, writtenDays } from './law-days.ts';
import { PartStore } from './part-store.ts';
import { balanced, names } from './plain-claims.ts';
import { CoveragePart, type DiagnosesPart, type MergedParts, type ServicesPart } from './parts.ts';
import { TextNumbers } from './text-numbers.ts';

/** Answers are forgotten when there are this many: memory stays flat whatever the file holds. */
const MOST_PARTS = 60_000;
/** Findings in words are the largest of them, and quickly put together again. */
const MOST_MERGED = 3_000;
const [RENDERING, FACILITY] = [packed('82'), packed('77')];

/**
 * Judges claims by their sketches. The rules are those of the single review and nothing of them is known here: they are
 * asked once about a claim of each shape, and the answer is kept in parts, each under everything that its rules look at.
 * A sketch that is odd, or says something that no part is kept under, has no answer here: its claim is judged itself.
 */
export class SketchJudge {
  /** The answer to the claim asked about last. */
  day!: ClaimDay;
  services!: ServicesPart;
  coverage!: CoveragePart;
  merged: MergedParts | undefined;
  /** Who furnished its services. */
  provider: string | undefined;
  claims = 0;
  known = 0;
  readonly #judge: ClaimJudge;
  readonly #days: ClaimDays;
  readonly #written: ReadonlySet<string>;
  #generation = -1;
  readonly #texts = new TextNumbers();
  readonly #filings = new TextNumbers();
  readonly #frames = new IntSequences();
  readonly #lines = new IntSequences();
  readonly #pointed = new IntSequences();
  #pointedBy: number[] = [0];
  readonly #diagnoses = new IntSequences();
  readonly #services = new PartStore<ServicesPart>();
  readonly #ofDiagnoses = new PartStore<DiagnosesPart>();
  readonly #coverage = new PartStore<CoveragePart>();
  readonly #merged = new PartStore<MergedParts>();
  readonly #programDays = new WeakMap<ShapePrograms, ReadonlySet<string>>();
  readonly #quiet = new Map<number, boolean>();
  /** Stretches of days, by scope and day. */
  #epochs: number[][] = [];
  /** By the number of the lines. */
  #scopeOf: PolicyScope[] = [];
  #classesOf: (readonly number[])[] = [];
  /** Diagnoses of each line, by the number of all of them; and classes of them by scope. */
  #seen: string[][][] = [];
  #classesOfPair: number[] = [];
  readonly #pairs = new IntSequences();
  readonly #lineClasses = new TextNumbers();
  readonly #cleanDiagnoses = new PartStore<object>();
  readonly #nameless = new PartStore<CoveragePart>();
  readonly #key = new Int32Array(1024);
  #classes: number[] = [0];
  #pointers: number[] = [0];
  #quantities: number[] = [0];
  #parts = 0;
  #billing: Party | undefined;
  #billingNumber = 0;
  #submitted: IsoDate | undefined;
  #submittedNumber = 0;

  constructor(library: Library, tables: readonly TableFile[], judge: ClaimJudge) {
    this.#judge = judge;
    this.#written = writtenDays(library, tables);
    const [services, diagnoses] = [daysOfServices(library, tables), daysOfDiagnoses(library, tables)];
    this.#days = new ClaimDays(new Epochs(services), new Epochs(diagnoses), this.#written);
  }

  /** What was asked how often and found, for those who measure. */
  get counts(): Readonly<Record<string, readonly [number, number]>> {
    const of = ({ hits, misses }: PartStore<unknown>) => [hits, misses] as const;
    const diagnoses = of(this.#ofDiagnoses);
    const [services, clean, nameless] = [of(this.#services), of(this.#cleanDiagnoses), of(this.#nameless)];
    const claims = [this.known, this.claims - this.known] as const;
    return { claims, services, diagnoses, clean, nameless, coverage: of(this.#coverage), merged: of(this.#merged) };
  }

  /** True when the answer is in `day`, `services`, `coverage` and `merged`. */
  answer(sketch: ClaimSketch): boolean {
    this.claims++;
    if (sketch.odd || !balanced(sketch)) return false;
    const day = this.#days.of(sketch.days[0]!);
    if (!day) return false;
    if (sketch.generation !== this.#generation || this.#services.size + this.#ofDiagnoses.size > MOST_PARTS)
      this.#forget(sketch);
    const spread = this.#spread(sketch, day);
    if (spread === undefined || !this.#isQuiet(sketch, day)) return false;
    const frame = this.#frameOf(sketch, day);
    const lines = this.#linesOf(sketch, day);
    const services = this.#servicesOf(sketch, day, spread, frame, lines);
    const pointed = this.#pointedOf(sketch);
    const diagnoses = this.#diagnosesOf(sketch, day, spread, services, lines, pointed);
    const coverage = this.#coverageOf(sketch, day, spread, services, lines, this.#pointedBy[pointed]!);
    this.day = day;
    this.services = services;
    this.coverage = coverage;
    this.merged =
      coverage.clean && services.findings.length + services.programs.findings.length + diagnoses.findings.length === 0
        ? undefined
        : this.#merge(sketch, day, spread, services, diagnoses, coverage);
    this.known++;
    return true;
  }

  #forget({ generation }: ClaimSketch): void {
    this.#generation = generation;
    const numbers = [this.#frames, this.#lines, this.#pointed, this.#diagnoses, this.#pairs];
    for (const kept of [...numbers, this.#texts, this.#quiet]) kept.clear();
    for (const kept of [
      this.#services,
      this.#ofDiagnoses,
      this.#cleanDiagnoses,
      this.#coverage,
      this.#nameless,
      this.#merged,
    ])
      kept.clear();
    [this.#classes, this.#pointers, this.#quantities, this.#pointedBy] = [[0], [0], [0], [0]];
    this.#epochs = [];
    this.#scopeOf = [];
    this.#classesOf = [];
    this.#seen = [];
    this.#classesOfPair = [];
    this.#billing = undefined;
  }

  /** Whether lines lie on several days; nothing when a day is missing, or one lies where no answer is kept. */
  #spread({ days, lineCount, level }: ClaimSketch, day: ClaimDay): boolean | undefined {
    let last = day;
    for (let at = 1; at < lineCount; at++) {
      if (days[at] === days[0]) continue;
      const other = this.#days.of(days[at]!);
      if (!other || other.number < day.number) return undefined;
      if (other.number > last.number) last = other;
    }
    if (last === day) return false;
    // What is said of days before birth or after sending names the line: it is kept for claims of one day.
    const { birthDate, submittedOn } = level;
    const odd =
      (birthDate !== undefined && day.iso < birthDate) || (submittedOn !== undefined && last.iso > submittedOn);
    return odd ? undefined : true;
  }

  /** Whether the claim is early enough: nothing is said of its sending. Kept by payer, day of service and day of sending. */
  #isQuiet(sketch: ClaimSketch, day: ClaimDay): boolean {
    const { submittedOn, filing } = sketch.level;
    if (submittedOn === undefined) return true;
    if (submittedOn !== this.#submitted) {
      this.#submitted = submittedOn;
      this.#submittedNumber = dayOf(submittedOn);
    }
    const payer = this.#filings.of(filing);
    if (payer > 100) return false;
    const key = (payer * DAYS + this.#submittedNumber + ERA) * DAYS + day.number + ERA;
    let quiet = this.#quiet.get(key);
    if (quiet === undefined) {
      const { claim } = sketch.read();
      quiet = scrubPart('sending', claim, this.#judge.contextOf(claim), this.#judge.edits).length === 0;
      if (this.#quiet.size > 50_000) this.#quiet.clear();
      this.#quiet.set(key, quiet);
    }
    return quiet;
  }

  #frameOf(sketch: ClaimSketch, day: ClaimDay): number {
    const key = this.#key;
    const { level, frame, frameCount } = sketch;
    const { subscriber, birthDate, submittedOn } = level;
    const member = subscriber.memberId;
    key[0] = this.#billingOf(sketch);
    key[1] = this.#texts.of(level.filing);
    key[2] = member === undefined ? 0 : isMedicareNumber(member) ? 1 : 2;
    key[3] = this.#texts.of(subscriber.secondaryReason);
    key[4] =
      Number(birthDate !== undefined && day.iso < birthDate) +
      2 * Number(submittedOn !== undefined && day.iso > submittedOn) +
      4 * Number(sketch.hasOtherPayers) +
      8 * Number(sketch.hasOriginal);
    key[5] = sketch.setting;
    let length = 6;
    let provider = level.billing?.npi;
    for (let at = 0; at < frameCount; at++) {
      const word = frame[at]!;
      key[length++] = this.#classes[word] ?? this.#classify(sketch, word);
      const party = sketch.party(word);
      if (party?.kind === RENDERING) provider = party.npi ?? level.billing?.npi;
      else if (party?.kind === FACILITY && party.npi !== undefined && party.npi === level.billing?.npi) key[4] |= 16;
    }
    this.provider = provider;
    return this.#frames.id(key, length);
  }

  /**
   * What matters of a party that is named with a number: whether it can be one, and whether it is that of the billing
   * provider. Addresses and specialties are told apart. One provider furnishes all lines here: who it is matters to nobody.
   */
  #classify(sketch: ClaimSketch, word: number): number {
    for (let next = this.#classes.length; next <= word; next++) {
      const party = sketch.party(next);
      if (party === undefined) this.#classes.push(next);
      else if (party.npi === undefined) this.#classes.push(-4 * party.kind);
      else this.#classes.push(-4 * party.kind - (isNpi(party.npi) ? 1 : 2));
    }
    return this.#classes[word]!;
  }

  #billingOf({ level }: ClaimSketch): number {
    const { billing } = level;
    if (billing === this.#billing && billing !== undefined) return this.#billingNumber;
    this.#billing = billing;
    this.#billingNumber = this.#texts.of(billing === undefined ? undefined : JSON.stringify(billing));
    return this.#billingNumber;
  }

  #linesOf(sketch: ClaimSketch, day: ClaimDay): number {
    const key = this.#key;
    const { lineCount, lineNumbers, procedures, quantities, drugs, days } = sketch;
    let length = 0;
    for (let at = 0; at < lineCount; at++) {
      const quantity = quantities[at]!;
      key[length] = lineNumbers[at]!;
      key[length + 1] = procedures[at]!;
      key[length + 2] = this.#quantities[quantity] ?? this.#quantityOf(sketch, quantity);
      key[length + 3] = drugs[at]!;
      key[length + 4] = days[at] === days[0] ? 0 : this.#days.of(days[at]!)!.number - day.number;
      length += 5;
    }
    return this.#lines.id(key, length);
  }

  /** Numbers for what a quantity says besides pointers, and for its pointers. */
  #quantityOf(sketch: ClaimSketch, word: number): number {
    for (let next = this.#quantities.length; next <= word; next++) {
      // What cannot be read is in odd claims only.
      const told = sketch.quantity(next);
      this.#quantities.push(told ? this.#texts.of(`${told.units} ${told.unitKind} ${told.placeOfService}`) : 0);
      this.#pointers.push(told ? this.#texts.of(told.pointers.join(' ')) : 0);
    }
    return this.#quantities[word]!;
  }

  /** A number for the diagnoses of the claim and what each line points at. */
  #pointedOf(sketch: ClaimSketch): number {
    const key = this.#key;
    const { diagnoses, diagnosesCount, quantities, lineCount } = sketch;
    let length = 0;
    key[length++] = diagnosesCount;
    for (let at = 0; at < diagnosesCount; at++) key[length++] = diagnoses[at]!;
    for (let at = 0; at < lineCount; at++) key[length++] = this.#pointers[quantities[at]!]!;
    const number = this.#pointed.id(key, length);
    if (number < this.#pointedBy.length) return number;
    // Coverage sees of the diagnoses only those that a line points at.
    const all: string[] = [];
    const seen: string[][] = [];
    for (let at = 0; at < diagnosesCount; at++) all.push(...sketch.diagnosisList(diagnoses[at]!));
    length = 0;
    for (let at = 0; at < lineCount; at++) {
      const codes = sketch.quantity(quantities[at]!)!.pointers.flatMap((pointer) => all[pointer - 1] ?? []);
      seen.push(codes);
      key[length++] = this.#texts.of(codes.join(' '));
    }
    const one = this.#diagnoses.id(key, length);
    this.#seen[one] ??= seen;
    this.#pointedBy.push(one);
    return number;
  }

  #servicesOf(sketch: ClaimSketch, day: ClaimDay, alone: boolean, frame: number, lines: number): ServicesPart {
    const key = this.#key;
    key[0] = frame;
    key[1] = lines;
    return this.#services.get(key, 3, day.services, day.number, alone, () => {
      const { claim } = sketch.read();
      const context = this.#judge.contextOf(claim);
      const found = scrubPart('services', claim, context, this.#judge.edits);
      const programs = this.#judge.coverage.programsOf(claim, context);
      const answer: ServicesPart = {
        number: ++this.#parts,
        findings: found.map((finding) => new KeptFinding(finding, day.iso)),
        programs,
        editions: editionsOf(this.#judge.edits, claim.type, context.dateOfService),
        setting: this.#texts.of(`${claim.type} ${claim.placeOfService} ${context.payer}`),
        coverageFrame: this.#texts.of(this.#judge.coverage.frameOf(context, this.#judge.coverage.scopeOf(claim))),
        type: claim.type,
        state: context.state,
        placeOfService: claim.placeOfService,
        frequency: claim.frequency,
        billing: claim.billing?.npi,
        claims: 0,
      };
      return {
        answer,
        shared: this.#shared(daysNamed(found), day, true) && this.#shared(this.#daysOf(programs), day, false),
      };
    });
  }

  #diagnosesOf(
    sketch: ClaimSketch,
    day: ClaimDay,
    alone: boolean,
    { setting }: ServicesPart,
    lines: number,
    pointed: number,
  ): DiagnosesPart {
    const key = this.#key;
    const ask = (): readonly Finding[] => {
      const { claim } = sketch.read();
      return scrubPart('diagnoses', claim, this.#judge.contextOf(claim), this.#judge.edits);
    };
    const length = alone ? 0 : this.#diagnosesKey(sketch, lines);
    if (length > 0) {
      const clean = this.#cleanDiagnoses.get(key, length, day.diagnoses, day.number, false, () => {
        return { answer: ask().length === 0 ? CLEAN : SPEAKS, shared: true };
      });
      if (clean === CLEAN) return NOTHING;
    }
    key[0] = setting;
    key[1] = lines;
    key[2] = pointed;
    return this.#ofDiagnoses.get(key, 4, day.diagnoses, day.number, alone, () => {
      const findings = ask();
      const kept = findings.map((finding) => new KeptFinding(finding, day.iso));
      const answer = findings.length === 0 ? NOTHING : { number: ++this.#parts, findings: kept };
      return { answer, shared: this.#shared(daysNamed(findings), day, true) };
    });
  }

  /**
   * The diagnoses, and the lines as the edits of diagnoses see them: each kind of line once, because lines that they do not
   * tell apart have the same said of them. How long the key is, with a free place at its end; 0: they see more of a line.
   */
  #diagnosesKey(sketch: ClaimSketch, lines: number): number {
    const classes = (this.#classesOf[lines] ??= this.#diagnosisClassesOf(sketch));
    if (classes.length === 0) return 0;
    const key = this.#key;
    const { diagnoses, diagnosesCount, quantities } = sketch;
    let length = 0;
    key[length++] = diagnosesCount;
    for (let at = 0; at < diagnosesCount; at++) key[length++] = diagnoses[at]!;
    const first = length;
    for (let at = 0; at < classes.length; at++) {
      const pair = this.#pointers[quantities[at]!]! * 64 + classes[at]!;
      let place = first;
      while (place < length && key[place]! < pair) place++;
      if (place < length && key[place] === pair) continue;
      key.copyWithin(place + 1, place, length++);
      key[place] = pair;
    }
    return length + 1;
  }

  #diagnosisClassesOf(sketch: ClaimSketch): readonly number[] {
    const classes: number[] = [];
    for (let at = 0; at < sketch.lineCount; at++) {
      const seen = diagnosisClass(sketch.procedure(sketch.procedures[at]!), this.#judge.edits);
      if (seen === undefined || this.#lineClasses.of(seen) > 63) return [];
      classes.push(this.#lineClasses.of(seen));
    }
    return classes;
  }

  #coverageOf(
    sketch: ClaimSketch,
    day: ClaimDay,
    alone: boolean,
    { coverageFrame }: ServicesPart,
    lines: number,
    pointed: number,
  ): CoveragePart {
    const key = this.#key;
    const scope = (this.#scopeOf[lines] ??= this.#judge.coverage.scopeOf(sketch.read().claim));
    const epoch = this.#epochOf(scope, day);
    const ask = (): ShapeCoverage => {
      const { claim } = sketch.read();
      return this.#judge.coverage.of(claim, this.#judge.contextOf(claim))!;
    };
    const make = () => {
      const coverage = ask();
      const answer = new CoveragePart(++this.#parts, coverage, day.iso);
      return {
        answer,
        shared: this.#shared(
          daysIn([
            coverage.lines,
            coverage.findings.map(({ what, why, do: advice, evidence }) => [what, why, advice, evidence]),
          ]),
          day,
          true,
        ),
      };
    };
    const classes = this.#seenOf(scope, pointed);
    key[0] = coverageFrame;
    key[1] = lines;
    key[2] = classes;
    const nameless = this.#nameless.get(key, 4, epoch, day.number, alone, () => {
      const made = make();
      return made.answer.clean && !names(made.answer.lines, this.#seen[pointed]!)
        ? made
        : { answer: NAMES, shared: true };
    });
    if (nameless !== NAMES) return nameless;
    key[0] = coverageFrame;
    key[1] = lines;
    key[2] = pointed;
    return this.#coverage.get(key, 4, epoch, day.number, alone, make);
  }

  #epochOf({ number, epochs }: PolicyScope, { iso, index }: ClaimDay): number {
    const known = (this.#epochs[number] ??= []);
    return (known[index] ??= epochs.of(iso));
  }

  /** A number for the diagnoses that lines point at, as the criteria of a scope see them. */
  #seenOf(scope: PolicyScope, pointed: number): number {
    const key = this.#key;
    key[0] = scope.number;
    key[1] = pointed;
    const pair = this.#pairs.id(key, 2);
    const known = this.#classesOfPair[pair];
    if (known !== undefined) return known;
    const seen = this.#seen[pointed]!.map((codes) => codes.map((code) => scope.diagnosisClass(code)).join(' '));
    return (this.#classesOfPair[pair] = this.#texts.of(`${scope.number}|${seen.join('|')}`));
  }

  #merge(
    sketch: ClaimSketch,
    day: ClaimDay,
    alone: boolean,
    services: ServicesPart,
    diagnoses: DiagnosesPart,
    coverage: CoveragePart,
  ): MergedParts {
    const key = this.#key;
    key[0] = services.number;
    key[1] = diagnoses.number;
    key[2] = coverage.number;
    if (this.#merged.size > MOST_MERGED) this.#merged.clear();
    return this.#merged.get(key, 4, 0, day.number, alone, () => {
      const { claim } = sketch.read();
      const told = (finding: Finding): Finding => numbered(finding, claim);
      const findings = rankFindings([
        ...services.findings.map((kept) => kept.on(day.iso)),
        ...diagnoses.findings.map((kept) => kept.on(day.iso)),
        ...coverage.on(day.iso).findings.map(told),
        ...services.programs.findings.map(told),
      ]);
      const answer = { findings: findings.map((finding) => new KeptFinding(finding, day.iso)) };
      return { answer, shared: this.#shared(daysNamed(findings), day, true) };
    });
  }

  /** Days that programs name; many claims share one answer of theirs. */
  #daysOf(programs: ShapePrograms): ReadonlySet<string> {
    let known = this.#programDays.get(programs);
    if (!known) this.#programDays.set(programs, (known = daysIn([programs.findings, programs.authorization])));
    return known;
  }

  #shared(named: ReadonlySet<string>, day: ClaimDay, naming: boolean): boolean {
    return holdsOnOtherDays(named, day.iso, this.#written, naming);
  }
}

/** More days than four digits of a year can name, and more than lie before 1970. */
const [DAYS, ERA] = [4_194_304, 1_000_000];
/** What is kept of lines that share a class with others: that nothing is said, or that each must be asked about. */
const [CLEAN, SPEAKS] = [{}, {}];

const NAMES = new CoveragePart(0, { lines: [], findings: [], json: '' }, '-');

const NOTHING: DiagnosesPart = { number: 0, findings: [] };

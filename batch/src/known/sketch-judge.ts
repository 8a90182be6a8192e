import { scrubPart } from '@interspace/core/edits/scrub';
import { servicesFrame } from '@interspace/core/edits/services-frame';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import type { IsoDate } from '@interspace/core/model/date';
import type { Finding } from '@interspace/core/model/finding';
import type { Library } from '@interspace/core/model/library';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import { rankFindings } from '@interspace/core/review/rank-findings';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { editionsOf } from '../editions-used.ts';
import { packFrame } from '../history/record.ts';
import type { ClaimJudge } from '../judge/claim-judge.ts';
import { datesIn, Epochs } from '../judge/epochs.ts';
import { programsFrame } from '../judge/shape.ts';
import { ClaimDays, type ClaimDay } from './claim-days.ts';
import { CoverageAnswers } from './coverage-answers.ts';
import { DiagnosisAnswers } from './diagnosis-answers.ts';
import { daysNamed, holdsOnOtherDays, KeptFinding } from './kept-finding.ts';
import { daysOfDiagnoses, daysOfPlaces, daysOfServices, writtenDays } from './law-days.ts';
import { PartStore } from './part-store.ts';
import { keptFindings, KeptWords, NO_FINDINGS, type KeptFindings, type PartWords } from './part-words.ts';
import type { FramePart, LawPlace, MergedParts, ServicesPart, WholePart } from './parts.ts';
import { ProgramAnswers } from './program-answers.ts';
import { chargesOf } from './plain-claims.ts';
import { flagsOf, SketchKeys } from './sketch-keys.ts';
import { TextNumbers } from './text-numbers.ts';
import { WholeAnswers, type Ground } from './whole-answers.ts';

/** Answers are forgotten when there are this many: memory stays flat whatever the file holds. */
const MOST_PARTS = 40_000;
/** The same for those about whole lists of diagnoses, which are of far more kinds than all else, and for what is said. */
const MOST_LISTS = 40_000;
const MOST_SAID = 20_000;
/** Days of sending and kinds of payer. */
const MOST_SENDINGS = 1_000;
/** Lists of the parts' findings; quickly put together again. */
const MOST_MERGED = 20_000;

/**
 * Judges claims by their sketches. The rules are those of the single review and nothing of them is known here: they are
 * asked once about a claim of each shape, and the answer is kept in parts, each under everything that its rules look at.
 * A sketch that is odd, or says something that no part is kept under, has no answer here: its claim is judged itself.
 */
export class SketchJudge {
  /** The answer to the claim asked about last. */
  day!: ClaimDay;
  whole!: WholePart;
  merged: MergedParts | undefined;
  /** What its lines charge together. */
  charges = 0;
  claims = 0;
  known = 0;
  readonly #judge: ClaimJudge;
  readonly #days: ClaimDays;
  readonly #keys: SketchKeys;
  readonly #words: PartWords;
  #generation = -1;
  #listGeneration = -1;
  readonly #laws = new TextNumbers();
  readonly #placeNumbers = new TextNumbers();
  #places: LawPlace[] = [];
  readonly #frames = new PartStore<FramePart>();
  /** Those that hold for the whole epoch, by number and by the index of the day. */
  #framesOfDay: FramePart[][] = [];
  readonly #services = new PartStore<ServicesPart>();
  readonly #programs: ProgramAnswers;
  readonly #diagnoses: DiagnosisAnswers;
  readonly #coverage: CoverageAnswers;
  readonly #merged = new PartStore<MergedParts>();
  readonly #wholes = new WholeAnswers();
  /** Whether nothing is said of the sending, by day of sending and kind of payer, and by the index of the day of service. */
  readonly #sendings = new TextNumbers();
  #quiet: boolean[][] = [];
  #quietDays: boolean[] = [];
  #submitted: IsoDate | undefined;
  #filing: string | undefined;

  constructor(library: Library, tables: readonly TableFile[], judge: ClaimJudge) {
    this.#judge = judge;
    const written = writtenDays(library, tables);
    const epochs = [daysOfPlaces, daysOfServices, daysOfDiagnoses].map((days) => new Epochs(days(library, tables)));
    this.#days = new ClaimDays(epochs[0]!, epochs[1]!, epochs[2]!, written);
    this.#keys = new SketchKeys(this.#days);
    this.#words = { texts: this.#keys.texts, kept: new KeptWords(), written };
    this.#programs = new ProgramAnswers(
      judge,
      this.#keys,
      this.#words,
      datesIn(library.programs.packets, library.policies.jurisdictions),
    );
    this.#diagnoses = new DiagnosisAnswers(judge, this.#keys, this.#words);
    this.#coverage = new CoverageAnswers(judge, this.#keys, this.#words);
  }

  /** Who furnished the services of the claim asked about last. */
  get provider(): string | undefined {
    return this.#keys.provider;
  }

  /** What was asked how often and found, for those who measure. */
  get counts(): Readonly<Record<string, readonly [number, number]>> {
    const of = ({ hits, misses }: PartStore<unknown>) => [hits, misses] as const;
    const { full: diagnoses, clean, pairs } = this.#diagnoses;
    const { nameless, named: coverage, lines: asked } = this.#coverage;
    const stores = {
      frames: this.#frames,
      services: this.#services,
      programs: this.#programs.kept,
      diagnoses,
      clean,
      pairs,
    };
    return {
      claims: [this.known, this.claims - this.known],
      ...Object.fromEntries(
        Object.entries({
          whole: this.#wholes.kept,
          ...stores,
          nameless,
          coverage,
          lines: asked.quiet,
          loud: asked.speaking,
          merged: this.#merged,
        }).map(([name, store]) => [name, of(store)]),
      ),
    };
  }

  /** True when the answer is in `day`, `whole` and `merged`. */
  answer(sketch: ClaimSketch): boolean {
    this.claims++;
    const charges = chargesOf(sketch);
    if (sketch.odd || Number.isNaN(charges)) return false;
    const day = this.#days.of(sketch.days[0]!);
    if (!day) return false;
    this.#forgetTooMany(sketch);
    const alone = this.#spread(sketch, day);
    if (alone === undefined || !this.#isQuiet(sketch, day)) return false;
    const keys = this.#keys;
    const frame = this.#frameOf(sketch, day, alone);
    const lines = keys.linesOf(sketch, day);
    const pointed = keys.pointedOf(sketch);
    const whole = this.#wholeOf(sketch, day, alone, frame, lines, keys.seenOf(pointed));
    const diagnoses = this.#diagnoses.of(sketch, day, alone, frame.diagnoses, lines, pointed);
    this.day = day;
    this.charges = charges;
    this.whole = whole;
    if (charges !== sketch.total)
      this.merged = together([...partsOf(whole, diagnoses), this.#charges(sketch, day)], day);
    else this.merged = diagnoses.number === 0 ? whole.merged : this.#merge(day, alone, partsOf(whole, diagnoses));
    this.known++;
    return true;
  }

  /** Answers that are known. */
  get size(): number {
    return this.#services.size + this.#programs.size + this.#frames.size + this.#diagnoses.size + this.#coverage.size;
  }

  #forgetTooMany({ generation, listGeneration }: ClaimSketch): void {
    if (
      listGeneration !== this.#listGeneration ||
      this.#diagnoses.lists > MOST_LISTS ||
      this.#keys.lists > MOST_LISTS
    ) {
      this.#listGeneration = listGeneration;
      this.#diagnoses.forgetLists();
      this.#keys.forgetLists();
    }
    if (generation === this.#generation && this.size <= MOST_PARTS && this.#words.kept.size <= MOST_SAID) return;
    this.#generation = generation;
    this.forget();
  }

  /** Forgets all answers: there are too many, or no claims come any more and the memory is for others. */
  forget(): void {
    for (const kept of [
      this.#keys,
      this.#sendings,
      this.#laws,
      this.#placeNumbers,
      this.#frames,
      this.#services,
      this.#programs,
      this.#diagnoses,
      this.#coverage,
      this.#merged,
      this.#wholes,
      this.#words.kept,
    ])
      kept.clear();
    this.#places = [];
    this.#framesOfDay = [];
    this.#quiet = [];
    this.#submitted = undefined;
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
    if (submittedOn !== this.#submitted || filing !== this.#filing) {
      this.#submitted = submittedOn;
      this.#filing = filing;
      let sent = this.#sendings.of(`${submittedOn} ${filing}`);
      if (sent > MOST_SENDINGS) {
        this.#sendings.clear();
        this.#quiet = [];
        sent = this.#sendings.of(`${submittedOn} ${filing}`);
      }
      this.#quietDays = this.#quiet[sent] ??= [];
    }
    return (this.#quietDays[day.index] ??= this.#askQuiet(sketch));
  }

  #askQuiet(sketch: ClaimSketch): boolean {
    const { claim } = sketch.read();
    return scrubPart('sending', claim, this.#judge.contextOf(claim), this.#judge.edits).length === 0;
  }

  /** Everything but the diagnoses, which are of too many kinds. */
  #wholeOf(
    sketch: ClaimSketch,
    day: ClaimDay,
    alone: boolean,
    frame: FramePart,
    lines: number,
    seen: number,
  ): WholePart {
    const wholes = this.#wholes;
    const ground = wholes.groundOf(frame.law, lines) ?? this.#learnGround(sketch, frame, lines);
    const epoch = ground.epochs[day.index] ?? this.#epochOf(ground, day, frame);
    const known = wholes.find(frame.id, lines, seen, epoch, day, alone);
    if (known) return known;
    let { shared } = this.#frames;
    const services = this.#servicesOf(sketch, day, alone, frame, lines);
    shared &&= this.#services.shared;
    const programs = this.#programs.of(sketch, day, alone, frame, lines);
    shared &&= this.#programs.shared;
    const coverage = this.#coverage.of(sketch, day, alone, frame, lines, seen);
    shared &&= this.#coverage.shared;
    const parts = [frame, services, programs, NO_FINDINGS, coverage];
    const merged = parts.every(({ number }) => number === 0) ? undefined : this.#merge(day, alone, parts);
    shared &&= merged === undefined || this.#merged.shared;
    return wholes.kept.put({ frame, services, programs, coverage, merged }, shared);
  }

  #learnGround(sketch: ClaimSketch, frame: FramePart, lines: number): Ground {
    const scope = this.#coverage.scopeOf(sketch, lines);
    return this.#wholes.learn(frame.law, lines, scope, this.#programs.law.lookingAt(sketch, frame, lines));
  }

  #epochOf(ground: Ground, day: ClaimDay, frame: FramePart): number {
    const programs = this.#programs.law.epochOf(day, ground.looking);
    return this.#wholes.epochOf(ground, day, programs, this.#coverage.epochOf(ground.scope, day, frame));
  }

  #frameOf(sketch: ClaimSketch, day: ClaimDay, alone: boolean): FramePart {
    const { key } = this.#keys;
    const frames = this.#frames;
    const number = (key[0] = this.#keys.frameOf(sketch, day));
    const ofDay = alone ? undefined : this.#framesOfDay[number]?.[day.index];
    if (ofDay) {
      frames.hits++;
      frames.shared = true;
      return ofDay;
    }
    let part = frames.find(key, 2, day.places, day.number, alone);
    if (!part) {
      const { answer, shared } = this.#makeFrame(sketch, day);
      part = frames.put(answer, shared);
    }
    if (frames.shared) (this.#framesOfDay[number] ??= [])[day.index] = part;
    return part;
  }

  #makeFrame(sketch: ClaimSketch, day: ClaimDay): { readonly answer: FramePart; readonly shared: boolean } {
    const { texts } = this.#keys;
    const { claim } = sketch.read();
    const context = this.#judge.contextOf(claim);
    const { coverage, edits } = this.#judge;
    const { answer, shared } = keptFindings(scrubPart('parties', claim, context, edits), day, this.#words);
    const programs = texts.of(programsFrame(claim, context));
    const place = this.#placeOf(context);
    const law = this.#laws.of(`${place.number} ${programs}`);
    this.#programs.law.learn(law, context);
    const seen = {
      ...answer,
      services: texts.of(`${flagsOf(sketch, day)} ${servicesFrame(claim, context)}`),
      diagnoses: texts.of(`${claim.type} ${claim.placeOfService} ${context.payer}`),
      programs,
      coverage: texts.of(coverage.frameOf(context, false)),
      placedCoverage: texts.of(coverage.frameOf(context, true)),
      law,
      packed: packFrame(claim, context),
    };
    const id = texts.of(JSON.stringify({ ...seen, findings: 0 }));
    return { answer: { ...seen, id, place }, shared };
  }

  #placeOf({ jurisdiction, contractor }: ResolvedContext): LawPlace {
    const number = this.#placeNumbers.of(`${jurisdiction} ${contractor}`);
    return (this.#places[number] ??= { number, jurisdiction, contractor });
  }

  #servicesOf(sketch: ClaimSketch, day: ClaimDay, alone: boolean, frame: FramePart, lines: number): ServicesPart {
    const { key } = this.#keys;
    key[0] = frame.services;
    key[1] = lines;
    const known = this.#services.find(key, 3, day.services, day.number, alone);
    if (known) return known;
    const { claim } = sketch.read();
    const context = this.#judge.contextOf(claim);
    const { edits } = this.#judge;
    const { answer, shared } = keptFindings(scrubPart('services', claim, context, edits), day, this.#words);
    const editions = editionsOf(edits, claim.type, context.dateOfService);
    return this.#services.put({ number: answer.number, findings: answer.findings, editions, claims: 0 }, shared);
  }

  /** What is said of charges that do not add up: it names them, and is another for nearly every claim. */
  #charges(sketch: ClaimSketch, { iso }: ClaimDay): KeptFindings {
    const { claim } = sketch.read();
    const found = scrubPart('charges', claim, this.#judge.contextOf(claim), this.#judge.edits);
    return { number: -1, findings: found.map((finding) => new KeptFinding(finding, iso)) };
  }

  #merge(day: ClaimDay, alone: boolean, parts: readonly KeptFindings[]): MergedParts {
    const { key } = this.#keys;
    for (let at = 0; at < parts.length; at++) key[at] = parts[at]!.number;
    if (this.#merged.size > MOST_MERGED) this.#merged.clear();
    const known = this.#merged.find(key, parts.length + 1, 0, day.number, alone);
    if (known) return known;
    const answer = together(parts, day);
    return this.#merged.put(answer, holdsOnOtherDays(daysNamed(answer.counted), day.iso, this.#words.written, true));
  }
}

/** The parts in the order in which they are told. */
function partsOf({ frame, services, programs, coverage }: WholePart, diagnoses: KeptFindings): readonly KeptFindings[] {
  return [frame, services, programs, diagnoses, coverage];
}

/** The Findings of parts, ranked, in the words of a day. */
function together(parts: readonly KeptFindings[], { iso }: ClaimDay): MergedParts {
  const kept = new Map<Finding, KeptFinding>();
  const all: Finding[] = [];
  for (const { findings } of parts)
    for (const one of findings) {
      const finding = one.on(iso);
      all.push(finding);
      kept.set(finding, one);
    }
  const counted = rankFindings(all);
  return { counted, findings: counted.map((finding) => kept.get(finding)!), counts: undefined };
}

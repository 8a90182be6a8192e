import { isNpi } from '@interspace/core/edits/checks/identifiers';
import { isMedicareNumber } from '@interspace/core/edits/checks/parties';
import type { Party } from '@interspace/core/model/claim';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { packed } from '@interspace/wire/x12/segment-id';
import type { ClaimDay, ClaimDays } from './claim-days.ts';
import { IntSequences } from './int-sequences.ts';
import { TextNumbers } from './text-numbers.ts';

const NOTHING: readonly string[] = [];
const [RENDERING, FACILITY] = [packed('82'), packed('77')];

/** Numbers for what the rules look at in a sketch: its frame, its lines, its diagnoses and what points at them. */
export class SketchKeys {
  /** Where keys are put together; only the one who asks for an answer uses it at a time. */
  readonly key = new Int32Array(1024);
  readonly texts = new TextNumbers();
  /** Who furnished the services of the claim whose frame was asked for last. */
  provider: string | undefined;
  /** Numbers for the pointers of a line, by the word of its quantity. */
  pointers: number[] = [0];
  /** Diagnoses of each line, by the number of all of them. */
  seen: (readonly (readonly string[])[])[] = [];
  /** Diagnoses by their numbers. */
  codes: string[] = [];
  readonly #numbers = new TextNumbers();
  /** Numbers of the diagnoses of a list, by its word. */
  #numbersOf: (readonly number[])[] = [];
  /** Lists of numbers of diagnoses that a line points at, and their codes. */
  readonly #lists = new IntSequences();
  #codesOf: (readonly string[])[] = [NOTHING];
  /** Diagnoses of the claim in hand, and the lists of its lines. */
  #all = new Int32Array(128);
  readonly #ofLines = new Int32Array(64);
  readonly #days: ClaimDays;
  readonly #frames = new IntSequences();
  readonly #lines = new IntSequences();
  readonly #pointed = new IntSequences();
  readonly #diagnoses = new IntSequences();
  #pointedBy: number[] = [0];
  #classes: number[] = [0];
  #quantities: number[] = [0];
  #billing: Party | undefined;
  #billingNumber = 0;
  #filing: string | undefined;
  #filingNumber = 0;

  constructor(days: ClaimDays) {
    this.#days = days;
  }

  /** How many lists of diagnoses and what points at them have a number. */
  get lists(): number {
    return this.#pointed.count;
  }

  clear(): void {
    this.forgetLists();
    for (const kept of [this.#frames, this.#lines, this.#diagnoses, this.#lists, this.#numbers, this.texts])
      kept.clear();
    [this.#classes, this.pointers, this.#quantities] = [[0], [0], [0]];
    this.seen = [];
    this.codes = [];
    this.#codesOf = [NOTHING];
    this.#filing = undefined;
    this.#filingNumber = 0;
    this.#billing = undefined;
  }

  forgetLists(): void {
    this.#pointed.clear();
    this.#pointedBy = [0];
    this.#numbersOf = [];
  }

  frameOf(sketch: ClaimSketch, day: ClaimDay): number {
    const { key, texts } = this;
    const { level, frame, frameCount } = sketch;
    const { subscriber } = level;
    const member = subscriber.memberId;
    key[0] = this.#billingOf(sketch);
    key[1] = this.#filingOf(level.filing);
    key[2] = member === undefined ? 0 : isMedicareNumber(member) ? 1 : 2;
    key[3] = texts.of(subscriber.secondaryReason);
    key[4] = flagsOf(sketch, day) + 4 * Number(sketch.hasOtherPayers) + 8 * Number(sketch.hasOriginal);
    if (subscriber.patientApart) key[4] |= 64;
    key[5] = sketch.setting;
    let length = 6;
    let provider = level.billing?.npi;
    for (let at = 0; at < frameCount; at++) {
      const word = frame[at]!;
      key[length++] = this.#classes[word] ?? this.#classify(sketch, word);
      const party = sketch.party(word);
      if (party?.kind === RENDERING) {
        provider = party.npi ?? level.billing?.npi;
        if (party.npi !== undefined && party.npi === level.billing?.npi) key[4] |= 32;
      } else if (party?.kind === FACILITY && party.npi !== undefined && party.npi === level.billing?.npi) key[4] |= 16;
    }
    this.provider = provider;
    return this.#frames.id(key, length);
  }

  linesOf(sketch: ClaimSketch, day: ClaimDay): number {
    const { key } = this;
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

  /** A number for the diagnoses of the claim and what each line points at. */
  pointedOf(sketch: ClaimSketch): number {
    const { key } = this;
    const { diagnoses, diagnosesCount, quantities, lineCount } = sketch;
    let length = 0;
    key[length++] = diagnosesCount;
    for (let at = 0; at < diagnosesCount; at++) key[length++] = diagnoses[at]!;
    for (let at = 0; at < lineCount; at++) key[length++] = this.pointers[quantities[at]!]!;
    const number = this.#pointed.id(key, length);
    if (number === this.#pointedBy.length) this.#pointedBy.push(this.#seenBy(sketch));
    return number;
  }

  /** The same for those only that a line points at: coverage sees no others. `pointed` is the number of all. */
  seenOf(pointed: number): number {
    return this.#pointedBy[pointed]!;
  }

  #seenBy(sketch: ClaimSketch): number {
    const { key } = this;
    const { quantities, lineCount } = sketch;
    const count = this.numbersOf(sketch, this.#all);
    if (count > this.#all.length) this.numbersOf(sketch, (this.#all = new Int32Array(2 * count)));
    const all = this.#all;
    for (let at = 0; at < lineCount; at++) {
      let length = 0;
      for (const pointer of sketch.quantity(quantities[at]!)!.pointers) {
        // What points at none is no pointer.
        const number = pointer >= 1 && pointer <= count ? all[pointer - 1] : undefined;
        if (number !== undefined) key[length++] = number;
      }
      this.#ofLines[at] = this.#lists.id(key, length);
      if (this.#ofLines[at] === this.#codesOf.length)
        this.#codesOf.push(Array.from(key.subarray(0, length), (one) => this.codes[one]!));
    }
    const one = this.#diagnoses.id(this.#ofLines, lineCount);
    this.seen[one] ??= Array.from(this.#ofLines.subarray(0, lineCount), (list) => this.#codesOf[list]!);
    return one;
  }

  /** Puts numbers for the diagnoses of a claim into `all`, as many as there is room for; how many they are. */
  numbersOf(sketch: ClaimSketch, all: Int32Array): number {
    let count = 0;
    for (let at = 0; at < sketch.diagnosesCount; at++) {
      const word = sketch.diagnoses[at]!;
      for (const number of (this.#numbersOf[word] ??= sketch.diagnosisList(word).map((code) => this.#numberOf(code)))) {
        if (count < all.length) all[count] = number;
        count++;
      }
    }
    return count;
  }

  #numberOf(code: string): number {
    const number = this.#numbers.of(code);
    this.codes[number] = code;
    return number;
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

  #filingOf(filing: string | undefined): number {
    if (filing !== this.#filing) {
      this.#filing = filing;
      this.#filingNumber = this.texts.of(filing);
    }
    return this.#filingNumber;
  }

  #billingOf({ level }: ClaimSketch): number {
    const { billing } = level;
    if (billing === this.#billing && billing !== undefined) return this.#billingNumber;
    this.#billing = billing;
    this.#billingNumber = this.texts.of(billing === undefined ? undefined : JSON.stringify(billing));
    return this.#billingNumber;
  }

  /** Numbers for what a quantity says besides pointers, and for its pointers. */
  #quantityOf(sketch: ClaimSketch, word: number): number {
    for (let next = this.#quantities.length; next <= word; next++) {
      // What cannot be read is in odd claims only.
      const told = sketch.quantity(next);
      this.#quantities.push(told ? this.texts.of(`${told.units} ${told.unitKind} ${told.placeOfService}`) : 0);
      this.pointers.push(told ? this.texts.of(told.pointers.join(' ')) : 0);
    }
    return this.#quantities[word]!;
  }
}

/** Whether the day of service lies before birth (1) or after the day of sending (2). */
export function flagsOf({ level }: ClaimSketch, day: ClaimDay): number {
  const { birthDate, submittedOn } = level;
  return (
    Number(birthDate !== undefined && day.iso < birthDate) +
    2 * Number(submittedOn !== undefined && day.iso > submittedOn)
  );
}

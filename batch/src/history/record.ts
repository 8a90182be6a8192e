import type { Claim, ClaimLine, ClaimType } from '@interspace/core/model/claim';
import { dayNumber, dayNumberOf, fromDayNumber } from '@interspace/core/model/date';
import { cents } from '@interspace/core/model/money';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import { codeKey, codeOfKey } from '@interspace/core/edits/code-key';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import type { Finding } from '@interspace/core/model/finding';
import { digest, mixed, PRIME, SEEDS } from '../digest.ts';
import type { JudgedClaim } from '../judge/judged-claim.ts';
import type { Alone } from './alone.ts';

/*
 * What is kept of a claim until the end of a batch, so that claims of one patient can be seen together: codes, dates,
 * providers; no name and no number of the patient, only a digest of it. Little endian, of varying length:
 *
 *   u32 bytes  u32 u32 patient  f64 offset  u32 ordinal  u32 transaction  u16 group  u16 interchange  u16 state
 *   u16 place  u8 kind  u8 jurisdiction  u16 file  f64 billing  u8 frequency  u8 lines  u8 id length  u16 filing
 *   u8 alone  id
 *   then each line: u32 code  u32 charge  f32 units  u16 day  u16 number  u32 u32 modifiers  f64 provider  u8 blocks
 *   u24 parties
 *
 * `alone` and `blocks` are what the claim shows by itself (alone.ts): 2 bits of blocks of the whole claim, one for blocks
 * elsewhere, 5 bits of warnings. A number that is too large stays the largest.
 * `parties` is a number for payer and provider, in the first line and only where a page is wanted.
 */

export const HEAD = 54;
const ALONE = 53;
export const LINE = 36;
const TYPES: readonly ClaimType[] = ['professional', 'asc', 'hospital-opd'];
const MOST_LINES = 250;
const MOST_ID = 60;

/** A claim as the history pass sees it. */
export interface KeptClaim {
  readonly claim: Claim;
  readonly patient: string;
  /** Ordinal of its file in the batch, and where it stands in it. */
  readonly file: number;
  readonly offset: number;
  readonly ordinal: number;
  readonly transaction: number;
  readonly state: string | undefined;
  readonly day: number;
}

const NO_CHARGE = 0xffffffff;

interface PackedProcedure {
  readonly key: number;
  readonly first: number;
  readonly second: number;
}

interface Where {
  readonly offset: number;
  readonly ordinal: number;
  readonly transaction: number;
  readonly group: number;
  readonly interchange: number;
}

/** What a record says of the parties, as numbers: the same for every claim of one frame. */
export interface PackedFrame {
  readonly state: number;
  readonly place: number;
  readonly kind: number;
  /** The part of a divided state, as a mark. */
  readonly part: number;
  readonly billing: number;
  readonly frequency: number;
  readonly filing: number;
}

export function packFrame(
  { type, placeOfService, billing, frequency, payer }: Claim,
  { state, jurisdiction }: ResolvedContext,
): PackedFrame {
  return {
    state: short(state ?? ''),
    place: short(placeOfService ?? ''),
    kind: TYPES.indexOf(type),
    part: placeMark(jurisdiction),
    billing: numberOf(billing?.npi),
    frequency: Number(frequency ?? '0') & 0xff,
    filing: short(payer?.filing ?? ''),
  };
}

/** Grows; handed over whole and begun anew. */
export class RecordWriter {
  private bytes = new Uint8Array(1 << 16);
  private view = new DataView(this.bytes.buffer);
  private used = 0;
  private readonly spare: ArrayBuffer[] = [];
  /** Where the record at hand begins, and where its next line goes. */
  private at = 0;
  private next = 0;
  /** Whether the last claim has a record. */
  private made = false;
  private generation = -1;
  private readonly procedures: PackedProcedure[] = [];
  private readonly numbers = new Map<string, number>();

  add({ read, context, findings }: JudgedClaim, file: number): void {
    const { claim } = read;
    this.made = false;
    if (claim.patient === undefined) return;
    const lines = claim.lines.filter((line) => line.from !== undefined && codeKey(line.code) >= 0).slice(0, MOST_LINES);
    if (lines.length === 0) return;
    const { own, interchange, group, transaction } = read.places;
    const ordinal = own.data[own.from + 2] ?? 0;
    this.head(
      claim.id,
      lines.length,
      claim.patient,
      { offset: own.base, ordinal, transaction, group, interchange },
      file,
    );
    this.frame(packFrame(claim, context));
    for (const line of lines) {
      const provider = line.rendering?.npi ?? claim.rendering?.npi ?? claim.billing?.npi;
      const { modifiers } = line;
      this.line(
        codeKey(line.code),
        line.charge ?? NO_CHARGE,
        line.units,
        dayNumber(line.from!),
        line.number,
        packModifiers(modifiers, 0),
        packModifiers(modifiers, 2),
        numberOf(provider),
      );
    }
    this.alone(findings);
  }

  /** The same from a sketch whose answer is known: no text is made. */
  addSketch(
    sketch: ClaimSketch,
    frame: PackedFrame,
    npi: string | undefined,
    file: number,
    findings: readonly Pick<Finding, 'severity' | 'line'>[] | undefined,
  ): void {
    const { patient } = sketch.level;
    this.made = false;
    if (patient === undefined) return;
    if (sketch.generation !== this.generation) {
      this.generation = sketch.generation;
      this.procedures.length = 0;
    }
    const count = this.countLines(sketch);
    if (count === 0) return;
    this.head(sketch.id, count, patient, sketch, file);
    this.frame(frame);
    const { procedures, quantities, charges, days, lineNumbers, lineCount } = sketch;
    const provider = this.numberOf(npi);
    for (let at = 0; at < lineCount; at++) {
      const { key, first, second } = this.procedure(sketch, procedures[at]!);
      if (key < 0) continue;
      const day = dayOfCompact(days[at]!);
      this.line(
        key,
        charges[at]!,
        sketch.quantity(quantities[at]!)!.units,
        day,
        lineNumbers[at]!,
        first,
        second,
        provider,
      );
    }
    if (findings) this.alone(findings);
  }

  private countLines(sketch: ClaimSketch): number {
    let count = 0;
    for (let at = 0; at < sketch.lineCount; at++) if (this.procedure(sketch, sketch.procedures[at]!).key >= 0) count++;
    return count;
  }

  /** Code and modifiers as they are written, by the word of the sketch. */
  private procedure(sketch: ClaimSketch, word: number): PackedProcedure {
    const { procedures } = this;
    while (procedures.length <= word) {
      const { code, modifiers } = sketch.procedure(procedures.length) ?? { code: '', modifiers: [] };
      procedures.push({ key: codeKey(code), first: packModifiers(modifiers, 0), second: packModifiers(modifiers, 2) });
    }
    return procedures[word]!;
  }

  private numberOf(npi: string | undefined): number {
    if (npi === undefined) return 0;
    let known = this.numbers.get(npi);
    if (known === undefined) {
      if (this.numbers.size > 10_000) this.numbers.clear();
      this.numbers.set(npi, (known = numberOf(npi)));
    }
    return known;
  }

  private head(id: string, lines: number, patient: string, where: Where, file: number): void {
    const idLength = Math.min(id.length, MOST_ID);
    const size = HEAD + idLength + LINE * lines;
    if (this.used + size > this.bytes.length) this.grow(size);
    const { view, bytes } = this;
    const at = (this.at = this.used);
    this.made = true;
    view.setUint32(at, size, true);
    let one: number = SEEDS[0];
    let two: number = SEEDS[1];
    for (let i = 0; i < patient.length; i++) {
      const code = patient.charCodeAt(i);
      // However a number or name is typed: dashes, blanks and small letters make no other person.
      if (code === BLANK || code === DASH) continue;
      const unit = code >= SMALL_A && code <= SMALL_Z ? code - 0x20 : code;
      one = Math.imul(one ^ unit, PRIME);
      two = Math.imul(two ^ unit, PRIME);
    }
    view.setUint32(at + 4, mixed(one), true);
    view.setUint32(at + 8, mixed(two), true);
    view.setFloat64(at + 12, where.offset, true);
    view.setUint32(at + 20, where.ordinal, true);
    view.setUint32(at + 24, where.transaction, true);
    view.setUint16(at + 28, where.group & 0xffff, true);
    view.setUint16(at + 30, where.interchange & 0xffff, true);
    view.setUint16(at + 38, file, true);
    bytes[at + 49] = lines;
    bytes[at + 50] = idLength;
    for (let i = 0; i < idLength; i++) bytes[at + HEAD + i] = id.charCodeAt(i);
    this.next = at + HEAD + idLength;
    this.used += size;
  }

  private frame({ state, place, kind, part, billing, frequency, filing }: PackedFrame): void {
    const { view, at } = this;
    view.setUint16(at + 32, state, true);
    view.setUint16(at + 34, place, true);
    view.setUint8(at + 36, kind);
    view.setUint8(at + 37, part);
    view.setFloat64(at + 40, billing, true);
    view.setUint8(at + 48, frequency);
    view.setUint16(at + 51, filing, true);
    view.setUint8(at + ALONE, 0);
  }

  private line(
    key: number,
    charge: number,
    units: number,
    day: number,
    number: number,
    first: number,
    second: number,
    provider: number,
  ): void {
    const { view, next } = this;
    view.setUint32(next, key, true);
    view.setUint32(next + 4, charge, true);
    view.setFloat32(next + 8, units, true);
    view.setUint16(next + 12, day & 0xffff, true);
    view.setUint16(next + 14, number & 0xffff, true);
    view.setUint32(next + 16, first, true);
    view.setUint32(next + 20, second, true);
    view.setFloat64(next + 24, provider, true);
    view.setUint32(next + 32, 0);
    this.next = next + LINE;
  }

  /** What the claim of the record at hand shows by itself. */
  private alone(findings: readonly Pick<Finding, 'severity' | 'line'>[]): void {
    const { view, at } = this;
    let [whole, elsewhere, warnings] = [0, 0, 0];
    for (const { severity, line } of findings) {
      if (severity === 'warn') warnings++;
      if (severity !== 'block') continue;
      if (line === undefined) whole++;
      else {
        const place = lineNumbered(view, at, line);
        if (place === undefined) elsewhere = 1;
        else view.setUint8(place + 32, Math.min(255, view.getUint8(place + 32) + 1));
      }
    }
    view.setUint8(at + ALONE, Math.min(3, whole) | (elsewhere << 2) | (Math.min(31, warnings) << 3));
  }

  /** The payer and provider of the claim added last; nothing where that left no record. */
  parties(number: number): void {
    const { view, at } = this;
    if (!this.made) return;
    view.setUint16(linesIn(view, at) + 33, number & 0xffff, true);
    view.setUint8(linesIn(view, at) + 35, number >>> 16);
  }

  /** Everything since the last time; its memory is to be given back when it is no longer needed. */
  take(): Uint8Array<ArrayBuffer> {
    const done = this.bytes.subarray(0, this.used);
    this.bytes = new Uint8Array(this.spare.pop() ?? new ArrayBuffer(this.bytes.length));
    this.view = new DataView(this.bytes.buffer);
    this.used = 0;
    return done;
  }

  giveBack(buffer: ArrayBuffer): void {
    if (this.spare.length < 8) this.spare.push(buffer);
  }

  private grow(more: number): void {
    const grown = new Uint8Array(2 * this.bytes.length + more);
    grown.set(this.bytes.subarray(0, this.used));
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }
}

/** Where the lines of a record begin. */
export function linesIn(view: DataView, at: number): number {
  return at + HEAD + view.getUint8(at + 50);
}

function lineNumbered(view: DataView, at: number, number: number): number | undefined {
  for (let left = view.getUint8(at + 49), line = linesIn(view, at); left > 0; left--, line += LINE)
    if (view.getUint16(line + 14, true) === number) return line;
  return undefined;
}

export function partiesAt(view: DataView, at: number): number {
  const first = linesIn(view, at);
  return view.getUint16(first + 33, true) + 65_536 * view.getUint8(first + 35);
}

/** What the claim of a record shows by itself. */
export function aloneAt(view: DataView, at: number): Alone {
  const packed = view.getUint8(at + ALONE);
  const lines: number[] = [];
  for (let left = view.getUint8(at + 49), line = linesIn(view, at); left > 0; left--, line += LINE)
    lines.push(view.getUint8(line + 32));
  return { whole: packed & 3, elsewhere: (packed & 4) !== 0, warnings: packed >>> 3, lines };
}

/** The modifiers of a line. */
export function longModifiers(view: DataView, line: number): readonly string[] {
  return modifiersOf(modifiersIn(view, line));
}

/** A number for the modifiers of a line, 0 for none: four words below 37² make one below 2^44. */
export function modifiersIn(view: DataView, line: number): number {
  const [first, second] = [view.getUint32(line + 16, true), view.getUint32(line + 20, true)];
  if (first === 0 && second === 0) return 0;
  return ((first & 0xffff) * WORDS + (first >>> 16)) * WORDS * WORDS + (second & 0xffff) * WORDS + (second >>> 16);
}

/** Words of up to two letters or digits. */
const WORDS = 37 * 37;

/** What is written in many records again and again is made into words once. */
function remembered<T>(make: (packed: number) => T): (packed: number) => T {
  const known = new Map<number, T>();
  return (packed) => {
    let one = known.get(packed);
    if (one === undefined) {
      if (known.size > 20_000) known.clear();
      known.set(packed, (one = make(packed)));
    }
    return one;
  };
}

const modifiersOf = remembered((packed): readonly string[] => {
  const four = [WORDS ** 3, WORDS ** 2, WORDS, 1].map((unit) => long(Math.floor(packed / unit) % WORDS));
  return four.filter((one) => one !== '');
});
const codeOf = remembered(codeOfKey);
/** The date of a number of days. */
export const dateOf = remembered(fromDayNumber);
const wordOf = remembered(long);
const partyOf = remembered((number): { readonly npi: string } => ({ npi: String(number) }));

/** A number that tells the jurisdictions of one state apart; 0 for none. */
export function placeMark(jurisdiction: string | undefined): number {
  return jurisdiction === undefined ? 0 : digest(jurisdiction) & 0xff;
}

/** Which of `count` heaps a record belongs to, by its patient. */
export function heapOf(view: DataView, at: number, count: number): number {
  return (view.getUint32(at + 4, true) >>> 8) % count;
}

/** The claim of one record. */
export function claimAt(bytes: Buffer, view: DataView, at: number): KeptClaim {
  const idLength = view.getUint8(at + 50);
  const id = bytes.toString('latin1', at + HEAD, at + HEAD + idLength);
  const lines: ClaimLine[] = [];
  let next = at + HEAD + idLength;
  let day = Number.POSITIVE_INFINITY;
  for (let i = 0; i < view.getUint8(at + 49); i++, next += LINE) {
    const charge = view.getUint32(next + 4, true);
    const own = view.getUint16(next + 12, true);
    day = Math.min(day, own);
    const provider = view.getFloat64(next + 24, true);
    lines.push({
      number: view.getUint16(next + 14, true),
      code: codeOf(view.getUint32(next, true)),
      modifiers: longModifiers(view, next),
      units: view.getFloat32(next + 8, true),
      charge: charge === NO_CHARGE ? undefined : cents(charge),
      from: dateOf(own),
      pointers: [],
      rendering: provider === 0 ? undefined : partyOf(provider),
    });
  }
  const patient = `${view.getUint32(at + 4, true)}-${view.getUint32(at + 8, true)}`;
  const billing = view.getFloat64(at + 40, true);
  const frequency = view.getUint8(at + 48);
  const filing = wordOf(view.getUint16(at + 51, true));
  return {
    patient,
    file: view.getUint16(at + 38, true),
    offset: view.getFloat64(at + 12, true),
    ordinal: view.getUint32(at + 20, true),
    transaction: view.getUint32(at + 24, true),
    state: wordOf(view.getUint16(at + 32, true)) || undefined,
    day,
    claim: {
      id,
      type: TYPES[view.getUint8(at + 36)] ?? 'professional',
      placeOfService: wordOf(view.getUint16(at + 34, true)) || undefined,
      frequency: frequency === 0 ? undefined : String(frequency),
      payer: filing === '' ? undefined : { filing },
      patient,
      billing: billing === 0 ? undefined : partyOf(billing),
      diagnoses: [],
      lines,
    },
  };
}

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Up to two letters or digits below 2^16; 0 for none. */
function short(text: string): number {
  let packed = 0;
  for (let at = 0; at < text.length && at < 2; at++) packed = packed * 37 + SIGNS.indexOf(text[at]!) + 1;
  return packed;
}

function packModifiers(modifiers: readonly string[], from: number): number {
  return (short(modifiers[from] ?? '') | (short(modifiers[from + 1] ?? '') << 16)) >>> 0;
}

let lastCompact = 0;
let lastDay = 0;

/** CCYYMMDD as a number of days; neighbouring lines have the same day nearly always. */
function dayOfCompact(compact: number): number {
  if (compact !== lastCompact) {
    lastDay = dayNumberOf(Math.floor(compact / 10_000), Math.floor(compact / 100) % 100, compact % 100);
    lastCompact = compact;
  }
  return lastDay;
}

function long(packed: number): string {
  if (packed === 0) return '';
  const [high, low] = [Math.floor(packed / 37), packed % 37];
  return (high === 0 ? '' : SIGNS[high - 1]!) + (SIGNS[low - 1] ?? '');
}

/** A ten-digit number as itself, another identifier as a negative digest, none as 0. */
function numberOf(identifier: string | undefined): number {
  if (identifier === undefined || identifier === '') return 0;
  const value = Number(identifier);
  return Number.isSafeInteger(value) && String(value) === identifier ? value : -digest(identifier) - 1;
}

const [BLANK, DASH, SMALL_A, SMALL_Z] = [0x20, 0x2d, 0x61, 0x7a];

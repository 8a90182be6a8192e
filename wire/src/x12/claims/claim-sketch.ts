import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import type { Separators } from '../separators.ts';
import { plain } from '../interner.ts';
import { centsIn, dateIn } from '../values.ts';
import { ByteWords } from './byte-words.ts';
import { emptyLevel, type LevelDraft } from './claim-draft.ts';
import { partyFrom } from './claim-fields.ts';
import { LearnedSegments } from './learned-segments.ts';
import { Role } from './roles.ts';
import type { ClaimPlaces, ReadClaim } from './read-claim.ts';
import {
  isHospital,
  listAt,
  procedureAt,
  quantityAt,
  type SketchedParty,
  type SketchedProcedure,
  type SketchedQuantity,
} from './sketched.ts';

/** Words are forgotten when a long run has met this many: memory stays flat. */
const MOST_WORDS = 120_000;
/** Lists of diagnoses are of far more kinds than all else, and are forgotten by themselves. */
const MOST_LISTS = 30_000;
const MOST_LINES = 64;
const SINGLE_DAY = packed('D8');
const SERVICE_DATE = packed('472');
const [AUTHORIZATION, TRIAL, ORIGINAL] = [packed('G1'), packed('P4'), packed('F8')];
const DRUG_NUMBER = packed('N4');
const DRUG_UNITS: ReadonlySet<string> = new Set(['F2', 'GR', 'ME', 'ML', 'UN']);
const WITH_QUANTITY = 1 << 30;
const [TIME, RANGE] = [packed('TM'), packed('RD8')];

/**
 * A claim in numbers, before anybody makes a Claim of it: amounts and days by value, everything else as numbers of words
 * (equal bytes, equal number). Reused for every claim; valid until the next one. `odd`: something in it is not told here,
 * and only the Claim itself (`read`) says it.
 */
export class ClaimSketch {
  /** Numbers of words mean something else after this has changed. */
  generation = 0;
  /** The same for words of diagnoses alone. */
  listGeneration = 0;
  odd = true;
  /** Cents; NaN when there is none. */
  total = Number.NaN;
  /** Word of place and signatures. */
  setting = 0;
  /** Words of the parties of the claim in order, with specialty and address. */
  readonly frame = new Int32Array(64);
  frameCount = 0;
  /** Words of the HI segments. */
  readonly diagnoses = new Int32Array(8);
  diagnosesCount = 0;
  hasOtherPayers = false;
  hasOriginal = false;
  lineCount = 0;
  /** Number of the line seen last; 0 above the lines. */
  lineNumber = 0;
  readonly lineNumbers = new Int32Array(MOST_LINES);
  /** Words of SV101, of SV103 to SV107, of the drug number (0: none; `WITH_QUANTITY` is added to it). */
  readonly procedures = new Int32Array(MOST_LINES);
  readonly quantities = new Int32Array(MOST_LINES);
  readonly drugs = new Int32Array(MOST_LINES);
  readonly charges = new Float64Array(MOST_LINES);
  /** CCYYMMDD; 0 when there is none. */
  readonly days = new Int32Array(MOST_LINES);
  /** What holds for all claims of the level: billing provider, subscriber, payer, day of sending. */
  level: Readonly<LevelDraft> = emptyLevel();
  /** Where the claim stands. */
  offset = 0;
  ordinal = 0;
  interchange = 0;
  group = 0;
  transaction = 0;
  /** Set by the reader: makes the Claim with its places. */
  make: () => ReadClaim = () => {
    throw new Error('no claim is in hand');
  };
  /** Set by the reader: notes the places of the claim. */
  note: () => ClaimPlaces = () => {
    throw new Error('no claim is in hand');
  };
  /** Segments whose words are known. */
  readonly learned = new LearnedSegments();
  /** What the segment seen last was made into, so that the next one of the same bytes need not be looked at. */
  first = 0;
  second = 0;
  third = 0;
  private made: ReadClaim | undefined;
  private bytes: Uint8Array = new Uint8Array(0);
  private idFrom = 0;
  private idTo = 0;
  private idText: string | undefined;
  private open = false;
  private separators = 0;
  /** Words by what they say, and what each says, at its number. */
  private readonly frameWords = new ByteWords(MOST_WORDS);
  private readonly settingWords = new ByteWords(MOST_WORDS);
  private readonly drugWords = new ByteWords(MOST_WORDS);
  private readonly procedureWords = new ByteWords(MOST_WORDS);
  private readonly quantityWords = new ByteWords(MOST_WORDS);
  private readonly listWords = new ByteWords(MOST_LISTS);
  private readonly all = [this.frameWords, this.settingWords, this.drugWords, this.procedureWords, this.quantityWords];
  private parties: (SketchedParty | undefined)[] = [undefined];
  /** Whether a claim of this setting is odd. */
  private oddSettings: boolean[] = [false];
  private procedureOf: (SketchedProcedure | undefined)[] = [undefined];
  private quantityOf: (SketchedQuantity | null)[] = [null];
  private listOf: (readonly string[] | null)[] = [null];

  get id(): string {
    return (this.idText ??= plain(this.bytes, this.idFrom, this.idTo));
  }

  /** The Claim itself, made when first asked for. */
  read(): ReadClaim {
    return (this.made ??= this.make());
  }

  /** The places of the claim, without making it. */
  get places(): ClaimPlaces {
    return this.made?.places ?? this.note();
  }

  procedure(word: number): SketchedProcedure {
    return this.procedureOf[word]!;
  }

  /** Nothing when the number of units is none; such a claim is odd. */
  quantity(word: number): SketchedQuantity | undefined {
    return this.quantityOf[word] ?? undefined;
  }

  /** What a word of the frame says of a party; nothing when it is its address or specialty. */
  party(word: number): SketchedParty | undefined {
    return this.parties[word];
  }

  /** The diagnoses of one HI segment. */
  diagnosisList(word: number): readonly string[] {
    return this.listOf[word]!;
  }

  /** The bytes that were read are about to go. */
  keep(): void {
    void this.id;
  }

  /** CLM: a claim begins. */
  start(view: SegmentView, level: LevelDraft, ordinal: number): void {
    this.renew(view.separators);
    this.bytes = view.bytes;
    this.idText = this.made = undefined;
    this.odd = this.open = this.hasOtherPayers = this.hasOriginal = false;
    this.frameCount = this.diagnosesCount = this.lineCount = this.lineNumber = 0;
    this.level = level;
    this.offset = view.offset;
    this.ordinal = ordinal;
    this.idFrom = this.idTo = 0;
    if (view.count > 1) {
      this.idFrom = view.starts[1]!;
      this.idTo = view.endOf(1);
    }
  }

  /** False when the assembler must look at the segment at once, because it has something to complain about. */
  segment(role: number, view: SegmentView): boolean {
    switch (role) {
      case Role.Claim:
        return this.claim(view);
      case Role.Information:
        return this.information(view);
      case Role.ClaimParty:
      case Role.PartySpecialty:
      case Role.PartyStreet:
      case Role.PartyCity:
        return this.toFrame(this.frameWord(view));
      case Role.LineNumber:
        return this.line((this.first = view.integer(1)));
      case Role.Service:
        return this.service(view);
      case Role.LineDate:
        return this.lineDate(view);
      case Role.LineReference:
        this.lineReference(view.code(1));
        return true;
      case Role.ClaimReference: {
        const kind = view.code(1);
        if (kind === AUTHORIZATION || kind === TRIAL) this.odd = true;
        else if (kind === ORIGINAL && view.has(2)) this.hasOriginal = true;
        return true;
      }
      case Role.ClaimNote:
      case Role.LineParty:
        this.odd = true;
        return true;
      case Role.Drug:
        if (this.lineCount > 0 && view.has(3) && view.code(2) === DRUG_NUMBER)
          this.drugs[this.lineCount - 1] = this.drugWords.id(view.words, view.starts[3]!, view.endOf(3));
        return true;
      case Role.DrugQuantity:
        if (this.lineCount > 0) this.drugQuantity(view, this.lineCount - 1);
        return true;
      case Role.Attachment:
      case Role.LineNote:
        return true;
      case Role.ClaimDate:
        return view.code(2) === TIME || (view.code(2) !== RANGE && this.dateAt(view) !== 0);
      case Role.ClaimPaid:
        return view.has(2) && !Number.isNaN(centsIn(view.bytes, view.starts[2]!, view.endOf(2)));
      case Role.OtherInsurance:
        this.hasOtherPayers = true;
        return false;
      default:
        return false;
    }
  }

  /** REF of a line, of this kind. */
  lineReference(kind: number): void {
    if (kind === AUTHORIZATION) this.odd = true;
  }

  /** The same for a segment of the same bytes as one that was seen before, and was found again; false when it must be looked at. */
  again({ role, first, second, third }: LearnedSegments): boolean {
    switch (role) {
      case Role.Information:
        return this.addList(first);
      case Role.LineNumber:
        return this.line(first);
      case Role.Service:
        return this.addService(first, second, third);
      case Role.LineDate:
        return this.addDay(first);
      case Role.ClaimDate:
        return true;
      default:
        return this.toFrame(first);
    }
  }

  /** Begins anew where the separators are others, or where there are too many words. */
  renew(separators: Separators): void {
    const { element, component, repetition } = separators;
    const packedSeparators = (element << 16) | (component << 8) | repetition;
    const same = packedSeparators === this.separators;
    if (!same || this.listWords.full) {
      this.listWords.clear();
      this.listOf = [null];
      this.learned.clear();
      this.listGeneration++;
    }
    if (same && !this.all.some(({ full }) => full)) return;
    this.separators = packedSeparators;
    for (const words of this.all) words.clear();
    this.learned.clear();
    this.generation++;
    this.parties = [undefined];
    this.oddSettings = [false];
    this.procedureOf = [undefined];
    this.quantityOf = [null];
  }

  /** Whether a quantity was told is all that matters; one that cannot be read is odd. */
  private drugQuantity(view: SegmentView, line: number): void {
    const unit = view.has(5) ? view.component(5, 1) : '';
    if (!view.has(4) || !(Number(view.text(4)) > 0) || !DRUG_UNITS.has(unit)) this.odd = true;
    else this.drugs[line]! |= WITH_QUANTITY;
  }

  private toFrame(word: number): boolean {
    if (this.frameCount === this.frame.length) this.odd = true;
    else this.frame[this.frameCount++] = word;
    return true;
  }

  private frameWord(view: SegmentView): number {
    const word = (this.first = this.frameWords.id(view.words, view.start, view.end));
    while (word >= this.parties.length)
      this.parties.push(view.id === NM1 ? { kind: view.code(1), npi: partyFrom(view).npi } : undefined);
    return word;
  }

  private claim(view: SegmentView): boolean {
    this.total = view.has(2) ? centsIn(view.bytes, view.starts[2]!, view.endOf(2)) : Number.NaN;
    if (Number.isNaN(this.total) || !Number.isSafeInteger(this.total) || view.count <= 5) {
      this.odd = true;
      return false;
    }
    const setting = (this.setting = this.settingWords.id(view.words, view.starts[5]!, view.end));
    // A reason for delay is told of single claims, and so is that one is taken back.
    if (setting === this.oddSettings.length)
      this.oddSettings.push(isHospital(view) || view.has(20) || view.component(5, 3) === '8');
    if (this.oddSettings[setting] === true || isUnexplained(this.level)) this.odd = true;
    return true;
  }

  private information(view: SegmentView): boolean {
    const word = (this.first = this.listWords.id(view.words, view.start, view.end));
    if (word === this.listOf.length) this.listOf.push(listAt(view));
    return this.addList(word);
  }

  private addList(word: number): boolean {
    if (this.listOf[word] === null || this.diagnosesCount === this.diagnoses.length) this.odd = true;
    else this.diagnoses[this.diagnosesCount++] = word;
    return true;
  }

  private line(number: number): boolean {
    if (this.lineCount === MOST_LINES) {
      this.odd = true;
      return false;
    }
    const at = this.lineCount++;
    this.lineNumber = this.lineNumbers[at] = number > 0 && number < 1e9 ? number : at + 1;
    if (number >= 1e9) this.odd = true;
    this.procedures[at] = this.quantities[at] = this.drugs[at] = this.days[at] = 0;
    this.charges[at] = Number.NaN;
    this.open = true;
    return true;
  }

  private service(view: SegmentView): boolean {
    // A second service under one number, or one before any: the assembler knows what to do.
    if (!this.open || view.id !== SV1 || view.count < 5 || !view.has(2)) {
      this.odd = true;
      return false;
    }
    const { bytes, words, starts } = view;
    const charge = centsIn(bytes, starts[2]!, view.endOf(2));
    const quantity = this.quantityWords.id(words, starts[3]!, view.count > 8 ? view.endOf(7) : view.end);
    if (quantity === this.quantityOf.length) this.quantityOf.push(quantityAt(view));
    if (Number.isNaN(charge) || !Number.isSafeInteger(charge) || this.quantityOf[quantity] === null) {
      this.odd = true;
      this.open = false;
      return false;
    }
    const procedure = this.procedureWords.id(words, starts[1]!, starts[2]! - 1);
    if (procedure === this.procedureOf.length) this.procedureOf.push(procedureAt(view));
    this.first = charge;
    this.second = quantity;
    this.third = procedure;
    return this.addService(charge, quantity, procedure);
  }

  private addService(charge: number, quantity: number, procedure: number): boolean {
    if (!this.open) return false;
    this.open = false;
    const at = this.lineCount - 1;
    this.charges[at] = charge;
    this.quantities[at] = quantity;
    this.procedures[at] = procedure;
    return true;
  }

  private lineDate(view: SegmentView): boolean {
    this.first = 0;
    if (view.code(1) !== SERVICE_DATE) return true;
    if (this.lineCount === 0) {
      this.first = -1;
      return true;
    }
    const day =
      view.code(2) === SINGLE_DAY && view.count > 3 && 8 === view.endOf(3) - view.starts[3]! ? this.dateAt(view) : 0;
    if (day === 0) {
      this.odd = true;
      return false;
    }
    this.first = day;
    return this.addDay(day);
  }

  /** 0: another date, of which nothing is told here. */
  private addDay(day: number): boolean {
    if (day === 0) return true;
    // Without a line, or learned where there was none: it must be looked at.
    if (this.lineCount === 0 || day < 0) return false;
    this.days[this.lineCount - 1] = day;
    return true;
  }

  /** CCYYMMDD of the third element, 0 when it is no date. */
  private dateAt(view: SegmentView): number {
    if (view.count < 4) return 0;
    const { bytes } = view;
    const from = view.starts[3]!;
    if (dateIn(bytes, from, view.endOf(3)) === undefined) return 0;
    let value = 0;
    for (let at = from; at < from + 8; at++) value = value * 10 + bytes[at]! - 48;
    return value;
  }
}

const [SV1, NM1] = [packed('SV1'), packed('NM1')];

/** Medicare behind another payer without a reason: so few that each is looked at by itself. */
function isUnexplained({ filing, subscriber: { sequence, secondaryReason } }: Readonly<LevelDraft>): boolean {
  return (
    (filing === 'MB' || filing === 'MA') && secondaryReason === undefined && sequence !== undefined && sequence !== 'P'
  );
}

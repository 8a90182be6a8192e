import type { Adjustment } from '@interspace/core/model/adjustment';
import type { IsoDate } from '@interspace/core/model/date';
import type { Cents } from '@interspace/core/model/money';
import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import { asCents, centsIn, dateIn, decimalIn } from '../values.ts';
import { newParty, type ClaimDraft, type LineDraft, type PartyDraft } from './claim-draft.ts';

const [XX, EI, SY, TAXONOMY, ORGANIZATION] = [packed('XX'), packed('EI'), packed('SY'), packed('PXC'), packed('2')];
const [ABK, ABF, BK, BF, BG, BE] = ['ABK', 'ABF', 'BK', 'BF', 'BG', 'BE'].map(packed) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

/** A party from NM1: NPI when the identifier is one, and the name. */
export function partyFrom(view: SegmentView): PartyDraft {
  const party = newParty();
  if (view.code(8) === XX && view.has(9)) party.npi = view.text(9);
  if (view.has(3)) party.lastName = view.text(3);
  if (view.has(4)) party.firstName = view.text(4);
  if (view.code(2) === ORGANIZATION) party.organization = true;
  return party;
}

export function addSpecialty(party: PartyDraft | undefined, view: SegmentView): void {
  if (party && view.code(2) === TAXONOMY && view.has(3)) party.taxonomy = view.text(3);
}

export function addCity(party: PartyDraft | undefined, view: SegmentView): void {
  if (!party) return;
  if (view.has(1)) party.city = view.text(1);
  if (view.has(2)) party.state = view.text(2);
  if (view.has(3)) party.zip = view.text(3);
}

export function addTaxId(party: PartyDraft | undefined, view: SegmentView): void {
  const code = view.code(1);
  if (party && (code === EI || code === SY) && view.has(2)) party.taxId = view.text(2);
}

/** Cents of an element: undefined when it is empty, NaN when it is no amount. */
export function amount(view: SegmentView, element: number): Cents | undefined | number {
  if (!view.has(element)) return undefined;
  const value = centsIn(view.bytes, view.starts[element]!, view.endOf(element));
  return asCents(value) ?? Number.NaN;
}

export function decimal(view: SegmentView, element: number): number {
  return view.has(element) ? decimalIn(view.bytes, view.starts[element]!, view.endOf(element)) : Number.NaN;
}

/** First date of an element in D8 or RD8 form. */
export function dateAt(view: SegmentView, element: number): IsoDate | undefined {
  return view.has(element) ? dateIn(view.bytes, view.starts[element]!, view.endOf(element)) : undefined;
}

/** Last date of an RD8 range; undefined for a single date. */
export function throughAt(view: SegmentView, element: number): IsoDate | undefined {
  if (element >= view.count) return undefined;
  const from = view.starts[element]!;
  const to = view.endOf(element);
  return to - from >= 17 ? dateIn(view.bytes, to - 8, to) : undefined;
}

/** HI: diagnoses with the point put in, condition and value codes. */
export function addInformation(claim: ClaimDraft, view: SegmentView): void {
  let found = 0;
  for (let element = 1; element < view.count; element++) {
    const kind = view.code(element);
    if (kind === ABK || kind === ABF || kind === BK || kind === BF) {
      const code = diagnosisAt(view, element);
      if (code !== '') collected[found++] = code;
    } else if (kind === BG) (claim.conditionCodes ??= []).push(view.component(element, 2));
    else if (kind === BE) {
      (claim.valueCodes ??= []).push({ code: view.component(element, 2), value: view.component(element, 5) });
    }
  }
  if (found === 0) return;
  const fresh = exactly(collected, found);
  claim.diagnoses = claim.diagnoses.length === 0 ? fresh : claim.diagnoses.concat(fresh);
}

/** A growing array reserves far more than the few codes it is to hold; these are filled and then copied to size. */
const collected: string[] = ['', '', '', '', '', '', '', '', '', '', '', ''];
const collectedNumbers: number[] = [0, 0, 0, 0];

function exactly<T>(from: readonly T[], count: number): T[] {
  switch (count) {
    case 1:
      return [from[0]!];
    case 2:
      return [from[0]!, from[1]!];
    case 3:
      return [from[0]!, from[1]!, from[2]!];
    case 4:
      return [from[0]!, from[1]!, from[2]!, from[3]!];
    default:
      return from.slice(0, count);
  }
}

const pointed = new Map<string, string>();

function diagnosisAt(view: SegmentView, element: number): string {
  const bare = view.component(element, 2);
  if (bare.length <= 3 || bare.includes('.')) return bare;
  let code = pointed.get(bare);
  if (code === undefined) {
    if (pointed.size > 100_000) pointed.clear();
    pointed.set(bare, (code = `${bare.slice(0, 3)}.${bare.slice(3)}`));
  }
  return code;
}

/** The procedure composite of SV1, SV2 or SVC into a line: code, modifiers, description. */
export function addProcedure(line: LineDraft, view: SegmentView, element: number): void {
  if (element >= view.count) return;
  const to = view.endOf(element);
  const separator = view.separators.component;
  const bytes = view.bytes;
  let part = 1;
  let found = 0;
  let from = view.starts[element]!;
  for (let at = from; at <= to; at++) {
    if (at < to && bytes[at] !== separator) continue;
    if (at > from) {
      if (part === 2) line.code = view.intern(from, at);
      else if (part >= 3 && part <= 6) collected[found++] = view.intern(from, at);
      else if (part === 7) line.description = view.intern(from, at);
    }
    part++;
    from = at + 1;
  }
  if (found > 0) line.modifiers = exactly(collected, found);
}

/** SV107: up to four numbers. Anything that is not a number is kept as NaN, so that an edit can speak of it. */
export function addPointers(line: LineDraft, view: SegmentView, element: number): void {
  if (!view.has(element)) return;
  const to = view.endOf(element);
  const separator = view.separators.component;
  let value = 0;
  let digits = 0;
  let found = 0;
  for (let at = view.starts[element]!; at <= to; at++) {
    const byte = at < to ? view.bytes[at]! : separator;
    if (byte === separator) {
      if (digits !== 0) collectedNumbers[found++] = value;
      value = digits = 0;
      continue;
    }
    const digit = byte - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
    digits++;
  }
  if (found > 0) line.pointers = exactly(collectedNumbers, found);
}

/** CAS: one group and up to six triplets of reason, amount and quantity. */
export function addAdjustments(to: Adjustment[], view: SegmentView): boolean {
  const group = view.text(1);
  let readable = true;
  for (let element = 2; element < view.count; element += 3) {
    if (!view.has(element) && !view.has(element + 1)) continue;
    const value = amount(view, element + 1);
    if (value === undefined || Number.isNaN(value)) {
      readable = false;
      continue;
    }
    const adjustment: Adjustment = { group, reason: view.text(element), amount: value as Cents };
    const quantity = decimal(view, element + 2);
    to.push(Number.isNaN(quantity) ? adjustment : { ...adjustment, quantity });
  }
  return readable;
}

import type { Claim, ClaimField, ClaimLine, ClaimType } from '../model/claim.ts';
import { dayNumber, type IsoDate } from '../model/date.ts';
import type { Finding } from '../model/finding.ts';
import type { CodeRecord } from '../model/law/coding.ts';
import type { CodeKey } from '../model/law/edits.ts';
import { isInForce } from '../model/period.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { CodeSheet } from './code-sheet.ts';
import { kindOf } from './kind-of-claim.ts';
import type { PreparedEdits } from './prepare-edits.ts';
import { editionInWords } from './tables/editions.ts';
import { fill } from './template.ts';

/** A line with everything that edits ask of it, worked out once. */
export interface Line {
  readonly raw: ClaimLine;
  readonly sheet: CodeSheet;
  readonly record: CodeRecord | undefined;
  readonly key: CodeKey;
  /** Day number of the first day; -1 when there is none. */
  readonly day: number;
  /** Bits of the lists that the code is on. */
  readonly lists: number;
  readonly bits: number;
  readonly provider: string;
  readonly place: string | undefined;
  /** False for lines of earlier claims. */
  readonly own: boolean;
  readonly claim: Claim;
}

export interface Scope {
  readonly claim: Claim;
  /** The kind of claim as which it is judged, which its type of bill may tell more exactly than its form. */
  readonly kind: ClaimType;
  readonly context: ResolvedContext;
  readonly law: PreparedEdits;
  /** Lines of this claim. */
  readonly lines: readonly Line[];
  /** Lines of this claim and of the patient's earlier claims by the same provider. */
  readonly all: readonly Line[];
  readonly findings: Finding[];
}

export function scopeOf(claim: Claim, context: ResolvedContext, law: PreparedEdits, history: readonly Claim[]): Scope {
  const lines = claim.lines.map((raw) => lineOf(raw, claim, law, true));
  let all = lines;
  for (const other of history) {
    if (other === claim || !samePatient(claim, other)) continue;
    if (all === lines) all = [...lines];
    for (const raw of other.lines) all.push(lineOf(raw, other, law, false));
  }
  return { claim, kind: kindOf(claim, law), context, law, lines, all, findings: [] };
}

function samePatient(claim: Claim, other: Claim): boolean {
  return claim.patient === undefined || other.patient === undefined || claim.patient === other.patient;
}

function lineOf(raw: ClaimLine, claim: Claim, law: PreparedEdits, own: boolean): Line {
  const day = raw.from === undefined ? -1 : dayNumber(raw.from);
  const sheet = law.codes.get(raw.code, day);
  let bits = 0;
  for (const modifier of raw.modifiers) bits |= law.modifierBits.get(modifier) ?? 0;
  return {
    raw,
    sheet,
    record: sheet.record,
    key: sheet.key,
    lists: sheet.lists,
    day,
    bits,
    provider: raw.rendering?.npi ?? claim.rendering?.npi ?? claim.billing?.npi ?? '',
    place: raw.placeOfService ?? claim.placeOfService,
    own,
    claim,
  };
}

/** Two lines of one day and provider that one payer sees together. */
export function together(one: Line, other: Line): boolean {
  return (
    one.day >= 0 &&
    one.day === other.day &&
    one.provider === other.provider &&
    (one.claim === other.claim || sameSide(one.claim, other.claim))
  );
}

/** What a facility claims is no service of its clinicians, and the same told to a second payer is no second service. */
function sameSide({ type, payer }: Claim, other: Claim): boolean {
  const [filing, another] = [payer?.filing, other.payer?.filing];
  return type === other.type && (filing === undefined || another === undefined || filing === another);
}

export interface Place {
  readonly line?: Line;
  readonly field: ClaimField;
  /** 1-based: which of several. */
  readonly nth?: number;
  readonly on?: IsoDate | undefined;
  /** Another line whose record is what is said of this one: the procedure beside a visit. */
  readonly by?: Line;
}

/** Says what a rule has to say, when the rule is in force on that day. */
export function report(scope: Scope, id: string, place: Place, words: Readonly<Record<string, string | number>>): void {
  const prepared = scope.law.rules.get(id);
  if (!prepared) throw new Error(`the library has no text for the edit ${id}`);
  const { rule } = prepared;
  const { line, field, by, nth = 1 } = place;
  const on = place.on ?? line?.raw.from;
  if (on !== undefined && !isInForce(rule, on)) return;
  if (rule.payers !== undefined && !isPayer(scope, rule.payers)) return;
  scope.findings.push({
    id: `edit/${id}`,
    severity: rule.severity,
    line: line?.raw.number,
    field,
    nth: nth > 1 ? nth : undefined,
    what: fill(prepared.what, words),
    why: fill(prepared.why, words) + (rule.restsOn === undefined ? '' : releaseOf(scope, by?.sheet.fee ? by : line)),
    do: fill(prepared.do, words),
    citation: rule.citation,
    evidence: line ? [{ source: 'claim', at: `lines[${line.raw.number - 1}]`, quote: lineInWords(line.raw) }] : [],
  });
}

/** Whether the payer is on this list; one that nobody named may be. */
export function isPayer({ context, law }: Scope, list: string): boolean {
  return context.payer === undefined || law.lists[list]?.has(context.payer) === true;
}

/** What is known of a code only from the fee schedule says from which release. */
function releaseOf({ kind }: Scope, line: Line | undefined): string {
  const fee = line?.sheet.fee;
  return fee === undefined ? '' : ` Fee schedule ${editionInWords(fee, line?.raw.from, kind)}.`;
}

/** Code (or the revenue code that stands alone) with modifiers, units and date, as a person would write the line. */
export function lineInWords(line: ClaimLine): string {
  const modifiers = line.modifiers.length > 0 ? `-${line.modifiers.join('-')}` : '';
  const service = line.code === '' && line.revenueCode !== undefined ? `revenue code ${line.revenueCode}` : line.code;
  return `${service}${modifiers} x${line.units}${line.from === undefined ? '' : ` on ${line.from}`}`;
}

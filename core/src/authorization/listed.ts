import { facilityOf } from '../model/bill-type.ts';
import type { Claim } from '../model/claim.ts';
import { factValue, type FactSheet, type FactValue } from '../model/fact.ts';
import type { Program, ProgramCodes, ProgramExcuse } from '../model/law/program.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { AskedLine } from './request.ts';

/** Codes of the lines, each once. */
export function codesOf(lines: readonly AskedLine[]): string[] {
  return [...new Set(lines.map((line) => line.code))];
}

/** Those of the codes that a list names, in their order. */
export function listedCodes(list: ProgramCodes, codes: readonly string[]): string[] {
  if (list.with && !list.with.some((code) => codes.includes(code))) return [];
  return codes.filter((code) => names(list, code));
}

/** Whether a list names a code, whatever else stands beside it. */
export function names({ codes, ranges }: ProgramCodes, code: string): boolean {
  return codes.includes(code) || (ranges?.some(([first, last]) => first <= code && code <= last) ?? false);
}

/** The service is certainly outside the program: another place, another state. */
export function elsewhere({ places, settledBy, states }: Program, context: ResolvedContext): boolean {
  const { placeOfService: place, claimType, state, dateOfService: on } = context;
  const settled = claimType !== undefined && (settledBy?.includes(claimType) ?? false);
  if (places && place !== undefined && !settled && !places.includes(place)) return true;
  if (!states || state === undefined) return false;
  const entry = states.find((one) => one.state === state);
  return entry === undefined || (on !== undefined && on < entry.from);
}

/** A claim of a facility whose type of bill the program does not reach. */
export function isBilledOtherwise({ billTypes }: Program, claim: Claim | undefined): boolean {
  if (billTypes === undefined || claim?.billType === undefined) return false;
  return !billTypes.includes(facilityOf(claim.billType));
}

/** What would have to be known to say whether the program applies. */
export function undecided({ places, settledBy, states }: Program, context: ResolvedContext): string[] {
  const open: string[] = [];
  if (context.dateOfService === undefined) open.push('the date of service');
  if (states && context.state === undefined) open.push('the state');
  const settled = context.claimType !== undefined && (settledBy?.includes(context.claimType) ?? false);
  if (places && context.placeOfService === undefined && !settled) open.push('the place of service');
  return open;
}

/** What takes all these codes out of the program: a fact that is stated, or a modifier or revenue code on the claim. */
export function excuseFor(
  { unless }: Program,
  codes: readonly string[],
  lines: readonly AskedLine[],
  facts: FactSheet,
  claim: Claim | undefined,
): ProgramExcuse | undefined {
  return unless?.find((one) => {
    if (one.codes && !codes.every((code) => one.codes?.includes(code))) return false;
    const { modifier, revenue, fact, is = true } = one;
    if (modifier !== undefined) return lines.some((line) => line.modifiers?.includes(modifier) === true);
    if (revenue !== undefined) return claim?.lines.some((line) => line.revenueCode?.startsWith(revenue)) === true;
    return fact !== undefined && says(factValue(facts, fact), is);
  });
}

function says(value: FactValue | undefined, word: boolean | string): boolean {
  return Array.isArray(value) ? value.includes(word) : value === word;
}

import { digest } from '../digest.ts';
import type { Citation } from '@interspace/core/model/citation';
import type { Finding, Severity } from '@interspace/core/model/finding';

/** What one rule said the first time, as an example, and on what it rests. */
export interface RuleWords {
  readonly what: string;
  readonly why: string;
  readonly do: string;
  readonly citation?: Citation;
}

/** Claims that share a payer or a provider. Money in cents. */
export interface Group {
  readonly name: string;
  claims: number;
  blocked: number;
  toLookAt: number;
  charges: number;
  atRisk: number;
  /** Claims with a block or a warning of each rule. */
  causes: Record<string, number>;
}

export interface ReportFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly line?: number;
  readonly what: string;
  /** Reason, and which edition of a table stands behind it. */
  readonly why: string;
  readonly do: string;
  readonly at?: NonNullable<Finding['at']>;
  /** Shown by the patient's other claims, not by this one alone. */
  readonly fromHistory?: true;
}

export interface ReportLine {
  readonly number: number;
  /** Code, modifiers and units as a person writes them. */
  readonly words: string;
  readonly charge: number;
}

/** A claim with enough to find it, to see what it bills and what is wrong with it. No name, no member number unless asked. */
export interface ReportClaim {
  readonly file: string;
  readonly offset: number;
  readonly id: string;
  readonly day: string;
  readonly payer: string;
  readonly provider: string;
  readonly charges: number;
  readonly lines: readonly ReportLine[];
  /** Lines beyond those kept here. */
  readonly moreLines: number;
  readonly findings: readonly ReportFinding[];
  readonly moreFindings: number;
  readonly atRisk: number;
  readonly member?: string;
  readonly birthDate?: string;
  /** What the claim alone shows stands elsewhere: only what history added is here. */
  readonly partial?: true;
}

/** What history changes about one claim of a heap, until it meets the claims that are kept. */
export interface ReportNews {
  readonly claim: ReportClaim;
  /** Number of its payer and provider, and what changes in their groups. */
  readonly parties: number;
  readonly change: Pick<Group, 'blocked' | 'toLookAt' | 'atRisk' | 'causes'>;
  readonly withdrawn: readonly { readonly id: string; readonly line?: number }[];
}

/** All that a page about a batch needs beside its tally; bounded whatever the size of the batch. */
export interface Report {
  readonly rules: Record<string, RuleWords>;
  readonly payers: Record<string, Group>;
  readonly providers: Record<string, Group>;
  /** Names of payer and provider by the number that the records of their claims keep: history sees no names. */
  readonly parties: Record<string, readonly [payer: string, provider: string]>;
  /** The claims with the most money at risk, worst first once settled. */
  worst: ReportClaim[];
  /** Only in the report of one heap of history. */
  readonly news: ReportNews[];
  /** Lines that no policy judged, by the reason. */
  readonly notJudged: Record<string, number>;
  readonly issues: { readonly code: string; readonly message: string; readonly at: string; readonly file: string }[];
}

/** Claims kept as candidates, and of those the ones on the page. */
export const KEPT_CLAIMS = 150;
export const SHOWN_CLAIMS = 50;
export const MOST_FINDINGS = 12;
export const MOST_LINES = 20;
/** Payers or providers counted by name; the others are counted together. */
export const MOST_GROUPS = 2_000;
/** Pairs of a payer and a provider that are known again. */
export const MOST_PARTIES = 20_000;
export const OTHERS = 'all others';
export const MOST_REASONS = 200;
export const MOST_ISSUES = 50;

export function emptyReport(): Report {
  return { rules: {}, payers: {}, providers: {}, parties: {}, worst: [], news: [], notJudged: {}, issues: [] };
}

function emptyGroup(name: string): Group {
  return { name, claims: 0, blocked: 0, toLookAt: 0, charges: 0, atRisk: 0, causes: {} };
}

/** The group of that name; when there are too many names, the one of all others. The colon: a name may be `__proto__`. */
export function groupOf(groups: Record<string, Group>, name: string): Group {
  const known = groups[`:${name}`];
  if (known) return known;
  const kept = Object.keys(groups).length < MOST_GROUPS ? name : OTHERS;
  return (groups[`:${kept}`] ??= emptyGroup(kept));
}

/** The number of a payer and a provider together; three bytes, so that every record has room for it. */
export function partiesOf(report: Report, payer: string, provider: string): number {
  const number = digest(`${payer}\n${provider}`) & 0xffffff;
  keepParties(report, String(number), [payer, provider]);
  return number;
}

export function keepParties({ parties }: Report, number: string, names: readonly [string, string]): void {
  if (parties[number] === undefined && Object.keys(parties).length < MOST_PARTIES) parties[number] = names;
}

/** Most money first; ties in the order of the files, so that parts added up in any order give the same list. */
export function byHarm(one: ReportClaim, other: ReportClaim): number {
  return (
    other.atRisk - one.atRisk ||
    weight(other) - weight(one) ||
    other.charges - one.charges ||
    (one.file < other.file ? -1 : one.file > other.file ? 1 : one.offset - other.offset)
  );
}

function weight({ findings }: ReportClaim): number {
  let sum = 0;
  for (const { severity } of findings) sum += severity === 'block' ? 100 : severity === 'warn' ? 1 : 0;
  return sum;
}

/** Sorts and cuts the candidates; called when they have doubled and at the end. */
export function settleWorst(report: Report): void {
  report.worst = report.worst.toSorted(byHarm).slice(0, KEPT_CLAIMS);
}

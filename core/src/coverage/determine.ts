import type { CriterionResult, Determination, Outcome } from '../model/determination.ts';
import type { FactSheet } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { documentInForce, type Policy, type PolicyDocument } from '../model/law/policy.ts';
import { payerLine } from '../model/law/jurisdiction.ts';
import type { LineView } from '../model/line-view.ts';
import { implicationOf } from './code-facts.ts';
import { judgeCriterion, statusOfCriterion, type CriterionStatus } from './judge-criterion.ts';
import { documentsOf } from './documents-of-line.ts';
import { hasCriterion, judgeDocument, type Ask } from './judge-document.ts';
import { noPolicy } from './no-policy.ts';
import { Occasion } from './occasion.ts';
import type { PreparedPolicies } from './prepare.ts';
import type { CoverageRequest } from './request.ts';

export interface Coverage<D extends BriefDetermination = Determination> {
  readonly determinations: readonly D[];
  /** What the rules of the record say: no answer about a service, so it is kept apart. Told when something is open or not met. */
  readonly records: readonly D[];
  readonly findings: readonly Finding[];
}

/** A Determination of which only the statuses are told, and of what is not met all. */
export type BriefDetermination = Omit<Determination, 'criteria'> & { readonly criteria: readonly CriterionStatus[] };

/**
 * Judges every line under every policy that applies to it: the determinations with their whole trees, and a Finding for
 * each criterion that is not met. A line that no policy speaks about gets one honest `no-policy`.
 */
export function cover(request: CoverageRequest, law: PreparedPolicies): Coverage {
  return coverBy<CriterionResult>(judgeCriterion, request, law);
}

/** The same statuses and Findings, for those who show no trees. */
export function coverBriefly(request: CoverageRequest, law: PreparedPolicies): Coverage<BriefDetermination> {
  return coverBy<CriterionStatus>(statusOfCriterion, request, law);
}

/** The determinations alone. */
export function determine(request: CoverageRequest, law: PreparedPolicies): readonly Determination[] {
  return cover(request, law).determinations;
}

/**
 * What the policies say of one line of a claim, briefly: a claim is all that is said of its lines, and of its record. Of
 * the other lines a criterion sees no more than the facts of this one tell (`seesOtherLines`). Who asks about several lines
 * of one request hands in what they have in common.
 */
export function coverLineBriefly(
  line: LineView,
  request: CoverageRequest,
  law: PreparedPolicies,
  occasion: Occasion = new Occasion(request, law.implications),
): readonly JudgedLine<CriterionStatus>[] {
  return coverLine<CriterionStatus>(statusOfCriterion, line, occasion, law);
}

/** What one policy says of one line. */
export interface JudgedLine<C extends CriterionStatus> {
  readonly determination: Omit<Determination, 'criteria'> & { readonly criteria: C[] };
  readonly findings: readonly Finding[];
}

function coverBy<C extends CriterionStatus>(ask: Ask<C>, request: CoverageRequest, law: PreparedPolicies) {
  const occasion = new Occasion(request, law.implications);
  const lines = request.lines.flatMap((line) => coverLine(ask, line, occasion, law));
  const records = coverRecord(ask, occasion, law);
  return {
    determinations: lines.map(({ determination }) => determination),
    findings: [...records, ...lines].flatMap(({ findings }) => findings),
    records: records.map(({ determination }) => determination),
  };
}

function coverLine<C extends CriterionStatus>(
  ask: Ask<C>,
  line: LineView,
  occasion: Occasion,
  law: PreparedPolicies,
): JudgedLine<C | CriterionResult>[] {
  const under = documentsOf(line, occasion, law);
  if (under === undefined) return [];
  if (typeof under === 'string')
    return [{ determination: noPolicy(line, occasion.request.context, under), findings: [] }];
  return under.map(({ policy, document }) => judgeLine(ask, policy, document, line, occasion, law));
}

/** Rules of the record, judged once beside the first service of the day; what says nothing is left out. */
function coverRecord<C extends CriterionStatus>(
  ask: Ask<C>,
  occasion: Occasion,
  law: PreparedPolicies,
): JudgedLine<C | CriterionResult>[] {
  const { context, lines, sheet } = occasion.request;
  const on = context.dateOfService;
  const payer = payerLine(law.jurisdictions, context.payer);
  const line =
    lines.find((one) => {
      const kind = one.kind ?? implicationOf(law.implications, one.code, on)?.lineKind ?? 'procedure';
      return kind === 'procedure' || kind === 'evaluation';
    }) ?? lines[0];
  // Without a chart or a form there is no record to look at. A sheet that reads a chart as it is asked is asked last.
  if (on === undefined || !payer || !line || (!sheet.group && isEmpty(sheet))) return [];
  const records = law.policies.flatMap((policy) => {
    if (policy.about !== 'record') return [];
    if (!policy.payers.includes(payer.id) && !policy.payers.includes(payer.follows ?? '')) return [];
    const document = documentInForce(policy, context, on);
    // Most records give no cause: words are made only of those that do.
    if (!document || !hasCriterion(policy, document, line, occasion, law, speaks)) return [];
    return [judgeLine(ask, policy, document, line, occasion, law)];
  });
  return records.length === 0 || isEmpty(sheet) ? [] : records;
}

function isEmpty(sheet: FactSheet): boolean {
  return sheet.keys().next().done === true;
}

function judgeLine<C extends CriterionStatus>(
  ask: Ask<C>,
  policy: Policy,
  document: PolicyDocument,
  line: LineView,
  occasion: Occasion,
  law: PreparedPolicies,
): JudgedLine<C | CriterionResult> {
  const { criteria, findings, nextEligible } = judgeDocument(policy, document, line, occasion, law, ask);
  const outcome = outcomeOf(criteria);
  const determination = {
    line: line.number,
    policy: policy.id,
    document: document.id,
    article: document.article,
    contractor: document.issuer,
    outcome,
    because: because(outcome, criteria, document.id),
    criteria,
    nextEligible,
  };
  return { determination, findings };
}

/** `fails` when a blocking criterion is not met, else `incomplete` when one that matters is unknown, else `meets`. */
export function outcomeOf(criteria: readonly CriterionStatus[]): Outcome {
  if (criteria.some((entry) => entry.severity === 'block' && entry.status === 'not-met')) return 'fails';
  return criteria.some(waits) ? 'incomplete' : 'meets';
}

/** A criterion of the record of which something is told. */
function speaks(entry: CriterionStatus): boolean {
  return entry.status === 'not-met' || waits(entry);
}

/** An unknown that keeps the line from being judged completely. */
export function waits(entry: CriterionStatus): boolean {
  return entry.status === 'unknown' && entry.severity !== 'note' && entry.silence !== 'tolerated';
}

function because(outcome: Outcome, criteria: readonly CriterionStatus[], document: string): string {
  const titles = (test: (entry: CriterionStatus) => boolean) => criteria.filter(test).map((entry) => entry.title);
  if (outcome === 'fails') {
    const failing = titles((entry) => entry.severity === 'block' && entry.status === 'not-met');
    return `Does not meet the criteria of ${document} as published: ${list(failing)}.`;
  }
  const doubtful = titles((entry) => entry.severity === 'warn' && entry.status === 'not-met');
  const look = doubtful.length > 0 ? ` To look at: ${list(doubtful)}.` : '';
  if (outcome === 'meets') return `Meets the criteria of ${document} as published.${look}`;
  const open = titles(waits);
  return `Cannot be judged completely under ${document}: ${open.length} of ${criteria.length} criteria wait for a fact (${list(open)}).${look}`;
}

function list(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).join('; ');
  return titles.length > 3 ? `${shown}; and ${titles.length - 3} more` : shown;
}

import type { Citation } from '../model/citation.ts';
import type { IsoDate } from '../model/date.ts';
import type { Severity } from '../model/finding.ts';
import { visitClauses, type Clause, type Limit } from '../model/law/clause.ts';
import { codeTest, type CodeSet } from '../model/law/code-set.ts';
import type { Criterion, DatedValue, LawCitation, PerDocumentDate } from '../model/law/criterion.ts';
import type { PolicyDocument } from '../model/law/policy.ts';
import { isOfLine } from './line-facts.ts';
import { prepareClause } from './prepare-clause.ts';
import type { Frame, LawWords, ParamInForce, PreparedClause } from './scene.ts';
import { degrade, type Sureness } from './sureness.ts';

/** A criterion as it stands for one document on one date: params, code sets and severity are settled, clauses made ready. */
export interface CriterionInForce {
  readonly criterion: Criterion;
  readonly id: string;
  readonly title: string;
  readonly silence: Criterion['silence'];
  readonly severity: Severity;
  readonly citation: Citation;
  readonly params: ReadonlyMap<string, ParamInForce>;
  readonly when: PreparedPart | undefined;
  readonly unless: PreparedPart | undefined;
  readonly require: PreparedPart;
  readonly declaration: LawWords['declaration'];
}

/** `when`, `unless` or `require` of a criterion. */
export interface PreparedPart extends PreparedClause {
  /** It looks at nothing by which the lines of one procedure differ. */
  readonly ofProcedure: boolean;
}

/** The date of a criterion for a document: the document's own entry, else the default. */
export function dateFor(dates: PerDocumentDate | undefined, document: string): IsoDate | undefined {
  return dates?.documents[document] ?? dates?.default;
}

/** Whether a criterion is part of a document on a date of service. */
export function applies(criterion: Criterion, document: PolicyDocument, on: IsoDate): boolean {
  if (criterion.documents && !criterion.documents.includes(document.id)) return false;
  const from = dateFor(criterion.effective, document.id);
  const through = dateFor(criterion.ends, document.id);
  return (from === undefined || from <= on) && (through === undefined || on <= through);
}

/** The value of a param for a document on a date: of those in force, one that names the document wins, then the latest. */
export function valueInForce(values: readonly DatedValue[], document: string, on: IsoDate): DatedValue | undefined {
  const live = values.filter(
    (value) =>
      (value.from === undefined || value.from <= on) && (!value.documents || value.documents.includes(document)),
  );
  const named = live.filter((value) => value.documents);
  return (named.length > 0 ? named : live).reduce<DatedValue | undefined>(
    (best, value) => (best === undefined || (value.from ?? '') >= (best.from ?? '') ? value : best),
    undefined,
  );
}

/**
 * The criterion for one document and date; undefined when a param has no value in force then, for a rule without its
 * number cannot be judged.
 */
export function inForceFor(
  criterion: Criterion,
  document: PolicyDocument,
  on: IsoDate,
  codeSets: ReadonlyMap<string, CodeSet>,
  words: LawWords,
): CriterionInForce | undefined {
  const citation = (of: LawCitation, extra?: DatedValue) => citeFor(of, criterion, document, extra);
  const params = new Map<string, ParamInForce>();
  const sureness: Sureness[] = [criterion];
  for (const [name, values] of Object.entries(criterion.params)) {
    const value = valueInForce(values, document.id, on);
    const cited = value && criterion.citations[value.cite];
    if (!value || !cited) return undefined;
    const cite = citation(cited, value);
    params.set(name, { value: value.value, citation: cite });
    sureness.push({ confidence: cite.confidence, standing: cite.standing ?? 'settled' });
  }
  const sets = new Map<string, (code: string) => boolean>();
  for (const name of setsOf(criterion)) {
    const set = codeSets.get(name);
    if (!set) return undefined;
    sets.set(name, codeTest(set, on, document.id));
    sureness.push(set);
  }
  const [first] = Object.values(criterion.citations);
  const main = (criterion.finding.cite && criterion.citations[criterion.finding.cite]) || first;
  const cite = main
    ? citation(main)
    : { document: document.id, gist: criterion.title, confidence: criterion.confidence };
  sureness.push({ confidence: cite.confidence, standing: cite.standing ?? 'settled' });
  sureness.push({ confidence: document.confidence ?? 'high', standing: document.standing ?? 'settled' });
  const frame: Frame = { words, params, sets, citation: cite };
  const { when, unless, require } = criterion;
  return {
    criterion,
    id: criterion.id,
    title: criterion.title,
    silence: criterion.silence,
    severity: degrade(criterion.finding.severity, sureness),
    citation: cite,
    params,
    when: when && preparePart(when, frame),
    unless: unless && preparePart(unless, frame),
    require: preparePart(require, frame),
    declaration: words.declaration,
  };
}

function preparePart(clause: Clause, frame: Frame): PreparedPart {
  let ofProcedure = true;
  visitClauses(clause, (part) => {
    if ('fact' in part && isOfLine(part.fact)) ofProcedure = false;
    if ('other' in part && isOfLine(part.other)) ofProcedure = false;
  });
  const { status, judge } = prepareClause(clause, frame);
  return { status, judge, ofProcedure };
}

/** Code sets that a criterion names. */
export function setsOf(criterion: Criterion): string[] {
  const names = new Set<string>();
  visitAll(criterion, (clause) => {
    if (clause.operator === 'in-code-set' || clause.operator === 'only-in-code-set') names.add(clause.set);
  });
  return [...names];
}

/** Code sets that one clause and its parts name. */
export function setsIn(clause: Clause): string[] {
  const names = new Set<string>();
  visitClauses(clause, (part) => {
    if (part.operator === 'in-code-set' || part.operator === 'only-in-code-set') names.add(part.set);
  });
  return [...names];
}

/** Params that a criterion's clauses use. */
export function paramsOf(criterion: Criterion): string[] {
  const names = new Set<string>();
  const note = (limit: Limit) => 'param' in limit && names.add(limit.param);
  visitAll(criterion, (clause) => {
    if ('limit' in clause) note(clause.limit);
    if ('count' in clause) note(clause.count);
    if ('selector' in clause && clause.selector.within !== undefined) names.add(clause.selector.within);
  });
  return [...names];
}

export function visitAll(criterion: Criterion, visit: (clause: Clause) => void): void {
  for (const clause of [criterion.when, criterion.unless, criterion.require]) if (clause) visitClauses(clause, visit);
}

/** A law citation with `lcd` and `article` replaced by the document that judges. */
function citeFor(of: LawCitation, criterion: Criterion, document: PolicyDocument, value?: DatedValue): Citation {
  const name =
    of.document === 'lcd' ? document.id : of.document === 'article' ? (document.article ?? document.id) : of.document;
  const standing =
    value?.standing ?? of.standing ?? (criterion.standing === 'settled' ? undefined : criterion.standing);
  const effective = value?.from ?? dateFor(criterion.effective, document.id) ?? document.from;
  const url = of.url ?? (of.document === 'lcd' ? document.url : undefined);
  return {
    document: name,
    ...(of.section !== undefined && { section: of.section }),
    gist: of.gist,
    ...(url !== undefined && { url }),
    ...(of.read !== undefined && { read: of.read }),
    confidence: value?.confidence ?? of.confidence ?? criterion.confidence,
    ...(standing !== undefined && { standing }),
    ...(effective !== undefined && { effective }),
  };
}

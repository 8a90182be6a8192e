import { authorize } from '@interspace/core/authorization/authorize';
import { lawInReach, programsInReach, type LawInReach } from '@interspace/core/authorization/in-reach';
import {
  coverBriefly,
  coverLineBriefly,
  type BriefDetermination,
  type Coverage,
} from '@interspace/core/coverage/determine';
import type { CriterionInForce } from '@interspace/core/coverage/in-force';
import { lineFactsOf } from '@interspace/core/coverage/line-facts';
import { Occasion } from '@interspace/core/coverage/occasion';
import type { PreparedPolicies } from '@interspace/core/coverage/prepare';
import type { CoverageRequest } from '@interspace/core/coverage/request';
import { factsOfClaim } from '@interspace/core/facts/gather/stated-facts';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import type { FactSheet } from '@interspace/core/model/fact';
import type { Finding } from '@interspace/core/model/finding';
import type { KnownHistory } from '@interspace/core/model/history';
import type { Criterion } from '@interspace/core/model/law/criterion';
import type { Program } from '@interspace/core/model/law/program';
import type { Library } from '@interspace/core/model/library';
import { diagnosesOfLine } from '@interspace/core/model/line-diagnoses';
import type { LineView } from '@interspace/core/model/line-view';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { ClaimLaw } from '@interspace/core/review/prepare-claim-law';
import { canFail } from './can-fail.ts';
import { CountedLines } from './counted-lines.ts';
import { datesIn, Epochs } from './epochs.ts';
import type { LineCoverage, ShapeCoverage, ShapePrograms } from './judged-claim.ts';
import { Kept } from './kept.ts';
import { PolicyScopes, type PolicyScope } from './policy-scopes.ts';
import { counts, SessionCounts } from './session-counts.ts';
import { frameOf, servicesShape, shapeOf } from './shape.ts';

/**
 * The same policies and programs as in a review, asked about a claim without a chart: what no claim can tell stays
 * unknown. Only criteria that a claim can fail are judged for every shape of claim (place, epoch of the law, codes,
 * modifiers, units, diagnoses); how many others wait for a fact is counted once a code.
 */
export class ClaimCoverage {
  readonly #library: ClaimLaw;
  readonly #scopes: PolicyScopes;
  readonly #whole: PreparedPolicies;
  readonly #lean: PreparedPolicies;
  /** Only the criteria that count sessions: all that history alone can make fail. */
  readonly #counting: PreparedPolicies;
  readonly counted: CountedLines;
  readonly #noFacts: FactSheet;
  readonly #shapes: Kept<ShapeCoverage>;
  readonly #programs: Kept<ShapePrograms>;
  readonly #waiting: Kept<number>;

  constructor(library: Library, prepared: ClaimLaw) {
    this.#library = prepared;
    this.#scopes = new PolicyScopes(library.policies);
    this.#whole = this.#scopes.lookedUpOnce(prepared.policies);
    this.#lean = someOf(this.#whole, canFail);
    const counting = someOf(this.#whole, counts);
    this.#counting = { ...counting, policies: counting.policies.filter(({ criteria }) => criteria.some(counts)) };
    this.#noFacts = factsOfClaim();
    const sessions = new SessionCounts(library.policies, this.#scopes);
    this.counted = new CountedLines(this.#counting, sessions, this.#scopes, this.#noFacts);
    // Shapes name their codes, and so do the epochs under which they are kept.
    this.#shapes = new Kept(new Epochs([]));
    this.#programs = new Kept(new Epochs(datesIn(library.programs, library.policies.jurisdictions)));
    this.#waiting = new Kept(new Epochs([]));
  }

  of(claim: Claim, context: ResolvedContext): ShapeCoverage | undefined {
    const on = context.dateOfService;
    if (on === undefined) return undefined;
    // A claim that names a study tells a fact by itself; there are too few of them to be worth keeping.
    if (claim.trial !== undefined) return this.#judge(claim, context);
    const { epochs, asksPlace } = this.scopeOf(claim);
    return this.#shapes.get(on, shapeOf(claim, context, asksPlace), () => this.#judge(claim, context), epochs);
  }

  /** What of coverage law can concern the services of a claim. */
  scopeOf(claim: Claim): PolicyScope {
    return this.#scopes.of([...new Set(claim.lines.map(({ code }) => code))]);
  }

  /** What of coverage law can concern one service, whatever else is on its claim. */
  scopeOfCode(code: string): PolicyScope {
    return this.#scopes.of([code]);
  }

  /** All that coverage can see of a claim besides its lines, its diagnoses and the date. */
  frameOf(context: ResolvedContext, place: boolean): string {
    return frameOf(context, place);
  }

  /** All that counting criteria say of a claim after such sessions and not of the claim alone: every line is asked about. */
  withHistory(claim: Claim, context: ResolvedContext, history: KnownHistory): readonly Finding[] {
    const request = this.requestOf(claim, context);
    const after = { ...request, history };
    const [found, alone] = [after, request].map((one) =>
      one.lines.flatMap((line) => coverLineBriefly(line, one, this.#counting)).flatMap(({ findings }) => findings),
    );
    const names = new Set(alone!.map(nameOf));
    return found!.filter((finding) => !names.has(nameOf(finding)));
  }

  /**
   * What is said of a claim with the services of other claims of its day beside it and not of the claim alone. Those with a
   * code of its own are taken for the same service, told again. It warns at most: of neither is the diagnosis known.
   */
  besideOthers(claim: Claim, context: ResolvedContext, others: readonly Claim[]): readonly Finding[] {
    const own = new Set(claim.lines.map(({ code }) => code));
    const lines = others.flatMap((other) => other.lines).filter(({ code }) => !own.has(code) && this.#isService(code));
    if (lines.length === 0) return [];
    const beside = this.#saidAfter(lines, claim, context);
    if (beside.length === 0) return beside;
    const names = new Set(this.#saidAfter([], claim, context).map(nameOf));
    return beside
      .filter((finding) => !names.has(nameOf(finding)))
      .map((finding) => (finding.severity === 'block' ? { ...finding, severity: 'warn' } : finding));
  }

  /** What is said of the lines of a claim with others before them. */
  #saidAfter(before: readonly ClaimLine[], claim: Claim, context: ResolvedContext): readonly Finding[] {
    const request = this.requestOf({ ...claim, lines: [...before, ...claim.lines] }, context);
    const occasion = new Occasion(request, this.#lean.implications);
    return request.lines
      .slice(before.length)
      .flatMap((line) => coverLineBriefly(line, request, this.#lean, occasion))
      .flatMap(({ findings }) => findings)
      .map((finding) => ({ ...finding, line: (finding.line ?? 1) - before.length }));
  }

  #isService(code: string): boolean {
    const role = this.#library.coding.codes.get(code)?.role;
    return role === 'procedure' || role === 'add-on';
  }

  /** What is said of one line; what is said of a claim is that of all its lines. `request` is that of the claim. */
  ofLine(index: number, request: CoverageRequest, claim: Claim): Pick<ShapeCoverage, 'lines' | 'findings'> {
    const judged = coverLineBriefly(request.lines[index]!, request, this.#lean);
    return {
      lines: judged.map(({ determination }) => this.#line(determination, claim, request.context)),
      findings: judged.flatMap(({ findings }) => findings),
    };
  }

  /** All that is seen of the other lines while one is judged: by policy, facts and their values. */
  seenBeside(index: number, request: CoverageRequest, scope: PolicyScope): readonly (readonly [string, unknown])[] {
    const seen: [string, unknown][] = [];
    let factsOf: ReturnType<typeof lineFactsOf> | undefined;
    for (const [policy, names] of scope.others) {
      if (names.length === 0) continue;
      factsOf ??= lineFactsOf(request.lines[index]!, request, this.#lean.implications);
      const facts = factsOf(policy.session);
      for (const name of names) seen.push([name, facts.get(name)?.value]);
    }
    return seen;
  }

  #judge(claim: Claim, context: ResolvedContext): ShapeCoverage {
    const { determinations, findings } = this.#cover(claim, context, undefined, this.#lean);
    const lines = determinations.map((one) => this.#line(one, claim, context));
    return { lines, findings, json: `"coverage":${JSON.stringify(lines)}` };
  }

  /** Programs that may have something to say of services in such a place, on this day. */
  programsInReach(context: ResolvedContext): readonly Program[] {
    return programsInReach(context, this.#library.programs);
  }

  /** All that decides what programs say in such a place, on whatever day. */
  programLaw(context: ResolvedContext): LawInReach {
    return lawInReach(context, this.#library.programs);
  }

  /** Which programs ask for authorization of the services, and what stands against the number on the claim. */
  programsOf(claim: Claim, context: ResolvedContext): ShapePrograms {
    return this.#programs.get(context.dateOfService ?? '', servicesShape(claim, context), () => {
      const lines = claim.lines.map(({ code, modifiers }) => ({ code, modifiers }));
      const { answers, findings } = authorize({ lines, context, facts: this.#noFacts, claim }, this.#library.programs);
      const authorization = answers.filter(({ status }) => status !== 'not-required');
      const brief = authorization.map(({ program, line, status, what }) => ({ program, line, status, what }));
      const json = brief.length === 0 ? '' : `,"authorization":${JSON.stringify(brief)}`;
      return { findings, authorization, json };
    });
  }

  /** What is said of a line: judged criteria, and the number of those that wait for the chart. */
  #line(one: BriefDetermination, claim: Claim, context: ResolvedContext): LineCoverage {
    const billed = claim.lines[(one.line ?? 1) - 1];
    const line = billed?.number ?? one.line ?? 1;
    if (one.document === undefined) return { line, outcome: one.outcome, because: one.because };
    const own = one.criteria.filter(({ status }) => status === 'unknown').length;
    const others = billed === undefined ? 0 : this.#waitingFor(one, claim, billed, context);
    const unknown = own + others;
    const outcome = one.outcome === 'meets' && unknown > 0 ? 'incomplete' : one.outcome;
    return {
      line,
      ...(one.policy === undefined ? {} : { policy: one.policy }),
      document: one.document,
      outcome,
      ...(unknown > 0 ? { unknown } : {}),
    };
  }

  /**
   * Criteria that no claim can fail and that wait for the chart. They are counted for the line alone and wherever it was
   * done: shapes of claims do not tell places and neighbours that only such criteria look at, and the number must not
   * hang on which of several claims came first.
   */
  #waitingFor(one: BriefDetermination, claim: Claim, billed: ClaimLine, context: ResolvedContext): number {
    const { epochs, diagnosisClass } = this.#scopes.of([billed.code]);
    const diagnoses = diagnosesOfLine(claim, billed);
    const modifiers = billed.modifiers.join(' ');
    const classes = diagnoses.map(diagnosisClass).join(' ');
    const key = `${one.policy}|${one.document}|${billed.code}|${billed.units}|${modifiers}|${classes}${frameOf(context, false)}`;
    return this.#waiting.get(
      context.dateOfService ?? '',
      key,
      () => {
        const line = { ...somewhere(billed), pointers: diagnoses.map((_, index) => index + 1) };
        const alone = { ...somewhere(claim), diagnoses, lines: [line] };
        return this.#countWaiting(one, this.requestOf(alone, somewhere(context)));
      },
      epochs,
    );
  }

  #countWaiting(one: BriefDetermination, request: CoverageRequest): number {
    const judged = new Set(one.criteria.map(({ criterion }) => criterion));
    const policies = this.#whole.policies.filter(({ id }) => id === one.policy);
    const whole = coverLineBriefly(request.lines[0]!, request, { ...this.#whole, policies })
      .map(({ determination }) => determination)
      .find(({ document }) => document === one.document);
    return (
      whole?.criteria.filter(({ criterion, status }) => status === 'unknown' && !judged.has(criterion)).length ?? 0
    );
  }

  #cover(
    claim: Claim,
    context: ResolvedContext,
    history: KnownHistory | undefined,
    law: PreparedPolicies,
  ): Coverage<BriefDetermination> {
    return coverBriefly({ ...this.requestOf(claim, context), history }, law);
  }

  /** A claim without chart and history, as coverage is asked about it. */
  requestOf(claim: Claim, context: ResolvedContext): CoverageRequest {
    const sheet = claim.trial === undefined ? this.#noFacts : factsOfClaim(claim);
    const lines = claim.lines.map((line, index) => this.#view(line, index + 1, claim));
    return { lines, procedures: [], sheet, history: undefined, context, openLedger };
  }

  #view(line: ClaimLine, number: number, claim: Claim): LineView {
    const role = this.#library.coding.codes.get(line.code)?.role;
    return {
      number,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      diagnoses: diagnosesOfLine(claim, line),
      kind: role === 'drug' || role === 'guidance' || role === 'evaluation' ? role : 'procedure',
      ...(line.placeOfService === undefined ? {} : { placeOfService: line.placeOfService }),
    };
  }
}

/** The prepared policies with only some of their criteria: the same closures, fewer of them. */
function someOf(policies: PreparedPolicies, wanted: (criterion: Criterion) => boolean): PreparedPolicies {
  const kept = new WeakMap<readonly CriterionInForce[], readonly CriterionInForce[]>();
  const able = new Map<string, boolean>();
  const keep = ({ criterion }: CriterionInForce): boolean => {
    let can = able.get(criterion.id);
    if (can === undefined) able.set(criterion.id, (can = wanted(criterion)));
    return can;
  };
  return {
    ...policies,
    criteria: (policy, document, on) => {
      const all = policies.criteria(policy, document, on);
      let some = kept.get(all);
      if (!some) kept.set(all, (some = all.filter(keep)));
      return some;
    },
  };
}

function nameOf({ id, line }: Finding): string {
  return `${id} ${line}`;
}

/** The same without its place of service. */
function somewhere<Placed extends { readonly placeOfService?: string | undefined }>(placed: Placed) {
  const { placeOfService: _, ...rest } = placed;
  return rest;
}

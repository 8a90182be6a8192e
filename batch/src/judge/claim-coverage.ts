import { authorize } from '@interspace/core/authorization/authorize';
import { cover, type Coverage } from '@interspace/core/coverage/determine';
import type { CriterionInForce } from '@interspace/core/coverage/in-force';
import type { PreparedPolicies } from '@interspace/core/coverage/prepare';
import { gatherFacts } from '@interspace/core/facts/gather-facts';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import type { Determination } from '@interspace/core/model/determination';
import type { FactSheet } from '@interspace/core/model/fact';
import type { Finding } from '@interspace/core/model/finding';
import type { KnownHistory } from '@interspace/core/model/history';
import type { Library } from '@interspace/core/model/library';
import type { LineView } from '@interspace/core/model/line-view';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { PreparedLibrary } from '@interspace/core/review/prepare';
import { canFail } from './can-fail.ts';
import { datesIn, Epochs } from './epochs.ts';
import type { LineCoverage, ShapeCoverage } from './judged-claim.ts';
import { Kept } from './kept.ts';
import { asksPlace, servicesShape, shapeOf } from './shape.ts';

type Asked = Pick<ShapeCoverage, 'findings' | 'authorization'>;

/**
 * The same policies and programs as in a review, asked about a claim without a chart: what no claim can tell stays
 * unknown. Only criteria that a claim can fail are judged for every shape of claim (place, epoch of the law, codes,
 * modifiers, units, diagnoses); how many others wait for a fact is counted once a code.
 */
export class ClaimCoverage {
  readonly #library: PreparedLibrary;
  readonly #lean: PreparedPolicies;
  readonly #noFacts: FactSheet;
  readonly #place: boolean;
  readonly #shapes: Kept<ShapeCoverage>;
  readonly #programs: Kept<Asked>;
  readonly #waiting: Kept<number>;

  constructor(library: Library, prepared: PreparedLibrary) {
    this.#library = prepared;
    this.#lean = leanLaw(prepared.policies);
    this.#noFacts = gatherFacts({ context: {}, documents: [] }, prepared.reader).facts;
    this.#place = asksPlace(library);
    const epochs = new Epochs(datesIn(library.policies, library.programs));
    this.#shapes = new Kept(epochs);
    this.#programs = new Kept(epochs);
    this.#waiting = new Kept(epochs);
  }

  of(claim: Claim, context: ResolvedContext): ShapeCoverage | undefined {
    const on = context.dateOfService;
    if (on === undefined) return undefined;
    // A claim that names a study tells a fact by itself; there are too few of them to be worth keeping.
    if (claim.trial !== undefined) return this.#judge(claim, context);
    return this.#shapes.get(on, shapeOf(claim, context, this.#place), () => this.#judge(claim, context));
  }

  /** Findings that come from the patient's earlier sessions, and not from the claim alone. */
  withHistory(claim: Claim, context: ResolvedContext, history: KnownHistory): readonly Finding[] {
    const full = this.#library.policies;
    const alone = new Set(this.#cover(claim, context, undefined, this.#lean).findings.map(nameOf));
    return this.#cover(claim, context, history, full).findings.filter((finding) => !alone.has(nameOf(finding)));
  }

  #judge(claim: Claim, context: ResolvedContext): ShapeCoverage {
    const { determinations, findings } = this.#cover(claim, context, undefined, this.#lean);
    const asked = this.#ask(claim, context);
    const lines = determinations.map((one) => this.#line(one, claim, context));
    const brief = asked.authorization.map(({ program, line, status, what }) => ({ program, line, status, what }));
    const json = `"coverage":${JSON.stringify(lines)}${brief.length === 0 ? '' : `,"authorization":${JSON.stringify(brief)}`}`;
    return { lines, findings: [...findings, ...asked.findings], authorization: asked.authorization, json };
  }

  #ask(claim: Claim, context: ResolvedContext): Asked {
    return this.#programs.get(context.dateOfService ?? '', servicesShape(claim, context), () => {
      const lines = claim.lines.map(({ code, modifiers }) => ({ code, modifiers }));
      const { answers, findings } = authorize({ lines, context, facts: this.#noFacts, claim }, this.#library.programs);
      return { findings, authorization: answers.filter(({ status }) => status !== 'not-required') };
    });
  }

  /** What is said of a line: judged criteria, and the number of those that wait for the chart. */
  #line(one: Determination, claim: Claim, context: ResolvedContext): LineCoverage {
    const billed = claim.lines[(one.line ?? 1) - 1];
    const line = billed?.number ?? one.line ?? 1;
    if (one.document === undefined) return { line, outcome: one.outcome, because: one.because };
    const own = one.criteria.filter(({ status }) => status === 'unknown').length;
    const key = `${one.policy}|${one.document}|${billed?.code}`;
    const others = this.#waiting.get(context.dateOfService ?? '', key, () => this.#countWaiting(one, claim, context));
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

  #countWaiting(one: Determination, claim: Claim, context: ResolvedContext): number {
    const judged = new Set(one.criteria.map(({ criterion }) => criterion));
    const { determinations } = this.#cover(claim, context, undefined, this.#library.policies);
    const whole = determinations.find(({ line, document }) => line === one.line && document === one.document);
    return (
      whole?.criteria.filter(({ criterion, status }) => status === 'unknown' && !judged.has(criterion)).length ?? 0
    );
  }

  #cover(claim: Claim, context: ResolvedContext, history: KnownHistory | undefined, law: PreparedPolicies): Coverage {
    const sheet =
      claim.trial === undefined
        ? this.#noFacts
        : gatherFacts({ context: {}, documents: [], claim }, this.#library.reader).facts;
    const lines = claim.lines.map((line, index) => this.#view(line, index + 1, claim));
    return cover({ lines, procedures: [], sheet, history, context, openLedger }, law);
  }

  #view(line: ClaimLine, number: number, claim: Claim): LineView {
    const role = this.#library.coding.codes.get(line.code)?.role;
    return {
      number,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      diagnoses: line.pointers.flatMap((pointer) => claim.diagnoses[pointer - 1] ?? []),
      kind: role === 'drug' || role === 'guidance' || role === 'evaluation' ? role : 'procedure',
      ...(line.placeOfService === undefined ? {} : { placeOfService: line.placeOfService }),
    };
  }
}

/** The prepared policies with only the criteria that a claim can fail: the same closures, fewer of them. */
export function leanLaw(policies: PreparedPolicies): PreparedPolicies {
  const kept = new WeakMap<readonly CriterionInForce[], readonly CriterionInForce[]>();
  const able = new Map<string, boolean>();
  const keep = ({ criterion }: CriterionInForce): boolean => {
    let can = able.get(criterion.id);
    if (can === undefined) able.set(criterion.id, (can = canFail(criterion)));
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

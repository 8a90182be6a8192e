import { authorize } from '@interspace/core/authorization/authorize';
import { cover } from '@interspace/core/coverage/determine';
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
import { datesIn, Epochs } from './epochs.ts';
import type { LineCoverage, ShapeCoverage } from './judged-claim.ts';

/** Shapes are forgotten when a run has met this many: memory stays flat whatever the file holds. */
const KEPT = 8_192;

/**
 * The same policies and programs as in a review, asked about a claim without a chart: what no claim can tell stays
 * `unknown`. Claims of one shape (place, epoch of the law, codes, modifiers, units, diagnoses) are judged once.
 */
export class ClaimCoverage {
  readonly #library: PreparedLibrary;
  readonly #epochs: Epochs;
  readonly #kept = new Map<string, ShapeCoverage | null>();
  readonly #noFacts: FactSheet;

  constructor(library: Library, prepared: PreparedLibrary) {
    this.#library = prepared;
    this.#epochs = new Epochs(datesIn(library.policies, library.programs, library.coding.codes));
    this.#noFacts = gatherFacts({ context: {}, documents: [] }, prepared.reader).facts;
  }

  of(claim: Claim, context: ResolvedContext): ShapeCoverage | undefined {
    const on = context.dateOfService;
    if (on === undefined) return undefined;
    // A claim that names a study tells a fact by itself; there are too few of them to be worth keeping.
    if (claim.trial !== undefined) return this.#judge(claim, context, undefined);
    const shape = shapeOf(claim, context);
    const key = `${this.#epochs.of(on)}${shape}`;
    const known = this.#kept.get(key);
    if (known) return known;
    if (known === null) {
      const exact = `${on}${shape}`;
      const found = this.#kept.get(exact);
      if (found) return found;
      return this.#keep(exact, this.#judge(claim, context, undefined));
    }
    const made = this.#judge(claim, context, undefined);
    // Words that name the day hold for that day only.
    if (!JSON.stringify(made).includes(on)) return this.#keep(key, made);
    this.#kept.set(key, null);
    return this.#keep(`${on}${shape}`, made);
  }

  /** Findings that come from the patient's earlier sessions, and not from the claim alone. */
  withHistory(claim: Claim, context: ResolvedContext, history: KnownHistory): readonly Finding[] {
    const alone = new Set(this.of(claim, context)?.findings.map(({ id, line }) => `${id} ${line}`));
    return this.#cover(claim, context, history).findings.filter(({ id, line }) => !alone.has(`${id} ${line}`));
  }

  #keep(key: string, made: ShapeCoverage): ShapeCoverage {
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(key, made);
    return made;
  }

  #cover(claim: Claim, context: ResolvedContext, history: KnownHistory | undefined) {
    const sheet =
      claim.trial === undefined
        ? this.#noFacts
        : gatherFacts({ context: {}, documents: [], claim }, this.#library.reader).facts;
    const lines = claim.lines.map((line, index) => this.#view(line, index + 1, claim));
    return cover({ lines, procedures: [], sheet, history, context, openLedger }, this.#library.policies);
  }

  #judge(claim: Claim, context: ResolvedContext, history: KnownHistory | undefined): ShapeCoverage {
    const { determinations, findings } = this.#cover(claim, context, history);
    const lines = claim.lines.map(({ code, modifiers }) => ({ code, modifiers }));
    const asked = authorize({ lines, context, facts: this.#noFacts, claim }, this.#library.programs);
    const authorization = asked.answers.filter(({ status }) => status !== 'not-required');
    const coverage = determinations.map((one) => lineCoverage(one, claim));
    const brief = authorization.map(({ program, line, status, what }) => ({ program, line, status, what }));
    const json = `"coverage":${JSON.stringify(coverage)}${brief.length === 0 ? '' : `,"authorization":${JSON.stringify(brief)}`}`;
    return { lines: coverage, findings: [...findings, ...asked.findings], authorization, json };
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

function lineCoverage(one: Determination, claim: Claim): LineCoverage {
  const unknown = one.criteria.filter(({ status }) => status === 'unknown').length;
  const line = claim.lines[(one.line ?? 1) - 1]?.number ?? one.line ?? 1;
  return {
    line,
    ...(one.policy === undefined ? {} : { policy: one.policy }),
    ...(one.document === undefined ? {} : { document: one.document }),
    outcome: one.outcome,
    ...(unknown > 0 ? { unknown } : {}),
    ...(one.outcome === 'no-policy' ? { because: one.because } : {}),
  };
}

/** All of a claim that policies and programs can see, besides the date. */
function shapeOf(claim: Claim, context: ResolvedContext): string {
  let key = `|${context.payer}|${context.state}|${context.jurisdiction}|${context.placeOfService}|${context.claimType}|${claim.authorization ?? ''}|${claim.billType ?? ''}`;
  for (const line of claim.lines) {
    key += `;${line.number} ${line.code} ${line.units} ${line.placeOfService ?? ''} ${line.authorization ?? ''}`;
    for (const modifier of line.modifiers) key += `-${modifier}`;
    for (const pointer of line.pointers) key += `,${claim.diagnoses[pointer - 1] ?? ''}`;
  }
  return key;
}

import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import { isVoid } from '@interspace/core/edits/void';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import type { Claim, ClaimField } from '@interspace/core/model/claim';
import type { Finding } from '@interspace/core/model/finding';
import type { Library } from '@interspace/core/model/library';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { Context } from '@interspace/core/model/review-input';
import { prepareClaimLaw } from '@interspace/core/review/prepare-claim-law';
import { rankFindings } from '@interspace/core/review/rank-findings';
import type { ReadClaim } from '@interspace/wire/x12/claims/read-claim';
import { ClaimReach } from '../history/claim-reach.ts';
import { RecordNeeds } from '../history/record-needs.ts';
import { ClaimContexts } from './claim-context.ts';
import { ClaimCoverage } from './claim-coverage.ts';
import type { JudgedClaim } from './judged-claim.ts';

/** Judges claims without a chart by the rules of the single review; prepared once for a whole batch. */
export class ClaimJudge {
  readonly edits: PreparedEdits;
  readonly coverage: ClaimCoverage;
  readonly reach: ClaimReach;
  readonly needs: RecordNeeds;
  readonly #contexts: ClaimContexts;

  constructor(library: Library, tables: readonly TableFile[], given: Context) {
    const prepared = prepareClaimLaw(library, tables);
    this.edits = prepared.edits;
    this.coverage = new ClaimCoverage(library, prepared);
    this.#contexts = new ClaimContexts(given, prepared.policies.jurisdictions);
    this.reach = new ClaimReach(this.edits, this.coverage.counted);
    this.needs = new RecordNeeds(this);
  }

  contextOf(claim: Claim): ResolvedContext {
    return this.#contexts.of(claim);
  }

  judge(read: ReadClaim): JudgedClaim {
    const { claim } = read;
    const context = this.contextOf(claim);
    const found = claim.lines.length === 0 ? [] : scrub(claim, context, this.edits);
    // A claim that takes another one back asks for nothing to be covered.
    const asks = claim.lines.length > 0 && !isVoid(claim);
    const coverage = asks ? this.coverage.of(claim, context) : undefined;
    const programs = asks ? this.coverage.programsOf(claim, context) : undefined;
    const said = [...(coverage?.findings ?? NONE), ...(programs?.findings ?? NONE)];
    if (found.length === 0 && said.length === 0) return { read, context, findings: NONE, coverage, programs };
    const all = said.length === 0 ? found : [...found, ...said.map((finding) => numbered(finding, claim))];
    const findings = (all.length === 1 ? all : rankFindings(all)).map((finding) => located(finding, read));
    return { read, context, findings, coverage, programs };
  }
}

const NONE: readonly Finding[] = [];

/** Coverage counts lines; a claim file numbers them. */
export function numbered(finding: Finding, claim: Claim): Finding {
  if (finding.line === undefined) return finding;
  return { ...finding, line: numberIn(finding, claim) };
}

/** The number that the line of a Finding has in its claim. */
export function numberIn({ line }: Finding, { lines }: Claim): number | undefined {
  return line === undefined ? undefined : (lines[line - 1]?.number ?? line);
}

function located(finding: Finding, read: ReadClaim): Finding {
  const field = (finding.field ?? (finding.line === undefined ? 'claim' : 'line')) as ClaimField;
  return { ...finding, at: read.locate(finding.line, field) };
}

import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import { isStay, isVoid } from '@interspace/core/edits/kind-of-claim';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import type { Claim, ClaimField } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { Finding } from '@interspace/core/model/finding';
import { partOfState, type JurisdictionLaw } from '@interspace/core/model/law/jurisdiction';
import type { Library } from '@interspace/core/model/library';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { Context } from '@interspace/core/model/review-input';
import { prepareClaimLaw } from '@interspace/core/review/prepare-claim-law';
import { rankFindings } from '@interspace/core/review/rank-findings';
import type { ReadClaim } from '@interspace/wire/x12/claims/read-claim';
import { ClaimReach } from '../history/claim-reach.ts';
import { placeMark } from '../history/record.ts';
import { RecordNeeds } from '../history/record-needs.ts';
import { ClaimContexts } from './claim-context.ts';
import { ClaimCoverage } from './claim-coverage.ts';
import { claimsByDay, inWhole, isSpread } from './claims-by-day.ts';
import type { JudgedClaim, ShapeCoverage } from './judged-claim.ts';

/** Judges claims without a chart by the rules of the single review; prepared once for a whole batch. */
export class ClaimJudge {
  readonly edits: PreparedEdits;
  readonly coverage: ClaimCoverage;
  readonly reach: ClaimReach;
  readonly needs: RecordNeeds;
  /** Codes that name the site of the service. */
  readonly sites: ReadonlyMap<string, string>;
  readonly #contexts: ClaimContexts;
  readonly #payers = new Map<string | undefined, string | undefined>();
  readonly #jurisdictions: JurisdictionLaw;

  constructor(library: Library, tables: readonly TableFile[], given: Context) {
    const prepared = prepareClaimLaw(library, tables);
    this.edits = prepared.edits;
    this.coverage = new ClaimCoverage(library, prepared);
    this.sites = new Map(
      library.policies.implications.flatMap(({ code, facts }) =>
        facts['levels'] === undefined ? [] : [[code, String(facts['levels'])]],
      ),
    );
    this.#jurisdictions = prepared.policies.jurisdictions;
    this.#contexts = new ClaimContexts(given, this.#jurisdictions);
    this.reach = new ClaimReach(this.edits, this.coverage.counted);
    this.needs = new RecordNeeds(this);
  }

  contextOf(claim: Claim): ResolvedContext {
    return this.#contexts.of(claim);
  }

  /** What policies say of a claim, day by day. */
  coverageOf(claim: Claim): ShapeCoverage | undefined {
    if (!isSpread(claim)) return this.coverage.of(claim, this.contextOf(claim));
    const days = claimsByDay(claim).flatMap((day) => {
      const said = this.coverage.of(day.claim, this.contextOf(day.claim));
      return said ? [{ day, said }] : [];
    });
    if (days.length === 0) return undefined;
    const order = new Map(claim.lines.map(({ number }, at) => [number, at]));
    const lines = days
      .flatMap(({ said }) => said.lines)
      .toSorted((one, other) => (order.get(one.line) ?? 0) - (order.get(other.line) ?? 0));
    const findings = days.flatMap(({ day, said }) => said.findings.map((finding) => inWhole(finding, day)));
    return { lines, findings, json: `"coverage":${JSON.stringify(lines)}` };
  }

  /** The payer of a claim that says this of it. */
  payerOf(filing: string | undefined): string | undefined {
    if (!this.#payers.has(filing)) {
      const claim = { payer: { filing }, lines: [], diagnoses: [] } as unknown as Claim;
      this.#payers.set(filing, this.contextOf(claim).payer);
    }
    return this.#payers.get(filing);
  }

  /** A ZIP code of the part of a state that has this mark. */
  zipOf(state: string, on: IsoDate, mark: number): string | undefined {
    const part = partOfState(this.#jurisdictions, state, on);
    return part && placeMark(part.jurisdiction) === mark ? part.zips[0] : undefined;
  }

  judge(read: ReadClaim): JudgedClaim {
    const { claim } = read;
    const context = this.contextOf(claim);
    const found = claim.lines.length === 0 ? [] : scrub(claim, context, this.edits);
    // A claim that takes another one back asks for nothing to be covered, and that of a stay for no single service.
    const asks = claim.lines.length > 0 && !isVoid(claim) && !isStay(claim, this.edits);
    const coverage = asks ? this.coverageOf(claim) : undefined;
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
  return { ...finding, at: read.locate(finding.line, field, finding.nth) };
}

import { authorize } from '../authorization/authorize.ts';
import { codeDiagnoses } from '../coding/diagnoses/code-diagnoses.ts';
import { pointDiagnoses } from '../coding/diagnoses/point-diagnoses.ts';
import { proposeCodes } from '../coding/propose-codes.ts';
import { cover } from '../coverage/determine.ts';
import { payerOverlays } from '../coverage/payer-overlays.ts';
import { promptsOf } from '../coverage/prompts.ts';
import { scrub } from '../edits/scrub.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import type { Gathered } from '../facts/gathered.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { Claim } from '../model/claim.ts';
import type { LineView } from '../model/line-view.ts';
import type { EngineInput } from '../model/review-input.ts';
import type { Review, ServiceLine } from '../model/review.ts';
import { claimFromLines } from './claim-from-lines.ts';
import { compareWithClaim } from './compare-with-claim.ts';
import { dateOfService } from './date-of-service.ts';
import { digest } from './digest.ts';
import { incompleteFindings } from './incomplete-findings.ts';
import { linesOfClaim } from './lines-of-claim.ts';
import { mergeHistory } from './merge-history.ts';
import { notEvaluated } from './not-evaluated.ts';
import type { PreparedLibrary } from './prepare.ts';
import { rankFindings } from './rank-findings.ts';
import { resolveContext } from './resolve-context.ts';
import { ENGINE_VERSION } from './version.ts';
import { viewProcedure } from './view-procedure.ts';

/**
 * The one verb of the house: everything that can be said about one encounter under one library. Pure: the same two
 * arguments give the same bytes. What could not be judged is listed in `trace.notEvaluated`, never passed over.
 */
export function review(input: EngineInput, library: PreparedLibrary): Review {
  const gathered = gatherFacts(input, library.reader);
  const day = dateOfService(input, gathered.dateOfService);
  const { context, assumed, open } = resolveContext(input, day.date, library.policies.jurisdictions, gathered.facts);
  const diagnoses = codeDiagnoses(
    gathered.diagnoses,
    gathered.procedures,
    library.diagnoses,
    day.date,
    library.supports,
  );
  const coded = proposeCodes({ ...gathered, diagnoses, history: input.history }, context, library.coding);
  const proposal = {
    ...coded,
    lines: pointDiagnoses(coded.lines, gathered.procedures, diagnoses, library.supports),
  };
  const hasChart = gathered.procedures.length > 0;
  const planned = proposal.lines.length === 0 ? plannedLines(input.planned ?? [], library) : [];
  const lines = linesOf(input.claim, [...proposal.lines, ...planned], library);
  const claim = input.claim ?? claimFromLines(lines, context, input, gathered.facts);
  const past = mergeHistory(input.history, gathered.told);
  const views = lines.map((line, index) => viewLine(line, index + 1, gathered, input.claim));
  const coverage = cover(
    {
      lines: views,
      procedures: gathered.procedures,
      sheet: gathered.facts,
      history: past.history,
      context,
      openLedger,
    },
    library.policies,
  );
  const authorization = authorize(
    { lines, context, facts: gathered.facts, procedures: gathered.procedures, claim: input.claim },
    library.programs,
  );
  const families = new Set(proposal.lines.map((line) => library.coding.codes.get(line.code)?.family));
  const judged = (code: string) => {
    const record = library.coding.codes.get(code);
    // Checks and readings are judged where the note tells one of the same family.
    return record?.role === 'procedure' || (record?.role === 'other' && families.has(record.family));
  };
  const findings = rankFindings([
    ...gathered.findings,
    ...day.findings,
    ...past.findings,
    ...(input.claim ? [] : proposal.findings),
    ...(input.claim && hasChart ? compareWithClaim(proposal.lines, input.claim.lines, judged) : []),
    ...(claim.lines.length > 0 ? scrub(claim, context, library.edits) : []),
    ...coverage.findings,
    ...authorization.findings,
    ...payerOverlays({ lines: views, sheet: gathered.facts, context }, library.policies),
    ...incompleteFindings([...coverage.determinations, ...coverage.records]),
  ]);
  return {
    ...(input.id === undefined ? {} : { id: input.id }),
    lines,
    procedures: gathered.procedures.map(viewProcedure),
    determinations: [...coverage.determinations],
    findings,
    prompts: [
      ...promptsOf([...coverage.determinations, ...coverage.records], (name) => library.facts.get(name)),
      ...open.flatMap(({ fact, because }) => {
        const question = library.facts.get(fact)?.question;
        return question === undefined ? [] : [{ fact, question, because }];
      }),
    ],
    authorization: [...authorization.answers],
    trace: {
      library: library.revision,
      engine: ENGINE_VERSION,
      input: digest(input, library.sha256),
      ...(context.dateOfService === undefined ? {} : { dateOfService: context.dateOfService }),
      ...(context.contractor === undefined
        ? {}
        : { contractor: [context.contractor, context.jurisdiction].filter(Boolean).join(' ') }),
      notEvaluated: notEvaluated(context, assumed, proposal.notCoded, input.claim, diagnoses, gathered.facts),
    },
  };
}

function linesOf(claim: Claim | undefined, proposed: readonly ServiceLine[], library: PreparedLibrary): ServiceLine[] {
  if (!claim) return [...proposed];
  return linesOfClaim(claim, proposed, (code) => kindOf(library.coding.codes.get(code)?.role));
}

/** Lines that only ask what would be needed: no chart speaks for them yet. */
function plannedLines(codes: readonly string[], library: PreparedLibrary): ServiceLine[] {
  return codes.map((code, index) => ({
    code,
    modifiers: [],
    units: 1,
    kind: kindOf(library.coding.codes.get(code)?.role),
    diagnoses: [],
    why: 'Planned; no chart was given.',
    evidence: [{ source: 'form', at: `planned[${index}]`, quote: code }],
  }));
}

function kindOf(role: string | undefined): ServiceLine['kind'] {
  return role === 'drug' || role === 'device' || role === 'guidance' || role === 'evaluation' ? role : 'procedure';
}

function viewLine(line: ServiceLine, number: number, gathered: Gathered, claim: Claim | undefined): LineView {
  const procedure = gathered.procedures.find((entry) => entry.id === line.procedure);
  const billed = claim?.lines[number - 1];
  return {
    number,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    diagnoses: line.diagnoses.length > 0 || claim ? line.diagnoses : undefined,
    kind: line.kind,
    placeOfService: billed?.placeOfService,
    procedure,
  };
}

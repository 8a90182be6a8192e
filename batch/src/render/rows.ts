import type { Claim } from '@interspace/core/model/claim';
import { diagnosesOfLine } from '@interspace/core/model/line-diagnoses';
import type { Finding, Severity } from '@interspace/core/model/finding';
import type { HistoryNews } from '../history/history-pass.ts';
import type { JudgedClaim, LineCoverage } from '../judge/judged-claim.ts';

/** One claim as a table shows it, with all that its own view shows. Money in cents. Names of persons are not in it. */
export interface BatchRow {
  /** Where the claim begins in its file, in bytes: its name in the batch. */
  readonly offset: number;
  readonly id: string;
  readonly date?: string | undefined;
  readonly payer?: string | undefined;
  /** NPI of who rendered, or of who bills. */
  readonly provider?: string | undefined;
  readonly charge: number;
  /** Charges of lines with a blocking finding; of the whole claim when one concerns no line. */
  readonly atRisk: number;
  readonly severity: Severity | 'clean';
  readonly lines: readonly BatchRowLine[];
  readonly findings: readonly Finding[];
  readonly coverage: readonly LineCoverage[];
}

export interface BatchRowLine {
  readonly number: number;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly charge?: number | undefined;
  readonly from?: string | undefined;
  readonly diagnoses: readonly string[];
  readonly placeOfService?: string | undefined;
}

/** What the patient's other claims change about the claim at `offset`. */
export interface BatchRowNews {
  readonly offset: number;
  readonly added: readonly Finding[];
  readonly withdrawn: readonly { readonly id: string; readonly line?: number | undefined }[];
}

export function rowOf({ read, findings, coverage }: JudgedClaim): BatchRow {
  const { claim } = read;
  return {
    offset: read.places.own.base,
    id: claim.id,
    date: claim.lines.find(({ from }) => from !== undefined)?.from ?? claim.statementFrom,
    payer: claim.payer?.name ?? claim.payer?.id,
    provider: claim.rendering?.npi ?? claim.billing?.npi,
    charge: claim.chargeTotal ?? claim.lines.reduce((sum, { charge }) => sum + (charge ?? 0), 0),
    ...standing(findings, claim.lines),
    lines: claim.lines.map((line) => lineOf(line, claim)),
    findings,
    coverage: coverage?.lines ?? [],
  };
}

export function newsOf({ kept, added, withdrawn }: HistoryNews): BatchRowNews {
  return { offset: kept.offset, added, withdrawn: withdrawn.map(({ id, line }) => ({ id, line })) };
}

/** The row as it stands after its patient's other claims were seen. */
export function withNews(row: BatchRow, { added, withdrawn }: BatchRowNews): BatchRow {
  const left = [...withdrawn];
  const kept = row.findings.filter(({ id, line }) => {
    const gone = left.findIndex((one) => one.id === id && one.line === line);
    if (gone >= 0) left.splice(gone, 1);
    return gone < 0;
  });
  const findings = [...added, ...kept].toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
  return { ...row, findings, ...standing(findings, row.lines) };
}

const WEIGHT = { block: 0, warn: 1, note: 2 } as const;

type Charged = Pick<Claim['lines'][number], 'number' | 'charge'>;

function standing(
  findings: readonly Finding[],
  lines: readonly { readonly number: number; readonly charge?: number | undefined }[] | readonly Charged[],
): Pick<BatchRow, 'severity' | 'atRisk'> {
  const total = lines.reduce((sum, { charge }) => sum + (charge ?? 0), 0);
  const blocked = new Set(findings.filter(({ severity }) => severity === 'block').map(({ line }) => line));
  const atRisk = blocked.has(undefined)
    ? total
    : lines.reduce((sum, line) => sum + (blocked.has(line.number) ? (line.charge ?? 0) : 0), 0);
  const severity = (['block', 'warn', 'note'] as const).find((one) => findings.some((each) => each.severity === one));
  return { severity: severity ?? 'clean', atRisk };
}

function lineOf(line: Claim['lines'][number], claim: Claim): BatchRowLine {
  return {
    number: line.number,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    charge: line.charge,
    from: line.from,
    diagnoses: diagnosesOfLine(claim, line),
    placeOfService: line.placeOfService ?? claim.placeOfService,
  };
}

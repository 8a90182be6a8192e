import type { IsoDate } from '../model/date.ts';
import type { Finding } from '../model/finding.ts';
import type { EngineInput } from '../model/review-input.ts';

export interface DateChosen {
  readonly date: IsoDate | undefined;
  readonly findings: readonly Finding[];
}

/** The claim's date, else the note's own, else the one given from outside; a disagreement is said, not settled quietly. */
export function dateOfService(input: EngineInput, fromNote: IsoDate | undefined): DateChosen {
  const billed = input.claim?.lines.find((line) => line.from !== undefined)?.from;
  const date = billed ?? fromNote ?? input.context.dateOfService;
  if (billed === undefined || fromNote === undefined || billed === fromNote) return { date, findings: [] };
  const finding: Finding = {
    id: 'review/date-differs',
    severity: 'warn',
    field: 'date',
    what: `The claim says ${billed}, the note says ${fromNote}.`,
    why: 'Codes, edits and coverage are judged on the date of service; the two must be the same occasion.',
    do: 'Check that note and claim belong together, and correct the one that is wrong.',
    evidence: [
      { source: 'claim', at: 'lines[0].from', quote: billed },
      { source: 'form', at: 'documents[0]', quote: fromNote },
    ],
  };
  return { date, findings: [finding] };
}

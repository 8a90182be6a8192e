import type { Issue } from '@interspace/core/model/result';
import { AdjustmentLists } from '@interspace/library/tables/adjustment-lists';
import { openTables } from '@interspace/library/tables/open-tables';
import { wireIssue, type WireIssue } from '@interspace/wire/issues';
import type { AdjustmentCode } from '@interspace/wire/x12/check/adjustment-codes';

/** The imported lists of adjustment codes, asked about the codes of a file. */
export interface AdjustmentChecks {
  /** Codes by the edition that was asked about them. */
  readonly editions: ReadonlyMap<string, number>;
  /** Editions that cannot be used. */
  readonly issues: readonly Issue[];
  faultOf(code: AdjustmentCode): WireIssue | undefined;
}

/** Undefined where no list is imported: then nothing is said about these codes. */
export function adjustmentChecks(folder: string | undefined): AdjustmentChecks | undefined {
  const opened = openTables(folder).all('carc-rarc');
  if (!opened.ok || (opened.value.length === 0 && opened.issues.length === 0)) return undefined;
  const lists = new AdjustmentLists(opened.value.map(({ file }) => file));
  const editions = new Map<string, number>();
  const faultOf = ({ kind, code, on, repeated, place }: AdjustmentCode): WireIssue | undefined => {
    const answer = lists.ask(kind, code, on, repeated);
    if (!answer) return undefined;
    const edition = `adjustment codes ${answer.edition}`;
    editions.set(edition, (editions.get(edition) ?? 0) + 1);
    return answer.fault === undefined ? undefined : wireIssue('wire/x12/adjustment-code', place, answer.fault);
  };
  return { editions, issues: opened.issues, faultOf };
}

import type { FactSheet } from '../model/fact.ts';
import type { KnownHistory } from '../model/history.ts';
import type { OpenLedger } from '../model/ledger.ts';
import type { LineView } from '../model/line-view.ts';
import type { Procedure } from '../model/procedure.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';

/** What coverage is asked: the lines of one date of service and everything known around them. */
export interface CoverageRequest {
  readonly lines: readonly LineView[];
  /** Every procedure of the date of service, judged or not. */
  readonly procedures: readonly Procedure[];
  readonly sheet: FactSheet;
  readonly history: KnownHistory | undefined;
  readonly context: ResolvedContext;
  /** The ledger's own function; handed in because columns do not import each other. */
  readonly openLedger: OpenLedger;
}

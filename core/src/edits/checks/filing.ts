import { dayNumber, type IsoDate } from '../../model/date.ts';
import { lastDay, limitInWords } from '../filing-limits.ts';
import { report, type Scope } from '../scope.ts';
import { isVoid } from '../kind-of-claim.ts';

/** Before this share of the time nothing is said. */
const NEAR = 0.75;
/** No filing limit is shorter: newer claims need no arithmetic. */
const SHORTEST_DAYS = 60;

/** Is the claim early enough for its payer? The day on which the file was made counts as the day of sending. */
export function checkFiling(scope: Scope): void {
  const { claim, lines } = scope;
  const sent = claim.submittedOn;
  if (sent === undefined || claim.delayReason !== undefined || isVoid(claim)) return;
  // What is opened again was decided in time.
  if (claim.billType !== undefined && scope.law.lists['reopening-frequencies']?.has(claim.frequency ?? '')) return;
  // Of an institutional claim the last day that it covers counts.
  let served: IsoDate | undefined = claim.statementThrough;
  for (const { raw } of claim.statementThrough === undefined ? lines : []) {
    const day = raw.through ?? raw.from;
    if (day !== undefined && (served === undefined || day < served)) served = day;
  }
  if (served === undefined) return;
  const elapsed = dayNumber(sent) - dayNumber(served);
  if (elapsed < SHORTEST_DAYS) return;
  const limit = scope.law.filing.of(claim, scope.context.payer);
  if (!limit) return;
  const last = lastDay(limit, served);
  const words = { sent, date: served, last, limit: limitInWords(limit) };
  const at = { field: 'claim', on: served } as const;
  if (sent > last) report(scope, limit.late, at, words);
  else if (elapsed > NEAR * (dayNumber(last) - dayNumber(served))) report(scope, limit.near, at, words);
}

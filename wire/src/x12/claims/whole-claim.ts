import { wireIssue, type WireIssue } from '../../issues.ts';
import type { ReadClaim } from './read-claim.ts';

/** Lines of an institutional claim; of a professional one there are fewer, which an edit tells. */
const MOST_LINES = 999;
/** More than any claim carries: up to 12 in a professional one, 25 and causes of injury in an institutional one. */
const MOST_DIAGNOSES = 100;
/** Hospital outpatient and critical access hospital outpatient. */
const OUTPATIENT = /^0?(13|85)/;

/** What is wrong with a claim as a whole; `tooLong`: no guide allows so much, and to hold all against all takes for ever. */
export function saidOfWhole(read: ReadClaim): { readonly tooLong: boolean; readonly issues: readonly WireIssue[] } {
  const { lines, diagnoses, billType } = read.claim;
  if (lines.length > MOST_LINES || diagnoses.length > MOST_DIAGNOSES)
    return { tooLong: true, issues: [wireIssue('wire/x12/claim-too-long', read.locate(undefined, 'claim'))] };
  const issues: WireIssue[] = [];
  if (lines.length === 0) issues.push(wireIssue('wire/x12/claim-without-lines', read.locate(undefined, 'claim')));
  if (billType !== undefined && !OUTPATIENT.test(billType))
    issues.push(wireIssue('wire/x12/claim-setting', read.locate(undefined, 'place-of-service')));
  return { tooLong: false, issues };
}

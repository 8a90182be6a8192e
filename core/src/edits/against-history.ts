import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { PreparedEdits } from './prepare-edits.ts';
import { scrubLines } from './scrub.ts';

/** What other claims of the same patient change about a claim that was judged alone. */
export interface HistoryFindings {
  /** Said only because of the earlier claims. */
  readonly added: readonly Finding[];
  /** Said of the claim alone, and not true in the light of the others: an add-on whose primary is on another claim. */
  readonly withdrawn: readonly Finding[];
}

const ADD_ON = 'edit/add-on/';

/**
 * The same edits as `scrub`, with and without the earlier claims; the difference is what history says. `sameDay` are the
 * other claims of the day, later ones of the file included: a primary on any of them carries an add-on.
 */
export function againstHistory(
  claim: Claim,
  context: ResolvedContext,
  law: PreparedEdits,
  earlier: readonly Claim[],
  sameDay: readonly Claim[],
): HistoryFindings {
  const alone = scrubLines(claim, context, law, []);
  const known = new Set(alone.map(nameOf));
  const together = earlier.length === 0 ? alone : scrubLines(claim, context, law, earlier);
  const added = together.filter((finding) => !known.has(nameOf(finding)) && !finding.id.startsWith(ADD_ON));
  const orphans = alone.filter(({ id }) => id.startsWith(ADD_ON));
  if (orphans.length === 0 || sameDay.length === 0) return { added, withdrawn: [] };
  const still = new Set(scrubLines(claim, context, law, sameDay).map(({ id, line }) => `${id} ${line}`));
  return { added, withdrawn: orphans.filter(({ id, line }) => !still.has(`${id} ${line}`)) };
}

function nameOf({ id, line, what }: Finding): string {
  return `${id} ${line} ${what}`;
}

import type { CheckedGroup } from '@interspace/wire/x12/check/checked-group';
import { writeClaimAcknowledgment, type AnsweredBatch } from '@interspace/wire/x12/write/claim-acknowledgment';
import type { EnvelopeFacts } from '@interspace/wire/x12/write/envelope';
import { isGroupAccepted, isTransactionAccepted } from '@interspace/wire/x12/write/implementation-acknowledgment';
import { count } from '@interspace/core/review/words';
import type { ClaimChecks } from './judge-claims.ts';

/**
 * The 277 that answers the claims of every transaction that the 999 accepts; a transaction that is refused whole gets no
 * answer to its claims, as with a payer.
 */
export function answerClaims(
  groups: readonly CheckedGroup[],
  checks: ClaimChecks | undefined,
  facts: EnvelopeFacts,
): { readonly bytes?: Uint8Array; readonly said: string } {
  const batches: AnsweredBatch[] = [];
  let refused = 0;
  const all = groups.flatMap((group) => group.transactions.map((transaction) => ({ group, transaction })));
  for (const { group, transaction } of all) {
    if (transaction.set !== '837') continue;
    if (!isGroupAccepted(group) || !isTransactionAccepted(transaction)) {
      refused++;
      continue;
    }
    const verdicts = checks?.verdictsOf(transaction) ?? [];
    if (verdicts.length === 0) continue;
    const { submitter, receiver, batch } = transaction;
    batches.push({
      source: receiver ?? { name: 'RECEIVER', id: facts.sender },
      submitter: submitter ?? { name: 'SUBMITTER', id: facts.receiver },
      batch: batch ?? transaction.control,
      verdicts,
    });
  }
  const verdicts = batches.flatMap((batch) => batch.verdicts);
  const rejected = verdicts.filter(({ rejections }) => rejections.length > 0).length;
  const left =
    refused === 0 ? '' : ` ${count(refused, 'transaction')} refused by the 999: no answer to the claims in it.`;
  if (batches.length === 0) return { said: `No 277 is written: no accepted transaction holds a claim.${left}` };
  const said = `277: ${count(verdicts.length - rejected, 'claim')} accepted, ${rejected} rejected.${left}`;
  return { bytes: writeClaimAcknowledgment(batches, facts), said };
}

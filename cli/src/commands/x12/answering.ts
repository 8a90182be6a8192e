import type { CheckedGroup } from '@interspace/wire/x12/check/checked-group';
import type { EnvelopeFacts } from '@interspace/wire/x12/write/envelope';
import { repeatable } from '@interspace/wire/x12/write/repeatable';

/** Groups that came from one sender to one receiver: they are answered by one interchange. */
export function byCorrespondent(groups: readonly CheckedGroup[]): ReadonlyMap<string, readonly CheckedGroup[]> {
  const found = new Map<string, CheckedGroup[]>();
  for (const group of groups) {
    const key = JSON.stringify([group.interchange, group.sender, group.receiver]);
    const own = found.get(key);
    if (own) own.push(group);
    else found.set(key, [group]);
  }
  return found;
}

/** The envelope of an answer: the other way round, and test or production as the question was. */
export function answeringFacts(
  { interchange, sender, receiver }: CheckedGroup,
  created: string,
  control: number,
): EnvelopeFacts {
  // Codes that no group may have are not sent back.
  const from = repeatable(receiver, 'GS', 3) ?? (interchange?.receiver || 'RECEIVER');
  const to = repeatable(sender, 'GS', 2) ?? (interchange?.sender || 'SENDER');
  return {
    sender: interchange?.receiver || from,
    receiver: interchange?.sender || to,
    groupSender: from,
    groupReceiver: to,
    created,
    control,
    usage: interchange?.usage === 'P' ? 'P' : 'T',
    senderKind: repeatable(interchange?.receiverKind ?? '', 'ISA', 7) ?? 'ZZ',
    receiverKind: repeatable(interchange?.senderKind ?? '', 'ISA', 5) ?? 'ZZ',
  };
}

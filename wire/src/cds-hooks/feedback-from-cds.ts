import { failed, ok, type Result } from '@interspace/core/model/result';
import { isObject } from '../fhir/fhir-node.ts';
import { fhirIssue } from '../issues.ts';

/** What became of one card. */
export interface CardFeedback {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly at: string;
  readonly suggestions: readonly string[];
  /** The code of the reason, when it was one of ours; a comment of the user is never kept: it may tell of the patient. */
  readonly reason?: string | undefined;
}

const MOST = 200;

/** The body of the feedback endpoint: every entry, or the place of the first that cannot be read. */
export function readFeedback(json: unknown): Result<readonly CardFeedback[]> {
  const list = isObject(json) ? json['feedback'] : undefined;
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST)
    return failed(fhirIssue('wire/cds-hooks/feedback', 'feedback'));
  const read: CardFeedback[] = [];
  for (const [at, entry] of list.entries()) {
    if (!isObject(entry)) return failed(fhirIssue('wire/cds-hooks/feedback', `feedback[${at}]`));
    const { card, outcome, outcomeTimestamp, acceptedSuggestions, overrideReason } = entry;
    if (
      typeof card !== 'string' ||
      !/^[0-9a-zA-Z-]{1,64}$/.test(card) ||
      (outcome !== 'accepted' && outcome !== 'overridden') ||
      typeof outcomeTimestamp !== 'string' ||
      !/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(outcomeTimestamp)
    )
      return failed(fhirIssue('wire/cds-hooks/feedback', `feedback[${at}]`));
    const reason =
      isObject(overrideReason) && isObject(overrideReason['reason']) ? overrideReason['reason']['code'] : undefined;
    read.push({
      card,
      outcome,
      at: outcomeTimestamp,
      suggestions: Array.isArray(acceptedSuggestions)
        ? acceptedSuggestions.flatMap((one) => (isObject(one) && typeof one['id'] === 'string' ? [one['id']] : []))
        : [],
      ...(typeof reason === 'string' ? { reason } : {}),
    });
  }
  return ok(read);
}

import type { Issue } from '@interspace/core/model/result';
import { overlap, type EffectivePeriod } from '@interspace/core/model/period';

/** A period that ends before it begins. */
export function checkPeriod(period: EffectivePeriod, at: string, issues: Issue[]): void {
  if (period.from === undefined || period.through === undefined || period.from <= period.through) return;
  issues.push({
    code: 'library/reversed-period',
    message: `The period ends (${period.through}) before it begins (${period.from}).`,
    at,
    hint: 'Exchange or correct the dates; both are inclusive.',
  });
}

/** Two entries of one key that are in force on the same day. */
export function checkOverlap(
  entries: readonly { readonly key: string; readonly period: EffectivePeriod; readonly at: string }[],
  what: string,
  issues: Issue[],
): void {
  for (const [index, entry] of entries.entries()) {
    const other = entries
      .slice(0, index)
      .find((earlier) => earlier.key === entry.key && overlap(earlier.period, entry.period));
    if (!other) continue;
    issues.push({
      code: 'library/overlapping-period',
      message: `${what} "${entry.key}" is given twice for the same days.`,
      at: entry.at,
      hint: `End the other entry (${other.at}) the day before this one begins.`,
    });
  }
}

import type { Clause, Limit } from '@interspace/core/model/law/clause';
import type { Criterion } from '@interspace/core/model/law/criterion';

/** What a clause can come out as when nothing is known but a claim. */
interface Possible {
  readonly met: boolean;
  readonly notMet: boolean;
}

const OPEN: Possible = { met: true, notMet: true };
const UNKNOWN: Possible = { met: false, notMet: false };

/** Facts that are derived from a claim's lines and frame, or from whether a chart tells something; all others are the chart's. */
const FROM_CLAIM =
  /^(line|claim|session|procedure|encounter|earlier)\.|-told$|^prior\.narrative$|^response\.recorded-on-the-day$/;

/**
 * Whether a criterion can be not met by a claim alone, without chart and history. Read off its clauses: what only a
 * chart knows is unknown, and an unknown never denies. The others are not worth judging for a million claims.
 */
export function canFail(criterion: Criterion): boolean {
  const limit = (of: Limit): readonly unknown[] =>
    'param' in of ? (criterion.params[of.param] ?? []).map(({ value }) => value) : [of.value];
  const possible = (clause: Clause): Possible => {
    switch (clause.operator) {
      case 'all-of': {
        const parts = clause.of.map(possible);
        return { met: parts.every(({ met }) => met), notMet: parts.some(({ notMet }) => notMet) };
      }
      case 'any-of': {
        const parts = clause.of.map(possible);
        return { met: parts.some(({ met }) => met), notMet: parts.every(({ notMet }) => notMet) };
      }
      case 'none-of': {
        const parts = clause.of.map(possible);
        return { met: parts.every(({ notMet }) => notMet), notMet: parts.some(({ met }) => met) };
      }
      case 'n-of':
        return clause.of.some((part) => possible(part).notMet) ? OPEN : { met: true, notMet: false };
      case 'count-at-most':
        return limit(clause.limit).every((value) => typeof value === 'number' && value > 0) ? UNKNOWN : OPEN;
      case 'sessions-at-least':
        return { met: true, notMet: false };
      case 'last-session':
        return UNKNOWN;
      case 'documented':
        return { met: FROM_CLAIM.test(clause.fact), notMet: false };
      case 'overlaps':
      case 'same-as':
        return FROM_CLAIM.test(clause.fact) && FROM_CLAIM.test(clause.other) ? OPEN : UNKNOWN;
      default:
        return FROM_CLAIM.test(clause.fact) ? OPEN : UNKNOWN;
    }
  };
  if (!possible(criterion.require).notMet) return false;
  if (criterion.when && !possible(criterion.when).met) return false;
  return !criterion.unless || possible(criterion.unless).notMet;
}

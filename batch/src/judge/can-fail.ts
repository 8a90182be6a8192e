import type { Clause, Limit, Selector } from '@interspace/core/model/law/clause';
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

/** What claims tell of an earlier session; relief and levels are the chart's. */
const OF_EARLIER = /^earlier\.(date|days-before|family|kind|role|region-group|side|same-kind|same-side)$/;

/**
 * Whether a criterion can be not met by a claim alone, without chart and history. Read off its clauses: what only a
 * chart knows is unknown, and an unknown never denies. The others are not worth judging for a million claims.
 */
export function canFail(criterion: Criterion): boolean {
  return canFailWith(criterion, FROM_CLAIM, false);
}

/** The same in the light of the patient's other claims, which are never known to be all. */
export function canFailInHistory(criterion: Criterion): boolean {
  return canFailWith(criterion, IN_CLAIMS, true);
}

const IN_CLAIMS = { test: (fact: string) => (fact.startsWith('earlier.') ? OF_EARLIER : FROM_CLAIM).test(fact) };

function canFailWith(criterion: Criterion, told: Pick<RegExp, 'test'>, history: boolean): boolean {
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
        return history || limit(clause.limit).some((value) => typeof value !== 'number' || value <= 0) ? OPEN : UNKNOWN;
      case 'sessions-at-least':
        if (history && (hasLevels(clause.selector) || (clause.where && !possible(clause.where).met))) return UNKNOWN;
        return { met: true, notMet: false };
      case 'last-session':
        return history && !hasLevels(clause.selector) ? possible(clause.where) : UNKNOWN;
      case 'documented':
        return { met: told.test(clause.fact), notMet: false };
      case 'overlaps':
      case 'same-as':
        return told.test(clause.fact) && told.test(clause.other) ? OPEN : UNKNOWN;
      default:
        return told.test(clause.fact) ? OPEN : UNKNOWN;
    }
  };
  if (!possible(criterion.require).notMet) return false;
  if (criterion.when && !possible(criterion.when).met) return false;
  return !criterion.unless || possible(criterion.unless).notMet;
}

/** Which levels were treated no claim says. */
function hasLevels({ same }: Selector): boolean {
  return same.includes('levels');
}

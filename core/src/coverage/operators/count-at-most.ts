import type { IsoDate } from '../../model/date.ts';
import type { Status } from '../../model/determination.ts';
import { isDuration } from '../../model/duration.ts';
import { paramOf, type OperatorFunction, type Scene } from '../scene.ts';
import { entryEvidence, matchEntries, mayLieIn, type Match } from '../match-sessions.ts';
import { limitInWords, limitValue, selectorInWords } from '../words.ts';

/**
 * Earlier sessions in the window plus this one stay within the limit. Sessions are distinct dates. Already at the limit
 * is not-met whatever is unknown; otherwise a session that may or may not match, or a history that is not known to be
 * complete over the window, leaves it unknown. A denied session was no session.
 */
export const countAtMost: OperatorFunction<'count-at-most'> = (clause, frame) => {
  const { selector, operator } = clause;
  const limit = Number(limitValue(clause.limit, frame));
  const window = selector.within === undefined ? undefined : paramOf(frame, selector.within).value;
  const length = isDuration(window) ? window : undefined;
  const says =
    clause.says ??
    `at most ${limitInWords(clause.limit, frame)} ${selectorInWords(selector, frame)}, this one included`;
  const citation = 'param' in clause.limit ? paramOf(frame, clause.limit.param).citation : frame.citation;
  const count = (scene: Scene) => {
    const start = length && scene.ledger().windowStart(length);
    const matches = matchEntries(selector, scene).filter(({ entry }) => entry.session.status !== 'denied');
    const complete = scene.ledger().completeSince(start, selector.roles);
    return { start, matches, complete, status: judge(matches, limit, start, complete) };
  };
  return {
    status: (scene) => count(scene).status,
    judge: (scene) => {
      const { start, matches, complete, status } = count(scene);
      const counted = datesOf(matches, 'yes', start);
      if (status === 'not-met' && scene.rule.windowStanding !== 'settled' && length) {
        const later = scene.ledger().windowStart(length, 'exclusive');
        if (judge(matches, limit, later, complete) !== status)
          scene.doubts.push('whether the first day of the window counts');
      }
      // The day on which a session of an uncertain day drops out cannot be told.
      const exact = matches.every(({ entry }) => entry.session.latest === undefined);
      const next =
        status === 'not-met' && length && exact ? scene.ledger().nextEligible(counted, length, limit) : undefined;
      scene.looked.push(...counted);
      scene.tallies.push({ dates: counted, limit, window: length, next });
      return {
        operator,
        status,
        says,
        fact: undefined,
        found: foundInWords(counted, datesOf(matches, 'maybe', start).length, complete),
        evidence: [
          ...matches.filter((match) => mayLieIn(match, start)).flatMap(entryEvidence),
          ...(complete ? scene.ledger().told : []),
        ],
        missing: status === 'unknown' ? missingFacts(matches, start, complete) : [],
        count: undefined,
        citation,
        parts: [],
      };
    },
  };
};

function judge(matches: readonly Match[], limit: number, start: IsoDate | undefined, complete: boolean): Status {
  const sure = datesOf(matches, 'yes', start).length;
  if (sure >= limit) return 'not-met';
  if (sure + datesOf(matches, 'maybe', start).length >= limit || !complete) return 'unknown';
  return 'met';
}

/** Distinct dates in the window, earliest first; `maybe` leaves out dates that count anyway. */
function datesOf(matches: readonly Match[], certainty: 'yes' | 'maybe', start: IsoDate | undefined): IsoDate[] {
  const inWindow = matches.filter((match) => mayLieIn(match, start));
  const isSure = ({ entry, certainty: one }: Match) =>
    one === 'yes' && (start === undefined || entry.session.date >= start);
  const sure = new Set(inWindow.filter(isSure).map(({ entry }) => entry.session.date));
  if (certainty === 'yes') return [...sure].sort();
  return [...new Set(inWindow.map(({ entry }) => entry.session.date))].filter((day) => !sure.has(day));
}

function foundInWords(counted: readonly IsoDate[], maybe: number, complete: boolean): string {
  const known = counted.length === 0 ? 'no earlier session' : `${counted.length} earlier: ${counted.join(', ')}`;
  const open = maybe > 0 ? `; ${maybe} more may count` : '';
  return `${known}${open}${complete ? '' : '; the history is not known to be complete'}`;
}

function missingFacts(matches: readonly Match[], start: IsoDate | undefined, complete: boolean): string[] {
  const open = matches.filter((match) => mayLieIn(match, start));
  return [...new Set([...open.flatMap((match) => match.missing), ...(complete ? [] : ['history.sessions'])])];
}

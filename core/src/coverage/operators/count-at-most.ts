import type { IsoDate } from '../../model/date.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Status } from '../../model/determination.ts';
import { isDuration } from '../../model/duration.ts';
import { NONE, paramOf, type OperatorFunction, type Scene } from '../scene.ts';
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
  const count = (scene: Scene): Count => {
    const start = length && scene.ledger().windowStart(length);
    const matches = matchEntries(selector, scene).filter(isHeld);
    const complete = scene.ledger().completeSince(start, selector.roles);
    const dates = datesIn(matches, start);
    return { start, matches, complete, dates, status: judge(dates, limit, complete) };
  };
  // What is not met is asked for its words next.
  let last: { readonly scene: Scene; readonly count: Count } | undefined;
  return {
    status: (scene) => {
      const counted = count(scene);
      last = counted.status === 'not-met' ? { scene, count: counted } : undefined;
      return counted.status;
    },
    judge: (scene) => {
      const { start, matches, complete, dates, status } = last?.scene === scene ? last.count : count(scene);
      last = undefined;
      const counted = dates.sure;
      if (status === 'not-met' && scene.rule.windowStanding !== 'settled' && length) {
        const later = scene.ledger().windowStart(length, 'exclusive');
        if (judge(datesIn(matches, later), limit, complete) !== status)
          scene.doubts.push('whether the first day of the window counts');
      }
      if (status === 'not-met' && matches.some(({ entry }) => entry.session.elsewhere)) {
        const own = matches.filter(({ entry }) => !entry.session.elsewhere);
        if (judge(datesIn(own, start), limit, complete) !== status)
          scene.doubts.push('whether sessions that were billed to another payer count');
      }
      // The day on which a session of an uncertain day drops out cannot be told.
      const exact = matches.every(({ entry }) => entry.session.latest === undefined);
      const next =
        status === 'not-met' && length && exact ? scene.ledger().nextEligible(counted, length, limit) : undefined;
      scene.looked.push(...counted);
      scene.tallies.push({ dates: counted, limit, window: length, next });
      const evidence: Evidence[] = [];
      for (const match of matches) if (mayLieIn(match, start)) evidence.push(...entryEvidence(match));
      if (complete) evidence.push(...scene.ledger().told);
      return {
        operator,
        status,
        says,
        fact: undefined,
        found: foundInWords(counted, dates.maybe, complete),
        evidence,
        missing: status === 'unknown' ? missingFacts(matches, start, complete) : NONE,
        count: undefined,
        citation,
        parts: NONE,
      };
    },
  };
};

/** What was counted for one scene. */
interface Count {
  readonly start: IsoDate | undefined;
  readonly matches: readonly Match[];
  readonly complete: boolean;
  readonly dates: Dates;
  readonly status: Status;
}

/** Distinct dates in a window. */
interface Dates {
  /** Earliest first. */
  readonly sure: readonly IsoDate[];
  /** How many others may count. */
  readonly maybe: number;
}

function isHeld({ entry }: Match): boolean {
  return entry.session.status !== 'denied';
}

function judge({ sure, maybe }: Dates, limit: number, complete: boolean): Status {
  if (sure.length >= limit) return 'not-met';
  return sure.length + maybe >= limit || !complete ? 'unknown' : 'met';
}

function datesIn(matches: readonly Match[], start: IsoDate | undefined): Dates {
  const sure: IsoDate[] = [];
  const maybe: IsoDate[] = [];
  for (const match of matches) {
    if (!mayLieIn(match, start)) continue;
    const { date } = match.entry.session;
    const list = match.certainty === 'yes' && (start === undefined || date >= start) ? sure : maybe;
    // Sessions come in the order of their days.
    if (list.at(-1) !== date && !list.includes(date)) list.push(date);
  }
  return { sure: sure.sort(), maybe: maybe.filter((date) => !sure.includes(date)).length };
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

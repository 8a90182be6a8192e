import { anyOf, missingOf } from '../status.ts';
import { paramOf, silent, type OperatorFunction, type Scene } from '../scene.ts';
import { judgeEarlier } from '../earlier-facts.ts';
import { evidenceOf, inWindow, matchEntries } from '../match-sessions.ts';
import { whereInWords } from '../where-in-words.ts';
import { limitInWords, limitValue, selectorInWords } from '../words.ts';
import type { ClauseResult, Status } from '../../model/determination.ts';

/**
 * So many earlier dates have a session for which `where` is met. What is not found is none only when the history is
 * complete; otherwise it is unknown.
 */
export const sessionsAtLeast: OperatorFunction<'sessions-at-least'> = (clause, frame, prepare) => {
  const { selector, operator } = clause;
  const count = Number(limitValue(clause.count, frame));
  const where = clause.where && prepare(clause.where, frame);
  const conditions = clause.where && where ? whereInWords(clause.where, where) : () => '';
  const least = `at least ${limitInWords(clause.count, frame)} earlier ${selectorInWords(selector, frame)}`;
  const window = selector.within === undefined ? undefined : paramOf(frame, selector.within).value;
  const look = (scene: Scene) => {
    const matches = inWindow(matchEntries(selector, scene), selector, frame, scene);
    const parts: ClauseResult[] = [];
    const byDate = new Map<string, Status[]>();
    const missing = new Set<string>();
    for (const { entry, certainty, missing: open } of matches) {
      const result = where && judgeEarlier(where, entry, scene);
      if (result) parts.push({ ...result, says: `${entry.session.date}: ${result.says}` });
      const held = result?.status ?? 'met';
      const status = certainty === 'yes' ? held : held === 'met' || held === 'unknown' ? 'unknown' : held;
      if (status === 'unknown') for (const name of [...open, ...(result ? missingOf([result]) : [])]) missing.add(name);
      byDate.set(entry.session.date, [...(byDate.get(entry.session.date) ?? []), status]);
    }
    scene.looked.push(...matches.map(({ entry }) => entry.session.date));
    const dates = [...byDate.values()].map((statuses) => anyOf(statuses));
    const met = dates.filter((status) => status === 'met').length;
    const maybe = dates.filter((status) => status === 'unknown').length;
    const since = typeof window === 'object' ? scene.ledger().windowStart(window) : undefined;
    const complete = scene.ledger().completeSince(since, selector.roles);
    const status: Status = met >= count ? 'met' : met + maybe >= count || !complete ? 'unknown' : 'not-met';
    if (!complete) missing.add('history.sessions');
    return { status, matches, met, of: dates.length, complete, missing, parts } as const;
  };
  return {
    status: (scene) => look(silent(scene)).status,
    judge: (scene) => {
      const { status, matches, met, of, complete, missing, parts } = look(scene);
      return {
        operator,
        status,
        says: clause.says ?? `${least}${conditions(scene)}`,
        fact: undefined,
        found: `${met} of ${of} known${complete ? '' : '; the history is not known to be complete'}`,
        evidence: evidenceOf(matches),
        missing: status === 'unknown' ? [...missing] : [],
        count: undefined,
        citation: frame.citation,
        parts,
      };
    },
  };
};

import { anyOf, missingOf } from '../status.ts';
import { paramOf, type OperatorFunction } from '../scene.ts';
import { judgeEarlier } from '../earlier-facts.ts';
import { entryEvidence, inWindow, matchEntries } from '../match-sessions.ts';
import { whereInWords } from '../where-in-words.ts';
import { limitInWords, limitValue, selectorInWords } from '../words.ts';
import type { ClauseResult, Status } from '../../model/determination.ts';

/**
 * So many earlier dates have a session for which `where` is met. What is not found is none only when the history is
 * complete; otherwise it is unknown.
 */
export const sessionsAtLeast: OperatorFunction<'sessions-at-least'> = (clause, scene, evaluate) => {
  const count = Number(limitValue(clause.count, scene));
  const matches = inWindow(matchEntries(clause.selector, scene), clause.selector, scene);
  const parts: ClauseResult[] = [];
  const byDate = new Map<string, Status[]>();
  const missing = new Set<string>();
  for (const { entry, certainty, missing: open } of matches) {
    const result = clause.where && judgeEarlier(clause.where, entry, scene, evaluate);
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
  const complete = scene.ledger.completeSince(windowStartOf(clause.selector.within, scene), clause.selector.roles);
  const status = met >= count ? 'met' : met + maybe >= count || !complete ? 'unknown' : 'not-met';
  if (!complete) missing.add('history.sessions');
  return {
    operator: clause.operator,
    status,
    says:
      clause.says ??
      `at least ${limitInWords(clause.count, scene)} earlier ${selectorInWords(clause.selector, scene)}${whereInWords(clause.where, scene, evaluate)}`,
    found: `${met} of ${dates.length} known${complete ? '' : '; the history is not known to be complete'}`,
    evidence: matches.flatMap(entryEvidence),
    missing: status === 'unknown' ? [...missing] : [],
    citation: scene.citation,
    parts,
  };
};

function windowStartOf(within: string | undefined, scene: Parameters<typeof limitInWords>[1]) {
  if (within === undefined) return undefined;
  const { value } = paramOf(scene, within);
  return typeof value === 'object' ? scene.ledger.windowStart(value) : undefined;
}

import type { ClauseResult, Status } from '../../model/determination.ts';
import { anyOf, missingOf } from '../status.ts';
import { silent, type OperatorFunction, type Scene } from '../scene.ts';
import { isOrdered, judgeEarlier, statusOfEarlier, statusOfUnseen } from '../earlier-facts.ts';
import { evidenceOf, inWindow, matchEntries } from '../match-sessions.ts';
import { whereInWords } from '../where-in-words.ts';
import { selectorInWords } from '../words.ts';

/**
 * `where` holds for the latest earlier session. When it is not certain which one that is (a later one may match, or may
 * be missing from the history), the answer stands only if every candidate gives the same. Of one that is missing no more
 * is known than that it lies between the latest that is known and this day.
 */
export const lastSession: OperatorFunction<'last-session'> = (clause, frame, prepare) => {
  const { selector, operator } = clause;
  const where = prepare(clause.where, frame);
  const conditions = whereInWords(clause.where, where);
  const latest = `the latest of the earlier ${selectorInWords(selector, frame)}`;
  const ordered = isOrdered(clause.where);
  /** `told`: what is said of each is wanted too, not only how it comes out. */
  const look = (scene: Scene, told: boolean) => {
    const matches = inWindow(matchEntries(selector, scene), selector, frame, scene);
    const lastSure = matches.find((match) => match.certainty === 'yes')?.entry.session.date;
    const candidates = matches.filter(({ entry }) => lastSure === undefined || entry.session.date >= lastSure);
    const parts: ClauseResult[] = [];
    const byDate = new Map<string, { sure: Status[]; maybe: Status[] }>();
    const missing = new Set<string>();
    for (const { entry, certainty, missing: open } of candidates) {
      const result = told ? judgeEarlier(where, entry, scene) : undefined;
      const outcome = result ? result.status : statusOfEarlier(where, entry, scene);
      if (result) parts.push({ ...result, says: `${entry.session.date}: ${result.says}` });
      const seen = byDate.get(entry.session.date) ?? { sure: [], maybe: [] };
      seen[certainty === 'yes' ? 'sure' : 'maybe'].push(outcome);
      byDate.set(entry.session.date, seen);
      if (result) for (const name of [...open, ...missingOf([result])]) missing.add(name);
    }
    scene.looked.push(...candidates.map(({ entry }) => entry.session.date));
    const possible = new Set<Status>();
    for (const { sure, maybe } of byDate.values()) {
      if (sure.length > 0) possible.add(anyOf(sure));
      for (const one of maybe) possible.add(anyOf([...sure, one]));
      possible.add(anyOf([...sure, ...maybe]));
    }
    if (lastSure === undefined) possible.add(clause.ifNone);
    const complete = scene.ledger().completeSince(lastSure, selector.roles);
    const [only] = possible;
    const known = possible.size === 1 && only !== undefined ? only : 'unknown';
    const certain =
      complete ||
      (lastSure !== undefined &&
        known !== 'unknown' &&
        statusOfUnseen(where, lastSure, scene, known, ordered) === known);
    if (!certain) missing.add('history.sessions');
    const status: Status = certain ? known : 'unknown';
    return { status, candidates, complete, missing, parts } as const;
  };
  return {
    status: (scene) => look(silent(scene), false).status,
    judge: (scene) => {
      const { status, candidates, complete, missing, parts } = look(scene, true);
      return {
        operator,
        status,
        says: clause.says ?? `${latest}${conditions(scene)}`,
        fact: undefined,
        found: candidates[0]
          ? candidates.map(({ entry }) => entry.session.date).join(', ')
          : complete
            ? 'none'
            : 'not stated',
        evidence: evidenceOf(candidates),
        missing: status === 'unknown' ? [...missing] : [],
        count: undefined,
        citation: frame.citation,
        parts,
      };
    },
  };
};

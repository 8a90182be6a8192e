import { daysBetween } from '../model/date.ts';
import type { ClauseResult } from '../model/determination.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { listOf } from './fact-clause.ts';
import { entryEvidence } from './match-sessions.ts';
import { silent, type PreparedClause, type Scene } from './scene.ts';

/** Judges a clause for one earlier session. Where its day is not known exactly, both ends must give the same answer. */
export function judgeEarlier(where: PreparedClause, entry: LedgerEntry, scene: Scene): ClauseResult {
  const result = where.judge(withEarlier(scene, entry));
  const { latest } = entry.session;
  if (latest === undefined) return result;
  const other = where.status(withEarlier(silent(scene), { ...entry, session: { ...entry.session, date: latest } }));
  return other === result.status ? result : { ...result, status: 'unknown', missing: ['history.sessions'] };
}

/** The scene with one earlier session in it: its facts are `earlier.*`. */
function withEarlier(scene: Scene, entry: LedgerEntry): Scene {
  const values = earlierValues(scene, entry);
  const evidence = entryEvidence({ entry, certainty: 'yes', missing: [] });
  return {
    ...scene,
    fact: (name): Fact | undefined =>
      name.startsWith('earlier.') ? { name, value: values[name.slice(8)], evidence } : scene.fact(name),
  };
}

function earlierValues(scene: Scene, entry: LedgerEntry): Readonly<Record<string, FactValue | undefined>> {
  const { session } = entry;
  const response = session.response;
  const daysBefore = daysBetween(session.date, scene.on);
  const own = (name: string) => scene.fact(`procedure.${name}`)?.value;
  const ownLevels = wordsOf(own('levels'));
  const ownSide = own('side');
  return {
    'relief-percent': response?.painReliefPercent,
    'function-percent': response?.functionGainPercent,
    'relief-days': response?.ongoing ? Math.max(daysBefore, response.durationDays ?? 0) : response?.durationDays,
    ongoing: response?.ongoing,
    scale: response?.scale,
    'same-scale': response?.sameScale,
    'consistent-with-agent': response?.consistentWithAgent,
    'days-before': daysBefore,
    date: session.date,
    kind: session.kind,
    family: session.family,
    role: entry.role,
    'region-group': entry.group,
    side: session.side,
    levels: session.levels,
    agents: session.agents,
    minutes: session.minutes,
    'levels-cover': both(ownLevels, session.levels, (mine, theirs) => mine.every((level) => theirs.includes(level))),
    'levels-overlap': both(ownLevels, session.levels, (mine, theirs) => mine.some((level) => theirs.includes(level))),
    'side-covers': both(ownSide, session.side, (mine, theirs) => theirs === 'bilateral' || mine === theirs),
    'same-kind': both(own('kind'), session.kind, (mine, theirs) => mine === theirs),
    'same-side': both(ownSide, session.side, (mine, theirs) => mine === theirs),
    'same-levels': both(ownLevels, session.levels, sameWords),
    'same-agents': both(wordsOf(own('agents')), session.agents, sameWords),
  };
}

function both<A, B>(
  mine: A | undefined,
  theirs: B | undefined,
  test: (mine: A, theirs: B) => boolean,
): boolean | undefined {
  return mine === undefined || theirs === undefined ? undefined : test(mine, theirs);
}

function wordsOf(value: FactValue | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : listOf(value);
}

function sameWords(mine: readonly string[], theirs: readonly string[]): boolean {
  return new Set(mine).size === new Set([...mine, ...theirs]).size && new Set(theirs).size === new Set(mine).size;
}

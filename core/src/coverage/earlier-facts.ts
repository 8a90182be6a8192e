import { addDays, daysBetween, type IsoDate } from '../model/date.ts';
import type { ClauseResult, Status } from '../model/determination.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import { visitClauses, type Clause } from '../model/law/clause.ts';
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

/** The same without words. */
export function statusOfEarlier(where: PreparedClause, entry: LedgerEntry, scene: Scene): Status {
  const result = where.status(withEarlier(scene, entry));
  const { latest } = entry.session;
  if (latest === undefined) return result;
  const other = where.status(withEarlier(scene, { ...entry, session: { ...entry.session, date: latest } }));
  return other === result ? result : 'unknown';
}

/**
 * Whether what a clause says goes one way only, the longer ago a session was: then what both ends of a stretch of days say
 * holds between them. It does where all comparisons with how long ago it was go the same way and none is turned around.
 */
export function isOrdered(where: Clause): boolean {
  return wayOf(where) !== 'both';
}

type Way = 'none' | 'up' | 'down' | 'both';

function wayOf(clause: Clause): Way {
  if (clause.operator === 'all-of' || clause.operator === 'any-of')
    return clause.of
      .map(wayOf)
      .reduce((one, other) => (one === 'none' || one === other ? other : other === 'none' ? one : 'both'), 'none');
  if ('fact' in clause && clause.fact === 'earlier.days-before') {
    if (clause.operator === 'at-least' || clause.operator === 'more-than') return 'up';
    return clause.operator === 'at-most' || clause.operator === 'less-than' ? 'down' : 'both';
  }
  let dated = false;
  visitClauses(clause, (part) => {
    for (const name of ['fact' in part ? part.fact : '', 'other' in part ? part.other : ''])
      dated ||= name === 'earlier.days-before' || name === 'earlier.date';
  });
  return dated ? 'both' : 'none';
}

/**
 * What a clause says of a session that nobody has told of, on whatever day from `since` to the day before this one; unknown
 * as soon as it would not be `told`. Nothing but its day is known of it. `ordered`: the ends tell for all days between them.
 */
export function statusOfUnseen(
  where: PreparedClause,
  since: IsoDate,
  scene: Scene,
  told: Status,
  ordered = false,
): Status {
  const quiet = silent(scene);
  const on = (date: IsoDate): Status =>
    where.status(withEarlier(quiet, { session: { date, family: '' }, index: -1, group: undefined, role: undefined }));
  const days = daysBetween(since, scene.on);
  // The ends first: they differ most.
  if (days < 1 || on(addDays(scene.on, -1)) !== told) return 'unknown';
  const last = ordered ? Math.min(1, days - 1) : days - 1;
  for (let day = 0; day < last; day++) if (on(addDays(since, day)) !== told) return 'unknown';
  return told;
}

/** The scene with one earlier session in it: its facts are `earlier.*`. */
function withEarlier(scene: Scene, entry: LedgerEntry): Scene {
  const told = new Told(entry);
  const { on, rule, ledger, tallies, looked, doubts, known, watch } = scene;
  const fact = (name: string): Fact | undefined =>
    name.startsWith('earlier.') ? new EarlierFact(name, earlierValue(name, scene, entry), told) : scene.fact(name);
  return { on, rule, ledger, fact, tallies, looked, doubts, known, watch };
}

/** What tells of an earlier session. Most only compare: who tells what was found makes the words. */
class Told {
  private readonly entry: LedgerEntry;
  private made: Fact['evidence'] | undefined;

  constructor(entry: LedgerEntry) {
    this.entry = entry;
  }

  get evidence(): Fact['evidence'] {
    return (this.made ??= entryEvidence({ entry: this.entry }));
  }
}

class EarlierFact implements Fact {
  readonly name: string;
  readonly value: FactValue | undefined;
  private readonly told: Told;

  constructor(name: string, value: FactValue | undefined, told: Told) {
    this.name = name;
    this.value = value;
    this.told = told;
  }

  get evidence(): Fact['evidence'] {
    return this.told.evidence;
  }
}

function earlierValue(name: string, { on, fact }: Scene, { session, role, group }: LedgerEntry): FactValue | undefined {
  const { response } = session;
  switch (name) {
    case 'earlier.relief-percent':
      return response?.painReliefPercent;
    case 'earlier.function-percent':
      return response?.functionGainPercent;
    case 'earlier.relief-days':
      return response?.ongoing
        ? Math.max(daysBetween(session.date, on), response.durationDays ?? 0)
        : response?.durationDays;
    case 'earlier.ongoing':
      return response?.ongoing;
    case 'earlier.scale':
      return response?.scale;
    case 'earlier.same-scale':
      return response?.sameScale;
    case 'earlier.consistent-with-agent':
      return response?.consistentWithAgent;
    case 'earlier.days-before':
      return daysBetween(session.date, on);
    case 'earlier.date':
      return session.date;
    case 'earlier.kind':
      return session.kind;
    case 'earlier.family':
      return session.family || undefined;
    case 'earlier.role':
      return role;
    case 'earlier.region-group':
      return group;
    case 'earlier.side':
      return session.side;
    case 'earlier.levels':
      return session.levels;
    case 'earlier.agents':
      return session.agents;
    case 'earlier.minutes':
      return session.minutes;
    case 'earlier.levels-cover':
      return both(wordsOf(fact, 'levels'), session.levels, (mine, theirs) => mine.every((one) => theirs.includes(one)));
    case 'earlier.levels-overlap':
      return both(wordsOf(fact, 'levels'), session.levels, (mine, theirs) => mine.some((one) => theirs.includes(one)));
    case 'earlier.same-levels':
      return both(wordsOf(fact, 'levels'), session.levels, sameWords);
    case 'earlier.same-agents':
      return both(wordsOf(fact, 'agents'), session.agents, sameWords);
    case 'earlier.side-covers':
      return both(valueOf(fact, 'side'), session.side, (mine, theirs) => theirs === 'bilateral' || mine === theirs);
    case 'earlier.same-side':
      return both(valueOf(fact, 'side'), session.side, (mine, theirs) => mine === theirs);
    case 'earlier.same-kind':
      return both(valueOf(fact, 'kind'), session.kind, (mine, theirs) => mine === theirs);
    default:
      return undefined;
  }
}

function both<A, B>(
  mine: A | undefined,
  theirs: B | undefined,
  test: (mine: A, theirs: B) => boolean,
): boolean | undefined {
  return mine === undefined || theirs === undefined ? undefined : test(mine, theirs);
}

/** A fact of the procedure at hand. */
function valueOf(fact: Scene['fact'], name: string): FactValue | undefined {
  return fact(`procedure.${name}`)?.value;
}

function wordsOf(fact: Scene['fact'], name: string): readonly string[] | undefined {
  const value = valueOf(fact, name);
  return value === undefined ? undefined : listOf(value);
}

function sameWords(mine: readonly string[], theirs: readonly string[]): boolean {
  return new Set(mine).size === new Set([...mine, ...theirs]).size && new Set(theirs).size === new Set(mine).size;
}

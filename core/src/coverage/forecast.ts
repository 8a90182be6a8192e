import type { Citation } from '../model/citation.ts';
import { addDays, type IsoDate } from '../model/date.ts';
import { durationInWords } from '../model/duration.ts';
import type { ClauseResult, CriterionResult, Status } from '../model/determination.ts';
import type { Fact } from '../model/fact.ts';
import type { Severity } from '../model/finding.ts';
import type { KnownHistory } from '../model/history.ts';
import { payerLine } from '../model/law/jurisdiction.ts';
import { documentInForce, type Policy } from '../model/law/policy.ts';
import type { OpenLedger } from '../model/ledger.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import { visitAll, type CriterionInForce } from './in-force.ts';
import { judgeCriterion } from './judge-criterion.ts';
import { sceneFor } from './judge-document.ts';
import { historyOf } from './known-history.ts';
import { askedFor } from './question-list.ts';
import { nextActs, factsOfAct, type NextAct } from './next-acts.ts';
import type { PreparedPolicies } from './prepare.ts';
import type { Tally } from './scene.ts';

/** What one counting criterion says about the next session. */
export interface LimitUse {
  readonly criterion: string;
  readonly title: string;
  readonly used: number;
  readonly limit: number;
  readonly window?: string | undefined;
  readonly dates: readonly IsoDate[];
  /** False while sessions may be missing or may belong elsewhere: then more may be used. */
  readonly certain: boolean;
  readonly citation: Citation;
}

/** A criterion that looks back and is not yet met: what the record must show before the next session. */
export interface Need {
  readonly criterion: string;
  readonly title: string;
  readonly status: Status;
  readonly severity: Severity;
  /** Its open parts in words. */
  readonly open: readonly string[];
  readonly missing: readonly string[];
  readonly citation: Citation;
}

/** The next session of one kind in one region, as the policy of the place sees it. */
export interface Forecast {
  readonly policy: string;
  readonly title: string;
  readonly document: string;
  readonly act: NextAct;
  readonly limits: readonly LimitUse[];
  /** First date from `on` on which no criterion that looks back is failed; absent: time alone does not help. */
  readonly next?: IsoDate | undefined;
  /** Titles of the criteria that keep it from being `on` itself. */
  readonly because: readonly string[];
  readonly needs: readonly Need[];
}

export interface ForecastRequest {
  readonly history: KnownHistory;
  readonly on: IsoDate;
  readonly context: ResolvedContext;
  readonly openLedger: OpenLedger;
}

/** Waiting longer than this is no forecast. */
const HORIZON_DAYS = 800;

/**
 * What is left and from when, for every family and region of a history: the criteria of the policies themselves are asked
 * about a next session like the latest one, on the day and, where they fail, on later days.
 */
export function forecast(
  { history, on, context, openLedger }: ForecastRequest,
  law: PreparedPolicies,
): { readonly forecasts: readonly Forecast[]; readonly notEvaluated: readonly string[] } {
  const payer = payerLine(law.jurisdictions, context.payer);
  const families = new Set(history.sessions.map(({ family }) => family));
  const told = new Set<string>();
  const notEvaluated: string[] = [];
  const forecasts: Forecast[] = [];
  for (const policy of law.policies) {
    const own = policy.session.families.filter((family) => families.has(family));
    if (own.length === 0 || !payer) continue;
    if (!policy.payers.includes(payer.id) && !policy.payers.includes(payer.follows ?? '')) continue;
    for (const family of own) told.add(family);
    if (!documentInForce(policy, context, on)) {
      notEvaluated.push(`${policy.title}: no document is known for this place on ${on}.`);
      continue;
    }
    const known = historyOf({ ...NOTHING, history }, policy.session, law.implications) ?? history;
    const { entries } = openLedger(known, policy.session, on);
    for (const act of nextActs(policy, entries)) {
      const found = forecastAct(policy, act, known, { on, context, openLedger }, law);
      if (found) forecasts.push(found);
    }
  }
  for (const family of families)
    if (!told.has(family)) notEvaluated.push(`${family}: no policy of the library counts its sessions for this payer.`);
  return { forecasts, notEvaluated };
}

const NOTHING = { lines: [], procedures: [], sheet: new Map<string, Fact>() };

interface Looked {
  readonly entry: CriterionInForce;
  readonly result: CriterionResult;
  readonly tallies: readonly Tally[];
}

function forecastAct(
  policy: Policy,
  act: NextAct,
  history: KnownHistory,
  { on, context, openLedger }: Omit<ForecastRequest, 'history'>,
  law: PreparedPolicies,
): Forecast | undefined {
  const facts = factsOfAct(act);
  const look = (day: IsoDate): Looked[] => {
    const document = documentInForce(policy, context, day);
    if (!document) return [];
    const ledger = openLedger(history, policy.session, day);
    return law
      .criteria(policy, document, day)
      .filter(looksBack)
      .map((entry): Looked => {
        const scene = sceneFor({ on: day, policy, ledger: () => ledger, fact: (name) => facts.get(name) });
        const result = judgeCriterion(entry, scene);
        return { entry, result, tallies: scene.tallies };
      })
      .filter(({ result }) => result.status !== 'not-applicable');
  };
  const today = look(on);
  const limits = today.flatMap(limitsOf);
  const needs = today.filter(({ tallies, result }) => tallies.length === 0 && result.status !== 'met').map(needOf);
  if (limits.length + needs.length === 0) return undefined;
  const blocked = today.filter(isBlocked);
  const document = documentInForce(policy, context, on)?.id ?? '';
  const next = blocked.length === 0 ? on : firstFree(look, on);
  return {
    policy: policy.id,
    title: policy.title,
    document,
    act,
    limits,
    ...(next === undefined ? {} : { next }),
    because: blocked.map(({ result }) => result.title),
    needs,
  };
}

/** Criteria whose answer depends on earlier sessions or on what is told of them. */
function looksBack({ criterion }: CriterionInForce): boolean {
  let found = false;
  visitAll(criterion, (clause) => {
    if ('selector' in clause) found = true;
    if ('fact' in clause && /^(prior|repeat|course|history)\./.test(clause.fact)) found = true;
  });
  return found;
}

function isBlocked({ result }: Looked): boolean {
  return result.status === 'not-met' && result.severity !== 'note';
}

/** Steps from one possible day to the next: a count says itself when it has room, an interval is tried day by day. */
function firstFree(look: (day: IsoDate) => Looked[], on: IsoDate): IsoDate | undefined {
  const end = addDays(on, HORIZON_DAYS);
  let day = on;
  while (day <= end) {
    const blocked = look(day).filter(isBlocked);
    if (blocked.length === 0) return day;
    if (blocked.some((one) => !passes(one))) return undefined;
    const rooms = blocked.flatMap(({ tallies }) => tallies.flatMap(({ next }) => (next === undefined ? [] : [next])));
    const furthest = rooms.reduce<IsoDate | undefined>(
      (last, one) => (last === undefined || one > last ? one : last),
      undefined,
    );
    day = furthest !== undefined && furthest > day ? furthest : addDays(day, 1);
  }
  return undefined;
}

/** Whether time alone can turn it: it counts in a window, or measures days since an earlier session. */
function passes({ entry, tallies }: Looked): boolean {
  if (tallies.some(({ next }) => next !== undefined)) return true;
  let found = false;
  visitAll(entry.criterion, (clause) => {
    if ('fact' in clause && /^earlier\.(days-before|relief-days)$/.test(clause.fact)) found = true;
  });
  return found;
}

function limitsOf({ result, tallies }: Looked): LimitUse[] {
  return tallies.map(({ dates, limit, window }) => ({
    criterion: result.criterion,
    title: result.title,
    used: dates.length,
    limit,
    ...(window === undefined ? {} : { window: durationInWords(window) }),
    dates,
    certain: result.status !== 'unknown',
    citation: result.citation,
  }));
}

function needOf({ result }: Looked): Need {
  const { criterion, title, status, severity, citation } = result;
  const asked = result.missing.filter((name) => !name.startsWith('prior.')).map(askedFor);
  return { criterion, title, status, severity, open: openLeaves(result.tree), missing: [...new Set(asked)], citation };
}

/** The leaves that keep a criterion from being met, each sentence once. What a note would tell is left to the history. */
function openLeaves(tree: ClauseResult): string[] {
  if (tree.status === 'met' || tree.status === 'not-applicable') return [];
  // A condition that is known, or an exception that is known not to hold, keeps nothing open.
  if ((tree.operator === 'when' || tree.operator === 'unless') && tree.status !== 'unknown') return [];
  if (tree.fact?.startsWith('prior.')) return [];
  const inner = tree.parts.flatMap(openLeaves);
  if (tree.parts.length > 0 && !COUNTING.includes(tree.operator)) return [...new Set(inner)];
  const own = tree.operator === 'sessions-at-least' || inner.length === 0;
  return own ? [tree.found === undefined ? tree.says : `${tree.says} (${tree.found})`] : [...new Set(inner)];
}

/** Clauses that say more as a whole than their parts do. */
const COUNTING = ['sessions-at-least', 'last-session', 'count-at-most'];

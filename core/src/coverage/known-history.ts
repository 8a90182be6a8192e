import type { FactValue } from '../model/fact.ts';
import type { IsoDate } from '../model/date.ts';
import type { KnownHistory, KnownSession, Session } from '../model/history.ts';
import type { CodeImplication } from '../model/law/policy.ts';
import { sideOfModifiers } from '../model/law/modifier-meanings.ts';
import { roleOf, type SessionRule } from '../model/law/session-rule.ts';
import { isInForce } from '../model/period.ts';
import { implicationOf, type Implications } from './code-facts.ts';
import type { CoverageRequest } from './request.ts';

/** Sessions as a rule reads their codes: a batch counts those of one patient again for every later claim. */
export type ReadSessions = Map<SessionRule, Map<KnownSession, KnownSession>>;

/**
 * The history to count in. A history that was given is never overruled by the chart; its sessions say through their
 * codes what they do not say in words. Where none was given and the chart says that there was no earlier procedure of the
 * one family done that day, that is a history: complete and empty.
 */
export function historyOf(
  { history, sheet, procedures }: Pick<CoverageRequest, 'history' | 'sheet' | 'procedures'>,
  rule: SessionRule,
  implications: Implications,
  read: ReadSessions = new Map(),
): KnownHistory | undefined {
  if (history !== undefined) {
    let known = read.get(rule);
    if (!known) read.set(rule, (known = new Map()));
    const sessions: KnownSession[] = [];
    let same = true;
    for (const session of history.sessions) {
      let one = known.get(session);
      if (!one) known.set(session, (one = withCodes(session, rule, implications)));
      same &&= one === session;
      sessions.push(one);
    }
    return same ? history : { ...history, sessions };
  }
  const told = sheet.get('prior.count-narrative');
  if (told?.value !== 0) return undefined;
  const families = new Set(procedures.map((procedure) => procedure.family));
  return families.size === 1 ? { complete: true, sessions: [], evidence: told.evidence } : undefined;
}

/** What the codes of a session agree on, and its modifiers tell, where the session itself is silent. */
function withCodes(session: KnownSession, rule: SessionRule, implications: Implications): KnownSession {
  if (session.codes === undefined || (session.kind !== undefined && session.region !== undefined)) return session;
  const { kind, region, levels, role } = toldBy(session, session.codes, rule, implications);
  // Written out: a batch makes one for every earlier day, and a spread of unlike objects is slow.
  const read: { readonly [K in keyof Required<KnownSession>]: KnownSession[K] } = {
    date: session.date,
    family: session.family,
    kind: session.kind ?? kind,
    region: session.region ?? (isRegion(region) ? region : undefined),
    levels: session.levels ?? levels,
    side: session.side ?? sideOfModifiers(session.modifiers ?? [], implications.modifiers),
    role,
    codes: session.codes,
    modifiers: session.modifiers,
    agents: session.agents,
    response: session.response,
    minutes: session.minutes,
    status: session.status,
    source: session.source,
    evidence: session.evidence,
    latest: session.latest,
    elsewhere: session.elsewhere,
  };
  return read;
}

/** What the codes of a session tell of it under a rule. */
interface Told {
  readonly kind: string | undefined;
  readonly region: string | undefined;
  readonly levels: string[] | undefined;
  readonly role: Session['role'];
}

/** Sets of codes and modifiers are few, and a batch meets them again and again. Forgotten when there are this many under one rule. */
const KEPT = 2000;
const kept = new WeakMap<Implications, WeakMap<SessionRule, Map<string, Told>>>();

function toldBy(session: KnownSession, codes: readonly string[], rule: SessionRule, implications: Implications): Told {
  let ofLaw = kept.get(implications);
  if (!ofLaw) kept.set(implications, (ofLaw = new WeakMap()));
  let ofRule = ofLaw.get(rule);
  if (!ofRule) ofLaw.set(rule, (ofRule = new Map()));
  let key = `${session.family}|${session.kind ?? ''}|${session.role ?? ''}|${session.modifiers?.join(' ') ?? '?'}`;
  for (const code of codes) key += `|${code} ${stretchOf(implications.get(code), session.date)}`;
  let told = ofRule.get(key);
  if (!told) {
    if (ofRule.size >= KEPT) ofRule.clear();
    ofRule.set(key, (told = readCodes(session, codes, rule, implications)));
  }
  return told;
}

/** Which of the entries of a code is in force. */
function stretchOf(entries: readonly CodeImplication[] | undefined, on: IsoDate): number {
  return entries === undefined ? -1 : entries.findIndex((entry) => isInForce(entry, on));
}

function readCodes(
  session: KnownSession,
  codes: readonly string[],
  rule: SessionRule,
  implications: Implications,
): Told {
  const implied = codes
    .map((code) => implicationOf(implications, code, session.date))
    .filter((entry) => entry?.family === session.family);
  const kinds = [...new Set(implied.flatMap((entry) => entry?.kinds ?? []))];
  const region = implied[0]?.regions?.[0];
  const agreed = implied.every((entry) => entry?.regions?.[0] === region);
  const sites = implied.map((entry) => entry?.facts['levels']);
  // A code of several kinds names none, but it may rule out those that would give another role.
  const role =
    session.role ?? (session.kind === undefined ? roleOf(rule, { kinds, modifiers: session.modifiers }) : undefined);
  return {
    kind: kinds.length === 1 ? kinds[0] : undefined,
    region: agreed ? region : undefined,
    levels: wordsOfAll(sites),
    role,
  };
}

/** The words of all of them, where each has some. */
function wordsOfAll(of: readonly (FactValue | undefined)[]): string[] | undefined {
  const words = of.map((one) => (Array.isArray(one) ? (one as readonly string[]) : []));
  return words.length === 0 || words.some((one) => one.length === 0) ? undefined : [...new Set(words.flat())];
}

function isRegion(word: string | undefined): word is NonNullable<Session['region']> {
  return word === 'cervical' || word === 'thoracic' || word === 'lumbar' || word === 'sacral';
}
